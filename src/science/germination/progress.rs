//! Indices that add up how far germination had gone at each count.
//!
//! Sources: Timson 1965, Nature 207:216, with the modifications of Labouriau & Osborn 1984
//! and of Khan & Ungar 1984; George 1961; Reddy, Metzger & Ching 1985 for the weighted
//! percentage; Melville, Galloway & Goodall 1980 for the index, modified by Ranal & Santana
//! 2006; Shmueli & Goldberg 1971 for the emergence rate index. Checked on germinationmetrics'
//! sample A.
//!
//! Those that go by the rank of a count, and not by its day, need counts at equal intervals:
//! otherwise the same seeds would have another index for having been looked at more often.

use super::course::Course;
use super::percent::germination_percent;
use crate::science::unknown::{Known, Unknown, finite, how_many};

/// Timson's index: `Σ Gᵢ`, Gᵢ being the cumulative percentages of the counts up to a day, in
/// % × counts.
///
/// Domain: counts at equal intervals, the day one of theirs, all of them by default.
///
/// # Errors
/// Counts that are not evenly spaced, or none on that day.
pub fn timson(course: &Course, up_to: Option<f64>) -> Known<f64> {
    george(course, up_to).map(|seeds| course.percent(seeds))
}

/// Labouriau's modification: Timson's index over the percentage germinated by that day,
/// without unit.
///
/// # Errors
/// As [`timson`], or nothing had germinated by then.
pub fn timson_labouriau(course: &Course, up_to: Option<f64>) -> Known<f64> {
    let sum = george(course, up_to)?;
    let last = considered(course, up_to).last().map_or(0.0, |(_, seeds)| seeds);
    if last > 0.0 {
        Ok(sum / last)
    } else {
        Err(Unknown::NothingGerminated)
    }
}

/// Khan and Ungar's modification: Timson's index over the days of the whole test, in % a
/// day.
///
/// # Errors
/// As [`timson`], or the only count was on the day of the sowing.
pub fn timson_khan_ungar(course: &Course, up_to: Option<f64>) -> Known<f64> {
    finite(timson(course, up_to)? / course.last_day()).map_err(|_| Unknown::NoTimePassed)
}

/// George's germination rate: `Σ Nᵢ Kᵢ`, Kᵢ being the counts from this one to the last
/// considered, both included; it is `Σ cᵢ`, in seeds × counts.
///
/// # Errors
/// As [`timson`].
pub fn george(course: &Course, up_to: Option<f64>) -> Known<f64> {
    evenly_spaced(course)?;
    if up_to.is_some_and(|day| course.counts().iter().all(|count| count.day != day)) {
        return Err(Unknown::NoCountThatDay);
    }
    finite(considered(course, up_to).map(|(_, seeds)| seeds).sum())
}

/// Weighted germination percentage, WGP: `100 Σ (n − i + 1) Nᵢ / (n S)` for n counts, in %:
/// the germination percentage when every seed germinates by the first count.
///
/// Domain: counts at equal intervals.
///
/// # Errors
/// Counts that are not evenly spaced.
pub fn weighted_percent(course: &Course) -> Known<f64> {
    finite(timson(course, None)? / how_many(course.counts().len()))
}

/// Mean germination percentage a day: `germination % / t_max`, in % a day.
///
/// # Errors
/// The only count was on the day of the sowing.
pub fn mean_percent(course: &Course) -> Known<f64> {
    finite(germination_percent(course) / course.last_day()).map_err(|_| Unknown::NoTimePassed)
}

/// Mean number of seeds germinated a day: `N / t_max`, in seeds a day.
///
/// # Errors
/// As [`mean_percent`].
pub fn mean_number(course: &Course) -> Known<f64> {
    finite(f64::from(course.germinated()) / course.last_day()).map_err(|_| Unknown::NoTimePassed)
}

/// Shmueli and Goldberg's emergence rate index: `Σ (t_max − tᵢ) Nᵢ`, in seeds × days.
///
/// # Errors
/// Nothing germinated.
pub fn emergence_rate_index(course: &Course) -> Known<f64> {
    course.some_germinated()?;
    let last = course.last_day();
    finite(course.newly().map(|(day, newly)| (last - day) * newly).sum())
}

/// Melville's germination index: `Σ (t_max − tᵢ) Nᵢ / S`, in days.
///
/// # Errors
/// Nothing germinated.
pub fn germination_index(course: &Course) -> Known<f64> {
    emergence_rate_index(course).map(|days| days / f64::from(course.sown()))
}

/// The same over the seeds that germinated: `Σ (t_max − tᵢ) Nᵢ / N`, in days; it is also the
/// emergence rate index as Ranal and Santana modified it.
///
/// # Errors
/// Nothing germinated.
pub fn modified_germination_index(course: &Course) -> Known<f64> {
    Ok(emergence_rate_index(course)? / course.some_germinated()?)
}

/// Cumulative counts up to a day.
fn considered(course: &Course, up_to: Option<f64>) -> impl Iterator<Item = (f64, f64)> {
    course
        .cumulative()
        .filter(move |(day, _)| up_to.is_none_or(|last| *day <= last))
}

/// Whether the counts are as far from one another as the first ones, to a thousandth.
fn evenly_spaced(course: &Course) -> Known<()> {
    let days = || course.counts().iter().map(|count| count.day);
    let mut steps = days().zip(days().skip(1)).map(|(day, next)| next - day);
    let even = steps
        .next()
        .is_none_or(|first| steps.all(|step| (step - first).abs() <= 1e-3 * first));
    if even {
        Ok(())
    } else {
        Err(Unknown::CountsNotEvenlySpaced)
    }
}

#[cfg(test)]
mod tests {
    use super::super::course::Count;
    use super::super::course::samples::{a, courses, daily, from_day, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(timson(&a(), None), 664.0, 1e-12);
        is(timson(&a(), Some(10.0)), 344.0, 1e-12);
        is(timson_labouriau(&a(), None), 8.3, 1e-14);
        is(timson_labouriau(&a(), Some(10.0)), 4.410_256_41, 1e-8);
        is(timson_khan_ungar(&a(), None), 47.428_571_4, 1e-7);
        is(timson_khan_ungar(&a(), Some(10.0)), 24.571_428_6, 1e-7);
        is(george(&a(), None), 332.0, 1e-12);
        is(george(&a(), Some(10.0)), 172.0, 1e-12);
        is(weighted_percent(&a()), 47.428_571_428_571_4, 1e-13);
        is(mean_percent(&a()), 5.714_285_714_285_71, 1e-14);
        is(mean_number(&a()), 2.857_142_857_142_86, 1e-14);
        is(germination_index(&a()), 5.84, 1e-14);
        is(modified_germination_index(&a()), 7.3, 1e-14);
        is(emergence_rate_index(&a()), 292.0, 1e-12);
    }

    #[test]
    fn the_rank_of_a_count_says_nothing_when_they_are_not_even() {
        let count = |day, germinated| Count { day, germinated };
        let uneven = Course::new(50, vec![count(1.0, 3), count(3.0, 3), count(6.0, 1)]).unwrap();
        for index in [timson, timson_labouriau, timson_khan_ungar, george] {
            assert_eq!(index(&uneven, None), Err(Unknown::CountsNotEvenlySpaced));
            assert_eq!(index(&a(), Some(10.5)), Err(Unknown::NoCountThatDay));
        }
        assert_eq!(weighted_percent(&uneven), Err(Unknown::CountsNotEvenlySpaced));
        is(germination_index(&uneven), (15.0 + 9.0) / 50.0, 1e-14);
    }

    #[test]
    fn no_germination_has_no_index_of_days() {
        let none = daily(50, &[0, 0]);
        for index in [
            germination_index,
            modified_germination_index,
            emergence_rate_index,
        ] {
            assert_eq!(index(&none), Err(Unknown::NothingGerminated));
        }
        assert_eq!(timson_labouriau(&none, None), Err(Unknown::NothingGerminated));
        is(timson(&none, None), 0.0, 1e-14);
        is(mean_percent(&none), 0.0, 1e-14);
        assert_eq!(mean_percent(&from_day(0, 50, &[0])), Err(Unknown::NoTimePassed));
        assert_eq!(mean_number(&from_day(0, 50, &[1])), Err(Unknown::NoTimePassed));
        assert_eq!(
            timson_khan_ungar(&from_day(0, 50, &[1]), None),
            Err(Unknown::NoTimePassed)
        );
    }

    proptest! {
        #[test]
        fn weighting_takes_away(newly in prop::collection::vec(0u32..20, 1..30), others in 1u32..50) {
            let course = daily(newly.iter().sum::<u32>() + others, &newly);
            prop_assert!(weighted_percent(&course).unwrap() <= germination_percent(&course) + 1e-9);
        }

        #[test]
        fn an_index_is_at_most_the_days_of_the_test(course in courses()) {
            if let Ok(index) = modified_germination_index(&course) {
                prop_assert!((0.0..=course.last_day()).contains(&index));
                prop_assert!(germination_index(&course).unwrap() <= index);
            }
        }
    }
}
