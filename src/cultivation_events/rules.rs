//! The laws of the events as pure functions; the database holds the same ones
//! (`refresh_cultivations`, `apply_cultivation_events`).

use chrono::NaiveDate;

use super::said::{EventKind, FromReplicate, Harvest, Said, Sampling};
use crate::cultivations::model::{Isolation, Parentage};
use crate::error::{Problem, table};
use crate::materials::mothers;
use crate::stock::model::Basis;

/// What a cultivation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A sowing or a germination test: plants enter from their replicates.
    Seedlings,
    /// The material itself.
    Material,
    /// Another cultivation.
    Parent(Parentage),
}

impl Source {
    /// The kinds that may bring the first plants in.
    #[must_use]
    pub const fn first_kinds(self) -> &'static [EventKind] {
        use EventKind::{Cutting, Division, Initial, Planting, PrickingOut, Repotting, SelfSown};
        match self {
            Self::Seedlings => &[PrickingOut, Repotting, Planting],
            Self::Material => &[Initial, Repotting, Planting],
            Self::Parent(Parentage::Division) => &[Division],
            Self::Parent(Parentage::Cutting) => &[Cutting],
            Self::Parent(Parentage::SelfSown) => &[SelfSown],
        }
    }
}

/// Goes on when an event may be the first one of a cultivation.
///
/// # Errors
/// 409 with its kind.
pub fn first(source: Source, kind: EventKind) -> Result<(), Problem> {
    if source.first_kinds().contains(&kind) {
        return Ok(());
    }
    Err(Problem::new(table::CULTIVATION_FIRST_EVENT)
        .with("kind", kind.as_str())
        .at("/first/kind"))
}

fn sum(from: &[FromReplicate]) -> i32 {
    from.iter().map(|part| part.quantity).fold(0, i32::saturating_add)
}

/// The plants that an event adds to a cultivation, or takes from it when negative.
///
/// # Errors
/// 409: seedlings of no replicate, or of one when the source has none; no quantity where there must be.
pub fn plants(said: &Said, source: Source, is_first: bool, at: &str) -> Result<i32, Problem> {
    let from = said.from();
    let missing = |field: &str| Problem::law(format!("{at}/{field}"), "required");
    if !from.is_empty() && source != Source::Seedlings {
        return Err(Problem::law(format!("{at}/from"), "not_given_together"));
    }
    let entering = |quantity: Option<i32>| match (source, quantity) {
        (Source::Seedlings, None) if from.is_empty() => Err(missing("from")),
        (Source::Seedlings, None) => Ok(sum(from)),
        (Source::Seedlings, Some(quantity)) if quantity == sum(from) => Ok(quantity),
        (Source::Seedlings, Some(_)) => Err(Problem::new(table::PRICKING_OUT_AGREES)
            .with("plants", quantity.unwrap_or_default())
            .with("pricked_out", sum(from))
            .at(&format!("{at}/quantity"))),
        (_, quantity) => quantity.ok_or_else(|| missing("quantity")),
    };
    match said {
        Said::Initial(said) => Ok(said.quantity),
        Said::PrickingOut(_) => entering(None),
        Said::Addition(said) => entering(said.quantity),
        Said::Repotting(said) if is_first => entering(said.quantity),
        Said::Planting(said) if is_first => entering(said.quantity),
        Said::Repotting(_) | Said::Planting(_) if !from.is_empty() => {
            Err(Problem::law(format!("{at}/from"), "not_given_together"))
        }
        Said::Death(said) => Ok(-said.quantity),
        Said::Thinning(said) => Ok(-said.quantity),
        Said::Exit(said) => Ok(-said.quantity),
        Said::FoundAgain(said) => Ok(said.quantity),
        Said::Sampling(Sampling {
            destructive: true,
            quantity,
            ..
        }) => Ok(-quantity),
        Said::Merging(said) => Ok(said
            .from
            .iter()
            .map(|part| part.quantity)
            .fold(0, i32::saturating_add)),
        Said::Division(said) => Ok(said.quantity),
        Said::Cutting(said) => Ok(said.quantity),
        Said::SelfSown(said) if is_first => Ok(said.quantity),
        _ => Ok(0),
    }
}

/// The kinds that are written with a new cultivation, and never alone.
///
/// # Errors
/// 409 on the kind.
pub fn alone(kind: EventKind) -> Result<(), Problem> {
    match kind {
        EventKind::Division | EventKind::Cutting | EventKind::Initial | EventKind::PrickingOut => {
            Err(Problem::new(table::CULTIVATION_FIRST_EVENT)
                .with("kind", kind.as_str())
                .at("/said/kind"))
        }
        _ => Ok(()),
    }
}

/// Days of flowers and fruits come one after the other.
///
/// # Errors
/// 409 on the day that comes too early.
pub fn days(said: &Said, at: &str) -> Result<(), Problem> {
    let (start, peak, end) = match said {
        Said::Flowering(said) => (said.start, said.peak, said.end),
        Said::Fruiting(said) => (said.start, said.peak, said.end),
        _ => return Ok(()),
    };
    let ordered = |before: Option<NaiveDate>, after: Option<NaiveDate>| match (before, after) {
        (Some(before), Some(after)) => before <= after,
        _ => true,
    };
    if !ordered(start, peak) {
        return Err(Problem::new(table::DATES_ORDERED).at(&format!("{at}/peak")));
    }
    if !ordered(start, end) || !ordered(peak, end) {
        return Err(Problem::new(table::DATES_ORDERED).at(&format!("{at}/end")));
    }
    Ok(())
}

/// What a harvest says holds together: mothers in one unit, an unknown number of seeds left empty.
///
/// # Errors
/// 409 with the field.
pub fn harvest(said: &Harvest, at: &str) -> Result<(), Problem> {
    mothers::check(&said.mothers, &format!("{at}/mothers"))?;
    match &said.lot {
        Some(lot) if lot.seeds.is_none() != (lot.basis == Basis::Unknown) => {
            Err(Problem::new(table::UNKNOWN_IS_NULL).at(&format!("{at}/lot/basis")))
        }
        _ => Ok(()),
    }
}

/// A dose has its unit.
///
/// # Errors
/// 409 on the unit.
pub fn dose(said: &Said, at: &str) -> Result<(), Problem> {
    match said {
        Said::Treatment(said) if said.dose.is_some() != said.dose_unit.is_some() => {
            Err(Problem::new(table::UNKNOWN_IS_NULL).at(&format!("{at}/dose_unit")))
        }
        _ => Ok(()),
    }
}

/// The risk of hybridisation of what is harvested on plants: theirs, which is in the genes, or that
/// of flowers that nothing kept from their relatives. What is taken of the plant itself has theirs.
#[must_use]
pub const fn hybridisation_risk(
    plants: Option<bool>,
    isolation: Option<Isolation>,
    is_generative: bool,
) -> Option<bool> {
    match (plants, is_generative, isolation) {
        (Some(true), ..) => Some(true),
        (plants, false, _) => plants,
        (_, true, Some(Isolation::None)) => Some(true),
        (_, true, Some(_)) => Some(false),
        (_, true, None) => None,
    }
}

/// An event that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Day.
    pub date: NaiveDate,
    /// Plants that it adds, or takes away.
    pub plants: i32,
}

/// At the close of every day there are no fewer plants than none; within a day the order does not matter.
///
/// # Errors
/// 409 with the first day that would not hold.
pub fn hold(code: &str, steps: &[Step]) -> Result<(), Problem> {
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| step.date);
    let mut alive = 0_i32;
    for (n, step) in steps.iter().enumerate() {
        alive = alive.saturating_add(step.plants);
        let closes = steps.get(n + 1).is_none_or(|next| next.date != step.date);
        if closes && alive < 0 {
            return Err(Problem::new(table::CULTIVATION_ALIVE_NOT_NEGATIVE)
                .with("code", code)
                .with("date", step.date.to_string())
                .with("missing", -alive));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;
    use uuid::Uuid;

    fn said(value: serde_json::Value) -> Said {
        Said::read(&value, "/said").unwrap()
    }

    fn refused(result: Result<i32, Problem>) -> Vec<String> {
        let document = result
            .unwrap_err()
            .document(crate::error::Lang::En, String::new());
        document.errors.into_iter().map(|e| e.pointer).collect()
    }

    #[test]
    fn seedlings_come_from_replicates_and_plants_of_a_material_do_not() {
        let from =
            json!([{"replicate": Uuid::nil(), "quantity": 12}, {"replicate": Uuid::nil(), "quantity": 3}]);
        let pricking = said(json!({"kind": "pricking_out", "from": from}));
        assert_eq!(plants(&pricking, Source::Seedlings, true, "/said").ok(), Some(15));
        let repotting = said(json!({"kind": "repotting", "quantity": 9}));
        assert_eq!(plants(&repotting, Source::Material, true, "/said").ok(), Some(9));
        assert_eq!(
            plants(&repotting, Source::Seedlings, false, "/said").ok(),
            Some(0)
        );
        assert_eq!(
            refused(plants(&repotting, Source::Seedlings, true, "/said")),
            ["/said/quantity"]
        );
        let addition = said(json!({"kind": "addition", "from": from}));
        assert_eq!(
            refused(plants(&addition, Source::Material, false, "/said")),
            ["/said/from"]
        );
    }

    #[test]
    fn only_what_kills_or_takes_away_counts_down() {
        let of = |value| plants(&said(value), Source::Material, false, "/said").unwrap();
        assert_eq!(of(json!({"kind": "death", "quantity": 4, "cause": "frost"})), -4);
        assert_eq!(of(json!({"kind": "not_seen", "quantity": 4})), 0);
        assert_eq!(of(json!({"kind": "sampling", "sample": "dna", "quantity": 4})), 0);
        let whole = json!({"kind": "sampling", "sample": "herbarium", "quantity": 4, "destructive": true});
        assert_eq!(of(whole), -4);
        assert_eq!(of(json!({"kind": "exit", "exit": "gift", "quantity": 4})), -4);
        assert_eq!(of(json!({"kind": "flowering", "quantity": 4})), 0);
    }

    #[test]
    fn the_risk_of_hybridisation_is_carried() {
        use Isolation::{Cage, None as Open};
        assert_eq!(hybridisation_risk(Some(true), Some(Cage), true), Some(true));
        assert_eq!(hybridisation_risk(Some(true), None, false), Some(true));
        assert_eq!(hybridisation_risk(Some(false), Some(Open), false), Some(false));
        assert_eq!(hybridisation_risk(Some(false), Some(Open), true), Some(true));
        assert_eq!(hybridisation_risk(None, Some(Cage), true), Some(false));
        assert_eq!(hybridisation_risk(Some(false), None, true), None);
    }

    #[test]
    fn a_harvest_says_what_its_lot_holds() {
        let lot = |seeds: Option<i32>, basis: &str| {
            let said = said(json!({"kind": "harvest", "material_type": "gr",
                "lot": {"place": Uuid::nil(), "seeds": seeds, "basis": basis}}));
            let Said::Harvest(said) = said else {
                panic!("not a harvest")
            };
            harvest(&said, "/said")
        };
        assert!(lot(Some(40), "counted").is_ok() && lot(None, "unknown").is_ok());
        assert!(lot(None, "counted").is_err() && lot(Some(40), "unknown").is_err());
    }

    #[test]
    fn each_source_has_its_first_events() {
        assert!(first(Source::Seedlings, EventKind::PrickingOut).is_ok());
        assert!(first(Source::Material, EventKind::PrickingOut).is_err());
        assert!(first(Source::Material, EventKind::Initial).is_ok());
        assert!(first(Source::Parent(Parentage::Cutting), EventKind::Division).is_err());
        for kind in EventKind::ALL {
            assert!(first(Source::Seedlings, *kind).is_err() || *kind != EventKind::Death);
        }
    }

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + chrono::Days::new(n)
    }

    proptest! {
        #[test]
        fn the_order_of_entry_does_not_matter(steps in prop::collection::vec((0u64..10, -5i32..10), 0..20)) {
            let steps: Vec<Step> = steps.into_iter().map(|(n, plants)| Step { date: day(n), plants }).collect();
            let reversed: Vec<Step> = steps.iter().rev().copied().collect();
            prop_assert_eq!(hold("C", &steps).is_ok(), hold("C", &reversed).is_ok());
        }

        #[test]
        fn what_holds_is_never_below_zero(steps in prop::collection::vec((0u64..10, -5i32..10), 0..20)) {
            let steps: Vec<Step> = steps.into_iter().map(|(n, plants)| Step { date: day(n), plants }).collect();
            let by_day = (0..10).map(|n| steps.iter().filter(|step| step.date <= day(n)).map(|step| step.plants).sum::<i32>());
            prop_assert_eq!(hold("C", &steps).is_ok(), by_day.into_iter().all(|alive| alive >= 0));
        }
    }
}
