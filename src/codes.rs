//! Codes of the records: a letter for the kind, the year, a number. The database makes
//! them, or someone gives one; the year is that of the record when it is entered, and
//! correcting a date later never changes a printed code.

use diesel::QueryResult;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::{Map, Value};

use crate::db::functions::next_code;
use crate::error::{Kind, Problem, table};

text_enum! {
    /// Kind of record that has a code.
    pub enum CodeKind {
        Harvest = "harvest",
        Material = "material",
        SeedLot = "seed_lot",
        SeedTest = "seed_test",
        Sowing = "sowing",
        Cultivation = "cultivation",
    }
}

impl CodeKind {
    /// First letter of its codes, empty for materials.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Harvest => "R",
            Self::Material => "",
            Self::SeedLot => "L",
            Self::SeedTest => "T",
            Self::Sowing => "S",
            Self::Cultivation => "C",
        }
    }
}

/// Longest code; numbers have at least four digits.
const MAX_LENGTH: usize = 20;

/// Goes on when a code given by someone is well formed and of the year of its record.
///
/// # Errors
/// At `/code`: 422 `code_form`, 409 `code_year`.
pub fn check(kind: CodeKind, code: &str, year: i32) -> Result<(), Problem> {
    match year_of(kind, code) {
        Some(given) if given == year => Ok(()),
        Some(_) => Err(refused(table::INCONSISTENT, "code_year", "year", year.into())),
        None => Err(refused(
            table::INVALID,
            "code_form",
            "form",
            format!("{}{year:04}_0001", kind.letter()).into(),
        )),
    }
}

/// The year of a code that has the form of its kind.
fn year_of(kind: CodeKind, code: &str) -> Option<i32> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (year, number) = code.strip_prefix(kind.letter())?.split_once('_')?;
    let formed =
        code.len() <= MAX_LENGTH && year.len() == 4 && number.len() >= 4 && digits(year) && digits(number);
    if formed { year.parse().ok() } else { None }
}

fn refused(kind: Kind, code: &str, name: &str, value: Value) -> Problem {
    let facts = Map::from_iter([(name.to_owned(), value)]);
    Problem::new(kind).and_field("/code", code, facts)
}

/// Takes the next free code of a kind in a year. The counter is locked until the
/// transaction ends: it is the last thing done before the insert.
///
/// # Errors
/// The database cannot be reached.
pub async fn next(conn: &mut AsyncPgConnection, kind: CodeKind, year: i32) -> QueryResult<String> {
    diesel::select(next_code(kind.as_str(), year))
        .get_result(conn)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;

    fn fault(kind: CodeKind, code: &str) -> String {
        let problem = check(kind, code, 2026)
            .unwrap_err()
            .document(Lang::En, String::new());
        assert_eq!(problem.errors[0].pointer, "/code");
        problem.errors[0].message.clone()
    }

    #[test]
    fn a_well_formed_code_of_the_year_passes() {
        for (kind, code) in [
            (CodeKind::Harvest, "R2026_0001"),
            (CodeKind::Material, "2026_12345"),
            (CodeKind::SeedLot, "L2026_0900"),
            (CodeKind::Sowing, "S2026_0001"),
        ] {
            assert!(check(kind, code, 2026).is_ok(), "{code}");
        }
    }

    #[test]
    fn the_form_and_the_year_are_asked() {
        for code in [
            "",
            "R2026",
            "R2026_1",
            "L2026_0001",
            "2026_0001",
            "R26_0001",
            "R2026_00a1",
            "R2026_٠٠٠١",
            "R2026_0001 ",
            "R2026_00000000000000001",
        ] {
            assert_eq!(
                fault(CodeKind::Harvest, code),
                "The code must have the form R2026_0001.",
                "{code}"
            );
        }
        assert_eq!(
            fault(CodeKind::Harvest, "R2025_0001"),
            "The year of the code must be 2026."
        );
        assert_eq!(
            fault(CodeKind::Material, "R2026_0001"),
            "The code must have the form 2026_0001."
        );
    }
}
