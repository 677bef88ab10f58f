//! What a replicate is made of.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::http::patch::{maybe_null, not_null};
use crate::schema::{t_replicates, v_replicates};
use crate::stock::model::PlaceRef;

/// A replicate as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_replicates, check_for_backend(diesel::pg::Pg))]
pub struct ReplicateRow {
    pub(crate) id: i32,
    pub(crate) uuid: Uuid,
    pub(crate) code: String,
    pub(crate) sown: Option<i32>,
    pub(crate) remarks: Option<String>,
    pub(crate) version: i32,
    pub(crate) place_uuid: Option<Uuid>,
    pub(crate) place_code: Option<String>,
    pub(crate) place_label: Option<String>,
    pub(crate) visits: i32,
    pub(crate) emerged: i32,
    pub(crate) dead: i32,
    pub(crate) removed: i32,
    pub(crate) pricked_out: i32,
    pub(crate) dissected: i32,
    pub(crate) surplus: i32,
    pub(crate) alive: i32,
    pub(crate) first_emergence_date: Option<NaiveDate>,
    pub(crate) last_count_date: Option<NaiveDate>,
}

/// A replicate with the sums of its counts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Replicate {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "A")]
    pub code: String,
    /// Units sown in it; null when unknown.
    pub sown: Option<i32>,
    /// Place, when not that of the sowing or test.
    pub place: Option<PlaceRef>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Counts that stand.
    pub visits: i32,
    /// Emerged in all; null when it was never counted.
    pub emerged: Option<i32>,
    /// Dead since.
    pub dead: i32,
    /// Taken away.
    pub removed: i32,
    /// Pricked out.
    pub pricked_out: i32,
    /// Opened and examined.
    pub dissected: i32,
    /// Seedlings that no seed sown explains.
    pub surplus: i32,
    /// Alive after the last count; null when it was never counted.
    pub alive: Option<i32>,
    /// First visit with emergence.
    pub first_emergence_date: Option<NaiveDate>,
    /// Last visit.
    pub last_count_date: Option<NaiveDate>,
    /// Version, the ETag.
    pub version: i32,
}

impl From<ReplicateRow> for Replicate {
    fn from(row: ReplicateRow) -> Self {
        let counted = row.visits > 0;
        let place = row.place_uuid.zip(row.place_code).zip(row.place_label);
        Self {
            uuid: row.uuid,
            code: row.code,
            sown: row.sown,
            place: place.map(|((uuid, code), label)| PlaceRef { uuid, code, label }),
            remarks: row.remarks,
            visits: row.visits,
            emerged: counted.then_some(row.emerged),
            dead: row.dead,
            removed: row.removed,
            pricked_out: row.pricked_out,
            dissected: row.dissected,
            surplus: row.surplus,
            alive: counted.then_some(row.alive),
            first_emergence_date: row.first_emergence_date,
            last_count_date: row.last_count_date,
            version: row.version,
        }
    }
}

/// A replicate of a new sowing or test.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"sown": 25}))]
pub struct NewReplicate {
    /// Code, one to three capital letters; the next free one by default.
    #[validate(custom(function = "crate::http::checks::replicate_code"))]
    #[schema(example = "A")]
    #[schema(pattern = "^[A-Z]{1,3}$")]
    pub code: Option<String>,
    /// Units sown in it; shared evenly when no replicate of counted seeds says.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub sown: Option<i32>,
    /// Tray or cell where it stands.
    pub place: Option<Uuid>,
}

/// Changes to a replicate: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"remarks": "Tablette du fond"}))]
pub struct ReplicateChanges {
    /// Code, one to three capital letters.
    #[serde(deserialize_with = "not_null")]
    #[validate(custom(function = "crate::http::checks::replicate_code"))]
    #[schema(nullable = false, pattern = "^[A-Z]{1,3}$")]
    pub code: Option<String>,
    /// Units sown in it, in a draft.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub sown: Option<Option<i32>>,
    /// Tray or cell where it stands.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    pub place: Option<Option<Uuid>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
}

/// The columns of a replicate to write. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_replicates)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct ReplicateColumns {
    pub id_sowing: Option<i32>,
    pub id_seed_test: Option<i32>,
    pub code: Option<String>,
    pub sown: Option<Option<i32>>,
    pub id_place: Option<Option<i32>>,
    pub remarks: Option<Option<String>>,
    pub id_digitiser: Option<i32>,
}
