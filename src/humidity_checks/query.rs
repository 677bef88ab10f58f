//! Humidity checks in the database.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{CheckColumns, CheckRow, HumidityCheckChanges, Keys};
use super::rules::Standing;
use crate::auth::Reach;
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::schema::{
    t_humidity_checks as table, t_places as places, t_stock_balances as balances, v_humidity_checks as view,
};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "date",
        column: "check_date",
        sql_type: "date",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

diesel::define_sql_function! {
    /// The first day a material can have existed, null when unknown.
    #[sql_name = "pr_exsitu.origin_date"]
    fn origin_date(id_material: Integer) -> Nullable<Date>;
}

/// The first day a lot can have been checked.
///
/// # Errors
/// The database cannot be read.
pub async fn origin(conn: &mut AsyncPgConnection, id_material: i32) -> QueryResult<Option<NaiveDate>> {
    diesel::select(origin_date(id_material)).get_result(conn).await
}

/// A check, and whether its place may be read.
pub type Found = (CheckRow, bool);

/// A page of the checks of a lot.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    id_seed_lot: i32,
    listing: &Listing,
) -> Result<Page<Found>, Problem> {
    let of_lot = || view::table.filter(view::id_seed_lot.eq(id_seed_lot));
    let mut query = of_lot().order(listing.sort).into_boxed();
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select((CheckRow::as_select(), reads.related_organisation("place_"))),
        rows: listing.rows(),
    };
    let rows: Vec<Found> = query.load(conn).await?;
    let count = if listing.count {
        Some(of_lot().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |(row, _), column| {
        let value = match column {
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.check_date.to_string(),
        };
        (value, row.id)
    }))
}

/// Every check of a lot, the first first.
///
/// # Errors
/// The database cannot be read.
pub async fn all(conn: &mut AsyncPgConnection, reads: &Reach, id_seed_lot: i32) -> QueryResult<Vec<Found>> {
    view::table
        .filter(view::id_seed_lot.eq(id_seed_lot))
        .order((view::check_date, view::id))
        .select((CheckRow::as_select(), reads.related_organisation("place_")))
        .load(conn)
        .await
}

/// A check of a lot.
///
/// # Errors
/// It does not exist, or is of another lot.
pub async fn find(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    id_seed_lot: i32,
    uuid: Uuid,
) -> QueryResult<Found> {
    view::table
        .filter(view::uuid.eq(uuid))
        .filter(view::id_seed_lot.eq(id_seed_lot))
        .select((CheckRow::as_select(), reads.related_organisation("place_")))
        .first(conn)
        .await
}

/// The checks that were just written, in the order of their entry, each after the key of its lot.
///
/// # Errors
/// The database cannot be read.
pub async fn written(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    uuids: &[Uuid],
) -> QueryResult<Vec<(i32, Found)>> {
    view::table
        .filter(view::uuid.eq_any(uuids))
        .order(view::id)
        .select((
            view::id_seed_lot,
            (CheckRow::as_select(), reads.related_organisation("place_")),
        ))
        .load(conn)
        .await
}

/// The places where some lots stand, or stood; those of `within` are in the place of a round.
///
/// # Errors
/// The database cannot be read.
pub async fn standing(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    lots: &[i32],
    within: Option<&[i32]>,
) -> QueryResult<Vec<Standing>> {
    let rows: Vec<(i32, i32, Uuid, Option<i64>, bool)> = balances::table
        .inner_join(places::table)
        .filter(balances::id_seed_lot.eq_any(lots))
        .select((
            balances::id_seed_lot,
            balances::id_place,
            places::uuid,
            balances::seeds,
            reads.organisation(),
        ))
        .load(conn)
        .await?;
    let standing = |(id_seed_lot, id_place, uuid, seeds, is_readable)| Standing {
        id_seed_lot,
        id_place,
        uuid,
        is_there: seeds != Some(0),
        is_within: within.is_none_or(|places| places.contains(&id_place)),
        is_readable,
    };
    Ok(rows.into_iter().map(standing).collect())
}

/// Writes checks, in one statement.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, rows: &[CheckColumns]) -> QueryResult<()> {
    diesel::insert_into(table::table)
        .values(rows)
        .execute(conn)
        .await
        .map(drop)
}

/// Changes a check that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    check: &CheckRow,
    changes: &HumidityCheckChanges,
    keys: &Keys,
) -> QueryResult<bool> {
    let target = table::table
        .find(check.id)
        .filter(table::version.eq(check.version));
    // A change of nothing still is one: the version counts it, as for every record.
    let changed = diesel::update(target)
        .set((changes, keys, table::uuid.eq(check.uuid)))
        .execute(conn)
        .await?;
    Ok(changed > 0)
}

/// Deletes a check.
///
/// # Errors
/// The database cannot be written.
pub async fn delete(conn: &mut AsyncPgConnection, check: &CheckRow) -> QueryResult<usize> {
    diesel::delete(table::table.find(check.id)).execute(conn).await
}
