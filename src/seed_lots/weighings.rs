//! Weighings of a seed lot: what was weighed is stored, what follows from it is
//! computed when it is read.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
