//! Routes of the viability of a lot.

use actix_web::{get, web};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::compute::{Lot, viability};
use super::model::{LotViability, SizeAdvice, SizeAsked, ViabilityAsked};
use super::query;
use super::size::{Wanted, advice};
use crate::app::App;
use crate::auth::{Can, Read};
use crate::error::Problem;
use crate::http::ValidQuery;
use crate::science::longevity::retest::Longevity;
use crate::seed_lots::model::{SeedLongevity, SeedLotRow};
use crate::settings::model::SettingName;
use crate::settings::thresholds::Thresholds;
use crate::{db, openapi, seed_lots, settings};

/// Years asked for when none are.
const YEARS: f64 = 20.0;

/// Read the viability of a seed lot
///
/// Its tests, what Ellis and Roberts's equation says of the years to come in its store or in the one
/// you suppose, when to test it again, and what a test may cost it; a figure that cannot be known is
/// null, and `missing` says why.
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), ViabilityAsked), responses(
    (status = 200, description = "Its history, the model, its next test.", body = LotViability),
    openapi::AskedProblems,
))]
#[get("/seed-lots/{uuid}/viability")]
pub async fn read_seed_lot_viability(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    asked: ValidQuery<ViabilityAsked>,
) -> Result<web::Json<LotViability>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let (row, ..) = seed_lots::query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let mut lot = lot(&mut conn, &can, row, &thresholds).await?;
    lot.store.suppose(&asked);
    let years = asked.years.unwrap_or(YEARS);
    Ok(web::Json(viability(lot, years, app.today(), &thresholds)))
}

/// Read how many seeds of a lot to sow
///
/// For so many plants, at a confidence, from the germination tests of the lot and from its sowings,
/// aged by the model; each with how it was found.
#[utoipa::path(tag = "seed-lots", params(("uuid" = Uuid, Path, description = "Identifier of the seed lot."), SizeAsked), responses(
    (status = 200, description = "Seeds to sow.", body = SizeAdvice),
    openapi::AskedProblems,
))]
#[get("/seed-lots/{uuid}/sowing-size")]
pub async fn read_sowing_size(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
    asked: ValidQuery<SizeAsked>,
) -> Result<web::Json<SizeAdvice>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let (row, ..) = seed_lots::query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let sowings = query::sowings(&mut conn, &can.reach(), row.id).await?;
    let lot = lot(&mut conn, &can, row, &thresholds).await?;
    let level = thresholds.share(SettingName::Confidence);
    let wanted = Wanted {
        plants: asked.plants,
        confidence: asked.confidence.unwrap_or(level),
        level,
        today: app.today(),
    };
    Ok(web::Json(advice(&lot, &sowings, wanted)))
}

/// A lot that was found, with what its viability takes.
async fn lot(
    conn: &mut AsyncPgConnection,
    can: &Can<Read>,
    row: SeedLotRow,
    thresholds: &Thresholds,
) -> Result<Lot, Problem> {
    let level = thresholds.share(SettingName::Confidence);
    let tests = query::tests(conn, &can.reach(), row.id, level).await?;
    let store = query::store(conn, &can.reach(), &row).await?;
    let count = |n: i32| u32::try_from(n).unwrap_or_default();
    Ok(Lot {
        taxon: row.taxon.name.or(row.taxon.cited_name).unwrap_or_default(),
        received: row.packaging_date.unwrap_or(row.meta_create_date.date_naive()),
        longevity: row.longevity.map(|known| match known {
            SeedLongevity::Short => Longevity::Short,
            SeedLongevity::Long => Longevity::Long,
        }),
        seeds: row.balance_seeds.and_then(|seeds| u32::try_from(seeds).ok()),
        archive_reserve: count(row.archive_reserve),
        tests,
        store,
    })
}
