//! Rules over the whole catalogue, so that no migration forgets one, and what a
//! database administrator does to it: up, down, dump, restore.

use std::process::{Command, Stdio};

use gn_exsitu::db::migrate::{self, Direction};
use gn_exsitu::dev::cluster::binaries;
use serde_json::Value;

use crate::harness::{TestApp, new_database, stage};

/// Nothing is found by the query, which names the offenders in its only column.
async fn nothing(app: &TestApp, rule: &str, query: &str) {
    let offenders: Vec<String> = app
        .value(&format!(
            "SELECT coalesce(json_agg(o ORDER BY o), '[]') FROM ({query}) AS x (o)"
        ))
        .await;
    assert!(offenders.is_empty(), "{rule}: {offenders:#?}");
}

const OURS: &str = "relnamespace = 'pr_exsitu'::regnamespace";
const DIESEL: &str = "'__diesel_schema_migrations'";

#[tokio::test]
async fn everything_says_what_it_is() {
    let app = TestApp::start().await;
    nothing(
        &app,
        "tables and views without a comment",
        &format!(
            "SELECT relname FROM pg_class WHERE {OURS} AND relkind IN ('r', 'v', 'm', 'p') AND relname <> {DIESEL}
             AND obj_description(oid, 'pg_class') IS NULL"
        ),
    )
    .await;
    nothing(
        &app,
        "columns without a comment",
        &format!(
            "SELECT relname || '.' || attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
             WHERE {OURS} AND relkind IN ('r', 'v', 'm', 'p') AND relname <> {DIESEL} AND attnum > 0 AND NOT attisdropped
             AND col_description(attrelid, attnum) IS NULL"
        ),
    )
    .await;
    nothing(
        &app,
        "functions without a comment",
        "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pr_exsitu'::regnamespace
         AND obj_description(oid, 'pg_proc') IS NULL",
    )
    .await;
}

#[tokio::test]
async fn keys_and_laws_are_as_the_house_wants_them() {
    let app = TestApp::start().await;
    nothing(
        &app,
        "foreign keys whose columns do not lead an index",
        "SELECT conrelid::regclass || '.' || conname FROM pg_constraint c
         WHERE contype = 'f' AND connamespace = 'pr_exsitu'::regnamespace AND NOT EXISTS (
           SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indisvalid AND i.indpred IS NULL
           AND (SELECT array_agg(k ORDER BY k) FROM unnest((i.indkey::smallint[])[0:cardinality(c.conkey) - 1]) k)
             = (SELECT array_agg(k ORDER BY k) FROM unnest(c.conkey) k))",
    )
    .await;
    nothing(
        &app,
        "deferrable constraints and triggers",
        "SELECT conname::text FROM pg_constraint WHERE connamespace = 'pr_exsitu'::regnamespace AND condeferrable
         UNION ALL SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
         WHERE c.relnamespace = 'pr_exsitu'::regnamespace AND tgdeferrable",
    )
    .await;
    nothing(
        &app,
        "keys to the host that do not follow it",
        "SELECT conrelid::regclass || '.' || conname FROM pg_constraint JOIN pg_class t ON t.oid = confrelid
         WHERE contype = 'f' AND connamespace = 'pr_exsitu'::regnamespace
         AND t.relnamespace <> 'pr_exsitu'::regnamespace AND confupdtype <> 'c'",
    )
    .await;
    nothing(
        &app,
        "nomenclatures that are not checked to be of their type",
        &format!(
            "SELECT relname || '.' || attname FROM pg_class c JOIN pg_attribute ON attrelid = c.oid
             WHERE {OURS} AND relkind = 'r' AND attname LIKE 'id_nomenclature%' AND NOT attisdropped AND NOT EXISTS (
               SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND contype = 'c' AND attnum = ANY (conkey)
               AND pg_get_constraintdef(k.oid) LIKE '%check_nomenclature_type_by_mnemonique(' || attname || ',%')"
        ),
    )
    .await;
    // A dump is restored table by table: a check that reads another one must not be checked then.
    nothing(
        &app,
        "valid checks that call the host",
        "SELECT conname FROM pg_constraint k WHERE contype = 'c' AND connamespace = 'pr_exsitu'::regnamespace AND convalidated
         AND EXISTS (SELECT FROM pg_depend d JOIN pg_proc p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid
           WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid
           AND p.pronamespace NOT IN ('pr_exsitu'::regnamespace, 'public'::regnamespace, 'pg_catalog'::regnamespace))",
    )
    .await;
}

#[tokio::test]
async fn functions_and_views_stand_on_their_own() {
    let app = TestApp::start().await;
    nothing(
        &app,
        "functions that trust the caller's search_path",
        "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pr_exsitu'::regnamespace AND NOT EXISTS (
           SELECT FROM unnest(proconfig) setting WHERE setting LIKE 'search_path=%')",
    )
    .await;
    nothing(
        &app,
        "views of ours on views of the host, whose upgrades drop them",
        "SELECT DISTINCT v.relname || ' on ' || h.oid::regclass FROM pg_class v JOIN pg_rewrite r ON r.ev_class = v.oid
         JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
         JOIN pg_class h ON h.oid = d.refobjid
         WHERE v.relnamespace = 'pr_exsitu'::regnamespace AND h.relnamespace <> 'pr_exsitu'::regnamespace AND h.relkind IN ('v', 'm')",
    )
    .await;
}

#[tokio::test]
async fn records_have_versions_and_a_history() {
    let app = TestApp::start().await;
    nothing(
        &app,
        "tables whose versions are not counted",
        &format!(
            "SELECT relname FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attname = 'version' WHERE {OURS}
             AND relkind = 'r' AND relname <> {DIESEL} AND NOT EXISTS (
               SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'touch' AND tgenabled = 'O')"
        ),
    )
    .await;
    // Those that are made from the others, or that say themselves who did what.
    nothing(
        &app,
        "tables whose writes leave no history",
        &format!(
            "SELECT relname FROM pg_class c WHERE {OURS} AND relkind = 'r' AND relname NOT IN ({DIESEL}, 't_history',
               't_place_moves', 't_idempotency_keys', 't_code_counters', 't_stock_balances', 't_replicate_tallies', 't_cultivation_tallies', 'cor_harvest_areas')
             AND (SELECT count(*) FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled = 'O'
                  AND tgname IN ('history_insert', 'history_update', 'history_delete')) <> 3"
        ),
    )
    .await;
}

const LEDGERS: [&str; 7] = [
    "t_history",
    "t_stock_movements",
    "t_counts",
    "t_count_classes",
    "t_place_moves",
    "t_cultivation_events",
    "t_exit_follow_ups",
];

#[tokio::test]
async fn the_service_neither_changes_nor_deletes_a_line_of_a_ledger() {
    let app = TestApp::start().await;
    for ledger in LEDGERS {
        for order in [
            "UPDATE {} SET uuid = uuid",
            "DELETE FROM {}",
            "TRUNCATE {} CASCADE",
        ] {
            let order = order.replace("{}", &format!("pr_exsitu.{ledger}"));
            let refusal = app.refusal(&format!("SET ROLE gn_exsitu; {order}")).await;
            assert_eq!(
                refusal,
                format!("permission denied for table {ledger}"),
                "{order}"
            );
        }
    }
    nothing(
        &app,
        "what the service might write although the database makes it",
        "SELECT t || ' ' || p FROM unnest(ARRAY['t_stock_balances', 't_replicate_tallies', 't_cultivation_tallies', 't_code_counters',
           '__diesel_schema_migrations']) t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
         WHERE has_table_privilege('gn_exsitu', 'pr_exsitu.' || t, p)",
    )
    .await;
    nothing(
        &app,
        "what the service might change in the host",
        "SELECT c.oid::regclass || ' ' || p FROM pg_class c, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
         WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT IN ('pr_exsitu', 'pg_catalog', 'information_schema')
         AND has_table_privilege('gn_exsitu', c.oid, p)",
    )
    .await;
    nothing(
        &app,
        "what the service owns or may make",
        "SELECT relname FROM pg_class WHERE relowner = 'gn_exsitu'::regrole
         UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND has_schema_privilege('gn_exsitu', oid, 'CREATE')
         UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'gn_exsitu' AND (rolsuper OR rolcreatedb OR rolcreaterole)",
    )
    .await;
}

#[tokio::test]
async fn even_the_owner_only_appends() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    let site = app.place(1).await;
    let (place, site) = (lot.place.id, site.id);
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET id_parent = {site} WHERE id_place = {place}"
    ))
    .await;
    for ledger in LEDGERS {
        assert_eq!(
            app.refusal(&format!("TRUNCATE pr_exsitu.{ledger} CASCADE")).await,
            "append_only"
        );
        if app
            .value::<i32>(&format!("SELECT count(*) FROM pr_exsitu.{ledger}"))
            .await
            > 0
        {
            assert_eq!(
                app.refusal(&format!("UPDATE pr_exsitu.{ledger} SET uuid = uuid"))
                    .await,
                "append_only"
            );
            assert_eq!(
                app.refusal(&format!("DELETE FROM pr_exsitu.{ledger}")).await,
                "append_only"
            );
        }
    }
    nothing(
        &app,
        "ledgers whose triggers are missing",
        "SELECT t || ' ' || g FROM unnest(ARRAY['t_history', 't_stock_movements', 't_counts', 't_count_classes', 't_place_moves']) t,
           unnest(ARRAY['append_only', 'append_only_truncate']) g
         WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = ('pr_exsitu.' || t)::regclass AND tgname = g AND tgenabled = 'O')",
    )
    .await;
}

/// What a tool of the server writes, without the key that it draws at random.
fn run(tool: &str, arguments: &[&str], input: Stdio) -> Vec<u8> {
    let mut command = Command::new(binaries().unwrap().join(tool));
    let done = command.args(arguments).stdin(input).output().unwrap();
    assert!(
        done.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    done.stdout
}

fn structure(url: &str, which: [&str; 2]) -> String {
    let arguments = ["--schema-only", "--no-privileges", which[0], which[1], url];
    let dump = String::from_utf8(run("pg_dump", &arguments, Stdio::null())).unwrap();
    // Sorted: pg_dump writes what depends on nothing in an order that may change.
    let kept = |line: &&str| !line.starts_with("\\restrict") && !line.starts_with("\\unrestrict");
    let mut lines: Vec<_> = dump.lines().filter(kept).collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// Goes on when two dumps say the same, and tells their differences otherwise.
fn same(what: &str, now: &str, before: &str) {
    let lines = |one: &str, other: &str| -> Vec<String> {
        one.lines()
            .filter(|line| !other.lines().any(|l| l == *line))
            .map(str::to_owned)
            .collect()
    };
    assert!(
        now == before,
        "{what}: more {:#?}, less {:#?}",
        lines(now, before),
        lines(before, now)
    );
}

/// Rows of every table, by name.
async fn counts(app: &TestApp, schemas: &str) -> Value {
    app.value(&format!(
        "SELECT json_object_agg(oid::regclass, (xpath('//c/text()', query_to_xml('SELECT count(*) AS c FROM ' || oid::regclass, true, true, '')))[1]::text)
         FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text {schemas}"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn migrations_go_down_and_up_again_without_a_trace() {
    let app = TestApp::start().await;
    let url = stage().await.cluster.url(&app.database);
    const HOST: &str = "NOT IN ('pr_exsitu', 'pg_catalog', 'information_schema')";
    let (ours, host, rows) = (
        structure(&url, ["-n", "pr_exsitu"]),
        structure(&url, ["-N", "pr_exsitu"]),
        counts(&app, HOST).await,
    );
    assert!(ours.contains("t_partners") && host.contains("taxref") && !host.contains("pr_exsitu"));

    let steps = migrate::run(&url, Direction::Down(None)).await.unwrap();
    assert!(steps.iter().all(|step| !step.applied));
    nothing(
        &app,
        "left by the way down",
        &format!("SELECT relname FROM pg_class WHERE {OURS} AND relkind <> 'i' AND relname <> {DIESEL}"),
    )
    .await;
    nothing(
        &app,
        "left by the way down",
        "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pr_exsitu'::regnamespace",
    )
    .await;
    same(
        "the way down changes the host",
        &structure(&url, ["-N", "pr_exsitu"]),
        &host,
    );

    let steps = migrate::run(&url, Direction::Up).await.unwrap();
    assert!(steps.iter().all(|step| step.applied));
    same(
        "up, down and up is not up",
        &structure(&url, ["-n", "pr_exsitu"]),
        &ours,
    );
    same(
        "the way up changes the host",
        &structure(&url, ["-N", "pr_exsitu"]),
        &host,
    );
    assert_eq!(counts(&app, HOST).await, rows, "migrations write in the host");
    nothing(
        &app,
        "settings of the database",
        "SELECT setconfig::text FROM pg_db_role_setting",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_of_the_whole_database_is_restored() {
    let app = TestApp::demo().await;
    app.lot(100).await;
    let cluster = &stage().await.cluster;
    let dump = std::env::temp_dir().join(format!("{}.dump", app.database));
    let file = dump.to_str().unwrap();
    run(
        "pg_dump",
        &["--format=custom", "--file", file, &cluster.url(&app.database)],
        Stdio::null(),
    );
    let restored = new_database("template0").await;
    run(
        "pg_restore",
        &["--exit-on-error", "--dbname", &cluster.url(&restored), file],
        Stdio::null(),
    );
    std::fs::remove_file(&dump).unwrap();

    let copy = TestApp::of_database(restored).await;
    const ALL: &str = "NOT IN ('pg_catalog', 'information_schema')";
    assert_eq!(counts(&copy, ALL).await, counts(&app, ALL).await);
    assert!(
        copy.value::<i32>("SELECT count(*) FROM pr_exsitu.t_seed_lots")
            .await
            > 0
    );
    copy.user("responsable").get("/v1/partners").await.expect(200);
    copy.lot(10).await;
}

/// `module::test` in the table of the laws names a test that exists.
#[test]
fn the_laws_name_their_tests() {
    let table = include_str!("../../docs/data-model.md");
    let laws: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| ") && line.chars().nth(2).unwrap().is_ascii_digit())
        .collect();
    assert!(!laws.is_empty());
    for law in laws {
        let tests = law.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        for test in tests.split('`').filter(|part| part.contains("::")) {
            let (module, name) = test.split_once("::").unwrap();
            let path = format!("{}/tests/api/{module}.rs", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            assert!(text.contains(&format!("fn {name}(")), "{test}");
        }
    }
}
