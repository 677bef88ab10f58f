//! How long seeds live in store: Ellis and Roberts's equation, its published constants, and
//! when to test a lot again.

pub mod constants;
pub mod equation;
pub mod prediction;
pub mod retest;
