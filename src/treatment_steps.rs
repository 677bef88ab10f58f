//! Treatment steps: what is done to the seeds before they germinate, of a sowing or of
//! a test.

pub mod acts;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod seed_tests;
