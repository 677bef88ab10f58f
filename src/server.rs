//! The assembled service: middlewares, routes, documentation, and how it stops.

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_cors::Cors;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::error::PathError;
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, AUTHORIZATION, CONTENT_TYPE, ETAG, IF_MATCH, LOCATION};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, Error, HttpRequest, HttpResponse, HttpServer, get, web};
use diesel_async::RunQueryDsl;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt;
use utoipa_actix_web::scope::scope;
use utoipa_swagger_ui::{Config as SwaggerConfig, SwaggerUi};

use crate::app::{self, Shared, State};
use crate::auth::session::authenticate;
use crate::config::Config;
use crate::db;
use crate::error::{Problem, table};
use crate::http::mount::strip_prefix;
use crate::http::problems::{X_REQUEST_ID, answer};
use crate::http::write::IDEMPOTENCY_KEY;
use crate::{openapi, routes, ui};

/// How the service feels.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// `ok`.
    status: &'static str,
    /// Version of the service.
    version: &'static str,
}

const HEALTHY: Health = Health {
    status: "ok",
    version: env!("CARGO_PKG_VERSION"),
};

/// Is the service up?
#[utoipa::path(tag = "service", security(()), responses((status = 200, description = "It is.", body = Health)))]
#[get("/health/live")]
pub async fn live() -> web::Json<Health> {
    web::Json(HEALTHY)
}

/// Can the service answer, its database included?
#[utoipa::path(tag = "service", security(()), responses(
    (status = 200, description = "It can.", body = Health),
    (status = 503, description = "The database does not answer.", body = crate::error::ProblemDocument, content_type = "application/problem+json"),
))]
#[get("/health/ready")]
pub async fn ready(app: app::App) -> Result<web::Json<Health>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>("1"))
        .get_result::<i32>(&mut conn)
        .await
        .map_err(|_| Problem::unavailable())?;
    Ok(web::Json(HEALTHY))
}

/// The routes and their document; what is served and what is documented come from here.
fn documented(config: &Config) -> OpenApi {
    let (_, api) = App::new()
        .into_utoipa_app()
        .openapi(openapi::base(&config.service.mount_prefix))
        .configure(routes::open)
        .service(scope("/v1").configure(routes::v1))
        .split_for_parts();
    api
}

/// The document, as `gn-exsitu openapi` prints it: without a mount prefix.
#[must_use]
pub fn document() -> OpenApi {
    let (_, api) = App::new()
        .into_utoipa_app()
        .openapi(openapi::base(""))
        .configure(routes::open)
        .service(scope("/v1").configure(routes::v1))
        .split_for_parts();
    api
}

/// Paths of the document with the methods each answers, to tell 405 from 404.
struct Documented(Vec<(Vec<String>, BTreeSet<&'static str>)>);

impl Documented {
    fn new(api: &OpenApi) -> Self {
        let paths = api.paths.paths.iter().map(|(path, item)| {
            let methods = [
                ("GET", &item.get),
                ("POST", &item.post),
                ("PUT", &item.put),
                ("PATCH", &item.patch),
                ("DELETE", &item.delete),
            ];
            let methods = methods
                .iter()
                .filter(|(_, operation)| operation.is_some())
                .map(|(name, _)| *name);
            (path.split('/').map(str::to_owned).collect(), methods.collect())
        });
        Self(paths.collect())
    }

    /// Methods of the most literal address that a path is: `transfers` before `{uuid}`.
    fn methods(&self, path: &str) -> Option<BTreeSet<&'static str>> {
        let parts: Vec<&str> = path.split('/').collect();
        let is_parameter = |part: &String| part.starts_with('{');
        let same = |pattern: &[String]| {
            let mut pairs = pattern.iter().zip(&parts);
            pattern.len() == parts.len()
                && pairs.all(|(p, part)| (is_parameter(p) && !part.is_empty()) || p == part)
        };
        let found = self.0.iter().filter(|(pattern, _)| same(pattern));
        found
            .min_by_key(|(pattern, _)| pattern.iter().filter(|part| is_parameter(part)).count())
            .map(|(_, methods)| methods.clone())
    }

    /// 405 when another method of the path would do, 404 otherwise.
    fn refusal(&self, req: &HttpRequest) -> Problem {
        match self.methods(req.path()) {
            Some(methods) if !methods.contains(req.method().as_str()) => {
                Problem::new(table::METHOD_NOT_ALLOWED).allowing(listed(&methods))
            }
            _ => Problem::not_found(),
        }
    }
}

fn listed(methods: &BTreeSet<&'static str>) -> String {
    methods.iter().copied().collect::<Vec<_>>().join(", ")
}

async fn nothing_here(req: HttpRequest, paths: web::Data<Documented>) -> Result<HttpResponse, Problem> {
    match paths.methods(req.path()) {
        Some(methods) if req.method() == Method::OPTIONS => Ok(HttpResponse::NoContent()
            .insert_header((ALLOW, listed(&methods)))
            .finish()),
        _ => Err(paths.refusal(&req)),
    }
}

/// A path whose identifier is not one: `/v1/places/tree` under a method that only `/v1/places/{uuid}` has.
fn not_an_identifier(_: PathError, req: &HttpRequest) -> Error {
    req.app_data::<web::Data<Documented>>()
        .map_or_else(Problem::not_found, |paths| paths.refusal(req))
        .into()
}

fn cors(config: &Config) -> Cors {
    let cors = Cors::default()
        .allowed_methods(["GET", "POST", "PUT", "PATCH", "DELETE"])
        .allowed_headers([AUTHORIZATION, CONTENT_TYPE, IF_MATCH, IDEMPOTENCY_KEY])
        .allowed_header("accept-language")
        .expose_headers([ETAG, LOCATION, X_REQUEST_ID])
        .max_age(3600);
    config
        .service
        .allowed_origins
        .iter()
        .fold(cors, |cors, origin| cors.allowed_origin(origin))
}

/// One worker's app.
fn app(
    state: State,
    api: OpenApi,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl actix_web::body::MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let config = Arc::clone(&state.shared.config);
    let paths = web::Data::new(Documented::new(&api));
    let json = config.link("/openapi.json");
    let document = web::Data::new(api);
    let (app, _) = App::new()
        .into_utoipa_app()
        .configure(routes::open)
        .service(
            scope("/v1")
                .configure(|cfg| {
                    cfg.configure(routes::v1);
                })
                .map(|scope| scope.wrap(from_fn(authenticate))),
        )
        .split_for_parts();
    app.service(web::resource("/openapi.json").route(web::get().to(openapi_json)))
        .service(
            SwaggerUi::new("/docs/{_:.*}").config(
                SwaggerConfig::from(json)
                    .persist_authorization(true)
                    .try_it_out_enabled(true),
            ),
        )
        .service(web::redirect("/docs", config.link("/docs/")))
        .configure(|cfg| ui::configure(cfg, &config))
        .app_data(web::Data::new(state))
        .app_data(document)
        .app_data(paths)
        .app_data(routes::payload_limit())
        .app_data(web::PathConfig::default().error_handler(not_an_identifier))
        .default_service(web::to(nothing_here))
        .wrap(Compress::default())
        .wrap(cors(&config))
        .wrap(from_fn(strip_prefix))
        .wrap(from_fn(answer))
}

async fn openapi_json(api: web::Data<OpenApi>) -> web::Json<OpenApi> {
    web::Json(api.get_ref().clone())
}

/// How long an idle connection stays open. Longer than reverse proxies keep theirs (60 s): a request that one
/// sends as the service hangs up is a 502 for its user.
const KEEP_ALIVE: Duration = Duration::from_secs(75);

/// Binds and starts the service; it runs when the future is awaited, and stops at
/// SIGINT or SIGTERM after the requests in hand.
///
/// # Errors
/// A sentence: the address is taken, a setting makes no pool.
pub fn start(shared: Arc<Shared>) -> Result<(Server, SocketAddr), String> {
    let service = &shared.config.service;
    let listener =
        TcpListener::bind(service.listen).map_err(|e| format!("cannot listen on {}: {e}", service.listen))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let workers = service.workers.map_or(cores, usize::from);
    // Built once here so that a setting which makes no pool is said at the start.
    State::new(Arc::clone(&shared))?;
    let api = documented(&shared.config);
    let server = HttpServer::new(move || match State::new(Arc::clone(&shared)) {
        Ok(state) => app(state, api.clone()),
        Err(error) => {
            tracing::error!(error, "no pool");
            std::process::exit(1)
        }
    })
    .workers(workers)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(10)
    .listen(listener)
    .map_err(|e| e.to_string())?
    .run();
    Ok((server, address))
}
