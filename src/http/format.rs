//! The formats of a list: what `format` or `Accept` asks for.

use actix_web::http::header::ACCEPT;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::error::Problem;

/// Media type of GeoJSON.
pub const GEOJSON: &str = "application/geo+json";

/// A format of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A page, as JSON.
    Json,
    /// The page as a GeoJSON feature collection.
    GeoJson,
}

impl Format {
    /// The format asked for: the parameter `format` first, then `Accept`, JSON otherwise.
    ///
    /// # Errors
    /// 422 at `/format`: it is not offered.
    pub fn read(asked: Option<&str>, req: &HttpRequest) -> Result<Self, Problem> {
        match asked {
            Some("json") => Ok(Self::Json),
            Some("geojson") => Ok(Self::GeoJson),
            Some(_) => Err(Problem::field("/format", "bad_format")),
            None => {
                let accept = req
                    .headers()
                    .get(ACCEPT)
                    .and_then(|v| v.to_str().ok())
                    .unwrap_or_default();
                Ok(if accept.contains(GEOJSON) {
                    Self::GeoJson
                } else {
                    Self::Json
                })
            }
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::GeoJson => GEOJSON,
        }
    }

    /// 200 with a document of this format.
    #[must_use]
    pub fn respond(self, document: impl Serialize) -> HttpResponse {
        let mut answer = HttpResponse::Ok();
        answer.content_type(self.media_type());
        answer.body(serde_json::to_vec(&document).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_parameter_comes_before_the_header() {
        let plain = TestRequest::default().to_http_request();
        let geo = TestRequest::default()
            .insert_header((ACCEPT, GEOJSON))
            .to_http_request();
        assert_eq!(Format::read(None, &plain).unwrap(), Format::Json);
        assert_eq!(Format::read(None, &geo).unwrap(), Format::GeoJson);
        assert_eq!(Format::read(Some("json"), &geo).unwrap(), Format::Json);
        assert_eq!(Format::read(Some("geojson"), &plain).unwrap(), Format::GeoJson);
        assert!(Format::read(Some("shapefile"), &plain).is_err());
    }
}
