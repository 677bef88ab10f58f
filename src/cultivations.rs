//! Cultivations: plants grown together from one source, from pricking out to the mountains.

pub mod http;
pub mod model;
pub mod query;
