//! How alive a lot is, when to test it again, how many of its seeds to sow.

use serde_json::{Value, json};

use crate::harness::{Lot, TestApp, User};

/// A germination test of some seeds of a lot that began so many days ago: its path.
async fn begun(app: &TestApp, gardener: &User, lot: &Lot, days_ago: i32, seeds: i32) -> String {
    let start: Value = app.value(&format!("SELECT pr_exsitu.today() - {days_ago}")).await;
    let body = json!({"lot": lot.uuid, "source_place": lot.place.uuid, "kind": "germination", "purpose": "monitoring",
        "state": "running", "seeds": seeds, "date_start": start});
    gardener.post("/v1/seed-tests", body).await.expect(201).location()
}

/// The same, counted once and over.
async fn tested(
    app: &TestApp,
    gardener: &User,
    lot: &Lot,
    days_ago: i32,
    (germinated, seeds): (i32, i32),
) -> String {
    let path = begun(app, gardener, lot, days_ago, seeds).await;
    let dish = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    let end: Value = app
        .value(&format!("SELECT pr_exsitu.today() - {}", days_ago - 20))
        .await;
    let left = seeds - germinated;
    let classes = json!([{"class": "normal", "seeds": germinated}, {"class": "dead", "seeds": left}]);
    let line = json!({"replicate": dish, "emerged": germinated, "dissected": left, "classes": classes});
    let count = json!({"count_date": end, "lines": [line]});
    gardener.post(&format!("{path}/counts"), count).await.expect(201);
    let over = json!({"to": "finished", "date": end});
    gardener
        .post(&format!("{path}/transitions"), over)
        .await
        .expect(200);
    path
}

/// A lot of a buttercup at 5 % and −18 °C: constants are published for another of its genus.
async fn buttercup(app: &TestApp, seeds: i32) -> Lot {
    let lot = app.lot(seeds).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.cor_material_taxa SET cd_nom = (SELECT min(cd_nom) FROM taxonomie.taxref
           WHERE lb_nom LIKE 'Ranunculus _%' AND cd_nom = cd_ref) WHERE id_material = {}",
        lot.material.id
    ))
    .await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_seed_lots SET moisture_percent = 6 WHERE id_seed_lot = {}",
        lot.id
    ))
    .await;
    // The room is cold, and what is in it with it.
    let room = app.place(1).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET expected_temperature = -18 WHERE id_place = {}",
        room.id
    ))
    .await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET id_parent = {} WHERE id_place = {}",
        room.id, lot.place.id
    ))
    .await;
    lot
}

fn reason<'a>(found: &'a Value, figure: &str) -> &'a Value {
    let missing = found["missing"].as_array().unwrap();
    let found = missing.iter().find(|missing| missing["figure"] == figure);
    found.map_or(&Value::Null, |missing| &missing["reason"])
}

#[tokio::test]
async fn a_lot_says_its_history_its_years_to_come_and_its_next_test() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), buttercup(&app, 2000).await);
    tested(&app, &gardener, &lot, 250, (90, 100)).await;
    tested(&app, &gardener, &lot, 100, (84, 100)).await;
    begun(&app, &gardener, &lot, 3, 50).await;
    let path = format!("/v1/seed-lots/{}/viability", lot.uuid);
    let found = gardener.get(&path).await.expect(200).json();

    let rates: Vec<&Value> = found["tests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|test| &test["germination"]["rate"])
        .collect();
    assert_eq!(rates, [&json!(0.9), &json!(0.84), &Value::Null]);
    assert_eq!(found["tests"][2]["germination_reason"], "no_data");
    assert_eq!(found["initial"]["share"]["rate"], 0.9);
    assert_eq!(
        (&found["last"]["share"]["rate"], &found["last"]["measured"]),
        (&json!(0.84), &json!("viable"))
    );
    assert_eq!(found["regeneration_threshold"], 0.85 * 0.9);

    let store = &found["store"];
    assert_eq!(
        (&store["moisture_percent"], &store["moisture_source"]),
        (&json!(6.0), &json!("lot"))
    );
    assert_eq!(
        (&store["temperature"], &store["temperature_source"]),
        (&json!(-18.0), &json!("place"))
    );
    let model = &found["model"];
    assert_eq!(model["now"]["level"], "genus");
    assert!(model["now"]["low"].as_f64().unwrap() <= 0.84);
    assert_eq!(model["course"].as_array().unwrap().len(), 41);
    assert_eq!(found["next_test"]["reason"], "share_of_prediction");
    assert_eq!(found["test_plan"]["recommended"], 100);
}

#[tokio::test]
async fn another_store_can_be_supposed() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), buttercup(&app, 500).await);
    tested(&app, &gardener, &lot, 100, (90, 100)).await;
    let path = format!("/v1/seed-lots/{}/viability", lot.uuid);
    let sigma = async |query: &str| {
        let found = gardener.get(&format!("{path}{query}")).await.expect(200).json();
        (
            found["model"]["sigma_days"]["low"].as_f64().unwrap(),
            found["store"]["moisture_source"].clone(),
        )
    };
    let (as_it_is, wet) = (sigma("").await, sigma("?moisture=12&temperature=20").await);
    assert!(as_it_is.0 > 10.0 * wet.0);
    assert_eq!((as_it_is.1, wet.1), (json!("lot"), json!("asked")));
    for (query, field) in [
        ("?moisture=1.9", "/moisture"),
        ("?moisture=25.1", "/moisture"),
        ("?temperature=-21", "/temperature"),
        ("?temperature=91", "/temperature"),
        ("?years=0", "/years"),
    ] {
        let problem = gardener
            .get(&format!("{path}{query}"))
            .await
            .problem(422, "invalid");
        assert_eq!(problem["errors"][0]["pointer"], field, "{query}");
    }
}

#[tokio::test]
async fn what_cannot_be_known_of_a_lot_is_null_and_says_why() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(0).await);
    let path = format!("/v1/seed-lots/{}", lot.uuid);
    let found = gardener
        .get(&format!("{path}/viability"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&found["last"], reason(&found, "last")),
        (&Value::Null, &json!("not_tested"))
    );
    assert_eq!(found["next_test"]["reason"], "never_tested");
    assert_eq!(reason(&found, "test_plan"), "stock_unknown");
    let size = gardener
        .get(&format!("{path}/sowing-size?plants=30"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&size["from_tests"], reason(&size, "from_tests")),
        (&Value::Null, &json!("not_tested"))
    );
    assert_eq!(reason(&size, "available"), "stock_unknown");
}

#[tokio::test]
async fn without_a_model_the_next_test_comes_by_how_long_the_seeds_are_known_to_live() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(1000).await);
    tested(&app, &gardener, &lot, 100, (95, 100)).await;
    let path = format!("/v1/seed-lots/{}", lot.uuid);
    for (longevity, years, reason) in [
        (Value::Null, 5, "longevity_unknown"),
        (json!("short"), 5, "short_lived"),
        (json!("long"), 10, "long_lived"),
    ] {
        let lot = gardener
            .patch(&path, "*", json!({"longevity": longevity}))
            .await
            .expect(200)
            .json();
        assert_eq!(lot["longevity"], longevity);
        let found = gardener
            .get(&format!("{path}/viability"))
            .await
            .expect(200)
            .json();
        assert_eq!(
            (&found["next_test"]["days"], &found["next_test"]["reason"]),
            (&json!(years * 365), &json!(reason))
        );
    }
    let refused = gardener.patch(&path, "*", json!({"longevity": "eternal"})).await;
    assert_eq!(refused.expect(422).json()["errors"][0]["pointer"], "/longevity");
}

#[tokio::test]
async fn seeds_to_sow_come_from_the_tests_and_the_sowings_of_the_lot() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(1000).await);
    tested(&app, &gardener, &lot, 100, (45, 100)).await;
    let path = format!("/v1/seed-lots/{}/sowing-size", lot.uuid);
    let found = gardener
        .get(&format!("{path}?plants=30&confidence=0.95"))
        .await
        .expect(200)
        .json();
    let size = &found["from_tests"]["size"];
    assert_eq!(
        (&size["on_average"], &size["if_the_test_is_exact"]),
        (&json!(67), &json!(82))
    );
    assert_eq!(found["available"], 900);
    assert_eq!(found["from_tests"]["alive_reason"], "moisture_unknown");
    assert_eq!(reason(&found, "from_sowings"), "no_data");

    let day: Value = app.value("SELECT pr_exsitu.today() - 60").await;
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 200, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day, "replicate_count": 1});
    let sowing = gardener.post("/v1/sowings", body).await.expect(201).location();
    let tray = gardener.get(&format!("{sowing}/replicates")).await.json()[0]["uuid"].clone();
    let count = json!({"lines": [{"replicate": tray, "emerged": 60}]});
    gardener
        .post(&format!("{sowing}/counts"), count)
        .await
        .expect(201);
    gardener
        .post(&format!("{sowing}/transitions"), json!({"to": "emergence_ended"}))
        .await
        .expect(200);
    let found = gardener
        .get(&format!("{path}?plants=30"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &found["from_sowings"]["success"]["count"],
            &found["from_sowings"]["success"]["of"]
        ),
        (&json!(60), &json!(200))
    );
    assert!(found["from_sowings"]["size"]["seeds"].as_i64() > found["from_tests"]["size"]["seeds"].as_i64());

    for (query, field) in [
        ("?plants=0", "/plants"),
        ("?plants=30&confidence=1", "/confidence"),
        ("", "/plants"),
    ] {
        let problem = gardener
            .get(&format!("{path}{query}"))
            .await
            .problem(422, "invalid");
        assert_eq!(problem["errors"][0]["pointer"], field, "{query}");
    }
}

#[tokio::test]
async fn who_may_not_see_a_lot_knows_nothing_of_its_viability() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    for path in ["viability", "sowing-size?plants=30"] {
        let path = format!("/v1/seed-lots/{}/{path}", lot.uuid);
        app.user("partenaire").get(&path).await.problem(404, "not_found");
        app.anybody().get(&path).await.problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn the_results_of_a_hundred_tests_take_as_many_statements_as_those_of_one() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(1000).await);
    let path = format!("/v1/seed-lots/{}/viability", lot.uuid);
    tested(&app, &gardener, &lot, 100, (5, 10)).await;
    let mut taken = Vec::new();
    for more in [0, 99] {
        for _ in 0..more {
            begun(&app, &gardener, &lot, 10, 1).await;
        }
        let before = app.statements();
        let found = gardener.get(&path).await.expect(200).json();
        taken.push((
            found["tests"].as_array().unwrap().len(),
            app.statements() - before,
        ));
    }
    assert_eq!((taken[0].0, taken[1].0), (1, 100));
    assert_eq!(taken[0].1, taken[1].1);
}
