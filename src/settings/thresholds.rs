//! Every threshold: its unit, its range, its value by the standards and where that comes from.

use super::model::SettingName;
use crate::error::Problem;

text_enum! {
    /// What a threshold counts.
    pub enum SettingUnit {
        Percent = "percent",
        Year = "year",
        Month = "month",
        Seed = "seed",
        Day = "day",
    }
}

/// What is known of a threshold before anybody decides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// What it counts.
    pub unit: SettingUnit,
    /// Least value.
    pub min: f64,
    /// Greatest value.
    pub max: f64,
    /// Value by the standards.
    pub default: f64,
    /// Where that value comes from.
    pub source: &'static str,
}

/// No standard says it.
const OURS: &str = "gn-exsitu";

impl SettingName {
    /// What is known of it; the ranges are those of `setting_known_and_in_range`.
    #[must_use]
    pub const fn threshold(self) -> Threshold {
        use SettingUnit::{Day, Month, Percent, Seed, Year};
        let (unit, (min, max), default, source) = match self {
            Self::InitialViability => (Percent, (1.0, 100.0), 85.0, "FAO 2014, 4.3.2"),
            Self::Confidence => (Percent, (50.0, 99.9), 95.0, OURS),
            Self::RegenerationShare => (Percent, (1.0, 99.9), 85.0, "FAO 2014, 4.3.4"),
            Self::FirstTest => (Month, (1.0, 120.0), 12.0, "FAO 2014, 4.3.1"),
            Self::RetestShare => (Percent, (1.0, 100.0), 100.0 / 3.0, "FAO 2014, 4.3.3"),
            Self::RetestLongest => (Year, (1.0, 100.0), 40.0, "FAO 2014, 4.3.3"),
            Self::RetestShortLived => (Year, (0.5, 100.0), 5.0, "FAO 2014, 4.3.3"),
            Self::RetestLongLived => (Year, (0.5, 100.0), 10.0, "FAO 2014, 4.3.3"),
            Self::LargestTestShare => (Percent, (0.1, 100.0), 10.0, OURS),
            Self::ArchiveSeeds => (Seed, (0.0, 100_000.0), 50.0, "FAO 2014, 4.4.3"),
            Self::CropShareEnsconet => (Percent, (1.0, 100.0), 20.0, "ENSCONET 2009"),
            Self::CropShareVegetalLocal => (Percent, (1.0, 100.0), 25.0, "Végétal local"),
            Self::HumidityCheckInterval => (Day, (1.0, 3650.0), 365.0, OURS),
            Self::HumidityRecheckInterval => (Day, (1.0, 3650.0), 30.0, OURS),
        };
        Threshold {
            unit,
            min,
            max,
            default,
            source,
        }
    }
}

impl Threshold {
    /// Goes on when a value is in its range.
    ///
    /// # Errors
    /// 409 on the value.
    pub fn check(&self, value: f64) -> Result<(), Problem> {
        if (self.min..=self.max).contains(&value) {
            Ok(())
        } else {
            Err(Problem::law("/value", "out_of_range"))
        }
    }
}

/// The thresholds that hold for someone.
#[derive(Debug, Clone, PartialEq)]
pub struct Thresholds(Vec<(SettingName, f64)>);

impl Thresholds {
    /// Those of the standards, but for what was decided.
    #[must_use]
    pub const fn new(decided: Vec<(SettingName, f64)>) -> Self {
        Self(decided)
    }

    /// The value of one.
    #[must_use]
    pub fn get(&self, name: SettingName) -> f64 {
        let decided = self.0.iter().find(|(decided, _)| *decided == name);
        decided.map_or(name.threshold().default, |(_, value)| *value)
    }

    /// A whole number of seeds, of months or of days.
    #[must_use]
    pub fn whole(&self, name: SettingName) -> u32 {
        // Within the range of the setting, far below the largest.
        self.get(name) as u32
    }

    /// A percentage as a proportion.
    #[must_use]
    pub fn share(&self, name: SettingName) -> f64 {
        self.get(name) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_standards_say_is_in_its_own_range() {
        for name in SettingName::ALL {
            let threshold = name.threshold();
            assert!(
                (threshold.min..=threshold.max).contains(&threshold.default),
                "{name:?}"
            );
        }
    }

    #[test]
    fn a_value_is_within_its_range() {
        let threshold = SettingName::Confidence.threshold();
        assert!(threshold.check(threshold.max).is_ok());
        assert!(threshold.check(100.0).is_err() && threshold.check(f64::NAN).is_err());
    }

    #[test]
    fn what_was_decided_comes_before_the_standards() {
        let thresholds = Thresholds::new(vec![(SettingName::InitialViability, 70.0)]);
        assert_eq!(thresholds.get(SettingName::InitialViability), 70.0);
        assert_eq!(thresholds.share(SettingName::Confidence), 0.95);
    }
}
