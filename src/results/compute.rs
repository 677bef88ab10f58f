//! From counts to results: pure.

use chrono::NaiveDate;
use uuid::Uuid;

use super::model::{DaysTo, Hill, Proportion, ReplicateResults, Results};
use crate::counts::model::SeedClass;
use crate::counts::rules::{self, Visit};
use crate::science::emergence::{seeds_of, turnbull};
use crate::science::germination::curve::{Curve, Fitted, fit};
use crate::science::germination::indices::Indices;
use crate::science::germination::{Count, Course};
use crate::science::interval::{clopper_pearson, verdict, wilson};
use crate::science::tolerance::{self, Replicate};
use crate::science::unknown::{Known, Missing, Unknown};
use crate::seed_tests::model::TestKind;
use crate::settings::model::SettingName;
use crate::settings::thresholds::Thresholds;

/// A replicate and its counts that stand, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Dish {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    pub code: String,
    /// Seeds sown in it, when they were counted.
    pub sown: Option<u32>,
    /// Its counts.
    pub visits: Vec<Visit>,
}

/// What results are computed of.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Day of the sowing, or of the start of the test.
    pub started: Option<NaiveDate>,
    /// First day of the first treatment.
    pub treated: Option<NaiveDate>,
    /// Its replicates.
    pub dishes: Vec<Dish>,
}

impl Subject {
    /// Days are counted from the sowing, unless something was done or seen before.
    fn day_zero(&self) -> Option<NaiveDate> {
        let first_seen = self
            .dishes
            .iter()
            .filter_map(|dish| dish.visits.first())
            .map(|visit| visit.date)
            .min();
        match (self.started, first_seen) {
            (Some(started), Some(seen)) if seen < started => {
                Some(self.treated.map_or(seen, |treated| treated.min(seen)))
            }
            (started, _) => started,
        }
    }

    fn courses(&self) -> Vec<Known<Course>> {
        let day_zero = self.day_zero().ok_or(Unknown::NothingSown);
        let dishes = self.dishes.iter();
        dishes
            .map(|dish| day_zero.and_then(|zero| course(dish, zero)))
            .collect()
    }

    /// What germinated of what was sown, all the replicates that were counted together.
    ///
    /// # Errors
    /// No replicate was counted, its seeds were not, or the counts contradict each other.
    pub fn germination(&self, level: f64) -> Known<Proportion> {
        let course = pooled(&self.courses())?;
        proportion(course.germinated(), course.sown(), level)
    }
}

/// The replicates that were counted, together.
fn pooled(courses: &[Known<Course>]) -> Known<Course> {
    let counted: Vec<Course> = courses.iter().flatten().cloned().collect();
    if counted.is_empty() {
        // The first reason stands for all: a sowing is counted or not as a whole.
        let why = courses.iter().find_map(|course| course.as_ref().err().copied());
        return Err(why.unwrap_or(Unknown::NoData));
    }
    Course::pooled(&counted)
}

/// Keeps a figure, or why it is not known.
fn keep<T>(missing: &mut Vec<Missing>, figure: &'static str, known: Known<T>) -> Option<T> {
    match known {
        Ok(value) => Some(value),
        Err(reason) => {
            missing.push(Missing { figure, reason });
            None
        }
    }
}

/// The counts of a replicate as days and newly germinated seeds.
///
/// # Errors
/// It was never counted, its seeds were not, or the counts contradict each other.
fn course(dish: &Dish, day_zero: NaiveDate) -> Known<Course> {
    if dish.visits.is_empty() {
        return Err(Unknown::NoData);
    }
    let sown = dish.sown.ok_or(Unknown::SownNotCounted)?;
    let mut counts: Vec<(NaiveDate, u32)> = Vec::new();
    let mut before = 0;
    for (date, standing) in rules::course(&dish.visits) {
        let newly = u32::try_from(standing.emerged - before).map_err(|_| Unknown::NumberOutOfRange)?;
        before = standing.emerged;
        match counts.last_mut() {
            Some((day, germinated)) if *day == date => *germinated += newly,
            _ => counts.push((date, newly)),
        }
    }
    let day = |date: NaiveDate| f64::from(i32::try_from((date - day_zero).num_days()).unwrap_or(i32::MAX));
    let counts = counts.into_iter().map(|(date, germinated)| Count {
        day: day(date),
        germinated,
    });
    Course::new(sown, counts.collect())
}

/// A proportion with its intervals.
///
/// # Errors
/// Nothing sown, more germinated than sown, or a confidence that is not one.
pub fn proportion(count: u32, of: u32, level: f64) -> Known<Proportion> {
    Ok(Proportion {
        count,
        of,
        rate: f64::from(count) / f64::from(of.max(1)),
        wilson: wilson(count, of, level)?,
        exact: clopper_pearson(count, of, level)?,
    })
}

fn hill(course: &Course) -> Known<Hill> {
    let curve: Curve = fit(
        course,
        Fitted {
            asymptote: false,
            intercept: false,
        },
    )?;
    let days_to = |percent: f64| DaysTo {
        percent,
        of_sown: curve.days_to_percent_sown(percent).ok(),
        of_germinated: curve.days_to_percent_germinated(percent).ok(),
    };
    Ok(Hill {
        a: curve.a,
        b: curve.b,
        c: curve.c,
        y0: curve.y0,
        rss: curve.rss,
        days_to: [10.0, 50.0, 90.0].map(days_to).to_vec(),
        uniformity: curve.uniformity(25.0, 75.0).ok(),
        lag: curve.lag().ok(),
        day_of_highest_rate: curve.day_of_highest_rate().ok(),
    })
}

fn replicate(dish: &Dish, course: &Known<Course>, level: f64) -> ReplicateResults {
    let mut missing = Vec::new();
    let course = keep(&mut missing, "germination", course.clone());
    let germination = course.as_ref().and_then(|c| {
        keep(
            &mut missing,
            "germination",
            proportion(c.germinated(), c.sown(), level),
        )
    });
    ReplicateResults {
        uuid: dish.uuid,
        code: dish.code.clone(),
        germination,
        indices: course.as_ref().map(Indices::of),
        missing,
    }
}

/// The results of a sowing or of a test by the thresholds that hold for who reads them.
#[must_use]
pub fn results(subject: &Subject, thresholds: &Thresholds) -> Results {
    let level = thresholds.share(SettingName::Confidence);
    let threshold = thresholds.share(SettingName::InitialViability);
    let courses = subject.courses();
    let counted: Vec<Course> = courses.iter().flatten().cloned().collect();
    let pooled = pooled(&courses);
    let any: Known<()> = pooled.as_ref().map(|_| ()).map_err(|reason| *reason);
    let mut missing = Vec::new();
    let germination = keep(
        &mut missing,
        "germination",
        pooled
            .clone()
            .and_then(|c| proportion(c.germinated(), c.sown(), level)),
    );
    let verdict = keep(
        &mut missing,
        "verdict",
        pooled
            .clone()
            .and_then(|c| verdict(c.germinated(), c.sown(), threshold, level)),
    );
    let indices = keep(&mut missing, "indices", pooled.clone().map(|c| Indices::of(&c)));
    let emergence = keep(
        &mut missing,
        "emergence",
        any.and_then(|()| turnbull(&seeds_of(&counted)?, level)),
    );
    let curve = keep(&mut missing, "curve", pooled.clone().and_then(|c| hill(&c)));
    let replicates: Vec<Replicate> = counted
        .iter()
        .map(|c| Replicate {
            sown: c.sown(),
            germinated: c.germinated(),
        })
        .collect();
    let tolerance = keep(
        &mut missing,
        "tolerance",
        any.and_then(|()| tolerance::replicates(&replicates)),
    );
    let heterogeneity = keep(
        &mut missing,
        "heterogeneity",
        any.and_then(|()| tolerance::heterogeneity(&replicates)),
    );
    Results {
        day_zero: subject.day_zero(),
        confidence: level,
        germination,
        threshold,
        verdict,
        indices,
        emergence,
        curve,
        tolerance,
        heterogeneity,
        replicates: subject
            .dishes
            .iter()
            .zip(&courses)
            .map(|(dish, course)| replicate(dish, course, level))
            .collect(),
        missing,
    }
}

/// The seeds of a test by what they were found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Kind of test.
    pub kind: TestKind,
    /// Seeds put to test.
    pub seeds: Option<u32>,
    /// Germinated.
    pub germinated: u32,
    /// Examined one by one.
    pub dissected: u32,
    /// How many of each class.
    pub classes: Vec<(SeedClass, u32)>,
}

impl Examined {
    fn sum(&self, classes: &[SeedClass]) -> u32 {
        let of = self.classes.iter().filter(|(class, _)| classes.contains(class));
        of.map(|(_, seeds)| *seeds).fold(0, u32::saturating_add)
    }

    /// Seeds alive among the filled ones.
    ///
    /// # Errors
    /// A seed of a germination test is not explained yet, no seed was examined, or none is filled.
    pub fn viable(&self, level: f64) -> Known<Proportion> {
        use SeedClass::{
            Embryoless, Empty, Fresh, Full, Hard, Immature, Infested, PartlyStained, Stained, Unstained,
        };
        let (alive, filled) = match self.kind {
            TestKind::Germination => {
                let seeds = self.seeds.ok_or(Unknown::NothingSown)?;
                if self.germinated.saturating_add(self.dissected) != seeds {
                    return Err(Unknown::ClassesDoNotAddUp);
                }
                let hollow = self.sum(&[Empty, Embryoless, Infested]);
                let dormant = self.sum(&[Fresh, Hard]);
                (
                    self.germinated.saturating_add(dormant),
                    seeds.saturating_sub(hollow),
                )
            }
            _ if self.dissected == 0 => return Err(Unknown::NoData),
            TestKind::Tetrazolium => (
                self.sum(&[Stained]),
                self.sum(&[Stained, PartlyStained, Unstained]),
            ),
            TestKind::Cut | TestKind::XRay => {
                (self.sum(&[Full]), self.sum(&[Full, Empty, Infested, Immature]))
            }
        };
        if filled == 0 {
            return Err(Unknown::NoFilledSeed);
        }
        proportion(alive, filled, level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counts::model::Seen;
    use proptest::prelude::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + chrono::Days::new(n)
    }

    fn dish(code: &str, sown: Option<u32>, newly: &[(u64, i32)]) -> Dish {
        let visit = |(n, emerged): &(u64, i32)| Visit {
            date: day(*n),
            seen: Seen::Changes {
                emerged: *emerged,
                dead: 0,
                removed: 0,
            },
            pricked_out: 0,
            dissected: 0,
        };
        Dish {
            uuid: Uuid::new_v4(),
            code: code.to_owned(),
            sown,
            visits: newly.iter().map(visit).collect(),
        }
    }

    fn sowing(dishes: Vec<Dish>) -> Subject {
        Subject {
            started: Some(day(0)),
            treated: None,
            dishes,
        }
    }

    fn standards() -> Thresholds {
        Thresholds::new(Vec::new())
    }

    fn reason(results: &Results, figure: &str) -> Option<Unknown> {
        results
            .missing
            .iter()
            .find(|m| m.figure == figure)
            .map(|m| m.reason)
    }

    #[test]
    fn the_published_sample_through_the_counts_of_a_dish() {
        let newly = [(5, 4), (6, 17), (7, 10), (8, 7), (9, 1), (11, 1), (14, 0)];
        let found = results(&sowing(vec![dish("A", Some(50), &newly)]), &standards());
        let germination = found.germination.unwrap();
        assert_eq!((germination.count, germination.of), (40, 50));
        assert!((germination.wilson.low - 0.669_629).abs() < 1e-6);
        let indices = found.indices.unwrap();
        assert!((indices.mean_time.unwrap() - 6.7).abs() < 1e-12);
        assert!((indices.median_time_coolbear.unwrap() - 5.970_588_235_294_12).abs() < 1e-12);
    }

    #[test]
    fn what_was_never_counted_is_left_out_and_said() {
        let found = results(
            &sowing(vec![dish("A", Some(20), &[(5, 10)]), dish("B", Some(20), &[])]),
            &standards(),
        );
        assert_eq!(found.germination.map(|g| (g.count, g.of)), Some((10, 20)));
        assert_eq!(
            found.replicates.get(1).unwrap().missing.first().unwrap().reason,
            Unknown::NoData
        );
    }

    #[test]
    fn seeds_that_were_not_counted_give_no_figure() {
        let found = results(&sowing(vec![dish("A", None, &[(5, 10)])]), &standards());
        assert_eq!(found.germination, None);
        for figure in [
            "germination",
            "verdict",
            "indices",
            "emergence",
            "curve",
            "tolerance",
            "heterogeneity",
        ] {
            assert_eq!(reason(&found, figure), Some(Unknown::SownNotCounted), "{figure}");
        }
    }

    #[test]
    fn days_start_with_what_was_done_or_seen_before_the_sowing() {
        let mut subject = sowing(vec![dish("A", Some(20), &[(10, 4)])]);
        assert_eq!(subject.day_zero(), Some(day(0)));
        subject.started = Some(day(20));
        assert_eq!(subject.day_zero(), Some(day(10)));
        subject.treated = Some(day(3));
        assert_eq!(subject.day_zero(), Some(day(3)));
    }

    #[test]
    fn a_threshold_of_the_organisation_changes_the_verdict() {
        let subject = sowing(vec![dish("A", Some(100), &[(5, 70)])]);
        assert_eq!(
            results(&subject, &standards()).verdict,
            Some(crate::science::interval::Verdict::Below)
        );
        let low = Thresholds::new(vec![(SettingName::InitialViability, 50.0)]);
        assert_eq!(
            results(&subject, &low).verdict,
            Some(crate::science::interval::Verdict::Above)
        );
    }

    #[test]
    fn the_published_sheet_of_viability() {
        let sheet = Examined {
            kind: TestKind::Germination,
            seeds: Some(100),
            germinated: 62,
            dissected: 38,
            classes: vec![
                (SeedClass::Fresh, 14),
                (SeedClass::Empty, 12),
                (SeedClass::Infested, 3),
                (SeedClass::Dead, 9),
            ],
        };
        let found = sheet.viable(0.95).unwrap();
        assert_eq!((found.count, found.of), (76, 85));
        assert!((found.rate - 0.8941).abs() < 5e-5);
        let unexplained = Examined {
            dissected: 30,
            ..sheet.clone()
        };
        assert_eq!(unexplained.viable(0.95), Err(Unknown::ClassesDoNotAddUp));
        let nothing_yet = Examined {
            kind: TestKind::Tetrazolium,
            dissected: 0,
            ..sheet
        };
        assert_eq!(nothing_yet.viable(0.95), Err(Unknown::NoData));
    }

    #[test]
    fn a_cut_test_tells_the_full_seeds_and_tetrazolium_the_stained_ones() {
        let of = |kind, classes: &[(SeedClass, u32)]| {
            let examined = Examined {
                kind,
                seeds: Some(10),
                germinated: 0,
                dissected: 10,
                classes: classes.to_vec(),
            };
            examined.viable(0.95).map(|p| (p.count, p.of))
        };
        assert_eq!(
            of(TestKind::Cut, &[(SeedClass::Full, 8), (SeedClass::Empty, 2)]),
            Ok((8, 10))
        );
        let stained = [
            (SeedClass::Stained, 6),
            (SeedClass::PartlyStained, 1),
            (SeedClass::Empty, 3),
        ];
        assert_eq!(of(TestKind::Tetrazolium, &stained), Ok((6, 7)));
        assert_eq!(
            of(TestKind::Tetrazolium, &[(SeedClass::Empty, 10)]),
            Err(Unknown::NoFilledSeed)
        );
    }

    proptest! {
        #[test]
        fn no_figure_is_not_a_number(
            dishes in prop::collection::vec((1_u32..60, prop::collection::vec((0_u64..60, 0_i32..12), 0..10)), 0..5)
        ) {
            let dishes = dishes.into_iter().map(|(sown, mut newly)| {
                newly.sort_unstable();
                dish("A", Some(sown), &newly)
            });
            let found = results(&sowing(dishes.collect()), &standards());
            let text = serde_json::to_value(&found).unwrap().to_string();
            prop_assert!(!text.contains("NaN"));
            if let Some(germination) = found.germination {
                prop_assert!(germination.count <= germination.of && germination.wilson.contains(germination.rate));
            }
        }
    }
}
