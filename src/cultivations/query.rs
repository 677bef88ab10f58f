//! Cultivations in the database.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{Cultivation, CultivationColumns, CultivationFilters, CultivationRow, Readable};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::{Problem, table as problems};
use crate::http::{Listing, Page};
use crate::places::query::places_within;
use crate::schema::{t_cultivations as table, v_cultivations as view};
use crate::sowings::query::material_in_taxa;

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "date_start",
        column: "sort_date_start",
        sql_type: "date",
    },
    SortColumn {
        name: "alive",
        column: "alive",
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

/// A page of cultivations.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &CultivationFilters,
    listing: &Listing,
) -> Result<Page<Cultivation>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = query.select((
        CultivationRow::as_select(),
        (
            reads.relatives("material_"),
            reads.relatives("sowing_"),
            reads.relatives("test_"),
            reads.relatives("parent_"),
            reads.related_organisation("place_"),
        ),
    ));
    let rows: Vec<(CultivationRow, Readable)> = First {
        query,
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = match listing.count {
        true => Some(filtered(reads, filters).count().get_result(conn).await?),
        false => None,
    };
    let page = listing.page(rows, count, |(row, _), column| (key(row, column), row.id));
    Ok(page.map(Cultivation::from))
}

fn key(row: &CultivationRow, column: &str) -> String {
    let day = |date: Option<NaiveDate>| date.map_or("0001-01-01".to_owned(), |day| day.to_string());
    match column {
        "date_start" => day(row.date_start),
        "alive" => row.tally.alive.to_string(),
        "taxon" => row.kin.taxon_name.clone().unwrap_or_default(),
        "created" => row.meta_create_date.to_rfc3339(),
        _ => row.code.clone(),
    }
}

fn filtered<'a>(reads: &Reach, filters: &'a CultivationFilters) -> view::BoxedQuery<'a, diesel::pg::Pg> {
    let mut query = view::table.filter(reads.records()).into_boxed();
    if filters.archived != Some(true) {
        query = query.filter(view::archived_at.is_null());
    }
    if let Some(states) = &filters.state {
        query = query.filter(view::state.eq_any(states));
    }
    if let Some(cd_nom) = filters.cd_nom {
        let within = material_in_taxa(None::<i32>, view::id_material.nullable(), vec![cd_nom]);
        query = query.filter(within);
    }
    if let Some(place) = filters.place {
        query = query.filter(view::id_place.eq_any(diesel::select(places_within(place).nullable())));
    }
    if let Some(material) = filters.material {
        query = query.filter(view::material_uuid.eq(material));
    }
    if let Some(sowing) = filters.sowing {
        query = query.filter(view::sowing_uuid.eq(sowing));
    }
    if let Some(test) = filters.seed_test {
        query = query.filter(view::test_uuid.eq(test));
    }
    if let Some(parent) = filters.parent {
        query = query.filter(view::parent_uuid.eq(parent));
    }
    if let Some(dataset) = filters.id_dataset {
        query = query.filter(view::id_dataset.eq(dataset));
    }
    if let Some(generation) = filters.generation {
        query = query.filter(view::generation.eq(generation));
    }
    if let Some(role) = filters.responsible {
        query = query.filter(view::id_responsible.eq(role));
    }
    for word in filters.search.as_deref().unwrap_or_default().split_whitespace() {
        let pattern = crate::db::contains(word);
        let in_name = unaccent(view::sort_taxon_name).ilike(unaccent(pattern.clone()));
        query = query.filter(in_name.or(view::code.ilike(pattern)));
    }
    query
}

/// A cultivation that may be read, which of its relatives may be, and whether `action` reaches it.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(CultivationRow, Readable, bool), Problem> {
    let relatives = (
        reads.relatives("material_"),
        reads.relatives("sowing_"),
        reads.relatives("test_"),
        reads.relatives("parent_"),
        reads.related_organisation("place_"),
    );
    Ok(view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((CultivationRow::as_select(), relatives, action.records()))
        .first(conn)
        .await?)
}

/// A cultivation that a body names, when a right reaches it.
///
/// # Errors
/// 409 on the field when it does not exist, is not reached, or is put away.
pub async fn other(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reach: &Reach,
    pointer: &str,
) -> Result<CultivationRow, Problem> {
    let found: Option<CultivationRow> = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reach.records())
        .select(CultivationRow::as_select())
        .first(conn)
        .await
        .optional()?;
    let found = found.ok_or_else(|| Problem::unknown(pointer, "unknown_reference"))?;
    match found.archived_at {
        Some(_) => Err(Problem::new(problems::ARCHIVED).at(pointer)),
        None => Ok(found),
    }
}

/// Those of some cultivations that a right reaches, in the order of their keys.
///
/// # Errors
/// The database cannot be read.
pub async fn reached(
    conn: &mut AsyncPgConnection,
    ids: &[i32],
    reach: &Reach,
) -> QueryResult<Vec<CultivationRow>> {
    view::table
        .filter(view::id.eq_any(ids))
        .filter(reach.records())
        .order(view::id)
        .select(CultivationRow::as_select())
        .load(conn)
        .await
}

/// Locks cultivations in the order of their keys.
///
/// # Errors
/// The database cannot be read.
pub async fn lock(conn: &mut AsyncPgConnection, ids: &[i32]) -> QueryResult<Vec<i32>> {
    table::table
        .filter(table::id_cultivation.eq_any(ids))
        .order(table::id_cultivation)
        .select(table::id_cultivation)
        .for_no_key_update()
        .load(conn)
        .await
}

/// Makes a cultivation and gives its identifier.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, columns: &CultivationColumns) -> QueryResult<Uuid> {
    // The database computes it.
    let generation = table::generation.eq(0_i16);
    diesel::insert_into(table::table)
        .values((columns, generation))
        .returning(table::uuid)
        .get_result(conn)
        .await
}

/// Changes a cultivation that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    row: &CultivationRow,
    columns: &CultivationColumns,
) -> QueryResult<bool> {
    let target = table::table.find(row.id).filter(table::version.eq(row.version));
    diesel::update(target)
        .set((columns, table::code.eq(&row.code)))
        .execute(conn)
        .await
        .map(|rows| rows > 0)
}

/// Deletes a cultivation to which nothing happened.
///
/// # Errors
/// 409 when something depends on it.
pub async fn delete(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<usize> {
    diesel::delete(table::table.find(id)).execute(conn).await
}
