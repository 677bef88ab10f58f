//! Routes of the treatment steps of a sowing.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{NewStep, Step, StepChanges, StepColumns, StepToday};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::Problem;
use crate::host;
use crate::http::{IfMatch, Reply, Valid, Writer};
use crate::openapi;
use crate::replicates::Owner;
use crate::replicates::http::sowing;

fn today(step: Step, today: NaiveDate) -> StepToday {
    let state = rules::state(step.start_date, step.planned_end_date, step.end_date, today);
    StepToday { step, state }
}

/// List the treatment steps of a sowing
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing.")), responses(
    (status = 200, description = "Its steps, in order.", body = Vec<StepToday>),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/treatment-steps")]
pub async fn list_treatment_steps(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<StepToday>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, *uuid).await?;
    let steps = query::list(&mut conn, Owner::Sowing(sowing.id)).await?;
    Ok(web::Json(
        steps.into_iter().map(|step| today(step, app.today())).collect(),
    ))
}

/// Read a treatment step
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("step" = Uuid, Path, description = "Identifier of the step.")), responses(
    (status = 200, description = "The step.", body = StepToday, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/treatment-steps/{step}")]
pub async fn read_treatment_step(
    app: App,
    can: Can<Read>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, path.0).await?;
    let step = query::find(&mut conn, Owner::Sowing(sowing.id), path.1).await?;
    Ok(Reply::ok(step.version, today(step, app.today())).into())
}

/// Add a treatment step
///
/// Needs U on the sowing. Its planned end follows its duration when it is not given.
#[utoipa::path(tag = "sowings", request_body = NewStep, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The step.", body = StepToday, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::AppendProblems,
))]
#[post("/sowings/{uuid}/treatment-steps")]
pub async fn create_treatment_step(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewStep>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let sowing = sowing(conn, &can, *uuid).await?;
            crate::sowings::query::lock(conn, sowing.id).await?;
            let made = insert(
                conn,
                Owner::Sowing(sowing.id),
                &[new],
                can.user.id_role,
                "",
                cx.today(),
            )
            .await?;
            let step = made.into_iter().next().ok_or_else(Problem::not_found)?;
            let link = cx.link(&format!("/sowings/{uuid}/treatment-steps/{}", step.uuid));
            Ok(Reply::created(link, step.version, today(step, cx.today())))
        })
        .await
}

/// The steps of a new sowing, in the order they are given.
///
/// # Errors
/// 409 on the field of the step that is wrong.
pub async fn insert_all(
    conn: &mut AsyncPgConnection,
    owner: Owner,
    steps: &[NewStep],
    id_digitiser: i32,
    day: NaiveDate,
) -> Result<(), Problem> {
    if !steps.is_empty() {
        insert(conn, owner, steps, id_digitiser, "/treatment_steps", day).await?;
    }
    Ok(())
}

async fn insert(
    conn: &mut AsyncPgConnection,
    owner: Owner,
    steps: &[NewStep],
    id_digitiser: i32,
    pointer: &str,
    day: NaiveDate,
) -> Result<Vec<Step>, Problem> {
    let actors: Vec<i32> = steps.iter().filter_map(|step| step.id_actor).collect();
    if host::roles::first_unknown(conn, &actors).await?.is_some() {
        return Err(Problem::unknown(format!("{pointer}/id_actor"), "unknown_role"));
    }
    let mut rank = query::next_rank(conn, owner).await?;
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        let mut columns = StepColumns::from(step);
        columns.rank = Some(step.rank.unwrap_or(rank));
        rank = columns.rank.unwrap_or(rank).saturating_add(1);
        columns.id_sowing = owner.id_sowing();
        columns.id_seed_test = owner.id_seed_test();
        columns.id_digitiser = Some(id_digitiser);
        if let (None, Some(start), Some((duration, unit))) = (
            step.planned_end_date,
            step.start_date,
            step.duration.zip(step.duration_unit),
        ) {
            columns.planned_end_date = Some(rules::planned_end(start, duration, unit));
        }
        rules::concentration(step.concentration, step.concentration_unit)?;
        rules::duration(step.duration, step.duration_unit)?;
        rules::dates(
            step.start_date,
            columns.planned_end_date.flatten(),
            step.end_date,
            day,
        )?;
        losses(step.quantity_treated, step.quantity_lost)?;
        rows.push(columns);
    }
    Ok(query::insert(conn, &rows).await?)
}

fn losses(treated: Option<i32>, lost: Option<i32>) -> Result<(), Problem> {
    match (treated, lost) {
        (Some(treated), Some(lost)) if lost > treated => Err(Problem::law("/quantity_lost", "out_of_range")),
        _ => Ok(()),
    }
}

/// Change a treatment step
///
/// Needs U on the sowing.
#[utoipa::path(tag = "sowings", request_body = StepChanges, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("step" = Uuid, Path, description = "Identifier of the step."), openapi::Condition), responses(
    (status = 200, description = "The step as it is now.", body = StepToday, headers(("ETag" = String, description = "Its version."))),
    openapi::ChangeProblems,
))]
#[patch("/sowings/{uuid}/treatment-steps/{step}")]
pub async fn update_treatment_step(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
    body: Valid<StepChanges>,
) -> Result<HttpResponse, Problem> {
    let (changes, cx) = (body.into_inner(), write.clone());
    write
        .change(async move |conn| {
            let sowing = sowing(conn, &can, path.0).await?;
            let step = query::find(conn, Owner::Sowing(sowing.id), path.1).await?;
            read.check(step.version, today(step.clone(), cx.today()))?;
            hold(&step, &changes, cx.today())?;
            if let Some(Some(actor)) = changes.id_actor
                && host::roles::first_unknown(conn, &[actor]).await?.is_some()
            {
                return Err(Problem::unknown("/id_actor", "unknown_role"));
            }
            let changed = query::update(conn, &step, &StepColumns::from(&changes)).await?;
            let changed = changed.ok_or_else(|| IfMatch::stale(today(step, cx.today())))?;
            Ok(Reply::ok(changed.version, today(changed, cx.today())))
        })
        .await
}

/// The step as it would be still holds.
fn hold(step: &Step, changes: &StepChanges, day: NaiveDate) -> Result<(), Problem> {
    let number = |value: &Option<BigDecimal>| value.as_ref().and_then(BigDecimal::to_f64);
    let concentration = changes
        .concentration
        .unwrap_or_else(|| number(&step.concentration));
    rules::concentration(
        concentration,
        changes.concentration_unit.unwrap_or(step.concentration_unit),
    )?;
    let duration = changes.duration.unwrap_or_else(|| number(&step.duration));
    rules::duration(duration, changes.duration_unit.unwrap_or(step.duration_unit))?;
    rules::dates(
        changes.start_date.unwrap_or(step.start_date),
        changes.planned_end_date.unwrap_or(step.planned_end_date),
        changes.end_date.unwrap_or(step.end_date),
        day,
    )?;
    losses(
        changes.quantity_treated.unwrap_or(step.quantity_treated),
        changes.quantity_lost.unwrap_or(step.quantity_lost),
    )
}

/// Delete a treatment step
///
/// Needs U on the sowing.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("step" = Uuid, Path, description = "Identifier of the step."), openapi::Condition), responses(
    (status = 204, description = "Deleted; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/sowings/{uuid}/treatment-steps/{step}")]
pub async fn delete_treatment_step(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    let cx = write.clone();
    write
        .change(async move |conn| {
            let sowing = sowing(conn, &can, path.0).await?;
            let step = query::find(conn, Owner::Sowing(sowing.id), path.1).await?;
            read.check(step.version, today(step.clone(), cx.today()))?;
            query::delete(conn, &step).await?;
            Ok(Reply::deleted())
        })
        .await
}
