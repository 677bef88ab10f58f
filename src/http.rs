//! What every handler shares: validated bodies and queries, pages, conditions,
//! idempotent writes, problems.

pub mod body;
pub mod checks;
pub mod conditions;
pub mod decimal;
pub mod format;
pub mod geojson;
pub mod list;
pub mod mount;
pub mod patch;
pub mod problems;
pub mod query;
pub mod relative;
pub mod warning;
pub mod write;

pub use body::Valid;
pub use conditions::IfMatch;
pub use format::Format;
pub use geojson::FeatureCollection;
pub use list::{Listing, Page, PageRequest};
pub use problems::{Language, RequestId};
pub use query::ValidQuery;
pub use relative::{RecordRef, Relative};
pub use warning::{Warning, WarningCode};
pub use write::{Reply, Writer};
