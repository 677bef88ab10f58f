//! What a seed lot is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::weighings::model::WeighingResults;
use crate::host::nomenclatures::Term;
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::http::relative::{RecordRef, Relative};
use crate::http::warning::Warning;
use crate::schema::t_seed_lots;
use crate::schema::views::v_seed_lots;

text_enum! {
    /// State of a seed lot.
    pub enum SeedLotStatus {
        Active = "active",
        ToRetest = "to_retest",
        BelowThreshold = "below_threshold",
        InRegeneration = "in_regeneration",
        Exhausted = "exhausted",
        Expired = "expired",
        Transferred = "transferred",
    }
}

text_enum! {
    /// What a seed lot is kept for.
    pub enum SeedLotRole {
        ActiveCollection = "active_collection",
        BaseCollection = "base_collection",
        SafetyDuplicate = "safety_duplicate",
    }
}

text_enum! {
    /// How long the seeds of a lot are known to live, when no model says it.
    pub enum SeedLongevity {
        Short = "short",
        Long = "long",
    }
}

text_enum! {
    /// How a number of seeds is known, from the surest to the least sure.
    pub enum StockBasis {
        Counted = "counted",
        Weighed = "weighed",
        Estimated = "estimated",
        Unknown = "unknown",
    }
}

text_enum! {
    /// Why a balance is null.
    pub enum NoBalance {
        NoMovement = "no_movement",
        UnknownMovement = "unknown_movement",
    }
}

text_enum! {
    /// Trait of the seeds of a lot.
    pub enum Trait {
        Form = "form",
        Growth = "growth",
        Ornament = "ornament",
        EmbryoType = "embryo_type",
    }
}

/// Main taxon of the material of a lot.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_seed_lots, check_for_backend(diesel::pg::Pg))]
pub struct LotTaxon {
    /// Code in TAXREF.
    #[schema(example = 81_152)]
    pub cd_nom: Option<i32>,
    /// Scientific name in TAXREF.
    #[diesel(column_name = taxon_name)]
    pub name: Option<String>,
    /// Name as it was cited.
    pub cited_name: Option<String>,
    /// Vernacular name.
    pub vernacular_name: Option<String>,
}

/// How many seeds are left.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LotBalance {
    /// Seeds left, null when unknown.
    #[schema(example = 1450)]
    pub seeds: Option<i64>,
    /// How sure the number is, null without any movement.
    pub basis: Option<StockBasis>,
    /// Places where there are some.
    pub places: i32,
    /// Mass left in g, informative; null when something was not weighed since the lot was last empty.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub mass_g: Option<BigDecimal>,
    /// Why the number is null.
    pub reason: Option<NoBalance>,
}

/// A place where a lot is.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct LotPlace {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "CF1-E2-B07")]
    pub code: String,
    /// Name.
    pub label: String,
}

impl LotPlace {
    /// A place from columns that are null together.
    #[must_use]
    pub fn new(uuid: Option<Uuid>, code: Option<String>, label: Option<String>) -> Option<Self> {
        Some(Self {
            uuid: uuid?,
            code: code?,
            label: label?,
        })
    }
}

/// The columns of a seed lot that a list shows.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_seed_lots, check_for_backend(diesel::pg::Pg))]
pub struct ListRow {
    pub(super) id: i32,
    uuid: Uuid,
    pub(super) code: String,
    status: SeedLotStatus,
    role: SeedLotRole,
    #[diesel(embed)]
    taxon: LotTaxon,
    material_uuid: Uuid,
    material_code: String,
    balance_seeds: Option<i64>,
    balance_basis: Option<StockBasis>,
    balance_places: Option<i32>,
    balance_mass_g: Option<BigDecimal>,
    place_uuid: Option<Uuid>,
    place_code: Option<String>,
    place_label: Option<String>,
    archive_reserve: i32,
    critical_distribution: Option<i32>,
    critical_regeneration: Option<i32>,
    packaging_date: Option<NaiveDate>,
    last_movement_date: Option<NaiveDate>,
    id_dataset: i32,
    version: i32,
    archived_at: Option<DateTime<Utc>>,
    pub(super) meta_create_date: DateTime<Utc>,
    pub(super) sort_taxon: String,
    pub(super) sort_packaging_date: NaiveDate,
    pub(super) sort_balance: i64,
}

/// A seed lot in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeedLotItem {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "L2026_0001")]
    pub code: String,
    /// State.
    pub status: SeedLotStatus,
    /// What it is kept for.
    pub role: SeedLotRole,
    /// Main taxon.
    pub taxon: LotTaxon,
    /// Material the seeds come from.
    pub material: Relative<RecordRef>,
    /// How many seeds are left.
    pub balance: LotBalance,
    /// The place that holds most of it, null when it never moved.
    pub place: Option<Relative<LotPlace>>,
    /// Seeds that no movement takes without the right and a reason.
    pub archive_reserve: i32,
    /// Number of seeds under which none is given away.
    pub critical_distribution: Option<i32>,
    /// Number of seeds under which the lot is to be multiplied.
    pub critical_regeneration: Option<i32>,
    /// Day of packaging.
    pub packaging_date: Option<NaiveDate>,
    /// Day of the last movement.
    pub last_movement_date: Option<NaiveDate>,
    /// Dataset, in GeoNature.
    pub id_dataset: i32,
    /// Version, the ETag.
    pub version: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

impl SeedLotItem {
    /// A row, and whether its material and its place may be read.
    pub(super) fn new(row: ListRow, (material_readable, place_readable): (bool, bool)) -> Self {
        let material = RecordRef {
            uuid: row.material_uuid,
            code: row.material_code,
        };
        Self {
            uuid: row.uuid,
            code: row.code,
            status: row.status,
            role: row.role,
            taxon: row.taxon,
            material: Relative::of(material, material_readable),
            balance: LotBalance::new(
                row.balance_seeds,
                row.balance_basis,
                row.balance_places,
                row.balance_mass_g,
            ),
            place: Relative::new(
                LotPlace::new(row.place_uuid, row.place_code, row.place_label),
                place_readable,
            ),
            archive_reserve: row.archive_reserve,
            critical_distribution: row.critical_distribution,
            critical_regeneration: row.critical_regeneration,
            packaging_date: row.packaging_date,
            last_movement_date: row.last_movement_date,
            id_dataset: row.id_dataset,
            version: row.version,
            archived_at: row.archived_at,
        }
    }
}

impl LotBalance {
    /// A balance from the columns of the view.
    #[must_use]
    pub fn new(
        seeds: Option<i64>,
        basis: Option<StockBasis>,
        places: Option<i32>,
        mass_g: Option<BigDecimal>,
    ) -> Self {
        let reason = match (seeds, basis) {
            (Some(_), _) => None,
            (None, None) => Some(NoBalance::NoMovement),
            (None, Some(_)) => Some(NoBalance::UnknownMovement),
        };
        Self {
            seeds,
            basis,
            places: places.unwrap_or_default(),
            mass_g,
            reason,
        }
    }
}

/// The fields of a seed lot itself.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_seed_lots, check_for_backend(diesel::pg::Pg))]
pub struct SeedLotRow {
    /// Internal key.
    #[serde(skip)]
    pub id: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "L2026_0001")]
    pub code: String,
    /// Dataset, in GeoNature.
    pub id_dataset: i32,
    /// Internal key of the material.
    #[serde(skip)]
    pub id_material: i32,
    /// State.
    pub status: SeedLotStatus,
    /// Day since which it has that state.
    pub status_date: NaiveDate,
    /// What it is kept for.
    pub role: SeedLotRole,
    /// Where the safety duplicate is kept.
    pub duplicate_location: Option<String>,
    /// Seeds that no movement takes without the right and a reason.
    pub archive_reserve: i32,
    /// Number of seeds under which none is given away.
    pub critical_distribution: Option<i32>,
    /// Number of seeds under which the lot is to be multiplied.
    pub critical_regeneration: Option<i32>,
    /// Day of packaging.
    pub packaging_date: Option<NaiveDate>,
    /// Container.
    pub container: Option<String>,
    /// Length of a seed in mm.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub length_mm: Option<BigDecimal>,
    /// Width of a seed in mm.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub width_mm: Option<BigDecimal>,
    /// Thickness of a seed in mm.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub thickness_mm: Option<BigDecimal>,
    /// How the seeds were measured.
    pub measure_note: Option<String>,
    #[serde(skip)]
    pub(super) id_nomenclature_quality: Option<i32>,
    #[serde(skip)]
    pub(super) id_nomenclature_atwater_type: Option<i32>,
    #[serde(skip)]
    pub(super) id_nomenclature_dissemination_unit: Option<i32>,
    #[serde(skip)]
    pub(super) id_nomenclature_drying_kind: Option<i32>,
    /// A scan of the seeds exists.
    pub seed_scan_done: bool,
    /// First day of pre-drying.
    pub pre_drying_start: Option<NaiveDate>,
    /// Last day of pre-drying.
    pub pre_drying_end: Option<NaiveDate>,
    /// First day of drying.
    pub drying_start: Option<NaiveDate>,
    /// Last day of drying.
    pub drying_end: Option<NaiveDate>,
    /// Freeze-dried.
    pub freeze_dried: Option<bool>,
    /// Sorted.
    pub sorted: Option<bool>,
    /// Role that cleaned the seeds.
    pub id_cleaned_by: Option<i32>,
    /// Name of that role.
    pub cleaned_by_name: Option<String>,
    /// Who cleaned the seeds, when not a user of GeoNature.
    pub cleaned_by_text: Option<String>,
    /// Moisture content, % of fresh mass.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub moisture_percent: Option<BigDecimal>,
    /// Equilibrium relative humidity in %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub equilibrium_humidity: Option<BigDecimal>,
    /// Oil content of the seeds, % of dry mass.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub oil_content_percent: Option<BigDecimal>,
    /// How long its seeds are known to live; null when not known.
    pub longevity: Option<SeedLongevity>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Day of the last movement.
    pub last_movement_date: Option<NaiveDate>,
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
    #[serde(skip)]
    #[diesel(embed)]
    pub(crate) taxon: LotTaxon,
    #[serde(skip)]
    pub(super) material_uuid: Uuid,
    #[serde(skip)]
    pub(super) material_code: String,
    /// Seeds left, null when unknown.
    #[serde(skip)]
    pub balance_seeds: Option<i64>,
    /// How sure that number is.
    #[serde(skip)]
    pub balance_basis: Option<StockBasis>,
    #[serde(skip)]
    pub(super) balance_places: Option<i32>,
    #[serde(skip)]
    pub(super) balance_mass_g: Option<BigDecimal>,
}

impl SeedLotRow {
    /// The key of the kind of its drying.
    #[must_use]
    pub fn id_drying_kind(&self) -> Option<i32> {
        self.id_nomenclature_drying_kind
    }
}

/// What is left of a lot in one place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BalanceByPlace {
    /// Place.
    pub place: Relative<LotPlace>,
    /// Seeds left there, null when unknown.
    pub seeds: Option<i64>,
    /// How sure the number is.
    pub basis: StockBasis,
    /// Mass left there in g, informative; null when not known.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub mass_g: Option<BigDecimal>,
    /// Day of the last movement there.
    pub last_date: Option<NaiveDate>,
}

/// The same in the database, and whether the place may be read.
#[derive(Debug, Clone, Queryable)]
pub struct BalanceRow {
    place: LotPlace,
    seeds: Option<i64>,
    basis: StockBasis,
    mass_g: Option<BigDecimal>,
    last_date: Option<NaiveDate>,
    place_readable: bool,
}

impl From<BalanceRow> for BalanceByPlace {
    fn from(row: BalanceRow) -> Self {
        let BalanceRow {
            place,
            seeds,
            basis,
            mass_g,
            last_date,
            place_readable,
        } = row;
        Self {
            place: Relative::of(place, place_readable),
            seeds,
            basis,
            // A place whose every movement was reversed has no leg to say so.
            mass_g: mass_g.or_else(|| (seeds == Some(0)).then(|| BigDecimal::from(0))),
            last_date,
        }
    }
}

/// Traits of the seeds.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct Traits {
    /// Shapes.
    pub forms: Vec<Term>,
    /// Growths: wings, spines, hairs.
    pub growths: Vec<Term>,
    /// Ornaments of the surface.
    pub ornaments: Vec<Term>,
    /// Types of embryo.
    pub embryo_types: Vec<Term>,
}

/// The last weighing of a lot, in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LastWeighing {
    /// Identifier of the weighing.
    pub uuid: Uuid,
    /// Day.
    pub weighing_date: NaiveDate,
    /// What is computed from it.
    pub results: WeighingResults,
}

/// A seed lot.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeedLot {
    /// Its own fields.
    #[serde(flatten)]
    pub row: SeedLotRow,
    /// Main taxon.
    pub taxon: LotTaxon,
    /// Material the seeds come from.
    pub material: Relative<RecordRef>,
    /// Quality.
    pub quality: Option<Term>,
    /// Atwater type.
    pub atwater_type: Option<Term>,
    /// Seed, fruit or spore.
    pub dissemination_unit: Option<Term>,
    /// Kind of drying.
    pub drying_kind: Option<Term>,
    /// Traits of the seeds.
    pub traits: Traits,
    /// How many seeds are left.
    pub balance: LotBalance,
    /// The same place by place.
    pub balances: Vec<BalanceByPlace>,
    /// The last weighing.
    pub last_weighing: Option<LastWeighing>,
    /// What deserves attention.
    pub warnings: Vec<Warning>,
}

/// Traits given by their codes: a list replaces the one there was, an absent one leaves it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TraitCodes {
    /// Shapes (`EXS_FORM`).
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub forms: Option<Vec<String>>,
    /// Growths (`EXS_GROWTH`).
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub growths: Option<Vec<String>>,
    /// Ornaments (`EXS_DECORATION`).
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub ornaments: Option<Vec<String>>,
    /// Types of embryo (`EXS_EMBRYO_TYPE`).
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub embryo_types: Option<Vec<String>>,
}

/// What a new lot holds: the first movement of its ledger.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InitialEntry {
    /// Place where the seeds are put.
    pub place: Uuid,
    /// Seeds, null when unknown.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: StockBasis,
    /// Mass in g, informative.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::mass"))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub mass_g: Option<BigDecimal>,
    /// Day.
    pub effective_date: NaiveDate,
}

/// A new seed lot.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_seed_lots)]
#[schema(example = json!({
    "material": "fd62ea59-2a09-3bae-63e0-2477232f5288", "packaging_date": "2026-10-12", "container": "Sachet aluminium",
    "archive_reserve": 50, "dissemination_unit": "gr", "traits": {"forms": ["ovo"], "growths": ["ail"]},
    "initial_entry": {"place": "5eb62d3e-064c-44ee-e3e4-76f90d4998fe", "seeds": 1450, "basis": "counted", "mass_g": 3.07, "effective_date": "2026-10-12"}
}))]
pub struct NewSeedLot {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code; the service makes one otherwise, of the year of packaging.
    #[diesel(skip_insertion)]
    #[schema(pattern = "^L[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset, in GeoNature; that of the material otherwise.
    #[diesel(skip_insertion)]
    pub id_dataset: Option<i32>,
    /// Material the seeds come from.
    #[diesel(skip_insertion)]
    pub material: Uuid,
    /// State, active by default.
    pub status: Option<SeedLotStatus>,
    /// Day since which it has that state, today by default.
    #[diesel(skip_insertion)]
    pub status_date: Option<NaiveDate>,
    /// What it is kept for, the active collection by default.
    pub role: Option<SeedLotRole>,
    /// Where the safety duplicate is kept.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub duplicate_location: Option<String>,
    /// Seeds that no movement takes without the right and a reason, 0 by default.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub archive_reserve: Option<i32>,
    /// Number of seeds under which none is given away.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub critical_distribution: Option<i32>,
    /// Number of seeds under which the lot is to be multiplied.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub critical_regeneration: Option<i32>,
    /// Day of packaging.
    pub packaging_date: Option<NaiveDate>,
    /// Container.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container: Option<String>,
    /// Length of a seed in mm.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub length_mm: Option<BigDecimal>,
    /// Width of a seed in mm.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub width_mm: Option<BigDecimal>,
    /// Thickness of a seed in mm.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub thickness_mm: Option<BigDecimal>,
    /// How the seeds were measured.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub measure_note: Option<String>,
    /// Quality (`EXS_MATERIAL_QUALITY`).
    #[diesel(skip_insertion)]
    pub quality: Option<String>,
    /// Atwater type (`EXS_ATWATER_TYPE`).
    #[diesel(skip_insertion)]
    pub atwater_type: Option<String>,
    /// Seed, fruit or spore (`EXS_DISSEMINATION_UNIT`).
    #[diesel(skip_insertion)]
    pub dissemination_unit: Option<String>,
    /// Kind of drying (`EXS_DRY_TYPE`).
    #[diesel(skip_insertion)]
    pub drying_kind: Option<String>,
    /// A scan of the seeds exists, false by default.
    pub seed_scan_done: Option<bool>,
    /// First day of pre-drying.
    pub pre_drying_start: Option<NaiveDate>,
    /// Last day of pre-drying.
    pub pre_drying_end: Option<NaiveDate>,
    /// First day of drying.
    pub drying_start: Option<NaiveDate>,
    /// Last day of drying.
    pub drying_end: Option<NaiveDate>,
    /// Freeze-dried.
    pub freeze_dried: Option<bool>,
    /// Sorted.
    pub sorted: Option<bool>,
    /// Role that cleaned the seeds.
    pub id_cleaned_by: Option<i32>,
    /// Who cleaned the seeds, when not a user of GeoNature.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub cleaned_by_text: Option<String>,
    /// Moisture content, % of fresh mass.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub moisture_percent: Option<BigDecimal>,
    /// Equilibrium relative humidity in %.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub equilibrium_humidity: Option<BigDecimal>,
    /// Oil content of the seeds, % of dry mass.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::oil"))]
    #[schema(minimum = 0, maximum = 99)]
    pub oil_content_percent: Option<BigDecimal>,
    /// How long its seeds are known to live.
    pub longevity: Option<SeedLongevity>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Traits of the seeds.
    #[diesel(skip_insertion)]
    #[validate(nested)]
    pub traits: Option<TraitCodes>,
    /// What it holds; without it the balance stays unknown until a movement says it.
    #[diesel(skip_insertion)]
    #[validate(nested)]
    pub initial_entry: Option<InitialEntry>,
}

/// Changes to a seed lot: what is absent stays, null empties. How many seeds there are
/// changes by stock movements only.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_seed_lots)]
#[schema(example = json!({"status": "to_retest", "critical_regeneration": 500, "traits": {"forms": ["ren"]}, "container": null}))]
pub struct SeedLotChanges {
    /// Code.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false, pattern = "^L[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset, in GeoNature.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Material, which no longer changes once the lot has movements, tests or sowings.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    pub material: Option<Uuid>,
    /// State; its day becomes today unless it is given.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub status: Option<SeedLotStatus>,
    /// Day since which it has that state.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    pub status_date: Option<NaiveDate>,
    /// What it is kept for.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub role: Option<SeedLotRole>,
    /// Where the safety duplicate is kept.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub duplicate_location: Option<Option<String>>,
    /// Seeds that no movement takes without the right and a reason.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub archive_reserve: Option<i32>,
    /// Number of seeds under which none is given away.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub critical_distribution: Option<Option<i32>>,
    /// Number of seeds under which the lot is to be multiplied.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub critical_regeneration: Option<Option<i32>>,
    /// Day of packaging.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub packaging_date: Option<Option<NaiveDate>>,
    /// Container.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub container: Option<Option<String>>,
    /// Length of a seed in mm.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub length_mm: Option<Option<BigDecimal>>,
    /// Width of a seed in mm.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub width_mm: Option<Option<BigDecimal>>,
    /// Thickness of a seed in mm.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::size"))]
    #[schema(minimum = 0.001, maximum = 9999)]
    pub thickness_mm: Option<Option<BigDecimal>>,
    /// How the seeds were measured.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub measure_note: Option<Option<String>>,
    /// Quality (`EXS_MATERIAL_QUALITY`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub quality: Option<Option<String>>,
    /// Atwater type (`EXS_ATWATER_TYPE`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub atwater_type: Option<Option<String>>,
    /// Seed, fruit or spore (`EXS_DISSEMINATION_UNIT`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub dissemination_unit: Option<Option<String>>,
    /// Kind of drying (`EXS_DRY_TYPE`).
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub drying_kind: Option<Option<String>>,
    /// A scan of the seeds exists.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub seed_scan_done: Option<bool>,
    /// First day of pre-drying.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub pre_drying_start: Option<Option<NaiveDate>>,
    /// Last day of pre-drying.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub pre_drying_end: Option<Option<NaiveDate>>,
    /// First day of drying.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub drying_start: Option<Option<NaiveDate>>,
    /// Last day of drying.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub drying_end: Option<Option<NaiveDate>>,
    /// Freeze-dried.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<bool>)]
    pub freeze_dried: Option<Option<bool>>,
    /// Sorted.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<bool>)]
    pub sorted: Option<Option<bool>>,
    /// Role that cleaned the seeds.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub id_cleaned_by: Option<Option<i32>>,
    /// Who cleaned the seeds, when not a user of GeoNature.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub cleaned_by_text: Option<Option<String>>,
    /// Moisture content, % of fresh mass.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub moisture_percent: Option<Option<BigDecimal>>,
    /// Equilibrium relative humidity in %.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::percent"))]
    #[schema(minimum = 0, maximum = 100)]
    pub equilibrium_humidity: Option<Option<BigDecimal>>,
    /// Oil content of the seeds, % of dry mass.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>)]
    #[validate(custom(function = "super::rules::oil"))]
    #[schema(minimum = 0, maximum = 99)]
    pub oil_content_percent: Option<Option<BigDecimal>>,
    /// How long its seeds are known to live.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<SeedLongevity>)]
    pub longevity: Option<Option<SeedLongevity>>,
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
    /// Traits of the seeds.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    #[validate(nested)]
    pub traits: Option<TraitCodes>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    pub archived: Option<bool>,
}

/// Keys of the values of a lot, where the body has codes or identifiers.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_seed_lots)]
pub struct Keys {
    /// Quality.
    pub id_nomenclature_quality: Option<Option<i32>>,
    /// Atwater type.
    pub id_nomenclature_atwater_type: Option<Option<i32>>,
    /// Seed, fruit or spore.
    pub id_nomenclature_dissemination_unit: Option<Option<i32>>,
    /// Kind of drying.
    pub id_nomenclature_drying_kind: Option<Option<i32>>,
    /// Material.
    pub id_material: Option<i32>,
    /// Dataset.
    pub id_dataset: Option<i32>,
    /// Code.
    pub code: Option<String>,
    /// Day of the state.
    pub status_date: Option<NaiveDate>,
}

/// What a list of seed lots may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SeedLotFilters {
    /// Start of the code of the lot or of its material, or text found in a name of the taxon, whatever its case and accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Dataset, in GeoNature.
    pub id_dataset: Option<i32>,
    /// Taxon, with what is classified under it.
    pub cd_nom: Option<i32>,
    /// States, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub status: Option<Vec<SeedLotStatus>>,
    /// What they are kept for.
    pub role: Option<SeedLotRole>,
    /// Place: lots of which there are seeds in it or in a place within it.
    pub place: Option<Uuid>,
    /// Material.
    pub material: Option<Uuid>,
    /// Harvest.
    pub harvest: Option<Uuid>,
    /// At least so many seeds left.
    pub min_seeds: Option<i64>,
    /// At most so many seeds left.
    pub max_seeds: Option<i64>,
    /// True for the lots whose balance is unknown, false for the others.
    pub unknown_balance: Option<bool>,
    /// True for the lots whose balance is below their regeneration threshold, false for the others.
    pub below_threshold: Option<bool>,
    /// Packaged that day or later.
    pub packaging_min: Option<NaiveDate>,
    /// Packaged that day or earlier.
    pub packaging_max: Option<NaiveDate>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default), taxon, packaging_date, balance or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|taxon|packaging_date|balance|created))?$")]
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
