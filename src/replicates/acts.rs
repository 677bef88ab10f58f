//! What is done with the replicates of a sowing or of a test.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::model::{NewReplicate, Replicate, ReplicateChanges, ReplicateColumns};
use super::{Owned, Owner, query, rules};
use crate::auth::{Can, Create, Reach, Update};
use crate::error::{Problem, table};
use crate::http::{IfMatch, Reply, Writer};
use crate::stock::query as stock;

/// The replicates of a new record: those given, or as many as asked.
///
/// # Errors
/// 409 on the field that is wrong.
pub async fn make(
    conn: &mut AsyncPgConnection,
    can: &Can<Create>,
    owner: Owner,
    given: &[NewReplicate],
    made: Vec<(String, Option<i32>)>,
) -> Result<(), Problem> {
    let mut rows = Vec::with_capacity(made.len());
    for (n, (code, sown)) in made.into_iter().enumerate() {
        let place = given.get(n).and_then(|r| r.place);
        let pointer = format!("/replicates/{n}/place");
        rows.push(ReplicateColumns {
            id_sowing: owner.id_sowing(),
            id_seed_test: owner.id_seed_test(),
            code: Some(code),
            sown: Some(sown),
            id_place: Some(stock::maybe_place(conn, place, &can.reads(), &pointer).await?),
            id_digitiser: Some(can.user.id_role),
            ..ReplicateColumns::default()
        });
    }
    query::insert(conn, &rows).await?;
    Ok(())
}

/// All of them, with the sums of their counts.
///
/// # Errors
/// The database cannot be read.
pub async fn list(conn: &mut AsyncPgConnection, owned: &Owned) -> Result<Vec<Replicate>, Problem> {
    let rows = query::list(conn, owned.owner).await?;
    Ok(rows.into_iter().map(Replicate::from).collect())
}

/// One of them.
///
/// # Errors
/// 404 when it is not one of them.
pub async fn read(conn: &mut AsyncPgConnection, owned: &Owned, replicate: Uuid) -> Result<Reply, Problem> {
    let row = query::find(conn, owned.owner, replicate).await?;
    Ok(Reply::ok(row.version, Replicate::from(row)))
}

/// One more, its code the next free one by default.
///
/// # Errors
/// 409: the record is closed, there are too many, they would no longer sum.
pub async fn create(
    conn: &mut AsyncPgConnection,
    cx: &Writer,
    can: &Can<Update>,
    owned: Owned,
    new: &NewReplicate,
) -> Result<Reply, Problem> {
    let owned = owned.locked(conn).await?;
    owned.stage.open()?;
    let there = query::list(conn, owned.owner).await?;
    if there.len() >= rules::MAX_REPLICATES {
        return Err(Problem::new(table::COUNT_STATE).with("state", owned.stage.as_str()));
    }
    let taken: Vec<&str> = there.iter().map(|row| row.code.as_str()).collect();
    let free = (0..=there.len())
        .map(rules::letters)
        .find(|code| !taken.contains(&code.as_str()));
    let row = ReplicateColumns {
        id_sowing: owned.owner.id_sowing(),
        id_seed_test: owned.owner.id_seed_test(),
        code: new.code.clone().or(free),
        sown: Some(new.sown),
        id_place: Some(stock::maybe_place(conn, new.place, &can.reads(), "/place").await?),
        id_digitiser: Some(can.user.id_role),
        ..ReplicateColumns::default()
    };
    let made = query::insert(conn, &[row]).await?.into_iter().next();
    let made = made.ok_or_else(Problem::not_found)?;
    let row = query::find(conn, owned.owner, made).await?;
    let link = cx.link(&format!("{}/replicates/{made}", owned.path));
    Ok(Reply::created(link, row.version, Replicate::from(row)))
}

/// Changes one; what was sown in it in a draft only.
///
/// # Errors
/// 412 when it changed since, 409 for a law.
pub async fn update(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    owned: &Owned,
    replicate: Uuid,
    read: &IfMatch,
    changes: &ReplicateChanges,
) -> Result<Reply, Problem> {
    let row = query::find(conn, owned.owner, replicate).await?;
    read.check(row.version, Replicate::from(row.clone()))?;
    if changes.sown.is_some_and(|sown| sown != row.sown) {
        owned.stage.draft().map_err(|problem| problem.at("/sown"))?;
    }
    let id_place = match changes.place {
        None => None,
        Some(place) => Some(stock::maybe_place(conn, place, reads, "/place").await?),
    };
    let columns = ReplicateColumns {
        code: changes.code.clone(),
        sown: changes.sown,
        id_place,
        remarks: changes.remarks.clone(),
        ..ReplicateColumns::default()
    };
    if !query::update(conn, &row, &columns).await? {
        return Err(IfMatch::stale(Replicate::from(row)));
    }
    self::read(conn, owned, replicate).await
}

/// Deletes one that was never counted.
///
/// # Errors
/// 412 when it changed since, 409 for a law.
pub async fn delete(
    conn: &mut AsyncPgConnection,
    owned: &Owned,
    replicate: Uuid,
    read: &IfMatch,
) -> Result<Reply, Problem> {
    let row = query::find(conn, owned.owner, replicate).await?;
    read.check(row.version, Replicate::from(row.clone()))?;
    query::delete(conn, &row).await?;
    Ok(Reply::deleted())
}
