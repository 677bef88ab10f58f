//! Days until half of the seeds that germinate have germinated, T50, by interpolating between
//! two counts.
//!
//! Sources: Coolbear et al. 1984, J. Exp. Bot. 35:1609; Farooq et al. 2005, J. Integr. Plant
//! Biol. 47:187. Checked on germinationmetrics' samples, with a known divergence: that
//! package passes over a count that is the target exactly, and interpolates between the two
//! around it, which gives 6.33 for the first sample whose median is 6 days.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::course::Course;
use crate::science::unknown::{Known, Unknown, finite};

/// Which seed is the median one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Median {
    /// The seed (N + 1) / 2 (Coolbear).
    Coolbear,
    /// The seed N / 2 (Farooq).
    Farooq,
}

/// T50: `tᵢ + (target − cᵢ)(tⱼ − tᵢ) / (cⱼ − cᵢ)`, in days, where `cᵢ < target ≤ cⱼ` are the
/// cumulative counts around the target; the sowing is a count of nothing on day 0.
///
/// Domain: any days. The interpolation takes seeds to germinate evenly between two counts.
///
/// # Errors
/// Nothing germinated.
pub fn median_time(course: &Course, median: Median) -> Known<f64> {
    let germinated = course.some_germinated()?;
    let target = match median {
        Median::Coolbear => f64::midpoint(germinated, 1.0),
        Median::Farooq => germinated / 2.0,
    };
    let sowing = std::iter::once((0.0, 0.0));
    sowing
        .chain(course.cumulative())
        .zip(course.cumulative())
        .find(|(_, (_, count))| *count >= target)
        .map(|((before, fewer), (day, count))| before + (target - fewer) * (day - before) / (count - fewer))
        .ok_or(Unknown::NothingGerminated)
}

/// Rate as the reciprocal of T50: `1 / T50`, per day (Went 1957; Labouriau 1983).
///
/// # Errors
/// Nothing germinated, or half of it had on the day of the sowing.
pub fn reciprocal(course: &Course, median: Median) -> Known<f64> {
    finite(1.0 / median_time(course, median)?).map_err(|_| Unknown::GerminatedAtSowing)
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, courses, daily, from_day, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(median_time(&a(), Median::Coolbear), 5.970_588_235_294_12, 1e-14);
        is(median_time(&a(), Median::Farooq), 5.941_176_470_588_24, 1e-14);
        is(reciprocal(&a(), Median::Coolbear), 0.167_487_684_729_064, 1e-15);
        is(reciprocal(&a(), Median::Farooq), 0.168_316_831_683_168, 1e-15);
    }

    /// The count of day 6 is the target: T50 is 6 days. The published value passes over it.
    #[test]
    fn a_count_that_is_the_target_is_the_median() {
        for (sown, newly, median, published) in [
            (
                48,
                [0, 0, 0, 2, 3, 18, 9, 8, 2, 1, 1, 1, 0, 0],
                Median::Coolbear,
                6.333_333,
            ),
            (
                51,
                [0, 0, 0, 0, 4, 19, 12, 6, 2, 1, 1, 1, 0, 0],
                Median::Farooq,
                6.225_806,
            ),
            (
                52,
                [0, 0, 0, 1, 3, 19, 10, 8, 1, 1, 1, 1, 0, 0],
                Median::Coolbear,
                6.310_345,
            ),
            (
                48,
                [0, 0, 0, 0, 4, 17, 10, 8, 1, 1, 1, 0, 0, 0],
                Median::Farooq,
                6.259_259,
            ),
        ] {
            let course = daily(sown, &newly);
            is(median_time(&course, median), 6.0, 1e-14);
            is(Ok(passing_over(&course, median)), published, 1e-6);
        }
    }

    /// What the package does: the nearest counts strictly below and above the target.
    fn passing_over(course: &Course, median: Median) -> f64 {
        let germinated = f64::from(course.germinated());
        let target = if median == Median::Coolbear {
            (germinated + 1.0) / 2.0
        } else {
            germinated / 2.0
        };
        let (before, fewer) = course
            .cumulative()
            .filter(|(_, count)| *count < target)
            .last()
            .unwrap();
        let (day, count) = course.cumulative().find(|(_, count)| *count > target).unwrap();
        before + (target - fewer) * (day - before) / (count - fewer)
    }

    #[test]
    fn the_first_count_is_reached_from_the_sowing() {
        is(
            median_time(&from_day(0, 50, &[0, 50]), Median::Farooq),
            0.5,
            1e-14,
        );
        is(median_time(&daily(50, &[50]), Median::Farooq), 0.5, 1e-14);
        is(median_time(&daily(50, &[0, 1]), Median::Coolbear), 2.0, 1e-14);
    }

    #[test]
    fn there_is_none_without_germination() {
        let none = daily(50, &[0, 0, 0]);
        assert_eq!(
            median_time(&none, Median::Farooq),
            Err(Unknown::NothingGerminated)
        );
        assert_eq!(reciprocal(&none, Median::Farooq), Err(Unknown::NothingGerminated));
        assert_eq!(
            reciprocal(&from_day(0, 50, &[50]), Median::Farooq),
            Err(Unknown::GerminatedAtSowing)
        );
    }

    proptest! {
        #[test]
        fn it_is_within_the_days_observed(course in courses()) {
            for median in [Median::Coolbear, Median::Farooq] {
                if let Ok(days) = median_time(&course, median) {
                    prop_assert!((0.0..=course.last_day()).contains(&days));
                }
            }
        }

        #[test]
        fn half_of_a_seed_later_is_later(course in courses()) {
            if let (Ok(coolbear), Ok(farooq)) =
                (median_time(&course, Median::Coolbear), median_time(&course, Median::Farooq))
            {
                prop_assert!(farooq <= coolbear);
            }
        }
    }
}
