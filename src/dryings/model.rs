//! What a drying is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::error::Lang;
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::schema::t_dryings;

/// A drying as it is read.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = t_dryings, check_for_backend(diesel::pg::Pg))]
pub struct DryingRow {
    pub(super) id_drying: i32,
    pub(super) uuid: Uuid,
    pub(super) date_start: NaiveDate,
    pub(super) date_end: Option<NaiveDate>,
    id_nomenclature_kind: Option<i32>,
    temperature: Option<BigDecimal>,
    humidity: Option<BigDecimal>,
    remarks: Option<String>,
    id_digitiser: i32,
    meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) version: i32,
}

/// A drying of a lot after the first one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Redrying {
    /// Identifier.
    pub uuid: Uuid,
    /// First day.
    pub date_start: NaiveDate,
    /// Last day, null while it lasts.
    pub date_end: Option<NaiveDate>,
    /// How (`EXS_DRY_TYPE`).
    pub kind: Option<Term>,
    /// Temperature of the air, °C.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub temperature: Option<BigDecimal>,
    /// Relative humidity of the air, %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub humidity: Option<BigDecimal>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Version, the ETag.
    pub version: i32,
}

impl Redrying {
    /// A row, in a language.
    #[must_use]
    pub fn new(row: DryingRow, names: &Nomenclatures, lang: Lang) -> Self {
        Self {
            kind: names.term(row.id_nomenclature_kind, lang),
            uuid: row.uuid,
            date_start: row.date_start,
            date_end: row.date_end,
            temperature: row.temperature,
            humidity: row.humidity,
            remarks: row.remarks,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            version: row.version,
        }
    }
}

/// A new drying.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_dryings)]
#[schema(example = json!({"date_start": "2026-10-05", "date_end": "2026-10-26", "kind": "ss", "temperature": 15, "humidity": 15}))]
pub struct NewDrying {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// First day.
    pub date_start: NaiveDate,
    /// Last day, null while it lasts.
    pub date_end: Option<NaiveDate>,
    /// How (`EXS_DRY_TYPE`).
    #[diesel(skip_insertion)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub kind: Option<String>,
    /// Temperature of the air, °C.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = -90, maximum = 90)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub temperature: Option<BigDecimal>,
    /// Relative humidity of the air, %.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub humidity: Option<BigDecimal>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// Changes to a drying: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_dryings)]
#[schema(example = json!({"date_end": "2026-10-28", "humidity": 12}))]
pub struct DryingChanges {
    /// First day.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub date_start: Option<NaiveDate>,
    /// Last day, null while it lasts.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub date_end: Option<Option<NaiveDate>>,
    /// How (`EXS_DRY_TYPE`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub kind: Option<Option<String>>,
    /// Temperature of the air, °C.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = -90, maximum = 90)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub temperature: Option<Option<BigDecimal>>,
    /// Relative humidity of the air, %.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub humidity: Option<Option<BigDecimal>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
}
