//! Thresholds: those of the standards until an organisation decides otherwise, and says why.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

async fn put(user: &User, name: &str, etag: &str, body: Value) -> Response {
    let request = user.request(Method::PUT, &format!("/v1/settings/{name}"));
    Response::of(request.header("If-Match", etag).json(&body)).await
}

#[tokio::test]
async fn every_threshold_has_its_source() {
    let app = TestApp::start().await;
    let settings = app.user("lecteur").get("/v1/settings").await.expect(200).json();
    for setting in settings.as_array().unwrap() {
        assert_eq!(setting["is_default"], true, "{setting}");
        assert_eq!(setting["value"], setting["default"]);
        assert!(!setting["source"].as_str().unwrap().is_empty());
    }
    let viability = app
        .user("lecteur")
        .get("/v1/settings/initial_viability")
        .await
        .expect(200);
    assert_eq!(
        (&viability.json()["value"], viability.etag().as_str()),
        (&json!(85.0), "\"0\"")
    );
}

#[tokio::test]
async fn an_organisation_decides_for_itself_and_goes_back() {
    let app = TestApp::start().await;
    let admin = app.user("admin");
    let decided = json!({"value": 70.0, "source": "Protocole interne 2026"});
    let made = put(&admin, "initial_viability", "\"0\"", decided)
        .await
        .expect(200);
    assert_eq!(
        (&made.json()["value"], &made.json()["is_default"]),
        (&json!(70.0), &json!(false))
    );
    let colleague = app
        .user("jardinier")
        .get("/v1/settings/initial_viability")
        .await
        .expect(200);
    assert_eq!(colleague.json()["source"], "Protocole interne 2026");
    let elsewhere = app
        .user("partenaire")
        .get("/v1/settings/initial_viability")
        .await
        .expect(200);
    assert_eq!(elsewhere.json()["value"], 85.0);

    let stale = put(
        &admin,
        "initial_viability",
        "\"0\"",
        json!({"value": 60.0, "source": "x"}),
    )
    .await;
    assert_eq!(stale.problem(412, "condition_stale")["current"]["value"], 70.0);
    let path = "/v1/settings/initial_viability";
    admin.delete(path, &made.etag()).await.expect(204);
    assert_eq!(admin.get(path).await.expect(200).json()["value"], 85.0);
    let kept: i64 = app
        .value("SELECT count(*) FROM pr_exsitu.t_history WHERE table_name = 't_settings'")
        .await;
    assert_eq!(kept, 2);
}

#[tokio::test]
async fn only_who_has_the_right_decides() {
    let app = TestApp::start().await;
    let body = json!({"value": 70.0, "source": "x"});
    for login in ["jardinier", "responsable", "lecteur"] {
        put(&app.user(login), "initial_viability", "*", body.clone())
            .await
            .problem(403, "forbidden");
        app.user(login)
            .delete("/v1/settings/initial_viability", "*")
            .await
            .problem(403, "forbidden");
    }
}

#[tokio::test]
async fn a_value_is_within_its_range_and_has_a_reason() {
    let app = TestApp::start().await;
    let admin = app.user("admin");
    for (name, value) in [
        ("initial_viability", 100.5),
        ("confidence", 49.0),
        ("confidence", 100.0),
    ] {
        put(&admin, name, "*", json!({"value": value, "source": "x"}))
            .await
            .conflict("/value", "out_of_range");
    }
    put(&admin, "confidence", "*", json!({"value": 90.0, "source": " "}))
        .await
        .wrong_field("/source", "blank");
    let refused = app
        .refusal("INSERT INTO pr_exsitu.t_settings (id_organism, name, value, source, id_digitiser) VALUES (1, 'confidence', 100, 'x', 10)")
        .await;
    assert!(refused.contains("setting_known_and_in_range"), "{refused}");
}
