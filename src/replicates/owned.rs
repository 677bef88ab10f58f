//! The sowing or the test of a nested route, as far as its parts need to know it: what
//! replicates, treatment steps and counts do is the same for both.

use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::Owner;
use crate::auth::Can;
use crate::auth::can::Action;
use crate::error::{Problem, table};
use crate::seed_tests::model::{SeedTestRow, TestKind, TestState};
use crate::sowings::model::{SowingRow, State};
use crate::{seed_tests, sowings};

/// Where the owner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// State of a sowing.
    Sowing(State),
    /// State of a test.
    SeedTest(TestState),
}

impl Stage {
    /// Its text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sowing(state) => state.as_str(),
            Self::SeedTest(state) => state.as_str(),
        }
    }

    /// Goes on when counts may be entered.
    ///
    /// # Errors
    /// 409 with the state.
    pub fn countable(self) -> Result<(), Problem> {
        let is_countable = match self {
            Self::Sowing(state) => state.is_countable(),
            Self::SeedTest(state) => state == TestState::Running,
        };
        if is_countable {
            Ok(())
        } else {
            Err(Problem::new(table::COUNT_STATE).with("state", self.as_str()))
        }
    }

    /// Goes on when replicates may be added.
    ///
    /// # Errors
    /// 409 with the state.
    pub fn open(self) -> Result<(), Problem> {
        match self {
            Self::Sowing(State::Closed | State::Cancelled) => {
                Err(Problem::new(table::COUNT_STATE).with("state", self.as_str()))
            }
            Self::Sowing(_) => Ok(()),
            Self::SeedTest(_) => self.draft(),
        }
    }

    /// Goes on when quantities may change: in a draft.
    ///
    /// # Errors
    /// 409 with the state.
    pub fn draft(self) -> Result<(), Problem> {
        let kind = match self {
            Self::Sowing(State::Draft) | Self::SeedTest(TestState::Draft) => return Ok(()),
            Self::Sowing(_) => table::SOWING_QUANTITY_FIXED,
            Self::SeedTest(_) => table::SEED_TEST_QUANTITY_FIXED,
        };
        Err(Problem::new(kind).with("state", self.as_str()))
    }
}

/// The owner of replicates, treatment steps and counts.
#[derive(Debug, Clone)]
pub struct Owned {
    /// Its key.
    pub owner: Owner,
    /// Where it is under `/v1`.
    pub path: String,
    /// Where it stands.
    pub stage: Stage,
    /// Its first day.
    pub start: Option<NaiveDate>,
    /// What is sown is seeds, counted: no more germinate than that.
    pub counts_seeds: bool,
    /// What kind of test it is, when it is one.
    pub kind: Option<TestKind>,
}

impl From<&SowingRow> for Owned {
    fn from(row: &SowingRow) -> Self {
        Self {
            owner: Owner::Sowing(row.id),
            path: format!("/sowings/{}", row.uuid),
            stage: Stage::Sowing(row.state),
            start: row.sowing_date,
            counts_seeds: row.is_counted_seeds(),
            kind: None,
        }
    }
}

impl From<&SeedTestRow> for Owned {
    fn from(row: &SeedTestRow) -> Self {
        Self {
            owner: Owner::SeedTest(row.id),
            path: format!("/seed-tests/{}", row.uuid),
            stage: Stage::SeedTest(row.state),
            start: row.date_start,
            counts_seeds: true,
            kind: Some(row.kind),
        }
    }
}

impl Owned {
    /// A sowing that the action reaches.
    ///
    /// # Errors
    /// 404 when it may not be read, 403 when the action does not reach it.
    pub async fn sowing<A: Action>(
        conn: &mut AsyncPgConnection,
        can: &Can<A>,
        uuid: Uuid,
    ) -> Result<Self, Problem> {
        let (row, _, allowed) = sowings::query::find(conn, uuid, &can.reads(), &can.reach()).await?;
        can.check(allowed)?;
        Ok(Self::from(&row))
    }

    /// A test that the action reaches.
    ///
    /// # Errors
    /// As [`Self::sowing`].
    pub async fn seed_test<A: Action>(
        conn: &mut AsyncPgConnection,
        can: &Can<A>,
        uuid: Uuid,
    ) -> Result<Self, Problem> {
        let (row, _, allowed) = seed_tests::query::find(conn, uuid, &can.reads(), &can.reach()).await?;
        can.check(allowed)?;
        Ok(Self::from(&row))
    }

    /// The same, locked: two writers come one after the other, and the second sees where
    /// the first left it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn locked(self, conn: &mut AsyncPgConnection) -> Result<Self, Problem> {
        let stage = match self.owner {
            Owner::Sowing(id) => Stage::Sowing(sowings::query::lock(conn, id).await?),
            Owner::SeedTest(id) => Stage::SeedTest(seed_tests::query::lock(conn, id).await?),
        };
        Ok(Self { stage, ..self })
    }

    /// Writes what a visit changes in it: a first emergence, the day of the next visit.
    ///
    /// # Errors
    /// A law of the database.
    pub async fn visited(
        &self,
        conn: &mut AsyncPgConnection,
        has_emerged: bool,
        next: Option<NaiveDate>,
    ) -> Result<(), Problem> {
        match self.owner {
            Owner::Sowing(id) => {
                if has_emerged && self.stage == Stage::Sowing(State::Sown) {
                    sowings::query::go(conn, id, State::Emerging, None, None, None).await?;
                }
                if let Some(day) = next {
                    sowings::query::set_next_count(conn, id, day).await?;
                }
            }
            Owner::SeedTest(id) => {
                if let Some(day) = next {
                    seed_tests::query::set_next_count(conn, id, day).await?;
                }
            }
        }
        Ok(())
    }
}
