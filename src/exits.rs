//! Exits: plants that leave the bank, and what becomes of those that are released.

pub mod acts;
pub mod follow_ups;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;

/// What says where plants went, in the history of their cultivation.
pub const PLACE_COLUMNS: &[&str] = &["geom_4326", "site"];
