//! Whether the replicates of a test, or two tests of a lot, differ more than chance allows.
//!
//! The International Rules for Seed Testing (ISTA, tables 5B to 5D) tabulate the largest
//! difference for 100 or 400 seeds, which chance exceeds 2.5 times in a hundred. No formula
//! gives those tables back (Deplewski & Kruse 2018, Seed Sci. Technol. 46:179), so they are
//! here as they are published; for other sizes a range test or a χ² test is done at the same
//! level, and the answer says which.
//!
//! Sources: US Code of Federal Regulations 7 § 201.55, which prints tables 5B for 4 × 100
//! seeds from 99 to 71 % and for 2 × 100; Louisiana Administrative Code 7 § XIII-139, which
//! prints the table of the Association of Official Seed Analysts for two tests of 400 seeds;
//! table 5B from 70 to 51 % is from memory of the rules. Every table is symmetric: 2 % is
//! allowed what 99 % is, and 50 % what 51 % is.

use serde::Serialize;
use utoipa::ToSchema;

use super::distribution::chi_squared_above;
use super::unknown::{Known, Unknown, finite, how_many};

/// How often chance alone exceeds a limit.
pub const LEVEL: f64 = 0.025;

/// Seeds of a replicate, or of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replicate {
    /// Seeds sown.
    pub sown: u32,
    /// Seeds germinated.
    pub germinated: u32,
}

/// How replicates were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ToleranceMethod)]
pub enum Method {
    /// ISTA's table for four replicates of 100 seeds.
    FourOf100,
    /// The same: 8 × 50 or 16 × 25 seeds, neighbours put together.
    FourOf100Combined,
    /// The table for two replicates of 100 seeds.
    TwoOf100,
    /// The table for two tests of 400 seeds.
    TwoTestsOf400,
    /// Range of two or four replicates of any one size.
    Range,
    /// χ² of heterogeneity.
    ChiSquared,
}

/// What a comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Tolerance {
    /// How it was made.
    pub method: Method,
    /// Mean germination, %.
    #[schema(example = 80.0)]
    pub mean_percent: f64,
    /// Largest difference between two replicates, %, or χ².
    #[schema(example = 32.0)]
    pub found: f64,
    /// What chance allows, in the same unit.
    #[schema(example = 31.87)]
    pub allowed: f64,
    /// Whether what was found is allowed.
    pub within: bool,
}

/// A χ² test of heterogeneity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Heterogeneity {
    /// χ².
    #[schema(example = 9.5)]
    pub chi_squared: f64,
    /// Replicates less one.
    #[schema(example = 3)]
    pub degrees: u32,
    /// How often chance gives as much.
    #[schema(example = 0.02333)]
    pub p_value: f64,
    /// Fewer than five seeds are expected somewhere: the p-value is rough.
    pub is_rough: bool,
}

/// Whether the replicates of a test agree: the table for 4 × 100, 8 × 50, 16 × 25 and
/// 2 × 100 seeds, else the range for two or four replicates of one size, else χ².
///
/// A table is read at the mean rounded to a whole percent; where it has no line (100, 1 and
/// 0 % for four replicates) the range is used.
///
/// # Errors
/// Fewer than two replicates, one of no seed, or more germinated than sown.
pub fn replicates(replicates: &[Replicate]) -> Known<Tolerance> {
    let (mean, range) = mean_and_range(replicates)?;
    let sizes = || replicates.iter().map(|replicate| replicate.sown);
    let size = sizes().next().filter(|first| sizes().all(|size| size == *first));
    match (replicates.len(), size) {
        (4, Some(100)) => from_table(Method::FourOf100, &FOUR_OF_100, mean, range)
            .or_else(|_| by_range(100, 4, mean, range)),
        (8, Some(50)) => combined(replicates, 2),
        (16, Some(25)) => combined(replicates, 4),
        (2, Some(100)) => {
            from_table(Method::TwoOf100, &TWO_OF_100, mean, range).or_else(|_| by_range(100, 2, mean, range))
        }
        (count @ (2 | 4), Some(size)) => by_range(size, count, mean, range),
        _ => by_chi_squared(replicates, mean),
    }
}

/// Whether two tests of a lot agree: the table for 400 seeds each, else χ².
///
/// # Errors
/// As [`replicates`].
pub fn two_tests(first: Replicate, second: Replicate) -> Known<Tolerance> {
    let both = [first, second];
    let (mean, difference) = mean_and_range(&both)?;
    if (first.sown, second.sown) == (400, 400) {
        from_table(Method::TwoTestsOf400, &TWO_TESTS_OF_400, mean, difference)
            .or_else(|_| by_chi_squared(&both, mean))
    } else {
        by_chi_squared(&both, mean)
    }
}

/// χ² of heterogeneity: `Σ (xᵢ − nᵢ p)² / (nᵢ p (1 − p))`, p being the pooled proportion, with
/// one degree of freedom less than there are replicates; 0 when nothing or everything
/// germinated.
///
/// Domain: replicates of any sizes; rough when fewer than five seeds are expected to
/// germinate, or not to, in one of them.
///
/// # Errors
/// As [`replicates`].
pub fn heterogeneity(replicates: &[Replicate]) -> Known<Heterogeneity> {
    checked(replicates)?;
    let total = |of: fn(&Replicate) -> u32| replicates.iter().map(|r| f64::from(of(r))).sum::<f64>();
    let share = total(|r| r.germinated) / total(|r| r.sown);
    let variance = share * (1.0 - share);
    let squares = replicates.iter().map(|replicate| {
        let (sown, germinated) = (f64::from(replicate.sown), f64::from(replicate.germinated));
        if variance > 0.0 {
            (germinated - sown * share).powi(2) / (sown * variance)
        } else {
            0.0
        }
    });
    let chi_squared = finite(squares.sum())?;
    let degrees = u32::try_from(replicates.len())
        .map_err(|_| Unknown::NumberOutOfRange)?
        .saturating_sub(1);
    let rarest = share.min(1.0 - share);
    Ok(Heterogeneity {
        chi_squared,
        degrees,
        p_value: chi_squared_above(chi_squared, f64::from(degrees))?,
        is_rough: replicates
            .iter()
            .any(|replicate| f64::from(replicate.sown) * rarest < 5.0 - 1e-9),
    })
}

fn checked(replicates: &[Replicate]) -> Known<()> {
    match replicates {
        [] => Err(Unknown::NoData),
        [_] => Err(Unknown::OneSample),
        _ if replicates.iter().any(|replicate| replicate.sown == 0) => Err(Unknown::NothingSown),
        _ if replicates
            .iter()
            .any(|replicate| replicate.germinated > replicate.sown) =>
        {
            Err(Unknown::MoreThanSown)
        }
        _ => Ok(()),
    }
}

/// Mean of the percentages, and the difference between the highest and the lowest.
fn mean_and_range(replicates: &[Replicate]) -> Known<(f64, f64)> {
    checked(replicates)?;
    let percents = || {
        replicates
            .iter()
            .map(|r| 100.0 * f64::from(r.germinated) / f64::from(r.sown))
    };
    let (lowest, highest) = (percents().fold(100.0, f64::min), percents().fold(0.0, f64::max));
    Ok((
        percents().sum::<f64>() / how_many(replicates.len()),
        highest - lowest,
    ))
}

/// Every `size` neighbours as one replicate.
fn combined(all: &[Replicate], size: usize) -> Known<Tolerance> {
    let together = all.chunks(size).map(|some| Replicate {
        sown: some.iter().map(|replicate| replicate.sown).sum(),
        germinated: some.iter().map(|replicate| replicate.germinated).sum(),
    });
    let tolerance = replicates(&together.collect::<Vec<_>>())?;
    let method = if tolerance.method == Method::FourOf100 {
        Method::FourOf100Combined
    } else {
        tolerance.method
    };
    Ok(Tolerance { method, ..tolerance })
}

/// Largest differences allowed, from 99 % down: the lowest whole percentage of each.
type Table = [(f64, f64)];

const FOUR_OF_100: [(f64, f64); 16] = [
    (99.0, 5.0),
    (98.0, 6.0),
    (97.0, 7.0),
    (96.0, 8.0),
    (95.0, 9.0),
    (93.0, 10.0),
    (91.0, 11.0),
    (89.0, 12.0),
    (87.0, 13.0),
    (84.0, 14.0),
    (81.0, 15.0),
    (78.0, 16.0),
    (73.0, 17.0),
    (67.0, 18.0),
    (56.0, 19.0),
    (51.0, 20.0),
];

const TWO_OF_100: [(f64, f64); 9] = [
    (96.0, 6.0),
    (95.0, 7.0),
    (93.0, 8.0),
    (90.0, 9.0),
    (88.0, 10.0),
    (84.0, 11.0),
    (81.0, 12.0),
    (76.0, 13.0),
    (71.0, 14.0),
];

const TWO_TESTS_OF_400: [(f64, f64); 10] = [
    (99.0, 2.0),
    (97.0, 3.0),
    (94.0, 4.0),
    (91.0, 5.0),
    (87.0, 6.0),
    (82.0, 7.0),
    (76.0, 8.0),
    (70.0, 9.0),
    (60.0, 10.0),
    (51.0, 11.0),
];

/// The highest line of a table: that for two replicates starts at 97 %, the others at 99 %.
fn highest_line(method: Method) -> f64 {
    if method == Method::TwoOf100 { 97.0 } else { 99.0 }
}

fn from_table(method: Method, table: &Table, mean: f64, range: f64) -> Known<Tolerance> {
    let whole = mean.round();
    let line = if whole > 50.0 { whole } else { 101.0 - whole };
    let lines = table.iter().filter(|_| line <= highest_line(method));
    let allowed = lines
        .into_iter()
        .find(|(lowest, _)| line >= *lowest)
        .ok_or(Unknown::NoData)?
        .1;
    Ok(tolerance(method, mean, range, allowed))
}

/// `q √(p (100 − p) / n)`, q being the studentized range of that many replicates at infinite
/// degrees of freedom, exceeded 2.5 times in a hundred.
fn by_range(size: u32, count: usize, mean: f64, range: f64) -> Known<Tolerance> {
    const TWO: f64 = 3.169_822_5;
    const FOUR: f64 = 3.984_014_6;
    let quantile = if count == 2 { TWO } else { FOUR };
    let allowed = quantile * (mean * (100.0 - mean) / f64::from(size)).max(0.0).sqrt();
    finite(allowed).map(|allowed| tolerance(Method::Range, mean, range, allowed))
}

fn by_chi_squared(replicates: &[Replicate], mean: f64) -> Known<Tolerance> {
    let test = heterogeneity(replicates)?;
    let allowed = chi_squared_exceeded(f64::from(test.degrees))?;
    Ok(Tolerance {
        within: test.p_value >= LEVEL,
        ..tolerance(Method::ChiSquared, mean, test.chi_squared, allowed)
    })
}

/// The χ² exceeded 2.5 times in a hundred, by bisection.
fn chi_squared_exceeded(degrees: f64) -> Known<f64> {
    let (mut low, mut high) = (0.0, 10.0 * degrees + 10.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || high <= middle {
            return Ok(middle);
        }
        if chi_squared_above(middle, degrees)? > LEVEL {
            low = middle
        } else {
            high = middle
        }
    }
}

fn tolerance(method: Method, mean_percent: f64, found: f64, allowed: f64) -> Tolerance {
    // Percentages of whole seeds: a billionth is rounding.
    Tolerance {
        method,
        mean_percent,
        found,
        allowed,
        within: found <= allowed + 1e-9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(sown: u32, germinated: &[u32]) -> Vec<Replicate> {
        germinated
            .iter()
            .map(|&germinated| Replicate { sown, germinated })
            .collect()
    }

    fn method_and_limit(sown: u32, germinated: &[u32]) -> (Method, f64) {
        let tolerance = replicates(&of(sown, germinated)).unwrap();
        (tolerance.method, tolerance.allowed)
    }

    #[test]
    fn heterogeneity_of_four_dishes() {
        let test = heterogeneity(&of(25, &[20, 22, 15, 23])).unwrap();
        assert!((test.chi_squared - 9.5).abs() < 1e-12);
        assert_eq!(test.degrees, 3);
        assert!((test.p_value - 0.023_33).abs() < 5e-6);
        assert!(!test.is_rough);
        let tolerance = replicates(&of(25, &[20, 22, 15, 23])).unwrap();
        assert_eq!((tolerance.method, tolerance.within), (Method::Range, false));
        assert!((tolerance.allowed - 31.872).abs() < 1e-3 && (tolerance.found - 32.0).abs() < 1e-9);
    }

    #[test]
    fn the_table_for_four_times_100() {
        let published: [(&[u32], f64); 16] = [
            (&[99], 5.0),
            (&[98], 6.0),
            (&[97], 7.0),
            (&[96], 8.0),
            (&[95], 9.0),
            (&[94, 93], 10.0),
            (&[92, 91], 11.0),
            (&[90, 89], 12.0),
            (&[88, 87], 13.0),
            (&[86, 85, 84], 14.0),
            (&[83, 82, 81], 15.0),
            (&[80, 79, 78], 16.0),
            (&[77, 76, 75, 74, 73], 17.0),
            (&[72, 71, 70, 69, 68, 67], 18.0),
            (&[66, 65, 64, 63, 62, 61, 60, 59, 58, 57, 56], 19.0),
            (&[55, 54, 53, 52, 51], 20.0),
        ];
        for (means, limit) in published {
            for &mean in means {
                assert_eq!(
                    method_and_limit(100, &[mean; 4]),
                    (Method::FourOf100, limit),
                    "{mean}"
                );
                let mirror = 101 - mean;
                assert_eq!(
                    method_and_limit(100, &[mirror; 4]),
                    (Method::FourOf100, limit),
                    "{mirror}"
                );
            }
        }
    }

    #[test]
    fn the_table_for_two_times_100() {
        let published: [(&[u32], f64); 9] = [
            (&[97, 96], 6.0),
            (&[95], 7.0),
            (&[94, 93], 8.0),
            (&[92, 91, 90], 9.0),
            (&[89, 88], 10.0),
            (&[87, 86, 85, 84], 11.0),
            (&[83, 82, 81], 12.0),
            (&[80, 79, 78, 77, 76], 13.0),
            (&[75, 74, 73, 72, 71], 14.0),
        ];
        for (means, limit) in published {
            for &mean in means {
                assert_eq!(
                    method_and_limit(100, &[mean; 2]),
                    (Method::TwoOf100, limit),
                    "{mean}"
                );
                assert_eq!(
                    method_and_limit(100, &[101 - mean; 2]),
                    (Method::TwoOf100, limit),
                    "{mean}"
                );
            }
        }
        for outside in [99, 98, 70, 50, 31, 2] {
            assert_eq!(method_and_limit(100, &[outside; 2]).0, Method::Range, "{outside}");
        }
    }

    #[test]
    fn the_table_for_two_tests_of_400() {
        let published = [
            (99..=99, 2.0),
            (97..=98, 3.0),
            (94..=96, 4.0),
            (91..=93, 5.0),
            (87..=90, 6.0),
            (82..=86, 7.0),
            (76..=81, 8.0),
            (70..=75, 9.0),
            (60..=69, 10.0),
            (51..=59, 11.0),
        ];
        for (means, limit) in published {
            for mean in means {
                for mean in [mean, 101 - mean] {
                    let test = Replicate {
                        sown: 400,
                        germinated: 4 * mean,
                    };
                    let tolerance = two_tests(test, test).unwrap();
                    assert_eq!(
                        (tolerance.method, tolerance.allowed),
                        (Method::TwoTestsOf400, limit),
                        "{mean}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_mean_is_rounded_and_the_limit_included() {
        // Mean 95.5, read at 96 %: 8 are allowed.
        let at_the_limit = replicates(&of(100, &[92, 92, 98, 100])).unwrap();
        assert_eq!((at_the_limit.allowed, at_the_limit.within), (8.0, true));
        let above = replicates(&of(100, &[91, 93, 98, 100])).unwrap();
        assert_eq!((above.allowed, above.within), (8.0, false));
    }

    #[test]
    fn smaller_dishes_are_put_together() {
        let eight = replicates(&of(50, &[40, 40, 41, 39, 42, 38, 30, 50])).unwrap();
        assert_eq!(
            (eight.method, eight.found, eight.within),
            (Method::FourOf100Combined, 0.0, true)
        );
        let sixteen = replicates(&of(25, &[20; 16])).unwrap();
        assert_eq!(
            (sixteen.method, sixteen.allowed),
            (Method::FourOf100Combined, 16.0)
        );
    }

    #[test]
    fn what_no_table_has_says_how_it_was_compared() {
        assert_eq!(method_and_limit(100, &[100; 4]), (Method::Range, 0.0));
        assert_eq!(method_and_limit(100, &[0; 4]), (Method::Range, 0.0));
        assert_eq!(method_and_limit(25, &[20; 3]).0, Method::ChiSquared);
        let uneven = [
            Replicate {
                sown: 25,
                germinated: 20,
            },
            Replicate {
                sown: 24,
                germinated: 9,
            },
        ];
        let tolerance = replicates(&uneven).unwrap();
        assert_eq!((tolerance.method, tolerance.within), (Method::ChiSquared, false));
        assert!((tolerance.allowed - 5.023_886).abs() < 1e-6);
        let tests = two_tests(
            Replicate {
                sown: 50,
                germinated: 45,
            },
            Replicate {
                sown: 50,
                germinated: 40,
            },
        )
        .unwrap();
        assert_eq!((tests.method, tests.within), (Method::ChiSquared, true));
    }

    #[test]
    fn nothing_is_compared_to_nothing() {
        assert_eq!(replicates(&[]), Err(Unknown::NoData));
        assert_eq!(replicates(&of(25, &[20])), Err(Unknown::OneSample));
        assert_eq!(replicates(&of(0, &[0, 0])), Err(Unknown::NothingSown));
        assert_eq!(replicates(&of(25, &[20, 26])), Err(Unknown::MoreThanSown));
        let none = heterogeneity(&of(25, &[0, 0])).unwrap();
        assert_eq!((none.chi_squared, none.p_value, none.is_rough), (0.0, 1.0, true));
    }

    proptest! {
        #[test]
        fn the_order_of_the_replicates_does_not_matter(sown in 1u32..400, shares in prop::collection::vec(0f64..=1.0, 2..8)) {
            let all: Vec<Replicate> = shares.iter().map(|s| Replicate { sown, germinated: (s * f64::from(sown)) as u32 }).collect();
            let reversed: Vec<Replicate> = all.iter().rev().copied().collect();
            let (one, other) = (replicates(&all).unwrap(), replicates(&reversed).unwrap());
            prop_assert_eq!((one.method, one.within), (other.method, other.within));
            prop_assert!((one.found - other.found).abs() < 1e-9 && (one.allowed - other.allowed).abs() < 1e-9);
        }

        #[test]
        fn equal_replicates_agree(sown in 1u32..1000, share in 0f64..=1.0, count in 2usize..20) {
            let germinated = (share * f64::from(sown)) as u32;
            let same = vec![Replicate { sown, germinated }; count];
            prop_assert!(replicates(&same).unwrap().within);
        }

        #[test]
        fn nothing_panics(all in prop::collection::vec((any::<u32>(), any::<u32>()), 0..20)) {
            let all: Vec<Replicate> = all.into_iter().map(|(sown, germinated)| Replicate { sown, germinated }).collect();
            let _ = (replicates(&all), heterogeneity(&all));
            if let [first, second, ..] = all.as_slice() {
                let _ = two_tests(*first, *second);
            }
        }
    }
}
