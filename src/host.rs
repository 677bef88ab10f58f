//! Every line of SQL about GeoNature's own schemas, and nothing else.

pub mod areas;
pub mod datasets;
pub mod known;
pub mod nomenclatures;
pub mod roles;
pub mod sensitivity;
pub mod taxon_tree;
