//! Events in the database.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{CultivationEvent, EventColumns, EventProducts, EventRow, ProductsRow};
use super::rules::Step;
use super::said::EventKind;
use crate::exits::acts::ExitColumns;
use crate::schema::{
    t_cultivation_events as table, t_harvests, t_materials, t_seed_lots, v_cultivation_events as view,
    v_harvests_of_events as products,
};

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

/// Events as they are shown: with what the harvests among them made.
///
/// # Errors
/// The database cannot be read.
pub async fn shown(conn: &mut AsyncPgConnection, rows: Vec<EventRow>) -> QueryResult<Vec<CultivationEvent>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.uuid).collect();
    let made: Vec<ProductsRow> = products::table
        .filter(products::event_uuid.eq_any(&ids))
        .select(ProductsRow::as_select())
        .load(conn)
        .await?;
    let mut made: HashMap<Uuid, ProductsRow> = made.into_iter().map(|row| (row.event_uuid, row)).collect();
    let event = |row: EventRow| CultivationEvent {
        made: made.remove(&row.uuid).map(EventProducts::from),
        ..CultivationEvent::from(row)
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Locks the lots that were made with the harvests of an operation, which its reversal empties.
///
/// # Errors
/// The database cannot be read.
pub async fn lock_lots(conn: &mut AsyncPgConnection, operation: Uuid) -> QueryResult<Vec<i32>> {
    let harvests = t_harvests::table
        .inner_join(table::table.on(t_harvests::id_cultivation_event.eq(table::id_event.nullable())))
        .filter(table::uuid_operation.eq(operation))
        .select(t_harvests::id_harvest.nullable());
    let of_them = t_materials::table
        .filter(t_materials::id_harvest.eq_any(harvests))
        .select(t_materials::id_material);
    t_seed_lots::table
        .filter(t_seed_lots::id_material.eq_any(of_them))
        .order(t_seed_lots::id_seed_lot)
        .select(t_seed_lots::id_seed_lot)
        .for_no_key_update()
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
