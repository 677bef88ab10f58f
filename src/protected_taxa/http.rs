//! Routes of the protected taxa.

use actix_web::{HttpResponse, delete, get, post, web};

use super::model::{NewProtectedTaxon, ProtectedTaxon, Protection};
use super::query;
use crate::app::App;
use crate::auth::{Can, Read, Settings, Update};
use crate::error::Problem;
use crate::http::{IfMatch, Reply, Valid, Writer};
use crate::{db, openapi};

/// A row of the list never changes: it is added, and taken off.
const VERSION: i32 = 1;

/// Read whether a taxon is protected
///
/// By an enabled status of GeoNature (PN, PR, PD, POM) or by our own list, on it or on a taxon that holds it.
#[utoipa::path(tag = "permits", params(("cd_nom" = i32, Path, description = "Key of the taxon in TAXREF.", minimum = 1)), responses(
    (status = 200, description = "What protects it.", body = Protection),
    openapi::ReadProblems,
))]
#[get("/taxa/{cd_nom}/protection")]
pub async fn read_protection(
    app: App,
    _can: Can<Read>,
    cd_nom: web::Path<i32>,
) -> Result<web::Json<Protection>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let reasons = query::protections(&mut conn, *cd_nom).await?;
    Ok(web::Json(Protection {
        protected: !reasons.is_empty(),
        reasons,
    }))
}

/// List the taxa that our own list protects
///
/// Beside the statuses of GeoNature, which may have none.
#[utoipa::path(tag = "permits", responses(
    (status = 200, description = "The taxa.", body = Vec<ProtectedTaxon>),
    openapi::MineProblems,
))]
#[get("/protected-taxa")]
pub async fn list_protected_taxa(
    app: App,
    _can: Can<Read>,
) -> Result<web::Json<Vec<ProtectedTaxon>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(query::list(&mut conn).await?))
}

/// Read a taxon of our own list
#[utoipa::path(tag = "permits", params(("cd_nom" = i32, Path, description = "Key of the taxon in TAXREF.", minimum = 1)), responses(
    (status = 200, description = "The taxon.", body = ProtectedTaxon, headers(("ETag" = String, description = "Its version."))),
    openapi::ReadProblems,
))]
#[get("/protected-taxa/{cd_nom}")]
pub async fn read_protected_taxon(
    app: App,
    _can: Can<Read>,
    cd_nom: web::Path<i32>,
) -> Result<HttpResponse, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    Ok(Reply::ok(VERSION, query::find(&mut conn, *cd_nom).await?).into())
}

/// Protect a taxon
///
/// Needs U on the thresholds (`EXSITU_SETTINGS`).
#[utoipa::path(tag = "permits", request_body = NewProtectedTaxon, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The taxon.", body = ProtectedTaxon, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version."))),
    openapi::CreateProblems,
))]
#[post("/protected-taxa")]
pub async fn create_protected_taxon(
    can: Can<Update, Settings>,
    write: Writer,
    body: Valid<NewProtectedTaxon>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let taxon = query::insert(conn, &new, can.user.id_role).await?;
            let link = cx.link(&format!("/protected-taxa/{}", taxon.cd_nom));
            Ok(Reply::created(link, VERSION, taxon))
        })
        .await
}

/// Protect a taxon no more
///
/// Needs U on the thresholds (`EXSITU_SETTINGS`); the statuses of GeoNature stay.
#[utoipa::path(tag = "permits", params(("cd_nom" = i32, Path, description = "Key of the taxon in TAXREF.", minimum = 1), openapi::Condition), responses(
    (status = 204, description = "It is no more on the list; its history stays."),
    openapi::DeleteProblems,
))]
#[delete("/protected-taxa/{cd_nom}")]
pub async fn delete_protected_taxon(
    _can: Can<Update, Settings>,
    write: Writer,
    cd_nom: web::Path<i32>,
    read: IfMatch,
) -> Result<HttpResponse, Problem> {
    write
        .change(async move |conn| {
            let taxon = query::find(conn, *cd_nom).await?;
            read.check(VERSION, &taxon)?;
            query::delete(conn, taxon.cd_nom).await?;
            Ok(Reply::deleted())
        })
        .await
}
