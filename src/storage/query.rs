//! The stays of a lot, in the database: its movements, the places that hold it or held it, and
//! the moves of those.

use std::collections::HashMap;

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Date, Integer, Nullable, Numeric, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::periods::{Close, Held, Move, Tree};
use crate::auth::Reach;
use crate::db::statement::Statement;
use crate::schema::v_stock_ledger as ledger;

/// What was in each place at the close of each day of the ledger of a lot.
///
/// # Errors
/// The database cannot be read.
pub async fn closes(conn: &mut AsyncPgConnection, id_seed_lot: i32) -> QueryResult<Vec<Close>> {
    let rows: Vec<(i32, NaiveDate, i64, bool)> = ledger::table
        .filter(ledger::id_seed_lot.eq(id_seed_lot))
        .filter(ledger::closes_day)
        .order((ledger::effective_date, ledger::id_stock_movement))
        .select((
            ledger::id_place,
            ledger::effective_date,
            ledger::running_seeds,
            ledger::is_known,
        ))
        .load(conn)
        .await?;
    let close = |(id_place, date, seeds, is_known): (i32, NaiveDate, i64, bool)| Close {
        id_place,
        date,
        holds: !is_known || seeds != 0,
    };
    Ok(rows.into_iter().map(close).collect())
}

/// A place that holds a lot, or held it.
#[derive(Debug, Clone)]
pub struct Place {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    pub code: String,
    /// Name.
    pub label: String,
    /// Expected temperature, °C.
    pub temperature: Option<f64>,
    /// Expected relative humidity, %.
    pub humidity: Option<f64>,
    /// It may be read.
    pub is_readable: bool,
}

type Columns = (
    Integer,
    Nullable<Integer>,
    SqlUuid,
    Text,
    Text,
    Nullable<Numeric>,
    Nullable<Numeric>,
    Bool,
    Array<Date>,
    Array<Nullable<Integer>>,
    Array<Nullable<Integer>>,
);
type Row = (
    i32,
    Option<i32>,
    Uuid,
    String,
    String,
    Option<BigDecimal>,
    Option<BigDecimal>,
    bool,
    Vec<NaiveDate>,
    Vec<Option<i32>>,
    Vec<Option<i32>>,
);

/// The places of the ledger of a lot and all that hold or held them, with their moves, in one statement.
///
/// # Errors
/// The database cannot be read.
pub async fn places(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    id_seed_lot: i32,
) -> QueryResult<(HashMap<i32, Place>, Tree)> {
    let rows: Vec<Row> = Statement::<Columns>::new(
        "WITH RECURSIVE up AS (
           SELECT m.id_place FROM pr_exsitu.t_stock_movements m WHERE m.id_seed_lot = ",
    )
    .bind::<Integer, _>(id_seed_lot)
    .sql(
        "
           UNION
           SELECT h.id_place FROM up u CROSS JOIN LATERAL (
             SELECT p.id_parent AS id_place FROM pr_exsitu.t_places p WHERE p.id_place = u.id_place
             UNION ALL
             SELECT e.id_place FROM pr_exsitu.t_place_moves m
             CROSS JOIN LATERAL (VALUES (m.id_parent_before), (m.id_parent_after)) e (id_place) WHERE m.id_place = u.id_place
           ) h WHERE h.id_place IS NOT NULL
         )
         SELECT p.id_place, p.id_parent, p.uuid, p.code, p.label, p.expected_temperature, p.expected_humidity, ",
    )
    .part(reads.organisation())
    .sql(
        ", coalesce(m.dates, '{}'), coalesce(m.befores, '{}'), coalesce(m.afters, '{}')
         FROM up u JOIN pr_exsitu.t_places p USING (id_place)
         CROSS JOIN LATERAL (
           SELECT array_agg(v.effective_date ORDER BY v.effective_date, v.id_place_move) AS dates,
                  array_agg(v.id_parent_before ORDER BY v.effective_date, v.id_place_move) AS befores,
                  array_agg(v.id_parent_after ORDER BY v.effective_date, v.id_place_move) AS afters
           FROM pr_exsitu.t_place_moves v WHERE v.id_place = p.id_place
         ) m",
    )
    .load(conn)
    .await?;
    let number = |decimal: Option<BigDecimal>| decimal.as_ref().and_then(ToPrimitive::to_f64);
    let mut places = HashMap::with_capacity(rows.len());
    let mut tree = Tree::with_capacity(rows.len());
    for (id, id_parent, uuid, code, label, temperature, humidity, is_readable, dates, befores, afters) in rows
    {
        let ends = befores.into_iter().zip(afters);
        let moves = dates.into_iter().zip(ends);
        let moves = moves.map(|(date, (before, after))| Move { date, before, after });
        tree.insert(
            id,
            Held {
                id_parent,
                moves: moves.collect(),
            },
        );
        places.insert(
            id,
            Place {
                uuid,
                code,
                label,
                temperature: number(temperature),
                humidity: number(humidity),
                is_readable,
            },
        );
    }
    Ok((places, tree))
}
