//! The problems the service answers: RFC 9457 documents whose kinds are one table
//! ([`table::KINDS`]), whose words are in `locales/`, and which never carry SQL, a
//! path or a stack.
//!
//! Which error where: `QueryResult` in queries, [`Problem`] from rules and handlers.
//! A law that the database refuses comes back here by the name of its constraint.

pub mod messages;
pub mod table;

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

pub use messages::Lang;
pub use table::Kind;

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer into the body, or the name of the parameter.
    #[schema(example = "/sown_value")]
    pub pointer: String,
    /// Stable code of what is wrong.
    #[schema(example = "out_of_range")]
    pub code: String,
    /// The same in the language asked for.
    #[schema(example = "Hors limites.")]
    pub message: String,
    #[serde(skip)]
    #[schema(ignore)]
    facts: Map<String, Value>,
}

/// A problem on its way to the client; its words are chosen when the language is known.
#[derive(Debug, Clone)]
pub struct Problem {
    kind: Kind,
    facts: Map<String, Value>,
    fields: Vec<FieldError>,
    current: Option<Value>,
}

/// The document sent (RFC 9457, with the three members GeoNature's front end reads).
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDocument {
    /// Stable identifier of the kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "urn:gn-exsitu:problem:stock_not_negative")]
    pub kind: String,
    /// HTTP status.
    #[schema(example = 409)]
    pub status: u16,
    /// Short title in the language asked for.
    pub title: String,
    /// What happened, with its figures, in the language asked for.
    pub detail: String,
    /// HTTP status again, as GeoNature's front end reads it.
    #[schema(example = 409)]
    pub code: u16,
    /// The title again, as GeoNature's front end reads it.
    pub name: String,
    /// The detail again, as GeoNature's front end reads it.
    pub description: String,
    /// Identifier of the request, also in the header `X-Request-ID`.
    pub request_id: String,
    /// The fields that are wrong, none when the problem is elsewhere.
    pub errors: Vec<FieldError>,
    /// The figures of the detail, by name.
    #[schema(value_type = Object)]
    pub facts: Map<String, Value>,
    /// For 412: the record as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<Value>,
}

impl Problem {
    /// A problem of a kind of the table.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            facts: Map::new(),
            fields: Vec::new(),
            current: None,
        }
    }

    /// Adds a figure to the detail.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// Adds the record as it is now.
    #[must_use]
    pub fn with_current(mut self, current: Value) -> Self {
        self.current = Some(current);
        self
    }

    /// 405 says what is allowed.
    #[must_use]
    pub fn allowing(self, methods: String) -> Self {
        self.with("allowed", methods)
    }

    /// A figure of the detail.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).and_then(Value::as_str)
    }

    /// Names the field concerned.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Self {
        let (code, facts) = (self.kind.slug.to_owned(), self.facts.clone());
        self.fields.push(FieldError {
            pointer: pointer.to_owned(),
            code,
            message: String::new(),
            facts,
        });
        self
    }

    /// 422 for one field: `code` is a line of the translation files under `field.`.
    #[must_use]
    pub fn field(pointer: impl Into<String>, code: &str) -> Self {
        Self::new(table::INVALID).and_field(pointer, code, Map::new())
    }

    /// 409 for a field that does not go with the others, or with what is recorded.
    #[must_use]
    pub fn law(pointer: impl Into<String>, code: &str) -> Self {
        Self::new(table::INCONSISTENT).and_field(pointer, code, Map::new())
    }

    /// 409 for a field that cites what does not exist, or may not be read.
    #[must_use]
    pub fn unknown(pointer: impl Into<String>, code: &str) -> Self {
        Self::new(table::UNKNOWN_REFERENCE).and_field(pointer, code, Map::new())
    }

    /// Adds another field.
    #[must_use]
    pub fn and_field(mut self, pointer: impl Into<String>, code: &str, facts: Map<String, Value>) -> Self {
        let (pointer, code) = (pointer.into(), code.to_owned());
        self.fields.push(FieldError {
            pointer,
            code,
            message: String::new(),
            facts,
        });
        self
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(table::NOT_FOUND)
    }

    /// 401, the same whatever the reason.
    #[must_use]
    pub fn unauthenticated() -> Self {
        Self::new(table::UNAUTHENTICATED)
    }

    /// 403.
    #[must_use]
    pub fn forbidden(action: char) -> Self {
        Self::new(table::FORBIDDEN).with("action", action.to_string())
    }

    /// 503.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(table::UNAVAILABLE)
    }

    /// 500, whose cause is logged and not sent.
    pub fn internal(cause: impl fmt::Display) -> Self {
        tracing::error!(target: "exsitu::error", %cause, "internal error");
        Self::new(table::INTERNAL)
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The document, in a language.
    #[must_use]
    pub fn document(&self, lang: Lang, request_id: String) -> ProblemDocument {
        let title = messages::text(lang, &format!("problem.{}.title", self.kind.slug), &self.facts);
        let detail = messages::text(lang, &format!("problem.{}.detail", self.kind.slug), &self.facts);
        let errors = self.fields.iter().cloned().map(|mut f| {
            f.message = if f.code == self.kind.slug {
                detail.clone()
            } else {
                messages::text(lang, &format!("field.{}", f.code), &f.facts)
            };
            f
        });
        ProblemDocument {
            kind: format!("urn:gn-exsitu:problem:{}", self.kind.slug),
            status: self.kind.status,
            code: self.kind.status,
            name: title.clone(),
            description: detail.clone(),
            errors: errors.collect(),
            title,
            detail,
            request_id,
            facts: self.facts.clone(),
            current: self.current.clone(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.kind.slug, self.kind.status)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// In French: [`crate::http::problems`], which knows the language asked for, writes it again.
    fn error_response(&self) -> HttpResponse {
        crate::http::problems::document(self, Lang::default(), uuid::Uuid::now_v7())
    }
}

impl From<DieselError> for Problem {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::not_found(),
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => Self::unavailable(),
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::unavailable(),
            DieselError::DatabaseError(kind, info) => {
                let law = info.constraint_name().and_then(table::law);
                match (kind, law) {
                    (_, Some(law)) => {
                        let mut problem = Self::new(law.kind);
                        if let Some(Ok(Value::Object(facts))) = info.details().map(serde_json::from_str) {
                            problem.facts = facts;
                        }
                        law.field.into_iter().fold(problem, |p, field| p.at(field))
                    }
                    (DatabaseErrorKind::ForeignKeyViolation, None) => {
                        broken_key(info.table_name(), info.details())
                    }
                    _ if info.message().contains("overflow") || info.message().contains("out of range") => {
                        Self::new(table::OUT_OF_RANGE)
                    }
                    _ => Self::internal(format!(
                        "{kind:?}: {} {:?}",
                        info.message(),
                        info.constraint_name()
                    )),
                }
            }
            other => Self::internal(other),
        }
    }
}

/// A key that leads nowhere, or would: PostgreSQL's words are in the language of the server, but
/// they name the table that cites when it still cites, and the table cited when nothing is there.
fn broken_key(citing: Option<&str>, details: Option<&str>) -> Problem {
    let (citing, details) = (citing.unwrap_or_default(), details.unwrap_or_default());
    if details.contains(citing) {
        return Problem::new(table::HAS_CHILDREN).with("table", citing);
    }
    let column = details.split(['(', ')']).nth(1).unwrap_or_default();
    Problem::new(table::UNKNOWN_REFERENCE).at(&format!("/{column}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_key_says_which_side_is_missing_in_any_language() {
        for details in [
            "Key (id_material)=(7) is still referenced from table \"t_seed_lots\".",
            "La clé (id_material)=(7) est toujours référencée à partir de la table « t_seed_lots ».",
        ] {
            let problem = broken_key(Some("t_seed_lots"), Some(details));
            assert_eq!(problem.kind(), table::HAS_CHILDREN);
            assert_eq!(problem.fact("table"), Some("t_seed_lots"));
        }
        for details in [
            "Key (id_actor)=(7) is not present in table \"t_roles\".",
            "La clé (id_actor)=(7) n'est pas présente dans la table « t_roles ».",
        ] {
            let problem = broken_key(Some("t_stock_movements"), Some(details));
            assert_eq!(problem.kind(), table::UNKNOWN_REFERENCE);
            assert_eq!(
                problem.document(Lang::En, String::new()).errors[0].pointer,
                "/id_actor"
            );
        }
    }

    #[test]
    fn every_kind_has_its_words_in_every_language() {
        for lang in Lang::ALL {
            for kind in table::KINDS {
                for part in ["title", "detail"] {
                    let key = format!("problem.{}.{part}", kind.slug);
                    assert_ne!(messages::text(*lang, &key, &Map::new()), key, "{lang:?}");
                }
            }
        }
    }

    #[test]
    fn a_field_names_itself_and_says_what_is_wrong_in_french() {
        let document = Problem::field("/depth_mm", "out_of_range").document(Lang::Fr, "r".to_owned());
        assert_eq!(document.status, 422);
        assert_eq!(document.errors[0].pointer, "/depth_mm");
        assert_eq!(document.errors[0].message, "Valeur hors des limites permises.");
    }

    #[test]
    fn an_unknown_database_error_says_nothing_of_itself() {
        let document =
            Problem::from(DieselError::QueryBuilderError("secret".into())).document(Lang::En, "r".to_owned());
        assert_eq!(document.status, 500);
        assert!(!serde_json::to_string(&document).unwrap().contains("secret"));
    }
}
