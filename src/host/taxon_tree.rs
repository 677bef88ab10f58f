//! The tree of TAXREF, as a condition on a code.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, Integer};

/// True where the column `cd_nom` is a taxon, one of its descendants, or a synonym of either.
#[derive(Debug, Clone, Copy)]
pub struct Within(pub i32);

impl Expression for Within {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for Within {}
impl<QS> SelectableExpression<QS> for Within {}
impl ValidGrouping<()> for Within {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for Within {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for Within {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "\"cd_nom\" IN (SELECT name.cd_nom FROM taxonomie.taxref asked \
             JOIN taxonomie.vm_taxref_tree top ON top.cd_nom = asked.cd_ref \
             JOIN taxonomie.vm_taxref_tree below ON below.path OPERATOR(public.<@) top.path \
             JOIN taxonomie.taxref name ON name.cd_ref = below.cd_nom WHERE asked.cd_nom = ",
        );
        out.push_bind_param::<Integer, _>(&self.0)?;
        out.push_sql(")");
        Ok(())
    }
}
