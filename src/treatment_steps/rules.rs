//! The laws of treatment steps as pure functions; the database holds the same ones.

use chrono::{Days, Months, NaiveDate};

use super::model::{ConcentrationUnit, DurationUnit, StepState};
use crate::error::{Problem, table};

/// Where a step stands on a day.
#[must_use]
pub fn state(
    start: Option<NaiveDate>,
    planned_end: Option<NaiveDate>,
    end: Option<NaiveDate>,
    today: NaiveDate,
) -> StepState {
    match (start, planned_end, end) {
        (_, _, Some(_)) => StepState::Done,
        (_, Some(planned), None) if planned < today => StepState::Overdue,
        (Some(start), _, None) if start <= today => StepState::InProgress,
        _ => StepState::Planned,
    }
}

/// The day a step should end, from its first day and its duration.
#[must_use]
pub fn planned_end(start: NaiveDate, duration: f64, unit: DurationUnit) -> Option<NaiveDate> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::as_conversions,
        reason = "positive and bounded by the API"
    )]
    let whole = |days: f64| days.floor().max(0.0) as u64;
    match unit {
        DurationUnit::Minute => start.checked_add_days(Days::new(whole(duration / 1440.0))),
        DurationUnit::Hour => start.checked_add_days(Days::new(whole(duration / 24.0))),
        DurationUnit::Day => start.checked_add_days(Days::new(whole(duration))),
        DurationUnit::Week => start.checked_add_days(Days::new(whole(duration * 7.0))),
        DurationUnit::Month => start.checked_add_months(Months::new(u32::try_from(whole(duration)).ok()?)),
    }
}

/// A value has its unit, and stays within what the unit allows.
///
/// # Errors
/// 409 on the field.
pub fn concentration(value: Option<f64>, unit: Option<ConcentrationUnit>) -> Result<(), Problem> {
    let in_range = match (value, unit) {
        (None, None) => true,
        (Some(value), Some(ConcentrationUnit::Megapascal)) => value <= 0.0,
        (Some(value), Some(ConcentrationUnit::Percent)) => (0.0..=100.0).contains(&value),
        (Some(value), Some(_)) => value >= 0.0,
        _ => return Err(Problem::new(table::UNKNOWN_IS_NULL).at("/concentration_unit")),
    };
    if in_range {
        Ok(())
    } else {
        Err(Problem::law("/concentration", "out_of_range"))
    }
}

/// A duration has its unit.
///
/// # Errors
/// 409 on the unit.
pub fn duration(value: Option<f64>, unit: Option<DurationUnit>) -> Result<(), Problem> {
    if value.is_some() == unit.is_some() {
        Ok(())
    } else {
        Err(Problem::new(table::UNKNOWN_IS_NULL).at("/duration_unit"))
    }
}

/// Days are in order, and nothing has ended in the future.
///
/// # Errors
/// 409 on the field.
pub fn dates(
    start: Option<NaiveDate>,
    planned_end: Option<NaiveDate>,
    end: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Problem> {
    if end.is_some_and(|day| day > today) {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/end_date"));
    }
    match (start, planned_end, end) {
        (None, _, Some(_)) => Err(Problem::law("/start_date", "required")),
        (Some(start), _, Some(end)) if end < start => Err(Problem::new(table::DATES_ORDERED).at("/end_date")),
        (Some(start), Some(planned), _) if planned < start => {
            Err(Problem::new(table::DATES_ORDERED).at("/planned_end_date"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_step_stands_where_its_dates_say() {
        let today = day(3, 10);
        assert_eq!(state(None, None, None, today), StepState::Planned);
        assert_eq!(state(Some(day(3, 11)), None, None, today), StepState::Planned);
        assert_eq!(
            state(Some(day(3, 1)), Some(day(3, 10)), None, today),
            StepState::InProgress
        );
        assert_eq!(
            state(Some(day(3, 1)), Some(day(3, 9)), None, today),
            StepState::Overdue
        );
        assert_eq!(
            state(Some(day(3, 1)), Some(day(3, 9)), Some(day(3, 9)), today),
            StepState::Done
        );
    }

    #[test]
    fn the_planned_end_follows_the_duration() {
        assert_eq!(planned_end(day(1, 1), 6.0, DurationUnit::Week), Some(day(2, 12)));
        assert_eq!(
            planned_end(day(1, 31), 1.0, DurationUnit::Month),
            Some(day(2, 28))
        );
        assert_eq!(planned_end(day(1, 1), 12.0, DurationUnit::Hour), Some(day(1, 1)));
    }

    #[test]
    fn a_value_has_its_unit_and_stays_in_its_range() {
        assert!(concentration(None, None).is_ok());
        assert!(concentration(Some(-0.3), Some(ConcentrationUnit::Megapascal)).is_ok());
        assert!(concentration(Some(0.3), Some(ConcentrationUnit::Megapascal)).is_err());
        assert!(concentration(Some(101.0), Some(ConcentrationUnit::Percent)).is_err());
        assert!(concentration(Some(1.0), None).is_err());
        assert!(duration(Some(1.0), None).is_err());
        assert!(duration(None, Some(DurationUnit::Day)).is_err());
    }

    #[test]
    fn days_are_in_order() {
        let today = day(3, 10);
        assert!(dates(Some(day(3, 1)), Some(day(5, 1)), None, today).is_ok());
        assert!(dates(None, None, Some(day(3, 1)), today).is_err());
        assert!(dates(Some(day(3, 2)), None, Some(day(3, 1)), today).is_err());
        assert!(dates(Some(day(3, 2)), None, Some(day(3, 11)), today).is_err());
    }
}
