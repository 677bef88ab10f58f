//! Routes of the replicates of a sowing.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{NewReplicate, Replicate, ReplicateChanges};
use super::{Owned, acts};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{IfMatch, Valid, Writer};
use crate::openapi;

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
    let owned = Owned::sowing(&mut conn, &can, *uuid).await?;
    acts::list(&mut conn, &owned).await.map(web::Json)
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
    let owned = Owned::sowing(&mut conn, &can, path.0).await?;
    acts::read(&mut conn, &owned, path.1)
        .await
        .map(HttpResponse::from)
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
            let owned = Owned::sowing(conn, &can, *uuid).await?;
            acts::create(conn, &cx, &can, owned, &new).await
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
            let owned = Owned::sowing(conn, &can, path.0).await?;
            acts::update(conn, &can.reads(), &owned, path.1, &read, &changes).await
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
            let owned = Owned::sowing(conn, &can, path.0).await?;
            acts::delete(conn, &owned, path.1, &read).await
        })
        .await
}
