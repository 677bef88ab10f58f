//! What an event says, each kind with its own fields.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::schema::{Discriminator, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::counts::model::DeathCause;
use crate::error::Problem;
use crate::harvests::geometry::Geometry;
use crate::http::body;
use crate::materials::mothers::Mother;
use crate::stock::model::Basis;

text_enum! {
    /// How a cultivation ends.
    pub enum CultivationOutcome {
        Exhausted = "exhausted",
        Dead = "dead",
        Released = "released",
        Destroyed = "destroyed",
        Transferred = "transferred",
    }
}

text_enum! {
    /// What is taken as a sample.
    pub enum SampleKind {
        Dna = "dna",
        Herbarium = "herbarium",
        Cutting = "cutting",
        Other = "other",
    }
}

text_enum! {
    /// How the flowers that gave a harvest were pollinated.
    pub enum Pollination {
        Open = "open",
        Isolated = "isolated",
        Hand = "hand",
        SelfPollinated = "self",
        Apomixis = "apomixis",
        Unknown = "unknown",
    }
}

text_enum! {
    /// Why plants leave.
    pub enum ExitKind {
        Reintroduction = "reintroduction",
        Reinforcement = "reinforcement",
        Introduction = "introduction",
        Gift = "gift",
        Exchange = "exchange",
        Sale = "sale",
        Destruction = "destruction",
    }
}

impl ExitKind {
    /// The plants go back to the wild, where they are followed.
    #[must_use]
    pub const fn is_release(self) -> bool {
        matches!(
            self,
            Self::Reintroduction | Self::Reinforcement | Self::Introduction
        )
    }
}

/// Seedlings of a replicate.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FromReplicate {
    /// Replicate of the sowing or of the test.
    pub replicate: Uuid,
    /// Seedlings taken from it.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, example = 10)]
    pub quantity: i32,
}

/// Plants of a cultivation.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FromCultivation {
    /// Cultivation of the same material.
    pub cultivation: Uuid,
    /// Plants taken from it.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, example = 10)]
    pub quantity: i32,
}

/// Plants that were already there: an import, plants received.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Initial {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Place where they are.
    pub place: Option<Uuid>,
}

/// Seedlings taken from the replicates of the sowing or of the test.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrickingOut {
    /// From which replicates, and how many.
    #[validate(nested, length(min = 1, max = 200))]
    #[schema(min_items = 1, max_items = 200)]
    pub from: Vec<FromReplicate>,
    /// Container.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container: Option<String>,
    /// Substrate.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub substrate: Option<String>,
    /// Stage of the seedlings.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub stage: Option<String>,
    /// Place where they go.
    pub place: Option<Uuid>,
}

/// More of the same source joins.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// From which replicates, and how many, when the source is a sowing or a test.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub from: Vec<FromReplicate>,
    /// Plants, when the source is a material.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
}

/// Plants change pots. As a first event, those that enter.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Repotting {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
    /// As a first event: from which replicates, and how many.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub from: Vec<FromReplicate>,
    /// Container before.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container_before: Option<String>,
    /// Container.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container: Option<String>,
    /// Substrate.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub substrate: Option<String>,
    /// Place where they go.
    pub place: Option<Uuid>,
}

/// Plants go into the ground. As a first event, those that enter.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Planting {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
    /// As a first event: from which replicates, and how many.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub from: Vec<FromReplicate>,
    /// Plants per m².
    #[validate(range(min = 0.0, max = 100_000.0))]
    #[schema(minimum = 0, maximum = 100_000)]
    pub density_per_m2: Option<f64>,
    /// Distance between plants, cm.
    #[validate(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub spacing_cm: Option<f64>,
    /// Bed where they go.
    pub place: Option<Uuid>,
}

/// The plants go elsewhere.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Place where they go.
    pub place: Uuid,
    /// It is to spend the winter.
    #[serde(default)]
    pub overwintering: bool,
}

/// What is seen; it changes no number.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Plants seen.
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub seen: Option<i32>,
    /// Physiological stage.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub stage: Option<String>,
    /// Phenological stage.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub phenology: Option<String>,
    /// Vigour, 1 (poor) to 5.
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub vigour: Option<i32>,
    /// Health, in words.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub health: Option<String>,
    /// Height, cm.
    #[validate(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub height_cm: Option<f64>,
}

/// Plants flower.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Flowering {
    /// Plants in flower.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Day of most flowers.
    pub peak: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
}

/// Plants fruit.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fruiting {
    /// Plants in fruit.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Day of most fruits.
    pub peak: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
}

/// A lot that is made of a harvest, with what enters the stock.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HarvestLot {
    /// Place where the seeds are put.
    pub place: Uuid,
    /// Seeds, none when unknown.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: Basis,
    /// Mass, g.
    #[validate(range(min = 0.0, max = 1_000_000.0))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub mass_g: Option<f64>,
    /// Container.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container: Option<String>,
}

/// Something is harvested: makes an ex-situ harvest, its material, and a lot when one is asked for.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Harvest {
    /// What is harvested (`EXS_HARVEST_MATERIAL`): seeds and spores are a generation on.
    #[schema(example = "gr")]
    pub material_type: String,
    /// How the flowers were pollinated.
    pub pollination: Option<Pollination>,
    /// Mothers, each with the seeds or the mass that it gave, all in the same unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(nested, length(max = 500))]
    #[schema(max_items = 500)]
    pub mothers: Vec<Mother>,
    /// The lot that it makes.
    #[validate(nested)]
    pub lot: Option<HarvestLot>,
}

/// Plants die.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Death {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Why.
    pub cause: DeathCause,
}

/// Plants that are not seen, and may only be dormant: no loss.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotSeen {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
}

/// Plants thought dead that live.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundAgain {
    /// Plants, no more than are still dead of that death.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Event of their death.
    pub death: Uuid,
}

/// Plants are treated against something.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// Product.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub product: String,
    /// Number of its market authorisation (AMM).
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub authorisation: Option<String>,
    /// Disease, deficiency or pest.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub against: Option<String>,
    /// Dose, in `dose_unit`.
    #[validate(range(min = 0.0, max = 1_000_000.0))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub dose: Option<f64>,
    /// Unit of the dose.
    #[validate(length(max = 20))]
    #[schema(max_length = 20)]
    pub dose_unit: Option<String>,
    /// Volume sprayed, l.
    #[validate(range(min = 0.0, max = 100_000.0))]
    #[schema(minimum = 0, maximum = 100_000)]
    pub volume_l: Option<f64>,
    /// Hours before one may come back (DRE).
    #[validate(range(min = 0.0, max = 1_000.0))]
    #[schema(minimum = 0, maximum = 1_000)]
    pub re_entry_hours: Option<f64>,
    /// Days before one may harvest (DAR).
    #[validate(range(min = 0.0, max = 1_000.0))]
    #[schema(minimum = 0, maximum = 1_000)]
    pub before_harvest_days: Option<f64>,
    /// Certificate of who applied it.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub certificate: Option<String>,
    /// It worked.
    pub success: Option<bool>,
}

/// Plants are watered.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Watering {
    /// How.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub mode: Option<String>,
}

/// Plants are fertilised.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fertilisation {
    /// Product.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub product: String,
    /// Dose, in words.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub dose: Option<String>,
}

/// Something is taken of the plants.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sampling {
    /// What.
    pub sample: SampleKind,
    /// Plants it is taken of.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// The plants are taken whole, and are no longer there.
    #[serde(default)]
    pub destructive: bool,
    /// Who receives it.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub recipient: Option<String>,
}

/// Plants are divided: some go to a new cultivation. Written with it.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// Plants that go.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Place where they go.
    pub place: Option<Uuid>,
}

/// Cuttings make a new cultivation. Written with it.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cutting {
    /// Cuttings.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Place where they go.
    pub place: Option<Uuid>,
}

/// Plants of other cultivations of the same material join.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merging {
    /// From which, and how many.
    #[validate(nested, length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub from: Vec<FromCultivation>,
}

/// Seedlings that came by themselves: eliminated, or a new cultivation with which it is written.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SelfSown {
    /// Seedlings.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Place where they go.
    pub place: Option<Uuid>,
}

/// Plants are taken out to leave room.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Thinning {
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
}

/// Plants leave the bank: released, given, sold, destroyed.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Why they leave.
    pub exit: ExitKind,
    /// Plants.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Partner who receives them.
    pub partner: Option<Uuid>,
    /// Site where they go. Read it on the exit, where it is blurred for whom it must be.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub site: Option<String>,
    /// That site: a GeoJSON point, line or polygon (or several) in WGS 84. Read it on the exit.
    pub geometry: Option<Geometry>,
    /// Permit under which they leave: a derogation, when the taxon is protected.
    pub permit: Option<Uuid>,
    /// Why they leave without a permit that allows it; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub permit_waiver: Option<String>,
    /// Dataset of the exit, when it is another than that of the cultivation.
    pub id_dataset: Option<i32>,
}

/// The cultivation ends.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// How it ends.
    pub outcome: CultivationOutcome,
    /// Why.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub reason: Option<String>,
}

/// The cultivation goes on.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// Why.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reason: String,
}

/// Where plants went is kept apart: it is blurred for whom it must be.
const WHERE: [&str; 2] = ["site", "geometry"];

/// The kinds of events: their text, the struct of their fields, its name in the OpenAPI document.
macro_rules! events {
    ($($kind:ident = $text:tt, $schema:literal;)*) => {
        text_enum! {
            /// Kind of event.
            pub enum EventKind { $($kind = $text,)* }
        }

        /// What an event says.
        #[derive(Debug, Clone)]
        pub enum Said { $(#[doc = $text] $kind($kind),)* }

        impl Said {
            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> EventKind {
                match self { $(Self::$kind(_) => EventKind::$kind),* }
            }

            /// Reads it where it is in a body: 422 with the pointer of every field that is wrong.
            ///
            /// # Errors
            /// A kind that is not one, or fields that are not those of the kind.
            pub fn read(value: &Value, at: &str) -> Result<Self, Problem> {
                let Value::Object(fields) = value else {
                    return Err(Problem::field(at, "wrong_type"));
                };
                let mut fields = fields.clone();
                let kind = fields.remove("kind").ok_or_else(|| Problem::field(format!("{at}/kind"), "required"))?;
                let kind: EventKind =
                    serde_json::from_value(kind).map_err(|_| Problem::field(format!("{at}/kind"), "wrong_type"))?;
                let fields = Value::Object(fields);
                Ok(match kind { $(EventKind::$kind => Self::$kind(body::part(fields, at)?)),* })
            }

            /// As it is kept.
            #[must_use]
            pub fn kept(&self) -> Value {
                let fields = match self { $(Self::$kind(fields) => serde_json::to_value(fields)),* };
                let mut kept = Map::new();
                kept.insert("kind".to_owned(), self.kind().as_str().into());
                if let Ok(Value::Object(fields)) = fields {
                    kept.extend(fields.into_iter().filter(|(name, value)| !value.is_null() && !WHERE.contains(&name.as_str())));
                }
                Value::Object(kept)
            }
        }

        impl PartialSchema for Said {
            fn schema() -> RefOr<Schema> {
                let one = OneOfBuilder::new()$(.item(Ref::from_schema_name($schema)))*;
                let mapping = [$(($text, concat!("#/components/schemas/", $schema))),*];
                one.description(Some("What an event says, by its kind."))
                    .discriminator(Some(Discriminator::with_mapping("kind", mapping)))
                    .into()
            }
        }

        impl ToSchema for Said {
            fn name() -> std::borrow::Cow<'static, str> {
                "CultivationEventSaid".into()
            }

            fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
                $(schemas.push(($schema.to_owned(), of_kind($kind::schema(), $text)));
                <$kind as ToSchema>::schemas(schemas);)*
            }
        }
    };
}

/// The fields of a kind, and the kind itself.
fn of_kind(schema: RefOr<Schema>, kind: &str) -> RefOr<Schema> {
    let RefOr::T(Schema::Object(mut object)) = schema else {
        return schema;
    };
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some([kind]))
        .build();
    object.properties.insert("kind".to_owned(), text.into());
    object.required.push("kind".to_owned());
    RefOr::T(Schema::Object(object))
}

events! {
    Initial = "initial", "InitialEvent";
    PrickingOut = "pricking_out", "PrickingOutEvent";
    Addition = "addition", "AdditionEvent";
    Repotting = "repotting", "RepottingEvent";
    Planting = "planting", "PlantingEvent";
    Move = "move", "MoveEvent";
    Observation = "observation", "ObservationEvent";
    Flowering = "flowering", "FloweringEvent";
    Fruiting = "fruiting", "FruitingEvent";
    Harvest = "harvest", "HarvestEvent";
    Death = "death", "DeathEvent";
    NotSeen = "not_seen", "NotSeenEvent";
    FoundAgain = "found_again", "FoundAgainEvent";
    Treatment = "treatment", "TreatmentEvent";
    Watering = "watering", "WateringEvent";
    Fertilisation = "fertilisation", "FertilisationEvent";
    Sampling = "sampling", "SamplingEvent";
    Division = "division", "DivisionEvent";
    Cutting = "cutting", "CuttingEvent";
    Merging = "merging", "MergingEvent";
    SelfSown = "self_sown", "SelfSownEvent";
    Thinning = "thinning", "ThinningEvent";
    Exit = "exit", "ExitEvent";
    Closing = "closing", "ClosingEvent";
    Reopening = "reopening", "ReopeningEvent";
}

impl Said {
    /// Seedlings that it takes from replicates.
    #[must_use]
    pub fn from(&self) -> &[FromReplicate] {
        match self {
            Self::PrickingOut(PrickingOut { from, .. })
            | Self::Addition(Addition { from, .. })
            | Self::Repotting(Repotting { from, .. })
            | Self::Planting(Planting { from, .. }) => from,
            _ => &[],
        }
    }

    /// Place where the plants are from then on.
    #[must_use]
    pub const fn place(&self) -> Option<Uuid> {
        match self {
            Self::Initial(Initial { place, .. })
            | Self::PrickingOut(PrickingOut { place, .. })
            | Self::Repotting(Repotting { place, .. })
            | Self::Planting(Planting { place, .. })
            | Self::Division(Division { place, .. })
            | Self::Cutting(Cutting { place, .. })
            | Self::SelfSown(SelfSown { place, .. }) => *place,
            Self::Move(Move { place, .. }) => Some(*place),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use serde_json::json;

    fn faults(value: &Value) -> Vec<(String, String)> {
        let problem = Said::read(value, "/said").unwrap_err();
        let document = problem.document(Lang::En, String::new());
        document.errors.into_iter().map(|e| (e.pointer, e.code)).collect()
    }

    fn fault(pointer: &str, code: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), code.to_owned())]
    }

    #[test]
    fn each_kind_has_its_own_fields() {
        let said = json!({"kind": "death", "quantity": 5, "cause": "frost"});
        let death = Said::read(&said, "/said").unwrap();
        assert_eq!((death.kind(), death.kept()), (EventKind::Death, said));
        assert_eq!(faults(&json!({"quantity": 5})), fault("/said/kind", "required"));
        assert_eq!(
            faults(&json!({"kind": "flight"})),
            fault("/said/kind", "wrong_type")
        );
        assert_eq!(
            faults(&json!({"kind": "death", "quantity": 5})),
            fault("/said/cause", "required")
        );
        assert_eq!(
            faults(&json!({"kind": "thinning", "quantity": 0})),
            fault("/said/quantity", "range")
        );
        assert_eq!(
            faults(&json!({"kind": "thinning", "quantity": 1, "cause": "frost"})),
            fault("/said/cause", "unknown_field")
        );
        assert_eq!(
            faults(&json!({"kind": "pricking_out", "from": [{"replicate": "x", "quantity": 1}]})),
            fault("/said/from/0/replicate", "wrong_type")
        );
    }
}
