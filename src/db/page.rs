//! Keyset pages: the sort, the place where a page starts, and its size as a literal,
//! because PostgreSQL plans again at every execution when LIMIT is a parameter.

use diesel::expression::{AppearsOnTable, Expression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, Integer, Text};

/// A column one may sort by. It is never null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortColumn {
    /// What the client writes after `sort=`.
    pub name: &'static str,
    /// The column.
    pub column: &'static str,
    /// Its PostgreSQL type, to read the cursor back.
    pub sql_type: &'static str,
}

/// A sort: a column, then the key of the table so that the order is total.
#[derive(Debug, Clone, Copy)]
pub struct Sort {
    /// The column.
    pub by: SortColumn,
    /// From the greatest down.
    pub descending: bool,
    /// The key of the table.
    pub id_column: &'static str,
}

impl Expression for Sort {
    type SqlType = Text;
}
impl<QS> AppearsOnTable<QS> for Sort {}
impl ValidGrouping<()> for Sort {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for Sort {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for Sort {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let direction = if self.descending { " DESC" } else { " ASC" };
        if self.by.column != self.id_column {
            out.push_identifier(self.by.column)?;
            out.push_sql(direction);
            out.push_sql(", ");
        }
        out.push_identifier(self.id_column)?;
        out.push_sql(direction);
        Ok(())
    }
}

/// The rows after a given one in a sort.
#[derive(Debug, Clone)]
pub struct After {
    /// The sort.
    pub sort: Sort,
    /// Value of the column in the last row seen.
    pub value: String,
    /// Key of the last row seen.
    pub id: i32,
}

impl Expression for After {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for After {}
impl ValidGrouping<()> for After {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for After {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for After {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("(");
        out.push_identifier(self.sort.by.column)?;
        out.push_sql(", ");
        out.push_identifier(self.sort.id_column)?;
        out.push_sql(if self.sort.descending { ") < (" } else { ") > (" });
        out.push_bind_param::<Text, _>(&self.value)?;
        out.push_sql("::text::");
        out.push_sql(self.sort.by.sql_type);
        out.push_sql(", ");
        out.push_bind_param::<Integer, _>(&self.id)?;
        out.push_sql(")");
        Ok(())
    }
}

/// A query cut to so many rows, the number written in the statement.
#[derive(Debug, Clone)]
pub struct First<Q> {
    /// The query.
    pub query: Q,
    /// How many rows.
    pub rows: u16,
}

impl<Q> QueryId for First<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl<Q: Query> Query for First<Q> {
    type SqlType = Q::SqlType;
}
impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for First<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.query.walk_ast(out.reborrow())?;
        out.push_sql(" LIMIT ");
        out.push_sql(&self.rows.to_string());
        Ok(())
    }
}
