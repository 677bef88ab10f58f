//! The one list of routes: it yields the app and the OpenAPI document.

use actix_web::web;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{auth, harvests, materials, partners, receptions, seed_lots, server};

/// Outside `/v1`: no token is read here.
pub fn open(cfg: &mut ServiceConfig) {
    cfg.service(server::live).service(server::ready).service(auth::http::login);
}

/// Under `/v1`: every handler says its right in its signature.
pub fn v1(cfg: &mut ServiceConfig) {
    cfg.service(auth::http::read_me);
    // partners
    cfg.service(partners::http::list_partners)
        .service(partners::http::create_partner)
        .service(partners::http::read_partner)
        .service(partners::http::update_partner)
        .service(partners::http::delete_partner)
        .service(partners::http::read_partner_history);

    // harvests, receptions, materials
    cfg.service(harvests::http::list_harvests)
        .service(harvests::http::create_harvest)
        .service(harvests::http::read_harvest)
        .service(harvests::http::update_harvest)
        .service(harvests::http::delete_harvest)
        .service(harvests::http::read_harvest_history);
    cfg.service(receptions::http::list_receptions)
        .service(receptions::http::create_reception)
        .service(receptions::http::read_reception)
        .service(receptions::http::update_reception)
        .service(receptions::http::delete_reception)
        .service(receptions::http::read_reception_history);
    cfg.service(materials::http::list_materials)
        .service(materials::http::create_material)
        .service(materials::http::read_material)
        .service(materials::http::update_material)
        .service(materials::http::delete_material)
        .service(materials::http::read_material_history);

    // places, referentials

    // seed lots, weighings
    cfg.service(seed_lots::http::list_seed_lots)
        .service(seed_lots::http::create_seed_lot)
        .service(seed_lots::http::read_seed_lot)
        .service(seed_lots::http::update_seed_lot)
        .service(seed_lots::http::delete_seed_lot)
        .service(seed_lots::http::read_seed_lot_history)
        .service(seed_lots::weighings::http::list_weighings)
        .service(seed_lots::weighings::http::create_weighing)
        .service(seed_lots::weighings::http::read_weighing)
        .service(seed_lots::weighings::http::update_weighing)
        .service(seed_lots::weighings::http::delete_weighing);

    // stock movements

    // sowings and their parts
}

/// Bodies larger than this are refused.
#[must_use]
pub fn payload_limit() -> web::PayloadConfig {
    web::PayloadConfig::new(2 * 1024 * 1024)
}
