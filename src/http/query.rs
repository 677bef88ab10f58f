//! Query strings: read, checked, unknown parameters refused.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use validator::Validate;

use super::body::{invalid, shape};
use crate::error::Problem;

/// The parameters of a request: 422 with the name of each that is wrong.
#[derive(Debug, Clone)]
pub struct ValidQuery<T>(pub T);

impl<T> Deref for ValidQuery<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + Validate> FromRequest for ValidQuery<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(req.query_string()).map(Self))
    }
}

fn read<T: DeserializeOwned + Validate>(text: &str) -> Result<T, Problem> {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_str(text).map_err(|_| Problem::field("", "wrong_type"))?;
    if let Some((name, _)) = pairs.iter().find(|(n, v)| n.contains('\0') || v.contains('\0')) {
        return Err(Problem::field(
            format!("/{}", name.replace('\0', "")),
            "nul_character",
        ));
    }
    let parser = serde_urlencoded::Deserializer::new(form_parser(text));
    let value: T = serde_path_to_error::deserialize(parser).map_err(|e| {
        let path = e.path().to_string();
        let pointer = if path == "." {
            String::new()
        } else {
            format!("/{path}")
        };
        shape(&pointer, &e.inner().to_string())
    })?;
    value.validate().map_err(|e| invalid(&e))?;
    Ok(value)
}

fn form_parser(text: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(text.as_bytes())
}

/// One of the texts of a list separated by commas, for the documentation.
#[derive(Debug, ToSchema)]
#[schema(pattern = r"^[^\s,]([^,]*[^\s,])?$")]
pub struct Item(#[expect(dead_code, reason = "documentation")] String);

/// A list of values separated by commas.
///
/// # Errors
/// A value is not of the list's type.
pub fn comma_separated<'de, D, T>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    use serde::de::Error;
    let text = String::deserialize(deserializer)?;
    if text.split(',').any(|item| item.trim().is_empty()) {
        return Err(D::Error::custom("an item is empty"));
    }
    text.split(',')
        .map(|item| {
            let item = item.trim();
            let item = serde_json::from_str(item).unwrap_or_else(|_| serde_json::Value::from(item));
            serde_json::from_value(item.clone())
                .or_else(|_| serde_json::from_value(serde_json::Value::from(item.to_string())))
                .map_err(D::Error::custom)
        })
        .collect::<Result<Vec<T>, _>>()
        .map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize, Validate)]
    #[serde(deny_unknown_fields, default)]
    struct Params {
        #[validate(range(min = 1, max = 500))]
        limit: Option<u16>,
        #[serde(deserialize_with = "comma_separated")]
        state: Option<Vec<String>>,
        #[serde(deserialize_with = "comma_separated")]
        taxa: Option<Vec<i32>>,
        archived: Option<bool>,
    }

    #[test]
    fn parameters_are_typed() {
        let params: Params = read("limit=20&state=sown,emerging&taxa=1,2&archived=true").unwrap();
        assert_eq!(params.limit, Some(20));
        assert_eq!(params.state.unwrap(), ["sown", "emerging"]);
        assert_eq!(params.taxa.unwrap(), [1, 2]);
        assert_eq!(params.archived, Some(true));
    }

    #[test]
    fn no_parameter_is_none() {
        assert_eq!(read::<Params>("").unwrap(), Params::default());
    }

    #[test]
    fn what_is_unknown_or_wrong_is_refused() {
        for text in [
            "limt=1",
            "limit=0",
            "limit=x",
            "taxa=a",
            "archived=maybe",
            "state=%00",
            "state=",
            "limit=",
        ] {
            assert!(read::<Params>(text).is_err(), "{text}");
        }
    }
}
