//! The viability constants published for species: `data/viability_constants.csv`.
//!
//! Sources: Hong, Linington & Ellis 1996, Seed Storage Behaviour: a Compendium (IPGRI), and
//! the papers named in each row, as viabilitymetrics gathers them. A `*` after a species is of
//! seeds stored at one temperature: CH and CQ are then those of all species, 0.0329 and
//! 0.000478. Rows marked suspect, for a typing error or for constants far from any other
//! species', are never used.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::equation::Coefficients;
use crate::science::unknown::{Known, Unknown};

/// A row of the published constants.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Constants {
    /// Its number in viabilitymetrics.
    pub index: u32,
    /// The species as it is published.
    pub species: String,
    #[serde(rename = "KE")]
    ke: f64,
    #[serde(rename = "CW")]
    cw: f64,
    #[serde(rename = "CH")]
    ch: f64,
    #[serde(rename = "CQ")]
    cq: f64,
    /// Where it is published.
    pub reference: String,
    #[serde(deserialize_with = "python_bool")]
    suspect: bool,
}

impl Constants {
    /// KE, CW, CH and CQ.
    #[must_use]
    pub fn coefficients(&self) -> Coefficients {
        Coefficients {
            ke: self.ke,
            cw: self.cw,
            ch: self.ch,
            cq: self.cq,
        }
    }

    /// Whether the temperature terms are those of all species.
    #[must_use]
    pub fn has_universal_temperature_terms(&self) -> bool {
        self.species.ends_with('*')
    }

    fn name(&self) -> Name<'_> {
        Name::of(&self.species)
    }
}

/// What the constants found are those of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ConstantsLevel)]
pub enum Level {
    /// The species asked for.
    Species,
    /// Other species of its genus.
    Genus,
}

/// The constant of a row by its number in viabilitymetrics.
///
/// # Errors
/// No such row, or a suspect one.
pub fn by_index(index: u32) -> Known<&'static Constants> {
    let row = ROWS
        .iter()
        .find(|row| row.index == index)
        .ok_or(Unknown::NoConstants)?;
    if row.suspect {
        Err(Unknown::SuspectConstants)
    } else {
        Ok(row)
    }
}

/// Every row of a species, else of its genus; the author, the subspecies and the cultivar of
/// the name do not count. A hybrid only has its own rows.
///
/// # Errors
/// No row, or suspect ones only.
pub fn of_taxon(name: &str) -> Known<(Level, Vec<&'static Constants>)> {
    let asked = Name::of(name);
    let of_species = || {
        ROWS.iter()
            .filter(|row| asked.epithet.is_some() && row.name().is_same_species(&asked))
    };
    let of_genus = || ROWS.iter().filter(|row| row.name().is_same_genus(&asked));
    let sound: Vec<_> = of_species().filter(|row| !row.suspect).collect();
    if !sound.is_empty() {
        return Ok((Level::Species, sound));
    }
    let sound: Vec<_> = of_genus().filter(|row| !row.suspect).collect();
    if !sound.is_empty() {
        return Ok((Level::Genus, sound));
    }
    if of_genus().next().is_some() {
        Err(Unknown::SuspectConstants)
    } else {
        Err(Unknown::NoConstants)
    }
}

static ROWS: LazyLock<Vec<Constants>> = LazyLock::new(|| {
    let text = include_str!("../data/viability_constants.csv");
    // A test reads every row: none is lost here.
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

fn python_bool<'de, D: serde::Deserializer<'de>>(text: D) -> Result<bool, D::Error> {
    String::deserialize(text).map(|text| text == "True")
}

/// The parts of a scientific name that identify a species.
struct Name<'a> {
    genus: &'a str,
    /// None for a genus alone.
    epithet: Option<&'a str>,
    is_hybrid: bool,
}

impl<'a> Name<'a> {
    fn of(name: &'a str) -> Self {
        let is_cross = |word: &&str| matches!(*word, "×" | "x" | "X");
        let mut words = name
            .split_whitespace()
            .filter(|word| !is_cross(word))
            .map(|word| word.trim_end_matches('*'));
        let genus = words.next().unwrap_or_default().trim_start_matches('×');
        let epithet = words.next().map(|word| word.trim_start_matches('×'));
        let is_species =
            |word: &&str| word.starts_with(char::is_lowercase) && !matches!(*word, "sp." | "sp" | "spp.");
        Self {
            genus,
            epithet: epithet.filter(is_species),
            is_hybrid: name.contains('×') || name.split_whitespace().any(|w| is_cross(&w)),
        }
    }

    fn is_same_genus(&self, other: &Self) -> bool {
        !self.genus.is_empty() && self.genus.to_lowercase() == other.genus.to_lowercase()
    }

    fn is_same_species(&self, other: &Self) -> bool {
        self.is_same_genus(other) && self.epithet == other.epithet && self.is_hybrid == other.is_hybrid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_row_is_read() {
        let text = include_str!("../data/viability_constants.csv");
        let rows: Vec<Constants> = csv::Reader::from_reader(text.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(rows.len(), 164);
        assert_eq!(rows.iter().filter(|row| row.suspect).count(), 26);
        assert_eq!(rows, *ROWS);
        for row in rows.iter().filter(|row| !row.suspect) {
            let c = row.coefficients();
            assert!(c.ke > 0.0 && c.cw > 0.0 && c.ch > 0.0 && c.cq > 0.0, "{row:?}");
            if row.has_universal_temperature_terms() {
                assert_eq!((c.ch, c.cq), (0.0329, 0.000_478), "{row:?}");
            }
        }
    }

    #[test]
    fn published_constants() {
        for (index, species, ke, cw, ch, cq) in [
            (87, "Oryza sativa", 8.242, 4.345, 0.0307, 0.000_501),
            (66, "Hordeum vulgare", 9.144, 5.342, 0.0329, 0.000_478),
            (136, "Triticum aestivum", 9.043, 5.183, 0.0351, 0.000_475),
            (24, "Cicer arietinum", 8.901, 4.847, 0.0329, 0.000_478),
            (59, "Glycine max", 7.525, 4.086, 0.0329, 0.000_478),
            (60, "Glycine max", 7.292, 3.996, 0.0295, 0.000_491),
            (114, "Ranunculus sceleratus", 6.98, 5.01, 0.0329, 0.000_428),
            (93, "Papaver nudicaule", 6.838, 4.101, 0.027, 0.000_313),
            (138, "Ulmus carpinifolia", 5.83, 3.035, 0.0329, 0.000_478),
        ] {
            let row = by_index(index).unwrap();
            assert_eq!(
                (row.species.as_str(), row.coefficients()),
                (species, Coefficients { ke, cw, ch, cq })
            );
        }
    }

    #[test]
    fn suspect_rows_are_refused() {
        // Saccharum's CH is its CW.
        assert_eq!(by_index(115), Err(Unknown::SuspectConstants));
        assert_eq!(of_taxon("Saccharum officinarum"), Err(Unknown::SuspectConstants));
        assert_eq!(of_taxon("Dioscorea dumetorum"), Err(Unknown::SuspectConstants));
        assert_eq!(by_index(999), Err(Unknown::NoConstants));
        let (level, rows) = of_taxon("Sorghum bicolor").unwrap();
        let indices: Vec<u32> = rows.iter().map(|row| row.index).collect();
        assert_eq!((level, indices), (Level::Species, vec![127, 128]));
    }

    fn found(name: &str) -> (Level, Vec<u32>) {
        let (level, rows) = of_taxon(name).unwrap();
        (level, rows.iter().map(|row| row.index).collect())
    }

    #[test]
    fn a_species_is_found_under_any_of_its_writings() {
        let rice = (Level::Species, vec![87, 88, 89, 90, 91, 92]);
        assert_eq!(found("Oryza sativa"), rice);
        assert_eq!(found("oryza sativa"), rice);
        assert_eq!(found("Oryza sativa L., 1753"), rice);
        assert_eq!(found("  Oryza   sativa subsp. indica "), rice);
        assert_eq!(found("Delphinium elatum L."), (Level::Species, vec![150, 151]));
    }

    #[test]
    fn a_genus_stands_for_its_species_and_says_so() {
        assert_eq!(found("Ranunculus glacialis L."), (Level::Genus, vec![114]));
        assert_eq!(found("Papaver"), (Level::Genus, vec![93]));
        assert_eq!(found("Papaver sp."), (Level::Genus, vec![93]));
        assert_eq!(found("Pennisetum purpureum").0, Level::Genus);
        assert_eq!(
            found("Pennisetum purpureum × P. glaucum"),
            (Level::Species, vec![96, 97, 98])
        );
        // All of the species is suspect, and not all of the genus.
        assert_eq!(found("Thymus transcaspicus").0, Level::Genus);
        assert_eq!(of_taxon("Gentiana alpina"), Err(Unknown::NoConstants));
        assert_eq!(of_taxon(""), Err(Unknown::NoConstants));
        assert_eq!(of_taxon("×"), Err(Unknown::NoConstants));
    }

    proptest! {
        #[test]
        fn nothing_panics(name in any::<String>(), index in any::<u32>()) {
            let _ = (of_taxon(&name), by_index(index));
        }
    }
}
