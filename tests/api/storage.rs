//! Humidity of the lots: checks, rounds, and the conditions a lot lived through.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Lot, TestApp, User};

async fn day(app: &TestApp, ago: i32) -> String {
    app.value(&format!("SELECT pr_exsitu.today() - {ago}")).await
}

fn checks(lot: Uuid) -> String {
    format!("/v1/seed-lots/{lot}/humidity-checks")
}

fn round(place: Uuid) -> String {
    format!("/v1/places/{place}/humidity-round")
}

fn of(lot: &Lot) -> String {
    format!("/v1/seed-lots/{}", lot.uuid)
}

async fn conditions(user: &User, lot: &Lot) -> Value {
    user.get(&format!("{}/conditions", of(lot)))
        .await
        .expect(200)
        .json()
}

/// Moves seeds of a lot, or puts some, as many days ago.
async fn movement(app: &TestApp, lot: &Lot, place: i32, seeds: i32, ago: i32) {
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         VALUES (gen_random_uuid(), {}, {place}, '{}', {seeds}, 'counted', pr_exsitu.today() - {ago}, 11)",
        lot.id,
        if seeds > 0 { "initial_entry" } else { "loss" },
    ))
    .await;
}

/// Puts a place in another since so many days.
async fn hold(app: &TestApp, place: i32, parent: i32, ago: i32) {
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET id_parent = {parent} WHERE id_place = {place};
         ALTER TABLE pr_exsitu.t_place_moves DISABLE TRIGGER append_only;
         UPDATE pr_exsitu.t_place_moves SET effective_date = pr_exsitu.today() - {ago} WHERE id_place = {place} AND id_parent_after = {parent};
         ALTER TABLE pr_exsitu.t_place_moves ENABLE TRIGGER append_only;"
    ))
    .await;
}

#[tokio::test]
async fn a_check_says_the_moisture_from_the_humidity_and_back() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    let measured = json!({"level": "sec", "equilibrium_humidity": 13, "temperature": 25, "device": "awm"});
    let made = gardener
        .post(&checks(lot.uuid), measured.clone())
        .await
        .expect(201);
    let check = made.json();
    assert_eq!(
        (
            &check["level"]["label"],
            &check["device"]["code"],
            &check["check_date"]
        ),
        (&json!("Sec"), &json!("awm"), &json!(day(&app, 0).await))
    );
    assert_eq!(
        (&check["place"]["uuid"], &check["observer"]),
        (&json!(lot.place.uuid), &json!("Doussot Basile"))
    );
    assert_eq!(
        (&check["water"]["moisture_percent"], &check["water"]["missing"]),
        (
            &Value::Null,
            &json!([{"figure": "moisture_percent", "reason": "oil_content_unknown"}])
        )
    );
    // What a check means changes with what is known of the seeds.
    gardener
        .patch(&of(&lot), "*", json!({"oil_content_percent": 29}))
        .await
        .expect(200);
    let check = gardener.get(&made.location()).await.expect(200).json();
    assert_eq!(
        (
            &check["water"]["moisture_percent"],
            &check["water"]["moisture_origin"]
        ),
        (&json!(3.88), &json!("computed"))
    );
    let moisture = json!({"moisture_percent": 5, "temperature": 25});
    let water = gardener
        .post(&checks(lot.uuid), moisture)
        .await
        .expect(201)
        .json()["water"]
        .clone();
    assert_eq!(
        (&water["equilibrium_humidity"], &water["moisture_origin"]),
        (&json!(21.11), &json!("measured"))
    );
    let without = gardener
        .post(&checks(lot.uuid), json!({"moisture_percent": 5}))
        .await
        .expect(201)
        .json();
    assert_eq!(
        without["water"]["missing"],
        json!([{"figure": "equilibrium_humidity", "reason": "measure_temperature_unknown"}])
    );
    let words = gardener
        .post(&checks(lot.uuid), json!({"indicator": "ob"}))
        .await
        .expect(201)
        .json();
    assert_eq!(words["water"]["missing"][0]["reason"], "moisture_unknown");
}

#[tokio::test]
async fn what_is_wrong_in_a_check_is_refused() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (lot, other) = (app.lot(100).await, app.lot(100).await);
    let tomorrow = day(&app, -1).await;
    let today = day(&app, 0).await;
    for (body, pointer, code, status) in [
        (
            json!({"moisture_percent": 1.9}),
            "/moisture_percent",
            "out_of_range",
            422,
        ),
        (
            json!({"moisture_percent": 25.1}),
            "/moisture_percent",
            "out_of_range",
            422,
        ),
        (
            json!({"equilibrium_humidity": 0}),
            "/equilibrium_humidity",
            "out_of_range",
            422,
        ),
        (
            json!({"equilibrium_humidity": 100}),
            "/equilibrium_humidity",
            "out_of_range",
            422,
        ),
        (
            json!({"equilibrium_humidity": 50, "temperature": -20.1}),
            "/temperature",
            "out_of_range",
            422,
        ),
        (
            json!({"equilibrium_humidity": 50, "temperature": 90.1}),
            "/temperature",
            "out_of_range",
            422,
        ),
        (json!({"level": "sec", "aw": 0.2}), "/aw", "unknown_field", 422),
        (json!({"level": "wet"}), "/level", "unknown_code", 409),
        (
            json!({"level": "sec", "check_date": tomorrow}),
            "/check_date",
            "not_in_future",
            409,
        ),
        (
            json!({"level": "sec", "check_date": day(&app, 401).await}),
            "/check_date",
            "dates_along_chain",
            409,
        ),
        (
            json!({"check_date": day(&app, 1).await, "indicator_changed_on": today}),
            "/indicator_changed_on",
            "dates_ordered",
            409,
        ),
        (
            json!({"level": "sec", "temperature": 20}),
            "/equilibrium_humidity",
            "required",
            409,
        ),
        (
            json!({"level": "sec", "place": other.place.uuid}),
            "/place",
            "humidity_check_place",
            409,
        ),
        (
            json!({"level": "sec", "id_observer": 999_999}),
            "/id_observer",
            "unknown_role",
            409,
        ),
    ] {
        gardener
            .post(&checks(lot.uuid), body)
            .await
            .refused(status, pointer, code);
    }
    let empty = gardener
        .post(&checks(lot.uuid), json!({"remarks": "rien"}))
        .await
        .problem(409, "humidity_check_says_nothing");
    assert_eq!(empty["title"], "Contrôle vide");
    // The database holds the same laws, whatever writes.
    for (columns, values, law) in [
        (
            "moisture_percent",
            "1".to_owned(),
            "humidity_check_moisture_range",
        ),
        (
            "equilibrium_humidity",
            "0".to_owned(),
            "humidity_check_humidity_range",
        ),
        (
            "moisture_percent, temperature",
            "5, 95".to_owned(),
            "humidity_check_temperature_range",
        ),
        ("remarks", "'rien'".to_owned(), "humidity_check_says_something"),
        (
            "id_place, moisture_percent",
            format!("{}, 5", other.place.id),
            "humidity_check_place",
        ),
    ] {
        let refusal = app
            .refusal(&format!(
                "INSERT INTO pr_exsitu.t_humidity_checks (id_seed_lot, check_date, id_digitiser, {columns})
                 VALUES ({}, pr_exsitu.today(), 11, {values})",
                lot.id
            ))
            .await;
        assert_eq!(refusal, law);
    }
    let two = app.lot(100).await;
    movement(&app, &two, lot.place.id, 10, 5).await;
    gardener
        .post(&checks(two.uuid), json!({"level": "sec"}))
        .await
        .conflict("/place", "required");
    gardener
        .post(
            &checks(two.uuid),
            json!({"level": "sec", "place": lot.place.uuid}),
        )
        .await
        .expect(201);
}

#[tokio::test]
async fn a_check_is_corrected_and_deleted_at_the_version_read() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    let new = json!({"level": "hum", "equilibrium_humidity": 60, "temperature": 20, "remarks": "x"});
    let made = gardener.post(&checks(lot.uuid), new).await.expect(201);
    let changes = json!({"level": "sec", "equilibrium_humidity": 16, "remarks": null});
    let changed = gardener
        .patch(&made.location(), &made.etag(), changes)
        .await
        .expect(200);
    assert_eq!(
        (
            &changed.json()["level"]["code"],
            &changed.json()["remarks"],
            &changed.json()["temperature"]
        ),
        (&json!("sec"), &Value::Null, &json!(20))
    );
    let stale = gardener
        .patch(&made.location(), &made.etag(), json!({"remarks": "y"}))
        .await
        .problem(412, "condition_stale");
    assert_eq!(stale["current"]["equilibrium_humidity"], 16);
    gardener
        .patch(
            &made.location(),
            "*",
            json!({"level": null, "equilibrium_humidity": null, "temperature": null}),
        )
        .await
        .problem(409, "humidity_check_says_nothing");
    gardener
        .patch(&made.location(), "*", json!({"equilibrium_humidity": null}))
        .await
        .conflict("/equilibrium_humidity", "required");
    gardener.patch(&made.location(), "*", json!({})).await.expect(200);

    let history = gardener
        .get(&format!("{}/history", of(&lot)))
        .await
        .expect(200)
        .json();
    assert_eq!(history["items"][0]["table"], "t_humidity_checks");
    // A check keeps its lot from being deleted.
    let last = gardener.get(&made.location()).await.expect(200);
    gardener
        .delete(&made.location(), &made.etag())
        .await
        .problem(412, "condition_stale");
    gardener.delete(&made.location(), &last.etag()).await.expect(204);
    gardener.get(&made.location()).await.problem(404, "not_found");
}

#[tokio::test]
async fn checking_is_changing_the_lot() {
    let app = TestApp::start().await;
    let (ours, theirs) = (app.lot(100).await, app.lot_of(100, 2, 3, 14).await);
    let new = json!({"level": "sec"});
    app.user("lecteur")
        .post(&checks(ours.uuid), new.clone())
        .await
        .problem(403, "forbidden");
    app.user("jardinier")
        .post(&checks(theirs.uuid), new.clone())
        .await
        .problem(404, "not_found");
    app.user("responsable")
        .post(&checks(theirs.uuid), new.clone())
        .await
        .problem(403, "forbidden");
    let made = app
        .user("jardinier")
        .post(&checks(ours.uuid), new.clone())
        .await
        .expect(201);
    app.user("partenaire")
        .get(&made.location())
        .await
        .problem(404, "not_found");
    app.user("partenaire")
        .get(&format!("{}/conditions", of(&ours)))
        .await
        .problem(404, "not_found");
    app.user("lecteur")
        .delete(&made.location(), "*")
        .await
        .problem(403, "forbidden");
    let uuid = made.json()["uuid"].as_str().unwrap().to_owned();
    app.user("lecteur")
        .get(&format!("{}/{uuid}", checks(theirs.uuid)))
        .await
        .problem(404, "not_found");
    app.sql("UPDATE pr_exsitu.t_seed_lots SET archived_at = now()")
        .await;
    app.user("jardinier")
        .post(&checks(ours.uuid), new)
        .await
        .problem(409, "archived");
}

#[tokio::test]
async fn the_checks_of_a_lot_are_listed_the_last_first() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(100).await;
    for ago in [30, 10, 20] {
        let new = json!({"check_date": day(&app, ago).await, "moisture_percent": ago / 5 + 2});
        gardener.post(&checks(lot.uuid), new).await.expect(201);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = gardener
            .get(&format!("{}?limit=2&count=true{cursor}", checks(lot.uuid)))
            .await
            .expect(200)
            .json();
        assert_eq!(page["count"], 3);
        let items = page["items"].as_array().unwrap();
        seen.extend(items.iter().map(|c| c["moisture_percent"].as_i64().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, [4, 6, 8]);
}

/// Three lots in a freezer, and one in a box of it.
async fn freezer(app: &TestApp) -> (Lot, Lot, Lot) {
    let (first, second, third) = (app.lot(10).await, app.lot(10).await, app.lot(10).await);
    for place in [second.place.id, third.place.id] {
        hold(app, place, first.place.id, 290).await;
    }
    (first, second, third)
}

#[tokio::test]
async fn a_round_shows_what_is_due_in_a_place_and_below_it() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (never, dry, damp) = freezer(&app).await;
    app.lot(10).await;
    for (lot, level, ago) in [(&dry, "sec", 364), (&damp, "hum", 30)] {
        let new = json!({"level": level, "check_date": day(&app, ago).await});
        gardener.post(&checks(lot.uuid), new).await.expect(201);
    }
    let path = round(never.place.uuid);
    gardener.get(&path).await.expect(200);
    let before = app.statements();
    let page = gardener
        .get(&format!("{path}?sort=check"))
        .await
        .expect(200)
        .json();
    // The role and its rights, the place, the thresholds, then the round.
    assert_eq!(app.statements() - before, 5);
    let items = page["items"].as_array().unwrap();
    let lots: Vec<&Value> = items.iter().map(|i| &i["lot"]["uuid"]).collect();
    assert_eq!(lots, [&json!(never.uuid), &json!(dry.uuid), &json!(damp.uuid)]);
    let due: Vec<(&Value, &Value)> = items.iter().map(|i| (&i["is_due"], &i["due_on"])).collect();
    let (tomorrow, today) = (json!(day(&app, -1).await), json!(day(&app, 0).await));
    assert_eq!(
        due,
        [
            (&json!(true), &Value::Null),
            (&json!(false), &tomorrow),
            (&json!(true), &today)
        ]
    );
    assert_eq!(items[2]["last_check"]["level"]["code"], "hum");
    assert_eq!(items[0]["is_writable"], true);
    for (query, expected) in [("due=true", 2), ("due=false", 1), ("limit=1&count=true", 1)] {
        let page = gardener.get(&format!("{path}?{query}")).await.expect(200).json();
        assert_eq!(page["items"].as_array().unwrap().len(), expected, "{query}");
    }
    // An organisation decides otherwise.
    app.user("admin")
        .request(reqwest::Method::PUT, "/v1/settings/humidity_check_interval")
        .header("If-Match", "*")
        .json(&json!({"value": 364, "source": "Protocole interne"}))
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap();
    let page = gardener.get(&format!("{path}?due=true")).await.expect(200).json();
    assert_eq!(page["items"].as_array().unwrap().len(), 3);
    let reader = app.user("lecteur").get(&path).await.expect(200).json();
    assert_eq!(reader["items"][0]["is_writable"], false);
    app.user("partenaire").get(&path).await.problem(404, "not_found");
    // Page after page, each lot once, those of one day and one place too.
    app.sql(&format!(
        "UPDATE pr_exsitu.t_stock_balances SET id_place = {}; UPDATE pr_exsitu.t_humidity_checks SET check_date = pr_exsitu.today() - 400, id_place = NULL",
        never.place.id
    ))
    .await;
    for sort in ["place", "-place", "code", "check", "-check"] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = gardener
                .get(&format!("{path}?limit=1&sort={sort}{cursor}"))
                .await
                .expect(200)
                .json();
            seen.push(page["items"][0]["lot"]["uuid"].to_string());
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4, "{sort}");
    }
}

#[tokio::test]
async fn pellets_are_spent_until_they_are_changed() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(10).await;
    let silica = async || {
        let page = gardener.get(&round(lot.place.uuid)).await.expect(200).json();
        (
            page["items"][0]["silica"].clone(),
            page["items"][0]["due_on"].clone(),
        )
    };
    let old = json!({"check_date": day(&app, 40).await, "level": "sec", "indicator": "br"});
    gardener.post(&checks(lot.uuid), old).await.expect(201);
    let (seen, due) = silica().await;
    assert_eq!(
        (&seen["indicator"]["code"], &seen["is_spent"], &seen["seen_on"]),
        (&json!("br"), &json!(true), &json!(day(&app, 40).await))
    );
    assert_eq!(due, json!(day(&app, 10).await));
    let changed = json!({"level": "sec", "indicator_changed_on": day(&app, 0).await});
    gardener.post(&checks(lot.uuid), changed).await.expect(201);
    let (seen, due) = silica().await;
    assert_eq!(
        (&seen["is_spent"], &seen["changed_on"]),
        (&json!(false), &json!(day(&app, 0).await))
    );
    assert_eq!(due, json!(day(&app, -365).await));
}

#[tokio::test]
async fn a_check_is_of_the_place_where_it_was_made_as_long_as_the_lot_stands_there() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (lot, other) = (app.lot(10).await, app.lot(10).await);
    movement(&app, &lot, other.place.id, 10, 100).await;
    let new = json!({"level": "sec", "place": lot.place.uuid});
    gardener.post(&checks(lot.uuid), new).await.expect(201);
    let last = async |place: Uuid| {
        let page = gardener.get(&round(place)).await.expect(200).json();
        let items = page["items"].as_array().unwrap().clone();
        let stop = items.iter().find(|i| i["lot"]["uuid"] == json!(lot.uuid));
        stop.map(|stop| stop["last_check"].is_null())
    };
    assert_eq!(last(lot.place.uuid).await, Some(false));
    assert_eq!(last(other.place.uuid).await, Some(true));
    // Its seeds leave: what is known of them comes along.
    movement(&app, &lot, lot.place.id, -10, 0).await;
    assert_eq!(last(lot.place.uuid).await, None);
    assert_eq!(last(other.place.uuid).await, Some(false));
}

#[tokio::test]
async fn a_round_is_written_whole_or_not_at_all_and_once() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (one, two, three) = freezer(&app).await;
    let elsewhere = app.lot(10).await;
    let theirs = app.lot_of(10, 2, 3, 14).await;
    let line = |lot: Uuid, check: Value| json!({"lot": lot, "check": check});
    let path = round(one.place.uuid);
    let count = async || -> i64 {
        app.value("SELECT count(*) FROM pr_exsitu.t_humidity_checks")
            .await
    };
    for (bad, pointer, code) in [
        (
            line(elsewhere.uuid, json!({"level": "sec"})),
            "/lines/1/lot",
            "humidity_check_place",
        ),
        (
            line(theirs.uuid, json!({"level": "sec"})),
            "/lines/1/lot",
            "unknown_reference",
        ),
        (
            line(one.uuid, json!({"level": "hum"})),
            "/lines/1/lot",
            "duplicate",
        ),
        (
            line(two.uuid, json!({"level": "x"})),
            "/lines/1/check/level",
            "unknown_code",
        ),
        (
            line(two.uuid, json!({})),
            "/lines/1/check",
            "humidity_check_says_nothing",
        ),
    ] {
        let body = json!({"lines": [line(one.uuid, json!({"level": "sec"})), bad]});
        gardener.post(&path, body).await.conflict(pointer, code);
    }
    let wrong = json!({"lines": [line(one.uuid, json!({"moisture_percent": 30}))]});
    gardener
        .post(&path, wrong)
        .await
        .wrong_field("/lines/0/check/moisture_percent", "out_of_range");
    assert_eq!(count().await, 0);

    let body = json!({"lines": [
        line(one.uuid, json!({"level": "sec"})),
        line(two.uuid, json!({"level": "mh", "indicator_changed_on": day(&app, 0).await})),
        line(three.uuid, json!({"level": "hum", "equilibrium_humidity": 62.5, "temperature": 21})),
    ]});
    app.user("lecteur")
        .post(&path, body.clone())
        .await
        .problem(403, "forbidden");
    let keyed = gardener.key("tournee");
    let made = keyed.post(&path, body.clone()).await.expect(201).json();
    let codes: Vec<&Value> = made["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["check"]["level"]["code"])
        .collect();
    assert_eq!(codes, ["sec", "mh", "hum"]);
    assert_eq!(made["checks"][1]["check"]["place"]["uuid"], json!(two.place.uuid));
    assert_eq!(keyed.post(&path, body).await.expect(201).json(), made);
    assert_eq!(count().await, 3);
    // As many statements whatever the lines.
    let mut taken = Vec::new();
    for lots in [vec![&one], vec![&one, &two, &three]] {
        let lines: Vec<Value> = lots
            .iter()
            .map(|lot| line(lot.uuid, json!({"level": "sec"})))
            .collect();
        let before = app.statements();
        gardener.post(&path, json!({"lines": lines})).await.expect(201);
        taken.push(app.statements() - before);
    }
    assert_eq!(taken[0], taken[1]);
}

#[tokio::test]
async fn moving_a_box_takes_along_the_lots_in_it() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(10).await;
    let (room, freezer, elsewhere) = (app.place(1).await, app.place(1).await, app.place(1).await);
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET expected_temperature = 4, expected_humidity = 15 WHERE id_place = {};
         UPDATE pr_exsitu.t_places SET expected_temperature = -18 WHERE id_place = {};
         UPDATE pr_exsitu.t_seed_lots SET drying_start = pr_exsitu.today() - 310, drying_end = pr_exsitu.today() - 299",
        room.id, freezer.id
    ))
    .await;
    hold(&app, lot.place.id, room.id, 400).await;
    hold(&app, lot.place.id, freezer.id, 100).await;
    let check = json!({"level": "sec", "check_date": day(&app, 200).await});
    gardener.post(&checks(lot.uuid), check).await.expect(201);
    // All its seeds go elsewhere, where nothing is expected.
    movement(&app, &lot, lot.place.id, -10, 10).await;
    movement(&app, &lot, elsewhere.id, 10, 10).await;

    let first = conditions(&gardener, &lot).await;
    let periods = first["periods"].as_array().unwrap();
    let read: Vec<(&Value, &Value, &Value)> = periods
        .iter()
        .map(|p| (&p["start"], &p["end"], &p["temperature"]["value"]))
        .collect();
    let days = [
        json!(day(&app, 300).await),
        json!(day(&app, 100).await),
        json!(day(&app, 10).await),
    ];
    assert_eq!(
        read,
        [
            (&days[2], &Value::Null, &Value::Null),
            (&days[1], &days[2], &json!(-18.0)),
            (&days[0], &days[1], &json!(4.0)),
        ]
    );
    assert_eq!(
        periods[0]["missing"],
        json!([
            {"figure": "temperature", "reason": "temperature_unknown"},
            {"figure": "humidity", "reason": "humidity_unknown"}
        ])
    );
    assert_eq!(
        (
            &periods[2]["humidity"]["value"],
            &periods[2]["temperature"]["place"]["uuid"]
        ),
        (&json!(15.0), &json!(room.uuid))
    );
    assert_eq!(periods[2]["path"].as_array().unwrap().len(), 2);
    assert_eq!(
        (
            &periods[2]["checks"][0]["level"]["code"],
            &periods[2]["dryings"][0]["stage"]
        ),
        (&json!("sec"), &json!("drying"))
    );
    assert_eq!(first["unplaced"], json!({"checks": [], "dryings": []}));
    assert_eq!(first["standing"][0]["place"]["uuid"], json!(elsewhere.uuid));
    assert_eq!(
        first["current"]["missing"],
        json!([{"figure": "moisture", "reason": "moisture_unknown"}, {"figure": "temperature", "reason": "temperature_unknown"}])
    );
    // As many statements whatever was lived.
    let statements = async || {
        let before = app.statements();
        conditions(&gardener, &lot).await;
        app.statements() - before
    };
    let before = statements().await;
    for ago in [9, 8, 7] {
        let check = json!({"level": "sec", "check_date": day(&app, ago).await});
        gardener.post(&checks(lot.uuid), check).await.expect(201);
    }
    assert_eq!(statements().await, before);
    // A lot that never came in says so.
    let nowhere = conditions(&gardener, &app.lot(0).await).await;
    assert_eq!(
        (&nowhere["periods"], &nowhere["current"]["missing"][1]["reason"]),
        (&json!([]), &json!("no_place"))
    );
}

#[tokio::test]
async fn the_moisture_now_is_that_of_the_last_measure() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(10).await;
    app.sql("UPDATE pr_exsitu.t_places SET expected_temperature = -18")
        .await;
    gardener
        .patch(
            &of(&lot),
            "*",
            json!({"oil_content_percent": 29, "moisture_percent": 8}),
        )
        .await
        .expect(200);
    let now = conditions(&gardener, &lot).await["current"].clone();
    assert_eq!(
        (&now["moisture"]["percent"], &now["moisture"]["source"]),
        (&json!(8.0), &json!("lot"))
    );
    assert_eq!(
        (
            &now["temperature"]["celsius"],
            &now["temperature"]["place"]["uuid"]
        ),
        (&json!(-18.0), &json!(lot.place.uuid))
    );
    let measured = json!({"check_date": day(&app, 3).await, "equilibrium_humidity": 13, "temperature": 25});
    let check = gardener
        .post(&checks(lot.uuid), measured)
        .await
        .expect(201)
        .json();
    gardener
        .post(&checks(lot.uuid), json!({"level": "sec"}))
        .await
        .expect(201);
    let now = conditions(&gardener, &lot).await["current"]["moisture"].clone();
    assert_eq!(
        (
            &now["percent"],
            &now["origin"],
            &now["source"],
            &now["check"],
            &now["date"]
        ),
        (
            &json!(3.88),
            &json!("computed"),
            &json!("check"),
            &check["uuid"],
            &json!(day(&app, 3).await)
        )
    );
    // What a prediction of its life starts from.
    let viability = gardener
        .get(&format!("{}/viability", of(&lot)))
        .await
        .expect(200)
        .json();
    let store = &viability["store"];
    assert_eq!(
        (
            &store["moisture_percent"],
            &store["moisture_source"],
            &store["temperature"]
        ),
        (&json!(3.88), &json!("check"), &json!(-18.0))
    );
}

#[tokio::test]
async fn a_damp_lot_is_dried_again_and_its_conditions_say_in_which_air() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let lot = app.lot(10).await;
    let path = format!("{}/dryings", of(&lot));
    let (start, end) = (day(&app, 20).await, day(&app, 2).await);
    for (body, pointer, code, status) in [
        (
            json!({"date_start": start, "temperature": 91}),
            "/temperature",
            "out_of_range",
            422,
        ),
        (
            json!({"date_start": start, "humidity": 101}),
            "/humidity",
            "out_of_range",
            422,
        ),
        (
            json!({"date_start": start, "kind": "x"}),
            "/kind",
            "unknown_code",
            409,
        ),
        (
            json!({"date_start": start, "date_end": day(&app, 21).await}),
            "/date_end",
            "dates_ordered",
            409,
        ),
        (
            json!({"date_start": day(&app, -1).await}),
            "/date_start",
            "not_in_future",
            409,
        ),
        (
            json!({"date_start": day(&app, 401).await}),
            "/date_start",
            "dates_along_chain",
            409,
        ),
    ] {
        gardener.post(&path, body).await.refused(status, pointer, code);
    }
    for (values, law) in [
        (
            "current_date - 5, current_date - 6, 15, 15",
            "drying_dates_ordered",
        ),
        ("current_date - 5, null, 95, 15", "drying_temperature_range"),
        ("current_date - 5, null, 15, 101", "drying_humidity_range"),
        ("current_date + 5, null, 15, 15", "drying_not_future"),
        ("current_date - 500, null, 15, 15", "dates_along_chain"),
    ] {
        let insert = format!(
            "INSERT INTO pr_exsitu.t_dryings (id_seed_lot, id_digitiser, date_start, date_end, temperature, humidity) VALUES ({}, 11, {values})",
            lot.id
        );
        assert_eq!(app.refusal(&insert).await, law);
    }
    let new = json!({"date_start": start, "kind": "ss", "temperature": 15, "humidity": 15});
    app.user("lecteur")
        .post(&path, new.clone())
        .await
        .problem(403, "forbidden");
    app.user("partenaire")
        .post(&path, new.clone())
        .await
        .problem(404, "not_found");
    let made = gardener.post(&path, new).await.expect(201);
    let changed = gardener
        .patch(
            &made.location(),
            &made.etag(),
            json!({"date_end": end, "humidity": 12.5}),
        )
        .await
        .expect(200);
    gardener
        .patch(&made.location(), &made.etag(), json!({"remarks": "y"}))
        .await
        .problem(412, "condition_stale");
    let periods = conditions(&gardener, &lot).await["periods"].clone();
    let drying = &periods[0]["dryings"][0];
    assert_eq!(
        (
            &drying["stage"],
            &drying["end"],
            &drying["record"]["humidity"],
            &drying["kind"]["code"]
        ),
        (&json!("redrying"), &json!(end), &json!(12.5), &json!("ss"))
    );
    let history = gardener
        .get(&format!("{}/history", of(&lot)))
        .await
        .expect(200)
        .json();
    assert_eq!(history["items"][0]["table"], "t_dryings");
    gardener
        .delete(&made.location(), &changed.etag())
        .await
        .expect(204);
    gardener.get(&made.location()).await.problem(404, "not_found");
}
