//! The laws of the follow-up as pure functions; the database holds the same ones (`check_follow_ups`).

use chrono::NaiveDate;

use crate::error::{Problem, table};

/// What was seen of released plants on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Day.
    pub date: NaiveDate,
    /// Plants seen alive.
    pub alive: i32,
    /// Plants found dead since the visit before.
    pub dead: i32,
    /// Plants looked for and not seen.
    pub not_seen: i32,
}

/// No more plants are told of than were released, whatever the order of entry, nor before.
///
/// # Errors
/// 409 with the first day that would not hold.
pub fn hold(released: i32, exit_date: NaiveDate, visits: &[Visit]) -> Result<(), Problem> {
    let mut visits = visits.to_vec();
    visits.sort_by_key(|visit| visit.date);
    let mut dead = 0_i32;
    for visit in visits {
        if visit.date < exit_date {
            return Err(Problem::new(table::FOLLOW_UP_AFTER_EXIT).at("/follow_up_date"));
        }
        dead = dead.saturating_add(visit.dead);
        let told = visit.alive.saturating_add(visit.not_seen).saturating_add(dead);
        if told > released {
            return Err(Problem::new(table::FOLLOW_UP_WITHIN_RELEASED)
                .with("date", visit.date.to_string())
                .with("told", told)
                .with("released", released)
                .at("/alive"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(day: u32, alive: i32, dead: i32, not_seen: i32) -> Visit {
        Visit {
            date: NaiveDate::from_ymd_opt(2026, 6, day).unwrap(),
            alive,
            dead,
            not_seen,
        }
    }

    #[test]
    fn no_more_are_followed_than_were_released() {
        let released = |visits: &[Visit]| hold(20, visit(1, 0, 0, 0).date, visits).is_ok();
        assert!(released(&[visit(5, 15, 2, 3), visit(9, 12, 4, 2)]));
        assert!(!released(&[visit(5, 15, 2, 3), visit(9, 15, 4, 0)]));
        // Entered late: the dead of a day before count in those that follow.
        assert!(!released(&[visit(9, 16, 4, 0), visit(5, 15, 2, 3)]));
    }

    #[test]
    fn nothing_is_followed_before_it_is_released() {
        assert!(hold(20, visit(3, 0, 0, 0).date, &[visit(2, 20, 0, 0)]).is_err());
    }
}
