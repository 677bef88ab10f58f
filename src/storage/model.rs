//! What the conditions of a lot are made of.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::current::Current;
use crate::dryings::model::Redrying;
use crate::host::nomenclatures::Term;
use crate::http::relative::{RecordRef, Relative};
use crate::humidity_checks::model::HumidityCheck;
use crate::humidity_rounds::model::{RoundStop, StopPlace};
use crate::science::unknown::Missing;

/// What a place is expected to keep.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Expected {
    /// °C, or % of relative humidity.
    #[schema(example = -18.0)]
    pub value: f64,
    /// The place that says it: the nearest one, from the place of the lot up.
    pub place: Relative<RecordRef>,
}

text_enum! {
    /// Which drying.
    pub enum DryingStage {
        PreDrying = "pre_drying",
        Drying = "drying",
        Redrying = "redrying",
    }
}

/// A drying of the lot.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Drying {
    /// Which.
    pub stage: DryingStage,
    /// First day, null when not known.
    pub start: Option<NaiveDate>,
    /// Last day, null when it lasts or is not known.
    pub end: Option<NaiveDate>,
    /// How (`EXS_DRY_TYPE`).
    pub kind: Option<Term>,
    /// The record of a drying after the first one, with its air; null for those of the lot.
    pub record: Option<Redrying>,
}

/// A time that the lot spent in one place, itself in the same places.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Period {
    /// The place.
    pub place: Relative<StopPlace>,
    /// Codes from the top down to the place, as they were then; none when it may not be read.
    #[schema(example = json!(["GAP", "CONG1", "CONG1-B07"]))]
    pub path: Vec<String>,
    /// First day.
    pub start: NaiveDate,
    /// Day when it ended; null when it lasts.
    pub end: Option<NaiveDate>,
    /// Expected temperature, as the places say it today.
    pub temperature: Option<Expected>,
    /// Expected relative humidity, as the places say it today.
    pub humidity: Option<Expected>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
    /// The humidity checks of that time there, the last first.
    pub checks: Vec<HumidityCheck>,
    /// The dryings of that time.
    pub dryings: Vec<Drying>,
}

/// What happened where nobody knows.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct Unplaced {
    /// The humidity checks, the last first.
    pub checks: Vec<HumidityCheck>,
    /// The dryings.
    pub dryings: Vec<Drying>,
}

/// The conditions that a lot lives in, and lived through.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Conditions {
    /// Its moisture and its temperature now, and where they come from.
    pub current: Current,
    /// Where it stands, with its last check, its silica pellets and when a check is due.
    pub standing: Vec<RoundStop>,
    /// The places it stood in, the last first.
    pub periods: Vec<Period>,
    /// What happened out of them: before the seeds came into a place that is known, mostly.
    pub unplaced: Unplaced,
}
