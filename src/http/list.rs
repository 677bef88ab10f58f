//! Lists: a page, the cursor of the next one, the count when it is asked for.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::page::{After, Sort, SortColumn};
use crate::error::{Problem, table};

/// Rows of a page when nothing is asked.
const DEFAULT_LIMIT: u16 = 50;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Send it back as `cursor` to read on; null on the last page.
    pub next_cursor: Option<String>,
    /// How many rows the filters keep, when `count=true` was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
}

impl<T> Page<T> {
    /// The same page of other things.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next_cursor: self.next_cursor,
            count: self.count,
        }
    }
}

/// What the client asks of a list, as it wrote it.
#[derive(Debug, Clone, Copy)]
pub struct PageRequest<'a> {
    /// `sort`: a column, after a minus for the greatest first.
    pub sort: Option<&'a str>,
    /// `cursor`.
    pub cursor: Option<&'a str>,
    /// `limit`, 1 to 500, already checked.
    pub limit: Option<u16>,
    /// `count`.
    pub count: bool,
}

/// What a list is asked, understood.
#[derive(Debug, Clone)]
pub struct Listing {
    /// Order.
    pub sort: Sort,
    /// Where the page starts.
    pub after: Option<After>,
    /// Rows of the page.
    pub limit: u16,
    /// Count the rows too.
    pub count: bool,
}

#[derive(Serialize, Deserialize)]
struct Cursor {
    s: String,
    v: String,
    i: i32,
}

impl Listing {
    /// Reads what the client asks against the columns a list sorts by, the first by default.
    ///
    /// # Errors
    /// 422: there is no such column; 409: the cursor is not of this list, sorted so.
    pub fn read(
        asked: PageRequest<'_>,
        columns: &[SortColumn],
        id_column: &'static str,
    ) -> Result<Self, Problem> {
        let wanted = asked.sort.unwrap_or_default();
        let (descending, name) = wanted
            .strip_prefix('-')
            .map_or((false, wanted), |name| (true, name));
        let by = match name {
            "" if !descending => columns.first(),
            name => columns.iter().find(|c| c.name == name),
        };
        let by = *by.ok_or_else(|| Problem::field("/sort", "bad_sort"))?;
        let sort = Sort {
            by,
            descending,
            id_column,
        };
        let after = match asked.cursor {
            None => None,
            Some(text) => Some(
                Self::decode(text, sort)
                    .ok_or_else(|| Problem::new(table::CURSOR_OF_ANOTHER_LIST).at("/cursor"))?,
            ),
        };
        Ok(Self {
            sort,
            after,
            limit: asked.limit.unwrap_or(DEFAULT_LIMIT),
            count: asked.count,
        })
    }

    fn decode(text: &str, sort: Sort) -> Option<After> {
        let cursor: Cursor = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let same = cursor.s == Self::label(sort) && readable(&cursor.v, sort.by.sql_type);
        same.then_some(After {
            sort,
            value: cursor.v,
            id: cursor.i,
        })
    }

    fn label(sort: Sort) -> String {
        format!("{}{}", if sort.descending { "-" } else { "" }, sort.by.name)
    }

    /// How many rows to read: one more than the page, to know whether there is a next one.
    #[must_use]
    pub fn rows(&self) -> u16 {
        self.limit.saturating_add(1)
    }

    /// Cuts what was read to the page; `key` gives the value of the sort column and the key of a row.
    pub fn page<T>(
        &self,
        mut rows: Vec<T>,
        count: Option<i64>,
        key: impl Fn(&T, &str) -> (String, i32),
    ) -> Page<T> {
        let more = rows.len() > usize::from(self.limit);
        rows.truncate(self.limit.into());
        let last = if more { rows.last() } else { None };
        let next_cursor = last.map(|row| {
            let (v, i) = key(row, self.sort.by.name);
            let cursor = serde_json::to_vec(&Cursor {
                s: Self::label(self.sort),
                v,
                i,
            })
            .unwrap_or_default();
            URL_SAFE_NO_PAD.encode(cursor)
        });
        Page {
            items: rows,
            next_cursor,
            count,
        }
    }
}

/// A cursor that someone wrote must not reach PostgreSQL as a value it cannot cast.
fn readable(value: &str, sql_type: &str) -> bool {
    match sql_type {
        "date" => value.parse::<chrono::NaiveDate>().is_ok(),
        "timestamptz" => chrono::DateTime::parse_from_rfc3339(value).is_ok(),
        "integer" => value.parse::<i32>().is_ok(),
        "bigint" => value.parse::<i64>().is_ok(),
        _ => !value.contains('\0'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: SortColumn = SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    };
    const DATE: SortColumn = SortColumn {
        name: "date",
        column: "date",
        sql_type: "date",
    };

    fn listing(sort: Option<&str>, cursor: Option<&str>) -> Result<Listing, Problem> {
        Listing::read(
            PageRequest {
                sort,
                cursor,
                limit: Some(2),
                count: false,
            },
            &[CODE, DATE],
            "id",
        )
    }

    #[test]
    fn a_cursor_leads_to_the_next_page_of_the_same_list_only() {
        let first = listing(Some("-code"), None).unwrap();
        let page = first.page(vec![3, 2, 1], None, |n, _| (format!("L{n}"), *n));
        assert_eq!(page.items, [3, 2]);
        let cursor = page.next_cursor.unwrap();
        let next = listing(Some("-code"), Some(&cursor)).unwrap().after.unwrap();
        assert_eq!((next.value.as_str(), next.id), ("L2", 2));
        assert!(listing(Some("code"), Some(&cursor)).is_err());
        assert!(listing(None, Some("nonsense")).is_err());
    }

    #[test]
    fn the_last_page_has_no_cursor() {
        assert_eq!(
            listing(None, None)
                .unwrap()
                .page(vec![1, 2], None, |n, _| (n.to_string(), *n))
                .next_cursor,
            None
        );
    }

    #[test]
    fn a_forged_value_is_refused() {
        let forged = URL_SAFE_NO_PAD.encode(r#"{"s":"date","v":"not a date","i":1}"#);
        assert!(listing(Some("date"), Some(&forged)).is_err());
        assert!(listing(Some("secret"), None).is_err());
    }
}
