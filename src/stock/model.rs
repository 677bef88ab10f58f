//! What a movement is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::openapi::Schema;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::http::decimal;
use crate::http::query::comma_separated;
use crate::http::relative::RecordRef;
use crate::openapi;
use crate::schema::{t_stock_movements, v_stock_ledger, v_stock_movements};

text_enum! {
    /// Kind of movement.
    pub enum MovementKind {
        InitialEntry = "initial_entry",
        CultureEntry = "culture_entry",
        ExternalEntry = "external_entry",
        Return = "return",
        Sowing = "sowing",
        GerminationTest = "germination_test",
        ViabilityTest = "viability_test",
        Cultivation = "cultivation",
        Carpotheque = "carpotheque",
        Gift = "gift",
        Exchange = "exchange",
        Reintroduction = "reintroduction",
        SafetyDuplicate = "safety_duplicate",
        Transfer = "transfer",
        LotSplit = "lot_split",
        LotMerge = "lot_merge",
        InventoryCorrection = "inventory_correction",
        Loss = "loss",
        Destruction = "destruction",
        Other = "other",
        Reversal = "reversal",
    }
}

impl MovementKind {
    /// Seeds come in.
    #[must_use]
    pub fn is_entry(self) -> bool {
        matches!(
            self,
            Self::InitialEntry | Self::CultureEntry | Self::ExternalEntry | Self::Return
        )
    }

    /// Seeds leave the bank for a garden, a colleague or the wild.
    #[must_use]
    pub const fn leaves(self) -> bool {
        matches!(self, Self::Gift | Self::Exchange | Self::Reintroduction)
    }

    pub(super) fn by_hand() -> Schema {
        let kinds = Self::ALL.iter().filter(|kind| kind.is_by_hand());
        openapi::texts(
            "Kind: an entry adds seeds, the others take them.",
            kinds.map(|kind| kind.as_str()),
        )
    }

    /// Kinds one may write by hand; the others come with a sowing, a test, a transfer or a stock-take.
    #[must_use]
    pub fn is_by_hand(self) -> bool {
        self.is_entry()
            || matches!(
                self,
                Self::Carpotheque
                    | Self::Gift
                    | Self::Exchange
                    | Self::Reintroduction
                    | Self::SafetyDuplicate
                    | Self::Loss
                    | Self::Destruction
                    | Self::Other
            )
    }
}

text_enum! {
    /// How a number is known, from the surest to the least sure.
    pub enum Basis {
        Counted = "counted",
        Weighed = "weighed",
        Estimated = "estimated",
        Unknown = "unknown",
    }
}

impl Basis {
    pub(super) fn known() -> Schema {
        let known = Self::ALL.iter().filter(|basis| **basis != Self::Unknown);
        openapi::texts("How they were counted.", known.map(|basis| basis.as_str()))
    }
}

/// A place, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlaceRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "CONG1-E2-B07")]
    pub code: String,
    /// Name.
    pub label: String,
}

/// A row of the list of movements.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_stock_movements, check_for_backend(diesel::pg::Pg))]
pub struct MovementRow {
    pub(super) id: i32,
    pub(super) uuid: Uuid,
    pub(super) uuid_operation: Uuid,
    pub(super) lot_uuid: Uuid,
    pub(super) lot_code: String,
    pub(super) place_uuid: Uuid,
    pub(super) place_code: String,
    pub(super) place_label: String,
    pub(super) kind: MovementKind,
    pub(super) seeds: Option<i32>,
    pub(super) mass_g: Option<BigDecimal>,
    pub(super) basis: Basis,
    pub(super) observed_seeds: Option<i32>,
    pub(super) is_total: bool,
    pub(super) effective_date: NaiveDate,
    pub(super) id_actor: Option<i32>,
    pub(super) actor_name: Option<String>,
    pub(super) actor_text: Option<String>,
    pub(super) partner_uuid: Option<Uuid>,
    pub(super) partner_name: Option<String>,
    pub(super) cause_type: Option<String>,
    pub(super) cause_uuid: Option<Uuid>,
    pub(super) reverses_uuid: Option<Uuid>,
    pub(super) reversed_by_uuid: Option<Uuid>,
    pub(super) reason: Option<String>,
    pub(super) reserve_override_reason: Option<String>,
    pub(super) id_entered_by: i32,
    pub(super) meta_create_date: DateTime<Utc>,
}

/// A leg of the ledger.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Movement {
    /// Identifier.
    pub uuid: Uuid,
    /// Legs of one act share it; the act is reversed whole.
    pub operation: Uuid,
    /// Lot.
    pub lot: RecordRef,
    /// Place.
    pub place: PlaceRef,
    /// Kind.
    pub kind: MovementKind,
    /// Seeds, positive in, negative out; null when unknown.
    #[schema(example = -60)]
    pub seeds: Option<i32>,
    /// Mass in grams, signed, informative.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub mass_g: Option<BigDecimal>,
    /// How the number is known.
    pub basis: Basis,
    /// Stock-take: what was found.
    pub observed_seeds: Option<i32>,
    /// It took all there was.
    pub is_total: bool,
    /// Day.
    pub effective_date: NaiveDate,
    /// Role that moved the seeds.
    pub id_actor: Option<i32>,
    /// Who moved the seeds.
    pub actor: Option<String>,
    /// Partner who gave or received.
    pub partner: Option<PartnerRef>,
    /// Record the movement is part of, and is reversed through.
    pub cause: Option<Cause>,
    /// Leg that this one reverses.
    pub reverses: Option<Uuid>,
    /// Leg that reverses this one.
    pub reversed_by: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
    /// Why the archive reserve was broken into.
    pub reserve_override_reason: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

/// A partner, in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartnerRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Name.
    pub name: Option<String>,
}

/// The record that a movement is part of.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Cause {
    /// sowing, seed_test, cultivation or exit.
    #[schema(example = "sowing")]
    pub kind: String,
    /// Identifier.
    pub uuid: Uuid,
}

impl From<MovementRow> for Movement {
    fn from(row: MovementRow) -> Self {
        Self {
            uuid: row.uuid,
            operation: row.uuid_operation,
            lot: RecordRef {
                uuid: row.lot_uuid,
                code: row.lot_code,
            },
            place: PlaceRef {
                uuid: row.place_uuid,
                code: row.place_code,
                label: row.place_label,
            },
            kind: row.kind,
            seeds: row.seeds,
            mass_g: row.mass_g,
            basis: row.basis,
            observed_seeds: row.observed_seeds,
            is_total: row.is_total,
            effective_date: row.effective_date,
            id_actor: row.id_actor,
            actor: row.actor_name.or(row.actor_text),
            partner: row.partner_uuid.map(|uuid| PartnerRef {
                uuid,
                name: row.partner_name,
            }),
            cause: row
                .cause_type
                .zip(row.cause_uuid)
                .map(|(kind, uuid)| Cause { kind, uuid }),
            reverses: row.reverses_uuid,
            reversed_by: row.reversed_by_uuid,
            reason: row.reason,
            reserve_override_reason: row.reserve_override_reason,
            id_digitiser: row.id_entered_by,
            meta_create_date: row.meta_create_date,
        }
    }
}

/// What was in the place after a leg that counts.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_stock_ledger, check_for_backend(diesel::pg::Pg))]
pub struct Running {
    #[serde(skip)]
    pub(super) id_stock_movement: i32,
    /// Sum of the known seeds up to it.
    #[serde(rename = "seeds")]
    pub running_seeds: i64,
    /// That sum is the balance: nothing of unknown size since the last stock-take.
    pub is_known: bool,
    /// The least sure basis since the last stock-take.
    #[serde(rename = "basis")]
    pub basis_after: Basis,
}

/// A line of the ledger of a lot.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerLine {
    /// The leg.
    #[serde(flatten)]
    pub movement: Movement,
    /// What was in the place after it; null for a reversal and for what it reverses.
    pub after: Option<Running>,
}

/// A movement to write.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lot": "00000000-0000-4000-8000-000000000000", "place": "00000000-0000-4000-8000-000000000000", "kind": "gift", "seeds": 20, "basis": "counted"}))]
pub struct NewMovement {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Lot.
    pub lot: Uuid,
    /// Place.
    pub place: Uuid,
    /// Kind: an entry, carpotheque, gift, exchange, reintroduction, safety_duplicate, loss, destruction or other.
    #[schema(schema_with = MovementKind::by_hand)]
    pub kind: MovementKind,
    /// How many seeds, as a positive number (an entry adds them, the others take them); null when unknown.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(example = 20)]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: Basis,
    /// Mass in grams, as a positive number, informative.
    #[serde(default, with = "decimal::option")]
    #[validate(custom(function = "super::rules::mass"))]
    #[schema(value_type = Option<f64>, minimum = 0.00001, maximum = 1_000_000)]
    pub mass_g: Option<BigDecimal>,
    /// Take all there is: leave seeds and basis to what the balance says.
    #[serde(default)]
    pub takes_all: bool,
    /// Day, today by default.
    pub effective_date: Option<NaiveDate>,
    /// Role that moves the seeds.
    pub id_actor: Option<i32>,
    /// Who moves the seeds, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<String>,
    /// Partner who gives or receives.
    pub partner: Option<Uuid>,
    /// Why.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub reason: Option<String>,
    /// True to take more than an estimated balance says.
    #[serde(default)]
    pub confirm_overdraw: bool,
    /// Why the archive reserve is broken into; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reserve_override_reason: Option<String>,
    /// Permit under which seeds leave: a derogation, for a gift, an exchange or a reintroduction of a protected taxon.
    pub permit: Option<Uuid>,
    /// Why they leave without a permit that allows it; needs the right V.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub permit_waiver: Option<String>,
}

/// A transfer of one lot between two places.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lot": "00000000-0000-4000-8000-000000000000", "from": "00000000-0000-4000-8000-000000000000", "to": "00000000-0000-4000-8000-000000000001", "seeds": 20}))]
pub struct NewTransfer {
    /// Lot.
    pub lot: Uuid,
    /// Place the seeds leave.
    pub from: Uuid,
    /// Place the seeds go to.
    pub to: Uuid,
    /// How many seeds; null moves all there is.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub seeds: Option<i32>,
    /// Day, today by default.
    pub effective_date: Option<NaiveDate>,
    /// Why.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub reason: Option<String>,
}

/// What was found of a lot in a place.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lot": "00000000-0000-4000-8000-000000000000", "place": "00000000-0000-4000-8000-000000000000", "observed_seeds": 180, "basis": "counted"}))]
pub struct NewStockTake {
    /// Lot.
    pub lot: Uuid,
    /// Place.
    pub place: Uuid,
    /// Seeds found.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(example = 180)]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub observed_seeds: i32,
    /// How they were counted: counted, weighed or estimated.
    #[schema(schema_with = Basis::known)]
    pub basis: Basis,
    /// Day, today by default.
    pub effective_date: Option<NaiveDate>,
    /// Why.
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub reason: Option<String>,
}

/// Why something is undone.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Erreur de saisie"}))]
pub struct Reversal {
    /// Why.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(example = "Erreur de saisie")]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reason: String,
}

/// The legs that an act wrote.
#[derive(Debug, Serialize, ToSchema)]
pub struct Operation {
    /// Identifier of the act.
    pub operation: Uuid,
    /// Its legs.
    pub movements: Vec<Movement>,
}

/// A leg to insert, everything resolved.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = t_stock_movements)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct NewLeg {
    pub uuid: Uuid,
    pub uuid_operation: Uuid,
    pub id_seed_lot: i32,
    pub id_place: i32,
    pub kind: MovementKind,
    pub seeds: Option<i32>,
    pub mass_g: Option<BigDecimal>,
    pub basis: Basis,
    pub observed_seeds: Option<i32>,
    pub is_total: bool,
    pub effective_date: NaiveDate,
    pub id_actor: Option<i32>,
    pub actor_text: Option<String>,
    pub id_partner: Option<i32>,
    pub cause_type: Option<String>,
    pub cause_uuid: Option<Uuid>,
    pub id_reversed: Option<i32>,
    pub reason: Option<String>,
    pub reserve_override_reason: Option<String>,
    pub id_digitiser: i32,
    pub id_permit: Option<i32>,
    pub permit_waiver: Option<String>,
}

/// What a list of movements may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct MovementFilters {
    /// Lot.
    pub lot: Option<Uuid>,
    /// Place.
    pub place: Option<Uuid>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<MovementKind>>,
    /// Legs of one act.
    pub operation: Option<Uuid>,
    /// Record the movements are part of.
    pub cause: Option<Uuid>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Column: date; after a minus (the default), the last first.
    #[param(pattern = "^(-?(date))?$")]
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
