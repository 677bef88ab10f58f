//! Itineraries in the database.

use std::collections::HashMap;

use bigdecimal::ToPrimitive;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::model::{ItineraryRecord, ItineraryStep, Kinship};
use super::rank::Tried;
use crate::auth::Reach;
use crate::host::taxon_tree::Within;
use crate::schema::v_sowings as sowings;
use crate::sowings::model::{SowingRow, SownUnit, State};
use crate::stock::model::Basis;
use crate::treatment_steps;

/// The most sowings that are put together: the last ones.
const MOST: i64 = 2_000;

/// Sowings of a family whose emergence is over and that have a denominator, each with how near it is.
///
/// # Errors
/// The database cannot be read.
pub async fn tried(
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
    let mut steps: HashMap<i32, Vec<ItineraryStep>> = HashMap::new();
    for (id, step) in treatment_steps::query::of_sowings(conn, &ids).await? {
        steps.entry(id).or_default().push(ItineraryStep::from(&step));
    }
    let tried = rows.into_iter().filter_map(|(row, near)| {
        let kinship = match near {
            (true, _) => Kinship::Taxon,
            (_, true) => Kinship::Genus,
            _ => Kinship::Family,
        };
        let tried = Tried {
            steps: steps.remove(&row.id).unwrap_or_default(),
            sown: row.sown_value.as_ref()?.to_u32()?,
            emerged: u32::try_from(row.emerged).ok()?,
            sown_on: row.sowing_date,
            first: row.first_emergence_date,
            record: ItineraryRecord {
                uuid: row.uuid,
                code: row.code,
                taxon: row.taxon_name,
            },
        };
        Some((kinship, tried))
    });
    Ok(tried.collect())
}
