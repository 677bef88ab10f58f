//! Sowings: what is taken out of a lot (or comes fresh), treated, sown, counted.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod transitions;
