//! What an exit is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::cultivation_events::said::ExitKind;
use crate::http::query::comma_separated;
use crate::http::relative::{RecordRef, Relative};
use crate::permits::model::{PermitKind, PermitRef};
use crate::receptions::model::PartnerRef;
use crate::schema::{v_exit_follow_ups, v_exits};
use crate::sowings::model::TaxonRef;

/// A row of the list of exits.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_exits, check_for_backend(diesel::pg::Pg))]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct ExitRow {
    pub id: i32,
    pub uuid: Uuid,
    pub id_dataset: i32,
    pub id_cultivation: i32,
    cultivation_uuid: Uuid,
    cultivation_code: String,
    pub exit_kind: ExitKind,
    pub exit_date: NaiveDate,
    pub quantity: i32,
    id_exit_dataset: Option<i32>,
    exit_dataset_name: Option<String>,
    site: Option<String>,
    partner_uuid: Option<Uuid>,
    partner_name: Option<String>,
    permit_uuid: Option<Uuid>,
    permit_number: Option<String>,
    permit_kind: Option<PermitKind>,
    permit_waiver: Option<String>,
    cd_nom: Option<i32>,
    cited_name: Option<String>,
    pub(super) taxon_name: Option<String>,
    vernacular_name: Option<String>,
    id_actor: Option<i32>,
    actor_name: Option<String>,
    actor_text: Option<String>,
    remarks: Option<String>,
    pub is_reversed: bool,
    follow_ups: i32,
    last_follow_up_date: Option<NaiveDate>,
    last_alive: Option<i32>,
    dead: Option<i32>,
    id_entered_by: i32,
    pub(super) meta_create_date: DateTime<Utc>,
}

/// An exit as a reader may see it: its row, whether its place is blurred, that place in GeoJSON,
/// and which of its partner and permit may be read.
pub type Found = (ExitRow, bool, Option<String>, (bool, bool));

/// Plants that left the bank.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Exit {
    /// Identifier, that of the event.
    pub uuid: Uuid,
    /// Cultivation they come from.
    pub cultivation: RecordRef,
    /// Why they leave.
    pub kind: ExitKind,
    /// Day.
    pub exit_date: NaiveDate,
    /// Plants.
    #[schema(example = 20)]
    pub quantity: i32,
    /// Main taxon.
    pub taxon: Option<TaxonRef>,
    /// Who receives them.
    pub partner: Option<Relative<PartnerRef>>,
    /// Site where they go.
    pub site: Option<String>,
    /// That site, a GeoJSON geometry in WGS 84 with 6 decimals.
    #[schema(value_type = Option<Object>)]
    pub geometry: Option<Box<RawValue>>,
    /// The taxon is sensitive and you may not read its place exactly: the geometry is a node of a grid of 0.1°.
    pub blurred: bool,
    /// Permit under which they leave.
    pub permit: Option<Relative<PermitRef>>,
    /// Why they leave without a permit that allows it.
    pub permit_waiver: Option<String>,
    /// Dataset: that of the cultivation, or its own.
    pub id_dataset: i32,
    /// Name of its own dataset.
    pub dataset_name: Option<String>,
    /// Role that did it.
    pub id_actor: Option<i32>,
    /// Who did it.
    pub actor: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// It was reversed: nothing left.
    pub reversed: bool,
    /// Plants are released in the wild: they may be followed.
    pub is_release: bool,
    /// Visits that stand.
    pub follow_ups: i32,
    /// Day of the last visit.
    pub last_follow_up_date: Option<NaiveDate>,
    /// Plants seen alive then.
    pub last_alive: Option<i32>,
    /// Plants found dead up to then.
    pub dead: Option<i32>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

impl From<Found> for Exit {
    fn from((row, blurred, geometry, (partner, permit)): Found) -> Self {
        let cited = row.permit_uuid.zip(row.permit_kind).zip(row.permit_number);
        let cited = cited.map(|((uuid, kind), number)| PermitRef { uuid, kind, number });
        let receives = row.partner_uuid.zip(row.partner_name);
        let receives = receives.map(|(uuid, name)| PartnerRef { uuid, name });
        Self {
            uuid: row.uuid,
            cultivation: RecordRef {
                uuid: row.cultivation_uuid,
                code: row.cultivation_code,
            },
            kind: row.exit_kind,
            exit_date: row.exit_date,
            quantity: row.quantity,
            taxon: row.cd_nom.map(|cd_nom| TaxonRef {
                cd_nom,
                name: row.taxon_name,
                cited_name: row.cited_name,
                vernacular_name: row.vernacular_name,
            }),
            partner: Relative::new(receives, partner),
            site: row.site.filter(|_| !blurred),
            geometry: geometry.and_then(|text| RawValue::from_string(text).ok()),
            blurred,
            permit: Relative::new(cited, permit),
            permit_waiver: row.permit_waiver,
            id_dataset: row.id_exit_dataset.unwrap_or(row.id_dataset),
            dataset_name: row.exit_dataset_name,
            id_actor: row.id_actor,
            actor: row.actor_name.or(row.actor_text),
            remarks: row.remarks,
            reversed: row.is_reversed,
            is_release: row.exit_kind.is_release(),
            follow_ups: row.follow_ups,
            last_follow_up_date: row.last_follow_up_date,
            last_alive: row.last_alive,
            dead: row.dead,
            id_digitiser: row.id_entered_by,
            meta_create_date: row.meta_create_date,
        }
    }
}

/// What a list of exits may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ExitFilters {
    /// Start of the code of the cultivation, or words of the name of the taxon without accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<ExitKind>>,
    /// Taxon, its descendants included.
    pub cd_nom: Option<i32>,
    /// Cultivation.
    pub cultivation: Option<Uuid>,
    /// Partner.
    pub partner: Option<Uuid>,
    /// Permit.
    pub permit: Option<Uuid>,
    /// Dataset of the cultivation.
    pub id_dataset: Option<i32>,
    /// In this year or later.
    #[validate(range(min = 1, max = 9999))]
    #[param(minimum = 1, maximum = 9999)]
    pub year_min: Option<i32>,
    /// In this year or before.
    #[validate(range(min = 1, max = 9999))]
    #[param(minimum = 1, maximum = 9999)]
    pub year_max: Option<i32>,
    /// Rectangle of WGS 84 that it touches, by two opposite corners: `lon,lat,lon,lat`.
    #[serde(deserialize_with = "comma_separated")]
    #[validate(length(equal = 4))]
    #[param(explode = false, min_items = 4, max_items = 4, example = "5.9,44.4,6.7,45.0")]
    pub bbox: Option<Vec<f64>>,
    /// Reversed ones too (false by default).
    pub reversed: Option<bool>,
    /// `json` (by default) or `geojson`, also asked by `Accept: application/geo+json`.
    #[param(pattern = "^(json|geojson)$")]
    pub format: Option<String>,
    /// Column: date, quantity, taxon or created; after a minus, the greatest first (-date by default).
    #[param(pattern = "^(-?(date|quantity|taxon|created))?$")]
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

/// A visit to released plants.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_exit_follow_ups, check_for_backend(diesel::pg::Pg))]
pub struct FollowUp {
    #[serde(skip)]
    pub(super) id: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Day.
    pub follow_up_date: NaiveDate,
    /// Plants seen alive.
    #[schema(example = 15)]
    pub alive: i32,
    /// Plants found dead since the visit before.
    #[schema(example = 2)]
    pub dead: i32,
    /// Plants looked for and not seen, which may be dormant.
    #[schema(example = 3)]
    pub not_seen: i32,
    /// Plants in flower among those alive; null when not looked at.
    pub flowering: Option<i32>,
    /// Role that observed.
    pub id_observer: Option<i32>,
    /// Name of that role.
    pub observer_name: Option<String>,
    /// Who observed, when not a user.
    pub observer_text: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Visit that this one reverses.
    #[diesel(column_name = reverses_uuid)]
    pub reverses: Option<Uuid>,
    /// Visit that reverses this one.
    #[diesel(column_name = reversed_by_uuid)]
    pub reversed_by: Option<Uuid>,
    /// Why it is reversed.
    pub reason: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

/// A visit to enter.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"follow_up_date": "2026-09-15", "alive": 15, "dead": 2, "not_seen": 3, "flowering": 4}))]
pub struct NewFollowUp {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Day, today by default.
    pub follow_up_date: Option<NaiveDate>,
    /// Plants seen alive.
    #[serde(default)]
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub alive: i32,
    /// Plants found dead since the visit before.
    #[serde(default)]
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub dead: i32,
    /// Plants looked for and not seen.
    #[serde(default)]
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub not_seen: i32,
    /// Plants in flower among those alive.
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub flowering: Option<i32>,
    /// Role that observed; who enters it by default.
    pub id_observer: Option<i32>,
    /// Who observed, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub observer_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}
