//! Migrations of our schema: nothing outside `pr_exsitu`, diesel's own table included,
//! one migrator at a time.

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel_async::{AsyncConnection, AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

/// The steps of our schema.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// What a migration command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Applies every pending step.
    Up,
    /// Reverts this many steps, the last first; all of them when none is given.
    Down(Option<usize>),
    /// Changes nothing.
    Status,
}

/// One step and whether it is applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Applied to this database.
    pub applied: bool,
}

/// Runs a command on our schema and says where it stands afterwards.
///
/// # Errors
/// A sentence: the database does not answer, a step fails (it is then undone whole).
pub async fn run(url: &str, direction: Direction) -> Result<Vec<Step>, String> {
    run_in(url, "pr_exsitu", || MIGRATIONS, direction).await
}

/// Runs a command on a set of migrations whose own table is in `schema`.
///
/// # Errors
/// As [`run`].
pub async fn run_in(
    url: &str,
    schema: &'static str,
    migrations: fn() -> EmbeddedMigrations,
    direction: Direction,
) -> Result<Vec<Step>, String> {
    let mut conn = AsyncPgConnection::establish(url)
        .await
        .map_err(|e| e.to_string())?;
    conn.batch_execute(&format!(
        "SET client_min_messages = warning;
         SELECT pg_advisory_lock(hashtext('gn-exsitu migrations'));
         CREATE SCHEMA IF NOT EXISTS {schema};
         SET search_path = {schema}, public"
    ))
    .await
    .map_err(|e| e.to_string())?;
    // The harness blocks: it needs a thread of its own. The lock goes with the connection.
    tokio::task::spawn_blocking(move || {
        let mut harness = AsyncMigrationHarness::new(conn);
        match direction {
            Direction::Up => drop(
                harness
                    .run_pending_migrations(migrations())
                    .map_err(|e| e.to_string())?,
            ),
            Direction::Down(steps) => {
                for _ in 0..steps.unwrap_or(usize::MAX) {
                    if harness
                        .applied_migrations()
                        .map_err(|e| e.to_string())?
                        .is_empty()
                    {
                        break;
                    }
                    harness
                        .revert_last_migration(migrations())
                        .map_err(|e| e.to_string())?;
                }
            }
            Direction::Status => {}
        }
        let applied = harness.applied_migrations().map_err(|e| e.to_string())?;
        steps(&migrations(), &applied)
    })
    .await
    .map_err(|e| e.to_string())?
}

fn steps(migrations: &EmbeddedMigrations, applied: &[MigrationVersion<'_>]) -> Result<Vec<Step>, String> {
    let mut all: Vec<Box<dyn Migration<Pg>>> = migrations.migrations().map_err(|e| e.to_string())?;
    all.sort_by_key(|m| m.name().to_string());
    Ok(all
        .iter()
        .map(|m| Step {
            name: m.name().to_string(),
            applied: applied.contains(&m.name().version().as_owned()),
        })
        .collect())
}
