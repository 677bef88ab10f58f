//! What is said of a taxon that is protected.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

text_enum! {
    /// What protects a taxon.
    pub enum ProtectionSource {
        /// An enabled status of the host.
        Host = "host",
        /// Our own list.
        Own = "own",
    }
}

/// A taxon of our own list.
#[derive(Debug, Clone, Queryable, Serialize, ToSchema)]
pub struct ProtectedTaxon {
    /// Key in TAXREF; its descendants and their synonyms are protected too.
    pub cd_nom: i32,
    /// Scientific name.
    pub name: Option<String>,
    /// Text that protects it.
    #[schema(example = "Arrêté préfectoral de démonstration")]
    pub reason: String,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

/// A taxon to add to our own list.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"cd_nom": 90010854, "reason": "Arrêté préfectoral de démonstration"}))]
pub struct NewProtectedTaxon {
    /// Key in TAXREF.
    pub cd_nom: i32,
    /// Text that protects it.
    #[validate(
        length(min = 1, max = 1000),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 1000, pattern = "\\S")]
    pub reason: String,
}

/// A text that protects a taxon.
#[derive(Debug, Clone, Queryable, Serialize, ToSchema)]
pub struct ProtectionReason {
    /// Where it is said.
    pub source: ProtectionSource,
    /// Text.
    pub reason: String,
}

/// Whether a taxon is protected.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Protection {
    /// Something protects it, or a taxon that holds it: what is made of it needs a derogation.
    pub protected: bool,
    /// What does.
    pub reasons: Vec<ProtectionReason>,
}
