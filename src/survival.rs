//! How long plants live, in culture and after they are released.

pub mod compute;
pub mod http;
pub mod model;
pub mod query;
