//! SQL functions that the queries call.

use diesel::define_sql_function;
use diesel::sql_types::{Bool, Double, Integer, Nullable, Text};

use crate::schema::Geometry;

define_sql_function! {
    /// GeoJSON of a geometry, with at most so many decimals.
    #[sql_name = "public.ST_AsGeoJSON"]
    fn st_as_geojson(geometry: Nullable<Geometry>, decimals: Integer) -> Nullable<Text>;
}
define_sql_function! {
    /// Geometry of a GeoJSON geometry.
    #[sql_name = "public.ST_GeomFromGeoJSON"]
    fn st_geom_from_geojson(geojson: Nullable<Text>) -> Nullable<Geometry>;
}
define_sql_function! {
    /// The same geometry said to be in a reference system.
    #[sql_name = "public.ST_SetSRID"]
    fn st_set_srid(geometry: Nullable<Geometry>, srid: Integer) -> Nullable<Geometry>;
}
define_sql_function! {
    /// The same geometry without its heights.
    #[sql_name = "public.ST_Force2D"]
    fn st_force_2d(geometry: Nullable<Geometry>) -> Nullable<Geometry>;
}
define_sql_function! {
    /// The middle of a geometry.
    #[sql_name = "public.ST_Centroid"]
    fn st_centroid(geometry: Nullable<Geometry>) -> Nullable<Geometry>;
}
define_sql_function! {
    /// A geometry moved to the nodes of a grid.
    #[sql_name = "public.ST_SnapToGrid"]
    fn st_snap_to_grid(geometry: Nullable<Geometry>, size: Double) -> Nullable<Geometry>;
}
define_sql_function! {
    /// A rectangle.
    #[sql_name = "public.ST_MakeEnvelope"]
    fn st_make_envelope(x_min: Double, y_min: Double, x_max: Double, y_max: Double, srid: Integer) -> Nullable<Geometry>;
}
define_sql_function! {
    /// True when two geometries touch.
    #[sql_name = "public.ST_Intersects"]
    fn st_intersects(one: Nullable<Geometry>, other: Nullable<Geometry>) -> Nullable<Bool>;
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
