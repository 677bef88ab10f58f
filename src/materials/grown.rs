//! Where a material is in the generations, and the mothers that gave it.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Jsonb;
use serde::Deserialize;

use super::mothers::Mother;
use crate::receptions::model::Provenance;

/// Generation, provenance and mothers of a material.
#[derive(Debug, Clone, Deserialize)]
pub struct Grown {
    /// Generations in culture since the wild.
    pub generation: i16,
    /// W, Z, G or U.
    pub provenance: Provenance,
    /// Mothers, when they were told.
    pub mothers: Option<Vec<Mother>>,
}

/// The same of a row of `v_materials`.
#[derive(Debug, Clone, Copy)]
pub struct GrownOf;

impl Expression for GrownOf {
    type SqlType = Jsonb;
}
impl<QS> AppearsOnTable<QS> for GrownOf {}
impl<QS> SelectableExpression<QS> for GrownOf {}
impl ValidGrouping<()> for GrownOf {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for GrownOf {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for GrownOf {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "(SELECT jsonb_build_object('generation', own.generation, 'mothers', own.mothers, \
             'provenance', pr_exsitu.provenance(own.id_material)) \
             FROM pr_exsitu.t_materials own WHERE own.id_material = \"v_materials\".\"id_material\")",
        );
        Ok(())
    }
}
