//! Water in seeds: wet and dry bases, and the humidity of the air that seeds come to balance
//! with.
//!
//! Sources: Cromarty 1984, and Cromarty, Ellis & Roberts 1982, The Design of Seed Storage
//! Facilities for Genetic Conservation (IBPGR). Checked on viabilitymetrics.
//!
//! Domain of Cromarty's relation: 10 to 70 % relative humidity, and 0 to 40 °C for starchy
//! seeds, 15 to 25 °C for oily ones. Outside it the figure comes with a caution; where the
//! relation means nothing (air that is saturated, colder than −20 °C or hotter than 90 °C, a
//! seed of oil only) there is none.

use serde::Serialize;
use utoipa::ToSchema;

use super::unknown::{Known, Unknown, finite};

/// What the answer should be told with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// The relative humidity is not between 10 and 70 %.
    HumidityOutsideRecommended,
    /// The temperature is not between 0 and 40 °C.
    TemperatureOutsideRecommended,
    /// The seed is oily (10 % or more) and the temperature is not between 15 and 25 °C.
    OilyOutsideRecommended,
}

/// A percentage and what to say of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Balance {
    /// Moisture or relative humidity, %.
    #[schema(example = 3.877)]
    pub percent: f64,
    /// What to say of it.
    pub cautions: Vec<Caution>,
}

/// Oil content from which a seed is an oily one, %: the relation's authors oppose cereals to
/// oilseeds without a limit, and cereals have a few percent.
const OILY: f64 = 10.0;

/// From the wet basis (water over fresh mass) to the dry basis (water over dry mass):
/// `100 w / (100 − w)`, in %.
///
/// # Errors
/// A moisture that is not between 0 and 100 %, 100 excluded.
pub fn wet_to_dry(wet_percent: f64) -> Known<f64> {
    if (0.0..100.0).contains(&wet_percent) {
        finite(100.0 * wet_percent / (100.0 - wet_percent))
    } else {
        Err(Unknown::MoistureOutOfRange)
    }
}

/// From the dry basis to the wet basis: `100 d / (100 + d)`, in %.
///
/// # Errors
/// A moisture that is negative or not a number.
pub fn dry_to_wet(dry_percent: f64) -> Known<f64> {
    if dry_percent.is_finite() && dry_percent >= 0.0 {
        // Written so that nothing overflows.
        Ok(100.0 * (dry_percent / (100.0 + dry_percent)))
    } else {
        Err(Unknown::MoistureOutOfRange)
    }
}

/// Moisture that seeds come to in this air, on the dry basis:
/// `(1 − oil) √(−440 ln(1 − RH)) / (1.1 + T / 90)`, in %.
///
/// # Errors
/// A humidity that is not between 0 and 100 %, 100 excluded; an oil content that is not, on the
/// dry basis; a temperature that is not between −20 and 90 °C.
pub fn moisture_dry(humidity_percent: f64, temperature_c: f64, oil_percent: f64) -> Known<Balance> {
    let per_root = dry_matter_per_root(temperature_c, oil_percent)?;
    if !(0.0..100.0).contains(&humidity_percent) {
        return Err(Unknown::HumidityOutOfRange);
    }
    let percent = finite(per_root * (-440.0 * (1.0 - humidity_percent / 100.0).ln()).sqrt())?;
    Ok(balance(percent, humidity_percent, temperature_c, oil_percent))
}

/// The same on the wet basis.
///
/// # Errors
/// As [`moisture_dry`].
pub fn moisture_wet(humidity_percent: f64, temperature_c: f64, oil_percent: f64) -> Known<Balance> {
    let dry = moisture_dry(humidity_percent, temperature_c, oil_percent)?;
    Ok(Balance {
        percent: dry_to_wet(dry.percent)?,
        ..dry
    })
}

/// Equilibrium relative humidity, eRH, of seeds of a moisture on the dry basis:
/// `1 − exp(−(m (1.1 + T / 90) / (1 − oil))² / 440)`, in %; divided by 100 it is the water
/// activity.
///
/// # Errors
/// A moisture that is negative, or as [`moisture_dry`].
pub fn humidity_of_dry(dry_percent: f64, temperature_c: f64, oil_percent: f64) -> Known<Balance> {
    let per_root = dry_matter_per_root(temperature_c, oil_percent)?;
    if !(dry_percent.is_finite() && dry_percent >= 0.0) {
        return Err(Unknown::MoistureOutOfRange);
    }
    let percent = 100.0 * -(-(dry_percent / per_root).powi(2) / 440.0).exp_m1();
    if percent >= 100.0 {
        return Err(Unknown::MoistureOutOfRange);
    }
    Ok(balance(percent, percent, temperature_c, oil_percent))
}

/// The same of a moisture on the wet basis.
///
/// # Errors
/// A moisture that is not between 0 and 100 %, or as [`moisture_dry`].
pub fn humidity_of_wet(wet_percent: f64, temperature_c: f64, oil_percent: f64) -> Known<Balance> {
    humidity_of_dry(wet_to_dry(wet_percent)?, temperature_c, oil_percent)
}

/// `(1 − oil) / (1.1 + T / 90)`.
fn dry_matter_per_root(temperature_c: f64, oil_percent: f64) -> Known<f64> {
    if !(0.0..100.0).contains(&oil_percent) {
        Err(Unknown::OilContentOutOfRange)
    } else if !(-20.0..=90.0).contains(&temperature_c) {
        Err(Unknown::TemperatureOutOfRange)
    } else {
        finite((1.0 - oil_percent / 100.0) / (1.1 + temperature_c / 90.0))
    }
}

fn balance(percent: f64, humidity: f64, temperature: f64, oil: f64) -> Balance {
    let cautions = [
        (!(10.0..=70.0).contains(&humidity)).then_some(Caution::HumidityOutsideRecommended),
        (!(0.0..=40.0).contains(&temperature)).then_some(Caution::TemperatureOutsideRecommended),
        (oil >= OILY && !(15.0..=25.0).contains(&temperature)).then_some(Caution::OilyOutsideRecommended),
    ];
    Balance {
        percent,
        cautions: cautions.into_iter().flatten().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn is(balance: Known<Balance>, expected: f64, printed: f64) {
        let percent = balance.unwrap().percent;
        assert!(
            (percent - expected).abs() <= printed * 0.5001,
            "{percent} is not {expected}"
        );
    }

    #[test]
    fn both_ways_of_cromarty() {
        is(moisture_dry(13.0, 25.0, 29.0), 4.033_87, 1e-5);
        is(moisture_wet(13.0, 25.0, 29.0), 3.877_459, 1e-6);
        is(humidity_of_wet(5.0, 25.0, 29.0), 21.106_62, 1e-5);
        is(humidity_of_dry(5.0, 25.0, 29.0), 19.261_79, 1e-5);
    }

    #[test]
    fn bases() {
        assert!((wet_to_dry(25.0).unwrap() - 33.333_33).abs() < 5e-6);
        assert!((dry_to_wet(30.0).unwrap() - 23.076_92).abs() < 5e-6);
        assert_eq!(wet_to_dry(100.0), Err(Unknown::MoistureOutOfRange));
        assert_eq!(wet_to_dry(-1.0), Err(Unknown::MoistureOutOfRange));
        assert_eq!(dry_to_wet(f64::NAN), Err(Unknown::MoistureOutOfRange));
    }

    #[test]
    fn outside_what_is_recommended_it_says_so() {
        assert_eq!(moisture_dry(15.0, 20.0, 29.0).unwrap().cautions, []);
        assert_eq!(moisture_dry(15.0, 5.0, 2.0).unwrap().cautions, []);
        assert_eq!(
            moisture_dry(15.0, 5.0, 29.0).unwrap().cautions,
            [Caution::OilyOutsideRecommended]
        );
        assert_eq!(
            moisture_dry(5.0, -18.0, 2.0).unwrap().cautions,
            [
                Caution::HumidityOutsideRecommended,
                Caution::TemperatureOutsideRecommended
            ]
        );
        assert_eq!(
            humidity_of_wet(2.0, 20.0, 2.0).unwrap().cautions,
            [Caution::HumidityOutsideRecommended]
        );
    }

    #[test]
    fn outside_what_means_something_there_is_no_figure() {
        assert_eq!(moisture_dry(100.0, 20.0, 2.0), Err(Unknown::HumidityOutOfRange));
        assert_eq!(moisture_dry(-1.0, 20.0, 2.0), Err(Unknown::HumidityOutOfRange));
        assert_eq!(
            moisture_dry(15.0, -21.0, 2.0),
            Err(Unknown::TemperatureOutOfRange)
        );
        assert_eq!(
            moisture_dry(15.0, 20.0, 100.0),
            Err(Unknown::OilContentOutOfRange)
        );
        assert_eq!(humidity_of_dry(-1.0, 20.0, 2.0), Err(Unknown::MoistureOutOfRange));
        assert_eq!(humidity_of_dry(1e6, 20.0, 2.0), Err(Unknown::MoistureOutOfRange));
        assert_eq!(
            humidity_of_wet(100.0, 20.0, 2.0),
            Err(Unknown::MoistureOutOfRange)
        );
    }

    proptest! {
        #[test]
        fn one_way_and_back(humidity in 0.1f64..99.0, temperature in -20f64..90.0, oil in 0f64..60.0) {
            let dry = moisture_dry(humidity, temperature, oil).unwrap().percent;
            let back = humidity_of_dry(dry, temperature, oil).unwrap().percent;
            prop_assert!((back - humidity).abs() < 1e-9);
            prop_assert!((wet_to_dry(dry_to_wet(dry).unwrap()).unwrap() - dry).abs() < 1e-9 * dry.max(1.0));
        }

        #[test]
        fn damper_air_is_damper_seeds(humidity in 0f64..98.0, more in 0.01f64..1.0, temperature in -20f64..90.0, oil in 0f64..60.0) {
            let of = |humidity| moisture_wet(humidity, temperature, oil).unwrap().percent;
            prop_assert!(of(humidity) < of(humidity + more));
        }

        #[test]
        fn nothing_panics(a in any::<f64>(), b in any::<f64>(), c in any::<f64>()) {
            for balance in [moisture_dry(a, b, c), moisture_wet(a, b, c), humidity_of_dry(a, b, c), humidity_of_wet(a, b, c)] {
                prop_assert!(balance.is_err() || balance.unwrap().percent.is_finite());
            }
            let _ = (wet_to_dry(a), dry_to_wet(a));
        }
    }
}
