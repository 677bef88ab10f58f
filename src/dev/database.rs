//! What is put in a database of the cluster: the host, our schema, the demonstration.

use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, embed_migrations};

use super::Cluster;
use crate::db::migrate::{self, Direction};

/// The tables of the host that we read, in our own words.
const HOST: EmbeddedMigrations = embed_migrations!("dev/host");

macro_rules! files {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("../../", $path)))),*] };
}

type Files = &'static [(&'static str, &'static str)];

const CONTENT: Files = files![
    "dev/host_content/01_organisms_users.sql",
    "dev/host_content/02_nomenclatures.sql",
    "dev/host_content/03_modules_permissions.sql",
    "dev/host_content/04_areas.sql",
    "dev/host_content/05_taxa.sql",
    "dev/host_content/06_statuses.sql",
    "dev/host_content/07_habitats.sql",
    "dev/host_content/08_metadata.sql",
    "host/register/01_module.sql",
    "host/register/02_nomenclature_types.sql",
    "host/register/03_nomenclatures.sql",
    "host/register/04_synthese_source.sql",
    "dev/host_content/90_rights.sql",
    "dev/host_content/91_module_datasets.sql",
];

const DEMO: Files = files![
    "dev/demo/00_begin.sql",
    "dev/demo/10_places_partners.sql",
    "dev/demo/15_permits.sql",
    "dev/demo/20_harvests_receptions.sql",
    "dev/demo/30_materials.sql",
    "dev/demo/40_seed_lots.sql",
    "dev/demo/50_stock.sql",
    "dev/demo/60_seed_tests.sql",
    "dev/demo/70_sowings.sql",
    "dev/demo/80_sowing_counts.sql",
    "dev/demo/82_cultivations.sql",
    "dev/demo/85_humidity.sql",
    "dev/demo/87_exits.sql",
    "dev/demo/90_end.sql",
];

/// The rights of the service's own database role.
pub const GRANTS: &str = include_str!("../db/grants.sql");

/// How many lots the demonstration has, as a real bank.
pub const USUAL_LOTS: u32 = 3481;

/// Makes a database with the host, our schema and, unless `lots` is 0, the
/// demonstration; one that is already there is only brought up to date. A database
/// half made is never seen under its name.
///
/// # Errors
/// A sentence that names the file that fails.
pub async fn make(cluster: &Cluster, name: &str, lots: u32) -> Result<(), String> {
    let mut admin = connect(&cluster.url("postgres")).await?;
    if connect(&cluster.url(name)).await.is_err() {
        let building = format!("{name}_building");
        run(
            &mut admin,
            "create",
            &format!("DROP DATABASE IF EXISTS {building}"),
        )
        .await?;
        run(&mut admin, "create", &format!("CREATE DATABASE {building}")).await?;
        fill(&cluster.url(&building), lots).await?;
        run(
            &mut admin,
            "rename",
            &format!("ALTER DATABASE {building} RENAME TO {name}"),
        )
        .await?;
    }
    let url = cluster.url(name);
    migrate::run(&url, Direction::Up).await?;
    run(&mut connect(&url).await?, "grants.sql", GRANTS).await
}

async fn fill(url: &str, lots: u32) -> Result<(), String> {
    migrate::run_in(url, "public", || HOST, Direction::Up).await?;
    let mut conn = connect(url).await?;
    apply(&mut conn, CONTENT).await?;
    migrate::run(url, Direction::Up).await?;
    run(&mut conn, "grants.sql", GRANTS).await?;
    if lots > 0 {
        run(&mut conn, "size", &format!("SET exsitu.demo_lots = '{lots}'")).await?;
        apply(&mut conn, DEMO).await?;
    }
    Ok(())
}

async fn connect(url: &str) -> Result<AsyncPgConnection, String> {
    AsyncPgConnection::establish(url).await.map_err(|e| e.to_string())
}

async fn run(conn: &mut AsyncPgConnection, what: &str, sql: &str) -> Result<(), String> {
    conn.batch_execute(sql).await.map_err(|e| format!("{what}: {e}"))
}

async fn apply(conn: &mut AsyncPgConnection, files: Files) -> Result<(), String> {
    for (name, sql) in files {
        run(conn, name, sql).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folders_is_applied_in_order() {
        for (folder, listed) in [
            ("dev/host_content", CONTENT),
            ("host/register", CONTENT),
            ("dev/demo", DEMO),
        ] {
            let mut there: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()))
                .filter(|name| name.ends_with(".sql"))
                .collect();
            there.sort();
            let listed: Vec<_> = listed
                .iter()
                .map(|(name, _)| *name)
                .filter(|n| n.starts_with(folder))
                .collect();
            assert_eq!(there, listed);
        }
    }
}
