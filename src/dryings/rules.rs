//! Rules of the dryings.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use validator::ValidationError;

use crate::error::{Problem, table};

/// Vocabulary of the kinds.
pub const KIND: &str = "EXS_DRY_TYPE";

fn within(value: &BigDecimal, least: i32, most: i32) -> Result<(), ValidationError> {
    if (BigDecimal::from(least)..=BigDecimal::from(most)).contains(value) {
        Ok(())
    } else {
        Err(ValidationError::new("out_of_range"))
    }
}

/// A temperature at which seeds are dried, in a room or frozen, °C.
///
/// # Errors
/// It is not between −90 and 90.
pub fn temperature(value: &BigDecimal) -> Result<(), ValidationError> {
    within(value, -90, 90)
}

/// A relative humidity, %.
///
/// # Errors
/// It is not between 0 and 100.
pub fn humidity(value: &BigDecimal) -> Result<(), ValidationError> {
    within(value, 0, 100)
}

/// Seeds are dried after they were gathered, until today at most.
///
/// # Errors
/// 409 on the day that cannot be.
pub fn dates(
    start: NaiveDate,
    end: Option<NaiveDate>,
    origin: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Problem> {
    for (day, pointer) in [(Some(start), "/date_start"), (end, "/date_end")] {
        if day.is_some_and(|day| day > today) {
            return Err(Problem::new(table::NOT_IN_FUTURE).at(pointer));
        }
    }
    if end.is_some_and(|end| end < start) {
        return Err(Problem::new(table::DATES_ORDERED).at("/date_end"));
    }
    match origin {
        Some(origin) if start < origin => Err(Problem::new(table::DATES_ALONG_CHAIN)
            .with("date", start.to_string())
            .with("origin", origin.to_string())
            .at("/date_start")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_order_and_can_be() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (origin, today) = (Some(day("2026-06-01")), day("2026-11-25"));
        let refused = |start: &str, end: Option<&str>| {
            let problem = dates(day(start), end.map(day), origin, today).err();
            problem.map(|problem| problem.kind().slug)
        };
        assert_eq!(refused("2026-06-01", None), None);
        assert_eq!(refused("2026-07-01", Some("2026-07-01")), None);
        assert_eq!(refused("2026-07-02", Some("2026-07-01")), Some("dates_ordered"));
        assert_eq!(refused("2026-05-31", None), Some("dates_along_chain"));
        assert_eq!(refused("2026-11-26", None), Some("not_in_future"));
        assert_eq!(refused("2026-11-25", Some("2026-11-26")), Some("not_in_future"));
    }
}
