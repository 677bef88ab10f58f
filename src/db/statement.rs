//! A statement written by hand where diesel's own words do not reach (recursion, the
//! host's views): typed, and kept prepared as those of diesel are, unlike `sql_query`.

use std::marker::PhantomData;

use diesel::expression::{AsExpression, Expression};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{SingleValue, SqlType};

/// A statement that answers rows of the columns `ST`.
pub struct Statement<ST> {
    parts: Vec<Box<dyn QueryFragment<Pg> + Send + Sync>>,
    columns: PhantomData<fn() -> ST>,
}

struct Text(&'static str);
impl QueryFragment<Pg> for Text {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(self.0);
        Ok(())
    }
}

struct Number(u16);
impl QueryFragment<Pg> for Number {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(&self.0.to_string());
        Ok(())
    }
}

impl<ST> Statement<ST> {
    /// Starts with a text.
    #[must_use]
    pub fn new(text: &'static str) -> Self {
        Self {
            parts: vec![Box::new(Text(text))],
            columns: PhantomData,
        }
    }

    /// Goes on with a text.
    #[must_use]
    pub fn sql(self, text: &'static str) -> Self {
        self.part(Text(text))
    }

    /// Goes on with a number written in the statement: that of a LIMIT.
    #[must_use]
    pub fn number(self, number: u16) -> Self {
        self.part(Number(number))
    }

    /// Goes on with a parameter.
    #[must_use]
    pub fn bind<T, V>(self, value: V) -> Self
    where
        T: SqlType + SingleValue,
        V: AsExpression<T>,
        V::Expression: Expression<SqlType = T> + QueryFragment<Pg> + Send + Sync + 'static,
    {
        self.part(value.as_expression())
    }

    /// Goes on with a condition made elsewhere, such as what a right reaches.
    #[must_use]
    pub fn part(mut self, part: impl QueryFragment<Pg> + Send + Sync + 'static) -> Self {
        self.parts.push(Box::new(part));
        self
    }
}

impl<ST> QueryId for Statement<ST> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl<ST> Query for Statement<ST> {
    type SqlType = ST;
}
impl<ST> QueryFragment<Pg> for Statement<ST> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.parts
            .iter()
            .try_for_each(|part| part.walk_ast(out.reborrow()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::sql_types::Integer;

    #[test]
    fn parts_follow_one_another() {
        let statement = Statement::<(Integer,)>::new("SELECT ")
            .bind::<Integer, _>(7)
            .sql(" LIMIT ")
            .number(3);
        assert_eq!(
            diesel::debug_query::<Pg, _>(&statement).to_string(),
            "SELECT $1 LIMIT 3 -- binds: [7]"
        );
    }
}
