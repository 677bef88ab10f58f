//! What is done with events: checked, written, and locked in the one order of all writes.

use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::harvest::{self, Event};
use super::model::EventColumns;
use super::query;
use super::rules::{self, Step};
use super::said::{EventKind, Said};
use crate::auth::Reach;
use crate::counts::model::Seen;
use crate::counts::rules::{self as counting, Visit};
use crate::cultivations::model::CultivationRow;
use crate::error::{Problem, table};
use crate::http::Writer;
use crate::replicates::Owner;
use crate::stock::query as stock;
use crate::{counts, cultivations, exits, host, replicates, seed_tests, sowings};

/// When, by whom, and what else is said.
#[derive(Debug, Clone)]
pub struct Common {
    /// Identifier of the event, when the client made one.
    pub uuid: Option<Uuid>,
    /// Day.
    pub date: NaiveDate,
    /// Who did it, a role.
    pub id_actor: Option<i32>,
    /// Who did it, when not a user.
    pub actor_text: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
}

/// An event of a cultivation to write, and where it is in the body.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// Cultivation, locked.
    pub cultivation: &'a CultivationRow,
    /// What happened.
    pub said: Said,
    /// The first event of a new cultivation.
    pub is_first: bool,
    /// Pointer of what happened.
    pub at: String,
}

/// Who writes, and what they may read.
#[derive(Clone, Copy)]
pub struct Author<'a> {
    /// The request.
    pub cx: &'a Writer,
    /// What they may read.
    pub reads: &'a Reach,
    /// What they may append to.
    pub appends: &'a Reach,
}

/// Writes events together, all or nothing, and gives the operation.
///
/// # Errors
/// 409 on the field: a law of the events, of the counts of the source, an unknown reference.
pub async fn append(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    lines: &[Line<'_>],
    common: &Common,
) -> Result<Uuid, Problem> {
    if common.date > author.cx.today() {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/event_date"));
    }
    let id_digitiser = author.cx.user.id_role;
    let id_actor = common
        .id_actor
        .or(Some(id_digitiser).filter(|_| common.actor_text.is_none()));
    if host::roles::first_unknown(conn, id_actor.as_slice())
        .await?
        .is_some()
    {
        return Err(Problem::unknown("/id_actor", "unknown_role"));
    }
    let operation = Uuid::new_v4();
    let mut events = Vec::new();
    for line in lines {
        let row = line.cultivation;
        rules::days(&line.said, &line.at)?;
        if let Said::Harvest(said) = &line.said {
            rules::harvest(said, &line.at)?;
        }
        rules::dose(&line.said, &line.at)?;
        let plants = rules::plants(&line.said, row.source(), line.is_first, &line.at)?;
        let uuid = common
            .uuid
            .filter(|_| lines.len() == 1)
            .unwrap_or_else(Uuid::new_v4);
        let event = EventColumns {
            uuid,
            uuid_operation: operation,
            id_cultivation: row.id,
            kind: line.said.kind(),
            event_date: common.date,
            plants,
            said: line.said.kept(),
            death_cause: match &line.said {
                Said::Death(said) => Some(said.cause),
                _ => None,
            },
            outcome: match &line.said {
                Said::Closing(said) => Some(said.outcome),
                _ => None,
            },
            id_place: stock::maybe_place(
                conn,
                line.said.place(),
                author.reads,
                &format!("{}/place", line.at),
            )
            .await?,
            id_other_cultivation: None,
            id_death: death(conn, line).await?,
            id_actor,
            actor_text: common.actor_text.clone(),
            remarks: common.remarks.clone(),
            id_reversed: None,
            reason: None,
            id_digitiser,
            exit: exits::acts::columns(conn, author, line, common.date).await?,
        };
        check_seedlings(conn, line, common.date).await?;
        events.extend(both_sides(conn, author, line, event).await?);
    }
    for line in lines {
        // Beside the number of plants of its own line.
        check(conn, line.cultivation, &events, common.date)
            .await
            .map_err(|problem| problem.at(&format!("{}/quantity", line.at)))?;
    }
    query::insert(conn, &events).await?;
    for line in lines {
        if let Said::Harvest(said) = &line.said {
            let event = Event {
                operation,
                common,
                at: &line.at,
            };
            harvest::make(conn, author, line.cultivation, said, event).await?;
        }
    }
    Ok(operation)
}

/// The head-count of a cultivation holds at the close of every day with what is added to it.
async fn check(
    conn: &mut AsyncPgConnection,
    cultivation: &CultivationRow,
    events: &[EventColumns],
    date: NaiveDate,
) -> Result<(), Problem> {
    let mut steps = query::steps(conn, cultivation.id).await?;
    let added = events
        .iter()
        .filter(|event| event.id_cultivation == cultivation.id);
    steps.extend(added.map(|event| Step {
        date,
        plants: event.plants,
    }));
    rules::hold(&cultivation.code, &steps)
}

/// The key of the death that plants found again correct.
async fn death(conn: &mut AsyncPgConnection, line: &Line<'_>) -> Result<Option<i32>, Problem> {
    let Said::FoundAgain(said) = &line.said else {
        return Ok(None);
    };
    let found = query::death(conn, line.cultivation.id, said.death).await?;
    let unknown = || Problem::unknown(format!("{}/death", line.at), "unknown_reference");
    found.map(Some).ok_or_else(unknown)
}

/// The seedlings that an event takes from replicates are there, that day and since; the database
/// writes the counts that say they left.
async fn check_seedlings(
    conn: &mut AsyncPgConnection,
    line: &Line<'_>,
    date: NaiveDate,
) -> Result<(), Problem> {
    let from = line.said.from();
    let Some(owner) = line.cultivation.seedlings_of().filter(|_| !from.is_empty()) else {
        return Ok(());
    };
    let rows = replicates::query::list(conn, owner).await?;
    let ids: Vec<i32> = rows.iter().map(|row| row.id).collect();
    let standing = counts::query::standing(conn, &ids).await?;
    for (n, part) in from.iter().enumerate() {
        let at = format!("{}/from/{n}", line.at);
        let row = rows.iter().find(|row| row.uuid == part.replicate);
        let row = row.ok_or_else(|| Problem::unknown(format!("{at}/replicate"), "unknown_reference"))?;
        if from.iter().take(n).any(|other| other.replicate == part.replicate) {
            return Err(Problem::law(format!("{at}/replicate"), "duplicate"));
        }
        let before: Vec<Visit> = standing
            .iter()
            .filter(|(id, _)| *id == row.id)
            .map(|(_, visit)| *visit)
            .collect();
        let visit = Visit {
            date,
            seen: Seen::Changes {
                emerged: 0,
                dead: 0,
                removed: 0,
            },
            pricked_out: part.quantity,
            dissected: 0,
        };
        counting::hold(&row.code, None, &counting::with(&before, visit))
            .map_err(|problem| problem.at(&format!("{at}/quantity")))?;
    }
    Ok(())
}

/// An event, and what it is for the other cultivation.
async fn both_sides(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    line: &Line<'_>,
    event: EventColumns,
) -> Result<Vec<EventColumns>, Problem> {
    let row = line.cultivation;
    match (&line.said, row.id_parent_cultivation) {
        (Said::Division(_) | Said::Cutting(_) | Said::SelfSown(_), Some(parent)) if line.is_first => {
            let given = EventColumns {
                uuid: Uuid::new_v4(),
                id_cultivation: parent,
                // Only a division takes plants from the parent.
                plants: match event.kind {
                    EventKind::Division => -event.plants,
                    _ => 0,
                },
                id_place: None,
                id_other_cultivation: Some(row.id),
                ..event.clone()
            };
            let received = EventColumns {
                id_other_cultivation: Some(parent),
                ..event
            };
            Ok(vec![given, received])
        }
        (Said::Merging(said), _) => {
            let mut sides = Vec::with_capacity(said.from.len() * 2);
            for (n, part) in said.from.iter().enumerate() {
                let at = format!("{}/from/{n}/cultivation", line.at);
                let other = cultivations::query::other(conn, part.cultivation, author.appends, &at).await?;
                if other.id == row.id || other.id_material != row.id_material {
                    return Err(Problem::new(table::CULTIVATION_SOURCE_AGREES).at(&at));
                }
                check_taken(conn, &other, event.event_date, part.quantity, &at).await?;
                let side = |uuid, id_cultivation, plants, other| EventColumns {
                    uuid,
                    id_cultivation,
                    plants,
                    id_other_cultivation: Some(other),
                    ..event.clone()
                };
                let received = if n == 0 { event.uuid } else { Uuid::new_v4() };
                sides.push(side(Uuid::new_v4(), other.id, -part.quantity, row.id));
                sides.push(side(received, row.id, part.quantity, other.id));
            }
            Ok(sides)
        }
        _ => Ok(vec![event]),
    }
}

/// What is taken from another cultivation was there, that day and since.
async fn check_taken(
    conn: &mut AsyncPgConnection,
    other: &CultivationRow,
    date: NaiveDate,
    quantity: i32,
    at: &str,
) -> Result<(), Problem> {
    let mut steps = query::steps(conn, other.id).await?;
    steps.push(Step {
        date,
        plants: -quantity,
    });
    rules::hold(&other.code, &steps).map_err(|problem| problem.at(at))
}

/// Locks what an event touches in the one order of all writes: the sowing or the test, then the
/// cultivations.
///
/// # Errors
/// The database cannot be read.
pub async fn lock(conn: &mut AsyncPgConnection, rows: &[&CultivationRow]) -> Result<(), Problem> {
    for row in rows {
        match row.seedlings_of() {
            Some(Owner::Sowing(id)) => drop(sowings::query::lock(conn, id).await?),
            Some(Owner::SeedTest(id)) => drop(seed_tests::query::lock(conn, id).await?),
            None => {}
        }
    }
    let mut ids: Vec<i32> = rows.iter().map(|row| row.id).collect();
    ids.extend(rows.iter().filter_map(|row| row.id_parent_cultivation));
    cultivations::query::lock(conn, &ids).await?;
    Ok(())
}
