//! Routes of the harvests.

use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{Harvest, HarvestChanges, HarvestFilters, NewHarvest};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update, Validate};
use crate::db;
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::http::{
    FeatureCollection, Format, IfMatch, Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery,
    Writer,
};
use crate::{openapi, settings};

/// List harvests
#[utoipa::path(tag = "harvests", params(HarvestFilters), responses(
    (status = 200, description = "A page of the harvests you may read.",
        content((Page<Harvest> = "application/json"), (FeatureCollection = "application/geo+json"))),
    openapi::ListProblems,
))]
#[get("/harvests")]
pub async fn list_harvests(
    app: App,
    can: Can<Read>,
    lang: Language,
    filters: ValidQuery<HarvestFilters>,
    req: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let format = Format::read(filters.format.as_deref(), &req)?;
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
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let page = found.map(|harvest| harvest.shown(&names, &thresholds, lang.0));
    Ok(match format {
        Format::Json => format.respond(page),
        Format::GeoJson => format.respond(FeatureCollection::of(page, |harvest| harvest.uuid)),
    })
}

/// Read a harvest
#[utoipa::path(tag = "harvests", params(("uuid" = Uuid, Path, description = "Identifier of the harvest.")), responses(
    (status = 200, description = "The harvest.", body = Harvest, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/harvests/{uuid}")]
pub async fn read_harvest(
    app: App,
    can: Can<Read>,
    lang: Language,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (harvest, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let harvest = harvest.shown(&names, &thresholds, lang.0);
    Ok(Reply::ok(harvest.version, harvest).into())
}

/// Create a harvest
///
/// Its areas, and its altitude unless you give it, are found from its geometry.
#[utoipa::path(tag = "harvests", request_body = NewHarvest, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The harvest.", body = Harvest, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/harvests")]
pub async fn create_harvest(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewHarvest>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let (cx, names) = (write.clone(), write.app.nomenclatures().await?);
    write
        .post(digest, async move |conn| {
            let checked = rules::check_new(&new, cx.today())?;
            datasets::check_writable(conn, &can.reach(), new.id_dataset).await?;
            if new.permit_waiver.is_some() && !can.reach_of::<Validate>().allows_dataset(new.id_dataset) {
                return Err(Problem::forbidden('V'));
            }
            let year = checked.dates.year(cx.today());
            let thresholds = settings::query::thresholds(conn, can.user.id_organism).await?;
            let harvest = query::insert(conn, new.clone(), &checked, &names, year, &can.reads()).await?;
            let harvest = harvest.shown(&names, &thresholds, cx.lang);
            Ok(Reply::created(
                cx.link(&format!("/harvests/{}", harvest.uuid)),
                harvest.version,
                harvest,
            ))
        })
        .await
}

/// Change a harvest
#[utoipa::path(tag = "harvests", request_body = HarvestChanges, params(("uuid" = Uuid, Path, description = "Identifier of the harvest."), openapi::Condition), responses(
    (status = 200, description = "The harvest as it is now.", body = Harvest, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/harvests/{uuid}")]
pub async fn update_harvest(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<HarvestChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx, names) = (body.into_inner(), write.clone(), write.app.nomenclatures().await?);
    write
        .change(async move |conn| {
            let (harvest, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed && !(harvest.blurred && rules::says_where(&changes)))?;
            if matches!(changes.permit_waiver, Some(Some(_))) {
                let (_, waives) = query::find(conn, *uuid, &can.reads(), &can.reach_of::<Validate>()).await?;
                waives.then_some(()).ok_or_else(|| Problem::forbidden('V'))?;
            }
            let thresholds = settings::query::thresholds(conn, can.user.id_organism).await?;
            let current = harvest.clone().shown(&names, &thresholds, cx.lang);
            read.check(current.version, &current)?;
            datasets::check_move(conn, &can.reach(), changes.id_dataset, current.id_dataset).await?;
            let changed =
                query::update(conn, &harvest, changes.clone(), &names, cx.today(), &can.reads()).await?;
            let changed =
                changed
                    .ok_or_else(|| IfMatch::stale(&current))?
                    .shown(&names, &thresholds, cx.lang);
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a harvest
///
/// One that something depends on is not deleted: archive it.
#[utoipa::path(tag = "harvests", params(("uuid" = Uuid, Path, description = "Identifier of the harvest."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/harvests/{uuid}")]
pub async fn delete_harvest(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let (cx, names) = (write.clone(), write.app.nomenclatures().await?);
    write
        .change(async move |conn| {
            let (harvest, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let thresholds = settings::query::thresholds(conn, can.user.id_organism).await?;
            let current = harvest.clone().shown(&names, &thresholds, cx.lang);
            read.check(current.version, &current)?;
            query::delete(conn, &harvest).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a harvest
#[utoipa::path(tag = "harvests", params(("uuid" = Uuid, Path, description = "Identifier of the harvest."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first; where the harvest is, only to those who may read it exactly.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/harvests/{uuid}/history")]
pub async fn read_harvest_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await;
    let blurred = found
        .as_ref()
        .map_or_else(|_| can.reach().blurs(), |(harvest, _)| harvest.blurred);
    let lines = history::of_record(
        &mut conn,
        *uuid,
        "t_harvests",
        found.map(drop),
        &can.reach(),
        &filters,
    )
    .await?;
    Ok(web::Json(if blurred {
        lines.map(|line| line.without(rules::PLACE_COLUMNS))
    } else {
        lines
    }))
}
