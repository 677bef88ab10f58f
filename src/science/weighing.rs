//! Thousand-seed weight and the number of seeds of a lot from the masses of samples of
//! a known number of seeds.
//!
//! Source: International Rules for Seed Testing (ISTA), chapter 10, which weighs eight
//! samples of 100 seeds; any number of samples of any size is taken here. Checked on
//! 8 × 100 seeds: mean 0.02115 g, thousand-seed weight 0.2115 g, coefficient of
//! variation 1.158 %, 17 730 seeds in 3.75 g.

/// Largest coefficient of variation of samples that agree, in % (ISTA 10.6).
pub const CV_LIMIT: f64 = 4.0;
/// The same for chaffy seeds, which cling to one another.
pub const CV_LIMIT_CHAFFY: f64 = 6.0;

/// Mean mass of a sample: `Σm / n`, in g. None without samples.
#[must_use]
pub fn mean(masses_g: &[f64]) -> Option<f64> {
    if masses_g.is_empty() {
        None
    } else {
        Some(masses_g.iter().sum::<f64>() / count(masses_g))
    }
}

/// Standard deviation of the samples: `√(Σ(m − mean)² / (n − 1))`, in g. None with fewer
/// than two samples.
#[must_use]
pub fn standard_deviation(masses_g: &[f64]) -> Option<f64> {
    let mean = mean(masses_g).filter(|_| masses_g.len() > 1)?;
    let squares: f64 = masses_g.iter().map(|mass| (mass - mean).powi(2)).sum();
    Some((squares / (count(masses_g) - 1.0)).sqrt())
}

/// Standard error of the mean: `SD / √n`, in g. None with fewer than two samples.
#[must_use]
pub fn standard_error(masses_g: &[f64]) -> Option<f64> {
    standard_deviation(masses_g).map(|sd| sd / count(masses_g).sqrt())
}

/// Coefficient of variation: `100 SD / mean`, in %. None with fewer than two samples or
/// when the mean is not positive.
#[must_use]
pub fn coefficient_of_variation(masses_g: &[f64]) -> Option<f64> {
    let mean = mean(masses_g).filter(|mean| *mean > 0.0)?;
    standard_deviation(masses_g).map(|sd| 100.0 * sd / mean)
}

/// The limit of the coefficient of variation, in % (ISTA 10.6).
#[must_use]
pub const fn cv_limit(is_chaffy: bool) -> f64 {
    if is_chaffy { CV_LIMIT_CHAFFY } else { CV_LIMIT }
}

/// Mass of a thousand seeds from that of a sample: `1000 m / k`, in g; of its standard
/// error too, since it is linear. None when a sample has no seed.
#[must_use]
pub fn thousand_seed_weight(sample_g: f64, seeds_per_sample: u32) -> Option<f64> {
    if seeds_per_sample == 0 {
        None
    } else {
        Some(sample_g * 1000.0 / f64::from(seeds_per_sample))
    }
}

/// Number of seeds of a mass: `total / (mean / k)`. None when the mean or the total is
/// not positive, or a sample has no seed.
#[must_use]
pub fn seeds_in(total_g: f64, mean_g: f64, seeds_per_sample: u32) -> Option<f64> {
    let positive = total_g > 0.0 && mean_g > 0.0 && seeds_per_sample > 0;
    if positive {
        Some(total_g / (mean_g / f64::from(seeds_per_sample)))
    } else {
        None
    }
}

/// The numbers of seeds that the 95 % confidence interval of the mean mass gives:
/// `seeds_in(total, mean ± t SE)`, t being Student's at n − 1 degrees of freedom. None
/// with fewer than two samples, or when the interval of the mean reaches zero.
#[must_use]
pub fn seeds_interval(total_g: f64, masses_g: &[f64], seeds_per_sample: u32) -> Option<(f64, f64)> {
    let mean = mean(masses_g)?;
    let half = standard_error(masses_g)? * student_95(masses_g.len().saturating_sub(1))?;
    let fewest = seeds_in(total_g, mean + half, seeds_per_sample)?;
    seeds_in(total_g, mean - half, seeds_per_sample).map(|most| (fewest, most))
}

/// Student's t leaving 2.5 % above it. None without degrees of freedom.
///
/// Up to 4 degrees of freedom a table; above, the expansion of Abramowitz & Stegun 1964,
/// 26.7.5, right to 0.0004.
#[must_use]
pub fn student_95(degrees: usize) -> Option<f64> {
    const Z: f64 = 1.959_963_985;
    match degrees {
        0 => None,
        1 => Some(12.706_205),
        2 => Some(4.302_653),
        3 => Some(3.182_446),
        4 => Some(2.776_445),
        _ => {
            let v = u32::try_from(degrees).map_or(f64::INFINITY, f64::from);
            let z = |power: i32| Z.powi(power);
            let terms = [
                (z(3) + Z) / 4.0,
                (5.0 * z(5) + 16.0 * z(3) + 3.0 * Z) / 96.0,
                (3.0 * z(7) + 19.0 * z(5) + 17.0 * z(3) - 15.0 * Z) / 384.0,
                (79.0 * z(9) + 776.0 * z(7) + 1482.0 * z(5) - 1920.0 * z(3) - 945.0 * Z) / 92_160.0,
            ];
            Some(terms.iter().rev().fold(0.0, |sum, term| (sum + term) / v) + Z)
        }
    }
}

fn count(masses_g: &[f64]) -> f64 {
    u32::try_from(masses_g.len()).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EIGHT: [f64; 8] = [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0214, 0.0210, 0.0212];

    #[track_caller]
    fn near(value: Option<f64>, expected: f64, tolerance: f64) {
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
        let (fewest, most) = seeds_interval(3.75, &EIGHT, 100).unwrap();
        // mean ± 2.3646 × 8.6603e-5
        near(Some(fewest), 3.75 * 100.0 / 0.021_354_78, 0.5);
        near(Some(most), 3.75 * 100.0 / 0.020_945_22, 0.5);
    }

    #[test]
    fn one_sample_says_nothing_of_the_variation() {
        assert_eq!(standard_deviation(&[0.0213]), None);
        assert_eq!(standard_error(&[0.0213]), None);
        assert_eq!(coefficient_of_variation(&[0.0213]), None);
        assert_eq!(seeds_interval(3.75, &[0.0213], 100), None);
        near(seeds_in(3.75, 0.0213, 100), 17_605.6, 0.1);
    }

    #[test]
    fn nothing_is_computed_outside_the_domain() {
        assert_eq!(mean(&[]), None);
        assert_eq!(coefficient_of_variation(&[0.0, 0.0]), None);
        assert_eq!(thousand_seed_weight(1.0, 0), None);
        assert_eq!(seeds_in(0.0, 0.02, 100), None);
        assert_eq!(seeds_in(3.75, 0.0, 100), None);
        // The mean of two samples this far apart is not told from zero.
        assert_eq!(seeds_interval(3.75, &[0.001, 0.1], 100), None);
    }

    #[test]
    fn students_t_is_the_published_one() {
        for (degrees, expected) in [
            (1, 12.7062),
            (4, 2.7764),
            (5, 2.5706),
            (7, 2.3646),
            (10, 2.2281),
            (30, 2.0423),
            (99, 1.9842),
        ] {
            near(student_95(degrees), expected, 4e-4);
        }
        assert_eq!(student_95(0), None);
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
            if let Some((fewest, most)) = seeds_interval(total, &masses, k) {
                let estimate = seeds_in(total, mean(&masses).unwrap(), k).unwrap();
                prop_assert!(fewest <= estimate && estimate <= most);
            }
        }
    }
}
