//! The three states of a field of a PATCH: absent, null, a value. A field that may be
//! emptied is `Option<Option<T>>`; one that may not refuses null instead of ignoring it.

use serde::{Deserialize, Deserializer};

/// `#[serde(default, deserialize_with = "maybe_null")]`: absent is `None`, null `Some(None)`.
///
/// # Errors
/// The value has the wrong type.
pub fn maybe_null<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

/// `#[serde(default, deserialize_with = "not_null")]`: absent is `None`, null is refused.
///
/// # Errors
/// The value is null or has the wrong type.
pub fn not_null<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    use serde::de::Error;
    Option::<T>::deserialize(deserializer)?.map_or_else(
        || Err(D::Error::custom("null is not allowed here")),
        |v| Ok(Some(v)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Patch {
        #[serde(default, deserialize_with = "maybe_null")]
        depth: Option<Option<f64>>,
        #[serde(default, deserialize_with = "not_null")]
        code: Option<String>,
    }

    #[test]
    fn absent_null_and_value_are_three_things() {
        let read = |text| serde_json::from_str::<Patch>(text);
        assert_eq!(
            read("{}").unwrap(),
            Patch {
                depth: None,
                code: None
            }
        );
        assert_eq!(read(r#"{"depth": null}"#).unwrap().depth, Some(None));
        assert_eq!(read(r#"{"depth": 0}"#).unwrap().depth, Some(Some(0.0)));
        assert!(read(r#"{"code": null}"#).is_err());
    }
}
