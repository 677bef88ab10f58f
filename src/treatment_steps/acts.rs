//! What is done with the treatment steps of a sowing or of a test.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{NewStep, Step, StepChanges, StepColumns, StepToday};
use super::{query, rules};
use crate::error::Problem;
use crate::host;
use crate::http::{IfMatch, Reply, Writer};
use crate::replicates::{Owned, Owner};

fn today(step: Step, today: NaiveDate) -> StepToday {
    let state = rules::state(step.start_date, step.planned_end_date, step.end_date, today);
    StepToday { step, state }
}

/// All of them, in order.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    owned: &Owned,
    day: NaiveDate,
) -> Result<Vec<StepToday>, Problem> {
    let steps = query::list(conn, owned.owner).await?;
    Ok(steps.into_iter().map(|step| today(step, day)).collect())
}

/// One of them.
///
/// # Errors
/// 404 when it is not one of them.
pub async fn read(
    conn: &mut AsyncPgConnection,
    owned: &Owned,
    step: Uuid,
    day: NaiveDate,
) -> Result<Reply, Problem> {
    let step = query::find(conn, owned.owner, step).await?;
    Ok(Reply::ok(step.version, today(step, day)))
}

/// One more, after the others by default.
///
/// # Errors
/// 409 on the field that is wrong.
pub async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: Owned,
    new: NewStep,
) -> Result<Reply, Problem> {
    let owned = owned.locked(conn).await?;
    let made = insert(conn, owned.owner, &[new], cx.user.id_role, "", cx.today()).await?;
    let step = made.into_iter().next().ok_or_else(Problem::not_found)?;
    let link = cx.link(&format!("{}/treatment-steps/{}", owned.path, step.uuid));
    Ok(Reply::created(link, step.version, today(step, cx.today())))
}

/// The steps of a new record, in the order they are given.
///
/// # Errors
/// 409 on the field of the step that is wrong.
pub async fn insert_all(
    conn: &mut AsyncPgConnection,
    owner: Owner,
    steps: &[NewStep],
    id_digitiser: i32,
    day: NaiveDate,
) -> Result<(), Problem> {
    if !steps.is_empty() {
        insert(conn, owner, steps, id_digitiser, "/treatment_steps", day).await?;
    }
    Ok(())
}

async fn insert(
    conn: &mut AsyncPgConnection,
    owner: Owner,
    steps: &[NewStep],
    id_digitiser: i32,
    pointer: &str,
    day: NaiveDate,
) -> Result<Vec<Step>, Problem> {
    let actors: Vec<i32> = steps.iter().filter_map(|step| step.id_actor).collect();
    if host::roles::first_unknown(conn, &actors).await?.is_some() {
        return Err(Problem::unknown(format!("{pointer}/id_actor"), "unknown_role"));
    }
    let mut rank = query::next_rank(conn, owner).await?;
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        let mut columns = StepColumns::from(step);
        columns.rank = Some(step.rank.unwrap_or(rank));
        rank = columns.rank.unwrap_or(rank).saturating_add(1);
        columns.id_sowing = owner.id_sowing();
        columns.id_seed_test = owner.id_seed_test();
        columns.id_digitiser = Some(id_digitiser);
        if let (None, Some(start), Some((duration, unit))) = (
            step.planned_end_date,
            step.start_date,
            step.duration.zip(step.duration_unit),
        ) {
            columns.planned_end_date = Some(rules::planned_end(start, duration, unit));
        }
        rules::concentration(step.concentration, step.concentration_unit)?;
        rules::duration(step.duration, step.duration_unit)?;
        rules::dates(
            step.start_date,
            columns.planned_end_date.flatten(),
            step.end_date,
            day,
        )?;
        losses(step.quantity_treated, step.quantity_lost)?;
        rows.push(columns);
    }
    Ok(query::insert(conn, &rows).await?)
}

fn losses(treated: Option<i32>, lost: Option<i32>) -> Result<(), Problem> {
    match (treated, lost) {
        (Some(treated), Some(lost)) if lost > treated => Err(Problem::law("/quantity_lost", "out_of_range")),
        _ => Ok(()),
    }
}

/// Changes one.
///
/// # Errors
/// 412 when it changed since, 409 on the field that is wrong.
pub async fn update(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: &Owned,
    step: Uuid,
    read: &IfMatch,
    changes: &StepChanges,
) -> Result<Reply, Problem> {
    let step = query::find(conn, owned.owner, step).await?;
    read.check(step.version, today(step.clone(), cx.today()))?;
    hold(&step, changes, cx.today())?;
    if let Some(Some(actor)) = changes.id_actor
        && host::roles::first_unknown(conn, &[actor]).await?.is_some()
    {
        return Err(Problem::unknown("/id_actor", "unknown_role"));
    }
    let changed = query::update(conn, &step, &StepColumns::from(changes)).await?;
    let changed = changed.ok_or_else(|| IfMatch::stale(today(step, cx.today())))?;
    Ok(Reply::ok(changed.version, today(changed, cx.today())))
}

/// The step as it would be still holds.
fn hold(step: &Step, changes: &StepChanges, day: NaiveDate) -> Result<(), Problem> {
    let number = |value: &Option<BigDecimal>| value.as_ref().and_then(BigDecimal::to_f64);
    let concentration = changes
        .concentration
        .unwrap_or_else(|| number(&step.concentration));
    rules::concentration(
        concentration,
        changes.concentration_unit.unwrap_or(step.concentration_unit),
    )?;
    let duration = changes.duration.unwrap_or_else(|| number(&step.duration));
    rules::duration(duration, changes.duration_unit.unwrap_or(step.duration_unit))?;
    rules::dates(
        changes.start_date.unwrap_or(step.start_date),
        changes.planned_end_date.unwrap_or(step.planned_end_date),
        changes.end_date.unwrap_or(step.end_date),
        day,
    )?;
    losses(
        changes.quantity_treated.unwrap_or(step.quantity_treated),
        changes.quantity_lost.unwrap_or(step.quantity_lost),
    )
}

/// Deletes one.
///
/// # Errors
/// 412 when it changed since.
pub async fn delete(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: &Owned,
    step: Uuid,
    read: &IfMatch,
) -> Result<Reply, Problem> {
    let step = query::find(conn, owned.owner, step).await?;
    read.check(step.version, today(step.clone(), cx.today()))?;
    query::delete(conn, &step).await?;
    Ok(Reply::deleted())
}
