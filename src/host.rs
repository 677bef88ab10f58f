//! Every line of SQL about GeoNature's own schemas, and nothing else.

pub mod nomenclatures;
pub mod roles;
