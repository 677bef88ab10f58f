//! What the viability of a lot is computed from.

use std::collections::HashMap;

use bigdecimal::{BigDecimal, ToPrimitive};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::model::{LotTest, Store, StoreSource};
use super::size::Trial;
use crate::auth::Reach;
use crate::http::relative::Relative;
use crate::results;
use crate::results::compute::Subject;
use crate::results::query::Owners;
use crate::schema::{
    t_seed_tests as tests_table, v_seed_lots as lots, v_seed_tests as tests, v_sowings as sowings,
};
use crate::seed_lots::model::{LotPlace, SeedLotRow};
use crate::seed_tests::model::{SeedTestRow, TestKind, TestState};
use crate::sowings::model::{SownUnit, State};
use crate::stock::model::Basis;
use crate::storage::current::{self as storage, CurrentMoisture, MoistureSource};

/// The tests of a lot that may be read, running or over, the first one first: four statements
/// whatever their number.
///
/// # Errors
/// The database cannot be read.
pub async fn tests(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    id_seed_lot: i32,
    level: f64,
) -> QueryResult<Vec<LotTest>> {
    let rows: Vec<SeedTestRow> = tests::table
        .filter(reads.records())
        .filter(tests::id_seed_lot.eq(id_seed_lot))
        .filter(tests::archived_at.is_null())
        .filter(tests::state.eq_any([TestState::Running, TestState::Finished]))
        .order((tests::sort_date_start, tests::id))
        .select(SeedTestRow::as_select())
        .load(conn)
        .await?;
    let ids: Vec<i32> = rows.iter().map(|row| row.id).collect();
    let mut dishes = results::query::dishes(conn, Owners::SeedTests(&ids)).await?;
    let mut typed: HashMap<i32, Option<Value>> = tests_table::table
        .filter(tests_table::id_seed_test.eq_any(&ids))
        .filter(tests_table::typed_results.is_not_null())
        .select((tests_table::id_seed_test, tests_table::typed_results))
        .load::<(i32, Option<Value>)>(conn)
        .await?
        .into_iter()
        .collect();
    let test = |row: SeedTestRow| {
        let subject = Subject {
            started: row.date_start,
            treated: None,
            dishes: match row.kind {
                TestKind::Germination => dishes.remove(&row.id).unwrap_or_default(),
                _ => Vec::new(),
            },
        };
        let germination = subject.germination(level);
        let viable = results::query::examined(&row).viable(level);
        let mut test = LotTest {
            uuid: row.uuid,
            code: row.code,
            kind: row.kind,
            purpose: row.purpose,
            state: row.state,
            date_start: row.date_start,
            date_end: row.date_end,
            seeds: row.seeds,
            is_second_chance: row.id_parent_test.is_some(),
            is_measure: false,
            germination: germination.ok(),
            germination_reason: germination.err(),
            viable: viable.ok(),
            viable_reason: viable.err(),
            typed_results: typed.remove(&row.id).flatten(),
        };
        test.is_measure = test.measures_the_lot();
        test
    };
    Ok(rows.into_iter().map(test).collect())
}

/// The sowings of a lot that may be read, whose emergence is over and whose seeds were counted,
/// the first one first.
///
/// # Errors
/// The database cannot be read.
pub async fn sowings(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    id_seed_lot: i32,
) -> QueryResult<Vec<Trial>> {
    let rows: Vec<(Option<chrono::NaiveDate>, Option<BigDecimal>, i32)> = sowings::table
        .filter(reads.records())
        .filter(sowings::id_seed_lot.eq(id_seed_lot))
        .filter(sowings::archived_at.is_null())
        .filter(sowings::state.eq_any([State::EmergenceEnded, State::Closed]))
        .filter(sowings::sown_unit.eq(SownUnit::Seed))
        .filter(sowings::sown_basis.eq(Basis::Counted))
        .filter(sowings::visits.gt(0))
        .order((sowings::sort_sowing_date, sowings::id))
        .select((sowings::sowing_date, sowings::sown_value, sowings::emerged))
        .load(conn)
        .await?;
    let trial = |(date, sown, emerged): (Option<chrono::NaiveDate>, Option<BigDecimal>, i32)| {
        Some(Trial {
            date: date?,
            sown: sown?.to_u32()?,
            came_up: u32::try_from(emerged).ok()?,
        })
    };
    Ok(rows.into_iter().filter_map(trial).collect())
}

/// The store of a lot: its moisture, and the temperature expected of the place that holds most of it.
///
/// # Errors
/// The database cannot be read.
pub async fn store(conn: &mut AsyncPgConnection, reads: &Reach, lot: &SeedLotRow) -> QueryResult<Store> {
    let now = storage::current(conn, reads, lot.id).await?;
    let (place, readable): (Option<LotPlace>, bool) = lots::table
        .filter(lots::id.eq(lot.id))
        .select((
            (lots::place_uuid, lots::place_code, lots::place_label),
            reads.related_organisation("place_"),
        ))
        .first::<((Option<Uuid>, Option<String>, Option<String>), bool)>(conn)
        .await
        .map(|((uuid, code, label), readable)| (LotPlace::new(uuid, code, label), readable))?;
    let source = |moisture: &CurrentMoisture| match moisture.source {
        MoistureSource::Check => StoreSource::Check,
        MoistureSource::Lot => StoreSource::Lot,
    };
    let temperature = now.temperature.filter(|_| readable);
    Ok(Store {
        moisture_percent: now.moisture.as_ref().map(|moisture| moisture.percent),
        moisture_source: now.moisture.as_ref().map(source),
        temperature_source: temperature.as_ref().map(|_| StoreSource::Place),
        temperature: temperature.map(|temperature| temperature.celsius),
        place: Relative::new(place, readable),
    })
}
