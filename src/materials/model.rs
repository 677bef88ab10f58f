//! What a material is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::grown::Grown;
use super::mothers::{self, Mother};
use crate::db::json::Json;
use crate::error::Lang;
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::{Item, comma_separated};
use crate::http::{RecordRef, Relative};
use crate::receptions::model::Provenance;
use crate::schema::{t_materials, views::v_materials};

/// A taxon of a material.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MaterialTaxon {
    /// Code of the name, in TAXREF.
    pub cd_nom: i32,
    /// Name as cited when the material was entered.
    pub cited_name: String,
    /// Name in TAXREF now.
    pub name: Option<String>,
    /// Vernacular name.
    pub vernacular_name: Option<String>,
}

/// A taxon of a material, as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTaxon {
    /// Code of the name, in TAXREF.
    pub cd_nom: i32,
    /// Name as cited; that of TAXREF by default.
    #[validate(length(max = 500), custom(function = "crate::http::checks::not_blank"))]
    #[schema(max_length = 500, pattern = "\\S")]
    pub cited_name: Option<String>,
}

/// What is shown of a reception in what it gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReceptionRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Number the donor gives to the material.
    pub partner_number: Option<String>,
    /// Day of arrival.
    pub date_received: NaiveDate,
}

/// Where a material comes from: exactly one of the three.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Origin {
    /// A harvest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harvest: Option<Relative<RecordRef>>,
    /// A reception.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reception: Option<Relative<ReceptionRef>>,
    /// Another material.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Relative<RecordRef>>,
}

/// Where a material comes from, as it is entered: exactly one of the three.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewOrigin {
    /// A harvest that you may read.
    pub harvest: Option<Uuid>,
    /// A reception that you may read.
    pub reception: Option<Uuid>,
    /// A material that you may read.
    pub parent: Option<Uuid>,
}

/// A row of the view.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_materials, check_for_backend(diesel::pg::Pg))]
pub struct MaterialRow {
    pub(super) id: i32,
    uuid: Uuid,
    pub(super) code: String,
    pub(super) version: i32,
    pub(super) id_dataset: i32,
    harvest_uuid: Option<Uuid>,
    harvest_code: Option<String>,
    reception_uuid: Option<Uuid>,
    reception_partner_number: Option<String>,
    reception_date_received: Option<NaiveDate>,
    parent_uuid: Option<Uuid>,
    parent_code: Option<String>,
    pub(super) taxa: Json<Vec<MaterialTaxon>>,
    id_nomenclature_material_type: i32,
    individuals_sampled: Option<i32>,
    id_nomenclature_individuals_class: Option<i32>,
    id_nomenclature_sampling_method: Option<i32>,
    id_nomenclature_phenology_1: Option<i32>,
    id_nomenclature_phenology_2: Option<i32>,
    soil_sampling: Option<bool>,
    hybridisation_risk: Option<bool>,
    culture_bank_code: Option<String>,
    remarks: Option<String>,
    additional_data: Option<Value>,
    id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) archived_at: Option<DateTime<Utc>>,
}

/// A material as a reader may see it: its row, and which origins may be read.
#[derive(Debug, Clone, Queryable)]
pub struct Found {
    pub(super) row: MaterialRow,
    pub(super) harvest_readable: bool,
    pub(super) reception_readable: bool,
    pub(super) parent_readable: bool,
    pub(super) grown: Json<Grown>,
}

/// A material.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Material {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "2026_0001")]
    pub code: String,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// Where it comes from.
    pub origin: Origin,
    /// Its taxa, the main one first.
    pub taxa: Vec<MaterialTaxon>,
    /// Generations in culture since the wild.
    #[schema(example = 0)]
    pub generation: i16,
    /// Where it comes from: W wild, Z grown from the wild, G of a garden, U unknown.
    pub provenance: Provenance,
    /// What each mother gave, when it was told.
    pub mothers: Vec<Mother>,
    /// How many mothers it is worth, when what each gave is known: (Σ k)² / Σ k².
    #[schema(example = 3.9046)]
    pub effective_mothers: Option<f64>,
    /// Seed, cutting, spore…
    pub material_type: Option<Term>,
    /// Number of mother plants.
    pub individuals_sampled: Option<i32>,
    /// Class of that number.
    pub individuals_class: Option<Term>,
    /// How the mothers were chosen.
    pub sampling_method: Option<Term>,
    /// First phenological stage.
    pub phenology_1: Option<Term>,
    /// Second phenological stage.
    pub phenology_2: Option<Term>,
    /// Soil was sampled too.
    pub soil_sampling: Option<bool>,
    /// A relative flowered nearby.
    pub hybridisation_risk: Option<bool>,
    /// Code in the culture bank.
    pub culture_bank_code: Option<String>,
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
    /// Version, the ETag.
    pub version: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

impl Found {
    /// The material as it is shown.
    #[must_use]
    pub fn shown(self, names: &Nomenclatures, lang: Lang) -> Material {
        let row = self.row;
        let Json(grown) = self.grown;
        let record = |uuid: Option<Uuid>, code| uuid.zip(code).map(|(uuid, code)| RecordRef { uuid, code });
        let reception = row
            .reception_uuid
            .zip(row.reception_date_received)
            .map(|(uuid, date_received)| ReceptionRef {
                uuid,
                partner_number: row.reception_partner_number,
                date_received,
            });
        Material {
            uuid: row.uuid,
            code: row.code,
            id_dataset: row.id_dataset,
            origin: Origin {
                harvest: Relative::new(record(row.harvest_uuid, row.harvest_code), self.harvest_readable),
                reception: Relative::new(reception, self.reception_readable),
                parent: Relative::new(record(row.parent_uuid, row.parent_code), self.parent_readable),
            },
            taxa: row.taxa.0,
            generation: grown.generation,
            provenance: grown.provenance,
            effective_mothers: grown.mothers.as_deref().and_then(mothers::effective),
            mothers: grown.mothers.unwrap_or_default(),
            material_type: names.term(Some(row.id_nomenclature_material_type), lang),
            individuals_sampled: row.individuals_sampled,
            individuals_class: names.term(row.id_nomenclature_individuals_class, lang),
            sampling_method: names.term(row.id_nomenclature_sampling_method, lang),
            phenology_1: names.term(row.id_nomenclature_phenology_1, lang),
            phenology_2: names.term(row.id_nomenclature_phenology_2, lang),
            soil_sampling: row.soil_sampling,
            hybridisation_risk: row.hybridisation_risk,
            culture_bank_code: row.culture_bank_code,
            remarks: row.remarks,
            additional_data: row.additional_data,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            version: row.version,
            archived_at: row.archived_at,
        }
    }
}

/// A new material.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_materials)]
#[schema(example = json!({
    "origin": {"harvest": "0d78c8b2-9982-41de-c3c6-9a18d3bb590b"}, "taxa": [{"cd_nom": 90010854}], "material_type": "gr",
    "individuals_sampled": 45, "individuals_class": "2", "sampling_method": "rrp", "phenology_1": "dec"
}))]
pub struct NewMaterial {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code, of the year of the harvest or of the reception (the current one for a part of another material); the
    /// service makes one otherwise.
    #[diesel(skip_insertion)]
    #[schema(pattern = "^[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset of the host, that of the origin by default.
    #[diesel(skip_insertion)]
    pub id_dataset: Option<i32>,
    /// Where it comes from.
    #[diesel(skip_insertion)]
    pub origin: NewOrigin,
    /// Its taxa, 1 to 20, the main one first.
    #[diesel(skip_insertion)]
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub taxa: Vec<NewTaxon>,
    /// `EXS_HARVEST_MATERIAL`.
    #[diesel(skip_insertion)]
    #[schema(example = "gr")]
    pub material_type: String,
    /// Number of mother plants.
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub individuals_sampled: Option<i32>,
    /// `EXS_FOOT_COUNTING_CLASS`.
    #[diesel(skip_insertion)]
    pub individuals_class: Option<String>,
    /// `EXS_METHOD_SAMPLE`.
    #[diesel(skip_insertion)]
    pub sampling_method: Option<String>,
    /// `EXS_PHENOLOGY`.
    #[diesel(skip_insertion)]
    pub phenology_1: Option<String>,
    /// `EXS_PHENOLOGY`.
    #[diesel(skip_insertion)]
    pub phenology_2: Option<String>,
    /// Soil was sampled too.
    pub soil_sampling: Option<bool>,
    /// A relative flowered nearby.
    pub hybridisation_risk: Option<bool>,
    /// Code in the culture bank.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub culture_bank_code: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a material: what is absent stays, null empties. Its origin does not change.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_materials)]
#[schema(example = json!({"hybridisation_risk": true, "phenology_2": null}))]
pub struct MaterialChanges {
    /// Dataset of the host.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Its taxa, 1 to 20, the main one first, in place of those before.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(nullable = false, min_items = 1, max_items = 20)]
    pub taxa: Option<Vec<NewTaxon>>,
    /// `EXS_HARVEST_MATERIAL`.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub material_type: Option<String>,
    /// Number of mother plants.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub individuals_sampled: Option<Option<i32>>,
    /// `EXS_FOOT_COUNTING_CLASS`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub individuals_class: Option<Option<String>>,
    /// `EXS_METHOD_SAMPLE`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub sampling_method: Option<Option<String>>,
    /// `EXS_PHENOLOGY`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub phenology_1: Option<Option<String>>,
    /// `EXS_PHENOLOGY`.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[diesel(skip_update)]
    pub phenology_2: Option<Option<String>>,
    /// Soil was sampled too.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<bool>)]
    pub soil_sampling: Option<Option<bool>>,
    /// A relative flowered nearby.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<bool>)]
    pub hybridisation_risk: Option<Option<bool>>,
    /// Code in the culture bank.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub culture_bank_code: Option<Option<String>>,
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
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// What a list of materials may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct MaterialFilters {
    /// Text found in the code, the code in the culture bank or a cited name, whatever its case.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Dataset of the host.
    pub id_dataset: Option<i32>,
    /// Taxon, its descendants and their synonyms.
    pub cd_nom: Option<i32>,
    /// Harvest it comes from.
    pub harvest: Option<Uuid>,
    /// Reception it comes from.
    pub reception: Option<Uuid>,
    /// Material it comes from.
    pub parent: Option<Uuid>,
    /// `EXS_HARVEST_MATERIAL`, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    #[param(value_type = Option<Vec<Item>>)]
    pub material_type: Option<Vec<String>>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default) or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|created))?$")]
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
