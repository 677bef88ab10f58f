//! The law of the permits as a pure function; the database holds the same one (`check_permit`).

use bigdecimal::BigDecimal;
use bigdecimal::ToPrimitive;
use chrono::NaiveDate;

use super::model::{PermitKind, PermitUnit};
use crate::error::{Problem, table};

/// A permit, as the law sees it.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Kind.
    pub kind: PermitKind,
    /// Number.
    pub number: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
}

/// What a permit allows of a taxon in a unit, and what is used of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Unit.
    pub unit: PermitUnit,
    /// Quantity allowed; none for no limit.
    pub quantity: Option<BigDecimal>,
    /// Quantity used.
    pub used: BigDecimal,
}

/// A taxon of what is taken or leaves.
#[derive(Debug, Clone)]
pub struct Taxon {
    /// Name as cited.
    pub name: String,
    /// Something protects it.
    pub is_protected: bool,
    /// What the permit allows of it.
    pub lines: Vec<Line>,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Act {
    /// Day.
    pub date: NaiveDate,
    /// How much of it, in every unit it may be counted in; none when unknown.
    pub amounts: Vec<(PermitUnit, Option<BigDecimal>)>,
}

/// Goes on when an act is allowed: nothing it is made of is protected, or its permit is a derogation
/// that is valid that day, names the taxon and has enough left. A permit that is cited without need
/// must be valid too, and have enough left.
///
/// # Errors
/// 409 on the permit.
pub fn allow(permit: Option<&Facts>, taxa: &[Taxon], act: &Act, at: &str) -> Result<(), Problem> {
    let Some(permit) = permit else {
        return match taxa.iter().find(|taxon| taxon.is_protected) {
            Some(taxon) => Err(Problem::new(table::PERMIT_NEEDED)
                .with("taxon", taxon.name.as_str())
                .at(at)),
            None => Ok(()),
        };
    };
    if permit.valid_from > act.date || permit.valid_to.is_some_and(|last| last < act.date) {
        return Err(Problem::new(table::PERMIT_DATES)
            .with("number", permit.number.as_str())
            .with("date", act.date.to_string())
            .at(at));
    }
    for taxon in taxa {
        let amount = |unit| act.amounts.iter().find(|(of, _)| *of == unit);
        let covering = |line: &&Line| match amount(line.unit) {
            None => false,
            Some((_, quantity)) => line.quantity.is_none() || quantity.is_some(),
        };
        let covers = permit.kind == PermitKind::Derogation && taxon.lines.iter().any(|line| covering(&line));
        if taxon.is_protected && !covers {
            return Err(Problem::new(table::PERMIT_COVERS)
                .with("number", permit.number.as_str())
                .with("taxon", taxon.name.as_str())
                .at(at));
        }
        for line in &taxon.lines {
            let asked = amount(line.unit).and_then(|(_, quantity)| quantity.as_ref());
            let (Some(allowed), Some(asked)) = (&line.quantity, asked) else {
                continue;
            };
            let missing = &line.used + asked - allowed;
            if missing > 0 {
                return Err(Problem::new(table::PERMIT_EXHAUSTED)
                    .with("number", permit.number.as_str())
                    .with("taxon", taxon.name.as_str())
                    .with("missing", missing.to_f64().unwrap_or_default())
                    .with("unit", line.unit.as_str())
                    .at(at));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn derogation() -> Facts {
        Facts {
            kind: PermitKind::Derogation,
            number: "2026-12".to_owned(),
            valid_from: day("2026-01-01"),
            valid_to: Some(day("2026-12-31")),
        }
    }

    fn plants(quantity: i32) -> Act {
        Act {
            date: day("2026-06-01"),
            amounts: vec![(PermitUnit::Plant, Some(quantity.into()))],
        }
    }

    fn taxon(is_protected: bool, lines: &[(PermitUnit, Option<i32>, i32)]) -> Taxon {
        let line = |&(unit, quantity, used): &(PermitUnit, Option<i32>, i32)| Line {
            unit,
            quantity: quantity.map(BigDecimal::from),
            used: used.into(),
        };
        Taxon {
            name: "Berardia subacaulis".to_owned(),
            is_protected,
            lines: lines.iter().map(line).collect(),
        }
    }

    fn law(result: Result<(), Problem>) -> String {
        result.unwrap_err().document(Lang::En, String::new()).kind
    }

    #[test]
    fn a_protected_taxon_needs_a_derogation_that_names_it() {
        let fifty = [(PermitUnit::Plant, Some(50), 40)];
        assert!(allow(None, &[taxon(false, &[])], &plants(10), "/permit").is_ok());
        assert!(law(allow(None, &[taxon(true, &[])], &plants(10), "/permit")).ends_with("permit_needed"));
        let permit = derogation();
        assert!(allow(Some(&permit), &[taxon(true, &fifty)], &plants(10), "/permit").is_ok());
        assert!(
            law(allow(Some(&permit), &[taxon(true, &[])], &plants(10), "/permit")).ends_with("permit_covers")
        );
        let seeds = [(PermitUnit::Seed, None, 0)];
        assert!(
            law(allow(
                Some(&permit),
                &[taxon(true, &seeds)],
                &plants(10),
                "/permit"
            ))
            .ends_with("permit_covers")
        );
        let owner = Facts {
            kind: PermitKind::Owner,
            ..derogation()
        };
        assert!(
            law(allow(
                Some(&owner),
                &[taxon(true, &fifty)],
                &plants(10),
                "/permit"
            ))
            .ends_with("permit_covers")
        );
        assert!(allow(Some(&owner), &[taxon(false, &[])], &plants(10), "/permit").is_ok());
    }

    #[test]
    fn it_is_valid_that_day_and_has_something_left() {
        let fifty = [taxon(true, &[(PermitUnit::Plant, Some(50), 40)])];
        assert!(
            law(allow(Some(&derogation()), &fifty, &plants(11), "/permit")).ends_with("permit_exhausted")
        );
        for date in ["2025-12-31", "2027-01-01"] {
            let act = Act {
                date: day(date),
                ..plants(1)
            };
            assert!(law(allow(Some(&derogation()), &fifty, &act, "/permit")).ends_with("permit_dates"));
        }
        let endless = Facts {
            valid_to: None,
            ..derogation()
        };
        let act = Act {
            date: day("2040-01-01"),
            ..plants(1)
        };
        assert!(allow(Some(&endless), &fifty, &act, "/permit").is_ok());
    }

    #[test]
    fn what_is_not_counted_is_allowed_only_without_limit() {
        let unknown = Act {
            date: day("2026-06-01"),
            amounts: vec![(PermitUnit::Seed, None), (PermitUnit::Gram, None)],
        };
        let limited = [taxon(true, &[(PermitUnit::Seed, Some(100), 0)])];
        assert!(law(allow(Some(&derogation()), &limited, &unknown, "/permit")).ends_with("permit_covers"));
        let unlimited = [taxon(true, &[(PermitUnit::Seed, None, 0)])];
        assert!(allow(Some(&derogation()), &unlimited, &unknown, "/permit").is_ok());
    }

    proptest! {
        #[test]
        fn never_more_than_allowed(allowed in 1i32..100, acts in prop::collection::vec(1i32..40, 0..20)) {
            let mut used = 0;
            for act in acts {
                let taxa = [taxon(true, &[(PermitUnit::Plant, Some(allowed), used)])];
                if allow(Some(&derogation()), &taxa, &plants(act), "/permit").is_ok() {
                    used += act;
                } else {
                    prop_assert!(used + act > allowed);
                }
                prop_assert!(used <= allowed);
            }
        }
    }
}
