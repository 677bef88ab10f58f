//! Thresholds: those of the standards, unless an organisation decided otherwise and said why.
//! They are those of the organisation of who asks.

pub mod http;
pub mod model;
pub mod query;
pub mod thresholds;
