//! Routes of the cultivations.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use chrono::Datelike;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{
    Cultivation, CultivationChanges, CultivationColumns, CultivationFilters, NewCultivation, Parentage,
};
use super::query;
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::codes::{self, CodeKind};
use crate::cultivation_events::acts::{self, Author, Common, Line};
use crate::cultivation_events::rules;
use crate::cultivation_events::said::{EventKind, Said};
use crate::error::{Problem, table};
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::{self, datasets};
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::{db, exits, openapi, seed_tests, sowings};

/// List cultivations
#[utoipa::path(tag = "cultivations", params(CultivationFilters), responses(
    (status = 200, description = "A page of the cultivations you may read.", body = Page<Cultivation>),
    openapi::ListProblems,
))]
#[get("/cultivations")]
pub async fn list_cultivations(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<CultivationFilters>,
) -> Result<web::Json<Page<Cultivation>>, Problem> {
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

/// Read a cultivation
#[utoipa::path(tag = "cultivations", params(("uuid" = Uuid, Path, description = "Identifier of the cultivation.")), responses(
    (status = 200, description = "The cultivation.", body = Cultivation, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/cultivations/{uuid}")]
pub async fn read_cultivation(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, readable, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    Ok(Reply::ok(row.version, Cultivation::from((row, readable))).into())
}

/// Create a cultivation
///
/// With the first event, which brings its plants in: seedlings leave the replicates of their sowing
/// or test (U on it), a division takes plants from the parent (U on it), in the same transaction.
#[utoipa::path(tag = "cultivations", request_body = NewCultivation, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The cultivation.", body = Cultivation, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/cultivations")]
pub async fn create_cultivation(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewCultivation>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let uuid = create(conn, &cx, &can, &new).await?;
            let (row, readable, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            let link = cx.link(&format!("/cultivations/{uuid}"));
            Ok(Reply::created(
                link,
                row.version,
                Cultivation::from((row, readable)),
            ))
        })
        .await
}

async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Create>,
    new: &NewCultivation,
) -> Result<Uuid, Problem> {
    let said = Said::read(&new.first, "/first")?;
    let date = new.event_date.unwrap_or_else(|| cx.today());
    let (mut columns, source_dataset) = source(conn, can, new, said.kind()).await?;
    let id_dataset = new.id_dataset.unwrap_or(source_dataset);
    datasets::check_writable(conn, &can.reach(), id_dataset).await?;
    responsible(conn, new.id_responsible).await?;
    let year = date.year();
    columns.code = match &new.code {
        Some(code) => codes::check(CodeKind::Cultivation, code, year).map(|()| Some(code.clone()))?,
        None => Some(codes::next(conn, CodeKind::Cultivation, year).await?),
    };
    columns.id_dataset = Some(id_dataset);
    columns.id_digitiser = Some(can.user.id_role);
    let uuid = query::insert(conn, &columns).await?;
    let (row, ..) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
    rules::first(row.source(), said.kind())?;
    let common = Common {
        uuid: None,
        date,
        id_actor: new.id_actor,
        actor_text: new.actor_text.clone(),
        remarks: None,
    };
    let line = Line {
        cultivation: &row,
        said,
        is_first: true,
        at: "/first".to_owned(),
    };
    let author = Author {
        cx,
        reads: &can.reads(),
        appends: &can.user.reach('U'),
    };
    acts::append(conn, author, &[line], &common).await?;
    Ok(uuid)
}

async fn responsible(conn: &mut AsyncPgConnection, role: Option<i32>) -> Result<(), Problem> {
    match host::roles::first_unknown(conn, role.as_slice()).await? {
        Some(_) => Err(Problem::unknown("/id_responsible", "unknown_role")),
        None => Ok(()),
    }
}

/// What is said of a new cultivation but its code, and the dataset of its source, which is locked.
async fn source(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewCultivation,
    first: EventKind,
) -> Result<(CultivationColumns, i32), Problem> {
    let (reads, appends) = (can.reads(), can.user.reach('U'));
    let mut columns = CultivationColumns {
        uuid: new.uuid,
        objective: Some(new.objective),
        programme: Some(new.programme.clone()),
        ipen: Some(new.ipen.clone()),
        mother_line: Some(new.mother_line.clone()),
        isolation: Some(new.isolation),
        id_responsible: Some(new.id_responsible),
        responsible_text: Some(new.responsible_text.clone()),
        remarks: Some(new.remarks.clone()),
        additional_data: Some(new.additional_data.clone()),
        ..CultivationColumns::default()
    };
    let given = &new.source;
    let dataset = match (given.sowing, given.seed_test, given.material, given.cultivation) {
        (Some(sowing), None, None, None) => {
            let (row, _, allowed) = sowings::query::find(conn, sowing, &reads, &appends)
                .await
                .map_err(|_| Problem::unknown("/source/sowing", "unknown_reference"))?;
            allowed_to_append(allowed)?;
            sowings::query::lock(conn, row.id).await?;
            columns.id_sowing = Some(row.id);
            columns.id_material = Some(row.id_material);
            row.id_dataset
        }
        (None, Some(test), None, None) => {
            let (row, _, allowed) = seed_tests::query::find(conn, test, &reads, &appends)
                .await
                .map_err(|_| Problem::unknown("/source/seed_test", "unknown_reference"))?;
            allowed_to_append(allowed)?;
            if row.kind != seed_tests::model::TestKind::Germination {
                return Err(Problem::new(table::CULTIVATION_SOURCE_AGREES).at("/source/seed_test"));
            }
            seed_tests::query::lock(conn, row.id).await?;
            columns.id_seed_test = Some(row.id);
            columns.id_material = Some(row.id_material);
            row.id_dataset
        }
        (None, None, Some(material), None) => {
            let (id, id_dataset, archived) = sowings::query::material(conn, material, &reads).await?;
            if archived {
                return Err(Problem::new(table::ARCHIVED).at("/source/material"));
            }
            columns.id_material = Some(id);
            id_dataset
        }
        (None, None, None, Some(parent)) => {
            let row = query::other(conn, parent, &appends, "/source/cultivation").await?;
            query::lock(conn, &[row.id]).await?;
            columns.id_parent_cultivation = Some(row.id);
            columns.id_material = Some(row.id_material);
            columns.parentage = Some(parentage(first)?);
            row.id_dataset
        }
        _ => return Err(Problem::new(table::ONE_ORIGIN).at("/source")),
    };
    Ok((columns, dataset))
}

fn allowed_to_append(allowed: bool) -> Result<(), Problem> {
    if allowed {
        Ok(())
    } else {
        Err(Problem::forbidden('U'))
    }
}

/// How a new cultivation comes from its parent: as its first event says.
fn parentage(first: EventKind) -> Result<Parentage, Problem> {
    match first {
        EventKind::Division => Ok(Parentage::Division),
        EventKind::Cutting => Ok(Parentage::Cutting),
        EventKind::SelfSown => Ok(Parentage::SelfSown),
        kind => Err(Problem::new(table::CULTIVATION_FIRST_EVENT)
            .with("kind", kind.as_str())
            .at("/first/kind")),
    }
}

/// Change a cultivation
///
/// Its source never changes; what happens to its plants is told by events.
#[utoipa::path(tag = "cultivations", request_body = CultivationChanges, params(("uuid" = Uuid, Path, description = "Identifier of the cultivation."), openapi::Condition), responses(
    (status = 200, description = "The cultivation as it is now.", body = Cultivation, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/cultivations/{uuid}")]
pub async fn update_cultivation(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<CultivationChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = body.into_inner();
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = || Cultivation::from((row.clone(), readable));
            read.check(row.version, current())?;
            datasets::check_move(conn, &can.reach(), changes.id_dataset, row.id_dataset).await?;
            responsible(conn, changes.id_responsible.flatten()).await?;
            let columns = CultivationColumns {
                id_dataset: changes.id_dataset,
                objective: changes.objective,
                programme: changes.programme.clone(),
                ipen: changes.ipen.clone(),
                mother_line: changes.mother_line.clone(),
                isolation: changes.isolation,
                id_responsible: changes.id_responsible,
                responsible_text: changes.responsible_text.clone(),
                remarks: changes.remarks.clone(),
                additional_data: changes.additional_data.clone(),
                archived_at: changes
                    .archived
                    .map(|asked| db::archive(Some(asked), row.archived_at)),
                ..CultivationColumns::default()
            };
            if !query::update(conn, &row, &columns).await? {
                return Err(IfMatch::stale(current()));
            }
            let (row, readable, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            Ok(Reply::ok(row.version, Cultivation::from((row, readable))))
        })
        .await
}

/// Delete a cultivation
///
/// Only one to which nothing ever happened; archive the others.
#[utoipa::path(tag = "cultivations", params(("uuid" = Uuid, Path, description = "Identifier of the cultivation."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/cultivations/{uuid}")]
pub async fn delete_cultivation(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(row.version, Cultivation::from((row.clone(), readable)))?;
            query::delete(conn, row.id).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a cultivation
///
/// Its events included.
#[utoipa::path(tag = "cultivations", params(("uuid" = Uuid, Path, description = "Identifier of the cultivation."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/cultivations/{uuid}/history")]
pub async fn read_cultivation_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    let lines = history::of_record(&mut conn, *uuid, "t_cultivations", found, &can.reach(), &filters).await?;
    // Where plants of a sensitive taxon went is not told here to those who may not read it exactly.
    Ok(web::Json(if can.reach().blurs() {
        lines.map(|line| line.without(exits::PLACE_COLUMNS))
    } else {
        lines
    }))
}
