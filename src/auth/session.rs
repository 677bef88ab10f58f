//! The middleware that reads the token once and puts the role in the request. It
//! never refuses: the handler's signature does.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};

use super::{Principal, token};
use crate::app::{App, State};
use crate::db;
use crate::error::Problem;
use crate::host;

/// Reads `Authorization: Bearer <token>`, and nothing else.
///
/// # Errors
/// Those of the handler; 503 when the database cannot be read.
pub async fn authenticate<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let role = bearer(&req).and_then(|(token, app)| {
        token::verify(
            token,
            &app.config().service.secret_key,
            chrono::Utc::now().timestamp(),
        )
    });
    if let (Some(id_role), Some(app)) = (role, req.app_data::<App>().cloned()) {
        match principal(&app, id_role).await {
            Ok(Some(principal)) => drop(req.extensions_mut().insert(principal)),
            Ok(None) => {}
            Err(problem) => return Ok(req.error_response(problem).map_into_right_body()),
        }
    }
    next.call(req).await.map(ServiceResponse::map_into_left_body)
}

fn bearer(req: &ServiceRequest) -> Option<(&str, &App)> {
    let value = req.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    Some((token.trim(), req.app_data::<App>()?))
}

/// The role and its rights, remembered a few seconds; none for an unknown or inactive one.
async fn principal(app: &State, id_role: i32) -> Result<Option<Arc<Principal>>, Problem> {
    if let Some(known) = app.shared.principals.get(&id_role).await {
        return Ok(Some(known));
    }
    let mut conn = db::connect(&app.pool).await?;
    let Some(found) = host::roles::principal(&mut conn, id_role).await? else {
        return Ok(None);
    };
    let found = Arc::new(found);
    if app.config().service.rights_cache > 0 {
        app.shared.principals.insert(id_role, Arc::clone(&found)).await;
    }
    Ok(Some(found))
}
