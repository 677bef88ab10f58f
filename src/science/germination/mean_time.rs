//! Mean days to germination, how much seeds differ, and the rates that follow.
//!
//! Sources: Orchard 1977, Seed Sci. Technol. 5:61; Ellis & Roberts 1981, Seed Sci. Technol.
//! 9:373; Kotowski 1926, Proc. Am. Soc. Hortic. Sci. 23:176; Labouriau 1983 and Ranal &
//! Santana 2006, Rev. Bras. Bot. 29:1, for the variances. Checked on germinationmetrics'
//! samples and GerminaR's `prosopis`.
//!
//! Domain: any days. A seed counts as germinated on the day it was found so: rare counts make
//! every mean late.

use super::course::Course;
use crate::science::unknown::{Known, Unknown, finite};

/// Mean germination time, MGT: `Σ Nᵢ tᵢ / N`, in days.
///
/// # Errors
/// Nothing germinated.
pub fn mean_time(course: &Course) -> Known<f64> {
    let germinated = course.some_germinated()?;
    let days: f64 = course.newly().map(|(day, newly)| day * newly).sum();
    finite(days / germinated)
}

/// Variance of the germination time: `Σ Nᵢ (tᵢ − MGT)² / (N − 1)`, in days².
///
/// # Errors
/// Nothing germinated, or one seed.
pub fn variance(course: &Course) -> Known<f64> {
    let others = course.some_germinated()? - 1.0;
    if others < 1.0 {
        return Err(Unknown::OneSeedGerminated);
    }
    finite(squares(course)? / others)
}

/// Standard deviation of the germination time: `√variance`, in days.
///
/// # Errors
/// As [`variance`].
pub fn standard_deviation(course: &Course) -> Known<f64> {
    variance(course).map(f64::sqrt)
}

/// Standard error of the mean germination time: `s / √N`, in days.
///
/// # Errors
/// As [`variance`].
pub fn standard_error(course: &Course) -> Known<f64> {
    Ok(standard_deviation(course)? / course.some_germinated()?.sqrt())
}

/// Coefficient of variation of the germination time, CVt: `s / MGT`, without unit; GerminaR
/// gives a hundred times it.
///
/// # Errors
/// As [`variance`], or every seed had germinated when it was sown.
pub fn coefficient_of_variation(course: &Course) -> Known<f64> {
    Ok(standard_deviation(course)? * mean_rate(course)?)
}

/// Mean germination rate, MGR: `1 / MGT`, per day.
///
/// # Errors
/// Nothing germinated, or every seed had when it was sown.
pub fn mean_rate(course: &Course) -> Known<f64> {
    finite(1.0 / mean_time(course)?).map_err(|_| Unknown::GerminatedAtSowing)
}

/// Kotowski's coefficient of velocity, CVG: `100 Σ Nᵢ / Σ Nᵢ tᵢ = 100 / MGT`, in % per day;
/// `GSP` of GerminaR.
///
/// # Errors
/// As [`mean_rate`].
pub fn velocity(course: &Course) -> Known<f64> {
    mean_rate(course).map(|rate| 100.0 * rate)
}

/// Variance of the germination rate: `variance × MGR⁴`, per day².
///
/// # Errors
/// As [`coefficient_of_variation`].
pub fn rate_variance(course: &Course) -> Known<f64> {
    finite(variance(course)? * mean_rate(course)?.powi(4))
}

/// Standard error of the germination rate: `√(rate variance / N)`, per day.
///
/// # Errors
/// As [`coefficient_of_variation`].
pub fn rate_standard_error(course: &Course) -> Known<f64> {
    Ok((rate_variance(course)? / course.some_germinated()?).sqrt())
}

/// `Σ Nᵢ (tᵢ − MGT)²`, in days².
pub(super) fn squares(course: &Course) -> Known<f64> {
    let mean = mean_time(course)?;
    finite(
        course
            .newly()
            .map(|(day, newly)| newly * (day - mean).powi(2))
            .sum(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, courses, daily, from_day, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(mean_time(&a()), 6.7, 1e-14);
        is(variance(&a()), 1.446_153_846_153_85, 1e-14);
        is(standard_error(&a()), 0.190_141_647_604_743, 1e-15);
        is(coefficient_of_variation(&a()), 0.179_486_771_488_981, 1e-15);
        is(mean_rate(&a()), 0.149_253_731_343_284, 1e-15);
        is(velocity(&a()), 14.925_373_134_328_4, 1e-13);
        is(rate_variance(&a()), 0.000_717_654_291_368_627, 1e-18);
        is(rate_standard_error(&a()), 0.004_235_723_938_622_02, 1e-17);
    }

    #[test]
    fn what_one_seed_does_not_tell() {
        let one = daily(50, &[0, 1]);
        is(mean_time(&one), 2.0, 1e-14);
        for index in [
            variance,
            standard_deviation,
            standard_error,
            coefficient_of_variation,
            rate_variance,
            rate_standard_error,
        ] {
            assert_eq!(index(&one), Err(Unknown::OneSeedGerminated));
            assert_eq!(index(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
        }
        for index in [mean_rate, velocity] {
            assert_eq!(index(&from_day(0, 50, &[2])), Err(Unknown::GerminatedAtSowing));
            assert_eq!(index(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
        }
    }

    proptest! {
        #[test]
        fn the_mean_is_between_the_first_and_the_last(course in courses()) {
            if let Ok(mean) = mean_time(&course) {
                let days: Vec<f64> = course.newly().filter(|(_, newly)| *newly > 0.0).map(|(day, _)| day).collect();
                prop_assert!(days[0] * (1.0 - 1e-12) <= mean && mean <= days[days.len() - 1] * (1.0 + 1e-12));
            }
        }

        #[test]
        fn the_same_seeds_later_differ_as_much(course in courses(), later in 0.1f64..100.0) {
            let moved = course.counts().iter().map(|c| super::super::Count { day: c.day + later, ..*c }).collect();
            let moved = Course::new(course.sown(), moved).unwrap();
            if let (Ok(before), Ok(after)) = (variance(&course), variance(&moved)) {
                prop_assert!((before - after).abs() <= 1e-6 * before.max(1.0));
                prop_assert!((mean_time(&moved).unwrap() - mean_time(&course).unwrap() - later).abs() < 1e-6);
            }
        }
    }
}
