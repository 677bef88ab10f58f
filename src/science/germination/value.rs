//! Peak value and germination value: speed and completeness in one number.
//!
//! Sources: Czabator 1962, Forest Sci. 8:386; Djavanshir & Pourbeik 1976, Silvae Genet.
//! 25:79. Checked on the vignette of germinationmetrics, sample B; the values 2.375 and 3.62
//! of that package's own tests are wrong, and its tolerance lets any value pass.

use super::course::Course;
use super::progress::mean_percent;
use crate::science::unknown::{Known, Unknown, finite};

/// The constant of Djavanshir and Pourbeik when less than 10 % germinate a day on average;
/// they take 7 or 8 above.
pub const DJAVANSHIR_POURBEIK: f64 = 10.0;

/// Czabator's peak value, PV: `max(Gᵢ / tᵢ)`, Gᵢ being cumulative percentages, in % a day.
///
/// # Errors
/// Nothing germinated, or seeds had when they were sown.
pub fn peak_value(course: &Course) -> Known<f64> {
    daily_speeds(course).map(|speeds| speeds.iter().map(|(speed, _)| *speed).fold(0.0, f64::max))
}

/// Czabator's germination value, GV: `PV × germination % / t_max`, in (% a day)².
///
/// # Errors
/// As [`peak_value`].
pub fn czabator(course: &Course) -> Known<f64> {
    finite(peak_value(course)? * mean_percent(course)?)
}

/// Djavanshir and Pourbeik's germination value: the highest, over the counts, of the mean of
/// the daily speeds so far by the cumulative proportion by a constant,
/// `max((Σ Gⱼ / tⱼ) / i × Gᵢ / 100 × k)`, in % a day, from the first germination on.
///
/// # Errors
/// As [`peak_value`], or a constant that is not a positive number.
pub fn djavanshir_pourbeik(course: &Course, constant: f64) -> Known<f64> {
    let first = daily_speeds(course)?
        .into_iter()
        .skip_while(|(speed, _)| *speed <= 0.0);
    highest(first, constant)
}

/// The same over every count of the test, those before the first germination included.
///
/// # Errors
/// As [`djavanshir_pourbeik`].
pub fn djavanshir_pourbeik_modified(course: &Course, constant: f64) -> Known<f64> {
    highest(daily_speeds(course)?.into_iter(), constant)
}

/// Of every count, its daily speed `Gᵢ / tᵢ` and its cumulative proportion.
fn daily_speeds(course: &Course) -> Known<Vec<(f64, f64)>> {
    course.some_germinated()?;
    let speed = |(day, seeds): (f64, f64)| {
        let percent = course.percent(seeds);
        let speed = if seeds > 0.0 { percent / day } else { 0.0 };
        finite(speed)
            .map(|speed| (speed, percent / 100.0))
            .map_err(|_| Unknown::GerminatedAtSowing)
    };
    course.cumulative().map(speed).collect()
}

fn highest(speeds: impl Iterator<Item = (f64, f64)>, constant: f64) -> Known<f64> {
    if !(constant.is_finite() && constant > 0.0) {
        return Err(Unknown::NumberOutOfRange);
    }
    let mut sum = 0.0;
    let mut counts = 0.0;
    let values = speeds.map(|(speed, proportion)| {
        sum += speed;
        counts += 1.0;
        sum / counts * proportion * constant
    });
    finite(values.fold(0.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{b, courses, daily, from_day, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_b() {
        is(peak_value(&b()), 9.5, 1e-14);
        is(czabator(&b()), 38.95, 1e-13);
        is(djavanshir_pourbeik(&b(), DJAVANSHIR_POURBEIK), 53.365_95, 1e-5);
        is(
            djavanshir_pourbeik_modified(&b(), DJAVANSHIR_POURBEIK),
            46.695_2,
            1e-4,
        );
    }

    #[test]
    fn what_cannot_be_known() {
        for index in [
            peak_value,
            czabator,
            |c: &Course| djavanshir_pourbeik(c, 10.0),
            |c: &Course| djavanshir_pourbeik_modified(c, 10.0),
        ] {
            assert_eq!(index(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
            assert_eq!(index(&from_day(0, 50, &[1, 0])), Err(Unknown::GerminatedAtSowing));
        }
        assert_eq!(
            djavanshir_pourbeik(&b(), f64::NAN),
            Err(Unknown::NumberOutOfRange)
        );
        assert_eq!(
            djavanshir_pourbeik_modified(&b(), 0.0),
            Err(Unknown::NumberOutOfRange)
        );
    }

    proptest! {
        #[test]
        fn days_without_germination_lower_the_value(course in courses()) {
            if let Ok(value) = djavanshir_pourbeik(&course, 10.0) {
                prop_assert!(djavanshir_pourbeik_modified(&course, 10.0).unwrap() <= value * (1.0 + 1e-12));
            }
        }

        #[test]
        fn the_peak_is_at_least_the_mean(course in courses()) {
            if let Ok(peak) = peak_value(&course) {
                prop_assert!(peak >= mean_percent(&course).unwrap() * (1.0 - 1e-12));
            }
        }
    }
}
