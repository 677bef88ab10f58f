//! Routes of the itineraries.

use actix_web::{get, web};

use super::model::{Itineraries, Kinship};
use super::{query, rank};
use crate::app::App;
use crate::auth::{Can, Read};
use crate::db;
use crate::error::Problem;
use crate::host::kin::{self, Kin};
use crate::openapi;
use crate::settings;
use crate::settings::model::SettingName;

/// Read what treatments gave for a taxon
///
/// Sowings that you may read, whose emergence is over and whose seeds were counted, put together by
/// their treatments: for the taxon, then for its genus, then for its family, each holding the one before.
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
    let Kin { taxon, genus, family } = &kin;
    let nearest = |kin: &Option<kin::Named>, otherwise: i32| kin.as_ref().map_or(otherwise, |k| k.cd_nom);
    let genus_key = nearest(genus, taxon.cd_nom);
    let keys = [taxon.cd_nom, genus_key, nearest(family, genus_key)];
    let tried = query::tried(&mut conn, &can.reach(), keys).await?;
    let circles = [
        (Kinship::Taxon, Some(taxon)),
        (Kinship::Genus, genus.as_ref()),
        (Kinship::Family, family.as_ref()),
    ];
    let shown = circles.into_iter().filter_map(|(kinship, named)| {
        let named = named?;
        let within: Vec<_> = tried
            .iter()
            .filter(|(near, _)| *near <= kinship)
            .map(|(_, one)| one.clone())
            .collect();
        Some(Itineraries {
            kinship,
            cd_nom: named.cd_nom,
            name: named.name.clone(),
            itineraries: rank::itineraries(&within, level),
        })
    });
    Ok(web::Json(shown.collect()))
}
