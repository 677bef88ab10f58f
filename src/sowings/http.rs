//! Routes of the sowings.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use bigdecimal::{BigDecimal, FromPrimitive};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{
    NewSowing, Readable, SourceKind, Sowing, SowingChanges, SowingColumns, SowingFilters, SowingRecord,
    SowingRow, State, Transition,
};
use super::{query, rules, transitions};
use crate::app::{App, State as AppState};
use crate::auth::{Can, Create, Delete, Read, Update};
use crate::codes::{self, CodeKind};
use crate::db;
use crate::error::{Lang, Problem, table};
use crate::history::{self, HistoryFilters, HistoryLine};
use crate::host::datasets;
use crate::host::nomenclatures::Nomenclatures;
use crate::http::{IfMatch, Language, Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::openapi;
use crate::replicates::{self, Owner};
use crate::stock::query as stock;
use crate::{seed_tests, treatment_steps};

/// List sowings
#[utoipa::path(tag = "sowings", params(SowingFilters), responses(
    (status = 200, description = "A page of the sowings you may read.", body = Page<Sowing>),
    openapi::ListProblems,
))]
#[get("/sowings")]
pub async fn list_sowings(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<SowingFilters>,
) -> Result<web::Json<Page<Sowing>>, Problem> {
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

/// Read a sowing
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing.")), responses(
    (status = 200, description = "The sowing.", body = SowingRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}")]
pub async fn read_sowing(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, readable, _) = query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let record = record(&mut conn, &app, lang, row, readable).await?;
    Ok(Reply::ok(record.sowing.version, record).into())
}

/// The record of a sowing, in a language.
async fn record(
    conn: &mut AsyncPgConnection,
    app: &AppState,
    lang: Lang,
    row: SowingRow,
    readable: Readable,
) -> Result<SowingRecord, Problem> {
    let how = query::how(conn, row.id).await?;
    let terms = app.nomenclatures().await?;
    Ok(SowingRecord {
        next_states: row.state.next().to_vec(),
        sowing: (row, readable).into(),
        off_stock_reason: how.off_stock_reason,
        programme: how.programme,
        method: terms.term(how.id_nomenclature_method, lang),
        depth_mm: how.depth_mm,
        watering: terms.term(how.id_nomenclature_watering, lang),
        substrate: how.substrate,
        container: terms.term(how.id_nomenclature_container, lang),
        container_volume_ml: how.container_volume_ml,
        container_cells: how.container_cells,
        container_count: how.container_count,
        covering: how.covering,
        is_ambient: how.is_ambient,
        day_temperature: how.day_temperature,
        night_temperature: how.night_temperature,
        photoperiod_hours: how.photoperiod_hours,
        light: how.light,
        expected_emergence_min: how.expected_emergence_min,
        expected_emergence_max: how.expected_emergence_max,
        people_text: how.people_text,
        remarks: how.remarks,
        additional_data: how.additional_data,
    })
}

/// Create a sowing
///
/// With its replicates and treatment steps; brought to `state` at once when one is given: to
/// `sown` or `in_pretreatment`, the lot is debited in the same transaction (U on the lot).
#[utoipa::path(tag = "sowings", request_body = NewSowing, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The sowing.", body = SowingRecord, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/sowings")]
pub async fn create_sowing(
    can: Can<Create>,
    write: Writer,
    body: Valid<NewSowing>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let uuid = create(conn, &cx, &can, &new).await?;
            let (row, readable, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, &cx.app, cx.lang, row, readable).await?;
            let link = cx.link(&format!("/sowings/{uuid}"));
            Ok(Reply::created(link, record.sowing.version, record))
        })
        .await
}

async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Create>,
    new: &NewSowing,
) -> Result<Uuid, Problem> {
    let target = new.state.unwrap_or(State::Draft);
    if !target.is_first() {
        return Err(Problem::field("/state", "out_of_range"));
    }
    rules::sown(new.sown_value, new.sown_unit, new.sown_basis)?;
    let terms = cx.app.nomenclatures().await?;
    let mut columns = how_columns(&terms, new)?;
    columns.id_place = Some(stock::maybe_place(conn, new.place, &can.reads(), "/place").await?);
    let source_dataset = source_columns(conn, can, new, &mut columns).await?;
    let id_dataset = new.id_dataset.unwrap_or(source_dataset);
    datasets::check_writable(conn, &can.reach(), id_dataset).await?;
    let planned = new.sowing_date.or((target == State::Sown).then(|| cx.today()));
    let year = chrono::Datelike::year(&planned.unwrap_or_else(|| cx.today()));
    if let Some(code) = &new.code {
        codes::check(CodeKind::Sowing, code, year)?;
    }
    let code = match &new.code {
        Some(code) => code.clone(),
        None => codes::next(conn, CodeKind::Sowing, year).await?,
    };
    columns.uuid = new.uuid;
    columns.code = Some(code);
    columns.id_dataset = Some(id_dataset);
    columns.sowing_date = Some(planned);
    columns.id_digitiser = Some(can.user.id_role);
    let (id, uuid) = query::insert(conn, &columns).await?;
    query::set_people(conn, id, &new.people).await?;
    parts(conn, can, new, id, cx.today()).await?;
    for to in steps_to(target) {
        let (row, _, _) = query::find(conn, uuid, &can.reads(), &can.reach()).await?;
        transitions::go(conn, cx, can, &row, &transition(new, *to)).await?;
    }
    Ok(uuid)
}

/// The states that lead from a draft to the one asked for.
fn steps_to(target: State) -> &'static [State] {
    match target {
        State::Prepared => &[State::Prepared],
        State::InPretreatment => &[State::Prepared, State::InPretreatment],
        State::Sown => &[State::Prepared, State::Sown],
        _ => &[],
    }
}

fn transition(new: &NewSowing, to: State) -> Transition {
    Transition {
        to,
        date: new.sowing_date.filter(|_| to == State::Sown),
        outcome: None,
        reason: None,
        confirm_overdraw: new.confirm_overdraw,
        reserve_override_reason: new.reserve_override_reason.clone(),
    }
}

/// Resolves the source and gives the dataset it belongs to.
async fn source_columns(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewSowing,
    columns: &mut SowingColumns,
) -> Result<i32, Problem> {
    let (kind, reads) = (rules::source(&new.source)?, can.reads());
    columns.source_kind = Some(kind);
    columns.off_stock_reason = new.source.off_stock_reason.clone();
    let (id_material, id_dataset, archived) = match kind {
        SourceKind::SeedLot => {
            let lot = new.source.lot.unwrap_or_default();
            let lot = stock::lot(conn, lot, &can.user.reach('U'), "/source/lot").await?;
            // The lot before the counter of the codes: the one order of all writes.
            stock::lock_only(conn, lot.id).await?;
            columns.id_seed_lot = Some(lot.id);
            columns.id_source_place =
                stock::maybe_place(conn, new.source.place, &reads, "/source/place").await?;
            (lot.id_material, lot.id_dataset, lot.archived_at.is_some())
        }
        SourceKind::SeedTest => {
            let test = new.source.seed_test.unwrap_or_default();
            let (id, material) = seed_tests::query::germination_test(conn, test, &reads).await?;
            columns.id_seed_test = Some(id);
            material
        }
        SourceKind::FreshMaterial | SourceKind::OffStock => {
            query::material(conn, new.source.material.unwrap_or_default(), &reads).await?
        }
    };
    columns.id_material = Some(id_material);
    if archived {
        Err(Problem::new(table::ARCHIVED).at("/source"))
    } else {
        Ok(id_dataset)
    }
}

fn number(value: f64) -> Option<BigDecimal> {
    BigDecimal::from_f64(value)
}

/// The columns that say how it is sown.
fn how_columns(terms: &Nomenclatures, new: &NewSowing) -> Result<SowingColumns, Problem> {
    if let Some(mix) = &new.substrate {
        check_substrate(terms, mix)?;
    }
    if new
        .expected_emergence_min
        .zip(new.expected_emergence_max)
        .is_some_and(|(min, max)| max < min)
    {
        return Err(Problem::new(table::DATES_ORDERED).at("/expected_emergence_max"));
    }
    Ok(SowingColumns {
        objective: Some(new.objective),
        programme: Some(new.programme.clone()),
        sown_value: Some(new.sown_value.and_then(number)),
        sown_unit: Some(new.sown_unit),
        sown_basis: Some(new.sown_basis),
        propagules_per_unit: Some(new.propagules_per_unit.and_then(number)),
        id_nomenclature_method: Some(terms.maybe("EXS_SOWING_METHOD", new.method.as_deref(), "/method")?),
        depth_mm: Some(new.depth_mm.and_then(number)),
        id_nomenclature_watering: Some(terms.maybe(
            "EXS_WATERING_METHOD",
            new.watering.as_deref(),
            "/watering",
        )?),
        substrate: Some(
            new.substrate
                .as_ref()
                .and_then(|mix| serde_json::to_value(mix).ok()),
        ),
        id_nomenclature_container: Some(terms.maybe(
            "EXS_SOWING_CONTAINER",
            new.container.as_deref(),
            "/container",
        )?),
        container_volume_ml: Some(new.container_volume_ml.and_then(number)),
        container_cells: Some(new.container_cells),
        container_count: Some(new.container_count),
        covering: Some(new.covering.clone()),
        is_ambient: Some(new.is_ambient),
        day_temperature: Some(new.day_temperature.and_then(number)),
        night_temperature: Some(new.night_temperature.and_then(number)),
        photoperiod_hours: Some(new.photoperiod_hours.and_then(number)),
        light: Some(new.light.clone()),
        expected_emergence_min: Some(new.expected_emergence_min),
        expected_emergence_max: Some(new.expected_emergence_max),
        next_count_due: Some(new.next_count_due),
        people_text: Some(new.people_text.clone()),
        remarks: Some(new.remarks.clone()),
        additional_data: Some(new.additional_data.clone()),
        ..SowingColumns::default()
    })
}

fn check_substrate(terms: &Nomenclatures, mix: &[super::model::Substrate]) -> Result<(), Problem> {
    rules::substrate(mix)?;
    for (n, part) in mix.iter().enumerate() {
        terms.id(
            "EXS_SOWING_SUBSTRATE",
            &part.component,
            &format!("/substrate/{n}/component"),
        )?;
    }
    Ok(())
}

/// Replicates and treatment steps of a new sowing.
async fn parts(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    new: &NewSowing,
    id: i32,
    today: chrono::NaiveDate,
) -> Result<(), Problem> {
    let counted = new.sown_unit == super::model::SownUnit::Seed
        && new.sown_basis == crate::stock::model::Basis::Counted;
    let made = replicates::rules::replicates(&new.replicates, new.replicate_count, new.sown_value, counted)?;
    let owner = Owner::Sowing(id);
    replicates::acts::make(conn, can, owner, &new.replicates, made).await?;
    treatment_steps::acts::insert_all(conn, owner, &new.treatment_steps, can.user.id_role, today).await
}

/// Change a sowing
///
/// Its state changes by transitions; source and quantity change in a draft only.
#[utoipa::path(tag = "sowings", request_body = SowingChanges, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::Condition), responses(
    (status = 200, description = "The sowing as it is now.", body = SowingRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/sowings/{uuid}")]
pub async fn update_sowing(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
    body: Valid<SowingChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx) = (body.into_inner(), write.clone());
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            let current = || Sowing::from((row.clone(), readable));
            read.check(row.version, current())?;
            let columns = changed(conn, &cx, &can, &row, &changes).await?;
            if !query::update(conn, &row, &columns).await? {
                return Err(IfMatch::stale(current()));
            }
            if let Some(people) = &changes.people {
                query::set_people(conn, row.id, people).await?;
            }
            let (row, readable, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, &cx.app, cx.lang, row, readable).await?;
            Ok(Reply::ok(record.sowing.version, record))
        })
        .await
}

/// The columns that a patch changes.
async fn changed(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Update>,
    row: &SowingRow,
    changes: &SowingChanges,
) -> Result<SowingColumns, Problem> {
    let quantity =
        changes.sown_value.is_some() || changes.sown_unit.is_some() || changes.sown_basis.is_some();
    if (quantity || changes.propagules_per_unit.is_some()) && row.state != State::Draft {
        return Err(Problem::new(table::SOWING_QUANTITY_FIXED));
    }
    if quantity {
        let value = changes.sown_value.unwrap_or_else(|| row.sown());
        let basis = changes.sown_basis.unwrap_or(row.sown_basis);
        rules::sown(value, changes.sown_unit.unwrap_or(row.sown_unit), basis)?;
    }
    if let Some(Some(mix)) = &changes.substrate {
        check_substrate(&*cx.app.nomenclatures().await?, mix)?;
    }
    if let Some(dataset) = changes.id_dataset {
        datasets::check_writable(conn, &can.reach(), dataset).await?;
    }
    if let Some(day) = changes.sowing_date {
        if day.is_none()
            && !matches!(
                row.state,
                State::Draft | State::Prepared | State::InPretreatment | State::Cancelled
            )
        {
            return Err(Problem::law("/sowing_date", "not_null"));
        }
        let origin = query::origin(conn, row.id_material).await?;
        rules::dates(
            day,
            origin,
            cx.today(),
            row.state.is_debited() && row.state != State::InPretreatment,
        )?;
    }
    let id_place = match changes.place {
        None => None,
        Some(place) => Some(stock::maybe_place(conn, place, &can.reads(), "/place").await?),
    };
    let terms = cx.app.nomenclatures().await?;
    let decimal = |value: Option<Option<f64>>| value.map(|v| v.and_then(number));
    Ok(SowingColumns {
        id_dataset: changes.id_dataset,
        objective: changes.objective,
        programme: changes.programme.clone(),
        sowing_date: changes.sowing_date,
        sown_value: decimal(changes.sown_value),
        sown_unit: changes.sown_unit,
        sown_basis: changes.sown_basis,
        propagules_per_unit: decimal(changes.propagules_per_unit),
        id_nomenclature_method: terms.patch("EXS_SOWING_METHOD", &changes.method, "/method")?,
        depth_mm: decimal(changes.depth_mm),
        id_nomenclature_watering: terms.patch("EXS_WATERING_METHOD", &changes.watering, "/watering")?,
        substrate: changes
            .substrate
            .as_ref()
            .map(|mix| mix.as_ref().and_then(|mix| serde_json::to_value(mix).ok())),
        id_nomenclature_container: terms.patch("EXS_SOWING_CONTAINER", &changes.container, "/container")?,
        container_volume_ml: decimal(changes.container_volume_ml),
        container_cells: changes.container_cells,
        container_count: changes.container_count,
        covering: changes.covering.clone(),
        id_place,
        is_ambient: changes.is_ambient,
        day_temperature: decimal(changes.day_temperature),
        night_temperature: decimal(changes.night_temperature),
        photoperiod_hours: decimal(changes.photoperiod_hours),
        light: changes.light.clone(),
        expected_emergence_min: changes.expected_emergence_min,
        expected_emergence_max: changes.expected_emergence_max,
        next_count_due: changes.next_count_due,
        people_text: changes.people_text.clone(),
        remarks: changes.remarks.clone(),
        additional_data: changes.additional_data.clone(),
        archived_at: changes
            .archived
            .map(|asked| db::archive(Some(asked), row.archived_at)),
        ..SowingColumns::default()
    })
}

/// Change the state of a sowing
///
/// Needs U on the sowing, and U on its lot when the seeds leave it. Leaving `prepared` debits the
/// lot, once; cancelling what was sown puts the seeds back, unless something was counted.
#[utoipa::path(tag = "sowings", request_body = Transition, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::IdempotencyKey), responses(
    (status = 200, description = "The sowing as it is now.", body = SowingRecord, headers(("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/sowings/{uuid}/transitions")]
pub async fn change_sowing_state(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<Transition>,
) -> Result<HttpResponse, Problem> {
    let (asked, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let (row, _, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            lock(conn, &row).await?;
            let (row, _, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            transitions::go(conn, &cx, &can, &row, &asked).await?;
            let (row, readable, _) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            let record = record(conn, &cx.app, cx.lang, row, readable).await?;
            Ok(Reply::ok(record.sowing.version, record))
        })
        .await
}

/// Locks the lot, then the sowing: the one order of all writes.
async fn lock(conn: &mut AsyncPgConnection, row: &SowingRow) -> Result<(), Problem> {
    if let Some(id) = row.id_seed_lot {
        stock::lock_only(conn, id).await?;
    }
    query::lock(conn, row.id).await?;
    Ok(())
}

/// Delete a sowing
///
/// Only one that never debited a lot nor was counted; its replicates and steps go with it.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/sowings/{uuid}")]
pub async fn delete_sowing(
    can: Can<Delete>,
    write: Writer,
    uuid: web::Path<Uuid>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let (row, readable, allowed) = query::find(conn, *uuid, &can.reads(), &can.reach()).await?;
            can.check(allowed)?;
            read.check(row.version, Sowing::from((row.clone(), readable)))?;
            if !matches!(row.state, State::Draft | State::Cancelled) {
                return Err(Problem::new(table::HAS_CHILDREN).with("table", "t_replicates"));
            }
            treatment_steps::query::delete_all(conn, Owner::Sowing(row.id)).await?;
            replicates::query::delete_all(conn, Owner::Sowing(row.id)).await?;
            query::delete(conn, row.id).await?;
            Ok(Reply::deleted())
        })
        .await
}

/// History of a sowing
///
/// Its replicates, treatment steps and counts included.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), HistoryFilters), responses(
    (status = 200, description = "Who changed what and when, the last first.", body = Page<HistoryLine>),
    openapi::HistoryProblems,
))]
#[get("/sowings/{uuid}/history")]
pub async fn read_sowing_history(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    filters: ValidQuery<HistoryFilters>,
) -> Result<web::Json<Page<HistoryLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let found = query::find(&mut conn, *uuid, &can.reach(), &can.reach())
        .await
        .map(drop);
    history::of_record(&mut conn, *uuid, "t_sowings", found, &can.reach(), &filters)
        .await
        .map(web::Json)
}
