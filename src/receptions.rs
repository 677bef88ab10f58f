//! Receptions: material that comes from a partner, without a harvest of ours.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
