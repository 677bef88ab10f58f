//! Sowings: from the lot to the tray.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::harness::{Lot, TestApp, User};

const SOWINGS: &str = "/v1/sowings";

fn from_lot(lot: &Lot, seeds: i32) -> Value {
    json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": seeds, "sown_unit": "seed", "sown_basis": "counted"})
}

fn sown(lot: &Lot, seeds: i32) -> Value {
    let mut body = from_lot(lot, seeds);
    body["state"] = json!("sown");
    body
}

async fn left(app: &TestApp, lot: &Lot) -> Option<i64> {
    app.value(&format!(
        "SELECT sum(seeds) FROM pr_exsitu.t_stock_balances WHERE id_seed_lot = {}",
        lot.id
    ))
    .await
}

async fn go(user: &User, path: &str, to: &str) -> Value {
    user.post(&format!("{path}/transitions"), json!({"to": to}))
        .await
        .expect(200)
        .json()
}

#[tokio::test]
async fn sowing_from_a_lot_debits_it_in_the_same_transaction() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let mut body = sown(&lot, 60);
    body["replicate_count"] = json!(4);
    body["treatment_steps"] = json!([{"kind": "soaking", "duration": 24, "duration_unit": "hour"}]);
    body["substrate"] = json!([{"component": "te", "percent": 60}, {"component": "sb", "percent": 40}]);
    let made = gardener.post(SOWINGS, body).await.expect(201);
    let record = made.json();
    assert!(record["code"].as_str().unwrap().starts_with('S'));
    assert_eq!(
        (&record["state"], &record["replicates"], &record["id_dataset"]),
        (&json!("sown"), &json!(4), &json!(1))
    );
    assert_eq!(record["source"]["lot"]["uuid"], json!(lot.uuid));
    assert_eq!(record["emergence"]["rate_reason"], "never_counted");
    assert_eq!(left(&app, &lot).await, Some(40));
    let replicates = gardener
        .get(&format!("{}/replicates", made.location()))
        .await
        .expect(200)
        .json();
    let shares: Vec<_> = replicates
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["sown"].as_i64().unwrap())
        .collect();
    assert_eq!(shares, [15, 15, 15, 15]);
    let steps = gardener
        .get(&format!("{}/treatment-steps", made.location()))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&steps[0]["rank"], &steps[0]["state"]),
        (&json!(1), &json!("planned"))
    );
    let cause = gardener
        .get(&format!(
            "/v1/stock-movements?cause={}",
            record["uuid"].as_str().unwrap()
        ))
        .await
        .json();
    assert_eq!(cause["items"][0]["seeds"], -60);
}

#[tokio::test]
async fn a_sowing_that_the_lot_cannot_feed_leaves_nothing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(50).await, app.user("jardinier"));
    gardener
        .post(SOWINGS, sown(&lot, 51))
        .await
        .problem(409, "stock_not_negative");
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_sowings").await,
        0
    );
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_code_counters WHERE kind = 'sowing'")
            .await,
        0
    );
    assert_eq!(left(&app, &lot).await, Some(50));
}

#[tokio::test]
async fn a_draft_is_prepared_treated_sown_and_closed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let path = gardener
        .post(SOWINGS, from_lot(&lot, 30))
        .await
        .expect(201)
        .location();
    assert_eq!(left(&app, &lot).await, Some(100));
    go(&gardener, &path, "prepared").await;
    assert_eq!(left(&app, &lot).await, Some(100));
    go(&gardener, &path, "in_pretreatment").await;
    assert_eq!(left(&app, &lot).await, Some(70));
    assert_eq!(go(&gardener, &path, "sown").await["next_states"][1], "emerging");
    assert_eq!(left(&app, &lot).await, Some(70));
    let refused = gardener
        .post(&format!("{path}/transitions"), json!({"to": "prepared"}))
        .await;
    assert_eq!(
        refused.problem(409, "sowing_transition")["facts"],
        json!({"from": "sown", "to": "prepared"})
    );
    go(&gardener, &path, "emergence_ended").await;
    gardener
        .post(&format!("{path}/transitions"), json!({"to": "closed"}))
        .await
        .problem(409, "sowing_outcome");
    let closed = gardener
        .post(
            &format!("{path}/transitions"),
            json!({"to": "closed", "outcome": "failure"}),
        )
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&closed["state"], &closed["outcome"]),
        (&json!("closed"), &json!("failure"))
    );
    gardener
        .post(&format!("{path}/transitions"), json!({"to": "emergence_ended"}))
        .await
        .conflict("/reason", "required");
    let reopened = json!({"to": "emergence_ended", "reason": "Levée tardive"});
    assert_eq!(
        gardener
            .post(&format!("{path}/transitions"), reopened)
            .await
            .expect(200)
            .json()["outcome"],
        Value::Null
    );
}

#[tokio::test]
async fn cancelling_what_was_sown_puts_the_seeds_back_until_something_is_counted() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let path = gardener
        .post(SOWINGS, sown(&lot, 30))
        .await
        .expect(201)
        .location();
    gardener
        .post(&format!("{path}/transitions"), json!({"to": "cancelled"}))
        .await
        .conflict("/reason", "required");
    let cancel = json!({"to": "cancelled", "reason": "Mauvais lot"});
    gardener
        .post(&format!("{path}/transitions"), cancel.clone())
        .await
        .expect(200);
    assert_eq!(left(&app, &lot).await, Some(100));
    let movement = gardener.get("/v1/stock-movements?kind=sowing").await.json()["items"][0]["uuid"].clone();
    let reversal = format!("/v1/stock-movements/{}/reversal", movement.as_str().unwrap());
    gardener
        .post(&reversal, json!({"reason": "x"}))
        .await
        .problem(409, "movement_reversed");

    let path = gardener
        .post(SOWINGS, sown(&lot, 30))
        .await
        .expect(201)
        .location();
    let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    let count = json!({"lines": [{"replicate": replicate, "emerged": 1}]});
    gardener.post(&format!("{path}/counts"), count).await.expect(201);
    gardener
        .post(&format!("{path}/transitions"), cancel)
        .await
        .problem(409, "sowing_transition");
    assert_eq!(left(&app, &lot).await, Some(70));
}

#[tokio::test]
async fn the_debit_of_a_sowing_is_reversed_through_the_sowing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    gardener.post(SOWINGS, sown(&lot, 30)).await.expect(201);
    let movement = gardener.get("/v1/stock-movements?kind=sowing").await.json()["items"][0]["uuid"].clone();
    let reversal = format!("/v1/stock-movements/{}/reversal", movement.as_str().unwrap());
    gardener
        .post(&reversal, json!({"reason": "x"}))
        .await
        .problem(409, "movement_has_cause");
}

#[tokio::test]
async fn a_pinch_spores_fruits_and_fresh_material_are_sown_without_a_rate_and_say_why() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let source = json!({"lot": lot.uuid, "place": lot.place.uuid});
    let fresh = json!({"material": lot.material.uuid});
    for (source, value, unit, basis, reason) in [
        (&source, Value::Null, "pinch", "unknown", "sown_unknown"),
        (&source, json!(1000), "spore", "estimated", "unit_not_seed"),
        (&source, json!(12), "fruit", "counted", "unit_not_seed"),
        (&fresh, json!(2.5), "g", "weighed", "unit_not_seed"),
        (&fresh, json!(40), "seed", "estimated", "sown_not_counted"),
    ] {
        let body = json!({"source": source, "sown_value": value, "sown_unit": unit, "sown_basis": basis, "state": "sown"});
        let path = gardener.post(SOWINGS, body).await.expect(201).location();
        let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
        gardener
            .post(
                &format!("{path}/counts"),
                json!({"lines": [{"replicate": replicate, "emerged": 7}]}),
            )
            .await
            .expect(201);
        let emergence = gardener.get(&path).await.expect(200).json()["emergence"].clone();
        assert_eq!(
            (
                &emergence["rate"],
                &emergence["rate_reason"],
                &emergence["emerged"]
            ),
            (&Value::Null, &json!(reason), &json!(7))
        );
    }
    assert_eq!(left(&app, &lot).await, None);
}

#[tokio::test]
async fn a_lot_that_is_only_estimated_feeds_a_sowing_that_has_a_rate() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(0).await, app.user("jardinier"));
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         VALUES (gen_random_uuid(), {}, {}, 'initial_entry', 20, 'estimated', pr_exsitu.today() - 100, 11)", lot.id, lot.place.id)).await;
    gardener
        .post(SOWINGS, sown(&lot, 25))
        .await
        .problem(409, "stock_overdraw_unconfirmed");
    let mut body = sown(&lot, 25);
    body["confirm_overdraw"] = json!(true);
    let path = gardener.post(SOWINGS, body).await.expect(201).location();
    assert_eq!(left(&app, &lot).await, Some(0));
    let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    gardener
        .post(
            &format!("{path}/counts"),
            json!({"lines": [{"replicate": replicate, "emerged": 5}]}),
        )
        .await
        .expect(201);
    assert_eq!(gardener.get(&path).await.json()["emergence"]["rate"], 0.2);
    // Cancelling what was counted is refused, and the correction stays with its sowing.
    let corrections: i64 = app.value("SELECT count(*) FROM pr_exsitu.t_stock_movements WHERE kind = 'inventory_correction' AND cause_type = 'sowing'").await;
    assert_eq!(corrections, 1);
}

#[tokio::test]
async fn exactly_one_source_is_named_and_it_is_one_that_may_be_read() {
    let app = TestApp::start().await;
    let (lot, theirs, gardener) = (
        app.lot(10).await,
        app.lot_of(10, 2, 3, 14).await,
        app.user("jardinier"),
    );
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET id_digitiser = 14 WHERE id_place = {}",
        theirs.place.id
    ))
    .await;
    let with = |source: Value| json!({"source": source, "sown_value": 1, "sown_unit": "seed", "sown_basis": "counted"});
    gardener
        .post(SOWINGS, with(json!({})))
        .await
        .problem(409, "one_origin");
    gardener
        .post(
            SOWINGS,
            with(json!({"lot": lot.uuid, "place": lot.place.uuid, "material": lot.material.uuid})),
        )
        .await
        .problem(409, "one_origin");
    gardener
        .post(SOWINGS, with(json!({"lot": lot.uuid})))
        .await
        .conflict("/source/place", "required");
    gardener
        .post(SOWINGS, with(json!({"off_stock_reason": "don"})))
        .await
        .conflict("/source/material", "required");
    gardener
        .post(
            SOWINGS,
            with(json!({"lot": theirs.uuid, "place": lot.place.uuid})),
        )
        .await
        .conflict("/source/lot", "unknown_reference");
    gardener
        .post(
            SOWINGS,
            with(json!({"lot": lot.uuid, "place": theirs.place.uuid})),
        )
        .await
        .conflict("/source/place", "unknown_reference");
    gardener
        .post(SOWINGS, with(json!({"material": theirs.material.uuid})))
        .await
        .conflict("/source/material", "unknown_reference");
    let off_stock = with(json!({"material": lot.material.uuid, "off_stock_reason": "Semences d'un don"}));
    assert_eq!(
        gardener.post(SOWINGS, off_stock).await.expect(201).json()["source"]["kind"],
        "off_stock"
    );
    let test = |kind: &str| json!({"lot": lot.uuid, "source_place": lot.place.uuid, "kind": kind, "seeds": 5, "state": "running"});
    let made = gardener
        .post("/v1/seed-tests", test("germination"))
        .await
        .expect(201)
        .json();
    let sown = gardener
        .post(SOWINGS, with(json!({"seed_test": made["uuid"]})))
        .await
        .expect(201)
        .json();
    assert_eq!(
        (
            &sown["source"]["seed_test"]["code"],
            &sown["material"]["uuid"],
            &sown["id_dataset"]
        ),
        (&made["code"], &json!(lot.material.uuid), &json!(1))
    );
    let cut = gardener
        .post("/v1/seed-tests", test("cut"))
        .await
        .expect(201)
        .json();
    gardener
        .post(SOWINGS, with(json!({"seed_test": cut["uuid"]})))
        .await
        .conflict("/source/seed_test", "unknown_reference");
}

#[tokio::test]
async fn what_is_wrong_is_said_of_its_field() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(10).await, app.user("jardinier"));
    let with = |field: &str, value: Value| {
        let mut body = from_lot(&lot, 5);
        body[field] = value;
        body
    };
    for (field, value, pointer, code, status) in [
        ("depth_mm", json!(-1), "/depth_mm", "range", 422),
        ("photoperiod_hours", json!(25), "/photoperiod_hours", "range", 422),
        ("day_temperature", json!(111), "/day_temperature", "range", 422),
        (
            "substrate",
            json!([{"component": "te", "percent": 60}, {"component": "sb", "percent": 30}]),
            "/substrate",
            "substrate_sums",
            409,
        ),
        (
            "substrate",
            json!([{"component": "xx"}]),
            "/substrate/0/component",
            "unknown_code",
            409,
        ),
        ("method", json!("xx"), "/method", "unknown_code", 409),
        ("sown_value", json!(2.5), "/sown_value", "whole_number", 409),
        (
            "sown_basis",
            json!("unknown"),
            "/sown_basis",
            "unknown_is_null",
            409,
        ),
        ("code", json!("S2026"), "/code", "code_form", 422),
        ("code", json!("S1999_0001"), "/code", "code_year", 409),
        ("people", json!([999]), "/people/0", "unknown_role", 409),
        ("id_dataset", json!(3), "/id_dataset", "unknown_dataset", 409),
        (
            "replicates",
            json!([{"code": "A"}, {"code": "A"}]),
            "/replicates/1/code",
            "duplicate",
            409,
        ),
        (
            "replicates",
            json!([{"code": "a"}]),
            "/replicates/0/code",
            "replicate_code",
            422,
        ),
        (
            "treatment_steps",
            json!([{"kind": "soaking", "duration": 1}]),
            "/duration_unit",
            "unknown_is_null",
            409,
        ),
        ("sown", json!(3), "/sown", "unknown_field", 422),
    ] {
        gardener
            .post(SOWINGS, with(field, value))
            .await
            .refused(status, pointer, code);
    }
    let mut uneven = sown(&lot, 5);
    uneven["replicates"] = json!([{"sown": 2}, {"sown": 2}]);
    gardener
        .post(SOWINGS, uneven)
        .await
        .problem(409, "replicates_sum");
}

#[tokio::test]
async fn a_sowing_is_changed_by_who_read_it_last() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(10).await, app.user("jardinier"));
    let made = gardener.post(SOWINGS, from_lot(&lot, 5)).await.expect(201);
    let path = made.location();
    let changed = gardener
        .patch(
            &path,
            &made.etag(),
            json!({"depth_mm": 3.5, "people": [11, 12], "sown_value": 6}),
        )
        .await
        .expect(200);
    assert_eq!(
        (
            &changed.json()["depth_mm"],
            &changed.json()["people"],
            &changed.json()["sown_value"]
        ),
        (&json!(3.5), &json!([11, 12]), &json!(6))
    );
    let stale = gardener
        .patch(&path, &made.etag(), json!({"depth_mm": 1}))
        .await
        .problem(412, "condition_stale");
    assert_eq!(stale["current"]["sown_value"], 6);
    let emptied = gardener
        .patch(&path, &changed.etag(), json!({"depth_mm": null, "people": []}))
        .await
        .expect(200);
    assert_eq!(
        (&emptied.json()["depth_mm"], &emptied.json()["people"]),
        (&Value::Null, &json!([]))
    );
    gardener
        .post(&format!("{path}/transitions"), json!({"to": "prepared"}))
        .await
        .problem(409, "replicates_sum");
    let history = gardener.get(&format!("{path}/history")).await.expect(200).json();
    assert!(
        history["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|line| line["table"] == "t_replicates")
    );
    assert_eq!(history["items"][0]["id_role"], 11);
}

#[tokio::test]
async fn source_and_quantity_no_longer_change_once_prepared() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(10).await, app.user("jardinier"));
    let mut body = from_lot(&lot, 5);
    body["state"] = json!("prepared");
    let made = gardener.post(SOWINGS, body).await.expect(201);
    let path = made.location();
    gardener
        .patch(&path, &made.etag(), json!({"sown_value": 6}))
        .await
        .problem(409, "sowing_quantity_fixed");
    let law = app.refusal("UPDATE pr_exsitu.t_sowings SET sown_value = 6").await;
    assert_eq!(law, "sowing_quantity_fixed");
    let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0].clone();
    let at = format!("{path}/replicates/{}", replicate["uuid"].as_str().unwrap());
    gardener
        .patch(&at, "*", json!({"sown": 4}))
        .await
        .problem(409, "sowing_quantity_fixed");
    gardener.delete(&at, "*").await.problem(409, "replicates_sum");
    go(&gardener, &path, "draft").await;
    gardener.patch(&at, "*", json!({"sown": 4})).await.expect(200);
    gardener
        .post(&format!("{path}/replicates"), json!({"sown": 1}))
        .await
        .expect(201);
    go(&gardener, &path, "prepared").await;
}

#[tokio::test]
async fn a_draft_is_deleted_and_leaves_its_history_a_sown_one_stays() {
    let app = TestApp::start().await;
    let lot = app.lot(10).await;
    let admin = app.user("admin");
    let made = admin.post(SOWINGS, from_lot(&lot, 5)).await.expect(201);
    admin.delete(&made.location(), &made.etag()).await.expect(204);
    admin.get(&made.location()).await.problem(404, "not_found");
    let history = admin
        .get(&format!("{}/history", made.location()))
        .await
        .expect(200)
        .json();
    assert_eq!(history["items"][0]["operation"], "delete");
    let made = admin.post(SOWINGS, sown(&lot, 5)).await.expect(201);
    admin
        .delete(&made.location(), &made.etag())
        .await
        .problem(409, "has_children");
    app.user("jardinier")
        .delete(&made.location(), "*")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn treatment_steps_are_added_changed_and_removed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(10).await, app.user("jardinier"));
    let path = gardener
        .post(SOWINGS, from_lot(&lot, 5))
        .await
        .expect(201)
        .location();
    let start: Value = app.value("SELECT pr_exsitu.today() - 30").await;
    let step = json!({"kind": "cold_stratification", "day_temperature": 4, "duration": 2, "duration_unit": "week", "start_date": start});
    let made = gardener
        .post(&format!("{path}/treatment-steps"), step)
        .await
        .expect(201);
    assert_eq!(
        (&made.json()["state"], &made.json()["rank"]),
        (&json!("overdue"), &json!(1))
    );
    assert_eq!(
        made.json()["planned_end_date"],
        app.value::<Value>("SELECT pr_exsitu.today() - 16").await
    );
    let at = made.location();
    gardener
        .patch(&at, &made.etag(), json!({"concentration": 5}))
        .await
        .conflict("/concentration_unit", "unknown_is_null");
    let end: Value = app.value("SELECT pr_exsitu.today() - 15").await;
    let done = gardener
        .patch(&at, &made.etag(), json!({"end_date": end, "product": "GA3"}))
        .await
        .expect(200);
    assert_eq!(done.json()["state"], "done");
    assert_eq!(gardener.get(&at).await.expect(200).json(), done.json());
    gardener
        .delete(&at, &made.etag())
        .await
        .problem(412, "condition_stale");
    gardener.delete(&at, &done.etag()).await.expect(204);
    assert_eq!(
        gardener.get(&format!("{path}/treatment-steps")).await.json(),
        json!([])
    );
}

#[tokio::test]
async fn sowings_are_seen_and_written_as_far_as_the_right_goes() {
    let app = TestApp::start().await;
    let (lot, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let (gardener, partner) = (app.user("jardinier"), app.user("partenaire"));
    let ours = gardener.post(SOWINGS, sown(&lot, 5)).await.expect(201).location();
    let made = partner
        .post(SOWINGS, sown(&theirs, 5))
        .await
        .expect(201)
        .location();
    let count = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(count(gardener.get(SOWINGS).await.json()), 1);
    assert_eq!(count(app.user("lecteur").get(SOWINGS).await.json()), 2);
    assert_eq!(count(app.user("stagiaire").get(SOWINGS).await.json()), 0);
    for nested in ["", "/replicates", "/treatment-steps", "/counts", "/history"] {
        gardener
            .get(&format!("{made}{nested}"))
            .await
            .problem(404, "not_found");
        app.user("lecteur")
            .get(&format!("{made}{nested}"))
            .await
            .expect(200);
        app.user("sansdroit")
            .get(&format!("{made}{nested}"))
            .await
            .problem(403, "forbidden");
    }
    let officer = app.user("responsable");
    officer
        .patch(&made, "*", json!({"remarks": "x"}))
        .await
        .problem(403, "forbidden");
    officer
        .post(
            &format!("{made}/counts"),
            json!({"lines": [{"replicate": lot.uuid, "emerged": 1}]}),
        )
        .await
        .problem(403, "forbidden");
    officer
        .post(&format!("{made}/transitions"), json!({"to": "emerging"}))
        .await
        .problem(403, "forbidden");
    // Someone named on the sowing sees it as theirs, and its lot as restricted.
    gardener
        .patch(&ours, "*", json!({"people": [13]}))
        .await
        .expect(200);
    let mine = app.user("stagiaire").get(&ours).await.expect(200).json();
    assert_eq!(
        (&mine["source"]["lot"], &mine["material"]),
        (&json!({"restricted": true}), &json!({"restricted": true}))
    );
}

#[tokio::test]
async fn a_list_of_sowings_is_one_statement_whatever_its_rows() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    for _ in 0..5 {
        gardener.post(SOWINGS, sown(&lot, 5)).await.expect(201);
    }
    for (query, items) in [
        ("", 5),
        ("?state=sown&limit=3", 3),
        ("?sort=-sowing_date&search=s20", 5),
        ("?sort=taxon&due_by=2000-01-01", 0),
    ] {
        let before = app.statements();
        let page = gardener
            .get(&format!("{SOWINGS}{query}"))
            .await
            .expect(200)
            .json();
        assert_eq!(page["items"].as_array().unwrap().len(), items, "{query}");
        assert_eq!(app.statements() - before, 3, "{query}");
    }
    let page = gardener
        .get(&format!("{SOWINGS}?limit=2&count=true&sort=-code"))
        .await
        .json();
    assert_eq!(page["count"], 5);
    let next = page["next_cursor"].as_str().unwrap();
    let page = gardener
        .get(&format!("{SOWINGS}?limit=2&sort=-code&cursor={next}"))
        .await
        .json();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    gardener
        .get(&format!("{SOWINGS}?limit=2&sort=code&cursor={next}"))
        .await
        .problem(409, "cursor_of_another_list");
}

/// 32 clients with a key of their own each sow 7 seeds of one lot of 100.
async fn thirty_two_sow_seven(reserve: i32) -> (Vec<(u16, String)>, TestApp, Lot, Vec<(User, Value)>) {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_seed_lots SET archive_reserve = {reserve} WHERE id_seed_lot = {}",
        lot.id
    ))
    .await;
    let clients: Vec<_> = (0..32)
        .map(|n| (app.user("jardinier").key(&format!("client-{n}")), sown(&lot, 7)))
        .collect();
    let answers = join_all(
        clients
            .iter()
            .map(|(client, body)| client.post(SOWINGS, body.clone())),
    )
    .await;
    (
        answers.into_iter().map(|a| (a.status, a.text)).collect(),
        app,
        lot,
        clients,
    )
}

#[tokio::test]
async fn thirty_two_clients_never_take_more_than_there_is() {
    let (answers, app, lot, clients) = thirty_two_sow_seven(0).await;
    assert_eq!(answers.iter().filter(|(status, _)| *status == 201).count(), 14);
    assert_eq!(left(&app, &lot).await, Some(2));
    let again = join_all(
        clients
            .iter()
            .map(|(client, body)| client.post(SOWINGS, body.clone())),
    )
    .await;
    for ((status, text), answer) in answers.iter().zip(&again) {
        assert_eq!(*status, answer.status);
        if *status == 201 {
            assert_eq!(text, &answer.text);
        }
    }
    assert_eq!(left(&app, &lot).await, Some(2));
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_sowings").await,
        14
    );
}

#[tokio::test]
async fn thirty_two_clients_leave_the_reserve() {
    let (answers, app, lot, _) = thirty_two_sow_seven(50).await;
    assert_eq!(answers.iter().filter(|(status, _)| *status == 201).count(), 7);
    assert_eq!(left(&app, &lot).await, Some(51));
}

#[tokio::test]
async fn a_thousand_creations_make_a_thousand_codes_and_the_aborted_leave_nothing() {
    let app = TestApp::start().await;
    let lot = app.lot(100_000).await;
    let mut answers = Vec::new();
    let clients: Vec<_> = (0..32).map(|_| app.user("jardinier")).collect();
    let work = clients.iter().enumerate().map(|(c, client)| {
        let lot = &lot;
        async move {
            let mut statuses = Vec::new();
            for n in (c..1000).step_by(32) {
                let mut body = sown(lot, 1);
                if n % 10 == 0 {
                    // Refused by the last thing checked, once the code is taken.
                    body["replicates"] = json!([{"sown": 2}]);
                }
                statuses.push(client.post(SOWINGS, body).await.status);
            }
            statuses
        }
    });
    for statuses in join_all(work).await {
        answers.extend(statuses);
    }
    assert_eq!(answers.iter().filter(|status| **status == 201).count(), 900);
    assert_eq!(answers.iter().filter(|status| **status == 409).count(), 100);
    let (rows, codes): (i64, i64) = (
        app.value("SELECT count(*) FROM pr_exsitu.t_sowings").await,
        app.value("SELECT count(DISTINCT code) FROM pr_exsitu.t_sowings")
            .await,
    );
    assert_eq!((rows, codes), (900, 900));
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_replicates")
            .await,
        900
    );
    assert_eq!(left(&app, &lot).await, Some(99_100));
}

#[tokio::test]
async fn a_thousand_creations_that_one_in_ten_clients_hangs_up_on_are_each_made_once() {
    let app = TestApp::start().await;
    let lot = app.lot(100_000).await;
    let clients: Vec<_> = (0..32).map(|_| app.user("jardinier")).collect();
    let key = |n: usize| format!("creation-{n}");
    let work = clients.iter().enumerate().map(|(c, client)| {
        let lot = &lot;
        async move {
            for n in (c..1000).step_by(32) {
                let client = client.key(&key(n));
                if n % 10 == 0 {
                    client.hang_up(SOWINGS, &sown(lot, 1), n % 20 == 0);
                } else {
                    client.post(SOWINGS, sown(lot, 1)).await.expect(201);
                }
            }
        }
    });
    join_all(work).await;
    // Half of those who hang up have sent half a body: nothing is made of it.
    let made: i64 = app.value("SELECT count(*) FROM pr_exsitu.t_sowings").await;
    assert!((900..=950).contains(&made), "{made}");
    let torn = "SELECT count(*) FROM pr_exsitu.t_sowings s WHERE s.state <> 'sown'
        OR (SELECT count(*) FROM pr_exsitu.t_replicates r WHERE r.id_sowing = s.id_sowing) <> 1
        OR (SELECT count(*) FROM pr_exsitu.t_stock_movements m WHERE m.cause_uuid = s.uuid) <> 1";
    assert_eq!(app.value::<i64>(torn).await, 0);

    let again = (0..1000).step_by(10).map(|n| {
        let (client, body) = (app.user("jardinier").key(&key(n)), sown(&lot, 1));
        async move { client.post(SOWINGS, body).await.expect(201) }
    });
    join_all(again).await;
    assert_eq!(app.value::<i64>(torn).await, 0);
    let (rows, codes): (i64, i64) = (
        app.value("SELECT count(*) FROM pr_exsitu.t_sowings").await,
        app.value("SELECT count(DISTINCT code) FROM pr_exsitu.t_sowings")
            .await,
    );
    assert_eq!((rows, codes), (1000, 1000));
    assert_eq!(left(&app, &lot).await, Some(99_000));
}

#[tokio::test]
async fn the_database_knows_the_same_states_as_the_service() {
    let app = TestApp::start().await;
    use gn_exsitu::sowings::model::State;
    for from in State::ALL {
        for to in State::ALL {
            let sql = format!(
                "SELECT pr_exsitu.sowing_may_go('{}', '{}')",
                from.as_str(),
                to.as_str()
            );
            assert_eq!(
                app.value::<bool>(&sql).await,
                from.next().contains(to),
                "{from:?} {to:?}"
            );
        }
    }
}

#[tokio::test]
async fn the_database_holds_the_laws_whatever_writes() {
    let app = TestApp::start().await;
    let (lot, other, gardener) = (app.lot(100).await, app.lot(100).await, app.user("jardinier"));
    gardener.post(SOWINGS, from_lot(&lot, 5)).await.expect(201);
    gardener.post(SOWINGS, sown(&lot, 5)).await.expect(201);
    let draft = "WHERE state = 'draft'";
    for (statement, law) in [
        (format!("UPDATE pr_exsitu.t_sowings SET state = 'sown' {draft}"), "sowing_transition"),
        (format!("UPDATE pr_exsitu.t_sowings SET sown_value = 9 {draft}; UPDATE pr_exsitu.t_sowings SET state = 'prepared' {draft}"), "replicates_sum"),
        ("UPDATE pr_exsitu.t_sowings SET state = 'cancelled' WHERE state = 'sown'".to_owned(), "sowing_debit"),
        (format!("UPDATE pr_exsitu.t_sowings SET id_material = {} {draft}", other.material.id), "sowing_source_agrees"),
        (format!("UPDATE pr_exsitu.t_sowings SET off_stock_reason = 'x' {draft}"), "sowing_one_source"),
        (format!("UPDATE pr_exsitu.t_sowings SET depth_mm = -1 {draft}"), "sowing_depth_positive"),
        (format!("UPDATE pr_exsitu.t_sowings SET photoperiod_hours = 25 {draft}"), "sowing_photoperiod_range"),
        (format!("UPDATE pr_exsitu.t_sowings SET day_temperature = 111 {draft}"), "sowing_temperature_range"),
        (format!("UPDATE pr_exsitu.t_sowings SET substrate = '[{{\"component\": \"te\", \"percent\": 60}}]' {draft}"), "sowing_substrate_sums"),
        (format!("UPDATE pr_exsitu.t_sowings SET sowing_date = pr_exsitu.today() - 401 {draft}"), "dates_along_chain"),
        (format!("UPDATE pr_exsitu.t_sowings SET code = 'X' {draft}"), "sowing_code_form"),
        (format!("UPDATE pr_exsitu.t_sowings SET sown_basis = 'unknown' {draft}"), "sowing_unknown_is_null"),
        ("DELETE FROM pr_exsitu.t_sowings WHERE state = 'sown'".to_owned(), "has_children"),
        ("UPDATE pr_exsitu.t_replicates SET sown = 4 WHERE id_sowing = (SELECT id_sowing FROM pr_exsitu.t_sowings WHERE state = 'sown')".to_owned(), "sowing_quantity_fixed"),
        ("UPDATE pr_exsitu.t_harvests SET date_min = pr_exsitu.today(), date_max = pr_exsitu.today()".to_owned(), "dates_along_chain"),
    ] {
        assert_eq!(app.refusal(&statement).await, law, "{statement}");
    }
}
