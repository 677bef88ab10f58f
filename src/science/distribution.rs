//! The distributions that the other files use, as functions that take any number: those of
//! statrs panic outside their domain, and its quantiles of Beta and of Student can search
//! for ever in the tails. Theirs are found here by bisection.

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};
use statrs::function::beta::checked_beta_reg;

use super::unknown::{Known, Unknown, finite, proportion};

/// Above it statrs is right to fewer than ten digits.
pub(super) const LARGEST: f64 = 1e7;

/// A confidence: a probability strictly between 0 and 1.
pub(super) fn confidence(value: f64) -> Known<f64> {
    if value > 0.0 && value < 1.0 {
        Ok(value)
    } else {
        Err(Unknown::ConfidenceOutOfRange)
    }
}

/// Probability that a standard normal deviate is at most `z`.
pub(super) fn normal(z: f64) -> Known<f64> {
    finite(z).map(|z| Normal::standard().cdf(z))
}

/// The standard normal deviate that has this probability below it, strictly between 0 and 1.
pub(super) fn normal_quantile(probability: f64) -> Known<f64> {
    let probability = confidence(probability).map_err(|_| Unknown::ProportionOutOfRange)?;
    let quantile = Normal::standard().try_inverse_cdf(probability);
    quantile
        .map_err(|_| Unknown::ProportionOutOfRange)
        .and_then(finite)
}

/// The deviate that leaves half of what a confidence leaves out above it: 1.96 for 0.95.
pub(super) fn two_sided_z(level: f64) -> Known<f64> {
    confidence(level)
        .and_then(|level| normal_quantile(0.5 + level / 2.0))
        .map_err(|_| Unknown::ConfidenceOutOfRange)
}

/// The same with Student's distribution, which is normal to six digits above 100 000 degrees.
pub(super) fn two_sided_t(level: f64, degrees: f64) -> Known<f64> {
    let z = two_sided_z(level)?;
    if degrees > 100_000.0 {
        return Ok(z);
    }
    // t² = v (1 − y) / y, y having the Beta that corresponds.
    let y = beta_quantile(degrees / 2.0, 0.5, 1.0 - level).map_err(|_| Unknown::OneSample)?;
    finite((degrees * (1.0 - y) / y).sqrt())
}

/// Probability that a χ² is above this one.
pub(super) fn chi_squared_above(value: f64, degrees: f64) -> Known<f64> {
    // The largest χ² is the number of seeds, the most degrees that of dishes.
    if !((0.0..=LARGEST).contains(&value) && degrees <= LARGEST) {
        return Err(Unknown::NumberOutOfRange);
    }
    ChiSquared::new(degrees)
        .map(|law| law.sf(value))
        .map_err(|_| Unknown::OneSample)
        .and_then(finite)
}

/// The number between 0 and 1 that a Beta has this probability below.
pub(super) fn beta_quantile(a: f64, b: f64, probability: f64) -> Known<f64> {
    if !(a > 0.0 && a <= LARGEST && b > 0.0 && b <= LARGEST) {
        return Err(Unknown::NumberOutOfRange);
    }
    let probability = proportion(probability)?;
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle: f64 = 0.5 * (low + high);
        if middle <= low || high <= middle {
            return Ok(middle);
        }
        let below = checked_beta_reg(a, b, middle).map_err(|_| Unknown::NumberOutOfRange)?;
        if below < probability {
            low = middle;
        } else {
            high = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(value: Known<f64>, expected: f64, tolerance: f64) {
        let value = value.unwrap();
        assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
    }

    #[test]
    fn quantiles_are_the_published_ones() {
        near(two_sided_z(0.95), 1.959_963_984_540_054, 1e-12);
        near(normal_quantile(0.98), 2.053_748_910_631_823, 1e-12);
        for (degrees, expected) in [
            (1.0, 12.7062),
            (4.0, 2.7764),
            (7.0, 2.3646),
            (30.0, 2.0423),
            (99.0, 1.9842),
        ] {
            near(two_sided_t(0.95, degrees), expected, 5e-5);
        }
        near(two_sided_t(0.95, 1e6), 1.959_966, 5e-6);
        near(chi_squared_above(9.5, 3.0), 0.023_331_360, 1e-8);
        near(beta_quantile(1.0, 20.0, 0.975), 0.168_433_471, 1e-9);
    }

    #[test]
    fn what_is_outside_is_refused() {
        for level in [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(two_sided_z(level), Err(Unknown::ConfidenceOutOfRange));
        }
        assert_eq!(normal(f64::NAN), Err(Unknown::NumberOutOfRange));
        assert_eq!(two_sided_t(0.95, 0.0), Err(Unknown::OneSample));
        assert_eq!(chi_squared_above(1.0, 0.0), Err(Unknown::OneSample));
    }

    proptest! {
        #[test]
        fn nothing_panics(x in any::<f64>(), y in any::<f64>(), p in any::<f64>()) {
            let _ = (normal(x), normal_quantile(p), two_sided_t(p, x), chi_squared_above(x, y), beta_quantile(x, y, p));
        }

        #[test]
        fn a_quantile_is_the_inverse(p in 0.0001f64..0.9999) {
            let back = normal(normal_quantile(p).unwrap()).unwrap();
            // Ten digits: the precision of statrs' normal.
            prop_assert!((back - p).abs() < 1e-10);
        }
    }
}
