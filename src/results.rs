//! What the counts of sowings and of tests say: indices, curves, intervals, verdicts.
//! Computed when it is read, never stored.

pub mod compute;
pub mod http;
pub mod model;
pub mod query;
