//! The water in seeds: what was measured, and what is computed from it by Cromarty's relation.

use serde::Serialize;
use utoipa::ToSchema;

use crate::science::moisture::{self, Balance, Caution};
use crate::science::unknown::{Known, Missing, Unknown};

text_enum! {
    /// Where a figure comes from.
    pub enum WaterOrigin {
        /// Measured.
        Measured = "measured",
        /// Computed by Cromarty's relation.
        Computed = "computed",
    }
}

/// What was measured, and what the seeds are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measure {
    /// Moisture, % of fresh mass.
    pub moisture: Option<f64>,
    /// Equilibrium relative humidity, %.
    pub humidity: Option<f64>,
    /// Temperature at which it was measured, °C.
    pub temperature: Option<f64>,
    /// Oil content, % of dry mass.
    pub oil: Option<f64>,
}

/// The water in seeds, both ways.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Water {
    /// Moisture, % of fresh mass.
    #[schema(example = 3.88)]
    pub moisture_percent: Option<f64>,
    /// Where it comes from.
    pub moisture_origin: Option<WaterOrigin>,
    /// Equilibrium relative humidity, %.
    #[schema(example = 13.0)]
    pub equilibrium_humidity: Option<f64>,
    /// Where it comes from.
    pub equilibrium_humidity_origin: Option<WaterOrigin>,
    /// What to say of the computed one.
    pub cautions: Vec<Caution>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}

/// Both figures: the one that was not measured is computed, when it can be.
#[must_use]
pub fn water(measure: Measure) -> Water {
    let Measure {
        moisture, humidity, ..
    } = measure;
    let computed = match (moisture, humidity) {
        (Some(percent), None) => {
            seeds(measure).and_then(|(t, oil)| moisture::humidity_of_wet(percent, t, oil))
        }
        (None, Some(percent)) => seeds(measure).and_then(|(t, oil)| moisture::moisture_wet(percent, t, oil)),
        _ => Err(Unknown::MoistureUnknown),
    };
    let figure = |measured: Option<f64>| {
        let of = |computed: &Balance| (computed.percent, WaterOrigin::Computed);
        match measured {
            Some(percent) => Ok((percent, WaterOrigin::Measured)),
            None => computed.as_ref().map(of).map_err(|reason| *reason),
        }
    };
    let figures = [
        ("moisture_percent", figure(moisture)),
        ("equilibrium_humidity", figure(humidity)),
    ];
    let missing = figures.iter().filter_map(|(name, known)| {
        let reason = known.err()?;
        Some(Missing { figure: name, reason })
    });
    let [(_, wet), (_, air)] = figures;
    Water {
        moisture_percent: wet.ok().map(|(percent, _)| hundredth(percent)),
        moisture_origin: wet.ok().map(|(_, origin)| origin),
        equilibrium_humidity: air.ok().map(|(percent, _)| hundredth(percent)),
        equilibrium_humidity_origin: air.ok().map(|(_, origin)| origin),
        missing: missing.collect(),
        cautions: computed.map(|balance| balance.cautions).unwrap_or_default(),
    }
}

/// The temperature and the oil content that the relation takes.
fn seeds(measure: Measure) -> Known<(f64, f64)> {
    let oil = measure.oil.ok_or(Unknown::OilContentUnknown)?;
    let temperature = measure.temperature.ok_or(Unknown::MeasureTemperatureUnknown)?;
    Ok((temperature, oil))
}

/// Devices read to a tenth: more than a hundredth would be noise.
fn hundredth(percent: f64) -> f64 {
    (percent * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(moisture: Option<f64>, humidity: Option<f64>) -> Measure {
        Measure {
            moisture,
            humidity,
            temperature: Some(25.0),
            oil: Some(29.0),
        }
    }

    fn reasons(water: &Water) -> Vec<(&str, Unknown)> {
        water.missing.iter().map(|m| (m.figure, m.reason)).collect()
    }

    #[test]
    fn what_was_not_measured_is_computed_both_ways() {
        let found = water(measure(None, Some(13.0)));
        assert_eq!(
            (found.moisture_percent, found.moisture_origin),
            (Some(3.88), Some(WaterOrigin::Computed))
        );
        assert_eq!(
            (found.equilibrium_humidity, found.equilibrium_humidity_origin),
            (Some(13.0), Some(WaterOrigin::Measured))
        );
        let back = water(measure(Some(5.0), None));
        assert_eq!(
            (back.equilibrium_humidity, back.equilibrium_humidity_origin),
            (Some(21.11), Some(WaterOrigin::Computed))
        );
        assert!(found.missing.is_empty() && back.missing.is_empty());
    }

    #[test]
    fn what_was_measured_is_not_computed() {
        let found = water(measure(Some(5.0), Some(40.0)));
        assert_eq!(
            (found.moisture_percent, found.equilibrium_humidity),
            (Some(5.0), Some(40.0))
        );
        assert!(found.cautions.is_empty() && found.missing.is_empty());
    }

    #[test]
    fn what_cannot_be_known_is_null_with_a_reason() {
        let nothing = water(measure(None, None));
        assert_eq!(
            reasons(&nothing),
            [
                ("moisture_percent", Unknown::MoistureUnknown),
                ("equilibrium_humidity", Unknown::MoistureUnknown)
            ]
        );
        let mut half = measure(Some(5.0), None);
        half.temperature = None;
        assert_eq!(
            reasons(&water(half)),
            [("equilibrium_humidity", Unknown::MeasureTemperatureUnknown)]
        );
        half.oil = None;
        assert_eq!(
            reasons(&water(half)),
            [("equilibrium_humidity", Unknown::OilContentUnknown)]
        );
        let impossible = water(measure(Some(99.0), None));
        assert_eq!(
            reasons(&impossible),
            [("equilibrium_humidity", Unknown::MoistureOutOfRange)]
        );
    }

    #[test]
    fn a_computed_figure_comes_with_its_cautions() {
        let mut cold = measure(None, Some(15.0));
        cold.temperature = Some(-18.0);
        assert_eq!(
            water(cold).cautions,
            [
                Caution::TemperatureOutsideRecommended,
                Caution::OilyOutsideRecommended
            ]
        );
    }
}
