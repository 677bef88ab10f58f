//! Routes of the seed tests.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{
    NewSeedTest, Readable, SeedTest, SeedTestChanges, SeedTestColumns, SeedTestFilters, SeedTestRecord,
    SeedTestRow, TestPurpose, TestState, TestTransition,
};
use super::{query, rules, transitions};
use crate::app::App;
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::codes::{self, CodeKind};
use crate::db;
use crate::error::{Problem, table};
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::http::{IfMatch, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;
use crate::replicates::{self, Owned, Owner};
use crate::sowings;
use crate::stock::query as stock;
use crate::treatment_steps;

/// List seed tests
#[utoipa::path(tag = "seed-tests", params(SeedTestFilters), responses(
    (status = 200, description = "A page of the tests you may read.", body = Page<SeedTest>),
    openapi::ListProblems,
))]
#[get("/seed-tests")]
pub async fn list_seed_tests(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<SeedTestFilters>,
) -> Result<web::Json<Page<SeedTest>>, Problem> {
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

/// Read a seed test
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test.")), responses(
    (status = 200, description = "The test.", body = SeedTestRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}")]
pub async fn read_seed_test(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, readable, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let record = record(&mut conn, row, readable).await?;
    Ok(Reply::ok(record.test.version, record).into())
}

async fn record(
    conn: &mut AsyncPgConnection,
    row: SeedTestRow,
    readable: Readable,
) -> Result<SeedTestRecord, Problem> {
    let how = query::how(conn, row.id).await?;
    Ok(SeedTestRecord {
        next_states: row.state.next().to_vec(),
        test: (row, readable).into(),
        substrate_note: how.substrate_note,
        regimes: how.regimes,
        people_text: how.people_text,
        conclusion: how.conclusion,
        state_reason: how.state_reason,
        remarks: how.remarks,
        additional_data: how.additional_data,
        typed_results: how.typed_results,
    })
}

/// Create a seed test
///
/// With its replicates and treatment steps; brought to `running` at once when that `state` is given:
/// the lot is debited in the same transaction (U on the lot). A second chance, which names its
/// `parent_test` and no place of the lot, takes the seeds that did not germinate in it instead.
#[utoipa::path(tag = "seed-tests", request_body = NewSeedTest, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The test.", body = SeedTestRecord, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/seed-tests")]
pub async fn create_seed_test(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewSeedTest>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let uuid = create(conn, &cx, &can, &new).await?;
            let (row, readable, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, row, readable).await?;
            let link = cx.link(&format!("/seed-tests/{uuid}"));
            Ok(Reply::created(link, record.test.version, record))
        })
        .await
}

async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Create>,
    new: &NewSeedTest,
) -> Result<Uuid, Problem> {
    let target = new.state.unwrap_or(TestState::Draft);
    if !target.is_first() {
        return Err(Problem::field("/state", "out_of_range"));
    }
    let (mut columns, lot_dataset, id_material) = source_columns(conn, can, new).await?;
    let id_dataset = new.id_dataset.unwrap_or(lot_dataset);
    datasets::check_writable(conn, &can.reach(), id_dataset).await?;
    let day = new.date_start.unwrap_or_else(|| cx.today());
    let origin = sowings::query::origin(conn, id_material).await?;
    rules::start(day, origin, cx.today(), "/date_start")?;
    let year = chrono::Datelike::year(&day);
    if let Some(code) = &new.code {
        codes::check(CodeKind::SeedTest, code, year)?;
    }
    columns.code = match &new.code {
        Some(code) => Some(code.clone()),
        None => Some(codes::next(conn, CodeKind::SeedTest, year).await?),
    };
    columns.id_dataset = Some(id_dataset);
    let (id, uuid) = query::insert(conn, &columns).await?;
    query::set_people(conn, id, &new.people).await?;
    parts(conn, can, new, id, cx).await?;
    if target == TestState::Running {
        let (row, _, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
        transitions::go(conn, cx, can, &row, &start(new)).await?;
    }
    Ok(uuid)
}

/// What brings a new test to `running`.
fn start(new: &NewSeedTest) -> TestTransition {
    TestTransition {
        to: TestState::Running,
        date: new.date_start,
        reason: None,
        confirm_overdraw: new.confirm_overdraw,
        reserve_override_reason: new.reserve_override_reason.clone(),
    }
}

/// Everything that is said of a new test but its code and dataset, with the dataset and the material of its lot.
async fn source_columns(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewSeedTest,
) -> Result<(SeedTestColumns, i32, i32), Problem> {
    let reads = can.reads();
    rules::source(new.source_place, new.parent_test)?;
    if let Some(periods) = &new.regimes {
        rules::regimes(periods)?;
    }
    let lot = stock::lot(conn, new.lot, &can.user.reach('U'), "/lot").await?;
    if lot.archived_at.is_some() {
        return Err(Problem::new(table::ARCHIVED).at("/lot"));
    }
    // The lot before the counter of the codes: the one order of all writes.
    stock::lock_only(conn, lot.id).await?;
    let parent = match new.parent_test {
        None => None,
        Some(parent) => {
            let (id, id_seed_lot) = query::parent_test(conn, parent, &reads).await?;
            if id_seed_lot != lot.id {
                return Err(Problem::new(table::SEED_TEST_PARENT).at("/parent_test"));
            }
            Some(id)
        }
    };
    let columns = SeedTestColumns {
        uuid: new.uuid,
        id_seed_lot: Some(lot.id),
        id_source_place: stock::maybe_place(conn, new.source_place, &reads, "/source_place").await?,
        id_parent_test: parent,
        kind: Some(new.kind),
        purpose: Some(new.purpose.unwrap_or(TestPurpose::Monitoring)),
        seeds: Some(new.seeds),
        date_start: Some(new.date_start),
        id_place: Some(stock::maybe_place(conn, new.place, &reads, "/place").await?),
        support: Some(new.support),
        substrate_note: Some(new.substrate_note.clone()),
        regimes: Some(
            new.regimes
                .as_ref()
                .and_then(|periods| serde_json::to_value(periods).ok()),
        ),
        next_count_due: Some(new.next_count_due),
        people_text: Some(new.people_text.clone()),
        remarks: Some(new.remarks.clone()),
        additional_data: Some(new.additional_data.clone()),
        id_digitiser: Some(can.user.id_role),
        ..SeedTestColumns::default()
    };
    Ok((columns, lot.id_dataset, lot.id_material))
}

/// Replicates and treatment steps of a new test.
async fn parts(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewSeedTest,
    id: i32,
    cx: &Writer,
) -> Result<(), Problem> {
    let seeds = Some(f64::from(new.seeds));
    let made = replicates::rules::replicates(&new.replicates, new.replicate_count, seeds, true)?;
    let owner = Owner::SeedTest(id);
    replicates::acts::make(conn, can, owner, &new.replicates, made).await?;
    treatment_steps::acts::insert_all(conn, owner, &new.treatment_steps, can.user.id_role, cx.today()).await
}

/// Change a seed test
///
/// Its state changes by transitions; its seeds change in a draft only, its lot never.
#[utoipa::path(tag = "seed-tests", request_body = SeedTestChanges, params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::Condition), responses(
    (status = 200, description = "The test as it is now.", body = SeedTestRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/seed-tests/{uuid}")]
pub async fn update_seed_test(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<SeedTestChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx) = (body.into_inner(), write.clone());
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = || SeedTest::from((row.clone(), readable));
            read.check(row.version, current())?;
            let columns = changed(conn, &cx, &can, &row, &changes).await?;
            if !query::update(conn, &row, &columns).await? {
                return Err(IfMatch::stale(current()));
            }
            if let Some(people) = &changes.people {
                query::set_people(conn, row.id, people).await?;
            }
            let (row, readable, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, row, readable).await?;
            Ok(Reply::ok(record.test.version, record))
        })
        .await
}

/// The columns that a patch changes.
async fn changed(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Update>,
    row: &SeedTestRow,
    changes: &SeedTestChanges,
) -> Result<SeedTestColumns, Problem> {
    if changes.seeds.is_some_and(|seeds| Some(seeds) != row.seeds) {
        Owned::from(row).stage.draft().map_err(|p| p.at("/seeds"))?;
    }
    if let Some(Some(periods)) = &changes.regimes {
        rules::regimes(periods)?;
    }
    if let Some(dataset) = changes.id_dataset {
        datasets::check_writable(conn, &can.reach(), dataset).await?;
    }
    match changes.date_start {
        Some(Some(day)) => {
            let origin = sowings::query::origin(conn, row.id_material).await?;
            rules::start(day, origin, cx.today(), "/date_start")?;
            if row.date_end.is_some_and(|end| end < day) {
                return Err(Problem::new(table::DATES_ORDERED).at("/date_start"));
            }
        }
        Some(None) if matches!(row.state, TestState::Running | TestState::Finished) => {
            return Err(Problem::law("/date_start", "not_null"));
        }
        _ => {}
    }
    let id_place = match changes.place {
        None => None,
        Some(place) => Some(stock::maybe_place(conn, place, &can.reads(), "/place").await?),
    };
    Ok(SeedTestColumns {
        id_dataset: changes.id_dataset,
        purpose: changes.purpose,
        seeds: changes.seeds,
        date_start: changes.date_start,
        id_place,
        support: changes.support,
        substrate_note: changes.substrate_note.clone(),
        regimes: changes.regimes.as_ref().map(|periods| {
            periods
                .as_ref()
                .and_then(|periods| serde_json::to_value(periods).ok())
        }),
        next_count_due: changes.next_count_due,
        people_text: changes.people_text.clone(),
        conclusion: changes.conclusion.clone(),
        remarks: changes.remarks.clone(),
        additional_data: changes.additional_data.clone(),
        archived_at: changes
            .archived
            .map(|asked| db::archive(Some(asked), row.archived_at)),
        ..SeedTestColumns::default()
    })
}

/// Change the state of a seed test
///
/// Needs U on the test, and U on its lot when the seeds leave it. Leaving `draft` debits the lot,
/// once; a test is finished when every seed is accounted for; cancelling what was running puts the
/// seeds back, unless something was counted.
#[utoipa::path(tag = "seed-tests", request_body = TestTransition, params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::IdempotencyKey), responses(
    (status = 200, description = "The test as it is now.", body = SeedTestRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/seed-tests/{uuid}/transitions")]
pub async fn change_seed_test_state(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<TestTransition>,
) -> Result<HttpResponse, Problem> {
    let (asked, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (row, _, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            // The lot, then the test: the one order of all writes.
            stock::lock_only(conn, row.id_seed_lot).await?;
            query::lock(conn, row.id).await?;
            let (row, _, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            transitions::go(conn, &cx, &can, &row, &asked).await?;
            let (row, readable, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, row, readable).await?;
            Ok(Reply::ok(record.test.version, record))
        })
        .await
}

/// Delete a seed test
///
/// Only one that never debited a lot nor was counted; its replicates and steps go with it.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/seed-tests/{uuid}")]
pub async fn delete_seed_test(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(row.version, SeedTest::from((row.clone(), readable)))?;
            if !matches!(row.state, TestState::Draft | TestState::Cancelled) {
                return Err(Problem::new(table::HAS_CHILDREN).with("table", "t_replicates"));
            }
            treatment_steps::query::delete_all(conn, Owner::SeedTest(row.id)).await?;
            replicates::query::delete_all(conn, Owner::SeedTest(row.id)).await?;
            query::delete(conn, row.id).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a seed test
///
/// Its replicates, treatment steps, counts and their classes included.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/seed-tests/{uuid}/history")]
pub async fn read_seed_test_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_seed_tests", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
