//! The built screens, read from their folder at each request.

use actix_files::Files;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, guard, web};

use super::headers;
use super::settings::INDEX;
use crate::app::App;
use crate::config::Config;
use crate::error::{Problem, table};

/// Serves the screens at `ui/`, and leads there from the root.
pub fn configure(cfg: &mut web::ServiceConfig, config: &Config) {
    let home = config.link("/ui/");
    let files = config.service.ui.ui_dir.as_ref().map(|folder| {
        Files::new("/", folder)
            .index_file(INDEX)
            .try_compressed()
            .disable_content_disposition()
    });
    let screens = web::scope("/ui")
        .guard(guard::Any(guard::Get()).or(guard::Head()))
        .wrap(from_fn(serve))
        .configure(|cfg| {
            if let Some(files) = files {
                cfg.service(files);
            }
        });
    cfg.service(web::redirect("/", home.clone()))
        .service(web::redirect("/ui", home))
        .service(screens);
}

/// Says how what was found is kept and what it may do; what was not found is a problem.
async fn serve<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let mut res = next.call(req).await?;
    let Some(app) = res.request().app_data::<App>().cloned() else {
        return Ok(res.map_into_left_body());
    };
    // 400 is a path that leads out of the folder.
    if matches!(res.status(), StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST) {
        let (req, _) = res.into_parts();
        return Ok(ServiceResponse::from_err(missing(app.config()), req).map_into_right_body());
    }
    let path = res.request().path().to_owned();
    headers::add(res.headers_mut(), &path, app.config());
    Ok(res.map_into_left_body())
}

/// 404, which says when there are no screens at all.
fn missing(config: &Config) -> Problem {
    let folder = config.service.ui.ui_dir.as_ref();
    match folder.filter(|folder| folder.join(INDEX).is_file()) {
        Some(_) => Problem::not_found(),
        None => Problem::new(table::UI_NOT_BUILT),
    }
}
