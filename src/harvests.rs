//! Harvests: gathering of seeds or plants, in the wild or in culture.

pub mod culture;
pub mod geometry;
pub mod http;
pub mod model;
pub mod permit;
pub mod query;
pub mod rules;
mod taxa;
