//! What does not depend on a resource: problems, languages, origins, the mount prefix.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

/// A body that is not what serde would write.
async fn raw(user: &User, media: &str, body: &'static str) -> Response {
    Response::of(
        user.request(Method::POST, "/v1/partners")
            .header("Content-Type", media)
            .body(body),
    )
    .await
}

#[tokio::test]
async fn what_is_not_there_or_not_well_sent_is_a_problem_document() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    manager.get("/v1/nothing").await.problem(404, "not_found");
    app.anybody().get("/nothing").await.problem(404, "not_found");
    manager
        .get("/v1/partners/not-a-uuid")
        .await
        .problem(404, "not_found");
    let refused = Response::of(manager.request(Method::DELETE, "/v1/partners")).await;
    assert_eq!(refused.header("allow"), Some("GET, POST"));
    refused.problem(405, "method_not_allowed");
    raw(&manager, "application/json", "{\"name\": ")
        .await
        .problem(400, "malformed");
    raw(&manager, "text/plain", "{}")
        .await
        .problem(415, "unsupported_media");
    raw(&manager, "application/json", "[]").await.expect(422);
    raw(
        &manager,
        "application/json",
        "{\"name\": \"a\\u0000b\", \"kind\": \"other\"}",
    )
    .await
    .wrong_field("/name", "nul_character");
    manager
        .get("/v1/partners?search=a%00b")
        .await
        .wrong_field("/search", "nul_character");
    manager
        .get("/v1/partners?nothing=1")
        .await
        .wrong_field("/nothing", "unknown_field");
    manager
        .post("/v1/partners", json!({"kind": "other"}))
        .await
        .wrong_field("/name", "required");
    let large = json!({"name": "x".repeat(3 * 1024 * 1024), "kind": "other"});
    manager
        .post("/v1/partners", large)
        .await
        .problem(413, "too_large");
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_partners")
            .await,
        0
    );
}

#[tokio::test]
async fn a_problem_has_the_members_that_geonature_reads() {
    let app = TestApp::start().await;
    let answer = app.user("lecteur").post("/v1/partners", json!({})).await;
    let id = answer.header("x-request-id").unwrap().to_owned();
    let document = answer.problem(403, "forbidden");
    assert_eq!(document["request_id"], id);
    assert_eq!(
        (&document["name"], &document["description"]),
        (&document["title"], &document["detail"])
    );
}

#[tokio::test]
async fn words_are_french_unless_english_is_asked() {
    let app = TestApp::start().await;
    let anybody = app.anybody();
    let (french, english) = (json!("Connexion nécessaire"), json!("Log in"));
    let title = async |user: User| user.get("/v1/me").await.problem(401, "unauthenticated")["title"].clone();
    for language in ["fr", "fr-CA, en;q=0.5", "de", "en;q=0.1, fr;q=0.9", ""] {
        assert_eq!(title(anybody.language(language)).await, french, "{language}");
    }
    assert_eq!(title(anybody.clone()).await, french);
    for language in ["en", "en-GB, fr;q=0.5", "de, en;q=0.8, fr;q=0.2"] {
        assert_eq!(title(anybody.language(language)).await, english, "{language}");
    }
    assert_eq!(
        anybody
            .get("/v1/me")
            .await
            .headers
            .get_all("vary")
            .iter()
            .filter(|v| *v == "Accept-Language")
            .count(),
        1
    );
}

#[tokio::test]
async fn a_browser_of_an_allowed_origin_is_answered() {
    let app =
        TestApp::with(|config| config.service.allowed_origins = vec!["https://gn.example.org".to_owned()])
            .await;
    let allowed = app.user("lecteur").header("Origin", "https://gn.example.org");
    let answer = allowed.get("/v1/partners").await.expect(200);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some("https://gn.example.org")
    );
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    let exposed = answer
        .header("access-control-expose-headers")
        .unwrap()
        .to_lowercase();
    assert!(
        ["etag", "location", "x-request-id"]
            .iter()
            .all(|name| exposed.contains(name)),
        "{exposed}"
    );
    // A problem too can be read by the page.
    let problem = allowed.get("/v1/nothing").await.expect(404);
    assert_eq!(
        problem.header("access-control-allow-origin"),
        Some("https://gn.example.org")
    );

    let asked = allowed
        .request(Method::OPTIONS, "/v1/partners")
        .header("Access-Control-Request-Method", "PATCH");
    let asked = asked.header(
        "Access-Control-Request-Headers",
        "authorization, content-type, if-match, idempotency-key",
    );
    let answer = Response::of(asked).await.expect(200);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some("https://gn.example.org")
    );
    assert!(
        answer
            .header("access-control-allow-methods")
            .unwrap()
            .contains("PATCH")
    );
}

#[tokio::test]
async fn a_browser_of_another_origin_is_not() {
    let app =
        TestApp::with(|config| config.service.allowed_origins = vec!["https://gn.example.org".to_owned()])
            .await;
    for origin in [
        "https://elsewhere.example.org",
        "https://gn.example.org.evil.example",
        "http://gn.example.org",
        "null",
    ] {
        let other = app.user("lecteur").header("Origin", origin);
        assert_eq!(
            other
                .get("/v1/partners")
                .await
                .header("access-control-allow-origin"),
            None,
            "{origin}"
        );
        let asked = other
            .request(Method::OPTIONS, "/v1/partners")
            .header("Access-Control-Request-Method", "PATCH");
        assert_eq!(
            Response::of(asked).await.header("access-control-allow-origin"),
            None,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn the_mount_prefix_is_right_stripped_or_not() {
    let app = TestApp::with(|config| config.service.mount_prefix = "/exsitu".to_owned()).await;
    let manager = app.user("responsable");
    for (name, prefix) in [("Gap", ""), ("Embrun", "/exsitu")] {
        let made = manager
            .post(
                &format!("{prefix}/v1/partners"),
                json!({"name": name, "kind": "other"}),
            )
            .await
            .expect(201);
        let location = made.location();
        assert!(location.starts_with("/exsitu/v1/partners/"), "{location}");
        manager.get(&location).await.expect(200);
        manager
            .get(location.strip_prefix("/exsitu").unwrap())
            .await
            .expect(200);
        manager
            .get(&format!("{prefix}/v1/partners?limit=1"))
            .await
            .expect(200);

        let document = manager
            .get(&format!("{prefix}/openapi.json"))
            .await
            .expect(200)
            .json();
        assert_eq!(document["servers"][0]["url"], "/exsitu");
        let page = manager.get(&format!("{prefix}/docs/")).await.expect(200);
        assert!(page.text.contains("swagger-ui"), "{}", page.text);
        let script = manager
            .get(&format!("{prefix}/docs/swagger-initializer.js"))
            .await
            .expect(200);
        assert!(
            script.text.contains("\"/exsitu/openapi.json\""),
            "{}",
            script.text
        );
        manager.get(&format!("{prefix}/docs")).await.expect(200);
    }
    manager
        .get("/exsitus/v1/partners")
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn the_service_says_how_it_feels() {
    let app = TestApp::start().await;
    for path in ["/health/live", "/health/ready"] {
        let health: Value = app.anybody().get(path).await.expect(200).json();
        assert_eq!(
            health,
            json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")})
        );
    }
}

#[tokio::test]
async fn the_answer_without_its_database_says_to_come_back() {
    let app =
        TestApp::with(|config| config.database_url = "postgres://gn_exsitu@127.0.0.1:9/nowhere".into()).await;
    app.anybody().get("/health/live").await.expect(200);
    let busy = app.anybody().get("/health/ready").await;
    assert_eq!(busy.header("retry-after"), Some("2"));
    busy.problem(503, "unavailable");
    app.user("lecteur")
        .get("/v1/partners")
        .await
        .problem(503, "unavailable");
}
