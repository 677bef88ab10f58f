//! What a right reaches, as a condition on the rows themselves: a list, a record and
//! a nested route all ask the same question.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Array, Bool, Integer};

use crate::auth::{Grant, Reach, Scope};

/// Whom a row belongs to, by its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// `id_dataset`, `id_digitiser`, `people`, each after a prefix; `id_harvest` and
    /// `id_material` of the row say where and what it is.
    Record { prefix: &'static str },
    /// `id_organism` and `id_digitiser`, each after a prefix.
    Organism { prefix: &'static str },
}

impl Owner {
    /// The columns of a relative may all be null: there is none, and it is not reached.
    fn is_relative(self) -> bool {
        let (Self::Record { prefix } | Self::Organism { prefix }) = self;
        !prefix.is_empty()
    }
}

/// True for the rows that a right reaches.
#[derive(Debug, Clone)]
pub struct Reached {
    reach: Reach,
    owner: Owner,
}

impl Reach {
    /// The records of a view with `id_dataset`, `id_digitiser`, `people`, `id_harvest`, `id_material`.
    #[must_use]
    pub fn records(&self) -> Reached {
        Reached {
            reach: self.clone(),
            owner: Owner::Record { prefix: "" },
        }
    }

    /// A relative of a record, its columns after a prefix (`lot_id_dataset`…).
    #[must_use]
    pub fn relatives(&self, prefix: &'static str) -> Reached {
        Reached {
            reach: self.clone(),
            owner: Owner::Record { prefix },
        }
    }

    /// The places or partners of an organisation.
    #[must_use]
    pub fn organisation(&self) -> Reached {
        self.related_organisation("")
    }

    /// The place or partner of a record, its columns after a prefix (`partner_id_organism`…).
    #[must_use]
    pub fn related_organisation(&self, prefix: &'static str) -> Reached {
        Reached {
            reach: self.clone(),
            owner: Owner::Organism { prefix },
        }
    }
}

impl Reached {
    /// Mine, or my organisation's, or everybody's.
    fn scope<'b>(&'b self, grant: &'b Grant, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let role = &self.reach.principal.id_role;
        match (self.owner, grant.scope) {
            (_, Scope::Everything) => out.push_sql("true"),
            (Owner::Record { prefix }, scope) => {
                out.push_sql("(");
                column(out, prefix, "id_digitiser");
                out.push_sql(" = ");
                out.push_bind_param::<Integer, _>(role)?;
                out.push_sql(" OR ");
                column(out, prefix, "id_dataset");
                out.push_sql(" = ANY (");
                out.push_bind_param::<Array<Integer>, _>(self.reach.principal.datasets(scope))?;
                out.push_sql(") OR ");
                out.push_bind_param::<Integer, _>(role)?;
                out.push_sql(" = ANY (");
                column(out, prefix, "people");
                out.push_sql("))");
            }
            (Owner::Organism { prefix }, scope) => {
                out.push_sql("(");
                column(out, prefix, "id_digitiser");
                out.push_sql(" = ");
                out.push_bind_param::<Integer, _>(role)?;
                if let (Some(organism), true) = (
                    &self.reach.principal.id_organism,
                    scope == Scope::Organism || self.reach.is_read,
                ) {
                    out.push_sql(" OR ");
                    column(out, prefix, "id_organism");
                    out.push_sql(" = ");
                    out.push_bind_param::<Integer, _>(organism)?;
                }
                out.push_sql(")");
            }
        }
        Ok(())
    }

    /// Within the areas and the taxa that the permission names, when it names any.
    fn filters<'b>(&'b self, grant: &'b Grant, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        if matches!(self.owner, Owner::Organism { .. }) {
            return Ok(());
        }
        if !grant.areas.is_empty() {
            out.push_sql(" AND pr_exsitu.harvest_in_areas(\"id_harvest\", ");
            out.push_bind_param::<Array<Integer>, _>(&grant.areas)?;
            out.push_sql(")");
        }
        if !grant.taxa.is_empty() {
            out.push_sql(" AND pr_exsitu.material_in_taxa(\"id_harvest\", \"id_material\", ");
            out.push_bind_param::<Array<Integer>, _>(&grant.taxa)?;
            out.push_sql(")");
        }
        Ok(())
    }
}

fn column(out: &mut AstPass<'_, '_, Pg>, prefix: &str, name: &str) {
    out.push_sql("\"");
    out.push_sql(prefix);
    out.push_sql(name);
    out.push_sql("\"");
}

impl Expression for Reached {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for Reached {}
impl<QS> SelectableExpression<QS> for Reached {}
impl ValidGrouping<()> for Reached {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for Reached {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for Reached {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        if self.reach.grants.is_empty() {
            out.push_sql("false");
            return Ok(());
        }
        out.push_sql(if self.owner.is_relative() {
            "coalesce("
        } else {
            "("
        });
        for (n, grant) in self.reach.grants.iter().enumerate() {
            if n > 0 {
                out.push_sql(" OR ");
            }
            self.scope(grant, &mut out)?;
            self.filters(grant, &mut out)?;
        }
        out.push_sql(if self.owner.is_relative() { ", false)" } else { ")" });
        Ok(())
    }
}
