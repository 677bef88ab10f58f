//! Routes of the counts of a sowing: nothing here changes or deletes a line.

use actix_web::{HttpResponse, get, post, web};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{Count, CountColumns, CountOperation, CountRow, NewCounts, NewLine};
use super::query;
use super::rules::{self, Visit};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::{Lang, Problem, table};
use crate::host;
use crate::host::nomenclatures::Nomenclatures;
use crate::http::{Language, Reply, Valid, Writer};
use crate::openapi;
use crate::replicates::http::sowing;
use crate::replicates::model::ReplicateRow;
use crate::replicates::{self, Owner};
use crate::sowings::model::{SowingRow, State};
use crate::stock::model::Reversal;
use crate::{sowings, treatment_steps};

/// List the counts of a sowing
///
/// The last first, reversals and what they reverse included.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing.")), responses(
    (status = 200, description = "Its counts, as entered and what they mean.", body = Vec<Count>),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/counts")]
pub async fn list_counts(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<Count>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, *uuid).await?;
    let rows = query::list(&mut conn, Owner::Sowing(sowing.id)).await?;
    let terms = app.nomenclatures().await?;
    Ok(web::Json(
        rows.into_iter().map(|row| shown(row, &terms, lang)).collect(),
    ))
}

fn shown(row: CountRow, terms: &Nomenclatures, lang: Lang) -> Count {
    let stage = terms.term(row.id_nomenclature_stage, lang);
    Count::from((row, stage))
}

/// Read a count
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("count" = Uuid, Path, description = "Identifier of the count.")), responses(
    (status = 200, description = "The count.", body = Count),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/counts/{count}")]
pub async fn read_count(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<web::Json<Count>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let sowing = sowing(&mut conn, &can, path.0).await?;
    let row = query::find(&mut conn, Owner::Sowing(sowing.id), path.1).await?;
    Ok(web::Json(shown(row, &*app.nomenclatures().await?, lang)))
}

/// Count a sowing
///
/// Needs U on the sowing. One line a replicate, all or nothing; a first emergence brings a sown
/// sowing to `emerging`.
#[utoipa::path(tag = "sowings", request_body = NewCounts, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The counts written.", body = CountOperation, headers(("Location" = String, description = "Where the first one is."))),
    openapi::AppendProblems,
))]
#[post("/sowings/{uuid}/counts")]
pub async fn create_counts(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<NewCounts>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let row = sowing(conn, &can, *uuid).await?;
            let state = sowings::query::lock(conn, row.id).await?;
            countable(state)?;
            let rows = count(conn, &cx, &row, &new, can.user.id_role).await?;
            if state == State::Sown
                && new
                    .lines
                    .iter()
                    .any(|line| line.emerged.or(line.observed_alive) > Some(0))
            {
                sowings::query::go(conn, row.id, State::Emerging, None, None, None).await?;
            }
            if let Some(day) = new.next_count_due {
                sowings::query::set_next_count(conn, row.id, day).await?;
            }
            answer(conn, &cx, *uuid, rows).await
        })
        .await
}

fn countable(state: State) -> Result<(), Problem> {
    if state.is_countable() {
        Ok(())
    } else {
        Err(Problem::new(table::COUNT_STATE).with("state", state.as_str()))
    }
}

/// Checks a visit against what stands, and writes it.
async fn count(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    row: &SowingRow,
    new: &NewCounts,
    id_digitiser: i32,
) -> Result<Uuid, Problem> {
    let date = new.count_date.unwrap_or_else(|| cx.today());
    let owner = Owner::Sowing(row.id);
    let first_step = treatment_steps::query::first_day(conn, owner).await?;
    let start = [row.sowing_date, first_step].into_iter().flatten().min();
    rules::day(date, start, cx.today())?;
    let observer = new
        .id_observer
        .or(Some(id_digitiser).filter(|_| new.observer_text.is_none()));
    if host::roles::first_unknown(conn, observer.as_slice())
        .await?
        .is_some()
    {
        return Err(Problem::unknown("/id_observer", "unknown_role"));
    }
    let replicates = replicates::query::list(conn, owner).await?;
    let ids: Vec<i32> = replicates.iter().map(|r| r.id).collect();
    let standing = query::standing(conn, &ids).await?;
    let (operation, terms) = (Uuid::new_v4(), cx.app.nomenclatures().await?);
    let mut rows: Vec<CountColumns> = Vec::with_capacity(new.lines.len());
    for (n, line) in new.lines.iter().enumerate() {
        let replicate = replicates.iter().find(|r| r.uuid == line.replicate);
        let replicate = replicate
            .ok_or_else(|| Problem::unknown(format!("/lines/{n}/replicate"), "unknown_reference"))?;
        if rows.iter().any(|r| r.id_replicate == replicate.id) {
            return Err(Problem::law(format!("/lines/{n}/replicate"), "duplicate"));
        }
        let visit = visit(line, n, date)?;
        let before: Vec<Visit> = standing
            .iter()
            .filter(|(id, _)| *id == replicate.id)
            .map(|(_, v)| *v)
            .collect();
        let sown = replicate.sown.filter(|_| row.is_counted_seeds());
        rules::hold(&replicate.code, sown, &rules::with(&before, visit))
            .map_err(|p| p.at(&format!("/lines/{n}")))?;
        let pointer = format!("/lines/{n}/stage");
        let stage = terms.maybe("EXS_PHYSIOLOGICAL_STAGE", line.stage.as_deref(), &pointer)?;
        let who = (observer, new.observer_text.clone(), id_digitiser);
        rows.push(columns(line, replicate, operation, date, stage, who));
    }
    query::insert(conn, &rows).await?;
    Ok(operation)
}

/// What a line says, when it says one thing.
fn visit(line: &NewLine, n: usize, date: chrono::NaiveDate) -> Result<Visit, Problem> {
    let seen = line
        .seen()
        .ok_or_else(|| Problem::new(table::COUNT_SAYS_ONE_THING).at(&format!("/lines/{n}")))?;
    if line.death_cause.is_some() && line.dead.unwrap_or_default() == 0 {
        return Err(Problem::law(
            format!("/lines/{n}/death_cause"),
            "not_given_together",
        ));
    }
    if line.surplus.is_some() != line.surplus_cause.is_some() {
        return Err(Problem::law(format!("/lines/{n}/surplus_cause"), "required"));
    }
    Ok(Visit {
        date,
        seen,
        pricked_out: 0,
        dissected: line.dissected.unwrap_or_default(),
    })
}

fn columns(
    line: &NewLine,
    replicate: &ReplicateRow,
    operation: Uuid,
    date: chrono::NaiveDate,
    stage: Option<i32>,
    (id_observer, observer_text, id_digitiser): (Option<i32>, Option<String>, i32),
) -> CountColumns {
    CountColumns {
        uuid: line.uuid.unwrap_or_else(Uuid::new_v4),
        uuid_operation: operation,
        id_replicate: replicate.id,
        count_date: date,
        observed_alive: line.observed_alive,
        emerged: line.emerged,
        dead: line.dead,
        death_cause: line.death_cause,
        removed: line.removed,
        dissected: line.dissected,
        surplus: line.surplus,
        surplus_cause: line.surplus_cause,
        id_nomenclature_stage: stage,
        id_observer,
        observer_text,
        remarks: line.remarks.clone(),
        id_reversed: None,
        reason: None,
        id_digitiser,
    }
}

/// Reverse a count
///
/// Needs U on the sowing. Everything that was entered with it is reversed, once; refused when a
/// later day would no longer hold.
#[utoipa::path(tag = "sowings", request_body = Reversal, params(("uuid" = Uuid, Path, description = "Identifier of the sowing."), ("count" = Uuid, Path, description = "Identifier of the count."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The reversal.", body = CountOperation, headers(("Location" = String, description = "Where the first line of the reversal is."))),
    openapi::AppendProblems,
))]
#[post("/sowings/{uuid}/counts/{count}/reversal")]
pub async fn reverse_count(
    can: Can<Update>,
    write: Writer,
    path: web::Path<(Uuid, Uuid)>,
    body: Valid<Reversal>,
) -> Result<HttpResponse, Problem> {
    let (reversal, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let row = sowing(conn, &can, path.0).await?;
            countable(sowings::query::lock(conn, row.id).await?)?;
            let count = query::find(conn, Owner::Sowing(row.id), path.1).await?;
            if count.reversed_by_uuid.is_some() || count.reverses_uuid.is_some() {
                return Err(Problem::new(table::COUNT_REVERSED));
            }
            let done = query::reverse(conn, count.uuid_operation, &reversal.reason, can.user.id_role).await?;
            answer(conn, &cx, path.0, done).await
        })
        .await
}

async fn answer(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    sowing: Uuid,
    operation: Uuid,
) -> Result<Reply, Problem> {
    let rows = query::of_operation(conn, operation).await?;
    let terms = cx.app.nomenclatures().await?;
    let counts: Vec<Count> = rows.into_iter().map(|row| shown(row, &terms, cx.lang)).collect();
    let first = counts.first().map_or(operation, |count| count.uuid);
    Ok(Reply::appended(
        cx.link(&format!("/sowings/{sowing}/counts/{first}")),
        CountOperation { operation, counts },
    ))
}
