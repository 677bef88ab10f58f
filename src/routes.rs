//! The one list of routes: it yields the app and the OpenAPI document.

use actix_web::web;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{auth, partners, places, referentials, server};

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

    // places, referentials
    cfg.service(places::http::list_places)
        .service(places::http::create_place)
        .service(places::http::read_place_tree)
        .service(places::http::read_place)
        .service(places::http::update_place)
        .service(places::http::delete_place)
        .service(places::http::read_place_history)
        .service(places::http::list_place_moves)
        .service(places::http::list_place_contents)
        .service(referentials::http::search_taxa)
        .service(referentials::http::read_taxon)
        .service(referentials::http::list_nomenclatures)
        .service(referentials::http::search_observers)
        .service(referentials::http::search_datasets)
        .service(referentials::http::search_areas)
        .service(referentials::http::search_habitats);

    // seed lots, weighings

    // stock movements

    // sowings and their parts
}

/// Bodies larger than this are refused.
#[must_use]
pub fn payload_limit() -> web::PayloadConfig {
    web::PayloadConfig::new(2 * 1024 * 1024)
}
