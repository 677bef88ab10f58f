//! What every request can reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use actix_web::web;
use moka::future::Cache;

use crate::auth::Principal;
use crate::config::Config;
use crate::db::{self, Pool};
use crate::error::Problem;
use crate::host::nomenclatures::Nomenclatures;

/// What the workers share: settings, caches and the count of statements.
pub struct Shared {
    /// The settings.
    pub config: Arc<Config>,
    /// Roles and their rights, remembered a few seconds.
    pub principals: Cache<i32, Arc<Principal>>,
    /// The vocabularies of the host, remembered a minute.
    pub nomenclatures: Cache<(), Arc<Nomenclatures>>,
    /// Statements sent to PostgreSQL since the start: tests read it to catch an N+1.
    pub statements: Arc<AtomicU64>,
}

impl Shared {
    /// Empty caches for these settings.
    #[must_use]
    pub fn new(config: Arc<Config>) -> Arc<Self> {
        let rights = Duration::from_secs(config.service.rights_cache.into());
        Arc::new(Self {
            principals: Cache::builder().max_capacity(10_000).time_to_live(rights).build(),
            nomenclatures: Cache::builder()
                .max_capacity(1)
                .time_to_live(Duration::from_secs(60))
                .build(),
            statements: Arc::default(),
            config,
        })
    }

    /// Statements sent to PostgreSQL since the start.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }
}

/// The state of one worker: its own pool, and what the workers share.
#[derive(Clone)]
pub struct State {
    /// What the workers share.
    pub shared: Arc<Shared>,
    /// Connections of this worker.
    pub pool: Pool,
    /// One more, for what is remembered: a request that holds a connection of the pool
    /// and waits here never waits for another request that does the same.
    memory: Pool,
}

/// The state as handlers take it.
pub type App = web::Data<State>;

impl State {
    /// A worker's state; connections are opened when they are needed.
    ///
    /// # Errors
    /// The pool cannot be built with these settings.
    pub fn new(shared: Arc<Shared>) -> Result<Self, String> {
        let pool = db::pool(&shared, shared.config.service.pool_size)?;
        let memory = db::pool(&shared, 1)?;
        Ok(Self { shared, pool, memory })
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// The current business day.
    #[must_use]
    pub fn today(&self) -> chrono::NaiveDate {
        self.config().today()
    }

    /// The vocabularies of the host.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn nomenclatures(&self) -> Result<Arc<Nomenclatures>, Problem> {
        let load = async {
            let mut conn = db::connect(&self.memory).await?;
            Nomenclatures::load(&mut conn)
                .await
                .map(Arc::new)
                .map_err(Problem::from)
        };
        self.shared
            .nomenclatures
            .try_get_with((), load)
            .await
            .map_err(|e| e.as_ref().clone())
    }
}
