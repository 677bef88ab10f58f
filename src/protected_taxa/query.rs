//! Protected taxa in the database.

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::model::{NewProtectedTaxon, ProtectedTaxon, ProtectionReason};
use crate::db::statement::Statement;
use crate::error::Problem;
use crate::host::known;
use crate::schema::t_protected_taxa as table;

type Columns = (Integer, Nullable<Text>, Text, Integer, Timestamptz);
const COLUMNS: &str = "SELECT p.cd_nom, x.lb_nom::text, p.reason, p.id_digitiser, p.meta_create_date \
    FROM pr_exsitu.t_protected_taxa p JOIN taxonomie.taxref x USING (cd_nom) ";

/// Our own list.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection) -> QueryResult<Vec<ProtectedTaxon>> {
    Statement::<Columns>::new(COLUMNS)
        .sql("ORDER BY x.lb_nom, p.cd_nom")
        .load(conn)
        .await
}

/// A taxon of it.
///
/// # Errors
/// It is not on it.
pub async fn find(conn: &mut AsyncPgConnection, cd_nom: i32) -> QueryResult<ProtectedTaxon> {
    Statement::<Columns>::new(COLUMNS)
        .sql("WHERE p.cd_nom = ")
        .bind::<Integer, _>(cd_nom)
        .get_result(conn)
        .await
}

/// What protects a taxon.
///
/// # Errors
/// 404 when it is not in TAXREF.
pub async fn protections(
    conn: &mut AsyncPgConnection,
    cd_nom: i32,
) -> Result<Vec<ProtectionReason>, Problem> {
    if known::taxa(conn, &[cd_nom]).await?.is_empty() {
        return Err(Problem::not_found());
    }
    let rows = Statement::<(Text, Text)>::new("SELECT source, reason FROM pr_exsitu.protections(")
        .bind::<Integer, _>(cd_nom)
        .sql(")")
        .load(conn)
        .await?;
    Ok(rows)
}

/// Adds a taxon to the list.
///
/// # Errors
/// 409 when it is not in TAXREF, or already on it.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewProtectedTaxon,
    id_digitiser: i32,
) -> Result<ProtectedTaxon, Problem> {
    if known::taxa(conn, &[new.cd_nom]).await?.is_empty() {
        return Err(Problem::unknown("/cd_nom", "unknown_taxon"));
    }
    diesel::insert_into(table::table)
        .values((
            table::cd_nom.eq(new.cd_nom),
            table::reason.eq(&new.reason),
            table::id_digitiser.eq(id_digitiser),
        ))
        .execute(conn)
        .await?;
    Ok(find(conn, new.cd_nom).await?)
}

/// Takes a taxon off the list.
///
/// # Errors
/// The database cannot be written.
pub async fn delete(conn: &mut AsyncPgConnection, cd_nom: i32) -> QueryResult<usize> {
    diesel::delete(table::table.find(cd_nom)).execute(conn).await
}
