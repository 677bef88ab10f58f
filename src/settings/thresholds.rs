//! Every threshold: its unit, its range, its value by the standards and where that comes from.

use super::model::SettingName;

text_enum! {
    /// What a threshold counts.
    pub enum SettingUnit {
        Percent = "percent",
        Year = "year",
        Seed = "seed",
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

const FAO: &str = "Genebank Standards for Plant Genetic Resources, FAO 2014";

impl SettingName {
    /// What is known of it; the ranges are those of `setting_known_and_in_range`.
    #[must_use]
    pub const fn threshold(self) -> Threshold {
        use SettingUnit::{Percent, Seed, Year};
        const fn of(
            unit: SettingUnit,
            (min, max): (f64, f64),
            default: f64,
            source: &'static str,
        ) -> Threshold {
            Threshold {
                unit,
                min,
                max,
                default,
                source,
            }
        }
        match self {
            Self::InitialViability => of(Percent, (1.0, 100.0), 85.0, FAO),
            Self::RegenerationShare => of(Percent, (1.0, 99.0), 85.0, FAO),
            Self::RetestShare => of(Percent, (1.0, 100.0), 33.3333, FAO),
            Self::RetestLongest => of(Year, (1.0, 200.0), 40.0, FAO),
            Self::RetestShortLived => of(Year, (0.5, 100.0), 5.0, FAO),
            Self::RetestLongLived => of(Year, (0.5, 100.0), 10.0, FAO),
            Self::ArchiveReserve => of(Seed, (0.0, 100_000.0), 50.0, FAO),
            Self::TestLargestShare => of(Percent, (0.1, 100.0), 10.0, "gn-exsitu"),
            Self::Confidence => of(Percent, (50.0, 99.9), 95.0, "gn-exsitu"),
            Self::CropShare => of(Percent, (0.1, 100.0), 20.0, "ENSCONET 2009"),
            Self::CropShareStrict => of(Percent, (0.1, 100.0), 25.0, "Végétal local"),
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
    fn what_was_decided_comes_before_the_standards() {
        let thresholds = Thresholds::new(vec![(SettingName::InitialViability, 70.0)]);
        assert_eq!(thresholds.get(SettingName::InitialViability), 70.0);
        assert_eq!(thresholds.share(SettingName::RegenerationShare), 0.85);
    }
}
