//! What the results of a sowing or of a test are made of.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::science::emergence::Emergence;
use crate::science::germination::indices::Indices;
use crate::science::interval::{Interval, Verdict};
use crate::science::tolerance::{Heterogeneity, Tolerance};
use crate::science::unknown::{Missing, Unknown};

/// A proportion, with what its number of seeds tells of the true one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Proportion {
    /// Seeds that did.
    #[schema(example = 40)]
    pub count: u32,
    /// Of so many.
    #[schema(example = 50)]
    pub of: u32,
    /// Their share, 0 to 1.
    #[schema(example = 0.8)]
    pub rate: f64,
    /// Wilson's interval, to show.
    pub wilson: Interval,
    /// Clopper and Pearson's, to decide.
    pub exact: Interval,
}

/// When a share of the seeds has germinated, by the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct DaysTo {
    /// Share, %.
    #[schema(example = 50.0)]
    pub percent: f64,
    /// Days to so many percent of the seeds sown; null when it is never reached.
    pub of_sown: Option<f64>,
    /// Days to so many percent of the seeds that germinate.
    pub of_germinated: Option<f64>,
}

/// Hill's curve of four parameters, `y0 + a tᵇ / (cᵇ + tᵇ)`, in % of the seeds sown.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Hill {
    /// Height.
    pub a: f64,
    /// Steepness.
    pub b: f64,
    /// Days to half of the seeds that germinate.
    pub c: f64,
    /// Germinated at the start, %.
    pub y0: f64,
    /// Sum of the squares that are left, %².
    pub rss: f64,
    /// Days to 10, 50 and 90 %.
    pub days_to: Vec<DaysTo>,
    /// Days between a quarter and three quarters of the seeds that germinate.
    pub uniformity: Option<f64>,
    /// Days before the first germination.
    pub lag: Option<f64>,
    /// Day of the fastest germination.
    pub day_of_highest_rate: Option<f64>,
}

/// What the counts of one replicate say.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ReplicateResults {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "A")]
    pub code: String,
    /// What germinated of what was sown.
    pub germination: Option<Proportion>,
    /// Its indices.
    pub indices: Option<Indices>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}

/// What the counts say. Replicates that were never counted are left out: nothing is known of them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Results {
    /// Day from which the days are counted: the sowing, or the first treatment or count when it came before.
    pub day_zero: Option<NaiveDate>,
    /// Confidence of the intervals and of the band, 0 to 1.
    #[schema(example = 0.95)]
    pub confidence: f64,
    /// What germinated of what was sown, all replicates counted together.
    pub germination: Option<Proportion>,
    /// Threshold of your organisation, 0 to 1 (`initial_viability`).
    #[schema(example = 0.85)]
    pub threshold: f64,
    /// Is the true proportion above the threshold? By the exact interval.
    pub verdict: Option<Verdict>,
    /// Indices of all replicates together.
    pub indices: Option<Indices>,
    /// Course of the emergence, without assuming its shape, and its band.
    pub emergence: Option<Emergence>,
    /// Hill's curve.
    pub curve: Option<Hill>,
    /// Do the replicates agree?
    pub tolerance: Option<Tolerance>,
    /// How unlike they are.
    pub heterogeneity: Option<Heterogeneity>,
    /// Each replicate.
    pub replicates: Vec<ReplicateResults>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}

/// What the counts of a test say.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SeedTestResults {
    /// What germinated; every figure is null for a test in which nothing germinates.
    #[serde(flatten)]
    pub results: Results,
    /// Seeds alive among those that are filled. Germination: germinated, fresh and hard ones, once every
    /// seed was examined. Tetrazolium: the stained ones. Cut and X-ray: the full ones among all.
    pub viable: Option<Proportion>,
    /// Why it is null.
    pub viable_reason: Option<Unknown>,
    /// Is the true viability above the threshold? By the exact interval; null when it is not known.
    pub viable_verdict: Option<Verdict>,
}
