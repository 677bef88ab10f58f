//! Datasets of the host, as what a record is written in.

use diesel::deserialize::Queryable;
use diesel::sql_types::{Array, Bool, Integer, Text, Uuid as SqlUuid};
use diesel::{OptionalExtension, QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::words::Words;
use crate::auth::{Reach, Scope};
use crate::config::MODULE_CODE;
use crate::db::statement::Statement;
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
/// 409 on the field `/id_dataset`.
pub async fn check_writable(
    conn: &mut AsyncPgConnection,
    reach: &Reach,
    id_dataset: i32,
) -> Result<(), Problem> {
    let known = is_active(conn, id_dataset).await? == Some(true);
    if known && reach.allows_dataset(id_dataset) {
        Ok(())
    } else {
        Err(Problem::unknown("/id_dataset", "unknown_dataset"))
    }
}

/// A dataset.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct Dataset {
    /// Key in the host.
    #[schema(example = 1)]
    pub id_dataset: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Name.
    pub name: String,
    /// Short name.
    pub shortname: String,
    /// New records may be put in it.
    pub active: bool,
}

/// Datasets that a right reaches, found by words in any order; those offered to new
/// records of the module only, when it is to create one.
///
/// # Errors
/// The database cannot be read.
pub async fn search(
    conn: &mut AsyncPgConnection,
    reach: &Reach,
    words: &Words,
    to_create: bool,
    limit: u16,
) -> QueryResult<Vec<Dataset>> {
    let mut query = Statement::<(Integer, SqlUuid, Text, Text, Bool)>::new(
        "SELECT d.id_dataset, d.unique_dataset_id, d.dataset_name::text, d.dataset_shortname::text, d.active
         FROM gn_meta.t_datasets d
         WHERE public.unaccent(d.dataset_name || ' ' || d.dataset_shortname) ILIKE ALL (ARRAY(SELECT public.unaccent(w) FROM unnest(",
    )
    .bind::<Array<Text>, _>(words.anywhere.clone())
    .sql(") AS w))");
    let scope = reach
        .grants
        .iter()
        .map(|grant| grant.scope)
        .max()
        .unwrap_or(Scope::Mine);
    if scope < Scope::Everything {
        query = query
            .sql(" AND d.id_dataset = ANY (")
            .bind::<Array<Integer>, _>(reach.principal.datasets(scope).clone())
            .sql(")");
    }
    if to_create {
        query = query
            .sql(
                " AND d.active AND EXISTS (SELECT FROM gn_commons.cor_module_dataset c JOIN gn_commons.t_modules m USING (id_module)
                 WHERE c.id_dataset = d.id_dataset AND m.module_code = ",
            )
            .bind::<Text, _>(MODULE_CODE)
            .sql(")");
    }
    query
        .sql(" ORDER BY d.dataset_name, d.id_dataset LIMIT ")
        .number(limit)
        .load(conn)
        .await
}

/// The same for a record that a PATCH may move: nothing is asked when it stays.
///
/// # Errors
/// As [`check_writable`].
pub async fn check_move(
    conn: &mut AsyncPgConnection,
    reach: &Reach,
    to: Option<i32>,
    from: i32,
) -> Result<(), Problem> {
    match to {
        Some(to) if to != from => check_writable(conn, reach, to).await,
        _ => Ok(()),
    }
}
