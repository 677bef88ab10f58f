//! The cultivation that a harvest was made on, and the mothers that gave it.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Jsonb;
use serde::Deserialize;
use uuid::Uuid;

use crate::auth::Reach;
use crate::db::reach::Reached;
use crate::materials::mothers::Mother;

/// A cultivation, and whether the reader may see it.
#[derive(Debug, Clone, Deserialize)]
pub struct Cultivation {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    pub code: String,
    /// It may be read.
    pub readable: bool,
}

/// What a harvest was made on.
#[derive(Debug, Clone, Deserialize)]
pub struct Culture {
    /// Cultivation, when it was made on one.
    pub cultivation: Option<Cultivation>,
    /// COLLSRC, when it is known.
    pub collecting_source: Option<i16>,
    /// Mothers of its material, when they were told.
    pub mothers: Option<Vec<Mother>>,
}

/// The same of a row of `v_harvests`, for a reader.
#[derive(Debug, Clone)]
pub struct CultureOf {
    reads: Reached,
}

impl CultureOf {
    /// For someone who reads so far.
    #[must_use]
    pub fn for_reader(reads: &Reach) -> Self {
        Self {
            reads: reads.records(),
        }
    }
}

impl Expression for CultureOf {
    type SqlType = Jsonb;
}
impl<QS> AppearsOnTable<QS> for CultureOf {}
impl<QS> SelectableExpression<QS> for CultureOf {}
impl ValidGrouping<()> for CultureOf {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for CultureOf {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for CultureOf {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        // The columns of the right are those of the cultivation: the nearest table has them.
        out.push_sql(
            "(SELECT jsonb_build_object('collecting_source', own.collecting_source, \
             'mothers', (SELECT m.mothers FROM pr_exsitu.t_materials m \
             WHERE m.id_harvest = own.id_harvest AND m.mothers IS NOT NULL ORDER BY m.id_material LIMIT 1), \
             'cultivation', (SELECT jsonb_build_object('uuid', c.uuid, 'code', c.code, 'readable', ",
        );
        self.reads.walk_ast(out.reborrow())?;
        out.push_sql(
            ") FROM pr_exsitu.v_cultivations c WHERE c.id = (SELECT e.id_cultivation \
             FROM pr_exsitu.t_cultivation_events e WHERE e.id_event = own.id_cultivation_event))) \
             FROM pr_exsitu.t_harvests own WHERE own.id_harvest = \"v_harvests\".\"id_harvest\")",
        );
        Ok(())
    }
}
