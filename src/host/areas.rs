//! Areas of the host: municipalities, departments, protected areas, grid cells.

use diesel::QueryResult;
use diesel::deserialize::Queryable;
use diesel::sql_types::{Array, Bool, Double, Integer, Json, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::words::Words;
use crate::db::statement::Statement;

/// An area.
#[derive(Debug, Clone, PartialEq, Queryable, Serialize, ToSchema)]
pub struct Area {
    /// Key.
    pub id_area: i32,
    /// Code of its type.
    #[schema(example = "COM")]
    pub r#type: String,
    /// Code.
    #[schema(example = "05061")]
    pub code: Option<String>,
    /// Name.
    #[schema(example = "Gap")]
    pub name: Option<String>,
    /// Its limits in GeoJSON, in WGS 84, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub geometry: Option<Value>,
}

/// What areas are narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Codes of types.
    pub types: Option<Vec<String>>,
    /// Keys.
    pub keys: Option<Vec<i32>>,
    /// Longitude and latitude of a point they contain.
    pub point: Option<(f64, f64)>,
    /// Give their limits.
    pub geometry: bool,
}

type Row = (Integer, Text, Nullable<Text>, Nullable<Text>, Nullable<Json>);

/// Enabled areas found by the start of their code or by words of their name in any order,
/// the smallest first around a point. Those asked by key may have been disabled since.
///
/// # Errors
/// The database cannot be read.
pub async fn search(
    conn: &mut AsyncPgConnection,
    words: &Words,
    narrowed: &Narrowing,
    limit: u16,
) -> QueryResult<Vec<Area>> {
    let mut query = Statement::<Row>::new(
        "SELECT a.id_area, t.type_code::text, a.area_code::text, a.area_name::text,
                CASE WHEN ",
    )
    .bind::<Bool, _>(narrowed.geometry)
    .sql(
        " THEN public.ST_AsGeoJSON(a.geom_4326, 6)::json END
         FROM ref_geo.l_areas a JOIN ref_geo.bib_areas_types t USING (id_type) WHERE ",
    );
    query = match &narrowed.keys {
        Some(keys) => query
            .sql("a.id_area = ANY (")
            .bind::<Array<Integer>, _>(keys.clone())
            .sql(")"),
        None => query.sql("a.enable"),
    };
    if let Some(types) = &narrowed.types {
        query = query
            .sql(" AND a.id_type IN (SELECT k.id_type FROM ref_geo.bib_areas_types k WHERE k.type_code = ANY (")
            .bind::<Array<Text>, _>(types.clone())
            .sql("))");
    }
    if let Some((lon, lat)) = narrowed.point {
        query = query
            .sql(" AND public.ST_Intersects(a.geom_4326, public.ST_SetSRID(public.ST_MakePoint(")
            .bind::<Double, _>(lon)
            .sql(", ")
            .bind::<Double, _>(lat)
            .sql("), 4326))");
    }
    if words.longest > 0 {
        query = query
            .sql(" AND (a.area_code ILIKE ")
            .bind::<Text, _>(words.start.clone())
            .sql(" OR public.unaccent(a.area_name) ILIKE ALL (ARRAY(SELECT public.unaccent(w) FROM unnest(")
            .bind::<Array<Text>, _>(words.anywhere.clone())
            .sql(") AS w)))");
    }
    query
        .sql(" ORDER BY t.size_hierarchy NULLS LAST, (public.unaccent(a.area_name) ILIKE (SELECT public.unaccent(")
        .bind::<Text, _>(words.start.clone())
        .sql("))) DESC, a.area_name, a.id_area LIMIT ")
        .number(limit)
        .load(conn)
        .await
}
