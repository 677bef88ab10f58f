//! Sensitive taxa of the host: where their places are blurred, and for whom.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Bool;

use crate::auth::Reach;
use crate::db::reach::Reached;

/// Materials of sensitive taxa: a rule on the taxon, an ancestor or a synonym of either. It counts wherever and
/// whenever it holds: a place is blurred rather too often than once too few. The set is found once a statement.
const SENSITIVE: &str = " FROM pr_exsitu.t_materials m \
    JOIN pr_exsitu.cor_material_taxa c USING (id_material) \
    JOIN taxonomie.taxref name ON name.cd_nom = c.cd_nom \
    LEFT JOIN taxonomie.vm_taxref_tree taxon ON taxon.cd_nom = name.cd_ref \
    CROSS JOIN LATERAL unnest(coalesce(string_to_array(taxon.path::text, '.')::integer[], ARRAY[name.cd_ref])) AS above (cd_ref) \
    JOIN taxonomie.taxref cited ON cited.cd_ref = above.cd_ref \
    JOIN gn_sensitivity.t_sensitivity_rules r ON r.cd_nom = cited.cd_nom AND r.active \
    JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = r.id_nomenclature_sensitivity AND n.cd_nomenclature <> '0')";
/// Harvests of such a material.
const HARVEST: &str = "\"v_harvests\".\"id_harvest\" IN (SELECT coalesce(m.id_harvest, 0)";
/// Exits of plants of such a material.
const EXIT: &str = "\"v_exits\".\"id_material\" IN (SELECT m.id_material";

/// True for the rows of `v_harvests`, or of `v_exits`, whose place is blurred for a reader: no permission
/// shows it exactly, and a taxon of its materials, or an ancestor of it, is sensitive.
#[derive(Debug, Clone)]
pub struct Blurred {
    exact: Option<Reached>,
    rows: &'static str,
}

impl Blurred {
    /// Harvests, for someone who reads so far.
    #[must_use]
    pub fn for_reader(reads: &Reach) -> Self {
        Self::rows(reads, HARVEST)
    }

    /// Exits, for someone who reads so far.
    #[must_use]
    pub fn exits(reads: &Reach) -> Self {
        Self::rows(reads, EXIT)
    }

    fn rows(reads: &Reach, rows: &'static str) -> Self {
        Self {
            exact: reads.blurs().then(|| reads.exact().records()),
            rows,
        }
    }

    /// True when nothing is blurred for the reader.
    #[must_use]
    pub fn never(&self) -> bool {
        self.exact.is_none()
    }
}

impl Expression for Blurred {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for Blurred {}
impl<QS> SelectableExpression<QS> for Blurred {}
impl ValidGrouping<()> for Blurred {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for Blurred {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for Blurred {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Some(exact) = &self.exact else {
            out.push_sql("false");
            return Ok(());
        };
        out.push_sql("(NOT ");
        exact.walk_ast(out.reborrow())?;
        out.push_sql(" AND ");
        out.push_sql(self.rows);
        out.push_sql(SENSITIVE);
        out.push_sql(")");
        Ok(())
    }
}
