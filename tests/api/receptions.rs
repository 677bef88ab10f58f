//! Receptions, and the partners they come from.

use serde_json::{Value, json};

use crate::harness::{TestApp, User};

async fn partner(user: &User) -> Value {
    let body = json!({"name": "Jardin du Lautaret", "kind": "botanic_garden"});
    user.post("/v1/partners", body).await.expect(201).json()
}

fn reception(partner: &Value) -> Value {
    json!({"id_dataset": 1, "partner": partner["uuid"], "date_received": "2024-03-12", "provenance": "W", "partner_number": "118-B"})
}

#[tokio::test]
async fn a_reception_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let partner = partner(&manager).await;
    let made = manager
        .post("/v1/receptions", reception(&partner))
        .await
        .expect(201);
    let path = made.location();
    assert_eq!(
        made.json()["partner"],
        json!({"uuid": partner["uuid"], "name": "Jardin du Lautaret"})
    );
    let read = manager.get(&path).await.expect(200);
    assert_eq!((read.json(), read.etag()), (made.json(), made.etag()));

    let body = json!({"ipen": "FR-0-GAP-17", "partner_number": null, "provenance": "Z"});
    let changed = manager.patch(&path, &read.etag(), body).await.expect(200);
    assert_eq!(
        (&changed.json()["partner_number"], &changed.json()["provenance"]),
        (&Value::Null, &json!("Z"))
    );
    let stale = manager.patch(&path, &read.etag(), json!({})).await;
    assert_eq!(stale.problem(412, "condition_stale")["current"], changed.json());

    manager.delete(&path, &changed.etag()).await.expect(204);
    manager.get(&path).await.problem(404, "not_found");
    let history = manager.get(&format!("{path}/history")).await.expect(200).json();
    let operations: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["operation"])
        .collect();
    assert_eq!(operations, ["delete", "update", "insert"]);
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let ours = partner(&gardener).await;
    let theirs = partner(&app.user("partenaire")).await;
    for (field, value, code, status) in [
        ("date_received", json!("2999-01-01"), "not_in_future", 409),
        ("provenance", json!("X"), "wrong_type", 422),
        ("id_dataset", json!(3), "unknown_dataset", 409),
        ("partner", theirs["uuid"].clone(), "unknown_reference", 409),
        (
            "partner",
            json!("00000000-0000-4000-8000-000000000000"),
            "unknown_reference",
            409,
        ),
        ("colour", json!("blue"), "unknown_field", 422),
    ] {
        let mut body = reception(&ours);
        body[field] = value;
        gardener
            .post("/v1/receptions", body)
            .await
            .refused(status, &format!("/{field}"), code);
    }
    let path = format!("/v1/partners/{}", ours["uuid"].as_str().unwrap());
    gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .expect(200);
    gardener
        .post("/v1/receptions", reception(&ours))
        .await
        .problem(409, "archived");
}

#[tokio::test]
async fn a_partner_that_one_may_not_read_is_restricted() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let ours = partner(&gardener).await;
    let made = gardener
        .post("/v1/receptions", reception(&ours))
        .await
        .expect(201);
    // The dataset goes to the other organisation; the partner stays with ours.
    app.sql("UPDATE pr_exsitu.t_receptions SET id_dataset = 3").await;
    let seen = app
        .user("partenaire")
        .get(&made.location())
        .await
        .expect(200)
        .json();
    assert_eq!(seen["partner"], json!({"restricted": true}));
    let name = app.user("partenaire").get("/v1/receptions?search=lautaret").await;
    assert_eq!(name.json()["items"], json!([]));
    // A scope of everything reads partners of every organisation.
    let seen = app.user("lecteur").get(&made.location()).await.expect(200).json();
    assert_eq!(seen["partner"]["name"], "Jardin du Lautaret");
}

#[tokio::test]
async fn a_list_keeps_what_is_asked_in_one_statement() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let ours = partner(&gardener).await;
    for day in ["2022-01-05", "2024-03-12", "2023-06-30"] {
        let mut body = reception(&ours);
        body["date_received"] = json!(day);
        gardener.post("/v1/receptions", body).await.expect(201);
    }
    let days = async |query: &str| {
        let before = app.statements();
        let page = gardener
            .get(&format!("/v1/receptions?{query}"))
            .await
            .expect(200)
            .json();
        let items = page["items"].as_array().unwrap().clone();
        let days: Vec<_> = items
            .iter()
            .map(|r| r["date_received"].as_str().unwrap().to_owned())
            .collect();
        (
            app.statements() - before,
            days,
            page["next_cursor"].as_str().map(str::to_owned),
        )
    };
    let (cost, all, _) = days("").await;
    assert_eq!(all, ["2024-03-12", "2023-06-30", "2022-01-05"]);
    let (one, first, next) = days("limit=1").await;
    assert_eq!((one, first), (cost, vec!["2024-03-12".to_owned()]));
    assert_eq!(
        days(&format!("limit=1&cursor={}", next.unwrap())).await.1,
        ["2023-06-30"]
    );
    assert_eq!(
        days("date_min=2023-01-01&date_max=2023-12-31").await.1,
        ["2023-06-30"]
    );
    assert_eq!(days("search=LAUTARET&sort=date&limit=1").await.1, ["2022-01-05"]);
    assert_eq!(days("search=118-b").await.1.len(), 3);
    assert_eq!(
        days(&format!("partner={}", ours["uuid"].as_str().unwrap()))
            .await
            .1
            .len(),
        3
    );
    assert!(days("search=zzz").await.1.is_empty());
}

#[tokio::test]
async fn a_reception_sent_again_is_made_once() {
    let app = TestApp::start().await;
    let ours = partner(&app.user("jardinier")).await;
    let gardener = app.user("jardinier").key("one reception");
    let first = gardener
        .post("/v1/receptions", reception(&ours))
        .await
        .expect(201);
    let second = gardener
        .post("/v1/receptions", reception(&ours))
        .await
        .expect(201);
    assert_eq!(first.json(), second.json());
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_receptions")
            .await,
        1
    );
}
