//! Rules of the seed lots.

use bigdecimal::BigDecimal;
use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use validator::ValidationError;

use super::model::{
    InitialEntry, Keys, LotBalance, NewSeedLot, NoBalance, SeedLotChanges, SeedLotRow, SeedLotStatus,
    StockBasis, Trait, TraitCodes,
};
use super::weighings::model::WeighingResults;
use crate::error::{Lang, Problem, table};
use crate::host::nomenclatures::Nomenclatures;
use crate::http::{Warning, WarningCode};

const QUALITY: &str = "EXS_MATERIAL_QUALITY";
const ATWATER: &str = "EXS_ATWATER_TYPE";
const UNIT: &str = "EXS_DISSEMINATION_UNIT";
const DRYING: &str = "EXS_DRY_TYPE";

fn between(value: &BigDecimal, least: BigDecimal, most: BigDecimal) -> Result<(), ValidationError> {
    if *value >= least && *value <= most {
        Ok(())
    } else {
        Err(ValidationError::new("out_of_range"))
    }
}

/// A length in mm that the database keeps, to the micrometre.
///
/// # Errors
/// It is not positive, or reaches ten metres.
pub fn size(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, BigDecimal::new(1.into(), 3), BigDecimal::from(9999))
}

/// A percentage.
///
/// # Errors
/// It is not between 0 and 100.
pub fn percent(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, BigDecimal::from(0), BigDecimal::from(100))
}

/// An oil content: a seed is never of oil only.
///
/// # Errors
/// It is not between 0 and 99.
pub fn oil(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, BigDecimal::from(0), BigDecimal::from(99))
}

/// A mass in g that comes in.
///
/// # Errors
/// It is negative, or is heavier than a ton.
pub fn mass(value: &BigDecimal) -> Result<(), ValidationError> {
    between(value, BigDecimal::from(0), BigDecimal::from(1_000_000))
}

/// The year of the code of a lot: that of its packaging, or else the current one.
#[must_use]
pub fn code_year(packaging_date: Option<NaiveDate>, today: NaiveDate) -> i32 {
    packaging_date.unwrap_or(today).year()
}

/// The day of a state that changes: the one given, or else today; none when it stays.
#[must_use]
pub fn status_date(
    was: SeedLotStatus,
    asked: Option<SeedLotStatus>,
    given: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    given.or_else(|| asked.filter(|status| *status != was).map(|_| today))
}

/// What a first entry says holds together: an unknown number is left empty and a given
/// one says its basis, nothing is dated tomorrow.
///
/// # Errors
/// 409 with the field.
pub fn check_entry(entry: &InitialEntry, today: NaiveDate) -> Result<(), Problem> {
    if entry.seeds.is_none() != (entry.basis == StockBasis::Unknown) {
        return Err(Problem::new(table::UNKNOWN_IS_NULL).at("/initial_entry/basis"));
    }
    if entry.effective_date > today {
        return Err(Problem::new(table::NOT_IN_FUTURE).at("/initial_entry/effective_date"));
    }
    Ok(())
}

/// The keys of the traits given, list by list.
///
/// # Errors
/// 409 for a code that is unknown or given twice.
pub fn trait_keys(
    names: &Nomenclatures,
    traits: Option<&TraitCodes>,
) -> Result<Vec<(Trait, Vec<i32>)>, Problem> {
    let Some(traits) = traits else {
        return Ok(Vec::new());
    };
    let lists = [
        (Trait::Form, "EXS_FORM", "forms", &traits.forms),
        (Trait::Growth, "EXS_GROWTH", "growths", &traits.growths),
        (Trait::Ornament, "EXS_DECORATION", "ornaments", &traits.ornaments),
        (
            Trait::EmbryoType,
            "EXS_EMBRYO_TYPE",
            "embryo_types",
            &traits.embryo_types,
        ),
    ];
    let mut keys = Vec::new();
    for (kind, vocabulary, field, codes) in lists {
        let Some(codes) = codes else { continue };
        let mut ids: Vec<i32> = Vec::with_capacity(codes.len());
        for (n, code) in codes.iter().enumerate() {
            let pointer = format!("/traits/{field}/{n}");
            let id = names.id(vocabulary, code, &pointer)?;
            if ids.contains(&id) {
                return Err(Problem::law(pointer, "duplicate"));
            }
            ids.push(id);
        }
        keys.push((kind, ids));
    }
    Ok(keys)
}

/// The keys of what a new lot gives by its code.
///
/// # Errors
/// 409 for an unknown code.
pub fn new_keys(names: &Nomenclatures, new: &NewSeedLot) -> Result<Keys, Problem> {
    Ok(Keys {
        id_nomenclature_quality: names
            .maybe(QUALITY, new.quality.as_deref(), "/quality")?
            .map(Some),
        id_nomenclature_atwater_type: names
            .maybe(ATWATER, new.atwater_type.as_deref(), "/atwater_type")?
            .map(Some),
        id_nomenclature_dissemination_unit: names
            .maybe(UNIT, new.dissemination_unit.as_deref(), "/dissemination_unit")?
            .map(Some),
        id_nomenclature_drying_kind: names
            .maybe(DRYING, new.drying_kind.as_deref(), "/drying_kind")?
            .map(Some),
        status_date: new.status_date,
        ..Keys::default()
    })
}

/// The same for what changes, with the day of a new state.
///
/// # Errors
/// 409 for an unknown code.
pub fn changed_keys(
    names: &Nomenclatures,
    lot: &SeedLotRow,
    changes: &SeedLotChanges,
    today: NaiveDate,
) -> Result<Keys, Problem> {
    Ok(Keys {
        id_nomenclature_quality: names.patch(QUALITY, &changes.quality, "/quality")?,
        id_nomenclature_atwater_type: names.patch(ATWATER, &changes.atwater_type, "/atwater_type")?,
        id_nomenclature_dissemination_unit: names.patch(
            UNIT,
            &changes.dissemination_unit,
            "/dissemination_unit",
        )?,
        id_nomenclature_drying_kind: names.patch(DRYING, &changes.drying_kind, "/drying_kind")?,
        status_date: status_date(lot.status, changes.status, changes.status_date, today),
        ..Keys::default()
    })
}

/// What deserves attention in a lot. None of it forbids anything.
#[must_use]
pub fn warnings(
    lot: &SeedLotRow,
    balance: &LotBalance,
    weighing: Option<&WeighingResults>,
    lang: Lang,
) -> Vec<Warning> {
    let limits = [
        (WarningCode::BelowRegeneration, lot.critical_regeneration),
        (WarningCode::BelowDistribution, lot.critical_distribution),
        (WarningCode::BelowReserve, Some(lot.archive_reserve)),
    ];
    let mut found: Vec<(WarningCode, Vec<(&str, Value)>)> = Vec::new();
    match (balance.seeds, balance.reason) {
        (Some(seeds), _) => {
            for (code, limit) in limits {
                if let Some(limit) = limit.filter(|limit| seeds < i64::from(*limit)) {
                    found.push((code, vec![("seeds", seeds.into()), ("limit", limit.into())]));
                }
            }
            let over = matches!(lot.status, SeedLotStatus::Exhausted | SeedLotStatus::Transferred);
            if seeds == 0 && !over {
                found.push((WarningCode::Empty, vec![]));
            }
            if seeds > 0 && lot.status == SeedLotStatus::Exhausted {
                found.push((WarningCode::NotEmpty, vec![("seeds", seeds.into())]));
            }
        }
        (None, Some(NoBalance::NoMovement)) => found.push((WarningCode::NoMovement, vec![])),
        (None, _) => found.push((WarningCode::UnknownBalance, vec![])),
    }
    if let Some(results) = weighing.filter(|results| results.within_limit == Some(false)) {
        let cv = results.cv_percent.map(|cv| (cv * 10.0).round() / 10.0);
        found.push((
            WarningCode::CvAboveLimit,
            vec![("cv", cv.into()), ("limit", results.cv_limit_percent.into())],
        ));
    }
    let said = found.iter().map(|(code, facts)| Warning::new(*code, facts, lang));
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed_lots::model::{LotTaxon, SeedLotRole};
    use chrono::DateTime;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(seeds: Option<i32>, basis: StockBasis, date: &str) -> Result<(), Problem> {
        let entry = InitialEntry {
            place: Uuid::nil(),
            seeds,
            basis,
            mass_g: None,
            effective_date: day(date),
        };
        check_entry(&entry, day("2026-11-24"))
    }

    #[test]
    fn an_unknown_quantity_is_empty_and_a_given_one_says_its_basis() {
        assert!(entry(Some(0), StockBasis::Counted, "2026-11-24").is_ok());
        assert!(entry(None, StockBasis::Unknown, "2026-11-24").is_ok());
        assert!(entry(None, StockBasis::Counted, "2026-11-24").is_err());
        assert!(entry(Some(10), StockBasis::Unknown, "2026-11-24").is_err());
        assert!(entry(Some(10), StockBasis::Counted, "2026-11-25").is_err());
    }

    #[test]
    fn a_code_is_of_the_year_of_packaging() {
        assert_eq!(code_year(Some(day("2024-12-31")), day("2026-11-24")), 2024);
        assert_eq!(code_year(None, day("2026-11-24")), 2026);
    }

    #[test]
    fn a_state_that_changes_is_dated() {
        let (today, given) = (day("2026-11-24"), day("2026-10-01"));
        let date = |asked, given| status_date(SeedLotStatus::Active, asked, given, today);
        assert_eq!(date(Some(SeedLotStatus::ToRetest), None), Some(today));
        assert_eq!(date(Some(SeedLotStatus::ToRetest), Some(given)), Some(given));
        assert_eq!(date(Some(SeedLotStatus::Active), None), None);
        assert_eq!(date(None, None), None);
        assert_eq!(date(None, Some(given)), Some(given));
    }

    #[test]
    fn figures_are_those_the_database_keeps() {
        let number = |text: &str| text.parse::<BigDecimal>().unwrap();
        assert!(
            size(&number("0.001")).is_ok()
                && size(&number("0.0001")).is_err()
                && size(&number("10000")).is_err()
        );
        assert!(
            percent(&number("100")).is_ok()
                && percent(&number("100.01")).is_err()
                && percent(&number("-1")).is_err()
        );
        assert!(
            mass(&number("0")).is_ok() && mass(&number("-0.1")).is_err() && mass(&number("1e7")).is_err()
        );
    }

    fn lot(status: SeedLotStatus) -> SeedLotRow {
        SeedLotRow {
            id: 1,
            uuid: Uuid::nil(),
            code: "L2026_0001".to_owned(),
            id_dataset: 1,
            id_material: 1,
            status,
            status_date: day("2026-01-01"),
            role: SeedLotRole::ActiveCollection,
            duplicate_location: None,
            archive_reserve: 50,
            critical_distribution: None,
            critical_regeneration: Some(500),
            packaging_date: None,
            container: None,
            length_mm: None,
            width_mm: None,
            thickness_mm: None,
            measure_note: None,
            id_nomenclature_quality: None,
            id_nomenclature_atwater_type: None,
            id_nomenclature_dissemination_unit: None,
            id_nomenclature_drying_kind: None,
            seed_scan_done: false,
            pre_drying_start: None,
            pre_drying_end: None,
            drying_start: None,
            drying_end: None,
            freeze_dried: None,
            sorted: None,
            id_cleaned_by: None,
            cleaned_by_name: None,
            cleaned_by_text: None,
            moisture_percent: None,
            equilibrium_humidity: None,
            oil_content_percent: None,
            longevity: None,
            remarks: None,
            additional_data: None,
            last_movement_date: None,
            id_digitiser: 1,
            meta_create_date: DateTime::UNIX_EPOCH,
            meta_update_date: None,
            version: 1,
            archived_at: None,
            taxon: LotTaxon {
                cd_nom: None,
                name: None,
                cited_name: None,
                vernacular_name: None,
            },
            material_uuid: Uuid::nil(),
            material_code: "2026_0001".to_owned(),
            balance_seeds: None,
            balance_basis: None,
            balance_places: None,
            balance_mass_g: None,
        }
    }

    fn codes(status: SeedLotStatus, seeds: Option<i64>, basis: Option<StockBasis>) -> Vec<&'static str> {
        let balance = LotBalance::new(seeds, basis, Some(1), None);
        warnings(&lot(status), &balance, None, Lang::En)
            .into_iter()
            .map(|w| w.code.as_str())
            .collect()
    }

    #[test]
    fn what_deserves_attention_is_said() {
        use SeedLotStatus::{Active, Exhausted};
        let counted = Some(StockBasis::Counted);
        assert_eq!(codes(Active, None, None), ["no_movement"]);
        assert_eq!(
            codes(Active, None, Some(StockBasis::Unknown)),
            ["unknown_balance"]
        );
        assert_eq!(codes(Active, Some(1000), counted), [""; 0]);
        assert_eq!(codes(Active, Some(500), counted), [""; 0]);
        assert_eq!(codes(Active, Some(499), counted), ["below_regeneration"]);
        assert_eq!(
            codes(Active, Some(49), counted),
            ["below_regeneration", "below_reserve"]
        );
        assert_eq!(
            codes(Active, Some(0), counted),
            ["below_regeneration", "below_reserve", "empty"]
        );
        assert_eq!(codes(Exhausted, Some(1000), counted), ["not_empty"]);
    }

    #[test]
    fn a_warning_says_its_figures() {
        let few = warnings(
            &lot(SeedLotStatus::Active),
            &LotBalance::new(Some(60), Some(StockBasis::Counted), Some(1), None),
            None,
            Lang::En,
        );
        assert_eq!(
            few[0].message,
            "The balance, 60, is below the regeneration threshold of 500 seeds."
        );
    }
}
