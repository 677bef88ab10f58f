//! Base maps: tiles under the maps of the screens.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_with::{OneOrMany, serde_as};
use url::Url;
use utoipa::ToSchema;

/// Stands for `{s}` while an address is read.
const SUBDOMAIN: &str = "any-subdomain";

/// A base map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BaseMap {
    /// Name to choose it by.
    #[schema(example = "OpenStreetMap")]
    pub name: String,
    /// Address of a tile, with {z}, {x} and {y}.
    #[schema(example = "https://tile.openstreetmap.org/{z}/{x}/{y}.png")]
    pub url: String,
    /// Whom to thank, shown on the map; may hold a link.
    pub attribution: String,
    /// Closest zoom it has tiles for.
    #[serde(default = "usual_max_zoom")]
    #[schema(example = 19, required)]
    pub max_zoom: u8,
}

const fn usual_max_zoom() -> u8 {
    19
}

impl BaseMap {
    /// What a Content-Security-Policy must allow for its tiles to be shown.
    ///
    /// # Errors
    /// A sentence: it is not the address of tiles.
    pub fn source(&self) -> Result<String, String> {
        let wrong = |why: &str| format!("'{}' {why}", self.url);
        if !["{z}", "{x}", "y}"].iter().all(|part| self.url.contains(part)) {
            return Err(wrong("has no {z}, {x}, {y}"));
        }
        if self.url.starts_with('/') && !self.url.starts_with("//") {
            return Ok("'self'".to_owned());
        }
        let address = Url::parse(&self.url.replace("{s}", SUBDOMAIN))
            .ok()
            .filter(|address| matches!(address.scheme(), "http" | "https"))
            .ok_or_else(|| wrong("is neither an http(s) address nor a path"))?;
        let origin = address.origin().ascii_serialization();
        match origin.split_once(SUBDOMAIN) {
            None => Ok(origin),
            Some((scheme, host)) if scheme.ends_with("://") && host.starts_with('.') => {
                Ok(format!("{scheme}*{host}"))
            }
            Some(_) => Err(wrong("has {s} elsewhere than alone at the start of its host")),
        }
    }
}

/// The base maps offered, the first one shown first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseMaps(pub Vec<BaseMap>);

impl Default for BaseMaps {
    fn default() -> Self {
        const LINK: &str =
            "© <a href=\"https://www.openstreetmap.org/copyright\" rel=\"noopener\">OpenStreetMap</a>";
        Self(vec![BaseMap {
            name: "OpenStreetMap".to_owned(),
            url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png".to_owned(),
            attribution: LINK.to_owned(),
            max_zoom: usual_max_zoom(),
        }])
    }
}

impl fmt::Display for BaseMaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.0).unwrap_or_default())
    }
}

/// One map may be given without its brackets.
#[serde_as]
#[derive(Deserialize)]
#[serde(transparent)]
struct Given(#[serde_as(as = "OneOrMany<_>")] Vec<BaseMap>);

impl FromStr for BaseMaps {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Given(maps) = serde_json::from_str(text)
            .map_err(|_| "takes JSON objects with name, url, attribution and max_zoom".to_owned())?;
        maps.iter().try_for_each(|map| map.source().map(drop))?;
        Ok(Self(maps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(url: &str) -> Result<String, String> {
        let map = BaseMap {
            name: "Plan".to_owned(),
            url: url.to_owned(),
            attribution: String::new(),
            max_zoom: 19,
        };
        map.source()
    }

    #[test]
    fn a_policy_allows_the_host_of_the_tiles_and_no_more() {
        for (url, allowed) in [
            (
                "https://tile.example.org/{z}/{x}/{y}.png",
                "https://tile.example.org",
            ),
            (
                "https://tile.example.org:8443/{z}/{x}/{y}{r}.png",
                "https://tile.example.org:8443",
            ),
            (
                "https://{s}.example.org/{z}/{x}/{-y}.png",
                "https://*.example.org",
            ),
            (
                "https://tile.example.org/?s={s}&z={z}&x={x}&y={y}",
                "https://tile.example.org",
            ),
            ("/tiles/{z}/{x}/{y}.png", "'self'"),
        ] {
            assert_eq!(source(url).as_deref(), Ok(allowed));
        }
        for url in [
            "https://tile.example.org/14/1/2.png",
            "tile.example.org/{z}/{x}/{y}.png",
            "//tile.example.org/{z}/{x}/{y}.png",
            "ftp://tile.example.org/{z}/{x}/{y}.png",
            "https://tile{s}.example.org/{z}/{x}/{y}.png",
            "https://a.{s}.example.org/{z}/{x}/{y}.png",
        ] {
            assert!(source(url).is_err(), "{url}");
        }
    }

    #[test]
    fn one_map_or_several_are_given_as_json() {
        let one = r#"{"name": "IGN", "url": "https://data.example.org/{z}/{x}/{y}", "attribution": "IGN", "max_zoom": 18}"#;
        assert_eq!(one.parse::<BaseMaps>().unwrap().0[0].max_zoom, 18);
        assert_eq!(format!("[{one}, {one}]").parse::<BaseMaps>().unwrap().0.len(), 2);
        let usual = BaseMaps::default();
        assert_eq!(usual.to_string().parse::<BaseMaps>(), Ok(usual));
        for wrong in [
            "",
            "OpenStreetMap",
            "{}",
            &one.replace("name", "nom"),
            &one.replace("{z}", ""),
        ] {
            assert!(wrong.parse::<BaseMaps>().is_err(), "{wrong}");
        }
    }
}
