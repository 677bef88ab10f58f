//! The ledger of the seeds: movements, transfers, stock-takes, reversals. Append-only:
//! a balance is the sum of its legs, and nothing else.

pub mod debit;
pub mod http;
pub mod ledger;
pub mod model;
pub mod query;
pub mod rules;
