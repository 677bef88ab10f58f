//! Writes: one transaction, whose author and request go to the history; a POST sent
//! again with its `Idempotency-Key` answers the same and does nothing.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, HeaderName, LOCATION};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, rt};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, TransactionManager};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::conditions::etag;
use super::problems::{Language, RequestId};
use crate::app::{App, State};
use crate::auth::Principal;
use crate::db;
use crate::db::functions::set_config;
use crate::error::{Lang, Problem, table};
use crate::history;
use crate::schema::t_idempotency_keys as keys;

type Manager = <AsyncPgConnection as AsyncConnection>::TransactionManager;

/// Header of a key that makes a POST safe to send again.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// What a write answers.
#[derive(Debug, Clone)]
pub struct Reply {
    status: StatusCode,
    location: Option<String>,
    etag: Option<String>,
    body: Option<String>,
}

impl Reply {
    /// 200 with the record.
    #[must_use]
    pub fn ok(version: i32, body: impl Serialize) -> Self {
        Self {
            status: StatusCode::OK,
            location: None,
            etag: Some(etag(version)),
            body: text(body),
        }
    }

    /// 201 with the record and where it is.
    #[must_use]
    pub fn created(location: String, version: i32, body: impl Serialize) -> Self {
        Self {
            status: StatusCode::CREATED,
            location: Some(location),
            etag: Some(etag(version)),
            body: text(body),
        }
    }

    /// 201 of something that has no version: a line of a ledger.
    #[must_use]
    pub fn appended(location: String, body: impl Serialize) -> Self {
        Self {
            status: StatusCode::CREATED,
            location: Some(location),
            etag: None,
            body: text(body),
        }
    }

    /// 204.
    #[must_use]
    pub fn deleted() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            location: None,
            etag: None,
            body: None,
        }
    }
}

fn text(body: impl Serialize) -> Option<String> {
    serde_json::to_string(&body).ok()
}

impl From<Reply> for HttpResponse {
    fn from(reply: Reply) -> Self {
        let mut answer = Self::build(reply.status);
        if let Some(location) = reply.location {
            answer.insert_header((LOCATION, location));
        }
        if let Some(etag) = reply.etag {
            answer.insert_header((ETAG, etag));
        }
        match reply.body {
            Some(body) => answer.content_type("application/json").body(body),
            None => answer.finish(),
        }
    }
}

/// A request that writes: who, in which language, with which key.
#[derive(Clone)]
pub struct Writer {
    /// The state of the worker.
    pub app: State,
    /// Language of the answer.
    pub lang: Lang,
    /// Who writes.
    pub user: Arc<Principal>,
    /// Key of the request, for the history.
    pub request_id: Uuid,
    key: Option<String>,
    target: String,
}

impl FromRequest for Writer {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let user = req.extensions().get::<Arc<Principal>>().cloned();
        let Some(user) = user else {
            return ready(Err(Problem::unauthenticated()));
        };
        let Some(app) = req.app_data::<App>() else {
            return ready(Err(Problem::internal("no state")));
        };
        let key = req
            .headers()
            .get(IDEMPOTENCY_KEY)
            .map(|v| v.to_str().unwrap_or_default().to_owned());
        if key.as_ref().is_some_and(|k| k.is_empty() || k.len() > 255) {
            return ready(Err(Problem::field("Idempotency-Key", "length")));
        }
        let request_id = RequestId::from_request(req, payload)
            .into_inner()
            .map_or_else(|_| Uuid::now_v7(), |r| r.0);
        let lang = Language::from_request(req, payload)
            .into_inner()
            .map(|l| l.0)
            .unwrap_or_default();
        let target = format!("{} {}", req.method(), req.path());
        ready(Ok(Self {
            app: app.get_ref().clone(),
            lang,
            user,
            request_id,
            key,
            target,
        }))
    }
}

#[derive(Serialize, Deserialize)]
struct Headers {
    location: Option<String>,
    etag: Option<String>,
}

impl Writer {
    /// The current business day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.app.today()
    }

    /// Where a record is, as a client sees it.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.app.config().link(&format!("/v1{path}"))
    }

    /// Does the work in one transaction, once for a key. It runs to its end even if the
    /// client hangs up, so that no connection is left with a lock.
    ///
    /// # Errors
    /// Those of the work, after which nothing is written; 409 for a key that was used for another
    /// request, or whose record was deleted since.
    pub async fn post<F>(self, digest: [u8; 32], work: F) -> Result<HttpResponse, Problem>
    where
        F: AsyncFnOnce(&mut AsyncPgConnection) -> Result<Reply, Problem> + 'static,
    {
        self.run(Some(digest), work).await
    }

    /// Does the work in one transaction; PATCH, PUT and DELETE have their `If-Match` instead of a key.
    ///
    /// # Errors
    /// Those of the work, after which nothing is written.
    pub async fn change<F>(self, work: F) -> Result<HttpResponse, Problem>
    where
        F: AsyncFnOnce(&mut AsyncPgConnection) -> Result<Reply, Problem> + 'static,
    {
        self.run(None, work).await
    }

    async fn run<F>(self, digest: Option<[u8; 32]>, work: F) -> Result<HttpResponse, Problem>
    where
        F: AsyncFnOnce(&mut AsyncPgConnection) -> Result<Reply, Problem> + 'static,
    {
        let task = rt::spawn(async move {
            let mut conn = db::connect(&self.app.pool).await?;
            Manager::begin_transaction(&mut *conn).await?;
            match self.work(&mut conn, digest, work).await {
                Ok(reply) => Manager::commit_transaction(&mut *conn)
                    .await
                    .map(|()| reply)
                    .map_err(Problem::from),
                Err(problem) => {
                    Manager::rollback_transaction(&mut *conn).await?;
                    Err(problem)
                }
            }
        });
        task.await.map_err(Problem::internal)?.map(HttpResponse::from)
    }

    async fn work<F>(
        &self,
        conn: &mut AsyncPgConnection,
        digest: Option<[u8; 32]>,
        work: F,
    ) -> Result<Reply, Problem>
    where
        F: AsyncFnOnce(&mut AsyncPgConnection) -> Result<Reply, Problem> + 'static,
    {
        diesel::select((
            set_config("exsitu.id_role", self.user.id_role.to_string(), true),
            set_config("exsitu.request_id", self.request_id.to_string(), true),
        ))
        .execute(conn)
        .await?;
        let (Some(key), Some(digest)) = (&self.key, digest) else {
            return work(conn).await;
        };
        let fingerprint = self.fingerprint(&digest);
        // A second request with the same key waits here until the first one ends.
        let first = diesel::insert_into(keys::table)
            .values((
                keys::id_role.eq(self.user.id_role),
                keys::key.eq(key),
                keys::fingerprint.eq(&fingerprint),
            ))
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
        if first == 0 {
            return self.replay(conn, key, &fingerprint).await;
        }
        let reply = work(conn).await?;
        let headers = Headers {
            location: reply.location.clone(),
            etag: reply.etag.clone(),
        };
        diesel::update(keys::table.find((self.user.id_role, key)))
            .set((
                keys::status.eq(i32::from(reply.status.as_u16())),
                keys::headers.eq(serde_json::to_value(headers).ok()),
                keys::body.eq(&reply.body),
            ))
            .execute(conn)
            .await?;
        Ok(reply)
    }

    fn fingerprint(&self, digest: &[u8; 32]) -> String {
        let hash = Sha256::new()
            .chain_update(&self.target)
            .chain_update(digest)
            .finalize();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    async fn replay(
        &self,
        conn: &mut AsyncPgConnection,
        key: &str,
        fingerprint: &str,
    ) -> Result<Reply, Problem> {
        let (was, status, headers, body): (String, Option<i32>, Option<Value>, Option<String>) = keys::table
            .find((self.user.id_role, key))
            .select((keys::fingerprint, keys::status, keys::headers, keys::body))
            .first(conn)
            .await?;
        if was != fingerprint {
            return Err(Problem::new(table::IDEMPOTENCY_KEY_REUSED));
        }
        let headers: Option<Headers> = headers.and_then(|h| serde_json::from_value(h).ok());
        let status = status
            .and_then(|s| u16::try_from(s).ok())
            .and_then(|s| StatusCode::from_u16(s).ok());
        let (location, etag) = headers.map(|h| (h.location, h.etag)).unwrap_or_default();
        if let Some(location) = &location
            && history::was_deleted(conn, location).await?
        {
            return Err(Problem::new(table::DELETED_SINCE));
        }
        Ok(Reply {
            status: status.unwrap_or(StatusCode::OK),
            location,
            etag,
            body,
        })
    }
}
