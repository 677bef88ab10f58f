//! Routes of the itineraries.

use actix_web::{get, web};

use super::model::Itineraries;
use super::{query, rank};
use crate::app::App;
use crate::auth::{Can, Read};
use crate::db;
use crate::error::Problem;
use crate::host::kin;
use crate::openapi;
use crate::settings;
use crate::settings::model::SettingName;

/// Read what treatments gave for a taxon
///
/// Sowings and germination tests that you may read, that are over and whose seeds were counted, put
/// together by their treatments: for the taxon, then for its genus, then for its family, each holding
/// the one before.
#[utoipa::path(tag = "referentials", params(("cd_nom" = i32, Path, description = "Key of the taxon in TAXREF.", minimum = 1)), responses(
    (status = 200, description = "Itineraries, the nearest taxon first, the best first.", body = Vec<Itineraries>),
    openapi::ReadProblems,
))]
#[get("/taxa/{cd_nom}/itineraries")]
pub async fn read_itineraries(
    app: App,
    can: Can<Read>,
    cd_nom: web::Path<i32>,
) -> Result<web::Json<Vec<Itineraries>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let kin = kin::of(&mut conn, *cd_nom).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let level = thresholds.share(SettingName::Confidence);
    let mut tried = query::sowings(&mut conn, &can.reach(), kin.keys()).await?;
    tried.extend(query::tests(&mut conn, &can.reach(), kin.keys()).await?);
    Ok(web::Json(rank::circles(&kin, &tried, level)))
}
