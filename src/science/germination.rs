//! How seeds germinated in time: one file a family of indices.
//!
//! [`Course`] is what was counted; every index is a function of it, in days, percent or
//! seeds, and [`indices::Indices`] has them all.

pub mod course;
pub mod curve;
pub mod indices;
pub mod mean_time;
pub mod median_time;
pub mod percent;
pub mod progress;
#[cfg(test)]
mod published;
pub mod speed;
pub mod value;
pub mod variation;

pub use course::{Count, Course};
