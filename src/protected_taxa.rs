//! Taxa that are protected: by the statuses of the host, or by a list of our own.

pub mod http;
pub mod model;
pub mod query;
