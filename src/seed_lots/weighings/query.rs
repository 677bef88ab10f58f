//! Weighings in the database.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{Mass, NewWeighing, Weighing, WeighingChanges, WeighingRow};
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::schema::t_seed_weighings as weighings;

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "date",
        column: "weighing_date",
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

/// The first day the seeds of a material can have been weighed.
///
/// # Errors
/// The database cannot be read.
pub async fn origin(conn: &mut AsyncPgConnection, id_material: i32) -> QueryResult<Option<NaiveDate>> {
    diesel::select(origin_date(id_material)).get_result(conn).await
}

/// A page of the weighings of a lot.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    id_seed_lot: i32,
    listing: &Listing,
) -> Result<Page<Weighing>, Problem> {
    let of_lot = || weighings::table.filter(weighings::id_seed_lot.eq(id_seed_lot));
    let mut query = of_lot().order(listing.sort).into_boxed();
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select(WeighingRow::as_select()),
        rows: listing.rows(),
    };
    let rows: Vec<WeighingRow> = query.load(conn).await?;
    let count = if listing.count {
        Some(of_lot().count().get_result(conn).await?)
    } else {
        None
    };
    let page = listing.page(rows, count, |row, column| {
        let value = match column {
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.weighing_date.to_string(),
        };
        (value, row.id_seed_weighing)
    });
    Ok(page.map(Weighing::from))
}

/// The last weighing of a lot.
///
/// # Errors
/// The database cannot be read.
pub async fn last(conn: &mut AsyncPgConnection, id_seed_lot: i32) -> QueryResult<Option<Weighing>> {
    let row: Option<WeighingRow> = weighings::table
        .filter(weighings::id_seed_lot.eq(id_seed_lot))
        .order((
            weighings::weighing_date.desc(),
            weighings::id_seed_weighing.desc(),
        ))
        .select(WeighingRow::as_select())
        .first(conn)
        .await
        .optional()?;
    Ok(row.map(Weighing::from))
}

/// A weighing of a lot.
///
/// # Errors
/// It does not exist, or is of another lot.
pub async fn find(conn: &mut AsyncPgConnection, id_seed_lot: i32, uuid: Uuid) -> QueryResult<Weighing> {
    let row: WeighingRow = weighings::table
        .filter(weighings::uuid.eq(uuid))
        .filter(weighings::id_seed_lot.eq(id_seed_lot))
        .select(WeighingRow::as_select())
        .first(conn)
        .await?;
    Ok(row.into())
}

/// Adds a weighing to a lot.
///
/// # Errors
/// A law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    id_seed_lot: i32,
    new: &NewWeighing,
    id_digitiser: i32,
) -> QueryResult<Weighing> {
    let row: WeighingRow = diesel::insert_into(weighings::table)
        .values((
            new,
            weighings::id_seed_lot.eq(id_seed_lot),
            weighings::sample_masses_g.eq(values(&new.sample_masses_g)),
            weighings::id_digitiser.eq(id_digitiser),
        ))
        .returning(WeighingRow::as_returning())
        .get_result(conn)
        .await?;
    Ok(row.into())
}

/// Changes a weighing that is still at the version read; none when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    weighing: &Weighing,
    changes: &WeighingChanges,
) -> QueryResult<Option<Weighing>> {
    let masses = changes
        .sample_masses_g
        .as_ref()
        .unwrap_or(&weighing.sample_masses_g);
    let target = weighings::table
        .find(weighing.id_seed_weighing)
        .filter(weighings::version.eq(weighing.version));
    let row: Option<WeighingRow> = diesel::update(target)
        .set((changes, weighings::sample_masses_g.eq(values(masses))))
        .returning(WeighingRow::as_returning())
        .get_result(conn)
        .await
        .optional()?;
    Ok(row.map(Weighing::from))
}

/// Deletes a weighing.
///
/// # Errors
/// The database cannot be written.
pub async fn delete(conn: &mut AsyncPgConnection, weighing: &Weighing) -> QueryResult<usize> {
    diesel::delete(weighings::table.find(weighing.id_seed_weighing))
        .execute(conn)
        .await
}

fn values(masses: &[Mass]) -> Vec<&BigDecimal> {
    masses.iter().map(|mass| &mass.0).collect()
}
