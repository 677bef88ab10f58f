//! Weighings of a seed lot: what is computed from them, and who adds one.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::TestApp;

const EIGHT: [f64; 8] = [0.0213, 0.0209, 0.0215, 0.0211, 0.0208, 0.0214, 0.0210, 0.0212];

async fn today(app: &TestApp) -> String {
    app.value("SELECT pr_exsitu.today()").await
}

fn weighings(lot: Uuid) -> String {
    format!("/v1/seed-lots/{lot}/weighings")
}

#[tokio::test]
async fn a_weighing_gives_the_weight_of_a_thousand_seeds_and_their_number() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    let day = today(&app).await;
    let new = json!({"weighing_date": day, "seeds_per_sample": 100, "sample_masses_g": EIGHT, "total_mass_g": 3.75});
    let made = gardener.post(&weighings(lot.uuid), new).await.expect(201);
    let weighing = made.json();
    let results = &weighing["results"];
    assert_eq!(
        (&results["mean_g"], &results["tsw_g"]),
        (&json!(0.02115), &json!(0.2115))
    );
    assert_eq!(
        (
            &results["cv_percent"],
            &results["cv_limit_percent"],
            &results["within_limit"]
        ),
        (&json!(1.15815), &json!(4.0), &json!(true))
    );
    assert_eq!(results["estimated_seeds"], 17_730);
    assert!(
        results["estimated_seeds_min"].as_i64() < Some(17_730)
            && Some(17_730) < results["estimated_seeds_max"].as_i64()
    );
    assert_eq!(
        (&weighing["sample_masses_g"], &weighing["total_mass_g"]),
        (&json!(EIGHT), &json!(3.75))
    );

    assert_eq!(gardener.get(&made.location()).await.expect(200).json(), weighing);
    let record = gardener
        .get(&format!("/v1/seed-lots/{}", lot.uuid))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &record["last_weighing"]["results"],
            &record["last_weighing"]["weighing_date"]
        ),
        (results, &json!(day))
    );
    let history = gardener
        .get(&format!("/v1/seed-lots/{}/history", lot.uuid))
        .await
        .expect(200)
        .json();
    assert_eq!(history["items"][0]["table"], "t_seed_weighings");
}

#[tokio::test]
async fn a_figure_that_cannot_be_computed_is_null_with_its_reason() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    let new =
        json!({"weighing_date": today(&app).await, "seeds_per_sample": 50, "sample_masses_g": [0.0213]});
    let results = app
        .user("jardinier")
        .post(&weighings(lot.uuid), new)
        .await
        .expect(201)
        .json()["results"]
        .clone();
    assert_eq!(
        (
            &results["tsw_g"],
            &results["within_limit"],
            &results["estimated_seeds"]
        ),
        (&json!(0.426), &Value::Null, &Value::Null)
    );
    let missing = results["missing"].as_array().unwrap();
    assert!(missing.contains(&json!({"figure": "within_limit", "reason": "one_sample"})));
    assert!(missing.contains(&json!({"figure": "estimated_seeds", "reason": "total_mass_unknown"})));
}

#[tokio::test]
async fn samples_that_do_not_agree_are_said_on_the_lot() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    let new = json!({"weighing_date": today(&app).await, "seeds_per_sample": 100, "sample_masses_g": [0.0200, 0.0210, 0.0190, 0.0205]});
    let made = gardener.post(&weighings(lot.uuid), new).await.expect(201);
    assert_eq!(made.json()["results"]["within_limit"], false);
    let warnings = gardener
        .get(&format!("/v1/seed-lots/{}", lot.uuid))
        .await
        .expect(200)
        .json()["warnings"]
        .clone();
    assert_eq!(warnings[0]["code"], "cv_above_limit");
    let words = warnings[0]["message"].as_str().unwrap();
    assert!(words.ends_with("4,2 % pour 4 % au plus."), "{words}");
    // Chaffy seeds vary more.
    let chaffy = gardener
        .patch(&made.location(), &made.etag(), json!({"is_chaffy": true}))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &chaffy["results"]["cv_limit_percent"],
            &chaffy["results"]["within_limit"]
        ),
        (&json!(6.0), &json!(true))
    );
}

#[tokio::test]
async fn what_is_wrong_in_a_weighing_is_refused() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    let day = today(&app).await;
    let good = json!({"weighing_date": day, "seeds_per_sample": 100, "sample_masses_g": [0.02, 0.021]});
    let tomorrow: String = app.value("SELECT pr_exsitu.today() + 1").await;
    for (field, value, pointer, code, status) in [
        (
            "weighing_date",
            json!(tomorrow),
            "/weighing_date",
            "not_in_future",
            409,
        ),
        ("seeds_per_sample", json!(0), "/seeds_per_sample", "range", 422),
        ("sample_masses_g", json!([]), "/sample_masses_g", "length", 422),
        (
            "sample_masses_g",
            json!(vec![0.1; 101]),
            "/sample_masses_g",
            "length",
            422,
        ),
        (
            "sample_masses_g",
            json!([0.02, 0]),
            "/sample_masses_g/1",
            "out_of_range",
            422,
        ),
        (
            "sample_masses_g",
            json!([0.02, "0.03"]),
            "/sample_masses_g/1",
            "wrong_type",
            422,
        ),
        ("total_mass_g", json!(0), "/total_mass_g", "out_of_range", 422),
        ("tsw_g", json!(0.2), "/tsw_g", "unknown_field", 422),
    ] {
        let mut body = good.clone();
        body[field] = value;
        gardener
            .post(&weighings(lot.uuid), body)
            .await
            .refused(status, pointer, code);
    }
    let mut early = good.clone();
    early["weighing_date"] = app.value("SELECT pr_exsitu.today() - 401").await;
    gardener
        .post(&weighings(lot.uuid), early)
        .await
        .problem(409, "dates_along_chain");
    app.sql("UPDATE pr_exsitu.t_seed_lots SET archived_at = now()")
        .await;
    gardener
        .post(&weighings(lot.uuid), good)
        .await
        .problem(409, "archived");
}

#[tokio::test]
async fn weighing_is_changing_the_lot() {
    let app = TestApp::start().await;
    let (ours, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let new = json!({"weighing_date": today(&app).await, "seeds_per_sample": 100, "sample_masses_g": [0.02]});
    app.user("lecteur")
        .post(&weighings(ours.uuid), new.clone())
        .await
        .problem(403, "forbidden");
    app.user("jardinier")
        .post(&weighings(theirs.uuid), new.clone())
        .await
        .problem(404, "not_found");
    app.user("responsable")
        .post(&weighings(theirs.uuid), new.clone())
        .await
        .problem(403, "forbidden");
    let made = app
        .user("jardinier")
        .post(&weighings(ours.uuid), new)
        .await
        .expect(201);
    app.user("partenaire")
        .get(&made.location())
        .await
        .problem(404, "not_found");
    app.user("lecteur").get(&made.location()).await.expect(200);
    app.user("lecteur")
        .delete(&made.location(), "*")
        .await
        .problem(403, "forbidden");
    // A weighing is read through its own lot.
    let uuid = made.json()["uuid"].as_str().unwrap().to_owned();
    app.user("lecteur")
        .get(&format!("{}/{uuid}", weighings(theirs.uuid)))
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn the_weighings_of_a_lot_are_listed_the_last_first() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    for days in [30, 10, 20] {
        let day: String = app.value(&format!("SELECT pr_exsitu.today() - {days}")).await;
        let new = json!({"weighing_date": day, "seeds_per_sample": days, "sample_masses_g": [0.02]});
        gardener.post(&weighings(lot.uuid), new).await.expect(201);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = gardener
            .get(&format!("{}?limit=2{cursor}", weighings(lot.uuid)))
            .await
            .expect(200)
            .json();
        seen.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|w| w["seeds_per_sample"].as_i64().unwrap()),
        );
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, [10, 20, 30]);
    let record = gardener
        .get(&format!("/v1/seed-lots/{}", lot.uuid))
        .await
        .expect(200)
        .json();
    assert_eq!(record["last_weighing"]["results"]["tsw_g"], 2.0);
}

#[tokio::test]
async fn a_weighing_is_corrected_and_deleted_at_the_version_read() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(0).await;
    let new = json!({"weighing_date": today(&app).await, "seeds_per_sample": 100, "sample_masses_g": [0.02], "total_mass_g": 1, "remarks": "x"});
    let made = gardener.post(&weighings(lot.uuid), new).await.expect(201);
    let changes = json!({"sample_masses_g": [0.02, 0.0202], "remarks": null, "total_mass_g": 2});
    let changed = gardener
        .patch(&made.location(), &made.etag(), changes)
        .await
        .expect(200);
    assert_eq!(
        (&changed.json()["results"]["samples"], &changed.json()["remarks"]),
        (&json!(2), &Value::Null)
    );
    let stale = gardener
        .patch(&made.location(), &made.etag(), json!({"remarks": "y"}))
        .await
        .problem(412, "condition_stale");
    assert_eq!(stale["current"]["total_mass_g"], 2);
    gardener
        .patch(&made.location(), "*", json!({"sample_masses_g": null}))
        .await
        .wrong_field("/sample_masses_g", "not_null");

    // A weighing keeps its lot from being deleted.
    let manager = app.user("responsable");
    let refused = manager
        .delete(&format!("/v1/seed-lots/{}", lot.uuid), "*")
        .await
        .problem(409, "has_children");
    assert_eq!(refused["facts"]["table"], "t_seed_weighings");
    gardener
        .delete(&made.location(), &made.etag())
        .await
        .problem(412, "condition_stale");
    gardener
        .delete(&made.location(), &changed.etag())
        .await
        .expect(204);
    gardener.get(&made.location()).await.problem(404, "not_found");
    manager
        .delete(&format!("/v1/seed-lots/{}", lot.uuid), "*")
        .await
        .expect(204);
}
