//! Itineraries in the database.

use std::collections::HashMap;

use bigdecimal::ToPrimitive;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::model::{ItineraryRecord, ItineraryStep, Kinship, TrialKind};
use super::rank::Tried;
use crate::auth::Reach;
use crate::host::taxon_tree::Within;
use crate::schema::{v_seed_tests as tests, v_sowings as sowings};
use crate::seed_tests::model::{SeedTestRow, TestKind, TestPurpose, TestState};
use crate::sowings::model::{SowingRow, SownUnit, State};
use crate::stock::model::Basis;
use crate::treatment_steps;
use crate::treatment_steps::model::Step;

/// The most sowings, and the most tests, that are put together: the last ones.
const MOST: i64 = 2_000;

/// Sowings of a family whose emergence is over and that have a denominator, each with how near it is.
///
/// # Errors
/// The database cannot be read.
pub async fn sowings(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    [taxon, genus, family]: [i32; 3],
) -> QueryResult<Vec<(Kinship, Tried)>> {
    let rows: Vec<(SowingRow, (bool, bool))> = sowings::table
        .filter(reads.records())
        .filter(Within(family))
        .filter(sowings::archived_at.is_null())
        .filter(sowings::state.eq_any([State::EmergenceEnded, State::Closed]))
        .filter(sowings::sown_unit.eq(SownUnit::Seed))
        .filter(sowings::sown_basis.eq(Basis::Counted))
        .filter(sowings::visits.gt(0))
        .order((sowings::sort_sowing_date.desc(), sowings::id.desc()))
        .limit(MOST)
        .select((SowingRow::as_select(), (Within(taxon), Within(genus))))
        .load(conn)
        .await?;
    let ids: Vec<i32> = rows.iter().map(|(row, _)| row.id).collect();
    let mut steps = by_owner(treatment_steps::query::of_sowings(conn, &ids).await?);
    let tried = rows.into_iter().filter_map(|(row, near)| {
        let tried = Tried {
            steps: steps.remove(&row.id).unwrap_or_default(),
            sown: row.sown_value.as_ref()?.to_u32()?,
            emerged: u32::try_from(row.emerged).ok()?,
            sown_on: row.sowing_date,
            first: row.first_emergence_date,
            record: ItineraryRecord {
                kind: TrialKind::Sowing,
                uuid: row.uuid,
                code: row.code,
                taxon: row.taxon_name,
            },
        };
        Some((kinship(near), tried))
    });
    Ok(tried.collect())
}

/// Germination tests of a family that are over, each with how near it is; those of a second chance
/// are left out, for their seeds are the ones that had not germinated.
///
/// # Errors
/// The database cannot be read.
pub async fn tests(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    [taxon, genus, family]: [i32; 3],
) -> QueryResult<Vec<(Kinship, Tried)>> {
    let rows: Vec<(SeedTestRow, (bool, bool))> = tests::table
        .filter(reads.records())
        .filter(Within(family))
        .filter(tests::archived_at.is_null())
        .filter(tests::state.eq(TestState::Finished))
        .filter(tests::kind.eq(TestKind::Germination))
        .filter(tests::purpose.ne(TestPurpose::Practice))
        .filter(tests::id_parent_test.is_null())
        .filter(tests::visits.gt(0))
        .order((tests::sort_date_start.desc(), tests::id.desc()))
        .limit(MOST)
        .select((SeedTestRow::as_select(), (Within(taxon), Within(genus))))
        .load(conn)
        .await?;
    let ids: Vec<i32> = rows.iter().map(|(row, _)| row.id).collect();
    let mut steps = by_owner(treatment_steps::query::of_seed_tests(conn, &ids).await?);
    let tried = rows.into_iter().filter_map(|(row, near)| {
        let tried = Tried {
            steps: steps.remove(&row.id).unwrap_or_default(),
            sown: u32::try_from(row.seeds?).ok()?,
            emerged: u32::try_from(row.emerged).ok()?,
            sown_on: row.date_start,
            first: row.first_emergence_date,
            record: ItineraryRecord {
                kind: TrialKind::SeedTest,
                uuid: row.uuid,
                code: row.code,
                taxon: row.taxon_name,
            },
        };
        Some((kinship(near), tried))
    });
    Ok(tried.collect())
}

fn by_owner(steps: Vec<(i32, Step)>) -> HashMap<i32, Vec<ItineraryStep>> {
    let mut owners: HashMap<i32, Vec<ItineraryStep>> = HashMap::new();
    for (id, step) in steps {
        owners.entry(id).or_default().push(ItineraryStep::from(&step));
    }
    owners
}

const fn kinship(near: (bool, bool)) -> Kinship {
    match near {
        (true, _) => Kinship::Taxon,
        (_, true) => Kinship::Genus,
        _ => Kinship::Family,
    }
}
