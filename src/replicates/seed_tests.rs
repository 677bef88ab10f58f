//! Routes of the replicates of a seed test.

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

/// List the replicates of a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test.")), responses(
    (status = 200, description = "Its replicates with the sums of their counts.", body = Vec<Replicate>),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/replicates")]
pub async fn list_seed_test_replicates(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<Replicate>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, *uuid).await?;
    acts::list(&mut conn, &owned).await.map(web::Json)
}

/// Read a replicate of a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("replicate" = Uuid, Path, description = "Identifier of the replicate.")), responses(
    (status = 200, description = "The replicate.", body = Replicate, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/replicates/{replicate}")]
pub async fn read_seed_test_replicate(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, path.0).await?;
    acts::read(&mut conn, &owned, path.1)
        .await
        .map(HttpResponse::from)
}

/// Add a replicate to a seed test
///
/// Needs U on the test. In a draft: the replicates sum to the seeds of the test.
#[utoipa::path(tag = "seed-tests", request_body = NewReplicate, params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The replicate.", body = Replicate, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-tests/{uuid}/replicates")]
pub async fn create_seed_test_replicate(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewReplicate>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let owned = Owned::seed_test(conn, &can, *uuid).await?;
            acts::create(conn, &cx, &can, owned, &new).await
        })
        .await
}

/// Change a replicate of a seed test
///
/// Needs U on the test. What was sown in it changes in a draft only.
#[utoipa::path(tag = "seed-tests", request_body = ReplicateChanges, params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("replicate" = Uuid, Path, description = "Identifier of the replicate."), openapi::Condition), responses(
    (status = 200, description = "The replicate as it is now.", body = Replicate, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-tests/{uuid}/replicates/{replicate}")]
pub async fn update_seed_test_replicate(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<ReplicateChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let owned = Owned::seed_test(conn, &can, path.0).await?;
            acts::update(conn, &can.reads(), &owned, path.1, &read, &changes).await
        })
        .await
}

/// Delete a replicate of a seed test
///
/// Needs U on the test, in a draft.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("replicate" = Uuid, Path, description = "Identifier of the replicate."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/seed-tests/{uuid}/replicates/{replicate}")]
pub async fn delete_seed_test_replicate(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let owned = Owned::seed_test(conn, &can, path.0).await?;
            acts::delete(conn, &owned, path.1, &read).await
        })
        .await
}
