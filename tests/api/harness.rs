//! One private cluster a process, one database and one server a test.
//!
//! ```ignore
//! let app = TestApp::start().await;
//! let gardener = app.user("jardinier");
//! let partner = gardener.post("/v1/partners", json!({…})).await.expect(201);
//! gardener.patch(&partner.location(), &partner.etag(), json!({…})).await.expect(200);
//! ```
//!
//! A test waits for answers, never for a time, and leaves nothing behind.

use std::collections::HashMap;
use std::io::Write;
use std::net::TcpStream;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use actix_web::dev::ServerHandle;
use diesel::sql_types::Json;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use gn_exsitu::app::Shared;
use gn_exsitu::auth::token;
use gn_exsitu::config::Config;
use gn_exsitu::dev::cluster::Home;
use gn_exsitu::dev::{Cluster, database};
use gn_exsitu::server;
use gn_exsitu::ui::UiSettings;
use reqwest::{Client, Method, RequestBuilder};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::{Mutex, OnceCell, oneshot};
use uuid::Uuid;

/// Lots of the small demonstration.
const DEMO_LOTS: u32 = 40;

/// The cluster of the process: PostgreSQL stops with the pipe that it is held by.
pub struct Stage {
    pub cluster: Cluster,
    roles: HashMap<String, i32>,
}

static STAGE: OnceCell<Stage> = OnceCell::const_new();
static DEMO: OnceCell<()> = OnceCell::const_new();

/// The cluster, with its template: the host, our schema, and no record.
pub async fn stage() -> &'static Stage {
    STAGE
        .get_or_init(|| async {
            let cluster = Cluster::start(&Home::Ephemeral).await.unwrap();
            database::make(&cluster, "template", 0).await.unwrap();
            let mut conn = AsyncPgConnection::establish(&cluster.url("template")).await.unwrap();
            let roles = "SELECT json_object_agg(identifiant, id_role) FROM utilisateurs.t_roles WHERE identifiant IS NOT NULL";
            let roles = read(&mut conn, roles).await.unwrap();
            Stage { cluster, roles }
        })
        .await
}

async fn read<T: DeserializeOwned>(conn: &mut AsyncPgConnection, query: &str) -> diesel::QueryResult<T> {
    // A query that finds nothing reads as null.
    let query = diesel::dsl::sql::<Json>(&format!("coalesce(to_json(({query})), 'null')"));
    let value: Value = diesel::select(query).get_result(conn).await?;
    Ok(serde_json::from_value(value).unwrap())
}

/// A copy of a template, with nobody in it.
pub async fn new_database(template: &str) -> String {
    let name = format!("t_{}", Uuid::now_v7().simple());
    let mut admin = AsyncPgConnection::establish(&stage().await.cluster.url("postgres"))
        .await
        .unwrap();
    admin
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .await
        .unwrap();
    name
}

/// A served database; dropping it stops the server and removes the database.
pub struct TestApp {
    /// What the workers share.
    pub shared: Arc<Shared>,
    /// Address of the server, without the mount prefix nor a final slash.
    pub url: String,
    /// Name of the database.
    pub database: String,
    client: Client,
    owner: Mutex<AsyncPgConnection>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl TestApp {
    /// The service as it is set by default, but for rights read at every request.
    pub async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// The same on the small demonstration.
    pub async fn demo() -> Self {
        let cluster = &stage().await.cluster;
        DEMO.get_or_init(|| async { database::make(cluster, "demo", DEMO_LOTS).await.unwrap() })
            .await;
        Self::of_template("demo", |_| {}).await
    }

    /// The service with other settings.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        Self::of_template("template", change).await
    }

    async fn of_template(template: &str, change: impl FnOnce(&mut Config)) -> Self {
        Self::serve(new_database(template).await, change).await
    }

    /// The service on a database that was made otherwise; it is removed with it.
    pub async fn of_database(database: String) -> Self {
        Self::serve(database, |_| {}).await
    }

    async fn serve(database: String, change: impl FnOnce(&mut Config)) -> Self {
        let cluster = &stage().await.cluster;
        let owner = AsyncPgConnection::establish(&cluster.url(&database))
            .await
            .unwrap();
        let mut config = Config::clone(
            &*Config::embedded(&cluster.service_url(&database), 0, "", UiSettings::default()).unwrap(),
        );
        config.service.rights_cache = 0;
        // However busy the machine is.
        config.service.pool_wait = 300;
        config.service.workers = Some(2);
        change(&mut config);
        let shared = Shared::new(Arc::new(config));
        let (started, answer) = oneshot::channel();
        let (served, admin) = (Arc::clone(&shared), cluster.url("postgres"));
        let remove = format!("DROP DATABASE {database} WITH (FORCE)");
        let thread = thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let (server, address) = server::start(served).unwrap();
                started.send((address, server.handle())).unwrap();
                server.await.unwrap();
                let mut admin = AsyncPgConnection::establish(&admin).await.unwrap();
                admin.batch_execute(&remove).await.unwrap();
            });
        });
        let (address, handle) = answer.await.unwrap();
        // A connection kept open may be closed by the server at the very instant it is used again.
        let client = Client::builder().no_proxy().pool_max_idle_per_host(0);
        let (url, client) = (format!("http://{address}"), client.build().unwrap());
        Self {
            shared,
            url,
            database,
            client,
            owner: Mutex::new(owner),
            handle,
            thread: Some(thread),
        }
    }

    /// Nobody: no token is sent.
    pub fn anybody(&self) -> User {
        User {
            client: self.client.clone(),
            url: self.url.clone(),
            headers: Vec::new(),
        }
    }

    /// Someone of the demonstration, logged in.
    pub fn user(&self, login: &str) -> User {
        let id_role = STAGE.get().unwrap().roles[login];
        self.bearer(&self.token(&json!({ "id_role": id_role }), 3600))
    }

    /// Someone who sends this token.
    pub fn bearer(&self, token: &str) -> User {
        self.anybody().header("Authorization", &format!("Bearer {token}"))
    }

    /// A token of the service's own key, which ends in so many seconds.
    pub fn token(&self, claims: &Value, seconds: i64) -> String {
        let expires = chrono::Utc::now().timestamp() + seconds;
        token::sign(
            claims.as_object().unwrap(),
            expires,
            &self.shared.config.service.secret_key,
        )
        .unwrap()
    }

    /// Runs statements as the owner of the database.
    pub async fn sql(&self, statements: &str) {
        self.try_sql(statements)
            .await
            .unwrap_or_else(|error| panic!("{error}: {statements}"));
    }

    /// The same, with PostgreSQL's refusal: `error.constraint_name()` names the law.
    pub async fn try_sql(&self, statements: &str) -> diesel::QueryResult<()> {
        self.owner.lock().await.batch_execute(statements).await
    }

    /// The law that refuses these statements.
    pub async fn refusal(&self, statements: &str) -> String {
        match self.try_sql(statements).await.unwrap_err() {
            diesel::result::Error::DatabaseError(_, info) => info
                .constraint_name()
                .map_or_else(|| info.message().to_owned(), str::to_owned),
            other => panic!("{other}"),
        }
    }

    /// The one value of a query: a number, a text, a row (`SELECT t FROM … t`), rows (`SELECT json_agg(t) …`).
    /// What is absent reads as `None` or `Value::Null`.
    pub async fn value<T: DeserializeOwned>(&self, query: &str) -> T {
        let mut owner = self.owner.lock().await;
        read(&mut owner, query)
            .await
            .unwrap_or_else(|error| panic!("{error}: {query}"))
    }

    /// Statements that the service has sent to PostgreSQL.
    pub fn statements(&self) -> u64 {
        self.shared.statements()
    }

    /// Harvests need no permit from now on: for a test of something else, of protected taxa.
    pub async fn without_permits(&self) {
        self.sql("ALTER TABLE pr_exsitu.t_harvests ALTER permit_waiver SET DEFAULT 'Essai'")
            .await;
    }

    /// A freezer of an organisation.
    pub async fn place(&self, organism: i32) -> Place {
        let code = Uuid::now_v7();
        self.inserted(&format!(
            "INSERT INTO pr_exsitu.t_places (id_organism, kind, code, label, id_digitiser)
             VALUES ({organism}, 'freezer', '{code}', 'Congélateur', 11) RETURNING id_place AS id, uuid"
        ))
        .await
    }

    /// A harvest of 400 days ago.
    pub async fn harvest(&self, dataset: i32, digitiser: i32) -> Row {
        self.inserted(&format!(
            "INSERT INTO pr_exsitu.t_harvests
                (code, id_dataset, id_nomenclature_harvest_type, date_min, date_max, date_precision, id_digitiser)
             SELECT pr_exsitu.next_code('harvest', extract(year FROM day)::integer), {dataset}, min(id_nomenclature),
                    day, day, 'day', {digitiser}
             FROM ref_nomenclatures.t_nomenclatures JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type),
                  (SELECT pr_exsitu.today() - 400 AS day) d
             WHERE t.mnemonique = 'EXS_HARVEST_TYPE' GROUP BY day RETURNING id_harvest AS id, uuid"
        ))
        .await
    }

    /// Seeds of one taxon, from a harvest of their own.
    pub async fn material(&self, dataset: i32, digitiser: i32) -> Row {
        let harvest = self.harvest(dataset, digitiser).await.id;
        let material: Row = self
            .inserted(&format!(
                "INSERT INTO pr_exsitu.t_materials (code, id_dataset, id_harvest, id_nomenclature_material_type, id_digitiser)
                 VALUES (pr_exsitu.next_code('material', 2026), {dataset}, {harvest},
                         ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_MATERIAL', 'gr'), {digitiser})
                 RETURNING id_material AS id, uuid"
            ))
            .await;
        self.sql(&format!(
            "INSERT INTO pr_exsitu.cor_material_taxa (id_material, rank, cd_nom, cited_name)
             SELECT {}, 1, cd_nom, lb_nom FROM taxonomie.taxref WHERE id_rang = 'ES' ORDER BY cd_nom LIMIT 1",
            material.id
        ))
        .await;
        material
    }

    /// A lot of this many counted seeds, of organism 1, dataset 1, entered by the gardener.
    pub async fn lot(&self, seeds: i32) -> Lot {
        self.lot_of(seeds, 1, 1, 11).await
    }

    /// A lot of this many counted seeds, put 300 days ago in a place of its own; 0 enters nothing.
    pub async fn lot_of(&self, seeds: i32, organism: i32, dataset: i32, digitiser: i32) -> Lot {
        let place = self.place(organism).await;
        let material = self.material(dataset, digitiser).await;
        let lot: Row = self
            .inserted(&format!(
                "INSERT INTO pr_exsitu.t_seed_lots (code, id_dataset, id_material, id_digitiser)
                 VALUES (pr_exsitu.next_code('seed_lot', 2026), {dataset}, {}, {digitiser})
                 RETURNING id_seed_lot AS id, uuid",
                material.id
            ))
            .await;
        if seeds > 0 {
            self.sql(&format!(
                "INSERT INTO pr_exsitu.t_stock_movements
                    (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
                 VALUES (gen_random_uuid(), {}, {}, 'initial_entry', {seeds}, 'counted', pr_exsitu.today() - 300, {digitiser})",
                lot.id, place.id
            ))
            .await;
        }
        Lot {
            id: lot.id,
            uuid: lot.uuid,
            place,
            material,
        }
    }

    async fn inserted(&self, insert: &str) -> Row {
        // A query of `value` is a subquery, where nothing may be inserted.
        let mut owner = self.owner.lock().await;
        let row = diesel::sql_query(format!(
            "WITH made AS ({insert}) SELECT to_json(made) AS row FROM made"
        ));
        let row: Inserted = row
            .get_result(&mut *owner)
            .await
            .unwrap_or_else(|error| panic!("{error}: {insert}"));
        serde_json::from_value(row.row).unwrap()
    }
}

#[derive(diesel::QueryableByName)]
struct Inserted {
    #[diesel(sql_type = Json)]
    row: Value,
}

/// A row that was made.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct Row {
    pub id: i32,
    pub uuid: Uuid,
}

/// A place that was made.
pub type Place = Row;

/// A lot that was made, where it is and what it is of.
#[derive(Debug, Clone, Copy)]
pub struct Lot {
    pub id: i32,
    pub uuid: Uuid,
    pub place: Place,
    pub material: Row,
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The order to stop is sent by the call itself; nobody waits for the requests in hand.
        drop(self.handle.stop(false));
        let stopped = self.thread.take().unwrap().join();
        assert!(stopped.is_ok() || thread::panicking(), "the server ended badly");
    }
}

/// Someone who sends requests, with headers of their own.
#[derive(Clone)]
pub struct User {
    client: Client,
    url: String,
    headers: Vec<(String, String)>,
}

impl User {
    /// The same with one more header.
    pub fn header(&self, name: &str, value: &str) -> Self {
        let mut more = self.clone();
        more.headers.push((name.to_owned(), value.to_owned()));
        more
    }

    /// The same with an idempotency key.
    pub fn key(&self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }

    /// The same in another language than French.
    pub fn language(&self, language: &str) -> Self {
        self.header("Accept-Language", language)
    }

    /// A request with our headers, to be completed and given to [`Response::of`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url));
        self.headers
            .iter()
            .fold(request, |request, (name, value)| request.header(name, value))
    }

    pub async fn get(&self, path: &str) -> Response {
        Response::of(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Response {
        Response::of(self.request(Method::POST, path).json(&body)).await
    }

    /// Sends a POST, or its beginning, and hangs up without waiting for the answer.
    pub fn hang_up(&self, path: &str, body: &Value, whole: bool) {
        let body = body.to_string();
        let headers: String = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            body.len()
        );
        let sent = if whole {
            request.len()
        } else {
            request.len() - body.len() / 2
        };
        let mut socket = TcpStream::connect(self.url.trim_start_matches("http://")).unwrap();
        socket.write_all(&request.as_bytes()[..sent]).unwrap();
    }

    pub async fn patch(&self, path: &str, etag: &str, body: Value) -> Response {
        Response::of(
            self.request(Method::PATCH, path)
                .header("If-Match", etag)
                .json(&body),
        )
        .await
    }

    pub async fn delete(&self, path: &str, etag: &str) -> Response {
        Response::of(self.request(Method::DELETE, path).header("If-Match", etag)).await
    }
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Response {
    asked: String,
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Response {
    /// Sends a request and reads its answer.
    pub async fn of(request: RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.unwrap();
        let asked = format!("{} {}", request.method(), request.url());
        let answer = Client::execute(&client, request).await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Self {
            asked,
            status,
            headers,
            text: answer.text().await.unwrap(),
        }
    }

    /// Goes on when the status is this one, and says the body otherwise.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text);
        self
    }

    /// Goes on with the document when the answer is this problem.
    #[track_caller]
    pub fn problem(self, status: u16, slug: &str) -> Value {
        let answer = self.expect(status);
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{}",
            answer.text
        );
        let document = answer.json();
        assert_eq!(
            document["type"],
            format!("urn:gn-exsitu:problem:{slug}"),
            "{document}"
        );
        assert_eq!(
            (&document["status"], &document["code"]),
            (&json!(status), &json!(status))
        );
        document
    }

    /// Goes on when the answer is 422 for this field (a JSON pointer), with this code.
    #[track_caller]
    pub fn wrong_field(self, pointer: &str, code: &str) -> Value {
        self.refused(422, pointer, code)
    }

    /// Goes on when the answer is 409 for this field: it does not go with the others, or with what there is.
    #[track_caller]
    pub fn conflict(self, pointer: &str, code: &str) -> Value {
        self.refused(409, pointer, code)
    }

    /// The same with the status, for a table of cases.
    #[track_caller]
    pub fn refused(self, status: u16, pointer: &str, code: &str) -> Value {
        let document = self.expect(status).json();
        let found = document["errors"]
            .as_array()
            .unwrap()
            .iter()
            .any(|e| e["pointer"] == pointer && e["code"] == code);
        assert!(found, "no {code} at {pointer}: {document}");
        document
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.text))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Version of the record, to be sent as `If-Match`.
    #[track_caller]
    pub fn etag(&self) -> String {
        self.header("etag").expect("an ETag").to_owned()
    }

    /// Path of the record that was made.
    #[track_caller]
    pub fn location(&self) -> String {
        self.header("location").expect("a Location").to_owned()
    }
}
