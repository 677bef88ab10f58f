//! How many seeds germinated or are alive, and when the first and the last did.
//!
//! Sources: classes of seedlings and seeds, International Rules for Seed Testing (ISTA),
//! chapters 5 and 6; the angular transformation, Bartlett 1947, Biometrics 3:39, as `ASG` of
//! GerminaR. Checked on germinationmetrics' sample A and GerminaR's `prosopis`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::course::Course;
use crate::science::unknown::{Known, Unknown};

/// Germination percentage: `100 N / S`, in %.
#[must_use]
pub fn germination_percent(course: &Course) -> f64 {
    course.percent(f64::from(course.germinated()))
}

/// Largest share of the seeds that one count found germinated: `100 max(Nᵢ) / S`, in %.
///
/// # Errors
/// Nothing germinated.
pub fn peak_percent(course: &Course) -> Known<f64> {
    peak(course).map(|(_, newly)| course.percent(newly))
}

/// Day of the count that found the most seeds newly germinated; the first of them when
/// several did.
///
/// # Errors
/// Nothing germinated.
pub fn peak_day(course: &Course) -> Known<f64> {
    peak(course).map(|(day, _)| day)
}

/// Day on which the first seeds were found germinated.
///
/// # Errors
/// Nothing germinated.
pub fn first_day(course: &Course) -> Known<f64> {
    course
        .newly()
        .find(|(_, newly)| *newly > 0.0)
        .map(|(day, _)| day)
        .ok_or(Unknown::NothingGerminated)
}

/// Day on which the last seeds were found newly germinated.
///
/// # Errors
/// Nothing germinated.
pub fn last_day(course: &Course) -> Known<f64> {
    course
        .newly()
        .filter(|(_, newly)| *newly > 0.0)
        .last()
        .map(|(day, _)| day)
        .ok_or(Unknown::NothingGerminated)
}

/// Days between the first and the last germination.
///
/// # Errors
/// Nothing germinated.
pub fn time_spread(course: &Course) -> Known<f64> {
    Ok(last_day(course)? - first_day(course)?)
}

/// Angular transformation of the proportion: `asin √(N / S)`, in radians, whose variance does
/// not depend on the proportion: what is compared between treatments.
#[must_use]
pub fn angular(course: &Course) -> f64 {
    (f64::from(course.germinated()) / f64::from(course.sown()))
        .sqrt()
        .asin()
}

fn peak(course: &Course) -> Known<(f64, f64)> {
    course.some_germinated()?;
    let higher = |best: (f64, f64), count: (f64, f64)| if count.1 > best.1 { count } else { best };
    Ok(course.newly().fold((0.0, 0.0), higher))
}

/// What became of every seed of a test, after its dissection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// Seeds sown.
    pub sown: u32,
    /// Normal seedlings, or seeds stained for a tetrazolium test.
    pub normal: u32,
    /// Abnormal seedlings.
    pub abnormal: u32,
    /// Full and fresh seeds that did not germinate.
    pub fresh: u32,
    /// Hard seeds, which took up no water.
    pub hard: u32,
    /// Dead seeds.
    pub dead: u32,
    /// Empty seeds.
    pub empty: u32,
    /// Seeds without embryo.
    pub embryoless: u32,
    /// Infested seeds.
    pub infested: u32,
}

impl Outcome {
    /// Percentage of normal seedlings: `100 N / S`, in %.
    ///
    /// # Errors
    /// No seed, or more seedlings than seeds.
    pub fn germination_percent(&self) -> Known<f64> {
        match self.sown {
            0 => Err(Unknown::NothingSown),
            sown if self.normal > sown => Err(Unknown::MoreThanSown),
            sown => Ok(100.0 * f64::from(self.normal) / f64::from(sown)),
        }
    }

    /// Percentage of normal seedlings among filled seeds:
    /// `100 N / (S − empty − embryoless − infested)`, in %.
    ///
    /// # Errors
    /// The classes do not add up to the seeds sown, or no seed was filled.
    pub fn corrected_percent(&self) -> Known<f64> {
        self.filled()
            .map(|filled| 100.0 * f64::from(self.normal) / filled)
    }

    /// Percentage of living seeds among filled seeds:
    /// `100 (N + fresh [+ hard]) / (S − empty − embryoless − infested)`, in %.
    ///
    /// Hard seeds are alive as a rule, which only scarifying and germinating them tells:
    /// whether they count is for the bank to say. Abnormal seedlings do not.
    ///
    /// # Errors
    /// The classes do not add up to the seeds sown, or no seed was filled.
    pub fn viability_percent(&self, hard_are_alive: bool) -> Known<f64> {
        let hard = if hard_are_alive { f64::from(self.hard) } else { 0.0 };
        let alive = f64::from(self.normal) + f64::from(self.fresh) + hard;
        self.filled().map(|filled| 100.0 * alive / filled)
    }

    fn filled(&self) -> Known<f64> {
        let sum = |classes: &[u32]| classes.iter().map(|&seeds| u64::from(seeds)).sum::<u64>();
        let filled = sum(&[self.normal, self.abnormal, self.fresh, self.hard, self.dead]);
        let others = sum(&[self.empty, self.embryoless, self.infested]);
        if self.sown == 0 {
            Err(Unknown::NothingSown)
        } else if filled + others != u64::from(self.sown) {
            Err(Unknown::ClassesDoNotAddUp)
        } else if filled == 0 {
            Err(Unknown::NoFilledSeed)
        } else {
            // No more than the seeds sown.
            u32::try_from(filled)
                .map(f64::from)
                .map_err(|_| Unknown::NumberOutOfRange)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, courses, daily, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(Ok(germination_percent(&a())), 80.0, 1e-12);
        is(peak_percent(&a()), 34.0, 1e-12);
        is(first_day(&a()), 5.0, 1e-12);
        is(last_day(&a()), 11.0, 1e-12);
        is(time_spread(&a()), 6.0, 1e-12);
        is(peak_day(&a()), 6.0, 1e-12);
        is(Ok(angular(&a())), 0.8_f64.sqrt().asin(), 1e-12);
    }

    #[test]
    fn a_sheet_of_viability() {
        let sheet = Outcome {
            sown: 100,
            normal: 62,
            fresh: 14,
            empty: 12,
            infested: 3,
            dead: 9,
            ..Outcome::default()
        };
        is(sheet.germination_percent(), 62.0, 1e-12);
        is(sheet.corrected_percent(), 72.94, 0.01);
        is(sheet.viability_percent(false), 89.41, 0.01);
        let hard = Outcome {
            fresh: 10,
            hard: 4,
            ..sheet
        };
        is(hard.viability_percent(true), 89.41, 0.01);
        is(hard.viability_percent(false), 84.71, 0.01);
    }

    #[test]
    fn a_sheet_that_does_not_add_up_gives_no_viability() {
        let sheet = Outcome {
            sown: 100,
            normal: 62,
            ..Outcome::default()
        };
        is(sheet.germination_percent(), 62.0, 1e-12);
        assert_eq!(sheet.corrected_percent(), Err(Unknown::ClassesDoNotAddUp));
        assert_eq!(sheet.viability_percent(true), Err(Unknown::ClassesDoNotAddUp));
        let empty = Outcome {
            sown: 20,
            empty: 20,
            ..Outcome::default()
        };
        assert_eq!(empty.viability_percent(true), Err(Unknown::NoFilledSeed));
        assert_eq!(
            Outcome::default().viability_percent(true),
            Err(Unknown::NothingSown)
        );
        assert_eq!(
            Outcome::default().germination_percent(),
            Err(Unknown::NothingSown)
        );
        let more = Outcome {
            sown: 1,
            normal: 2,
            ..Outcome::default()
        };
        assert_eq!(more.germination_percent(), Err(Unknown::MoreThanSown));
    }

    #[test]
    fn no_day_without_germination() {
        let none = daily(50, &[0, 0, 0]);
        is(Ok(germination_percent(&none)), 0.0, 1e-12);
        for index in [peak_percent, peak_day, first_day, last_day, time_spread] {
            assert_eq!(index(&none), Err(Unknown::NothingGerminated));
        }
    }

    proptest! {
        #[test]
        fn living_seeds_are_a_share_of_the_filled_ones(classes in prop::array::uniform8(0u32..1000), alive in any::<bool>()) {
            let [normal, abnormal, fresh, hard, dead, empty, embryoless, infested] = classes;
            let sown = classes.iter().sum();
            let sheet = Outcome { sown, normal, abnormal, fresh, hard, dead, empty, embryoless, infested };
            if let Ok(viability) = sheet.viability_percent(alive) {
                prop_assert!(sheet.germination_percent().unwrap() <= sheet.corrected_percent().unwrap());
                prop_assert!(sheet.corrected_percent().unwrap() <= viability && viability <= 100.0);
            }
        }

        #[test]
        fn the_peak_is_between_the_first_and_the_last(course in courses()) {
            if let Ok(peak) = peak_day(&course) {
                prop_assert!(first_day(&course).unwrap() <= peak && peak <= last_day(&course).unwrap());
                prop_assert!(peak_percent(&course).unwrap() <= germination_percent(&course));
            }
        }
    }
}
