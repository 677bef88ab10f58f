//! What happens to the plants of cultivations: a ledger, one schema a kind of event.

pub mod acts;
pub mod harvest;
pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod said;
