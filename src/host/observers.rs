//! People of the host who may have seen, gathered or sown.

use diesel::QueryResult;
use diesel::deserialize::Queryable;
use diesel::sql_types::{Array, Integer, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::words::Words;
use crate::db::statement::Statement;

/// Someone.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct Observer {
    /// Key of the role.
    pub id_role: i32,
    /// Name.
    #[schema(example = "Martin Camille")]
    pub name: String,
    /// Organisation.
    pub organism: Option<String>,
}

/// The members of the list `observateurs_exsitu`, directly or by a group; every active
/// account where an administrator has made no such list.
const OBSERVERS: &str = "
SELECT id_role, name, organism FROM (
  SELECT r.id_role, concat_ws(' ', r.nom_role, r.prenom_role) AS name, o.nom_organisme::text AS organism
  FROM utilisateurs.t_roles r LEFT JOIN utilisateurs.bib_organismes o USING (id_organisme)
  WHERE NOT r.groupe AND r.active IS TRUE
    AND (NOT EXISTS (SELECT FROM utilisateurs.t_listes l WHERE l.code_liste = 'observateurs_exsitu')
         OR r.id_role IN (SELECT m.id_role FROM utilisateurs.v_userslist_forall_menu m
                          JOIN utilisateurs.t_listes l ON l.id_liste = m.id_menu WHERE l.code_liste = 'observateurs_exsitu'))
) r
WHERE name <> '' AND public.unaccent(name) ILIKE ALL (ARRAY(SELECT public.unaccent(w) FROM unnest(";

/// Observers found by words in any order.
///
/// # Errors
/// The database cannot be read.
pub async fn search(conn: &mut AsyncPgConnection, words: &Words, limit: u16) -> QueryResult<Vec<Observer>> {
    Statement::<(Integer, Text, Nullable<Text>)>::new(OBSERVERS)
        .bind::<Array<Text>, _>(words.anywhere.clone())
        .sql(") AS w)) ORDER BY name, id_role LIMIT ")
        .number(limit)
        .load(conn)
        .await
}
