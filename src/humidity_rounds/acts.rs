//! Writing the checks of a round.

use std::collections::HashSet;

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{HumidityRound, NewHumidityRound, RoundCheck};
use super::query::{self, RoundLot};
use crate::auth::{Can, Update};
use crate::error::{Problem, table};
use crate::host::known;
use crate::http::{RecordRef, Writer};
use crate::humidity_checks::model::{CheckColumns, HumidityCheck};
use crate::humidity_checks::rules::{self, Said};
use crate::humidity_checks::{self as checks};

/// Writes the checks of a round, all or nothing, and gives them back in their order.
///
/// # Errors
/// 409 on the line: a lot that is not known, a law of the checks; 403: a lot that may not be changed.
pub async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Update>,
    place: Uuid,
    new: &NewHumidityRound,
) -> Result<HumidityRound, Problem> {
    let reads = can.reads();
    let asked: Vec<Uuid> = new.lines.iter().map(|line| line.lot).collect();
    let lots = query::lots(conn, (&reads, &can.reach()), &asked).await?;
    let ids: Vec<i32> = lots.iter().map(|lot| lot.id).collect();
    let within = query::within(conn, place).await?;
    let standing = checks::query::standing(conn, &reads, &ids, Some(&within)).await?;
    let observers: Vec<i32> = new
        .lines
        .iter()
        .filter_map(|line| line.check.id_observer)
        .collect();
    known::roles(conn, &observers, |n| format!("/lines/{n}/check/id_observer")).await?;

    let names = cx.app.nomenclatures().await?;
    let mut rows: Vec<CheckColumns> = Vec::with_capacity(new.lines.len());
    let mut seen: HashSet<(i32, Option<i32>)> = HashSet::new();
    for (n, line) in new.lines.iter().enumerate() {
        let (at, at_lot) = (format!("/lines/{n}/check"), format!("/lines/{n}/lot"));
        let lot = to_check(&lots, line.lot, can, &at_lot)?;
        let places: Vec<_> = standing
            .iter()
            .filter(|place| place.id_seed_lot == lot.id)
            .copied()
            .collect();
        let id_place = rules::place(line.check.place, &places, &at)?;
        if id_place.is_none_or(|id| !within.contains(&id)) {
            return Err(Problem::new(table::HUMIDITY_CHECK_PLACE).at(&at_lot));
        }
        if !seen.insert((lot.id, id_place)) {
            return Err(Problem::law(at_lot, "duplicate"));
        }
        let who = (cx.user.id_role, cx.today());
        let row = rules::columns(&line.check, &names, (lot.id, id_place), who, &at)?;
        Said::from(&row).hold(lot.origin, cx.today(), &at)?;
        rows.push(row);
    }
    let uuids: Vec<Uuid> = rows.iter().map(|row| row.uuid).collect();
    checks::query::insert(conn, &rows).await?;
    let written = checks::query::written(conn, &reads, &uuids).await?;
    let of_lot = |(id, found)| {
        let lot = lots.iter().find(|lot| lot.id == id)?;
        Some(RoundCheck {
            lot: RecordRef {
                uuid: lot.uuid,
                code: lot.code.clone(),
            },
            check: HumidityCheck::new(found, &names, cx.lang),
        })
    };
    Ok(HumidityRound {
        checks: written.into_iter().filter_map(of_lot).collect(),
    })
}

/// The lot of a line: readable, writable, in use.
fn to_check<'a>(
    lots: &'a [RoundLot],
    uuid: Uuid,
    can: &Can<Update>,
    at: &str,
) -> Result<&'a RoundLot, Problem> {
    let lot = lots.iter().find(|lot| lot.uuid == uuid);
    let lot = lot.ok_or_else(|| Problem::unknown(at, "unknown_reference"))?;
    can.check(lot.is_writable)?;
    if lot.is_archived {
        return Err(Problem::new(table::ARCHIVED).at(at));
    }
    Ok(lot)
}
