//! What treatments gave: sowings and germination tests of a taxon, of its genus and of its family,
//! grouped by the treatments that their seeds went through.

pub mod http;
pub mod model;
pub mod query;
pub mod rank;
