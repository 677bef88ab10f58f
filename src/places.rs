//! Places: where things are, a tree from the site down to the box or the cell of a tray.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
