//! Routes of the thresholds.

use actix_web::{HttpResponse, delete, get, put, web};

use super::model::{NewSetting, Setting, SettingName};
use super::query;
use crate::app::App;
use crate::auth::{Can, Read, Settings, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{IfMatch, Reply, Valid, Writer};
use crate::openapi;

/// List the thresholds
///
/// Those of your organisation, each with its source; those of the standards where it decided nothing.
#[utoipa::path(tag = "settings", responses(
    (status = 200, description = "Every threshold.", body = Vec<Setting>),
    openapi::MineProblems,
))]
#[get("/settings")]
pub async fn list_settings(app: App, can: Can<Read>) -> Result<web::Json<Vec<Setting>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let rows = query::decided(&mut conn, can.user.id_organism).await?;
    let shown = SettingName::ALL
        .iter()
        .map(|name| Setting::of(*name, rows.iter().find(|row| row.name == *name)));
    Ok(web::Json(shown.collect()))
}

/// Read a threshold
#[utoipa::path(tag = "settings", params(("name" = SettingName, Path, description = "Which.")), responses(
    (status = 200, description = "The threshold.", body = Setting, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/settings/{name}")]
pub async fn read_setting(
    app: App,
    can: Can<Read>,
    name: web::Path<SettingName>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let rows = query::decided(&mut conn, can.user.id_organism).await?;
    let setting = Setting::of(*name, rows.iter().find(|row| row.name == *name));
    Ok(Reply::ok(setting.version, setting).into())
}

/// Decide a threshold
///
/// For your organisation, with the reason. Needs U on the thresholds (`EXSITU_SETTINGS`).
#[utoipa::path(tag = "settings", request_body = NewSetting, params(("name" = SettingName, Path, description = "Which."), openapi::Condition), responses(
    (status = 200, description = "The threshold as it is now.", body = Setting, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[put("/settings/{name}")]
pub async fn update_setting(
    can: Can<Update, Settings>,
    write: Writer,
    name: web::Path<SettingName>,
    read: IfMatch,
    body: Valid<NewSetting>,
) -> Result<HttpResponse, Problem> {
    let (new, name) = (body.into_inner(), *name);
    name.threshold().check(new.value)?;
    write
        .change(async move |conn| {
            let organism = can.user.id_organism.ok_or_else(|| Problem::forbidden('U'))?;
            let before = query::find(conn, organism, name).await?;
            let current = Setting::of(name, before.as_ref());
            read.check(current.version, &current)?;
            let written =
                query::decide(conn, (organism, name), before.as_ref(), &new, can.user.id_role).await?;
            let row = written.ok_or_else(|| IfMatch::stale(&current))?;
            let setting = Setting::of(name, Some(&row));
            Ok(Reply::ok(setting.version, setting))
        })
        .await
}

/// Go back to the standards
///
/// Needs U on the thresholds (`EXSITU_SETTINGS`); what was decided stays in the history.
#[utoipa::path(tag = "settings", params(("name" = SettingName, Path, description = "Which."), openapi::Condition), responses(
    (status = 204, description = "The threshold is that of the standards."),
    openapi::DeleteProblems,
))]
#[delete("/settings/{name}")]
pub async fn delete_setting(
    can: Can<Update, Settings>,
    write: Writer,
    name: web::Path<SettingName>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let name = *name;
    write
        .change(async move |conn| {
            let organism = can.user.id_organism.ok_or_else(|| Problem::forbidden('U'))?;
            let before = query::find(conn, organism, name).await?;
            let current = Setting::of(name, before.as_ref());
            read.check(current.version, &current)?;
            if let Some(row) = &before {
                query::forget(conn, row).await?;
            }
            Ok(Reply::deleted())
        })
        .await
}
