//! Routes of the exits. An exit is entered and reversed as an event of its cultivation.

use actix_web::{HttpRequest, HttpResponse, get, web};
use uuid::Uuid;

use super::model::{Exit, ExitFilters};
use super::query;
use crate::app::App;
use crate::auth::{Can, Read};
use crate::error::Problem;
use crate::http::{FeatureCollection, Format, Listing, Page, PageRequest, ValidQuery};
use crate::{db, openapi};

/// List exits
///
/// Of all the cultivations you may read.
#[utoipa::path(tag = "exits", params(ExitFilters), responses(
    (status = 200, description = "A page of the exits you may read.",
        content((Page<Exit> = "application/json"), (FeatureCollection = "application/geo+json"))),
    openapi::ListProblems,
))]
#[get("/exits")]
pub async fn list_exits(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<ExitFilters>,
    req: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let format = Format::read(filters.format.as_deref(), &req)?;
    let asked = PageRequest {
        sort: Some(filters.sort.as_deref().unwrap_or("-date")),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let mut conn = db::connect(&app.pool).await?;
    let page = query::list(&mut conn, &can.reach(), &filters, &listing).await?;
    Ok(match format {
        Format::Json => format.respond(page),
        Format::GeoJson => format.respond(FeatureCollection::of(page, |exit| exit.uuid)),
    })
}

/// Read an exit
#[utoipa::path(tag = "exits", params(("uuid" = Uuid, Path, description = "Identifier of the exit.")), responses(
    (status = 200, description = "The exit.", body = Exit),
    openapi::ReadProblems,
))]
#[get("/exits/{uuid}")]
pub async fn read_exit(app: App, can: Can<Read>, uuid: web::Path<Uuid>) -> Result<web::Json<Exit>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (found, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(web::Json(found.into()))
}
