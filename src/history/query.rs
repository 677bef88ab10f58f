//! The history in the database.

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{HistoryFilters, HistoryLine, HistoryOperation};
use crate::auth::Reach;
use crate::db::page::First;
use crate::error::{Problem, table};
use crate::http::Page;
use crate::schema::t_history as history;

diesel::define_sql_function! {
    /// Name of a role of the host.
    #[sql_name = "pr_exsitu.role_name"]
    fn role_name(id_role: Nullable<Integer>) -> Nullable<Text>;
}

/// The history of a record: of one that may be read (`found`), or of a deleted one whose
/// tombstone says that it could have been.
///
/// # Errors
/// 404 when it does not exist and never did, or may not be read.
pub async fn of_record(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    table_name: &str,
    found: Result<(), Problem>,
    reads: &Reach,
    filters: &HistoryFilters,
) -> Result<Page<HistoryLine>, Problem> {
    if let Err(problem) = found
        && (problem.kind() != table::NOT_FOUND || !was_readable(conn, uuid, table_name, reads).await?)
    {
        return Err(problem);
    }
    let limit = filters.limit.unwrap_or(50);
    let mut query = history::table
        .filter(history::uuid_record.eq(uuid))
        .order(history::id_history.desc())
        .into_boxed();
    if let Some(cursor) = &filters.cursor {
        let before: i64 = cursor
            .parse()
            .map_err(|_| Problem::new(table::CURSOR_OF_ANOTHER_LIST).at("/cursor"))?;
        query = query.filter(history::id_history.lt(before));
    }
    let query = query.select((
        history::id_history,
        history::happened_at,
        history::operation,
        history::table_name,
        history::uuid,
        history::before,
        history::after,
        history::id_role,
        role_name(history::id_role),
        history::request_id,
        history::transaction,
    ));
    let mut items: Vec<HistoryLine> = First {
        query,
        rows: limit.saturating_add(1),
    }
    .load(conn)
    .await?;
    let more = items.len() > usize::from(limit);
    items.truncate(limit.into());
    let next_cursor = items.last().filter(|_| more).map(|line| line.id.to_string());
    Ok(Page {
        items,
        next_cursor,
        count: None,
    })
}

/// True when what a POST made, at this address, was deleted since: its tombstone is among those of
/// the records that the address names.
///
/// # Errors
/// The database cannot be read.
pub async fn was_deleted(conn: &mut AsyncPgConnection, location: &str) -> QueryResult<bool> {
    let named: Vec<Uuid> = location.split('/').filter_map(|part| part.parse().ok()).collect();
    let tombstone = history::table
        .filter(history::uuid_record.eq_any(&named))
        .filter(history::uuid.nullable().eq(named.last()))
        .filter(history::operation.eq(HistoryOperation::Delete));
    diesel::select(diesel::dsl::exists(tombstone))
        .get_result(conn)
        .await
}

/// True when a record was deleted from within what may be read.
async fn was_readable(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    table_name: &str,
    reads: &Reach,
) -> Result<bool, Problem> {
    let tombstone: Option<(Option<i32>, Option<serde_json::Value>)> = history::table
        .filter(history::uuid_record.eq(uuid))
        .filter(history::uuid.eq(uuid))
        .filter(history::table_name.eq(table_name))
        .filter(history::operation.eq(HistoryOperation::Delete))
        .select((history::id_dataset, history::before))
        .first(conn)
        .await
        .optional()?;
    let Some((id_dataset, before)) = tombstone else {
        return Ok(false);
    };
    let number = |name: &str| before.as_ref()?.get(name)?.as_i64();
    let mine = number("id_digitiser") == Some(reads.principal.id_role.into());
    let ours = number("id_organism").is_some_and(|o| reads.principal.id_organism.map(i64::from) == Some(o));
    Ok(
        mine || ours
            || id_dataset.map_or_else(|| reads.allows_dataset(i32::MIN), |d| reads.allows_dataset(d)),
    )
}
