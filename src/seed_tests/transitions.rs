//! Changes of state: leaving `draft` takes the seeds out of the lot, or out of what the
//! parent test left, in the same transaction; cancelling puts them back by a reversal.

use diesel_async::AsyncPgConnection;

use super::model::{SeedTestRow, TestState, TestTransition};
use super::query::{self, Step};
use super::rules;
use crate::auth::Can;
use crate::auth::can::Action;
use crate::error::{Problem, table};
use crate::http::Writer;
use crate::replicates::{self, Owner};
use crate::sowings;
use crate::stock::debit::{self, Debit};
use crate::stock::model::Basis;

/// Brings a test, locked, to another state.
///
/// # Errors
/// 409 for a state it does not lead to, a law of the stock, a date, a seed that is not accounted
/// for, a missing reason.
pub async fn go<A: Action>(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<A>,
    test: &SeedTestRow,
    asked: &TestTransition,
) -> Result<(), Problem> {
    rules::transition(test.state, asked.to)?;
    rules::reason(test.state, asked.to, asked.reason.as_deref())?;
    if asked.date.is_some_and(|day| day > cx.today()) {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/date"));
    }
    let mut step = Step {
        state: asked.to,
        date_start: test.date_start,
        date_end: None,
        next_count_due: test.next_count_due,
        state_reason: asked.reason.clone(),
    };
    match (test.state, asked.to) {
        (TestState::Draft, TestState::Running) => {
            let day = asked.date.or(test.date_start).unwrap_or_else(|| cx.today());
            step.date_start = Some(day);
            begin(conn, cx, can, test, asked, day).await?;
        }
        (_, TestState::Finished) => {
            let day = asked.date.unwrap_or_else(|| cx.today());
            let replicates = replicates::query::list(conn, Owner::SeedTest(test.id)).await?;
            rules::complete(&replicates)?;
            rules::end(day, test.date_start, test.last_count_date)?;
            step.date_end = Some(day);
            step.next_count_due = None;
        }
        (_, TestState::Cancelled) => {
            cancel(conn, can.user.id_role, test, asked.reason.as_deref()).await?;
            step.next_count_due = None;
        }
        _ => {}
    }
    query::go(conn, test.id, &step).await?;
    Ok(())
}

/// Puts the seeds to test.
async fn begin<A: Action>(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<A>,
    test: &SeedTestRow,
    asked: &TestTransition,
    day: chrono::NaiveDate,
) -> Result<(), Problem> {
    rules::source(test.id_source_place, test.id_parent_test)?;
    let origin = sowings::query::origin(conn, test.id_material).await?;
    rules::start(day, origin, cx.today(), "/date")?;
    let rows = replicates::query::list(conn, Owner::SeedTest(test.id)).await?;
    let sown: Vec<Option<i32>> = rows.iter().map(|row| row.sown).collect();
    replicates::rules::replicates_sum(test.seeds.map(f64::from), true, &sown)?;
    let Some(id_place) = test.id_source_place else {
        let parent = query::left_by(conn, test.id_parent_test.unwrap_or_default(), test.id).await?;
        return rules::second_chance(&parent, test.seeds.unwrap_or_default());
    };
    let debit = Debit {
        cause: ("seed_test", test.uuid),
        lot: (test.lot_uuid, "/lot"),
        id_place,
        kind: test.kind.movement(),
        seeds: test.seeds,
        basis: Basis::Counted,
        date: day,
        confirmed: asked.confirm_overdraw,
        override_reason: asked.reserve_override_reason.clone(),
    };
    debit::take(conn, &can.user, debit).await
}

/// Puts the seeds back: refused once something was counted.
async fn cancel(
    conn: &mut AsyncPgConnection,
    id_role: i32,
    test: &SeedTestRow,
    reason: Option<&str>,
) -> Result<(), Problem> {
    if test.visits > 0 {
        return Err(Problem::new(table::HAS_CHILDREN).with("table", "t_counts"));
    }
    debit::put_back(conn, test.uuid, reason, id_role).await
}
