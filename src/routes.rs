//! The one list of routes: it yields the app and the OpenAPI document.

use actix_web::web;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    auth, counts, cultivation_events, cultivations, dryings, exits, harvests, humidity_checks,
    humidity_rounds, itineraries, lineage, materials, partners, permits, places, protected_taxa, receptions,
    referentials, replicates, results, seed_lots, seed_tests, server, settings, sowings, stock, storage,
    survival, treatment_steps, ui, viability,
};

/// Outside `/v1`: no token is read here.
pub fn open(cfg: &mut ServiceConfig) {
    cfg.service(server::live)
        .service(server::ready)
        .service(auth::http::login)
        .service(ui::http::read_page_settings);
}

/// Under `/v1`: every handler says its right in its signature.
pub fn v1(cfg: &mut ServiceConfig) {
    cfg.service(auth::http::read_me);
    // thresholds
    cfg.service(settings::http::list_settings)
        .service(settings::http::read_setting)
        .service(settings::http::update_setting)
        .service(settings::http::delete_setting);
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
    cfg.service(seed_lots::http::list_seed_lots)
        .service(seed_lots::http::create_seed_lot)
        .service(seed_lots::http::read_seed_lot)
        .service(seed_lots::http::update_seed_lot)
        .service(seed_lots::http::delete_seed_lot)
        .service(seed_lots::http::read_seed_lot_history)
        .service(viability::http::read_seed_lot_viability)
        .service(viability::http::read_sowing_size)
        .service(seed_lots::weighings::http::list_weighings)
        .service(seed_lots::weighings::http::create_weighing)
        .service(seed_lots::weighings::http::read_weighing)
        .service(seed_lots::weighings::http::update_weighing)
        .service(seed_lots::weighings::http::delete_weighing);

    // humidity, storage
    cfg.service(humidity_checks::http::list_humidity_checks)
        .service(humidity_checks::http::create_humidity_check)
        .service(humidity_checks::http::read_humidity_check)
        .service(humidity_checks::http::update_humidity_check)
        .service(humidity_checks::http::delete_humidity_check)
        .service(humidity_rounds::http::read_humidity_round)
        .service(humidity_rounds::http::create_humidity_round)
        .service(storage::http::read_conditions)
        .service(dryings::http::create_drying)
        .service(dryings::http::read_drying)
        .service(dryings::http::update_drying)
        .service(dryings::http::delete_drying);

    // stock movements
    cfg.service(stock::http::read_seed_lot_ledger)
        .service(stock::http::list_stock_movements)
        .service(stock::http::create_stock_transfer)
        .service(stock::http::create_stock_take)
        .service(stock::http::create_stock_movement)
        .service(stock::http::read_stock_movement)
        .service(stock::http::reverse_stock_movement);

    // sowings and their parts
    cfg.service(sowings::http::list_sowings)
        .service(sowings::http::create_sowing)
        .service(sowings::http::read_sowing)
        .service(sowings::http::update_sowing)
        .service(sowings::http::delete_sowing)
        .service(sowings::http::read_sowing_history)
        .service(sowings::http::change_sowing_state)
        .service(replicates::http::list_replicates)
        .service(replicates::http::create_replicate)
        .service(replicates::http::read_replicate)
        .service(replicates::http::update_replicate)
        .service(replicates::http::delete_replicate)
        .service(treatment_steps::http::list_treatment_steps)
        .service(treatment_steps::http::create_treatment_step)
        .service(treatment_steps::http::read_treatment_step)
        .service(treatment_steps::http::update_treatment_step)
        .service(treatment_steps::http::delete_treatment_step)
        .service(counts::http::list_counts)
        .service(counts::http::create_counts)
        .service(counts::http::read_count)
        .service(counts::http::reverse_count)
        .service(results::http::read_sowing_results)
        .service(itineraries::http::read_itineraries);

    // seed tests and their parts
    cfg.service(seed_tests::http::list_seed_tests)
        .service(seed_tests::http::create_seed_test)
        .service(seed_tests::http::read_seed_test)
        .service(seed_tests::http::update_seed_test)
        .service(seed_tests::http::delete_seed_test)
        .service(seed_tests::http::read_seed_test_history)
        .service(seed_tests::http::change_seed_test_state)
        .service(replicates::seed_tests::list_seed_test_replicates)
        .service(replicates::seed_tests::create_seed_test_replicate)
        .service(replicates::seed_tests::read_seed_test_replicate)
        .service(replicates::seed_tests::update_seed_test_replicate)
        .service(replicates::seed_tests::delete_seed_test_replicate)
        .service(treatment_steps::seed_tests::list_seed_test_treatment_steps)
        .service(treatment_steps::seed_tests::create_seed_test_treatment_step)
        .service(treatment_steps::seed_tests::read_seed_test_treatment_step)
        .service(treatment_steps::seed_tests::update_seed_test_treatment_step)
        .service(treatment_steps::seed_tests::delete_seed_test_treatment_step)
        .service(counts::seed_tests::list_seed_test_counts)
        .service(counts::seed_tests::create_seed_test_counts)
        .service(counts::seed_tests::read_seed_test_count)
        .service(counts::seed_tests::reverse_seed_test_count)
        .service(results::http::read_seed_test_results);

    // filiation
    cfg.service(lineage::http::read_lineage);
    // cultivations and their events
    cfg.service(cultivations::http::list_cultivations)
        .service(cultivations::http::create_cultivation)
        .service(cultivation_events::http::create_grouped_events)
        .service(cultivations::http::read_cultivation)
        .service(cultivations::http::update_cultivation)
        .service(cultivations::http::delete_cultivation)
        .service(cultivations::http::read_cultivation_history)
        .service(cultivation_events::http::list_cultivation_events)
        .service(cultivation_events::http::create_cultivation_event)
        .service(cultivation_events::http::read_cultivation_event)
        .service(cultivation_events::http::reverse_cultivation_event);

    // permits, exits
    cfg.service(permits::http::list_permits)
        .service(permits::http::create_permit)
        .service(permits::http::read_permit)
        .service(permits::http::update_permit)
        .service(permits::http::delete_permit)
        .service(permits::http::read_permit_history)
        .service(protected_taxa::http::read_protection)
        .service(protected_taxa::http::list_protected_taxa)
        .service(protected_taxa::http::create_protected_taxon)
        .service(protected_taxa::http::read_protected_taxon)
        .service(protected_taxa::http::delete_protected_taxon)
        .service(exits::http::list_exits)
        .service(exits::http::read_exit)
        .service(exits::follow_ups::list_follow_ups)
        .service(exits::follow_ups::create_follow_up)
        .service(exits::follow_ups::read_follow_up)
        .service(exits::follow_ups::reverse_follow_up)
        .service(survival::http::read_cultivation_survival)
        .service(survival::http::read_exit_survival)
        .service(survival::http::read_taxon_survival);
}

/// Bodies larger than this are refused.
#[must_use]
pub fn payload_limit() -> web::PayloadConfig {
    web::PayloadConfig::new(2 * 1024 * 1024)
}
