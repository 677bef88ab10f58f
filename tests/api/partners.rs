//! Partners, the first resource: what every resource does is tested here once.

use serde_json::json;

use crate::harness::TestApp;

#[tokio::test]
async fn a_partner_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let made = manager
        .post(
            "/v1/partners",
            json!({"name": "Jardin du Lautaret", "kind": "botanic_garden"}),
        )
        .await
        .expect(201);
    let path = made.location();
    assert_eq!(made.etag(), "\"1\"");

    let read = manager.get(&path).await.expect(200);
    assert_eq!(read.json(), made.json());
    assert_eq!(read.json()["id_digitiser"], 12);

    let changed = manager
        .patch(
            &path,
            &read.etag(),
            json!({"city": "Villar-d'Arêne", "phone": null}),
        )
        .await
        .expect(200);
    assert_eq!(changed.json()["city"], "Villar-d'Arêne");
    let stale = manager
        .patch(&path, &read.etag(), json!({"city": "Gap"}))
        .await
        .problem(412, "condition_stale");
    assert_eq!(stale["current"]["city"], "Villar-d'Arêne");

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
async fn additional_data_keeps_any_number() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let data = json!({"least": -f64::MAX, "tiny": 5e-324, "third": 1.0 / 3.0, "large": 36_893_488_147_419_103_233_f64});
    let partner = json!({"name": "Gap", "kind": "other", "additional_data": data});
    let made = manager.post("/v1/partners", partner).await.expect(201);
    assert_eq!(
        manager.get(&made.location()).await.expect(200).json()["additional_data"],
        data
    );
}
