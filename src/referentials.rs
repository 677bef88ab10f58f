//! The host's own lists, as a form asks for them: taxa, vocabularies, people, datasets, areas, habitats.

pub mod http;
pub mod model;
