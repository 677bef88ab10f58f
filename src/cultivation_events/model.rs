//! What an event of a cultivation is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::said::{CultivationOutcome, EventKind, Said};
use crate::counts::model::DeathCause;
use crate::exits::acts::ExitColumns;
use crate::http::relative::RecordRef;
use crate::schema::{t_cultivation_events, v_cultivation_events, v_harvests_of_events};
use crate::stock::model::PlaceRef;

/// An event as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_cultivation_events, check_for_backend(diesel::pg::Pg))]
pub struct EventRow {
    pub(super) uuid: Uuid,
    pub(super) uuid_operation: Uuid,
    pub(super) event_date: NaiveDate,
    pub(super) said: Value,
    pub(super) plants: i32,
    pub(super) alive_after: Option<i32>,
    pub(super) place_uuid: Option<Uuid>,
    pub(super) place_code: Option<String>,
    pub(super) place_label: Option<String>,
    pub(super) other_uuid: Option<Uuid>,
    pub(super) other_code: Option<String>,
    pub(super) id_actor: Option<i32>,
    pub(super) actor_name: Option<String>,
    pub(super) actor_text: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) reverses_uuid: Option<Uuid>,
    pub(super) reversed_by_uuid: Option<Uuid>,
    pub(super) reason: Option<String>,
    pub(super) id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
}

/// What a harvest made.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventProducts {
    /// The ex-situ harvest.
    pub harvest: RecordRef,
    /// Its material.
    pub material: Option<RecordRef>,
    /// Generation of that material.
    pub generation: Option<i16>,
    /// The lot, when one was asked for.
    pub lot: Option<RecordRef>,
}

/// The same as it is read.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_harvests_of_events, check_for_backend(diesel::pg::Pg))]
pub struct ProductsRow {
    pub(super) event_uuid: Uuid,
    harvest_uuid: Uuid,
    harvest_code: String,
    material_uuid: Option<Uuid>,
    material_code: Option<String>,
    generation: Option<i16>,
    lot_uuid: Option<Uuid>,
    lot_code: Option<String>,
}

impl From<ProductsRow> for EventProducts {
    fn from(row: ProductsRow) -> Self {
        let record = |(uuid, code)| RecordRef { uuid, code };
        Self {
            harvest: record((row.harvest_uuid, row.harvest_code)),
            material: row.material_uuid.zip(row.material_code).map(record),
            generation: row.generation,
            lot: row.lot_uuid.zip(row.lot_code).map(record),
        }
    }
}

/// An event of a cultivation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CultivationEvent {
    /// Identifier.
    pub uuid: Uuid,
    /// Events entered together share it; they are reversed together.
    pub operation: Uuid,
    /// Day.
    pub event_date: NaiveDate,
    /// What it says.
    #[schema(value_type = Said)]
    pub said: Value,
    /// Plants that it adds, or takes away when negative.
    #[schema(example = -5)]
    pub plants: i32,
    /// Plants after it; null when it does not stand.
    #[schema(example = 45)]
    pub alive_after: Option<i32>,
    /// Place where the plants are from then on.
    pub place: Option<PlaceRef>,
    /// The other cultivation of a division, a cutting, a self-sowing or a merging.
    pub other: Option<RecordRef>,
    /// What a harvest made; null once it was taken back.
    pub made: Option<EventProducts>,
    /// Who did it, a role of GeoNature.
    pub id_actor: Option<i32>,
    /// Name of that role.
    pub actor_name: Option<String>,
    /// Who did it, when not a user.
    pub actor_text: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Event that this one reverses.
    pub reverses: Option<Uuid>,
    /// Event that reverses this one.
    pub reversed_by: Option<Uuid>,
    /// Why it is reversed.
    pub reason: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

impl From<EventRow> for CultivationEvent {
    fn from(row: EventRow) -> Self {
        let place = row.place_uuid.zip(row.place_code).zip(row.place_label);
        let other = row.other_uuid.zip(row.other_code);
        Self {
            uuid: row.uuid,
            operation: row.uuid_operation,
            event_date: row.event_date,
            said: row.said,
            plants: row.plants,
            alive_after: row.alive_after,
            place: place.map(|((uuid, code), label)| PlaceRef { uuid, code, label }),
            other: other.map(|(uuid, code)| RecordRef { uuid, code }),
            made: None,
            id_actor: row.id_actor,
            actor_name: row.actor_name,
            actor_text: row.actor_text,
            remarks: row.remarks,
            reverses: row.reverses_uuid,
            reversed_by: row.reversed_by_uuid,
            reason: row.reason,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
        }
    }
}

/// A new event.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"event_date": "2026-11-02", "said": {"kind": "death", "quantity": 5, "cause": "frost"}}))]
pub struct NewEvent {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Day, today by default.
    pub event_date: Option<NaiveDate>,
    /// What happened, by its kind.
    #[schema(value_type = Said)]
    pub said: Value,
    /// Who did it, a role of GeoNature; who enters it by default.
    pub id_actor: Option<i32>,
    /// Who did it, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// A cultivation of a grouped entry.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupedLine {
    /// Cultivation.
    pub cultivation: Uuid,
    /// Its own quantity, in place of that of `said`.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<i32>,
}

/// The same event of several cultivations, all or nothing.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "event_date": "2026-11-02", "said": {"kind": "death", "quantity": 1, "cause": "frost"},
    "lines": [{"cultivation": "00000000-0000-4000-8000-000000000000", "quantity": 5}]
}))]
pub struct GroupedEvent {
    /// Day, today by default.
    pub event_date: Option<NaiveDate>,
    /// What happened, by its kind.
    #[schema(value_type = Said)]
    pub said: Value,
    /// To which cultivations.
    #[validate(nested, length(min = 1, max = 500))]
    #[schema(min_items = 1, max_items = 500)]
    pub lines: Vec<GroupedLine>,
    /// Who did it, a role of GeoNature; who enters it by default.
    pub id_actor: Option<i32>,
    /// Who did it, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// Events that were entered together.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventOperation {
    /// What they share.
    pub operation: Uuid,
    /// The events, in the order of their cultivations.
    pub events: Vec<CultivationEvent>,
}

/// The columns of an event to write.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = t_cultivation_events)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct EventColumns {
    pub uuid: Uuid,
    pub uuid_operation: Uuid,
    pub id_cultivation: i32,
    pub kind: EventKind,
    pub event_date: NaiveDate,
    pub plants: i32,
    pub said: Value,
    pub death_cause: Option<DeathCause>,
    pub outcome: Option<CultivationOutcome>,
    pub id_place: Option<i32>,
    pub id_other_cultivation: Option<i32>,
    pub id_death: Option<i32>,
    pub id_actor: Option<i32>,
    pub actor_text: Option<String>,
    pub remarks: Option<String>,
    pub id_reversed: Option<i32>,
    pub reason: Option<String>,
    pub id_digitiser: i32,
    #[diesel(embed)]
    pub exit: ExitColumns,
}
