//! The history of a record: who changed what, when, by which request.

mod model;
mod query;

pub use model::{HistoryFilters, HistoryLine, HistoryOperation};
pub use query::{of_record, was_deleted};
