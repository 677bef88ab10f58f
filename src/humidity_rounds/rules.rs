//! When a lot is to be checked again.

use chrono::{Days, NaiveDate};

use crate::settings::model::SettingName;
use crate::settings::thresholds::Thresholds;

/// How long after a check the next one is due, by what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intervals {
    /// The lot was dry.
    pub dry: Days,
    /// It was not, or its pellets are spent.
    pub watched: Days,
}

impl Intervals {
    /// Those of an organisation.
    #[must_use]
    pub fn of(thresholds: &Thresholds) -> Self {
        let days = |name| Days::new(thresholds.whole(name).into());
        Self {
            dry: days(SettingName::HumidityCheckInterval),
            watched: days(SettingName::HumidityRecheckInterval),
        }
    }

    /// The day when the next check is due; none when there was no check: it is due already.
    #[must_use]
    pub fn due(&self, last: Option<NaiveDate>, is_watched: bool) -> Option<NaiveDate> {
        let interval = if is_watched { self.watched } else { self.dry };
        last?.checked_add_days(interval)
    }

    /// The last day of a check whose next one is due today, dry or watched.
    #[must_use]
    pub fn limits(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let before = |interval| today.checked_sub_days(interval).unwrap_or(NaiveDate::MIN);
        (before(self.dry), before(self.watched))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damp_lot_is_due_sooner_and_one_never_checked_is_due_already() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let intervals = Intervals::of(&Thresholds::new(Vec::new()));
        let last = Some(day("2026-01-01"));
        assert_eq!(intervals.due(last, false), Some(day("2027-01-01")));
        assert_eq!(intervals.due(last, true), Some(day("2026-01-31")));
        assert_eq!(intervals.due(None, false), None);
        // A check of the limit is due today, not the day before.
        let (dry, watched) = intervals.limits(day("2027-01-01"));
        assert_eq!(dry, day("2026-01-01"));
        assert_eq!(intervals.due(Some(watched), true), Some(day("2027-01-01")));
    }
}
