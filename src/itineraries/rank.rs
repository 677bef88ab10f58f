//! From sowings and tests to itineraries: pure.

use chrono::NaiveDate;

use super::model::{Itineraries, Itinerary, ItineraryRecord, ItineraryStep, Kinship, TrialKind};
use crate::host::kin::{Kin, Named};
use crate::results::compute::proportion;
use crate::results::model::Proportion;

/// A sowing or a test that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Which.
    pub record: ItineraryRecord,
    /// What was done to its seeds.
    pub steps: Vec<ItineraryStep>,
    /// Seeds sown, counted.
    pub sown: u32,
    /// Emerged of them.
    pub emerged: u32,
    /// First day.
    pub sown_on: Option<NaiveDate>,
    /// Day of the first emergence.
    pub first: Option<NaiveDate>,
}

/// The itineraries of a taxon, then of its genus, then of its family: each holds the ones before.
#[must_use]
pub fn circles(kin: &Kin, tried: &[(Kinship, Tried)], level: f64) -> Vec<Itineraries> {
    let named = [
        (Kinship::Taxon, Some(&kin.taxon)),
        (Kinship::Genus, kin.genus.as_ref()),
        (Kinship::Family, kin.family.as_ref()),
    ];
    let circle = |(kinship, named): (Kinship, Option<&Named>)| {
        let named = named?;
        let within = tried.iter().filter(|(near, _)| *near <= kinship);
        let within: Vec<&Tried> = within.map(|(_, one)| one).collect();
        Some(Itineraries {
            kinship,
            cd_nom: named.cd_nom,
            name: named.name.clone(),
            itineraries: itineraries(&within, level),
        })
    };
    named.into_iter().filter_map(circle).collect()
}

/// The itineraries of sowings and tests, best first, at a confidence.
fn itineraries(tried: &[&Tried], level: f64) -> Vec<Itinerary> {
    let mut groups: Vec<(&[ItineraryStep], Vec<&Tried>)> = Vec::new();
    for one in tried {
        match groups
            .iter_mut()
            .find(|(steps, _)| *steps == one.steps.as_slice())
        {
            Some((_, group)) => group.push(one),
            None => groups.push((&one.steps, vec![one])),
        }
    }
    let mut found: Vec<Itinerary> = groups
        .iter()
        .filter_map(|(steps, group)| itinerary(steps, group, level))
        .collect();
    found.sort_by(|a, b| {
        let low = |i: &Itinerary| i.emergence.wilson.low;
        low(b)
            .total_cmp(&low(a))
            .then_with(|| a.last.code.cmp(&b.last.code))
    });
    found
}

fn itinerary(steps: &[ItineraryStep], group: &[&Tried], level: f64) -> Option<Itinerary> {
    let last = group
        .iter()
        .max_by_key(|one| (one.sown_on, one.record.code.clone()))?;
    let of_kind = |kind| -> Vec<&Tried> {
        let of_kind = group.iter().filter(|one| one.record.kind == kind);
        of_kind.copied().collect()
    };
    let (sowings, tests) = (of_kind(TrialKind::Sowing), of_kind(TrialKind::SeedTest));
    Some(Itinerary {
        steps: steps.to_vec(),
        emergence: emerged(group, level)?,
        sowings: u32::try_from(sowings.len()).ok()?,
        in_sowings: emerged(&sowings, level),
        tests: u32::try_from(tests.len()).ok()?,
        in_tests: emerged(&tests, level),
        median_first_day: median(group.iter().filter_map(|one| days(one)).collect()),
        last: last.record.clone(),
    })
}

/// What emerged of what was sown, all of them together; none of nothing.
fn emerged(group: &[&Tried], level: f64) -> Option<Proportion> {
    let sum = |of: fn(&Tried) -> u32| group.iter().map(|one| of(one)).fold(0_u32, u32::saturating_add);
    proportion(sum(|one| one.emerged), sum(|one| one.sown), level).ok()
}

fn days(one: &Tried) -> Option<f64> {
    let days = (one.first? - one.sown_on?).num_days();
    i32::try_from(days).ok().map(f64::from)
}

fn median(mut days: Vec<f64>) -> Option<f64> {
    days.sort_by(f64::total_cmp);
    let last = days.len().checked_sub(1)?;
    let (below, above) = (days.get(last / 2)?, days.get(last.div_ceil(2))?);
    Some(below.midpoint(*above))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::treatment_steps::model::{DurationUnit, StepKind};
    use uuid::Uuid;

    fn cold(weeks: f64) -> ItineraryStep {
        ItineraryStep {
            kind: StepKind::ColdStratification,
            product: None,
            tool: None,
            concentration: None,
            concentration_unit: None,
            day_temperature: Some(4.0),
            night_temperature: None,
            photoperiod_hours: None,
            duration: Some(weeks),
            duration_unit: Some(DurationUnit::Week),
            medium: None,
        }
    }

    fn tried(code: &str, steps: &[ItineraryStep], emerged: u32, sown: u32) -> Tried {
        let day = |n| NaiveDate::from_ymd_opt(2026, 3, n);
        Tried {
            record: ItineraryRecord {
                kind: match code.starts_with('T') {
                    true => TrialKind::SeedTest,
                    false => TrialKind::Sowing,
                },
                uuid: Uuid::new_v4(),
                code: code.to_owned(),
                taxon: None,
            },
            steps: steps.to_vec(),
            sown,
            emerged,
            sown_on: day(1),
            first: day(11),
        }
    }

    fn ranked(tried: &[Tried]) -> Vec<Itinerary> {
        itineraries(&tried.iter().collect::<Vec<_>>(), 0.95)
    }

    #[test]
    fn sowings_treated_alike_are_put_together() {
        let found = ranked(&[
            tried("S1", &[cold(8.0)], 30, 50),
            tried("S2", &[cold(8.0)], 40, 50),
            tried("S3", &[], 5, 50),
        ]);
        assert_eq!(
            found
                .iter()
                .map(|i| (i.sowings, i.emergence.count, i.emergence.of))
                .collect::<Vec<_>>(),
            [(2, 70, 100), (1, 5, 50)]
        );
        assert_eq!(
            found.first().map(|i| (i.last.code.as_str(), i.median_first_day)),
            Some(("S2", Some(10.0)))
        );
    }

    #[test]
    fn tests_are_put_with_the_sowings_and_told_apart() {
        let found = ranked(&[
            tried("S1", &[cold(8.0)], 20, 50),
            tried("T1", &[cold(8.0)], 45, 50),
        ]);
        let one = found.first().unwrap();
        assert_eq!((one.sowings, one.tests, one.emergence.count), (1, 1, 65));
        let count = |share: Option<Proportion>| share.map(|share| share.count);
        assert_eq!((count(one.in_sowings), count(one.in_tests)), (Some(20), Some(45)));
        let sowings = ranked(&[tried("S1", &[], 20, 50)]);
        assert_eq!(sowings.first().and_then(|one| one.in_tests), None);
    }

    #[test]
    fn a_few_lucky_seeds_do_not_come_first() {
        let found = ranked(&[tried("S1", &[], 3, 3), tried("S2", &[cold(8.0)], 90, 100)]);
        assert_eq!(found.first().map(|i| i.last.code.as_str()), Some("S2"));
    }

    #[test]
    fn the_median_is_between_the_two_in_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0]), Some(9.0));
        assert_eq!(median(vec![9.0, 1.0, 3.0, 5.0]), Some(4.0));
    }
}
