//! Rules of the weighings.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::NaiveDate;
use validator::ValidationError;

use super::model::{Mass, MissingFigure, NoFigure, WeighingResults, WeighingRow};
use crate::error::{Problem, table};
use crate::science::weighing as science;

/// Confidence of the interval of the number of seeds.
const CONFIDENCE: f64 = 0.95;

/// Heaviest mass, in g: a ton.
const MAX_MASS: u32 = 1_000_000;

/// Masses that are positive.
///
/// # Errors
/// One is not, or is heavier than a ton.
pub fn masses(masses: &[Mass]) -> Result<(), ValidationError> {
    let refused = masses.iter().position(|mass| mass.0 <= 0 || mass.0 > MAX_MASS);
    match refused {
        None => Ok(()),
        Some(index) => {
            let mut error = ValidationError::new("out_of_range");
            error.add_param("field".into(), &index.to_string());
            Err(error)
        }
    }
}

/// A total mass that the database keeps, to 10 µg.
///
/// # Errors
/// It is not positive, or is heavier than a ton.
pub fn total(mass: &BigDecimal) -> Result<(), ValidationError> {
    let least = BigDecimal::new(1.into(), 5);
    if *mass >= least && *mass <= MAX_MASS {
        Ok(())
    } else {
        Err(ValidationError::new("out_of_range"))
    }
}

/// Seeds are not weighed before they were gathered, nor tomorrow.
///
/// # Errors
/// 409 for a future day, or one before the origin of the material.
pub fn check_date(date: NaiveDate, origin: Option<NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    if date > today {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/weighing_date"));
    }
    match origin {
        Some(origin) if date < origin => Err(Problem::new(table::DATES_ALONG_CHAIN)
            .with("date", date.to_string())
            .with("origin", origin.to_string())
            .at("/weighing_date")),
        _ => Ok(()),
    }
}

/// What is computed from a weighing.
#[must_use]
pub fn results(row: &WeighingRow) -> WeighingResults {
    let masses: Vec<f64> = row
        .sample_masses_g
        .iter()
        .flatten()
        .filter_map(ToPrimitive::to_f64)
        .collect();
    compute(
        &masses,
        u32::try_from(row.seeds_per_sample).unwrap_or_default(),
        row.total_mass_g.as_ref().and_then(ToPrimitive::to_f64),
        row.is_chaffy,
    )
}

fn compute(masses: &[f64], seeds_per_sample: u32, total: Option<f64>, is_chaffy: bool) -> WeighingResults {
    let mean = science::mean(masses).ok();
    let se = science::standard_error(masses).ok();
    let cv = science::coefficient_of_variation(masses).ok();
    let per_thousand = |mass| science::thousand_seed_weight(mass, seeds_per_sample).ok();
    let seeds = total
        .zip(mean)
        .and_then(|(total, mean)| science::seeds_in(total, mean, seeds_per_sample).ok());
    let between =
        total.and_then(|total| science::seeds_interval(total, masses, seeds_per_sample, CONFIDENCE).ok());

    let mut missing = Vec::new();
    let mut explain = |figures: &[&'static str], reason| {
        missing.extend(figures.iter().map(|&figure| MissingFigure { figure, reason }));
    };
    if masses.len() < 2 {
        explain(
            &["sd_g", "se_g", "cv_percent", "within_limit", "tsw_se_g"],
            NoFigure::OneSample,
        );
    }
    let interval = ["estimated_seeds_min", "estimated_seeds_max"];
    match (total, between) {
        (_, Some(_)) => {}
        (None, None) => explain(
            &["estimated_seeds", "estimated_seeds_min", "estimated_seeds_max"],
            NoFigure::TotalMassUnknown,
        ),
        (Some(_), None) if masses.len() < 2 => explain(&interval, NoFigure::OneSample),
        (Some(_), None) => explain(&interval, NoFigure::MeanNearZero),
    }
    WeighingResults {
        samples: masses.len(),
        mean_g: mean.map(significant),
        sd_g: science::standard_deviation(masses).ok().map(significant),
        se_g: se.map(significant),
        cv_percent: cv.map(significant),
        cv_limit_percent: science::cv_limit(is_chaffy),
        within_limit: science::agree(masses, is_chaffy).ok(),
        tsw_g: mean.and_then(per_thousand).map(significant),
        tsw_se_g: se.and_then(per_thousand).map(significant),
        estimated_seeds: seeds.and_then(|n| n.round().to_i64()),
        estimated_seeds_min: between.and_then(|seeds| seeds.low.floor().to_i64()),
        estimated_seeds_max: between.and_then(|seeds| seeds.high.ceil().to_i64()),
        missing,
    }
}

/// A figure to six significant digits: more would be noise.
fn significant(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EIGHT: [f64; 8] = [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0214, 0.0210, 0.0212];

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn eight_samples_give_every_figure() {
        let results = compute(&EIGHT, 100, Some(3.75), false);
        assert_eq!(
            (results.mean_g, results.tsw_g, results.cv_percent),
            (Some(0.02115), Some(0.2115), Some(1.15815))
        );
        assert_eq!(
            (results.within_limit, results.estimated_seeds),
            (Some(true), Some(17_730))
        );
        assert_eq!(results.missing, []);
    }

    #[test]
    fn a_figure_that_cannot_be_computed_is_null_and_says_why() {
        let results = compute(&[0.0213], 100, None, false);
        assert_eq!(
            (results.tsw_g, results.cv_percent, results.within_limit),
            (Some(0.213), None, None)
        );
        let why = |figure| {
            results
                .missing
                .iter()
                .find(|m| m.figure == figure)
                .map(|m| m.reason)
        };
        assert_eq!(why("within_limit"), Some(NoFigure::OneSample));
        assert_eq!(why("estimated_seeds"), Some(NoFigure::TotalMassUnknown));
        assert_eq!(why("mean_g"), None);
        let scattered = compute(&[0.001, 0.1], 100, Some(3.75), false);
        assert_eq!(scattered.estimated_seeds, Some(7426));
        assert_eq!(
            scattered.missing.iter().map(|m| m.reason).collect::<Vec<_>>(),
            [NoFigure::MeanNearZero; 2]
        );
    }

    #[test]
    fn every_null_figure_is_explained() {
        for (masses, total) in [
            (&EIGHT[..], None),
            (&EIGHT[..1], Some(3.0)),
            (&EIGHT[..1], None),
            (&[0.001, 0.1][..], Some(1.0)),
        ] {
            let results = compute(masses, 100, total, false);
            let json = serde_json::to_value(&results).unwrap();
            let mut null: Vec<_> = json
                .as_object()
                .unwrap()
                .iter()
                .filter(|(_, v)| v.is_null())
                .map(|(k, _)| k.as_str())
                .collect();
            let mut said: Vec<_> = results.missing.iter().map(|m| m.figure).collect();
            null.sort_unstable();
            said.sort_unstable();
            assert_eq!(null, said);
        }
    }

    #[test]
    fn chaffy_seeds_may_vary_more() {
        let masses = [0.0200, 0.0210, 0.0190, 0.0205];
        assert_eq!(compute(&masses, 100, None, false).within_limit, Some(false));
        assert_eq!(compute(&masses, 100, None, true).within_limit, Some(true));
    }

    #[test]
    fn a_weighing_is_between_the_origin_and_today() {
        let (origin, today) = (Some(day("2026-09-01")), day("2026-11-24"));
        assert!(check_date(day("2026-09-01"), origin, today).is_ok());
        assert!(check_date(day("1900-01-01"), None, today).is_ok());
        assert_eq!(
            check_date(day("2026-08-31"), origin, today).unwrap_err().kind(),
            table::DATES_ALONG_CHAIN
        );
        assert_eq!(
            check_date(day("2026-11-25"), origin, today).unwrap_err().kind(),
            table::NOT_IN_FUTURE
        );
    }

    #[test]
    fn masses_are_positive() {
        let mass = |text: &str| Mass(text.parse().unwrap());
        assert!(masses(&[mass("0.0213"), mass("1000000")]).is_ok());
        assert!(masses(&[mass("0.0213"), mass("0")]).is_err());
        assert!(masses(&[mass("1000000.1")]).is_err());
        assert!(total(&mass("0.00001").0).is_ok());
        assert!(total(&mass("0.000001").0).is_err());
    }
}
