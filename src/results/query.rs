//! What results are computed from. The counts of many sowings or tests take two statements,
//! whatever their number.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::compute::{Dish, Examined};
use crate::counts;
use crate::counts::model::SeedClass;
use crate::counts::rules::Visit;
use crate::schema::t_replicates as replicates;
use crate::seed_tests::model::SeedTestRow;

/// Sowings or tests, by their keys.
#[derive(Debug, Clone, Copy)]
pub enum Owners<'a> {
    /// Sowings.
    Sowings(&'a [i32]),
    /// Tests.
    SeedTests(&'a [i32]),
}

type Row = (Option<i32>, Option<i32>, i32, Uuid, String, Option<i32>);

/// The replicates of each, in the order of their codes, with their counts.
///
/// # Errors
/// The database cannot be read.
pub async fn dishes(
    conn: &mut AsyncPgConnection,
    owners: Owners<'_>,
) -> QueryResult<HashMap<i32, Vec<Dish>>> {
    let query = replicates::table
        .order((
            diesel::dsl::sql::<diesel::sql_types::Integer>("length(code)"),
            replicates::code,
        ))
        .select((
            replicates::id_sowing,
            replicates::id_seed_test,
            replicates::id_replicate,
            replicates::uuid,
            replicates::code,
            replicates::sown,
        ))
        .into_boxed();
    let query = match owners {
        Owners::Sowings(ids) => query.filter(replicates::id_sowing.eq_any(ids)),
        Owners::SeedTests(ids) => query.filter(replicates::id_seed_test.eq_any(ids)),
    };
    let rows: Vec<Row> = query.load(conn).await?;
    let ids: Vec<i32> = rows.iter().map(|(_, _, id, ..)| *id).collect();
    let mut visits: HashMap<i32, Vec<Visit>> = HashMap::new();
    for (id, visit) in counts::query::standing(conn, &ids).await? {
        visits.entry(id).or_default().push(visit);
    }
    let mut found: HashMap<i32, Vec<Dish>> = HashMap::new();
    for (sowing, test, id, uuid, code, sown) in rows {
        let dish = Dish {
            uuid,
            code,
            sown: sown.and_then(|sown| u32::try_from(sown).ok()),
            visits: visits.remove(&id).unwrap_or_default(),
        };
        found
            .entry(sowing.or(test).unwrap_or_default())
            .or_default()
            .push(dish);
    }
    Ok(found)
}

/// What the seeds of a test were found to be.
#[must_use]
pub fn examined(row: &SeedTestRow) -> Examined {
    let number = |n: i32| u32::try_from(n).unwrap_or_default();
    let of = |class: SeedClass| {
        let seeds = row.classes.get(class.as_str())?.as_u64()?;
        Some((class, u32::try_from(seeds).ok()?))
    };
    Examined {
        kind: row.kind,
        seeds: row.seeds.map(number),
        germinated: number(row.emerged),
        dissected: number(row.dissected),
        classes: SeedClass::ALL.iter().filter_map(|class| of(*class)).collect(),
    }
}
