//! Routes of the results.

use actix_web::{get, web};
use uuid::Uuid;

use super::compute::{Dish, Subject, results};
use super::model::{Results, SeedTestResults};
use super::query::{self, Owners};
use crate::app::App;
use crate::auth::{Can, Read};
use crate::db;
use crate::error::Problem;
use crate::replicates::Owner;
use crate::science::interval::verdict;
use crate::seed_tests;
use crate::seed_tests::model::TestKind;
use crate::settings::model::SettingName;
use crate::{openapi, settings, sowings, treatment_steps};

/// Read the results of a sowing
///
/// Computed from its counts by the thresholds of your organisation; a figure that cannot be known
/// is null, and `missing` says why.
#[utoipa::path(tag = "sowings", params(("uuid" = Uuid, Path, description = "Identifier of the sowing.")), responses(
    (status = 200, description = "Its indices, curves, intervals and verdicts.", body = Results),
    openapi::ReadProblems,
))]
#[get("/sowings/{uuid}/results")]
pub async fn read_sowing_results(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Results>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, ..) = sowings::query::find(&mut conn, *uuid, &can.reads(), &can.reach()).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let treated = treatment_steps::query::first_day(&mut conn, Owner::Sowing(row.id)).await?;
    let mut found = query::dishes(&mut conn, Owners::Sowings(&[row.id])).await?;
    let mut dishes = found.remove(&row.id).unwrap_or_default();
    if !row.is_counted_seeds() {
        dishes.iter_mut().for_each(without_denominator);
    }
    let subject = Subject {
        started: row.sowing_date,
        treated,
        dishes,
    };
    Ok(web::Json(results(&subject, &thresholds)))
}

/// What was sown was not counted, or not in seeds: it is no denominator.
fn without_denominator(dish: &mut Dish) {
    dish.sown = None;
}

/// Read the results of a test
///
/// Computed from its counts by the thresholds of your organisation; a figure that cannot be known
/// is null, and `missing` says why.
#[utoipa::path(tag = "seed-tests", params(("uuid" = Uuid, Path, description = "Identifier of the test.")), responses(
    (status = 200, description = "Its indices, curves, intervals and verdicts.", body = SeedTestResults),
    openapi::ReadProblems,
))]
#[get("/seed-tests/{uuid}/results")]
pub async fn read_seed_test_results(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<SeedTestResults>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, ..) = seed_tests::query::find(&mut conn, *uuid, &can.reads(), &can.reach()).await?;
    let thresholds = settings::query::thresholds(&mut conn, can.user.id_organism).await?;
    let treated = treatment_steps::query::first_day(&mut conn, Owner::SeedTest(row.id)).await?;
    let mut found = query::dishes(&mut conn, Owners::SeedTests(&[row.id])).await?;
    let dishes = found.remove(&row.id).unwrap_or_default();
    let subject = Subject {
        started: row.date_start,
        treated,
        dishes: germinating(row.kind, dishes),
    };
    let level = thresholds.share(SettingName::Confidence);
    let viable = query::examined(&row).viable(level);
    let viable_verdict = viable.as_ref().ok().and_then(|found| {
        let threshold = thresholds.share(SettingName::InitialViability);
        verdict(found.count, found.of, threshold, level).ok()
    });
    Ok(web::Json(SeedTestResults {
        results: results(&subject, &thresholds),
        viable: viable.ok(),
        viable_reason: viable.err(),
        viable_verdict,
    }))
}

/// Nothing germinates in the other tests: their counts have no course.
fn germinating(kind: TestKind, dishes: Vec<Dish>) -> Vec<Dish> {
    match kind {
        TestKind::Germination => dishes,
        _ => Vec::new(),
    }
}
