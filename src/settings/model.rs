//! What a threshold is as it is read and decided.

use bigdecimal::BigDecimal;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::thresholds::SettingUnit;
use crate::schema::t_settings;

text_enum! {
    /// A threshold.
    pub enum SettingName {
        /// Germination under which a new lot is poor, %.
        InitialViability = "initial_viability",
        /// Confidence of intervals and bands, %.
        Confidence = "confidence",
        /// Share of its initial viability under which a lot is to be multiplied, %.
        RegenerationShare = "regeneration_share",
        /// Months within which a new lot is tested.
        FirstTest = "first_test",
        /// Share of the time predicted after which a lot is tested again, %.
        RetestShare = "retest_share",
        /// Longest time between two tests, years.
        RetestLongest = "retest_longest",
        /// Time between two tests of seeds that live short, without a prediction, years.
        RetestShortLived = "retest_short_lived",
        /// Time between two tests of seeds that live long, without a prediction, years.
        RetestLongLived = "retest_long_lived",
        /// Largest share of a lot that a test may take, %.
        LargestTestShare = "largest_test_share",
        /// Seeds that no test takes.
        ArchiveSeeds = "archive_seeds",
        /// Share of the ripe seeds above which a harvest warns, %.
        CropShareEnsconet = "crop_share_ensconet",
        /// The same for the label Végétal local, %.
        CropShareVegetalLocal = "crop_share_vegetal_local",
        /// Days after the check of a dry lot when the next one is due.
        HumidityCheckInterval = "humidity_check_interval",
        /// The same for a lot that was not dry, or whose pellets are spent.
        HumidityRecheckInterval = "humidity_recheck_interval",
    }
}

/// What an organisation decided.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = t_settings, check_for_backend(diesel::pg::Pg))]
pub struct SettingRow {
    pub(super) id_setting: i32,
    pub(super) name: SettingName,
    pub(super) value: BigDecimal,
    pub(super) source: String,
    pub(super) meta_create_date: DateTime<Utc>,
    pub(super) meta_update_date: Option<DateTime<Utc>>,
    pub(super) version: i32,
}

/// A threshold of your organisation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Setting {
    /// Which.
    pub name: SettingName,
    /// What it counts.
    pub unit: SettingUnit,
    /// Its value.
    #[schema(example = 85.0)]
    pub value: f64,
    /// Where the value comes from.
    pub source: String,
    /// It is the value of the standards.
    pub is_default: bool,
    /// Value by the standards.
    #[schema(example = 85.0)]
    pub default: f64,
    /// Where that one comes from.
    pub default_source: &'static str,
    /// Least value.
    pub min: f64,
    /// Greatest value.
    pub max: f64,
    /// Version, the ETag; 0 as long as it is that of the standards.
    pub version: i32,
    /// Instant when it was decided.
    pub decided_at: Option<DateTime<Utc>>,
}

impl Setting {
    /// A threshold as it was decided, or as the standards have it.
    #[must_use]
    pub fn of(name: SettingName, decided: Option<&SettingRow>) -> Self {
        let known = name.threshold();
        let value = decided.and_then(|row| bigdecimal::ToPrimitive::to_f64(&row.value));
        Self {
            name,
            unit: known.unit,
            value: value.unwrap_or(known.default),
            source: decided.map_or(known.source, |row| &row.source).to_owned(),
            is_default: decided.is_none(),
            default: known.default,
            default_source: known.source,
            min: known.min,
            max: known.max,
            version: decided.map_or(0, |row| row.version),
            decided_at: decided.map(|row| row.meta_update_date.unwrap_or(row.meta_create_date)),
        }
    }
}

/// What is decided of a threshold.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"value": 70.0, "source": "Protocole interne 2026, espèces alpines"}))]
pub struct NewSetting {
    /// Its value, in its unit and within its range.
    #[validate(range(min = 0.0, max = 100_000.0))]
    #[schema(minimum = 0, maximum = 100_000)]
    pub value: f64,
    /// Why: a protocol, a decision, a publication.
    #[validate(
        length(min = 1, max = 500),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 500, pattern = "\\S")]
    pub source: String,
}
