//! Survival of plants: the share still alive on each day, when some leave the count without
//! dying (planted out, given away, lost from sight).
//!
//! Sources: Kaplan & Meier 1958, J. Am. Stat. Assoc. 53:457; Greenwood 1926 for the variance;
//! Rothman 1978, J. Chronic Dis. 31:557, for the band; Klein & Moeschberger 2003, Survival
//! Analysis, § 4.6, for those who join late.
//!
//! Domain: plants that leave do so for reasons that have nothing to do with their dying, and
//! do not depend on one another.

use serde::Serialize;
use utoipa::ToSchema;

use super::interval::{Interval, wilson_of};
use super::unknown::{Known, Unknown, finite};

/// Plants that came or left on a day: first those that join, then deaths, then the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Departures {
    /// Day, from the start of the follow-up.
    pub day: f64,
    /// Plants that joined: they are followed from that day on only.
    pub joined: u32,
    /// Plants that died.
    pub died: u32,
    /// Plants that left alive.
    pub left: u32,
}

/// The survival from a day until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[schema(as = SurvivalStep)]
pub struct Step {
    /// Day of deaths.
    #[schema(example = 60.0)]
    pub day: f64,
    /// Plants followed just before.
    #[schema(example = 37)]
    pub at_risk: u32,
    /// Share alive, from this day on.
    #[schema(example = 0.8)]
    pub survival: f64,
    /// Its interval.
    pub interval: Interval,
}

/// Kaplan and Meier's estimate: `S(t) = Π (1 − dᵢ / nᵢ)` over the days of deaths up to t, dᵢ
/// plants dying of nᵢ followed.
///
/// The band is pointwise: each step has its own interval, Wilson's for the number of plants
/// that gives Greenwood's variance, `S (1 − S) / (S² Σ dᵢ / (nᵢ (nᵢ − dᵢ)))`, which is all of
/// them when none left alive. Where every plant has died the number is that of the step
/// before, or of the plants followed when there is none.
///
/// # Errors
/// No plant, days that do not increase or before the start, more departures than plants, or a
/// confidence that is not one.
pub fn kaplan_meier(plants: u32, departures: &[Departures], level: f64) -> Known<Vec<Step>> {
    if plants == 0 && departures.iter().all(|departure| departure.joined == 0) {
        return Err(Unknown::NothingSown);
    }
    let days = || departures.iter().map(|departure| departure.day);
    if !days().zip(days().skip(1)).all(|(day, next)| day < next)
        || days().any(|day| !day.is_finite() || day < 0.0)
    {
        return Err(Unknown::DaysNotIncreasing);
    }
    let (mut at_risk, mut survival, mut greenwood) = (plants, 1.0, 0.0);
    let mut in_effect = f64::from(plants);
    let mut steps = Vec::new();
    for departure in departures {
        at_risk = at_risk
            .checked_add(departure.joined)
            .ok_or(Unknown::NumberOutOfRange)?;
        let remaining = at_risk.checked_sub(departure.died).ok_or(Unknown::MoreThanSown)?;
        // Once all have died, those who join say nothing of the others.
        if departure.died > 0 && survival > 0.0 {
            let (followed, died) = (f64::from(at_risk), f64::from(departure.died));
            survival *= f64::from(remaining) / followed;
            if remaining > 0 {
                greenwood += died / (followed * f64::from(remaining));
                in_effect = finite((1.0 - survival) / (survival * greenwood))?;
            } else if greenwood <= 0.0 {
                in_effect = followed;
            }
            let interval = wilson_of(survival, in_effect, level)?;
            steps.push(Step {
                day: departure.day,
                at_risk,
                survival,
                interval,
            });
        }
        at_risk = remaining
            .checked_sub(departure.left)
            .ok_or(Unknown::MoreThanSown)?;
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::super::interval::wilson;
    use super::*;
    use proptest::prelude::*;

    fn departures(of: &[(f64, u32, u32)]) -> Vec<Departures> {
        of.iter()
            .map(|&(day, died, left)| Departures {
                day,
                joined: 0,
                died,
                left,
            })
            .collect()
    }

    #[test]
    fn forty_plants() {
        let steps = kaplan_meier(
            40,
            &departures(&[(30.0, 3, 0), (60.0, 5, 2), (120.0, 4, 0)]),
            0.95,
        )
        .unwrap();
        let survival: Vec<f64> = steps.iter().map(|step| step.survival).collect();
        for (found, expected) in survival.iter().zip([0.925, 0.8, 0.693_33]) {
            assert!((found - expected).abs() < 5e-6, "{found} is not {expected}");
        }
        assert_eq!(
            steps.iter().map(|step| step.at_risk).collect::<Vec<_>>(),
            [40, 37, 30]
        );
    }

    #[test]
    fn when_none_leaves_alive_the_band_is_wilson_s() {
        let steps = kaplan_meier(40, &departures(&[(30.0, 3, 0), (60.0, 5, 0)]), 0.95).unwrap();
        for (step, alive) in steps.iter().zip([37, 32]) {
            let wilson = wilson(alive, 40, 0.95).unwrap();
            assert!(
                (step.interval.low - wilson.low).abs() < 1e-12
                    && (step.interval.high - wilson.high).abs() < 1e-12
            );
        }
    }

    #[test]
    fn a_plant_that_left_is_known_less_of() {
        let all = kaplan_meier(40, &departures(&[(30.0, 0, 0), (60.0, 8, 0)]), 0.95).unwrap();
        let fewer = kaplan_meier(40, &departures(&[(30.0, 0, 20), (60.0, 4, 0)]), 0.95).unwrap();
        let width = |steps: &[Step]| steps[0].interval.high - steps[0].interval.low;
        assert_eq!((all[0].survival, fewer[0].survival), (0.8, 0.8));
        assert!(width(&fewer) > width(&all));
    }

    #[test]
    fn a_plant_that_joins_late_is_followed_from_then_on() {
        let joins = |day, joined, died| Departures {
            day,
            joined,
            died,
            left: 0,
        };
        let steps = kaplan_meier(0, &[joins(0.0, 10, 0), joins(5.0, 0, 2), joins(9.0, 12, 5)], 0.95).unwrap();
        assert_eq!((steps[0].at_risk, steps[0].survival), (10, 0.8));
        assert_eq!((steps[1].at_risk, steps[1].survival), (20, 0.8 * 0.75));
        let after = kaplan_meier(0, &[joins(0.0, 2, 2), joins(5.0, 4, 1)], 0.95).unwrap();
        assert_eq!(after.len(), 1);
        assert_eq!(
            kaplan_meier(0, &[joins(0.0, 0, 0)], 0.95),
            Err(Unknown::NothingSown)
        );
    }

    #[test]
    fn all_dead_is_not_surely_none() {
        let steps = kaplan_meier(4, &departures(&[(1.0, 2, 0), (2.0, 2, 0)]), 0.95).unwrap();
        assert_eq!(steps[1].survival, 0.0);
        assert!(steps[1].interval.low == 0.0 && steps[1].interval.high > 0.2);
        assert_eq!(kaplan_meier(4, &[], 0.95), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_have_happened_is_refused() {
        assert_eq!(kaplan_meier(0, &[], 0.95), Err(Unknown::NothingSown));
        assert_eq!(
            kaplan_meier(4, &departures(&[(1.0, 5, 0)]), 0.95),
            Err(Unknown::MoreThanSown)
        );
        assert_eq!(
            kaplan_meier(4, &departures(&[(1.0, 2, 3)]), 0.95),
            Err(Unknown::MoreThanSown)
        );
        assert_eq!(
            kaplan_meier(4, &departures(&[(2.0, 1, 0), (1.0, 1, 0)]), 0.95),
            Err(Unknown::DaysNotIncreasing)
        );
        assert_eq!(
            kaplan_meier(4, &departures(&[(f64::NAN, 1, 0)]), 0.95),
            Err(Unknown::DaysNotIncreasing)
        );
        assert_eq!(
            kaplan_meier(4, &departures(&[(1.0, 1, 0)]), 2.0),
            Err(Unknown::ConfidenceOutOfRange)
        );
    }

    proptest! {
        #[test]
        fn survival_never_increases_and_is_in_its_band(events in prop::collection::vec((0u32..20, 0u32..20), 0..30), others in 1u32..100) {
            let plants = events.iter().map(|(died, left)| died + left).sum::<u32>() + others;
            let events: Vec<_> = (1u32..).zip(&events).map(|(day, &(died, left))| Departures { day: f64::from(day), joined: 0, died, left }).collect();
            let steps = kaplan_meier(plants, &events, 0.95).unwrap();
            let mut before = 1.0;
            for step in steps {
                prop_assert!(step.survival < before && step.interval.contains(step.survival));
                before = step.survival;
            }
        }

        #[test]
        fn nothing_panics(plants in any::<u32>(), events in prop::collection::vec((any::<f64>(), any::<u32>(), any::<u32>()), 0..5), level in any::<f64>()) {
            let _ = kaplan_meier(plants, &departures(&events), level);
        }
    }
}
