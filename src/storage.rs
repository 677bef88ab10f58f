//! What a lot lives through: the water in its seeds, the places where it stood, and what the
//! two are now.

pub mod current;
pub mod water;

pub use current::current;
