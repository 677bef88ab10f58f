//! Routes of the humidity rounds.

use actix_web::{HttpResponse, get, post, web};
use uuid::Uuid;

use super::model::{HumidityRound, NewHumidityRound, RoundFilters, RoundStop};
use super::rules::Intervals;
use super::{acts, query};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::http::{Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;
use crate::places::query as places;
use crate::settings::query as settings;

/// Prepare a humidity round
///
/// The lots that stand in a place and below it, among those you may read: one line a lot and a place,
/// with its last check, its silica pellets and whether a check is due.
#[utoipa::path(tag = "storage", params(("uuid" = Uuid, Path, description = "Identifier of the place."), RoundFilters), responses(
    (status = 200, description = "A page of lots to check.", body = Page<RoundStop>),
    openapi::HistoryProblems,
))]
#[get("/places/{uuid}/humidity-round")]
pub async fn read_humidity_round(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<RoundFilters>,
) -> Result<web::Json<Page<RoundStop>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id_place")?;
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    places::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let thresholds = settings::thresholds(&mut conn, can.user.id_organism).await?;
    let when = (Intervals::of(&thresholds), app.today());
    let reach = (&can.reach(), &can.reach_of::<Update>());
    let page = query::list(&mut conn, *uuid, reach, &filters, when, &listing).await?;
    Ok(web::Json(page.map(|row| RoundStop::new(row, when, &names, lang))))
}

/// Write the checks of a humidity round
///
/// Needs U on each lot. All or nothing: one line a lot, which stands in the place or below it.
#[utoipa::path(tag = "storage", request_body = NewHumidityRound, params(("uuid" = Uuid, Path, description = "Identifier of the place."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The checks.", body = HumidityRound, headers(("Location" = String, description = "Where the round is."))),
    openapi::AppendProblems,
))]
#[post("/places/{uuid}/humidity-round")]
pub async fn create_humidity_round(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewHumidityRound>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            places::find(conn, *uuid, &can.reads(), &can.reads()).await?;
            let round = acts::create(conn, &cx, &can, *uuid, &new).await?;
            let link = cx.link(&format!("/places/{uuid}/humidity-round"));
            Ok(Reply::appended(link, round))
        })
        .await
}
