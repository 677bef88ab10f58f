//! Routes of the partners.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{NewPartner, Partner, PartnerChanges, PartnerFilters};
use super::query;
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;

/// List partners
#[utoipa::path(tag = "partners", params(PartnerFilters), responses(
    (status = 200, description = "A page of partners of the organisations you may read.", body = Page<Partner>),
    openapi::ListProblems,
))]
#[get("/partners")]
pub async fn list_partners(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<PartnerFilters>,
) -> Result<web::Json<Page<Partner>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id_partner")?;
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        query::list(&mut conn, &can.reach(), &filters, &listing).await?,
    ))
}

/// Read a partner
#[utoipa::path(tag = "partners", params(("uuid" = Uuid, Path, description = "Identifier of the partner.")), responses(
    (status = 200, description = "The partner.", body = Partner, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/partners/{uuid}")]
pub async fn read_partner(app: App, can: Can<Read>, uuid: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (partner, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(Reply::ok(partner.version, partner).into())
}

/// Create a partner
///
/// It belongs to your organisation.
#[utoipa::path(tag = "partners", request_body = NewPartner, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The partner.", body = Partner, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/partners")]
pub async fn create_partner(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewPartner>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let organism = can.user.id_organism.ok_or_else(|| Problem::forbidden('C'))?;
            let partner = query::insert(conn, &new, organism, can.user.id_role).await?;
            Ok(Reply::created(
                cx.link(&format!("/partners/{}", partner.uuid)),
                partner.version,
                partner,
            ))
        })
        .await
}

/// Change a partner
#[utoipa::path(tag = "partners", request_body = PartnerChanges, params(("uuid" = Uuid, Path, description = "Identifier of the partner."), openapi::Condition), responses(
    (status = 200, description = "The partner as it is now.", body = Partner, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/partners/{uuid}")]
pub async fn update_partner(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<PartnerChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let (partner, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(partner.version, &partner)?;
            let changed = query::update(conn, &partner, &changes).await?;
            let changed = changed.ok_or_else(|| IfMatch::stale(&partner))?;
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a partner
///
/// One that something depends on is not deleted: archive it.
#[utoipa::path(tag = "partners", params(("uuid" = Uuid, Path, description = "Identifier of the partner."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/partners/{uuid}")]
pub async fn delete_partner(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (partner, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(partner.version, &partner)?;
            query::delete(conn, &partner).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a partner
#[utoipa::path(tag = "partners", params(("uuid" = Uuid, Path, description = "Identifier of the partner."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/partners/{uuid}/history")]
pub async fn read_partner_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_partners", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
