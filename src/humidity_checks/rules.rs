//! Rules of the humidity checks.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use uuid::Uuid;
use validator::ValidationError;

use super::model::{CheckColumns, CheckRow, HumidityCheckChanges, Keys, NewHumidityCheck};
use crate::error::{Problem, table};
use crate::host::nomenclatures::Nomenclatures;

const LEVEL: &str = "EXS_HUMIDITY_LEVEL";
const INDICATOR: &str = "EXS_COLOR_TABLET";
const DEVICE: &str = "EXS_HUMIDITY_DEVICE";

fn between(value: &BigDecimal, least: BigDecimal, most: BigDecimal) -> Result<(), ValidationError> {
    if (least..=most).contains(value) {
        Ok(())
    } else {
        Err(ValidationError::new("out_of_range"))
    }
}

/// A moisture that seeds in store can have, % of fresh mass.
///
/// # Errors
/// It is not between 2 and 25.
pub fn moisture(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, 2.into(), 25.into())
}

/// A relative humidity that the database keeps, to a hundredth; 0 and 100 are no measures.
///
/// # Errors
/// It is not between 0 and 100, both excluded.
pub fn humidity(value: &BigDecimal) -> Result<(), ValidationError> {
    between(
        value,
        BigDecimal::new(1.into(), 2),
        BigDecimal::new(9999.into(), 2),
    )
}

/// A temperature at which seeds are measured, °C.
///
/// # Errors
/// It is not between −20 and 90.
pub fn temperature(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, (-20).into(), 90.into())
}

/// A place where a lot stands, or stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The lot.
    pub id_seed_lot: i32,
    /// The place.
    pub id_place: i32,
    /// Its identifier.
    pub uuid: Uuid,
    /// The lot is there now.
    pub is_there: bool,
    /// It is in the place that the round goes through.
    pub is_within: bool,
    /// It may be read.
    pub is_readable: bool,
}

/// The place of a check: the one that is said, among those where the lot was; the one where it
/// stands, when there is only one.
///
/// # Errors
/// 409 on the place: the lot was never there, or stands in several.
pub fn place(asked: Option<Uuid>, places: &[Standing], at: &str) -> Result<Option<i32>, Problem> {
    let pointer = format!("{at}/place");
    if let Some(uuid) = asked {
        let found = places.iter().find(|p| p.uuid == uuid && p.is_readable);
        let found = found.ok_or_else(|| Problem::new(table::HUMIDITY_CHECK_PLACE).at(&pointer))?;
        return Ok(Some(found.id_place));
    }
    let mut standing = places.iter().filter(|p| p.is_there && p.is_within);
    match (standing.next(), standing.next()) {
        (Some(_), Some(_)) => Err(Problem::law(pointer, "required")),
        (only, _) => Ok(only.map(|place| place.id_place)),
    }
}

/// What a check says, once it is written.
#[derive(Debug, Clone, Default)]
pub struct Said {
    date: NaiveDate,
    in_words: bool,
    changed_on: Option<NaiveDate>,
    measured: bool,
    temperature: bool,
    device: bool,
}

impl From<&CheckColumns> for Said {
    fn from(check: &CheckColumns) -> Self {
        Self {
            date: check.check_date,
            in_words: check.id_nomenclature_level.is_some() || check.id_nomenclature_indicator.is_some(),
            changed_on: check.indicator_changed_on,
            measured: check.moisture_percent.is_some() || check.equilibrium_humidity.is_some(),
            temperature: check.temperature.is_some(),
            device: check.id_nomenclature_device.is_some(),
        }
    }
}

impl Said {
    /// What a check says once it is changed.
    #[must_use]
    pub fn changed(was: &CheckRow, changes: &HumidityCheckChanges, keys: &Keys) -> Self {
        let given = |change: Option<bool>, was: bool| change.unwrap_or(was);
        let key = |change: &Option<Option<i32>>, was: Option<i32>| {
            given(change.map(|key| key.is_some()), was.is_some())
        };
        let figure = |change: &Option<Option<BigDecimal>>, was: &Option<BigDecimal>| {
            given(change.as_ref().map(Option::is_some), was.is_some())
        };
        Self {
            date: changes.check_date.unwrap_or(was.check_date),
            in_words: key(&keys.id_nomenclature_level, was.id_nomenclature_level)
                || key(&keys.id_nomenclature_indicator, was.id_nomenclature_indicator),
            changed_on: changes.indicator_changed_on.unwrap_or(was.indicator_changed_on),
            measured: figure(&changes.moisture_percent, &was.moisture_percent)
                || figure(&changes.equilibrium_humidity, &was.equilibrium_humidity),
            temperature: figure(&changes.temperature, &was.temperature),
            device: key(&keys.id_nomenclature_device, was.id_nomenclature_device),
        }
    }

    /// Goes on when a check says something, and its parts hold together.
    ///
    /// # Errors
    /// 409: it says nothing, a device without its figure, a day that cannot be.
    pub fn hold(&self, origin: Option<NaiveDate>, today: NaiveDate, at: &str) -> Result<(), Problem> {
        if !(self.in_words || self.measured || self.changed_on.is_some()) {
            let nothing = Problem::new(table::HUMIDITY_CHECK_SAYS_NOTHING);
            return Err(if at.is_empty() { nothing } else { nothing.at(at) });
        }
        if !self.measured && (self.temperature || self.device) {
            return Err(Problem::law(format!("{at}/equilibrium_humidity"), "required"));
        }
        let pointer = format!("{at}/check_date");
        if self.date > today {
            return Err(Problem::new(table::NOT_IN_FUTURE).at(&pointer));
        }
        if let Some(origin) = origin.filter(|origin| self.date < *origin) {
            return Err(Problem::new(table::DATES_ALONG_CHAIN)
                .with("date", self.date.to_string())
                .with("origin", origin.to_string())
                .at(&pointer));
        }
        if self.changed_on.is_some_and(|day| day > self.date) {
            return Err(Problem::law(
                format!("{at}/indicator_changed_on"),
                "dates_ordered",
            ));
        }
        Ok(())
    }
}

/// The columns of a new check.
///
/// # Errors
/// 409 for an unknown code, on its field.
pub fn columns(
    new: &NewHumidityCheck,
    names: &Nomenclatures,
    (id_seed_lot, id_place): (i32, Option<i32>),
    (id_digitiser, today): (i32, NaiveDate),
    at: &str,
) -> Result<CheckColumns, Problem> {
    let code =
        |list, code: &Option<String>, field| names.maybe(list, code.as_deref(), &format!("{at}/{field}"));
    let myself = Some(id_digitiser).filter(|_| new.observer_text.is_none());
    Ok(CheckColumns {
        uuid: new.uuid.unwrap_or_else(Uuid::new_v4),
        id_seed_lot,
        id_place,
        check_date: new.check_date.unwrap_or(today),
        id_nomenclature_level: code(LEVEL, &new.level, "level")?,
        id_nomenclature_indicator: code(INDICATOR, &new.indicator, "indicator")?,
        indicator_changed_on: new.indicator_changed_on,
        moisture_percent: new.moisture_percent.clone(),
        equilibrium_humidity: new.equilibrium_humidity.clone(),
        temperature: new.temperature.clone(),
        id_nomenclature_device: code(DEVICE, &new.device, "device")?,
        id_observer: new.id_observer.or(myself),
        observer_text: new.observer_text.clone(),
        remarks: new.remarks.clone(),
        id_digitiser,
    })
}

/// The keys of what changes in a check.
///
/// # Errors
/// 409 for an unknown code, or a place where the lot never was.
pub fn changed_keys(
    changes: &HumidityCheckChanges,
    names: &Nomenclatures,
    places: &[Standing],
) -> Result<Keys, Problem> {
    let id_place = match changes.place {
        None => None,
        Some(None) => Some(None),
        Some(asked) => Some(place(asked, places, "")?),
    };
    Ok(Keys {
        id_place,
        id_nomenclature_level: names.patch(LEVEL, &changes.level, "/level")?,
        id_nomenclature_indicator: names.patch(INDICATOR, &changes.indicator, "/indicator")?,
        id_nomenclature_device: names.patch(DEVICE, &changes.device, "/device")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn said() -> Said {
        Said {
            date: day("2026-10-01"),
            in_words: true,
            ..Said::default()
        }
    }

    fn refused(said: &Said) -> Option<&'static str> {
        let holds = said.hold(Some(day("2026-01-01")), day("2026-11-25"), "");
        holds.err().map(|problem| problem.kind().slug)
    }

    #[test]
    fn what_is_measured_is_within_what_means_something() {
        let of = |text: &str| text.parse::<BigDecimal>().unwrap();
        for (value, holds) in [("1.9", false), ("2", true), ("25", true), ("25.1", false)] {
            assert_eq!(moisture(&of(value)).is_ok(), holds, "{value}");
        }
        for (value, holds) in [("0", false), ("0.01", true), ("99.99", true), ("100", false)] {
            assert_eq!(humidity(&of(value)).is_ok(), holds, "{value}");
        }
        for (value, holds) in [("-20.1", false), ("-20", true), ("90", true), ("90.1", false)] {
            assert_eq!(temperature(&of(value)).is_ok(), holds, "{value}");
        }
    }

    #[test]
    fn a_check_says_something_that_holds_together() {
        assert_eq!(refused(&said()), None);
        let nothing = Said {
            in_words: false,
            ..said()
        };
        assert_eq!(refused(&nothing), Some("humidity_check_says_nothing"));
        let pellets = Said {
            changed_on: Some(day("2026-10-01")),
            ..nothing
        };
        assert_eq!(refused(&pellets), None);
        let device = Said {
            device: true,
            ..said()
        };
        assert_eq!(refused(&device), Some("inconsistent"));
        let measured = Said {
            measured: true,
            ..device
        };
        assert_eq!(refused(&measured), None);
    }

    #[test]
    fn a_check_is_of_a_day_that_can_be() {
        for (date, problem) in [
            ("2026-11-26", Some("not_in_future")),
            ("2026-11-25", None),
            ("2026-01-01", None),
            ("2025-12-31", Some("dates_along_chain")),
        ] {
            let check = Said {
                date: day(date),
                ..said()
            };
            assert_eq!(refused(&check), problem, "{date}");
        }
        let late = Said {
            changed_on: Some(day("2026-10-02")),
            ..said()
        };
        assert_eq!(refused(&late), Some("inconsistent"));
    }

    #[test]
    fn the_place_is_where_the_lot_stands() {
        let here = Standing {
            id_seed_lot: 1,
            id_place: 1,
            uuid: Uuid::from_u128(1),
            is_there: true,
            is_within: true,
            is_readable: true,
        };
        let there = Standing {
            id_place: 2,
            uuid: Uuid::from_u128(2),
            ..here
        };
        let left = Standing {
            is_there: false,
            ..there
        };
        assert_eq!(place(None, &[], "").unwrap(), None);
        assert_eq!(place(None, &[here, left], "").unwrap(), Some(1));
        assert_eq!(place(Some(left.uuid), &[here, left], "").unwrap(), Some(2));
        assert!(place(None, &[here, there], "").is_err());
        assert!(place(Some(Uuid::from_u128(3)), &[here, there], "").is_err());
        let hidden = Standing {
            is_readable: false,
            ..there
        };
        assert!(place(Some(hidden.uuid), &[here, hidden], "").is_err());
        let outside = Standing {
            is_within: false,
            ..there
        };
        assert_eq!(place(None, &[here, outside], "").unwrap(), Some(1));
    }
}
