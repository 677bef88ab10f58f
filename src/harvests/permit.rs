//! The permit of a harvest, as its reader may see it.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Jsonb;
use serde::Deserialize;

use crate::auth::Reach;
use crate::db::reach::Reached;
use crate::permits::model::PermitRef;

/// What a harvest says of its permit.
#[derive(Debug, Clone, Deserialize)]
pub struct Cited {
    /// Permit it was made under.
    pub permit: Option<PermitRef>,
    /// The permit may be read.
    pub readable: bool,
    /// Why it was made without a permit that allows it.
    pub waiver: Option<String>,
}

/// Permit of a row of `v_harvests`, and whether a reader may see it.
#[derive(Debug, Clone)]
pub struct PermitOf {
    reads: Reached,
}

impl PermitOf {
    /// For someone who reads so far.
    #[must_use]
    pub fn for_reader(reads: &Reach) -> Self {
        Self {
            reads: reads.records(),
        }
    }
}

impl Expression for PermitOf {
    type SqlType = Jsonb;
}
impl<QS> AppearsOnTable<QS> for PermitOf {}
impl<QS> SelectableExpression<QS> for PermitOf {}
impl ValidGrouping<()> for PermitOf {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for PermitOf {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for PermitOf {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        // The columns of the right are those of the permit: the nearest table has them.
        out.push_sql(
            "(SELECT jsonb_build_object('waiver', made.permit_waiver, 'readable', coalesce(cited.readable, false), 'permit', cited.permit) \
             FROM pr_exsitu.t_harvests made LEFT JOIN LATERAL (\
             SELECT jsonb_build_object('uuid', permit.uuid, 'kind', permit.kind, 'number', permit.number) AS permit, ",
        );
        self.reads.walk_ast(out.reborrow())?;
        out.push_sql(
            " AS readable FROM pr_exsitu.v_permits permit WHERE permit.id = made.id_permit) cited ON true \
             WHERE made.id_harvest = \"v_harvests\".\"id_harvest\")",
        );
        Ok(())
    }
}
