//! Routes of the replicates of a sowing.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::Owner;
use super::model::{Replicate, ReplicateChanges, ReplicateColumns};
use super::query;
use crate::app::App;
use crate::auth::can::Action;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::{Problem, table};
use crate::http::{IfMatch, Reply, Valid, Writer};
use crate::openapi;
use crate::sowings::model::{NewReplicate, SowingRow, State};
use crate::sowings::{self, rules};
use crate::stock::query as stock;

/// The sowing of a nested route, which the action reaches.
///
/// # Errors
/// 404 when it may not be read, 403 when the action does not reach it.
pub async fn sowing<A: Action>(
    conn: &mut AsyncPgConnection,
    can: &Can<A>,
    uuid: Uuid,
) -> Result<SowingRow, Problem> {
    let (row, _, allowed) = sowings::query::find(conn, uuid, &can.reads(), &can.reach()).await?;
    can.check(allowed)?;
    Ok(row)
}

/// List the replicates of a sowing
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing.")), responses(
    (status = 200, description = "Its replicates with the sums of their counts.", body = Vec<Replicate>),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/replicates")]
pub async fn list_replicates(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<Replicate>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, *uuid).await?;
    let rows = query::list(&mut conn, Owner::Sowing(sowing.id)).await?;
    Ok(web::Json(rows.into_iter().map(Replicate::from).collect()))
}

/// Read a replicate
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("replicate" = Uuid, Path, description = "Identifier of the replicate.")), responses(
    (status = 200, description = "The replicate.", body = Replicate, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/replicates/{replicate}")]
pub async fn read_replicate(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, path.0).await?;
    let row = query::find(&mut conn, Owner::Sowing(sowing.id), path.1).await?;
    Ok(Reply::ok(row.version, Replicate::from(row)).into())
}

/// Add a replicate
///
/// Needs U on the sowing. For counted seeds, in a draft: the replicates sum to what is sown.
#[utoipa::path(tag = "sowings", request_body = NewReplicate, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The replicate.", body = Replicate, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/sowings/{uuid}/replicates")]
pub async fn create_replicate(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewReplicate>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let sowing = sowing(conn, &can, *uuid).await?;
            sowings::query::lock(conn, sowing.id).await?;
            let owner = Owner::Sowing(sowing.id);
            let there = query::list(conn, owner).await?;
            if there.len() >= rules::MAX_REPLICATES
                || matches!(sowing.state, State::Closed | State::Cancelled)
            {
                return Err(Problem::new(table::COUNT_STATE).with("state", sowing.state.as_str()));
            }
            let taken: Vec<&str> = there.iter().map(|row| row.code.as_str()).collect();
            let free = (0..=there.len())
                .map(rules::letters)
                .find(|code| !taken.contains(&code.as_str()));
            let row = ReplicateColumns {
                id_sowing: Some(sowing.id),
                code: new.code.clone().or(free),
                sown: Some(new.sown),
                id_place: Some(stock::maybe_place(conn, new.place, &can.reads(), "/place").await?),
                id_digitiser: Some(can.user.id_role),
                ..ReplicateColumns::default()
            };
            let made = query::insert(conn, &[row])
                .await?
                .into_iter()
                .next()
                .ok_or_else(Problem::not_found)?;
            let row = query::find(conn, owner, made).await?;
            let link = cx.link(&format!("/sowings/{uuid}/replicates/{made}"));
            Ok(Reply::created(link, row.version, Replicate::from(row)))
        })
        .await
}

/// Change a replicate
///
/// Needs U on the sowing. What was sown in it changes in a draft only.
#[utoipa::path(tag = "sowings", request_body = ReplicateChanges, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("replicate" = Uuid, Path, description = "Identifier of the replicate."), openapi::Condition), responses(
    (status = 200, description = "The replicate as it is now.", body = Replicate, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/sowings/{uuid}/replicates/{replicate}")]
pub async fn update_replicate(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<ReplicateChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let sowing = sowing(conn, &can, path.0).await?;
            let owner = Owner::Sowing(sowing.id);
            let row = query::find(conn, owner, path.1).await?;
            read.check(row.version, Replicate::from(row.clone()))?;
            if changes.sown.is_some_and(|sown| sown != row.sown) && sowing.state != State::Draft {
                return Err(Problem::new(table::SOWING_QUANTITY_FIXED).at("/sown"));
            }
            let id_place = match changes.place {
                None => None,
                Some(place) => Some(stock::maybe_place(conn, place, &can.reads(), "/place").await?),
            };
            let (code, sown, remarks) = (changes.code.clone(), changes.sown, changes.remarks.clone());
            let columns = ReplicateColumns {
                code,
                sown,
                id_place,
                remarks,
                ..ReplicateColumns::default()
            };
            if !query::update(conn, &row, &columns).await? {
                return Err(IfMatch::stale(Replicate::from(row)));
            }
            let row = query::find(conn, owner, path.1).await?;
            Ok(Reply::ok(row.version, Replicate::from(row)))
        })
        .await
}

/// Delete a replicate
///
/// Needs U on the sowing, in a draft.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("replicate" = Uuid, Path, description = "Identifier of the replicate."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/sowings/{uuid}/replicates/{replicate}")]
pub async fn delete_replicate(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let sowing = sowing(conn, &can, path.0).await?;
            let row = query::find(conn, Owner::Sowing(sowing.id), path.1).await?;
            read.check(row.version, Replicate::from(row.clone()))?;
            query::delete(conn, &row).await?;
            Ok(Reply::deleted())
        })
        .await
}
