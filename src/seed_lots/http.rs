//! Routes of the seed lots.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{NewSeedLot, SeedLot, SeedLotChanges, SeedLotFilters, SeedLotItem};
use super::query::{self, Reader, Source};
use super::rules;
use crate::app::App;
use crate::auth::{Can, Create, Delete, Reach, Read, Update};
use crate::codes::{self, CodeKind};
use crate::db;
use crate::error::{Problem, table};
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::{datasets, known};
use crate::http::relative::Relative;
use crate::http::{IfMatch, Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;

/// List seed lots
#[utoipa::path(tag = "seed-lots", params(SeedLotFilters), responses(
    (status = 200, description = "A page of the seed lots you may read.", body = Page<SeedLotItem>),
    openapi::ListProblems,
))]
#[get("/seed-lots")]
pub async fn list_seed_lots(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<SeedLotFilters>,
) -> Result<web::Json<Page<SeedLotItem>>, Problem> {
    let asked = PageRequest {
        sort: filters.sort.as_deref(),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let mut conn = db::connect(&app.pool).await?;
    query::list(&mut conn, &can.reach(), &filters, &listing)
        .await
        .map(web::Json)
}

/// Read a seed lot
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot.")), responses(
    (status = 200, description = "The seed lot.", body = SeedLot, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}")]
pub async fn read_seed_lot(
    app: App,
    can: Can<Read>,
    lang: Language,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let names = app.nomenclatures().await?;
    let mut conn = db::connect(&app.pool).await?;
    let (row, _, material_readable) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let reader = Reader {
        reads: &can.reach(),
        names: &names,
        lang: lang.0,
    };
    let lot = query::record(&mut conn, row, material_readable, &reader).await?;
    Ok(Reply::ok(lot.row.version, lot).into())
}

/// Create a seed lot
///
/// Its first entry in stock is written with it. It goes to the dataset of its material
/// unless another is given.
#[utoipa::path(tag = "seed-lots", request_body = NewSeedLot, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The seed lot.", body = SeedLot, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/seed-lots")]
pub async fn create_seed_lot(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewSeedLot>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let reader = Reader {
                reads: &can.reads(),
                names: &names,
                lang: cx.lang,
            };
            let lot = make(conn, &can, &new, &reader, cx.today()).await?;
            Ok(Reply::created(
                cx.link(&format!("/seed-lots/{}", lot.row.uuid)),
                lot.row.version,
                lot,
            ))
        })
        .await
}

/// Makes a lot and its first entry; the code is taken last, since its counter is shared.
async fn make(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewSeedLot,
    reader: &Reader<'_>,
    today: NaiveDate,
) -> Result<SeedLot, Problem> {
    let traits = rules::trait_keys(reader.names, new.traits.as_ref())?;
    let mut keys = rules::new_keys(reader.names, new)?;
    let source = source(conn, new.material, reader.reads).await?;
    let id_dataset = new.id_dataset.unwrap_or(source.id_dataset);
    datasets::check_writable(conn, &can.reach(), id_dataset).await?;
    cleaned_by(conn, new.id_cleaned_by).await?;
    let entry = match &new.initial_entry {
        Some(entry) => {
            rules::check_entry(entry, today)?;
            Some((place(conn, entry.place, reader.reads).await?, entry))
        }
        None => None,
    };
    let year = rules::code_year(new.packaging_date, today);
    let code = match &new.code {
        Some(code) => codes::check(CodeKind::SeedLot, code, year).map(|()| code.clone())?,
        None => codes::next(conn, CodeKind::SeedLot, year).await?,
    };
    (keys.id_material, keys.id_dataset, keys.code) = (Some(source.id_material), Some(id_dataset), Some(code));
    let id = query::insert(conn, new, &keys, can.user.id_role).await?;
    query::set_traits(conn, id, &traits).await?;
    if let Some((id_place, entry)) = entry {
        query::enter(conn, id, id_place, entry, can.user.id_role).await?;
    }
    let row = query::row(conn, id).await?;
    Ok(query::record(conn, row, true, reader).await?)
}

/// The material of a lot: readable, in use.
async fn source(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> Result<Source, Problem> {
    let found = query::source(conn, uuid, reads).await?;
    let source = found.ok_or_else(|| Problem::unknown("/material", "unknown_reference"))?;
    in_use(source.archived_at, "/material").map(|()| source)
}

/// The place of a first entry: readable, in use.
async fn place(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> Result<i32, Problem> {
    const POINTER: &str = "/initial_entry/place";
    let found = query::place(conn, uuid, reads).await?;
    let (id, archived_at) = found.ok_or_else(|| Problem::unknown(POINTER, "unknown_reference"))?;
    in_use(archived_at, POINTER).map(|()| id)
}

fn in_use(archived_at: Option<DateTime<Utc>>, pointer: &str) -> Result<(), Problem> {
    archived_at.map_or(Ok(()), |_| Err(Problem::new(table::ARCHIVED).at(pointer)))
}

async fn cleaned_by(conn: &mut AsyncPgConnection, id_role: Option<i32>) -> Result<(), Problem> {
    known::roles(conn, id_role.as_slice(), |_| "/id_cleaned_by".to_owned()).await
}

/// Change a seed lot
#[utoipa::path(tag = "seed-lots", request_body = SeedLotChanges, params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), openapi::Condition), responses(
    (status = 200, description = "The seed lot as it is now.", body = SeedLot, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-lots/{uuid}")]
pub async fn update_seed_lot(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<SeedLotChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .change(async move |conn| {
            let reader = Reader {
                reads: &can.reads(),
                names: &names,
                lang: cx.lang,
            };
            let (row, allowed, material_readable) =
                query::find(conn, *uuid, reader.reads, &can.reach()).await?;
            can.check(allowed)?;
            let lot = query::record(conn, row, material_readable, &reader).await?;
            read.check(lot.row.version, &lot)?;
            let changed = change(conn, &lot, &changes, &can.reach(), &reader, cx.today()).await?;
            Ok(Reply::ok(changed.row.version, changed))
        })
        .await
}

/// Changes a lot, whose material is still the same once something was made of it.
async fn change(
    conn: &mut AsyncPgConnection,
    lot: &SeedLot,
    changes: &SeedLotChanges,
    reach: &Reach,
    reader: &Reader<'_>,
    today: NaiveDate,
) -> Result<SeedLot, Problem> {
    let traits = rules::trait_keys(reader.names, changes.traits.as_ref())?;
    let mut keys = rules::changed_keys(reader.names, &lot.row, changes, today)?;
    datasets::check_move(conn, reach, changes.id_dataset, lot.row.id_dataset).await?;
    cleaned_by(conn, changes.id_cleaned_by.flatten()).await?;
    let material = changes.material.filter(|uuid| *uuid != lot.row.material_uuid);
    if let Some(material) = material {
        if query::is_used(conn, lot.row.id).await? {
            return Err(Problem::new(table::MATERIAL_FIXED).at("/material"));
        }
        keys.id_material = Some(source(conn, material, reader.reads).await?.id_material);
    }
    if !query::update(conn, &lot.row, changes, &keys).await? {
        return Err(IfMatch::stale(lot));
    }
    query::set_traits(conn, lot.row.id, &traits).await?;
    let row = query::row(conn, lot.row.id).await?;
    let material_readable = material.is_some() || matches!(lot.material, Relative::Known(_));
    Ok(query::record(conn, row, material_readable, reader).await?)
}

/// Delete a seed lot
///
/// One that has movements, tests, sowings or weighings is not deleted: archive it.
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/seed-lots/{uuid}")]
pub async fn delete_seed_lot(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let names = write.app.nomenclatures().await?;
    let cx = write.clone();
    write
        .change(async move |conn| {
            let reader = Reader {
                reads: &can.reads(),
                names: &names,
                lang: cx.lang,
            };
            let (row, allowed, material_readable) =
                query::find(conn, *uuid, reader.reads, &can.reach()).await?;
            can.check(allowed)?;
            let lot = query::record(conn, row, material_readable, &reader).await?;
            read.check(lot.row.version, &lot)?;
            query::delete(conn, lot.row.id).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a seed lot
///
/// Its traits, weighings and movements are in it.
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/seed-lots/{uuid}/history")]
pub async fn read_seed_lot_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_seed_lots", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
