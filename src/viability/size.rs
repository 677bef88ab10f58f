//! How many seeds of a lot to sow: pure.

use chrono::NaiveDate;

use super::compute::Lot;
use super::model::{SizeAdvice, SizeEstimate};
use crate::results::compute::proportion;
use crate::science::sowing::seeds_for_tested;
use crate::science::tolerance::{Replicate, heterogeneity};
use crate::science::unknown::{Known, Missing, Unknown};
use crate::seed_tests::model::TestKind;

/// Tests that differ more than chance would have them once in twenty contradict each other.
const CONTRADICTION: f64 = 0.05;

/// A test, or a sowing, that tells what comes of the seeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trial {
    /// Day.
    pub date: NaiveDate,
    /// Seeds sown, counted.
    pub sown: u32,
    /// Germinated, or emerged, of them.
    pub came_up: u32,
}

/// Plants wanted, and how sure to be of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// Plants.
    pub plants: u32,
    /// Confidence, 0 to 1.
    pub confidence: f64,
    /// Confidence of the intervals, 0 to 1.
    pub level: f64,
    /// Day of the sowing.
    pub today: NaiveDate,
}

impl Lot {
    /// The germination tests that measure it.
    fn trials(&self) -> Vec<Trial> {
        let germination = self.tests.iter().filter_map(|test| {
            let share = test.germination.filter(|_| test.kind == TestKind::Germination)?;
            Some(Trial {
                date: test.date_start.filter(|_| test.is_measure)?,
                sown: share.of,
                came_up: share.count,
            })
        });
        germination.collect()
    }
}

/// How many seeds to sow, by the tests of the lot and by its sowings, oldest first.
#[must_use]
pub fn advice(lot: &Lot, sowings: &[Trial], wanted: Wanted) -> SizeAdvice {
    let mut missing = Vec::new();
    let mut keep = |figure, known: Known<SizeEstimate>| {
        known
            .map_err(|reason| missing.push(Missing { figure, reason }))
            .ok()
    };
    let from_tests = keep(
        "from_tests",
        estimate(lot, &lot.trials(), wanted, Unknown::NotTested),
    );
    let from_sowings = keep("from_sowings", estimate(lot, sowings, wanted, Unknown::NoData));
    let available = lot.available();
    if available.is_none() {
        missing.push(Missing {
            figure: "available",
            reason: Unknown::StockUnknown,
        });
    }
    SizeAdvice {
        plants: wanted.plants,
        confidence: wanted.confidence,
        from_tests,
        from_sowings,
        available,
        missing,
    }
}

fn estimate(lot: &Lot, trials: &[Trial], wanted: Wanted, none: Unknown) -> Known<SizeEstimate> {
    let last = trials.last().ok_or(none)?;
    let pooled = agreeing(trials);
    let sum = |of: fn(&Trial) -> u32| pooled.iter().map(of).fold(0, u32::saturating_add);
    let (sown, came_up) = (sum(|trial| trial.sown), sum(|trial| trial.came_up));
    let aged = lot.alive_since(last.date, wanted.today);
    let alive = aged.unwrap_or(1.0);
    let how_many = |trials: &[Trial]| u32::try_from(trials.len()).unwrap_or(u32::MAX);
    Ok(SizeEstimate {
        success: proportion(came_up, sown, wanted.level)?,
        records: how_many(pooled),
        left_out: how_many(trials).saturating_sub(how_many(pooled)),
        date: last.date,
        alive,
        alive_reason: aged.err(),
        size: seeds_for_tested(wanted.plants, came_up, sown, alive, wanted.confidence)?,
    })
}

/// All of them when they agree, else the last one only.
fn agreeing(trials: &[Trial]) -> &[Trial] {
    let compared: Vec<Replicate> = trials
        .iter()
        .map(|trial| Replicate {
            sown: trial.sown,
            germinated: trial.came_up,
        })
        .collect();
    let differ = heterogeneity(&compared).is_ok_and(|found| found.p_value < CONTRADICTION);
    if differ {
        trials.last_chunk::<1>().map_or(trials, |last| last.as_slice())
    } else {
        trials
    }
}

#[cfg(test)]
mod tests {
    use super::super::compute::tests::{day, rice, test};
    use super::*;
    use crate::seed_tests::model::TestPurpose;

    const WANTED: Wanted = Wanted {
        plants: 30,
        confidence: 0.95,
        level: 0.95,
        today: NaiveDate::MIN,
    };

    fn wanted(today: &str) -> Wanted {
        Wanted {
            today: day(today),
            ..WANTED
        }
    }

    #[test]
    fn thirty_plants_of_a_lot_that_germinates_at_forty_five_percent() {
        let lot = rice(vec![test("2026-01-15", 45, 100)]);
        let advice = advice(&lot, &[], wanted("2026-01-15"));
        let found = advice.from_tests.unwrap();
        assert_eq!((found.size.on_average, found.size.if_the_test_is_exact), (67, 82));
        assert!(found.size.seeds > 82);
        assert_eq!((found.alive, found.alive_reason), (1.0, None));
        assert_eq!(advice.available, Some(2000));
        assert_eq!(
            advice.missing,
            [Missing {
                figure: "from_sowings",
                reason: Unknown::NoData
            }]
        );
    }

    #[test]
    fn an_old_test_asks_for_more_seeds() {
        let lot = rice(vec![test("2010-01-15", 90, 100)]);
        let fresh = advice(&lot, &[], wanted("2010-01-15")).from_tests.unwrap();
        let old = advice(&lot, &[], wanted("2014-01-15")).from_tests.unwrap();
        assert!(old.alive < 1.0 && old.size.seeds > fresh.size.seeds);
        let mut unknown = lot;
        unknown.store.moisture_percent = None;
        let found = advice(&unknown, &[], wanted("2014-01-15")).from_tests.unwrap();
        assert_eq!(
            (found.alive, found.alive_reason),
            (1.0, Some(Unknown::MoistureUnknown))
        );
    }

    #[test]
    fn tests_that_agree_are_put_together_and_a_contradicted_one_is_left_out() {
        let agree = rice(vec![test("2024-01-15", 45, 50), test("2026-01-15", 88, 100)]);
        let found = advice(&agree, &[], wanted("2026-01-15")).from_tests.unwrap();
        assert_eq!((found.records, found.left_out, found.success.of), (2, 0, 150));
        let contradict = rice(vec![test("2024-01-15", 45, 50), test("2026-01-15", 30, 100)]);
        let found = advice(&contradict, &[], wanted("2026-01-15")).from_tests.unwrap();
        assert_eq!((found.records, found.left_out, found.success.of), (1, 1, 100));
    }

    #[test]
    fn tests_of_dormancy_do_not_tell_what_a_bed_will() {
        let mut dormancy = test("2026-01-15", 90, 100);
        dormancy.purpose = TestPurpose::Dormancy;
        dormancy.is_measure = dormancy.measures_the_lot();
        let bed = Trial {
            date: day("2026-01-20"),
            sown: 200,
            came_up: 60,
        };
        let advice = advice(&rice(vec![dormancy]), &[bed], wanted("2026-01-20"));
        assert_eq!(advice.from_tests, None);
        assert_eq!(advice.from_sowings.map(|found| found.success.count), Some(60));
    }
}
