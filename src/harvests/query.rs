//! Harvests in the database.

use diesel::dsl::{case_when, not};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::culture::CultureOf;
use super::model::{Found, HarvestChanges, HarvestFilters, HarvestRow, NewHarvest, NewObserver};
use super::permit::PermitOf;
use super::rules::{self, Before, Checked, Dates};
use super::taxa::TaxaOf;
use crate::auth::Reach;
use crate::codes::{self, CodeKind};
use crate::db::functions::{
    st_as_geojson, st_centroid, st_force_2d, st_geom_from_geojson, st_intersects, st_make_envelope,
    st_set_srid, st_snap_to_grid, unaccent,
};
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::host::nomenclatures::Nomenclatures;
use crate::host::sensitivity::Blurred;
use crate::host::taxon_tree::Within;
use crate::host::{known, terrain};
use crate::http::{Listing, Page};
use crate::permits;
use crate::schema::views::v_harvests as view;
use crate::schema::{
    cor_harvest_areas, cor_harvest_observers, cor_material_taxa, t_harvests as harvests, t_materials,
};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "date",
        column: "sort_date",
        sql_type: "date",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// Decimals of the coordinates: a tenth of a metre.
const DECIMALS: i32 = 6;
/// Side of the grid that blurs a place, degrees.
const BLUR: f64 = 0.1;
/// WGS 84.
const SRID: i32 = 4326;

/// The place that a reader is shown.
macro_rules! place {
    ($blurred:expr) => {
        case_when($blurred, st_snap_to_grid(st_centroid(view::geom_4326), BLUR)).otherwise(view::geom_4326)
    };
}

/// What is read of a harvest, for a reader.
macro_rules! found {
    ($reads:expr, $blurred:expr $(, $more:expr)?) => {
        (
            HarvestRow::as_select(),
            $blurred.clone(),
            st_as_geojson(place!($blurred.clone()), DECIMALS),
            TaxaOf::for_reader($reads),
            CultureOf::for_reader($reads),
            PermitOf::for_reader($reads)
            $(, $more)?
        )
    };
}

/// A page of harvests. A place that is blurred for the reader is not found by a narrower
/// question than it is shown.
///
/// # Errors
/// The database cannot be read; 409 for an unknown type of harvest.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &HarvestFilters,
    listing: &Listing,
    names: &Nomenclatures,
) -> Result<Page<Found>, Problem> {
    let types = filters.harvest_type.iter().flatten();
    let types: Vec<i32> = types
        .map(|code| names.id("EXS_HARVEST_TYPE", code, "/harvest_type"))
        .collect::<Result<_, _>>()?;
    let blurred = Blurred::for_reader(reads);
    let filtered = || {
        let mut query = view::table.filter(reads.records()).into_boxed();
        if filters.archived != Some(true) {
            query = query.filter(view::archived_at.is_null());
        }
        if let Some(text) = &filters.search {
            let pattern = crate::db::contains(text);
            let local = unaccent(view::locality.assume_not_null()).ilike(unaccent(pattern.clone()));
            query = query.filter(view::code.ilike(pattern).or(local.and(not(blurred.clone()))));
        }
        if let Some(id_dataset) = filters.id_dataset {
            query = query.filter(view::id_dataset.eq(id_dataset));
        }
        if filters.harvest_type.is_some() {
            query = query.filter(view::id_nomenclature_harvest_type.eq_any(types.clone()));
        }
        if let Some(cd_nom) = filters.cd_nom {
            let named = t_materials::table
                .inner_join(cor_material_taxa::table)
                .filter(Within(cd_nom));
            query = query.filter(view::id.nullable().eq_any(named.select(t_materials::id_harvest)));
        }
        if let Some(area) = filters.area {
            let within = cor_harvest_areas::table.filter(cor_harvest_areas::id_area.eq(area));
            query = query.filter(view::id.eq_any(within.select(cor_harvest_areas::id_harvest)));
            query = query.filter(not(blurred.clone()));
        }
        if let Some(observer) = filters.observer {
            let mine = cor_harvest_observers::table.filter(cor_harvest_observers::id_role.eq(observer));
            query = query.filter(view::id.eq_any(mine.select(cor_harvest_observers::id_harvest)));
        }
        if let Some(first) = filters
            .year_min
            .and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 1, 1))
        {
            query = query.filter(view::date_max.ge(first).assume_not_null());
        }
        if let Some(last) = filters
            .year_max
            .and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31))
        {
            query = query.filter(view::date_min.le(last).assume_not_null());
        }
        if let Some([lon, lat, other_lon, other_lat]) = filters.bbox.as_deref() {
            // A map shown whole gives corners beyond the globe.
            let (x, y) = (
                |lon: &f64| lon.clamp(-180.0, 180.0),
                |lat: &f64| lat.clamp(-90.0, 90.0),
            );
            let rectangle = st_make_envelope(x(lon), y(lat), x(other_lon), y(other_lat), SRID);
            query = if blurred.never() {
                query.filter(st_intersects(view::geom_4326, rectangle).assume_not_null())
            } else {
                query.filter(st_intersects(place!(blurred.clone()), rectangle).assume_not_null())
            };
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let rows = First {
        query: query.select(found!(reads, blurred)),
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |found: &Found, column| {
        let value = match column {
            "created" => found.row.meta_create_date.to_rfc3339(),
            "date" => found.row.sort_date.to_string(),
            _ => found.row.code.clone(),
        };
        (value, found.row.id)
    }))
}

/// A harvest that may be read, and whether `action` reaches it too.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Found, bool), Problem> {
    let blurred = Blurred::for_reader(reads);
    let (row, blurred, geometry, taxa, culture, permit, allowed) = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select(found!(reads, blurred, action.records()))
        .first(conn)
        .await?;
    Ok((
        Found {
            row,
            blurred,
            geometry,
            taxa,
            culture,
            permit,
        },
        allowed,
    ))
}

/// A harvest that was just written.
async fn written(conn: &mut AsyncPgConnection, id: i32, reads: &Reach) -> QueryResult<Found> {
    let blurred = Blurred::for_reader(reads);
    view::table
        .find(id)
        .select(found!(reads, blurred))
        .first(conn)
        .await
}

macro_rules! from_geojson {
    ($geojson:expr) => {
        st_force_2d(st_set_srid(st_geom_from_geojson($geojson), SRID))
    };
}

/// Makes a harvest, with its observers, areas and altitude.
///
/// # Errors
/// 409 for a code, a person, an area or a habitat that is unknown; a law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    mut new: NewHarvest,
    checked: &Checked,
    names: &Nomenclatures,
    year: i32,
    reads: &Reach,
) -> Result<Found, Problem> {
    let terms = (
        harvests::id_nomenclature_harvest_type.eq(names.id(
            "EXS_HARVEST_TYPE",
            &new.harvest_type,
            "/harvest_type",
        )?),
        harvests::id_nomenclature_geographical_precision.eq(names.maybe(
            "EXS_GEOGRAPHICAL_PRECISION",
            new.geographical_precision.as_deref(),
            "/geographical_precision",
        )?),
        harvests::id_nomenclature_exposure.eq(names.maybe(
            "EXPOSITION",
            new.exposure.as_deref(),
            "/exposure",
        )?),
    );
    check_cited(conn, Some(&new.observers), new.areas.as_deref(), new.cd_hab).await?;
    let id_permit = permits::query::cited(conn, new.permit, reads, "/permit").await?;
    if let Some(geojson) = &checked.geometry {
        let ground = terrain::altitudes(conn, geojson).await?;
        if new.altitude_min.is_none() && new.altitude_max.is_none() {
            (new.altitude_min, new.altitude_max) = (ground.altitude_min, ground.altitude_max);
        }
    }
    let code = match &new.code {
        Some(code) => code.clone(),
        None => codes::next(conn, CodeKind::Harvest, year).await?,
    };
    let id = diesel::insert_into(harvests::table)
        .values((
            &new,
            terms,
            harvests::id_permit.eq(id_permit),
            harvests::code.eq(code),
            dated(checked.dates),
            harvests::geom_4326.eq(from_geojson!(checked.geometry.clone())),
            harvests::id_digitiser.eq(reads.principal.id_role),
        ))
        .returning(harvests::id_harvest)
        .get_result(conn)
        .await?;
    observe(conn, id, &new.observers).await?;
    if checked.geometry.is_some() {
        terrain::find(conn, id).await?;
    } else {
        choose_areas(conn, id, new.areas.as_deref().unwrap_or_default()).await?;
    }
    Ok(written(conn, id, reads).await?)
}

type Dated = (
    diesel::dsl::Eq<harvests::date_min, Option<chrono::NaiveDate>>,
    diesel::dsl::Eq<harvests::date_max, Option<chrono::NaiveDate>>,
    diesel::dsl::Eq<harvests::date_precision, super::model::DatePrecision>,
);

fn dated(dates: Dates) -> Dated {
    (
        harvests::date_min.eq(dates.min),
        harvests::date_max.eq(dates.max),
        harvests::date_precision.eq(dates.precision),
    )
}

/// Changes a harvest that is still at the version read; none when it is not.
///
/// # Errors
/// 409 for a date, a code, a person, an area or a habitat; a law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    harvest: &Found,
    mut changes: HarvestChanges,
    names: &Nomenclatures,
    today: chrono::NaiveDate,
    reads: &Reach,
) -> Result<Option<Found>, Problem> {
    let row = &harvest.row;
    let before = Before {
        dates: Dates {
            min: row.date_min,
            max: row.date_max,
            precision: row.date_precision,
        },
        placed: harvest.geometry.is_some(),
        altitude_min: row.altitude_min,
        altitude_max: row.altitude_max,
    };
    let checked = rules::check_changes(before, &changes, today)?;
    let harvest_type = changes.harvest_type.as_deref();
    let terms = (
        names
            .maybe("EXS_HARVEST_TYPE", harvest_type, "/harvest_type")?
            .map(|id| harvests::id_nomenclature_harvest_type.eq(id)),
        names
            .patch(
                "EXS_GEOGRAPHICAL_PRECISION",
                &changes.geographical_precision,
                "/geographical_precision",
            )?
            .map(|id| harvests::id_nomenclature_geographical_precision.eq(id)),
        names
            .patch("EXPOSITION", &changes.exposure, "/exposure")?
            .map(|id| harvests::id_nomenclature_exposure.eq(id)),
    );
    check_cited(
        conn,
        changes.observers.as_deref(),
        changes.areas.as_deref(),
        changes.cd_hab.flatten(),
    )
    .await?;
    let id_permit = match changes.permit {
        Some(permit) => Some(permits::query::cited(conn, permit, reads, "/permit").await?),
        None => None,
    };
    if let Some(Some(geojson)) = &checked.geometry {
        let ground = terrain::altitudes(conn, geojson).await?;
        if changes.altitude_min.is_none() && changes.altitude_max.is_none() && ground.altitude_min.is_some() {
            changes.altitude_min = Some(ground.altitude_min);
            changes.altitude_max = Some(ground.altitude_max);
        }
    }
    let changed = diesel::update(
        harvests::table
            .find(row.id)
            .filter(harvests::version.eq(row.version)),
    )
    .set((
        &changes,
        terms,
        id_permit.map(|id| harvests::id_permit.eq(id)),
        checked.dates.map(dated),
        checked
            .geometry
            .clone()
            .map(|geojson| harvests::geom_4326.eq(from_geojson!(geojson))),
        harvests::archived_at.eq(crate::db::archive(changes.archived, row.archived_at)),
    ))
    .execute(conn)
    .await?;
    if changed == 0 {
        return Ok(None);
    }
    if let Some(observers) = changes.observers.filter(|new| !same(new, &row.observers.0)) {
        diesel::delete(cor_harvest_observers::table.filter(cor_harvest_observers::id_harvest.eq(row.id)))
            .execute(conn)
            .await?;
        observe(conn, row.id, &observers).await?;
    }
    if checked.geometry.is_some() {
        terrain::find(conn, row.id).await?;
    }
    if let Some(chosen) = changes.areas {
        diesel::delete(cor_harvest_areas::table.filter(cor_harvest_areas::id_harvest.eq(row.id)))
            .execute(conn)
            .await?;
        choose_areas(conn, row.id, &chosen).await?;
    }
    Ok(Some(written(conn, row.id, reads).await?))
}

fn same(new: &[NewObserver], old: &[super::model::Observer]) -> bool {
    new.len() == old.len()
        && new.iter().all(|n| {
            old.iter()
                .any(|o| o.id_role == n.id_role && o.is_main == n.is_main)
        })
}

async fn check_cited(
    conn: &mut AsyncPgConnection,
    observers: Option<&[NewObserver]>,
    areas: Option<&[i32]>,
    cd_hab: Option<i32>,
) -> Result<(), Problem> {
    let roles: Vec<i32> = observers.unwrap_or_default().iter().map(|o| o.id_role).collect();
    known::roles(conn, &roles, |n| format!("/observers/{n}/id_role")).await?;
    known::areas(conn, areas.unwrap_or_default(), |n| format!("/areas/{n}")).await?;
    match cd_hab {
        Some(cd_hab) => known::habitat(conn, cd_hab).await,
        None => Ok(()),
    }
}

async fn observe(conn: &mut AsyncPgConnection, id: i32, observers: &[NewObserver]) -> QueryResult<usize> {
    use cor_harvest_observers::{id_harvest, id_role, is_main, table};
    if observers.is_empty() {
        return Ok(0);
    }
    let rows: Vec<_> = observers
        .iter()
        .map(|o| (id_harvest.eq(id), id_role.eq(o.id_role), is_main.eq(o.is_main)))
        .collect();
    diesel::insert_into(table).values(rows).execute(conn).await
}

async fn choose_areas(conn: &mut AsyncPgConnection, id: i32, areas: &[i32]) -> QueryResult<usize> {
    use cor_harvest_areas::{id_area, id_harvest, is_chosen, table};
    if areas.is_empty() {
        return Ok(0);
    }
    let rows: Vec<_> = areas
        .iter()
        .map(|area| (id_harvest.eq(id), id_area.eq(area), is_chosen.eq(true)))
        .collect();
    diesel::insert_into(table).values(rows).execute(conn).await
}

/// Deletes a harvest that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, harvest: &Found) -> QueryResult<usize> {
    diesel::delete(harvests::table.find(harvest.row.id))
        .execute(conn)
        .await
}
