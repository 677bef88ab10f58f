//! Routes of the weighings: adding, changing or deleting one is changing its lot.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{NewWeighing, Weighing, WeighingChanges, WeighingFilters};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::{Problem, table};
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;
use crate::seed_lots::query as lots;

/// List the weighings of a seed lot
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), WeighingFilters), responses(
    (status = 200, description = "A page of its weighings, the last first.", body = Page<Weighing>),
    openapi::HistoryProblems,
))]
#[get("/seed-lots/{uuid}/weighings")]
pub async fn list_weighings(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<WeighingFilters>,
) -> Result<web::Json<Page<Weighing>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref().or(Some("-date")),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id_seed_weighing")?;
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    query::list(&mut conn, lot.id, &listing).await.map(web::Json)
}

/// Read a weighing
#[utoipa::path(tag = "seed-lots", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("weighing" = Uuid, Path, description = "Identifier of the weighing."),
), responses(
    (status = 200, description = "The weighing.", body = Weighing, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}/weighings/{weighing}")]
pub async fn read_weighing(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, path.0, &can.reach(), &can.reach()).await?;
    let weighing = query::find(&mut conn, lot.id, path.1).await?;
    Ok(Reply::ok(weighing.version, weighing).into())
}

/// Add a weighing to a seed lot
#[utoipa::path(tag = "seed-lots", request_body = NewWeighing, params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The weighing.", body = Weighing, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-lots/{uuid}/weighings")]
pub async fn create_weighing(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewWeighing>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (lot, allowed, _) = lots::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            if lot.archived_at.is_some() {
                return Err(Problem::new(table::ARCHIVED));
            }
            rules::check_date(
                new.weighing_date,
                query::origin(conn, lot.id_material).await?,
                cx.today(),
            )?;
            let weighing = query::insert(conn, lot.id, &new, can.user.id_role).await?;
            let link = cx.link(&format!("/seed-lots/{}/weighings/{}", lot.uuid, weighing.uuid));
            Ok(Reply::created(link, weighing.version, weighing))
        })
        .await
}

/// Change a weighing
#[utoipa::path(tag = "seed-lots", request_body = WeighingChanges, params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("weighing" = Uuid, Path, description = "Identifier of the weighing."),
    openapi::Condition,
), responses(
    (status = 200, description = "The weighing as it is now.", body = Weighing, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-lots/{uuid}/weighings/{weighing}")]
pub async fn update_weighing(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<WeighingChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    let today = write.today();
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let weighing = query::find(conn, lot.id, path.1).await?;
            can.check(allowed)?;
            read.check(weighing.version, &weighing)?;
            if let Some(date) = changes.weighing_date {
                rules::check_date(date, query::origin(conn, lot.id_material).await?, today)?;
            }
            let changed = query::update(conn, &weighing, &changes).await?;
            let changed = changed.ok_or_else(|| IfMatch::stale(&weighing))?;
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a weighing
#[utoipa::path(tag = "seed-lots", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("weighing" = Uuid, Path, description = "Identifier of the weighing."),
    openapi::Condition,
), responses(
    (status = 204, description = "Deleted; the history of the lot keeps it."),
    openapi::DeleteProblems,
))]
#[delete("/seed-lots/{uuid}/weighings/{weighing}")]
pub async fn delete_weighing(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let weighing = query::find(conn, lot.id, path.1).await?;
            can.check(allowed)?;
            read.check(weighing.version, &weighing)?;
            query::delete(conn, &weighing).await?;
            Ok(Reply::deleted())
        })
        .await
}
