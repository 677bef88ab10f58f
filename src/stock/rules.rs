//! The laws of the ledger as pure functions: the same ones that the database holds
//! whatever writes (`apply_stock_movements`), with the figures of a clear message.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use validator::ValidationError;

use super::model::{Basis, MovementKind};
use crate::error::{Problem, table};

/// A leg that counts (neither a reversal nor reversed) of one lot in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Day of the leg.
    pub date: NaiveDate,
    /// Seeds in (positive) or out; none when unknown.
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: Basis,
    /// What was found, when the leg is a stock-take.
    pub observed: Option<i32>,
}

/// What is in a place at the close of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// Day.
    pub date: NaiveDate,
    /// Sum of the known seeds.
    pub seeds: i64,
    /// No leg of unknown size since the last stock-take.
    pub is_known: bool,
    /// The least sure basis since the last stock-take.
    pub basis: Basis,
}

/// What was there at the close of every day of a ledger given in its order.
#[must_use]
pub fn closings(legs: &[Leg]) -> Vec<Closing> {
    let mut days: Vec<Closing> = Vec::new();
    let (mut seeds, mut is_known, mut basis) = (0_i64, true, Basis::Counted);
    for leg in legs {
        if leg.observed.is_some() {
            (is_known, basis) = (true, leg.basis);
        }
        seeds += i64::from(leg.seeds.unwrap_or_default());
        is_known &= leg.seeds.is_some();
        basis = basis.max(leg.basis);
        let closing = Closing {
            date: leg.date,
            seeds,
            is_known,
            basis,
        };
        match days.last_mut() {
            Some(last) if last.date == leg.date => *last = closing,
            _ => days.push(closing),
        }
    }
    days
}

/// What is there now: nothing, for sure, when there never was a leg.
#[must_use]
pub fn balance(legs: &[Leg]) -> Closing {
    let nothing = Closing {
        date: NaiveDate::MIN,
        seeds: 0,
        is_known: true,
        basis: Basis::Counted,
    };
    closings(legs).last().copied().unwrap_or(nothing)
}

/// The legs with one more, entered last on its day.
#[must_use]
pub fn with(legs: &[Leg], leg: Leg) -> Vec<Leg> {
    let mut all = legs.to_vec();
    all.insert(all.partition_point(|l| l.date <= leg.date), leg);
    all
}

/// The first day whose known balance would be below zero.
#[must_use]
pub fn first_shortage(legs: &[Leg]) -> Option<Closing> {
    closings(legs)
        .into_iter()
        .find(|day| day.is_known && day.seeds < 0)
}

/// The worst shortage of any day, as a positive number; 0 when there is none.
#[must_use]
pub fn shortage(legs: &[Leg]) -> i64 {
    closings(legs)
        .iter()
        .filter(|day| day.is_known)
        .map(|day| -day.seeds)
        .max()
        .unwrap_or_default()
        .max(0)
}

/// What taking seeds out needs besides the leg itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debit {
    /// Seeds of the inventory correction that makes an estimated balance true; 0 for none.
    pub correction: i32,
}

/// Takes seeds (`seeds` negative, or unknown) out of a place.
///
/// A counted balance is never overdrawn. From one that is only weighed or estimated,
/// more may be taken than it says once that is confirmed: the correction makes it true.
///
/// # Errors
/// 409: not enough seeds, or to be confirmed; with the figures.
pub fn debit(lot: &str, legs: &[Leg], leg: Leg, confirmed: bool) -> Result<Debit, Problem> {
    let after = with(legs, leg);
    let Some(first) = first_shortage(&after) else {
        return Ok(Debit { correction: 0 });
    };
    let missing = shortage(&after);
    let before = closings(legs).into_iter().rfind(|day| day.date <= leg.date);
    let available = before.filter(|day| day.is_known).map_or(0, |day| day.seeds);
    let asked = leg.seeds.map_or(0, |seeds| -i64::from(seeds));
    if before.is_none_or(|day| day.basis == Basis::Counted) {
        return Err(Problem::new(table::STOCK_NOT_NEGATIVE)
            .with("lot", lot)
            .with("seeds", missing)
            .with("date", first.date.to_string())
            .with("available", available)
            .with("asked", asked)
            .at("/seeds"));
    }
    if !confirmed {
        return Err(Problem::new(table::STOCK_OVERDRAW_UNCONFIRMED)
            .with("lot", lot)
            .with("available", available)
            .with("asked", asked)
            .at("/confirm_overdraw"));
    }
    let correction = i32::try_from(missing).map_err(|_| Problem::law("/seeds", "out_of_range"))?;
    Ok(Debit { correction })
}

/// Goes on when what is left respects the archive reserve, or someone with the right
/// gave a reason. An unknown balance cannot tell.
///
/// # Errors
/// 409 with the figures; 403 when a reason is given without the right V.
pub fn reserve(
    lot: &str,
    left: Option<i64>,
    reserve: i32,
    reason: Option<&str>,
    may_override: bool,
) -> Result<(), Problem> {
    match left {
        Some(left) if left < i64::from(reserve) => match reason {
            Some(_) if may_override => Ok(()),
            Some(_) => Err(Problem::forbidden('V')),
            None => Err(Problem::new(table::STOCK_RESERVE_KEPT)
                .with("lot", lot)
                .with("reserve", reserve)
                .with("left", left)
                .at("/reserve_override_reason")),
        },
        _ => Ok(()),
    }
}

/// The signed seeds of a movement from the positive number that someone types.
#[must_use]
pub fn signed(kind: MovementKind, seeds: Option<i32>) -> Option<i32> {
    seeds.map(|n| if kind.is_entry() { n } else { -n })
}

/// A mass in g that moves, kept to 10 µg.
///
/// # Errors
/// It is not positive, or is heavier than a ton.
pub fn mass(value: &BigDecimal) -> Result<(), ValidationError> {
    if *value >= BigDecimal::new(1.into(), 5) && *value <= 1_000_000 {
        Ok(())
    } else {
        Err(ValidationError::new("out_of_range"))
    }
}

/// A quantity and how it is known go together.
///
/// # Errors
/// 409 on the basis: an unknown number is left empty, a given one says how it is known.
pub fn basis_agrees(seeds: Option<i32>, basis: Basis) -> Result<(), Problem> {
    if seeds.is_none() == (basis == Basis::Unknown) {
        Ok(())
    } else {
        Err(Problem::new(table::UNKNOWN_IS_NULL).at("/basis"))
    }
}

/// Nothing is effective in the future.
///
/// # Errors
/// 409 on the field.
pub fn not_in_future(date: NaiveDate, today: NaiveDate, pointer: &str) -> Result<(), Problem> {
    if date <= today {
        Ok(())
    } else {
        Err(Problem::new(table::NOT_IN_FUTURE)
            .with("date", date.to_string())
            .at(pointer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
    }

    fn leg(n: u32, seeds: i32, basis: Basis) -> Leg {
        Leg {
            date: day(n),
            seeds: Some(seeds),
            basis,
            observed: None,
        }
    }

    fn pinch(n: u32) -> Leg {
        Leg {
            date: day(n),
            seeds: None,
            basis: Basis::Unknown,
            observed: None,
        }
    }

    fn take(n: u32, seeds: i32, found: i32) -> Leg {
        Leg {
            date: day(n),
            seeds: Some(seeds),
            basis: Basis::Counted,
            observed: Some(found),
        }
    }

    #[test]
    fn a_counted_balance_is_never_overdrawn() {
        let legs = [leg(1, 100, Basis::Counted)];
        assert_eq!(
            debit("L", &legs, leg(2, -100, Basis::Counted), false)
                .unwrap()
                .correction,
            0
        );
        let refused = debit("L", &legs, leg(2, -101, Basis::Counted), true).unwrap_err();
        assert_eq!(refused.kind(), table::STOCK_NOT_NEGATIVE);
    }

    #[test]
    fn an_estimated_balance_is_corrected_once_confirmed() {
        let legs = [leg(1, 50, Basis::Estimated)];
        let asked = leg(2, -60, Basis::Counted);
        assert_eq!(
            debit("L", &legs, asked, false).unwrap_err().kind(),
            table::STOCK_OVERDRAW_UNCONFIRMED
        );
        assert_eq!(debit("L", &legs, asked, true).unwrap().correction, 10);
    }

    #[test]
    fn an_unknown_balance_is_not_zero() {
        let legs = [pinch(1)];
        assert!(!balance(&legs).is_known);
        assert_eq!(
            debit("L", &legs, leg(2, -60, Basis::Counted), false)
                .unwrap()
                .correction,
            0
        );
    }

    #[test]
    fn a_stock_take_makes_an_unknown_balance_known_again() {
        let legs = [leg(1, 100, Basis::Counted), pinch(2), take(3, -20, 80)];
        let now = balance(&legs);
        assert_eq!((now.seeds, now.is_known, now.basis), (80, true, Basis::Counted));
    }

    #[test]
    fn a_late_withdrawal_is_checked_against_every_later_day() {
        let legs = [leg(1, 100, Basis::Counted), leg(5, -95, Basis::Counted)];
        assert!(debit("L", &legs, leg(3, -5, Basis::Counted), false).is_ok());
        assert!(debit("L", &legs, leg(3, -6, Basis::Counted), false).is_err());
    }

    #[test]
    fn the_order_within_a_day_does_not_matter() {
        let legs = [leg(2, -30, Basis::Counted), leg(2, 30, Basis::Counted)];
        assert_eq!(first_shortage(&legs), None);
    }

    #[test]
    fn the_reserve_needs_the_right_and_a_reason() {
        assert!(reserve("L", Some(50), 50, None, false).is_ok());
        assert!(reserve("L", None, 50, None, false).is_ok());
        assert_eq!(
            reserve("L", Some(49), 50, None, true).unwrap_err().kind(),
            table::STOCK_RESERVE_KEPT
        );
        assert_eq!(
            reserve("L", Some(49), 50, Some("rescue"), false)
                .unwrap_err()
                .kind(),
            table::FORBIDDEN
        );
        assert!(reserve("L", Some(49), 50, Some("rescue"), true).is_ok());
    }

    #[test]
    fn an_unknown_number_has_an_unknown_basis_and_only_it() {
        assert!(basis_agrees(None, Basis::Unknown).is_ok());
        assert!(basis_agrees(Some(0), Basis::Counted).is_ok());
        assert!(basis_agrees(None, Basis::Counted).is_err());
        assert!(basis_agrees(Some(1), Basis::Unknown).is_err());
    }

    proptest! {
        #[test]
        fn what_is_allowed_never_leaves_a_day_below_zero(moves in prop::collection::vec((1_u32..28, -60_i32..60), 1..40)) {
            let mut legs: Vec<Leg> = vec![leg(1, 50, Basis::Counted)];
            for (n, seeds) in moves {
                let asked = leg(n, seeds, Basis::Counted);
                if seeds >= 0 || debit("L", &legs, asked, false).is_ok() {
                    legs = with(&legs, asked);
                }
                prop_assert_eq!(first_shortage(&legs), None);
                prop_assert_eq!(balance(&legs).seeds, legs.iter().map(|l| i64::from(l.seeds.unwrap_or(0))).sum::<i64>());
            }
        }

        #[test]
        fn a_confirmed_overdraw_ends_at_zero_on_its_worst_day(start in 0_i32..100, asked in 1_i32..300) {
            let legs = [leg(1, start, Basis::Estimated)];
            let out = leg(2, -asked, Basis::Counted);
            let debit = debit("L", &legs, out, true).unwrap();
            let corrected = with(&with(&legs, leg(2, debit.correction, Basis::Estimated)), out);
            prop_assert_eq!(shortage(&corrected), 0);
            prop_assert_eq!(balance(&corrected).seeds, i64::from((start - asked).max(0)));
        }
    }
}
