//! What a seed test is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::openapi::Schema;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::counts::model::ClassCount;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::http::relative::{RecordRef, Relative};
use crate::openapi;
use crate::replicates::model::NewReplicate;
use crate::schema::{t_seed_tests, v_seed_tests};
use crate::sowings::model::TaxonRef;
use crate::stock::model::PlaceRef;
use crate::treatment_steps::model::NewStep;

text_enum! {
    /// Kind of test.
    pub enum TestKind {
        Germination = "germination",
        Tetrazolium = "tetrazolium",
        Cut = "cut",
        XRay = "x_ray",
    }
}

text_enum! {
    /// Why the seeds are tested.
    pub enum TestPurpose {
        Initial = "initial",
        Monitoring = "monitoring",
        Dormancy = "dormancy",
        Practice = "practice",
    }
}

text_enum! {
    /// State of a test.
    pub enum TestState {
        Draft = "draft",
        Running = "running",
        Finished = "finished",
        Cancelled = "cancelled",
    }
}

impl TestState {
    pub(super) fn first_ones() -> Schema {
        let first = Self::ALL.iter().filter(|state| state.is_first());
        openapi::texts(
            "State to bring it to at once, draft by default; running debits the lot.",
            first.map(|state| state.as_str()),
        )
    }
}

text_enum! {
    /// What the seeds lie on or in.
    pub enum TestSupport {
        FilterPaper = "filter_paper",
        Agar = "agar",
        Sand = "sand",
        Soil = "soil",
        RolledPaper = "rolled_paper",
        Other = "other",
    }
}

/// Light and temperature from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// First day of the period; the first period starts at 0, the others later and later.
    #[validate(range(min = 0, max = 36_500))]
    #[schema(minimum = 0, maximum = 36_500)]
    pub from_day: i32,
    /// Temperature by day, °C.
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110, example = 20)]
    pub day_temperature: Option<f64>,
    /// Temperature by night, °C.
    #[validate(range(min = -200.0, max = 110.0))]
    #[schema(minimum = -200, maximum = 110, example = 10)]
    pub night_temperature: Option<f64>,
    /// Hours of light a day.
    #[validate(range(min = 0.0, max = 24.0))]
    #[schema(minimum = 0, maximum = 24, example = 12)]
    pub photoperiod_hours: Option<f64>,
    /// Light, in words.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub light: Option<String>,
}

/// A row of the list of tests.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_seed_tests, check_for_backend(diesel::pg::Pg))]
pub struct SeedTestRow {
    /// Internal key.
    pub id: i32,
    pub(crate) uuid: Uuid,
    pub(crate) code: String,
    pub(crate) version: i32,
    pub(crate) id_dataset: i32,
    pub(crate) id_digitiser: i32,
    pub(crate) people: Vec<i32>,
    pub(crate) id_material: i32,
    pub(crate) id_seed_lot: i32,
    pub(crate) id_source_place: Option<i32>,
    pub(crate) id_parent_test: Option<i32>,
    pub(crate) kind: TestKind,
    pub(crate) purpose: TestPurpose,
    pub(crate) state: TestState,
    pub(crate) seeds: Option<i32>,
    /// First day.
    pub date_start: Option<NaiveDate>,
    pub(crate) date_end: Option<NaiveDate>,
    pub(crate) support: Option<TestSupport>,
    pub(crate) next_count_due: Option<NaiveDate>,
    pub(crate) meta_create_date: DateTime<Utc>,
    pub(crate) meta_update_date: Option<DateTime<Utc>>,
    pub(crate) archived_at: Option<DateTime<Utc>>,
    pub(crate) material_uuid: Uuid,
    pub(crate) material_code: String,
    pub(crate) lot_uuid: Uuid,
    pub(crate) lot_code: String,
    pub(crate) parent_uuid: Option<Uuid>,
    pub(crate) parent_code: Option<String>,
    pub(crate) cd_nom: Option<i32>,
    pub(crate) cited_name: Option<String>,
    pub(crate) taxon_name: Option<String>,
    pub(crate) vernacular_name: Option<String>,
    pub(crate) place_uuid: Option<Uuid>,
    pub(crate) place_code: Option<String>,
    pub(crate) place_label: Option<String>,
    pub(crate) source_place_uuid: Option<Uuid>,
    pub(crate) source_place_code: Option<String>,
    pub(crate) source_place_label: Option<String>,
    pub(crate) replicates: i32,
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
    pub(crate) classes: Value,
}

/// The sums of the counts of a test.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TestTally {
    /// Counts that stand.
    pub visits: i32,
    /// Germinated in all; null when it was never counted, or when nothing germinates in such a test.
    pub emerged: Option<i32>,
    /// Seeds examined in all.
    pub dissected: i32,
    /// Seeds neither germinated nor examined.
    pub missing: Option<i32>,
    /// Seedlings dead since.
    pub dead: i32,
    /// Taken away.
    pub removed: i32,
    /// Pricked out.
    pub pricked_out: i32,
    /// Seedlings that no seed explains.
    pub surplus: i32,
    /// Alive after the last count; null when it was never counted.
    pub alive: Option<i32>,
    /// Seedlings and seeds of each class.
    pub classes: Vec<ClassCount>,
    /// First visit with germination.
    pub first_date: Option<NaiveDate>,
    /// Last visit.
    pub last_count_date: Option<NaiveDate>,
}

impl From<&SeedTestRow> for TestTally {
    fn from(row: &SeedTestRow) -> Self {
        let grows = row.visits > 0 && row.kind == TestKind::Germination;
        let classes = row.classes.as_object().into_iter().flatten();
        let classes = classes.filter_map(|(class, seeds)| {
            let class = serde_json::from_value(class.as_str().into()).ok()?;
            let seeds = i32::try_from(seeds.as_i64()?).ok()?;
            Some(ClassCount { class, seeds })
        });
        let mut classes: Vec<ClassCount> = classes.collect();
        classes.sort_unstable_by_key(|count| count.class);
        Self {
            visits: row.visits,
            emerged: grows.then_some(row.emerged),
            dissected: row.dissected,
            missing: row.seeds.map(|seeds| seeds - row.emerged - row.dissected),
            dead: row.dead,
            removed: row.removed,
            pricked_out: row.pricked_out,
            surplus: row.surplus,
            alive: grows.then_some(row.alive),
            classes,
            first_date: row.first_emergence_date,
            last_count_date: row.last_count_date,
        }
    }
}

/// A seed test in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeedTest {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "T2026_0001")]
    pub code: String,
    /// Version, the ETag.
    pub version: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// Kind.
    pub kind: TestKind,
    /// Why the seeds are tested.
    pub purpose: TestPurpose,
    /// State.
    pub state: TestState,
    /// Main taxon.
    pub taxon: Option<TaxonRef>,
    /// Material of the lot.
    pub material: Relative<RecordRef>,
    /// Lot tested.
    pub lot: Relative<RecordRef>,
    /// Place of the lot that the seeds are taken from; null when they are those that the parent left.
    pub source_place: Option<PlaceRef>,
    /// Test that this one follows.
    pub parent_test: Option<Relative<RecordRef>>,
    /// Seeds put to test; null when an import does not say.
    pub seeds: Option<i32>,
    /// First day.
    pub date_start: Option<NaiveDate>,
    /// Last day.
    pub date_end: Option<NaiveDate>,
    /// What the seeds lie on or in.
    pub support: Option<TestSupport>,
    /// Number of replicates.
    pub replicates: i32,
    /// The sums of its counts.
    pub tally: TestTally,
    /// Place where it stands.
    pub place: Option<PlaceRef>,
    /// Day of the next count.
    pub next_count_due: Option<NaiveDate>,
    /// People, roles of GeoNature.
    pub people: Vec<i32>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

/// Which relatives of a test may be read: material, lot, parent.
pub type Readable = (bool, bool, bool);

impl From<(SeedTestRow, Readable)> for SeedTest {
    fn from((row, (material, lot, parent)): (SeedTestRow, Readable)) -> Self {
        let tally = TestTally::from(&row);
        let record = |uuid, code| RecordRef { uuid, code };
        let place = |uuid: Option<Uuid>, code: Option<String>, label: Option<String>| {
            uuid.zip(code)
                .zip(label)
                .map(|((uuid, code), label)| PlaceRef { uuid, code, label })
        };
        let parent_test = row.parent_uuid.zip(row.parent_code);
        Self {
            uuid: row.uuid,
            code: row.code,
            version: row.version,
            id_dataset: row.id_dataset,
            kind: row.kind,
            purpose: row.purpose,
            state: row.state,
            taxon: row.cd_nom.map(|cd_nom| TaxonRef {
                cd_nom,
                name: row.taxon_name,
                cited_name: row.cited_name,
                vernacular_name: row.vernacular_name,
            }),
            material: Relative::of(record(row.material_uuid, row.material_code), material),
            lot: Relative::of(record(row.lot_uuid, row.lot_code), lot),
            source_place: place(
                row.source_place_uuid,
                row.source_place_code,
                row.source_place_label,
            ),
            parent_test: Relative::new(parent_test.map(|(uuid, code)| record(uuid, code)), parent),
            seeds: row.seeds,
            date_start: row.date_start,
            date_end: row.date_end,
            support: row.support,
            replicates: row.replicates,
            tally,
            place: place(row.place_uuid, row.place_code, row.place_label),
            next_count_due: row.next_count_due,
            people: row.people,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            archived_at: row.archived_at,
        }
    }
}

/// How a test is done, as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = t_seed_tests, check_for_backend(diesel::pg::Pg))]
pub struct HowRow {
    pub(super) substrate_note: Option<String>,
    pub(super) regimes: Option<Value>,
    pub(super) people_text: Option<String>,
    pub(super) conclusion: Option<String>,
    pub(super) state_reason: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) additional_data: Option<Value>,
    pub(super) typed_results: Option<Value>,
}

/// A seed test in full.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeedTestRecord {
    /// What a list shows of it.
    #[serde(flatten)]
    pub test: SeedTest,
    /// States it may go to.
    pub next_states: Vec<TestState>,
    /// Note on the substrate.
    pub substrate_note: Option<String>,
    /// Light and temperature, period after period.
    #[schema(value_type = Option<Vec<Regime>>)]
    pub regimes: Option<Value>,
    /// People who are not users.
    pub people_text: Option<String>,
    /// Conclusion in words.
    pub conclusion: Option<String>,
    /// Why it was cancelled or re-opened.
    pub state_reason: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Results typed elsewhere, of an imported test.
    #[schema(value_type = Option<Object>)]
    pub typed_results: Option<Value>,
}

/// A new seed test.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "lot": "00000000-0000-4000-8000-000000000000", "source_place": "00000000-0000-4000-8000-000000000000",
    "kind": "germination", "purpose": "initial", "seeds": 100, "replicate_count": 4, "support": "filter_paper",
    "regimes": [{"from_day": 0, "day_temperature": 20, "night_temperature": 10, "photoperiod_hours": 12}]
}))]
pub struct NewSeedTest {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code, such as T2026_0001; the service makes one otherwise.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    #[schema(pattern = "^T[0-9]{4}_[0-9]{4,}$", max_length = 20)]
    pub code: Option<String>,
    /// Dataset, that of the lot by default.
    pub id_dataset: Option<i32>,
    /// Lot tested.
    pub lot: Uuid,
    /// Place of the lot that the seeds are taken from; absent for those that `parent_test` left.
    pub source_place: Option<Uuid>,
    /// Test that this one follows: its second chance, when no place of the lot is given.
    pub parent_test: Option<Uuid>,
    /// Kind.
    pub kind: TestKind,
    /// Why the seeds are tested, monitoring by default.
    pub purpose: Option<TestPurpose>,
    /// State to bring it to at once: draft (by default) or running, which debits the lot.
    #[schema(schema_with = TestState::first_ones)]
    pub state: Option<TestState>,
    /// Seeds put to test.
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub seeds: i32,
    /// First day; today when it runs at once.
    pub date_start: Option<NaiveDate>,
    /// Replicates, or else `replicate_count`.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub replicates: Vec<NewReplicate>,
    /// How many replicates to make, 1 by default.
    #[validate(range(min = 1, max = 200))]
    #[schema(minimum = 1, maximum = 200)]
    pub replicate_count: Option<u16>,
    /// Treatment steps, in order.
    #[serde(default)]
    #[validate(nested, length(max = 50))]
    #[schema(max_items = 50)]
    pub treatment_steps: Vec<NewStep>,
    /// What the seeds lie on or in.
    pub support: Option<TestSupport>,
    /// Note on the substrate.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub substrate_note: Option<String>,
    /// Light and temperature, period after period.
    #[validate(nested, length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub regimes: Option<Vec<Regime>>,
    /// Place where it stands.
    pub place: Option<Uuid>,
    /// Day of the next count.
    pub next_count_due: Option<NaiveDate>,
    /// People, roles of GeoNature.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub people: Vec<i32>,
    /// People who are not users.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub people_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
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
}

/// Changes to a test: what is absent stays, null empties. Its seeds change in a draft only.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"next_count_due": "2026-12-01", "conclusion": "Bonne faculté germinative.", "remarks": null}))]
pub struct SeedTestChanges {
    /// Dataset.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Why the seeds are tested.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub purpose: Option<TestPurpose>,
    /// Seeds put to test, in a draft.
    #[serde(deserialize_with = "not_null")]
    #[validate(range(min = 1, max = 1_000_000_000))]
    #[schema(nullable = false, minimum = 1, maximum = 1_000_000_000)]
    pub seeds: Option<i32>,
    /// First day.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub date_start: Option<Option<NaiveDate>>,
    /// What the seeds lie on or in.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<TestSupport>)]
    pub support: Option<Option<TestSupport>>,
    /// Note on the substrate.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub substrate_note: Option<Option<String>>,
    /// Light and temperature, period after period: the whole list.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(nested, length(min = 1, max = 50))]
    #[schema(value_type = Option<Vec<Regime>>, min_items = 1, max_items = 50)]
    pub regimes: Option<Option<Vec<Regime>>>,
    /// Place where it stands.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    pub place: Option<Option<Uuid>>,
    /// Day of the next count.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<NaiveDate>)]
    pub next_count_due: Option<Option<NaiveDate>>,
    /// People who are not users.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub people_text: Option<Option<String>>,
    /// Conclusion in words.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub conclusion: Option<Option<String>>,
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
    /// People, roles of GeoNature: the whole list.
    #[serde(deserialize_with = "not_null")]
    #[validate(length(max = 50))]
    #[schema(nullable = false, max_items = 50)]
    pub people: Option<Vec<i32>>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// A change of state of a test.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "running"}))]
pub struct TestTransition {
    /// State to go to.
    pub to: TestState,
    /// First day (`running`, of a draft), or last day (`finished`); today by default.
    pub date: Option<NaiveDate>,
    /// Why: needed to re-open, and to cancel what was running.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
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
}

/// What a list of tests may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SeedTestFilters {
    /// Start of the code, or words of the name of the taxon without accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<TestKind>>,
    /// Purposes, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub purpose: Option<Vec<TestPurpose>>,
    /// States, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub state: Option<Vec<TestState>>,
    /// Taxon, its descendants included.
    pub cd_nom: Option<i32>,
    /// Lot.
    pub lot: Option<Uuid>,
    /// Material of the lot.
    pub material: Option<Uuid>,
    /// Test that they follow.
    pub parent_test: Option<Uuid>,
    /// Place where it stands.
    pub place: Option<Uuid>,
    /// Dataset.
    pub id_dataset: Option<i32>,
    /// One of its people.
    pub person: Option<i32>,
    /// Begun since.
    pub from: Option<NaiveDate>,
    /// Begun until.
    pub to: Option<NaiveDate>,
    /// A count is due by this day.
    pub due_by: Option<NaiveDate>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default), date_start, next_count_due, taxon or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|date_start|next_count_due|taxon|created))?$")]
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

/// The columns of a test to write, everything resolved. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_seed_tests)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct SeedTestColumns {
    pub uuid: Option<Uuid>,
    pub code: Option<String>,
    pub id_dataset: Option<i32>,
    pub id_seed_lot: Option<i32>,
    pub id_source_place: Option<i32>,
    pub id_parent_test: Option<i32>,
    pub kind: Option<TestKind>,
    pub purpose: Option<TestPurpose>,
    pub seeds: Option<i32>,
    pub date_start: Option<Option<NaiveDate>>,
    pub id_place: Option<Option<i32>>,
    pub support: Option<Option<TestSupport>>,
    pub substrate_note: Option<Option<String>>,
    pub regimes: Option<Option<Value>>,
    pub next_count_due: Option<Option<NaiveDate>>,
    pub people_text: Option<Option<String>>,
    pub conclusion: Option<Option<String>>,
    pub remarks: Option<Option<String>>,
    pub additional_data: Option<Option<Value>>,
    pub archived_at: Option<Option<DateTime<Utc>>>,
    pub id_digitiser: Option<i32>,
}
