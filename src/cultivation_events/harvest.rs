//! The loop: what is harvested on a cultivation becomes a harvest, its material, and a lot.

use bigdecimal::{BigDecimal, FromPrimitive};
use chrono::Datelike;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::acts::{Author, Common};
use super::rules;
use super::said::{EventKind, Harvest, HarvestLot};
use crate::codes::{self, CodeKind};
use crate::cultivations::model::CultivationRow;
use crate::error::Problem;
use crate::host::datasets;
use crate::host::nomenclatures::Nomenclatures;
use crate::schema::{
    cor_harvest_observers as observers, cor_material_taxa as taxa, t_cultivation_events as events,
    t_harvests as harvests, t_materials as materials, t_seed_lots as lots, t_stock_movements as movements,
};
use crate::stock::query as stock;

/// COLLSRC of the multi-crop passport descriptors: an institute, a garden, a gene bank.
const INSTITUTE: i16 = 40;
const MATERIAL: &str = "EXS_HARVEST_MATERIAL";

/// The event that tells it.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// What it was entered with.
    pub operation: Uuid,
    /// When, by whom.
    pub common: &'a Common,
    /// Pointer of what happened.
    pub at: &'a str,
}

/// Makes the harvest of an event that was written, its material, and the lot that it asks for.
///
/// # Errors
/// 409 without C on the dataset of the cultivation, for an unknown type or place; a law of the ledger.
pub async fn make(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    row: &CultivationRow,
    said: &Harvest,
    event: Event<'_>,
) -> Result<(), Problem> {
    let names = author.cx.app.nomenclatures().await?;
    let id_type = names.id(
        MATERIAL,
        &said.material_type,
        &format!("{}/material_type", event.at),
    )?;
    let creates = author.cx.user.reach('C');
    datasets::check_writable(conn, &creates, row.id_dataset).await?;
    let place = said.lot.as_ref().map(|lot| lot.place);
    let id_place = stock::maybe_place(conn, place, author.reads, &format!("{}/lot/place", event.at)).await?;
    let id_harvest = harvest(conn, author, row, &names, event).await?;
    let id_material = material(conn, author, row, said, (id_harvest, id_type), event).await?;
    if let Some((lot, id_place)) = said.lot.as_ref().zip(id_place) {
        enter(conn, author, row, lot, (id_material, id_place), event).await?;
    }
    Ok(())
}

async fn harvest(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    row: &CultivationRow,
    names: &Nomenclatures,
    event: Event<'_>,
) -> Result<i32, Problem> {
    let Event {
        common, operation, ..
    } = event;
    let id_event: i32 = events::table
        .filter(events::uuid_operation.eq(operation))
        .filter(events::id_cultivation.eq(row.id))
        .filter(events::kind.eq(EventKind::Harvest))
        .select(events::id_event)
        .first(conn)
        .await?;
    let code = codes::next(conn, CodeKind::Harvest, common.date.year()).await?;
    let id = diesel::insert_into(harvests::table)
        .values((
            harvests::code.eq(code),
            harvests::id_dataset.eq(row.id_dataset),
            harvests::id_nomenclature_harvest_type.eq(names.id("EXS_HARVEST_TYPE", "rex", event.at)?),
            harvests::date_min.eq(common.date),
            harvests::date_max.eq(common.date),
            harvests::date_precision.eq("day"),
            harvests::observers_text.eq(&common.actor_text),
            harvests::remarks.eq(&common.remarks),
            harvests::id_cultivation_event.eq(id_event),
            harvests::collecting_source.eq(INSTITUTE),
            harvests::to_synthese.eq(false),
            harvests::id_digitiser.eq(author.cx.user.id_role),
        ))
        .returning(harvests::id_harvest)
        .get_result(conn)
        .await?;
    let alone = Some(author.cx.user.id_role).filter(|_| common.actor_text.is_none());
    if let Some(role) = common.id_actor.or(alone) {
        diesel::insert_into(observers::table)
            .values((
                observers::id_harvest.eq(id),
                observers::id_role.eq(role),
                observers::is_main.eq(true),
            ))
            .execute(conn)
            .await?;
    }
    Ok(id)
}

/// Its material has the taxa of that of the cultivation; the database counts its generation.
async fn material(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    row: &CultivationRow,
    said: &Harvest,
    (id_harvest, id_type): (i32, i32),
    event: Event<'_>,
) -> Result<i32, Problem> {
    let (plants, is_generative): (Option<bool>, Option<bool>) = materials::table
        .find(row.id_material)
        .select((materials::hybridisation_risk, is_generative(id_type)))
        .first(conn)
        .await?;
    let risk = rules::hybridisation_risk(plants, row.isolation, is_generative.unwrap_or_default());
    let gave = said.mothers.iter();
    let gave = gave.filter(|m| m.seeds.is_some_and(|n| n > 0) || m.mass_g.is_some_and(|g| g > 0.0));
    let mothers = i32::try_from(gave.count()).ok().filter(|n| *n > 0);
    let given = (!said.mothers.is_empty()).then(|| serde_json::to_value(&said.mothers));
    let given = given.transpose().map_err(Problem::internal)?;
    let code = codes::next(conn, CodeKind::Material, event.common.date.year()).await?;
    let id = diesel::insert_into(materials::table)
        .values((
            materials::code.eq(code),
            materials::id_dataset.eq(row.id_dataset),
            materials::id_harvest.eq(id_harvest),
            materials::id_nomenclature_material_type.eq(id_type),
            materials::individuals_sampled.eq(mothers),
            materials::mothers.eq(given),
            materials::hybridisation_risk.eq(risk),
            materials::id_digitiser.eq(author.cx.user.id_role),
        ))
        .returning(materials::id_material)
        .get_result::<i32>(conn)
        .await?;
    let same = taxa::table.filter(taxa::id_material.eq(row.id_material));
    diesel::insert_into(taxa::table)
        .values(same.select((
            id.into_sql::<Integer>(),
            taxa::rank,
            taxa::cd_nom,
            taxa::cited_name,
        )))
        .into_columns((taxa::id_material, taxa::rank, taxa::cd_nom, taxa::cited_name))
        .execute(conn)
        .await?;
    Ok(id)
}

/// The lot, whose seeds come from the cultivation.
async fn enter(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    row: &CultivationRow,
    lot: &HarvestLot,
    (id_material, id_place): (i32, i32),
    event: Event<'_>,
) -> Result<(), Problem> {
    let id_digitiser = author.cx.user.id_role;
    let code = codes::next(conn, CodeKind::SeedLot, event.common.date.year()).await?;
    let id: i32 = diesel::insert_into(lots::table)
        .values((
            lots::code.eq(code),
            lots::id_dataset.eq(row.id_dataset),
            lots::id_material.eq(id_material),
            lots::container.eq(&lot.container),
            lots::id_digitiser.eq(id_digitiser),
        ))
        .returning(lots::id_seed_lot)
        .get_result(conn)
        .await?;
    diesel::insert_into(movements::table)
        .values((
            movements::uuid_operation.eq(event.operation),
            movements::id_seed_lot.eq(id),
            movements::id_place.eq(id_place),
            movements::kind.eq("culture_entry"),
            movements::seeds.eq(lot.seeds),
            movements::mass_g.eq(lot.mass_g.and_then(BigDecimal::from_f64)),
            movements::basis.eq(lot.basis),
            movements::effective_date.eq(event.common.date),
            movements::id_actor.eq(event.common.id_actor),
            movements::actor_text.eq(&event.common.actor_text),
            movements::cause_type.eq("cultivation"),
            movements::cause_uuid.eq(row.uuid),
            movements::id_digitiser.eq(id_digitiser),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

diesel::define_sql_function! {
    /// Seeds and spores, which are a generation on.
    #[sql_name = "pr_exsitu.is_generative"]
    fn is_generative(material_type: Integer) -> Nullable<Bool>;
}
