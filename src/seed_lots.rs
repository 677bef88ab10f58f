//! Seed lots: seeds of one material kept together, and their weighings. How many there
//! are is in the stock movements, of which a new lot writes the first.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod weighings;
