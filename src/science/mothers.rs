//! How many mother plants a harvest is worth, when some gave more seeds than others.
//!
//! Source: the effective number of contributors, Kimura & Crow 1963; its use for the seeds of
//! mothers, Crossa & Vencovsky 2011, Basic Sampling Strategies (Bioversity). Checked on
//! (12, 3, 0, 25, 8, 8, 4): 3.9046.

use super::unknown::{Known, Unknown, finite};

/// Effective number of mothers: `(Σ k)² / Σ k²`, k being the seeds (or their mass) that each
/// gave; as many as there are when all gave the same, one when one gave everything.
///
/// Domain: seeds of known mothers, in any one unit; mothers that gave none do not count.
///
/// # Errors
/// No mother, a contribution that is negative or not a number, or no seed at all.
pub fn effective_mothers(contributions: &[f64]) -> Known<f64> {
    if contributions
        .iter()
        .any(|given| !given.is_finite() || *given < 0.0)
    {
        return Err(Unknown::NumberOutOfRange);
    }
    // Over the largest: neither square overflows.
    let largest = contributions.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return Err(Unknown::NoData);
    }
    let shares = || contributions.iter().map(|given| given / largest);
    finite(shares().sum::<f64>().powi(2) / shares().map(|share| share * share).sum::<f64>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seven_mothers_are_worth_four() {
        let mothers = effective_mothers(&[12.0, 3.0, 0.0, 25.0, 8.0, 8.0, 4.0]).unwrap();
        assert!((mothers - 3.9046).abs() < 5e-5, "{mothers}");
    }

    #[test]
    fn seeds_of_no_mother_tell_nothing() {
        assert_eq!(effective_mothers(&[]), Err(Unknown::NoData));
        assert_eq!(effective_mothers(&[0.0, 0.0]), Err(Unknown::NoData));
        assert_eq!(effective_mothers(&[1.0, -1.0]), Err(Unknown::NumberOutOfRange));
        assert_eq!(effective_mothers(&[f64::NAN]), Err(Unknown::NumberOutOfRange));
    }

    proptest! {
        #[test]
        fn between_one_and_all(given in prop::collection::vec(0.001f64..1e6, 1..100), scale in 1e-3f64..1e3) {
            let mothers = effective_mothers(&given).unwrap();
            let count = f64::from(u32::try_from(given.len()).unwrap());
            prop_assert!(mothers >= 1.0 - 1e-9 && mothers <= count * (1.0 + 1e-9));
            let scaled: Vec<f64> = given.iter().map(|k| k * scale).collect();
            prop_assert!((effective_mothers(&scaled).unwrap() - mothers).abs() < 1e-9 * mothers);
        }

        #[test]
        fn equal_mothers_all_count(count in 1u32..200, given in 1e-3f64..1e6) {
            let mothers = effective_mothers(&vec![given; count as usize]).unwrap();
            prop_assert!((mothers - f64::from(count)).abs() < 1e-9 * f64::from(count));
        }

        #[test]
        fn nothing_panics(given in prop::collection::vec(any::<f64>(), 0..8)) {
            let _ = effective_mothers(&given);
        }
    }
}
