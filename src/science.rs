//! Pure functions on seeds, each with its formula, unit, domain and source. No I/O.
//!
//! What cannot be known is a reason, [`unknown::Unknown`], and never a zero or a NaN.
//! `docs/science.md` has the table of what is computed.

mod distribution;
pub mod emergence;
mod equations;
pub mod germination;
pub mod interval;
pub mod longevity;
pub mod moisture;
pub mod mothers;
pub mod small_lots;
pub mod sowing;
pub mod survival;
pub mod tolerance;
pub mod unknown;
pub mod weighing;
