//! The counts of a dish, a tray or a whole test, from its sowing on.

use crate::science::unknown::{Known, Unknown};

/// Seeds that germinated between the count before and this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count {
    /// Days since the sowing.
    pub day: f64,
    /// Seeds that had not germinated at the count before.
    pub germinated: u32,
}

/// Days between two counts at least, a tenth of a second: below it quotients are no numbers.
const SHORTEST: f64 = 1e-6;
/// The longest test, in days.
const LONGEST: f64 = 1e6;

/// What was counted: days that increase from the sowing on, and no more seeds than sown.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    sown: u32,
    germinated: u32,
    counts: Vec<Count>,
}

impl Course {
    /// Counts of `sown` seeds, in the order of their days.
    ///
    /// # Errors
    /// No seed, no count, a day before the sowing or not after the one before, or more seeds
    /// germinated than sown.
    pub fn new(sown: u32, counts: Vec<Count>) -> Known<Self> {
        if sown == 0 {
            return Err(Unknown::NothingSown);
        }
        if counts.is_empty() {
            return Err(Unknown::NoData);
        }
        let days = || counts.iter().map(|count| count.day);
        let increasing = days()
            .zip(days().skip(1))
            .all(|(day, next)| next - day >= SHORTEST);
        if !increasing || days().any(|day| day != 0.0 && !(SHORTEST..=LONGEST).contains(&day)) {
            return Err(Unknown::DaysNotIncreasing);
        }
        let germinated: u64 = counts.iter().map(|count| u64::from(count.germinated)).sum();
        match u32::try_from(germinated) {
            Ok(germinated) if germinated <= sown => Ok(Self {
                sown,
                germinated,
                counts,
            }),
            _ => Err(Unknown::MoreThanSown),
        }
    }

    /// The courses of several dishes as one: their seeds together, every day on which one of
    /// them was counted.
    ///
    /// # Errors
    /// No course, or more seeds than a number holds.
    pub fn pooled(courses: &[Self]) -> Known<Self> {
        let sown: u64 = courses.iter().map(|course| u64::from(course.sown)).sum();
        let sown = u32::try_from(sown).map_err(|_| Unknown::TooManySeeds)?;
        let mut all: Vec<Count> = courses
            .iter()
            .flat_map(|course| course.counts.iter().copied())
            .collect();
        all.sort_by(|a, b| a.day.total_cmp(&b.day));
        let mut counts: Vec<Count> = Vec::with_capacity(all.len());
        for count in all {
            match counts.last_mut() {
                // No more than were sown, which a number holds.
                Some(last) if last.day >= count.day => {
                    last.germinated = last.germinated.saturating_add(count.germinated);
                }
                _ => counts.push(count),
            }
        }
        Self::new(sown, counts)
    }

    /// Seeds sown, S.
    #[must_use]
    pub fn sown(&self) -> u32 {
        self.sown
    }

    /// Seeds germinated, N.
    #[must_use]
    pub fn germinated(&self) -> u32 {
        self.germinated
    }

    /// The counts, Nᵢ on the days tᵢ.
    #[must_use]
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// Seeds germinated, or why nothing can be said of them.
    pub(super) fn some_germinated(&self) -> Known<f64> {
        match self.germinated {
            0 => Err(Unknown::NothingGerminated),
            germinated => Ok(f64::from(germinated)),
        }
    }

    /// Days tᵢ and newly germinated seeds Nᵢ, as numbers.
    pub(super) fn newly(&self) -> impl Iterator<Item = (f64, f64)> {
        self.counts
            .iter()
            .map(|count| (count.day, f64::from(count.germinated)))
    }

    /// Days tᵢ and seeds germinated since the sowing cᵢ, as numbers.
    pub(super) fn cumulative(&self) -> impl Iterator<Item = (f64, f64)> {
        self.newly().scan(0.0, |sum, (day, newly)| {
            *sum += newly;
            Some((day, *sum))
        })
    }

    /// Day of the last count, t_max.
    pub(super) fn last_day(&self) -> f64 {
        self.counts.last().map_or(0.0, |count| count.day)
    }

    /// The share of the seeds sown, in %.
    pub(super) fn percent(&self, seeds: f64) -> f64 {
        100.0 * seeds / f64::from(self.sown)
    }
}

/// Published samples and what generated tests are made of.
#[cfg(test)]
pub mod samples {
    use super::*;
    use proptest::prelude::*;

    /// Counts on the days 1, 2, 3…
    pub fn daily(sown: u32, newly: &[u32]) -> Course {
        from_day(1, sown, newly)
    }

    /// Counts on that day and the ones after.
    pub fn from_day(first: u32, sown: u32, newly: &[u32]) -> Course {
        let counts = (first..).zip(newly).map(|(day, &germinated)| Count {
            day: f64::from(day),
            germinated,
        });
        Course::new(sown, counts.collect()).unwrap()
    }

    /// Sample A of germinationmetrics 0.1.10, which is also G1 1 of its gcdata.
    pub fn a() -> Course {
        daily(50, &[0, 0, 0, 0, 4, 17, 10, 7, 1, 0, 1, 0, 0, 0])
    }

    /// Its sample B.
    pub fn b() -> Course {
        daily(
            200,
            &[0, 0, 34, 40, 21, 10, 4, 5, 3, 5, 8, 7, 7, 6, 6, 4, 0, 2, 0, 2],
        )
    }

    /// A dish of GerminaR's `prosopis`: 50 seeds, days 0 to 10.
    pub fn prosopis(newly: &[u32]) -> Course {
        from_day(0, 50, newly)
    }

    /// To half of the last digit printed.
    #[track_caller]
    pub fn is(value: Known<f64>, expected: f64, printed: f64) {
        let value = value.unwrap();
        assert!(
            (value - expected).abs() <= printed * 0.5001,
            "{value} is not {expected}"
        );
    }

    /// Courses whose counts are any number of days apart.
    pub fn courses() -> impl Strategy<Value = Course> {
        (prop::collection::vec((0.01f64..20.0, 0u32..40), 1..40), 0u32..200).prop_map(|(steps, others)| {
            let counts: Vec<Count> = steps
                .iter()
                .scan(0.0, |day, &(step, germinated)| {
                    *day += step;
                    Some(Count {
                        day: *day,
                        germinated,
                    })
                })
                .collect();
            let germinated: u32 = counts.iter().map(|count| count.germinated).sum();
            Course::new((germinated + others).max(1), counts).unwrap()
        })
    }

    /// Anything that a caller may give.
    pub fn anything() -> impl Strategy<Value = (u32, Vec<Count>)> {
        let count = (any::<f64>(), any::<u32>()).prop_map(|(day, germinated)| Count { day, germinated });
        (any::<u32>(), prop::collection::vec(count, 0..8))
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{anything, courses, daily};
    use super::*;
    use proptest::prelude::*;

    fn counts(counts: &[(f64, u32)]) -> Vec<Count> {
        counts
            .iter()
            .map(|&(day, germinated)| Count { day, germinated })
            .collect()
    }

    #[test]
    fn what_cannot_have_been_counted_is_refused() {
        assert_eq!(Course::new(0, counts(&[(1.0, 0)])), Err(Unknown::NothingSown));
        assert_eq!(Course::new(50, Vec::new()), Err(Unknown::NoData));
        assert_eq!(
            Course::new(50, counts(&[(1.0, 30), (2.0, 21)])),
            Err(Unknown::MoreThanSown)
        );
        assert_eq!(
            Course::new(50, counts(&[(1.0, u32::MAX), (2.0, u32::MAX)])),
            Err(Unknown::MoreThanSown)
        );
        for days in [
            [2.0, 1.0],
            [1.0, 1.0],
            [-1.0, 1.0],
            [1.0, f64::NAN],
            [1.0, f64::INFINITY],
        ] {
            let [first, second] = days;
            let course = Course::new(50, counts(&[(first, 1), (second, 1)]));
            assert_eq!(course, Err(Unknown::DaysNotIncreasing), "{days:?}");
        }
    }

    #[test]
    fn dishes_are_pooled_day_by_day() {
        let other = Course::new(25, counts(&[(2.0, 5), (2.5, 1)])).unwrap();
        let pooled = Course::pooled(&[daily(50, &[1, 2, 3]), other]).unwrap();
        assert_eq!((pooled.sown(), pooled.germinated()), (75, 12));
        assert_eq!(pooled.counts(), counts(&[(1.0, 1), (2.0, 7), (2.5, 1), (3.0, 3)]));
        assert_eq!(Course::pooled(&[]), Err(Unknown::NothingSown));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_pooling(courses in prop::collection::vec(courses(), 1..6)) {
            let pooled = Course::pooled(&courses).unwrap();
            prop_assert_eq!(pooled.sown(), courses.iter().map(Course::sown).sum::<u32>());
            prop_assert_eq!(pooled.germinated(), courses.iter().map(Course::germinated).sum::<u32>());
        }

        #[test]
        fn nothing_panics((sown, counts) in anything()) {
            if let Ok(course) = Course::new(sown, counts) {
                prop_assert!(course.germinated() <= course.sown());
                let _ = Course::pooled(&[course.clone(), course]);
            }
        }
    }
}
