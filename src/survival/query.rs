//! What happened to plants, in the database.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, Date, Integer};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::compute::{Followed, Happened};
use crate::auth::Reach;
use crate::cultivation_events::said::ExitKind;
use crate::db::statement::Statement;
use crate::exits::rules::Visit;
use crate::host::taxon_tree::Within;
use crate::schema::{v_cultivations as cultivations, v_exit_follow_ups as told, v_exits as exits};

/// The most cultivations that are put together: the last ones.
const MOST: i64 = 2_000;

/// What happened to the plants of cultivations, each after its key. Plants found again never died.
///
/// # Errors
/// The database cannot be read.
pub async fn in_culture(
    conn: &mut AsyncPgConnection,
    cultivations: &[i32],
) -> QueryResult<HashMap<i32, Followed>> {
    let rows: Vec<(i32, NaiveDate, i32, i32, i32)> =
        Statement::<(Integer, Date, Integer, Integer, Integer)>::new(
            "SELECT v.id_cultivation, v.event_date,
                coalesce(sum(v.plants) FILTER (WHERE v.plants > 0), 0)::integer,
                coalesce(sum(-v.plants - coalesce(f.found, 0)) FILTER (WHERE v.kind = 'death'), 0)::integer,
                coalesce(sum(-v.plants) FILTER (WHERE v.plants < 0 AND v.kind <> 'death'), 0)::integer
         FROM pr_exsitu.v_cultivation_course v
         LEFT JOIN LATERAL (SELECT sum(e.plants) AS found FROM pr_exsitu.t_cultivation_events e
                            LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
                            WHERE e.id_death = v.id_event AND r.id_event IS NULL) f ON v.kind = 'death'
         WHERE v.kind <> 'found_again' AND v.id_cultivation = ANY (",
        )
        .bind::<Array<Integer>, _>(cultivations.to_vec())
        .sql(") GROUP BY v.id_cultivation, v.event_date ORDER BY v.id_cultivation, v.event_date")
        .load(conn)
        .await?;
    let mut of: HashMap<i32, Vec<Happened>> = HashMap::new();
    for (id, date, joined, died, left) in rows {
        let happened = Happened {
            date,
            joined,
            died,
            left,
        };
        of.entry(id).or_default().push(happened);
    }
    Ok(of
        .into_iter()
        .map(|(id, events)| (id, Followed::in_culture(&events)))
        .collect())
}

/// What became of the plants that cultivations released, each after the key of its cultivation.
///
/// # Errors
/// The database cannot be read.
pub async fn after_release(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    of: &[i32],
) -> QueryResult<Vec<(i32, Followed)>> {
    const RELEASES: [ExitKind; 3] = [
        ExitKind::Reintroduction,
        ExitKind::Reinforcement,
        ExitKind::Introduction,
    ];
    let released: Vec<(i32, i32, NaiveDate, i32)> = exits::table
        .filter(reads.records())
        .filter(exits::id_cultivation.eq_any(of))
        .filter(exits::is_reversed.eq(false))
        .filter(exits::exit_kind.eq_any(RELEASES))
        .order(exits::id)
        .select((
            exits::id,
            exits::id_cultivation,
            exits::exit_date,
            exits::quantity,
        ))
        .load(conn)
        .await?;
    let ids: Vec<i32> = released.iter().map(|(id, ..)| *id).collect();
    let visits: Vec<(i32, NaiveDate, i32, i32, i32)> = told::table
        .filter(told::id_exit.eq_any(&ids))
        .filter(told::reverses_uuid.is_null())
        .filter(told::reversed_by_uuid.is_null())
        .order((told::id_exit, told::follow_up_date, told::id))
        .select((
            told::id_exit,
            told::follow_up_date,
            told::alive,
            told::dead,
            told::not_seen,
        ))
        .load(conn)
        .await?;
    let mut by_exit: HashMap<i32, Vec<Visit>> = HashMap::new();
    for (id, date, alive, dead, not_seen) in visits {
        let visit = Visit {
            date,
            alive,
            dead,
            not_seen,
        };
        by_exit.entry(id).or_default().push(visit);
    }
    let followed = |(id, cultivation, date, quantity): (i32, i32, NaiveDate, i32)| {
        let visits = by_exit.remove(&id).unwrap_or_default();
        (cultivation, Followed::after_release(quantity, date, &visits))
    };
    Ok(released.into_iter().map(followed).collect())
}

/// A cultivation, and the sowing or the test that its plants come from.
pub type Grown = (i32, Option<i32>, Option<i32>);

/// The cultivations of a taxon that come from a sowing or a test and that may be read, the last first.
///
/// # Errors
/// The database cannot be read.
pub async fn of_taxon(conn: &mut AsyncPgConnection, reads: &Reach, taxon: i32) -> QueryResult<Vec<Grown>> {
    cultivations::table
        .filter(reads.records())
        .filter(Within(taxon))
        .filter(cultivations::archived_at.is_null())
        .filter(
            cultivations::id_sowing
                .is_not_null()
                .or(cultivations::id_seed_test.is_not_null()),
        )
        .order((cultivations::sort_date_start.desc(), cultivations::id.desc()))
        .limit(MOST)
        .select((
            cultivations::id,
            cultivations::id_sowing,
            cultivations::id_seed_test,
        ))
        .load(conn)
        .await
}
