//! What a weighing is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::rules;
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::schema::t_seed_weighings;

text_enum! {
    /// Why a figure is null.
    pub enum NoFigure {
        OneSample = "one_sample",
        TotalMassUnknown = "total_mass_unknown",
        MeanNearZero = "mean_near_zero",
    }
}

/// A figure that cannot be computed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct MissingFigure {
    /// Which one.
    #[schema(example = "cv_percent")]
    pub figure: &'static str,
    /// Why.
    pub reason: NoFigure,
}

/// What is computed from a weighing, to six significant digits.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighingResults {
    /// Samples weighed.
    #[schema(example = 8)]
    pub samples: usize,
    /// Mean mass of a sample, g.
    #[schema(example = 0.02115)]
    pub mean_g: Option<f64>,
    /// Standard deviation of the samples, g.
    #[schema(example = 0.000244949)]
    pub sd_g: Option<f64>,
    /// Standard error of the mean, g.
    #[schema(example = 0.0000866025)]
    pub se_g: Option<f64>,
    /// Coefficient of variation, %.
    #[schema(example = 1.15815)]
    pub cv_percent: Option<f64>,
    /// Its limit, %: 4, or 6 for chaffy seeds.
    #[schema(example = 4.0)]
    pub cv_limit_percent: f64,
    /// The samples agree.
    pub within_limit: Option<bool>,
    /// Thousand-seed weight, g.
    #[schema(example = 0.2115)]
    pub tsw_g: Option<f64>,
    /// Standard error of the thousand-seed weight, g.
    #[schema(example = 0.000866025)]
    pub tsw_se_g: Option<f64>,
    /// Seeds in the whole mass.
    #[schema(example = 17_730)]
    pub estimated_seeds: Option<i64>,
    /// The fewest, with 95 % confidence.
    #[schema(example = 17_560)]
    pub estimated_seeds_min: Option<i64>,
    /// The most, with 95 % confidence.
    #[schema(example = 17_904)]
    pub estimated_seeds_max: Option<i64>,
    /// The figures that are null, and why.
    pub missing: Vec<MissingFigure>,
}

/// The stored part of a weighing.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = t_seed_weighings, check_for_backend(diesel::pg::Pg))]
pub struct WeighingRow {
    pub(super) id_seed_weighing: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Day.
    pub weighing_date: NaiveDate,
    pub(super) seeds_per_sample: i32,
    pub(super) sample_masses_g: Vec<Option<BigDecimal>>,
    pub(super) total_mass_g: Option<BigDecimal>,
    pub(super) is_chaffy: bool,
    remarks: Option<String>,
    id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) version: i32,
}

/// A weighing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Weighing {
    #[serde(skip)]
    pub(super) id_seed_weighing: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Day.
    pub weighing_date: NaiveDate,
    /// Seeds counted in each sample.
    #[schema(example = 100)]
    pub seeds_per_sample: i32,
    /// Mass of each sample, g.
    #[schema(value_type = Vec<f64>)]
    pub sample_masses_g: Vec<Mass>,
    /// Mass of the whole lot that day, g.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub total_mass_g: Option<BigDecimal>,
    /// Chaffy seeds: the limit of the coefficient of variation is 6 % instead of 4 %.
    pub is_chaffy: bool,
    /// Remarks.
    pub remarks: Option<String>,
    /// What is computed from it.
    pub results: WeighingResults,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Version, the ETag.
    pub version: i32,
}

impl From<WeighingRow> for Weighing {
    fn from(row: WeighingRow) -> Self {
        Self {
            results: rules::results(&row),
            id_seed_weighing: row.id_seed_weighing,
            uuid: row.uuid,
            weighing_date: row.weighing_date,
            seeds_per_sample: row.seeds_per_sample,
            sample_masses_g: row.sample_masses_g.into_iter().flatten().map(Mass).collect(),
            total_mass_g: row.total_mass_g,
            is_chaffy: row.is_chaffy,
            remarks: row.remarks,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            version: row.version,
        }
    }
}

/// A mass in g, in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = f64, exclusive_minimum = 0, maximum = 1_000_000)]
pub struct Mass(#[serde(with = "crate::http::decimal")] pub BigDecimal);

/// A new weighing.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_seed_weighings)]
#[schema(example = json!({
    "weighing_date": "2026-10-20", "seeds_per_sample": 100,
    "sample_masses_g": [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0214, 0.0210, 0.0212], "total_mass_g": 3.75
}))]
pub struct NewWeighing {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Day.
    pub weighing_date: NaiveDate,
    /// Seeds counted in each sample.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub seeds_per_sample: i32,
    /// Mass of each sample, g.
    #[diesel(skip_insertion)]
    #[schema(min_items = 1, max_items = 100)]
    #[validate(length(min = 1, max = 100), custom(function = "super::rules::masses"))]
    pub sample_masses_g: Vec<Mass>,
    /// Mass of the whole lot that day, g.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::total"))]
    #[schema(minimum = 0.00001, maximum = 1_000_000)]
    pub total_mass_g: Option<BigDecimal>,
    /// Chaffy seeds, false by default.
    pub is_chaffy: Option<bool>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// Changes to a weighing: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_seed_weighings)]
#[schema(example = json!({"total_mass_g": 3.8, "is_chaffy": true}))]
pub struct WeighingChanges {
    /// Day.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub weighing_date: Option<NaiveDate>,
    /// Seeds counted in each sample.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub seeds_per_sample: Option<i32>,
    /// Mass of each sample, g.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    #[schema(min_items = 1, max_items = 100)]
    #[validate(length(min = 1, max = 100), custom(function = "super::rules::masses"))]
    pub sample_masses_g: Option<Vec<Mass>>,
    /// Mass of the whole lot that day, g.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::total"))]
    #[schema(minimum = 0.00001, maximum = 1_000_000)]
    pub total_mass_g: Option<Option<BigDecimal>>,
    /// Chaffy seeds.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub is_chaffy: Option<bool>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
}

/// What a list of weighings may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct WeighingFilters {
    /// Column: date (by default the last first, `-date`) or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(date|created))?$")]
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
