//! Routes of the humidity checks of a lot: adding, changing or deleting one is changing its lot.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{HumidityCheck, HumidityCheckChanges, HumidityCheckFilters, NewHumidityCheck};
use super::{acts, query};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{IfMatch, Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;
use crate::seed_lots::query as lots;

/// List the humidity checks of a seed lot
#[utoipa::path(tag = "storage", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), HumidityCheckFilters), responses(
    (status = 200, description = "A page of its checks, the last first.", body = Page<HumidityCheck>),
    openapi::HistoryProblems,
))]
#[get("/seed-lots/{uuid}/humidity-checks")]
pub async fn list_humidity_checks(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HumidityCheckFilters>,
) -> Result<web::Json<Page<HumidityCheck>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref().or(Some("-date")),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let page = query::list(&mut conn, &can.reach(), lot.id, &listing).await?;
    Ok(web::Json(
        page.map(|found| HumidityCheck::new(found, &names, lang)),
    ))
}

/// Read a humidity check
#[utoipa::path(tag = "storage", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("check" = Uuid, Path, description = "Identifier of the check."),
), responses(
    (status = 200, description = "The check.", body = HumidityCheck, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}/humidity-checks/{check}")]
pub async fn read_humidity_check(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, path.0, &can.reach(), &can.reach()).await?;
    let found = query::find(&mut conn, &can.reach(), lot.id, path.1).await?;
    let check = HumidityCheck::new(found, &names, lang);
    Ok(Reply::ok(check.version, check).into())
}

/// Check the humidity of a seed lot
///
/// Needs U on the lot. A level, a measure, or the silica pellets: at least one of them.
#[utoipa::path(tag = "storage", request_body = NewHumidityCheck, params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The check.", body = HumidityCheck, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-lots/{uuid}/humidity-checks")]
pub async fn create_humidity_check(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewHumidityCheck>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (lot, allowed, _) = lots::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let check = acts::create(conn, &cx, &can.reads(), &lot, &new).await?;
            let link = cx.link(&format!("/seed-lots/{}/humidity-checks/{}", lot.uuid, check.uuid));
            Ok(Reply::created(link, check.version, check))
        })
        .await
}

/// Change a humidity check
///
/// Needs U on the lot, whose history keeps what the check was.
#[utoipa::path(tag = "storage", request_body = HumidityCheckChanges, params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("check" = Uuid, Path, description = "Identifier of the check."),
    openapi::Condition,
), responses(
    (status = 200, description = "The check as it is now.", body = HumidityCheck, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-lots/{uuid}/humidity-checks/{check}")]
pub async fn update_humidity_check(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<HumidityCheckChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    let cx = write.clone();
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let found = acts::find(conn, &cx, (&lot, path.1), &can, (allowed, &read)).await?;
            let changed = acts::change(conn, &cx, &can.reads(), &lot, found, &changes).await?;
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a humidity check
///
/// Needs U on the lot.
#[utoipa::path(tag = "storage", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("check" = Uuid, Path, description = "Identifier of the check."),
    openapi::Condition,
), responses(
    (status = 204, description = "Deleted; the history of the lot keeps it."),
    openapi::DeleteProblems,
))]
#[delete("/seed-lots/{uuid}/humidity-checks/{check}")]
pub async fn delete_humidity_check(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let cx = write.clone();
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let ((row, _), _) = acts::find(conn, &cx, (&lot, path.1), &can, (allowed, &read)).await?;
            query::delete(conn, &row).await?;
            Ok(Reply::deleted())
        })
        .await
}
