//! Routes of the counts of a seed test: nothing here changes or deletes a line.

use actix_web::{HttpResponse, get, post, web};
use uuid::Uuid;

use super::acts;
use super::model::{Count, CountOperation, NewCounts};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{Language, Valid, Writer};
use crate::openapi;
use crate::replicates::Owned;
use crate::stock::model::Reversal;

/// List the counts of a seed test
///
/// The last first, reversals and what they reverse included.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test.")), responses(
    (status = 200, description = "Its counts, as entered and what they mean.", body = Vec<Count>),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/counts")]
pub async fn list_seed_test_counts(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<Count>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, *uuid).await?;
    acts::list(&mut conn, &app, lang, &owned).await.map(web::Json)
}

/// Read a count of a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("count" = Uuid, Path, description = "Identifier of the count.")), responses(
    (status = 200, description = "The count.", body = Count),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/counts/{count}")]
pub async fn read_seed_test_count(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<web::Json<Count>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let owned = Owned::seed_test(&mut conn, &can, path.0).await?;
    acts::read(&mut conn, &app, lang, &owned, path.1)
        .await
        .map(web::Json)
}

/// Count a seed test
///
/// Needs U on the test. One line a replicate, all or nothing; the classes of the seeds
/// examined are those of the kind of the test, and sum to `dissected`.
#[utoipa::path(tag = "seed-tests", request_body = NewCounts, params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The counts written.", body = CountOperation, headers(("Location" = String, description = "Where the first one is."))),
    openapi::AppendProblems,
))]
#[post("/seed-tests/{uuid}/counts")]
pub async fn create_seed_test_counts(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewCounts>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let owned = Owned::seed_test(conn, &can, *uuid).await?;
            acts::create(conn, &cx, owned, &new).await
        })
        .await
}

/// Reverse a count of a seed test
///
/// Needs U on the test. Everything that was entered with it is reversed, once; refused when a
/// later day would no longer hold.
#[utoipa::path(tag = "seed-tests", request_body = Reversal, params(("uuid" = Uuid, Path, description = "Identifier of the test."), ("count" = Uuid, Path, description = "Identifier of the count."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The reversal.", body = CountOperation, headers(("Location" = String, description = "Where the first line of the reversal is."))),
    openapi::AppendProblems,
))]
#[post("/seed-tests/{uuid}/counts/{count}/reversal")]
pub async fn reverse_seed_test_count(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    body: Valid<Reversal>,
) -> Result<HttpResponse, Problem> {
    let (reversal, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let owned = Owned::seed_test(conn, &can, path.0).await?;
            acts::reverse(conn, &cx, owned, path.1, &reversal.reason).await
        })
        .await
}
