//! The ledger of one lot, read under its lock: what an act writes is decided here, from
//! the legs that count, before anything is written.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use uuid::Uuid;

use super::model::{Basis, MovementKind, NewLeg};
use super::rules::{self, Closing, Leg};
use crate::error::{Problem, table};

/// A lot and the legs that count, by place, in their order.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// Key of the lot.
    pub id_seed_lot: i32,
    /// Its code, for messages.
    pub code: String,
    /// Its archive reserve.
    pub archive_reserve: i32,
    /// Place and leg.
    pub legs: Vec<(i32, Leg)>,
}

/// Who acts, when and why: what every leg of an act shares.
#[derive(Debug, Clone)]
pub struct Act {
    /// Identifier of the act.
    pub operation: Uuid,
    /// Day.
    pub date: NaiveDate,
    /// Role that enters it.
    pub id_digitiser: i32,
    /// Role that moves the seeds.
    pub id_actor: Option<i32>,
    /// Who moves the seeds, when not a user.
    pub actor_text: Option<String>,
    /// Partner.
    pub id_partner: Option<i32>,
    /// Record it is part of.
    pub cause: Option<(&'static str, Uuid)>,
    /// Why.
    pub reason: Option<String>,
}

/// Seeds taken out of a place.
#[derive(Debug, Clone)]
pub struct Taking {
    /// Identifier of the leg.
    pub uuid: Uuid,
    /// Place.
    pub id_place: i32,
    /// Kind.
    pub kind: MovementKind,
    /// How many, positive; none when unknown.
    pub seeds: Option<i32>,
    /// How the number is known.
    pub basis: Basis,
    /// Mass in g, positive.
    pub mass_g: Option<BigDecimal>,
    /// More than an estimated balance says was confirmed.
    pub confirmed: bool,
    /// Why the reserve is broken into.
    pub override_reason: Option<String>,
    /// They have the right V on the lot.
    pub may_override: bool,
}

impl Ledger {
    fn of(&self, id_place: i32) -> Vec<Leg> {
        self.legs
            .iter()
            .filter(|(place, _)| *place == id_place)
            .map(|(_, leg)| *leg)
            .collect()
    }

    /// What is in a place now.
    #[must_use]
    pub fn balance(&self, id_place: i32) -> Closing {
        rules::balance(&self.of(id_place))
    }

    /// What is left of the lot in all, none when that is unknown.
    #[must_use]
    pub fn left(&self) -> Option<i64> {
        let mut places: Vec<i32> = self.legs.iter().map(|(place, _)| *place).collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .map(|place| Some(self.balance(place)).filter(|b| b.is_known).map(|b| b.seeds))
            .sum()
    }

    /// A stock-take is the truth of its day: nothing slips in before it.
    fn not_before_take(&self, id_place: i32, date: NaiveDate) -> Result<(), Problem> {
        let take = self
            .of(id_place)
            .into_iter()
            .filter(|leg| leg.observed.is_some())
            .map(|leg| leg.date)
            .max();
        match take {
            Some(take) if date < take => Err(Problem::new(table::STOCK_TAKEN_SINCE)
                .with("lot", self.code.clone())
                .with("date", take.to_string())
                .at("/effective_date")),
            _ => Ok(()),
        }
    }

    /// The legs of a withdrawal: the correction of an estimated balance first, if one is needed.
    ///
    /// # Errors
    /// The laws of [`rules::debit`] and [`rules::reserve`]; a stock-take since.
    pub fn take(&self, act: &Act, taking: Taking) -> Result<Vec<NewLeg>, Problem> {
        self.not_before_take(taking.id_place, act.date)?;
        let out = Leg {
            date: act.date,
            seeds: taking.seeds.map(|n| -n),
            basis: taking.basis,
            observed: None,
        };
        let debit = rules::debit(&self.code, &self.of(taking.id_place), out, taking.confirmed)?;
        let mut legs = Vec::new();
        if debit.correction > 0 {
            let kind = MovementKind::InventoryCorrection;
            legs.push(NewLeg {
                seeds: Some(debit.correction),
                basis: Basis::Estimated,
                ..self.leg(act, Uuid::new_v4(), taking.id_place, kind)
            });
        }
        let chosen = !matches!(taking.kind, MovementKind::Loss);
        let left = self
            .left()
            .zip(taking.seeds)
            .map(|(left, n)| left + i64::from(debit.correction) - i64::from(n));
        let broken = chosen && left.is_some_and(|left| left < i64::from(self.archive_reserve));
        if chosen {
            rules::reserve(
                &self.code,
                left,
                self.archive_reserve,
                taking.override_reason.as_deref(),
                taking.may_override,
            )?;
        }
        legs.push(NewLeg {
            seeds: out.seeds,
            basis: taking.basis,
            mass_g: taking.mass_g.map(|mass| -mass),
            reserve_override_reason: taking.override_reason.filter(|_| broken),
            ..self.leg(act, taking.uuid, taking.id_place, taking.kind)
        });
        Ok(legs)
    }

    /// The legs that take everything out of a place; after them nothing is left, for sure.
    ///
    /// # Errors
    /// There is nothing; the archive reserve; a stock-take since.
    pub fn take_all(&self, act: &Act, taking: Taking) -> Result<Vec<NewLeg>, Problem> {
        let there = self.balance(taking.id_place);
        if there.is_known {
            let seeds = i32::try_from(there.seeds).map_err(|_| Problem::law("/seeds", "out_of_range"))?;
            if seeds == 0 {
                return Err(self.nothing_there(act.date));
            }
            let mut legs = self.take(
                act,
                Taking {
                    seeds: Some(seeds),
                    basis: there.basis,
                    ..taking
                },
            )?;
            legs.iter_mut().for_each(|leg| leg.is_total = true);
            return Ok(legs);
        }
        let id_place = taking.id_place;
        let mut legs = self.take(
            act,
            Taking {
                seeds: None,
                basis: Basis::Unknown,
                ..taking
            },
        )?;
        legs.iter_mut().for_each(|leg| leg.is_total = true);
        legs.extend(self.stock_take(act, Uuid::new_v4(), id_place, 0, Basis::Counted)?);
        Ok(legs)
    }

    fn nothing_there(&self, date: NaiveDate) -> Problem {
        Problem::new(table::STOCK_NOT_NEGATIVE)
            .with("lot", self.code.clone())
            .with("seeds", 1)
            .with("date", date.to_string())
            .with("available", 0)
            .at("/seeds")
    }

    /// The leg of an entry.
    ///
    /// # Errors
    /// A stock-take since.
    pub fn enter(&self, act: &Act, entry: Taking) -> Result<Vec<NewLeg>, Problem> {
        self.not_before_take(entry.id_place, act.date)?;
        let leg = self.leg(act, entry.uuid, entry.id_place, entry.kind);
        Ok(vec![NewLeg {
            seeds: entry.seeds,
            basis: entry.basis,
            mass_g: entry.mass_g,
            ..leg
        }])
    }

    /// The two legs of a transfer; all there is when no number is given. What is moved whole
    /// takes along the mass that is known of it.
    ///
    /// # Errors
    /// 409: not enough there; a stock-take since; from a place to itself.
    pub fn transfer(
        &self,
        act: &Act,
        from: i32,
        to: i32,
        seeds: Option<i32>,
        mass_there: Option<BigDecimal>,
    ) -> Result<Vec<NewLeg>, Problem> {
        if from == to {
            return Err(Problem::law("/to", "duplicate"));
        }
        self.not_before_take(from, act.date)?;
        self.not_before_take(to, act.date)?;
        let there = self.balance(from);
        let all = i32::try_from(there.seeds).ok().filter(|_| there.is_known);
        if seeds.is_none() && all == Some(0) {
            return Err(self.nothing_there(act.date));
        }
        let seeds = seeds.or(all);
        let whole = all.is_some() && seeds == all;
        let mass = mass_there.filter(|_| whole);
        let basis = if seeds.is_some() {
            there.basis.min(Basis::Estimated)
        } else {
            Basis::Unknown
        };
        let out = Leg {
            date: act.date,
            seeds: seeds.map(|n| -n),
            basis,
            observed: None,
        };
        rules::debit(&self.code, &self.of(from), out, false)?;
        let leg = |place| self.leg(act, Uuid::new_v4(), place, MovementKind::Transfer);
        Ok(vec![
            NewLeg {
                seeds: out.seeds,
                mass_g: mass.as_ref().map(|mass| -mass),
                basis,
                ..leg(from)
            },
            NewLeg {
                seeds,
                mass_g: mass,
                basis,
                ..leg(to)
            },
        ])
    }

    /// The leg of a stock-take: the correction that makes the balance what was found.
    ///
    /// # Errors
    /// 422: it must be known how it was counted; 409: a later stock-take.
    pub fn stock_take(
        &self,
        act: &Act,
        uuid: Uuid,
        id_place: i32,
        found: i32,
        basis: Basis,
    ) -> Result<Vec<NewLeg>, Problem> {
        if basis == Basis::Unknown {
            return Err(Problem::field("/basis", "unknown_is_null"));
        }
        self.not_before_take(id_place, act.date)?;
        let until: Vec<Leg> = self
            .of(id_place)
            .into_iter()
            .filter(|leg| leg.date <= act.date)
            .collect();
        let correction = i64::from(found) - rules::balance(&until).seeds;
        let seeds = i32::try_from(correction).map_err(|_| Problem::law("/observed_seeds", "out_of_range"))?;
        let leg = Leg {
            date: act.date,
            seeds: Some(seeds),
            basis,
            observed: Some(found),
        };
        if let Some(day) = rules::first_shortage(&rules::with(&self.of(id_place), leg)) {
            return Err(Problem::new(table::STOCK_NOT_NEGATIVE)
                .with("lot", self.code.clone())
                .with("seeds", -day.seeds)
                .with("date", day.date.to_string())
                .at("/observed_seeds"));
        }
        let leg = self.leg(act, uuid, id_place, MovementKind::InventoryCorrection);
        Ok(vec![NewLeg {
            seeds: Some(seeds),
            basis,
            observed_seeds: Some(found),
            ..leg
        }])
    }

    fn leg(&self, act: &Act, uuid: Uuid, id_place: i32, kind: MovementKind) -> NewLeg {
        NewLeg {
            uuid,
            uuid_operation: act.operation,
            id_seed_lot: self.id_seed_lot,
            id_place,
            kind,
            seeds: None,
            mass_g: None,
            basis: Basis::Unknown,
            observed_seeds: None,
            is_total: false,
            effective_date: act.date,
            id_actor: act.id_actor,
            actor_text: act.actor_text.clone(),
            id_partner: act.id_partner,
            cause_type: act.cause.map(|(kind, _)| kind.to_owned()),
            cause_uuid: act.cause.map(|(_, uuid)| uuid),
            id_reversed: None,
            reason: act.reason.clone(),
            reserve_override_reason: None,
            id_digitiser: act.id_digitiser,
            id_permit: None,
            permit_waiver: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
    }

    fn ledger(legs: &[(i32, u32, Option<i32>, Basis)]) -> Ledger {
        let legs = legs.iter().map(|&(place, n, seeds, basis)| {
            (
                place,
                Leg {
                    date: day(n),
                    seeds,
                    basis,
                    observed: None,
                },
            )
        });
        Ledger {
            id_seed_lot: 1,
            code: "L2026_0001".to_owned(),
            archive_reserve: 0,
            legs: legs.collect(),
        }
    }

    fn act(n: u32) -> Act {
        Act {
            operation: Uuid::new_v4(),
            date: day(n),
            id_digitiser: 1,
            id_actor: None,
            actor_text: None,
            id_partner: None,
            cause: None,
            reason: None,
        }
    }

    fn taking(seeds: Option<i32>) -> Taking {
        Taking {
            uuid: Uuid::new_v4(),
            id_place: 1,
            kind: MovementKind::Gift,
            seeds,
            basis: if seeds.is_some() {
                Basis::Counted
            } else {
                Basis::Unknown
            },
            mass_g: None,
            confirmed: true,
            override_reason: None,
            may_override: false,
        }
    }

    #[test]
    fn the_reserve_counts_every_place() {
        let mut lot = ledger(&[(1, 1, Some(30), Basis::Counted), (2, 1, Some(70), Basis::Counted)]);
        lot.archive_reserve = 80;
        assert!(lot.take(&act(2), taking(Some(20))).is_ok());
        assert_eq!(
            lot.take(&act(2), taking(Some(21))).unwrap_err().kind(),
            table::STOCK_RESERVE_KEPT
        );
    }

    #[test]
    fn taking_all_of_an_unknown_balance_leaves_nothing_for_sure() {
        let lot = ledger(&[(1, 1, Some(40), Basis::Counted), (1, 2, None, Basis::Unknown)]);
        let legs = lot.take_all(&act(3), taking(None)).unwrap();
        assert_eq!(
            legs.iter().map(|l| l.seeds).collect::<Vec<_>>(),
            [None, Some(-40)]
        );
        assert_eq!(legs[1].observed_seeds, Some(0));
    }

    #[test]
    fn a_transfer_is_two_opposite_legs() {
        let lot = ledger(&[(1, 1, Some(40), Basis::Counted)]);
        let legs = lot.transfer(&act(2), 1, 2, Some(15), None).unwrap();
        assert_eq!(
            legs.iter().map(|l| (l.id_place, l.seeds)).collect::<Vec<_>>(),
            [(1, Some(-15)), (2, Some(15))]
        );
        assert!(lot.transfer(&act(2), 1, 2, Some(41), None).is_err());
        assert!(lot.transfer(&act(2), 1, 1, Some(1), None).is_err());
        assert!(lot.transfer(&act(2), 2, 1, None, None).is_err());
    }

    #[test]
    fn what_is_moved_whole_takes_its_mass_along() {
        let lot = ledger(&[(1, 1, Some(40), Basis::Counted)]);
        let masses = |seeds, there: Option<i32>| -> Vec<Option<BigDecimal>> {
            let legs = lot.transfer(&act(2), 1, 2, seeds, there.map(BigDecimal::from));
            legs.unwrap().into_iter().map(|leg| leg.mass_g).collect()
        };
        let along = [Some(BigDecimal::from(-3)), Some(BigDecimal::from(3))];
        assert_eq!(masses(None, Some(3)), along);
        assert_eq!(masses(Some(40), Some(3)), along);
        assert_eq!(masses(Some(15), Some(3)), [None, None]);
        assert_eq!(masses(None, None), [None, None]);
    }

    #[test]
    fn a_stock_take_is_a_computed_correction_and_closes_the_past() {
        let mut lot = ledger(&[(1, 1, Some(40), Basis::Estimated)]);
        let legs = lot
            .stock_take(&act(5), Uuid::new_v4(), 1, 37, Basis::Counted)
            .unwrap();
        assert_eq!(legs[0].seeds, Some(-3));
        lot.legs.push((
            1,
            Leg {
                date: day(5),
                seeds: Some(-3),
                basis: Basis::Counted,
                observed: Some(37),
            },
        ));
        assert_eq!(lot.balance(1).seeds, 37);
        assert_eq!(
            lot.take(&act(4), taking(Some(1))).unwrap_err().kind(),
            table::STOCK_TAKEN_SINCE
        );
        assert!(lot.take(&act(5), taking(Some(1))).is_ok());
    }
}
