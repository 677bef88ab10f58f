//! gn-exsitu keeps the books of wild flora outside its habitat: harvests, seed lots,
//! stock, tests, sowings and cultivations, as a module of GeoNature.
//!
//! | folder | what is in it |
//! |---|---|
//! | [`config`], [`app`], [`server`], [`routes`], [`openapi`] | how the service is set, assembled and served |
//! | [`error`] | the one table of the problems the service answers |
//! | [`auth`] | tokens, roles, rights (`Can<Action, Object>`), what a right reaches |
//! | [`http`] | extractors, pages, conditions, idempotent writes |
//! | [`codes`] | codes of the records |
//! | [`db`] | pool, migrations, pieces of SQL shared by the resources |
//! | [`schema`] | diesel's tables: ours, the host's, our views |
//! | [`host`] | every line of SQL about GeoNature's own schemas |
//! | [`science`] | pure functions, each with its source |
//! | [`ui`] | the built screens and what they start with |
//! | [`dev`] | the private cluster and the demonstration |
//! | the others | one folder a resource: `model`, `query`, `rules`, `http` |

#[macro_use]
mod macros;

pub mod app;
pub mod auth;
pub mod codes;
pub mod config;
pub mod db;
pub mod dev;
pub mod dryings;
pub mod error;
pub mod history;
pub mod host;
pub mod http;
pub mod openapi;
pub mod routes;
pub mod schema;
pub mod science;
pub mod server;
pub mod ui;

// the bench of origins
pub mod harvests;
pub mod lineage;
pub mod materials;
pub mod partners;
pub mod receptions;

// where things are, and the host's lists
pub mod places;
pub mod referentials;

// seeds in store
pub mod seed_lots;

// thresholds, and what counts say
pub mod humidity_checks;
pub mod humidity_rounds;
pub mod itineraries;
pub mod results;
pub mod settings;
pub mod viability;

// ledger, sowings and tests
pub mod counts;
pub mod replicates;
pub mod seed_tests;
pub mod sowings;
pub mod stock;
pub mod storage;
pub mod treatment_steps;

// plants
pub mod cultivation_events;
pub mod cultivations;

// what plants and seeds may leave under, and what becomes of those that left
pub mod exits;
pub mod permits;
pub mod protected_taxa;
pub mod survival;
