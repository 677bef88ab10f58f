//! What is done with the counts of a sowing or of a test.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{ClassCount, Count, CountColumns, CountOperation, CountRow, NewCounts, NewLine};
use super::query;
use super::rules::{self, Visit};
use crate::app::State;
use crate::error::{Lang, Problem, table};
use crate::host::nomenclatures::Nomenclatures;
use crate::http::{Reply, Writer};
use crate::replicates::model::ReplicateRow;
use crate::replicates::{self, Owned};
use crate::{host, treatment_steps};

fn shown(row: CountRow, terms: &Nomenclatures, lang: Lang) -> Count {
    let stage = terms.term(row.id_nomenclature_stage, lang);
    Count::from((row, stage))
}

/// All of them, the last first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    app: &State,
    lang: Lang,
    owned: &Owned,
) -> Result<Vec<Count>, Problem> {
    let rows = query::list(conn, owned.owner).await?;
    let terms = app.nomenclatures().await?;
    Ok(rows.into_iter().map(|row| shown(row, &terms, lang)).collect())
}

/// One of them.
///
/// # Errors
/// 404 when it is not one of them.
pub async fn read(
    conn: &mut AsyncPgConnection,
    app: &State,
    lang: Lang,
    owned: &Owned,
    count: Uuid,
) -> Result<Count, Problem> {
    let row = query::find(conn, owned.owner, count).await?;
    Ok(shown(row, &*app.nomenclatures().await?, lang))
}

/// Writes a visit to some replicates, all or nothing.
///
/// # Errors
/// 409: the record is not one to count, or a law of the counts, on the line that breaks it.
pub async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: Owned,
    new: &NewCounts,
) -> Result<Reply, Problem> {
    let owned = owned.locked(conn).await?;
    owned.stage.countable()?;
    let operation = count(conn, cx, &owned, new).await?;
    let emerged = |line: &NewLine| line.emerged.or(line.observed_alive) > Some(0);
    owned
        .visited(conn, new.lines.iter().any(emerged), new.next_count_due)
        .await?;
    answer(conn, cx, &owned, operation).await
}

/// Checks a visit against what stands, and writes it.
async fn count(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: &Owned,
    new: &NewCounts,
) -> Result<Uuid, Problem> {
    let (date, id_digitiser) = (new.count_date.unwrap_or_else(|| cx.today()), cx.user.id_role);
    let first_step = treatment_steps::query::first_day(conn, owned.owner).await?;
    let start = [owned.start, first_step].into_iter().flatten().min();
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
    let replicates = replicates::query::list(conn, owned.owner).await?;
    let ids: Vec<i32> = replicates.iter().map(|r| r.id).collect();
    let standing = query::standing(conn, &ids).await?;
    let classed = query::seedlings(conn, &ids, owned.kind).await?;
    let (operation, terms) = (Uuid::new_v4(), cx.app.nomenclatures().await?);
    let mut rows: Vec<CountColumns> = Vec::with_capacity(new.lines.len());
    let mut classes: Vec<(Uuid, ClassCount)> = Vec::new();
    for (n, line) in new.lines.iter().enumerate() {
        let replicate = replicates.iter().find(|r| r.uuid == line.replicate);
        let replicate = replicate
            .ok_or_else(|| Problem::unknown(format!("/lines/{n}/replicate"), "unknown_reference"))?;
        if rows.iter().any(|r| r.id_replicate == replicate.id) {
            return Err(Problem::law(format!("/lines/{n}/replicate"), "duplicate"));
        }
        let visit = visit(line, n, date)?;
        let at = |problem: Problem| problem.at(&format!("/lines/{n}"));
        rules::examined(owned.kind, line).map_err(at)?;
        rules::classes(owned.kind, line).map_err(|p| p.at(&format!("/lines/{n}/classes")))?;
        let before: Vec<Visit> = standing
            .iter()
            .filter(|(id, _)| *id == replicate.id)
            .map(|(_, v)| *v)
            .collect();
        let sown = replicate.sown.filter(|_| owned.counts_seeds);
        let visits = rules::with(&before, visit);
        rules::hold(&replicate.code, sown, &visits).map_err(at)?;
        let before = classed.get(&replicate.id).copied().unwrap_or_default();
        let seedlings = before.saturating_add(rules::seedlings(line));
        rules::seedlings_emerged(&replicate.code, seedlings, &visits).map_err(at)?;
        let pointer = format!("/lines/{n}/stage");
        let stage = terms.maybe("EXS_PHYSIOLOGICAL_STAGE", line.stage.as_deref(), &pointer)?;
        let who = (observer, new.observer_text.clone(), id_digitiser);
        let row = columns(line, replicate, operation, date, stage, who);
        classes.extend(line.classes.iter().map(|class| (row.uuid, *class)));
        rows.push(row);
    }
    query::insert(conn, &rows).await?;
    query::insert_classes(conn, operation, &classes).await?;
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

/// Reverses a visit whole, once.
///
/// # Errors
/// 409: already reversed, or a later day that would no longer hold.
pub async fn reverse(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: Owned,
    count: Uuid,
    reason: &str,
) -> Result<Reply, Problem> {
    let owned = owned.locked(conn).await?;
    owned.stage.countable()?;
    let count = query::find(conn, owned.owner, count).await?;
    if count.reversed_by_uuid.is_some() || count.reverses_uuid.is_some() {
        return Err(Problem::new(table::COUNT_REVERSED));
    }
    let done = query::reverse(conn, count.uuid_operation, reason, cx.user.id_role).await?;
    answer(conn, cx, &owned, done).await
}

async fn answer(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    owned: &Owned,
    operation: Uuid,
) -> Result<Reply, Problem> {
    let rows = query::of_operation(conn, operation).await?;
    let terms = cx.app.nomenclatures().await?;
    let counts: Vec<Count> = rows.into_iter().map(|row| shown(row, &terms, cx.lang)).collect();
    let first = counts.first().map_or(operation, |count| count.uuid);
    Ok(Reply::appended(
        cx.link(&format!("{}/counts/{first}", owned.path)),
        CountOperation { operation, counts },
    ))
}
