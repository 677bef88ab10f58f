//! How fast results are recomputed: 100 000 germination tests of four dishes counted on fourteen
//! dates, read and computed a hundred at a time on one connection and one thread.
//!
//!     cargo bench --bench recompute          # TESTS=1000 for fewer of them
//!
//! It says the tests computed by one core in a second, and the share of the time that the
//! statements take, PostgreSQL and the reading of its rows together. Figures of one machine: the
//! share is what to compare.

#![expect(clippy::print_stdout, reason = "a bench says what it found")]

use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use gn_exsitu::dev::cluster::Home;
use gn_exsitu::dev::{Cluster, database};
use gn_exsitu::results::compute::{Subject, results};
use gn_exsitu::results::query::{Owners, dishes};
use gn_exsitu::schema::v_seed_tests as tests;
use gn_exsitu::seed_tests::model::SeedTestRow;
use gn_exsitu::settings::thresholds::Thresholds;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

const LIST: usize = 100;

/// Dishes of 25 seeds, half to all of which germinate around the sixth day.
const FILL: &str = "
  SET session_replication_role = replica;
  INSERT INTO pr_exsitu.t_seed_tests (code, id_dataset, id_seed_lot, kind, state, seeds, date_start, id_digitiser)
  SELECT 'T2001_' || lpad(n::text, 6, '0'), l.id_dataset, l.id_seed_lot, 'germination', 'running', 100, pr_exsitu.today() - 14, l.id_digitiser
  FROM generate_series(1, $tests) n, (SELECT * FROM pr_exsitu.t_seed_lots ORDER BY id_seed_lot LIMIT 1) l;
  INSERT INTO pr_exsitu.t_replicates (id_seed_test, code, sown, id_digitiser)
  SELECT t.id_seed_test, c, 25, t.id_digitiser
  FROM pr_exsitu.t_seed_tests t, unnest(ARRAY['A', 'B', 'C', 'D']) c WHERE t.code LIKE 'T2001_%';
  INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, emerged, id_digitiser)
  SELECT gen_random_uuid(), r.id_replicate, pr_exsitu.today() - 14 + day, round(g.top * s.after) - round(g.top * s.before), r.id_digitiser
  FROM pr_exsitu.t_replicates r JOIN pr_exsitu.t_seed_tests t USING (id_seed_test),
       generate_series(1, 14) day,
       LATERAL (SELECT 12 + (hashint4(r.id_replicate) & 127) % 14 AS top) g,
       LATERAL (SELECT CASE day WHEN 1 THEN 0 ELSE 1 / (1 + exp((7 - day) / 1.3)) END AS before, 1 / (1 + exp((6 - day) / 1.3)) AS after) s
  WHERE t.code LIKE 'T2001_%';
  SET session_replication_role = origin;
  ANALYZE pr_exsitu.t_seed_tests, pr_exsitu.t_replicates, pr_exsitu.t_counts;";

fn main() -> Done<()> {
    actix_web::rt::System::new().block_on(run())
}

async fn run() -> Done<()> {
    let count: u32 = std::env::var("TESTS").map_or(Ok(100_000), |text| text.parse())?;
    let cluster = Cluster::start(&Home::Ephemeral).await?;
    database::make(&cluster, "recompute", 100).await?;
    let mut conn = AsyncPgConnection::establish(&cluster.url("recompute")).await?;
    conn.batch_execute(&FILL.replace("$tests", &count.to_string()))
        .await?;
    let ids: Vec<i32> = tests::table
        .filter(tests::code.like("T2001_%"))
        .order(tests::id)
        .select(tests::id)
        .load(&mut conn)
        .await?;
    let thresholds = Thresholds::new(Vec::new());
    let (mut reading, mut computing) = (Duration::ZERO, Duration::ZERO);
    let (mut computed, mut known) = (0_u32, 0_u32);
    for list in ids.chunks(LIST) {
        let started = Instant::now();
        let subjects = read(&mut conn, list).await?;
        let read = Instant::now();
        for subject in &subjects {
            let found = results(subject, &thresholds);
            computed += 1;
            known += u32::from(found.emergence.is_some() && found.indices.is_some());
        }
        reading += read - started;
        computing += read.elapsed();
    }
    let (reading, computing) = (reading.as_secs_f64(), computing.as_secs_f64());
    let n = f64::from(computed);
    println!("{computed} tests of 4 dishes and 14 dates, {known} with a course and indices");
    println!("computed by one core: {:.0} tests a second", n / computing);
    println!(
        "read and computed:    {:.0} tests a second",
        n / (reading + computing)
    );
    println!(
        "share of the statements: {:.0} %",
        100.0 * reading / (reading + computing)
    );
    Ok(())
}

/// The tests of a list with their counts: three statements.
async fn read(conn: &mut AsyncPgConnection, ids: &[i32]) -> Done<Vec<Subject>> {
    let rows: Vec<SeedTestRow> = tests::table
        .filter(tests::id.eq_any(ids))
        .select(SeedTestRow::as_select())
        .load(conn)
        .await?;
    let mut found = dishes(conn, Owners::SeedTests(ids)).await?;
    let subject = |row: &SeedTestRow| Subject {
        started: row.date_start,
        treated: None,
        dishes: found.remove(&row.id).unwrap_or_default(),
    };
    Ok(rows.iter().map(subject).collect())
}
