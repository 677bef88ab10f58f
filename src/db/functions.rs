//! SQL functions that the queries call.

use diesel::define_sql_function;
use diesel::sql_types::{Bool, Integer, Nullable, Text};

use crate::schema::Geometry;

define_sql_function! {
    /// GeoJSON of a geometry, with at most so many decimals.
    #[sql_name = "public.ST_AsGeoJSON"]
    fn st_as_geojson(geometry: Nullable<Geometry>, decimals: Integer) -> Nullable<Text>;
}
define_sql_function! {
    /// Sets a setting of the session, for the transaction only when `is_local`.
    fn set_config(name: Text, value: Text, is_local: Bool) -> Text;
}
define_sql_function! {
    /// Takes the next free code of a kind of record in a year.
    #[sql_name = "pr_exsitu.next_code"]
    fn next_code(kind: Text, year: Integer) -> Text;
}
define_sql_function! {
    /// Text without its accents.
    #[sql_name = "public.unaccent"]
    fn unaccent(text: Text) -> Text;
}
