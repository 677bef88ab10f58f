//! What a treatment step is made of.

use bigdecimal::{BigDecimal, FromPrimitive};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::schema::t_treatment_steps;

text_enum! {
    /// Kind of treatment.
    pub enum StepKind {
        MechanicalScarification = "mechanical_scarification",
        ChemicalScarification = "chemical_scarification",
        Soaking = "soaking",
        Rinsing = "rinsing",
        Leaching = "leaching",
        HormoneOrSalt = "hormone_or_salt",
        Sterilisation = "sterilisation",
        ColdStratification = "cold_stratification",
        WarmStratification = "warm_stratification",
        DryAfterRipening = "dry_after_ripening",
        Smoke = "smoke",
        Inoculation = "inoculation",
        Other = "other",
    }
}

text_enum! {
    /// Unit of a concentration.
    pub enum ConcentrationUnit {
        MgPerLitre = "mg_l",
        MmolPerLitre = "mmol_l",
        Percent = "percent",
        Megapascal = "mpa",
    }
}

text_enum! {
    /// Unit of a duration.
    pub enum DurationUnit {
        Minute = "minute",
        Hour = "hour",
        Day = "day",
        Week = "week",
        Month = "month",
    }
}

text_enum! {
    /// Where a step stands, by its dates.
    pub enum StepState {
        Planned = "planned",
        InProgress = "in_progress",
        Overdue = "overdue",
        Done = "done",
    }
}

/// A treatment step.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = t_treatment_steps, check_for_backend(diesel::pg::Pg))]
pub struct Step {
    #[serde(skip)]
    pub(super) id_treatment_step: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Order, from 1.
    pub rank: i16,
    /// Kind.
    pub kind: StepKind,
    /// Product: GA3, KNO3, H2SO4…
    pub product: Option<String>,
    /// Tool: scalpel, sandpaper…
    pub tool: Option<String>,
    /// Concentration, in `concentration_unit`; zero or negative in MPa, otherwise positive.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub concentration: Option<BigDecimal>,
    /// Unit of the concentration.
    pub concentration_unit: Option<ConcentrationUnit>,
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
    /// Duration, in `duration_unit`.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub duration: Option<BigDecimal>,
    /// Unit of the duration.
    pub duration_unit: Option<DurationUnit>,
    /// Medium: damp sand, paper…
    pub medium: Option<String>,
    /// First day; a plan while it is in the future.
    pub start_date: Option<NaiveDate>,
    /// Day it should end; computed from the duration when it is absent.
    pub planned_end_date: Option<NaiveDate>,
    /// Day it ended.
    pub end_date: Option<NaiveDate>,
    /// Seeds treated.
    pub quantity_treated: Option<i32>,
    /// Seeds lost in it.
    pub quantity_lost: Option<i32>,
    /// Role that does it.
    pub id_actor: Option<i32>,
    /// Who does it, when not a user.
    pub actor_text: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Version, the ETag.
    pub version: i32,
}

/// A step with where it stands today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StepToday {
    /// The step.
    #[serde(flatten)]
    pub step: Step,
    /// planned, in_progress, overdue or done.
    pub state: StepState,
}

/// A new treatment step.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "cold_stratification", "day_temperature": 4, "duration": 6, "duration_unit": "week", "medium": "sable humide"}))]
pub struct NewStep {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Order, from 1; after the others by default.
    #[validate(range(min = 1, max = 1000))]
    #[schema(minimum = 1, maximum = 1000)]
    pub rank: Option<i16>,
    /// Kind.
    pub kind: StepKind,
    /// Product: GA3, KNO3, H2SO4…
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub product: Option<String>,
    /// Tool: scalpel, sandpaper…
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub tool: Option<String>,
    /// Concentration, in `concentration_unit`; zero or negative in MPa, otherwise positive.
    #[validate(range(min = -1_000.0, max = 10_000_000.0))]
    #[schema(minimum = -1_000, maximum = 10_000_000)]
    pub concentration: Option<f64>,
    /// Unit of the concentration.
    pub concentration_unit: Option<ConcentrationUnit>,
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
    /// Duration, in `duration_unit`.
    #[validate(range(min = 0.01, max = 100_000.0))]
    #[schema(minimum = 0.01, maximum = 100_000)]
    pub duration: Option<f64>,
    /// Unit of the duration.
    pub duration_unit: Option<DurationUnit>,
    /// Medium: damp sand, paper…
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub medium: Option<String>,
    /// First day; a plan while it is in the future.
    pub start_date: Option<NaiveDate>,
    /// Day it should end; computed from the duration when it is absent.
    pub planned_end_date: Option<NaiveDate>,
    /// Day it ended.
    pub end_date: Option<NaiveDate>,
    /// Seeds treated.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub quantity_treated: Option<i32>,
    /// Seeds lost in it.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub quantity_lost: Option<i32>,
    /// Role that does it.
    pub id_actor: Option<i32>,
    /// Who does it, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// Changes to a step: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"remarks": "Retournées chaque semaine"}))]
pub struct StepChanges {
    /// Order, from 1.
    #[serde(deserialize_with = "not_null")]
    #[validate(range(min = 1, max = 1000))]
    #[schema(nullable = false, minimum = 1, maximum = 1000)]
    pub rank: Option<i16>,
    /// Kind.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub kind: Option<StepKind>,
    /// Product: GA3, KNO3, H2SO4…
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub product: Option<Option<String>>,
    /// Tool: scalpel, sandpaper…
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub tool: Option<Option<String>>,
    /// Concentration, in `concentration_unit`; zero or negative in MPa, otherwise positive.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = -1_000.0, max = 10_000_000.0))]
    #[schema(minimum = -1_000, maximum = 10_000_000)]
    pub concentration: Option<Option<f64>>,
    /// Unit of the concentration.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<ConcentrationUnit>)]
    pub concentration_unit: Option<Option<ConcentrationUnit>>,
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
    /// Duration, in `duration_unit`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<f64>)]
    #[validate(range(min = 0.01, max = 100_000.0))]
    #[schema(minimum = 0.01, maximum = 100_000)]
    pub duration: Option<Option<f64>>,
    /// Unit of the duration.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<DurationUnit>)]
    pub duration_unit: Option<Option<DurationUnit>>,
    /// Medium: damp sand, paper…
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub medium: Option<Option<String>>,
    /// First day; a plan while it is in the future.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub start_date: Option<Option<NaiveDate>>,
    /// Day it should end; computed from the duration when it is absent.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub planned_end_date: Option<Option<NaiveDate>>,
    /// Day it ended.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub end_date: Option<Option<NaiveDate>>,
    /// Seeds treated.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub quantity_treated: Option<Option<i32>>,
    /// Seeds lost in it.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub quantity_lost: Option<Option<i32>>,
    /// Role that does it.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub id_actor: Option<Option<i32>>,
    /// Who does it, when not a user.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<Option<String>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
}

/// The columns of a step to write. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_treatment_steps)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct StepColumns {
    pub uuid: Option<Uuid>,
    pub id_sowing: Option<i32>,
    pub id_seed_test: Option<i32>,
    pub rank: Option<i16>,
    pub kind: Option<StepKind>,
    pub product: Option<Option<String>>,
    pub tool: Option<Option<String>>,
    pub concentration: Option<Option<BigDecimal>>,
    pub concentration_unit: Option<Option<ConcentrationUnit>>,
    pub day_temperature: Option<Option<BigDecimal>>,
    pub night_temperature: Option<Option<BigDecimal>>,
    pub photoperiod_hours: Option<Option<BigDecimal>>,
    pub duration: Option<Option<BigDecimal>>,
    pub duration_unit: Option<Option<DurationUnit>>,
    pub medium: Option<Option<String>>,
    pub start_date: Option<Option<NaiveDate>>,
    pub planned_end_date: Option<Option<NaiveDate>>,
    pub end_date: Option<Option<NaiveDate>>,
    pub quantity_treated: Option<Option<i32>>,
    pub quantity_lost: Option<Option<i32>>,
    pub id_actor: Option<Option<i32>>,
    pub actor_text: Option<Option<String>>,
    pub remarks: Option<Option<String>>,
    pub id_digitiser: Option<i32>,
}

fn number(value: f64) -> Option<BigDecimal> {
    BigDecimal::from_f64(value)
}

impl From<&NewStep> for StepColumns {
    fn from(new: &NewStep) -> Self {
        Self {
            uuid: new.uuid,
            rank: new.rank,
            kind: Some(new.kind),
            product: Some(new.product.clone()),
            tool: Some(new.tool.clone()),
            concentration: Some(new.concentration.and_then(number)),
            concentration_unit: Some(new.concentration_unit),
            day_temperature: Some(new.day_temperature.and_then(number)),
            night_temperature: Some(new.night_temperature.and_then(number)),
            photoperiod_hours: Some(new.photoperiod_hours.and_then(number)),
            duration: Some(new.duration.and_then(number)),
            duration_unit: Some(new.duration_unit),
            medium: Some(new.medium.clone()),
            start_date: Some(new.start_date),
            planned_end_date: Some(new.planned_end_date),
            end_date: Some(new.end_date),
            quantity_treated: Some(new.quantity_treated),
            quantity_lost: Some(new.quantity_lost),
            id_actor: Some(new.id_actor),
            actor_text: Some(new.actor_text.clone()),
            remarks: Some(new.remarks.clone()),
            ..Self::default()
        }
    }
}

impl From<&StepChanges> for StepColumns {
    fn from(changes: &StepChanges) -> Self {
        Self {
            rank: changes.rank,
            kind: changes.kind,
            product: changes.product.clone(),
            tool: changes.tool.clone(),
            concentration: changes.concentration.map(|v| v.and_then(number)),
            concentration_unit: changes.concentration_unit,
            day_temperature: changes.day_temperature.map(|v| v.and_then(number)),
            night_temperature: changes.night_temperature.map(|v| v.and_then(number)),
            photoperiod_hours: changes.photoperiod_hours.map(|v| v.and_then(number)),
            duration: changes.duration.map(|v| v.and_then(number)),
            duration_unit: changes.duration_unit,
            medium: changes.medium.clone(),
            start_date: changes.start_date,
            planned_end_date: changes.planned_end_date,
            end_date: changes.end_date,
            quantity_treated: changes.quantity_treated,
            quantity_lost: changes.quantity_lost,
            id_actor: changes.id_actor,
            actor_text: changes.actor_text.clone(),
            remarks: changes.remarks.clone(),
            ..Self::default()
        }
    }
}
