//! Headers of the screens: how long a file is kept, what a page may load.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderValue, REFERRER_POLICY,
};

use crate::config::Config;

/// A name that changes with its content.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Kept, and asked for again each time with its ETag.
pub const ASKED_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
/// The hosts of base maps want to know which site shows them, not which record.
const REFERRER: HeaderValue = HeaderValue::from_static("strict-origin-when-cross-origin");

/// Adds the headers of a file of the screens.
pub fn add(headers: &mut HeaderMap, path: &str, config: &Config) {
    let kept = if is_hashed(path) { FOR_EVER } else { ASKED_AGAIN };
    headers.insert(CACHE_CONTROL, kept);
    headers.insert(REFERRER_POLICY, REFERRER);
    let is_page = headers
        .get(CONTENT_TYPE)
        .is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
    if let (true, Ok(policy)) = (is_page, HeaderValue::from_str(&policy(config))) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
}

/// Angular writes `chunk-ABCD2345.js`: a hyphen, eight capitals or digits, a dot.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_hash = |part: &str| {
        part.split_once('.').is_some_and(|(hash, _)| {
            hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
    };
    name.split('-').skip(1).any(is_hash)
}

/// What a page may load: our own files, the styles that Angular writes in the page, the
/// tiles of the base maps, and GeoNature's API when it is elsewhere.
fn policy(config: &Config) -> String {
    let ui = &config.service.ui;
    let tiles: Vec<String> = ui.base_map.0.iter().filter_map(|map| map.source().ok()).collect();
    let geonature = ui
        .geonature_api
        .as_ref()
        .map(|api| api.origin().ascii_serialization());
    [
        "default-src 'self'".to_owned(),
        "script-src 'self'".to_owned(),
        "style-src 'self' 'unsafe-inline'".to_owned(),
        format!("img-src 'self' data: blob: {}", tiles.join(" ")),
        format!("connect-src 'self' {}", geonature.unwrap_or_default()),
        "object-src 'none'".to_owned(),
        "base-uri 'self'".to_owned(),
        "form-action 'self'".to_owned(),
        "frame-ancestors 'self'".to_owned(),
    ]
    .map(|rule| rule.trim_end().to_owned())
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        for path in [
            "/ui/chunk-5PSHN2EH.js",
            "/ui/chunk-5PSHN2EH.js.map",
            "/ui/media/fa-solid-900-ABCD2345.woff2",
        ] {
            assert!(is_hashed(path), "{path}");
        }
        for path in [
            "/ui/",
            "/ui/index.html",
            "/ui/main.js",
            "/ui/chunk-5PSHN2EH",
            "/ui/chunk-5pshn2eh.js",
            "/ui/chunk-5PSHN2EHX.js",
            "/ui/chunk-5PSHN2E.js",
            "/ui/5PSHN2EH.js",
            "/ui/chunk-5PSHN2EH.d/main.js",
        ] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
