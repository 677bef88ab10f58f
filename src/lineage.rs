//! Filiation: what a record comes from and what came of it, as a graph.

pub mod http;
pub mod model;
pub mod query;
