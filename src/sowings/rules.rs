//! The laws of sowings as pure functions; the database holds the same ones.

use chrono::NaiveDate;

use super::model::{NoRate, SourceInput, SourceKind, SownUnit, State, Substrate};
use crate::error::{Problem, table};
use crate::stock::model::Basis;

impl State {
    /// The states one may go to. The database has the same table (`sowing_may_go`).
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Prepared, Self::Cancelled],
            Self::Prepared => &[Self::Draft, Self::InPretreatment, Self::Sown, Self::Cancelled],
            Self::InPretreatment => &[Self::Sown, Self::Cancelled],
            Self::Sown => &[
                Self::InPretreatment,
                Self::Emerging,
                Self::Overwintering,
                Self::EmergenceEnded,
                Self::Cancelled,
            ],
            Self::Emerging => &[Self::Sown, Self::Overwintering, Self::EmergenceEnded],
            Self::Overwintering => &[Self::Emerging, Self::EmergenceEnded],
            Self::EmergenceEnded => &[Self::Emerging, Self::Closed],
            Self::Closed => &[Self::EmergenceEnded],
            Self::Cancelled => &[],
        }
    }

    /// A new sowing may be brought to it at once.
    #[must_use]
    pub const fn is_first(self) -> bool {
        matches!(
            self,
            Self::Draft | Self::Prepared | Self::InPretreatment | Self::Sown
        )
    }

    /// The seeds have left the packet.
    #[must_use]
    pub const fn is_debited(self) -> bool {
        !matches!(self, Self::Draft | Self::Prepared | Self::Cancelled)
    }

    /// Counts may be entered: seeds may germinate during stratification.
    #[must_use]
    pub const fn is_countable(self) -> bool {
        matches!(
            self,
            Self::InPretreatment | Self::Sown | Self::Emerging | Self::Overwintering
        )
    }
}

/// Goes on when a sowing may pass from one state to another.
///
/// # Errors
/// 409 with both states.
pub fn transition(from: State, to: State) -> Result<(), Problem> {
    if from.next().contains(&to) {
        return Ok(());
    }
    Err(Problem::new(table::SOWING_TRANSITION)
        .with("from", from.as_str())
        .with("to", to.as_str()))
}

/// What a source is, when exactly one is given.
///
/// # Errors
/// 409 when none or several are, or when the place of the lot is missing.
pub fn source(input: &SourceInput) -> Result<SourceKind, Problem> {
    let given = [
        (input.lot.is_some(), SourceKind::SeedLot),
        (input.seed_test.is_some(), SourceKind::SeedTest),
        (input.off_stock_reason.is_some(), SourceKind::OffStock),
    ];
    let mut given = given
        .iter()
        .filter(|(is_given, _)| *is_given)
        .map(|(_, kind)| *kind);
    let kind = match (given.next(), given.next(), input.material) {
        (Some(SourceKind::OffStock), None, Some(_)) => SourceKind::OffStock,
        (Some(SourceKind::OffStock), None, None) => {
            return Err(Problem::law("/source/material", "required"));
        }
        (Some(kind), None, None) => kind,
        (None, None, Some(_)) => SourceKind::FreshMaterial,
        _ => return Err(Problem::new(table::ONE_ORIGIN).at("/source")),
    };
    match (kind, input.place) {
        (SourceKind::SeedLot, None) => Err(Problem::law("/source/place", "required")),
        (SourceKind::SeedLot, Some(_)) | (_, None) => Ok(kind),
        (_, Some(_)) => Err(Problem::law("/source/place", "not_given_together")),
    }
}

/// A quantity and how it is known go together; what is counted is whole.
///
/// # Errors
/// 409 on the field.
pub fn sown(value: Option<f64>, unit: SownUnit, basis: Basis) -> Result<(), Problem> {
    if value.is_none() != (basis == Basis::Unknown) {
        return Err(Problem::new(table::UNKNOWN_IS_NULL).at("/sown_basis"));
    }
    match value {
        Some(value) if unit.is_whole() && basis == Basis::Counted && value.fract() != 0.0 => {
            Err(Problem::law("/sown_value", "whole_number"))
        }
        _ => Ok(()),
    }
}

/// The seeds that leave the lot, and how surely: the units times what is in one, when
/// that is known.
#[must_use]
pub fn debited(
    value: Option<f64>,
    unit: SownUnit,
    basis: Basis,
    per_unit: Option<f64>,
) -> (Option<i32>, Basis) {
    let seeds = match (unit, value, per_unit) {
        (SownUnit::Seed, Some(value), _) => Some(value),
        (_, Some(value), Some(per_unit)) => Some(value * per_unit),
        _ => None,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::as_conversions,
        reason = "checked to be within bounds"
    )]
    match seeds.map(f64::round).filter(|n| (1.0..1e9).contains(n)) {
        Some(n) if unit == SownUnit::Seed => (Some(n as i32), basis),
        Some(n) => (Some(n as i32), Basis::Estimated.max(basis)),
        None => (None, Basis::Unknown),
    }
}

/// Percentages, when given, are all given and sum to 100.
///
/// # Errors
/// 409 on the substrate.
pub fn substrate(mix: &[Substrate]) -> Result<(), Problem> {
    let given: Vec<f64> = mix.iter().filter_map(|part| part.percent).collect();
    let sums = given.len() == mix.len()
        && (given.iter().sum::<f64>() - 100.0).abs() < 1e-9
        && given.iter().all(|p| *p > 0.0);
    if !mix.is_empty() && (given.is_empty() || sums) {
        Ok(())
    } else {
        Err(Problem::new(table::SUBSTRATE_SUMS).at("/substrate"))
    }
}

/// Known dates do not contradict each other.
///
/// # Errors
/// 409 for a future day, or one before the origin.
pub fn dates(
    sowing: Option<NaiveDate>,
    origin: Option<NaiveDate>,
    today: NaiveDate,
    is_done: bool,
) -> Result<(), Problem> {
    if let Some(day) = sowing.filter(|day| is_done && *day > today) {
        return Err(Problem::new(table::NOT_IN_FUTURE)
            .with("date", day.to_string())
            .at("/sowing_date"));
    }
    match (sowing, origin) {
        (Some(day), Some(origin)) if day < origin => Err(Problem::new(table::DATES_ALONG_CHAIN)
            .with("date", day.to_string())
            .with("origin", origin.to_string())
            .at("/sowing_date")),
        _ => Ok(()),
    }
}

/// The emergence rate: emerged over seeds sown, between 0 and 1. Only counted seeds
/// have a denominator; the reason says why there is none.
///
/// # Errors
/// The reason, which is shown beside the null rate.
pub fn emergence_rate(
    state: State,
    unit: SownUnit,
    basis: Basis,
    sown: Option<f64>,
    visits: i32,
    emerged: i32,
) -> Result<f64, NoRate> {
    match (sown, unit, basis) {
        _ if !state.is_debited() => Err(NoRate::NotSownYet),
        (None, _, _) => Err(NoRate::SownUnknown),
        (_, unit, _) if unit != SownUnit::Seed => Err(NoRate::UnitNotSeed),
        (_, _, basis) if basis != Basis::Counted => Err(NoRate::SownNotCounted),
        _ if visits == 0 => Err(NoRate::NeverCounted),
        (Some(sown), _, _) => Ok(f64::from(emerged) / sown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[test]
    fn twenty_five_sown_five_then_ten_emerged_is_sixty_percent() {
        let rate = |visits, emerged| {
            emergence_rate(
                State::Emerging,
                SownUnit::Seed,
                Basis::Counted,
                Some(25.0),
                visits,
                emerged,
            )
        };
        assert_eq!(rate(2, 5 + 10), Ok(0.6));
        assert_eq!(rate(0, 0), Err(NoRate::NeverCounted));
        assert_eq!(rate(1, 0), Ok(0.0));
    }

    #[test]
    fn a_rate_without_denominator_says_why() {
        let rate = |unit, basis, sown| emergence_rate(State::Sown, unit, basis, sown, 1, 3);
        assert_eq!(
            rate(SownUnit::Pinch, Basis::Unknown, None),
            Err(NoRate::SownUnknown)
        );
        assert_eq!(
            rate(SownUnit::Fruit, Basis::Counted, Some(10.0)),
            Err(NoRate::UnitNotSeed)
        );
        assert_eq!(
            rate(SownUnit::Spore, Basis::Estimated, Some(1000.0)),
            Err(NoRate::UnitNotSeed)
        );
        assert_eq!(
            rate(SownUnit::Seed, Basis::Estimated, Some(10.0)),
            Err(NoRate::SownNotCounted)
        );
        let draft = emergence_rate(State::Draft, SownUnit::Seed, Basis::Counted, Some(10.0), 0, 0);
        assert_eq!(draft, Err(NoRate::NotSownYet));
    }

    #[test]
    fn exactly_one_source_is_given() {
        let none = SourceInput::default();
        let lot = SourceInput {
            lot: Some(Uuid::nil()),
            place: Some(Uuid::nil()),
            ..none.clone()
        };
        let material = SourceInput {
            material: Some(Uuid::nil()),
            ..none.clone()
        };
        let off_stock = SourceInput {
            off_stock_reason: Some("gift".to_owned()),
            ..material.clone()
        };
        assert_eq!(source(&lot).unwrap(), SourceKind::SeedLot);
        assert_eq!(source(&material).unwrap(), SourceKind::FreshMaterial);
        assert_eq!(source(&off_stock).unwrap(), SourceKind::OffStock);
        for wrong in [
            none.clone(),
            SourceInput {
                place: None,
                ..lot.clone()
            },
            SourceInput {
                material: Some(Uuid::nil()),
                ..lot.clone()
            },
            SourceInput {
                seed_test: Some(Uuid::nil()),
                ..lot
            },
            SourceInput {
                off_stock_reason: Some("x".to_owned()),
                ..none
            },
            SourceInput {
                place: Some(Uuid::nil()),
                ..material
            },
        ] {
            assert!(source(&wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn what_leaves_the_lot_follows_the_unit() {
        assert_eq!(
            debited(Some(60.0), SownUnit::Seed, Basis::Counted, None),
            (Some(60), Basis::Counted)
        );
        assert_eq!(
            debited(Some(10.0), SownUnit::Fruit, Basis::Counted, Some(3.0)),
            (Some(30), Basis::Estimated)
        );
        assert_eq!(
            debited(Some(10.0), SownUnit::Fruit, Basis::Counted, None),
            (None, Basis::Unknown)
        );
        assert_eq!(
            debited(None, SownUnit::Pinch, Basis::Unknown, None),
            (None, Basis::Unknown)
        );
    }

    #[test]
    fn an_unknown_quantity_is_left_empty_and_a_counted_one_is_whole() {
        assert!(sown(None, SownUnit::Pinch, Basis::Unknown).is_ok());
        assert!(sown(Some(2.5), SownUnit::Gram, Basis::Weighed).is_ok());
        assert!(sown(Some(2.5), SownUnit::Seed, Basis::Counted).is_err());
        assert!(sown(None, SownUnit::Seed, Basis::Counted).is_err());
        assert!(sown(Some(1.0), SownUnit::Pinch, Basis::Unknown).is_err());
    }

    #[test]
    fn a_substrate_sums_to_a_hundred_when_it_says_percentages() {
        let part = |percent| Substrate {
            component: "te".to_owned(),
            percent,
            mm: None,
        };
        assert!(substrate(&[part(None), part(None)]).is_ok());
        assert!(substrate(&[part(Some(60.0)), part(Some(40.0))]).is_ok());
        assert!(substrate(&[part(Some(60.0)), part(Some(30.0))]).is_err());
        assert!(substrate(&[part(Some(100.0)), part(None)]).is_err());
        assert!(substrate(&[]).is_err());
    }

    #[test]
    fn nothing_is_sown_before_it_was_harvested_nor_in_the_future() {
        assert!(dates(Some(day(5)), Some(day(5)), day(6), true).is_ok());
        assert!(dates(Some(day(4)), Some(day(5)), day(6), true).is_err());
        assert!(dates(Some(day(7)), None, day(6), true).is_err());
        assert!(dates(Some(day(7)), None, day(6), false).is_ok());
    }

    #[test]
    fn a_state_is_reached_by_its_graph_only() {
        assert!(transition(State::Draft, State::Prepared).is_ok());
        assert!(transition(State::Draft, State::Sown).is_err());
        assert!(transition(State::Cancelled, State::Draft).is_err());
        assert!(transition(State::Closed, State::EmergenceEnded).is_ok());
    }
}
