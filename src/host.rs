//! Every line of SQL about GeoNature's own schemas, and nothing else.

pub mod areas;
pub mod datasets;
pub mod habitats;
pub mod nomenclatures;
pub mod observers;
pub mod roles;
pub mod taxa;
pub mod words;
