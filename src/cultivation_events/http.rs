//! Routes of the events of the cultivations.

use actix_web::{HttpResponse, get, post, web};
use diesel_async::AsyncPgConnection;
use serde_json::Value;
use uuid::Uuid;

use super::acts::{self, Author, Common, Line};
use super::model::{CultivationEvent, EventOperation, GroupedEvent, GroupedLine, NewEvent};
use super::said::Said;
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::cultivations;
use crate::db;
use crate::error::{Problem, table};
use crate::http::{Reply, Valid, Writer};
use crate::openapi;
use crate::stock::model::Reversal;

/// List the events of a cultivation
#[utoipa::path(tag = "cultivations", params(("uuid" = Uuid, Path, description = "Identifier of the cultivation.")), responses(
    (status = 200, description = "Its events, the last first.", body = Vec<CultivationEvent>),
    openapi::ReadProblems,
))]
#[get("/cultivations/{uuid}/events")]
pub async fn list_cultivation_events(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<CultivationEvent>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, ..) = cultivations::query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let rows = query::list(&mut conn, row.id).await?;
    Ok(web::Json(query::shown(&mut conn, rows).await?))
}

/// Read an event of a cultivation
#[utoipa::path(tag = "cultivations", params(
    ("uuid" = Uuid, Path, description = "Identifier of the cultivation."),
    ("event" = Uuid, Path, description = "Identifier of the event."),
), responses(
    (status = 200, description = "The event.", body = CultivationEvent),
    openapi::ReadProblems,
))]
#[get("/cultivations/{uuid}/events/{event}")]
pub async fn read_cultivation_event(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<web::Json<CultivationEvent>, Problem> {
    let (uuid, event) = path.into_inner();
    let mut conn = db::connect(&app.pool).await?;
    let (row, ..) = cultivations::query::find(&mut conn, uuid, &can.reach(), &can.reach()).await?;
    let event = query::find(&mut conn, row.id, event).await?;
    let event = query::shown(&mut conn, vec![event]).await?.pop();
    event.map(web::Json).ok_or_else(Problem::not_found)
}

/// Append an event to a cultivation
///
/// Needs U on it, and on the others that it takes plants from. Seedlings added to it leave the
/// replicates of its sowing or test in the same transaction. A harvest makes its record, its material
/// and its lot (C on the dataset of the cultivation), and the answer says which.
#[utoipa::path(tag = "cultivations", request_body = NewEvent, params(("uuid" = Uuid, Path, description = "Identifier of the cultivation."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The event, with those that were written with it.", body = EventOperation, headers(("Location" = String, description = "Where it is."))),
    openapi::AppendProblems,
))]
#[post("/cultivations/{uuid}/events")]
pub async fn create_cultivation_event(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewEvent>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let said = Said::read(&new.said, "/said")?;
            rules::alone(said.kind())?;
            let (row, _, allowed) =
                cultivations::query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            acts::lock(conn, &[&row]).await?;
            let common = Common {
                uuid: new.uuid,
                date: new.event_date.unwrap_or_else(|| cx.today()),
                id_actor: new.id_actor,
                actor_text: new.actor_text.clone(),
                remarks: new.remarks.clone(),
            };
            let line = Line {
                cultivation: &row,
                said,
                is_first: false,
                at: "/said".to_owned(),
            };
            let author = Author {
                cx: &cx,
                reads: &can.reads(),
                appends: &can.reach(),
            };
            let operation = acts::append(conn, author, &[line], &common).await?;
            answer(conn, &cx, *uuid, row.id, operation).await
        })
        .await
}

/// What was written together, and where the event of a cultivation is.
async fn answer(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    uuid: Uuid,
    id_cultivation: i32,
    operation: Uuid,
) -> Result<Reply, Problem> {
    let own = query::list(conn, id_cultivation).await?;
    let own = own.iter().find(|row| row.uuid_operation == operation);
    let own = own.map_or(operation, |row| row.uuid);
    let rows = query::of_operation(conn, operation).await?;
    Ok(Reply::appended(
        cx.link(&format!("/cultivations/{uuid}/events/{own}")),
        EventOperation {
            operation,
            events: query::shown(conn, rows).await?,
        },
    ))
}

/// Append the same event to several cultivations
///
/// All or nothing; each with its own quantity when it gives one. Needs U on all of them.
#[utoipa::path(tag = "cultivations", request_body = GroupedEvent, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The events.", body = EventOperation, headers(("Location" = String, description = "The event of the first cultivation."))),
    openapi::AppendProblems,
))]
#[post("/cultivations/events")]
pub async fn create_grouped_events(
    can: Can<Update>,
    write: Writer,
    body: Valid<GroupedEvent>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (reads, reach) = (can.reads(), can.reach());
            let mut rows = Vec::with_capacity(new.lines.len());
            for (n, line) in new.lines.iter().enumerate() {
                let at = format!("/lines/{n}/cultivation");
                let row = cultivations::query::other(conn, line.cultivation, &reach, &at).await?;
                if rows
                    .iter()
                    .any(|other: &cultivations::model::CultivationRow| other.id == row.id)
                {
                    return Err(Problem::law(at, "duplicate"));
                }
                rows.push(row);
            }
            let all: Vec<_> = rows.iter().collect();
            acts::lock(conn, &all).await?;
            let mut lines = Vec::with_capacity(rows.len());
            for (n, (row, line)) in rows.iter().zip(&new.lines).enumerate() {
                lines.push(Line {
                    cultivation: row,
                    said: own_quantity(&new.said, line)?,
                    is_first: false,
                    at: format!("/lines/{n}"),
                });
            }
            let common = Common {
                uuid: None,
                date: new.event_date.unwrap_or_else(|| cx.today()),
                id_actor: new.id_actor,
                actor_text: new.actor_text.clone(),
                remarks: new.remarks.clone(),
            };
            let author = Author {
                cx: &cx,
                reads: &reads,
                appends: &reach,
            };
            let operation = acts::append(conn, author, &lines, &common).await?;
            let first = rows.first().ok_or_else(Problem::not_found)?;
            answer(conn, &cx, first.uuid, first.id, operation).await
        })
        .await
}

/// What is said, with the quantity of one line.
fn own_quantity(said: &Value, line: &GroupedLine) -> Result<Said, Problem> {
    let mut own = said.clone();
    if let (Some(quantity), Some(fields)) = (line.quantity, own.as_object_mut()) {
        fields.insert("quantity".to_owned(), quantity.into());
    }
    let said = Said::read(&own, "/said")?;
    rules::alone(said.kind())?;
    Ok(said)
}

/// Reverse an event
///
/// Whole, with everything that was entered with it, once: the seedlings go back to their replicates,
/// the plants to their cultivation. What a harvest made is taken back, unless something came of it
/// since. Needs U on all of them.
#[utoipa::path(tag = "cultivations", request_body = Reversal, params(
    ("uuid" = Uuid, Path, description = "Identifier of the cultivation."),
    ("event" = Uuid, Path, description = "Identifier of the event."),
    openapi::IdempotencyKey,
), responses(
    (status = 201, description = "The reversal.", body = EventOperation, headers(("Location" = String, description = "Where it is."))),
    openapi::AppendProblems,
))]
#[post("/cultivations/{uuid}/events/{event}/reversal")]
pub async fn reverse_cultivation_event(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    body: Valid<Reversal>,
) -> Result<HttpResponse, Problem> {
    let ((asked, digest), cx) = (body.into_parts(), write.clone());
    let (uuid, event) = path.into_inner();
    write
        .post(digest, async move |conn| {
            let (row, _, allowed) = cultivations::query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let event = query::find(conn, row.id, event).await?;
            let touched = query::cultivations_of(conn, event.uuid_operation).await?;
            let rows = cultivations::query::reached(conn, &touched, &can.reach()).await?;
            can.check(rows.len() == touched.len())?;
            let all: Vec<_> = rows.iter().collect();
            query::lock_lots(conn, event.uuid_operation).await?;
            acts::lock(conn, &all).await?;
            let event = query::find(conn, row.id, event.uuid).await?;
            if event.reversed_by_uuid.is_some() || event.reverses_uuid.is_some() {
                return Err(Problem::new(table::EVENT_REVERSED));
            }
            let done = query::reverse(conn, event.uuid_operation, &asked.reason, can.user.id_role).await?;
            answer(conn, &cx, uuid, row.id, done).await
        })
        .await
}
