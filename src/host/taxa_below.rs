//! A taxon of the host with all that is classified under it, as a condition on rows.

use diesel::expression::{AppearsOnTable, Expression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, Integer};

/// True for the rows whose `id_material` is of this taxon, of one of its names or of
/// its descendants.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct OfTaxon(pub i32);

impl Expression for OfTaxon {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for OfTaxon {}
impl ValidGrouping<()> for OfTaxon {
    type IsAggregate = is_aggregate::No;
}
impl QueryFragment<Pg> for OfTaxon {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "\"id_material\" IN (SELECT c.id_material FROM pr_exsitu.cor_material_taxa c \
             JOIN taxonomie.taxref named ON named.cd_nom = c.cd_nom \
             JOIN taxonomie.vm_taxref_tree child ON child.cd_nom = named.cd_ref \
             JOIN taxonomie.vm_taxref_tree above ON child.path OPERATOR(public.<@) above.path \
             JOIN taxonomie.taxref asked ON asked.cd_ref = above.cd_nom WHERE asked.cd_nom = ",
        );
        out.push_bind_param::<Integer, _>(&self.0)?;
        out.push_sql(")");
        Ok(())
    }
}
