//! Routes of the materials.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{Material, MaterialChanges, MaterialFilters, NewMaterial};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::http::{IfMatch, Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;

/// List materials
#[utoipa::path(tag = "materials", params(MaterialFilters), responses(
    (status = 200, description = "A page of the materials you may read.", body = Page<Material>),
    openapi::ListProblems,
))]
#[get("/materials")]
pub async fn list_materials(
    app: App,
    can: Can<Read>,
    lang: Language,
    filters: ValidQuery<MaterialFilters>,
) -> Result<web::Json<Page<Material>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let found = query::list(&mut conn, &can.reach(), &filters, &listing, &names).await?;
    Ok(web::Json(found.map(|material| material.shown(&names, lang.0))))
}

/// Read a material
#[utoipa::path(tag = "materials", params(("uuid" = Uuid, Path, description = "Identifier of the material.")), responses(
    (status = 200, description = "The material.", body = Material, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/materials/{uuid}")]
pub async fn read_material(
    app: App,
    can: Can<Read>,
    lang: Language,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (material, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let material = material.shown(&names, lang.0);
    Ok(Reply::ok(material.version, material).into())
}

/// Create a material
///
/// From a harvest, a reception or another material that you may read.
#[utoipa::path(tag = "materials", request_body = NewMaterial, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The material.", body = Material, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/materials")]
pub async fn create_material(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewMaterial>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let (cx, names) = (write.clone(), write.app.nomenclatures().await?);
    write
        .post(digest, async move |conn| {
            let key = rules::one_origin(&new.origin)?;
            let origin = query::origin(conn, key, &can.reads()).await?;
            datasets::check_writable(conn, &can.reach(), new.id_dataset.unwrap_or(origin.id_dataset)).await?;
            let year = rules::code_year(new.code.as_deref(), origin.date, cx.today())?;
            let material = query::insert(conn, &new, (key, &origin), year, &names, &can.reads()).await?;
            let material = material.shown(&names, cx.lang);
            Ok(Reply::created(
                cx.link(&format!("/materials/{}", material.uuid)),
                material.version,
                material,
            ))
        })
        .await
}

/// Change a material
#[utoipa::path(tag = "materials", request_body = MaterialChanges, params(("uuid" = Uuid, Path, description = "Identifier of the material."), openapi::Condition), responses(
    (status = 200, description = "The material as it is now.", body = Material, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/materials/{uuid}")]
pub async fn update_material(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<MaterialChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx, names) = (body.into_inner(), write.clone(), write.app.nomenclatures().await?);
    write
        .change(async move |conn| {
            let (material, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = material.clone().shown(&names, cx.lang);
            read.check(current.version, &current)?;
            datasets::check_move(conn, &can.reach(), changes.id_dataset, current.id_dataset).await?;
            let changed = query::update(conn, &material, &changes, &names, &can.reads()).await?;
            let changed = changed
                .ok_or_else(|| IfMatch::stale(&current))?
                .shown(&names, cx.lang);
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a material
///
/// One that something depends on is not deleted: archive it.
#[utoipa::path(tag = "materials", params(("uuid" = Uuid, Path, description = "Identifier of the material."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/materials/{uuid}")]
pub async fn delete_material(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let (cx, names) = (write.clone(), write.app.nomenclatures().await?);
    write
        .change(async move |conn| {
            let (material, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = material.clone().shown(&names, cx.lang);
            read.check(current.version, &current)?;
            query::delete(conn, &material).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a material
#[utoipa::path(tag = "materials", params(("uuid" = Uuid, Path, description = "Identifier of the material."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/materials/{uuid}/history")]
pub async fn read_material_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_materials", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
