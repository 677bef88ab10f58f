//! Every line of SQL about GeoNature's own schemas, and nothing else.

pub mod areas;
pub mod datasets;
pub mod habitats;
pub mod kin;
pub mod known;
pub mod nomenclatures;
pub mod observers;
pub mod roles;
pub mod sensitivity;
pub mod taxa;
pub mod taxon_tree;
pub mod terrain;
pub mod words;
