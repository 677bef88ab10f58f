//! The ledger of the seeds.

use futures_util::future::join_all;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Lot, TestApp, User};

const MOVES: &str = "/v1/stock-movements";

async fn balance(app: &TestApp, lot: &Lot) -> Value {
    let sql = format!(
        "SELECT json_build_object('seeds', sum(seeds), 'known', bool_and(seeds IS NOT NULL)) FROM pr_exsitu.t_stock_balances WHERE id_seed_lot = {}",
        lot.id
    );
    app.value(&sql).await
}

fn gift(lot: &Lot, seeds: i32) -> Value {
    json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "gift", "seeds": seeds, "basis": "counted"})
}

/// A lot whose balance is only estimated.
async fn estimated(app: &TestApp, seeds: i32) -> Lot {
    let lot = app.lot(0).await;
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         VALUES (gen_random_uuid(), {}, {}, 'initial_entry', {seeds}, 'estimated', pr_exsitu.today() - 100, 11)",
        lot.id, lot.place.id
    ))
    .await;
    lot
}

async fn take(gardener: &User, body: Value) -> Value {
    gardener.post(MOVES, body).await.expect(201).json()
}

#[tokio::test]
async fn a_gift_leaves_the_lot_and_shows_in_its_ledger() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let made = gardener.post(MOVES, gift(&lot, 30)).await.expect(201);
    assert_eq!(made.json()["movements"][0]["seeds"], -30);
    let read = gardener.get(&made.location()).await.expect(200).json();
    assert_eq!(read["place"]["uuid"], json!(lot.place.uuid));
    let ledger = gardener
        .get(&format!("/v1/seed-lots/{}/ledger", lot.uuid))
        .await
        .expect(200)
        .json();
    assert_eq!(
        ledger[0]["after"],
        json!({"seeds": 70, "is_known": true, "basis": "counted"})
    );
    assert_eq!(ledger.as_array().unwrap().len(), 2);
    assert_eq!(balance(&app, &lot).await, json!({"seeds": 70, "known": true}));
}

#[tokio::test]
async fn a_counted_lot_is_not_overdrawn_and_the_figures_are_said() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(20).await, app.user("jardinier"));
    let mut body = gift(&lot, 25);
    body["confirm_overdraw"] = json!(true);
    let refused = gardener
        .post(MOVES, body)
        .await
        .problem(409, "stock_not_negative");
    assert_eq!(
        (&refused["facts"]["available"], &refused["facts"]["seeds"]),
        (&json!(20), &json!(5))
    );
    assert_eq!(refused["errors"][0]["pointer"], "/seeds");
    assert_eq!(balance(&app, &lot).await["seeds"], 20);
}

#[tokio::test]
async fn an_estimated_lot_gives_more_than_it_says_once_confirmed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (estimated(&app, 20).await, app.user("jardinier"));
    let mut body = gift(&lot, 25);
    gardener
        .post(MOVES, body.clone())
        .await
        .problem(409, "stock_overdraw_unconfirmed");
    body["confirm_overdraw"] = json!(true);
    let made = take(&gardener, body).await;
    let legs: Vec<_> = made["movements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m["kind"].clone(), m["seeds"].clone()))
        .collect();
    assert_eq!(
        legs,
        [
            (json!("inventory_correction"), json!(5)),
            (json!("gift"), json!(-25))
        ]
    );
    assert_eq!(balance(&app, &lot).await["seeds"], 0);
}

#[tokio::test]
async fn the_mass_left_is_that_of_what_was_weighed_or_nothing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(0).await, app.user("jardinier"));
    let weighed = |kind: &str, seeds: i32, mass: Value| json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": kind, "seeds": seeds, "basis": "counted", "mass_g": mass});
    let mass = async || {
        let read = gardener.get(&format!("/v1/seed-lots/{}", lot.uuid)).await.json();
        let listed = gardener.get("/v1/seed-lots").await.json();
        let of_lot = read["balance"]["mass_g"].clone();
        assert_eq!(listed["items"][0]["balance"]["mass_g"], of_lot);
        let places = read["balances"].as_array().unwrap().iter();
        (
            of_lot,
            places.map(|place| place["mass_g"].clone()).collect::<Vec<_>>(),
        )
    };
    take(&gardener, weighed("initial_entry", 100, json!(5))).await;
    take(&gardener, weighed("gift", 40, json!(2))).await;
    assert_eq!(mass().await, (json!(3), vec![json!(3)]));

    // What left unweighed makes it unknown, until that is undone.
    let unweighed = gardener
        .post(MOVES, weighed("gift", 10, Value::Null))
        .await
        .expect(201);
    assert_eq!(mass().await, (Value::Null, vec![Value::Null]));
    let undo = json!({"reason": "Erreur"});
    gardener
        .post(&format!("{}/reversal", unweighed.location()), undo.clone())
        .await
        .expect(201);
    assert_eq!(mass().await, (json!(3), vec![json!(3)]));

    // What is moved whole takes its mass along; a part of it does not say its own.
    let other = app.place(1).await;
    let moved = json!({"lot": lot.uuid, "from": lot.place.uuid, "to": other.uuid});
    let moved = gardener
        .post(&format!("{MOVES}/transfers"), moved)
        .await
        .expect(201);
    assert_eq!(mass().await, (json!(3), vec![json!(3), json!(0)]));
    let part = json!({"lot": lot.uuid, "from": other.uuid, "to": lot.place.uuid, "seeds": 10});
    let part = gardener
        .post(&format!("{MOVES}/transfers"), part)
        .await
        .expect(201);
    assert_eq!(mass().await, (Value::Null, vec![Value::Null, Value::Null]));
    for transfer in [part, moved] {
        let path = format!("{}/reversal", transfer.location());
        gardener.post(&path, undo.clone()).await.expect(201);
    }
    assert_eq!(mass().await, (json!(3), vec![json!(3), json!(0)]));

    // What is empty weighs nothing, and what comes in afterwards says its own mass.
    take(
        &gardener,
        json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "loss", "basis": "unknown", "takes_all": true}),
    )
    .await;
    assert_eq!(mass().await, (json!(0), vec![json!(0), json!(0)]));
    take(&gardener, weighed("external_entry", 20, json!(1.5))).await;
    assert_eq!(mass().await.0, json!(1.5));
}

#[tokio::test]
async fn a_mass_taken_out_of_what_was_not_weighed_is_never_negative() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let mut body = gift(&lot, 30);
    body["mass_g"] = json!(1.2);
    take(&gardener, body.clone()).await;
    let balance = async || {
        let path = format!("/v1/seed-lots/{}", lot.uuid);
        gardener.get(&path).await.expect(200).json()["balance"].clone()
    };
    assert_eq!(
        balance().await,
        json!({"seeds": 70, "basis": "counted", "places": 1, "mass_g": null, "reason": null})
    );
    let contents = gardener
        .get(&format!("/v1/places/{}/contents", lot.place.uuid))
        .await
        .json();
    assert_eq!(contents["items"][0]["mass_g"], Value::Null);

    // More mass taken than there was, of a lot that has seeds left: one of the weighings is wrong.
    let sure = app.lot(0).await;
    for (kind, seeds, mass) in [("initial_entry", 100, 1.0), ("gift", 30, 1.2)] {
        let body = json!({"lot": sure.uuid, "place": sure.place.uuid, "kind": kind, "seeds": seeds, "basis": "counted", "mass_g": mass});
        take(&gardener, body).await;
    }
    let read = gardener.get(&format!("/v1/seed-lots/{}", sure.uuid)).await.json();
    assert_eq!(read["balance"]["mass_g"], Value::Null);
}

#[tokio::test]
async fn a_late_movement_must_leave_every_later_day_true() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    take(&gardener, gift(&lot, 90)).await;
    let mut late = gift(&lot, 11);
    late["effective_date"] = app.value("SELECT pr_exsitu.today() - 50").await;
    gardener
        .post(MOVES, late.clone())
        .await
        .problem(409, "stock_not_negative");
    late["seeds"] = json!(10);
    take(&gardener, late).await;
    assert_eq!(balance(&app, &lot).await["seeds"], 0);
}

#[tokio::test]
async fn what_a_movement_cites_exists() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    for (field, value, code) in [
        ("id_actor", json!(999), "unknown_role"),
        ("partner", json!(lot.uuid), "unknown_reference"),
        ("place", json!(lot.uuid), "unknown_reference"),
    ] {
        let mut body = gift(&lot, 1);
        body[field] = value;
        gardener
            .post(MOVES, body)
            .await
            .conflict(&format!("/{field}"), code);
    }
    let mut body = gift(&lot, 1);
    body["mass_g"] = json!(0);
    gardener
        .post(MOVES, body)
        .await
        .wrong_field("/mass_g", "out_of_range");
}

#[tokio::test]
async fn nothing_moves_in_the_future_nor_before_the_harvest() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let mut body = gift(&lot, 1);
    body["effective_date"] = app.value("SELECT pr_exsitu.today() + 1").await;
    gardener
        .post(MOVES, body.clone())
        .await
        .conflict("/effective_date", "not_in_future");
    body["kind"] = json!("return");
    body["effective_date"] = app.value("SELECT pr_exsitu.today() - 401").await;
    gardener.post(MOVES, body).await.problem(409, "dates_along_chain");
}

#[tokio::test]
async fn a_transfer_does_not_change_the_balance_of_the_lot() {
    let app = TestApp::start().await;
    let (lot, gardener, other) = (app.lot(100).await, app.user("jardinier"), app.place(1).await);
    let body = json!({"lot": lot.uuid, "from": lot.place.uuid, "to": other.uuid, "seeds": 40});
    let made = gardener
        .post(&format!("{MOVES}/transfers"), body.clone())
        .await
        .expect(201)
        .json();
    assert_eq!(made["movements"].as_array().unwrap().len(), 2);
    assert_eq!(balance(&app, &lot).await["seeds"], 100);
    let there: i32 = app
        .value(&format!(
            "SELECT seeds FROM pr_exsitu.t_stock_balances WHERE id_place = {}",
            other.id
        ))
        .await;
    assert_eq!(there, 40);
    let mut too_much = body;
    too_much["seeds"] = json!(61);
    gardener
        .post(&format!("{MOVES}/transfers"), too_much)
        .await
        .problem(409, "stock_not_negative");
}

#[tokio::test]
async fn a_stock_take_is_a_computed_correction_that_closes_the_past() {
    let app = TestApp::start().await;
    let (lot, gardener) = (estimated(&app, 200).await, app.user("jardinier"));
    let body = json!({"lot": lot.uuid, "place": lot.place.uuid, "observed_seeds": 180, "basis": "counted"});
    let made = gardener
        .post(&format!("{MOVES}/stock-takes"), body)
        .await
        .expect(201);
    assert_eq!(made.json()["movements"][0]["seeds"], -20);
    assert_eq!(balance(&app, &lot).await["seeds"], 180);
    let mut late = gift(&lot, 1);
    late["effective_date"] = app.value("SELECT pr_exsitu.today() - 1").await;
    gardener
        .post(MOVES, late.clone())
        .await
        .problem(409, "stock_taken_since");
    gardener
        .post(
            &format!("{}/reversal", made.location()),
            json!({"reason": "Mauvaise boîte"}),
        )
        .await
        .expect(201);
    take(&gardener, late).await;
    assert_eq!(balance(&app, &lot).await["seeds"], 199);
}

#[tokio::test]
async fn an_unknown_quantity_makes_the_balance_unknown_and_taking_all_makes_it_nothing() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let pinch =
        json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "loss", "seeds": null, "basis": "unknown"});
    take(&gardener, pinch).await;
    assert_eq!(balance(&app, &lot).await, json!({"seeds": null, "known": false}));
    let all = json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "destruction", "takes_all": true, "basis": "unknown"});
    take(&gardener, all).await;
    assert_eq!(balance(&app, &lot).await, json!({"seeds": 0, "known": true}));
}

#[tokio::test]
async fn an_act_is_reversed_whole_and_once_at_its_date() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let made = gardener.post(MOVES, gift(&lot, 30)).await.expect(201);
    let reversal = format!("{}/reversal", made.location());
    gardener
        .post(&reversal, json!({"reason": " "}))
        .await
        .wrong_field("/reason", "blank");
    let done = gardener
        .post(&reversal, json!({"reason": "Erreur"}))
        .await
        .expect(201)
        .json();
    assert_eq!(done["movements"][0]["seeds"], 30);
    assert_eq!(
        done["movements"][0]["effective_date"],
        made.json()["movements"][0]["effective_date"]
    );
    assert_eq!(balance(&app, &lot).await["seeds"], 100);
    gardener
        .post(&reversal, json!({"reason": "Encore"}))
        .await
        .problem(409, "movement_reversed");
    let of_reversal = format!(
        "{MOVES}/{}/reversal",
        done["movements"][0]["uuid"].as_str().unwrap()
    );
    gardener
        .post(&of_reversal, json!({"reason": "Encore"}))
        .await
        .problem(409, "movement_reversed");
}

#[tokio::test]
async fn an_entry_that_was_used_since_is_not_reversed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(0).await, app.user("jardinier"));
    let entry = json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "external_entry", "seeds": 50, "basis": "counted"});
    let made = gardener.post(MOVES, entry).await.expect(201);
    take(&gardener, gift(&lot, 20)).await;
    let refused = gardener
        .post(
            &format!("{}/reversal", made.location()),
            json!({"reason": "Erreur"}),
        )
        .await;
    refused.problem(409, "stock_not_negative");
}

#[tokio::test]
async fn the_reserve_is_broken_into_with_the_right_and_a_reason_only() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_seed_lots SET archive_reserve = 50 WHERE id_seed_lot = {}",
        lot.id
    ))
    .await;
    let (gardener, officer) = (app.user("jardinier"), app.user("responsable"));
    take(&gardener, gift(&lot, 50)).await;
    let refused = gardener
        .post(MOVES, gift(&lot, 1))
        .await
        .problem(409, "stock_reserve_kept");
    assert_eq!(
        (&refused["facts"]["left"], &refused["facts"]["reserve"]),
        (&json!(49), &json!(50))
    );
    let mut body = gift(&lot, 1);
    body["reserve_override_reason"] = json!("Sauvetage");
    gardener.post(MOVES, body.clone()).await.problem(403, "forbidden");
    take(&officer, body).await;
    let law = app.refusal(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         VALUES (gen_random_uuid(), {}, {}, 'gift', -1, 'counted', pr_exsitu.today(), 11)", lot.id, lot.place.id)).await;
    assert_eq!(law, "stock_reserve_kept");
}

#[tokio::test]
async fn the_database_holds_the_laws_whatever_writes() {
    let app = TestApp::start().await;
    let lot = app.lot(10).await;
    let leg = |columns: &str, values: &str| {
        format!("INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, effective_date, id_digitiser, {columns})
                 VALUES ('{}', {}, {}, pr_exsitu.today(), 11, {values})", Uuid::new_v4(), lot.id, lot.place.id)
    };
    let first = "SELECT id_stock_movement FROM pr_exsitu.t_stock_movements LIMIT 1";
    for (statement, law) in [
        (
            leg("kind, seeds, basis", "'gift', -11, 'counted'"),
            "stock_not_negative",
        ),
        (leg("kind, seeds, basis", "'gift', 1, 'counted'"), "movement_sign"),
        (
            leg("kind, seeds, basis", "'gift', NULL, 'counted'"),
            "movement_unknown_is_null",
        ),
        (
            leg("kind, seeds, basis", "'transfer', -1, 'counted'"),
            "transfer_balanced",
        ),
        (
            leg(
                "kind, seeds, basis, observed_seeds",
                "'inventory_correction', -1, 'counted', 8",
            ),
            "stock_take_computed",
        ),
        (
            leg(
                "kind, seeds, basis, id_reversed",
                &format!("'reversal', -9, 'counted', ({first})"),
            ),
            "movement_reversal_exact",
        ),
        (
            leg("kind, seeds, basis", "'reversal', -9, 'counted'"),
            "movement_reversal_cites",
        ),
        (
            "UPDATE pr_exsitu.t_stock_movements SET seeds = 11".to_owned(),
            "append_only",
        ),
        (
            "DELETE FROM pr_exsitu.t_stock_movements".to_owned(),
            "append_only",
        ),
        (
            "TRUNCATE pr_exsitu.t_stock_movements CASCADE".to_owned(),
            "append_only",
        ),
    ] {
        assert_eq!(app.refusal(&statement).await, law, "{statement}");
    }
}

#[tokio::test]
async fn a_list_of_movements_is_one_statement_whatever_its_rows() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    for _ in 0..5 {
        take(&gardener, gift(&lot, 2)).await;
    }
    let before = app.statements();
    let first = gardener
        .get(&format!("{MOVES}?lot={}&limit=2", lot.uuid))
        .await
        .expect(200)
        .json();
    // Who asks takes two statements, the list one.
    assert_eq!(app.statements() - before, 3);
    let mut seen: Vec<Value> = first["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["uuid"].clone())
        .collect();
    let mut cursor = first["next_cursor"].clone();
    while let Some(next) = cursor.as_str().map(str::to_owned) {
        let page = gardener
            .get(&format!("{MOVES}?lot={}&limit=2&cursor={next}", lot.uuid))
            .await
            .expect(200)
            .json();
        seen.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|m| m["uuid"].clone()),
        );
        cursor = page["next_cursor"].clone();
    }
    assert_eq!(seen.len(), 6);
    seen.sort_by_key(Value::to_string);
    seen.dedup();
    assert_eq!(seen.len(), 6);
}

#[tokio::test]
async fn movements_are_seen_and_written_as_far_as_the_lot_is() {
    let app = TestApp::start().await;
    let lot = app.lot(100).await;
    let theirs = app.lot_of(100, 2, 3, 14).await;
    let (partner, reader, trainee) = (app.user("partenaire"), app.user("lecteur"), app.user("stagiaire"));
    partner
        .post(MOVES, gift(&lot, 1))
        .await
        .conflict("/lot", "unknown_reference");
    reader.post(MOVES, gift(&lot, 1)).await.problem(403, "forbidden");
    trainee
        .post(MOVES, gift(&lot, 1))
        .await
        .conflict("/lot", "unknown_reference");
    partner
        .get(&format!("/v1/seed-lots/{}/ledger", lot.uuid))
        .await
        .problem(404, "not_found");
    let seen = partner.get(MOVES).await.expect(200).json();
    assert_eq!(seen["items"].as_array().unwrap().len(), 1);
    assert_eq!(seen["items"][0]["lot"]["uuid"], json!(theirs.uuid));
    app.user("responsable")
        .post(MOVES, gift(&theirs, 1))
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn two_clients_never_take_the_same_seed() {
    let app = TestApp::start().await;
    let (lot, gardener) = (app.lot(100).await, app.user("jardinier"));
    let takes = (0..40).map(|_| gardener.post(MOVES, gift(&lot, 7)));
    let statuses: Vec<u16> = join_all(takes).await.into_iter().map(|r| r.status).collect();
    assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 14);
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 26);
    assert_eq!(balance(&app, &lot).await["seeds"], 2);
}
