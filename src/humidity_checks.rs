//! Humidity checks of the seed lots: how damp a lot is, in words or measured, and its silica
//! pellets. A check typed wrong is corrected, and the history of the lot keeps what it was.

pub mod acts;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;
