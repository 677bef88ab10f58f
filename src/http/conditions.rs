//! `ETag` and `If-Match`: nobody overwrites what they have not read.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};
use serde::Serialize;

use crate::error::{Problem, table};

/// The version of a record as an entity tag.
#[must_use]
pub fn etag(version: i32) -> String {
    format!("\"{version}\"")
}

/// The version that the client has read: 428 without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfMatch {
    /// `*`: whatever the version.
    Any,
    /// Any of these.
    Versions(Vec<String>),
}

impl IfMatch {
    /// Goes on when the record is still as the client read it.
    ///
    /// # Errors
    /// 412 with the record as it is now.
    pub fn check(&self, version: i32, current: impl Serialize) -> Result<(), Problem> {
        match self {
            Self::Any => Ok(()),
            Self::Versions(tags) if tags.contains(&etag(version)) => Ok(()),
            Self::Versions(_) => Err(Self::stale(current)),
        }
    }

    /// 412 with the record as it is now.
    pub fn stale(current: impl Serialize) -> Problem {
        Problem::new(table::CONDITION_STALE).with_current(serde_json::to_value(current).unwrap_or_default())
    }
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = req.headers().get(IF_MATCH).and_then(|v| v.to_str().ok());
        ready(match header.map(str::trim) {
            None | Some("") => Err(Problem::new(table::CONDITION_MISSING)),
            Some("*") => Ok(Self::Any),
            Some(tags) => Ok(Self::Versions(
                tags.split(',')
                    .map(|t| t.trim().trim_start_matches("W/").to_owned())
                    .collect(),
            )),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn header(value: &'static str) -> Result<IfMatch, Problem> {
        let request = TestRequest::default()
            .insert_header((IF_MATCH, value))
            .to_http_request();
        IfMatch::from_request(&request, &mut Payload::None).into_inner()
    }

    #[test]
    fn the_version_read_is_asked_and_compared() {
        assert!(header("\"3\"").unwrap().check(3, ()).is_ok());
        assert!(header("W/\"2\", \"3\"").unwrap().check(3, ()).is_ok());
        assert!(header("*").unwrap().check(3, ()).is_ok());
        assert_eq!(
            header("\"2\"").unwrap().check(3, ()).unwrap_err().kind(),
            table::CONDITION_STALE
        );
        assert_eq!(header("").unwrap_err().kind(), table::CONDITION_MISSING);
    }
}
