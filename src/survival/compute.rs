//! From what happened to plants to their survival: pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::model::Survival;
use crate::exits::rules::Visit;
use crate::science::survival::{Departures, kaplan_meier};
use crate::science::unknown::Unknown;

/// What happened to the plants of a cultivation on a day; the deaths less those found again since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    /// Day.
    pub date: NaiveDate,
    /// Plants that came.
    pub joined: i32,
    /// Plants that died.
    pub died: i32,
    /// Plants that left alive.
    pub left: i32,
}

/// What plants are followed through: by day from their day 0, and until when.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Followed {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    days: BTreeMap<i64, (u32, u32, u32)>,
}

impl Followed {
    fn add(&mut self, day: i64, joined: i32, died: i32, left: i32) {
        let count = |plants: i32| u32::try_from(plants).unwrap_or_default();
        let of = self.days.entry(day).or_default();
        of.0 = of.0.saturating_add(count(joined));
        of.1 = of.1.saturating_add(count(died));
        of.2 = of.2.saturating_add(count(left));
    }

    /// The plants of a cultivation; those still there are followed until its last event.
    #[must_use]
    pub fn in_culture(events: &[Happened]) -> Self {
        let mut events = events.to_vec();
        events.sort_by_key(|event| event.date);
        let mut followed = Self {
            from: events.first().map(|event| event.date),
            until: events.last().map(|event| event.date),
            ..Self::default()
        };
        let (Some(from), Some(until)) = (followed.from, followed.until) else {
            return followed;
        };
        let mut alive = 0_i32;
        for event in events {
            followed.add(
                (event.date - from).num_days(),
                event.joined,
                event.died,
                event.left,
            );
            alive = alive.saturating_add(event.joined - event.died - event.left);
        }
        followed.add((until - from).num_days(), 0, 0, alive);
        followed
    }

    /// Plants that were released. Nobody tells one from another: those known alive on a visit are at
    /// least the ones seen alive, or dying, since; the others are followed until the last visit when
    /// they may have been alive for sure.
    #[must_use]
    pub fn after_release(released: i32, date: NaiveDate, visits: &[Visit]) -> Self {
        let mut visits = visits.to_vec();
        visits.sort_by_key(|visit| visit.date);
        let mut followed = Self {
            from: Some(date),
            until: visits.last().map(|visit| visit.date),
            ..Self::default()
        };
        if visits.is_empty() {
            return followed;
        }
        followed.add(0, released, 0, 0);
        // From the last visit back to the release: how many are known alive after each.
        let mut known = 0_i32;
        let mut after_next = (0_i32, 0_i32);
        for (n, visit) in visits.iter().enumerate().rev() {
            known = visit.alive.max(known.saturating_add(after_next.0));
            let day = (visit.date - date).num_days();
            let kept = if n + 1 == visits.len() {
                0
            } else {
                after_next.1.saturating_add(after_next.0)
            };
            followed.add(day, 0, visit.dead, known - kept);
            after_next = (visit.dead, known);
        }
        followed.add(0, 0, 0, released - known.saturating_add(after_next.0));
        followed
    }

    /// Several of them as one: each from its own day 0.
    #[must_use]
    pub fn together(all: &[Self]) -> Self {
        let mut sum = Self::default();
        for followed in all {
            for (day, (joined, died, left)) in &followed.days {
                let of = sum.days.entry(*day).or_default();
                of.0 = of.0.saturating_add(*joined);
                of.1 = of.1.saturating_add(*died);
                of.2 = of.2.saturating_add(*left);
            }
        }
        sum
    }

    /// Their survival, at a confidence.
    #[must_use]
    pub fn survival(&self, level: f64) -> Survival {
        let total =
            |of: fn(&(u32, u32, u32)) -> u32| self.days.values().map(of).fold(0_u32, u32::saturating_add);
        let plants = total(|day| day.0);
        let died = total(|day| day.1);
        let departures: Vec<Departures> = self
            .days
            .iter()
            .map(|(&day, &(joined, died, left))| Departures {
                day: i32::try_from(day).map_or(f64::INFINITY, f64::from),
                joined,
                died,
                left,
            })
            .collect();
        let estimate = match plants {
            0 => Err(Unknown::NoData),
            _ => kaplan_meier(0, &departures, level),
        };
        Survival {
            from: self.from,
            until: self.until,
            plants,
            died,
            censored: plants.saturating_sub(died),
            confidence: level,
            reason: estimate.as_ref().err().copied(),
            steps: estimate.ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + chrono::Days::new(n)
    }

    fn happened(n: u64, joined: i32, died: i32, left: i32) -> Happened {
        Happened {
            date: day(n),
            joined,
            died,
            left,
        }
    }

    fn visit(n: u64, alive: i32, dead: i32, not_seen: i32) -> Visit {
        Visit {
            date: day(n),
            alive,
            dead,
            not_seen,
        }
    }

    fn steps(followed: &Followed) -> Vec<(f64, u32, f64)> {
        let steps = followed.survival(0.95).steps.unwrap();
        let step = |step: &crate::science::survival::Step| (step.day, step.at_risk, step.survival);
        steps.iter().map(step).collect()
    }

    #[test]
    fn in_culture_those_who_leave_are_followed_until_then() {
        let events = [
            happened(0, 40, 0, 0),
            happened(30, 0, 3, 0),
            happened(60, 0, 5, 2),
            happened(120, 0, 4, 0),
        ];
        let followed = Followed::in_culture(&events);
        let found = steps(&followed);
        assert_eq!(
            found.iter().map(|step| (step.0, step.1)).collect::<Vec<_>>(),
            [(30.0, 40), (60.0, 37), (120.0, 30)]
        );
        assert!((found[2].2 - 0.693_33).abs() < 5e-6);
        let survival = followed.survival(0.95);
        assert_eq!(
            (survival.plants, survival.died, survival.censored, survival.until),
            (40, 12, 28, Some(day(120)))
        );
    }

    #[test]
    fn a_plant_not_seen_then_seen_again_never_left() {
        let dormant = Followed::after_release(20, day(0), &[visit(30, 12, 0, 8), visit(90, 16, 4, 0)]);
        assert_eq!(steps(&dormant), [(90.0, 20, 0.8)]);
    }

    #[test]
    fn a_plant_lost_from_sight_is_followed_until_it_was_last_known_alive() {
        let lost = Followed::after_release(20, day(0), &[visit(30, 20, 0, 0), visit(90, 12, 4, 4)]);
        // Four of the twenty alive on day 30 are not known of on day 90.
        assert_eq!(steps(&lost), [(90.0, 16, 0.75)]);
        assert_eq!(lost.survival(0.95).censored, 16);
    }

    #[test]
    fn nothing_is_known_of_plants_that_were_never_visited() {
        let survival = Followed::after_release(20, day(0), &[]).survival(0.95);
        assert_eq!((survival.steps, survival.reason), (None, Some(Unknown::NoData)));
        assert_eq!(
            Followed::in_culture(&[]).survival(0.95).reason,
            Some(Unknown::NoData)
        );
    }

    #[test]
    fn several_are_followed_each_from_its_own_day() {
        let one = Followed::in_culture(&[happened(0, 10, 0, 0), happened(30, 0, 2, 0)]);
        let other = Followed::in_culture(&[happened(100, 10, 0, 0), happened(130, 0, 3, 0)]);
        assert_eq!(steps(&Followed::together(&[one, other])), [(30.0, 20, 0.75)]);
    }

    proptest! {
        #[test]
        fn every_plant_released_is_followed_once(visits in prop::collection::vec((0i32..20, 0i32..4, 0i32..10), 1..6), more in 0i32..10) {
            let visits: Vec<Visit> = (1u64..).zip(visits).map(|(n, (alive, dead, not_seen))| visit(n * 30, alive, dead, not_seen)).collect();
            let mut dead = 0;
            let mut released = 1;
            for visit in &visits {
                dead += visit.dead;
                released = released.max(visit.alive + visit.not_seen + dead);
            }
            let followed = Followed::after_release(released + more, day(0), &visits);
            let (joined, gone) = followed.days.values().fold((0, 0), |(joined, gone), day| (joined + day.0, gone + day.1 + day.2));
            prop_assert_eq!(joined, gone);
            prop_assert_eq!(followed.survival(0.95).reason, None);
        }
    }
}
