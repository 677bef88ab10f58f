//! Where a harvest is, among the areas and on the elevation model of the host.

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_types::{Integer, Nullable, Text};
use diesel::{QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::error::{Problem, table};

/// Altitudes under a geometry, metres; none where the host knows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Altitudes {
    /// The lowest.
    #[diesel(sql_type = Nullable<Integer>)]
    pub altitude_min: Option<i32>,
    /// The highest.
    #[diesel(sql_type = Nullable<Integer>)]
    pub altitude_max: Option<i32>,
}

/// An elevation model may say anything where it has no data.
const ALTITUDES: &str = "
SELECT CASE WHEN sane THEN altitude_min END AS altitude_min, CASE WHEN sane THEN altitude_max END AS altitude_max
FROM ref_geo.fct_get_altitude_intersection(public.ST_Force2D(public.ST_SetSRID(public.ST_GeomFromGeoJSON($1), 4326))) a,
     LATERAL (SELECT a.altitude_min >= -500 AND a.altitude_max <= 9000 AS sane) s";

/// The altitudes under a GeoJSON geometry.
///
/// # Errors
/// 409 at `/geometry` when PostGIS cannot read it or place it in the local system of the host.
pub async fn altitudes(conn: &mut AsyncPgConnection, geojson: &str) -> Result<Altitudes, Problem> {
    let read = sql_query(ALTITUDES)
        .bind::<Text, _>(geojson)
        .get_result(conn)
        .await;
    read.map_err(|error| match error {
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, _) => {
            Problem::new(table::GEOMETRY_INVALID).at("/geometry")
        }
        other => other.into(),
    })
}

const FIND: &str = "
WITH found AS (
  SELECT a.id_area FROM pr_exsitu.t_harvests h JOIN ref_geo.l_areas a ON a.enable AND public.ST_Intersects(a.geom, h.geom_local)
  WHERE h.id_harvest = $1
), gone AS (
  DELETE FROM pr_exsitu.cor_harvest_areas WHERE id_harvest = $1 AND id_area NOT IN (SELECT id_area FROM found)
)
INSERT INTO pr_exsitu.cor_harvest_areas AS c (id_harvest, id_area)
SELECT $1, id_area FROM found
ON CONFLICT (id_harvest, id_area) DO UPDATE SET is_chosen = false WHERE c.is_chosen";

/// Makes the areas of a harvest those that its geometry touches, in place of any others.
///
/// # Errors
/// The database cannot be written.
pub async fn find(conn: &mut AsyncPgConnection, id_harvest: i32) -> QueryResult<usize> {
    sql_query(FIND).bind::<Integer, _>(id_harvest).execute(conn).await
}
