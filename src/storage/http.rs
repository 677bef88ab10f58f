//! The route of the conditions of a lot.

use actix_web::{get, web};
use uuid::Uuid;

use super::conditions::conditions;
use super::model::{Conditions, Drying, DryingStage};
use super::{current, periods, query};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::dryings::{self as redryings, model::Redrying};
use crate::error::{Lang, Problem};
use crate::host::nomenclatures::Nomenclatures;
use crate::http::Language;
use crate::humidity_checks::{self as checks, model::HumidityCheck};
use crate::humidity_rounds::{self as rounds, model::RoundStop, rules::Intervals};
use crate::openapi;
use crate::seed_lots::model::SeedLotRow;
use crate::seed_lots::query as lots;
use crate::settings::query as settings;

/// Conditions of a seed lot
///
/// Its moisture and temperature now and where they come from; the places it stood in, period by period
/// (moving a box takes along what is in it), with what they were expected to keep, the humidity checks
/// and the dryings of each.
#[utoipa::path(tag = "storage", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot.")), responses(
    (status = 200, description = "The conditions it lives in, and lived through.", body = Conditions),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}/conditions")]
pub async fn read_conditions(
    app: App,
    can: Can<Read>,
    Language(lang): Language,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Conditions>, Problem> {
    let names = app.nomenclatures().await?;
    let (reads, writes) = (can.reach(), can.reach_of::<Update>());
    let mut conn = db::connect(&app.pool).await?;
    let (lot, ..) = lots::find(&mut conn, *uuid, &reads, &reads).await?;
    let thresholds = settings::thresholds(&mut conn, can.user.id_organism).await?;
    let when = (Intervals::of(&thresholds), app.today());
    let stops = rounds::query::of_lot(&mut conn, lot.id, (&reads, &writes)).await?;
    let (places, tree) = query::places(&mut conn, &reads, lot.id).await?;
    let stays = periods::stays(&query::closes(&mut conn, lot.id).await?, &tree);
    let checks = checks::query::all(&mut conn, &reads, lot.id).await?;
    let checks = checks
        .into_iter()
        .map(|found| (found.0.id_place(), HumidityCheck::new(found, &names, lang)));
    let again = redryings::query::all(&mut conn, lot.id).await?;
    let again = again
        .into_iter()
        .map(|row| Redrying::new(row, &names, lang))
        .collect();
    let dryings = dryings(&lot, again, &names, lang);
    let (periods, unplaced) = conditions(&stays, &places, checks.collect(), dryings);
    Ok(web::Json(Conditions {
        current: current(&mut conn, &reads, lot.id).await?,
        standing: stops
            .into_iter()
            .map(|stop| RoundStop::new(stop, when, &names, lang))
            .collect(),
        periods,
        unplaced,
    }))
}

/// The dryings that the record of a lot says, and those after.
fn dryings(lot: &SeedLotRow, again: Vec<Redrying>, names: &Nomenclatures, lang: Lang) -> Vec<Drying> {
    let kind = names.term(lot.id_drying_kind(), lang);
    let said = [
        (
            DryingStage::PreDrying,
            lot.pre_drying_start,
            lot.pre_drying_end,
            None,
        ),
        (DryingStage::Drying, lot.drying_start, lot.drying_end, kind),
    ];
    said.into_iter()
        .filter(|(_, start, end, kind)| start.is_some() || end.is_some() || kind.is_some())
        .map(|(stage, start, end, kind)| Drying {
            stage,
            start,
            end,
            kind,
            record: None,
        })
        .chain(again.into_iter().map(|record| Drying {
            stage: DryingStage::Redrying,
            start: Some(record.date_start),
            end: record.date_end,
            kind: record.kind.clone(),
            record: Some(record),
        }))
        .collect()
}
