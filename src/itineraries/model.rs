//! What an itinerary is made of.

use bigdecimal::{BigDecimal, ToPrimitive};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::results::model::Proportion;
use crate::treatment_steps::model::{ConcentrationUnit, DurationUnit, Step, StepKind};

text_enum! {
    /// How near the taxon asked for.
    pub enum Kinship {
        /// The taxon, its descendants and their synonyms.
        Taxon = "taxon",
        /// Its genus.
        Genus = "genus",
        /// Its family.
        Family = "family",
    }
}

text_enum! {
    /// What an itinerary is drawn from.
    pub enum TrialKind {
        Sowing = "sowing",
        SeedTest = "seed_test",
    }
}

/// A treatment of an itinerary, as a new sowing takes it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ItineraryStep {
    /// Kind.
    pub kind: StepKind,
    /// Product.
    pub product: Option<String>,
    /// Tool.
    pub tool: Option<String>,
    /// Concentration, in `concentration_unit`.
    pub concentration: Option<f64>,
    /// Unit of the concentration.
    pub concentration_unit: Option<ConcentrationUnit>,
    /// Temperature by day, °C.
    pub day_temperature: Option<f64>,
    /// Temperature by night, °C.
    pub night_temperature: Option<f64>,
    /// Hours of light a day.
    pub photoperiod_hours: Option<f64>,
    /// Duration, in `duration_unit`.
    pub duration: Option<f64>,
    /// Unit of the duration.
    pub duration_unit: Option<DurationUnit>,
    /// Medium.
    pub medium: Option<String>,
}

impl From<&Step> for ItineraryStep {
    fn from(step: &Step) -> Self {
        let number = |value: &Option<BigDecimal>| value.as_ref().and_then(BigDecimal::to_f64);
        Self {
            kind: step.kind,
            product: step.product.clone(),
            tool: step.tool.clone(),
            concentration: number(&step.concentration),
            concentration_unit: step.concentration_unit,
            day_temperature: number(&step.day_temperature),
            night_temperature: number(&step.night_temperature),
            photoperiod_hours: number(&step.photoperiod_hours),
            duration: number(&step.duration),
            duration_unit: step.duration_unit,
            medium: step.medium.clone(),
        }
    }
}

/// A record of an itinerary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ItineraryRecord {
    /// A sowing or a test.
    pub kind: TrialKind,
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "S2026_0001")]
    pub code: String,
    /// Scientific name of its seeds.
    pub taxon: Option<String>,
}

/// Treatments, and what they gave.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Itinerary {
    /// The treatments, in order; none when nothing was done to the seeds.
    pub steps: Vec<ItineraryStep>,
    /// What emerged, or germinated, of what was sown, its sowings and tests all together.
    pub emergence: Proportion,
    /// Number of sowings.
    #[schema(example = 3)]
    pub sowings: u32,
    /// What emerged in them.
    pub in_sowings: Option<Proportion>,
    /// Number of germination tests.
    #[schema(example = 1)]
    pub tests: u32,
    /// What germinated in them; a dish is kinder than a bed.
    pub in_tests: Option<Proportion>,
    /// Days to the first emergence, half of the sowings and tests being slower.
    pub median_first_day: Option<f64>,
    /// The last of its sowings and tests, to start from.
    pub last: ItineraryRecord,
}

/// What treatments gave for a taxon, its genus or its family.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Itineraries {
    /// How near.
    pub kinship: Kinship,
    /// Key of that taxon in TAXREF.
    pub cd_nom: i32,
    /// Its scientific name.
    #[schema(example = "Gentiana")]
    pub name: Option<String>,
    /// Best first: by the lower end of the interval, so that a few lucky seeds do not come first.
    pub itineraries: Vec<Itinerary>,
}
