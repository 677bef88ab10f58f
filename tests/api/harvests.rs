//! Harvests: where they are found to be, who sees them, and how exactly.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

/// A place in Gap, department 05.
fn gap() -> Value {
    json!({"type": "Point", "coordinates": [6.079, 44.559]})
}

/// A harvest of 2024 in Gap.
fn harvest() -> Value {
    json!({
        "id_dataset": 1, "harvest_type": "rin", "date_min": "2024-07-14", "geometry": gap(),
        "geographical_precision": "ptp", "precision_m": 10, "locality": "Adret de la Casse"
    })
}

fn with(mut body: Value, changes: Value) -> Value {
    let fields = body.as_object_mut().unwrap();
    fields.extend(changes.as_object().unwrap().clone());
    body
}

async fn taxon(app: &TestApp, name: &str) -> i32 {
    app.value(&format!(
        "SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = '{name}' AND cd_nom = cd_ref"
    ))
    .await
}

/// Seeds of a taxon, from a harvest.
async fn seeds(app: &TestApp, user: &User, harvest: &Value, name: &str) -> Value {
    let taxa = json!([{"cd_nom": taxon(app, name).await}]);
    let body = json!({"origin": {"harvest": harvest["uuid"]}, "taxa": taxa, "material_type": "gr"});
    user.post("/v1/materials", body).await.expect(201).json()
}

async fn codes(user: &User, query: &str) -> Vec<String> {
    let page = user
        .get(&format!("/v1/harvests?{query}"))
        .await
        .expect(200)
        .json();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|h| h["code"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn create_harvest_finds_communes_and_altitude() {
    let app = TestApp::start().await;
    let made = app
        .user("jardinier")
        .post("/v1/harvests", harvest())
        .await
        .expect(201);
    let made = made.json();
    assert_eq!(made["code"], "R2024_0001");
    assert_eq!(made["commune"], "Gap");
    assert_eq!(made["department"], "Hautes-Alpes");
    assert_eq!(made["date_max"], "2024-07-14");
    assert!(made["altitude_min"].as_i64().unwrap() > 300, "{made}");
    assert_eq!(made["geometry"], gap());
    assert_eq!(made["id_digitiser"], 11);
    assert_eq!(made["blurred"], false);
    let local: bool = app
        .value("SELECT geom_local IS NOT NULL FROM pr_exsitu.t_harvests")
        .await;
    assert!(local);
}

#[tokio::test]
async fn an_altitude_that_is_given_is_kept() {
    let app = TestApp::start().await;
    let body = with(harvest(), json!({"altitude_min": 850, "altitude_max": 900}));
    let made = app.user("jardinier").post("/v1/harvests", body).await.expect(201);
    assert_eq!(
        (&made.json()["altitude_min"], &made.json()["altitude_max"]),
        (&json!(850), &json!(900))
    );
}

#[tokio::test]
async fn a_harvest_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let observers = json!([{"id_role": 11}, {"id_role": 12, "is_main": true}]);
    let made = manager
        .post("/v1/harvests", with(harvest(), json!({"observers": observers})))
        .await
        .expect(201);
    let path = made.location();
    let read = manager.get(&path).await.expect(200);
    assert_eq!((read.json(), read.etag()), (made.json(), made.etag()));
    assert_eq!(
        read.json()["observers"][0],
        json!({"id_role": 12, "name": "Escallier Capucine", "is_main": true})
    );

    let body = json!({"locality": null, "surface_m2": 12.5, "date_min": "2023-08-01", "observers": [{"id_role": 11}]});
    let changed = manager.patch(&path, &read.etag(), body).await.expect(200);
    let now = changed.json();
    assert_eq!(
        (&now["locality"], &now["surface_m2"]),
        (&Value::Null, &json!(12.5))
    );
    assert_eq!(
        (&now["date_min"], &now["date_max"]),
        (&json!("2023-08-01"), &json!("2023-08-01"))
    );
    assert_eq!(now["code"], made.json()["code"], "a printed code does not change");
    assert_eq!(now["observers"].as_array().unwrap().len(), 1);

    let stale = manager
        .patch(&path, &read.etag(), json!({"locality": "Gap"}))
        .await;
    assert_eq!(stale.problem(412, "condition_stale")["current"], now);
    let unread = Response::of(manager.request(Method::PATCH, &path).json(&json!({})));
    unread.await.problem(428, "condition_missing");

    manager.delete(&path, &changed.etag()).await.expect(204);
    manager.get(&path).await.problem(404, "not_found");
    let lines = manager.get(&format!("{path}/history")).await.expect(200).json();
    let lines = lines["items"].as_array().unwrap();
    let of_harvest: Vec<_> = lines.iter().filter(|l| l["table"] == "t_harvests").collect();
    let operations: Vec<_> = of_harvest.iter().map(|l| &l["operation"]).collect();
    assert_eq!(operations, ["delete", "update", "insert"]);
    assert_eq!(
        lines.iter().filter(|l| l["operation"] == "insert").count(),
        4,
        "the observers too"
    );
}

#[tokio::test]
async fn the_example_of_the_document_is_accepted() {
    let app = TestApp::start().await;
    let document = app.anybody().get("/openapi.json").await.json();
    let mut example = document["components"]["schemas"]["NewHarvest"]["example"].clone();
    example["date_min"] = json!("2024-07-14");
    app.user("jardinier")
        .post("/v1/harvests", example)
        .await
        .expect(201);
}

#[tokio::test]
async fn a_moved_harvest_has_other_areas_and_another_altitude() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let made = gardener.post("/v1/harvests", harvest()).await.expect(201);
    let path = made.location();
    // Briançon.
    let moved = json!({"geometry": {"type": "Point", "coordinates": [6.643, 44.896]}});
    let moved = gardener.patch(&path, "*", moved).await.expect(200).json();
    assert_eq!(moved["commune"], "Briançon");
    assert_ne!(moved["altitude_min"], made.json()["altitude_min"]);

    let area: i32 = app
        .value("SELECT id_area FROM ref_geo.l_areas WHERE area_name = 'Embrun'")
        .await;
    let both = gardener.patch(&path, "*", json!({"areas": [area]})).await;
    both.conflict("/areas", "not_given_together");
    let chosen = json!({"geometry": null, "areas": [area]});
    let chosen = gardener.patch(&path, "*", chosen).await.expect(200).json();
    assert_eq!(
        (&chosen["geometry"], &chosen["commune"], &chosen["areas"]),
        (&Value::Null, &json!("Embrun"), &json!([area]))
    );

    let again = gardener
        .patch(&path, "*", json!({"geometry": gap()}))
        .await
        .expect(200)
        .json();
    assert_eq!((&again["commune"], &again["areas"]), (&json!("Gap"), &json!([])));
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let bow = json!({"type": "Polygon", "coordinates": [[[6, 44], [7, 45], [7, 44], [6, 45], [6, 44]]]});
    let pole = json!({"type": "Point", "coordinates": [-180, -90]});
    for (changes, pointer, code, status) in [
        (json!({"geometry": bow}), "/geometry", "geometry_invalid", 409),
        (json!({"geometry": pole}), "/geometry", "geometry_invalid", 409),
        (
            json!({"geometry": {"type": "Point", "coordinates": [200, 44]}}),
            "/geometry",
            "geometry_invalid",
            409,
        ),
        (
            json!({"geometry": {"type": "Point"}}),
            "/geometry/coordinates",
            "required",
            422,
        ),
        (
            json!({"harvest_type": "gr"}),
            "/harvest_type",
            "unknown_code",
            409,
        ),
        (
            json!({"date_min": "2999-01-01"}),
            "/date_min",
            "not_in_future",
            409,
        ),
        (
            json!({"date_max": "2024-07-13"}),
            "/date_max",
            "dates_ordered",
            409,
        ),
        (
            json!({"date_min": null, "date_precision": "month"}),
            "/date_min",
            "required",
            409,
        ),
        (json!({"code": "R2023_0001"}), "/code", "code_year", 409),
        (json!({"code": "L2024_0001"}), "/code", "code_form", 422),
        (
            json!({"observers": [{"id_role": 11}, {"id_role": 9999}]}),
            "/observers/1/id_role",
            "unknown_role",
            409,
        ),
        (
            json!({"observers": [{"id_role": 1}]}),
            "/observers/0/id_role",
            "unknown_role",
            409,
        ),
        (
            json!({"observers": [{"id_role": 11, "is_main": true}, {"id_role": 12, "is_main": true}]}),
            "/observers",
            "one_main_observer",
            409,
        ),
        (
            json!({"geometry": null, "areas": [1]}),
            "/areas/0",
            "unknown_area",
            409,
        ),
        (json!({"cd_hab": 1}), "/cd_hab", "unknown_habitat", 409),
        (json!({"surface_m2": 0}), "/surface_m2", "range", 422),
        (json!({"surface_m2": "12"}), "/surface_m2", "wrong_type", 422),
        (
            json!({"crop_share_percent": 101}),
            "/crop_share_percent",
            "range",
            422,
        ),
        (
            json!({"individuals_seen": 3, "individuals_fruiting": 4}),
            "/individuals_fruiting",
            "inconsistent",
            409,
        ),
        (json!({"id_dataset": 3}), "/id_dataset", "unknown_dataset", 409),
        (json!({"id_dataset": 6}), "/id_dataset", "unknown_dataset", 409),
        (json!({"colour": "blue"}), "/colour", "unknown_field", 422),
    ] {
        let answer = gardener.post("/v1/harvests", with(harvest(), changes)).await;
        answer.refused(status, pointer, code);
    }
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_harvests")
            .await,
        0
    );
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_code_counters")
            .await,
        0
    );
}

#[tokio::test]
async fn a_code_is_given_or_made_and_never_twice() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let given = with(harvest(), json!({"code": "R2024_0002"}));
    gardener.post("/v1/harvests", given.clone()).await.expect(201);
    gardener
        .post("/v1/harvests", given)
        .await
        .problem(409, "already_exists");
    for code in ["R2024_0001", "R2024_0003"] {
        let made = gardener.post("/v1/harvests", harvest()).await.expect(201);
        assert_eq!(made.json()["code"], code);
    }
    let uuid = gardener.get("/v1/harvests").await.json()["items"][0]["uuid"].clone();
    let same = gardener
        .post("/v1/harvests", with(harvest(), json!({"uuid": uuid})))
        .await;
    assert_eq!(
        same.problem(409, "already_exists")["errors"][0]["pointer"],
        "/uuid"
    );
}

#[tokio::test]
async fn a_harvest_sent_again_is_made_once() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier").key("one harvest");
    let first = gardener.post("/v1/harvests", harvest()).await.expect(201);
    let second = gardener.post("/v1/harvests", harvest()).await.expect(201);
    assert_eq!(
        (first.json(), first.location()),
        (second.json(), second.location())
    );
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_harvests")
            .await,
        1
    );
}

#[tokio::test]
async fn a_large_share_of_the_crop_warns() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    for (share, codes) in [
        (json!(20), vec![]),
        (json!(20.5), vec!["above_ensconet_share"]),
        (
            json!(26),
            vec!["above_ensconet_share", "above_vegetal_local_share"],
        ),
    ] {
        let body = with(harvest(), json!({"crop_share_percent": share}));
        let made = gardener.post("/v1/harvests", body).await.expect(201);
        let warnings = made.json()["warnings"].as_array().unwrap().clone();
        assert_eq!(made.json()["crop_share_percent"], share);
        assert_eq!(warnings.iter().map(|w| &w["code"]).collect::<Vec<_>>(), codes);
        for (language, word) in [("fr", "prélèvement"), ("en", "gathering")] {
            let read = gardener.language(language).get(&made.location()).await.json();
            for warning in read["warnings"].as_array().unwrap() {
                assert!(warning["message"].as_str().unwrap().contains(word), "{warning}");
            }
            assert_eq!(read["warnings"].as_array().unwrap().len(), codes.len());
        }
    }
}

#[tokio::test]
async fn list_harvests_is_one_statement() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let observers = json!([{"id_role": 11, "is_main": true}]);
    let cost = async |path: &str| {
        let before = app.statements();
        let page = gardener.get(path).await.expect(200).json();
        (app.statements() - before, page["items"].as_array().unwrap().len())
    };
    let nothing = cost("/v1/harvests").await; // reads the vocabularies too, once
    let (alone, none) = cost("/v1/harvests").await;
    assert!(nothing.0 >= alone);
    for _ in 0..5 {
        let body = with(harvest(), json!({"observers": observers}));
        gardener.post("/v1/harvests", body).await.expect(201);
    }
    assert_eq!((none, cost("/v1/harvests").await), (0, (alone, 5)));
    assert_eq!(cost("/v1/harvests?count=true").await, (alone + 1, 5));
    assert_eq!(
        cost("/v1/harvests?limit=2&bbox=6,44,7,45&search=casse").await,
        (alone, 2)
    );
}

#[tokio::test]
async fn a_list_keeps_what_is_asked() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let make = async |changes| {
        gardener
            .post("/v1/harvests", with(harvest(), changes))
            .await
            .expect(201)
            .json()
    };
    let gap = make(json!({})).await;
    let briancon = json!({"type": "Point", "coordinates": [6.643, 44.896]});
    make(json!({"date_min": "2022-05-02", "geometry": briancon, "locality": "Éboulis des Clots", "harvest_type": "rex",
        "observers": [{"id_role": 12}]}))
    .await;
    let unknown = make(json!({"date_min": null, "geometry": null, "id_dataset": 2})).await;
    let undated = unknown["code"].as_str().unwrap();
    seeds(&app, &gardener, &gap, "Gentiana lutea").await;
    let area: i32 = app
        .value("SELECT id_area FROM ref_geo.l_areas WHERE area_name = 'Briançon'")
        .await;
    let genus = taxon(&app, "Gentiana").await;
    let family = taxon(&app, "Orchidaceae").await;
    for (query, expected) in [
        ("year_min=2023&year_max=2024".to_owned(), vec!["R2024_0001"]),
        ("search=eboulis".to_owned(), vec!["R2022_0001"]),
        ("search=r2022_".to_owned(), vec!["R2022_0001"]),
        ("harvest_type=rex,indet".to_owned(), vec!["R2022_0001"]),
        ("observer=12".to_owned(), vec!["R2022_0001"]),
        (format!("area={area}"), vec!["R2022_0001"]),
        ("bbox=6.0,44.5,6.1,44.6".to_owned(), vec!["R2024_0001"]),
        ("bbox=6.1,44.6,-400,44.5".to_owned(), vec!["R2024_0001"]),
        (format!("cd_nom={genus}"), vec!["R2024_0001"]),
        (format!("cd_nom={family}"), vec![]),
        ("id_dataset=2".to_owned(), vec![undated]),
        ("sort=date".to_owned(), vec![undated, "R2022_0001", "R2024_0001"]),
        ("sort=-created&limit=1".to_owned(), vec![undated]),
    ] {
        assert_eq!(codes(&gardener, &query).await, expected, "{query}");
    }
    for query in ["bbox=1,2,3", "format=shapefile", "sort=locality"] {
        gardener
            .get(&format!("/v1/harvests?{query}"))
            .await
            .problem(422, "invalid");
    }
    gardener
        .get("/v1/harvests?harvest_type=zz")
        .await
        .conflict("/harvest_type", "unknown_code");
}

#[tokio::test]
async fn an_archived_harvest_is_put_away_and_taken_back() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = gardener
        .post("/v1/harvests", harvest())
        .await
        .expect(201)
        .location();
    gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .expect(200);
    assert!(codes(&gardener, "").await.is_empty());
    assert_eq!(codes(&gardener, "archived=true").await, ["R2024_0001"]);
    gardener.get(&path).await.expect(200);
    gardener
        .patch(&path, "*", json!({"archived": false}))
        .await
        .expect(200);
    assert_eq!(codes(&gardener, "").await, ["R2024_0001"]);
}

#[tokio::test]
async fn harvests_are_served_as_geojson() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    for _ in 0..2 {
        gardener.post("/v1/harvests", harvest()).await.expect(201);
    }
    let asked = gardener
        .get("/v1/harvests?format=geojson&limit=1")
        .await
        .expect(200);
    assert_eq!(asked.header("content-type"), Some("application/geo+json"));
    let page = asked.json();
    let feature = &page["features"][0];
    assert_eq!(
        (&page["type"], &feature["type"]),
        (&json!("FeatureCollection"), &json!("Feature"))
    );
    assert_eq!(feature["geometry"], gap());
    assert_eq!(feature["properties"]["code"], "R2024_0001");
    assert!(feature["properties"].get("geometry").is_none());

    let next = page["next_cursor"].as_str().unwrap();
    let accepting = gardener.header("Accept", "application/geo+json");
    let page = accepting
        .get(&format!("/v1/harvests?limit=1&cursor={next}"))
        .await
        .expect(200)
        .json();
    assert_eq!(page["features"][0]["properties"]["code"], "R2024_0002");
    assert_eq!(page["next_cursor"], Value::Null);
}

#[tokio::test]
async fn one_sees_what_ones_scope_reaches() {
    let app = TestApp::start().await;
    let (manager, intern) = (app.user("responsable"), app.user("stagiaire"));
    let ours = manager.post("/v1/harvests", harvest()).await.expect(201);
    let theirs = with(harvest(), json!({"id_dataset": 3}));
    let theirs = app
        .user("partenaire")
        .post("/v1/harvests", theirs)
        .await
        .expect(201);
    let hers = intern
        .post("/v1/harvests", with(harvest(), json!({"id_dataset": 4})))
        .await
        .expect(201);
    assert_eq!(codes(&app.user("jardinier"), "").await, ["R2024_0001"]);
    // Its organisation is an actor of the framework of the intern's dataset.
    assert_eq!(
        codes(&app.user("partenaire"), "").await,
        ["R2024_0002", "R2024_0003"]
    );
    assert_eq!(codes(&intern, "").await, ["R2024_0003"]);
    assert_eq!(codes(&manager, "").await.len(), 3);

    // Unseen is 404, seen and out of reach is 403.
    let unseen = app.user("jardinier");
    unseen.get(&theirs.location()).await.problem(404, "not_found");
    let change = json!({"locality": "Gap"});
    unseen
        .patch(&theirs.location(), "*", change.clone())
        .await
        .problem(404, "not_found");
    manager
        .patch(&theirs.location(), "*", change.clone())
        .await
        .problem(403, "forbidden");
    manager
        .delete(&theirs.location(), "*")
        .await
        .problem(403, "forbidden");
    unseen
        .get(&format!("{}/history", hers.location()))
        .await
        .problem(404, "not_found");

    // Who observed sees, and moves nothing to where they may not write.
    let observed = json!({"observers": [{"id_role": 13}]});
    manager.patch(&ours.location(), "*", observed).await.expect(200);
    assert_eq!(codes(&intern, "").await, ["R2024_0001", "R2024_0003"]);
    intern.patch(&ours.location(), "*", change).await.expect(200);
    let moved = intern
        .patch(&ours.location(), "*", json!({"id_dataset": 3}))
        .await;
    moved.conflict("/id_dataset", "unknown_dataset");
}

#[tokio::test]
async fn a_harvest_has_the_taxa_of_its_materials_that_one_may_read() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let (manager, intern) = (app.user("responsable"), app.user("stagiaire"));
    let observed = with(harvest(), json!({"observers": [{"id_role": 13}]}));
    let made = manager.post("/v1/harvests", observed).await.expect(201);
    assert_eq!(made.json()["taxa"], json!([]));
    let [first, second] = ["Eryngium alpinum", "Gentiana lutea"];
    seeds(&app, &manager, &made.json(), first).await;
    let gentian = seeds(&app, &manager, &made.json(), second).await;
    seeds(&app, &manager, &made.json(), first).await;

    let names = async |user: &User| {
        let read = user.get(&made.location()).await.expect(200).json()["taxa"].clone();
        let list = user.get("/v1/harvests").await.expect(200).json()["items"][0]["taxa"].clone();
        assert_eq!(read, list);
        let page = user.get("/v1/harvests?format=geojson").await.expect(200).json();
        assert_eq!(read, page["features"][0]["properties"]["taxa"]);
        let taxa = read.as_array().unwrap().iter();
        taxa.map(|taxon| taxon["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&manager).await, [first, second]);
    // She observed the harvest, and none of the materials is hers.
    assert_eq!(names(&intern).await, [""; 0]);
    let location = format!("/v1/materials/{}", gentian["uuid"].as_str().unwrap());
    manager
        .patch(&location, "*", json!({"archived": true}))
        .await
        .expect(200);
    assert_eq!(names(&manager).await, [first]);
}

#[tokio::test]
async fn a_permission_may_be_limited_to_a_department_or_to_a_family() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let gardener = app.user("jardinier");
    let gap = gardener.post("/v1/harvests", harvest()).await.expect(201).json();
    let grenoble = json!({"geometry": {"type": "Point", "coordinates": [5.724, 45.188]}});
    let grenoble = gardener
        .post("/v1/harvests", with(harvest(), grenoble))
        .await
        .expect(201)
        .json();
    assert_eq!(grenoble["department"], "Isère");
    seeds(&app, &gardener, &gap, "Gentiana lutea").await;
    seeds(&app, &gardener, &grenoble, "Cypripedium calceolus").await;
    assert_eq!(codes(&app.user("departement05"), "").await, ["R2024_0001"]);
    assert_eq!(codes(&app.user("orchidees"), "").await, ["R2024_0002"]);
    app.user("departement05")
        .get(&format!("/v1/harvests/{}", grenoble["uuid"].as_str().unwrap()))
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn the_place_of_a_sensitive_taxon_is_blurred() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let (gardener, blurred) = (app.user("jardinier"), app.user("flou"));
    let made = gardener.post("/v1/harvests", harvest()).await.expect(201);
    let path = made.location();
    let plain = blurred.get(&path).await.expect(200);
    assert_eq!(plain.json(), made.json(), "nothing sensitive yet");

    seeds(&app, &gardener, &made.json(), "Cypripedium calceolus").await;
    assert_eq!(gardener.get(&path).await.expect(200).json()["geometry"], gap());
    let node = json!({"type": "Point", "coordinates": [6.1, 44.6]});
    let one = blurred.get(&path).await.expect(200);
    let list = blurred.get("/v1/harvests").await.expect(200).json();
    let map = blurred
        .get("/v1/harvests?format=geojson")
        .await
        .expect(200)
        .json();
    assert_eq!(map["features"][0]["geometry"], node);
    for seen in [&one.json(), &list["items"][0], &map["features"][0]["properties"]] {
        assert_eq!(seen["blurred"], true);
        assert_eq!(seen["precision_m"], 10000);
        for hidden in [
            "locality",
            "altitude_min",
            "altitude_max",
            "commune",
            "geographical_precision",
        ] {
            assert_eq!(seen[hidden], Value::Null, "{hidden}");
        }
    }
    assert_eq!(one.json()["geometry"], node);
    assert!(!one.text.contains("6.079"));

    // No question finds it more exactly than it is shown.
    let commune: i32 = app
        .value("SELECT id_area FROM ref_geo.l_areas WHERE area_name = 'Gap'")
        .await;
    for query in [
        "search=casse",
        &format!("area={commune}"),
        "bbox=6.07,44.55,6.08,44.56",
    ] {
        assert!(codes(&blurred, query).await.is_empty(), "{query}");
        assert_eq!(codes(&gardener, query).await, ["R2024_0001"], "{query}");
    }
    assert_eq!(
        codes(&blurred, "bbox=6.09,44.59,6.11,44.61").await,
        ["R2024_0001"]
    );
    let history = blurred.get(&format!("{path}/history")).await.expect(200);
    assert!(!history.text.contains("geom_4326") && !history.text.contains("Casse"));
    let history = gardener.get(&format!("{path}/history")).await.expect(200);
    assert!(history.text.contains("geom_4326"));
}

#[tokio::test]
async fn a_harvest_that_gave_something_is_not_deleted() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let made = manager.post("/v1/harvests", harvest()).await.expect(201);
    seeds(&app, &manager, &made.json(), "Gentiana lutea").await;
    let refused = manager
        .delete(&made.location(), "*")
        .await
        .problem(409, "has_children");
    assert_eq!(refused["facts"]["table"], "t_materials");
}
