//! Humidity rounds in the database.

use chrono::NaiveDate;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Uuid as SqlUuid;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{RoundFilters, StopRow};
use super::rules::Intervals;
use crate::auth::Reach;
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::humidity_checks::query::origin_date;
use crate::schema::{v_humidity_round as round, v_seed_lots as lots};

/// Columns of the sort; a lot has one row a place, which is why each tells one lot in one place from the others.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "place",
        column: "sort_place",
        sql_type: "text",
    },
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "check",
        column: "sort_check",
        sql_type: "text",
    },
];

diesel::define_sql_function! {
    /// A place and all those below it.
    #[sql_name = "pr_exsitu.places_within"]
    fn places_within(root: SqlUuid) -> Integer;
}

/// A page of the lots of a round, each with whether `writes` reaches it, in one statement.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    place: Uuid,
    (reads, writes): (&Reach, &Reach),
    filters: &RoundFilters,
    (intervals, today): (Intervals, NaiveDate),
    listing: &Listing,
) -> Result<Page<(StopRow, bool)>, Problem> {
    let (dry, watched) = intervals.limits(today);
    let filtered = || -> round::BoxedQuery<'_, Pg> {
        let query = round::table
            .filter(round::id_place.eq_any(diesel::select(places_within(place))))
            .filter(reads.records())
            .into_boxed();
        let is_watched = round::is_watched.and(round::sort_check_date.le(watched));
        let is_dry = diesel::dsl::not(round::is_watched).and(round::sort_check_date.le(dry));
        match filters.due {
            None => query,
            Some(true) => query.filter(is_watched.or(is_dry)),
            Some(false) => query.filter(diesel::dsl::not(is_watched.or(is_dry))),
        }
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select((StopRow::as_select(), writes.records())),
        rows: listing.rows(),
    };
    let rows: Vec<(StopRow, bool)> = query.load(conn).await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |(row, _), column| {
        let value = match column {
            "code" => row.code.clone(),
            "check" => row.sort_check.clone(),
            _ => row.sort_place.clone(),
        };
        (value, row.id_place)
    }))
}

/// The places where a lot stands, among those that may be read, each with whether `writes` reaches it.
///
/// # Errors
/// The database cannot be read.
pub async fn of_lot(
    conn: &mut AsyncPgConnection,
    id_seed_lot: i32,
    (reads, writes): (&Reach, &Reach),
) -> QueryResult<Vec<(StopRow, bool)>> {
    round::table
        .filter(round::id.eq(id_seed_lot))
        .filter(reads.related_organisation("place_"))
        .order(round::place_code)
        .select((StopRow::as_select(), writes.records()))
        .load(conn)
        .await
}

/// The keys of a place and of all those below it.
///
/// # Errors
/// The database cannot be read.
pub async fn within(conn: &mut AsyncPgConnection, place: Uuid) -> QueryResult<Vec<i32>> {
    diesel::select(places_within(place)).load(conn).await
}

/// A lot to check.
#[derive(Debug, Clone, Queryable)]
pub struct RoundLot {
    /// Key.
    pub id: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    pub code: String,
    /// It is put away.
    pub is_archived: bool,
    /// The first day it can have been checked.
    pub origin: Option<NaiveDate>,
    /// It may be checked.
    pub is_writable: bool,
}

/// The lots to check, among those that may be read.
///
/// # Errors
/// The database cannot be read.
pub async fn lots(
    conn: &mut AsyncPgConnection,
    (reads, writes): (&Reach, &Reach),
    uuids: &[Uuid],
) -> QueryResult<Vec<RoundLot>> {
    lots::table
        .filter(lots::uuid.eq_any(uuids))
        .filter(reads.records())
        .select((
            lots::id,
            lots::uuid,
            lots::code,
            lots::archived_at.is_not_null(),
            origin_date(lots::id_material),
            writes.records(),
        ))
        .load(conn)
        .await
}
