//! What a lineage is made of.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::db::json::Json;
use crate::sowings::model::TaxonRef;

text_enum! {
    /// Kind of record in a lineage.
    pub enum LineageKind {
        Harvest = "harvest",
        Reception = "reception",
        Material = "material",
        SeedLot = "seed_lot",
        SeedTest = "seed_test",
        Sowing = "sowing",
        Cultivation = "cultivation",
    }
}

text_enum! {
    /// How a record comes from another.
    pub enum LineageLink {
        Origin = "origin",
        Part = "part",
        Lot = "lot",
        Test = "test",
        SecondChance = "second_chance",
        Sowing = "sowing",
        Seedlings = "seedlings",
        Plants = "plants",
        Division = "division",
        Cutting = "cutting",
        SelfSown = "self_sown",
        Harvest = "harvest",
    }
}

/// A record of a lineage.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LineageNode {
    /// What it is.
    pub kind: LineageKind,
    /// Links between it and the record asked for: negative for an ancestor, 0 for itself.
    #[schema(example = -2)]
    pub steps: i32,
    /// You may not read it: nothing else is said of it.
    pub restricted: bool,
    /// Identifier.
    pub uuid: Option<Uuid>,
    /// Code; the number of the donor for a reception.
    #[schema(example = "C2026_0001")]
    pub code: Option<String>,
    /// Main taxon.
    pub taxon: Option<TaxonRef>,
    /// Generations in culture since the wild.
    pub generation: Option<i16>,
    /// Day it begins, when it has one.
    pub date: Option<NaiveDate>,
    /// State, in the words of its kind.
    #[schema(example = "open")]
    pub state: Option<String>,
    /// It is put away.
    pub archived: Option<bool>,
}

/// That a record comes from another.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LineageEdge {
    /// Rank of the parent in `nodes`, from 0.
    pub from: i32,
    /// Rank of the child in `nodes`.
    pub to: i32,
    /// How it comes from it.
    pub kind: LineageLink,
}

/// Where a record comes from and what came of it. It never goes in a circle.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Lineage {
    /// The record asked for, then the nearest first.
    pub nodes: Vec<LineageNode>,
    /// Which comes from which.
    pub edges: Vec<LineageEdge>,
    /// Records there are within `depth`; more than there are `nodes` when `limit` left some out.
    pub total: i64,
}

/// What a lineage may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct LineageFilters {
    /// Links followed in each direction, 100 by default: some twenty generations.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub depth: Option<i32>,
    /// Records shown, the nearest first, 500 by default.
    #[validate(range(min = 1, max = 20_000))]
    #[param(minimum = 1, maximum = 20_000)]
    pub limit: Option<u16>,
}

/// A link to a parent, by its rank.
#[derive(Debug, Clone, Deserialize)]
pub struct Parent {
    from: i32,
    link: LineageLink,
}

/// A record as it is read, with the links to its parents.
#[derive(Debug, Clone, Queryable)]
pub struct NodeRow {
    rank: i32,
    kind: LineageKind,
    steps: i32,
    total: i64,
    uuid: Uuid,
    code: String,
    generation: i16,
    date: Option<NaiveDate>,
    state: Option<String>,
    archived: bool,
    cd_nom: Option<i32>,
    cited_name: Option<String>,
    taxon_name: Option<String>,
    vernacular_name: Option<String>,
    readable: bool,
    parents: Json<Vec<Parent>>,
}

impl NodeRow {
    fn shown(self) -> LineageNode {
        let seen = self.readable;
        let taxon = self.cd_nom.filter(|_| seen).map(|cd_nom| TaxonRef {
            cd_nom,
            name: self.taxon_name,
            cited_name: self.cited_name,
            vernacular_name: self.vernacular_name,
        });
        LineageNode {
            kind: self.kind,
            steps: self.steps,
            restricted: !seen,
            uuid: seen.then_some(self.uuid),
            code: seen.then_some(self.code),
            taxon,
            generation: seen.then_some(self.generation),
            date: self.date.filter(|_| seen),
            state: self.state.filter(|_| seen),
            archived: seen.then_some(self.archived),
        }
    }
}

impl Lineage {
    /// The graph of the rows that were read; none when there are none.
    #[must_use]
    pub fn of(rows: Vec<NodeRow>) -> Option<Self> {
        let total = rows.first()?.total;
        let edge = |(to, parent): (i32, &Parent)| LineageEdge {
            from: parent.from,
            to,
            kind: parent.link,
        };
        let pairs = rows
            .iter()
            .flat_map(|row| row.parents.0.iter().map(|parent| (row.rank, parent)));
        let edges = pairs.map(edge).collect();
        let nodes = rows.into_iter().map(NodeRow::shown).collect();
        Some(Self { nodes, edges, total })
    }
}
