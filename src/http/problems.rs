//! The outermost middleware: a request identifier, one line of log, and every error
//! as a problem document in the language asked for.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::time::Instant;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_LANGUAGE, ALLOW, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, VARY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse};
use uuid::Uuid;

use crate::error::{Lang, Problem, table};

/// Identifier of a request, made by us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(pub Uuid);

impl FromRequest for RequestId {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(req
            .extensions()
            .get::<Self>()
            .copied()
            .unwrap_or_else(|| Self(Uuid::now_v7()))))
    }
}

/// Language that the client asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(pub Lang);

impl FromRequest for Language {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(language(req.headers()))))
    }
}

fn language(headers: &HeaderMap) -> Lang {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .map(Lang::from_header)
        .unwrap_or_default()
}

/// Header that carries the identifier of the request.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Serves a request and writes its problem, if it has one.
///
/// # Errors
/// Those of the framework before a handler is found.
pub async fn answer<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let (started, id, lang) = (Instant::now(), Uuid::now_v7(), language(req.headers()));
    req.extensions_mut().insert(RequestId(id));
    let res = next.call(req).await?;
    let mut res = match problem_of(&res) {
        None => res.map_into_left_body(),
        Some(problem) => {
            let headers = res.headers().clone();
            let (request, _) = res.into_parts();
            let mut answer = document(&problem, lang, id);
            // CORS headers were put on the answer that this one replaces.
            let kept = |name: &HeaderName| *name == VARY || name.as_str().starts_with("access-control-");
            for (name, value) in headers.iter().filter(|(name, _)| kept(name)) {
                answer.headers_mut().append(name.clone(), value.clone());
            }
            ServiceResponse::new(request, answer).map_into_right_body()
        }
    };
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        res.headers_mut().insert(X_REQUEST_ID, value);
    }
    res.headers_mut()
        .insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    res.headers_mut()
        .append(VARY, HeaderValue::from_static("Accept-Language"));
    // Said by whoever compressed; what was not might have been.
    if !varies(res.headers(), "accept-encoding") {
        res.headers_mut()
            .append(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    let route = res.request().match_pattern().unwrap_or_else(|| "-".to_owned());
    tracing::info!(target: "exsitu::http", request_id = %id, method = %res.request().method(), route,
        status = res.status().as_u16(), elapsed_ms = started.elapsed().as_millis(), "answered");
    Ok(res)
}

fn varies(headers: &HeaderMap, on: &str) -> bool {
    let mut names = headers.get_all(VARY).filter_map(|value| value.to_str().ok());
    names.any(|names| names.split(',').any(|name| name.trim().eq_ignore_ascii_case(on)))
}

/// The problem of an answer that has one: ours, or that of a part of the framework.
fn problem_of<B>(res: &ServiceResponse<B>) -> Option<Problem> {
    if let Some(error) = res.response().error() {
        return Some(from_error(error));
    }
    let is_ours = res.headers().get(CONTENT_TYPE).is_some();
    (res.status().is_client_error() && !is_ours).then(|| from_status(res.status()))
}

fn from_error(error: &Error) -> Problem {
    error.as_error::<Problem>().cloned().unwrap_or_else(|| {
        let status = error.as_response_error().status_code();
        if status.is_server_error() {
            Problem::internal(error)
        } else {
            from_status(status)
        }
    })
}

fn from_status(status: StatusCode) -> Problem {
    let kind = table::KINDS.iter().find(|k| k.status == status.as_u16());
    Problem::new(kind.copied().unwrap_or(table::MALFORMED))
}

/// The answer of a problem, in a language.
pub(crate) fn document(problem: &Problem, lang: Lang, id: Uuid) -> HttpResponse {
    let document = problem.document(lang, id.to_string());
    let status = StatusCode::from_u16(document.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = HttpResponse::build(status);
    answer.insert_header((CONTENT_TYPE, "application/problem+json"));
    if status == StatusCode::UNAUTHORIZED {
        answer.insert_header(("WWW-Authenticate", "Bearer"));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.insert_header(("Retry-After", "2"));
    }
    if let Some(allowed) = problem.fact("allowed") {
        answer.insert_header((ALLOW, allowed));
    }
    answer.body(serde_json::to_vec(&document).unwrap_or_default())
}
