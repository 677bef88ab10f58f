//! How many seeds to sow for so many plants.
//!
//! Sources: the binomial distribution; with the uncertainty of a test, the beta-binomial
//! predictive distribution from Jeffreys's prior, as Skellam 1948, J. R. Stat. Soc. B 10:257.
//! Checked on 30 plants at 45 %: 79 seeds for 90 % sure, 82 for 95 %.
//!
//! Domain: seeds that do not depend on one another, of a lot that germinates in the bed as it
//! did in the test. A test is kinder than a bed: see what sowings of the lot gave.

use serde::Serialize;
use statrs::distribution::{Binomial, DiscreteCDF};
use statrs::function::gamma::ln_gamma;
use utoipa::ToSchema;

use super::distribution::confidence;
use super::unknown::{Known, Unknown, proportion};

/// The most plants, and the most seeds: more than any lot has.
const MOST_PLANTS: u32 = 100_000;
const MOST_SEEDS: u32 = 10_000_000;

/// Seeds to sow, from what tests of the lot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SowingSize)]
pub struct Sowing {
    /// Plants over proportion: enough once in two.
    #[schema(example = 67)]
    pub on_average: u32,
    /// Enough at the confidence if the proportion tested were the true one.
    #[schema(example = 82)]
    pub if_the_test_is_exact: u32,
    /// Enough at the confidence knowing no more of the proportion than the test tells.
    #[schema(example = 89)]
    pub seeds: u32,
}

/// Smallest number of seeds that gives so many plants at a confidence when each one has the
/// same known chance: `min n: P(Binomial(n, p) ≥ k) ≥ confidence`.
///
/// # Errors
/// A chance that is not a proportion, or null; a confidence that is not one; more than 100 000
/// plants or ten million seeds.
pub fn seeds_for(plants: u32, chance: f64, level: f64) -> Known<u32> {
    let chance = some_chance(chance)?;
    smallest(plants, level, |seeds| {
        let Some(fewer) = plants.checked_sub(1) else {
            return 1.0;
        };
        let law = Binomial::new(chance, u64::from(seeds));
        law.map_or(0.0, |law| law.sf(u64::from(fewer)))
    })
}

/// The same when the chance is only known from tests, pooled: `germinated` of `tested` seeds,
/// of which a share is still alive (1 when the test is recent).
///
/// The chance has Jeffreys's posterior, `Beta(x + ½, n − x + ½)`, and the number of plants the
/// beta-binomial distribution that follows. A share below 1 multiplies the mean and the
/// standard deviation of the chance, and the Beta of these is taken.
///
/// # Errors
/// No seed tested, none germinated, more germinated than tested, a share that is not a
/// proportion, or as [`seeds_for`].
pub fn seeds_for_tested(plants: u32, germinated: u32, tested: u32, alive: f64, level: f64) -> Known<Sowing> {
    if tested == 0 {
        return Err(Unknown::NothingSown);
    }
    if germinated > tested {
        return Err(Unknown::MoreThanSown);
    }
    let alive = some_chance(alive)?;
    let estimate = some_chance(f64::from(germinated) / f64::from(tested) * alive)?;
    let chance = Beta::of_test(germinated, tested).thinned(alive);
    Ok(Sowing {
        on_average: on_average(plants, estimate)?,
        if_the_test_is_exact: seeds_for(plants, estimate, level)?,
        seeds: smallest(plants, level, |seeds| chance.at_least(plants, seeds))?,
    })
}

fn on_average(plants: u32, chance: f64) -> Known<u32> {
    let seeds = (f64::from(plants) / chance).ceil();
    if seeds <= f64::from(MOST_SEEDS) {
        Ok(seeds as u32)
    } else {
        Err(Unknown::TooManySeeds)
    }
}

fn some_chance(chance: f64) -> Known<f64> {
    if proportion(chance)? > 0.0 {
        Ok(chance)
    } else {
        Err(Unknown::NothingGerminated)
    }
}

/// The smallest number of seeds whose probability, which grows with them, is the confidence.
fn smallest(plants: u32, level: f64, probability: impl Fn(u32) -> f64) -> Known<u32> {
    let level = confidence(level)?;
    if plants > MOST_PLANTS {
        return Err(Unknown::TooManySeeds);
    }
    let mut enough = plants;
    while probability(enough) < level {
        if enough >= MOST_SEEDS {
            return Err(Unknown::TooManySeeds);
        }
        enough = enough.saturating_mul(2).min(MOST_SEEDS);
    }
    let mut too_few = plants.saturating_sub(1);
    while enough.saturating_sub(too_few) > 1 {
        let middle = too_few.midpoint(enough);
        if probability(middle) < level {
            too_few = middle
        } else {
            enough = middle
        }
    }
    Ok(enough)
}

/// A chance that is not known exactly.
#[derive(Clone, Copy)]
struct Beta {
    a: f64,
    b: f64,
}

impl Beta {
    fn of_test(germinated: u32, tested: u32) -> Self {
        Self {
            a: f64::from(germinated) + 0.5,
            b: f64::from(tested.saturating_sub(germinated)) + 0.5,
        }
    }

    /// That with the mean and the standard deviation of a share of this one.
    fn thinned(self, share: f64) -> Self {
        let total = self.a + self.b;
        let mean = self.a / total;
        // m² (1 − s m) / variance − s m, the share of the variance being simplified.
        let a = mean * (1.0 - share * mean) * (total + 1.0) / (1.0 - mean) - share * mean;
        Self {
            a,
            b: a * (1.0 - share * mean) / (share * mean),
        }
    }

    /// Probability of so many plants or more: one less the sum of those of fewer, from the
    /// last down, each from the one above it.
    fn at_least(self, plants: u32, seeds: u32) -> f64 {
        let Some(last) = plants.checked_sub(1) else {
            return 1.0;
        };
        if last >= seeds {
            return 0.0;
        }
        let (n, last) = (f64::from(seeds), f64::from(last));
        let ln_beta = |a: f64, b: f64| ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
        let ways = ln_gamma(n + 1.0) - ln_gamma(last + 1.0) - ln_gamma(n - last + 1.0);
        let ln_first = ways + ln_beta(last + self.a, n - last + self.b) - ln_beta(self.a, self.b);
        // Terms are over the first, which may be too small for a number when it is far above
        // the others: they are scaled down as they grow.
        let (mut term, mut sum, mut ln_scale, mut j) = (1.0_f64, 1.0_f64, 0.0, last);
        while j > 0.0 {
            let ratio = j * (n - j + self.b) / ((n - j + 1.0) * (j - 1.0 + self.a));
            term *= ratio;
            sum += term;
            if term < 1e-18 * sum {
                break;
            }
            if sum > 1e200 {
                term /= sum;
                ln_scale += sum.ln();
                sum = 1.0;
            }
            j -= 1.0;
        }
        1.0 - (ln_first + ln_scale + sum.ln()).exp().min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thirty_plants_at_forty_five_percent() {
        assert_eq!(seeds_for(30, 0.45, 0.90), Ok(79));
        assert_eq!(seeds_for(30, 0.45, 0.95), Ok(82));
        assert_eq!(on_average(30, 0.45), Ok(67));
    }

    #[test]
    fn a_small_test_asks_for_more_seeds() {
        let small = seeds_for_tested(30, 9, 20, 1.0, 0.95).unwrap();
        let large = seeds_for_tested(30, 450, 1000, 1.0, 0.95).unwrap();
        let exact = seeds_for_tested(30, 450_000, 1_000_000, 1.0, 0.95).unwrap();
        assert_eq!((small.on_average, small.if_the_test_is_exact), (67, 82));
        assert!(
            small.seeds > large.seeds && large.seeds > 82,
            "{small:?} {large:?}"
        );
        assert_eq!(exact.seeds, 82);
    }

    #[test]
    fn seeds_that_died_since_the_test_are_sown_too() {
        let sowing = seeds_for_tested(30, 450_000, 1_000_000, 0.5, 0.95).unwrap();
        assert_eq!(
            (sowing.on_average, sowing.if_the_test_is_exact),
            (134, seeds_for(30, 0.225, 0.95).unwrap())
        );
        assert_eq!(sowing.seeds, sowing.if_the_test_is_exact);
    }

    /// `scipy.stats.betabinom(n, a, b).sf(k − 1)`.
    #[test]
    fn the_predictive_distribution_is_the_beta_binomial() {
        for (plants, seeds, a, b, expected) in [
            (30, 82, 9.5, 11.5, 0.773_779_598_325_716),
            (1, 3, 0.5, 0.5, 0.687_5),
            (5, 200, 45.5, 5.5, 1.0),
            (190, 200, 45.5, 5.5, 0.110_052_065_848_339),
            (50_000, 100_000, 45.5, 55.5, 0.158_803_258_593_296),
        ] {
            let found = Beta { a, b }.at_least(plants, seeds);
            assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
        }
    }

    #[test]
    fn a_thinned_chance_has_a_share_of_the_mean_and_of_the_deviation() {
        let chance = Beta { a: 9.5, b: 11.5 };
        let moments = |Beta { a, b }: Beta| (a / (a + b), a * b / ((a + b).powi(2) * (a + b + 1.0)));
        for share in [1.0, 0.5, 0.01] {
            let ((mean, variance), (of_all, spread)) = (moments(chance.thinned(share)), moments(chance));
            assert!((mean - share * of_all).abs() < 1e-12);
            assert!((variance - share * share * spread).abs() < 1e-12);
        }
    }

    #[test]
    fn every_seed_and_no_plant() {
        assert_eq!(seeds_for(30, 1.0, 0.95), Ok(30));
        assert_eq!(seeds_for(0, 0.5, 0.95), Ok(0));
        assert_eq!(seeds_for_tested(0, 9, 20, 1.0, 0.95).unwrap().seeds, 0);
        assert!(seeds_for_tested(30, 20, 20, 1.0, 0.95).unwrap().seeds > 30);
    }

    #[test]
    fn what_no_number_of_seeds_gives() {
        assert_eq!(seeds_for(30, 0.0, 0.95), Err(Unknown::NothingGerminated));
        assert_eq!(seeds_for(30, 1.1, 0.95), Err(Unknown::ProportionOutOfRange));
        assert_eq!(seeds_for(30, 0.5, 1.0), Err(Unknown::ConfidenceOutOfRange));
        assert_eq!(seeds_for(100_001, 0.5, 0.95), Err(Unknown::TooManySeeds));
        assert_eq!(seeds_for(30, 1e-9, 0.95), Err(Unknown::TooManySeeds));
        assert_eq!(
            seeds_for_tested(30, 0, 20, 1.0, 0.95),
            Err(Unknown::NothingGerminated)
        );
        assert_eq!(
            seeds_for_tested(30, 9, 20, 0.0, 0.95),
            Err(Unknown::NothingGerminated)
        );
        assert_eq!(seeds_for_tested(30, 0, 0, 1.0, 0.95), Err(Unknown::NothingSown));
        assert_eq!(
            seeds_for_tested(30, 21, 20, 1.0, 0.95),
            Err(Unknown::MoreThanSown)
        );
    }

    proptest! {
        #[test]
        fn it_is_enough_and_one_less_is_not(plants in 1u32..500, chance in 0.02f64..1.0, level in 0.05f64..0.999) {
            let seeds = seeds_for(plants, chance, level).unwrap();
            let probability = |n: u32| if n < plants { 0.0 } else { Binomial::new(chance, u64::from(n)).unwrap().sf(u64::from(plants) - 1) };
            prop_assert!(probability(seeds) >= level && probability(seeds - 1) < level);
        }

        #[test]
        fn more_plants_more_confidence_and_less_chance_are_more_seeds(plants in 1u32..300, chance in 0.05f64..0.9, level in 0.1f64..0.98) {
            let seeds = seeds_for(plants, chance, level).unwrap();
            prop_assert!(seeds >= plants);
            prop_assert!(seeds_for(plants + 1, chance, level).unwrap() > seeds);
            prop_assert!(seeds_for(plants, chance, level + 0.01).unwrap() >= seeds);
            prop_assert!(seeds_for(plants, chance * 0.9, level).unwrap() >= seeds);
        }

        #[test]
        fn the_same_of_tests(plants in 1u32..200, germinated in 5u32..100, failed in 0u32..100, level in 0.1f64..0.95, alive in 0.3f64..0.99) {
            let tested = germinated + failed;
            let seeds = |plants, germinated, alive, level| seeds_for_tested(plants, germinated, tested, alive, level).unwrap().seeds;
            let found = seeds(plants, germinated, alive, level);
            prop_assert!(seeds(plants + 1, germinated, alive, level) >= found);
            prop_assert!(seeds(plants, germinated, alive, level + 0.01) >= found);
            prop_assert!(seeds(plants, germinated - 1, alive, level) >= found);
            prop_assert!(seeds(plants, germinated, 1.0, level) <= found);
        }

        #[test]
        fn nothing_panics(plants in any::<u32>(), germinated in any::<u32>(), tested in any::<u32>(), chance in any::<f64>(), level in any::<f64>()) {
            let _ = (seeds_for(plants, chance, level), seeds_for_tested(plants, germinated, tested, chance, level));
        }
    }
}
