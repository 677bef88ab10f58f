//! What a permit is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::db::json::Json;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::schema::{t_permits, v_permits};

text_enum! {
    /// Kind of permit.
    pub enum PermitKind {
        /// Derogation to the protection of species (art. L.411-2 of the code de l'environnement).
        Derogation = "derogation",
        ProtectedArea = "protected_area",
        Owner = "owner",
        Nagoya = "nagoya",
        Cites = "cites",
        PhytosanitaryPassport = "phytosanitary_passport",
    }
}

text_enum! {
    /// What a permit is counted in.
    pub enum PermitUnit {
        /// Plants that leave.
        Plant = "plant",
        Seed = "seed",
        Gram = "gram",
        /// Individuals sampled in the wild.
        Individual = "individual",
    }
}

text_enum! {
    /// Whether a permit is valid today.
    pub enum PermitState {
        ToCome = "to_come",
        Valid = "valid",
        Expired = "expired",
    }
}

/// What a permit allows of a taxon in a unit, and what is left of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PermitTaxon {
    /// Key in TAXREF; its descendants and their synonyms are allowed too.
    pub cd_nom: i32,
    /// Name as cited.
    pub cited_name: String,
    /// Scientific name.
    pub name: Option<String>,
    /// Vernacular name.
    pub vernacular_name: Option<String>,
    /// Unit.
    pub unit: PermitUnit,
    /// Quantity allowed; null when there is no limit.
    #[schema(example = 50.0)]
    pub quantity: Option<f64>,
    /// Quantity used.
    #[schema(example = 20.0)]
    pub used: f64,
    /// Quantity left; below 0 when the permit was reduced since, null when there is no limit.
    #[schema(example = 30.0)]
    pub remaining: Option<f64>,
}

/// A row of the list of permits.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_permits, check_for_backend(diesel::pg::Pg))]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct PermitRow {
    pub id: i32,
    pub uuid: Uuid,
    pub version: i32,
    pub id_dataset: i32,
    pub kind: PermitKind,
    pub number: String,
    pub(super) holder: Option<String>,
    pub(super) id_area: Option<i32>,
    pub(super) area_name: Option<String>,
    pub(super) territory: Option<String>,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub(super) sort_valid_to: NaiveDate,
    pub(super) state: PermitState,
    pub(super) remarks: Option<String>,
    pub(super) additional_data: Option<Value>,
    pub(super) id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    pub(super) meta_update_date: Option<DateTime<Utc>>,
    pub archived_at: Option<DateTime<Utc>>,
    pub(super) taxa: Json<Vec<PermitTaxon>>,
}

/// A permit, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PermitRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Kind.
    pub kind: PermitKind,
    /// Number.
    #[schema(example = "05-2026-0142")]
    pub number: String,
}

/// A permit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Permit {
    /// Identifier.
    pub uuid: Uuid,
    /// Version, the ETag.
    pub version: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// Kind.
    pub kind: PermitKind,
    /// Number.
    #[schema(example = "05-2026-0142")]
    pub number: String,
    /// Who holds it.
    pub holder: Option<String>,
    /// Territory: an area of GeoNature.
    pub id_area: Option<i32>,
    /// Name of that area.
    pub area_name: Option<String>,
    /// Territory, in words.
    pub territory: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; null when it has no end.
    pub valid_to: Option<NaiveDate>,
    /// Whether it is valid today.
    pub state: PermitState,
    /// Its taxa, with what is used and what is left of each.
    pub taxa: Vec<PermitTaxon>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

impl From<PermitRow> for Permit {
    fn from(row: PermitRow) -> Self {
        Self {
            uuid: row.uuid,
            version: row.version,
            id_dataset: row.id_dataset,
            kind: row.kind,
            number: row.number,
            holder: row.holder,
            id_area: row.id_area,
            area_name: row.area_name,
            territory: row.territory,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            state: row.state,
            taxa: row.taxa.0,
            remarks: row.remarks,
            additional_data: row.additional_data,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            archived_at: row.archived_at,
        }
    }
}

/// A taxon of a permit, as it is entered.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPermitTaxon {
    /// Key in TAXREF.
    pub cd_nom: i32,
    /// Name as cited; that of TAXREF by default.
    #[validate(length(max = 500), custom(function = "crate::http::checks::not_blank"))]
    #[schema(max_length = 500, pattern = "\\S")]
    pub cited_name: Option<String>,
    /// Unit.
    pub unit: PermitUnit,
    /// Quantity allowed; null for no limit.
    #[validate(range(min = 0.001, max = 100_000_000.0))]
    #[schema(minimum = 0.001, maximum = 100_000_000, example = 50.0)]
    pub quantity: Option<f64>,
}

/// A new permit.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "id_dataset": 1, "kind": "derogation", "number": "05-2026-0142", "holder": "Conservatoire de démonstration", "valid_from": "2026-01-01",
    "valid_to": "2028-12-31", "territory": "Hautes-Alpes", "taxa": [{"cd_nom": 90010854, "unit": "plant", "quantity": 50}]
}))]
pub struct NewPermit {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// Kind.
    pub kind: PermitKind,
    /// Number, once for each kind in the dataset.
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 200, pattern = "\\S")]
    pub number: String,
    /// Who holds it.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub holder: Option<String>,
    /// Territory: an area of the host.
    pub id_area: Option<i32>,
    /// Territory, in words.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub territory: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; null when it has no end.
    pub valid_to: Option<NaiveDate>,
    /// Its taxa, each once in each unit.
    #[serde(default)]
    #[validate(nested, length(max = 500))]
    #[schema(max_items = 500)]
    pub taxa: Vec<NewPermitTaxon>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a permit: what is absent stays, null empties. They bind new acts only.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"valid_to": "2029-12-31", "holder": null}))]
pub struct PermitChanges {
    /// Dataset of the host.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Kind.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub kind: Option<PermitKind>,
    /// Number.
    #[serde(deserialize_with = "not_null")]
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(nullable = false, min_length = 1, max_length = 200, pattern = "\\S")]
    pub number: Option<String>,
    /// Who holds it.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub holder: Option<Option<String>>,
    /// Territory: an area of the host.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub id_area: Option<Option<i32>>,
    /// Territory, in words.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 1000))]
    #[schema(value_type = Option<String>, max_length = 1000)]
    pub territory: Option<Option<String>>,
    /// First day.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub valid_to: Option<Option<NaiveDate>>,
    /// Its taxa, in place of those before.
    #[serde(deserialize_with = "not_null")]
    #[validate(nested, length(max = 500))]
    #[schema(nullable = false, max_items = 500)]
    pub taxa: Option<Vec<NewPermitTaxon>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 10_000))]
    #[schema(value_type = Option<String>, max_length = 10_000)]
    pub remarks: Option<Option<String>>,
    /// Free additional fields.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Option<Value>>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// What a list of permits may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PermitFilters {
    /// Text found in the number or the holder, whatever its case.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<PermitKind>>,
    /// Valid today, to come or expired, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub state: Option<Vec<PermitState>>,
    /// Taxon that it allows: named, or above one that is.
    pub cd_nom: Option<i32>,
    /// Dataset.
    pub id_dataset: Option<i32>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: number (by default), valid_from, valid_to or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(number|valid_from|valid_to|created))?$")]
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

/// The columns of a permit to write. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_permits)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct PermitColumns {
    pub uuid: Option<Uuid>,
    pub id_dataset: Option<i32>,
    pub kind: Option<PermitKind>,
    pub number: Option<String>,
    pub holder: Option<Option<String>>,
    pub id_area: Option<Option<i32>>,
    pub territory: Option<Option<String>>,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<Option<NaiveDate>>,
    pub remarks: Option<Option<String>>,
    pub additional_data: Option<Option<Value>>,
    pub archived_at: Option<Option<DateTime<Utc>>>,
    pub id_digitiser: Option<i32>,
}
