//! Business rules of harvests, without a database.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::{Datelike, Months, NaiveDate};
use validator::ValidationError;

use super::geometry::Geometry;
use super::model::{DatePrecision, HarvestChanges, NewHarvest, NewObserver};
use crate::codes::{self, CodeKind};
use crate::error::{Lang, Problem, table};
use crate::http::{Warning, WarningCode};
use crate::settings::model::SettingName;
use crate::settings::thresholds::Thresholds;

/// Precision said of a blurred place, metres: that of a grid of 0.1°.
pub const BLUR_M: i32 = 10_000;

/// Columns of the table that say where a harvest is.
pub const PLACE_COLUMNS: &[&str] = &[
    "geom_4326",
    "geom_local",
    "precision_m",
    "altitude_min",
    "altitude_max",
    "slope_degrees",
    "id_nomenclature_exposure",
    "id_nomenclature_geographical_precision",
    "locality",
    "landowner_consent",
];

/// When a harvest was made: days between which it was, and how much of the date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// First possible day.
    pub min: Option<NaiveDate>,
    /// Last possible day.
    pub max: Option<NaiveDate>,
    /// How much is known.
    pub precision: DatePrecision,
}

impl Dates {
    /// Completes what was entered: a single day is its own end, a month or a year is
    /// widened to its bounds.
    ///
    /// # Errors
    /// 409: a date is missing, after the other one, or in the future.
    pub fn read(
        min: Option<NaiveDate>,
        max: Option<NaiveDate>,
        precision: Option<DatePrecision>,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let usual = if min.is_some() {
            DatePrecision::Day
        } else {
            DatePrecision::Unknown
        };
        let precision = precision.unwrap_or(usual);
        // The month or the year of today has begun, though it has not ended.
        for (pointer, day) in [("/date_min", min), ("/date_max", max)] {
            if precision.start(day).is_some_and(|day| day > today) {
                return Err(Problem::new(table::NOT_IN_FUTURE).at(pointer));
            }
        }
        if precision != DatePrecision::Unknown && min.is_none() {
            return Err(Problem::law("/date_min", "required"));
        }
        let max = if precision == DatePrecision::Unknown {
            max
        } else {
            max.or(min)
        };
        let dates = Self {
            min: precision.start(min),
            max: precision.end(max),
            precision,
        };
        if dates.min.zip(dates.max).is_some_and(|(min, max)| min > max) {
            return Err(Problem::new(table::DATES_ORDERED).at("/date_max"));
        }
        Ok(dates)
    }

    /// The same after a PATCH, none when it does not touch them. An end that only
    /// followed from the beginning follows it again.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn changed(self, changes: &HarvestChanges, today: NaiveDate) -> Result<Option<Self>, Problem> {
        let HarvestChanges {
            date_min,
            date_max,
            date_precision,
            ..
        } = changes;
        if date_min.is_none() && date_max.is_none() && date_precision.is_none() {
            return Ok(None);
        }
        let followed = self.precision != DatePrecision::Unknown && self.max == self.precision.end(self.min);
        let kept = if followed && date_min.is_some() {
            None
        } else {
            self.max
        };
        let precision = date_precision.unwrap_or(self.precision);
        let (min, max) = (date_min.unwrap_or(self.min), date_max.unwrap_or(kept));
        Self::read(min, max, Some(precision), today).map(Some)
    }

    /// The year of its code: that of the harvest, else the current one.
    #[must_use]
    pub fn year(self, today: NaiveDate) -> i32 {
        self.min.unwrap_or(today).year()
    }
}

impl DatePrecision {
    fn start(self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = day?;
        match self {
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
            Self::Day | Self::Unknown => Some(day),
        }
    }

    fn end(self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = day?;
        match self {
            Self::Month => day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt(),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 12, 31),
            Self::Day | Self::Unknown => Some(day),
        }
    }
}

/// What a new harvest comes to: its dates and its geometry, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Its dates.
    pub dates: Dates,
    /// Its geometry, as GeoJSON that PostGIS reads.
    pub geometry: Option<String>,
}

/// Checks a new harvest.
///
/// # Errors
/// 422 or 409 on the field that is wrong.
pub fn check_new(new: &NewHarvest, today: NaiveDate) -> Result<Checked, Problem> {
    let dates = Dates::read(new.date_min, new.date_max, new.date_precision, today)?;
    if let Some(code) = &new.code {
        codes::check(CodeKind::Harvest, code, dates.year(today))?;
    }
    check_observers(&new.observers)?;
    check_areas(new.areas.as_deref(), new.geometry.is_some())?;
    check_altitudes(new.altitude_min, new.altitude_max)?;
    Ok(Checked {
        dates,
        geometry: new.geometry.as_ref().map(Geometry::checked).transpose()?,
    })
}

/// What a PATCH comes to: what of the dates and of the geometry is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedChanges {
    /// The dates, when they are touched.
    pub dates: Option<Dates>,
    /// The geometry, when it is touched, as GeoJSON that PostGIS reads.
    pub geometry: Option<Option<String>>,
}

/// What the rules need to know of a harvest that is changed.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    /// Its dates.
    pub dates: Dates,
    /// It has a geometry.
    pub placed: bool,
    /// Lowest altitude.
    pub altitude_min: Option<i32>,
    /// Highest altitude.
    pub altitude_max: Option<i32>,
}

/// Checks a PATCH of a harvest.
///
/// # Errors
/// 422 or 409 on the field that is wrong.
pub fn check_changes(
    before: Before,
    changes: &HarvestChanges,
    today: NaiveDate,
) -> Result<CheckedChanges, Problem> {
    let dates = before.dates.changed(changes, today)?;
    if let Some(observers) = &changes.observers {
        check_observers(observers)?;
    }
    let placed = changes.geometry.as_ref().map_or(before.placed, Option::is_some);
    check_areas(changes.areas.as_deref(), placed)?;
    let (min, max) = (changes.altitude_min, changes.altitude_max);
    check_altitudes(
        min.unwrap_or(before.altitude_min),
        max.unwrap_or(before.altitude_max),
    )?;
    let geometry = changes
        .geometry
        .as_ref()
        .map(|g| g.as_ref().map(Geometry::checked).transpose())
        .transpose()?;
    Ok(CheckedChanges { dates, geometry })
}

/// True when a PATCH says where the harvest is: who sees it blurred does not.
#[must_use]
pub fn says_where(changes: &HarvestChanges) -> bool {
    changes.geometry.is_some()
        || changes.areas.is_some()
        || changes.locality.is_some()
        || changes.precision_m.is_some()
        || changes.altitude_min.is_some()
        || changes.altitude_max.is_some()
        || changes.geographical_precision.is_some()
}

fn check_observers(observers: &[NewObserver]) -> Result<(), Problem> {
    if observers.iter().filter(|o| o.is_main).count() > 1 {
        return Err(Problem::law("/observers", "one_main_observer"));
    }
    let roles: Vec<i32> = observers.iter().map(|o| o.id_role).collect();
    twice(&roles).map_or(Ok(()), |n| {
        Err(Problem::law(format!("/observers/{n}/id_role"), "duplicate"))
    })
}

fn check_areas(areas: Option<&[i32]>, placed: bool) -> Result<(), Problem> {
    let Some(areas) = areas else { return Ok(()) };
    if placed {
        return Err(Problem::law("/areas", "not_given_together"));
    }
    twice(areas).map_or(Ok(()), |n| Err(Problem::law(format!("/areas/{n}"), "duplicate")))
}

fn check_altitudes(min: Option<i32>, max: Option<i32>) -> Result<(), Problem> {
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(Problem::law("/altitude_max", "out_of_range"));
    }
    Ok(())
}

/// Where a value comes for the second time.
fn twice(values: &[i32]) -> Option<usize> {
    values
        .iter()
        .enumerate()
        .find(|(n, value)| values.iter().take(*n).any(|v| v == *value))
        .map(|(n, _)| n)
}

/// What to think of the share of the seeds ripe that day that was taken.
#[must_use]
pub fn warnings(
    crop_share_percent: Option<&BigDecimal>,
    thresholds: &Thresholds,
    lang: Lang,
) -> Vec<Warning> {
    let limits = [
        (SettingName::CropShareEnsconet, WarningCode::AboveEnsconetShare),
        (
            SettingName::CropShareVegetalLocal,
            WarningCode::AboveVegetalLocalShare,
        ),
    ]
    .map(|(limit, code)| (thresholds.get(limit), code));
    let Some(share) = crop_share_percent.and_then(BigDecimal::to_f64) else {
        return Vec::new();
    };
    let above = limits.into_iter().filter(|(limit, _)| share > *limit);
    let facts = |limit: f64| [("share", share.into()), ("limit", limit.into())];
    above
        .map(|(limit, code)| Warning::new(code, &facts(limit), lang))
        .collect()
}

fn between(value: &BigDecimal, min: i32, max: i32) -> Result<(), ValidationError> {
    let within = *value >= min && *value <= max;
    if within {
        Ok(())
    } else {
        Err(ValidationError::new("range"))
    }
}

/// A percentage.
///
/// # Errors
/// It is not between 0 and 100.
pub fn percent(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, 0, 100)
}

/// A slope, degrees.
///
/// # Errors
/// It is not between 0 and 90.
pub fn slope(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, 0, 90)
}

/// A surface, m², kept to a hundredth.
///
/// # Errors
/// It is less than 0.01 or more than a thousand square kilometres.
pub fn surface(value: &BigDecimal) -> Result<(), ValidationError> {
    if value.with_scale(2) > 0 {
        between(value, 0, 1_000_000_000)
    } else {
        Err(ValidationError::new("range"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(
        min: &str,
        max: &str,
        precision: Option<DatePrecision>,
    ) -> Result<(Option<String>, Option<String>), String> {
        let read = |text: &str| if text.is_empty() { None } else { Some(day(text)) };
        match Dates::read(read(min), read(max), precision, day("2026-11-24")) {
            Ok(d) => Ok((d.min.map(|d| d.to_string()), d.max.map(|d| d.to_string()))),
            Err(p) => Err(fault(&p)),
        }
    }

    fn fault(problem: &Problem) -> String {
        let document = problem.document(Lang::En, String::new());
        format!("{} {}", document.errors[0].pointer, document.errors[0].code)
    }

    fn some(min: &str, max: &str) -> Result<(Option<String>, Option<String>), String> {
        Ok((Some(min.to_owned()), Some(max.to_owned())))
    }

    #[test]
    fn a_date_is_widened_to_what_is_known_of_it() {
        use DatePrecision::{Day, Month, Unknown, Year};
        assert_eq!(dates("2026-07-14", "", None), some("2026-07-14", "2026-07-14"));
        assert_eq!(
            dates("2026-07-14", "2026-07-16", Some(Day)),
            some("2026-07-14", "2026-07-16")
        );
        assert_eq!(
            dates("2024-02-10", "", Some(Month)),
            some("2024-02-01", "2024-02-29")
        );
        assert_eq!(
            dates("2026-05-10", "2026-07-02", Some(Month)),
            some("2026-05-01", "2026-07-31")
        );
        assert_eq!(
            dates("2026-11-24", "", Some(Year)),
            some("2026-01-01", "2026-12-31")
        );
        assert_eq!(
            dates("2026-01-01", "2026-12-31", Some(Year)),
            some("2026-01-01", "2026-12-31")
        );
        assert_eq!(dates("", "", None), Ok((None, None)));
        assert_eq!(
            dates("", "1990-12-31", Some(Unknown)),
            Ok((None, Some("1990-12-31".to_owned())))
        );
    }

    #[test]
    fn a_date_is_given_ordered_and_past() {
        use DatePrecision::{Day, Month};
        let refused = |text: &str| Err(text.to_owned());
        assert_eq!(dates("2026-11-25", "", None), refused("/date_min not_in_future"));
        assert_eq!(
            dates("2026-11-01", "2026-11-25", Some(Day)),
            refused("/date_max not_in_future")
        );
        assert_eq!(
            dates("2026-12-01", "", Some(Month)),
            refused("/date_min not_in_future")
        );
        assert_eq!(dates("", "", Some(Month)), refused("/date_min required"));
        assert_eq!(
            dates("2026-07-14", "2026-07-13", None),
            refused("/date_max dates_ordered")
        );
    }

    #[test]
    fn an_end_that_followed_from_the_beginning_follows_it_again() {
        let single = Dates::read(Some(day("2026-07-14")), None, None, day("2026-11-24")).unwrap();
        let moved = HarvestChanges {
            date_min: Some(Some(day("2026-08-01"))),
            ..Default::default()
        };
        let changed = single.changed(&moved, day("2026-11-24")).unwrap().unwrap();
        assert_eq!(
            (changed.min, changed.max),
            (Some(day("2026-08-01")), Some(day("2026-08-01")))
        );
        let range = Dates {
            max: Some(day("2026-07-20")),
            ..single
        };
        assert_eq!(
            fault(&range.changed(&moved, day("2026-11-24")).unwrap_err()),
            "/date_max dates_ordered"
        );
        let month = HarvestChanges {
            date_precision: Some(DatePrecision::Month),
            ..Default::default()
        };
        assert_eq!(
            single.changed(&month, day("2026-11-24")).unwrap().unwrap().max,
            Some(day("2026-07-31"))
        );
        assert_eq!(
            single
                .changed(&HarvestChanges::default(), day("2026-11-24"))
                .unwrap(),
            None
        );
    }

    #[test]
    fn there_is_one_main_observer_and_nobody_twice() {
        let observer = |id_role, is_main| NewObserver { id_role, is_main };
        assert!(check_observers(&[observer(1, true), observer(2, false)]).is_ok());
        let two = check_observers(&[observer(1, true), observer(2, true)]).unwrap_err();
        assert_eq!(fault(&two), "/observers one_main_observer");
        let same = check_observers(&[observer(1, true), observer(2, false), observer(1, false)]).unwrap_err();
        assert_eq!(fault(&same), "/observers/2/id_role duplicate");
    }

    #[test]
    fn areas_are_chosen_only_without_a_geometry() {
        assert!(check_areas(None, true).is_ok());
        assert!(check_areas(Some(&[1, 2]), false).is_ok());
        assert_eq!(
            fault(&check_areas(Some(&[1]), true).unwrap_err()),
            "/areas not_given_together"
        );
        assert_eq!(
            fault(&check_areas(Some(&[1, 1]), false).unwrap_err()),
            "/areas/1 duplicate"
        );
    }

    #[test]
    fn the_share_of_the_crop_warns_above_each_limit() {
        let thresholds = Thresholds::new(vec![(SettingName::CropShareVegetalLocal, 30.0)]);
        let of = |text: &str| -> Vec<&str> {
            let found = warnings(Some(&text.parse().unwrap()), &thresholds, Lang::Fr);
            found.iter().map(|warning| warning.code.as_str()).collect()
        };
        assert!(warnings(None, &thresholds, Lang::Fr).is_empty());
        assert!(of("20").is_empty());
        assert_eq!(of("20.1"), ["above_ensconet_share"]);
        assert_eq!(of("30"), ["above_ensconet_share"]);
        assert_eq!(of("30.01"), ["above_ensconet_share", "above_vegetal_local_share"]);
    }

    #[test]
    fn figures_are_within_their_range() {
        let n = |text: &str| text.parse::<BigDecimal>().unwrap();
        assert!(percent(&n("100")).is_ok() && percent(&n("100.1")).is_err() && percent(&n("-1")).is_err());
        assert!(slope(&n("90")).is_ok() && slope(&n("91")).is_err());
        assert!(surface(&n("0.5")).is_ok() && surface(&n("0")).is_err() && surface(&n("0.001")).is_err());
    }
}
