//! Pure functions on seeds, each with its formula, unit, domain and source. No I/O.

pub mod weighing;
