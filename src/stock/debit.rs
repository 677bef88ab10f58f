//! The seeds of a sowing or of a test leave their lot, once, and come back by a reversal.

use std::sync::Arc;

use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::ledger::{Act, Taking};
use super::model::{Basis, MovementKind};
use super::query;
use crate::auth::Principal;
use crate::error::Problem;

/// What a record takes out of a lot.
#[derive(Debug, Clone)]
pub struct Debit<'a> {
    /// Kind and identifier of the record.
    pub cause: (&'static str, Uuid),
    /// Lot, and the field that names it.
    pub lot: (Uuid, &'a str),
    /// Place of the lot.
    pub id_place: i32,
    /// Kind of movement.
    pub kind: MovementKind,
    /// How many; none when unknown.
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: Basis,
    /// Day.
    pub date: NaiveDate,
    /// More than an estimated balance says was confirmed.
    pub confirmed: bool,
    /// Why the reserve is broken into.
    pub override_reason: Option<String>,
}

/// Takes the seeds out of the lot: U on the lot, and V to break into its reserve.
///
/// # Errors
/// 403 without U on the lot, 409 for a law of the ledger.
pub async fn take(
    conn: &mut AsyncPgConnection,
    user: &Arc<Principal>,
    debit: Debit<'_>,
) -> Result<(), Problem> {
    let (uuid, pointer) = debit.lot;
    let lot = query::lot(conn, uuid, &user.reach('U'), pointer).await?;
    if !lot.is_reached {
        return Err(Problem::forbidden('U').at(pointer));
    }
    let ledger = query::lock(conn, &lot).await?;
    let act = Act {
        operation: Uuid::new_v4(),
        date: debit.date,
        id_digitiser: user.id_role,
        id_actor: Some(user.id_role),
        actor_text: None,
        id_partner: None,
        cause: Some(debit.cause),
        reason: None,
    };
    let taking = Taking {
        uuid: Uuid::new_v4(),
        id_place: debit.id_place,
        kind: debit.kind,
        seeds: debit.seeds,
        basis: debit.basis,
        mass_g: None,
        confirmed: debit.confirmed,
        override_reason: debit.override_reason,
        may_override: lot.may_override,
    };
    let legs = ledger.take(&act, taking)?;
    query::insert(conn, &legs).await?;
    Ok(())
}

/// Puts back what a record took, when it took anything.
///
/// # Errors
/// 409 for a law of the ledger.
pub async fn put_back(
    conn: &mut AsyncPgConnection,
    cause: Uuid,
    reason: Option<&str>,
    id_role: i32,
) -> Result<(), Problem> {
    if let Some(operation) = query::standing_debit(conn, cause).await? {
        query::reverse(conn, operation, reason, id_role).await?;
    }
    Ok(())
}
