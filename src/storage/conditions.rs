//! Puts together the stays of a lot, its checks and its dryings. Pure.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::model::{Drying, Expected, Period, Unplaced};
use super::periods::{self, Stay};
use super::query::Place;
use crate::http::relative::{RecordRef, Relative};
use crate::humidity_checks::model::HumidityCheck;
use crate::humidity_rounds::model::StopPlace;
use crate::science::unknown::{Missing, Unknown};

/// The periods of a lot, the last first, and what happened out of them. The checks come with the key of
/// their place, the first first.
#[must_use]
pub fn conditions(
    stays: &[Stay],
    places: &HashMap<i32, Place>,
    checks: Vec<(Option<i32>, HumidityCheck)>,
    dryings: Vec<Drying>,
) -> (Vec<Period>, Unplaced) {
    let mut unplaced = Unplaced::default();
    let mut periods: Vec<Option<Period>> = stays.iter().map(|stay| period(stay, places)).collect();
    for (id_place, check) in checks.into_iter().rev() {
        let n = periods::stay_of(stays, check.check_date, id_place);
        match n.and_then(|n| periods.get_mut(n)?.as_mut()) {
            Some(period) => period.checks.push(check),
            None => unplaced.checks.push(check),
        }
    }
    for drying in dryings {
        let within = days(&drying).map(|(start, end)| periods::overlapping(stays, start, end));
        let mut is_placed = false;
        for (n, _) in within.into_iter().flatten() {
            if let Some(period) = periods.get_mut(n).and_then(Option::as_mut) {
                period.dryings.push(drying.clone());
                is_placed = true;
            }
        }
        if !is_placed {
            unplaced.dryings.push(drying);
        }
    }
    (periods.into_iter().rev().flatten().collect(), unplaced)
}

/// The days of a drying of which one is known at least; one that lasts is of its first day.
fn days(drying: &Drying) -> Option<(NaiveDate, NaiveDate)> {
    let start = drying.start.or(drying.end)?;
    Some((start, drying.end.unwrap_or(start)))
}

fn period(stay: &Stay, places: &HashMap<i32, Place>) -> Option<Period> {
    let path: Vec<&Place> = stay.path.iter().filter_map(|id| places.get(id)).collect();
    let place = *path.first()?;
    let temperature = expected(&path, |place| place.temperature);
    let humidity = expected(&path, |place| place.humidity);
    let reasons = [
        ("temperature", temperature.is_none(), Unknown::TemperatureUnknown),
        ("humidity", humidity.is_none(), Unknown::HumidityUnknown),
    ];
    let missing = reasons
        .into_iter()
        .filter(|(_, is_missing, _)| *is_missing)
        .map(|(figure, _, reason)| Missing { figure, reason });
    let of_place = StopPlace {
        uuid: place.uuid,
        code: place.code.clone(),
        label: place.label.clone(),
    };
    Some(Period {
        place: Relative::of(of_place, place.is_readable),
        path: path
            .iter()
            .rev()
            .filter(|_| place.is_readable)
            .map(|place| place.code.clone())
            .collect(),
        start: stay.start,
        end: stay.end,
        missing: missing.collect(),
        temperature,
        humidity,
        checks: Vec::new(),
        dryings: Vec::new(),
    })
}

/// What the nearest place that says it expects.
fn expected(path: &[&Place], of: impl Fn(&Place) -> Option<f64>) -> Option<Expected> {
    let (place, value) = path.iter().find_map(|place| Some((place, of(place)?)))?;
    let reference = RecordRef {
        uuid: place.uuid,
        code: place.code.clone(),
    };
    Some(Expected {
        value,
        place: Relative::of(reference, place.is_readable),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::model::DryingStage;
    use uuid::Uuid;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
    }

    fn place(code: &str, temperature: Option<f64>) -> Place {
        Place {
            uuid: Uuid::nil(),
            code: code.to_owned(),
            label: code.to_owned(),
            temperature,
            humidity: None,
            is_readable: true,
        }
    }

    fn drying(start: Option<u32>, end: Option<u32>) -> Drying {
        Drying {
            stage: DryingStage::Drying,
            start: start.map(day),
            end: end.map(day),
            kind: None,
            record: None,
        }
    }

    #[test]
    fn the_nearest_place_says_what_is_expected() {
        let places = HashMap::from([(1, place("BOX", None)), (2, place("FREEZER", Some(-18.0)))]);
        let stays = [
            Stay {
                path: vec![1],
                start: day(1),
                end: Some(day(5)),
            },
            Stay {
                path: vec![1, 2],
                start: day(5),
                end: None,
            },
        ];
        let dryings = vec![
            drying(Some(4), Some(6)),
            drying(None, Some(2)),
            drying(None, None),
        ];
        let (periods, unplaced) = conditions(&stays, &places, vec![], dryings);
        // The last first.
        let expected = periods[0].temperature.as_ref().unwrap();
        assert_eq!(
            (expected.value, periods[0].path.join("/")),
            (-18.0, "FREEZER/BOX".to_owned())
        );
        let reasons: Vec<_> = periods[1].missing.iter().map(|m| (m.figure, m.reason)).collect();
        assert_eq!(
            reasons,
            [
                ("temperature", Unknown::TemperatureUnknown),
                ("humidity", Unknown::HumidityUnknown)
            ]
        );
        assert_eq!((periods[0].dryings.len(), periods[1].dryings.len()), (1, 2));
        assert_eq!(unplaced.dryings, [drying(None, None)]);
    }
}
