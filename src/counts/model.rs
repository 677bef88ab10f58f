//! What a count is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::host::nomenclatures::Term;
use crate::schema::{t_counts, v_counts};

text_enum! {
    /// Why seedlings died.
    pub enum DeathCause {
        DampingOff = "damping_off",
        Frost = "frost",
        Drought = "drought",
        Heat = "heat",
        Pest = "pest",
        Disease = "disease",
        Theft = "theft",
        Disappeared = "disappeared",
        Error = "error",
        Unknown = "unknown",
    }
}

text_enum! {
    /// Why there is a seedling that no seed sown explains.
    pub enum SurplusCause {
        Polyembryony = "polyembryony",
        CountingError = "counting_error",
        Weed = "weed",
        SubstrateResidue = "substrate_residue",
    }
}

text_enum! {
    /// What a seed put to test, or its seedling, turned out to be.
    pub enum SeedClass {
        Normal = "normal",
        Abnormal = "abnormal",
        Hard = "hard",
        Fresh = "fresh",
        Dead = "dead",
        Empty = "empty",
        Embryoless = "embryoless",
        Infested = "infested",
        Stained = "stained",
        PartlyStained = "partly_stained",
        Unstained = "unstained",
        Full = "full",
        Immature = "immature",
    }
}

/// How many seeds, or seedlings, of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassCount {
    /// Class, among those of the kind of the test.
    pub class: SeedClass,
    /// How many.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(example = 40, minimum = 1, maximum = 1_000_000_000)]
    pub seeds: i32,
}

/// What a visit says: what is seen alive, or what changed since the visit before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Living seedlings in the replicate.
    Alive(i32),
    /// Increments.
    Changes {
        /// Newly emerged.
        emerged: i32,
        /// Newly dead.
        dead: i32,
        /// Taken away.
        removed: i32,
    },
}

/// A count as it is read.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_counts, check_for_backend(diesel::pg::Pg))]
pub struct CountRow {
    pub(super) uuid: Uuid,
    pub(super) uuid_operation: Uuid,
    pub(super) replicate_uuid: Uuid,
    pub(super) replicate_code: String,
    pub(super) count_date: NaiveDate,
    pub(super) previous_date: Option<NaiveDate>,
    pub(super) observed_alive: Option<i32>,
    pub(super) is_derived: bool,
    pub(super) emerged: Option<i32>,
    pub(super) dead: Option<i32>,
    pub(super) death_cause: Option<DeathCause>,
    pub(super) removed: Option<i32>,
    pub(super) pricked_out: Option<i32>,
    pub(super) dissected: Option<i32>,
    pub(super) surplus: Option<i32>,
    pub(super) surplus_cause: Option<SurplusCause>,
    pub(super) alive_after: Option<i32>,
    pub(super) id_nomenclature_stage: Option<i32>,
    pub(super) id_observer: Option<i32>,
    pub(super) observer_name: Option<String>,
    pub(super) observer_text: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) reverses_uuid: Option<Uuid>,
    pub(super) reversed_by_uuid: Option<Uuid>,
    pub(super) reason: Option<String>,
    pub(super) id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    #[diesel(select_expression = count_classes(v_counts::id))]
    pub(super) classes: Value,
}

diesel::define_sql_function! {
    /// The classes of a count, as a list of `{class, seeds}`.
    #[sql_name = "pr_exsitu.count_classes"]
    fn count_classes(of_count: diesel::sql_types::Integer) -> diesel::sql_types::Jsonb;
}

/// A count, as it was entered and what it means.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Count {
    /// Identifier.
    pub uuid: Uuid,
    /// Counts entered together share it; they are reversed together.
    pub operation: Uuid,
    /// Replicate.
    pub replicate: ReplicateRef,
    /// Day of the visit.
    pub count_date: NaiveDate,
    /// Visit before: what emerged did so between the two.
    pub previous_date: Option<NaiveDate>,
    /// Living seedlings that were seen.
    pub observed_alive: Option<i32>,
    /// The increments are deduced from what was seen alive.
    pub is_derived: bool,
    /// Newly emerged.
    pub emerged: Option<i32>,
    /// Newly dead.
    pub dead: Option<i32>,
    /// Why they died.
    pub death_cause: Option<DeathCause>,
    /// Taken away.
    pub removed: Option<i32>,
    /// Pricked out.
    pub pricked_out: Option<i32>,
    /// Seeds opened and examined.
    pub dissected: Option<i32>,
    /// Seedlings that no seed sown explains, outside the rate.
    pub surplus: Option<i32>,
    /// Why.
    pub surplus_cause: Option<SurplusCause>,
    /// Of a test: final classes of the seedlings and of the seeds examined.
    #[schema(value_type = Vec<ClassCount>)]
    pub classes: Value,
    /// Alive after the visit; null when the count is reversed or a reversal.
    pub alive_after: Option<i32>,
    /// Stage of the seedlings.
    pub stage: Option<Term>,
    /// Role that counted.
    pub id_observer: Option<i32>,
    /// Who counted.
    pub observer: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Count that this one reverses.
    pub reverses: Option<Uuid>,
    /// Count that reverses this one.
    pub reversed_by: Option<Uuid>,
    /// Why it was reversed.
    pub reason: Option<String>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

/// A replicate, in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReplicateRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "A")]
    pub code: String,
}

impl From<(CountRow, Option<Term>)> for Count {
    fn from((row, stage): (CountRow, Option<Term>)) -> Self {
        Self {
            uuid: row.uuid,
            operation: row.uuid_operation,
            replicate: ReplicateRef {
                uuid: row.replicate_uuid,
                code: row.replicate_code,
            },
            count_date: row.count_date,
            previous_date: row.previous_date,
            observed_alive: row.observed_alive,
            is_derived: row.is_derived,
            emerged: row.emerged,
            dead: row.dead,
            death_cause: row.death_cause,
            removed: row.removed,
            pricked_out: row.pricked_out,
            dissected: row.dissected,
            surplus: row.surplus,
            surplus_cause: row.surplus_cause,
            classes: row.classes,
            alive_after: row.alive_after,
            stage,
            id_observer: row.id_observer,
            observer: row.observer_name.or(row.observer_text),
            remarks: row.remarks,
            reverses: row.reverses_uuid,
            reversed_by: row.reversed_by_uuid,
            reason: row.reason,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
        }
    }
}

/// A visit to some replicates, entered together.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lines": [{"replicate": "00000000-0000-4000-8000-000000000000", "emerged": 5}]}))]
pub struct NewCounts {
    /// Day of the visit, today by default.
    pub count_date: Option<NaiveDate>,
    /// Role that counted, you by default.
    pub id_observer: Option<i32>,
    /// Who counted, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub observer_text: Option<String>,
    /// Next visit, written on the sowing or the test.
    pub next_count_due: Option<NaiveDate>,
    /// One line a replicate.
    #[validate(nested, length(min = 1, max = 200))]
    #[schema(min_items = 1, max_items = 200)]
    pub lines: Vec<NewLine>,
}

/// What a visit says of a replicate: `observed_alive`, or increments.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Replicate.
    pub replicate: Uuid,
    /// Living seedlings that are seen.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub observed_alive: Option<i32>,
    /// Newly emerged.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(example = 5)]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub emerged: Option<i32>,
    /// Newly dead.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub dead: Option<i32>,
    /// Why they died.
    pub death_cause: Option<DeathCause>,
    /// Taken away.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub removed: Option<i32>,
    /// Seeds opened and examined.
    #[validate(range(min = 0, max = 1_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub dissected: Option<i32>,
    /// Seedlings that no seed sown explains.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub surplus: Option<i32>,
    /// Why.
    pub surplus_cause: Option<SurplusCause>,
    /// Of a test: final classes. Those of the seeds examined sum to `dissected`; normal and abnormal
    /// seedlings emerged, at this visit or before.
    #[serde(default)]
    #[validate(nested, length(max = 13))]
    #[schema(max_items = 13)]
    pub classes: Vec<ClassCount>,
    /// Code of EXS_PHYSIOLOGICAL_STAGE.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub stage: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
}

/// The counts that a visit, or its reversal, wrote.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountOperation {
    /// Identifier of the visit.
    pub operation: Uuid,
    /// Its counts.
    pub counts: Vec<Count>,
}

/// A count to insert, everything resolved.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = t_counts)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct CountColumns {
    pub uuid: Uuid,
    pub uuid_operation: Uuid,
    pub id_replicate: i32,
    pub count_date: NaiveDate,
    pub observed_alive: Option<i32>,
    pub emerged: Option<i32>,
    pub dead: Option<i32>,
    pub death_cause: Option<DeathCause>,
    pub removed: Option<i32>,
    pub dissected: Option<i32>,
    pub surplus: Option<i32>,
    pub surplus_cause: Option<SurplusCause>,
    pub id_nomenclature_stage: Option<i32>,
    pub id_observer: Option<i32>,
    pub observer_text: Option<String>,
    pub remarks: Option<String>,
    pub id_reversed: Option<i32>,
    pub reason: Option<String>,
    pub id_digitiser: i32,
}

impl NewLine {
    /// What it says, when it says one thing.
    #[must_use]
    pub fn seen(&self) -> Option<Seen> {
        let changes = [self.emerged, self.dead, self.removed];
        let others = [self.dissected, self.surplus];
        match self.observed_alive {
            Some(alive) if changes.iter().all(Option::is_none) => Some(Seen::Alive(alive)),
            None if changes.iter().chain(&others).any(Option::is_some) => Some(Seen::Changes {
                emerged: self.emerged.unwrap_or_default(),
                dead: self.dead.unwrap_or_default(),
                removed: self.removed.unwrap_or_default(),
            }),
            _ => None,
        }
    }
}
