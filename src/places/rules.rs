//! What a place may be, whatever the database says.

use bigdecimal::BigDecimal;
use chrono::{DateTime, Utc};
use validator::ValidationError;

use super::model::Holder;
use crate::error::{Problem, table};

/// A temperature in °C that an apparatus can keep.
///
/// # Errors
/// It is out of range.
pub fn temperature(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, -200, 110)
}

/// A relative humidity in %.
///
/// # Errors
/// It is out of range.
pub fn humidity(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, 0, 100)
}

fn between(value: &BigDecimal, min: i32, max: i32) -> Result<(), ValidationError> {
    if (BigDecimal::from(min)..=BigDecimal::from(max)).contains(value) {
        Ok(())
    } else {
        Err(ValidationError::new("range"))
    }
}

/// Goes on when a place may receive others.
///
/// # Errors
/// 409: it is archived.
pub fn receives(archived_at: Option<DateTime<Utc>>) -> Result<(), Problem> {
    match archived_at {
        None => Ok(()),
        Some(_) => Err(Problem::new(table::ARCHIVED).at("/parent")),
    }
}

/// Whether a change puts a place away.
#[must_use]
pub fn puts_away(archived_at: Option<DateTime<Utc>>, asked: Option<bool>) -> bool {
    archived_at.is_none() && asked == Some(true)
}

/// Goes on when a place may be put away: no lot has seeds in it nor below.
///
/// # Errors
/// 409: it holds seeds.
pub fn is_empty(code: &str, lots: i64) -> Result<(), Problem> {
    if lots == 0 {
        return Ok(());
    }
    let refused = Problem::new(table::PLACE_HOLDS_STOCK).with("place", code);
    Err(refused.with("lots", lots).at("/archived"))
}

/// Where a move leads: none when the place is there already.
///
/// # Errors
/// 409: the place that is to hold it is archived.
pub fn destination(now: Option<i32>, asked: Option<Holder>) -> Result<Option<Option<i32>>, Problem> {
    let Some(holder) = asked.filter(|h| now != Some(h.id)) else {
        return Ok((asked.is_none() && now.is_some()).then_some(None));
    };
    receives(holder.archived_at)?;
    Ok(Some(Some(holder.id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(check: Result<(), ValidationError>) -> Option<String> {
        check.err().map(|e| e.code.to_string())
    }

    #[test]
    fn a_temperature_is_between_liquid_nitrogen_and_an_oven() {
        for text in ["-200", "-196", "-18", "4.25", "110"] {
            assert_eq!(fault(temperature(&text.parse().unwrap())), None, "{text}");
        }
        for text in ["-200.1", "110.1", "1e300"] {
            assert_eq!(
                fault(temperature(&text.parse().unwrap())).as_deref(),
                Some("range"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_humidity_is_a_percentage() {
        assert_eq!(fault(humidity(&"0".parse().unwrap())), None);
        assert_eq!(fault(humidity(&"100".parse().unwrap())), None);
        assert_eq!(
            fault(humidity(&"-0.1".parse().unwrap())).as_deref(),
            Some("range")
        );
        assert_eq!(
            fault(humidity(&"100.1".parse().unwrap())).as_deref(),
            Some("range")
        );
    }

    #[test]
    fn what_is_archived_receives_nothing() {
        assert!(receives(None).is_ok());
        assert_eq!(receives(Some(Utc::now())).unwrap_err().kind(), table::ARCHIVED);
    }

    #[test]
    fn a_place_is_put_away_empty() {
        assert!(puts_away(None, Some(true)));
        assert!(!puts_away(None, Some(false)) && !puts_away(None, None));
        assert!(!puts_away(Some(Utc::now()), Some(true)));
        assert!(is_empty("A", 0).is_ok());
        assert_eq!(is_empty("A", 1).unwrap_err().kind(), table::PLACE_HOLDS_STOCK);
    }

    #[test]
    fn a_move_goes_somewhere_else() {
        let at = |id| Holder {
            id,
            archived_at: None,
        };
        assert_eq!(destination(Some(1), Some(at(1))).unwrap(), None);
        assert_eq!(destination(None, None).unwrap(), None);
        assert_eq!(destination(Some(1), None).unwrap(), Some(None));
        assert_eq!(destination(Some(1), Some(at(2))).unwrap(), Some(Some(2)));
        let archived = Holder {
            id: 2,
            archived_at: Some(Utc::now()),
        };
        assert!(destination(Some(1), Some(archived)).is_err());
        assert_eq!(destination(Some(2), Some(archived)).unwrap(), None);
    }
}
