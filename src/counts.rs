//! Counts: visits to the replicates, append-only, reversed whole and once.

pub mod acts;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod seed_tests;
