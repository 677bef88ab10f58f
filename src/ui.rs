//! The screens: the built front end at `ui/`, what it starts with, and the headers that
//! browsers ask for. No token is read here, and nothing is said that is not public.

pub mod base_map;
pub mod bundle;
pub mod headers;
pub mod http;
pub mod model;
pub mod settings;

pub use bundle::configure;
pub use settings::UiSettings;
