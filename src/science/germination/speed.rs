//! Speed of germination: seeds, or percent, a day.
//!
//! Sources: Maguire 1962, Crop Sci. 2:176 (also AOSA's germination rate index, GRI);
//! Bradbeer 1988 for the accumulated speed; Evetts & Burnside 1972, Weed Sci. 20:371, for the
//! corrected one; Bilbro & Wanjura 1982 and Fakorede & Ayoola 1980 for the rates of emergence.
//! Checked on germinationmetrics' sample A.
//!
//! Domain: any days after that of the sowing.

use super::course::Course;
use super::mean_time::mean_time;
use super::percent::germination_percent;
use crate::science::unknown::{Known, Unknown, finite};

/// Maguire's speed, or germination rate index: `Σ Nᵢ / tᵢ`, in seeds a day.
///
/// # Errors
/// Nothing germinated, or seeds had when they were sown.
pub fn speed(course: &Course) -> Known<f64> {
    course.some_germinated()?;
    quotients(course.newly())
}

/// The same with percentages of the seeds sown: `Σ (100 Nᵢ / S) / tᵢ`, in % a day.
///
/// # Errors
/// As [`speed`].
pub fn speed_percent(course: &Course) -> Known<f64> {
    speed(course).map(|seeds| course.percent(seeds))
}

/// Accumulated speed: `Σ cᵢ / tᵢ`, in seeds a day.
///
/// It grows with the number of counts: compare tests counted on the same days.
///
/// # Errors
/// As [`speed`].
pub fn accumulated_speed(course: &Course) -> Known<f64> {
    course.some_germinated()?;
    quotients(course.cumulative())
}

/// The same with percentages: `Σ (100 cᵢ / S) / tᵢ`, in % a day.
///
/// # Errors
/// As [`speed`].
pub fn accumulated_speed_percent(course: &Course) -> Known<f64> {
    accumulated_speed(course).map(|seeds| course.percent(seeds))
}

/// Corrected speed: the speed in percent over the final germination percentage, which is
/// `Σ Nᵢ / tᵢ / N`, per day: tests that germinated differently can be compared.
///
/// # Errors
/// As [`speed`].
pub fn corrected_speed(course: &Course) -> Known<f64> {
    Ok(speed(course)? / course.some_germinated()?)
}

/// The accumulated speed corrected in the same way, per day.
///
/// # Errors
/// As [`speed`].
pub fn corrected_accumulated_speed(course: &Course) -> Known<f64> {
    Ok(accumulated_speed(course)? / course.some_germinated()?)
}

/// Bilbro and Wanjura's rate of emergence: `N / MGT`, in seeds a day.
///
/// # Errors
/// Nothing germinated, or every seed had when it was sown.
pub fn emergence_rate(course: &Course) -> Known<f64> {
    finite(course.some_germinated()? / mean_time(course)?).map_err(|_| Unknown::GerminatedAtSowing)
}

/// Fakorede's index of emergence: `MGT / (germination % / 100)`, in days: the fewer seeds
/// germinate, and the later, the higher it is.
///
/// # Errors
/// Nothing germinated.
pub fn emergence_delay(course: &Course) -> Known<f64> {
    finite(mean_time(course)? / (germination_percent(course) / 100.0))
}

/// Sum of numbers of seeds over days; a day without seeds adds nothing, even that of sowing.
fn quotients(seeds: impl Iterator<Item = (f64, f64)>) -> Known<f64> {
    let sum: f64 = seeds
        .filter(|(_, seeds)| *seeds > 0.0)
        .map(|(day, seeds)| seeds / day)
        .sum();
    finite(sum).map_err(|_| Unknown::GerminatedAtSowing)
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, courses, daily, from_day, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(speed(&a()), 6.138_924_963_924_96, 1e-14);
        is(speed_percent(&a()), 12.277_849_927_849_9, 1e-13);
        is(accumulated_speed(&a()), 34.615_667_665_667_7, 1e-13);
        is(accumulated_speed_percent(&a()), 69.231_335_331_335_3, 1e-13);
        is(corrected_speed(&a()), 0.153_473_124_098_124, 1e-15);
        is(corrected_accumulated_speed(&a()), 0.865_391_691_641_692, 1e-14);
        is(emergence_rate(&a()), 5.970_149_253_731_34, 1e-14);
        is(emergence_delay(&a()), 8.375, 1e-14);
    }

    #[test]
    fn a_seed_that_had_germinated_has_no_speed() {
        let indices = [
            speed,
            speed_percent,
            accumulated_speed,
            accumulated_speed_percent,
            corrected_speed,
            corrected_accumulated_speed,
            emergence_rate,
        ];
        for index in indices {
            assert_eq!(index(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
            assert_eq!(index(&from_day(0, 50, &[2, 0])), Err(Unknown::GerminatedAtSowing));
        }
        assert_eq!(
            emergence_delay(&daily(50, &[0, 0])),
            Err(Unknown::NothingGerminated)
        );
        // Nothing on the day of the sowing is no trouble.
        is(speed(&from_day(0, 50, &[0, 4])), 4.0, 1e-14);
    }

    proptest! {
        #[test]
        fn the_accumulated_speed_is_the_higher(course in courses()) {
            if let (Ok(speed), Ok(accumulated)) = (speed(&course), accumulated_speed(&course)) {
                prop_assert!(speed <= accumulated * (1.0 + 1e-12));
                prop_assert!(emergence_rate(&course).unwrap() <= speed * (1.0 + 1e-9), "harmonic and arithmetic means");
            }
        }
    }
}
