//! Dryings of a lot after the first one, which is on the lot: when, how, in which air. They are
//! listed with its conditions.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
