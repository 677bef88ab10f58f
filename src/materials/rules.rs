//! Business rules of materials, without a database.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::model::{NewOrigin, NewTaxon};
use crate::codes::{self, CodeKind};
use crate::error::{Problem, table};
use crate::host::known::TaxonName;

/// Where a material comes from, one of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginKey {
    /// A harvest.
    Harvest(Uuid),
    /// A reception.
    Reception(Uuid),
    /// Another material.
    Parent(Uuid),
}

impl OriginKey {
    /// The field it was given in.
    #[must_use]
    pub fn pointer(self) -> &'static str {
        match self {
            Self::Harvest(_) => "/origin/harvest",
            Self::Reception(_) => "/origin/reception",
            Self::Parent(_) => "/origin/parent",
        }
    }
}

/// The one origin that was given.
///
/// # Errors
/// 409 at `/origin`: none, or several.
pub fn one_origin(origin: &NewOrigin) -> Result<OriginKey, Problem> {
    match (origin.harvest, origin.reception, origin.parent) {
        (Some(uuid), None, None) => Ok(OriginKey::Harvest(uuid)),
        (None, Some(uuid), None) => Ok(OriginKey::Reception(uuid)),
        (None, None, Some(uuid)) => Ok(OriginKey::Parent(uuid)),
        _ => Err(Problem::new(table::ONE_ORIGIN).at("/origin")),
    }
}

/// The year of the code of a new material: that of its origin, or the current one. A code
/// that was given is of that year.
///
/// # Errors
/// 422 or 409 at `/code`.
pub fn code_year(
    code: Option<&str>,
    origin_date: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<i32, Problem> {
    let year = origin_date.unwrap_or(today).year();
    code.map_or(Ok(()), |code| codes::check(CodeKind::Material, code, year))?;
    Ok(year)
}

/// The taxa with the name to keep of each: as cited, else as TAXREF has it.
///
/// # Errors
/// 409 at `/taxa/N/cd_nom`: it is not in TAXREF, or was given before.
pub fn named(taxa: &[NewTaxon], known: &[TaxonName]) -> Result<Vec<TaxonName>, Problem> {
    let one = |(n, taxon): (usize, &NewTaxon)| {
        let pointer = format!("/taxa/{n}/cd_nom");
        if taxa.iter().take(n).any(|before| before.cd_nom == taxon.cd_nom) {
            return Err(Problem::law(pointer, "duplicate"));
        }
        let name = known
            .iter()
            .find(|name| name.cd_nom == taxon.cd_nom)
            .ok_or_else(|| Problem::unknown(pointer, "unknown_taxon"))?;
        let cited = taxon.cited_name.as_ref().map(|name| name.trim().to_owned());
        Ok(TaxonName {
            cd_nom: taxon.cd_nom,
            name: cited.unwrap_or_else(|| name.name.clone()),
        })
    };
    taxa.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;

    fn fault(problem: &Problem) -> String {
        let document = problem.document(Lang::En, String::new());
        format!("{} {}", document.errors[0].pointer, document.errors[0].code)
    }

    #[test]
    fn a_material_has_exactly_one_origin() {
        let id = Some(Uuid::nil());
        assert_eq!(
            one_origin(&NewOrigin {
                harvest: id,
                ..NewOrigin::default()
            })
            .unwrap(),
            OriginKey::Harvest(Uuid::nil())
        );
        assert_eq!(
            one_origin(&NewOrigin {
                parent: id,
                ..NewOrigin::default()
            })
            .unwrap()
            .pointer(),
            "/origin/parent"
        );
        assert_eq!(
            fault(&one_origin(&NewOrigin::default()).unwrap_err()),
            "/origin one_origin"
        );
        let two = NewOrigin {
            harvest: id,
            reception: id,
            parent: None,
        };
        assert_eq!(fault(&one_origin(&two).unwrap_err()), "/origin one_origin");
    }

    #[test]
    fn a_code_is_of_the_year_of_the_origin() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-24");
        assert_eq!(code_year(None, Some(day("2019-07-01")), today).unwrap(), 2019);
        assert_eq!(code_year(Some("2026_0007"), None, today).unwrap(), 2026);
        assert_eq!(
            fault(&code_year(Some("2026_0007"), Some(day("2019-07-01")), today).unwrap_err()),
            "/code code_year"
        );
    }

    #[test]
    fn taxa_are_known_once_each_and_named() {
        let known = [TaxonName {
            cd_nom: 1,
            name: "Lilium martagon L.".to_owned(),
        }];
        let taxon = |cd_nom, cited: Option<&str>| NewTaxon {
            cd_nom,
            cited_name: cited.map(str::to_owned),
        };
        assert_eq!(
            named(&[taxon(1, None)], &known).unwrap()[0].name,
            "Lilium martagon L."
        );
        assert_eq!(
            named(&[taxon(1, Some(" Martagon "))], &known).unwrap()[0].name,
            "Martagon"
        );
        assert_eq!(
            fault(&named(&[taxon(1, None), taxon(2, None)], &known).unwrap_err()),
            "/taxa/1/cd_nom unknown_taxon"
        );
        assert_eq!(
            fault(&named(&[taxon(1, None), taxon(1, None)], &known).unwrap_err()),
            "/taxa/1/cd_nom duplicate"
        );
    }
}
