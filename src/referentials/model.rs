//! What is asked of the host's lists; what they answer is with their SQL, in [`crate::host`].

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::error::Lang;
use crate::error::Problem;
use crate::host::nomenclatures::Nomenclatures;
use crate::http::query::{Item, comma_separated};

/// Rows when nothing is asked.
pub const DEFAULT_LIMIT: u16 = 20;

/// What a search of names may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct TaxonFilters {
    /// Words of a scientific or French name in any order, whatever their case and accents; one of three letters finds anywhere, shorter ones only the start.
    #[validate(length(max = 100))]
    #[param(example = "alpin eryng")]
    #[param(max_length = 100)]
    pub search: Option<String>,
    /// Code or key of a list of TaxHub.
    #[validate(length(max = 50))]
    #[param(max_length = 50)]
    pub list: Option<String>,
    /// Codes of ranks, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false, example = json!(["ES", "SSES"]))]
    #[param(min_items = 1)]
    #[param(value_type = Option<Vec<Item>>)]
    pub rank: Option<Vec<String>>,
    /// Group of the INPN, of the second or third level.
    #[validate(length(max = 250))]
    #[param(max_length = 250)]
    pub group: Option<String>,
    /// Rows, 20 by default.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

/// Which vocabularies are asked for.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct NomenclatureFilters {
    /// Codes of vocabularies, comma separated; all when absent.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false, example = json!(["EXS_HARVEST_TYPE"]))]
    #[param(min_items = 1)]
    #[param(value_type = Option<Vec<Item>>)]
    pub list: Option<Vec<String>>,
}

/// What a search of people may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ObserverFilters {
    /// Words of the name in any order, whatever their case and accents.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub search: Option<String>,
    /// Rows, 20 by default.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

/// What a search of datasets may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct DatasetFilters {
    /// Words of the name in any order, whatever their case and accents.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub search: Option<String>,
    /// Only those in which you may put a new record.
    pub create: Option<bool>,
    /// Rows, 20 by default.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

/// What a search of areas may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct AreaFilters {
    /// Words of the name in any order, or the start of the code.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub search: Option<String>,
    /// Codes of types, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false, example = json!(["COM", "DEP"]))]
    #[param(min_items = 1)]
    #[param(value_type = Option<Vec<Item>>)]
    pub r#type: Option<Vec<String>>,
    /// Keys, comma separated: those of a record, to name them, even when they are no longer offered.
    #[serde(deserialize_with = "comma_separated")]
    #[validate(length(max = 100))]
    #[param(explode = false, min_items = 1, max_items = 100)]
    pub id_area: Option<Vec<i32>>,
    /// Longitude of a point that they contain, with its latitude.
    #[validate(range(min = -180.0, max = 180.0))]
    #[param(minimum = -180, maximum = 180)]
    pub lon: Option<f64>,
    /// Latitude of that point.
    #[validate(range(min = -90.0, max = 90.0))]
    #[param(minimum = -90, maximum = 90)]
    pub lat: Option<f64>,
    /// Give their limits too (false by default).
    pub geometry: Option<bool>,
    /// Rows, 20 by default.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

impl AreaFilters {
    /// The point they contain, when one is asked for.
    ///
    /// # Errors
    /// 409: half of it is missing.
    pub fn point(&self) -> Result<Option<(f64, f64)>, Problem> {
        match (self.lon, self.lat) {
            (Some(_), None) => Err(Problem::law("/lat", "required")),
            (None, Some(_)) => Err(Problem::law("/lon", "required")),
            (lon, lat) => Ok(lon.zip(lat)),
        }
    }
}

/// What a search of habitats may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct HabitatFilters {
    /// Words of the code, the name or the typology in any order, whatever their case and accents.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub search: Option<String>,
    /// Keys, comma separated: those of a record, to name them.
    #[serde(deserialize_with = "comma_separated")]
    #[validate(length(max = 100))]
    #[param(explode = false, min_items = 1, max_items = 100)]
    pub cd_hab: Option<Vec<i32>>,
    /// Key of a typology.
    pub cd_typo: Option<i32>,
    /// Rows, 20 by default.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

/// A vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Vocabulary {
    /// Code, the same on every instance.
    #[schema(example = "EXS_HARVEST_TYPE")]
    pub list: String,
    /// Label in the language asked for.
    pub label: String,
    /// Its values, in their order.
    pub values: Vec<VocabularyValue>,
}

/// A value of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct VocabularyValue {
    /// Code, the same on every instance.
    pub code: String,
    /// Label in the language asked for.
    pub label: String,
    /// Definition in the language asked for.
    pub definition: Option<String>,
    /// Offered for new records.
    pub active: bool,
}

impl Vocabulary {
    /// The vocabularies of these codes, all when there are none, in a language.
    ///
    /// # Errors
    /// 409: there is no such vocabulary.
    pub fn of(terms: &Nomenclatures, lists: Option<&[String]>, lang: Lang) -> Result<Vec<Self>, Problem> {
        let mut found: Vec<Self> = Vec::new();
        for value in terms
            .values()
            .iter()
            .filter(|v| lists.is_none_or(|lists| lists.contains(&v.list)))
        {
            let shown = VocabularyValue {
                code: value.code.clone(),
                label: value.label(lang).to_owned(),
                definition: value.definition(lang).map(str::to_owned),
                active: value.active,
            };
            match found.last_mut().filter(|last| last.list == value.list) {
                Some(last) => last.values.push(shown),
                None => found.push(Self {
                    list: value.list.clone(),
                    label: value.list_label(lang).to_owned(),
                    values: vec![shown],
                }),
            }
        }
        let unknown = lists
            .into_iter()
            .flatten()
            .any(|list| !found.iter().any(|f| f.list == *list));
        if unknown {
            Err(Problem::unknown("/list", "unknown_list"))
        } else {
            Ok(found)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_has_both_its_coordinates() {
        let filters = |lon, lat| AreaFilters {
            lon,
            lat,
            ..AreaFilters::default()
        };
        assert_eq!(filters(Some(6.1), Some(44.5)).point().unwrap(), Some((6.1, 44.5)));
        assert_eq!(filters(None, None).point().unwrap(), None);
        assert!(filters(Some(6.1), None).point().is_err());
        assert!(filters(Some(181.0), Some(44.5)).validate().is_err());
    }

    #[test]
    fn a_vocabulary_that_does_not_exist_is_refused() {
        let asked = vec!["EXS_NOTHING".to_owned()];
        assert!(Vocabulary::of(&Nomenclatures::default(), Some(&asked), Lang::Fr).is_err());
        assert_eq!(
            Vocabulary::of(&Nomenclatures::default(), None, Lang::Fr).unwrap(),
            []
        );
    }
}
