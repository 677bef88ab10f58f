//! Places: a tree that stays one, of an organisation, and what is in it.

use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

async fn made(user: &User, code: &str, parent: Option<&Response>) -> Response {
    let parent = parent.map(|p| p.json()["uuid"].clone());
    let body = json!({"kind": "box", "code": code, "label": format!("Boîte {code}"), "parent": parent});
    user.post("/v1/places", body).await.expect(201)
}

fn uuid(place: &Response) -> Value {
    place.json()["uuid"].clone()
}

fn all<'a>(page: &'a Value, name: &str) -> Vec<&'a Value> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item[name])
        .collect()
}

#[tokio::test]
async fn a_place_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let body = json!({"kind": "freezer", "code": "CONG-X", "label": "Congélateur X", "expected_temperature": -18.5, "capacity": 60});
    let place = manager.post("/v1/places", body).await.expect(201);
    let path = place.location();
    assert_eq!(place.json()["expected_temperature"], -18.5);
    assert_eq!(
        (&place.json()["parent"], &place.json()["path"]),
        (&Value::Null, &json!(["CONG-X"]))
    );
    assert_eq!(
        (&place.json()["id_organism"], &place.json()["id_digitiser"]),
        (&json!(1), &json!(12))
    );

    let changes = json!({"expected_temperature": null, "expected_humidity": 15, "label": "Congélateur Y"});
    let changed = manager.patch(&path, &place.etag(), changes).await.expect(200);
    assert_eq!(changed.json()["expected_temperature"], Value::Null);
    assert_eq!(changed.json()["expected_humidity"], 15);
    assert_eq!(manager.get(&path).await.expect(200).json(), changed.json());
    manager
        .patch(&path, &place.etag(), json!({"label": "Z"}))
        .await
        .problem(412, "condition_stale");

    manager.delete(&path, &changed.etag()).await.expect(204);
    manager.get(&path).await.problem(404, "not_found");
    let history = manager.get(&format!("{path}/history")).await.expect(200).json();
    assert_eq!(all(&history, "operation"), ["delete", "update", "insert"]);
}

#[tokio::test]
async fn the_conditions_of_a_place_are_possible_ones() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let place = |field: &str, value: Value| {
        let mut body = json!({"kind": "room", "code": "A", "label": "A"});
        body[field] = value;
        body
    };
    for (field, value, code, status) in [
        ("expected_temperature", json!(-201), "range", 422),
        ("expected_temperature", json!("4"), "wrong_type", 422),
        ("expected_humidity", json!(100.1), "range", 422),
        ("capacity", json!(0), "range", 422),
        ("code", json!(" "), "blank", 422),
        ("label", json!(""), "length", 422),
        ("kind", json!("cave"), "wrong_type", 422),
        (
            "parent",
            json!("00000000-0000-4000-8000-000000000000"),
            "unknown_reference",
            409,
        ),
        ("colour", json!("red"), "unknown_field", 422),
    ] {
        manager
            .post("/v1/places", place(field, value))
            .await
            .refused(status, &format!("/{field}"), code);
    }
    let made = manager
        .post("/v1/places", place("capacity", json!(1)))
        .await
        .expect(201);
    manager
        .post("/v1/places", place("capacity", json!(1)))
        .await
        .problem(409, "already_exists");
    let path = made.location();
    manager
        .patch(&path, "*", json!({"expected_humidity": -1}))
        .await
        .wrong_field("/expected_humidity", "range");
    manager
        .patch(&path, "*", json!({"capacity": 0}))
        .await
        .wrong_field("/capacity", "range");
    manager
        .patch(&path, "*", json!({"kind": null}))
        .await
        .wrong_field("/kind", "not_null");
}

#[tokio::test]
async fn moving_a_place_leaves_a_line_and_takes_along_what_is_in_it() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (room, other) = (
        made(&gardener, "ROOM", None).await,
        made(&gardener, "OTHER", None).await,
    );
    let shelf = made(&gardener, "SHELF", Some(&room)).await;
    let cell = made(&gardener, "CELL", Some(&shelf)).await;
    assert_eq!(cell.json()["path"], json!(["ROOM", "SHELF", "CELL"]));

    let moved = gardener
        .patch(&shelf.location(), &shelf.etag(), json!({"parent": uuid(&other)}))
        .await
        .expect(200);
    assert_eq!(
        moved.json()["parent"],
        json!({"uuid": uuid(&other), "code": "OTHER"})
    );
    assert_eq!(
        gardener.get(&cell.location()).await.json()["path"],
        json!(["OTHER", "SHELF", "CELL"])
    );
    let same = json!({"parent": uuid(&other), "label": "Étagère"});
    let moved = gardener
        .patch(&shelf.location(), &moved.etag(), same)
        .await
        .expect(200);
    gardener
        .patch(&shelf.location(), &moved.etag(), json!({"parent": null}))
        .await
        .expect(200);

    let path = format!("{}/moves", shelf.location());
    let moves = gardener.get(&path).await.expect(200).json();
    let item = &moves["items"][1];
    assert_eq!(moves["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&item["before"]["code"], &item["after"]["code"]),
        (&json!("ROOM"), &json!("OTHER"))
    );
    assert_eq!(
        (&moves["items"][0]["after"], &item["id_digitiser"]),
        (&Value::Null, &json!(11))
    );
    let first = gardener.get(&format!("{path}?limit=1")).await.json();
    let next = gardener
        .get(&format!(
            "{path}?limit=1&cursor={}",
            first["next_cursor"].as_str().unwrap()
        ))
        .await
        .json();
    assert_eq!((&next["items"][0], &next["next_cursor"]), (item, &Value::Null));
}

#[tokio::test]
async fn a_place_is_never_inside_itself() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let a = made(&gardener, "A", None).await;
    let b = made(&gardener, "B", Some(&a)).await;
    let c = made(&gardener, "C", Some(&b)).await;
    for within in [&a, &b, &c] {
        let refused = gardener
            .patch(&a.location(), &a.etag(), json!({"parent": uuid(within)}))
            .await;
        assert_eq!(
            refused.problem(409, "tree_acyclic")["errors"][0]["pointer"],
            "/parent"
        );
    }
    assert_eq!(gardener.get(&a.location()).await.json(), a.json());
}

#[tokio::test]
async fn two_moves_that_would_close_a_loop_at_once_are_one_move() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    for round in 0..5 {
        let a = made(&gardener, &format!("A{round}"), None).await;
        let b = made(&gardener, &format!("B{round}"), None).await;
        let (into_b, into_a) = (json!({"parent": uuid(&b)}), json!({"parent": uuid(&a)}));
        let (pa, pb, ea, eb) = (a.location(), b.location(), a.etag(), b.etag());
        let (one, two) = tokio::join!(gardener.patch(&pa, &ea, into_b), gardener.patch(&pb, &eb, into_a));
        let mut answers = [one.status, two.status];
        answers.sort_unstable();
        assert_eq!(answers, [200, 409], "{} {}", one.text, two.text);
    }
}

#[tokio::test]
async fn a_place_in_use_is_archived_and_not_deleted() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let parent = made(&manager, "A", None).await;
    let child = made(&manager, "B", Some(&parent)).await;
    let refused = manager
        .delete(&parent.location(), &parent.etag())
        .await
        .problem(409, "has_children");
    assert_eq!(refused["facts"]["table"], "t_places");
    let lot = app.lot(10).await;
    manager
        .delete(&format!("/v1/places/{}", lot.place.uuid), "*")
        .await
        .problem(409, "has_children");

    let archived = manager
        .patch(&parent.location(), &parent.etag(), json!({"archived": true}))
        .await
        .expect(200);
    assert!(archived.json()["archived_at"].is_string());
    let body = json!({"kind": "box", "code": "C", "label": "C", "parent": uuid(&parent)});
    let refused = manager.post("/v1/places", body).await.problem(409, "archived");
    assert_eq!(refused["errors"][0]["pointer"], "/parent");
    let other = made(&manager, "D", None).await;
    manager
        .patch(&other.location(), "*", json!({"parent": uuid(&parent)}))
        .await
        .problem(409, "archived");
    // It is there already: nothing moves.
    manager
        .patch(
            &child.location(),
            "*",
            json!({"parent": uuid(&parent), "label": "b"}),
        )
        .await
        .expect(200);
}

#[tokio::test]
async fn a_place_is_archived_empty_and_stays_so() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let room = made(&gardener, "ROOM", None).await;
    let shelf = made(&gardener, "SHELF", Some(&room)).await;
    let (lot, other) = (app.lot(0).await, app.lot(0).await);
    put(&app, lot.id, &shelf, 5).await;
    let archive = async |place: &Response| {
        gardener
            .patch(&place.location(), "*", json!({"archived": true}))
            .await
    };
    let archived =
        |code: &str| format!("UPDATE pr_exsitu.t_places SET archived_at = now() WHERE code = '{code}'");
    for place in [&shelf, &room] {
        let code = place.json()["code"].as_str().unwrap().to_owned();
        let refused = archive(place).await.problem(409, "place_holds_stock");
        assert_eq!(
            (&refused["facts"], &refused["errors"][0]["pointer"]),
            (&json!({"place": code, "lots": 1}), &json!("/archived"))
        );
        assert_eq!(app.refusal(&archived(&code)).await, "place_archived_empty");
    }

    // Taken out, and then all can be put away, where nothing comes in any more.
    let out = json!({"lot": lot.uuid, "place": uuid(&shelf), "kind": "loss", "basis": "unknown", "takes_all": true});
    let out = gardener.post("/v1/stock-movements", out).await.expect(201);
    archive(&room).await.expect(200);
    let entry = |lot: i32, seeds: &str| {
        format!(
            "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
             SELECT gen_random_uuid(), {lot}, id_place, 'external_entry', {seeds}, pr_exsitu.today(), 11 FROM pr_exsitu.t_places WHERE code = 'SHELF'"
        )
    };
    for lot in [lot.id, other.id] {
        for seeds in ["1, 'counted'", "NULL, 'unknown'"] {
            assert_eq!(app.refusal(&entry(lot, seeds)).await, "balance_place_in_use");
        }
    }
    let back = json!({"lot": other.uuid, "place": uuid(&shelf), "kind": "external_entry", "seeds": 1, "basis": "counted"});
    let refused = gardener
        .post("/v1/stock-movements", back.clone())
        .await
        .problem(409, "place_put_away");
    assert_eq!(refused["facts"], json!({"place": "ROOM"}));
    gardener
        .post(
            &format!("{}/reversal", out.location()),
            json!({"reason": "Erreur"}),
        )
        .await
        .problem(409, "place_put_away");

    // What holds seeds is not moved into what is put away, however deep.
    let full = made(&gardener, "FULL", None).await;
    put(&app, other.id, &full, 5).await;
    gardener
        .patch(&full.location(), "*", json!({"parent": uuid(&shelf)}))
        .await
        .problem(409, "place_holds_stock");

    gardener
        .patch(&room.location(), "*", json!({"archived": false}))
        .await
        .expect(200);
    gardener.post("/v1/stock-movements", back).await.expect(201);
}

#[tokio::test]
async fn an_unknown_quantity_keeps_a_place_in_use() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(0).await);
    let path = format!("/v1/places/{}", lot.place.uuid);
    let entry = json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "initial_entry", "seeds": null, "basis": "unknown"});
    gardener.post("/v1/stock-movements", entry).await.expect(201);
    gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .problem(409, "place_holds_stock");
    let found = json!({"lot": lot.uuid, "place": lot.place.uuid, "observed_seeds": 0, "basis": "counted"});
    gardener
        .post("/v1/stock-movements/stock-takes", found)
        .await
        .expect(201);
    gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .expect(200);
}

#[tokio::test]
async fn an_entry_and_an_archiving_at_once_are_one_of_them() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    for round in 0..8 {
        let room = made(&gardener, &format!("ROOM{round}"), None).await;
        let shelf = made(&gardener, &format!("SHELF{round}"), Some(&room)).await;
        let lot = app.lot(0).await;
        let entry = json!({"lot": lot.uuid, "place": uuid(&shelf), "kind": "initial_entry", "seeds": 5, "basis": "counted"});
        let path = room.location();
        let archive = gardener.patch(&path, "*", json!({"archived": true}));
        let (archived, entered) = tokio::join!(archive, gardener.post("/v1/stock-movements", entry));
        let answers = (archived.status, entered.status);
        assert!(
            matches!(answers, (200, 409) | (409, 201)),
            "{} {}",
            archived.text,
            entered.text
        );
    }
}

#[tokio::test]
async fn the_places_of_another_organisation_are_not_found() {
    let app = TestApp::start().await;
    let (gardener, partner, trainee) = (
        app.user("jardinier"),
        app.user("partenaire"),
        app.user("stagiaire"),
    );
    let place = made(&gardener, "A", None).await;
    let path = place.location();
    for suffix in ["", "/history", "/moves", "/contents"] {
        partner
            .get(&format!("{path}{suffix}"))
            .await
            .problem(404, "not_found");
    }
    partner
        .patch(&path, "*", json!({"label": "B"}))
        .await
        .problem(404, "not_found");
    partner.delete(&path, "*").await.problem(404, "not_found");
    assert_eq!(partner.get("/v1/places").await.json()["items"], json!([]));
    assert_eq!(partner.get("/v1/places/tree").await.json(), json!([]));
    let body = json!({"kind": "box", "code": "P", "label": "P", "parent": uuid(&place)});
    partner
        .post("/v1/places", body)
        .await
        .conflict("/parent", "unknown_reference");
    // The code is free in the other organisation.
    assert_eq!(made(&partner, "A", None).await.json()["id_organism"], 2);

    // Of one's own organisation, the places of others are seen, and only one's own are changed.
    trainee.get(&path).await.expect(200);
    trainee
        .patch(&path, "*", json!({"label": "B"}))
        .await
        .problem(403, "forbidden");
    let own = made(&trainee, "S", Some(&place)).await;
    trainee
        .patch(&own.location(), "*", json!({"label": "B"}))
        .await
        .expect(200);
    app.user("lecteur")
        .post("/v1/places", json!({}))
        .await
        .problem(403, "forbidden");
    app.user("sansdroit").get(&path).await.problem(403, "forbidden");
}

#[tokio::test]
async fn places_are_listed_by_what_is_asked() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let body = json!({"kind": "garden", "code": "JARDIN", "label": "Rocaille des éboulis"});
    let garden = gardener.post("/v1/places", body).await.expect(201);
    let a = made(&gardener, "A", Some(&garden)).await;
    let b = made(&gardener, "B", Some(&a)).await;
    made(&gardener, "C", Some(&b)).await;
    let old = made(&gardener, "OLD", None).await;
    gardener
        .patch(&old.location(), "*", json!({"archived": true}))
        .await
        .expect(200);

    let asked = [
        ("", vec!["A", "B", "C", "JARDIN"]),
        ("?archived=true&sort=-code", vec!["OLD", "JARDIN", "C", "B", "A"]),
        ("?sort=label", vec!["A", "B", "C", "JARDIN"]),
        ("?sort=-created", vec!["C", "B", "A", "JARDIN"]),
        ("?kind=garden,bed", vec!["JARDIN"]),
        ("?parent=root", vec!["JARDIN"]),
        ("?search=EBOULIS", vec!["JARDIN"]),
        ("?search=boite", vec!["A", "B", "C"]),
    ];
    let of = |name: &str, place: &Response| format!("?{name}={}", uuid(place).as_str().unwrap());
    for (query, codes) in asked.map(|(q, c)| (q.to_owned(), c)).into_iter().chain([
        (of("parent", &garden), vec!["A"]),
        (of("within", &a), vec!["A", "B", "C"]),
        (of("within", &old), vec![]),
    ]) {
        let page = gardener
            .get(&format!("/v1/places{query}"))
            .await
            .expect(200)
            .json();
        assert_eq!(all(&page, "code"), codes, "{query}");
    }
    let first = gardener.get("/v1/places?limit=3&count=true").await.json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let next = gardener
        .get(&format!("/v1/places?limit=3&cursor={cursor}"))
        .await
        .json();
    assert_eq!(
        (&first["count"], all(&next, "code")),
        (&json!(4), vec![&json!("JARDIN")])
    );
    for (query, field, code) in [
        ("parent=nowhere", "/parent", "wrong_type"),
        ("sort=kind", "/sort", "bad_sort"),
        ("kind=cave", "/kind", "wrong_type"),
    ] {
        gardener
            .get(&format!("/v1/places?{query}"))
            .await
            .wrong_field(field, code);
    }
}

/// A lot put in a place of the service, besides the one it was made in.
async fn put(app: &TestApp, lot: i32, place: &Response, seeds: i32) {
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         SELECT gen_random_uuid(), {lot}, id_place, 'initial_entry', {seeds}, 'counted', pr_exsitu.today() - 200, 11
         FROM pr_exsitu.t_places WHERE uuid = '{}'",
        place.json()["uuid"].as_str().unwrap()
    ))
    .await;
}

#[tokio::test]
async fn the_tree_counts_each_lot_once_in_one_statement() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let room = made(&gardener, "ROOM", None).await;
    let (one, two, three) = (
        made(&gardener, "ONE", Some(&room)).await,
        made(&gardener, "TWO", Some(&room)).await,
        made(&gardener, "THREE", Some(&room)).await,
    );
    let old = made(&gardener, "OLD", Some(&two)).await;
    gardener
        .patch(&old.location(), "*", json!({"archived": true}))
        .await
        .expect(200);
    gardener
        .patch(&two.location(), "*", json!({"archived": true}))
        .await
        .expect(200);
    let (lot, other) = (app.lot_of(0, 1, 1, 11).await.id, app.lot_of(0, 1, 1, 11).await.id);
    for (lot, place) in [(lot, &one), (lot, &three), (other, &one), (other, &room)] {
        put(&app, lot, place, 5).await;
    }
    gardener.get("/v1/places/tree").await.expect(200);
    let before = app.statements();
    let tree = gardener.get("/v1/places/tree").await.expect(200).json();
    // The role and its rights, then the tree.
    assert_eq!(app.statements() - before, 3);
    let node = |code: &str| {
        tree.as_array()
            .unwrap()
            .iter()
            .find(|n| n["code"] == code)
            .cloned()
    };
    let (room_node, one_node) = (node("ROOM").unwrap(), node("ONE").unwrap());
    assert_eq!(
        (&room_node["lots"], &room_node["lots_below"], &room_node["depth"]),
        (&json!(1), &json!(2), &json!(0))
    );
    assert_eq!(
        (&one_node["lots"], &one_node["lots_below"], &one_node["depth"]),
        (&json!(2), &json!(0), &json!(1))
    );
    assert_eq!(
        (&room_node["parent"], &one_node["parent"]),
        (&Value::Null, &uuid(&room))
    );
    assert_eq!((node("TWO"), node("OLD")), (None, None));

    let whole = gardener
        .get("/v1/places/tree?archived=true")
        .await
        .expect(200)
        .json();
    let codes: Vec<_> = whole
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["code"].as_str().unwrap())
        .collect();
    let at = |code| codes.iter().position(|c| *c == code).unwrap();
    assert!(at("ROOM") < at("ONE") && at("TWO") < at("OLD"));
    // An archived place that holds one in use is still on the way to it.
    gardener
        .patch(&old.location(), "*", json!({"archived": false}))
        .await
        .expect(200);
    let tree = gardener.get("/v1/places/tree").await.json();
    let two_node = tree
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["code"] == "TWO")
        .cloned()
        .unwrap();
    assert_eq!(
        (&two_node["archived"], &two_node["lots"]),
        (&json!(true), &json!(0))
    );
}

#[tokio::test]
async fn what_is_in_a_place_is_what_one_may_read() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let room = made(&gardener, "ROOM", None).await;
    let shelf = made(&gardener, "SHELF", Some(&room)).await;
    // Datasets 1 (of the gardener's organisation) and 7 (not).
    let (lot, theirs) = (app.lot_of(0, 1, 1, 12).await, app.lot_of(0, 1, 7, 10).await);
    for (lot, place, seeds) in [(lot.id, &shelf, 5), (lot.id, &room, 7), (theirs.id, &shelf, 3)] {
        put(&app, lot, place, seeds).await;
    }
    let path = format!("{}/contents", room.location());
    let page = gardener
        .get(&format!("{path}?count=true"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&page["count"], all(&page, "seeds")),
        (&json!(2), vec![&json!(7), &json!(5)])
    );
    assert_eq!(all(&page, "place_code"), ["ROOM", "SHELF"]);
    assert_eq!(
        (&page["items"][0]["uuid"], &page["items"][0]["basis"]),
        (&json!(lot.uuid), &json!("counted"))
    );
    assert!(page["items"][0]["taxon_name"].is_string());
    assert_eq!(
        all(&app.user("lecteur").get(&path).await.json(), "seeds").len(),
        3
    );
    let shelf_only = gardener
        .get(&format!("{}/contents", shelf.location()))
        .await
        .json();
    assert_eq!(all(&shelf_only, "seeds"), [5]);
    let first = gardener.get(&format!("{path}?limit=1")).await.json();
    let next = gardener
        .get(&format!(
            "{path}?limit=1&cursor={}",
            first["next_cursor"].as_str().unwrap()
        ))
        .await
        .json();
    assert_eq!(
        (all(&next, "seeds"), &next["next_cursor"]),
        (vec![&json!(5)], &Value::Null)
    );

    let counted = |user: User| async move {
        let tree = user.get("/v1/places/tree").await.json();
        tree.as_array()
            .unwrap()
            .iter()
            .find(|n| n["code"] == "SHELF")
            .unwrap()["lots"]
            .clone()
    };
    assert_eq!(
        (counted(gardener).await, counted(app.user("lecteur")).await),
        (json!(1), json!(2))
    );
}
