//! Does what a record cites exist in the host? One statement a question, whatever
//! the number of things cited.

use diesel::sql_types::{Array, Bool, Integer, Text};
use diesel::{QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::error::Problem;

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Integer)]
    key: i32,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    found: bool,
}

/// A name of TAXREF.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct TaxonName {
    /// Its code.
    #[diesel(sql_type = Integer)]
    pub cd_nom: i32,
    /// The name with its authors, or without when the host does not have them.
    #[diesel(sql_type = Text)]
    pub name: String,
}

async fn keys(conn: &mut AsyncPgConnection, sql: &'static str, asked: &[i32]) -> QueryResult<Vec<i32>> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Key> = sql_query(sql).bind::<Array<Integer>, _>(asked).load(conn).await?;
    Ok(rows.into_iter().map(|row| row.key).collect())
}

/// Goes on when all these people exist.
///
/// # Errors
/// 409 `unknown_role` at the pointer of the first who does not.
pub async fn roles(
    conn: &mut AsyncPgConnection,
    asked: &[i32],
    at: impl Fn(usize) -> String,
) -> Result<(), Problem> {
    let sql = "SELECT id_role AS key FROM utilisateurs.t_roles WHERE id_role = ANY ($1) AND NOT groupe";
    all(asked, &keys(conn, sql, asked).await?, at, "unknown_role")
}

/// Goes on when all these areas exist.
///
/// # Errors
/// 409 `unknown_area` at the pointer of the first that does not.
pub async fn areas(
    conn: &mut AsyncPgConnection,
    asked: &[i32],
    at: impl Fn(usize) -> String,
) -> Result<(), Problem> {
    let sql = "SELECT id_area AS key FROM ref_geo.l_areas WHERE id_area = ANY ($1) AND enable";
    all(asked, &keys(conn, sql, asked).await?, at, "unknown_area")
}

fn all(asked: &[i32], known: &[i32], at: impl Fn(usize) -> String, code: &str) -> Result<(), Problem> {
    match asked.iter().position(|key| !known.contains(key)) {
        Some(n) => Err(Problem::unknown(at(n), code)),
        None => Ok(()),
    }
}

/// Goes on when this habitat exists.
///
/// # Errors
/// 409 `unknown_habitat` at `/cd_hab`.
pub async fn habitat(conn: &mut AsyncPgConnection, cd_hab: i32) -> Result<(), Problem> {
    let sql = "SELECT EXISTS (SELECT FROM ref_habitats.habref WHERE cd_hab = $1) AS found";
    let row: Found = sql_query(sql).bind::<Integer, _>(cd_hab).get_result(conn).await?;
    if row.found {
        Ok(())
    } else {
        Err(Problem::unknown("/cd_hab", "unknown_habitat"))
    }
}

/// The names that exist among these.
///
/// # Errors
/// The database cannot be read.
pub async fn taxa(conn: &mut AsyncPgConnection, asked: &[i32]) -> QueryResult<Vec<TaxonName>> {
    let sql =
        "SELECT cd_nom, coalesce(nullif(nom_complet, ''), nullif(lb_nom, ''), cd_nom::text)::text AS name
               FROM taxonomie.taxref WHERE cd_nom = ANY ($1)";
    sql_query(sql).bind::<Array<Integer>, _>(asked).load(conn).await
}
