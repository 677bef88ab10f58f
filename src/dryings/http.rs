//! Routes of the dryings: adding, changing or deleting one is changing its lot.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{DryingChanges, NewDrying, Redrying};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::{Problem, table};
use crate::http::{IfMatch, Language, Reply, Valid, Writer};
use crate::humidity_checks::query::origin;
use crate::openapi;
use crate::seed_lots::query as lots;

/// Read a drying
#[utoipa::path(tag = "storage", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("drying" = Uuid, Path, description = "Identifier of the drying."),
), responses(
    (status = 200, description = "The drying.", body = Redrying, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}/dryings/{drying}")]
pub async fn read_drying(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, path.0, &can.reach(), &can.reach()).await?;
    let drying = Redrying::new(query::find(&mut conn, lot.id, path.1).await?, &names, lang);
    Ok(Reply::ok(drying.version, drying).into())
}

/// Dry a seed lot again
///
/// Needs U on the lot. Its first drying is on the lot itself; all are in its conditions.
#[utoipa::path(tag = "storage", request_body = NewDrying, params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The drying.", body = Redrying, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-lots/{uuid}/dryings")]
pub async fn create_drying(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewDrying>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (lot, allowed, _) = lots::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            if lot.archived_at.is_some() {
                return Err(Problem::new(table::ARCHIVED));
            }
            let kind = names.maybe(rules::KIND, new.kind.as_deref(), "/kind")?;
            let origin = origin(conn, lot.id_material).await?;
            rules::dates(new.date_start, new.date_end, origin, cx.today())?;
            let row = query::insert(conn, lot.id, &new, kind, can.user.id_role).await?;
            let drying = Redrying::new(row, &names, cx.lang);
            let link = cx.link(&format!("/seed-lots/{}/dryings/{}", lot.uuid, drying.uuid));
            Ok(Reply::created(link, drying.version, drying))
        })
        .await
}

/// Change a drying
#[utoipa::path(tag = "storage", request_body = DryingChanges, params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("drying" = Uuid, Path, description = "Identifier of the drying."),
    openapi::Condition,
), responses(
    (status = 200, description = "The drying as it is now.", body = Redrying, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-lots/{uuid}/dryings/{drying}")]
pub async fn update_drying(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<DryingChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let row = query::find(conn, lot.id, path.1).await?;
            can.check(allowed)?;
            let shown = Redrying::new(row.clone(), &names, cx.lang);
            read.check(row.version, &shown)?;
            let kind = names.patch(rules::KIND, &changes.kind, "/kind")?;
            let start = changes.date_start.unwrap_or(row.date_start);
            let end = changes.date_end.unwrap_or(row.date_end);
            rules::dates(start, end, origin(conn, lot.id_material).await?, cx.today())?;
            let changed = query::update(conn, &row, &changes, kind).await?;
            let changed = changed.ok_or_else(|| IfMatch::stale(&shown))?;
            let drying = Redrying::new(changed, &names, cx.lang);
            Ok(Reply::ok(drying.version, drying))
        })
        .await
}

/// Delete a drying
#[utoipa::path(tag = "storage", params(
    ("uuid" = Uuid, Path, description = "Identifier of the seed lot."),
    ("drying" = Uuid, Path, description = "Identifier of the drying."),
    openapi::Condition,
), responses(
    (status = 204, description = "Deleted; the history of the lot keeps it."),
    openapi::DeleteProblems,
))]
#[delete("/seed-lots/{uuid}/dryings/{drying}")]
pub async fn delete_drying(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .change(async move |conn| {
            let (lot, allowed, _) = lots::find(conn, path.0, &can.reads(), &can.reach()).await?;
            let row = query::find(conn, lot.id, path.1).await?;
            can.check(allowed)?;
            let shown = Redrying::new(row.clone(), &names, cx.lang);
            read.check(row.version, &shown)?;
            query::delete(conn, &row).await?;
            Ok(Reply::deleted())
        })
        .await
}
