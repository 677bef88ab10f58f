//! Ellis and Roberts's improved viability equation, forward and inverse.
//!
//! `v = Ki − p / σ` with `σ = 10^(KE − CW log₁₀ m − CH t − CQ t²)`: v and Ki are the viabilities
//! after p days and at first, as normal deviates; m is the moisture, in % of the fresh mass,
//! and t the temperature, in °C; σ is in days.
//!
//! Source: Ellis & Roberts 1980, Ann. Bot. 45:13; Hong, Linington & Ellis 1996 (IPGRI).
//! Checked on viabilitymetrics, whose years have 365 days.
//!
//! Domain: orthodox seeds in airtight containers, 5 to 25 % moisture and −20 to 90 °C. The
//! floor of 5 % is approximate and depends on the species: from 2 to 5 % there is a figure and
//! a caution, for drying more gains nothing any more and the equation goes on gaining.

use serde::Serialize;
use utoipa::ToSchema;

use crate::science::distribution::{normal, normal_quantile};
use crate::science::unknown::{Known, Unknown, finite, percentage};

/// Days of a year, as the published figures count them.
pub const DAYS_PER_YEAR: f64 = 365.0;
/// The temperature terms when a species has none of its own, CH and CQ.
pub const UNIVERSAL_TEMPERATURE_TERMS: (f64, f64) = (0.0329, 0.000_478);
/// Below it, in %, a figure comes with a caution.
pub const MOISTURE_FLOOR: f64 = 5.0;

const MOISTURES: std::ops::RangeInclusive<f64> = 2.0..=25.0;
const TEMPERATURES: std::ops::RangeInclusive<f64> = -20.0..=90.0;

/// The constants of a species.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficients {
    /// KE.
    pub ke: f64,
    /// CW.
    pub cw: f64,
    /// CH.
    pub ch: f64,
    /// CQ.
    pub cq: f64,
}

/// Moisture and temperature of a store.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Store {
    moisture_percent: f64,
    temperature_c: f64,
}

impl Store {
    /// A store, moisture in % of the fresh mass.
    ///
    /// # Errors
    /// A moisture outside 2 to 25 %, or a temperature outside −20 to 90 °C.
    pub fn new(moisture_percent: f64, temperature_c: f64) -> Known<Self> {
        Ok(Self {
            moisture_percent: moisture(moisture_percent)?,
            temperature_c: temperature(temperature_c)?,
        })
    }
}

/// A viability and, when no seed or all were alive, how many were tested.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viability {
    /// Living seeds, %.
    pub percent: f64,
    /// Seeds tested.
    pub tested: Option<u32>,
}

impl Viability {
    /// A viability strictly between 0 and 100 %.
    #[must_use]
    pub fn of(percent: f64) -> Self {
        Self {
            percent,
            tested: None,
        }
    }

    /// The normal deviate of a viability; all of n seeds is `100 (n − 0.25) / n` %, and none
    /// `25 / n` % (Miller & Tainter 1944).
    ///
    /// # Errors
    /// Not a percentage, or 0 or 100 % of an unknown number of seeds.
    pub fn deviate(self) -> Known<f64> {
        let percent = percentage(self.percent)?;
        let tested = || {
            self.tested
                .filter(|seeds| *seeds > 0)
                .map(f64::from)
                .ok_or(Unknown::AllOrNone)
        };
        let adjusted = if percent >= 100.0 {
            let seeds = tested()?;
            100.0 * (seeds - 0.25) / seeds
        } else if percent <= 0.0 {
            25.0 / tested()?
        } else {
            percent
        };
        normal_quantile(adjusted / 100.0)
    }
}

/// What a figure should be told with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = StorageCaution)]
pub enum Caution {
    /// Less than 5 % moisture: seeds may gain nothing below a floor that is not known.
    BelowMoistureFloor,
    /// Colder than the temperature under which these constants say that seeds live less long.
    BelowTurningTemperature,
}

/// What to tell with a figure in this store.
#[must_use]
pub fn cautions(c: &Coefficients, store: Store) -> Vec<Caution> {
    let cautions = [
        (store.moisture_percent < MOISTURE_FLOOR).then_some(Caution::BelowMoistureFloor),
        (c.cq > 0.0 && store.temperature_c < -c.ch / (2.0 * c.cq))
            .then_some(Caution::BelowTurningTemperature),
    ];
    cautions.into_iter().flatten().collect()
}

/// σ, the days in which the viability loses one normal deviate:
/// `10^(KE − CW log₁₀ m − CH t − CQ t²)`.
///
/// # Errors
/// Constants that give no positive number.
pub fn sigma(c: &Coefficients, store: Store) -> Known<f64> {
    let temperature = store.temperature_c;
    let log = c.ke - c.cw * store.moisture_percent.log10() - (c.ch + c.cq * temperature) * temperature;
    finite(10_f64.powf(log)).and_then(|sigma| {
        if sigma > 0.0 {
            Ok(sigma)
        } else {
            Err(Unknown::NumberOutOfRange)
        }
    })
}

/// Viability after so many days, in %.
///
/// # Errors
/// As [`Viability::deviate`] and [`sigma`], or a duration that is negative.
pub fn viability_after(c: &Coefficients, store: Store, initial: Viability, days: f64) -> Known<f64> {
    let lost = duration(days)? / sigma(c, store)?;
    normal(initial.deviate()? - lost).map(|share| 100.0 * share)
}

/// Days until the viability falls to a percentage: `σ (Ki − v)`.
///
/// # Errors
/// As [`viability_after`], a target that is not strictly between 0 and 100 %, or a viability at
/// or below it already.
pub fn days_to(c: &Coefficients, store: Store, initial: Viability, target_percent: f64) -> Known<f64> {
    finite(fall(initial, target_percent)? * sigma(c, store)?)
}

/// Half-viability period, P50: `Ki σ`, in days.
///
/// # Errors
/// As [`days_to`] 50 %.
pub fn half_viability(c: &Coefficients, store: Store, initial: Viability) -> Known<f64> {
    days_to(c, store, initial, 50.0)
}

/// The highest moisture at which the viability is still so high after so many days, at a
/// temperature, in % of the fresh mass:
/// `10^((KE − CH t − CQ t² − log₁₀(p / (Ki − v))) / CW)`.
///
/// # Errors
/// As [`days_to`], or a moisture that would be outside 2 to 25 %.
pub fn moisture_needed(
    c: &Coefficients,
    temperature_c: f64,
    initial: Viability,
    target_percent: f64,
    days: f64,
) -> Known<f64> {
    let t = temperature(temperature_c)?;
    let needed = log_sigma_needed(initial, target_percent, days)?;
    moisture(10_f64.powf((c.ke - (c.ch + c.cq * t) * t - needed) / c.cw))
}

/// The highest temperature at which the viability is still so high after so many days, at a
/// moisture, in °C: the higher root of
/// `CQ t² + CH t + CW log₁₀ m − KE + log₁₀(p / (Ki − v)) = 0`.
///
/// # Errors
/// As [`days_to`], or a temperature that would be outside −20 to 90 °C.
pub fn temperature_needed(
    c: &Coefficients,
    moisture_percent: f64,
    initial: Viability,
    target_percent: f64,
    days: f64,
) -> Known<f64> {
    let log_moisture = moisture(moisture_percent)?.log10();
    let rest = c.cw * log_moisture - c.ke + log_sigma_needed(initial, target_percent, days)?;
    // The root written so that a CQ next to nothing does not lose its digits.
    let root = (c.ch * c.ch - 4.0 * c.cq * rest).sqrt();
    temperature(-2.0 * rest / (c.ch + root))
}

/// KE of a species stored at one temperature, from the intercept K of its line of log σ on
/// log moisture: `K + CH t + CQ t²`, with the temperature terms of all species.
///
/// # Errors
/// A temperature outside −20 to 90 °C.
pub fn ke(intercept: f64, temperature_c: f64) -> Known<f64> {
    let t = temperature(temperature_c)?;
    let (ch, cq) = UNIVERSAL_TEMPERATURE_TERMS;
    finite(intercept + (ch + cq * t) * t)
}

/// Normal deviates from a viability down to another.
fn fall(initial: Viability, target_percent: f64) -> Known<f64> {
    let fall = initial.deviate()? - Viability::of(target_percent).deviate()?;
    if fall > 0.0 {
        Ok(fall)
    } else {
        Err(Unknown::AlreadyBelow)
    }
}

fn log_sigma_needed(initial: Viability, target_percent: f64, days: f64) -> Known<f64> {
    let days = duration(days)?;
    let needed = days / fall(initial, target_percent)?;
    if needed > 0.0 {
        finite(needed.log10())
    } else {
        Err(Unknown::DurationOutOfRange)
    }
}

fn duration(days: f64) -> Known<f64> {
    if days.is_finite() && days >= 0.0 {
        Ok(days)
    } else {
        Err(Unknown::DurationOutOfRange)
    }
}

fn moisture(percent: f64) -> Known<f64> {
    if MOISTURES.contains(&percent) {
        Ok(percent)
    } else {
        Err(Unknown::MoistureOutOfRange)
    }
}

fn temperature(celsius: f64) -> Known<f64> {
    if TEMPERATURES.contains(&celsius) {
        Ok(celsius)
    } else {
        Err(Unknown::TemperatureOutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::super::constants::by_index;
    use super::*;
    use proptest::prelude::*;

    fn rice() -> Coefficients {
        by_index(87).unwrap().coefficients()
    }

    fn cold() -> Store {
        Store::new(10.0, 5.0).unwrap()
    }

    #[track_caller]
    fn is(value: Known<f64>, expected: f64, printed: f64) {
        let value = value.unwrap();
        assert!(
            (value - expected).abs() <= printed * 0.5001,
            "{value} is not {expected}"
        );
    }

    #[test]
    fn sigma_of_published_species() {
        is(sigma(&rice(), cold()), 5_382.388, 1e-3);
        is(
            sigma(&rice(), cold()).map(|days| days / DAYS_PER_YEAR),
            14.746_27,
            1e-5,
        );
        let freezer = Store::new(8.0, -18.0).unwrap();
        is(
            sigma(&by_index(60).unwrap().coefficients(), freezer),
            11_354.51,
            1e-2,
        );
        is(
            sigma(&by_index(59).unwrap().coefficients(), freezer),
            18_719.85,
            1e-2,
        );
    }

    #[test]
    fn viability_of_rice_after_a_year() {
        is(
            viability_after(&rice(), cold(), Viability::of(98.0), 365.0),
            97.647_97,
            1e-5,
        );
        let all_of_fifty = Viability {
            percent: 100.0,
            tested: Some(50),
        };
        is(
            viability_after(&rice(), cold(), all_of_fifty, 365.0),
            99.392_94,
            1e-5,
        );
    }

    #[test]
    fn days_that_rice_lasts() {
        is(
            days_to(&rice(), cold(), Viability::of(98.0), 95.0),
            2_200.833,
            1e-3,
        );
        is(
            days_to(&rice(), cold(), Viability::of(98.0), 95.0).map(|d| d / DAYS_PER_YEAR),
            6.029_68,
            1e-5,
        );
        is(
            days_to(&rice(), cold(), Viability::of(98.0), 85.0),
            5_475.59,
            1e-2,
        );
        is(
            days_to(&rice(), cold(), Viability::of(98.0), 0.85 * 98.0),
            5_854.21,
            1e-2,
        );
        is(
            half_viability(&rice(), cold(), Viability::of(98.0)),
            2.053_748_91 * 5_382.388,
            1e-2,
        );
    }

    #[test]
    fn conditions_that_rice_needs() {
        is(
            moisture_needed(&rice(), 5.0, Viability::of(98.0), 95.0, 3650.0),
            8.900_918,
            1e-6,
        );
        // At that moisture, that temperature.
        is(
            temperature_needed(&rice(), 8.900_918, Viability::of(98.0), 95.0, 3650.0),
            5.0,
            1e-4,
        );
        let never = Err(Unknown::MoistureOutOfRange);
        assert_eq!(
            moisture_needed(&rice(), 90.0, Viability::of(98.0), 95.0, 36_500.0),
            never
        );
        let never = Err(Unknown::TemperatureOutOfRange);
        assert_eq!(
            temperature_needed(&rice(), 20.0, Viability::of(98.0), 95.0, 1e6),
            never
        );
        // No temperature at all: the square root is of a negative number.
        assert_eq!(
            temperature_needed(&rice(), 25.0, Viability::of(98.0), 95.0, 1e12),
            never
        );
    }

    #[test]
    fn ke_from_one_temperature() {
        is(ke(36.0, 10.0), 36.3768, 1e-4);
        assert_eq!(ke(36.0, 100.0), Err(Unknown::TemperatureOutOfRange));
    }

    #[test]
    fn nothing_is_predicted_outside_the_domain() {
        for moisture in [1.9, 25.1, -1.0, f64::NAN] {
            assert_eq!(Store::new(moisture, 5.0), Err(Unknown::MoistureOutOfRange));
        }
        for temperature in [-20.1, 90.1, f64::INFINITY] {
            assert_eq!(Store::new(10.0, temperature), Err(Unknown::TemperatureOutOfRange));
        }
        let after = |percent, days| viability_after(&rice(), cold(), Viability::of(percent), days);
        assert_eq!(after(100.0, 1.0), Err(Unknown::AllOrNone));
        assert_eq!(after(0.0, 1.0), Err(Unknown::AllOrNone));
        assert_eq!(after(101.0, 1.0), Err(Unknown::ProportionOutOfRange));
        assert_eq!(after(98.0, -1.0), Err(Unknown::DurationOutOfRange));
        assert_eq!(
            days_to(&rice(), cold(), Viability::of(80.0), 85.0),
            Err(Unknown::AlreadyBelow)
        );
        assert_eq!(
            half_viability(&rice(), cold(), Viability::of(40.0)),
            Err(Unknown::AlreadyBelow)
        );
        is(
            Viability {
                percent: 0.0,
                tested: Some(50),
            }
            .deviate(),
            -2.575_829,
            1e-6,
        );
    }

    #[test]
    fn a_figure_at_the_edge_says_so() {
        assert_eq!(cautions(&rice(), cold()), []);
        assert_eq!(
            cautions(&rice(), Store::new(4.0, -18.0).unwrap()),
            [Caution::BelowMoistureFloor]
        );
        // Brachiaria's constants: at −20 °C seeds would live less long than at −18.
        let signalgrass = by_index(16).unwrap().coefficients();
        assert_eq!(
            cautions(&signalgrass, Store::new(8.0, -20.0).unwrap()),
            [Caution::BelowTurningTemperature]
        );
    }

    /// Constants like those of published species.
    fn coefficients() -> impl Strategy<Value = Coefficients> {
        (4f64..10.0, 1f64..6.0, 0.02f64..0.06, 1e-5f64..6e-4).prop_map(|(ke, cw, ch, cq)| Coefficients {
            ke,
            cw,
            ch,
            cq,
        })
    }

    proptest! {
        #[test]
        fn the_inverse_of_forward_is_the_duration(c in coefficients(), m in 2f64..25.0, t in -16f64..90.0, initial in 51f64..99.9, part in 0.01f64..3.0) {
            let store = Store::new(m, t).unwrap();
            let days = part * sigma(&c, store).unwrap();
            let after = viability_after(&c, store, Viability::of(initial), days).unwrap();
            prop_assume!(after > 0.01);
            let back = days_to(&c, store, Viability::of(initial), after).unwrap();
            prop_assert!((back - days).abs() < 1e-5 * days, "{back} is not {days}");
        }

        #[test]
        fn the_conditions_needed_are_those_it_was_kept_in(c in coefficients(), m in 2.1f64..24.9, t in -15.9f64..89.0, initial in 51f64..99.9, part in 0.1f64..3.0) {
            let store = Store::new(m, t).unwrap();
            let days = part * sigma(&c, store).unwrap();
            let after = viability_after(&c, store, Viability::of(initial), days).unwrap();
            prop_assume!(after > 0.01);
            let moisture = moisture_needed(&c, t, Viability::of(initial), after, days).unwrap();
            prop_assert!((moisture - m).abs() < 1e-4 * m);
            let temperature = temperature_needed(&c, m, Viability::of(initial), after, days).unwrap();
            prop_assert!((temperature - t).abs() < 1e-2, "{temperature} is not {t}");
        }

        #[test]
        fn drier_colder_and_sooner_are_better(c in coefficients(), m in 2f64..24.0, t in -15f64..89.0, initial in 1f64..99.0, days in 1f64..20_000.0) {
            let after = |m: f64, t: f64, days: f64| viability_after(&c, Store::new(m, t).unwrap(), Viability::of(initial), days).unwrap();
            prop_assert!(after(m + 0.5, t, days) <= after(m, t, days));
            prop_assert!(after(m, t + 0.5, days) <= after(m, t, days));
            prop_assert!(after(m, t, 2.0 * days) <= after(m, t, days));
            prop_assert!(after(m, t, days) <= initial * (1.0 + 1e-9));
        }

        #[test]
        fn nothing_panics(numbers in prop::array::uniform8(any::<f64>()), tested in any::<Option<u32>>(), days in any::<f64>()) {
            let [ke_, cw, ch, cq, m, t, percent, target] = numbers;
            let (c, initial) = (Coefficients { ke: ke_, cw, ch, cq }, Viability { percent, tested });
            let store = Store::new(m, t).unwrap_or(cold());
            for value in [
                sigma(&c, store),
                viability_after(&c, store, initial, days),
                days_to(&c, store, initial, target),
                half_viability(&c, store, initial),
                moisture_needed(&c, t, initial, target, days),
                temperature_needed(&c, m, initial, target, days),
                ke(percent, t),
            ] {
                prop_assert!(value.is_err() || value.unwrap().is_finite());
            }
            let _ = cautions(&c, store);
        }
    }
}
