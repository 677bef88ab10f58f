//! Treatment steps in the database.

use chrono::NaiveDate;
use diesel::dsl::{max, min};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{Step, StepColumns};
use crate::replicates::Owner;
use crate::schema::t_treatment_steps as steps;

/// The steps of a sowing or of a test, in order.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<Vec<Step>> {
    let query = steps::table.order(steps::rank).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(steps::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(steps::id_seed_test.eq(id)),
    };
    query.select(Step::as_select()).load(conn).await
}

/// The steps of many sowings, in order, each after the key of its sowing.
///
/// # Errors
/// The database cannot be read.
pub async fn of_sowings(conn: &mut AsyncPgConnection, sowings: &[i32]) -> QueryResult<Vec<(i32, Step)>> {
    steps::table
        .filter(steps::id_sowing.eq_any(sowings))
        .order((steps::id_sowing, steps::rank))
        .select((steps::id_sowing.assume_not_null(), Step::as_select()))
        .load(conn)
        .await
}

/// The steps of many tests, in order, each after the key of its test.
///
/// # Errors
/// The database cannot be read.
pub async fn of_seed_tests(conn: &mut AsyncPgConnection, tests: &[i32]) -> QueryResult<Vec<(i32, Step)>> {
    steps::table
        .filter(steps::id_seed_test.eq_any(tests))
        .order((steps::id_seed_test, steps::rank))
        .select((steps::id_seed_test.assume_not_null(), Step::as_select()))
        .load(conn)
        .await
}

/// One of them.
///
/// # Errors
/// It does not exist there.
pub async fn find(conn: &mut AsyncPgConnection, owner: Owner, uuid: Uuid) -> QueryResult<Step> {
    let query = steps::table.filter(steps::uuid.eq(uuid)).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(steps::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(steps::id_seed_test.eq(id)),
    };
    query.select(Step::as_select()).first(conn).await
}

/// The rank after the last one.
///
/// # Errors
/// The database cannot be read.
pub async fn next_rank(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<i16> {
    let query = steps::table.select(max(steps::rank)).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(steps::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(steps::id_seed_test.eq(id)),
    };
    Ok(query
        .first::<Option<i16>>(conn)
        .await?
        .unwrap_or_default()
        .saturating_add(1))
}

/// The first day anything was done to the seeds, if a step says it.
///
/// # Errors
/// The database cannot be read.
pub async fn first_day(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<Option<NaiveDate>> {
    let query = steps::table.select(min(steps::start_date)).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(steps::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(steps::id_seed_test.eq(id)),
    };
    query.first(conn).await
}

/// Makes steps in one statement.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, new: &[StepColumns]) -> QueryResult<Vec<Step>> {
    diesel::insert_into(steps::table)
        .values(new)
        .returning(Step::as_returning())
        .get_results(conn)
        .await
}

/// Changes a step that is still at the version read; none when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    step: &Step,
    changes: &StepColumns,
) -> QueryResult<Option<Step>> {
    let target = steps::table
        .find(step.id_treatment_step)
        .filter(steps::version.eq(step.version));
    match diesel::update(target)
        .set(changes)
        .returning(Step::as_returning())
        .get_result(conn)
        .await
    {
        Err(diesel::result::Error::QueryBuilderError(_)) => Ok(Some(step.clone())),
        done => done.optional(),
    }
}

/// Deletes a step.
///
/// # Errors
/// A law of the database.
pub async fn delete(conn: &mut AsyncPgConnection, step: &Step) -> QueryResult<usize> {
    diesel::delete(steps::table.find(step.id_treatment_step))
        .execute(conn)
        .await
}

/// Deletes every step of a draft.
///
/// # Errors
/// A law of the database.
pub async fn delete_all(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<usize> {
    match owner {
        Owner::Sowing(id) => {
            let all = steps::table.filter(steps::id_sowing.eq(id));
            diesel::delete(all).execute(conn).await
        }
        Owner::SeedTest(id) => {
            let all = steps::table.filter(steps::id_seed_test.eq(id));
            diesel::delete(all).execute(conn).await
        }
    }
}
