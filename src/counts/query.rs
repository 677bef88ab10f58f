//! Counts in the database.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{ClassCount, CountColumns, CountRow, SeedClass, Seen};
use super::rules::Visit;
use crate::error::Problem;
use crate::replicates::Owner;
use crate::schema::{t_count_classes as classes, t_counts as table, v_counts as view};
use crate::seed_tests::model::TestKind;

/// Every count of a sowing or of a test, the last first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection, owner: Owner) -> QueryResult<Vec<CountRow>> {
    let query = view::table
        .order((view::count_date.desc(), view::id.desc()))
        .into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(view::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(view::id_seed_test.eq(id)),
    };
    query.select(CountRow::as_select()).load(conn).await
}

/// One of them.
///
/// # Errors
/// It does not exist there.
pub async fn find(conn: &mut AsyncPgConnection, owner: Owner, uuid: Uuid) -> QueryResult<CountRow> {
    let query = view::table.filter(view::uuid.eq(uuid)).into_boxed();
    let query = match owner {
        Owner::Sowing(id) => query.filter(view::id_sowing.eq(id)),
        Owner::SeedTest(id) => query.filter(view::id_seed_test.eq(id)),
    };
    query.select(CountRow::as_select()).first(conn).await
}

/// The counts entered together, in the order of their replicates.
///
/// # Errors
/// The database cannot be read.
pub async fn of_operation(conn: &mut AsyncPgConnection, operation: Uuid) -> QueryResult<Vec<CountRow>> {
    let query = view::table
        .filter(view::uuid_operation.eq(operation))
        .order(view::id);
    query.select(CountRow::as_select()).load(conn).await
}

/// The counts that stand of some replicates: key of the replicate and visit, in order.
///
/// # Errors
/// The database cannot be read.
pub async fn standing(conn: &mut AsyncPgConnection, replicates: &[i32]) -> QueryResult<Vec<(i32, Visit)>> {
    type Row = (
        i32,
        NaiveDate,
        Option<i32>,
        Option<i32>,
        Option<i32>,
        Option<i32>,
        Option<i32>,
        Option<i32>,
    );
    let reversals = diesel::alias!(crate::schema::t_counts as reversals);
    let undone = reversals
        .filter(reversals.field(table::id_reversed).eq(table::id_count.nullable()))
        .select(reversals.field(table::id_count));
    let rows: Vec<Row> = table::table
        .filter(table::id_replicate.eq_any(replicates))
        .filter(table::id_reversed.is_null())
        .filter(diesel::dsl::not(diesel::dsl::exists(undone)))
        .order((table::id_replicate, table::count_date, table::id_count))
        .select((
            table::id_replicate,
            table::count_date,
            table::observed_alive,
            table::emerged,
            table::dead,
            table::removed,
            table::pricked_out,
            table::dissected,
        ))
        .load(conn)
        .await?;
    let visit = |(id, date, observed, emerged, dead, removed, pricked_out, dissected): Row| {
        let number = Option::<i32>::unwrap_or_default;
        let changes = Seen::Changes {
            emerged: number(emerged),
            dead: number(dead),
            removed: number(removed),
        };
        let seen = observed.map_or(changes, Seen::Alive);
        (
            id,
            Visit {
                date,
                seen,
                pricked_out: number(pricked_out),
                dissected: number(dissected),
            },
        )
    };
    Ok(rows.into_iter().map(visit).collect())
}

/// Writes counts in one statement.
///
/// # Errors
/// A law of the counts.
pub async fn insert(conn: &mut AsyncPgConnection, counts: &[CountColumns]) -> QueryResult<usize> {
    diesel::insert_into(table::table)
        .values(counts)
        .execute(conn)
        .await
}

/// The seedlings that the counts that stand class normal or abnormal, by key of their replicate;
/// only germination tests have any.
///
/// # Errors
/// The database cannot be read.
pub async fn seedlings(
    conn: &mut AsyncPgConnection,
    replicates: &[i32],
    kind: Option<TestKind>,
) -> QueryResult<HashMap<i32, i32>> {
    if kind != Some(TestKind::Germination) {
        return Ok(HashMap::new());
    }
    let reversals = diesel::alias!(crate::schema::t_counts as reversals);
    let undone = reversals
        .filter(reversals.field(table::id_reversed).eq(table::id_count.nullable()))
        .select(reversals.field(table::id_count));
    let rows: Vec<(i32, i32)> = classes::table
        .inner_join(table::table)
        .filter(table::id_replicate.eq_any(replicates))
        .filter(classes::class.eq_any([SeedClass::Normal, SeedClass::Abnormal]))
        .filter(diesel::dsl::not(diesel::dsl::exists(undone)))
        .select((table::id_replicate, classes::seeds))
        .load(conn)
        .await?;
    Ok(rows
        .into_iter()
        .fold(HashMap::new(), |mut sums, (replicate, seeds)| {
            *sums.entry(replicate).or_default() += seeds;
            sums
        }))
}

/// Writes the classes of the counts of an operation, in one statement.
///
/// # Errors
/// A law of the classes.
pub async fn insert_classes(
    conn: &mut AsyncPgConnection,
    operation: Uuid,
    given: &[(Uuid, ClassCount)],
) -> QueryResult<()> {
    if given.is_empty() {
        return Ok(());
    }
    let counts: HashMap<Uuid, i32> = table::table
        .filter(table::uuid_operation.eq(operation))
        .select((table::uuid, table::id_count))
        .load(conn)
        .await?
        .into_iter()
        .collect();
    let rows: Vec<_> = given
        .iter()
        .filter_map(|(count, class)| {
            let columns = (classes::class.eq(class.class), classes::seeds.eq(class.seeds));
            counts.get(count).map(|id| (classes::id_count.eq(*id), columns))
        })
        .collect();
    diesel::insert_into(classes::table)
        .values(rows)
        .execute(conn)
        .await
        .map(drop)
}

/// Reverses what was entered together, and gives the identifier of the reversal.
///
/// # Errors
/// A law of the counts: already reversed, a later day that would no longer hold.
pub async fn reverse(
    conn: &mut AsyncPgConnection,
    operation: Uuid,
    reason: &str,
    id_digitiser: i32,
) -> Result<Uuid, Problem> {
    let written: Vec<(i32, i32, NaiveDate)> = table::table
        .filter(table::uuid_operation.eq(operation))
        .order(table::id_count)
        .select((table::id_count, table::id_replicate, table::count_date))
        .load(conn)
        .await?;
    let reversal = Uuid::new_v4();
    let rows: Vec<CountColumns> = written
        .into_iter()
        .map(|(id_count, id_replicate, count_date)| CountColumns {
            uuid: Uuid::new_v4(),
            uuid_operation: reversal,
            id_replicate,
            count_date,
            observed_alive: None,
            emerged: None,
            dead: None,
            death_cause: None,
            removed: None,
            dissected: None,
            surplus: None,
            surplus_cause: None,
            id_nomenclature_stage: None,
            id_observer: None,
            observer_text: None,
            remarks: None,
            id_reversed: Some(id_count),
            reason: Some(reason.to_owned()),
            id_digitiser,
        })
        .collect();
    insert(conn, &rows).await?;
    Ok(reversal)
}
