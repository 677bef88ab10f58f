//! Routes of the receptions.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{NewReception, Reception, ReceptionChanges, ReceptionFilters};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;

/// List receptions
#[utoipa::path(tag = "receptions", params(ReceptionFilters), responses(
    (status = 200, description = "A page of the receptions you may read.", body = Page<Reception>),
    openapi::ListProblems,
))]
#[get("/receptions")]
pub async fn list_receptions(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<ReceptionFilters>,
) -> Result<web::Json<Page<Reception>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref().or(Some(query::USUAL_SORT)),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let mut conn = db::connect(&app.pool).await?;
    let found = query::list(&mut conn, &can.reach(), &filters, &listing).await?;
    Ok(web::Json(found.map(Reception::from)))
}

/// Read a reception
#[utoipa::path(tag = "receptions", params(("uuid" = Uuid, Path, description = "Identifier of the reception.")), responses(
    (status = 200, description = "The reception.", body = Reception, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/receptions/{uuid}")]
pub async fn read_reception(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (reception, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let reception = Reception::from(reception);
    Ok(Reply::ok(reception.version, reception).into())
}

/// Create a reception
#[utoipa::path(tag = "receptions", request_body = NewReception, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The reception.", body = Reception, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/receptions")]
pub async fn create_reception(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewReception>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            rules::check_date(Some(new.date_received), cx.today())?;
            datasets::check_writable(conn, &can.reach(), new.id_dataset).await?;
            let reception = Reception::from(query::insert(conn, &new, &can.reads()).await?);
            Ok(Reply::created(
                cx.link(&format!("/receptions/{}", reception.uuid)),
                reception.version,
                reception,
            ))
        })
        .await
}

/// Change a reception
#[utoipa::path(tag = "receptions", request_body = ReceptionChanges, params(("uuid" = Uuid, Path, description = "Identifier of the reception."), openapi::Condition), responses(
    (status = 200, description = "The reception as it is now.", body = Reception, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/receptions/{uuid}")]
pub async fn update_reception(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<ReceptionChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx) = (body.into_inner(), write.clone());
    write
        .change(async move |conn| {
            let (reception, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = Reception::from(reception.clone());
            read.check(current.version, &current)?;
            rules::check_date(changes.date_received, cx.today())?;
            datasets::check_move(conn, &can.reach(), changes.id_dataset, current.id_dataset).await?;
            let changed = query::update(conn, &reception, &changes, &can.reads()).await?;
            let changed = Reception::from(changed.ok_or_else(|| IfMatch::stale(&current))?);
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a reception
///
/// One that something depends on is not deleted: archive it.
#[utoipa::path(tag = "receptions", params(("uuid" = Uuid, Path, description = "Identifier of the reception."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/receptions/{uuid}")]
pub async fn delete_reception(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (reception, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = Reception::from(reception.clone());
            read.check(current.version, &current)?;
            query::delete(conn, &reception).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a reception
#[utoipa::path(tag = "receptions", params(("uuid" = Uuid, Path, description = "Identifier of the reception."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/receptions/{uuid}/history")]
pub async fn read_reception_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_receptions", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
