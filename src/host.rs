//! Every line of SQL about GeoNature's own schemas, and nothing else.

pub mod datasets;
pub mod nomenclatures;
pub mod roles;
pub mod taxa_below;
