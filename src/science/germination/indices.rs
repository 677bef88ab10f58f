//! Every index of a course in one answer: a number, or null with the reason in `missing`.

use serde::Serialize;
use utoipa::ToSchema;

use super::course::Course;
use super::median_time::{Median, median_time, reciprocal};
use super::{mean_time, percent, progress, speed, value, variation};
use crate::science::unknown::{Known, Missing};

/// Declares the answer and how each of its figures is computed.
macro_rules! indices {
    ($($(#[$meta:meta])* $figure:ident = $compute:expr,)*) => {
        /// The germination indices of a dish, a tray or a whole test.
        #[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
        pub struct Indices {
            $($(#[$meta])* pub $figure: Option<f64>,)*
            /// The figures that are null, and why.
            pub missing: Vec<Missing>,
        }

        impl Indices {
            /// The indices of a course.
            #[must_use]
            pub fn of(course: &Course) -> Self {
                let mut missing = Vec::new();
                let mut keep = |figure: &'static str, known: Known<f64>| match known {
                    Ok(value) => Some(value),
                    Err(reason) => {
                        missing.push(Missing { figure, reason });
                        None
                    }
                };
                $(let $figure = keep(stringify!($figure), $compute(course));)*
                Self { $($figure,)* missing }
            }
        }
    };
}

indices! {
    /// Germination, %.
    germination_percent = |course| Ok(percent::germination_percent(course)),
    /// Largest share germinated between two counts, %.
    peak_percent = percent::peak_percent,
    /// Day of that count.
    peak_day = percent::peak_day,
    /// Day of the first germination.
    first_day = percent::first_day,
    /// Day of the last germination.
    last_day = percent::last_day,
    /// Days between them.
    time_spread = percent::time_spread,
    /// Angular transformation of the proportion, rad.
    angular = |course| Ok(percent::angular(course)),
    /// T50 of Coolbear, days.
    median_time_coolbear = |course| median_time(course, Median::Coolbear),
    /// T50 of Farooq, days.
    median_time_farooq = |course| median_time(course, Median::Farooq),
    /// 1 / T50 of Coolbear, per day.
    median_rate_coolbear = |course| reciprocal(course, Median::Coolbear),
    /// 1 / T50 of Farooq, per day.
    median_rate_farooq = |course| reciprocal(course, Median::Farooq),
    /// Mean germination time, days.
    mean_time = mean_time::mean_time,
    /// Variance of the germination time, days².
    time_variance = mean_time::variance,
    /// Standard deviation of the germination time, days.
    time_standard_deviation = mean_time::standard_deviation,
    /// Standard error of the mean germination time, days.
    time_standard_error = mean_time::standard_error,
    /// Coefficient of variation of the germination time, without unit.
    time_variation = mean_time::coefficient_of_variation,
    /// Mean germination rate, per day.
    mean_rate = mean_time::mean_rate,
    /// Variance of the germination rate, per day².
    rate_variance = mean_time::rate_variance,
    /// Standard error of the germination rate, per day.
    rate_standard_error = mean_time::rate_standard_error,
    /// Kotowski's coefficient of velocity, % a day.
    velocity = mean_time::velocity,
    /// Maguire's speed, or germination rate index, seeds a day.
    speed = speed::speed,
    /// The same in % a day.
    speed_percent = speed::speed_percent,
    /// Accumulated speed, seeds a day.
    accumulated_speed = speed::accumulated_speed,
    /// The same in % a day.
    accumulated_speed_percent = speed::accumulated_speed_percent,
    /// Corrected speed, per day.
    corrected_speed = speed::corrected_speed,
    /// Corrected accumulated speed, per day.
    corrected_accumulated_speed = speed::corrected_accumulated_speed,
    /// Bilbro and Wanjura's rate of emergence, seeds a day.
    emergence_rate = speed::emergence_rate,
    /// Fakorede's index of emergence, days.
    emergence_delay = speed::emergence_delay,
    /// Shmueli and Goldberg's emergence rate index, seeds × days.
    emergence_rate_index = progress::emergence_rate_index,
    /// Weighted germination percentage, %.
    weighted_percent = progress::weighted_percent,
    /// Mean germination percentage a day, % a day.
    mean_percent = progress::mean_percent,
    /// Mean number of seeds a day.
    mean_number = progress::mean_number,
    /// Timson's index, % × counts.
    timson = |course| progress::timson(course, None),
    /// Timson's index by Labouriau, without unit.
    timson_labouriau = |course| progress::timson_labouriau(course, None),
    /// Timson's index by Khan and Ungar, % a day.
    timson_khan_ungar = |course| progress::timson_khan_ungar(course, None),
    /// George's germination rate, seeds × counts.
    george = |course| progress::george(course, None),
    /// Melville's germination index, days.
    germination_index = progress::germination_index,
    /// The same over the seeds that germinated, days.
    modified_germination_index = progress::modified_germination_index,
    /// Coefficient of uniformity, per day².
    uniformity = variation::uniformity,
    /// Uncertainty, bits.
    uncertainty = variation::uncertainty,
    /// Synchrony, without unit.
    synchrony = variation::synchrony,
    /// Czabator's peak value, % a day.
    peak_value = value::peak_value,
    /// Czabator's germination value, (% a day)².
    czabator = value::czabator,
    /// Djavanshir and Pourbeik's germination value with a constant of 10, % a day.
    djavanshir_pourbeik = |course| value::djavanshir_pourbeik(course, value::DJAVANSHIR_POURBEIK),
    /// The same over every count of the test, % a day.
    djavanshir_pourbeik_modified = |course| value::djavanshir_pourbeik_modified(course, value::DJAVANSHIR_POURBEIK),
}

#[cfg(test)]
mod tests {
    use super::super::course::samples::{a, anything, courses, daily};
    use super::*;
    use crate::science::unknown::Unknown;
    use proptest::prelude::*;

    #[test]
    fn sample_a_has_them_all() {
        let indices = Indices::of(&a());
        assert_eq!(indices.missing, []);
        assert_eq!(indices.germination_percent, Some(80.0));
        assert_eq!(indices.time_spread, Some(6.0));
    }

    #[test]
    fn a_dish_without_germination_says_why() {
        let indices = Indices::of(&daily(50, &[0, 0, 0]));
        let known = serde_json::to_value(&indices).unwrap();
        let known: Vec<_> = known
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, v)| v.is_number())
            .collect();
        let mut names: Vec<_> = known.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(
            names,
            [
                "angular",
                "george",
                "germination_percent",
                "mean_number",
                "mean_percent",
                "timson",
                "timson_khan_ungar",
                "weighted_percent"
            ],
        );
        assert!(
            indices
                .missing
                .iter()
                .all(|missing| missing.reason == Unknown::NothingGerminated)
        );
    }

    #[track_caller]
    fn explained(indices: &Indices) {
        let json = serde_json::to_value(indices).unwrap();
        // JSON has no NaN nor infinity: serde writes null.
        let null = json
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, v)| v.is_null())
            .map(|(k, _)| k.as_str());
        let (mut null, mut said): (Vec<_>, Vec<_>) =
            (null.collect(), indices.missing.iter().map(|m| m.figure).collect());
        null.sort_unstable();
        said.sort_unstable();
        assert_eq!(null, said);
    }

    proptest! {
        #[test]
        fn every_null_is_explained(course in courses()) {
            explained(&Indices::of(&course));
        }

        #[test]
        fn nothing_panics((sown, counts) in anything()) {
            if let Ok(course) = Course::new(sown, counts) {
                explained(&Indices::of(&course));
                let _ = super::super::curve::fit(&course, super::super::curve::Fitted::default());
            }
        }
    }
}
