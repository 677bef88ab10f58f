//! A figure of the viability equation for a taxon: one for each row of constants published for
//! it, so a range when several studies or several species of the genus disagree.

use serde::Serialize;
use utoipa::ToSchema;

use super::constants::{Constants, Level, of_taxon};
use super::equation::{Caution, Coefficients, Store, cautions};
use crate::science::unknown::{Known, Unknown};

/// A figure by the constants of one row.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = PredictionRow)]
pub struct Row {
    /// Its number in viabilitymetrics.
    #[schema(example = 114)]
    pub index: u32,
    /// The species as it is published.
    #[schema(example = "Ranunculus sceleratus")]
    pub species: &'static str,
    /// Where it is published.
    #[schema(example = "Hong et al., 1996")]
    pub reference: &'static str,
    /// Whether its temperature terms are those of all species.
    pub universal_temperature_terms: bool,
    /// The figure.
    pub value: Option<f64>,
    /// Why it is null.
    pub reason: Option<Unknown>,
}

/// A figure for a taxon: an indication, for no row is of the lot's own seeds.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Prediction {
    /// Lowest of the rows.
    pub low: f64,
    /// Highest of the rows.
    pub high: f64,
    /// Whether the constants are those of the species or of its genus.
    pub level: Level,
    /// Each row.
    pub rows: Vec<Row>,
    /// What to tell with the figure.
    pub cautions: Vec<Caution>,
}

impl Prediction {
    /// The same with what is to be told of a store that the figure itself is a part of.
    #[must_use]
    pub fn told_of(mut self, taxon: &str, store: Known<Store>) -> Self {
        if let (Ok((_, constants)), Ok(store)) = (of_taxon(taxon), store) {
            self.cautions = told(&constants, store);
        }
        self
    }

    /// The figure in the middle of the rows, or between the two in the middle.
    #[must_use]
    pub fn median(&self) -> f64 {
        let mut values: Vec<f64> = self.rows.iter().filter_map(|row| row.value).collect();
        values.sort_unstable_by(f64::total_cmp);
        let half = values.len() / 2;
        let above = values.get(half).copied().unwrap_or(self.high);
        match values.len() % 2 {
            1 => above,
            _ => half
                .checked_sub(1)
                .and_then(|n| values.get(n))
                .map_or(above, |below| below.midpoint(above)),
        }
    }
}

/// A figure of [`equation`](super::equation) by every row of constants of a taxon; the store
/// is what the cautions are about.
///
/// # Errors
/// No constants, or the reason of the first row when no row gives a figure.
pub fn predict(
    taxon: &str,
    store: Option<Store>,
    figure: impl Fn(&Coefficients) -> Known<f64>,
) -> Known<Prediction> {
    let (level, constants) = of_taxon(taxon)?;
    let rows: Vec<Row> = constants
        .iter()
        .map(|row| by_row(row, figure(&row.coefficients())))
        .collect();
    let values = || rows.iter().filter_map(|row| row.value);
    let reason = rows.iter().find_map(|row| row.reason);
    let low = values()
        .reduce(f64::min)
        .ok_or(reason.unwrap_or(Unknown::NoConstants))?;
    let high = values().fold(low, f64::max);
    Ok(Prediction {
        low,
        high,
        level,
        rows,
        cautions: store.map_or(Vec::new(), |store| told(&constants, store)),
    })
}

/// What is to be told with a figure in this store, by any of the rows.
fn told(constants: &[&Constants], store: Store) -> Vec<Caution> {
    let mut all: Vec<Caution> = Vec::new();
    for caution in constants
        .iter()
        .flat_map(|row| cautions(&row.coefficients(), store))
    {
        if !all.contains(&caution) {
            all.push(caution);
        }
    }
    all
}

fn by_row(constants: &'static Constants, figure: Known<f64>) -> Row {
    Row {
        index: constants.index,
        species: &constants.species,
        reference: &constants.reference,
        universal_temperature_terms: constants.has_universal_temperature_terms(),
        value: figure.ok(),
        reason: figure.err(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::equation::{Viability, days_to, moisture_needed, sigma};
    use super::*;

    fn freezer() -> Store {
        Store::new(8.0, -18.0).unwrap()
    }

    #[test]
    fn two_studies_of_soybean_give_a_range() {
        let found = predict("Glycine max", Some(freezer()), |c| sigma(c, freezer())).unwrap();
        assert!((found.low - 11_354.51).abs() < 5e-3 && (found.high - 18_719.85).abs() < 5e-3);
        assert_eq!(
            found.rows.iter().map(|row| row.index).collect::<Vec<_>>(),
            [59, 60]
        );
        assert_eq!(
            (found.level, found.cautions.as_slice()),
            (Level::Species, &[][..])
        );
        assert_eq!(found.median(), found.low.midpoint(found.high));
    }

    #[test]
    fn an_alpine_species_borrows_its_genus() {
        let dry = Store::new(4.0, -18.0).unwrap();
        let days = |c: &Coefficients| days_to(c, dry, Viability::of(90.0), 0.85 * 90.0);
        let found = predict("Ranunculus glacialis L.", Some(dry), days).unwrap();
        assert_eq!(
            (found.level, found.low, found.cautions.len()),
            (Level::Genus, found.high, 1)
        );
        assert_eq!(found.rows[0].species, "Ranunculus sceleratus");
        assert_eq!(
            predict("Androsace alpina", Some(dry), days),
            Err(Unknown::NoConstants)
        );
    }

    #[test]
    fn a_row_that_gives_no_figure_says_why() {
        // Of a hundred years at 30 °C, the driest rice needs less than 2 %.
        let needed = |c: &Coefficients| moisture_needed(c, 30.0, Viability::of(98.0), 85.0, 36_500.0);
        let found = predict("Oryza sativa", None, needed).unwrap();
        assert!(
            found
                .rows
                .iter()
                .all(|row| row.value.is_some() != row.reason.is_some())
        );
        let impossible = |c: &Coefficients| moisture_needed(c, 90.0, Viability::of(98.0), 85.0, 3_650_000.0);
        assert_eq!(
            predict("Oryza sativa", None, impossible),
            Err(Unknown::MoistureOutOfRange)
        );
    }
}
