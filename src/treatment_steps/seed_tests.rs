//! Routes of the treatment steps of a seed test.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::acts;
use super::model::{NewStep, StepChanges, StepToday};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{IfMatch, Valid, Writer};
use crate::openapi;
use crate::replicates::Owned;

/// List the treatment steps of a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test.")), responses(
    (status = 200, description = "Its steps, in order.", body = Vec<StepToday>),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/treatment-steps")]
pub async fn list_seed_test_treatment_steps(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<StepToday>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, *uuid).await?;
    acts::list(&mut conn, &owned, app.today()).await.map(web::Json)
}

/// Read a treatment step of a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("step" = Uuid, Path, description = "Identifier of the step.")), responses(
    (status = 200, description = "The step.", body = StepToday, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/treatment-steps/{step}")]
pub async fn read_seed_test_treatment_step(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, path.0).await?;
    acts::read(&mut conn, &owned, path.1, app.today())
        .await
        .map(HttpResponse::from)
}

/// Add a treatment step to a seed test
///
/// Needs U on the test. Its planned end follows its duration when it is not given.
#[utoipa::path(tag = "seed-tests", request_body = NewStep, params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The step.", body = StepToday, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-tests/{uuid}/treatment-steps")]
pub async fn create_seed_test_treatment_step(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewStep>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let owned = Owned::seed_test(conn, &can, *uuid).await?;
            acts::create(conn, &cx, owned, new).await
        })
        .await
}

/// Change a treatment step of a seed test
///
/// Needs U on the test.
#[utoipa::path(tag = "seed-tests", request_body = StepChanges, params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("step" = Uuid, Path, description = "Identifier of the step."), openapi::Condition), responses(
    (status = 200, description = "The step as it is now.", body = StepToday, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-tests/{uuid}/treatment-steps/{step}")]
pub async fn update_seed_test_treatment_step(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<StepChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx) = (body.into_inner(), write.clone());
    write
        .change(async move |conn| {
            let owned = Owned::seed_test(conn, &can, path.0).await?;
            acts::update(conn, &cx, &owned, path.1, &read, &changes).await
        })
        .await
}

/// Delete a treatment step of a seed test
///
/// Needs U on the test.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("step" = Uuid, Path, description = "Identifier of the step."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/seed-tests/{uuid}/treatment-steps/{step}")]
pub async fn delete_seed_test_treatment_step(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let cx = write.clone();
    write
        .change(async move |conn| {
            let owned = Owned::seed_test(conn, &can, path.0).await?;
            acts::delete(conn, &cx, &owned, path.1, &read).await
        })
        .await
}
