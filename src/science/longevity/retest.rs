//! When to test a lot again.
//!
//! Source: Genebank Standards for Plant Genetic Resources (FAO 2014), 4.3.3: a third of the
//! time predicted for the viability to fall to 85 % of the initial one, forty years at most;
//! without a prediction ten years, or five for seeds known to live short; 4.3.1: the first test
//! within twelve months of the arrival. Checked on rice kept at 10 % and 5 °C.

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use super::equation::DAYS_PER_YEAR;
use crate::science::unknown::{Known, Unknown};

/// How long seeds are known to live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Longevity {
    /// Known to live short.
    Short,
    /// Known to live long.
    Long,
}

/// The intervals of a bank; those of the standards by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// Share of the predicted time.
    pub share: f64,
    /// Longest interval, years.
    pub longest_years: f64,
    /// Interval of seeds that live short, years.
    pub short_lived_years: f64,
    /// Interval of seeds that live long, years.
    pub long_lived_years: f64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            share: 1.0 / 3.0,
            longest_years: 40.0,
            short_lived_years: 5.0,
            long_lived_years: 10.0,
        }
    }
}

/// Why a lot is to be tested then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RetestReason)]
pub enum Reason {
    /// Its first test.
    NeverTested,
    /// A share of the predicted time.
    ShareOfPrediction,
    /// The longest interval: the share of the predicted time is longer.
    LongestInterval,
    /// No prediction, seeds that live long.
    LongLived,
    /// No prediction, seeds that live short.
    ShortLived,
    /// No prediction and a longevity that is not known: the shorter interval.
    LongevityUnknown,
}

/// When to test a lot again.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Retest {
    /// Day.
    pub date: NaiveDate,
    /// Days from the last test; for the first one, from the arrival of the lot.
    #[schema(example = 1951)]
    pub days: u64,
    /// Why.
    pub reason: Reason,
}

/// The next test after one: `share × days predicted`, no more than the longest interval; when
/// there is no prediction, the interval of the seeds' longevity.
///
/// The days predicted are those until the viability falls to the bank's threshold, by
/// [`days_to`](super::equation::days_to): the shortest when several rows of constants disagree.
///
/// # Errors
/// A viability at or below the threshold already: the lot is to be regenerated, not tested;
/// an interval that is no positive number, or a day beyond the calendar.
pub fn retest(
    last_test: NaiveDate,
    predicted_days: Known<f64>,
    longevity: Option<Longevity>,
    policy: &Policy,
) -> Known<Retest> {
    let (days, reason) = match (predicted_days, longevity) {
        (Err(Unknown::AlreadyBelow), _) => return Err(Unknown::AlreadyBelow),
        (Ok(predicted), _) => {
            let longest = policy.longest_years * DAYS_PER_YEAR;
            let share = policy.share * predicted;
            if share > longest {
                (longest, Reason::LongestInterval)
            } else {
                (share, Reason::ShareOfPrediction)
            }
        }
        (Err(_), Some(Longevity::Long)) => (policy.long_lived_years * DAYS_PER_YEAR, Reason::LongLived),
        (Err(_), Some(Longevity::Short)) => (policy.short_lived_years * DAYS_PER_YEAR, Reason::ShortLived),
        (Err(_), None) => (policy.short_lived_years * DAYS_PER_YEAR, Reason::LongevityUnknown),
    };
    let days = whole_days(days)?;
    let date = last_test
        .checked_add_days(Days::new(days))
        .ok_or(Unknown::DurationOutOfRange)?;
    Ok(Retest { date, days, reason })
}

/// The first test of a lot, so many months after it came.
///
/// # Errors
/// A day beyond the calendar.
pub fn first_test(received: NaiveDate, months: u32) -> Known<Retest> {
    let date = received
        .checked_add_months(Months::new(months))
        .ok_or(Unknown::DurationOutOfRange)?;
    Ok(Retest {
        date,
        days: (date - received).num_days().unsigned_abs(),
        reason: Reason::NeverTested,
    })
}

/// Whole days, rounded down.
fn whole_days(days: f64) -> Known<u64> {
    // Some three million years: the calendar is shorter.
    if (0.0..1e9).contains(&days) {
        Ok(days as u64)
    } else {
        Err(Unknown::DurationOutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::super::constants::by_index;
    use super::super::equation::{Store, Viability, days_to};
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn next(predicted: Known<f64>, longevity: Option<Longevity>) -> Known<(NaiveDate, Reason)> {
        retest(day("2026-01-15"), predicted, longevity, &Policy::default())
            .map(|next| (next.date, next.reason))
    }

    #[test]
    fn a_third_of_what_rice_lasts() {
        let rice = by_index(87).unwrap().coefficients();
        let store = Store::new(10.0, 5.0).unwrap();
        let years = |target| {
            let predicted = days_to(&rice, store, Viability::of(98.0), target);
            let next = retest(day("2026-01-15"), predicted, None, &Policy::default()).unwrap();
            assert_eq!(next.reason, Reason::ShareOfPrediction);
            f64::from(u32::try_from(next.days).unwrap()) / DAYS_PER_YEAR
        };
        assert!((years(85.0) - 5.00).abs() < 0.005);
        assert!((years(0.85 * 98.0) - 5.35).abs() < 0.005);
    }

    #[test]
    fn every_interval_has_its_reason() {
        let forty = day("2026-01-15") + Days::new(14_600);
        assert_eq!(next(Ok(1e6), None), Ok((forty, Reason::LongestInterval)));
        let (five, ten) = (
            day("2026-01-15") + Days::new(1825),
            day("2026-01-15") + Days::new(3650),
        );
        let none = Err(Unknown::NoConstants);
        assert_eq!(next(none, Some(Longevity::Long)), Ok((ten, Reason::LongLived)));
        assert_eq!(next(none, Some(Longevity::Short)), Ok((five, Reason::ShortLived)));
        assert_eq!(next(none, None), Ok((five, Reason::LongevityUnknown)));
        assert_eq!(
            next(Ok(0.0), None),
            Ok((day("2026-01-15"), Reason::ShareOfPrediction))
        );
    }

    #[test]
    fn a_lot_below_the_threshold_is_not_tested_but_regenerated() {
        assert_eq!(
            next(Err(Unknown::AlreadyBelow), Some(Longevity::Long)),
            Err(Unknown::AlreadyBelow)
        );
        assert_eq!(next(Ok(f64::NAN), None), Err(Unknown::DurationOutOfRange));
        assert_eq!(next(Ok(-1.0), None), Err(Unknown::DurationOutOfRange));
        let late = retest(NaiveDate::MAX, Ok(900.0), None, &Policy::default());
        assert_eq!(late, Err(Unknown::DurationOutOfRange));
    }

    #[test]
    fn the_first_test_is_within_months_of_the_arrival() {
        let first = first_test(day("2024-02-29"), 12).unwrap();
        assert_eq!(
            (first.date, first.days, first.reason),
            (day("2025-02-28"), 365, Reason::NeverTested)
        );
        assert_eq!(first_test(NaiveDate::MAX, 1), Err(Unknown::DurationOutOfRange));
    }

    proptest! {
        #[test]
        fn it_is_never_later_than_the_longest_interval(predicted in 0f64..1e8) {
            let next = retest(day("2026-01-15"), Ok(predicted), None, &Policy::default()).unwrap();
            prop_assert!(next.days <= 14_600);
        }

        #[test]
        fn nothing_panics(predicted in any::<f64>(), numbers in prop::array::uniform4(any::<f64>())) {
            let [share, longest_years, short_lived_years, long_lived_years] = numbers;
            let policy = Policy { share, longest_years, short_lived_years, long_lived_years };
            let _ = retest(day("2026-01-15"), Ok(predicted), None, &policy);
            let _ = retest(day("2026-01-15"), Err(Unknown::NoConstants), None, &policy);
        }
    }
}
