//! The pool, the migrations, and the pieces of SQL that resources share.

pub mod functions;
pub mod json;
pub mod migrate;
pub mod page;
pub mod reach;
pub mod statement;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use diesel::ConnectionError;
use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel_async::pooled_connection::deadpool::{Object, Pool as DeadPool};
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod};
use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
use futures_util::FutureExt;
use secrecy::ExposeSecret;

use crate::app::Shared;
use crate::error::Problem;

/// Connections of one worker.
pub type Pool = DeadPool<AsyncPgConnection>;
/// A connection taken from the pool.
pub type Connection = Object<AsyncPgConnection>;

/// Statements slower than this are logged.
const SLOW: Duration = Duration::from_millis(500);

/// Counts the statements of the service and logs the slow ones, never their values.
struct Watch {
    statements: Arc<AtomicU64>,
    started: Option<Instant>,
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => {
                self.statements.fetch_add(1, Ordering::Relaxed);
                self.started = Some(Instant::now());
            }
            InstrumentationEvent::FinishQuery { query, .. } => {
                if let Some(elapsed) = self.started.take().map(|s| s.elapsed()).filter(|e| *e > SLOW) {
                    let sql = query.to_string();
                    let sql = sql.split(" -- binds").next().unwrap_or_default();
                    tracing::warn!(target: "exsitu::sql", elapsed_ms = elapsed.as_millis(), sql, "slow statement");
                }
            }
            _ => {}
        }
    }
}

/// A pool of one worker, of so many connections. They are opened when they are needed, with the
/// time zone of the business days.
///
/// # Errors
/// The settings make no pool.
pub fn pool(shared: &Arc<Shared>, size: u16) -> Result<Pool, String> {
    let statements = Arc::clone(&shared.statements);
    // The cost of a recursion is guessed far too high, and compiling it takes longer than running it.
    // The default price of a random page, 4, is that of a spinning disk: with it PostgreSQL
    // reads a whole small table again for every row of a page of lots.
    let setup = format!(
        "SET exsitu.timezone = '{}'; SET timezone = 'UTC'; SET jit = off; SET random_page_cost = 1.1",
        shared.config.service.timezone.name()
    );
    let mut manager = ManagerConfig::<AsyncPgConnection>::default();
    // The default asks `SELECT 1` at every checkout, which doubles the cost of a small read.
    manager.recycling_method = RecyclingMethod::Fast;
    manager.custom_setup = Box::new(move |url| {
        let (url, setup, statements) = (url.to_owned(), setup.clone(), Arc::clone(&statements));
        async move {
            let mut conn = AsyncPgConnection::establish(&url).await?;
            conn.batch_execute(&setup)
                .await
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            conn.set_instrumentation(Watch {
                statements,
                started: None,
            });
            Ok(conn)
        }
        .boxed()
    });
    let config = &shared.config;
    let manager = AsyncDieselConnectionManager::new_with_config(config.database_url.expose_secret(), manager);
    let wait = Duration::from_secs(config.service.pool_wait.into());
    DeadPool::builder(manager)
        .max_size(size.into())
        .wait_timeout(Some(wait))
        .create_timeout(Some(wait))
        .runtime(deadpool::Runtime::Tokio1)
        .build()
        .map_err(|e| e.to_string())
}

/// Takes a connection from the pool.
///
/// # Errors
/// 503 when none is free in time or PostgreSQL does not answer.
pub async fn connect(pool: &Pool) -> Result<Connection, Problem> {
    pool.get().await.map_err(|error| {
        tracing::error!(target: "exsitu::sql", %error, "no connection to PostgreSQL");
        Problem::unavailable()
    })
}

/// A pattern of ILIKE that finds a text anywhere, its own wildcards taken literally.
#[must_use]
pub fn contains(text: &str) -> String {
    let text = text
        .trim()
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{text}%")
}

/// What `archived` of a PATCH does to the instant of archiving: true keeps an earlier one.
#[must_use]
pub fn archive(asked: Option<bool>, already: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    match asked {
        None => already,
        Some(true) => already.or_else(|| Some(Utc::now())),
        Some(false) => None,
    }
}
