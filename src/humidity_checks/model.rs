//! What a humidity check is made of.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::error::Lang;
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::http::relative::{RecordRef, Relative};
use crate::schema::{t_humidity_checks, v_humidity_checks};
use crate::storage::water::{Measure, Water, water};

/// A check as it is read.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_humidity_checks, check_for_backend(diesel::pg::Pg))]
pub struct CheckRow {
    pub(super) id: i32,
    pub(super) uuid: Uuid,
    pub(super) id_place: Option<i32>,
    pub(super) check_date: NaiveDate,
    pub(super) id_nomenclature_level: Option<i32>,
    pub(super) id_nomenclature_indicator: Option<i32>,
    pub(super) indicator_changed_on: Option<NaiveDate>,
    pub(super) moisture_percent: Option<BigDecimal>,
    pub(super) equilibrium_humidity: Option<BigDecimal>,
    pub(super) temperature: Option<BigDecimal>,
    pub(super) id_nomenclature_device: Option<i32>,
    id_observer: Option<i32>,
    observer_name: Option<String>,
    observer_text: Option<String>,
    remarks: Option<String>,
    id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) version: i32,
    oil_content_percent: Option<BigDecimal>,
    place_uuid: Option<Uuid>,
    place_code: Option<String>,
}

impl CheckRow {
    /// The key of its place.
    #[must_use]
    pub fn id_place(&self) -> Option<i32> {
        self.id_place
    }
}

/// A humidity check.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HumidityCheck {
    /// Identifier.
    pub uuid: Uuid,
    /// Day.
    pub check_date: NaiveDate,
    /// Place where the lot was checked, null when not known.
    pub place: Option<Relative<RecordRef>>,
    /// How damp the lot seems (`EXS_HUMIDITY_LEVEL`).
    pub level: Option<Term>,
    /// Colour of the silica pellets, as they were found (`EXS_COLOR_TABLET`).
    pub indicator: Option<Term>,
    /// Day when the silica pellets were put or changed.
    pub indicator_changed_on: Option<NaiveDate>,
    /// Moisture measured, % of fresh mass.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub moisture_percent: Option<BigDecimal>,
    /// Equilibrium relative humidity measured, %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub equilibrium_humidity: Option<BigDecimal>,
    /// Temperature at which it was measured, °C.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub temperature: Option<BigDecimal>,
    /// Device that measured (`EXS_HUMIDITY_DEVICE`).
    pub device: Option<Term>,
    /// Moisture and equilibrium humidity, what was not measured being computed from the oil content.
    pub water: Water,
    /// Role that checked.
    pub id_observer: Option<i32>,
    /// Who checked.
    pub observer: Option<String>,
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

impl HumidityCheck {
    /// A row, whether its place may be read, in a language.
    #[must_use]
    pub fn new((row, place_readable): (CheckRow, bool), names: &Nomenclatures, lang: Lang) -> Self {
        let number = |decimal: &Option<BigDecimal>| decimal.as_ref().and_then(ToPrimitive::to_f64);
        let place = row.place_uuid.zip(row.place_code);
        Self {
            water: water(Measure {
                moisture: number(&row.moisture_percent),
                humidity: number(&row.equilibrium_humidity),
                temperature: number(&row.temperature),
                oil: number(&row.oil_content_percent),
            }),
            place: Relative::new(place.map(|(uuid, code)| RecordRef { uuid, code }), place_readable),
            level: names.term(row.id_nomenclature_level, lang),
            indicator: names.term(row.id_nomenclature_indicator, lang),
            device: names.term(row.id_nomenclature_device, lang),
            uuid: row.uuid,
            check_date: row.check_date,
            indicator_changed_on: row.indicator_changed_on,
            moisture_percent: row.moisture_percent,
            equilibrium_humidity: row.equilibrium_humidity,
            temperature: row.temperature,
            id_observer: row.id_observer,
            observer: row.observer_name.or(row.observer_text),
            remarks: row.remarks,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            version: row.version,
        }
    }
}

/// A new humidity check: a level, what was measured, or what was seen or done to the pellets.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"level": "sec", "equilibrium_humidity": 14.5, "temperature": 20.0, "device": "awm"}))]
pub struct NewHumidityCheck {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Place where the lot was checked; the one where it stands, when there is only one.
    pub place: Option<Uuid>,
    /// Day, today by default.
    pub check_date: Option<NaiveDate>,
    /// How damp the lot seems (`EXS_HUMIDITY_LEVEL`).
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub level: Option<String>,
    /// Colour of the silica pellets, as they were found (`EXS_COLOR_TABLET`).
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub indicator: Option<String>,
    /// Day when the silica pellets were put or changed, that of the check at the latest.
    pub indicator_changed_on: Option<NaiveDate>,
    /// Moisture measured, % of fresh mass.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = 2, maximum = 25)]
    #[validate(custom(function = "super::rules::moisture"))]
    pub moisture_percent: Option<BigDecimal>,
    /// Equilibrium relative humidity measured, %.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = 0.01, maximum = 99.99)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub equilibrium_humidity: Option<BigDecimal>,
    /// Temperature at which it was measured, °C.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = -20, maximum = 90)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub temperature: Option<BigDecimal>,
    /// Device that measured (`EXS_HUMIDITY_DEVICE`).
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub device: Option<String>,
    /// Role that checked, you by default.
    pub id_observer: Option<i32>,
    /// Who checked, when not a user of GeoNature.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub observer_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// Changes to a humidity check: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_humidity_checks)]
#[schema(example = json!({"level": "mh", "remarks": null}))]
pub struct HumidityCheckChanges {
    /// Place where the lot was checked.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    #[diesel(skip_update)]
    pub place: Option<Option<Uuid>>,
    /// Day.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub check_date: Option<NaiveDate>,
    /// How damp the lot seems (`EXS_HUMIDITY_LEVEL`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub level: Option<Option<String>>,
    /// Colour of the silica pellets, as they were found (`EXS_COLOR_TABLET`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub indicator: Option<Option<String>>,
    /// Day when the silica pellets were put or changed.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub indicator_changed_on: Option<Option<NaiveDate>>,
    /// Moisture measured, % of fresh mass.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = 2, maximum = 25)]
    #[validate(custom(function = "super::rules::moisture"))]
    pub moisture_percent: Option<Option<BigDecimal>>,
    /// Equilibrium relative humidity measured, %.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = 0.01, maximum = 99.99)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub equilibrium_humidity: Option<Option<BigDecimal>>,
    /// Temperature at which it was measured, °C.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = -20, maximum = 90)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub temperature: Option<Option<BigDecimal>>,
    /// Device that measured (`EXS_HUMIDITY_DEVICE`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub device: Option<Option<String>>,
    /// Role that checked.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub id_observer: Option<Option<i32>>,
    /// Who checked, when not a user of GeoNature.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub observer_text: Option<Option<String>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
}

/// Keys of what a check gives by its code or identifier.
#[derive(Debug, Clone, Default, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = t_humidity_checks)]
pub struct Keys {
    /// Place.
    pub id_place: Option<Option<i32>>,
    /// Level.
    pub id_nomenclature_level: Option<Option<i32>>,
    /// Colour of the pellets.
    pub id_nomenclature_indicator: Option<Option<i32>>,
    /// Device.
    pub id_nomenclature_device: Option<Option<i32>>,
}

/// A check to insert, everything resolved.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = t_humidity_checks)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct CheckColumns {
    pub uuid: Uuid,
    pub id_seed_lot: i32,
    pub id_place: Option<i32>,
    pub check_date: NaiveDate,
    pub id_nomenclature_level: Option<i32>,
    pub id_nomenclature_indicator: Option<i32>,
    pub indicator_changed_on: Option<NaiveDate>,
    pub moisture_percent: Option<BigDecimal>,
    pub equilibrium_humidity: Option<BigDecimal>,
    pub temperature: Option<BigDecimal>,
    pub id_nomenclature_device: Option<i32>,
    pub id_observer: Option<i32>,
    pub observer_text: Option<String>,
    pub remarks: Option<String>,
    pub id_digitiser: i32,
}

/// What a list of humidity checks may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct HumidityCheckFilters {
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
