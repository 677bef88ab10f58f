//! Replicates: trays or dishes, the unit that is counted, of a sowing or of a test.

pub mod acts;
pub mod http;
pub mod model;
mod owned;
pub mod query;
pub mod rules;
pub mod seed_tests;

pub use owned::{Owned, Stage};

/// What replicates, treatment steps and counts are part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Key of a sowing.
    Sowing(i32),
    /// Key of a seed test.
    SeedTest(i32),
}

impl Owner {
    /// Its key when it is a sowing.
    #[must_use]
    pub fn id_sowing(self) -> Option<i32> {
        match self {
            Self::Sowing(id) => Some(id),
            Self::SeedTest(_) => None,
        }
    }

    /// Its key when it is a test.
    #[must_use]
    pub fn id_seed_test(self) -> Option<i32> {
        match self {
            Self::Sowing(_) => None,
            Self::SeedTest(id) => Some(id),
        }
    }
}
