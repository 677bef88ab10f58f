//! Humidity rounds: the lots that stand in a place or below it, what is known of each, and the
//! checks of a whole round at once.

pub mod acts;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;
