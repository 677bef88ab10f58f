//! Seed lots: what they hold, who sees them, how the list reads.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Response, Row, TestApp, User};

/// A day so many days ago, as JSON has it.
async fn days_ago(app: &TestApp, days: i32) -> String {
    app.value(&format!("SELECT pr_exsitu.today() - {days}")).await
}

/// A body with a counted entry, 300 days ago.
async fn body(app: &TestApp, material: Uuid, place: Uuid, seeds: i32) -> Value {
    let day = days_ago(app, 300).await;
    json!({
        "material": material, "packaging_date": day, "container": "Sachet",
        "initial_entry": {"place": place, "seeds": seeds, "basis": "counted", "mass_g": 3.07, "effective_date": day},
    })
}

fn codes(page: &Response) -> Vec<String> {
    page.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["code"].as_str().unwrap().to_owned())
        .collect()
}

fn uuids(page: &Response) -> BTreeSet<String> {
    page.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["uuid"].as_str().unwrap().to_owned())
        .collect()
}

async fn found(user: &User, filter: &str) -> BTreeSet<String> {
    uuids(&user.get(&format!("/v1/seed-lots?{filter}")).await.expect(200))
}

fn set(uuids: &[Uuid]) -> BTreeSet<String> {
    uuids.iter().map(Uuid::to_string).collect()
}

/// A lot of a material of someone else, which the trainee alone can read.
async fn lot_of_trainee(app: &TestApp, material: Row) -> String {
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_seed_lots (code, id_dataset, id_material, id_digitiser)
         VALUES ('L2026_9000', 4, {}, 13)",
        material.id
    ))
    .await;
    app.value("SELECT uuid FROM pr_exsitu.t_seed_lots WHERE code = 'L2026_9000'")
        .await
}

#[tokio::test]
async fn a_lot_is_made_with_what_it_holds() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (material, place) = (app.material(1, 11).await, app.place(1).await);
    let mut new = body(&app, material.uuid, place.uuid, 1450).await;
    new["traits"] = json!({"forms": ["ovo", "ren"], "growths": ["ail"]});
    new["dissemination_unit"] = json!("gr");
    new["critical_regeneration"] = json!(2000);
    let made = gardener.post("/v1/seed-lots", new.clone()).await.expect(201);
    let lot = made.json();

    let year = &new["packaging_date"].as_str().unwrap()[..4];
    assert_eq!(lot["code"], format!("L{year}_0001"));
    assert_eq!(
        (&lot["status"], &lot["role"], &lot["id_dataset"]),
        (&json!("active"), &json!("active_collection"), &json!(1))
    );
    assert_eq!(lot["material"]["uuid"], material.uuid.to_string());
    assert!(lot["taxon"]["name"].is_string());
    assert_eq!(
        lot["balance"],
        json!({"seeds": 1450, "basis": "counted", "places": 1, "mass_g": 3.07, "reason": null})
    );
    assert_eq!(lot["balances"][0]["place"]["uuid"], place.uuid.to_string());
    assert_eq!(lot["balances"][0]["seeds"], 1450);
    assert_eq!(
        lot["dissemination_unit"],
        json!({"code": "gr", "label": "Graine"})
    );
    let forms: Vec<_> = lot["traits"]["forms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| &t["code"])
        .collect();
    assert_eq!(forms, ["ovo", "ren"]);
    assert_eq!(lot["warnings"][0]["code"], "below_regeneration");
    assert_eq!(lot["last_weighing"], Value::Null);

    let read = gardener.get(&made.location()).await.expect(200);
    assert_eq!((read.json(), read.etag()), (lot, made.etag()));
    let movements: Value = app
        .value(
            "SELECT json_agg(json_build_array(kind, seeds, id_digitiser)) FROM pr_exsitu.t_stock_movements",
        )
        .await;
    assert_eq!(movements, json!([["initial_entry", 1450, 11]]));
}

#[tokio::test]
async fn an_unknown_balance_is_null_and_says_why() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (material, place) = (app.material(1, 11).await, app.place(1).await);
    let empty = gardener
        .post("/v1/seed-lots", json!({"material": material.uuid}))
        .await
        .expect(201)
        .json();
    assert_eq!(
        empty["balance"],
        json!({"seeds": null, "basis": null, "places": 0, "mass_g": null, "reason": "no_movement"})
    );
    assert_eq!(
        (&empty["balances"], &empty["warnings"][0]["code"]),
        (&json!([]), &json!("no_movement"))
    );

    let mut new = body(&app, material.uuid, place.uuid, 0).await;
    new["initial_entry"]["seeds"] = Value::Null;
    new["initial_entry"]["basis"] = json!("unknown");
    let unknown = gardener.post("/v1/seed-lots", new).await.expect(201).json();
    assert_eq!(
        (
            &unknown["balance"]["seeds"],
            &unknown["balance"]["basis"],
            &unknown["balance"]["reason"]
        ),
        (&Value::Null, &json!("unknown"), &json!("unknown_movement"))
    );
    let listed = gardener
        .get("/v1/seed-lots?unknown_balance=true")
        .await
        .expect(200);
    assert_eq!(codes(&listed).len(), 2);
}

#[tokio::test]
async fn what_is_wrong_in_a_new_lot_is_refused_and_leaves_nothing() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (material, place, elsewhere) = (app.material(1, 11).await, app.place(1).await, app.place(2).await);
    app.sql(&format!(
        "UPDATE pr_exsitu.t_places SET id_digitiser = 14 WHERE id_place = {}",
        elsewhere.id
    ))
    .await;
    let good = body(&app, material.uuid, place.uuid, 100).await;
    let with = |pointer: &str, value: Value| {
        let mut body = good.clone();
        if let Some(field) = body.pointer_mut(pointer) {
            *field = value;
        } else {
            body[&pointer[1..]] = value;
        }
        body
    };
    let tomorrow = days_ago(&app, -1).await;
    let faults = [
        (
            "/material",
            json!(Uuid::now_v7()),
            "/material",
            "unknown_reference",
            409,
        ),
        (
            "/initial_entry/place",
            json!(elsewhere.uuid),
            "/initial_entry/place",
            "unknown_reference",
            409,
        ),
        (
            "/initial_entry/seeds",
            json!(null),
            "/initial_entry/basis",
            "unknown_is_null",
            409,
        ),
        (
            "/initial_entry/seeds",
            json!(-1),
            "/initial_entry/seeds",
            "range",
            422,
        ),
        (
            "/initial_entry/effective_date",
            json!(tomorrow),
            "/initial_entry/effective_date",
            "not_in_future",
            409,
        ),
        (
            "/packaging_date",
            json!(tomorrow),
            "/packaging_date",
            "not_in_future",
            409,
        ),
        ("/code", json!("L1999_0001"), "/code", "code_year", 409),
        ("/code", json!("Lot 1"), "/code", "code_form", 422),
        ("/id_dataset", json!(3), "/id_dataset", "unknown_dataset", 409),
        (
            "/id_cleaned_by",
            json!(4242),
            "/id_cleaned_by",
            "unknown_role",
            409,
        ),
        ("/quality", json!("gr"), "/quality", "unknown_code", 409),
        (
            "/traits",
            json!({"forms": ["ovo", "nope"]}),
            "/traits/forms/1",
            "unknown_code",
            409,
        ),
        (
            "/traits",
            json!({"forms": ["ovo", "ovo"]}),
            "/traits/forms/1",
            "duplicate",
            409,
        ),
        ("/length_mm", json!(0), "/length_mm", "out_of_range", 422),
        (
            "/moisture_percent",
            json!(100.5),
            "/moisture_percent",
            "out_of_range",
            422,
        ),
        ("/balance", json!(12), "/balance", "unknown_field", 422),
    ];
    for (field, value, pointer, code, status) in faults {
        gardener
            .post("/v1/seed-lots", with(field, value))
            .await
            .refused(status, pointer, code);
    }
    let early = with("/initial_entry/effective_date", json!(days_ago(&app, 500).await));
    gardener
        .post("/v1/seed-lots", early)
        .await
        .problem(409, "dates_along_chain");
    app.sql("UPDATE pr_exsitu.t_materials SET archived_at = now()")
        .await;
    gardener
        .post("/v1/seed-lots", good)
        .await
        .problem(409, "archived");
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_seed_lots")
            .await,
        0
    );
}

#[tokio::test]
async fn the_list_is_one_statement_whatever_the_rows() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let mut costs = Vec::new();
    for _ in 0..2 {
        for _ in 0..3 {
            app.lot(100).await;
        }
        reader.get("/v1/seed-lots?limit=100").await.expect(200);
        let before = app.statements();
        let page = reader.get("/v1/seed-lots?limit=100").await.expect(200);
        costs.push((codes(&page).len(), app.statements() - before));
    }
    // The role, its rights, the list.
    assert_eq!(costs, [(3, 3), (6, 3)]);
}

#[tokio::test]
async fn walking_the_pages_shows_each_lot_once_in_every_order() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let mut all = BTreeSet::new();
    for n in 0..7 {
        all.insert(
            app.lot(if n % 3 == 0 { 0 } else { 100 * (n % 2) + 50 })
                .await
                .uuid
                .to_string(),
        );
    }
    app.sql(
        "UPDATE pr_exsitu.t_seed_lots SET packaging_date = pr_exsitu.today() - 200 WHERE id_seed_lot % 2 = 0",
    )
    .await;
    for sort in [
        "code",
        "-code",
        "taxon",
        "packaging_date",
        "-packaging_date",
        "balance",
        "-balance",
        "created",
    ] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = reader
                .get(&format!("/v1/seed-lots?limit=2&sort={sort}{cursor}"))
                .await
                .expect(200);
            seen.extend(uuids(&page));
            match page.json()["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 7, "{sort}");
        assert_eq!(BTreeSet::from_iter(seen), all, "{sort}");
    }
    let counted = reader
        .get("/v1/seed-lots?limit=2&count=true")
        .await
        .expect(200)
        .json();
    assert_eq!(counted["count"], 7);
    reader
        .get("/v1/seed-lots?sort=remarks")
        .await
        .wrong_field("/sort", "bad_sort");
}

#[tokio::test]
async fn the_filters_keep_what_they_say() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let (few, many, none) = (app.lot(40).await, app.lot(4000).await, app.lot(0).await);
    let other = app.lot_of(500, 2, 3, 14).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_seed_lots SET critical_regeneration = 100, status = 'to_retest', role = 'base_collection',
                packaging_date = pr_exsitu.today() - 10 WHERE id_seed_lot = {};
         UPDATE pr_exsitu.t_seed_lots SET critical_regeneration = 100, code = 'L2019_0007' WHERE id_seed_lot = {};
         UPDATE pr_exsitu.t_places SET id_parent = {} WHERE id_place = {};
         UPDATE pr_exsitu.cor_material_taxa SET (cd_nom, cited_name) =
            (SELECT cd_nom, lb_nom FROM taxonomie.taxref WHERE id_rang = 'ES' AND cd_nom = cd_ref ORDER BY cd_nom DESC LIMIT 1)
         WHERE id_material = {};",
        few.id, many.id, many.place.id, few.place.id, other.material.id
    ))
    .await;
    let harvest: String = app
        .value(&format!(
            "SELECT h.uuid FROM pr_exsitu.t_harvests h JOIN pr_exsitu.t_materials m USING (id_harvest) WHERE m.id_material = {}",
            other.material.id
        ))
        .await;
    let (genus, epithet): (i32, String) = {
        let [genus, name]: [Value; 2] = app
            .value(&format!(
                "SELECT json_build_array(t.cd_sup, t.lb_nom) FROM taxonomie.taxref t JOIN pr_exsitu.cor_material_taxa c USING (cd_nom)
                 WHERE c.id_material = {}",
                other.material.id
            ))
            .await;
        let name = name
            .as_str()
            .unwrap()
            .split(' ')
            .next_back()
            .unwrap()
            .to_uppercase();
        (genus.as_i64().unwrap().try_into().unwrap(), name)
    };
    let material_code: String = app
        .value(&format!(
            "SELECT code FROM pr_exsitu.t_materials WHERE id_material = {}",
            few.material.id
        ))
        .await;
    let day = days_ago(&app, 10).await;
    let (few_, many_, none_, other_) = (few.uuid, many.uuid, none.uuid, other.uuid);
    let expected: &[(String, &[Uuid])] = &[
        (String::new(), &[few_, many_, none_, other_]),
        ("search=l2019_".to_owned(), &[many_]),
        ("search=L2019_0007".to_owned(), &[many_]),
        (format!("search={material_code}"), &[few_]),
        (format!("search={epithet}"), &[other_]),
        ("search=%25".to_owned(), &[]),
        ("id_dataset=3".to_owned(), &[other_]),
        (format!("cd_nom={genus}"), &[other_]),
        ("cd_nom=2147483647".to_owned(), &[]),
        ("status=to_retest,expired".to_owned(), &[few_]),
        ("role=base_collection".to_owned(), &[few_]),
        (format!("place={}", many.place.uuid), &[few_, many_]),
        (format!("place={}", few.place.uuid), &[few_]),
        (format!("material={}", none.material.uuid), &[none_]),
        (format!("harvest={harvest}"), &[other_]),
        ("min_seeds=500".to_owned(), &[many_, other_]),
        ("max_seeds=500".to_owned(), &[few_, other_]),
        ("unknown_balance=true".to_owned(), &[none_]),
        ("unknown_balance=false".to_owned(), &[few_, many_, other_]),
        ("below_threshold=true".to_owned(), &[few_]),
        ("below_threshold=false".to_owned(), &[many_, none_, other_]),
        (format!("packaging_min={day}&packaging_max={day}"), &[few_]),
    ];
    for (filter, lots) in expected {
        assert_eq!(found(&reader, filter).await, set(lots), "{filter}");
    }
    let page = reader
        .get("/v1/seed-lots?below_threshold=true")
        .await
        .expect(200)
        .json();
    assert_eq!(page["items"][0]["critical_regeneration"], 100);
    assert_eq!(page["items"][0]["critical_distribution"], Value::Null);
    app.sql(&format!(
        "UPDATE pr_exsitu.t_seed_lots SET archived_at = now() WHERE id_seed_lot = {}",
        few.id
    ))
    .await;
    assert_eq!(found(&reader, "max_seeds=100").await, set(&[]));
    assert_eq!(found(&reader, "max_seeds=100&archived=true").await, set(&[few_]));
    reader
        .get("/v1/seed-lots?status=asleep")
        .await
        .wrong_field("/status", "wrong_type");
}

#[tokio::test]
async fn each_sees_the_lots_of_their_scope() {
    let app = TestApp::start().await;
    let ours = app.lot(100).await;
    let theirs = app.lot_of(100, 2, 3, 14).await;
    let mine = app.lot_of(100, 1, 4, 13).await;
    let path = |lot: Uuid| format!("/v1/seed-lots/{lot}");

    let all = set(&[ours.uuid, theirs.uuid, mine.uuid]);
    assert_eq!(found(&app.user("lecteur"), "").await, all);
    assert_eq!(found(&app.user("stagiaire"), "").await, set(&[mine.uuid]));
    // Its organisation is an actor of the framework of the carnet of the trainee.
    assert_eq!(
        found(&app.user("partenaire"), "").await,
        set(&[theirs.uuid, mine.uuid])
    );
    let gardener = app.user("jardinier");
    assert!(found(&gardener, "").await.contains(&ours.uuid.to_string()));
    assert!(!found(&gardener, "").await.contains(&theirs.uuid.to_string()));

    // Unseen is not found, seen and forbidden is said.
    gardener.get(&path(theirs.uuid)).await.problem(404, "not_found");
    gardener
        .patch(&path(theirs.uuid), "*", json!({"remarks": "x"}))
        .await
        .problem(404, "not_found");
    let manager = app.user("responsable");
    manager.get(&path(theirs.uuid)).await.expect(200);
    manager
        .patch(&path(theirs.uuid), "*", json!({"remarks": "x"}))
        .await
        .problem(403, "forbidden");
    app.user("lecteur")
        .patch(&path(ours.uuid), "*", json!({"remarks": "x"}))
        .await
        .problem(403, "forbidden");
    app.user("lecteur")
        .post("/v1/seed-lots", json!({"material": ours.material.uuid}))
        .await
        .problem(403, "forbidden");
    app.user("sansdroit")
        .get("/v1/seed-lots")
        .await
        .problem(403, "forbidden");
    // A material one may not read is unknown.
    app.user("stagiaire")
        .post(
            "/v1/seed-lots",
            json!({"material": ours.material.uuid, "id_dataset": 4}),
        )
        .await
        .conflict("/material", "unknown_reference");
}

#[tokio::test]
async fn a_material_one_may_not_read_is_restricted() {
    let app = TestApp::start().await;
    let material = app.material(1, 11).await;
    let uuid = lot_of_trainee(&app, material).await;
    let place = app.place(2).await;
    app.sql(&format!(
        "INSERT INTO pr_exsitu.t_stock_movements (uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_digitiser)
         SELECT gen_random_uuid(), id_seed_lot, {}, 'initial_entry', 10, 'counted', pr_exsitu.today(), 13 FROM pr_exsitu.t_seed_lots",
        place.id
    ))
    .await;
    let restricted = json!({"restricted": true});
    let trainee = app.user("stagiaire");
    let listed = trainee.get("/v1/seed-lots").await.expect(200).json();
    assert_eq!(
        (&listed["items"][0]["material"], &listed["items"][0]["place"]),
        (&restricted, &restricted)
    );
    let lot = trainee
        .get(&format!("/v1/seed-lots/{uuid}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&lot["material"], &lot["balances"][0]["place"]),
        (&restricted, &restricted)
    );
    assert_eq!(lot["balances"][0]["seeds"], 10);
    let code: String = app.value("SELECT code FROM pr_exsitu.t_materials").await;
    assert!(found(&trainee, &format!("search={code}")).await.is_empty());
    let known = app.user("lecteur").get("/v1/seed-lots").await.expect(200).json();
    assert_eq!(known["items"][0]["material"]["uuid"], material.uuid.to_string());
    assert_eq!(known["items"][0]["place"]["uuid"], place.uuid.to_string());
}

#[tokio::test]
async fn a_change_asks_for_the_version_read() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let made = gardener
        .post("/v1/seed-lots", json!({"material": app.material(1, 11).await.uuid, "traits": {"forms": ["ovo"], "growths": ["ail"]}, "length_mm": 1.25}))
        .await
        .expect(201);
    let path = made.location();
    let changes = json!({"status": "to_retest", "traits": {"forms": ["ren"]}, "length_mm": null, "quality": "tbe", "archive_reserve": 50});
    let changed = gardener.patch(&path, &made.etag(), changes).await.expect(200);
    let lot = changed.json();
    assert_eq!(
        (&lot["status"], &lot["length_mm"], &lot["archive_reserve"]),
        (&json!("to_retest"), &Value::Null, &json!(50))
    );
    assert_eq!(
        (
            &lot["quality"]["code"],
            lot["traits"]["forms"].as_array().unwrap().len()
        ),
        (&json!("tbe"), 1)
    );
    assert_eq!(
        (
            &lot["traits"]["forms"][0]["code"],
            &lot["traits"]["growths"][0]["code"]
        ),
        (&json!("ren"), &json!("ail"))
    );
    assert_eq!(lot["status_date"], days_ago(&app, 0).await);
    assert_eq!(changed.etag(), "\"2\"");

    let stale = gardener
        .patch(&path, &made.etag(), json!({"remarks": "x"}))
        .await
        .problem(412, "condition_stale");
    assert_eq!(stale["current"]["status"], "to_retest");
    let request = gardener
        .request(reqwest::Method::PATCH, &path)
        .json(&json!({"remarks": "x"}));
    Response::of(request).await.problem(428, "condition_missing");
    for (change, pointer, code, status) in [
        (
            json!({"archive_reserve": null}),
            "/archive_reserve",
            "not_null",
            422,
        ),
        (json!({"archive_reserve": -1}), "/archive_reserve", "range", 422),
        (
            json!({"critical_distribution": -1}),
            "/critical_distribution",
            "range",
            422,
        ),
        (json!({"width_mm": -1}), "/width_mm", "out_of_range", 422),
        (json!({"id_dataset": 3}), "/id_dataset", "unknown_dataset", 409),
        (json!({"code": "nonsense"}), "/code", "code_form", 422),
        (json!({"balance": 5}), "/balance", "unknown_field", 422),
        (
            json!({"initial_entry": null}),
            "/initial_entry",
            "unknown_field",
            422,
        ),
    ] {
        gardener
            .patch(&path, "*", change)
            .await
            .refused(status, pointer, code);
    }
    // The state keeps its day unless it changes.
    app.sql("UPDATE pr_exsitu.t_seed_lots SET status_date = pr_exsitu.today() - 30")
        .await;
    let kept = gardener
        .patch(&path, "*", json!({"status": "to_retest", "remarks": "x"}))
        .await
        .expect(200)
        .json();
    assert_eq!(kept["status_date"], days_ago(&app, 30).await);
}

#[tokio::test]
async fn the_material_of_a_lot_is_fixed_once_seeds_have_moved() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (moved, unmoved) = (app.lot(100).await, app.lot(0).await);
    let other = app.material(1, 11).await;
    let change = json!({"material": other.uuid});
    let path = |lot: Uuid| format!("/v1/seed-lots/{lot}");
    gardener
        .patch(&path(moved.uuid), "*", change.clone())
        .await
        .problem(409, "material_fixed");
    gardener
        .patch(&path(moved.uuid), "*", json!({"material": moved.material.uuid}))
        .await
        .expect(200);
    let changed = gardener
        .patch(&path(unmoved.uuid), "*", change)
        .await
        .expect(200)
        .json();
    assert_eq!(changed["material"]["uuid"], other.uuid.to_string());
    gardener
        .patch(
            &path(unmoved.uuid),
            "*",
            json!({"material": app.material(3, 14).await.uuid}),
        )
        .await
        .conflict("/material", "unknown_reference");
}

#[tokio::test]
async fn a_lot_with_children_is_archived_and_one_without_is_deleted() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let (moved, unmoved) = (app.lot(100).await, app.lot(0).await);
    let path = |lot: Uuid| format!("/v1/seed-lots/{lot}");
    app.user("jardinier")
        .delete(&path(unmoved.uuid), "*")
        .await
        .problem(403, "forbidden");
    let refused = manager
        .delete(&path(moved.uuid), "*")
        .await
        .problem(409, "has_children");
    assert_eq!(refused["facts"]["table"], "t_stock_movements");
    let archived = manager
        .patch(&path(moved.uuid), "*", json!({"archived": true}))
        .await
        .expect(200)
        .json();
    assert!(archived["archived_at"].is_string());
    let back = manager
        .patch(&path(moved.uuid), "*", json!({"archived": false}))
        .await
        .expect(200)
        .json();
    assert_eq!(back["archived_at"], Value::Null);

    manager
        .delete(&path(unmoved.uuid), "\"9\"")
        .await
        .problem(412, "condition_stale");
    manager.delete(&path(unmoved.uuid), "\"1\"").await.expect(204);
    manager.get(&path(unmoved.uuid)).await.problem(404, "not_found");
    let history = manager
        .get(&format!("{}/history", path(unmoved.uuid)))
        .await
        .expect(200)
        .json();
    assert_eq!(history["items"][0]["operation"], "delete");
    app.user("partenaire")
        .get(&format!("{}/history", path(unmoved.uuid)))
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn the_history_of_a_lot_holds_that_of_its_parts() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (material, place) = (app.material(1, 11).await, app.place(1).await);
    let mut new = body(&app, material.uuid, place.uuid, 100).await;
    new["traits"] = json!({"forms": ["ovo"]});
    let made = gardener.post("/v1/seed-lots", new).await.expect(201);
    gardener
        .patch(&made.location(), "*", json!({"remarks": "x"}))
        .await
        .expect(200);
    let history = gardener
        .get(&format!("{}/history", made.location()))
        .await
        .expect(200)
        .json();
    let lines: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (&line["table"], &line["operation"]))
        .collect();
    let expected = [
        (json!("t_seed_lots"), json!("update")),
        (json!("t_stock_movements"), json!("insert")),
        (json!("cor_seed_lot_traits"), json!("insert")),
        (json!("t_seed_lots"), json!("insert")),
    ];
    assert_eq!(
        lines,
        expected
            .iter()
            .map(|(table, operation)| (table, operation))
            .collect::<Vec<_>>()
    );
    assert_eq!(history["items"][0]["id_role"], 11);
}

#[tokio::test]
async fn a_lot_sent_twice_with_a_key_is_made_once() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier").key("box 12");
    let new = body(&app, app.material(1, 11).await.uuid, app.place(1).await.uuid, 100).await;
    let first = gardener.post("/v1/seed-lots", new.clone()).await.expect(201);
    let again = gardener.post("/v1/seed-lots", new).await.expect(201);
    assert_eq!(
        (first.text, first.headers.get("location")),
        (again.text, again.headers.get("location"))
    );
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_stock_movements")
            .await,
        1
    );
}
