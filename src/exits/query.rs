//! Exits in the database.

use chrono::NaiveDate;
use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{Exit, ExitFilters, ExitRow, FollowUp, Found, NewFollowUp};
use super::rules::Visit;
use crate::auth::Reach;
use crate::db::functions::{
    st_as_geojson, st_centroid, st_intersects, st_make_envelope, st_snap_to_grid, unaccent,
};
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::host::sensitivity::Blurred;
use crate::http::{Listing, Page};
use crate::schema::{t_exit_follow_ups as visits, v_exit_follow_ups as told, v_exits as view};
use crate::sowings::query::material_in_taxa;

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "date",
        column: "exit_date",
        sql_type: "date",
    },
    SortColumn {
        name: "quantity",
        column: "quantity",
        sql_type: "integer",
    },
    SortColumn {
        name: "taxon",
        column: "sort_taxon_name",
        sql_type: "text",
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

/// What is read of an exit, for a reader.
macro_rules! found {
    ($reads:expr $(, $more:expr)?) => {{
        let blurred = Blurred::exits($reads);
        (
            ExitRow::as_select(),
            blurred.clone(),
            st_as_geojson(place!(blurred), DECIMALS),
            ($reads.related_organisation("partner_"), $reads.relatives("permit_"))
            $(, $more)?
        )
    }};
}

/// A page of exits.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &ExitFilters,
    listing: &Listing,
) -> Result<Page<Exit>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let rows: Vec<Found> = First {
        query: query.select(found!(reads)),
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = match listing.count {
        true => Some(filtered(reads, filters).count().get_result(conn).await?),
        false => None,
    };
    let page = listing.page(rows, count, |(row, ..), column| {
        let value = match column {
            "quantity" => row.quantity.to_string(),
            "taxon" => row.taxon_name.clone().unwrap_or_default(),
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.exit_date.to_string(),
        };
        (value, row.id)
    });
    Ok(page.map(Exit::from))
}

fn filtered<'a>(reads: &Reach, filters: &'a ExitFilters) -> view::BoxedQuery<'a, diesel::pg::Pg> {
    let mut query = view::table.filter(reads.records()).into_boxed();
    if filters.reversed != Some(true) {
        query = query.filter(view::is_reversed.eq(false));
    }
    if let Some(kinds) = &filters.kind {
        query = query.filter(view::exit_kind.eq_any(kinds));
    }
    if let Some(cd_nom) = filters.cd_nom {
        query = query.filter(material_in_taxa(
            None::<i32>,
            view::id_material.nullable(),
            vec![cd_nom],
        ));
    }
    if let Some(cultivation) = filters.cultivation {
        query = query.filter(view::cultivation_uuid.eq(cultivation));
    }
    if let Some(partner) = filters.partner {
        query = query.filter(view::partner_uuid.eq(partner));
    }
    if let Some(permit) = filters.permit {
        query = query.filter(view::permit_uuid.eq(permit));
    }
    if let Some(dataset) = filters.id_dataset {
        query = query.filter(view::id_dataset.eq(dataset));
    }
    let first = filters
        .year_min
        .and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    if let Some(first) = first {
        query = query.filter(view::exit_date.ge(first));
    }
    let last = filters
        .year_max
        .and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    if let Some(last) = last {
        query = query.filter(view::exit_date.le(last));
    }
    if let Some([lon, lat, other_lon, other_lat]) = filters.bbox.as_deref() {
        // A map shown whole gives corners beyond the globe.
        let (x, y) = (
            |lon: &f64| lon.clamp(-180.0, 180.0),
            |lat: &f64| lat.clamp(-90.0, 90.0),
        );
        let rectangle = st_make_envelope(x(lon), y(lat), x(other_lon), y(other_lat), SRID);
        let shown = place!(Blurred::exits(reads));
        query = query.filter(st_intersects(shown, rectangle).assume_not_null());
    }
    for word in filters.search.as_deref().unwrap_or_default().split_whitespace() {
        let pattern = crate::db::contains(word);
        let in_name = unaccent(view::sort_taxon_name).ilike(unaccent(pattern.clone()));
        query = query.filter(in_name.or(view::cultivation_code.ilike(pattern)));
    }
    query
}

/// An exit that may be read, and whether `action` reaches its cultivation.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Found, bool), Problem> {
    let (row, blurred, place, kin, allowed) = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select(found!(reads, action.records()))
        .first(conn)
        .await?;
    Ok(((row, blurred, place, kin), allowed))
}

/// The visits of an exit, the last first.
///
/// # Errors
/// The database cannot be read.
pub async fn follow_ups(conn: &mut AsyncPgConnection, id_exit: i32) -> QueryResult<Vec<FollowUp>> {
    told::table
        .filter(told::id_exit.eq(id_exit))
        .order((told::follow_up_date.desc(), told::id.desc()))
        .select(FollowUp::as_select())
        .load(conn)
        .await
}

/// One of them.
///
/// # Errors
/// It is not one of them.
pub async fn follow_up(conn: &mut AsyncPgConnection, id_exit: i32, uuid: Uuid) -> QueryResult<FollowUp> {
    told::table
        .filter(told::id_exit.eq(id_exit))
        .filter(told::uuid.eq(uuid))
        .select(FollowUp::as_select())
        .first(conn)
        .await
}

/// The visits of an exit that stand, in order.
///
/// # Errors
/// The database cannot be read.
pub async fn visits(conn: &mut AsyncPgConnection, id_exit: i32) -> QueryResult<Vec<Visit>> {
    let rows: Vec<(NaiveDate, i32, i32, i32)> = told::table
        .filter(told::id_exit.eq(id_exit))
        .filter(told::reverses_uuid.is_null())
        .filter(told::reversed_by_uuid.is_null())
        .order((told::follow_up_date, told::id))
        .select((told::follow_up_date, told::alive, told::dead, told::not_seen))
        .load(conn)
        .await?;
    let visit = |(date, alive, dead, not_seen)| Visit {
        date,
        alive,
        dead,
        not_seen,
    };
    Ok(rows.into_iter().map(visit).collect())
}

/// Writes a visit and gives its identifier.
///
/// # Errors
/// A law of the follow-up.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    id_exit: i32,
    new: &NewFollowUp,
    date: NaiveDate,
    id_digitiser: i32,
) -> QueryResult<Uuid> {
    let observer = new
        .id_observer
        .or(Some(id_digitiser).filter(|_| new.observer_text.is_none()));
    diesel::insert_into(visits::table)
        .values((
            new.uuid.map(|uuid| visits::uuid.eq(uuid)),
            visits::id_exit.eq(id_exit),
            visits::follow_up_date.eq(date),
            visits::alive.eq(new.alive),
            visits::dead.eq(new.dead),
            visits::not_seen.eq(new.not_seen),
            visits::flowering.eq(new.flowering),
            visits::id_observer.eq(observer),
            visits::observer_text.eq(&new.observer_text),
            visits::remarks.eq(&new.remarks),
            visits::id_digitiser.eq(id_digitiser),
        ))
        .returning(visits::uuid)
        .get_result(conn)
        .await
}

/// Reverses a visit and gives the identifier of the reversal.
///
/// # Errors
/// A law of the follow-up.
pub async fn reverse(
    conn: &mut AsyncPgConnection,
    id_exit: i32,
    visit: &FollowUp,
    reason: &str,
    id_digitiser: i32,
) -> QueryResult<Uuid> {
    diesel::insert_into(visits::table)
        .values((
            visits::id_exit.eq(id_exit),
            visits::follow_up_date.eq(visit.follow_up_date),
            visits::id_reversed.eq(visit.id),
            visits::reason.eq(reason),
            visits::id_digitiser.eq(id_digitiser),
        ))
        .returning(visits::uuid)
        .get_result(conn)
        .await
}
