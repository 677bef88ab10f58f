//! `auth/login` of the embedded mode, and `me`.

use actix_web::{HttpResponse, get, post, web};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use validator::Validate;

use super::can::{All, LoggedIn, Object, Settings};
use super::{passwords, token};
use crate::app::App;
use crate::db;
use crate::error::{Problem, table};
use crate::host;
use crate::http::Valid;
use crate::openapi;

/// A login and its password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"login": "jardinier", "password": "demo"}))]
pub struct Credentials {
    /// Login in GeoNature.
    #[validate(length(min = 1, max = 100))]
    #[schema(example = "jardinier")]
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    /// Password.
    #[validate(length(min = 1, max = 1000))]
    #[schema(example = "demo", format = Password)]
    #[schema(min_length = 1, max_length = 1000)]
    password: String,
}

/// A token and whom it stands for, as GeoNature answers.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// When the token ends.
    expires: DateTime<Utc>,
    /// Token to send as `Authorization: Bearer`.
    token: String,
    /// The user, the payload of the token.
    #[schema(value_type = Object)]
    user: Map<String, Value>,
}

/// Log in
///
/// Embedded mode only: beside a GeoNature its own login gives the token.
#[utoipa::path(tag = "auth", request_body = Credentials, security(()), responses(
    (status = 200, description = "A token for this user.", body = Session),
    openapi::LoginProblems,
))]
#[post("/auth/login")]
pub async fn login(app: App, body: Valid<Credentials>) -> Result<web::Json<Session>, Problem> {
    let service = &app.config().service;
    if !service.local_login {
        return Err(Problem::not_found());
    }
    let mut conn = db::connect(&app.pool).await?;
    let account = host::roles::account(&mut conn, &body.login).await?;
    drop(conn);
    let (password, allow_md5) = (body.into_inner().password, service.allow_md5_passwords);
    let stored = account.as_ref().map(|a| a.password.clone());
    let right = web::block(move || passwords::verify(&password, stored.as_ref(), allow_md5))
        .await
        .map_err(Problem::internal)?;
    let user = account
        .filter(|_| right)
        .ok_or_else(|| Problem::new(table::WRONG_LOGIN))?
        .user;
    let expires = Utc::now() + Duration::seconds(service.token_lifetime.into());
    let token = token::sign(&user, expires.timestamp(), &service.secret_key).map_err(Problem::internal)?;
    Ok(web::Json(Session { expires, token, user }))
}

/// Who I am and what I may do.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// Key of the role in GeoNature.
    #[schema(example = 11)]
    id_role: i32,
    /// Login.
    #[schema(example = "jardinier")]
    login: String,
    /// Name.
    name: String,
    /// Key of the organisation.
    id_organism: Option<i32>,
    /// Name of the organisation.
    organism: Option<String>,
    /// Scope (0 nothing, 1 mine, 2 my organisation's, 3 everything) of each letter of CRUVED, by object.
    #[schema(example = json!({"ALL": {"C": 2, "R": 2, "U": 2, "V": 0, "E": 2, "D": 0}}))]
    rights: BTreeMap<&'static str, BTreeMap<char, u8>>,
    /// Current business day of the organisation.
    today: chrono::NaiveDate,
}

/// Who I am and what I may do
#[utoipa::path(tag = "auth", responses(
    (status = 200, description = "The role of the token and its rights.", body = Me),
    openapi::SelfProblems,
))]
#[get("/me")]
pub async fn read_me(app: App, LoggedIn(user): LoggedIn) -> HttpResponse {
    let rights = [All::CODE, Settings::CODE].map(|object| {
        (
            object,
            "CRUVED"
                .chars()
                .map(|action| (action, user.scope(action, object)))
                .collect(),
        )
    });
    HttpResponse::Ok().json(Me {
        id_role: user.id_role,
        login: user.login.clone(),
        name: user.name.clone(),
        id_organism: user.id_organism,
        organism: user.organism.clone(),
        rights: rights.into(),
        today: app.today(),
    })
}
