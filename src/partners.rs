//! Partners: donors and recipients that are not users of the host.

pub mod http;
pub mod model;
pub mod query;
