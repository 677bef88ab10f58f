//! What the counts of a sowing say.

use serde_json::{Value, json};

use crate::harness::{TestApp, User};

/// A sowing of counted seeds in two trays, 20 days ago: its path and its trays.
async fn sown(app: &TestApp, gardener: &User, change: impl FnOnce(&mut Value)) -> (String, Vec<Value>) {
    let lot = app.lot(1000).await;
    let day: Value = app.value("SELECT pr_exsitu.today() - 20").await;
    let mut body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 100, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day, "replicate_count": 2});
    change(&mut body);
    let path = gardener.post("/v1/sowings", body).await.expect(201).location();
    let trays = gardener.get(&format!("{path}/replicates")).await.json();
    (
        path,
        trays
            .as_array()
            .unwrap()
            .iter()
            .map(|tray| tray["uuid"].clone())
            .collect(),
    )
}

async fn count(app: &TestApp, gardener: &User, path: &str, tray: &Value, days_ago: i32, emerged: i32) {
    let day: Value = app.value(&format!("SELECT pr_exsitu.today() - {days_ago}")).await;
    let body = json!({"count_date": day, "lines": [{"replicate": tray, "emerged": emerged}]});
    gardener.post(&format!("{path}/counts"), body).await.expect(201);
}

fn reason<'a>(results: &'a Value, figure: &str) -> &'a Value {
    let missing = results["missing"].as_array().unwrap();
    missing
        .iter()
        .find(|m| m["figure"] == figure)
        .map_or(&Value::Null, |m| &m["reason"])
}

#[tokio::test]
async fn counts_become_indices_intervals_and_a_verdict() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, trays) = sown(&app, &gardener, |_| ()).await;
    for tray in &trays {
        for (days_ago, emerged) in [(15, 4), (14, 17), (13, 10), (12, 7), (11, 1), (9, 1)] {
            count(&app, &gardener, &path, tray, days_ago, emerged).await;
        }
    }
    let results = gardener.get(&format!("{path}/results")).await.expect(200).json();
    assert_eq!(
        (&results["germination"]["count"], &results["germination"]["of"]),
        (&json!(80), &json!(100))
    );
    assert_eq!(results["indices"]["mean_time"], 6.7);
    // Of each tray: the published sample.
    let each = results["replicates"][0]["indices"]["median_time_coolbear"]
        .as_f64()
        .unwrap();
    assert!((each - 5.970_588_235_294_12).abs() < 1e-9);
    assert_eq!(results["verdict"], "undecided");
    assert_eq!(results["tolerance"]["within"], true);
    assert_eq!(results["emergence"]["steps"].as_array().unwrap().len(), 6);
    assert!(
        results["curve"]["c"]
            .as_f64()
            .is_some_and(|half| (5.0..7.0).contains(&half))
    );
}

#[tokio::test]
async fn what_cannot_be_known_is_null_and_says_why() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, _) = sown(&app, &gardener, |_| ()).await;
    let results = gardener.get(&format!("{path}/results")).await.expect(200).json();
    assert_eq!(
        (&results["germination"], reason(&results, "germination")),
        (&Value::Null, &json!("no_data"))
    );

    let pinch = |body: &mut Value| {
        body["sown_value"] = json!(3);
        body["sown_unit"] = json!("pinch");
        body["replicate_count"] = json!(1);
    };
    let (path, trays) = sown(&app, &gardener, pinch).await;
    count(&app, &gardener, &path, &trays[0], 5, 12).await;
    let results = gardener.get(&format!("{path}/results")).await.expect(200).json();
    assert_eq!(reason(&results, "indices"), "sown_not_counted");
}

#[tokio::test]
async fn who_may_not_see_a_sowing_sees_none_of_its_results() {
    let app = TestApp::start().await;
    let (path, _) = sown(&app, &app.user("jardinier"), |_| ()).await;
    app.user("partenaire")
        .get(&format!("{path}/results"))
        .await
        .problem(404, "not_found");
    app.anybody()
        .get(&format!("{path}/results"))
        .await
        .problem(401, "unauthenticated");
}

#[tokio::test]
async fn results_take_as_many_statements_whatever_the_trays() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let mut taken = Vec::new();
    for trays in [1, 20] {
        let (path, made) = sown(&app, &gardener, |body| body["replicate_count"] = json!(trays)).await;
        count(&app, &gardener, &path, &made[0], 5, 2).await;
        let before = app.statements();
        gardener.get(&format!("{path}/results")).await.expect(200);
        taken.push(app.statements() - before);
    }
    assert_eq!(taken[0], taken[1]);
}

#[tokio::test]
async fn treatments_are_ranked_for_the_taxon_then_its_kin() {
    let app = TestApp::demo().await;
    let cd_nom: i32 = app
        .value(
            "SELECT cd_nom FROM pr_exsitu.v_sowings WHERE state IN ('emergence_ended', 'closed') AND sown_unit = 'seed'
             AND sown_basis = 'counted' AND visits > 0 AND archived_at IS NULL GROUP BY cd_nom ORDER BY count(*) DESC, cd_nom LIMIT 1",
        )
        .await;
    let reader = app.user("admin");
    let found = reader
        .get(&format!("/v1/taxa/{cd_nom}/itineraries"))
        .await
        .expect(200)
        .json();
    let circles: Vec<&Value> = found.as_array().unwrap().iter().collect();
    assert_eq!(
        circles.iter().map(|c| &c["kinship"]).collect::<Vec<_>>(),
        ["taxon", "genus", "family"]
    );
    let sum = |circle: &Value, of: &str| -> u64 {
        let itineraries = circle["itineraries"].as_array().unwrap().iter();
        itineraries.map(|i| i[of].as_u64().unwrap()).sum()
    };
    let sowings = |circle| sum(circle, "sowings");
    let tests: i64 = app
        .value(&format!(
            "SELECT count(*) FROM pr_exsitu.v_seed_tests WHERE cd_nom = {cd_nom} AND state = 'finished' AND kind = 'germination'
             AND purpose <> 'practice' AND id_parent_test IS NULL AND visits > 0 AND archived_at IS NULL"
        ))
        .await;
    assert!(tests > 0 && sum(circles[0], "tests") >= tests.unsigned_abs());
    assert!(
        sowings(circles[0]) > 0
            && sowings(circles[0]) <= sowings(circles[1])
            && sowings(circles[1]) <= sowings(circles[2])
    );
    for circle in circles {
        let lows: Vec<f64> = circle["itineraries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["emergence"]["wilson"]["low"].as_f64().unwrap())
            .collect();
        assert!(lows.windows(2).all(|pair| pair[0] >= pair[1]), "{lows:?}");
    }
    reader
        .get("/v1/taxa/999999999/itineraries")
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn a_test_says_how_many_of_its_filled_seeds_are_alive() {
    let app = TestApp::demo().await;
    let reader = app.user("admin");
    let finished: Vec<(String, String)> = app
        .value(
            "SELECT coalesce(json_agg(json_build_array(kind, uuid)), '[]') FROM (SELECT DISTINCT ON (kind) kind, uuid
             FROM pr_exsitu.v_seed_tests WHERE state = 'finished' AND dissected > 0 ORDER BY kind, id) one",
        )
        .await;
    assert!(!finished.is_empty());
    for (kind, uuid) in finished {
        let results = reader
            .get(&format!("/v1/seed-tests/{uuid}/results"))
            .await
            .expect(200)
            .json();
        let viable = &results["viable"];
        assert!(
            viable["count"].as_u64() <= viable["of"].as_u64() && viable["of"].is_u64(),
            "{kind}: {results}"
        );
        assert_eq!(results["germination"].is_null(), kind != "germination", "{kind}");
        let bound = |name: &str| viable["exact"][name].as_f64().unwrap();
        let threshold = results["threshold"].as_f64().unwrap();
        let expected = match (bound("low") > threshold, bound("high") < threshold) {
            (true, _) => "above",
            (_, true) => "below",
            _ => "undecided",
        };
        assert_eq!(results["viable_verdict"], expected, "{kind}: {results}");
    }
}
