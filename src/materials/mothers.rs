//! What each mother gave of a harvest, and how many mothers it is worth.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::error::Problem;
use crate::science::mothers::effective_mothers;

/// A mother, with the seeds that it gave or their mass.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mother {
    /// Its label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub label: Option<String>,
    /// Seeds that it gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 100_000_000))]
    #[schema(minimum = 0, maximum = 100_000_000, example = 12)]
    pub seeds: Option<i32>,
    /// Their mass, g.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0.0, max = 1_000_000.0))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub mass_g: Option<f64>,
}

/// Each mother gave a number or a mass, all in the same unit.
///
/// # Errors
/// 409 on the first that says neither, or not what the others say.
pub fn check(mothers: &[Mother], at: &str) -> Result<(), Problem> {
    let missing = |n: usize, field: &str| Problem::law(format!("{at}/{n}/{field}"), "required");
    for (n, mother) in mothers.iter().enumerate() {
        if mother.seeds.is_none() && mother.mass_g.is_none() {
            return Err(missing(n, "seeds"));
        }
    }
    let counted = mothers.iter().position(|mother| mother.seeds.is_none());
    let weighed = mothers.iter().position(|mother| mother.mass_g.is_none());
    match (counted, weighed) {
        (Some(n), Some(_)) => Err(missing(n, "seeds")),
        _ => Ok(()),
    }
}

/// Effective number of mothers: by their seeds when all were counted, by their masses otherwise;
/// none when nothing of it is known.
#[must_use]
pub fn effective(mothers: &[Mother]) -> Option<f64> {
    let seeds: Option<Vec<f64>> = mothers.iter().map(|mother| mother.seeds.map(f64::from)).collect();
    let given = seeds.or_else(|| mothers.iter().map(|mother| mother.mass_g).collect());
    effective_mothers(&given?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;

    fn mother(seeds: Option<i32>, mass_g: Option<f64>) -> Mother {
        Mother {
            label: None,
            seeds,
            mass_g,
        }
    }

    fn pointer(mothers: &[Mother]) -> String {
        let document = check(mothers, "/mothers").unwrap_err();
        document.document(Lang::En, String::new()).errors[0]
            .pointer
            .clone()
    }

    #[test]
    fn seven_mothers_are_worth_four() {
        let masses = [12.0, 3.0, 0.0, 25.0, 8.0, 8.0, 4.0];
        let weighed: Vec<Mother> = masses.iter().map(|mass| mother(None, Some(*mass))).collect();
        assert!((effective(&weighed).unwrap() - 3.9046).abs() < 5e-5);
        let counted: Vec<Mother> = [5, 5].iter().map(|n| mother(Some(*n), Some(1.0))).collect();
        assert!((effective(&counted).unwrap() - 2.0).abs() < 1e-9);
        assert_eq!(effective(&[]), None);
        assert_eq!(effective(&[mother(Some(0), None)]), None);
    }

    #[test]
    fn mothers_are_said_in_one_unit() {
        assert!(check(&[], "/mothers").is_ok());
        assert!(check(&[mother(Some(1), None), mother(Some(0), Some(0.1))], "/mothers").is_ok());
        assert_eq!(
            pointer(&[mother(Some(1), None), mother(None, None)]),
            "/mothers/1/seeds"
        );
        assert_eq!(
            pointer(&[mother(Some(1), None), mother(None, Some(2.0))]),
            "/mothers/1/seeds"
        );
    }
}
