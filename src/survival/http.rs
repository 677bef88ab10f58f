//! Routes of the survival.

use std::collections::HashMap;

use actix_web::{get, web};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::compute::Followed;
use super::model::{ItinerarySurvival, Survival};
use super::query::{self, Grown};
use crate::app::App;
use crate::auth::{Can, Read};
use crate::error::Problem;
use crate::host::kin;
use crate::itineraries::model::ItineraryStep;
use crate::settings::model::SettingName;
use crate::treatment_steps::model::Step;
use crate::{cultivations, db, exits, openapi, settings, treatment_steps};

/// Survival of the plants of a cultivation
#[utoipa::path(tag = "cultivations", params(("uuid" = Uuid, Path, description = "Identifier of the cultivation.")), responses(
    (status = 200, description = "Kaplan and Meier's estimate.", body = Survival),
    openapi::ReadProblems,
))]
#[get("/cultivations/{uuid}/survival")]
pub async fn read_cultivation_survival(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Survival>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let (row, ..) = cultivations::query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let level = confidence(&mut conn, &can).await?;
    let mut followed = query::in_culture(&mut conn, &[row.id]).await?;
    let followed = followed.remove(&row.id).unwrap_or_default();
    Ok(web::Json(followed.survival(level)))
}

/// Survival of released plants
///
/// From the visits to them; nothing is known before the first one.
#[utoipa::path(tag = "exits", params(("uuid" = Uuid, Path, description = "Identifier of the exit.")), responses(
    (status = 200, description = "Kaplan and Meier's estimate.", body = Survival),
    openapi::ReadProblems,
))]
#[get("/exits/{uuid}/survival")]
pub async fn read_exit_survival(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Survival>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let ((row, ..), _) = exits::query::find(&mut conn, *uuid, &can.reach(), &can.reach()).await?;
    let level = confidence(&mut conn, &can).await?;
    let visits = exits::query::visits(&mut conn, row.id).await?;
    let followed = Followed::after_release(row.quantity, row.exit_date, &visits);
    Ok(web::Json(followed.survival(level)))
}

/// Survival of a taxon by itinerary
///
/// Of the cultivations that you may read and that come from a sowing or a germination test, put
/// together by the treatments of their seeds: in culture, and after the release.
#[utoipa::path(tag = "referentials", params(("cd_nom" = i32, Path, description = "Key of the taxon in TAXREF.", minimum = 1)), responses(
    (status = 200, description = "Itineraries, that of most cultivations first.", body = Vec<ItinerarySurvival>),
    openapi::ReadProblems,
))]
#[get("/taxa/{cd_nom}/survival")]
pub async fn read_taxon_survival(
    app: App,
    can: Can<Read>,
    cd_nom: web::Path<i32>,
) -> Result<web::Json<Vec<ItinerarySurvival>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let [taxon, ..] = kin::of(&mut conn, *cd_nom).await?.keys();
    let level = confidence(&mut conn, &can).await?;
    let grown = query::of_taxon(&mut conn, &can.reach(), taxon).await?;
    let ids: Vec<i32> = grown.iter().map(|(id, ..)| *id).collect();
    let culture = query::in_culture(&mut conn, &ids).await?;
    let released = query::after_release(&mut conn, &can.reach(), &ids).await?;
    let mut found: Vec<ItinerarySurvival> = by_itinerary(&mut conn, &grown)
        .await?
        .into_iter()
        .map(|(steps, ids)| {
            let in_culture: Vec<Followed> = ids.iter().filter_map(|id| culture.get(id).cloned()).collect();
            let after = released.iter().filter(|(id, _)| ids.contains(id));
            let after: Vec<Followed> = after.map(|(_, followed)| followed.clone()).collect();
            ItinerarySurvival {
                steps,
                cultivations: u32::try_from(in_culture.len()).unwrap_or(u32::MAX),
                in_culture: Followed::together(&in_culture).survival(level),
                releases: u32::try_from(after.len()).unwrap_or(u32::MAX),
                after_release: Followed::together(&after).survival(level),
            }
        })
        .collect();
    found.sort_by_key(|itinerary| std::cmp::Reverse(itinerary.cultivations));
    Ok(web::Json(found))
}

async fn confidence(conn: &mut AsyncPgConnection, can: &Can<Read>) -> Result<f64, Problem> {
    let thresholds = settings::query::thresholds(conn, can.user.id_organism).await?;
    Ok(thresholds.share(SettingName::Confidence))
}

/// The keys of cultivations by what was done to their seeds.
async fn by_itinerary(
    conn: &mut AsyncPgConnection,
    grown: &[Grown],
) -> Result<Vec<(Vec<ItineraryStep>, Vec<i32>)>, Problem> {
    let sowings: Vec<i32> = grown.iter().filter_map(|(_, sowing, _)| *sowing).collect();
    let tests: Vec<i32> = grown.iter().filter_map(|(.., test)| *test).collect();
    let of_sowings = by_owner(treatment_steps::query::of_sowings(conn, &sowings).await?);
    let of_tests = by_owner(treatment_steps::query::of_seed_tests(conn, &tests).await?);
    let mut groups: Vec<(Vec<ItineraryStep>, Vec<i32>)> = Vec::new();
    for (id, sowing, test) in grown {
        let steps = match (sowing, test) {
            (Some(sowing), _) => of_sowings.get(sowing),
            (_, Some(test)) => of_tests.get(test),
            _ => None,
        };
        let steps = steps.cloned().unwrap_or_default();
        match groups.iter_mut().find(|(other, _)| *other == steps) {
            Some((_, ids)) => ids.push(*id),
            None => groups.push((steps, vec![*id])),
        }
    }
    Ok(groups)
}

fn by_owner(steps: Vec<(i32, Step)>) -> HashMap<i32, Vec<ItineraryStep>> {
    let mut owners: HashMap<i32, Vec<ItineraryStep>> = HashMap::new();
    for (id, step) in steps {
        owners.entry(id).or_default().push(ItineraryStep::from(&step));
    }
    owners
}
