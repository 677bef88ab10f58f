//! How replicates are made of what is sown, as pure functions; the database holds that
//! they sum.

use super::model::NewReplicate;
use crate::error::{Problem, table};

/// Largest number of replicates of a sowing or of a test.
pub const MAX_REPLICATES: usize = 200;

/// Replicates as they are made: those given, or as many as asked, or one; for counted
/// seeds that say nothing of their own, the seeds are shared as evenly as can be.
///
/// # Errors
/// 409: both given, too many, a code twice, or more than there are seeds.
pub fn replicates(
    given: &[NewReplicate],
    count: Option<u16>,
    sown: Option<f64>,
    counted_seeds: bool,
) -> Result<Vec<(String, Option<i32>)>, Problem> {
    if !given.is_empty() && count.is_some() {
        return Err(Problem::law("/replicate_count", "not_given_together"));
    }
    let wanted = if given.is_empty() {
        usize::from(count.unwrap_or(1))
    } else {
        given.len()
    };
    if wanted == 0 || wanted > MAX_REPLICATES {
        return Err(Problem::law("/replicate_count", "too_many"));
    }
    let codes: Vec<String> = (0..wanted)
        .map(|n| {
            given
                .get(n)
                .and_then(|r| r.code.clone())
                .unwrap_or_else(|| letters(n))
        })
        .collect();
    if let Some(n) = (1..wanted).find(|n| {
        codes
            .get(..*n)
            .is_some_and(|before| codes.get(*n).is_some_and(|c| before.contains(c)))
    }) {
        return Err(Problem::law(format!("/replicates/{n}/code"), "duplicate"));
    }
    let said: Vec<Option<i32>> = (0..wanted).map(|n| given.get(n).and_then(|r| r.sown)).collect();
    let shares = match sown {
        Some(sown) if counted_seeds && said.iter().all(Option::is_none) => share(sown, wanted)?,
        _ => said,
    };
    Ok(codes.into_iter().zip(shares).collect())
}

/// Shares a whole number among replicates, the first ones having one more.
fn share(sown: f64, among: usize) -> Result<Vec<Option<i32>>, Problem> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::as_conversions,
        reason = "checked to be within bounds"
    )]
    let sown = sown as i32;
    let among = i32::try_from(among).unwrap_or(i32::MAX);
    if sown < among {
        return Err(Problem::law("/replicate_count", "too_many"));
    }
    Ok((0..among)
        .map(|n| Some(sown / among + i32::from(n < sown % among)))
        .collect())
}

/// A, B … Z, AA, AB…
#[must_use]
pub fn letters(n: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or_default());
    if n < 26 {
        letter(n).to_string()
    } else {
        format!("{}{}", letter(n / 26 - 1), letter(n))
    }
}

/// For counted seeds the replicates sum to what is sown.
///
/// # Errors
/// 409 with both figures.
pub fn replicates_sum(
    sown: Option<f64>,
    counted_seeds: bool,
    replicates: &[Option<i32>],
) -> Result<(), Problem> {
    let sum: Option<i64> = replicates.iter().map(|n| n.map(i64::from)).sum();
    #[expect(
        clippy::cast_precision_loss,
        clippy::as_conversions,
        reason = "far below 2^53"
    )]
    let agrees = sum.map(|n| n as f64) == sown;
    if replicates.is_empty() || (counted_seeds && !agrees) {
        let problem = Problem::new(table::REPLICATES_SUM).at("/replicates");
        return Err(problem.with("sown", sown).with("replicates", sum));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn replicates_are_lettered_and_share_the_seeds() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        let made = replicates(&[], Some(4), Some(50.0), true).unwrap();
        assert_eq!(
            made,
            [("A", 13), ("B", 13), ("C", 12), ("D", 12)].map(|(c, n)| (c.to_owned(), Some(n)))
        );
        assert!(replicates(&[], Some(4), Some(3.0), true).is_err());
        assert_eq!(
            replicates(&[], None, None, false).unwrap(),
            [("A".to_owned(), None)]
        );
    }

    proptest! {
        #[test]
        fn shares_sum_to_what_is_sown(sown in 1_u32..100_000, among in 1_u16..=200) {
            prop_assume!(u32::from(among) <= sown);
            let made = replicates(&[], Some(among), Some(f64::from(sown)), true).unwrap();
            let shares: Vec<Option<i32>> = made.iter().map(|(_, n)| *n).collect();
            prop_assert!(replicates_sum(Some(f64::from(sown)), true, &shares).is_ok());
            let (least, most) = (shares.iter().min().unwrap().unwrap(), shares.iter().max().unwrap().unwrap());
            prop_assert!(most - least <= 1);
        }
    }
}
