//! Business rules of receptions, without a database.

use chrono::NaiveDate;

use crate::error::{Problem, table};

/// Goes on when nothing arrives in the future.
///
/// # Errors
/// 409 at `/date_received`.
pub fn check_date(received: Option<NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    if received.is_some_and(|day| day > today) {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/date_received"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_arrives_in_the_future() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-24");
        assert!(check_date(None, today).is_ok());
        assert!(check_date(Some(today), today).is_ok());
        assert!(check_date(Some(day("2026-11-25")), today).is_err());
    }
}
