//! What the viability of a lot is made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::http::relative::{RecordRef, Relative};
use crate::results::model::Proportion;
use crate::science::interval::Verdict;
use crate::science::longevity::prediction::Prediction;
use crate::science::longevity::retest::Retest;
use crate::science::small_lots::Plan;
use crate::science::sowing::Sowing;
use crate::science::unknown::{Missing, Unknown};
use crate::seed_lots::model::LotPlace;
use crate::seed_tests::model::{TestKind, TestPurpose, TestState};

text_enum! {
    /// What a viability was measured by.
    pub enum Measured {
        /// Seeds alive among the filled ones.
        Viable = "viable",
        /// Seeds that germinated: at least as many are alive.
        Germination = "germination",
    }
}

text_enum! {
    /// Where a condition of the store comes from.
    pub enum StoreSource {
        /// You gave it.
        Asked = "asked",
        /// Its last humidity check that measured something.
        Check = "check",
        /// Measured on the lot.
        Lot = "lot",
        /// Expected of the place.
        Place = "place",
    }
}

/// What to suppose of the store instead of what is known, and for how long seeds are to live.
#[derive(Debug, Clone, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ViabilityAsked {
    /// Moisture to suppose, % of the fresh mass.
    #[validate(range(min = 2.0, max = 25.0))]
    #[param(minimum = 2, maximum = 25, example = 5)]
    pub moisture: Option<f64>,
    /// Temperature to suppose, °C.
    #[validate(range(min = -20.0, max = 90.0))]
    #[param(minimum = -20, maximum = 90, example = -18)]
    pub temperature: Option<f64>,
    /// Years after which the lot should still be above its regeneration threshold, 20 by default.
    #[validate(range(min = 0.1, max = 1000.0))]
    #[param(minimum = 0.1, maximum = 1000, example = 20)]
    pub years: Option<f64>,
}

/// How many plants are wanted.
#[derive(Debug, Clone, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SizeAsked {
    /// Plants wanted.
    #[validate(range(min = 1, max = 100_000))]
    #[param(minimum = 1, maximum = 100_000, example = 30)]
    pub plants: u32,
    /// How sure to be of them, 0 to 1; the threshold of your organisation by default.
    #[validate(range(min = 0.5, max = 0.999))]
    #[param(minimum = 0.5, maximum = 0.999, example = 0.9)]
    pub confidence: Option<f64>,
}

/// A test of the lot.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LotTest {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "T2026_0001")]
    pub code: String,
    /// Kind.
    pub kind: TestKind,
    /// Purpose.
    pub purpose: TestPurpose,
    /// State.
    pub state: TestState,
    /// First day.
    pub date_start: Option<NaiveDate>,
    /// Last day.
    pub date_end: Option<NaiveDate>,
    /// Seeds put to test.
    pub seeds: Option<i32>,
    /// It tries again what an earlier test left: no sample of the lot.
    pub is_second_chance: bool,
    /// It measures the viability of the lot: finished, initial or of monitoring, no second chance.
    pub is_measure: bool,
    /// What germinated of what was sown.
    pub germination: Option<Proportion>,
    /// Why it is null.
    pub germination_reason: Option<Unknown>,
    /// Seeds alive among those that are filled.
    pub viable: Option<Proportion>,
    /// Why it is null.
    pub viable_reason: Option<Unknown>,
    /// Results typed elsewhere, of an imported test.
    #[schema(value_type = Option<Object>)]
    pub typed_results: Option<Value>,
}

/// A measure of the viability of the lot.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = ViabilityMeasure)]
pub struct Measure {
    /// Test that gave it.
    pub test: RecordRef,
    /// First day of the test.
    pub date: NaiveDate,
    /// What it measured.
    pub measured: Measured,
    /// How many of the seeds.
    pub share: Proportion,
}

/// The store of the lot, as the model takes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
#[schema(as = LotStore)]
pub struct Store {
    /// Moisture, % of the fresh mass.
    #[schema(example = 5.2)]
    pub moisture_percent: Option<f64>,
    /// Where it comes from.
    pub moisture_source: Option<StoreSource>,
    /// Temperature, °C.
    #[schema(example = -18.0)]
    pub temperature: Option<f64>,
    /// Where it comes from.
    pub temperature_source: Option<StoreSource>,
    /// The place that holds most of the lot.
    pub place: Option<Relative<LotPlace>>,
}

/// The viability predicted for a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct ModelPoint {
    /// Day.
    pub date: NaiveDate,
    /// Lowest of the rows of constants, 0 to 1.
    #[schema(example = 0.91)]
    pub low: f64,
    /// Highest of them.
    #[schema(example = 0.95)]
    pub high: f64,
}

/// Ellis and Roberts's equation from the last measure on, by every row of constants published
/// for the species, else for its genus: an indication.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ViabilityModel {
    /// Days in which the viability loses one normal deviate.
    pub sigma_days: Option<Prediction>,
    /// Viability today, 0 to 1.
    pub now: Option<Prediction>,
    /// Days from the last measure to the regeneration threshold.
    pub days_to_regeneration: Option<Prediction>,
    /// Days from the last measure until half of the seeds are dead.
    pub days_to_half: Option<Prediction>,
    /// Years asked for.
    #[schema(example = 20.0)]
    pub years: f64,
    /// Highest moisture at which the lot is above its threshold after these years, at its temperature, %.
    pub moisture_needed: Option<Prediction>,
    /// Highest temperature at which it is, at its moisture, °C.
    pub temperature_needed: Option<Prediction>,
    /// Its course.
    pub course: Vec<ModelPoint>,
}

/// How alive a lot is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LotViability {
    /// Confidence of the intervals, 0 to 1.
    #[schema(example = 0.95)]
    pub confidence: f64,
    /// The tests that you may read, the first one first.
    pub tests: Vec<LotTest>,
    /// The first measure.
    pub initial: Option<Measure>,
    /// The last one.
    pub last: Option<Measure>,
    /// Viability under which the lot is to be multiplied, 0 to 1: a share of the first measure (`regeneration_share`).
    pub regeneration_threshold: Option<f64>,
    /// Is the last measure above it? By the exact interval.
    pub verdict: Option<Verdict>,
    /// What the model takes for the store.
    pub store: Store,
    /// What the model says.
    pub model: ViabilityModel,
    /// When to test the lot again, and why then.
    pub next_test: Option<Retest>,
    /// What a test may cost it.
    pub test_plan: Option<Plan>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}

/// A number of seeds to sow, and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SizeEstimate {
    /// What germinated, or emerged, of what was sown, all of them together.
    pub success: Proportion,
    /// Tests or sowings that are put together.
    pub records: u32,
    /// Older ones that are left out, for they contradict the last one.
    pub left_out: u32,
    /// Day of the last one.
    pub date: NaiveDate,
    /// Share of the seeds alive that day that are still, by the row of constants in the middle; 1 when the model cannot tell.
    #[schema(example = 0.97)]
    pub alive: f64,
    /// Why the model cannot tell.
    pub alive_reason: Option<Unknown>,
    /// Seeds to sow.
    pub size: Sowing,
}

/// How many seeds to sow for so many plants.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SizeAdvice {
    /// Plants wanted.
    #[schema(example = 30)]
    pub plants: u32,
    /// How sure to be of them, 0 to 1.
    #[schema(example = 0.9)]
    pub confidence: f64,
    /// By the germination tests of the lot; a dish is kinder than a bed.
    pub from_tests: Option<SizeEstimate>,
    /// By the sowings of the lot whose emergence is over.
    pub from_sowings: Option<SizeEstimate>,
    /// Seeds in stock beyond the archive reserve.
    #[schema(example = 1200)]
    pub available: Option<u32>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}
