//! Seed tests: germination, tetrazolium, cut, X-ray. Their replicates, treatment steps and
//! counts are those of sowings, in `replicates`, `treatment_steps` and `counts`.

pub mod http;
pub mod model;
pub mod query;
pub mod rules;
pub mod transitions;
