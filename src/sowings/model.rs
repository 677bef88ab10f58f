//! What a sowing is made of.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::openapi::Schema;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::rules;
use crate::host::nomenclatures::Term;
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::http::relative::{RecordRef, Relative};
use crate::openapi;
use crate::replicates::model::NewReplicate;
use crate::schema::{t_sowings, v_sowings};
use crate::stock::model::{Basis, PlaceRef};
use crate::treatment_steps::model::NewStep;

text_enum! {
    /// State of a sowing.
    pub enum State {
        Draft = "draft",
        Prepared = "prepared",
        InPretreatment = "in_pretreatment",
        Sown = "sown",
        Emerging = "emerging",
        Overwintering = "overwintering",
        EmergenceEnded = "emergence_ended",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

impl State {
    pub(super) fn first_ones() -> Schema {
        let first = Self::ALL.iter().filter(|state| state.is_first());
        openapi::texts(
            "State to bring it to at once, draft by default; the last two debit the lot.",
            first.map(|state| state.as_str()),
        )
    }
}

text_enum! {
    /// How a closed sowing turned out.
    pub enum Outcome {
        Success = "success",
        Partial = "partial",
        Failure = "failure",
        Abandoned = "abandoned",
    }
}

text_enum! {
    /// What is sown comes from a lot, from fresh material, from a germination test, or off stock.
    pub enum SourceKind {
        SeedLot = "seed_lot",
        FreshMaterial = "fresh_material",
        SeedTest = "seed_test",
        OffStock = "off_stock",
    }
}

text_enum! {
    /// What the quantity sown counts.
    pub enum SownUnit {
        Seed = "seed",
        Fruit = "fruit",
        Spore = "spore",
        Organ = "organ",
        Gram = "g",
        SoilLitre = "soil_litre",
        Pinch = "pinch",
    }
}

impl SownUnit {
    /// Counted by whole numbers.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Seed | Self::Fruit | Self::Spore | Self::Organ)
    }
}

text_enum! {
    /// Why it is sown.
    pub enum Objective {
        Multiplication = "multiplication",
        LotRenewal = "lot_renewal",
        Reintroduction = "reintroduction",
        EmergenceTest = "emergence_test",
        Collection = "collection",
        Training = "training",
    }
}

text_enum! {
    /// Why a sowing has no emergence rate.
    pub enum NoRate {
        NotSownYet = "not_sown_yet",
        SownUnknown = "sown_unknown",
        UnitNotSeed = "unit_not_seed",
        SownNotCounted = "sown_not_counted",
        NeverCounted = "never_counted",
    }
}

/// A taxon, in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TaxonRef {
    /// Key in TAXREF.
    pub cd_nom: i32,
    /// Scientific name.
    #[schema(example = "Gentiana alpina")]
    pub name: Option<String>,
    /// Name as cited in the material.
    pub cited_name: Option<String>,
    /// Vernacular name.
    pub vernacular_name: Option<String>,
}

/// A component of a substrate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Substrate {
    /// Code of EXS_SOWING_SUBSTRATE.
    #[validate(length(min = 1, max = 50))]
    #[schema(example = "te")]
    #[schema(min_length = 1, max_length = 50)]
    pub component: String,
    /// Share, %.
    #[validate(range(exclusive_min = 0.0, max = 100.0))]
    #[schema(example = 60.0, exclusive_minimum = 0, maximum = 100)]
    pub percent: Option<f64>,
    /// Thickness of the layer, mm.
    #[validate(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub mm: Option<f64>,
}

/// A row of the list of sowings.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_sowings, check_for_backend(diesel::pg::Pg))]
pub struct SowingRow {
    pub(crate) id: i32,
    pub(crate) uuid: Uuid,
    pub(crate) code: String,
    pub(crate) version: i32,
    pub(crate) id_dataset: i32,
    pub(crate) id_digitiser: i32,
    pub(crate) people: Vec<i32>,
    pub(crate) id_material: i32,
    pub(crate) state: State,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) source_kind: SourceKind,
    pub(crate) id_seed_lot: Option<i32>,
    pub(crate) id_source_place: Option<i32>,
    pub(crate) objective: Option<Objective>,
    pub(crate) sowing_date: Option<NaiveDate>,
    pub(crate) end_date: Option<NaiveDate>,
    pub(crate) sown_value: Option<BigDecimal>,
    pub(crate) sown_unit: SownUnit,
    pub(crate) sown_basis: Basis,
    pub(crate) propagules_per_unit: Option<BigDecimal>,
    pub(crate) next_count_due: Option<NaiveDate>,
    pub(crate) meta_create_date: DateTime<Utc>,
    pub(crate) meta_update_date: Option<DateTime<Utc>>,
    pub(crate) archived_at: Option<DateTime<Utc>>,
    pub(crate) material_uuid: Uuid,
    pub(crate) material_code: String,
    pub(crate) lot_uuid: Option<Uuid>,
    pub(crate) lot_code: Option<String>,
    pub(crate) test_uuid: Option<Uuid>,
    pub(crate) test_code: Option<String>,
    pub(crate) cd_nom: Option<i32>,
    pub(crate) cited_name: Option<String>,
    pub(crate) taxon_name: Option<String>,
    pub(crate) vernacular_name: Option<String>,
    pub(crate) place_uuid: Option<Uuid>,
    pub(crate) place_code: Option<String>,
    pub(crate) place_label: Option<String>,
    pub(crate) source_place_uuid: Option<Uuid>,
    pub(crate) source_place_code: Option<String>,
    pub(crate) source_place_label: Option<String>,
    pub(crate) replicates: i32,
    pub(crate) visits: i32,
    pub(crate) emerged: i32,
    pub(crate) dead: i32,
    pub(crate) removed: i32,
    pub(crate) pricked_out: i32,
    pub(crate) surplus: i32,
    pub(crate) alive: i32,
    pub(crate) first_emergence_date: Option<NaiveDate>,
    pub(crate) last_count_date: Option<NaiveDate>,
}

impl SowingRow {
    /// The quantity sown as a plain number.
    #[must_use]
    pub fn sown(&self) -> Option<f64> {
        self.sown_value.as_ref().and_then(BigDecimal::to_f64)
    }

    /// Seeds that were counted: the ones that have a rate, and whose replicates sum.
    #[must_use]
    pub fn is_counted_seeds(&self) -> bool {
        self.sown_unit == SownUnit::Seed && self.sown_basis == Basis::Counted
    }
}

/// Where the seeds of a sowing come from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Source {
    /// Kind of source.
    pub kind: SourceKind,
    /// Lot.
    pub lot: Option<Relative<RecordRef>>,
    /// Place of the lot that they are taken from.
    pub place: Option<PlaceRef>,
    /// Germination test.
    pub seed_test: Option<Relative<RecordRef>>,
}

/// The sums of the counts of a sowing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Emergence {
    /// Counts that stand.
    pub visits: i32,
    /// Emerged in all; null when it was never counted.
    pub emerged: Option<i32>,
    /// Dead since.
    pub dead: i32,
    /// Taken away.
    pub removed: i32,
    /// Pricked out.
    pub pricked_out: i32,
    /// Seedlings that no seed sown explains, outside the rate.
    pub surplus: i32,
    /// Alive after the last count; null when it was never counted.
    pub alive: Option<i32>,
    /// Emerged over seeds sown, 0 to 1; null when there is no denominator.
    #[schema(example = 0.6)]
    pub rate: Option<f64>,
    /// Why there is no rate.
    pub rate_reason: Option<NoRate>,
    /// Neither emerged nor examined, once the emergence is over.
    pub not_emerged: Option<i64>,
    /// First visit with emergence.
    pub first_date: Option<NaiveDate>,
    /// Last visit.
    pub last_count_date: Option<NaiveDate>,
}

impl From<&SowingRow> for Emergence {
    fn from(row: &SowingRow) -> Self {
        let rate = rules::emergence_rate(
            row.state,
            row.sown_unit,
            row.sown_basis,
            row.sown(),
            row.visits,
            row.emerged,
        );
        let is_over = matches!(row.state, State::EmergenceEnded | State::Closed);
        let sown = row
            .sown_value
            .as_ref()
            .and_then(BigDecimal::to_i64)
            .filter(|_| is_over && row.is_counted_seeds());
        let counted = row.visits > 0;
        Self {
            visits: row.visits,
            emerged: counted.then_some(row.emerged),
            dead: row.dead,
            removed: row.removed,
            pricked_out: row.pricked_out,
            surplus: row.surplus,
            alive: counted.then_some(row.alive),
            rate: rate.ok(),
            rate_reason: rate.err(),
            not_emerged: sown.map(|sown| sown - i64::from(row.emerged)),
            first_date: row.first_emergence_date,
            last_count_date: row.last_count_date,
        }
    }
}

/// A sowing in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Sowing {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "S2026_0001")]
    pub code: String,
    /// Version, the ETag.
    pub version: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// State.
    pub state: State,
    /// How it turned out, once closed.
    pub outcome: Option<Outcome>,
    /// Main taxon.
    pub taxon: Option<TaxonRef>,
    /// Material.
    pub material: Relative<RecordRef>,
    /// Source.
    pub source: Source,
    /// Why it is sown.
    pub objective: Option<Objective>,
    /// Day of sowing, or planned for.
    pub sowing_date: Option<NaiveDate>,
    /// Day when it was closed.
    pub end_date: Option<NaiveDate>,
    /// Quantity sown; null when unknown.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>, example = 100)]
    pub sown_value: Option<BigDecimal>,
    /// What the quantity counts.
    pub sown_unit: SownUnit,
    /// How the quantity is known.
    pub sown_basis: Basis,
    /// Seeds in one unit, when known.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub propagules_per_unit: Option<BigDecimal>,
    /// Number of replicates.
    pub replicates: i32,
    /// The sums of its counts.
    pub emergence: Emergence,
    /// Place where it stands.
    pub place: Option<PlaceRef>,
    /// Day of the next count.
    pub next_count_due: Option<NaiveDate>,
    /// People, roles of GeoNature.
    pub people: Vec<i32>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

/// Which relatives of a sowing may be read: material, lot, test.
pub type Readable = (bool, bool, bool);

impl From<(SowingRow, Readable)> for Sowing {
    fn from((row, (material, lot, test)): (SowingRow, Readable)) -> Self {
        let emergence = Emergence::from(&row);
        let record = |uuid: Option<Uuid>, code: Option<String>| {
            uuid.zip(code).map(|(uuid, code)| RecordRef { uuid, code })
        };
        let place = |uuid: Option<Uuid>, code: Option<String>, label: Option<String>| {
            uuid.zip(code)
                .zip(label)
                .map(|((uuid, code), label)| PlaceRef { uuid, code, label })
        };
        Self {
            uuid: row.uuid,
            code: row.code,
            version: row.version,
            id_dataset: row.id_dataset,
            state: row.state,
            outcome: row.outcome,
            taxon: row.cd_nom.map(|cd_nom| TaxonRef {
                cd_nom,
                name: row.taxon_name,
                cited_name: row.cited_name,
                vernacular_name: row.vernacular_name,
            }),
            material: Relative::of(
                RecordRef {
                    uuid: row.material_uuid,
                    code: row.material_code,
                },
                material,
            ),
            source: Source {
                kind: row.source_kind,
                lot: Relative::new(record(row.lot_uuid, row.lot_code), lot),
                place: place(
                    row.source_place_uuid,
                    row.source_place_code,
                    row.source_place_label,
                ),
                seed_test: Relative::new(record(row.test_uuid, row.test_code), test),
            },
            objective: row.objective,
            sowing_date: row.sowing_date,
            end_date: row.end_date,
            sown_value: row.sown_value,
            sown_unit: row.sown_unit,
            sown_basis: row.sown_basis,
            propagules_per_unit: row.propagules_per_unit,
            replicates: row.replicates,
            emergence,
            place: place(row.place_uuid, row.place_code, row.place_label),
            next_count_due: row.next_count_due,
            people: row.people,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            archived_at: row.archived_at,
        }
    }
}

/// How a sowing was done, as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = t_sowings, check_for_backend(diesel::pg::Pg))]
pub struct HowRow {
    pub(super) off_stock_reason: Option<String>,
    pub(super) programme: Option<String>,
    pub(super) id_nomenclature_method: Option<i32>,
    pub(super) depth_mm: Option<BigDecimal>,
    pub(super) id_nomenclature_watering: Option<i32>,
    pub(super) substrate: Option<Value>,
    pub(super) id_nomenclature_container: Option<i32>,
    pub(super) container_volume_ml: Option<BigDecimal>,
    pub(super) container_cells: Option<i32>,
    pub(super) container_count: Option<i32>,
    pub(super) covering: Option<String>,
    pub(super) is_ambient: Option<bool>,
    pub(super) day_temperature: Option<BigDecimal>,
    pub(super) night_temperature: Option<BigDecimal>,
    pub(super) photoperiod_hours: Option<BigDecimal>,
    pub(super) light: Option<String>,
    pub(super) expected_emergence_min: Option<NaiveDate>,
    pub(super) expected_emergence_max: Option<NaiveDate>,
    pub(super) people_text: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) additional_data: Option<Value>,
}

/// A sowing in full.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SowingRecord {
    /// What a list shows of it.
    #[serde(flatten)]
    pub sowing: Sowing,
    /// States it may go to.
    pub next_states: Vec<State>,
    /// Why the stock is not debited, off stock.
    pub off_stock_reason: Option<String>,
    /// Programme it is part of.
    pub programme: Option<String>,
    /// Method.
    pub method: Option<Term>,
    /// Depth in mm, 0 on the surface.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub depth_mm: Option<BigDecimal>,
    /// Watering.
    pub watering: Option<Term>,
    /// Substrate.
    #[schema(value_type = Option<Vec<Substrate>>)]
    pub substrate: Option<Value>,
    /// Container.
    pub container: Option<Term>,
    /// Volume of a container, ml.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub container_volume_ml: Option<BigDecimal>,
    /// Cells of a container.
    pub container_cells: Option<i32>,
    /// Number of containers.
    pub container_count: Option<i32>,
    /// What covers the seeds.
    pub covering: Option<String>,
    /// At the temperature and light of the place.
    pub is_ambient: Option<bool>,
    /// Temperature by day, °C.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub day_temperature: Option<BigDecimal>,
    /// Temperature by night, °C.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub night_temperature: Option<BigDecimal>,
    /// Hours of light a day.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub photoperiod_hours: Option<BigDecimal>,
    /// Light, in words.
    pub light: Option<String>,
    /// First day emergence is expected.
    pub expected_emergence_min: Option<NaiveDate>,
    /// Last day emergence is expected.
    pub expected_emergence_max: Option<NaiveDate>,
    /// People who are not users.
    pub people_text: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// The source of a new sowing: exactly one.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SourceInput {
    /// Lot, with the place its seeds are taken from.
    pub lot: Option<Uuid>,
    /// Place of the lot.
    pub place: Option<Uuid>,
    /// Fresh material; or, with a reason, material off stock.
    pub material: Option<Uuid>,
    /// Germination test.
    pub seed_test: Option<Uuid>,
    /// Why the stock is not debited.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub off_stock_reason: Option<String>,
}

/// A new sowing.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": {"off_stock_reason": "Semences reçues hors stock", "material": "00000000-0000-4000-8000-000000000000"},
    "sown_value": 100, "sown_unit": "seed", "sown_basis": "counted", "replicate_count": 4,
    "method": "alav", "depth_mm": 2, "substrate": [{"component": "te", "percent": 60}, {"component": "sb", "percent": 40}]
}))]
pub struct NewSowing {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code, such as S2026_0001; the service makes one otherwise.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    #[schema(pattern = "^S[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset, that of the source by default.
    pub id_dataset: Option<i32>,
    /// Source.
    #[validate(nested)]
    pub source: SourceInput,
    /// State to bring it to at once: draft (by default), prepared, in_pretreatment or sown; the last two debit the lot.
    #[schema(schema_with = State::first_ones)]
    pub state: Option<State>,
    /// Why it is sown.
    pub objective: Option<Objective>,
    /// Programme it is part of.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub programme: Option<String>,
    /// Day of sowing, or planned for; today when it is sown at once.
    pub sowing_date: Option<NaiveDate>,
    /// Quantity sown, null when unknown.
    #[validate(range(min = 0.0001, max = 999_999_999.0))]
    #[schema(minimum = 0.0001, maximum = 999_999_999)]
    pub sown_value: Option<f64>,
    /// What the quantity counts.
    pub sown_unit: SownUnit,
    /// How the quantity is known.
    pub sown_basis: Basis,
    /// Seeds in one unit, when known.
    #[validate(range(min = 0.001, max = 100_000.0))]
    #[schema(minimum = 0.001, maximum = 100_000)]
    pub propagules_per_unit: Option<f64>,
    /// Replicates, or else `replicate_count`.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub replicates: Vec<NewReplicate>,
    /// How many replicates to make, 1 by default.
    #[validate(range(min = 1, max = 200))]
    #[schema(minimum = 1, maximum = 200)]
    pub replicate_count: Option<u16>,
    /// Treatment steps, in order.
    #[serde(default)]
    #[validate(nested, length(max = 50))]
    #[schema(max_items = 50)]
    pub treatment_steps: Vec<NewStep>,
    /// Code of EXS_SOWING_METHOD.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub method: Option<String>,
    /// Depth in mm, 0 on the surface.
    #[validate(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub depth_mm: Option<f64>,
    /// Code of EXS_WATERING_METHOD.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub watering: Option<String>,
    /// Substrate: percentages, when given, are all given and sum to 100.
    #[validate(nested, length(max = 20))]
    #[schema(max_items = 20)]
    pub substrate: Option<Vec<Substrate>>,
    /// Code of EXS_SOWING_CONTAINER.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub container: Option<String>,
    /// Volume of a container, ml.
    #[validate(range(min = 0.1, max = 1_000_000.0))]
    #[schema(minimum = 0.1, maximum = 1_000_000)]
    pub container_volume_ml: Option<f64>,
    /// Cells of a container.
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000)]
    pub container_cells: Option<i32>,
    /// Number of containers.
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000)]
    pub container_count: Option<i32>,
    /// What covers the seeds.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub covering: Option<String>,
    /// Place where it stands.
    pub place: Option<Uuid>,
    /// At the temperature and light of the place.
    pub is_ambient: Option<bool>,
    /// Temperature by day, °C.
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110)]
    pub day_temperature: Option<f64>,
    /// Temperature by night, °C.
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110)]
    pub night_temperature: Option<f64>,
    /// Hours of light a day.
    #[validate(range(min = 0.0, max = 24.0))]
    #[schema(minimum = 0, maximum = 24)]
    pub photoperiod_hours: Option<f64>,
    /// Light, in words.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub light: Option<String>,
    /// First day emergence is expected.
    pub expected_emergence_min: Option<NaiveDate>,
    /// Last day emergence is expected.
    pub expected_emergence_max: Option<NaiveDate>,
    /// Day of the next count.
    pub next_count_due: Option<NaiveDate>,
    /// People who are not users.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub people_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// People, roles of GeoNature.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub people: Vec<i32>,
    /// True to take more than an estimated balance says.
    #[serde(default)]
    pub confirm_overdraw: bool,
    /// Why the archive reserve is broken into; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reserve_override_reason: Option<String>,
}

/// Changes to a sowing: what is absent stays, null empties. Source and quantity change in a draft only.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"next_count_due": "2026-12-01", "depth_mm": 3, "remarks": null}))]
pub struct SowingChanges {
    /// Dataset.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Why it is sown.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Objective>)]
    pub objective: Option<Option<Objective>>,
    /// Programme it is part of.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub programme: Option<Option<String>>,
    /// Day of sowing, or planned for.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub sowing_date: Option<Option<NaiveDate>>,
    /// Quantity sown, null when unknown; with `sown_basis`, in a draft.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(range(min = 0.0001, max = 999_999_999.0))]
    #[schema(value_type = Option<f64>, minimum = 0.0001, maximum = 999_999_999)]
    pub sown_value: Option<Option<f64>>,
    /// What the quantity counts, in a draft.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub sown_unit: Option<SownUnit>,
    /// How the quantity is known, in a draft.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub sown_basis: Option<Basis>,
    /// Seeds in one unit, when known, in a draft.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = 0.001, max = 100_000.0))]
    #[schema(minimum = 0.001, maximum = 100_000)]
    pub propagules_per_unit: Option<Option<f64>>,
    /// Code of EXS_SOWING_METHOD.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub method: Option<Option<String>>,
    /// Depth in mm, 0 on the surface.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub depth_mm: Option<Option<f64>>,
    /// Code of EXS_WATERING_METHOD.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub watering: Option<Option<String>>,
    /// Substrate: percentages, when given, are all given and sum to 100.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Vec<Substrate>>)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub substrate: Option<Option<Vec<Substrate>>>,
    /// Code of EXS_SOWING_CONTAINER.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub container: Option<Option<String>>,
    /// Volume of a container, ml.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = 0.1, max = 1_000_000.0))]
    #[schema(minimum = 0.1, maximum = 1_000_000)]
    pub container_volume_ml: Option<Option<f64>>,
    /// Cells of a container.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000)]
    pub container_cells: Option<Option<i32>>,
    /// Number of containers.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000)]
    pub container_count: Option<Option<i32>>,
    /// What covers the seeds.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub covering: Option<Option<String>>,
    /// Place where it stands.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    pub place: Option<Option<Uuid>>,
    /// At the temperature and light of the place.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<bool>)]
    pub is_ambient: Option<Option<bool>>,
    /// Temperature by day, °C.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110)]
    pub day_temperature: Option<Option<f64>>,
    /// Temperature by night, °C.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110)]
    pub night_temperature: Option<Option<f64>>,
    /// Hours of light a day.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = 0.0, max = 24.0))]
    #[schema(minimum = 0, maximum = 24)]
    pub photoperiod_hours: Option<Option<f64>>,
    /// Light, in words.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub light: Option<Option<String>>,
    /// First day emergence is expected.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub expected_emergence_min: Option<Option<NaiveDate>>,
    /// Last day emergence is expected.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub expected_emergence_max: Option<Option<NaiveDate>>,
    /// Day of the next count.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub next_count_due: Option<Option<NaiveDate>>,
    /// People who are not users.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub people_text: Option<Option<String>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
    /// Free additional fields.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Option<Value>>,
    /// People, roles of GeoNature: the whole list.
    #[serde(deserialize_with = "not_null")]
    #[validate(length(max = 50))]
    #[schema(nullable = false, max_items = 50)]
    pub people: Option<Vec<i32>>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// A change of state.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "prepared"}))]
pub struct Transition {
    /// State to go to.
    pub to: State,
    /// Day: of sowing (`sown`), of the end (`emergence_ended`, `closed`); today by default.
    pub date: Option<NaiveDate>,
    /// How it turned out, when it is closed.
    pub outcome: Option<Outcome>,
    /// Why: needed to re-open and to cancel what was sown.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reason: Option<String>,
    /// True to take more than an estimated balance says.
    #[serde(default)]
    pub confirm_overdraw: bool,
    /// Why the archive reserve is broken into; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reserve_override_reason: Option<String>,
}

/// What a list of sowings may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SowingFilters {
    /// Start of the code, or words of the name of the taxon without accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// States, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub state: Option<Vec<State>>,
    /// Taxon, its descendants included.
    pub cd_nom: Option<i32>,
    /// Lot.
    pub lot: Option<Uuid>,
    /// Material.
    pub material: Option<Uuid>,
    /// Place where it stands.
    pub place: Option<Uuid>,
    /// Dataset.
    pub id_dataset: Option<i32>,
    /// One of its people.
    pub person: Option<i32>,
    /// Sown since.
    pub from: Option<NaiveDate>,
    /// Sown until.
    pub to: Option<NaiveDate>,
    /// A count is due by this day.
    pub due_by: Option<NaiveDate>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default), sowing_date, next_count_due, taxon or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|sowing_date|next_count_due|taxon|created))?$")]
    pub sort: Option<String>,
    /// Where to read on: `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// Rows of the page, 50 by default.
    #[validate(range(min = 1, max = 500))]
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
    /// Count the rows too.
    pub count: Option<bool>,
}

/// The columns of a sowing to write, everything resolved. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_sowings)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct SowingColumns {
    pub uuid: Option<Uuid>,
    pub code: Option<String>,
    pub id_dataset: Option<i32>,
    pub id_material: Option<i32>,
    pub source_kind: Option<SourceKind>,
    pub id_seed_lot: Option<i32>,
    pub id_source_place: Option<i32>,
    pub id_seed_test: Option<i32>,
    pub off_stock_reason: Option<String>,
    pub objective: Option<Option<Objective>>,
    pub programme: Option<Option<String>>,
    pub sowing_date: Option<Option<NaiveDate>>,
    pub sown_value: Option<Option<BigDecimal>>,
    pub sown_unit: Option<SownUnit>,
    pub sown_basis: Option<Basis>,
    pub propagules_per_unit: Option<Option<BigDecimal>>,
    pub id_nomenclature_method: Option<Option<i32>>,
    pub depth_mm: Option<Option<BigDecimal>>,
    pub id_nomenclature_watering: Option<Option<i32>>,
    pub substrate: Option<Option<Value>>,
    pub id_nomenclature_container: Option<Option<i32>>,
    pub container_volume_ml: Option<Option<BigDecimal>>,
    pub container_cells: Option<Option<i32>>,
    pub container_count: Option<Option<i32>>,
    pub covering: Option<Option<String>>,
    pub id_place: Option<Option<i32>>,
    pub is_ambient: Option<Option<bool>>,
    pub day_temperature: Option<Option<BigDecimal>>,
    pub night_temperature: Option<Option<BigDecimal>>,
    pub photoperiod_hours: Option<Option<BigDecimal>>,
    pub light: Option<Option<String>>,
    pub expected_emergence_min: Option<Option<NaiveDate>>,
    pub expected_emergence_max: Option<Option<NaiveDate>>,
    pub next_count_due: Option<Option<NaiveDate>>,
    pub people_text: Option<Option<String>>,
    pub remarks: Option<Option<String>>,
    pub additional_data: Option<Option<Value>>,
    pub archived_at: Option<Option<DateTime<Utc>>>,
    pub id_digitiser: Option<i32>,
}
