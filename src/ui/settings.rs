//! Settings of the screens.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use url::Url;

use super::base_map::BaseMaps;
use crate::error::Lang;

/// File that a browser asks for first.
pub const INDEX: &str = "index.html";

/// The French Alps.
const USUAL_CENTER: Position = Position {
    latitude: 44.8,
    longitude: 6.3,
};
const USUAL_ZOOM: u8 = 8;

/// What the screens are and start with.
#[derive(Args, Clone, Debug)]
pub struct UiSettings {
    /// Folder of the built screens, served at ui/; without it no screen is served
    #[arg(long, env = "EXSITU_UI_DIR", value_name = "FOLDER", value_parser = bundle_folder)]
    pub ui_dir: Option<PathBuf>,
    /// GeoNature's API_ENDPOINT, which the screens log in to when they are a page of their own
    #[arg(long, env = "EXSITU_GEONATURE_API", value_name = "URL", value_parser = api_address)]
    pub geonature_api: Option<Url>,
    /// Language of the screens until the user chooses
    #[arg(long, env = "EXSITU_LANGUAGE", value_enum, default_value_t)]
    pub language: Lang,
    /// Base maps: {"name", "url", "attribution", "max_zoom"} or a list of them; OpenStreetMap by default
    #[arg(
        long,
        env = "EXSITU_BASE_MAP",
        value_name = "JSON",
        default_value_t,
        hide_default_value = true
    )]
    pub base_map: BaseMaps,
    /// Where maps are centred when they show nothing: latitude,longitude
    #[arg(long, env = "EXSITU_MAP_CENTER", value_name = "LAT,LON", allow_hyphen_values = true, default_value_t = USUAL_CENTER)]
    pub map_center: Position,
    /// Zoom of the maps there
    #[arg(long, env = "EXSITU_MAP_ZOOM", default_value_t = USUAL_ZOOM, value_parser = clap::value_parser!(u8).range(0..=22))]
    pub map_zoom: u8,
}

impl Default for UiSettings {
    fn default() -> Self {
        Self {
            ui_dir: None,
            geonature_api: None,
            language: Lang::default(),
            base_map: BaseMaps::default(),
            map_center: USUAL_CENTER,
            map_zoom: USUAL_ZOOM,
        }
    }
}

/// The screens that were built in the checkout the command is run from.
#[must_use]
pub fn built_here() -> Option<PathBuf> {
    bundle_folder("frontend/dist").ok()
}

fn bundle_folder(text: &str) -> Result<PathBuf, String> {
    let folder = Path::new(text);
    if folder.join(INDEX).is_file() {
        Ok(folder.to_owned())
    } else {
        Err(format!("it takes a folder that has an {INDEX}"))
    }
}

fn api_address(text: &str) -> Result<Url, String> {
    let address = Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"));
    address.ok_or_else(|| "it takes an address such as https://geonature.example.org/api".to_owned())
}

/// A place on the map, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.latitude, self.longitude)
    }
}

impl FromStr for Position {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let degrees = |text: &str, most: f64| text.trim().parse().ok().filter(|d: &f64| d.abs() <= most);
        text.split_once(',')
            .and_then(|(latitude, longitude)| {
                Some(Self {
                    latitude: degrees(latitude, 90.0)?,
                    longitude: degrees(longitude, 180.0)?,
                })
            })
            .ok_or_else(|| "it takes a latitude and a longitude in degrees, such as 44.8,6.3".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        ui: UiSettings,
    }

    fn given(setting: &str, value: &str) -> Result<UiSettings, String> {
        let cli = Cli::try_parse_from(["x", setting, value]).map_err(|e| e.to_string())?;
        Ok(cli.ui)
    }

    #[test]
    fn what_is_not_given_is_as_usual() {
        let usual = Cli::try_parse_from(["x"]).unwrap().ui;
        assert_eq!(format!("{usual:?}"), format!("{:?}", UiSettings::default()));
    }

    #[test]
    fn a_wrong_setting_says_what_it_takes() {
        for (setting, value, words) in [
            ("--ui-dir", "src", "an index.html"),
            ("--geonature-api", "geonature.example.org", "an address such as"),
            ("--geonature-api", "file:///etc", "an address such as"),
            ("--language", "de", "fr"),
            ("--base-map", "OpenStreetMap", "takes JSON"),
            ("--map-center", "91,0", "a latitude"),
            ("--map-center", "44.8", "a latitude"),
            ("--map-center", "NaN,NaN", "a latitude"),
            ("--map-zoom", "23", "0..=22"),
        ] {
            let refusal = given(setting, value).map(drop).unwrap_err();
            assert!(refusal.contains(setting) && refusal.contains(words), "{refusal}");
        }
        let reunion = given("--map-center", "-21.1,55.5").unwrap().map_center;
        assert_eq!((reunion.latitude, reunion.longitude), (-21.1, 55.5));
    }
}
