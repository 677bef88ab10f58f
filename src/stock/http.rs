//! Routes of the ledger: nothing here changes or deletes a line.

use actix_web::{HttpResponse, get, post, web};
use bigdecimal::BigDecimal;
use uuid::Uuid;

use super::ledger::{Act, Taking};
use super::model::{
    LedgerLine, Movement, MovementFilters, MovementKind, NewLeg, NewMovement, NewStockTake, NewTransfer,
    Operation, Reversal,
};
use super::{query, rules};
use crate::app::App;
use crate::auth::{Can, Read, Update};
use crate::db;
use crate::error::{Problem, table};
use crate::host::known;
use crate::http::{Listing, Page, PageRequest, Reply, Valid, ValidQuery, Writer};
use crate::permits::model::PermitUnit;
use crate::{openapi, permits};

/// List stock movements
#[utoipa::path(tag = "stock-movements", params(MovementFilters), responses(
    (status = 200, description = "A page of movements of the lots you may read.", body = Page<Movement>),
    openapi::ListProblems,
))]
#[get("/stock-movements")]
pub async fn list_stock_movements(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<MovementFilters>,
) -> Result<web::Json<Page<Movement>>, Problem> {
    let asked = PageRequest {
        sort: Some(filters.sort.as_deref().unwrap_or("-date")),
        cursor: filters.cursor.as_deref(),
        limit: filters.limit,
        count: filters.count.unwrap_or_default(),
    };
    let listing = Listing::read(asked, query::SORTS, "id")?;
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        query::list(&mut conn, &can.reach(), &filters, &listing).await?,
    ))
}

/// Read a stock movement
#[utoipa::path(tag = "stock-movements", params(("uuid" = Uuid, Path, description = "Identifier of the movement.")), responses(
    (status = 200, description = "The movement.", body = Movement),
    openapi::ReadProblems,
))]
#[get("/stock-movements/{uuid}")]
pub async fn read_stock_movement(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Movement>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    query::find(&mut conn, *uuid, &can.reach()).await.map(web::Json)
}

/// Ledger of a seed lot
///
/// Every movement of the lot, the last first, with what was in its place after it.
#[utoipa::path(tag = "stock-movements", params(("uuid" = Uuid, Path, description = "Identifier of the lot.")), responses(
    (status = 200, description = "The lines of the ledger.", body = Vec<LedgerLine>),
    openapi::ReadProblems,
))]
#[get("/seed-lots/{uuid}/ledger")]
pub async fn read_seed_lot_ledger(
    app: App,
    can: Can<Read>,
    uuid: web::Path<Uuid>,
) -> Result<web::Json<Vec<LedgerLine>>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    let lot = query::lot(&mut conn, *uuid, &can.reach(), "")
        .await
        .map_err(|_| Problem::not_found())?;
    Ok(web::Json(query::ledger_lines(&mut conn, lot.id).await?))
}

/// Move seeds in or out
///
/// Needs U on the lot. A counted balance is never overdrawn; an estimated one is corrected once
/// `confirm_overdraw` is true. What a sowing or a test takes is written by them.
#[utoipa::path(tag = "stock-movements", request_body = NewMovement, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The legs written.", body = Operation, headers(("Location" = String, description = "Where the movement is."))),
    openapi::CreateProblems,
))]
#[post("/stock-movements")]
pub async fn create_stock_movement(
    can: Can<Update>,
    write: Writer,
    body: Valid<NewMovement>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let date = new.effective_date.unwrap_or_else(|| cx.today());
            rules::not_in_future(date, cx.today(), "/effective_date")?;
            let lot = writable_lot(conn, &can, new.lot).await?;
            let id_place = query::place(conn, new.place, &can.reads(), "/place").await?;
            let id_partner = query::maybe_partner(conn, new.partner, &can.reads()).await?;
            known::roles(conn, new.id_actor.as_slice(), |_| "/id_actor".to_owned()).await?;
            let ledger = query::lock(conn, &lot).await?;
            let (uuid, act) = (
                new.uuid.unwrap_or_else(Uuid::new_v4),
                act(&can, &new, date, id_partner),
            );
            let taking = taking(&new, uuid, id_place, lot.may_override)?;
            let mut legs = match (new.kind.is_entry(), new.takes_all) {
                (true, _) => ledger.enter(&act, taking),
                (false, true) => ledger.take_all(&act, taking),
                (false, false) => ledger.take(&act, taking),
            }?;
            if let Some(leg) = legs.iter_mut().find(|leg| leg.uuid == uuid) {
                cite_permit(conn, &can, &new, &lot, leg).await?;
            }
            query::insert(conn, &legs).await?;
            answer(conn, &cx, act.operation, uuid).await
        })
        .await
}

/// Seeds of a protected taxon leave under a permit that allows it, or with a reason.
async fn cite_permit(
    conn: &mut diesel_async::AsyncPgConnection,
    can: &Can<Update>,
    new: &NewMovement,
    lot: &query::Lot,
    leg: &mut NewLeg,
) -> Result<(), Problem> {
    if !new.kind.leaves() {
        return match (new.permit, &new.permit_waiver) {
            (None, None) => Ok(()),
            (Some(_), _) => Err(Problem::law("/permit", "not_given_together")),
            _ => Err(Problem::law("/permit_waiver", "not_given_together")),
        };
    }
    leg.id_permit = permits::query::cited(conn, new.permit, &can.reads(), "/permit").await?;
    leg.permit_waiver.clone_from(&new.permit_waiver);
    if leg.permit_waiver.is_some() {
        return lot
            .may_override
            .then_some(())
            .ok_or_else(|| Problem::forbidden('V'));
    }
    let seeds = leg.seeds.map(|seeds| BigDecimal::from(-seeds));
    let grams = leg.mass_g.clone().map(|mass| -mass);
    let amounts = vec![(PermitUnit::Seed, seeds), (PermitUnit::Gram, grams)];
    let act = permits::rules::Act {
        date: leg.effective_date,
        amounts,
    };
    permits::query::allow(conn, leg.id_permit, lot.id_material, &act, "/permit").await
}

/// The act of a movement written by hand.
fn act(can: &Can<Update>, new: &NewMovement, date: chrono::NaiveDate, id_partner: Option<i32>) -> Act {
    Act {
        operation: Uuid::new_v4(),
        date,
        id_digitiser: can.user.id_role,
        id_actor: new.id_actor,
        actor_text: new.actor_text.clone(),
        id_partner,
        cause: None,
        reason: new.reason.clone(),
    }
}

fn taking(new: &NewMovement, uuid: Uuid, id_place: i32, may_override: bool) -> Result<Taking, Problem> {
    if !new.kind.is_by_hand() {
        return Err(Problem::field("/kind", "not_by_hand"));
    }
    if new.takes_all && (new.kind.is_entry() || new.seeds.is_some()) {
        return Err(Problem::law("/takes_all", "not_given_together"));
    }
    if !new.takes_all {
        rules::basis_agrees(new.seeds, new.basis)?;
    }
    Ok(Taking {
        uuid,
        id_place,
        kind: new.kind,
        seeds: new.seeds,
        basis: new.basis,
        mass_g: new.mass_g.clone(),
        confirmed: new.confirm_overdraw,
        override_reason: new.reserve_override_reason.clone(),
        may_override,
    })
}

/// Transfer seeds between two places
///
/// Needs U on the lot. Two legs that sum to nothing: the balance of the lot does not change.
#[utoipa::path(tag = "stock-movements", request_body = NewTransfer, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The legs written.", body = Operation, headers(("Location" = String, description = "Where the first leg is."))),
    openapi::CreateProblems,
))]
#[post("/stock-movements/transfers")]
pub async fn create_stock_transfer(
    can: Can<Update>,
    write: Writer,
    body: Valid<NewTransfer>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let date = new.effective_date.unwrap_or_else(|| cx.today());
            rules::not_in_future(date, cx.today(), "/effective_date")?;
            let lot = writable_lot(conn, &can, new.lot).await?;
            let from = query::place(conn, new.from, &can.reads(), "/from").await?;
            let to = query::place(conn, new.to, &can.reads(), "/to").await?;
            let act = Act {
                reason: new.reason.clone(),
                ..plain_act(&can, date)
            };
            let ledger = query::lock(conn, &lot).await?;
            let mass = query::mass_in(conn, lot.id, from).await?;
            let legs = ledger.transfer(&act, from, to, new.seeds, mass)?;
            query::insert(conn, &legs).await?;
            let first = legs.first().map_or(act.operation, |leg| leg.uuid);
            answer(conn, &cx, act.operation, first).await
        })
        .await
}

/// Take stock
///
/// Needs U on the lot. What was found becomes the balance: the correction is computed, and nothing
/// can be dated before it any more.
#[utoipa::path(tag = "stock-movements", request_body = NewStockTake, params(openapi::IdempotencyKey), responses(
    (status = 201, description = "The legs written.", body = Operation, headers(("Location" = String, description = "Where the correction is."))),
    openapi::CreateProblems,
))]
#[post("/stock-movements/stock-takes")]
pub async fn create_stock_take(
    can: Can<Update>,
    write: Writer,
    body: Valid<NewStockTake>,
) -> Result<HttpResponse, Problem> {
    let (new, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let date = new.effective_date.unwrap_or_else(|| cx.today());
            rules::not_in_future(date, cx.today(), "/effective_date")?;
            let lot = writable_lot(conn, &can, new.lot).await?;
            let id_place = query::place(conn, new.place, &can.reads(), "/place").await?;
            let act = Act {
                reason: new.reason.clone(),
                ..plain_act(&can, date)
            };
            let uuid = Uuid::new_v4();
            let ledger = query::lock(conn, &lot).await?;
            let legs = ledger.stock_take(&act, uuid, id_place, new.observed_seeds, new.basis)?;
            query::insert(conn, &legs).await?;
            answer(conn, &cx, act.operation, uuid).await
        })
        .await
}

/// Reverse a movement
///
/// Needs U on the lot. The whole act it belongs to is reversed, once, at its original date; what
/// belongs to a sowing or a test is reversed through it.
#[utoipa::path(tag = "stock-movements", request_body = Reversal, params(("uuid" = Uuid, Path, description = "Identifier of the movement."), openapi::IdempotencyKey), responses(
    (status = 201, description = "The legs written.", body = Operation, headers(("Location" = String, description = "Where the reversal is."))),
    openapi::AppendProblems,
))]
#[post("/stock-movements/{uuid}/reversal")]
pub async fn reverse_stock_movement(
    can: Can<Update>,
    write: Writer,
    uuid: web::Path<Uuid>,
    body: Valid<Reversal>,
) -> Result<HttpResponse, Problem> {
    let (reversal, digest) = body.into_parts();
    let cx = write.clone();
    write
        .post(digest, async move |conn| {
            let movement = query::find(conn, *uuid, &can.reads()).await?;
            let lot = writable_lot(conn, &can, movement.lot.uuid).await?;
            if movement.reversed_by.is_some() || movement.kind == MovementKind::Reversal {
                return Err(Problem::new(table::MOVEMENT_REVERSED));
            }
            if let Some(cause) = movement.cause {
                return Err(Problem::new(table::MOVEMENT_HAS_CAUSE).with("cause", cause.kind));
            }
            query::lock(conn, &lot).await?;
            let done =
                query::reverse(conn, movement.operation, Some(&reversal.reason), can.user.id_role).await?;
            answer(conn, &cx, done, *uuid).await
        })
        .await
}

fn plain_act(can: &Can<Update>, date: chrono::NaiveDate) -> Act {
    Act {
        operation: Uuid::new_v4(),
        date,
        id_digitiser: can.user.id_role,
        id_actor: None,
        actor_text: None,
        id_partner: None,
        cause: None,
        reason: None,
    }
}

async fn writable_lot(
    conn: &mut diesel_async::AsyncPgConnection,
    can: &Can<Update>,
    uuid: Uuid,
) -> Result<query::Lot, Problem> {
    let lot = query::lot(conn, uuid, &can.reach(), "/lot").await?;
    can.check(lot.is_reached)?;
    if lot.archived_at.is_some() {
        Err(Problem::new(table::ARCHIVED).at("/lot"))
    } else {
        Ok(lot)
    }
}

async fn answer(
    conn: &mut diesel_async::AsyncPgConnection,
    cx: &Writer,
    operation: Uuid,
    shown: Uuid,
) -> Result<Reply, Problem> {
    let movements = query::of_operation(conn, operation).await?;
    Ok(Reply::appended(
        cx.link(&format!("/stock-movements/{shown}")),
        Operation { operation, movements },
    ))
}
