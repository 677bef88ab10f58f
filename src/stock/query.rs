//! The ledger in the database.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::ledger::Ledger;
use super::model::{
    Basis, LedgerLine, Movement, MovementFilters, MovementKind, MovementRow, NewLeg, Running,
};
use super::rules::Leg;
use crate::auth::Reach;
use crate::db::page::{First, SortColumn};
use crate::error::{Problem, table};
use crate::http::{Listing, Page};
use crate::schema::{
    t_partners as partners, t_places as places, t_seed_lots as lots, t_stock_balances as balances,
    t_stock_movements as movements, v_seed_lots, v_stock_ledger as running, v_stock_movements as view,
};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[SortColumn {
    name: "date",
    column: "effective_date",
    sql_type: "date",
}];

/// A page of movements.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &MovementFilters,
    listing: &Listing,
) -> Result<Page<Movement>, Problem> {
    let filtered = || {
        let mut query = view::table.filter(reads.records()).into_boxed();
        if let Some(lot) = filters.lot {
            query = query.filter(view::lot_uuid.eq(lot));
        }
        if let Some(place) = filters.place {
            query = query.filter(view::place_uuid.eq(place));
        }
        if let Some(kinds) = &filters.kind {
            query = query.filter(view::kind.eq_any(kinds));
        }
        if let Some(operation) = filters.operation {
            query = query.filter(view::uuid_operation.eq(operation));
        }
        if let Some(cause) = filters.cause {
            query = query.filter(view::cause_uuid.eq(cause));
        }
        if let Some(from) = filters.from {
            query = query.filter(view::effective_date.ge(from));
        }
        if let Some(to) = filters.to {
            query = query.filter(view::effective_date.le(to));
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select(MovementRow::as_select()),
        rows: listing.rows(),
    };
    let rows: Vec<MovementRow> = query.load(conn).await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing
        .page(rows, count, |row, _| (row.effective_date.to_string(), row.id))
        .map(Movement::from))
}

/// A movement that may be read.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> Result<Movement, Problem> {
    let row: MovementRow = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select(MovementRow::as_select())
        .first(conn)
        .await?;
    Ok(row.into())
}

/// The legs of an act, in the order they were written.
///
/// # Errors
/// The database cannot be read.
pub async fn of_operation(conn: &mut AsyncPgConnection, operation: Uuid) -> QueryResult<Vec<Movement>> {
    let rows: Vec<MovementRow> = view::table
        .filter(view::uuid_operation.eq(operation))
        .order(view::id)
        .select(MovementRow::as_select())
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(Movement::from).collect())
}

/// The whole ledger of a lot, the last first, with what was there after each leg.
///
/// # Errors
/// The database cannot be read.
pub async fn ledger_lines(conn: &mut AsyncPgConnection, id_seed_lot: i32) -> QueryResult<Vec<LedgerLine>> {
    let rows: Vec<MovementRow> = view::table
        .filter(view::id_seed_lot.eq(id_seed_lot))
        .order((view::effective_date.desc(), view::id.desc()))
        .select(MovementRow::as_select())
        .load(conn)
        .await?;
    let after: Vec<Running> = running::table
        .filter(running::id_seed_lot.eq(id_seed_lot))
        .select(Running::as_select())
        .load(conn)
        .await?;
    let mut after: std::collections::HashMap<i32, Running> = after
        .into_iter()
        .map(|line| (line.id_stock_movement, line))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| LedgerLine {
            after: after.remove(&row.id),
            movement: row.into(),
        })
        .collect())
}

/// A lot that seeds are moved of.
#[derive(Debug, Clone)]
pub struct Lot {
    /// Key.
    pub id: i32,
    /// Code.
    pub code: String,
    /// Key of its material.
    pub id_material: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// Archive reserve.
    pub archive_reserve: i32,
    /// Archived since.
    pub archived_at: Option<DateTime<Utc>>,
    /// The action reaches it.
    pub is_reached: bool,
    /// V reaches it.
    pub may_override: bool,
}

/// A lot that may be read, whether `action` reaches it, and whether V does.
///
/// # Errors
/// 409 on the field when it does not exist or may not be read.
pub async fn lot(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    action: &Reach,
    pointer: &str,
) -> Result<Lot, Problem> {
    let (reads, overrides) = (action.principal.reach('R'), action.principal.reach('V'));
    type Row = (i32, String, i32, i32, i32, Option<DateTime<Utc>>, bool, bool);
    let found: Option<Row> = v_seed_lots::table
        .filter(v_seed_lots::uuid.eq(uuid))
        .filter(reads.records())
        .select((
            v_seed_lots::id,
            v_seed_lots::code,
            v_seed_lots::id_material,
            v_seed_lots::id_dataset,
            v_seed_lots::archive_reserve,
            v_seed_lots::archived_at,
            action.records(),
            overrides.records(),
        ))
        .first(conn)
        .await
        .optional()?;
    let (id, code, id_material, id_dataset, archive_reserve, archived_at, is_reached, may_override) =
        found.ok_or_else(|| Problem::unknown(pointer, "unknown_reference"))?;
    Ok(Lot {
        id,
        code,
        id_material,
        id_dataset,
        archive_reserve,
        archived_at,
        is_reached,
        may_override,
    })
}

/// A place that may be read and is in use.
///
/// # Errors
/// 409 on the field when it does not exist, may not be read, or is archived.
pub async fn place(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    pointer: &str,
) -> Result<i32, Problem> {
    let found: Option<(i32, Option<DateTime<Utc>>)> = places::table
        .filter(places::uuid.eq(uuid))
        .filter(reads.organisation())
        .select((places::id_place, places::archived_at))
        .first(conn)
        .await
        .optional()?;
    match found {
        None => Err(Problem::unknown(pointer, "unknown_reference")),
        Some((_, Some(_))) => Err(Problem::new(table::ARCHIVED).at(pointer)),
        Some((id, None)) => Ok(id),
    }
}

/// The same for a place that may be absent.
///
/// # Errors
/// As [`place`].
pub async fn maybe_place(
    conn: &mut AsyncPgConnection,
    uuid: Option<Uuid>,
    reads: &Reach,
    pointer: &str,
) -> Result<Option<i32>, Problem> {
    match uuid {
        None => Ok(None),
        Some(uuid) => place(conn, uuid, reads, pointer).await.map(Some),
    }
}

/// A partner that may be read.
///
/// # Errors
/// 409 on the field when it does not exist or may not be read.
pub async fn maybe_partner(
    conn: &mut AsyncPgConnection,
    uuid: Option<Uuid>,
    reads: &Reach,
) -> Result<Option<i32>, Problem> {
    let Some(uuid) = uuid else { return Ok(None) };
    let found = partners::table
        .filter(partners::uuid.eq(uuid))
        .filter(reads.organisation());
    let id: Option<i32> = found.select(partners::id_partner).first(conn).await.optional()?;
    id.map(Some)
        .ok_or_else(|| Problem::unknown("/partner", "unknown_reference"))
}

/// Locks a lot and reads the legs that count: whoever comes next waits, and sees what
/// this transaction leaves.
///
/// # Errors
/// The database cannot be read.
pub async fn lock(conn: &mut AsyncPgConnection, lot: &Lot) -> QueryResult<Ledger> {
    lock_only(conn, lot.id).await?;
    type Row = (i32, NaiveDate, Option<i32>, Basis, Option<i32>);
    let rows: Vec<Row> = running::table
        .filter(running::id_seed_lot.eq(lot.id))
        .order((
            running::id_place,
            running::effective_date,
            running::id_stock_movement,
        ))
        .select((
            running::id_place,
            running::effective_date,
            running::seeds,
            running::basis,
            running::observed_seeds,
        ))
        .load(conn)
        .await?;
    let legs = rows.into_iter().map(|(place, date, seeds, basis, observed)| {
        (
            place,
            Leg {
                date,
                seeds,
                basis,
                observed,
            },
        )
    });
    Ok(Ledger {
        id_seed_lot: lot.id,
        code: lot.code.clone(),
        archive_reserve: lot.archive_reserve,
        legs: legs.collect(),
    })
}

/// Mass in g of a lot in a place, none when it is not known.
///
/// # Errors
/// The database cannot be read.
pub async fn mass_in(
    conn: &mut AsyncPgConnection,
    id_seed_lot: i32,
    id_place: i32,
) -> QueryResult<Option<BigDecimal>> {
    let found = balances::table.find((id_seed_lot, id_place));
    let mass: Option<Option<BigDecimal>> = found.select(balances::mass_g).first(conn).await.optional()?;
    Ok(mass.flatten())
}

/// Locks a lot.
///
/// # Errors
/// The database cannot be read.
pub async fn lock_only(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<i32> {
    lots::table
        .find(id)
        .select(lots::id_seed_lot)
        .for_no_key_update()
        .first(conn)
        .await
}

/// Writes the legs of an act in one statement.
///
/// # Errors
/// A law of the ledger.
pub async fn insert(conn: &mut AsyncPgConnection, legs: &[NewLeg]) -> QueryResult<usize> {
    diesel::insert_into(movements::table)
        .values(legs)
        .execute(conn)
        .await
}

/// A leg as it is reversed.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = movements, check_for_backend(diesel::pg::Pg))]
struct Written {
    id_stock_movement: i32,
    id_seed_lot: i32,
    id_place: i32,
    seeds: Option<i32>,
    mass_g: Option<BigDecimal>,
    basis: Basis,
    effective_date: NaiveDate,
    cause_type: Option<String>,
    cause_uuid: Option<Uuid>,
}

/// Reverses an act whole, at its original date, and gives the identifier of the reversal.
///
/// # Errors
/// A law of the ledger: already reversed, a stock-take since, a later day that would no longer hold.
pub async fn reverse(
    conn: &mut AsyncPgConnection,
    operation: Uuid,
    reason: Option<&str>,
    id_digitiser: i32,
) -> Result<Uuid, Problem> {
    let written: Vec<Written> = movements::table
        .filter(movements::uuid_operation.eq(operation))
        .order(movements::id_stock_movement)
        .select(Written::as_select())
        .load(conn)
        .await?;
    let reversal = Uuid::new_v4();
    let legs: Vec<NewLeg> = written
        .into_iter()
        .map(|leg| NewLeg {
            uuid: Uuid::new_v4(),
            uuid_operation: reversal,
            id_seed_lot: leg.id_seed_lot,
            id_place: leg.id_place,
            kind: MovementKind::Reversal,
            seeds: leg.seeds.map(|n| -n),
            mass_g: leg.mass_g.map(|mass| -mass),
            basis: leg.basis,
            observed_seeds: None,
            is_total: false,
            effective_date: leg.effective_date,
            id_actor: None,
            actor_text: None,
            id_partner: None,
            cause_type: leg.cause_type,
            cause_uuid: leg.cause_uuid,
            id_reversed: Some(leg.id_stock_movement),
            reason: reason.map(str::to_owned),
            reserve_override_reason: None,
            id_digitiser,
            id_permit: None,
            permit_waiver: None,
        })
        .collect();
    insert(conn, &legs).await?;
    Ok(reversal)
}

/// The act that a record debited its lot with, if it is not reversed.
///
/// # Errors
/// The database cannot be read.
pub async fn standing_debit(conn: &mut AsyncPgConnection, cause: Uuid) -> QueryResult<Option<Uuid>> {
    view::table
        .filter(view::cause_uuid.eq(cause))
        .filter(view::kind.ne(MovementKind::Reversal))
        .filter(view::reversed_by_uuid.is_null())
        .select(view::uuid_operation)
        .first(conn)
        .await
        .optional()
}
