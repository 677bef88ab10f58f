//! JSON bodies: read, checked, and every fault named by a JSON pointer.

use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use sha2::{Digest, Sha256};
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::error::{Problem, table};

/// A body that was read and holds: 400 when it is not JSON, 413 and 415 as they say,
/// 422 with the pointer of every field that is wrong.
#[derive(Debug, Clone)]
pub struct Valid<T> {
    value: T,
    digest: [u8; 32],
}

impl<T> Valid<T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The value and the SHA-256 of the body.
    pub fn into_parts(self) -> (T, [u8; 32]) {
        (self.value, self.digest)
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Valid<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media = req
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default();
        let media = media
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let bytes = web::Bytes::from_request(req, payload);
        async move {
            if media != "application/json" && !media.ends_with("+json") {
                return Err(Problem::new(table::UNSUPPORTED_MEDIA));
            }
            let bytes = bytes.await.map_err(|_| Problem::new(table::TOO_LARGE))?;
            let value = read(&bytes)?;
            Ok(Self {
                value,
                digest: Sha256::digest(&bytes).into(),
            })
        }
        .boxed_local()
    }
}

fn read<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<T, Problem> {
    let tree: Value = serde_json::from_slice(bytes).map_err(|_| Problem::new(table::MALFORMED))?;
    // PostgreSQL stores no NUL in a text.
    if let Some(pointer) = nul(&tree, "") {
        return Err(Problem::field(pointer, "nul_character"));
    }
    part(whole(tree), "")
}

/// A part of a body that was read, as what it turns out to be: 422 with the pointer of every field
/// that is wrong, after that of the part.
///
/// # Errors
/// It has not the shape or the values of a `T`.
pub fn part<T: DeserializeOwned + Validate>(tree: Value, at: &str) -> Result<T, Problem> {
    let value: T = serde_path_to_error::deserialize(tree)
        .map_err(|e| shape(&format!("{at}{}", pointer(e.path())), &e.inner().to_string()))?;
    value.validate().map_err(|e| {
        let mut problem = Problem::new(table::INVALID);
        collect(&e, at, &mut problem);
        problem
    })?;
    Ok(value)
}

/// For JSON 3.0 and 3 are one number; for serde only the second one is an integer.
fn whole(tree: Value) -> Value {
    match tree {
        Value::Number(number) => Value::Number(integer(&number).map_or(number, Number::from)),
        Value::Array(items) => items.into_iter().map(whole).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, item)| (name, whole(item)))
            .collect(),
        other => other,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::as_conversions,
    reason = "whole and within bounds"
)]
fn integer(number: &Number) -> Option<i64> {
    let value = number.as_f64().filter(|_| number.is_f64())?;
    (value.fract() == 0.0 && value.abs() < 1e15).then_some(value as i64)
}

fn nul(tree: &Value, path: &str) -> Option<String> {
    match tree {
        Value::String(text) if text.contains('\0') => Some(path.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(n, item)| nul(item, &format!("{path}/{n}"))),
        Value::Object(fields) => fields.iter().find_map(|(name, item)| {
            if name.contains('\0') {
                Some(path.to_owned())
            } else {
                nul(item, &format!("{path}/{name}"))
            }
        }),
        _ => None,
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(format!("/{key}")),
            Segment::Seq { index } => Some(format!("/{index}")),
            _ => None,
        })
        .collect()
}

/// What serde says of a value that has not the expected shape, as a field and a code.
pub(super) fn shape(pointer: &str, message: &str) -> Problem {
    let named = || message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("missing field") {
        Problem::field(format!("{pointer}/{}", named()), "required")
    } else if message.starts_with("unknown field") {
        let already = pointer.ends_with(&format!("/{}", named()));
        Problem::field(
            if already {
                pointer.to_owned()
            } else {
                format!("{pointer}/{}", named())
            },
            "unknown_field",
        )
    } else if message.starts_with("null is not") {
        Problem::field(pointer, "not_null")
    } else {
        Problem::field(pointer, "wrong_type")
    }
}

/// Every field that the validator refuses.
pub(super) fn invalid(errors: &ValidationErrors) -> Problem {
    let mut problem = Problem::new(table::INVALID);
    collect(errors, "", &mut problem);
    problem
}

fn collect(errors: &ValidationErrors, path: &str, problem: &mut Problem) {
    let mut kinds: Vec<_> = errors.errors().iter().collect();
    kinds.sort_by(|a, b| a.0.cmp(b.0));
    for (name, kind) in kinds {
        let path = if name.as_ref() == "__all__" {
            path.to_owned()
        } else {
            format!("{path}/{name}")
        };
        match kind {
            ValidationErrorsKind::Field(errors) => {
                for error in errors {
                    let facts = error.params.iter().filter(|(k, _)| *k != "value");
                    let facts: Map<String, Value> = facts.map(|(k, v)| (k.to_string(), v.clone())).collect();
                    let at = facts
                        .get("field")
                        .and_then(Value::as_str)
                        .map_or(path.clone(), |f| format!("{path}/{f}"));
                    *problem = problem.clone().and_field(at, &error.code, facts);
                }
            }
            ValidationErrorsKind::Struct(inner) => collect(inner, &path, problem),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{path}/{index}"), problem);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[validate(range(min = 0.0))]
        depth: Option<f64>,
        rows: Option<i32>,
        #[serde(default)]
        #[validate(nested)]
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Part {
        #[validate(length(min = 1))]
        code: String,
    }

    fn faults(body: &str) -> Vec<(String, String)> {
        let problem = read::<Outer>(body.as_bytes()).unwrap_err();
        problem
            .document(Lang::En, String::new())
            .errors
            .into_iter()
            .map(|e| (e.pointer, e.code))
            .collect()
    }

    fn fault(pointer: &str, code: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), code.to_owned())]
    }

    #[test]
    fn every_fault_has_its_pointer() {
        assert_eq!(faults(r#"{"depth": "x"}"#), fault("/depth", "wrong_type"));
        assert_eq!(faults(r#"{"width": 1}"#), fault("/width", "unknown_field"));
        assert_eq!(faults(r#"{"parts": [{}]}"#), fault("/parts/0/code", "required"));
        assert_eq!(faults(r#"{"depth": -1}"#), fault("/depth", "range"));
        assert_eq!(
            faults(r#"{"parts": [{"code": "A"}, {"code": ""}]}"#),
            fault("/parts/1/code", "length")
        );
        assert_eq!(
            faults(r#"{"parts": [{"code": "A\u0000"}]}"#),
            fault("/parts/0/code", "nul_character")
        );
    }

    #[test]
    fn a_whole_number_is_an_integer_however_it_is_written() {
        let rows = |body: &str| read::<Outer>(body.as_bytes()).map(|outer| outer.rows);
        assert_eq!(rows(r#"{"rows": 3.0, "depth": 3}"#).unwrap(), Some(3));
        assert_eq!(rows(r#"{"rows": 3e0}"#).unwrap(), Some(3));
        assert_eq!(faults(r#"{"rows": 3.5}"#), fault("/rows", "wrong_type"));
        assert_eq!(faults(r#"{"rows": 3e300}"#), fault("/rows", "wrong_type"));
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        assert_eq!(read::<Outer>(b"{").unwrap_err().kind(), table::MALFORMED);
    }
}
