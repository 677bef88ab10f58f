//! What the other tests stand on.

use serde_json::Value;

use crate::harness::TestApp;

#[tokio::test]
async fn a_lot_has_the_seeds_it_was_made_with() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    let stored: i32 = app
        .value(&format!(
            "SELECT seeds FROM pr_exsitu.t_stock_balances WHERE id_seed_lot = {}",
            lot.id
        ))
        .await;
    assert_eq!(stored, 100);
    let uuids: [String; 3] = app
        .value(&format!(
            "SELECT json_build_array(l.uuid, m.uuid, p.uuid) FROM pr_exsitu.v_stock_ledger
             JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) JOIN pr_exsitu.t_materials m USING (id_material)
             JOIN pr_exsitu.t_places p USING (id_place) WHERE id_seed_lot = {}",
            lot.id
        ))
        .await;
    assert_eq!(
        uuids,
        [lot.uuid, lot.material.uuid, lot.place.uuid].map(|uuid| uuid.to_string())
    );
}

#[tokio::test]
async fn two_tests_do_not_see_each_other() {
    let (one, other) = (TestApp::start().await, TestApp::start().await);
    let place = one.place(1).await;
    let elsewhere: Option<i32> = other
        .value(&format!(
            "SELECT id_place FROM pr_exsitu.t_places WHERE uuid = '{}'",
            place.uuid
        ))
        .await;
    assert_eq!(elsewhere, None);
}

#[tokio::test]
async fn the_demonstration_is_served() {
    let app = TestApp::demo().await;
    app.anybody().get("/health/ready").await.expect(200);
    app.user("lecteur").get("/v1/partners").await.expect(200);
    assert!(
        app.value::<Value>("SELECT count(*) FROM pr_exsitu.t_history")
            .await
            .is_number()
    );
}

#[tokio::test]
async fn the_service_counts_its_statements() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    reader.get("/v1/me").await.expect(200);
    let before = app.statements();
    reader.get("/v1/me").await.expect(200);
    // The role, then its rights.
    assert_eq!(app.statements() - before, 2);
}
