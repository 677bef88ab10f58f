//! Events in the database.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{EventColumns, EventRow};
use super::rules::Step;
use super::said::EventKind;
use crate::exits::acts::ExitColumns;
use crate::schema::{t_cultivation_events as table, v_cultivation_events as view};

/// The events of a cultivation, the last first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection, id_cultivation: i32) -> QueryResult<Vec<EventRow>> {
    view::table
        .filter(view::id_cultivation.eq(id_cultivation))
        .order((view::event_date.desc(), view::id.desc()))
        .select(EventRow::as_select())
        .load(conn)
        .await
}

/// One of them.
///
/// # Errors
/// It is not one of them.
pub async fn find(conn: &mut AsyncPgConnection, id_cultivation: i32, uuid: Uuid) -> QueryResult<EventRow> {
    view::table
        .filter(view::id_cultivation.eq(id_cultivation))
        .filter(view::uuid.eq(uuid))
        .select(EventRow::as_select())
        .first(conn)
        .await
}

/// The events that were entered together.
///
/// # Errors
/// The database cannot be read.
pub async fn of_operation(conn: &mut AsyncPgConnection, operation: Uuid) -> QueryResult<Vec<EventRow>> {
    view::table
        .filter(view::uuid_operation.eq(operation))
        .order((view::id_cultivation, view::id))
        .select(EventRow::as_select())
        .load(conn)
        .await
}

/// The cultivations of what was entered together.
///
/// # Errors
/// The database cannot be read.
pub async fn cultivations_of(conn: &mut AsyncPgConnection, operation: Uuid) -> QueryResult<Vec<i32>> {
    table::table
        .filter(table::uuid_operation.eq(operation))
        .order(table::id_cultivation)
        .select(table::id_cultivation)
        .distinct()
        .load(conn)
        .await
}

/// The events of a cultivation that stand, as what they do to its plants.
///
/// # Errors
/// The database cannot be read.
pub async fn steps(conn: &mut AsyncPgConnection, id_cultivation: i32) -> QueryResult<Vec<Step>> {
    let rows: Vec<(NaiveDate, i32)> = view::table
        .filter(view::id_cultivation.eq(id_cultivation))
        .filter(view::reverses_uuid.is_null())
        .filter(view::reversed_by_uuid.is_null())
        .order((view::event_date, view::id))
        .select((view::event_date, view::plants))
        .load(conn)
        .await?;
    let step = |(date, plants)| Step { date, plants };
    Ok(rows.into_iter().map(step).collect())
}

/// The key of a death of a cultivation.
///
/// # Errors
/// The database cannot be read.
pub async fn death(
    conn: &mut AsyncPgConnection,
    id_cultivation: i32,
    uuid: Uuid,
) -> QueryResult<Option<i32>> {
    table::table
        .filter(table::id_cultivation.eq(id_cultivation))
        .filter(table::uuid.eq(uuid))
        .filter(table::kind.eq(EventKind::Death))
        .select(table::id_event)
        .first(conn)
        .await
        .optional()
}

/// Writes events in one statement.
///
/// # Errors
/// A law of the events.
pub async fn insert(conn: &mut AsyncPgConnection, events: &[EventColumns]) -> QueryResult<usize> {
    let rows: Vec<_> = events.iter().map(|event| (event, event.exit.place())).collect();
    diesel::insert_into(table::table).values(rows).execute(conn).await
}

/// Reverses what was entered together, and gives the identifier of the reversal; the database puts
/// the seedlings back.
///
/// # Errors
/// A law of the events or of the counts.
pub async fn reverse(
    conn: &mut AsyncPgConnection,
    operation: Uuid,
    reason: &str,
    id_digitiser: i32,
) -> QueryResult<Uuid> {
    let written: Vec<(i32, i32, EventKind, NaiveDate, serde_json::Value)> = table::table
        .filter(table::uuid_operation.eq(operation))
        .order(table::id_event)
        .select((
            table::id_event,
            table::id_cultivation,
            table::kind,
            table::event_date,
            table::said,
        ))
        .load(conn)
        .await?;
    let reversal = Uuid::new_v4();
    let events: Vec<EventColumns> = written
        .into_iter()
        .map(
            |(id_event, id_cultivation, kind, event_date, said)| EventColumns {
                uuid: Uuid::new_v4(),
                uuid_operation: reversal,
                id_cultivation,
                kind,
                event_date,
                plants: 0,
                said,
                death_cause: None,
                outcome: None,
                id_place: None,
                id_other_cultivation: None,
                id_death: None,
                id_actor: None,
                actor_text: None,
                remarks: None,
                id_reversed: Some(id_event),
                reason: Some(reason.to_owned()),
                id_digitiser,
                exit: ExitColumns::default(),
            },
        )
        .collect();
    insert(conn, &events).await?;
    Ok(reversal)
}
