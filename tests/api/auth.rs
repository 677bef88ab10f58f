//! Who is let in, and what they are told they may do.

use chrono::Utc;
use gn_exsitu::dev::SECRET_KEY;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Map, Value, json};

use crate::harness::{Response, TestApp, User};

/// A token of our making: whatever the algorithm, the key and the expiry in its header.
fn token(algorithm: Algorithm, key: &str, expires: Option<i64>, claims: &Value) -> String {
    let mut header = Header::new(algorithm);
    if let Some(expires) = expires {
        header.extras.insert("exp", expires);
    }
    encode(&header, claims, &EncodingKey::from_secret(key.as_bytes())).unwrap()
}

/// A problem without what changes from one request to the next.
fn lasting(answer: &Response) -> Value {
    let mut document = answer.json();
    document.as_object_mut().unwrap().remove("request_id");
    document
}

async fn refusals(app: &TestApp, people: Vec<(&str, User)>) {
    let nobody = app.anybody().get("/v1/me").await;
    let expected = lasting(&nobody);
    nobody.problem(401, "unauthenticated");
    for (what, person) in people {
        let answer = person.get("/v1/me").await;
        assert_eq!(
            (answer.status, lasting(&answer)),
            (401, expected.clone()),
            "{what}"
        );
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{what}");
    }
}

#[tokio::test]
async fn a_token_of_the_host_lets_in() {
    let app = TestApp::start().await;
    let soon = Utc::now().timestamp() + 60;
    for claims in [
        json!({"id_role": 11}),
        json!({"id_role": "11"}),
        json!({"id_role": 11, "nbf": 0, "exp": soon}),
    ] {
        let token = token(Algorithm::HS256, SECRET_KEY, Some(soon), &claims);
        let me = app.bearer(&token).get("/v1/me").await.expect(200).json();
        assert_eq!(
            (&me["login"], &me["name"]),
            (&json!("jardinier"), &json!("Doussot Basile")),
            "{claims}"
        );
    }
}

#[tokio::test]
async fn every_other_token_has_the_same_refusal() {
    let app = TestApp::start().await;
    let (now, me) = (Utc::now().timestamp(), json!({"id_role": 11}));
    let soon = Some(now + 60);
    let signed = |claims: Value| token(Algorithm::HS256, SECRET_KEY, soon, &claims);
    let good = signed(me.clone());
    let (signing, signature) = good.rsplit_once('.').unwrap();
    let payload = signing.split_once('.').unwrap().1;
    // {"alg":"none","typ":"JWT","exp":9999999999}
    let unsigned = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwiZXhwIjo5OTk5OTk5OTk5fQ.{payload}");
    let tokens = [
        ("alg none", format!("{unsigned}.")),
        ("alg none, with a signature", format!("{unsigned}.{signature}")),
        (
            "another key",
            token(Algorithm::HS256, "another key of more than twenty", soon, &me),
        ),
        ("HS384", token(Algorithm::HS384, SECRET_KEY, soon, &me)),
        ("HS512", token(Algorithm::HS512, SECRET_KEY, soon, &me)),
        ("expired", token(Algorithm::HS256, SECRET_KEY, Some(now - 1), &me)),
        ("no expiry", token(Algorithm::HS256, SECRET_KEY, None, &me)),
        (
            "expired by its payload",
            signed(json!({"id_role": 11, "exp": now - 1})),
        ),
        ("not yet", signed(json!({"id_role": 11, "nbf": now + 3600}))),
        (
            "issued in the future",
            signed(json!({"id_role": 11, "iat": now + 3600})),
        ),
        ("no role", signed(json!({}))),
        ("null", signed(json!({"id_role": null}))),
        ("not a number", signed(json!({"id_role": "11; --"}))),
        ("too large", signed(json!({"id_role": 4_294_967_307_i64}))),
        ("unknown role", signed(json!({"id_role": 424_242}))),
        ("inactive role", signed(json!({"id_role": 19}))),
        ("group", signed(json!({"id_role": 1}))),
        ("cut", signing.to_owned()),
        ("other signature", format!("{signing}.AAAA")),
        ("garbage", "garbage".to_owned()),
        ("empty", String::new()),
    ];
    refusals(
        &app,
        tokens
            .iter()
            .map(|(what, token)| (*what, app.bearer(token)))
            .collect(),
    )
    .await;
}

#[tokio::test]
async fn a_token_is_read_in_its_header_only() {
    let app = TestApp::start().await;
    let good = app.token(&json!({"id_role": 11}), 60);
    let anybody = app.anybody();
    let headers = [
        ("cookie", "Cookie", format!("token={good}; session={good}")),
        ("bare token", "Authorization", good.clone()),
        ("another scheme", "Authorization", format!("Basic {good}")),
        ("another header", "X-Token", good.clone()),
    ];
    let people = headers
        .iter()
        .map(|(what, name, value)| (*what, anybody.header(name, value)))
        .collect();
    refusals(&app, people).await;
    anybody
        .get(&format!("/v1/me?token={good}&access_token={good}"))
        .await
        .problem(401, "unauthenticated");
    anybody
        .header("Authorization", &format!("bearer {good}"))
        .get("/v1/me")
        .await
        .expect(200);
}

async fn log_in(app: &TestApp, login: &str, password: &str) -> Response {
    app.anybody()
        .post("/auth/login", json!({"login": login, "password": password}))
        .await
}

#[tokio::test]
async fn logging_in_gives_the_token_of_the_host() {
    let app = TestApp::start().await;
    let session = log_in(&app, "jardinier", "demo").await.expect(200).json();
    assert_eq!(session["user"]["id_role"], 11);
    assert_eq!(session["user"]["identifiant"], "jardinier");
    assert!(
        session["user"]
            .as_object()
            .unwrap()
            .keys()
            .all(|claim| !claim.starts_with("pass"))
    );
    let me = app
        .bearer(session["token"].as_str().unwrap())
        .get("/v1/me")
        .await
        .expect(200)
        .json();
    assert_eq!(me["id_role"], 11);
}

#[tokio::test]
async fn a_wrong_login_and_a_wrong_password_have_the_same_refusal() {
    let app = TestApp::start().await;
    let expected = lasting(&log_in(&app, "jardinier", "Demo").await);
    assert_eq!(expected["type"], "urn:gn-exsitu:problem:wrong_login");
    for login in ["personne", "inactif", "ancien", "Grp_jardiniers", "' OR true --"] {
        let answer = log_in(&app, login, "demo").await;
        assert_eq!(
            (answer.status, lasting(&answer)),
            (401, expected.clone()),
            "{login}"
        );
    }
}

#[tokio::test]
async fn an_md5_password_is_accepted_when_the_setting_allows_it() {
    let app = TestApp::with(|config| config.service.allow_md5_passwords = true).await;
    log_in(&app, "ancien", "demo").await.expect(200);
    log_in(&app, "ancien", "Demo").await.problem(401, "wrong_login");
    log_in(&app, "jardinier", "demo").await.expect(200);
}

#[tokio::test]
async fn beside_a_geonature_its_own_login_is_used() {
    let app = TestApp::with(|config| config.service.local_login = false).await;
    log_in(&app, "jardinier", "demo").await.problem(404, "not_found");
    app.user("jardinier").get("/v1/me").await.expect(200);
}

/// Scopes as short as `C2 R3`, without those that are 0.
async fn rights(user: &User, object: &str) -> String {
    let me = user.get("/v1/me").await.expect(200).json();
    let scopes: &Map<String, Value> = me["rights"][object].as_object().unwrap();
    let given = |action: char| scopes[&action.to_string()].as_u64().filter(|scope| *scope > 0);
    let given = "CRUVED"
        .chars()
        .filter_map(|action| given(action).map(|scope| format!("{action}{scope}")));
    given.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn everyone_is_told_the_scopes_the_host_gives() {
    let app = TestApp::start().await;
    let expected = [
        ("admin", "C3 R3 U3 V3 E3 D3"),
        ("jardinier", "C2 R2 U2 E2"),
        ("responsable", "C2 R3 U2 V2 E3 D2"),
        ("stagiaire", "C1 R1 U1 D1"),
        ("partenaire", "C2 R2 U2 E2 D2"),
        ("lecteur", "R3"),
        ("sansdroit", ""),
        ("expire", ""),
        ("nonvalide", ""),
        // A group of a group gives nothing; an inactive group still gives.
        ("imbrique", ""),
        ("groupeinactif", "R3"),
        ("ancien", "R3"),
        ("sansorganisme", "C2 R2"),
        ("departement05", "R3"),
        ("orchidees", "R3"),
        ("flou", "R3 E3"),
        // The largest scope wins.
        ("cumul", "C2 R3 U2 V2 E3 D2"),
        ("lecteur2", "R2"),
    ];
    for (login, scopes) in expected {
        assert_eq!(rights(&app.user(login), "ALL").await, scopes, "{login}");
        let settings = if login == "admin" { "C3 R3 U3 D3" } else { "" };
        assert_eq!(
            rights(&app.user(login), "EXSITU_SETTINGS").await,
            settings,
            "{login}"
        );
    }
}

#[tokio::test]
async fn rights_of_another_module_or_object_give_nothing() {
    let app = TestApp::start().await;
    app.sql(
        "INSERT INTO gn_permissions.t_permissions (id_role, id_action, id_module, id_object, validated)
         SELECT 16, 2, m.id_module, o.id_object, true FROM gn_commons.t_modules m, gn_permissions.t_objects o
         WHERE (m.module_code, o.code_object) IN (('GEONATURE', 'ALL'), ('METADATA', 'ALL'), ('EXSITU', 'EXSITU_SETTINGS'))",
    )
    .await;
    let user = app.user("sansdroit");
    assert_eq!(
        (
            rights(&user, "ALL").await.as_str(),
            rights(&user, "EXSITU_SETTINGS").await.as_str()
        ),
        ("", "R3")
    );
    user.get("/v1/partners").await.problem(403, "forbidden");
}

#[tokio::test]
async fn a_change_of_rights_is_seen_at_the_next_request() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    assert_eq!(rights(&reader, "ALL").await, "R3");
    app.sql("UPDATE gn_permissions.t_permissions SET scope_value = 1 WHERE id_role = 15")
        .await;
    assert_eq!(rights(&reader, "ALL").await, "R1");
    app.sql("DELETE FROM gn_permissions.t_permissions WHERE id_role = 15")
        .await;
    reader.get("/v1/partners").await.problem(403, "forbidden");
    app.sql("UPDATE utilisateurs.t_roles SET active = false WHERE id_role = 15")
        .await;
    reader.get("/v1/me").await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_expiry_is_read_in_the_time_of_the_organisation() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let expire = "UPDATE gn_permissions.t_permissions SET expire_on = now() AT TIME ZONE 'Europe/Paris'";
    app.sql(&format!("{expire} + interval '1 minute' WHERE id_role = 15"))
        .await;
    assert_eq!(rights(&reader, "ALL").await, "R3");
    app.sql(&format!("{expire} - interval '1 minute' WHERE id_role = 15"))
        .await;
    assert_eq!(rights(&reader, "ALL").await, "");
}
