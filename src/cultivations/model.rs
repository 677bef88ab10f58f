//! What a cultivation is made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::cultivation_events::rules::Source;
use crate::cultivation_events::said::{CultivationOutcome, Said};
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::http::relative::{RecordRef, Relative};
use crate::receptions::model::Provenance;
use crate::replicates::Owner;
use crate::schema::{t_cultivations, v_cultivations};
use crate::sowings::model::{Objective, TaxonRef};
use crate::stock::model::PlaceRef;

text_enum! {
    /// How a cultivation comes from another.
    pub enum Parentage {
        Division = "division",
        Cutting = "cutting",
        SelfSown = "self_sown",
    }
}

text_enum! {
    /// What keeps a cultivation from hybridising.
    pub enum Isolation {
        None = "none",
        Distance = "distance",
        Cage = "cage",
        Bagging = "bagging",
        HandPollination = "hand_pollination",
        RelativesRemoved = "relatives_removed",
    }
}

text_enum! {
    /// State of a cultivation: that of its last closing or re-opening.
    pub enum CultivationState {
        Open = "open",
        Closed = "closed",
    }
}

/// A row of the list of cultivations.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_cultivations, check_for_backend(diesel::pg::Pg))]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct CultivationRow {
    pub id: i32,
    pub uuid: Uuid,
    pub code: String,
    pub version: i32,
    pub id_dataset: i32,
    pub id_material: i32,
    pub id_sowing: Option<i32>,
    pub id_seed_test: Option<i32>,
    pub id_parent_cultivation: Option<i32>,
    pub parentage: Option<Parentage>,
    pub generation: i16,
    pub(super) provenance: Provenance,
    pub(super) objective: Option<Objective>,
    pub(super) programme: Option<String>,
    pub(super) ipen: Option<String>,
    pub(super) mother_line: Option<String>,
    pub isolation: Option<Isolation>,
    pub(super) id_responsible: Option<i32>,
    pub(super) responsible_name: Option<String>,
    pub(super) responsible_text: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) additional_data: Option<Value>,
    pub(super) id_digitiser: i32,
    pub(super) meta_create_date: DateTime<Utc>,
    pub(super) meta_update_date: Option<DateTime<Utc>>,
    pub archived_at: Option<DateTime<Utc>>,
    #[diesel(embed)]
    pub(super) kin: KinColumns,
    #[diesel(embed)]
    pub(super) tally: Tally,
    pub(super) date_start: Option<NaiveDate>,
    pub(super) last_event_date: Option<NaiveDate>,
    pub(super) outcome: Option<CultivationOutcome>,
    pub(super) date_end: Option<NaiveDate>,
    pub(super) state: CultivationState,
}

/// Its relatives, taxon and place.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_cultivations, check_for_backend(diesel::pg::Pg))]
pub struct KinColumns {
    material_uuid: Uuid,
    material_code: String,
    sowing_uuid: Option<Uuid>,
    sowing_code: Option<String>,
    test_uuid: Option<Uuid>,
    test_code: Option<String>,
    parent_uuid: Option<Uuid>,
    parent_code: Option<String>,
    cd_nom: Option<i32>,
    cited_name: Option<String>,
    pub(super) taxon_name: Option<String>,
    vernacular_name: Option<String>,
    place_uuid: Option<Uuid>,
    place_code: Option<String>,
    place_label: Option<String>,
}

/// Where the plants of a cultivation are. `alive` is `entered + propagated + received − given − dead − removed − sampled − exited`.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_cultivations, check_for_backend(diesel::pg::Pg))]
#[schema(as = CultivationTally)]
pub struct Tally {
    /// Events that stand.
    pub events: i32,
    /// Plants that came from its source.
    pub entered: i32,
    /// Plants made by cuttings or sown by themselves.
    pub propagated: i32,
    /// Plants from other cultivations.
    pub received: i32,
    /// Plants to other cultivations.
    pub given: i32,
    /// Plants dead, less those found again.
    pub dead: i32,
    /// Plants thinned out.
    pub removed: i32,
    /// Plants taken whole as samples.
    pub sampled: i32,
    /// Plants that left the bank: released, given, sold, destroyed.
    pub exited: i32,
    /// Plants there are.
    #[schema(example = 45)]
    pub alive: i32,
}

impl CultivationRow {
    /// What it comes from.
    #[must_use]
    pub const fn source(&self) -> Source {
        match (self.parentage, self.id_sowing, self.id_seed_test) {
            (Some(parentage), ..) => Source::Parent(parentage),
            (None, None, None) => Source::Material,
            _ => Source::Seedlings,
        }
    }

    /// The sowing or the test whose seedlings it grows.
    #[must_use]
    pub const fn seedlings_of(&self) -> Option<Owner> {
        match (self.id_sowing, self.id_seed_test) {
            (Some(id), _) => Some(Owner::Sowing(id)),
            (_, Some(id)) => Some(Owner::SeedTest(id)),
            _ => None,
        }
    }
}

/// A cultivation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Cultivation {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "C2026_0001")]
    pub code: String,
    /// Version, the ETag.
    pub version: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// State.
    pub state: CultivationState,
    /// How it ended.
    pub outcome: Option<CultivationOutcome>,
    /// Main taxon.
    pub taxon: Option<TaxonRef>,
    /// Material.
    pub material: Relative<RecordRef>,
    /// Source: a sowing.
    pub sowing: Option<Relative<RecordRef>>,
    /// Source: a germination test.
    pub seed_test: Option<Relative<RecordRef>>,
    /// Source: another cultivation.
    pub parent: Option<Relative<RecordRef>>,
    /// How it comes from it.
    pub parentage: Option<Parentage>,
    /// Generations in culture since the wild.
    #[schema(example = 0)]
    pub generation: i16,
    /// Where its material comes from.
    pub provenance: Provenance,
    /// Day of the first event.
    pub date_start: Option<NaiveDate>,
    /// Day of the last event.
    pub last_event_date: Option<NaiveDate>,
    /// Day when it ended.
    pub date_end: Option<NaiveDate>,
    /// Where its plants are.
    pub tally: Tally,
    /// Nothing is alive in it any more: it may be closed.
    pub may_close: bool,
    /// Place where the plants are.
    pub place: Option<Relative<PlaceRef>>,
    /// Why it is grown.
    pub objective: Option<Objective>,
    /// Programme it is part of.
    pub programme: Option<String>,
    /// International plant exchange number.
    pub ipen: Option<String>,
    /// Mother plant or line it descends from.
    pub mother_line: Option<String>,
    /// What keeps it from hybridising.
    pub isolation: Option<Isolation>,
    /// Role that answers for it.
    pub id_responsible: Option<i32>,
    /// Name of that role.
    pub responsible_name: Option<String>,
    /// Who answers for it, when not a user.
    pub responsible_text: Option<String>,
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

/// Which relatives of a cultivation may be read: material, sowing, test, parent, place.
pub type Readable = (bool, bool, bool, bool, bool);

impl From<(CultivationRow, Readable)> for Cultivation {
    fn from((row, (material, sowing, test, parent, place)): (CultivationRow, Readable)) -> Self {
        let kin = row.kin;
        let record = |(uuid, code)| RecordRef { uuid, code };
        let maybe = |uuid: Option<Uuid>, code: Option<String>| uuid.zip(code).map(record);
        let at = kin.place_uuid.zip(kin.place_code).zip(kin.place_label);
        let at = at.map(|((uuid, code), label)| PlaceRef { uuid, code, label });
        Self {
            uuid: row.uuid,
            code: row.code,
            version: row.version,
            id_dataset: row.id_dataset,
            state: row.state,
            outcome: row.outcome,
            taxon: kin.cd_nom.map(|cd_nom| TaxonRef {
                cd_nom,
                name: kin.taxon_name,
                cited_name: kin.cited_name,
                vernacular_name: kin.vernacular_name,
            }),
            material: Relative::of(record((kin.material_uuid, kin.material_code)), material),
            sowing: Relative::new(maybe(kin.sowing_uuid, kin.sowing_code), sowing),
            seed_test: Relative::new(maybe(kin.test_uuid, kin.test_code), test),
            parent: Relative::new(maybe(kin.parent_uuid, kin.parent_code), parent),
            parentage: row.parentage,
            generation: row.generation,
            provenance: row.provenance,
            date_start: row.date_start,
            last_event_date: row.last_event_date,
            date_end: row.date_end,
            may_close: row.state == CultivationState::Open && row.tally.events > 0 && row.tally.alive == 0,
            tally: row.tally,
            place: Relative::new(at, place),
            objective: row.objective,
            programme: row.programme,
            ipen: row.ipen,
            mother_line: row.mother_line,
            isolation: row.isolation,
            id_responsible: row.id_responsible,
            responsible_name: row.responsible_name,
            responsible_text: row.responsible_text,
            remarks: row.remarks,
            additional_data: row.additional_data,
            id_digitiser: row.id_digitiser,
            meta_create_date: row.meta_create_date,
            meta_update_date: row.meta_update_date,
            archived_at: row.archived_at,
        }
    }
}

/// What a cultivation comes from: exactly one of them.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CultivationSource {
    /// A sowing, whose seedlings are pricked out.
    pub sowing: Option<Uuid>,
    /// A germination test, whose seedlings are.
    pub seed_test: Option<Uuid>,
    /// A material: plants, cuttings, bulbs.
    pub material: Option<Uuid>,
    /// Another cultivation, by division, cutting or self-sowing: the kind of the first event says which.
    pub cultivation: Option<Uuid>,
}

/// A new cultivation, with its first event.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": {"sowing": "00000000-0000-4000-8000-000000000000"}, "event_date": "2026-11-02",
    "first": {"kind": "pricking_out", "from": [{"replicate": "00000000-0000-4000-8000-000000000000", "quantity": 20}], "container": "Godet 7 cm"}
}))]
pub struct NewCultivation {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Code, such as C2026_0001; the service makes one otherwise.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 20, pattern = "^C[0-9]{4}_[0-9]{4,}$")]
    pub code: Option<String>,
    /// Dataset, that of the source by default.
    pub id_dataset: Option<i32>,
    /// What it comes from.
    #[validate(nested)]
    pub source: CultivationSource,
    /// Day of the first event, today by default.
    pub event_date: Option<NaiveDate>,
    /// The first event, which brings the plants in.
    #[schema(value_type = Said)]
    pub first: Value,
    /// Who did it, a role of GeoNature; who enters it by default.
    pub id_actor: Option<i32>,
    /// Who did it, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub actor_text: Option<String>,
    /// Why it is grown.
    pub objective: Option<Objective>,
    /// Programme it is part of.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub programme: Option<String>,
    /// International plant exchange number.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub ipen: Option<String>,
    /// Mother plant or line it descends from.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub mother_line: Option<String>,
    /// What keeps it from hybridising.
    pub isolation: Option<Isolation>,
    /// Role that answers for it.
    pub id_responsible: Option<i32>,
    /// Who answers for it, when not a user.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub responsible_text: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a cultivation: what is absent stays, null empties. Its source never changes; its plants do by events.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"objective": "reintroduction", "programme": "Éboulis 2027"}))]
pub struct CultivationChanges {
    /// Dataset.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub id_dataset: Option<i32>,
    /// Why it is grown.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Objective>)]
    pub objective: Option<Option<Objective>>,
    /// Programme it is part of.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub programme: Option<Option<String>>,
    /// International plant exchange number.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub ipen: Option<Option<String>>,
    /// Mother plant or line it descends from.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub mother_line: Option<Option<String>>,
    /// What keeps it from hybridising.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Isolation>)]
    pub isolation: Option<Option<Isolation>>,
    /// Role that answers for it.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    pub id_responsible: Option<Option<i32>>,
    /// Who answers for it, when not a user.
    #[serde(deserialize_with = "maybe_null")]
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub responsible_text: Option<Option<String>>,
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

/// What a list of cultivations may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct CultivationFilters {
    /// Start of the code, or words of the name of the taxon without accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// States, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub state: Option<Vec<CultivationState>>,
    /// Taxon, its descendants included.
    pub cd_nom: Option<i32>,
    /// Place, those that it holds included.
    pub place: Option<Uuid>,
    /// Material.
    pub material: Option<Uuid>,
    /// Sowing they come from.
    pub sowing: Option<Uuid>,
    /// Test they come from.
    pub seed_test: Option<Uuid>,
    /// Cultivation they come from.
    pub parent: Option<Uuid>,
    /// Dataset.
    pub id_dataset: Option<i32>,
    /// Generation.
    #[validate(range(min = 0, max = 1000))]
    #[param(minimum = 0, maximum = 1000)]
    pub generation: Option<i16>,
    /// Role that answers for them.
    pub responsible: Option<i32>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default), date_start, alive, taxon or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|date_start|alive|taxon|created))?$")]
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

/// The columns of a cultivation to write, everything resolved. In a change what is absent stays.
#[derive(Debug, Clone, Default, Insertable, AsChangeset)]
#[diesel(table_name = t_cultivations)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct CultivationColumns {
    pub uuid: Option<Uuid>,
    pub code: Option<String>,
    pub id_dataset: Option<i32>,
    pub id_material: Option<i32>,
    pub id_sowing: Option<i32>,
    pub id_seed_test: Option<i32>,
    pub id_parent_cultivation: Option<i32>,
    pub parentage: Option<Parentage>,
    pub objective: Option<Option<Objective>>,
    pub programme: Option<Option<String>>,
    pub ipen: Option<Option<String>>,
    pub mother_line: Option<Option<String>>,
    pub isolation: Option<Option<Isolation>>,
    pub id_responsible: Option<Option<i32>>,
    pub responsible_text: Option<Option<String>>,
    pub remarks: Option<Option<String>>,
    pub additional_data: Option<Option<Value>>,
    pub archived_at: Option<Option<DateTime<Utc>>>,
    pub id_digitiser: Option<i32>,
}
