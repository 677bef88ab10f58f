//! What a harvest is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::culture::Culture;
use super::geometry::Geometry;
use super::permit::Cited;
use super::{rules, taxa};
use crate::db::json::Json;
use crate::error::Lang;
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::{Item, comma_separated};
use crate::http::relative::{RecordRef, Relative};
use crate::http::warning::Warning;
use crate::materials::model::MaterialTaxon;
use crate::materials::mothers;
use crate::permits::model::PermitRef;
use crate::schema::{t_harvests, views::v_harvests};
use crate::settings::thresholds::Thresholds;

text_enum! {
    /// How much of the date is known.
    pub enum DatePrecision {
        Day = "day",
        Month = "month",
        Year = "year",
        Unknown = "unknown",
    }
}

/// Someone who harvested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = HarvestObserver)]
pub struct Observer {
    /// Role of the host.
    pub id_role: i32,
    /// Name.
    pub name: Option<String>,
    /// Main observer.
    pub is_main: bool,
}

/// Someone who harvested, as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewObserver {
    /// Role of the host.
    pub id_role: i32,
    /// Main observer, one at most.
    #[serde(default)]
    pub is_main: bool,
}

/// A row of the view.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_harvests, check_for_backend(diesel::pg::Pg))]
pub struct HarvestRow {
    pub(super) id: i32,
    uuid: Uuid,
    pub(super) code: String,
    pub(super) version: i32,
    pub(super) id_dataset: i32,
    id_nomenclature_harvest_type: i32,
    pub(super) date_min: Option<NaiveDate>,
    pub(super) date_max: Option<NaiveDate>,
    pub(super) date_precision: DatePrecision,
    pub(super) sort_date: NaiveDate,
    pub(super) observers: Json<Vec<Observer>>,
    observers_text: Option<String>,
    id_nomenclature_geographical_precision: Option<i32>,
    precision_m: Option<i32>,
    surface_m2: Option<BigDecimal>,
    pub(super) altitude_min: Option<i32>,
    pub(super) altitude_max: Option<i32>,
    slope_degrees: Option<BigDecimal>,
    id_nomenclature_exposure: Option<i32>,
    cd_hab: Option<i32>,
    locality: Option<String>,
    commune: Option<String>,
    department: Option<String>,
    chosen_areas: Vec<i32>,
    remarks: Option<String>,
    protocol_note: Option<String>,
    landowner_consent: Option<String>,
    population_size: Option<i32>,
    individuals_seen: Option<i32>,
    individuals_fruiting: Option<i32>,
    crop_share_percent: Option<BigDecimal>,
    herbarium_voucher: Option<String>,
    associated_species: Option<String>,
    additional_data: Option<Value>,
    id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) archived_at: Option<DateTime<Utc>>,
}

/// A harvest as a reader may see it: its row, its place as GeoJSON, and whether that is blurred.
#[derive(Debug, Clone, Queryable)]
pub struct Found {
    pub(super) row: HarvestRow,
    pub(super) blurred: bool,
    pub(super) geometry: Option<String>,
    pub(super) taxa: Json<Vec<MaterialTaxon>>,
    pub(super) culture: Json<Culture>,
    pub(super) permit: Json<Cited>,
}

/// A harvest.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Harvest {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "R2026_0001")]
    pub code: String,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// In situ, ex situ or undetermined.
    pub harvest_type: Option<Term>,
    /// First possible day.
    pub date_min: Option<NaiveDate>,
    /// Last possible day.
    pub date_max: Option<NaiveDate>,
    /// How much of the date is known.
    pub date_precision: DatePrecision,
    /// Observers who are users of the host, the main one first.
    pub observers: Vec<Observer>,
    /// Other observers.
    pub observers_text: Option<String>,
    /// Taxa of its materials that you may read, once each; archived materials are left out.
    pub taxa: Vec<MaterialTaxon>,
    /// Cultivation that it was made on, when it was made on one.
    pub cultivation: Option<Relative<RecordRef>>,
    /// Where it was collected, COLLSRC of the multi-crop passport descriptors; 40 on a cultivation.
    #[schema(example = 40)]
    pub collecting_source: Option<i16>,
    /// How many mothers it is worth, when what each gave is known: (Σ k)² / Σ k².
    #[schema(example = 3.9046)]
    pub effective_mothers: Option<f64>,
    /// Place, a GeoJSON geometry in WGS 84 with 6 decimals.
    #[schema(value_type = Option<Object>)]
    pub geometry: Option<Box<RawValue>>,
    /// The taxon is sensitive and you may not read its place exactly: the geometry is a node of a grid of 0.1°.
    pub blurred: bool,
    /// Class of precision of the place.
    pub geographical_precision: Option<Term>,
    /// Precision of the place, metres.
    pub precision_m: Option<i32>,
    /// Surface harvested, m².
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub surface_m2: Option<BigDecimal>,
    /// Lowest altitude, metres.
    pub altitude_min: Option<i32>,
    /// Highest altitude, metres.
    pub altitude_max: Option<i32>,
    /// Slope, degrees.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub slope_degrees: Option<BigDecimal>,
    /// Exposure.
    pub exposure: Option<Term>,
    /// Habitat, in HABREF.
    pub cd_hab: Option<i32>,
    /// Locality.
    pub locality: Option<String>,
    /// Municipalities touched.
    pub commune: Option<String>,
    /// Departments touched.
    pub department: Option<String>,
    /// Areas of the host that were chosen, when there is no geometry.
    pub areas: Vec<i32>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Note on the protocol.
    pub protocol_note: Option<String>,
    /// Consent of the owner of the land: who, when.
    pub landowner_consent: Option<String>,
    /// Individuals in the population.
    pub population_size: Option<i32>,
    /// Individuals seen.
    pub individuals_seen: Option<i32>,
    /// Individuals in fruit among those seen.
    pub individuals_fruiting: Option<i32>,
    /// Share of the seed crop of that day that was taken, %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub crop_share_percent: Option<BigDecimal>,
    /// Reference of the herbarium voucher.
    pub herbarium_voucher: Option<String>,
    /// Species growing with it.
    pub associated_species: Option<String>,
    /// Permit it was made under.
    pub permit: Option<Relative<PermitRef>>,
    /// Why it was made without a permit that allows it.
    pub permit_waiver: Option<String>,
    /// What deserves attention: more than 20 % of the crop was taken, or more than 25 %.
    pub warnings: Vec<Warning>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Version, the ETag.
    pub version: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

impl Found {
    /// The harvest as it is shown; a blurred one says nothing else of its place.
    #[must_use]
    pub fn shown(self, names: &Nomenclatures, thresholds: &Thresholds, lang: Lang) -> Harvest {
        let Self {
            row,
            blurred,
            geometry,
            taxa: Json(cited),
            culture: Json(culture),
            permit: Json(permit),
        } = self;
        let grown = culture.cultivation.map(|c| {
            (
                RecordRef {
                    uuid: c.uuid,
                    code: c.code,
                },
                c.readable,
            )
        });
        let exact = !blurred;
        Harvest {
            uuid: row.uuid,
            code: row.code,
            id_dataset: row.id_dataset,
            harvest_type: names.term(Some(row.id_nomenclature_harvest_type), lang),
            date_min: row.date_min,
            date_max: row.date_max,
            date_precision: row.date_precision,
            observers: row.observers.0,
            observers_text: row.observers_text,
            taxa: taxa::once_each(cited),
            cultivation: grown.map(|(record, readable)| Relative::of(record, readable)),
            collecting_source: culture.collecting_source,
            effective_mothers: culture.mothers.as_deref().and_then(mothers::effective),
            geometry: geometry.and_then(|text| RawValue::from_string(text).ok()),
            blurred,
            geographical_precision: names
                .term(row.id_nomenclature_geographical_precision.filter(|_| exact), lang),
            precision_m: if exact {
                row.precision_m
            } else {
                Some(rules::BLUR_M)
            },
            surface_m2: row.surface_m2,
            altitude_min: row.altitude_min.filter(|_| exact),
            altitude_max: row.altitude_max.filter(|_| exact),
            slope_degrees: row.slope_degrees.filter(|_| exact),
            exposure: names.term(row.id_nomenclature_exposure.filter(|_| exact), lang),
            cd_hab: row.cd_hab,
            locality: row.locality.filter(|_| exact),
            commune: row.commune.filter(|_| exact),
            department: row.department,
            areas: if exact { row.chosen_areas } else { Vec::new() },
            remarks: row.remarks,
            protocol_note: row.protocol_note,
            landowner_consent: row.landowner_consent.filter(|_| exact),
            population_size: row.population_size,
            individuals_seen: row.individuals_seen,
            individuals_fruiting: row.individuals_fruiting,
            warnings: rules::warnings(row.crop_share_percent.as_ref(), thresholds, lang),
            crop_share_percent: row.crop_share_percent,
            permit: Relative::new(permit.permit, permit.readable),
            permit_waiver: permit.waiver,
            herbarium_voucher: row.herbarium_voucher,
            associated_species: row.associated_species,
            additional_data: row.additional_data,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            version: row.version,
            archived_at: row.archived_at,
        }
    }
}

/// A new harvest.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_harvests)]
#[schema(example = json!({
    "id_dataset": 1, "harvest_type": "rin", "date_min": "2026-07-14", "observers": [{"id_role": 11, "is_main": true}],
    "geometry": {"type": "Point", "coordinates": [6.079, 44.559]}, "geographical_precision": "ptp", "precision_m": 10,
    "locality": "Adret de la Casse", "individuals_seen": 120, "individuals_fruiting": 80, "crop_share_percent": 15
}))]
pub struct NewHarvest {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code, of the year of the harvest; the service makes one otherwise.
    #[diesel(skip_insertion)]
    #[schema(pattern = "^R[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// `EXS_HARVEST_TYPE`.
    #[diesel(skip_insertion)]
    #[schema(example = "rin")]
    pub harvest_type: String,
    /// First possible day; a month or a year is widened to its bounds.
    #[diesel(skip_insertion)]
    pub date_min: Option<NaiveDate>,
    /// Last possible day, the first by default.
    #[diesel(skip_insertion)]
    pub date_max: Option<NaiveDate>,
    /// How much of the date is known: day by default when there is one, unknown otherwise.
    #[diesel(skip_insertion)]
    pub date_precision: Option<DatePrecision>,
    /// Observers who are users of the host, 50 at most.
    #[serde(default)]
    #[diesel(skip_insertion)]
    #[validate(nested, length(max = 50))]
    #[schema(max_items = 50)]
    pub observers: Vec<NewObserver>,
    /// Other observers.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub observers_text: Option<String>,
    /// Place: a GeoJSON point, line or polygon (or several) in WGS 84, 10 000 positions at most.
    #[diesel(skip_insertion)]
    pub geometry: Option<Geometry>,
    /// Areas of the host, when there is no geometry.
    #[diesel(skip_insertion)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub areas: Option<Vec<i32>>,
    /// `EXS_GEOGRAPHICAL_PRECISION`.
    #[diesel(skip_insertion)]
    #[schema(example = "ptp")]
    pub geographical_precision: Option<String>,
    /// Precision of the place, metres.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub precision_m: Option<i32>,
    /// Surface harvested, m².
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::surface"))]
    #[schema(minimum = 0.01, maximum = 1_000_000_000)]
    pub surface_m2: Option<BigDecimal>,
    /// Lowest altitude, metres; read from the host's elevation model when there is none.
    #[validate(range(min = -500, max = 9000))]
    #[schema(minimum = -500, maximum = 9000)]
    pub altitude_min: Option<i32>,
    /// Highest altitude, metres.
    #[validate(range(min = -500, max = 9000))]
    #[schema(minimum = -500, maximum = 9000)]
    pub altitude_max: Option<i32>,
    /// Slope, 0 to 90 degrees.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::slope"))]
    #[schema(minimum = 0, maximum = 90)]
    pub slope_degrees: Option<BigDecimal>,
    /// `EXPOSITION`.
    #[diesel(skip_insertion)]
    #[schema(example = "S")]
    pub exposure: Option<String>,
    /// Habitat, in HABREF.
    pub cd_hab: Option<i32>,
    /// Locality.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub locality: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Note on the protocol.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub protocol_note: Option<String>,
    /// Consent of the owner of the land: who, when.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub landowner_consent: Option<String>,
    /// Permit it is made under: a derogation, when it is in the wild and of a protected taxon.
    #[diesel(skip_insertion)]
    pub permit: Option<Uuid>,
    /// Why it is made without a permit that allows it; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub permit_waiver: Option<String>,
    /// Individuals in the population.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub population_size: Option<i32>,
    /// Individuals seen.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub individuals_seen: Option<i32>,
    /// Individuals in fruit among those seen.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub individuals_fruiting: Option<i32>,
    /// Share of the seed crop of that day that was taken, 0 to 100 %.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub crop_share_percent: Option<BigDecimal>,
    /// Reference of the herbarium voucher.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub herbarium_voucher: Option<String>,
    /// Species growing with it.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub associated_species: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a harvest: what is absent stays, null empties. A date never changes the code.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_harvests)]
#[schema(example = json!({"locality": "Ubac de la Casse", "crop_share_percent": 18.5, "herbarium_voucher": null}))]
pub struct HarvestChanges {
    /// Dataset of the host.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// `EXS_HARVEST_TYPE`.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub harvest_type: Option<String>,
    /// First possible day.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    #[diesel(skip_update)]
    pub date_min: Option<Option<NaiveDate>>,
    /// Last possible day.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    #[diesel(skip_update)]
    pub date_max: Option<Option<NaiveDate>>,
    /// How much of the date is known.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub date_precision: Option<DatePrecision>,
    /// Observers who are users of the host, in place of those before.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[validate(nested, length(max = 50))]
    #[schema(nullable = false, max_items = 50)]
    pub observers: Option<Vec<NewObserver>>,
    /// Other observers.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub observers_text: Option<Option<String>>,
    /// Place: its areas, and its altitude unless it is given too, are found again.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Geometry>)]
    #[diesel(skip_update)]
    pub geometry: Option<Option<Geometry>>,
    /// Areas of the host, when there is no geometry, in place of those before.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[validate(length(max = 50))]
    #[schema(nullable = false, max_items = 50)]
    pub areas: Option<Vec<i32>>,
    /// `EXS_GEOGRAPHICAL_PRECISION`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub geographical_precision: Option<Option<String>>,
    /// Precision of the place, metres.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub precision_m: Option<Option<i32>>,
    /// Surface harvested, m².
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::surface"))]
    #[schema(minimum = 0.01, maximum = 1_000_000_000)]
    pub surface_m2: Option<Option<BigDecimal>>,
    /// Lowest altitude, metres.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = -500, max = 9000))]
    #[schema(minimum = -500, maximum = 9000)]
    pub altitude_min: Option<Option<i32>>,
    /// Highest altitude, metres.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = -500, max = 9000))]
    #[schema(minimum = -500, maximum = 9000)]
    pub altitude_max: Option<Option<i32>>,
    /// Slope, 0 to 90 degrees.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::slope"))]
    #[schema(minimum = 0, maximum = 90)]
    pub slope_degrees: Option<Option<BigDecimal>>,
    /// `EXPOSITION`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub exposure: Option<Option<String>>,
    /// Habitat, in HABREF.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub cd_hab: Option<Option<i32>>,
    /// Locality.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub locality: Option<Option<String>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
    /// Note on the protocol.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub protocol_note: Option<Option<String>>,
    /// Consent of the owner of the land: who, when.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub landowner_consent: Option<Option<String>>,
    /// Permit it is made under.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    #[diesel(skip_update)]
    pub permit: Option<Option<Uuid>>,
    /// Why it is made without a permit that allows it; needs the right V.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 1000, pattern = "\\S")]
    pub permit_waiver: Option<Option<String>>,
    /// Individuals in the population.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub population_size: Option<Option<i32>>,
    /// Individuals seen.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub individuals_seen: Option<Option<i32>>,
    /// Individuals in fruit among those seen.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub individuals_fruiting: Option<Option<i32>>,
    /// Share of the seed crop of that day that was taken, 0 to 100 %.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub crop_share_percent: Option<Option<BigDecimal>>,
    /// Reference of the herbarium voucher.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub herbarium_voucher: Option<Option<String>>,
    /// Species growing with it.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub associated_species: Option<Option<String>>,
    /// Free additional fields.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Option<Value>>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// What a list of harvests may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct HarvestFilters {
    /// Text found in the code or the locality, whatever its case.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Dataset of the host.
    pub id_dataset: Option<i32>,
    /// Taxon, its descendants and their synonyms, of one of its materials.
    pub cd_nom: Option<i32>,
    /// Area of the host that it touches.
    pub area: Option<i32>,
    /// `EXS_HARVEST_TYPE`, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    #[param(value_type = Option<Vec<Item>>)]
    pub harvest_type: Option<Vec<String>>,
    /// Harvested in this year or later.
    #[validate(range(min = 1, max = 9999))]
    #[param(minimum = 1, maximum = 9999)]
    pub year_min: Option<i32>,
    /// Harvested in this year or before.
    #[validate(range(min = 1, max = 9999))]
    #[param(minimum = 1, maximum = 9999)]
    pub year_max: Option<i32>,
    /// Rectangle of WGS 84 that it touches, by two opposite corners: `lon,lat,lon,lat`.
    #[serde(deserialize_with = "comma_separated")]
    #[validate(length(equal = 4))]
    #[param(explode = false, min_items = 4, max_items = 4, example = "5.9,44.4,6.7,45.0")]
    pub bbox: Option<Vec<f64>>,
    /// Role of an observer.
    pub observer: Option<i32>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// `json` (by default) or `geojson`, also asked by `Accept: application/geo+json`.
    #[param(pattern = "^(json|geojson)$")]
    pub format: Option<String>,
    /// Column: code (by default), date or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|date|created))?$")]
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
