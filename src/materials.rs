//! Materials: what a harvest, a reception or another material gave.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
