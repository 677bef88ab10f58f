//! What a reception is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::http::Relative;
use crate::http::patch::{maybe_null, not_null};
use crate::schema::{t_receptions, views::v_receptions};

text_enum! {
    /// Where the plants come from, as IPEN codes it: W wild, Z from a wild plant in culture, G not wild, U unknown.
    pub enum Provenance {
        Wild = "W",
        FromWild = "Z",
        Garden = "G",
        Unknown = "U",
    }
}

/// What is shown of a partner in its receptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PartnerRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Name.
    #[schema(example = "Jardin botanique de démonstration")]
    pub name: String,
}

/// A row of the view.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_receptions, check_for_backend(diesel::pg::Pg))]
pub struct ReceptionRow {
    pub(super) id: i32,
    uuid: Uuid,
    pub(super) version: i32,
    pub(super) id_dataset: i32,
    pub(super) partner_uuid: Uuid,
    partner_name: String,
    partner_number: Option<String>,
    pub(super) date_received: NaiveDate,
    ipen: Option<String>,
    provenance: Provenance,
    documents: Option<String>,
    remarks: Option<String>,
    additional_data: Option<Value>,
    id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    meta_update_date: Option<DateTime<Utc>>,
    pub(super) archived_at: Option<DateTime<Utc>>,
}

/// A reception as a reader may see it: its row, and whether its partner may be read.
#[derive(Debug, Clone, Queryable)]
pub struct Found {
    pub(super) row: ReceptionRow,
    pub(super) partner_readable: bool,
}

/// A reception.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Reception {
    /// Identifier.
    pub uuid: Uuid,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// Donor.
    pub partner: Relative<PartnerRef>,
    /// Number the donor gives to the material.
    pub partner_number: Option<String>,
    /// Day of arrival.
    pub date_received: NaiveDate,
    /// International Plant Exchange Network number.
    #[schema(example = "FR-0-GAP-2026-17")]
    pub ipen: Option<String>,
    /// Provenance.
    pub provenance: Provenance,
    /// Documents that came along: plant passport, Nagoya…
    pub documents: Option<String>,
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

impl From<Found> for Reception {
    fn from(
        Found {
            row,
            partner_readable,
        }: Found,
    ) -> Self {
        let partner = PartnerRef {
            uuid: row.partner_uuid,
            name: row.partner_name,
        };
        Self {
            uuid: row.uuid,
            id_dataset: row.id_dataset,
            partner: Relative::of(partner, partner_readable),
            partner_number: row.partner_number,
            date_received: row.date_received,
            ipen: row.ipen,
            provenance: row.provenance,
            documents: row.documents,
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

/// A new reception.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_receptions)]
#[schema(example = json!({
    "id_dataset": 1, "partner": "ac7216c9-d4d8-cede-d4b0-095c33524eb3", "partner_number": "2026-118",
    "date_received": "2026-03-12", "provenance": "W", "documents": "Passeport phytosanitaire"
}))]
pub struct NewReception {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Dataset of the host.
    pub id_dataset: i32,
    /// Donor, one of the partners you may read.
    #[diesel(skip_insertion)]
    pub partner: Uuid,
    /// Number the donor gives to the material.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub partner_number: Option<String>,
    /// Day of arrival, not in the future.
    pub date_received: NaiveDate,
    /// International Plant Exchange Network number.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub ipen: Option<String>,
    /// Provenance.
    pub provenance: Provenance,
    /// Documents that came along.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub documents: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a reception: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_receptions)]
#[schema(example = json!({"ipen": "FR-0-GAP-2026-17", "documents": null}))]
pub struct ReceptionChanges {
    /// Dataset of the host.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Donor, one of the partners you may read.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub partner: Option<Uuid>,
    /// Number the donor gives to the material.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub partner_number: Option<Option<String>>,
    /// Day of arrival, not in the future.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub date_received: Option<NaiveDate>,
    /// International Plant Exchange Network number.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub ipen: Option<Option<String>>,
    /// Provenance.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub provenance: Option<Provenance>,
    /// Documents that came along.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub documents: Option<Option<String>>,
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

/// What a list of receptions may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ReceptionFilters {
    /// Text found in the number of the donor, the IPEN number, the documents, or the name of a donor that you may
    /// read, whatever its case.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Donor.
    pub partner: Option<Uuid>,
    /// Dataset of the host.
    pub id_dataset: Option<i32>,
    /// Received this day or later.
    pub date_min: Option<NaiveDate>,
    /// Received this day or before.
    pub date_max: Option<NaiveDate>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: date or created; after a minus, the greatest first. The last received first by default.
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
