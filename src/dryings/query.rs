//! Dryings in the database.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{DryingChanges, DryingRow, NewDrying};
use crate::schema::t_dryings as table;

/// The dryings of a lot, the first first.
///
/// # Errors
/// The database cannot be read.
pub async fn all(conn: &mut AsyncPgConnection, id_seed_lot: i32) -> QueryResult<Vec<DryingRow>> {
    table::table
        .filter(table::id_seed_lot.eq(id_seed_lot))
        .order((table::date_start, table::id_drying))
        .select(DryingRow::as_select())
        .load(conn)
        .await
}

/// A drying of a lot.
///
/// # Errors
/// It does not exist, or is of another lot.
pub async fn find(conn: &mut AsyncPgConnection, id_seed_lot: i32, uuid: Uuid) -> QueryResult<DryingRow> {
    table::table
        .filter(table::uuid.eq(uuid))
        .filter(table::id_seed_lot.eq(id_seed_lot))
        .select(DryingRow::as_select())
        .first(conn)
        .await
}

/// Adds a drying to a lot.
///
/// # Errors
/// A law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    id_seed_lot: i32,
    new: &NewDrying,
    id_nomenclature_kind: Option<i32>,
    id_digitiser: i32,
) -> QueryResult<DryingRow> {
    diesel::insert_into(table::table)
        .values((
            new,
            table::id_seed_lot.eq(id_seed_lot),
            table::id_nomenclature_kind.eq(id_nomenclature_kind),
            table::id_digitiser.eq(id_digitiser),
        ))
        .returning(DryingRow::as_returning())
        .get_result(conn)
        .await
}

/// Changes a drying that is still at the version read; none when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    drying: &DryingRow,
    changes: &DryingChanges,
    id_nomenclature_kind: Option<Option<i32>>,
) -> QueryResult<Option<DryingRow>> {
    let target = table::table
        .find(drying.id_drying)
        .filter(table::version.eq(drying.version));
    let kind = id_nomenclature_kind.map(|kind| table::id_nomenclature_kind.eq(kind));
    // A change of nothing still is one: the version counts it, as for every record.
    diesel::update(target)
        .set((changes, kind, table::uuid.eq(drying.uuid)))
        .returning(DryingRow::as_returning())
        .get_result(conn)
        .await
        .optional()
}

/// Deletes a drying.
///
/// # Errors
/// The database cannot be written.
pub async fn delete(conn: &mut AsyncPgConnection, drying: &DryingRow) -> QueryResult<usize> {
    diesel::delete(table::table.find(drying.id_drying))
        .execute(conn)
        .await
}
