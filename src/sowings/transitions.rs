//! Changes of state: leaving `prepared` takes the seeds out of the lot, once, in the
//! same transaction; cancelling what was taken puts them back by a reversal.

use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;

use super::model::{SourceKind, SowingRow, State, Transition};
use super::{query, rules};
use crate::auth::Can;
use crate::error::{Problem, table};
use crate::http::Writer;
use crate::replicates;
use crate::stock::debit::{self, Debit};
use crate::stock::model::MovementKind;

/// Brings a sowing, locked, to another state.
///
/// # Errors
/// 409 for a state it does not lead to, a law of the stock, a date, an outcome or a missing reason.
pub async fn go<A: crate::auth::can::Action>(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<A>,
    sowing: &SowingRow,
    asked: &Transition,
) -> Result<(), Problem> {
    let (from, to) = (sowing.state, asked.to);
    rules::transition(from, to)?;
    let day = asked.date.unwrap_or_else(|| cx.today());
    if day > cx.today() {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/date"));
    }
    let reopens = matches!(
        (from, to),
        (State::Closed, _) | (State::EmergenceEnded, State::Emerging)
    );
    let undoes = to == State::Cancelled && from.is_debited();
    if (reopens || undoes) && asked.reason.is_none() {
        return Err(Problem::law("/reason", "required"));
    }
    if (to == State::Closed) != asked.outcome.is_some() {
        return Err(Problem::new(table::SOWING_OUTCOME).at("/outcome"));
    }
    if undoes {
        cancel(conn, can.user.id_role, sowing, asked.reason.as_deref()).await?;
    }
    if to == State::Prepared {
        prepared(conn, sowing).await?;
    }
    if to.is_debited() && !from.is_debited() {
        debit(conn, can, sowing, asked, day).await?;
    }
    let sowing_date = sown_on(sowing, to, asked.date, day);
    if to.is_debited() {
        let origin = query::origin(conn, sowing.id_material).await?;
        rules::dates(
            sowing_date.or(sowing.sowing_date),
            origin,
            cx.today(),
            to != State::InPretreatment,
        )?;
    }
    let end_date = if to == State::Closed { Some(day) } else { None };
    query::go(conn, sowing.id, to, asked.outcome, end_date, sowing_date).await?;
    Ok(())
}

/// The day of sowing to write: said, or planned and come, or today.
fn sown_on(sowing: &SowingRow, to: State, said: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    let first_time = to == State::Sown && !matches!(sowing.state, State::Emerging);
    first_time.then(|| {
        said.or(sowing.sowing_date.filter(|planned| *planned <= day))
            .unwrap_or(day)
    })
}

/// What a prepared sowing must have: replicates that sum.
async fn prepared(conn: &mut AsyncPgConnection, sowing: &SowingRow) -> Result<(), Problem> {
    let rows = replicates::query::list(conn, replicates::Owner::Sowing(sowing.id)).await?;
    let sown: Vec<Option<i32>> = rows.iter().map(|row| row.sown).collect();
    replicates::rules::replicates_sum(sowing.sown(), sowing.is_counted_seeds(), &sown)
}

/// Takes the seeds out of the lot, if they come from one.
async fn debit<A: crate::auth::can::Action>(
    conn: &mut AsyncPgConnection,
    can: &Can<A>,
    sowing: &SowingRow,
    asked: &Transition,
    day: NaiveDate,
) -> Result<(), Problem> {
    let Some((lot, id_place)) = sowing.lot_uuid.zip(sowing.id_source_place) else {
        return Ok(());
    };
    let per_unit = sowing
        .propagules_per_unit
        .as_ref()
        .and_then(bigdecimal::ToPrimitive::to_f64);
    let (seeds, basis) = rules::debited(sowing.sown(), sowing.sown_unit, sowing.sown_basis, per_unit);
    let date = match asked.to {
        State::Sown => sown_on(sowing, asked.to, asked.date, day).unwrap_or(day),
        _ => day,
    };
    let debit = Debit {
        cause: ("sowing", sowing.uuid),
        lot: (lot, "/source/lot"),
        id_place,
        kind: MovementKind::Sowing,
        seeds,
        basis,
        date,
        confirmed: asked.confirm_overdraw,
        override_reason: asked.reserve_override_reason.clone(),
    };
    debit::take(conn, &can.user, debit).await
}

/// Puts the seeds back: refused once something was counted.
async fn cancel(
    conn: &mut AsyncPgConnection,
    id_role: i32,
    sowing: &SowingRow,
    reason: Option<&str>,
) -> Result<(), Problem> {
    if sowing.visits > 0 {
        return Err(Problem::new(table::HAS_CHILDREN).with("table", "t_counts"));
    }
    if sowing.source_kind != SourceKind::SeedLot {
        return Ok(());
    }
    debit::put_back(conn, sowing.uuid, reason, id_role).await
}
