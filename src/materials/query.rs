//! Materials in the database.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Date, Nullable};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use uuid::Uuid;

use super::grown::GrownOf;
use super::model::{Found, MaterialChanges, MaterialFilters, MaterialRow, NewMaterial, NewTaxon};
use super::rules::{self, OriginKey};
use crate::auth::Reach;
use crate::codes::{self, CodeKind};
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::{Problem, table};
use crate::host::known::{self, TaxonName};
use crate::host::nomenclatures::Nomenclatures;
use crate::host::taxon_tree::Within;
use crate::http::{Listing, Page};
use crate::schema::views::{v_harvests, v_materials as view, v_receptions};
use crate::schema::{cor_material_taxa as taxa, t_materials as materials};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// What is read of a material, for a reader.
macro_rules! found {
    ($reads:expr $(, $more:expr)?) => {
        (
            MaterialRow::as_select(),
            $reads.relatives("harvest_"),
            $reads.relatives("reception_"),
            $reads.relatives("parent_"),
            GrownOf
            $(, $more)?
        )
    };
}

/// A page of materials.
///
/// # Errors
/// The database cannot be read; 409 for an unknown type of material.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &MaterialFilters,
    listing: &Listing,
    names: &Nomenclatures,
) -> Result<Page<Found>, Problem> {
    let types = filters.material_type.iter().flatten();
    let types: Vec<i32> = types
        .map(|code| names.id("EXS_HARVEST_MATERIAL", code, "/material_type"))
        .collect::<Result<_, _>>()?;
    let filtered = || {
        let mut query = view::table.filter(reads.records()).into_boxed();
        if filters.archived != Some(true) {
            query = query.filter(view::archived_at.is_null());
        }
        if let Some(text) = &filters.search {
            let pattern = crate::db::contains(text);
            let cited = taxa::table.filter(unaccent(taxa::cited_name).ilike(unaccent(pattern.clone())));
            query = query.filter(
                view::code
                    .ilike(pattern.clone())
                    .or(view::culture_bank_code
                        .is_not_null()
                        .and(view::culture_bank_code.assume_not_null().ilike(pattern)))
                    .or(view::id.eq_any(cited.select(taxa::id_material))),
            );
        }
        if let Some(id_dataset) = filters.id_dataset {
            query = query.filter(view::id_dataset.eq(id_dataset));
        }
        if let Some(cd_nom) = filters.cd_nom {
            query =
                query.filter(view::id.eq_any(taxa::table.filter(Within(cd_nom)).select(taxa::id_material)));
        }
        if let Some(harvest) = filters.harvest {
            query = query
                .filter(view::harvest_uuid.assume_not_null().eq(harvest))
                .filter(reads.relatives("harvest_"));
        }
        if let Some(reception) = filters.reception {
            query = query
                .filter(view::reception_uuid.assume_not_null().eq(reception))
                .filter(reads.relatives("reception_"));
        }
        if let Some(parent) = filters.parent {
            query = query
                .filter(view::parent_uuid.assume_not_null().eq(parent))
                .filter(reads.relatives("parent_"));
        }
        if filters.material_type.is_some() {
            query = query.filter(view::id_nomenclature_material_type.eq_any(types.clone()));
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let rows = First {
        query: query.select(found!(reads)),
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
            _ => found.row.code.clone(),
        };
        (value, found.row.id)
    }))
}

/// A material that may be read, and whether `action` reaches it too.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Found, bool), Problem> {
    let (row, harvest_readable, reception_readable, parent_readable, grown, allowed) = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select(found!(reads, action.records()))
        .first(conn)
        .await?;
    Ok((
        Found {
            row,
            harvest_readable,
            reception_readable,
            parent_readable,
            grown,
        },
        allowed,
    ))
}

/// A material that was just written.
async fn written(conn: &mut AsyncPgConnection, id: i32, reads: &Reach) -> QueryResult<Found> {
    view::table.find(id).select(found!(reads)).first(conn).await
}

/// An origin that was found.
#[derive(Debug, Clone, Queryable)]
pub struct FoundOrigin {
    id: i32,
    /// Its dataset, which the material inherits.
    pub id_dataset: i32,
    /// Its day, none when it is unknown or the origin is another material.
    pub date: Option<NaiveDate>,
    archived_at: Option<DateTime<Utc>>,
}

/// The origin of a new material.
///
/// # Errors
/// 409 at its field when it does not exist or may not be read, or is archived.
pub async fn origin(
    conn: &mut AsyncPgConnection,
    key: OriginKey,
    reads: &Reach,
) -> Result<FoundOrigin, Problem> {
    let found: QueryResult<FoundOrigin> = match key {
        OriginKey::Harvest(uuid) => {
            use v_harvests::{archived_at, date_min, id, id_dataset};
            let rows = v_harvests::table
                .filter(v_harvests::uuid.eq(uuid))
                .filter(reads.records());
            rows.select((id, id_dataset, date_min, archived_at))
                .first(conn)
                .await
        }
        OriginKey::Reception(uuid) => {
            use v_receptions::{archived_at, date_received, id, id_dataset};
            let rows = v_receptions::table
                .filter(v_receptions::uuid.eq(uuid))
                .filter(reads.records());
            rows.select((id, id_dataset, date_received.nullable(), archived_at))
                .first(conn)
                .await
        }
        OriginKey::Parent(uuid) => {
            use view::{archived_at, id, id_dataset};
            let rows = view::table.filter(view::uuid.eq(uuid)).filter(reads.records());
            let no_date = None::<NaiveDate>.into_sql::<Nullable<Date>>();
            rows.select((id, id_dataset, no_date, archived_at))
                .first(conn)
                .await
        }
    };
    let found = found
        .optional()?
        .ok_or_else(|| Problem::unknown(key.pointer(), "unknown_reference"))?;
    if found.archived_at.is_some() {
        Err(Problem::new(table::ARCHIVED).at(key.pointer()))
    } else {
        Ok(found)
    }
}

/// Makes a material of an origin, with its taxa.
///
/// # Errors
/// 409 for a code or a taxon that is unknown; a law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewMaterial,
    (key, origin): (OriginKey, &FoundOrigin),
    year: i32,
    names: &Nomenclatures,
    reads: &Reach,
) -> Result<Found, Problem> {
    let terms = (
        materials::id_nomenclature_material_type.eq(names.id(
            "EXS_HARVEST_MATERIAL",
            &new.material_type,
            "/material_type",
        )?),
        materials::id_nomenclature_individuals_class.eq(names.maybe(
            "EXS_FOOT_COUNTING_CLASS",
            new.individuals_class.as_deref(),
            "/individuals_class",
        )?),
        materials::id_nomenclature_sampling_method.eq(names.maybe(
            "EXS_METHOD_SAMPLE",
            new.sampling_method.as_deref(),
            "/sampling_method",
        )?),
        materials::id_nomenclature_phenology_1.eq(names.maybe(
            "EXS_PHENOLOGY",
            new.phenology_1.as_deref(),
            "/phenology_1",
        )?),
        materials::id_nomenclature_phenology_2.eq(names.maybe(
            "EXS_PHENOLOGY",
            new.phenology_2.as_deref(),
            "/phenology_2",
        )?),
    );
    let named = name(conn, &new.taxa).await?;
    let only = |wanted: bool| wanted.then_some(origin.id);
    let code = match &new.code {
        Some(code) => code.clone(),
        None => codes::next(conn, CodeKind::Material, year).await?,
    };
    let id = diesel::insert_into(materials::table)
        .values((
            new,
            terms,
            materials::code.eq(code),
            materials::id_dataset.eq(new.id_dataset.unwrap_or(origin.id_dataset)),
            materials::id_harvest.eq(only(matches!(key, OriginKey::Harvest(_)))),
            materials::id_reception.eq(only(matches!(key, OriginKey::Reception(_)))),
            materials::id_parent_material.eq(only(matches!(key, OriginKey::Parent(_)))),
            materials::id_digitiser.eq(reads.principal.id_role),
        ))
        .returning(materials::id_material)
        .get_result(conn)
        .await?;
    put_taxa(conn, id, &named).await?;
    Ok(written(conn, id, reads).await?)
}

/// Changes a material that is still at the version read; none when it is not.
///
/// # Errors
/// 409 for a code or a taxon that is unknown; a law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    material: &Found,
    changes: &MaterialChanges,
    names: &Nomenclatures,
    reads: &Reach,
) -> Result<Option<Found>, Problem> {
    let row = &material.row;
    let terms = (
        names
            .maybe(
                "EXS_HARVEST_MATERIAL",
                changes.material_type.as_deref(),
                "/material_type",
            )?
            .map(|id| materials::id_nomenclature_material_type.eq(id)),
        names
            .patch(
                "EXS_FOOT_COUNTING_CLASS",
                &changes.individuals_class,
                "/individuals_class",
            )?
            .map(|id| materials::id_nomenclature_individuals_class.eq(id)),
        names
            .patch("EXS_METHOD_SAMPLE", &changes.sampling_method, "/sampling_method")?
            .map(|id| materials::id_nomenclature_sampling_method.eq(id)),
        names
            .patch("EXS_PHENOLOGY", &changes.phenology_1, "/phenology_1")?
            .map(|id| materials::id_nomenclature_phenology_1.eq(id)),
        names
            .patch("EXS_PHENOLOGY", &changes.phenology_2, "/phenology_2")?
            .map(|id| materials::id_nomenclature_phenology_2.eq(id)),
    );
    let named = match &changes.taxa {
        Some(taxa) => Some(name(conn, taxa).await?),
        None => None,
    };
    let changed = diesel::update(
        materials::table
            .find(row.id)
            .filter(materials::version.eq(row.version)),
    )
    .set((
        changes,
        terms,
        materials::archived_at.eq(crate::db::archive(changes.archived, row.archived_at)),
    ))
    .execute(conn)
    .await?;
    if changed == 0 {
        return Ok(None);
    }
    let same = |new: &Vec<TaxonName>| {
        new.iter()
            .map(|t| (t.cd_nom, &t.name))
            .eq(row.taxa.0.iter().map(|t| (t.cd_nom, &t.cited_name)))
    };
    if let Some(named) = named.filter(|new| !same(new)) {
        diesel::delete(taxa::table.filter(taxa::id_material.eq(row.id)))
            .execute(conn)
            .await?;
        put_taxa(conn, row.id, &named).await?;
    }
    Ok(Some(written(conn, row.id, reads).await?))
}

async fn name(conn: &mut AsyncPgConnection, taxa: &[NewTaxon]) -> Result<Vec<TaxonName>, Problem> {
    let asked: Vec<i32> = taxa.iter().map(|t| t.cd_nom).collect();
    rules::named(taxa, &known::taxa(conn, &asked).await?)
}

async fn put_taxa(conn: &mut AsyncPgConnection, id: i32, named: &[TaxonName]) -> QueryResult<usize> {
    use taxa::{cd_nom, cited_name, id_material, rank, table};
    let row = |(n, t): (i16, &TaxonName)| {
        (
            id_material.eq(id),
            rank.eq(n),
            cd_nom.eq(t.cd_nom),
            cited_name.eq(t.name.clone()),
        )
    };
    let rows: Vec<_> = (1_i16..).zip(named).map(row).collect();
    diesel::insert_into(table).values(rows).execute(conn).await
}

/// Deletes a material that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, material: &Found) -> QueryResult<usize> {
    diesel::delete(materials::table.find(material.row.id))
        .execute(conn)
        .await
}
