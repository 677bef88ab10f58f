//! HABREF: habitats as they are searched.

use diesel::QueryResult;
use diesel::deserialize::Queryable;
use diesel::sql_types::{Array, Integer, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::words::{Words, plain};
use crate::db::statement::Statement;

/// A habitat.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct Habitat {
    /// Key.
    pub cd_hab: i32,
    /// Code in its typology.
    #[schema(example = "G1.6")]
    pub code: Option<String>,
    /// Name.
    pub name: String,
    /// Key of the typology.
    pub cd_typo: i32,
    /// Name of the typology.
    pub typology: String,
}

/// What habitats are narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Keys.
    pub keys: Option<Vec<i32>>,
    /// Key of a typology.
    pub typology: Option<i32>,
}

/// Habitats found by words in any order, whatever their case and accents.
///
/// # Errors
/// The database cannot be read.
pub async fn search(
    conn: &mut AsyncPgConnection,
    words: &Words,
    narrowed: Narrowing,
    limit: u16,
) -> QueryResult<Vec<Habitat>> {
    let found: Vec<Habitat> = Statement::<(Integer, Nullable<Text>, Text, Integer, Text)>::new(
        "SELECT h.cd_hab, h.lb_code::text, h.search_name::text, h.cd_typo, h.lb_nom_typo::text
         FROM ref_habitats.autocomplete_habitat h
         WHERE public.unaccent(h.search_name) ILIKE ALL (ARRAY(SELECT public.unaccent(w) FROM unnest(",
    )
    .bind::<Array<Text>, _>(words.anywhere.clone())
    .sql(") AS w)) AND h.cd_typo = coalesce(")
    .bind::<Nullable<Integer>, _>(narrowed.typology)
    .sql(", h.cd_typo) AND h.cd_hab = ANY (coalesce(")
    .bind::<Nullable<Array<Integer>>, _>(narrowed.keys)
    .sql(", ARRAY[h.cd_hab])) ORDER BY (coalesce(h.lb_code, '') ILIKE ")
    .bind::<Text, _>(words.start.clone())
    .sql(") DESC, length(h.search_name), h.search_name, h.cd_hab LIMIT ")
    .number(limit)
    .load(conn)
    .await?;
    Ok(found
        .into_iter()
        .map(|h| Habitat {
            name: plain(&h.name),
            ..h
        })
        .collect())
}
