//! Seed tests: what is left in the dish, and what it turned out to be.

use serde_json::{Value, json};

use crate::harness::{Lot, TestApp, User};

const TESTS: &str = "/v1/seed-tests";

fn draft(lot: &Lot, seeds: i32) -> Value {
    json!({"lot": lot.uuid, "source_place": lot.place.uuid, "kind": "germination", "seeds": seeds})
}

/// A test of a kind that began 20 days ago.
fn running(lot: &Lot, kind: &str, seeds: i32, start: &Value) -> Value {
    let mut body = draft(lot, seeds);
    body["kind"] = json!(kind);
    body["state"] = json!("running");
    body["date_start"] = start.clone();
    body
}

async fn days_ago(app: &TestApp, days: i32) -> Value {
    app.value(&format!("SELECT pr_exsitu.today() - {days}")).await
}

/// A test of a kind of these seeds in one dish, for 20 days: its path and its replicate.
async fn dish(app: &TestApp, user: &User, lot: &Lot, kind: &str, seeds: i32) -> (String, Value) {
    let start = days_ago(app, 20).await;
    let path = user
        .post(TESTS, running(lot, kind, seeds, &start))
        .await
        .expect(201)
        .location();
    let replicate = user.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    (path, replicate)
}

async fn count(user: &User, path: &str, line: Value) -> crate::harness::Response {
    user.post(&format!("{path}/counts"), json!({"lines": [line]}))
        .await
}

async fn go(user: &User, path: &str, body: Value) -> crate::harness::Response {
    user.post(&format!("{path}/transitions"), body).await
}

async fn left(app: &TestApp, lot: &Lot) -> Option<i64> {
    app.value(&format!(
        "SELECT sum(seeds) FROM pr_exsitu.t_stock_balances WHERE id_seed_lot = {}",
        lot.id
    ))
    .await
}

#[tokio::test]
async fn a_test_debits_its_lot_once_as_it_begins() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(300).await, app.user("jardinier"));
    let mut body = draft(&lot, 100);
    body["replicate_count"] = json!(4);
    body["purpose"] = json!("initial");
    body["support"] = json!("agar");
    body["regimes"] = json!([
        {"from_day": 0, "day_temperature": 4, "photoperiod_hours": 0},
        {"from_day": 28, "day_temperature": 20, "night_temperature": 10, "photoperiod_hours": 12, "light": "LED"}
    ]);
    body["treatment_steps"] = json!([{"kind": "soaking", "duration": 24, "duration_unit": "hour"}]);
    let made = gardener.post(TESTS, body).await.expect(201);
    let (path, record) = (made.location(), made.json());
    assert!(record["code"].as_str().unwrap().starts_with('T'));
    assert_eq!(
        (&record["state"], &record["next_states"], &record["id_dataset"]),
        (&json!("draft"), &json!(["running", "cancelled"]), &json!(1))
    );
    assert_eq!(record["lot"]["uuid"], json!(lot.uuid));
    assert_eq!(record["regimes"][1]["from_day"], 28);
    assert_eq!(left(&app, &lot).await, Some(300));
    let shares = gardener
        .get(&format!("{path}/replicates"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&shares[0]["sown"], &shares[3]["code"]),
        (&json!(25), &json!("D"))
    );
    let steps = gardener
        .get(&format!("{path}/treatment-steps"))
        .await
        .expect(200)
        .json();
    assert_eq!(steps[0]["kind"], "soaking");

    let begun = go(&gardener, &path, json!({"to": "running"}))
        .await
        .expect(200)
        .json();
    assert_eq!(begun["date_start"], days_ago(&app, 0).await);
    assert_eq!(left(&app, &lot).await, Some(200));
    let cause = format!("/v1/stock-movements?cause={}", record["uuid"].as_str().unwrap());
    let movements = gardener.get(&cause).await.json();
    assert_eq!(
        (
            &movements["items"][0]["seeds"],
            &movements["items"][0]["kind"],
            &movements["items"].as_array().unwrap().len()
        ),
        (&json!(-100), &json!("germination_test"), &1)
    );
    let movement = movements["items"][0]["uuid"].as_str().unwrap().to_owned();
    gardener
        .post(
            &format!("/v1/stock-movements/{movement}/reversal"),
            json!({"reason": "x"}),
        )
        .await
        .problem(409, "movement_has_cause");
    let refused = go(&gardener, &path, json!({"to": "running"})).await;
    assert_eq!(
        refused.problem(409, "seed_test_transition")["facts"],
        json!({"from": "running", "to": "running"})
    );
    let cut = running(&lot, "cut", 10, &days_ago(&app, 0).await);
    gardener.post(TESTS, cut).await.expect(201);
    let kinds = gardener
        .get("/v1/stock-movements?kind=viability_test")
        .await
        .json();
    assert_eq!(kinds["items"][0]["seeds"], -10);
}

#[tokio::test]
async fn a_test_that_the_lot_cannot_feed_leaves_nothing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(50).await, app.user("jardinier"));
    let start = days_ago(&app, 0).await;
    gardener
        .post(TESTS, running(&lot, "germination", 51, &start))
        .await
        .problem(409, "stock_not_negative");
    for table in ["t_seed_tests", "t_code_counters WHERE kind = 'seed_test'"] {
        let rows: i64 = app
            .value(&format!("SELECT count(*) FROM pr_exsitu.{table}"))
            .await;
        assert_eq!(rows, 0, "{table}");
    }
    assert_eq!(left(&app, &lot).await, Some(50));
}

#[tokio::test]
async fn germination_is_counted_and_its_classes_explain_every_seed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 25).await;
    let body = json!({"count_date": days_ago(&app, 10).await, "next_count_due": days_ago(&app, 3).await,
        "lines": [{"replicate": replicate, "emerged": 15}]});
    gardener.post(&format!("{path}/counts"), body).await.expect(201);
    assert_eq!(
        gardener.get(&path).await.json()["next_count_due"],
        days_ago(&app, 3).await
    );
    let refused = go(&gardener, &path, json!({"to": "finished"})).await;
    let refused = refused.problem(409, "seed_test_complete");
    assert_eq!(
        refused["facts"],
        json!({"replicate": "A", "sown": 25, "emerged": 15, "dissected": 0, "missing": 10})
    );
    let last = json!({"replicate": replicate, "emerged": 3, "dissected": 7, "classes": [
        {"class": "normal", "seeds": 16}, {"class": "abnormal", "seeds": 2},
        {"class": "fresh", "seeds": 4}, {"class": "dead", "seeds": 2}, {"class": "empty", "seeds": 1}]});
    let counted = count(&gardener, &path, last).await.expect(201).json();
    assert_eq!(counted["counts"][0]["classes"].as_array().unwrap().len(), 5);
    let yesterday = json!({"to": "finished", "date": days_ago(&app, 1).await});
    go(&gardener, &path, yesterday)
        .await
        .conflict("/date", "dates_ordered");
    let finished = go(&gardener, &path, json!({"to": "finished"}))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &finished["state"],
            &finished["date_end"],
            &finished["next_count_due"]
        ),
        (&json!("finished"), &days_ago(&app, 0).await, &Value::Null)
    );
    assert_eq!(
        (
            &finished["tally"]["emerged"],
            &finished["tally"]["dissected"],
            &finished["tally"]["missing"]
        ),
        (&json!(18), &json!(7), &json!(0))
    );
    assert_eq!(
        finished["tally"]["classes"],
        json!([
            {"class": "normal", "seeds": 16}, {"class": "abnormal", "seeds": 2}, {"class": "fresh", "seeds": 4},
            {"class": "dead", "seeds": 2}, {"class": "empty", "seeds": 1}
        ])
    );
    count(&gardener, &path, json!({"replicate": replicate, "emerged": 0}))
        .await
        .problem(409, "count_state");
    go(&gardener, &path, json!({"to": "running"}))
        .await
        .conflict("/reason", "required");
    let reopened = json!({"to": "running", "reason": "Une semence oubliée"});
    let reopened = go(&gardener, &path, reopened).await.expect(200).json();
    assert_eq!(
        (&reopened["date_end"], &reopened["state_reason"]),
        (&Value::Null, &json!("Une semence oubliée"))
    );
    assert_eq!(left(&app, &lot).await, Some(75));
}

#[tokio::test]
async fn classes_are_those_of_the_kind_of_the_test() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(200).await, app.user("jardinier"));
    for (kind, classes) in [
        (
            "germination",
            &["hard", "fresh", "dead", "empty", "embryoless", "infested"][..],
        ),
        (
            "tetrazolium",
            &["stained", "partly_stained", "unstained", "empty", "infested"],
        ),
        ("cut", &["full", "empty", "infested", "immature"]),
        ("x_ray", &["full", "empty", "infested", "immature"]),
    ] {
        let (path, replicate) = dish(&app, &gardener, &lot, kind, 20).await;
        let line = |class: &str| json!({"replicate": replicate, "dissected": 1, "classes": [{"class": class, "seeds": 1}]});
        for class in classes {
            count(&gardener, &path, line(class)).await.expect(201);
        }
        for class in ["hard", "stained", "full"] {
            if !classes.contains(&class) {
                let refused = count(&gardener, &path, line(class)).await;
                let refused = refused.conflict("/lines/0/classes", "count_class_of_kind");
                assert_eq!(refused["facts"]["class"], class);
            }
        }
        if kind != "germination" {
            for grown in ["emerged", "observed_alive", "dead", "removed"] {
                let mut seen = json!({"replicate": replicate, "dissected": 1});
                seen[grown] = json!(0);
                count(&gardener, &path, seen)
                    .await
                    .conflict("/lines/0", "count_examines_only");
            }
            assert_eq!(gardener.get(&path).await.json()["tally"]["emerged"], Value::Null);
        }
        let tally = gardener.get(&path).await.json()["tally"].clone();
        assert_eq!(tally["dissected"], json!(classes.len()), "{kind}");
        assert_eq!(
            tally["classes"].as_array().unwrap().len(),
            classes.len(),
            "{kind}"
        );
    }
    let english = app.user("jardinier").language("en");
    let (path, replicate) = dish(&app, &english, &lot, "x_ray", 5).await;
    let refused = count(&english, &path, json!({"replicate": replicate, "emerged": 1})).await;
    assert!(refused.json()["detail"].as_str().unwrap().contains("X-ray"));
}

#[tokio::test]
async fn classes_sum_to_the_seeds_examined_and_seedlings_emerged() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 25).await;
    let line = |figures: Value, classes: Value| {
        let mut line = figures;
        line["replicate"] = replicate.clone();
        line["classes"] = classes;
        line
    };
    let fresh = json!([{"class": "fresh", "seeds": 3}]);
    let refused = count(&gardener, &path, line(json!({"dissected": 4}), fresh.clone())).await;
    let refused = refused.conflict("/lines/0/classes", "count_classes_sum");
    assert_eq!(refused["facts"], json!({"classed": 3, "dissected": 4}));
    count(&gardener, &path, line(json!({"emerged": 4}), fresh.clone()))
        .await
        .problem(409, "count_classes_sum");
    let twice = json!([{"class": "fresh", "seeds": 3}, {"class": "fresh", "seeds": 1}]);
    count(&gardener, &path, line(json!({"dissected": 4}), twice))
        .await
        .conflict("/lines/0/classes", "already_exists");
    count(&gardener, &path, line(json!({}), fresh))
        .await
        .conflict("/lines/0", "count_says_one_thing");
    let normal = |seeds: i32| json!([{"class": "normal", "seeds": seeds}]);
    let refused = count(&gardener, &path, line(json!({"emerged": 5}), normal(6))).await;
    let refused = refused.conflict("/lines/0", "count_seedlings_emerged");
    assert_eq!(
        refused["facts"],
        json!({"replicate": "A", "seedlings": 6, "emerged": 5})
    );
    count(
        &gardener,
        &path,
        line(json!({"emerged": 0}), json!([{"class": "normal", "seeds": 0}])),
    )
    .await
    .refused(422, "/lines/0/classes/0/seeds", "range");
    let emergence = count(&gardener, &path, line(json!({"emerged": 5}), json!([])))
        .await
        .expect(201)
        .location();
    let classed = count(&gardener, &path, line(json!({"dissected": 0}), normal(5)))
        .await
        .expect(201)
        .location();
    // What seedlings were classed of is not undone before them; their classes go with their count.
    gardener
        .post(&format!("{emergence}/reversal"), json!({"reason": "x"}))
        .await
        .problem(409, "count_seedlings_emerged");
    gardener
        .post(&format!("{classed}/reversal"), json!({"reason": "Mal évaluées"}))
        .await
        .expect(201);
    let tally = gardener.get(&path).await.json()["tally"].clone();
    assert_eq!((&tally["classes"], &tally["emerged"]), (&json!([]), &json!(5)));
    let kept = gardener.get(&classed).await.json();
    assert_eq!(kept["classes"], json!([{"class": "normal", "seeds": 5}]));
    gardener
        .post(&format!("{emergence}/reversal"), json!({"reason": "x"}))
        .await
        .expect(201);
}

#[tokio::test]
async fn classes_are_not_noted_in_a_sowing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 10, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown"});
    let path = gardener.post("/v1/sowings", body).await.expect(201).location();
    let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    let line = json!({"replicate": replicate, "dissected": 1, "classes": [{"class": "dead", "seeds": 1}]});
    count(&gardener, &path, line)
        .await
        .conflict("/lines/0/classes", "count_class_of_test");
    count(&gardener, &path, json!({"replicate": replicate, "dissected": 1}))
        .await
        .expect(201);
    let classes = "INSERT INTO pr_exsitu.t_count_classes (id_count, class, seeds) SELECT id_count, 'dead', 1 FROM pr_exsitu.t_counts";
    assert_eq!(app.refusal(classes).await, "count_class_of_test");
}

#[tokio::test]
async fn a_second_chance_takes_what_its_parent_left() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 25).await;
    let parent = gardener.get(&path).await.json()["uuid"].clone();
    let again = |seeds: i32| json!({"lot": lot.uuid, "parent_test": parent, "kind": "germination", "purpose": "dormancy", "seeds": seeds, "state": "running"});
    count(
        &gardener,
        &path,
        json!({"replicate": replicate, "emerged": 15, "dissected": 10}),
    )
    .await
    .expect(201);
    gardener
        .post(TESTS, again(5))
        .await
        .conflict("/parent_test", "seed_test_second_chance");
    go(&gardener, &path, json!({"to": "finished"})).await.expect(200);
    let first = gardener.post(TESTS, again(6)).await.expect(201);
    let record = first.json();
    assert_eq!(
        (&record["parent_test"]["uuid"], &record["source_place"]),
        (&parent, &Value::Null)
    );
    assert_eq!(left(&app, &lot).await, Some(75));
    let refused = gardener
        .post(TESTS, again(5))
        .await
        .conflict("/seeds", "seed_test_left");
    assert_eq!(
        (&refused["facts"]["left"], &refused["facts"]["seeds"]),
        (&json!(4), &json!(5))
    );
    gardener.post(TESTS, again(4)).await.expect(201);
    // The parent stays finished while its seeds are elsewhere.
    go(&gardener, &path, json!({"to": "running", "reason": "x"}))
        .await
        .problem(409, "seed_test_second_chance");
    let cancel = json!({"to": "cancelled", "reason": "Boîte renversée"});
    go(&gardener, &first.location(), cancel).await.expect(200);
    gardener.post(TESTS, again(6)).await.expect(201);
    let children = gardener
        .get(&format!("{TESTS}?parent_test={}", parent.as_str().unwrap()))
        .await
        .json();
    assert_eq!(children["items"].as_array().unwrap().len(), 3);

    let (other, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let mut body = again(1);
    body["lot"] = json!(other.uuid);
    gardener
        .post(TESTS, body)
        .await
        .conflict("/parent_test", "seed_test_parent");
    let (hidden, _) = dish(&app, &app.user("partenaire"), &theirs, "germination", 5).await;
    let hidden = hidden.rsplit('/').next().unwrap().to_owned();
    let mut body = again(1);
    body["parent_test"] = json!(hidden);
    gardener
        .post(TESTS, body)
        .await
        .conflict("/parent_test", "unknown_reference");
}

#[tokio::test]
async fn cancelling_puts_the_seeds_back_until_something_is_counted() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 25).await;
    go(&gardener, &path, json!({"to": "cancelled"}))
        .await
        .conflict("/reason", "required");
    let cancel = json!({"to": "cancelled", "reason": "Étuve en panne"});
    let counted = count(&gardener, &path, json!({"replicate": replicate, "emerged": 1}))
        .await
        .expect(201)
        .location();
    go(&gardener, &path, cancel.clone())
        .await
        .problem(409, "has_children");
    assert_eq!(left(&app, &lot).await, Some(75));
    gardener
        .post(&format!("{counted}/reversal"), json!({"reason": "Autre boîte"}))
        .await
        .expect(201);
    let cancelled = go(&gardener, &path, cancel).await.expect(200).json();
    assert_eq!(
        (&cancelled["next_states"], &cancelled["state_reason"]),
        (&json!([]), &json!("Étuve en panne"))
    );
    assert_eq!(left(&app, &lot).await, Some(100));
    let draft = gardener.post(TESTS, draft(&lot, 5)).await.expect(201).location();
    go(&gardener, &draft, json!({"to": "cancelled"}))
        .await
        .expect(200);
    assert_eq!(left(&app, &lot).await, Some(100));
}

#[tokio::test]
async fn what_is_wrong_is_said_of_its_field() {
    let app = TestApp::start().await;
    let (lot, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let gardener = app.user("jardinier");
    let tomorrow = days_ago(&app, -1).await;
    let long_ago = days_ago(&app, 500).await;
    let period = |from_day: i32| json!({"from_day": from_day});
    for (field, value, pointer, code, status) in [
        ("lot", json!(theirs.uuid), "/lot", "unknown_reference", 409),
        ("source_place", Value::Null, "/source_place", "required", 409),
        ("seeds", json!(0), "/seeds", "range", 422),
        ("seeds", Value::Null, "/seeds", "wrong_type", 422),
        ("kind", json!("smell"), "/kind", "wrong_type", 422),
        ("support", json!("velvet"), "/support", "wrong_type", 422),
        ("regimes", json!([]), "/regimes", "length", 422),
        (
            "regimes",
            json!([period(1)]),
            "/regimes",
            "seed_test_regimes",
            409,
        ),
        (
            "regimes",
            json!([period(0), period(5), period(5)]),
            "/regimes",
            "seed_test_regimes",
            409,
        ),
        (
            "regimes",
            json!([{"from_day": 0, "day_temperature": 111}]),
            "/regimes/0/day_temperature",
            "range",
            422,
        ),
        (
            "regimes",
            json!([{"from_day": 0, "photoperiod_hours": 25}]),
            "/regimes/0/photoperiod_hours",
            "range",
            422,
        ),
        ("state", json!("finished"), "/state", "out_of_range", 422),
        ("date_start", tomorrow, "/date_start", "not_in_future", 409),
        ("date_start", long_ago, "/date_start", "dates_along_chain", 409),
        ("code", json!("S2026_0001"), "/code", "code_form", 422),
        ("code", json!("T1999_0001"), "/code", "code_year", 409),
        ("people", json!([999]), "/people/0", "unknown_role", 409),
        ("id_dataset", json!(3), "/id_dataset", "unknown_dataset", 409),
        ("replicate_count", json!(6), "/replicate_count", "too_many", 409),
        ("sown_value", json!(3), "/sown_value", "unknown_field", 422),
    ] {
        let mut body = draft(&lot, 5);
        body[field] = value;
        gardener.post(TESTS, body).await.refused(status, pointer, code);
    }
    let mut uneven = running(&lot, "germination", 5, &days_ago(&app, 0).await);
    uneven["replicates"] = json!([{"sown": 2}, {"sown": 2}]);
    gardener.post(TESTS, uneven).await.problem(409, "replicates_sum");
}

#[tokio::test]
async fn a_test_is_changed_by_who_read_it_last_and_its_seeds_in_a_draft_only() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let made = gardener.post(TESTS, draft(&lot, 5)).await.expect(201);
    let path = made.location();
    let changes = json!({"seeds": 6, "people": [11, 12], "support": "sand", "conclusion": "Bonne",
        "regimes": [{"from_day": 0, "day_temperature": 20}]});
    let changed = gardener.patch(&path, &made.etag(), changes).await.expect(200);
    let record = changed.json();
    assert_eq!(
        (
            &record["seeds"],
            &record["people"],
            &record["support"],
            &record["regimes"][0]["day_temperature"]
        ),
        (&json!(6), &json!([11, 12]), &json!("sand"), &json!(20.0))
    );
    let stale = gardener.patch(&path, &made.etag(), json!({"seeds": 7})).await;
    assert_eq!(stale.problem(412, "condition_stale")["current"]["seeds"], 6);
    let wrong = json!({"regimes": [{"from_day": 0, "day_temperature": 111}]});
    gardener
        .patch(&path, "*", wrong)
        .await
        .refused(422, "/regimes/0/day_temperature", "range");
    let emptied = json!({"regimes": null, "people": [], "conclusion": null});
    let emptied = gardener.patch(&path, "*", emptied).await.expect(200).json();
    assert_eq!(
        (&emptied["regimes"], &emptied["people"], &emptied["conclusion"]),
        (&Value::Null, &json!([]), &Value::Null)
    );
    go(&gardener, &path, json!({"to": "running"}))
        .await
        .problem(409, "replicates_sum");
    let replicates = format!("{path}/replicates");
    let at = format!(
        "{replicates}/{}",
        gardener.get(&replicates).await.json()[0]["uuid"]
            .as_str()
            .unwrap()
    );
    gardener.patch(&at, "*", json!({"sown": 4})).await.expect(200);
    gardener.post(&replicates, json!({"sown": 2})).await.expect(201);
    go(&gardener, &path, json!({"to": "running"})).await.expect(200);
    gardener
        .patch(&path, "*", json!({"seeds": 7}))
        .await
        .conflict("/seeds", "seed_test_quantity_fixed");
    gardener
        .patch(&at, "*", json!({"sown": 5}))
        .await
        .conflict("/sown", "seed_test_quantity_fixed");
    gardener
        .post(&replicates, json!({"sown": 1}))
        .await
        .problem(409, "seed_test_quantity_fixed");
    gardener.delete(&at, "*").await.problem(409, "replicates_sum");
    gardener
        .patch(&path, "*", json!({"date_start": null}))
        .await
        .conflict("/date_start", "not_null");
    let archived = gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .expect(200);
    assert!(archived.json()["archived_at"].is_string());
    let listed = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(listed(gardener.get(TESTS).await.json()), 0);
    assert_eq!(
        listed(gardener.get(&format!("{TESTS}?archived=true")).await.json()),
        1
    );
}

#[tokio::test]
async fn steps_and_history_are_those_of_the_test() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 10).await;
    let step =
        json!({"kind": "cold_stratification", "day_temperature": 4, "duration": 2, "duration_unit": "week"});
    let made = gardener
        .post(&format!("{path}/treatment-steps"), step)
        .await
        .expect(201);
    let changed = gardener
        .patch(&made.location(), &made.etag(), json!({"medium": "Papier humide"}))
        .await
        .expect(200);
    assert_eq!(gardener.get(&made.location()).await.json(), changed.json());
    gardener
        .delete(&made.location(), &made.etag())
        .await
        .problem(412, "condition_stale");
    gardener
        .delete(&made.location(), &changed.etag())
        .await
        .expect(204);
    gardener
        .patch(&path, "*", json!({"people": [11]}))
        .await
        .expect(200);
    let line = json!({"replicate": replicate, "dissected": 1, "classes": [{"class": "dead", "seeds": 1}]});
    count(&gardener, &path, line).await.expect(201);
    let history = gardener.get(&format!("{path}/history")).await.expect(200).json();
    let tables: Vec<&str> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["table"].as_str().unwrap())
        .collect();
    for table in [
        "t_seed_tests",
        "t_replicates",
        "t_treatment_steps",
        "t_counts",
        "t_count_classes",
        "cor_seed_test_people",
    ] {
        assert!(tables.contains(&table), "{table}: {tables:?}");
    }
    assert_eq!(history["items"][0]["id_role"], 11);
}

#[tokio::test]
async fn a_draft_is_deleted_and_leaves_its_history_a_running_one_stays() {
    let app = TestApp::start().await;
    let (lot, admin) = (app.lot(100).await, app.user("admin"));
    let made = admin.post(TESTS, draft(&lot, 5)).await.expect(201);
    admin.delete(&made.location(), &made.etag()).await.expect(204);
    admin.get(&made.location()).await.problem(404, "not_found");
    let history = admin
        .get(&format!("{}/history", made.location()))
        .await
        .expect(200);
    assert_eq!(history.json()["items"][0]["operation"], "delete");
    let (path, _) = dish(&app, &admin, &lot, "cut", 5).await;
    admin.delete(&path, "*").await.problem(409, "has_children");
    go(&admin, &path, json!({"to": "cancelled", "reason": "x"}))
        .await
        .expect(200);
    admin.delete(&path, "*").await.problem(409, "has_children");
    app.user("jardinier")
        .delete(&path, "*")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn tests_are_seen_and_written_as_far_as_the_right_goes() {
    let app = TestApp::start().await;
    let (lot, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let (gardener, partner) = (app.user("jardinier"), app.user("partenaire"));
    let (ours, _) = dish(&app, &gardener, &lot, "germination", 5).await;
    let (made, replicate) = dish(&app, &partner, &theirs, "germination", 5).await;
    let listed = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(listed(gardener.get(TESTS).await.json()), 1);
    assert_eq!(listed(app.user("lecteur").get(TESTS).await.json()), 2);
    assert_eq!(listed(app.user("stagiaire").get(TESTS).await.json()), 0);
    let count = count(&partner, &made, json!({"replicate": replicate, "emerged": 1}))
        .await
        .expect(201)
        .location();
    let count = count.strip_prefix(&made).unwrap();
    let replicate = format!("/replicates/{}", replicate.as_str().unwrap());
    for nested in [
        "",
        "/replicates",
        &replicate,
        "/treatment-steps",
        "/counts",
        count,
        "/history",
    ] {
        let path = format!("{made}{nested}");
        gardener.get(&path).await.problem(404, "not_found");
        app.user("lecteur").get(&path).await.expect(200);
        app.user("sansdroit").get(&path).await.problem(403, "forbidden");
    }
    // A part is asked of its own test.
    gardener
        .get(&format!("{ours}{count}"))
        .await
        .problem(404, "not_found");
    gardener
        .get(&format!("{ours}{replicate}"))
        .await
        .problem(404, "not_found");
    let officer = app.user("responsable");
    officer
        .patch(&made, "*", json!({"remarks": "x"}))
        .await
        .problem(403, "forbidden");
    let line = json!({"lines": [{"replicate": lot.uuid, "emerged": 1}]});
    officer
        .post(&format!("{made}/counts"), line)
        .await
        .problem(403, "forbidden");
    go(&officer, &made, json!({"to": "cancelled", "reason": "x"}))
        .await
        .problem(403, "forbidden");
    officer
        .post(&format!("{made}{count}/reversal"), json!({"reason": "x"}))
        .await
        .problem(403, "forbidden");
    // Someone named on the test sees it as theirs, and its lot as restricted.
    gardener
        .patch(&ours, "*", json!({"people": [13]}))
        .await
        .expect(200);
    let mine = app.user("stagiaire").get(&ours).await.expect(200).json();
    assert_eq!(
        (&mine["lot"], &mine["material"]),
        (&json!({"restricted": true}), &json!({"restricted": true}))
    );
}

#[tokio::test]
async fn a_list_of_tests_is_one_statement_whatever_its_rows() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(200).await, app.user("jardinier"));
    for kind in ["germination", "germination", "germination", "cut", "tetrazolium"] {
        let (path, replicate) = dish(&app, &gardener, &lot, kind, 5).await;
        count(&gardener, &path, json!({"replicate": replicate, "dissected": 1}))
            .await
            .expect(201);
    }
    let mut planned = draft(&lot, 5);
    planned["next_count_due"] = days_ago(&app, 1).await;
    planned["purpose"] = json!("dormancy");
    gardener.post(TESTS, planned).await.expect(201);
    let lot_uuid = format!("?lot={}", lot.uuid);
    let (before, today) = (days_ago(&app, 19).await, days_ago(&app, 0).await);
    let until = format!("?to={}", before.as_str().unwrap());
    let due = format!("?due_by={}&sort=next_count_due", today.as_str().unwrap());
    for (query, items) in [
        ("", 6),
        ("?state=running&limit=3", 3),
        ("?kind=cut,tetrazolium", 2),
        ("?purpose=dormancy", 1),
        (lot_uuid.as_str(), 6),
        (until.as_str(), 5),
        (due.as_str(), 1),
        ("?sort=-date_start&search=t20", 6),
        ("?sort=taxon&from=2100-01-01", 0),
        ("?cd_nom=1", 0),
    ] {
        let before = app.statements();
        let page = gardener.get(&format!("{TESTS}{query}")).await.expect(200).json();
        assert_eq!(page["items"].as_array().unwrap().len(), items, "{query}");
        assert_eq!(app.statements() - before, 3, "{query}");
    }
    let page = gardener
        .get(&format!("{TESTS}?limit=2&count=true&sort=-code"))
        .await
        .json();
    assert_eq!(page["count"], 6);
    let next = page["next_cursor"].as_str().unwrap();
    let page = gardener
        .get(&format!("{TESTS}?limit=2&sort=-code&cursor={next}"))
        .await
        .json();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    gardener
        .get(&format!("{TESTS}?limit=2&sort=code&cursor={next}"))
        .await
        .problem(409, "cursor_of_another_list");
}

#[tokio::test]
async fn a_test_sent_twice_is_made_once() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier").key("test-1"));
    let body = running(&lot, "germination", 20, &days_ago(&app, 0).await);
    let first = gardener.post(TESTS, body.clone()).await.expect(201);
    let again = gardener.post(TESTS, body).await.expect(201);
    assert_eq!(first.json(), again.json());
    assert_eq!(left(&app, &lot).await, Some(80));
}

#[tokio::test]
async fn the_database_knows_the_same_states_and_classes_as_the_service() {
    use gn_exsitu::counts::rules::classes_of;
    use gn_exsitu::seed_tests::model::{TestKind, TestState};

    let app = TestApp::start().await;
    for from in TestState::ALL {
        for to in TestState::ALL {
            let (before, after) = (from.as_str(), to.as_str());
            let may: bool = app
                .value(&format!(
                    "SELECT pr_exsitu.seed_test_may_go('{before}', '{after}')"
                ))
                .await;
            assert_eq!(may, from.next().contains(to), "{before} {after}");
        }
    }
    for kind in TestKind::ALL {
        let known: Vec<String> = app
            .value(&format!("SELECT pr_exsitu.test_classes('{}')", kind.as_str()))
            .await;
        let ours: Vec<&str> = classes_of(*kind).iter().map(|class| class.as_str()).collect();
        assert_eq!(known, ours);
    }
}

#[tokio::test]
async fn the_database_holds_the_laws_whatever_writes() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let (path, replicate) = dish(&app, &gardener, &lot, "germination", 10).await;
    count(
        &gardener,
        &path,
        json!({"replicate": replicate, "emerged": 4, "dissected": 3,
        "classes": [{"class": "normal", "seeds": 2}, {"class": "dead", "seeds": 3}]}),
    )
    .await
    .expect(201);
    let test = |columns: &str, values: &str| {
        format!(
            "INSERT INTO pr_exsitu.t_seed_tests (code, id_dataset, id_seed_lot, id_source_place, kind, seeds, id_digitiser, {columns})
             VALUES ('T2026_9999', 1, {}, {}, 'germination', 5, 11, {values})",
            lot.id, lot.place.id
        )
    };
    let change = |what: &str| format!("UPDATE pr_exsitu.t_seed_tests SET {what}");
    let class = |class: &str, seeds: i32| {
        format!(
            "INSERT INTO pr_exsitu.t_count_classes (id_count, class, seeds) SELECT id_count, '{class}', {seeds} FROM pr_exsitu.t_counts"
        )
    };
    for (statement, law) in [
        (test("support", "'velvet'"), "seed_test_support_known"),
        (test("regimes", "'[]'"), "seed_test_regimes_ordered"),
        (test("regimes", r#"'[{"from_day": 1}]'"#), "seed_test_regimes_ordered"),
        (
            test("regimes", r#"'[{"from_day": 0}, {"day_temperature": 4}]'"#),
            "seed_test_regimes_ordered",
        ),
        (
            test("regimes", r#"'[{"from_day": 0, "night_temperature": -201}]'"#),
            "seed_test_regimes_ordered",
        ),
        (
            test("regimes", r#"'[{"from_day": 0}, {"from_day": 0}]'"#),
            "seed_test_regimes_ordered",
        ),
        (test("typed_results", "'{}'"), "seed_test_typed_results_imported"),
        (
            test("date_start", "pr_exsitu.today() - 500"),
            "dates_along_chain",
        ),
        (
            test("state, date_start", "'running', pr_exsitu.today()"),
            "seed_test_debit",
        ),
        (change("state = 'draft'"), "seed_test_transition"),
        (change("seeds = 11"), "seed_test_quantity_fixed"),
        (change("kind = 'cut'"), "seed_test_quantity_fixed"),
        (change("id_source_place = NULL"), "seed_test_quantity_fixed"),
        (
            change("state = 'finished', date_end = pr_exsitu.today()"),
            "seed_test_complete",
        ),
        (change("state = 'cancelled'"), "seed_test_debit"),
        (
            "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, cause_type, cause_uuid, id_digitiser)
             SELECT gen_random_uuid(), id_seed_lot, id_place, kind, seeds, basis, effective_date, cause_type, cause_uuid, 11
             FROM pr_exsitu.t_stock_movements WHERE cause_type = 'seed_test'".to_owned(),
            "seed_test_debited_once",
        ),
        (
            "DELETE FROM pr_exsitu.t_seed_tests".to_owned(),
            "has_children",
        ),
        (class("stained", 1), "count_class_of_kind"),
        (class("smelly", 1), "count_class_known"),
        (class("fresh", 1), "count_classes_sum"),
        (class("abnormal", 3), "count_seedlings_emerged"),
        (class("abnormal", 0), "count_class_positive"),
        (
            "UPDATE pr_exsitu.t_count_classes SET seeds = 1".to_owned(),
            "append_only",
        ),
        (
            "DELETE FROM pr_exsitu.t_count_classes".to_owned(),
            "append_only",
        ),
    ] {
        assert_eq!(app.refusal(&statement).await, law, "{statement}");
    }
    app.sql(&class("abnormal", 2)).await;

    let (cut, _) = dish(&app, &gardener, &lot, "x_ray", 5).await;
    let cut = cut.rsplit('/').next().unwrap().to_owned();
    let seen = |columns: &str, values: &str| {
        format!(
            "INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, id_digitiser, {columns})
             SELECT gen_random_uuid(), id_replicate, pr_exsitu.today(), 11, {values} FROM pr_exsitu.t_replicates JOIN pr_exsitu.t_seed_tests t USING (id_seed_test)
             WHERE t.uuid = '{cut}'"
        )
    };
    assert_eq!(app.refusal(&seen("emerged", "1")).await, "count_examines_only");
    app.sql(&seen("dissected", "5")).await;
    let this = format!("WHERE uuid = '{cut}'");
    let finish = |day: &str| change(&format!("state = 'finished', date_end = {day} {this}"));
    assert_eq!(
        app.refusal(&finish("pr_exsitu.today() - 1")).await,
        "seed_test_dates_ordered"
    );
    app.sql(&finish("pr_exsitu.today()")).await;

    // Nothing is tried again of a test where nothing germinates, nor more than was left.
    let child = |parent: &str, seeds: i32| {
        format!(
            "INSERT INTO pr_exsitu.t_seed_tests (code, id_dataset, id_seed_lot, kind, seeds, id_parent_test, id_digitiser)
             SELECT 'T2026_9998', 1, id_seed_lot, 'germination', {seeds}, id_seed_test, 11 FROM pr_exsitu.t_seed_tests WHERE uuid = '{parent}';
             INSERT INTO pr_exsitu.t_replicates (id_seed_test, code, sown, id_digitiser)
             SELECT id_seed_test, 'A', seeds, 11 FROM pr_exsitu.t_seed_tests WHERE code = 'T2026_9998';
             UPDATE pr_exsitu.t_seed_tests SET state = 'running', date_start = pr_exsitu.today() WHERE code = 'T2026_9998'"
        )
    };
    assert_eq!(app.refusal(&child(&cut, 1)).await, "seed_test_second_chance");
    let parent = path.rsplit('/').next().unwrap().to_owned();
    assert_eq!(app.refusal(&child(&parent, 1)).await, "seed_test_second_chance");
    count(&gardener, &path, json!({"replicate": replicate, "dissected": 3}))
        .await
        .expect(201);
    go(&gardener, &path, json!({"to": "finished"})).await.expect(200);
    assert_eq!(app.refusal(&child(&parent, 7)).await, "seed_test_left");
    app.sql(&child(&parent, 6)).await;
    let reopen = format!("state = 'running', date_end = NULL WHERE uuid = '{parent}'");
    assert_eq!(app.refusal(&change(&reopen)).await, "seed_test_second_chance");
    let elsewhere = app.lot(10).await;
    let moved = format!(
        "INSERT INTO pr_exsitu.t_seed_tests (code, id_dataset, id_seed_lot, kind, id_parent_test, id_digitiser)
         SELECT 'T2026_9997', 1, {}, 'germination', id_seed_test, 11 FROM pr_exsitu.t_seed_tests WHERE uuid = '{parent}'",
        elsewhere.id
    );
    assert_eq!(app.refusal(&moved).await, "seed_test_parent");
    let sourceless = "INSERT INTO pr_exsitu.t_seed_tests (code, id_dataset, id_seed_lot, kind, seeds, state, date_start, id_digitiser)
         SELECT 'T2026_9996', 1, id_seed_lot, 'cut', 1, 'running', pr_exsitu.today(), 11 FROM pr_exsitu.t_seed_lots LIMIT 1";
    assert_eq!(app.refusal(sourceless).await, "seed_test_source");
}
