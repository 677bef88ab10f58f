//! The laws of the counts as pure functions; the database holds the same ones
//! (`v_count_course`, `refresh_tallies`). They serve sowings and tests alike.

use chrono::NaiveDate;

use super::model::{ClassCount, NewLine, SeedClass, Seen};
use crate::error::{Problem, table};
use crate::seed_tests::model::TestKind;

/// A count that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Day.
    pub date: NaiveDate,
    /// What it says.
    pub seen: Seen,
    /// Seedlings pricked out that day, by the event of a cultivation.
    pub pricked_out: i32,
    /// Seeds opened and examined.
    pub dissected: i32,
}

/// Where a replicate stands after a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Emerged since the beginning.
    pub emerged: i32,
    /// Lost since the beginning: dead or disappeared.
    pub dead: i32,
    /// Alive.
    pub alive: i32,
    /// Opened and examined since the beginning.
    pub dissected: i32,
}

impl Standing {
    /// After one more visit. From what is seen alive, a rise is an emergence and a fall a disappearance.
    #[must_use]
    pub fn after(self, visit: &Visit) -> Self {
        let (emerged, dead, removed) = match visit.seen {
            Seen::Alive(alive) => ((alive - self.alive).max(0), (self.alive - alive).max(0), 0),
            Seen::Changes {
                emerged,
                dead,
                removed,
            } => (emerged, dead, removed),
        };
        Self {
            emerged: self.emerged + emerged,
            dead: self.dead + dead,
            alive: self.alive + emerged - dead - removed - visit.pricked_out,
            dissected: self.dissected + visit.dissected,
        }
    }
}

/// Where a replicate stands after each visit, given in their order.
#[must_use]
pub fn course(visits: &[Visit]) -> Vec<(NaiveDate, Standing)> {
    let steps = visits.iter().scan(Standing::default(), |standing, visit| {
        *standing = standing.after(visit);
        Some((visit.date, *standing))
    });
    steps.collect()
}

/// The visits with one more, entered last on its day.
#[must_use]
pub fn with(visits: &[Visit], visit: Visit) -> Vec<Visit> {
    let mut all = visits.to_vec();
    all.insert(all.partition_point(|v| v.date <= visit.date), visit);
    all
}

/// At the close of every day no seedling is missing, and no more emerged (or were
/// opened) than were sown, when that is known by counting.
///
/// # Errors
/// 409 with the replicate, the day and the figures.
pub fn hold(replicate: &str, sown: Option<i32>, visits: &[Visit]) -> Result<(), Problem> {
    let course = course(visits);
    let closings = course.iter().zip(course.iter().skip(1).map(Some).chain([None]));
    for ((date, standing), next) in closings {
        if next.is_none_or(|(day, _)| day != date) && standing.alive < 0 {
            return Err(Problem::new(table::COUNT_ALIVE_NOT_NEGATIVE)
                .with("replicate", replicate)
                .with("date", date.to_string())
                .with("missing", -standing.alive));
        }
    }
    match (sown, course.last()) {
        (Some(sown), Some((_, last))) if last.emerged + last.dissected > sown => {
            Err(Problem::new(table::COUNT_WITHIN_SOWN)
                .with("replicate", replicate)
                .with("sown", sown)
                .with("emerged", last.emerged)
                .with("dissected", last.dissected))
        }
        _ => Ok(()),
    }
}

/// A visit is not before the first treatment nor the sowing, nor in the future.
///
/// # Errors
/// 409 in the future, or before the start.
pub fn day(date: NaiveDate, start: Option<NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    if date > today {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/count_date"));
    }
    match start {
        Some(start) if date < start => Err(Problem::new(table::COUNT_AFTER_START)
            .with("date", date.to_string())
            .with("start", start.to_string())
            .at("/count_date")),
        _ => Ok(()),
    }
}

/// The classes of a kind of test. The database has the same table (`test_classes`).
#[must_use]
pub const fn classes_of(kind: TestKind) -> &'static [SeedClass] {
    use SeedClass::{
        Abnormal, Dead, Embryoless, Empty, Fresh, Full, Hard, Immature, Infested, Normal, PartlyStained,
        Stained, Unstained,
    };
    match kind {
        TestKind::Germination => &[Normal, Abnormal, Hard, Fresh, Dead, Empty, Embryoless, Infested],
        TestKind::Tetrazolium => &[Stained, PartlyStained, Unstained, Empty, Infested],
        TestKind::Cut | TestKind::XRay => &[Full, Empty, Infested, Immature],
    }
}

const fn is_seedling(class: SeedClass) -> bool {
    matches!(class, SeedClass::Normal | SeedClass::Abnormal)
}

fn sum(classes: &[ClassCount], seedlings: bool) -> i64 {
    let kept = classes.iter().filter(|c| is_seedling(c.class) == seedlings);
    kept.map(|c| i64::from(c.seeds)).sum()
}

/// Classes are those of the kind of the test, each given once; those of the seeds examined, when
/// any is given, sum to the seeds examined.
///
/// # Errors
/// 409 with the class, or with both sums.
pub fn classes(kind: Option<TestKind>, line: &NewLine) -> Result<(), Problem> {
    let Some(first) = line.classes.first() else {
        return Ok(());
    };
    let Some(kind) = kind else {
        return Err(Problem::new(table::COUNT_CLASS_OF_TEST).with("class", first.class.as_str()));
    };
    let stranger = line.classes.iter().find(|c| !classes_of(kind).contains(&c.class));
    if let Some(stranger) = stranger {
        return Err(Problem::new(table::COUNT_CLASS_OF_KIND)
            .with("class", stranger.class.as_str())
            .with("kind", kind.as_str()));
    }
    let mut given: Vec<SeedClass> = line.classes.iter().map(|c| c.class).collect();
    given.sort_unstable();
    given.dedup();
    if given.len() < line.classes.len() {
        return Err(Problem::new(table::ALREADY_EXISTS));
    }
    let (classed, dissected) = (sum(&line.classes, false), line.dissected.unwrap_or_default());
    if classed > 0 && classed != i64::from(dissected) {
        return Err(Problem::new(table::COUNT_CLASSES_SUM)
            .with("classed", classed)
            .with("dissected", dissected));
    }
    Ok(())
}

/// Nothing germinates in a tetrazolium, cut or X-ray test: its seeds are only examined.
///
/// # Errors
/// 409 with the kind.
pub fn examined(kind: Option<TestKind>, line: &NewLine) -> Result<(), Problem> {
    let grown = [
        line.observed_alive,
        line.emerged,
        line.dead,
        line.removed,
        line.surplus,
    ];
    match kind {
        Some(kind) if kind != TestKind::Germination && grown.iter().any(Option::is_some) => {
            Err(Problem::new(table::COUNT_EXAMINES_ONLY).with("kind", kind.as_str()))
        }
        _ => Ok(()),
    }
}

/// The seedlings that a line classes normal or abnormal.
#[must_use]
pub fn seedlings(line: &NewLine) -> i32 {
    i32::try_from(sum(&line.classes, true)).unwrap_or(i32::MAX)
}

/// No more seedlings are classed than emerged.
///
/// # Errors
/// 409 with the replicate and both figures.
pub fn seedlings_emerged(replicate: &str, seedlings: i32, visits: &[Visit]) -> Result<(), Problem> {
    let emerged = course(visits).last().map_or(0, |(_, last)| last.emerged);
    if seedlings > emerged {
        return Err(Problem::new(table::COUNT_SEEDLINGS_EMERGED)
            .with("replicate", replicate)
            .with("seedlings", seedlings)
            .with("emerged", emerged));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn line(dissected: Option<i32>, classes: &[(SeedClass, i32)]) -> NewLine {
        NewLine {
            uuid: None,
            replicate: Uuid::nil(),
            observed_alive: None,
            emerged: None,
            dead: None,
            death_cause: None,
            removed: None,
            dissected,
            surplus: None,
            surplus_cause: None,
            classes: classes
                .iter()
                .map(|&(class, seeds)| ClassCount { class, seeds })
                .collect(),
            stage: None,
            remarks: None,
        }
    }

    #[test]
    fn classes_are_those_of_the_kind_and_sum_to_what_was_examined() {
        use SeedClass::{Dead, Fresh, Full, Normal, Stained};
        let germination = Some(TestKind::Germination);
        let refused = |kind, line: &NewLine| classes(kind, line).unwrap_err().kind();
        assert!(
            classes(
                germination,
                &line(Some(5), &[(Fresh, 3), (Dead, 2), (Normal, 40)])
            )
            .is_ok()
        );
        assert!(classes(germination, &line(Some(0), &[(Normal, 40)])).is_ok());
        assert!(classes(None, &line(Some(5), &[])).is_ok());
        assert!(classes(Some(TestKind::Cut), &line(Some(5), &[(Full, 5)])).is_ok());
        assert_eq!(
            refused(None, &line(Some(5), &[(Fresh, 5)])),
            table::COUNT_CLASS_OF_TEST
        );
        assert_eq!(
            refused(germination, &line(Some(5), &[(Stained, 5)])),
            table::COUNT_CLASS_OF_KIND
        );
        assert_eq!(
            refused(Some(TestKind::XRay), &line(Some(5), &[(Stained, 5)])),
            table::COUNT_CLASS_OF_KIND
        );
        assert_eq!(
            refused(germination, &line(Some(5), &[(Fresh, 4)])),
            table::COUNT_CLASSES_SUM
        );
        assert_eq!(
            refused(germination, &line(None, &[(Fresh, 4)])),
            table::COUNT_CLASSES_SUM
        );
        assert_eq!(
            refused(germination, &line(Some(4), &[(Fresh, 2), (Fresh, 2)])),
            table::ALREADY_EXISTS
        );
    }

    #[test]
    fn seeds_are_only_examined_where_nothing_germinates() {
        let grown = NewLine {
            emerged: Some(0),
            ..line(None, &[])
        };
        assert!(examined(Some(TestKind::Tetrazolium), &line(Some(3), &[])).is_ok());
        assert!(examined(Some(TestKind::Germination), &grown).is_ok());
        assert!(examined(None, &grown).is_ok());
        for kind in [TestKind::Tetrazolium, TestKind::Cut, TestKind::XRay] {
            let refused = examined(Some(kind), &grown).unwrap_err();
            assert_eq!(refused.kind(), table::COUNT_EXAMINES_ONLY);
        }
    }

    #[test]
    fn no_more_seedlings_are_classed_than_emerged() {
        let seen = line(Some(0), &[(SeedClass::Normal, 4), (SeedClass::Abnormal, 2)]);
        assert_eq!(seedlings(&seen), 6);
        assert!(seedlings_emerged("A", 6, &[emerged(1, 6)]).is_ok());
        assert_eq!(
            seedlings_emerged("A", 7, &[emerged(1, 6)]).unwrap_err().kind(),
            table::COUNT_SEEDLINGS_EMERGED
        );
        assert!(seedlings_emerged("A", 1, &[]).is_err());
    }

    fn date(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, n).unwrap()
    }

    fn visit(n: u32, seen: Seen) -> Visit {
        Visit {
            date: date(n),
            seen,
            pricked_out: 0,
            dissected: 0,
        }
    }

    fn emerged(n: u32, emerged: i32) -> Visit {
        visit(
            n,
            Seen::Changes {
                emerged,
                dead: 0,
                removed: 0,
            },
        )
    }

    #[test]
    fn visits_add_up() {
        let last = course(&[emerged(1, 5), emerged(4, 10)]).last().unwrap().1;
        assert_eq!((last.emerged, last.alive), (15, 15));
    }

    #[test]
    fn what_is_seen_alive_tells_emergence_and_disappearance() {
        let visits = [
            visit(1, Seen::Alive(5)),
            visit(4, Seen::Alive(12)),
            visit(8, Seen::Alive(9)),
        ];
        let standings: Vec<_> = course(&visits)
            .into_iter()
            .map(|(_, s)| (s.emerged, s.dead, s.alive))
            .collect();
        assert_eq!(standings, [(5, 0, 5), (12, 0, 12), (12, 3, 9)]);
    }

    #[test]
    fn a_visit_entered_late_corrects_what_was_deduced_after_it() {
        let visits = [visit(1, Seen::Alive(5)), visit(9, Seen::Alive(15))];
        let visits = with(&visits, visit(5, Seen::Alive(10)));
        assert_eq!(course(&visits).last().unwrap().1.emerged, 15);
    }

    #[test]
    fn no_more_emerge_than_were_sown() {
        assert!(hold("A", Some(15), &[emerged(1, 5), emerged(4, 10)]).is_ok());
        assert_eq!(
            hold("A", Some(14), &[emerged(1, 5), emerged(4, 10)])
                .unwrap_err()
                .kind(),
            table::COUNT_WITHIN_SOWN
        );
        assert!(hold("A", None, &[emerged(1, 5000)]).is_ok());
        let opened = Visit {
            dissected: 6,
            ..emerged(4, 10)
        };
        assert_eq!(
            hold("A", Some(15), &[opened]).unwrap_err().kind(),
            table::COUNT_WITHIN_SOWN
        );
    }

    #[test]
    fn pricked_out_dead_and_removed_are_seedlings_that_were_there() {
        let loss = visit(
            3,
            Seen::Changes {
                emerged: 0,
                dead: 3,
                removed: 3,
            },
        );
        assert!(hold("A", Some(50), &[emerged(1, 6), loss]).is_ok());
        assert!(hold("A", Some(50), &[emerged(1, 5), loss]).is_err());
        let pricked = Visit {
            pricked_out: 6,
            ..emerged(2, 0)
        };
        assert!(hold("A", Some(50), &[emerged(1, 5), pricked]).is_err());
        let late = with(
            &[
                emerged(1, 5),
                Visit {
                    pricked_out: 5,
                    ..emerged(5, 0)
                },
            ],
            visit(
                3,
                Seen::Changes {
                    emerged: 0,
                    dead: 1,
                    removed: 0,
                },
            ),
        );
        assert!(hold("A", Some(50), &late).is_err());
    }

    #[test]
    fn the_order_within_a_day_does_not_matter() {
        let loss = visit(
            1,
            Seen::Changes {
                emerged: 0,
                dead: 2,
                removed: 0,
            },
        );
        assert!(hold("A", Some(50), &[loss, emerged(1, 2)]).is_ok());
    }

    #[test]
    fn a_visit_is_within_its_time() {
        assert!(day(date(2), Some(date(2)), date(3)).is_ok());
        assert_eq!(
            day(date(1), Some(date(2)), date(3)).unwrap_err().kind(),
            table::COUNT_AFTER_START
        );
        assert_eq!(
            day(date(4), Some(date(2)), date(3)).unwrap_err().kind(),
            table::NOT_IN_FUTURE
        );
    }

    proptest! {
        #[test]
        fn what_holds_never_goes_below_zero_nor_above_what_was_sown(
            steps in prop::collection::vec((1_u32..28, 0_i32..8, 0_i32..4, prop::option::of(0_i32..30)), 1..30)
        ) {
            let mut visits: Vec<Visit> = Vec::new();
            for (n, up, down, alive) in steps {
                let seen = alive.map_or(Seen::Changes { emerged: up, dead: down, removed: 0 }, Seen::Alive);
                let more = with(&visits, visit(n, seen));
                if hold("A", Some(25), &more).is_ok() {
                    visits = more;
                }
                for (_, standing) in course(&visits) {
                    prop_assert!(standing.emerged <= 25);
                    prop_assert!(standing.emerged - standing.dead >= standing.alive);
                }
                prop_assert!(course(&visits).last().is_none_or(|(_, s)| s.alive >= 0));
            }
        }
    }
}
