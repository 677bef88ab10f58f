//! What is done with the checks of a lot.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{HumidityCheck, HumidityCheckChanges, NewHumidityCheck};
use super::query::{self, Found};
use super::rules::{self, Said};
use crate::auth::{Can, Reach, Update};
use crate::error::{Problem, table};
use crate::host::known;
use crate::host::nomenclatures::Nomenclatures;
use crate::http::{IfMatch, Writer};
use crate::seed_lots::model::SeedLotRow;

/// Writes a check of a lot, and gives it back.
///
/// # Errors
/// 409: a law of the checks.
pub async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    reads: &Reach,
    lot: &SeedLotRow,
    new: &NewHumidityCheck,
) -> Result<HumidityCheck, Problem> {
    if lot.archived_at.is_some() {
        return Err(Problem::new(table::ARCHIVED));
    }
    let names = cx.app.nomenclatures().await?;
    let places = query::standing(conn, reads, &[lot.id], None).await?;
    let id_place = rules::place(new.place, &places, "")?;
    let row = rules::columns(new, &names, (lot.id, id_place), (cx.user.id_role, cx.today()), "")?;
    known::roles(conn, new.id_observer.as_slice(), |_| "/id_observer".to_owned()).await?;
    let origin = query::origin(conn, lot.id_material).await?;
    Said::from(&row).hold(origin, cx.today(), "")?;
    let uuid = row.uuid;
    query::insert(conn, &[row]).await?;
    let found = query::find(conn, reads, lot.id, uuid).await?;
    Ok(HumidityCheck::new(found, &names, cx.lang))
}

/// A check of a lot that may be changed, at the version that was read.
///
/// # Errors
/// 404 when it is not of this lot; 412 when it changed since.
pub async fn find(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    (lot, uuid): (&SeedLotRow, Uuid),
    can: &Can<Update>,
    (allowed, read): (bool, &IfMatch),
) -> Result<(Found, HumidityCheck), Problem> {
    let found = query::find(conn, &can.reads(), lot.id, uuid).await?;
    can.check(allowed)?;
    let shown = HumidityCheck::new(found.clone(), &*cx.app.nomenclatures().await?, cx.lang);
    read.check(shown.version, &shown)?;
    Ok((found, shown))
}

/// Changes a check, and gives it back.
///
/// # Errors
/// 409: a law of the checks; 412: it changed meanwhile.
pub async fn change(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    reads: &Reach,
    lot: &SeedLotRow,
    ((row, _), shown): (Found, HumidityCheck),
    changes: &HumidityCheckChanges,
) -> Result<HumidityCheck, Problem> {
    let names: &Nomenclatures = &*cx.app.nomenclatures().await?;
    let places = query::standing(conn, reads, &[lot.id], None).await?;
    let keys = rules::changed_keys(changes, names, &places)?;
    let observer = changes.id_observer.flatten();
    known::roles(conn, observer.as_slice(), |_| "/id_observer".to_owned()).await?;
    let origin = query::origin(conn, lot.id_material).await?;
    Said::changed(&row, changes, &keys).hold(origin, cx.today(), "")?;
    if !query::update(conn, &row, changes, &keys).await? {
        return Err(IfMatch::stale(&shown));
    }
    let found = query::find(conn, reads, lot.id, row.uuid).await?;
    Ok(HumidityCheck::new(found, names, cx.lang))
}
