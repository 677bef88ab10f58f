//! Routes of the permits.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{NewPermit, Permit, PermitChanges, PermitColumns, PermitFilters};
use super::query;
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::{db, openapi};

/// List permits
#[utoipa::path(tag = "permits", params(PermitFilters), responses(
    (status = 200, description = "A page of the permits you may read.", body = Page<Permit>),
    openapi::ListProblems,
))]
#[get("/permits")]
pub async fn list_permits(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<PermitFilters>,
) -> Result<web::Json<Page<Permit>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        query::list(&mut conn, &can.reach(), &filters, &listing).await?,
    ))
}

/// Read a permit
///
/// With what is used of it and what is left, for each taxon.
#[utoipa::path(tag = "permits", params(("uuid" = Uuid, Path, description = "Identifier of the permit.")), responses(
    (status = 200, description = "The permit.", body = Permit, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/permits/{uuid}")]
pub async fn read_permit(app: App, can: Can<Read>, uuid: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(Reply::ok(row.version, Permit::from(row)).into())
}

/// Create a permit
///
/// What is made of a protected taxon from then on needs a derogation that names it and has
/// something left; what was made before is not looked at again.
#[utoipa::path(tag = "permits", request_body = NewPermit, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The permit.", body = Permit, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/permits")]
pub async fn create_permit(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewPermit>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            datasets::check_writable(conn, &can.reach(), new.id_dataset).await?;
            let columns = PermitColumns {
                uuid: new.uuid,
                id_dataset: Some(new.id_dataset),
                kind: Some(new.kind),
                number: Some(new.number.clone()),
                holder: Some(new.holder.clone()),
                id_area: Some(new.id_area),
                territory: Some(new.territory.clone()),
                valid_from: Some(new.valid_from),
                valid_to: Some(new.valid_to),
                remarks: Some(new.remarks.clone()),
                additional_data: Some(new.additional_data.clone()),
                archived_at: None,
                id_digitiser: Some(can.user.id_role),
            };
            let uuid = query::insert(conn, &columns, &new.taxa).await?;
            let (row, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            Ok(Reply::created(
                cx.link(&format!("/permits/{uuid}")),
                row.version,
                Permit::from(row),
            ))
        })
        .await
}

/// Change a permit
///
/// It binds new acts only: what was made under it stays, even beyond what it now allows.
#[utoipa::path(tag = "permits", request_body = PermitChanges, params(("uuid" = Uuid, Path, description = "Identifier of the permit."), openapi::Condition), responses(
    (status = 200, description = "The permit as it is now.", body = Permit, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/permits/{uuid}")]
pub async fn update_permit(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<PermitChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let (row, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(row.version, Permit::from(row.clone()))?;
            datasets::check_move(conn, &can.reach(), changes.id_dataset, row.id_dataset).await?;
            let columns = PermitColumns {
                id_dataset: changes.id_dataset,
                kind: changes.kind,
                number: changes.number.clone(),
                holder: changes.holder.clone(),
                id_area: changes.id_area,
                territory: changes.territory.clone(),
                valid_from: changes.valid_from,
                valid_to: changes.valid_to,
                remarks: changes.remarks.clone(),
                additional_data: changes.additional_data.clone(),
                archived_at: changes
                    .archived
                    .map(|asked| db::archive(Some(asked), row.archived_at)),
                ..PermitColumns::default()
            };
            if !query::update(conn, &row, &columns, changes.taxa.as_deref()).await? {
                return Err(IfMatch::stale(Permit::from(row)));
            }
            let (row, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            Ok(Reply::ok(row.version, Permit::from(row)))
        })
        .await
}

/// Delete a permit
///
/// One that something cites is not deleted: archive it.
#[utoipa::path(tag = "permits", params(("uuid" = Uuid, Path, description = "Identifier of the permit."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/permits/{uuid}")]
pub async fn delete_permit(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (row, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(row.version, Permit::from(row.clone()))?;
            query::delete(conn, row.id).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a permit
#[utoipa::path(tag = "permits", params(("uuid" = Uuid, Path, description = "Identifier of the permit."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/permits/{uuid}/history")]
pub async fn read_permit_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_permits", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
