//! The taxa of a harvest, which are those of its materials.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Jsonb;

use crate::auth::Reach;
use crate::db::reach::Reached;
use crate::materials::model::MaterialTaxon;

/// Taxa of the materials of a row of `v_harvests` that a reader may see, in the order of the materials.
#[derive(Debug, Clone)]
pub struct TaxaOf {
    reads: Reached,
}

impl TaxaOf {
    /// For someone who reads so far.
    #[must_use]
    pub fn for_reader(reads: &Reach) -> Self {
        Self {
            reads: reads.records(),
        }
    }
}

/// Each taxon once, where it comes first: several materials of a harvest may be of the same one.
#[must_use]
pub fn once_each(taxa: Vec<MaterialTaxon>) -> Vec<MaterialTaxon> {
    let mut kept: Vec<MaterialTaxon> = Vec::with_capacity(taxa.len());
    for taxon in taxa {
        if kept.iter().all(|other| other.cd_nom != taxon.cd_nom) {
            kept.push(taxon);
        }
    }
    kept
}

impl Expression for TaxaOf {
    type SqlType = Jsonb;
}
impl<QS> AppearsOnTable<QS> for TaxaOf {}
impl<QS> SelectableExpression<QS> for TaxaOf {}
impl ValidGrouping<()> for TaxaOf {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for TaxaOf {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for TaxaOf {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        // The columns of the right are those of the material: the nearest table has them.
        out.push_sql(
            "(SELECT coalesce(jsonb_agg(taxon.value ORDER BY material.code, taxon.rank), '[]') \
             FROM pr_exsitu.v_materials material \
             CROSS JOIN LATERAL jsonb_array_elements(material.taxa) WITH ORDINALITY AS taxon (value, rank) \
             WHERE material.id_harvest = \"v_harvests\".\"id_harvest\" AND material.archived_at IS NULL AND ",
        );
        self.reads.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taxon_of_several_materials_is_said_once() {
        let taxon = |cd_nom| MaterialTaxon {
            cd_nom,
            cited_name: format!("Taxon {cd_nom}"),
            name: None,
            vernacular_name: None,
        };
        let kept = once_each(vec![taxon(2), taxon(1), taxon(2), taxon(3)]);
        assert_eq!(kept, vec![taxon(2), taxon(1), taxon(3)]);
    }
}
