//! What a lot lives through: the water in its seeds, the places where it stood, and what the
//! two are now.

pub mod conditions;
pub mod current;
pub mod http;
pub mod model;
pub mod periods;
pub mod query;
pub mod water;

pub use current::current;
