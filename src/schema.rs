//! Diesel's tables. `ours` is generated (`make schema`); the views and what we read
//! of the host are written by hand, since the generator knows neither views nor keys
//! across schemas.

#[expect(missing_docs, reason = "generated")]
mod ours;
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub mod views;

pub use ours::pr_exsitu::*;
pub use views::*;

/// PostGIS's geometry, which diesel only names: it is read as GeoJSON and written
/// from GeoJSON, by the database.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(name = "geometry"))]
pub struct Geometry;
