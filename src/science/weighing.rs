//! Thousand-seed weight and the number of seeds of a lot from the masses of samples of
//! a known number of seeds.
//!
//! Source: International Rules for Seed Testing (ISTA), chapter 10, which weighs eight
//! samples of 100 seeds; any number of samples of any size is taken here. Checked on
//! 8 × 100 seeds: mean 0.02115 g, thousand-seed weight 0.2115 g, coefficient of
//! variation 1.158 %, 17 730 seeds in 3.75 g.

use super::distribution::two_sided_t;
use super::interval::Interval;
use super::unknown::{Known, Unknown, finite, how_many};

/// Largest coefficient of variation of samples that agree, in % (ISTA 10.6).
pub const CV_LIMIT: f64 = 4.0;
/// The same for chaffy seeds, which cling to one another.
pub const CV_LIMIT_CHAFFY: f64 = 6.0;

/// Mean mass of a sample: `Σm / n`, in g.
///
/// # Errors
/// No sample, or a mass that is negative or not a number.
pub fn mean(masses_g: &[f64]) -> Known<f64> {
    if masses_g.is_empty() {
        Err(Unknown::NoData)
    } else if masses_g.iter().any(|mass| mass.is_nan() || *mass < 0.0) {
        Err(Unknown::MassNotPositive)
    } else {
        finite(masses_g.iter().sum::<f64>() / how_many(masses_g.len()))
    }
}

/// Standard deviation of the samples: `√(Σ(m − mean)² / (n − 1))`, in g.
///
/// # Errors
/// As [`mean`], or one sample.
pub fn standard_deviation(masses_g: &[f64]) -> Known<f64> {
    let mean = mean(masses_g)?;
    if masses_g.len() < 2 {
        return Err(Unknown::OneSample);
    }
    let squares: f64 = masses_g.iter().map(|mass| (mass - mean).powi(2)).sum();
    finite((squares / (how_many(masses_g.len()) - 1.0)).sqrt())
}

/// Standard error of the mean: `SD / √n`, in g.
///
/// # Errors
/// As [`standard_deviation`].
pub fn standard_error(masses_g: &[f64]) -> Known<f64> {
    standard_deviation(masses_g).map(|sd| sd / how_many(masses_g.len()).sqrt())
}

/// Coefficient of variation: `100 SD / mean`, in %.
///
/// # Errors
/// As [`standard_deviation`], or a mean that is not positive.
pub fn coefficient_of_variation(masses_g: &[f64]) -> Known<f64> {
    let mean = positive(mean(masses_g)?)?;
    finite(100.0 * (standard_deviation(masses_g)? / mean))
}

/// The limit of the coefficient of variation, in % (ISTA 10.6).
#[must_use]
pub const fn cv_limit(is_chaffy: bool) -> f64 {
    if is_chaffy { CV_LIMIT_CHAFFY } else { CV_LIMIT }
}

/// Whether the samples agree: their coefficient of variation is within the limit. When it is
/// not, ISTA weighs eight more and leaves out those of [`outliers`].
///
/// # Errors
/// As [`coefficient_of_variation`].
pub fn agree(masses_g: &[f64], is_chaffy: bool) -> Known<bool> {
    coefficient_of_variation(masses_g).map(|cv| cv <= cv_limit(is_chaffy))
}

/// The samples that are more than twice the standard deviation from the mean (ISTA 10.6): their
/// ranks, from 0.
///
/// # Errors
/// As [`standard_deviation`].
pub fn outliers(masses_g: &[f64]) -> Known<Vec<usize>> {
    let (mean, most) = (mean(masses_g)?, 2.0 * standard_deviation(masses_g)?);
    let far = masses_g
        .iter()
        .enumerate()
        .filter(|(_, mass)| (*mass - mean).abs() > most);
    Ok(far.map(|(rank, _)| rank).collect())
}

/// Mass of a thousand seeds from that of a sample: `1000 m / k`, in g; of its standard
/// error too, since it is linear.
///
/// # Errors
/// A sample without seeds, or a mass that is not a number.
pub fn thousand_seed_weight(sample_g: f64, seeds_per_sample: u32) -> Known<f64> {
    if seeds_per_sample == 0 {
        Err(Unknown::NothingSown)
    } else {
        finite(sample_g * 1000.0 / f64::from(seeds_per_sample))
    }
}

/// Number of seeds of a mass: `total / (mean / k)`.
///
/// # Errors
/// A mean or a total that is not positive, or a sample without seeds.
pub fn seeds_in(total_g: f64, mean_g: f64, seeds_per_sample: u32) -> Known<f64> {
    let (total_g, mean_g) = (positive(total_g)?, positive(mean_g)?);
    if seeds_per_sample == 0 {
        Err(Unknown::NothingSown)
    } else {
        finite(total_g / (mean_g / f64::from(seeds_per_sample)))
    }
}

/// The numbers of seeds that the confidence interval of the mean mass gives:
/// `seeds_in(total, mean ± t SE)`, t being Student's at n − 1 degrees of freedom.
///
/// # Errors
/// As [`standard_error`] and [`seeds_in`], an interval of the mean that reaches zero, or a
/// confidence that is not one.
pub fn seeds_interval(total_g: f64, masses_g: &[f64], seeds_per_sample: u32, level: f64) -> Known<Interval> {
    let mean = mean(masses_g)?;
    let half = standard_error(masses_g)? * two_sided_t(level, how_many(masses_g.len()) - 1.0)?;
    if mean - half <= 0.0 {
        return Err(Unknown::MeanNearZero);
    }
    Ok(Interval {
        low: seeds_in(total_g, mean + half, seeds_per_sample)?,
        high: seeds_in(total_g, mean - half, seeds_per_sample)?,
    })
}

fn positive(mass_g: f64) -> Known<f64> {
    if mass_g.is_finite() && mass_g > 0.0 {
        Ok(mass_g)
    } else {
        Err(Unknown::MassNotPositive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EIGHT: [f64; 8] = [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0214, 0.0210, 0.0212];

    #[track_caller]
    fn near(value: Known<f64>, expected: f64, tolerance: f64) {
        let value = value.unwrap();
        assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
    }

    #[test]
    fn eight_samples_of_a_hundred_give_the_known_figures() {
        near(mean(&EIGHT), 0.02115, 1e-12);
        near(standard_deviation(&EIGHT), 2.4495e-4, 1e-8);
        near(standard_error(&EIGHT), 8.6603e-5, 1e-9);
        near(coefficient_of_variation(&EIGHT), 1.158, 5e-4);
        near(thousand_seed_weight(0.02115, 100), 0.2115, 1e-12);
        near(seeds_in(3.75, 0.02115, 100), 17_730.0, 1.0);
    }

    #[test]
    fn the_interval_holds_the_estimate_and_is_that_of_the_mean() {
        let seeds = seeds_interval(3.75, &EIGHT, 100, 0.95).unwrap();
        // mean ± 2.3646 × 8.6603e-5
        near(Ok(seeds.low), 3.75 * 100.0 / 0.021_354_78, 0.5);
        near(Ok(seeds.high), 3.75 * 100.0 / 0.020_945_22, 0.5);
    }

    #[test]
    fn eight_samples_that_agree() {
        assert_eq!(agree(&EIGHT, false), Ok(true));
        let apart = [0.0200, 0.0210, 0.0190, 0.0205];
        assert_eq!((agree(&apart, false), agree(&apart, true)), (Ok(false), Ok(true)));
        assert_eq!(outliers(&EIGHT), Ok(Vec::new()));
        let one_far = [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0350, 0.0210, 0.0212];
        assert_eq!(outliers(&one_far), Ok(vec![5]));
    }

    #[test]
    fn one_sample_says_nothing_of_the_variation() {
        let one = Err(Unknown::OneSample);
        assert_eq!(standard_deviation(&[0.0213]), one);
        assert_eq!(standard_error(&[0.0213]), one);
        assert_eq!(coefficient_of_variation(&[0.0213]), one);
        assert_eq!(
            seeds_interval(3.75, &[0.0213], 100, 0.95),
            Err(Unknown::OneSample)
        );
        assert_eq!(agree(&[0.0213], false), Err(Unknown::OneSample));
        near(seeds_in(3.75, 0.0213, 100), 17_605.6, 0.1);
    }

    #[test]
    fn nothing_is_computed_outside_the_domain() {
        assert_eq!(mean(&[]), Err(Unknown::NoData));
        assert_eq!(mean(&[1.0, -1.0]), Err(Unknown::MassNotPositive));
        assert_eq!(
            coefficient_of_variation(&[0.0, 0.0]),
            Err(Unknown::MassNotPositive)
        );
        assert_eq!(thousand_seed_weight(1.0, 0), Err(Unknown::NothingSown));
        assert_eq!(seeds_in(0.0, 0.02, 100), Err(Unknown::MassNotPositive));
        assert_eq!(seeds_in(3.75, 0.0, 100), Err(Unknown::MassNotPositive));
        assert_eq!(seeds_in(3.75, 0.02, 0), Err(Unknown::NothingSown));
        // The mean of two samples this far apart is not told from zero.
        assert_eq!(
            seeds_interval(3.75, &[0.001, 0.1], 100, 0.95),
            Err(Unknown::MeanNearZero)
        );
    }

    fn masses() -> impl Strategy<Value = Vec<f64>> {
        prop::collection::vec(0.0001f64..1000.0, 2..100)
    }

    proptest! {
        #[test]
        fn the_variation_does_not_depend_on_the_unit(masses in masses(), scale in 0.001f64..1000.0) {
            let scaled: Vec<f64> = masses.iter().map(|m| m * scale).collect();
            let (a, b) = (coefficient_of_variation(&masses).unwrap(), coefficient_of_variation(&scaled).unwrap());
            prop_assert!((a - b).abs() <= 1e-9 * a.max(1.0));
        }

        #[test]
        fn the_weight_of_a_thousand_seeds_is_linear(masses in masses(), scale in 0.001f64..1000.0, k in 1u32..1000) {
            let scaled: Vec<f64> = masses.iter().map(|m| m * scale).collect();
            let tsw = |masses: &[f64]| thousand_seed_weight(mean(masses).unwrap(), k).unwrap();
            let (a, b) = (tsw(&masses) * scale, tsw(&scaled));
            prop_assert!((a - b).abs() <= 1e-9 * a);
        }

        #[test]
        fn more_mass_is_more_seeds(masses in masses(), total in 0.001f64..1e6, more in 0.001f64..1e6, k in 1u32..1000) {
            let mean = mean(&masses).unwrap();
            prop_assert!(seeds_in(total, mean, k).unwrap() < seeds_in(total + more, mean, k).unwrap());
        }

        #[test]
        fn the_interval_holds_the_estimate(masses in masses(), total in 0.001f64..1e6, k in 1u32..1000) {
            if let Ok(seeds) = seeds_interval(total, &masses, k, 0.95) {
                let estimate = seeds_in(total, mean(&masses).unwrap(), k).unwrap();
                prop_assert!(seeds.contains(estimate));
            }
        }

        #[test]
        fn nothing_panics(masses in prop::collection::vec(any::<f64>(), 0..5), total in any::<f64>(), k in any::<u32>(), level in any::<f64>()) {
            let _ = (agree(&masses, true), outliers(&masses), thousand_seed_weight(total, k), seeds_in(total, level, k));
            let seeds = seeds_interval(total, &masses, k, level);
            prop_assert!(seeds.is_err() || seeds.unwrap().high.is_finite());
        }
    }
}
