//! What a test costs a small lot, and what it tells: seeds tested are seeds lost.
//!
//! Sources: the width of Wilson's interval, see [`interval`](super::interval); the fifty seeds
//! kept as an archive, Genebank Standards (FAO 2014), 4.4.3.
//!
//! Domain: a guess of the proportion, 0.5 at worst: what a test tells is the least there.

use serde::Serialize;
use utoipa::ToSchema;

use super::interval::{Interval, wilson_of};
use super::unknown::{Known, Unknown, proportion};

/// Sizes of test to choose among, in seeds.
pub const SIZES: [u32; 8] = [10, 20, 25, 50, 75, 100, 200, 400];

/// A lot and what may be spent of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lot {
    /// Seeds in stock.
    pub seeds: u32,
    /// Seeds that no test takes.
    pub kept: u32,
    /// Largest share of the stock for one test.
    pub largest_share: f64,
    /// Proportion that is expected to germinate.
    pub expected: f64,
}

/// A size of test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[schema(as = TestPlanChoice)]
pub struct Choice {
    /// Seeds of the test.
    #[schema(example = 50)]
    pub seeds: u32,
    /// Share of the stock that it takes.
    #[schema(example = 0.1)]
    pub share: f64,
    /// Seeds left after it.
    #[schema(example = 450)]
    pub left: u32,
    /// How many such tests the lot can give before what is kept.
    #[schema(example = 9)]
    pub tests: u32,
    /// What it would tell of the proportion expected.
    pub interval: Interval,
    /// Whether the lot can pay for it.
    pub is_affordable: bool,
}

/// The choices of a lot.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = TestPlan)]
pub struct Plan {
    /// Every size that leaves what is kept.
    pub choices: Vec<Choice>,
    /// The largest that the lot can pay for; null when even the smallest takes too large a
    /// share of it.
    #[schema(example = 50)]
    pub recommended: Option<u32>,
}

/// What each size of test would take from a lot and tell, at a confidence.
///
/// # Errors
/// A lot that has not, beyond what is kept, the seeds of the smallest test; a share or a
/// proportion that is not one, or a confidence that is not one.
pub fn plan(lot: &Lot, sizes: &[u32], level: f64) -> Known<Plan> {
    let (expected, largest) = (proportion(lot.expected)?, proportion(lot.largest_share)?);
    let spendable = lot.seeds.saturating_sub(lot.kept);
    let possible = sizes
        .iter()
        .copied()
        .filter(|size| *size > 0 && *size <= spendable);
    let choice = |size: u32| {
        let share = f64::from(size) / f64::from(lot.seeds);
        Ok(Choice {
            seeds: size,
            share,
            left: lot.seeds.saturating_sub(size),
            tests: spendable.checked_div(size).unwrap_or_default(),
            interval: wilson_of(expected, f64::from(size), level)?,
            is_affordable: share <= largest,
        })
    };
    let choices: Vec<Choice> = possible.map(choice).collect::<Known<_>>()?;
    if choices.is_empty() {
        return Err(Unknown::LotTooSmall);
    }
    let affordable = choices.iter().filter(|choice| choice.is_affordable);
    let recommended = affordable.map(|choice| choice.seeds).max();
    Ok(Plan { choices, recommended })
}

/// Smallest test whose interval is no wider than `± half`, as proportions: the least n of
/// Wilson's interval `(z √(p (1 − p) / n + z² / 4n²)) / (1 + z² / n) ≤ half`.
///
/// # Errors
/// A proportion, a half-width or a confidence that is not one, or more than ten million seeds.
pub fn size_for(expected: f64, half: f64, level: f64) -> Known<u32> {
    const MOST: u32 = 10_000_000;
    let expected = proportion(expected)?;
    let half = proportion(half)?;
    let is_enough = |seeds: u32| {
        wilson_of(expected, f64::from(seeds), level)
            .map(|interval| interval.high - interval.low <= 2.0 * half)
    };
    if !is_enough(MOST)? {
        return Err(Unknown::TooManySeeds);
    }
    let (mut too_few, mut enough) = (0_u32, MOST);
    while enough.saturating_sub(too_few) > 1 {
        let middle = too_few.midpoint(enough);
        if is_enough(middle)? {
            enough = middle
        } else {
            too_few = middle
        }
    }
    Ok(enough)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SMALL: Lot = Lot {
        seeds: 300,
        kept: 50,
        largest_share: 0.1,
        expected: 0.5,
    };

    #[test]
    fn a_lot_of_300_pays_for_25() {
        let plan = plan(&SMALL, &SIZES, 0.95).unwrap();
        assert_eq!(plan.recommended, Some(25));
        assert_eq!(
            plan.choices.iter().map(|choice| choice.seeds).collect::<Vec<_>>(),
            [10, 20, 25, 50, 75, 100, 200]
        );
        let fifty = plan.choices[3];
        assert_eq!((fifty.left, fifty.tests, fifty.is_affordable), (250, 5, false));
        assert!((fifty.interval.low - 0.3664).abs() < 5e-5 && (fifty.interval.high - 0.6336).abs() < 5e-5);
    }

    #[test]
    fn a_lot_too_small_has_no_plan() {
        assert_eq!(
            plan(&Lot { seeds: 59, ..SMALL }, &SIZES, 0.95),
            Err(Unknown::LotTooSmall)
        );
        assert_eq!(plan(&SMALL, &[], 0.95), Err(Unknown::LotTooSmall));
        let share = plan(&Lot { seeds: 60, ..SMALL }, &SIZES, 0.95).unwrap();
        assert_eq!((share.choices.len(), share.recommended), (1, None));
        assert_eq!(
            plan(
                &Lot {
                    expected: 1.5,
                    ..SMALL
                },
                &SIZES,
                0.95
            ),
            Err(Unknown::ProportionOutOfRange)
        );
        assert_eq!(plan(&SMALL, &SIZES, 1.0), Err(Unknown::ConfidenceOutOfRange));
    }

    #[test]
    fn a_precision_has_a_size() {
        // 1.96² × 0.25 / 0.1² = 96.04, less z² of Wilson's interval.
        assert_eq!(size_for(0.5, 0.1, 0.95), Ok(93));
        assert_eq!(size_for(0.5, 0.0, 0.95), Err(Unknown::TooManySeeds));
        assert_eq!(size_for(0.5, f64::NAN, 0.95), Err(Unknown::ProportionOutOfRange));
    }

    proptest! {
        #[test]
        fn no_choice_takes_what_is_kept(seeds in 0u32..5000, kept in 0u32..500, share in 0f64..=1.0, expected in 0f64..=1.0) {
            let lot = Lot { seeds, kept, largest_share: share, expected };
            if let Ok(plan) = plan(&lot, &SIZES, 0.95) {
                for choice in &plan.choices {
                    prop_assert!(choice.left >= kept && choice.tests >= 1);
                    prop_assert!(choice.interval.contains(expected));
                    prop_assert!(!choice.is_affordable || plan.recommended >= Some(choice.seeds));
                }
                let widths: Vec<f64> = plan.choices.iter().map(|c| c.interval.high - c.interval.low).collect();
                prop_assert!(widths.windows(2).all(|pair| pair[1] < pair[0]));
            }
        }

        #[test]
        fn a_finer_precision_is_a_larger_test(expected in 0f64..=1.0, half in 0.02f64..0.3, level in 0.5f64..0.99) {
            let size = size_for(expected, half, level).unwrap();
            prop_assert!(size_for(expected, half * 0.9, level).unwrap() >= size);
        }

        #[test]
        fn nothing_panics(seeds in any::<u32>(), kept in any::<u32>(), numbers in prop::array::uniform3(any::<f64>()), sizes in prop::collection::vec(any::<u32>(), 0..5)) {
            let [largest_share, expected, level] = numbers;
            let _ = plan(&Lot { seeds, kept, largest_share, expected }, &sizes, level);
            let _ = size_for(expected, largest_share, level);
        }
    }
}
