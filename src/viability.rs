//! How alive the seeds of a lot are, how long they will be, when to test them again, and how
//! many to sow: from its tests, its store and published constants. Computed when it is read.

pub mod compute;
pub mod http;
pub mod model;
pub mod query;
pub mod size;
