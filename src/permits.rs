//! Permits: what allows to take, move or release plants and seeds, and what is left of it.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
