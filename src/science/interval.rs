//! Between which values a proportion lies, from `x` seeds out of `n`.
//!
//! Domain: seeds that do not depend on one another, 0 ≤ x ≤ n, n ≥ 1, any confidence
//! strictly between 0 and 1. Seeds of a dish that are more alike than those of another make
//! the true interval wider: see [`tolerance`](super::tolerance).
//!
//! Sources: Wilson 1927, J. Am. Stat. Assoc. 22:209; Clopper & Pearson 1934, Biometrika
//! 26:404; both as methods 3 and 5 of Newcombe 1998, Statistics in Medicine 17:857.

use serde::Serialize;
use utoipa::ToSchema;

use super::distribution::{LARGEST, beta_quantile, confidence, two_sided_z};
use super::unknown::{Known, Unknown, proportion};

/// A lower and an upper limit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Interval {
    /// Lower limit.
    #[schema(example = 0.6696)]
    pub low: f64,
    /// Upper limit.
    #[schema(example = 0.8876)]
    pub high: f64,
}

impl Interval {
    /// Whether a value is in it, limits included.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// What a test says of a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The proportion is above the threshold, at this confidence.
    Above,
    /// It is below.
    Below,
    /// The test is too small to tell.
    Undecided,
}

/// Wilson's score interval, as proportions:
/// `(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`.
///
/// The one to show: its mean coverage is the confidence asked for.
///
/// # Errors
/// No seed, more than there are, or a confidence that is not one.
pub fn wilson(x: u32, n: u32, level: f64) -> Known<Interval> {
    let share = share(x, n)?;
    wilson_of(share, f64::from(n), level)
}

/// The same of a share that comes from `n` seeds in effect, which need not be whole: what
/// the bands of [`survival`](super::survival) and [`emergence`](super::emergence) take.
pub(super) fn wilson_of(share: f64, n: f64, level: f64) -> Known<Interval> {
    let share = proportion(share)?;
    if !(n.is_finite() && n > 0.0) {
        return Err(Unknown::NotEnoughInformation);
    }
    let z = two_sided_z(level)?;
    let z2 = z * z / n;
    let centre = share + z2 / 2.0;
    let half = (z2 * (share * (1.0 - share) + z2 / 4.0)).sqrt();
    // The limits are those of a proportion, and hold the estimate, whatever the rounding.
    Ok(Interval {
        low: ((centre - half) / (1.0 + z2)).clamp(0.0, share),
        high: ((centre + half) / (1.0 + z2)).clamp(share, 1.0),
    })
}

/// Clopper and Pearson's exact interval, as proportions: the values whose binomial gives `x`
/// or more, and `x` or fewer, with half of what the confidence leaves out:
/// `B(α/2; x, n−x+1)` and `B(1−α/2; x+1, n−x)`.
///
/// Never less sure than the confidence asked for, so wider than Wilson's: the one for a
/// decision.
///
/// # Errors
/// As [`wilson`], or there are more than ten million seeds.
pub fn clopper_pearson(x: u32, n: u32, level: f64) -> Known<Interval> {
    share(x, n)?;
    if f64::from(n) > LARGEST {
        return Err(Unknown::TooManySeeds);
    }
    let outside = (1.0 - confidence(level)?) / 2.0;
    let (germinated, others) = (f64::from(x), f64::from(n.saturating_sub(x)));
    let low = if x == 0 {
        0.0
    } else {
        beta_quantile(germinated, others + 1.0, outside)?
    };
    let high = if x == n {
        1.0
    } else {
        beta_quantile(germinated + 1.0, others, 1.0 - outside)?
    };
    Ok(Interval { low, high })
}

/// Whether the true proportion is above or below a threshold: the two sides of
/// [`clopper_pearson`].
///
/// # Errors
/// As [`clopper_pearson`], or the threshold is not a proportion.
pub fn verdict(x: u32, n: u32, threshold: f64, level: f64) -> Known<Verdict> {
    let threshold = proportion(threshold)?;
    let interval = clopper_pearson(x, n, level)?;
    Ok(if interval.low > threshold {
        Verdict::Above
    } else if interval.high < threshold {
        Verdict::Below
    } else {
        Verdict::Undecided
    })
}

fn share(x: u32, n: u32) -> Known<f64> {
    match n {
        0 => Err(Unknown::NothingSown),
        _ if x > n => Err(Unknown::MoreThanSown),
        _ => Ok(f64::from(x) / f64::from(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// To half of the last digit printed.
    #[track_caller]
    fn is(interval: Known<Interval>, (low, high): (f64, f64), printed: f64) {
        let interval = interval.unwrap();
        assert!(
            (interval.low - low).abs() <= printed * 0.5001,
            "{interval:?} is not {low}"
        );
        assert!(
            (interval.high - high).abs() <= printed * 0.5001,
            "{interval:?} is not {high}"
        );
    }

    #[test]
    fn newcombe_s_table() {
        is(wilson(15, 148, 0.95), (0.0624, 0.1605), 1e-4);
        is(clopper_pearson(15, 148, 0.95), (0.0578, 0.1617), 1e-4);
        is(wilson(0, 20, 0.95), (0.0, 0.1611), 1e-4);
        is(clopper_pearson(0, 20, 0.95), (0.0, 0.1684), 1e-4);
        is(wilson(1, 29, 0.95), (0.0061, 0.1718), 1e-4);
        is(clopper_pearson(1, 29, 0.95), (0.0009, 0.1776), 1e-4);
    }

    #[test]
    fn intervals_of_germination_tests() {
        is(wilson(40, 50, 0.95), (0.669_629, 0.887_562), 1e-6);
        is(clopper_pearson(40, 50, 0.95), (0.662_817, 0.899_698), 1e-6);
        is(wilson(85, 100, 0.95), (0.767_164, 0.906_940), 1e-6);
        is(clopper_pearson(85, 100, 0.95), (0.764_692, 0.913_546), 1e-6);
        is(wilson(0, 50, 0.95), (0.0, 0.071_348), 1e-6);
        is(clopper_pearson(0, 50, 0.95), (0.0, 0.071_122), 1e-6);
    }

    #[test]
    fn a_small_test_does_not_decide() {
        assert_eq!(verdict(19, 20, 0.85, 0.95), Ok(Verdict::Undecided));
        assert_eq!(verdict(95, 100, 0.85, 0.95), Ok(Verdict::Above));
        assert_eq!(verdict(62, 100, 0.85, 0.95), Ok(Verdict::Below));
    }

    #[test]
    fn nothing_is_known_of_no_seed() {
        assert_eq!(wilson(0, 0, 0.95), Err(Unknown::NothingSown));
        assert_eq!(clopper_pearson(3, 2, 0.95), Err(Unknown::MoreThanSown));
        assert_eq!(wilson(1, 2, 1.0), Err(Unknown::ConfidenceOutOfRange));
        assert_eq!(verdict(1, 2, 85.0, 0.95), Err(Unknown::ProportionOutOfRange));
    }

    fn tests() -> impl Strategy<Value = (u32, u32)> {
        (1u32..20_000).prop_flat_map(|n| (0..=n, Just(n)))
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_estimate((x, n) in tests(), level in 0.01f64..0.999) {
            for interval in [wilson(x, n, level).unwrap(), clopper_pearson(x, n, level).unwrap()] {
                prop_assert!(interval.contains(f64::from(x) / f64::from(n)), "{:?}", interval);
                prop_assert!(interval.low >= 0.0 && interval.high <= 1.0);
            }
        }

        #[test]
        fn more_seeds_at_the_same_proportion_say_more((x, n) in tests(), times in 2u32..20, level in 0.5f64..0.999) {
            let width = |of: fn(u32, u32, f64) -> Known<Interval>, times: u32| {
                of(x * times, n * times, level).map(|i| i.high - i.low).unwrap()
            };
            prop_assert!(width(wilson, times) < width(wilson, 1));
            prop_assert!(width(clopper_pearson, times) < width(clopper_pearson, 1));
        }

        #[test]
        fn more_confidence_is_a_wider_interval((x, n) in tests(), level in 0.5f64..0.99) {
            let (narrow, wide) = (wilson(x, n, level).unwrap(), wilson(x, n, level + 0.009).unwrap());
            prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high);
        }

        #[test]
        fn nothing_panics(x in any::<u32>(), n in any::<u32>(), level in any::<f64>(), threshold in any::<f64>()) {
            for interval in [wilson(x, n, level), clopper_pearson(x, n, level)].into_iter().flatten() {
                prop_assert!(interval.low.is_finite() && interval.high.is_finite());
            }
            let _ = verdict(x, n, threshold, level);
        }
    }
}
