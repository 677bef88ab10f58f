//! Routes of the visits to released plants: nothing here changes or deletes one.

use actix_web::{HttpResponse, get, post, web};
use uuid::Uuid;

use super::model::{FollowUp, NewFollowUp};
use super::query;
use super::rules::{self, Visit};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::error::{Problem, table};
use crate::host::known;
use crate::http::{Reply, Valid, Writer};
use crate::stock::model::Reversal;
use crate::{cultivations, db, openapi};

/// List the visits to released plants
#[utoipa::path(tag = "exits", params(("uuid" = Uuid, Path, description = "Identifier of the exit.")), responses(
    (status = 200, description = "The visits, the last first.", body = Vec<FollowUp>),
    openapi::ReadProblems,
))]
#[get("/exits/{uuid}/follow-ups")]
pub async fn list_follow_ups(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<FollowUp>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let ((row, ..), _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(web::Json(query::follow_ups(&mut conn, row.id).await?))
}

/// Read a visit to released plants
#[utoipa::path(tag = "exits", params(
    ("uuid" = Uuid, Path, description = "Identifier of the exit."),
    ("follow_up" = Uuid, Path, description = "Identifier of the visit."),
), responses(
    (status = 200, description = "The visit.", body = FollowUp),
    openapi::ReadProblems,
))]
#[get("/exits/{uuid}/follow-ups/{follow_up}")]
pub async fn read_follow_up(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<web::Json<FollowUp>, Problem> {
    let (uuid, visit) = path.into_inner();
    let mut conn = db::connect(&app.pool).await?;
    let ((row, ..), _) = query::find(&mut conn, uuid, &can.reach(), &can.reach()).await?;
    Ok(web::Json(query::follow_up(&mut conn, row.id, visit).await?))
}

/// Tell of a visit to released plants
///
/// Needs U on the cultivation. Only of plants released in the wild.
#[utoipa::path(tag = "exits", request_body = NewFollowUp, params(("uuid" = Uuid, Path, description = "Identifier of the exit."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The visit.", body = FollowUp, headers(("Location" = String, description = "Where it is."))),
    openapi::AppendProblems,
))]
#[post("/exits/{uuid}/follow-ups")]
pub async fn create_follow_up(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewFollowUp>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let ((row, ..), allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            cultivations::query::lock(conn, &[row.id_cultivation]).await?;
            let ((row, ..), _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            if row.is_reversed || !row.exit_kind.is_release() {
                return Err(Problem::new(table::FOLLOW_UP_OF_RELEASE));
            }
            known::roles(conn, new.id_observer.as_slice(), |_| "/id_observer".to_owned()).await?;
            let date = new.follow_up_date.unwrap_or_else(|| cx.today());
            check(&new, date, cx.today())?;
            let mut visits = query::visits(conn, row.id).await?;
            visits.push(Visit {
                date,
                alive: new.alive,
                dead: new.dead,
                not_seen: new.not_seen,
            });
            rules::hold(row.quantity, row.exit_date, &visits)?;
            let visit = query::insert(conn, row.id, &new, date, can.user.id_role).await?;
            let visit = query::follow_up(conn, row.id, visit).await?;
            let link = cx.link(&format!("/exits/{uuid}/follow-ups/{}", visit.uuid));
            Ok(Reply::appended(link, visit))
        })
        .await
}

fn check(new: &NewFollowUp, date: chrono::NaiveDate, today: chrono::NaiveDate) -> Result<(), Problem> {
    if date > today {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/follow_up_date"));
    }
    if new.alive + new.dead + new.not_seen == 0 {
        return Err(Problem::law("/alive", "required"));
    }
    if new.flowering.is_some_and(|flowering| flowering > new.alive) {
        return Err(Problem::law("/flowering", "out_of_range"));
    }
    Ok(())
}

/// Reverse a visit to released plants
///
/// Needs U on the cultivation; once.
#[utoipa::path(tag = "exits", request_body = Reversal, params(
    ("uuid" = Uuid, Path, description = "Identifier of the exit."),
    ("follow_up" = Uuid, Path, description = "Identifier of the visit."),
    openapi::IdempotencyKey,
), responses(
    (status = 201, description = "The reversal.", body = FollowUp, headers(("Location" = String, description = "Where it is."))),
    openapi::AppendProblems,
))]
#[post("/exits/{uuid}/follow-ups/{follow_up}/reversal")]
pub async fn reverse_follow_up(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    body: Valid<Reversal>,
) -> Result<HttpResponse, Problem> {
    let ((asked, digest), cx) = (body.into_parts(), write.clone());
    let (uuid, visit) = path.into_inner();
    write
        .post(digest, async move |conn| {
            let ((row, ..), allowed) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            cultivations::query::lock(conn, &[row.id_cultivation]).await?;
            let visit = query::follow_up(conn, row.id, visit).await?;
            if visit.reversed_by.is_some() || visit.reverses.is_some() {
                return Err(Problem::new(table::EVENT_REVERSED));
            }
            let done = query::reverse(conn, row.id, &visit, &asked.reason, can.user.id_role).await?;
            let done = query::follow_up(conn, row.id, done).await?;
            let link = cx.link(&format!("/exits/{uuid}/follow-ups/{}", done.uuid));
            Ok(Reply::appended(link, done))
        })
        .await
}
