//! What deserves attention in a record and forbids nothing: a stable code, and the same
//! in the language asked for (`warning.` in the translation files).

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::error::{Lang, messages};

text_enum! {
    /// What deserves attention.
    pub enum WarningCode {
        // harvests
        AboveEnsconetShare = "above_ensconet_share",
        AboveVegetalLocalShare = "above_vegetal_local_share",
        // seed lots
        NoMovement = "no_movement",
        UnknownBalance = "unknown_balance",
        BelowRegeneration = "below_regeneration",
        BelowDistribution = "below_distribution",
        BelowReserve = "below_reserve",
        Empty = "empty",
        NotEmpty = "not_empty",
        CvAboveLimit = "cv_above_limit",
    }
}

/// Something that deserves attention and forbids nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Warning {
    /// What.
    pub code: WarningCode,
    /// The same in the language asked for.
    #[schema(example = "Le solde, 60, est sous le seuil de régénération de 500 semences.")]
    pub message: String,
}

impl Warning {
    /// A warning with the figures of its words.
    #[must_use]
    pub fn new(code: WarningCode, facts: &[(&str, Value)], lang: Lang) -> Self {
        let facts: Map<String, Value> = facts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        Self {
            code,
            message: messages::text(lang, &format!("warning.{}", code.as_str()), &facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_warning_has_its_words_in_every_language() {
        for lang in Lang::ALL {
            for code in WarningCode::ALL {
                let said = Warning::new(*code, &[], *lang).message;
                assert!(!said.starts_with("warning."), "{lang:?}: {said}");
            }
        }
    }
}
