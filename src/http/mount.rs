//! The mount prefix: the same routes answer whether or not the proxy strips it.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;

use crate::app::App;

/// Takes the prefix off the path of a request that still carries it.
///
/// # Errors
/// Those of the handler.
pub async fn strip_prefix<B: MessageBody>(
    mut req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let prefix = req
        .app_data::<App>()
        .map(|app| app.config().service.mount_prefix.clone())
        .unwrap_or_default();
    if let Some(uri) = stripped(req.uri(), &prefix) {
        req.match_info_mut().get_mut().update(&uri);
        req.head_mut().uri = uri;
    }
    next.call(req).await
}

fn stripped(uri: &Uri, prefix: &str) -> Option<Uri> {
    if prefix.is_empty() {
        return None;
    }
    let rest = uri.path_and_query()?.as_str().strip_prefix(prefix)?;
    let rest = match rest.chars().next() {
        None => "/".to_owned(),
        Some('/') => rest.to_owned(),
        Some('?') => format!("/{rest}"),
        Some(_) => return None,
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(rest.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(uri: &str) -> Option<String> {
        stripped(&uri.parse().unwrap(), "/geonature/api/exsitu").map(|u| u.to_string())
    }

    #[test]
    fn only_the_whole_prefix_is_taken_off() {
        assert_eq!(path("/geonature/api/exsitu/v1/me?x=1").unwrap(), "/v1/me?x=1");
        assert_eq!(path("/geonature/api/exsitu").unwrap(), "/");
        assert_eq!(path("/geonature/api/exsitus/v1"), None);
        assert_eq!(path("/v1/me"), None);
    }
}
