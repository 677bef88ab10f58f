//! Datasets of the host, as what a record is written in.

use diesel::sql_types::{Bool, Integer};
use diesel::{OptionalExtension, QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::auth::Reach;
use crate::error::Problem;

#[derive(QueryableByName)]
struct Active {
    #[diesel(sql_type = Bool)]
    active: bool,
}

async fn is_active(conn: &mut AsyncPgConnection, id_dataset: i32) -> QueryResult<Option<bool>> {
    sql_query("SELECT active FROM gn_meta.t_datasets WHERE id_dataset = $1")
        .bind::<Integer, _>(id_dataset)
        .get_result::<Active>(conn)
        .await
        .optional()
        .map(|row| row.map(|row| row.active))
}

/// Goes on when a new record may be put in this dataset: it exists, is active, and C
/// (or U, when a record moves to it) reaches it.
///
/// # Errors
/// 422 on the field `/id_dataset`.
pub async fn check_writable(conn: &mut AsyncPgConnection, reach: &Reach, id_dataset: i32) -> Result<(), Problem> {
    let known = is_active(conn, id_dataset).await? == Some(true);
    if known && reach.allows_dataset(id_dataset) { Ok(()) } else { Err(Problem::field("/id_dataset", "unknown_dataset")) }
}

/// The same for a record that a PATCH may move: nothing is asked when it stays.
///
/// # Errors
/// As [`check_writable`].
pub async fn check_move(conn: &mut AsyncPgConnection, reach: &Reach, to: Option<i32>, from: i32) -> Result<(), Problem> {
    match to {
        Some(to) if to != from => check_writable(conn, reach, to).await,
        _ => Ok(()),
    }
}
