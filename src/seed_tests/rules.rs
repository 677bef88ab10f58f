//! The laws of seed tests as pure functions; the database holds the same ones.

use chrono::NaiveDate;

use super::model::{Regime, TestKind, TestState};
use crate::error::{Problem, table};
use crate::replicates::model::ReplicateRow;
use crate::stock::model::MovementKind;

impl TestState {
    /// The states one may go to. The database has the same table (`seed_test_may_go`).
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Running, Self::Cancelled],
            Self::Running => &[Self::Finished, Self::Cancelled],
            Self::Finished => &[Self::Running],
            Self::Cancelled => &[],
        }
    }

    /// A new test may be brought to it at once.
    #[must_use]
    pub const fn is_first(self) -> bool {
        matches!(self, Self::Draft | Self::Running)
    }
}

impl TestKind {
    /// The movement that takes its seeds out of the lot.
    #[must_use]
    pub const fn movement(self) -> MovementKind {
        match self {
            Self::Germination => MovementKind::GerminationTest,
            Self::Tetrazolium | Self::Cut | Self::XRay => MovementKind::ViabilityTest,
        }
    }
}

/// Goes on when a test may pass from one state to another.
///
/// # Errors
/// 409 with both states.
pub fn transition(from: TestState, to: TestState) -> Result<(), Problem> {
    if from.next().contains(&to) {
        return Ok(());
    }
    Err(Problem::new(table::SEED_TEST_TRANSITION)
        .with("from", from.as_str())
        .with("to", to.as_str()))
}

/// Re-opening, and cancelling what was running, say why.
///
/// # Errors
/// 409 on the reason.
pub fn reason(from: TestState, to: TestState, reason: Option<&str>) -> Result<(), Problem> {
    let undoes = from == TestState::Finished || (from, to) == (TestState::Running, TestState::Cancelled);
    if undoes && reason.is_none() {
        return Err(Problem::law("/reason", "required"));
    }
    Ok(())
}

/// The seeds come from a place of the lot, or are those that the parent test left.
///
/// # Errors
/// 409 on the place.
pub fn source<P, T>(place: Option<P>, parent: Option<T>) -> Result<(), Problem> {
    if place.is_none() && parent.is_none() {
        return Err(Problem::law("/source_place", "required"));
    }
    Ok(())
}

/// Periods start at day 0 and follow each other.
///
/// # Errors
/// 409 on the regimes.
pub fn regimes(periods: &[Regime]) -> Result<(), Problem> {
    let starts = periods.first().is_some_and(|first| first.from_day == 0);
    let increases = periods
        .iter()
        .zip(periods.iter().skip(1))
        .all(|(one, next)| one.from_day < next.from_day);
    if starts && increases {
        return Ok(());
    }
    Err(Problem::new(table::SEED_TEST_REGIMES).at("/regimes"))
}

/// What a parent test is to its second chance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parent {
    /// Its code.
    pub code: String,
    /// Its lot.
    pub id_seed_lot: i32,
    /// Its kind.
    pub kind: TestKind,
    /// Its state.
    pub state: TestState,
    /// The seeds that did not germinate.
    pub left: i32,
    /// Those that other tests took of them.
    pub taken: i32,
}

/// A second chance is given to seeds that a finished germination test left.
///
/// # Errors
/// 409: the parent is not finished, or left fewer seeds.
pub fn second_chance(parent: &Parent, seeds: i32) -> Result<(), Problem> {
    if parent.state != TestState::Finished || parent.kind != TestKind::Germination {
        return Err(Problem::new(table::SEED_TEST_SECOND_CHANCE)
            .with("parent", parent.code.clone())
            .at("/parent_test"));
    }
    let left = parent.left.saturating_sub(parent.taken);
    if seeds > left {
        return Err(Problem::new(table::SEED_TEST_LEFT)
            .with("parent", parent.code.clone())
            .with("left", left)
            .with("seeds", seeds)
            .at("/seeds"));
    }
    Ok(())
}

/// Every seed of a finished test is accounted for: germinated, or examined.
///
/// # Errors
/// 409 with the first replicate that leaves one out, and its figures.
pub fn complete(replicates: &[ReplicateRow]) -> Result<(), Problem> {
    let figures = |row: &ReplicateRow| (row.sown.unwrap_or_default(), row.emerged, row.dissected);
    let missing = replicates.iter().find(|row| {
        let (sown, emerged, dissected) = figures(row);
        sown != emerged + dissected
    });
    let Some(row) = missing else { return Ok(()) };
    let (sown, emerged, dissected) = figures(row);
    Err(Problem::new(table::SEED_TEST_COMPLETE)
        .with("replicate", row.code.clone())
        .with("sown", sown)
        .with("emerged", emerged)
        .with("dissected", dissected)
        .with("missing", sown - emerged - dissected))
}

/// The first day is not in the future, nor before the seeds were harvested.
///
/// # Errors
/// 409 on the day.
pub fn start(day: NaiveDate, origin: Option<NaiveDate>, today: NaiveDate, at: &str) -> Result<(), Problem> {
    if day > today {
        return Err(Problem::new(table::NOT_IN_FUTURE).at(at));
    }
    match origin {
        Some(origin) if day < origin => Err(Problem::new(table::DATES_ALONG_CHAIN)
            .with("date", day.to_string())
            .with("origin", origin.to_string())
            .at(at)),
        _ => Ok(()),
    }
}

/// The last day is not before the first one, nor before the last count.
///
/// # Errors
/// 409 on the day.
pub fn end(day: NaiveDate, start: Option<NaiveDate>, last_count: Option<NaiveDate>) -> Result<(), Problem> {
    let before = |other: Option<NaiveDate>| other.is_some_and(|other| day < other);
    if before(start) || before(last_count) {
        return Err(Problem::new(table::DATES_ORDERED).at("/date"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[test]
    fn a_state_is_reached_by_its_graph_only() {
        use TestState::{Cancelled, Draft, Finished, Running};
        for (from, to) in [(Draft, Running), (Running, Finished), (Finished, Running)] {
            assert!(transition(from, to).is_ok());
        }
        for (from, to) in [(Draft, Finished), (Finished, Cancelled), (Cancelled, Draft)] {
            assert!(transition(from, to).is_err());
        }
        assert!(reason(Draft, Cancelled, None).is_ok());
        assert!(reason(Running, Cancelled, None).is_err());
        assert!(reason(Finished, Running, None).is_err());
        assert!(reason(Finished, Running, Some("x")).is_ok());
    }

    #[test]
    fn the_seeds_come_from_somewhere() {
        assert!(source(Some(1), None::<i32>).is_ok());
        assert!(source(None::<i32>, Some(1)).is_ok());
        assert!(source(None::<i32>, None::<i32>).is_err());
    }

    fn period(from_day: i32) -> Regime {
        Regime {
            from_day,
            day_temperature: Some(20.0),
            night_temperature: None,
            photoperiod_hours: None,
            light: None,
        }
    }

    #[test]
    fn periods_start_at_day_zero_and_follow_each_other() {
        assert!(regimes(&[period(0), period(28)]).is_ok());
        for wrong in [vec![], vec![period(1)], vec![period(0), period(0)]] {
            assert!(regimes(&wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_second_chance_takes_what_a_finished_test_left() {
        let parent = Parent {
            code: "T2026_0001".to_owned(),
            id_seed_lot: 1,
            kind: TestKind::Germination,
            state: TestState::Finished,
            left: 20,
            taken: 5,
        };
        assert!(second_chance(&parent, 15).is_ok());
        let refused = |parent: &Parent, seeds| second_chance(parent, seeds).unwrap_err().kind();
        assert_eq!(refused(&parent, 16), table::SEED_TEST_LEFT);
        let running = Parent {
            state: TestState::Running,
            ..parent.clone()
        };
        assert_eq!(refused(&running, 1), table::SEED_TEST_SECOND_CHANCE);
        let cut = Parent {
            kind: TestKind::Cut,
            ..parent
        };
        assert_eq!(refused(&cut, 1), table::SEED_TEST_SECOND_CHANCE);
    }

    #[test]
    fn a_test_is_within_its_time() {
        assert!(start(day(5), Some(day(5)), day(6), "/date").is_ok());
        assert!(start(day(4), Some(day(5)), day(6), "/date").is_err());
        assert!(start(day(7), None, day(6), "/date").is_err());
        assert!(end(day(5), Some(day(1)), Some(day(5))).is_ok());
        assert!(end(day(4), Some(day(1)), Some(day(5))).is_err());
        assert!(end(day(4), Some(day(5)), None).is_err());
    }

    fn replicate(sown: i32, emerged: i32, dissected: i32) -> ReplicateRow {
        ReplicateRow {
            id: 1,
            uuid: uuid::Uuid::nil(),
            code: "A".to_owned(),
            sown: Some(sown),
            remarks: None,
            version: 1,
            place_uuid: None,
            place_code: None,
            place_label: None,
            visits: 1,
            emerged,
            dead: 0,
            removed: 0,
            pricked_out: 0,
            dissected,
            surplus: 0,
            alive: emerged,
            first_emergence_date: None,
            last_count_date: None,
        }
    }

    proptest! {
        #[test]
        fn a_test_is_complete_when_no_seed_is_missing(rows in prop::collection::vec((1_i32..100, 0_i32..100, 0_i32..100), 1..8)) {
            let missing = rows.iter().any(|(sown, emerged, dissected)| emerged + dissected != *sown);
            let replicates: Vec<_> = rows.iter().map(|&(s, e, d)| replicate(s, e, d)).collect();
            prop_assert_eq!(complete(&replicates).is_err(), missing);
            let whole: Vec<_> = rows.iter().map(|&(s, e, _)| replicate(s.max(e), e, s.max(e) - e)).collect();
            prop_assert!(complete(&whole).is_ok());
        }

        #[test]
        fn what_second_chances_take_never_exceeds_what_was_left(left in 0_i32..200, asked in prop::collection::vec(1_i32..60, 1..12)) {
            let mut parent = Parent { code: String::new(), id_seed_lot: 1, kind: TestKind::Germination, state: TestState::Finished, left, taken: 0 };
            for seeds in asked {
                if second_chance(&parent, seeds).is_ok() {
                    parent.taken += seeds;
                }
            }
            prop_assert!(parent.taken <= left);
        }
    }
}
