//! Routes of the places.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use uuid::Uuid;

use super::model::{
    ContentFilters, NewPlace, Place, PlaceChanges, PlaceContent, PlaceFilters, PlaceMove, PlaceNode,
    TreeFilters,
};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;

/// List places
#[utoipa::path(tag = "places", params(PlaceFilters), responses(
    (status = 200, description = "A page of places of the organisations you may read.", body = Page<Place>),
    openapi::ListProblems,
))]
#[get("/places")]
pub async fn list_places(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<PlaceFilters>,
) -> Result<web::Json<Page<Place>>, Problem> {
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

/// Read the whole tree of places
///
/// Each place comes after the one that holds it, with the number of seed lots in it and below.
#[utoipa::path(tag = "places", params(TreeFilters), responses(
    (status = 200, description = "The places of the organisations you may read, from the roots down.", body = Vec<PlaceNode>),
    openapi::ListProblems,
))]
#[get("/places/tree")]
pub async fn read_place_tree(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<TreeFilters>,
) -> Result<web::Json<Vec<PlaceNode>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        query::tree(&mut conn, &can.reach(), filters.archived.unwrap_or_default()).await?,
    ))
}

/// Read a place
#[utoipa::path(tag = "places", params(("uuid" = Uuid, Path, description = "Identifier of the place.")), responses(
    (status = 200, description = "The place.", body = Place, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/places/{uuid}")]
pub async fn read_place(app: App, can: Can<Read>, uuid: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (place, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(Reply::ok(place.version, place).into())
}

/// Create a place
///
/// It belongs to your organisation, as the place that holds it.
#[utoipa::path(tag = "places", request_body = NewPlace, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The place.", body = Place, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/places")]
pub async fn create_place(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewPlace>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let organism = can.user.id_organism.ok_or_else(|| Problem::forbidden('C'))?;
            let parent = query::holder(conn, new.parent, &can.reads()).await?;
            let parent = parent
                .map(|p| rules::receives(p.archived_at).map(|()| p.id))
                .transpose()?;
            let place = query::insert(conn, &new, parent, organism, can.user.id_role).await?;
            Ok(Reply::created(
                cx.link(&format!("/places/{}", place.uuid)),
                place.version,
                place,
            ))
        })
        .await
}

/// Change or move a place
///
/// Another parent moves it with all that is in it, and leaves a line among its moves. It is not
/// archived while there are seeds in it or below.
#[utoipa::path(tag = "places", request_body = PlaceChanges, params(("uuid" = Uuid, Path, description = "Identifier of the place."), openapi::Condition), responses(
    (status = 200, description = "The place as it is now.", body = Place, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/places/{uuid}")]
pub async fn update_place(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<PlaceChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let (place, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(place.version, &place)?;
            if rules::puts_away(place.archived_at, changes.archived) {
                rules::is_empty(&place.code, query::lots_within(conn, &place).await?)?;
            }
            let parent = match changes.parent {
                Some(asked) => {
                    rules::destination(place.id_parent, query::holder(conn, asked, &can.reads()).await?)?
                }
                None => None,
            };
            let changed = query::update(conn, &place, &changes, parent).await?;
            let changed = changed.ok_or_else(|| IfMatch::stale(&place))?;
            Ok(Reply::ok(changed.version, changed))
        })
        .await
}

/// Delete a place
///
/// One that was used, or holds another, is not deleted: archive it.
#[utoipa::path(tag = "places", params(("uuid" = Uuid, Path, description = "Identifier of the place."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/places/{uuid}")]
pub async fn delete_place(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (place, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(place.version, &place)?;
            query::delete(conn, &place).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a place
#[utoipa::path(tag = "places", params(("uuid" = Uuid, Path, description = "Identifier of the place."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/places/{uuid}/history")]
pub async fn read_place_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_places", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}

/// List the moves of a place
#[utoipa::path(tag = "places", params(("uuid" = Uuid, Path, description = "Identifier of the place."), HistoryFilters), responses(
    (status = 200, description = "Where it was and went, the last move first.", body = Page<PlaceMove>),
    openapi::HistoryProblems,
))]
#[get("/places/{uuid}/moves")]
pub async fn list_place_moves(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<PlaceMove>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (place, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(web::Json(query::moves(&mut conn, &place, &filters).await?))
}

/// List what is in a place
///
/// The seed lots with stock in it and in the places below, among those you may read: one line a lot and a place.
#[utoipa::path(tag = "places", params(("uuid" = Uuid, Path, description = "Identifier of the place."), ContentFilters), responses(
    (status = 200, description = "A page of seed lots with what is left of each.", body = Page<PlaceContent>),
    openapi::HistoryProblems,
))]
#[get("/places/{uuid}/contents")]
pub async fn list_place_contents(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<ContentFilters>,
) -> Result<web::Json<Page<PlaceContent>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::CONTENT_SORTS, "id_place")?;
    let mut conn = db::connect(&app.pool).await?;
    let (place, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(web::Json(
        query::contents(&mut conn, &place, &can.reach(), &listing).await?,
    ))
}
