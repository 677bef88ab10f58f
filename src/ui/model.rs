//! What the screens are told when they start.

use serde::Serialize;
use utoipa::ToSchema;

use super::base_map::BaseMap;
use crate::config::Config;

/// What the screens start with when they are a page of their own.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageSettings {
    /// Path the service is mounted on, empty at the root: the API is at `<api_url>/v1`.
    #[schema(example = "/geonature/api/exsitu")]
    pub api_url: String,
    /// GeoNature's API, where one logs in; null without a GeoNature.
    #[schema(example = "https://geonature.example.org/geonature/api")]
    pub geonature_api: Option<String>,
    /// The service logs in itself, at `<api_url>/auth/login`.
    pub local_login: bool,
    /// Language until the user chooses: fr or en.
    #[schema(example = "fr")]
    pub language: &'static str,
    /// Version of the service.
    #[schema(example = "0.1.0")]
    pub version: &'static str,
    /// Base maps, the first one shown first.
    pub base_maps: Vec<BaseMap>,
    /// Where maps start.
    pub map: MapView,
}

/// Where maps start when they show nothing.
#[derive(Debug, Serialize, ToSchema)]
pub struct MapView {
    /// Latitude and longitude, degrees.
    #[schema(example = json!([44.8, 6.3]))]
    pub center: [f64; 2],
    /// Zoom.
    #[schema(example = 8)]
    pub zoom: u8,
}

impl PageSettings {
    /// What these settings tell the screens.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let ui = &config.service.ui;
        let without_slash = |url: &url::Url| url.as_str().trim_end_matches('/').to_owned();
        Self {
            api_url: config.link(""),
            geonature_api: ui.geonature_api.as_ref().map(without_slash),
            local_login: config.service.local_login,
            language: ui.language.code(),
            version: env!("CARGO_PKG_VERSION"),
            base_maps: ui.base_map.0.clone(),
            map: MapView {
                center: [ui.map_center.latitude, ui.map_center.longitude],
                zoom: ui.map_zoom,
            },
        }
    }
}
