//! The route of the lineage.

use actix_web::{get, web};
use uuid::Uuid;

use super::model::{Lineage, LineageFilters};
use super::query;
use crate::app::App;
use crate::auth::{Can, Read};
use crate::db;
use crate::error::Problem;
use crate::http::ValidQuery;
use crate::openapi;

/// Read the lineage of a record
///
/// Of a harvest, a reception, a material, a seed lot, a seed test, a sowing or a cultivation: what it
/// comes from and what came of it, the nearest first. What you may not read appears restricted.
#[utoipa::path(tag = "lineage", params(("uuid" = Uuid, Path, description = "Identifier of the record."), LineageFilters), responses(
    (status = 200, description = "The graph.", body = Lineage),
    openapi::AskedProblems,
))]
#[get("/lineage/{uuid}")]
pub async fn read_lineage(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<LineageFilters>,
) -> Result<web::Json<Lineage>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let rows = query::around(&mut conn, *uuid, &can.reach(), &filters).await?;
    Lineage::of(rows).map(web::Json).ok_or_else(Problem::not_found)
}
