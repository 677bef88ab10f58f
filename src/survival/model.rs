//! What is told of the survival of plants.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::itineraries::model::ItineraryStep;
use crate::science::survival::Step;
use crate::science::unknown::Unknown;

/// Kaplan and Meier's estimate of the survival of plants.
///
/// Plants that leave alive (given, released, taken as samples, thinned out, lost from sight) are followed until
/// then; those found again never died.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Survival {
    /// Day 0: that of the first event, or of the release; null for several of them.
    pub from: Option<NaiveDate>,
    /// Last day that something is known of.
    pub until: Option<NaiveDate>,
    /// Plants followed.
    #[schema(example = 40)]
    pub plants: u32,
    /// Of which died.
    #[schema(example = 8)]
    pub died: u32,
    /// Of which left alive, or are alive to date.
    #[schema(example = 32)]
    pub censored: u32,
    /// Confidence of the band, 0 to 1.
    #[schema(example = 0.95)]
    pub confidence: f64,
    /// The estimate, at each day of deaths: 1 before the first; null when it cannot be known.
    pub steps: Option<Vec<Step>>,
    /// Why it cannot.
    pub reason: Option<Unknown>,
}

/// Survival of the plants that come from seeds treated in the same way.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ItinerarySurvival {
    /// What was done to the seeds; nothing when they were only sown.
    pub steps: Vec<ItineraryStep>,
    /// Cultivations.
    pub cultivations: u32,
    /// Survival in culture, from the first event of each.
    pub in_culture: Survival,
    /// Exits to the wild.
    pub releases: u32,
    /// Survival after the release.
    pub after_release: Survival,
}
