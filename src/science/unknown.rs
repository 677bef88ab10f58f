//! Why a figure cannot be known: what every function of [`science`](crate::science)
//! answers instead of NaN, of an infinite number or of a zero.

use serde::Serialize;
use utoipa::ToSchema;

/// A figure, or why it cannot be known.
pub type Known<T> = Result<T, Unknown>;

/// Why a figure cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    // What was counted
    /// Nothing was counted, weighed or given.
    NoData,
    /// A day is not a number, comes before the sowing, or does not come after the one before.
    DaysNotIncreasing,
    /// There is no count on that day.
    NoCountThatDay,
    /// The formula takes counts at equal intervals only.
    CountsNotEvenlySpaced,
    /// No seed was sown, or no plant was followed.
    NothingSown,
    /// What was sown was not counted, or not in seeds: there is no denominator.
    SownNotCounted,
    /// More seeds germinated, or more plants left, than there were.
    MoreThanSown,
    /// The classes do not add up to the seeds sown.
    ClassesDoNotAddUp,
    /// Every seed was empty, without embryo or infested.
    NoFilledSeed,
    /// No seed germinated.
    NothingGerminated,
    /// One seed germinated: nothing is known of the differences between seeds.
    OneSeedGerminated,
    /// Seeds had germinated when they were sown: a division by no time.
    GerminatedAtSowing,
    /// The only count was made on the day of the sowing.
    NoTimePassed,
    /// Every seed germinated in the same count.
    GerminatedAllAtOnce,
    /// So many percent never germinated.
    NeverReached,

    // Curves
    /// Fewer than two counts lie between no germination and the last one: many curves pass
    /// through them.
    TooFewCounts,
    /// No curve of this shape follows the counts.
    CurveNotFound,
    /// The counts stop before the curve levels off below 100 %.
    CurveNotLevelled,
    /// The rate of germination falls from the start: the curve has no inflection.
    CurveWithoutInflection,
    /// The curve has no lag: it does not cross zero after the sowing.
    CurveWithoutLag,
    /// The counts do not tell the values between which this one lies.
    NotEnoughInformation,

    // Masses and lots
    /// One sample or one replicate: nothing is known of the variation.
    OneSample,
    /// The mean is not told from zero.
    MeanNearZero,
    /// A mass is not a positive number.
    MassNotPositive,
    /// The lot has fewer seeds than what is kept and the smallest test.
    LotTooSmall,
    /// More seeds than any lot has would be needed.
    TooManySeeds,
    /// The number of seeds in stock is not known.
    StockUnknown,
    /// No finished test of the lot tells how many of its seeds live.
    NotTested,

    // Conditions of storage
    /// The moisture of the seeds was not measured.
    MoistureUnknown,
    /// The place has no expected temperature, nor those that hold it.
    TemperatureUnknown,
    /// The moisture is, or would have to be, outside what the formula takes.
    MoistureOutOfRange,
    /// The temperature is, or would have to be, outside what the formula takes.
    TemperatureOutOfRange,
    /// The relative humidity is, or would have to be, outside what the formula takes.
    HumidityOutOfRange,
    /// The oil content is not between 0 and 100 %.
    OilContentOutOfRange,
    /// The oil content of the seeds is not known.
    OilContentUnknown,
    /// The temperature of the measure was not noted.
    MeasureTemperatureUnknown,
    /// The place has no expected humidity, nor those that hold it.
    HumidityUnknown,
    /// The seeds are in no place.
    NoPlace,
    /// The duration is negative or not a number.
    DurationOutOfRange,
    /// No seed or every seed is alive: not a viability without the number tested.
    AllOrNone,
    /// The viability is at or below that one already.
    AlreadyBelow,
    /// No viability constants are published for the species nor for its genus.
    NoConstants,
    /// The constants published are typing errors or outliers.
    SuspectConstants,

    // Anything
    /// A percentage is not between 0 and 100, or a proportion between 0 and 1.
    ProportionOutOfRange,
    /// A confidence is not between 0 and 1, both excluded.
    ConfidenceOutOfRange,
    /// A number is too large, too small, or not one.
    NumberOutOfRange,
}

/// A figure that is null, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Missing {
    /// Which one.
    #[schema(example = "median_time_coolbear")]
    pub figure: &'static str,
    /// Why.
    pub reason: Unknown,
}

/// A number that is one: neither infinite nor NaN.
pub(super) fn finite(value: f64) -> Known<f64> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Unknown::NumberOutOfRange)
    }
}

/// A percentage between 0 and 100, both included.
pub(super) fn percentage(value: f64) -> Known<f64> {
    if (0.0..=100.0).contains(&value) {
        Ok(value)
    } else {
        Err(Unknown::ProportionOutOfRange)
    }
}

/// A probability between 0 and 1, both included.
pub(super) fn proportion(value: f64) -> Known<f64> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(Unknown::ProportionOutOfRange)
    }
}

/// How many, as a number to compute with.
pub(super) fn how_many(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_in_snake_case() {
        let missing = Missing {
            figure: "synchrony",
            reason: Unknown::OneSeedGerminated,
        };
        assert_eq!(
            serde_json::to_string(&missing).unwrap(),
            r#"{"figure":"synchrony","reason":"one_seed_germinated"}"#
        );
    }

    #[test]
    fn what_is_not_a_number_is_unknown() {
        assert_eq!(finite(f64::NAN), Err(Unknown::NumberOutOfRange));
        assert_eq!(finite(f64::INFINITY), Err(Unknown::NumberOutOfRange));
        assert_eq!(percentage(f64::NAN), Err(Unknown::ProportionOutOfRange));
        assert_eq!(proportion(1.1), Err(Unknown::ProportionOutOfRange));
        assert_eq!(
            (finite(1.5), percentage(100.0), proportion(0.0)),
            (Ok(1.5), Ok(100.0), Ok(0.0))
        );
    }
}
