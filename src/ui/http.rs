//! The route of the screens' settings; the screens themselves are files ([`super::bundle`]).

use actix_web::http::header::{CACHE_CONTROL, ETag, EntityTag, IfNoneMatch};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::headers::ASKED_AGAIN;
use super::model::PageSettings;
use crate::app::App;

/// What the screens start with
///
/// Read by the page `ui/`, before anybody is logged in.
#[utoipa::path(tag = "service", security(()), responses(
    (status = 200, description = "What the page needs to start.", body = PageSettings, headers(("ETag" = String, description = "Of this answer."))),
    (status = 304, description = "As the `If-None-Match` sent."),
))]
#[get("/ui/config.json")]
pub async fn read_page_settings(app: App, req: HttpRequest) -> HttpResponse {
    let settings = serde_json::to_vec(&PageSettings::of(app.config())).unwrap_or_default();
    // Weak: the answer may be compressed on its way.
    let tag = EntityTag::new_weak(URL_SAFE_NO_PAD.encode(Sha256::digest(&settings)));
    let is_known = match req.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Any) => true,
        Some(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(&tag)),
        None => false,
    };
    let mut answer = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((CACHE_CONTROL, ASKED_AGAIN))
        .insert_header(ETag(tag));
    if is_known {
        answer.finish()
    } else {
        answer.content_type("application/json").body(settings)
    }
}
