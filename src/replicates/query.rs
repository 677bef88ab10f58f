//! Replicates in the database.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::Owner;
use super::model::{ReplicateColumns, ReplicateRow};
use crate::schema::{t_replicates as table, v_replicates as view};

/// The replicates of a sowing or of a test, in the order of their codes.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<Vec<ReplicateRow>> {
    let query = view::table
        .order((
            diesel::dsl::sql::<diesel::sql_types::Integer>("length(code)"),
            view::code,
        ))
        .into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(view::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(view::id_seed_test.eq(id)),
    };
    query.select(ReplicateRow::as_select()).load(conn).await
}

/// One of them.
///
/// # Errors
/// It does not exist there.
pub async fn find(conn: &mut AsyncPgConnection, owner: Owner, uuid: Uuid) -> QueryResult<ReplicateRow> {
    let query = view::table.filter(view::uuid.eq(uuid)).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(view::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(view::id_seed_test.eq(id)),
    };
    query.select(ReplicateRow::as_select()).first(conn).await
}

/// Makes replicates in one statement, so that their sum is checked once.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, new: &[ReplicateColumns]) -> QueryResult<Vec<Uuid>> {
    diesel::insert_into(table::table)
        .values(new)
        .returning(table::uuid)
        .get_results(conn)
        .await
}

/// Changes a replicate that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    row: &ReplicateRow,
    changes: &ReplicateColumns,
) -> QueryResult<bool> {
    let target = table::table.find(row.id).filter(table::version.eq(row.version));
    match diesel::update(target).set(changes).execute(conn).await {
        Err(diesel::result::Error::QueryBuilderError(_)) => Ok(true),
        done => done.map(|rows| rows > 0),
    }
}

/// Deletes a replicate that was never counted.
///
/// # Errors
/// A law of the database.
pub async fn delete(conn: &mut AsyncPgConnection, row: &ReplicateRow) -> QueryResult<usize> {
    diesel::delete(table::table.find(row.id)).execute(conn).await
}

/// Deletes every replicate of a draft.
///
/// # Errors
/// A law of the database.
pub async fn delete_all(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<usize> {
    match owner {
        Owner::Sowing(id) => {
            let all = table::table.filter(table::id_sowing.eq(id));
            diesel::delete(all).execute(conn).await
        }
        Owner::SeedTest(id) => {
            let all = table::table.filter(table::id_seed_test.eq(id));
            diesel::delete(all).execute(conn).await
        }
    }
}
