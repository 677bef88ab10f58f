//! How alike the seeds were in time.
//!
//! Sources: Bewley & Black 1994 for the uniformity, after Heydecker; Labouriau & Valadares
//! 1976 for the uncertainty, which is Shannon's entropy; Primack 1985 for the synchrony, as
//! Ranal & Santana 2006, Rev. Bras. Bot. 29:1. Checked on germinationmetrics' sample A and
//! GerminaR's `prosopis`.
//!
//! Domain: any days for the uniformity. The other two only know which seeds were found in the
//! same count: compare tests counted on the same days.

use super::course::Course;
use super::mean_time::squares;
use crate::science::unknown::{Known, Unknown, finite};

/// Coefficient of uniformity, CUG: `N / Σ Nᵢ (tᵢ − MGT)²`, per day².
///
/// # Errors
/// Nothing germinated, one seed, or all in the same count: they are as uniform as can be.
pub fn uniformity(course: &Course) -> Known<f64> {
    let germinated = course.some_germinated()?;
    if germinated < 2.0 {
        return Err(Unknown::OneSeedGerminated);
    }
    if course.newly().filter(|(_, newly)| *newly > 0.0).count() < 2 {
        return Err(Unknown::GerminatedAllAtOnce);
    }
    finite(germinated / squares(course)?)
}

/// Uncertainty, U: `−Σ fᵢ log₂ fᵢ`, fᵢ = Nᵢ / N, in bits: 0 when all germinate in the same
/// count.
///
/// # Errors
/// Nothing germinated.
pub fn uncertainty(course: &Course) -> Known<f64> {
    let germinated = course.some_germinated()?;
    let shares = course
        .newly()
        .map(|(_, newly)| newly / germinated)
        .filter(|share| *share > 0.0);
    // `0 −` and not `−`: no negative zero.
    Ok(0.0 - shares.map(|share| share * share.log2()).sum::<f64>())
}

/// Synchrony, Z: `Σ C(Nᵢ, 2) / C(N, 2)`, without unit: the share of the pairs of seeds found
/// in the same count, 1 when all are.
///
/// # Errors
/// Nothing germinated, or one seed.
pub fn synchrony(course: &Course) -> Known<f64> {
    let germinated = course.some_germinated()?;
    if germinated < 2.0 {
        return Err(Unknown::OneSeedGerminated);
    }
    let pairs = |seeds: f64| seeds * (seeds - 1.0) / 2.0;
    Ok(course.newly().map(|(_, newly)| pairs(newly)).sum::<f64>() / pairs(germinated))
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, courses, daily, is};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_a() {
        is(uniformity(&a()), 0.709_219_858_156_028, 1e-15);
        is(synchrony(&a()), 0.266_666_666_666_667, 1e-15);
        is(uncertainty(&a()), 2.062_987_252_274_05, 1e-14);
    }

    #[test]
    fn what_too_few_seeds_do_not_tell() {
        assert_eq!(uniformity(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
        assert_eq!(uniformity(&daily(50, &[0, 1])), Err(Unknown::OneSeedGerminated));
        assert_eq!(uniformity(&daily(50, &[0, 9])), Err(Unknown::GerminatedAllAtOnce));
        assert_eq!(synchrony(&daily(50, &[0, 1])), Err(Unknown::OneSeedGerminated));
        assert_eq!(uncertainty(&daily(50, &[0, 0])), Err(Unknown::NothingGerminated));
        assert!(uncertainty(&daily(50, &[0, 1])).unwrap().is_sign_positive());
    }

    proptest! {
        #[test]
        fn uncertainty_and_synchrony_are_between_none_and_all(course in courses()) {
            if let (Ok(bits), Ok(same)) = (uncertainty(&course), synchrony(&course)) {
                let most = f64::from(u32::try_from(course.counts().len()).unwrap()).log2();
                prop_assert!((-1e-12..=most + 1e-9).contains(&bits));
                prop_assert!((0.0..=1.0).contains(&same));
                // All in one count is one and the same thing for both.
                prop_assert_eq!(same > 1.0 - 1e-12, bits < 1e-12);
            }
        }
    }
}
