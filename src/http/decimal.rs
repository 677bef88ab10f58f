//! Masses, percentages and concentrations are decimals here and JSON numbers outside,
//! with the digits that were written.
//!
//! | field | attribute |
//! |---|---|
//! | `BigDecimal` | `#[serde(with = "crate::http::decimal")]` |
//! | `Option<BigDecimal>` | `#[serde(default, with = "crate::http::decimal::option")]` |
//! | `Option<Option<BigDecimal>>`, of a PATCH | `#[serde(default, deserialize_with = "crate::http::decimal::patch")]` |
//!
//! each with `#[schema(value_type = f64)]`, or `Option<f64>`.

use bigdecimal::BigDecimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

/// Writes a decimal as a JSON number.
///
/// # Errors
/// Those of the serialiser.
pub fn serialize<S: Serializer>(value: &BigDecimal, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::Error;
    let text = value.normalized().to_plain_string();
    text.parse::<Number>()
        .map_err(S::Error::custom)?
        .serialize(serializer)
}

/// Reads a decimal from a JSON number.
///
/// # Errors
/// It is not a number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BigDecimal, D::Error> {
    use serde::de::Error;
    Number::deserialize(deserializer)?
        .to_string()
        .parse()
        .map_err(D::Error::custom)
}

/// A decimal, or null, in a PATCH: see [`super::patch::maybe_null`].
///
/// # Errors
/// It is neither a number nor null.
pub fn patch<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<BigDecimal>>, D::Error> {
    option::deserialize(deserializer).map(Some)
}

/// Decimals that may be null.
pub mod option {
    use bigdecimal::BigDecimal;
    use serde::{Deserialize, Deserializer, Serializer};

    #[derive(Deserialize)]
    struct Decimal(#[serde(deserialize_with = "super::deserialize")] BigDecimal);

    /// Writes a decimal as a JSON number, or null.
    ///
    /// # Errors
    /// Those of the serialiser.
    pub fn serialize<S: Serializer>(value: &Option<BigDecimal>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a decimal from a JSON number or null.
    ///
    /// # Errors
    /// It is neither.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<BigDecimal>, D::Error> {
        Ok(Option::<Decimal>::deserialize(deserializer)?.map(|d| d.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Lot {
        #[serde(with = "super")]
        mass: BigDecimal,
        #[serde(default, with = "super::option")]
        moisture: Option<BigDecimal>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Patch {
        #[serde(default, deserialize_with = "patch")]
        mass: Option<Option<BigDecimal>>,
    }

    #[test]
    fn the_digits_written_come_back() {
        for text in ["0.1", "12", "1234.5678", "-0.25", "0"] {
            let json = format!(r#"{{"mass":{text},"moisture":null}}"#);
            let lot: Lot = serde_json::from_str(&json).unwrap();
            assert_eq!(lot.mass.to_plain_string(), text);
            assert_eq!(serde_json::to_string(&lot).unwrap(), json);
        }
        let stored: BigDecimal = "12.500".parse().unwrap();
        let lot = Lot {
            mass: stored.clone(),
            moisture: Some(stored),
        };
        assert_eq!(
            serde_json::to_string(&lot).unwrap(),
            r#"{"mass":12.5,"moisture":12.5}"#
        );
    }

    #[test]
    fn only_numbers_are_read() {
        assert!(serde_json::from_str::<Lot>(r#"{"mass":"0.1"}"#).is_err());
        assert!(serde_json::from_str::<Lot>(r#"{"mass":null}"#).is_err());
        assert_eq!(
            serde_json::from_str::<Lot>(r#"{"mass":1}"#).unwrap().moisture,
            None
        );
    }

    #[test]
    fn a_patch_tells_absent_from_null() {
        let read = |text| serde_json::from_str::<Patch>(text).unwrap().mass;
        assert_eq!(read("{}"), None);
        assert_eq!(read(r#"{"mass":null}"#), Some(None));
        assert_eq!(read(r#"{"mass":0.5}"#), Some(Some("0.5".parse().unwrap())));
    }
}
