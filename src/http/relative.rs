//! Relatives of a record: what one may not read of them is only that they exist.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A relative of a record, as much of it as one may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Relative<T> {
    /// It may be read.
    Known(T),
    /// It exists and may not be read.
    Restricted(Restricted),
}

/// A relative that may not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Restricted {
    /// Always true.
    #[schema(example = true)]
    pub restricted: bool,
}

/// What is shown of a record in those it is related to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RecordRef {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "R2026_0001")]
    pub code: String,
}

impl<T> Relative<T> {
    /// A relative that a record may have: none when there is none, restricted when it may not be read.
    #[must_use]
    pub fn new(value: Option<T>, readable: bool) -> Option<Self> {
        value.map(|value| Self::of(value, readable))
    }

    /// A relative that a record always has.
    #[must_use]
    pub fn of(value: T, readable: bool) -> Self {
        if readable {
            Self::Known(value)
        } else {
            Self::Restricted(Restricted { restricted: true })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(relative: &Option<Relative<RecordRef>>) -> String {
        serde_json::to_string(relative).unwrap()
    }

    #[test]
    fn a_relative_that_may_not_be_read_says_only_that() {
        let lot = RecordRef {
            uuid: Uuid::nil(),
            code: "L2026_0001".to_owned(),
        };
        let known = json(&Relative::new(Some(lot.clone()), true));
        assert_eq!(
            known,
            r#"{"uuid":"00000000-0000-0000-0000-000000000000","code":"L2026_0001"}"#
        );
        assert_eq!(json(&Relative::new(Some(lot), false)), r#"{"restricted":true}"#);
        assert_eq!(json(&Relative::new(None, false)), "null");
    }
}
