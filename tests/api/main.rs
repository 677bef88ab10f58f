//! The service as its clients see it: a real server, real HTTP, a real PostgreSQL.
//! One binary; one file a subject; every test has a database of its own.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that goes wrong stops there, with its line"
)]

mod harness;

mod auth;
mod counts;
mod courses;
mod cultivations;
mod faults;
mod harvests;
mod idempotency;
mod lineage;
mod materials;
mod openapi;
mod partners;
mod permits;
mod places;
mod receptions;
mod referentials;
mod results;
mod schema;
mod seed_lots;
mod seed_tests;
mod service;
mod settings;
mod sowings;
mod stage;
mod stock;
mod storage;
mod story;
mod ui;
mod viability;
mod weighings;
