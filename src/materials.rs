//! Materials: what a harvest, a reception or another material gave.

mod grown;
pub mod http;
pub mod model;
pub mod mothers;
pub mod query;
pub mod rules;
