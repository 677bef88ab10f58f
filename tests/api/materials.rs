//! Materials: one origin, some taxa, and what is shown of relatives.

use serde_json::{Value, json};

use crate::harness::{TestApp, User};

async fn taxon(app: &TestApp, name: &str) -> i32 {
    app.value(&format!(
        "SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = '{name}' AND cd_nom = cd_ref"
    ))
    .await
}

async fn harvest(user: &User) -> Value {
    let body = json!({"id_dataset": 1, "harvest_type": "rin", "date_min": "2024-07-14"});
    user.post("/v1/harvests", body).await.expect(201).json()
}

fn seeds(origin: Value, cd_nom: i32) -> Value {
    json!({"origin": origin, "taxa": [{"cd_nom": cd_nom}], "material_type": "gr"})
}

#[tokio::test]
async fn a_material_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let manager = app.user("responsable");
    let (gentian, lily) = (
        taxon(&app, "Gentiana lutea").await,
        taxon(&app, "Eryngium alpinum").await,
    );
    let harvest = harvest(&manager).await;
    let mut body = seeds(json!({"harvest": harvest["uuid"]}), gentian);
    body["individuals_sampled"] = json!(45);
    body["individuals_class"] = json!("2");
    body["sampling_method"] = json!("rrp");
    body["phenology_1"] = json!("dec");
    let made = manager.post("/v1/materials", body).await.expect(201);
    let path = made.location();
    let material = made.json();
    assert_eq!(material["code"], "2024_0001", "of the year of the harvest");
    assert_eq!(material["id_dataset"], 1, "that of the harvest");
    assert_eq!(
        material["origin"],
        json!({"harvest": {"uuid": harvest["uuid"], "code": harvest["code"]}})
    );
    assert_eq!(material["taxa"][0]["cd_nom"], gentian);
    assert!(
        material["taxa"][0]["cited_name"]
            .as_str()
            .unwrap()
            .starts_with("Gentiana lutea")
    );
    assert_eq!(material["material_type"]["code"], "gr");
    let read = manager.get(&path).await.expect(200);
    assert_eq!((read.json(), read.etag()), (material.clone(), made.etag()));

    let taxa = json!([{"cd_nom": lily, "cited_name": "Reine des Alpes"}, {"cd_nom": gentian}]);
    let changed = manager
        .patch(
            &path,
            &read.etag(),
            json!({"taxa": taxa, "individuals_sampled": null}),
        )
        .await
        .expect(200);
    let names: Vec<_> = changed.json()["taxa"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["cd_nom"].as_i64().unwrap())
        .collect();
    assert_eq!(names, [i64::from(lily), i64::from(gentian)]);
    assert_eq!(changed.json()["taxa"][0]["cited_name"], "Reine des Alpes");
    let stale = manager.patch(&path, &read.etag(), json!({})).await;
    assert_eq!(stale.problem(412, "condition_stale")["current"], changed.json());

    manager.delete(&path, &changed.etag()).await.expect(204);
    manager.get(&path).await.problem(404, "not_found");
    let lines = manager.get(&format!("{path}/history")).await.expect(200).json();
    let lines = lines["items"].as_array().unwrap();
    let operations: Vec<_> = lines
        .iter()
        .filter(|l| l["table"] == "t_materials")
        .map(|l| &l["operation"])
        .collect();
    assert_eq!(operations, ["delete", "update", "insert"]);
    assert!(lines.iter().any(|l| l["table"] == "cor_material_taxa"));
}

#[tokio::test]
async fn a_material_comes_from_one_origin_in_use_that_one_may_read() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let cd_nom = taxon(&app, "Gentiana lutea").await;
    let harvest = harvest(&gardener).await;
    let make = async |origin: Value| gardener.post("/v1/materials", seeds(origin, cd_nom)).await;

    let parent = make(json!({"harvest": harvest["uuid"]})).await.expect(201).json();
    let child = make(json!({"parent": parent["uuid"]})).await.expect(201).json();
    assert_eq!(
        child["origin"],
        json!({"parent": {"uuid": parent["uuid"], "code": parent["code"]}})
    );
    let partner = json!({"name": "Donneur", "kind": "seed_bank"});
    let partner = gardener.post("/v1/partners", partner).await.expect(201).json();
    let reception = json!({"id_dataset": 2, "partner": partner["uuid"], "date_received": "2023-03-12", "provenance": "W"});
    let reception = gardener
        .post("/v1/receptions", reception)
        .await
        .expect(201)
        .json();
    let received = make(json!({"reception": reception["uuid"]}))
        .await
        .expect(201)
        .json();
    assert_eq!(
        (&received["id_dataset"], &received["code"]),
        (&json!(2), &json!("2023_0001"))
    );
    assert_eq!(received["origin"]["reception"]["date_received"], "2023-03-12");

    for origin in [
        json!({}),
        json!({"harvest": harvest["uuid"], "parent": parent["uuid"]}),
    ] {
        make(origin).await.problem(409, "one_origin");
    }
    let theirs = app.harvest(3, 14).await;
    for (kind, uuid) in [
        ("harvest", json!(theirs.uuid)),
        ("parent", harvest["uuid"].clone()),
        ("reception", harvest["uuid"].clone()),
    ] {
        make(json!({kind: uuid}))
            .await
            .conflict(&format!("/origin/{kind}"), "unknown_reference");
    }
    let path = format!("/v1/harvests/{}", harvest["uuid"].as_str().unwrap());
    gardener
        .patch(&path, "*", json!({"archived": true}))
        .await
        .expect(200);
    make(json!({"harvest": harvest["uuid"]}))
        .await
        .problem(409, "archived");
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let cd_nom = taxon(&app, "Gentiana lutea").await;
    let harvest = harvest(&gardener).await;
    let many: Vec<_> = (0..21).map(|n| json!({"cd_nom": n})).collect();
    for (field, value, pointer, code, status) in [
        ("taxa", json!([]), "/taxa", "length", 422),
        ("taxa", json!(many), "/taxa", "length", 422),
        (
            "taxa",
            json!([{"cd_nom": cd_nom}, {"cd_nom": 1}]),
            "/taxa/1/cd_nom",
            "unknown_taxon",
            409,
        ),
        (
            "taxa",
            json!([{"cd_nom": cd_nom}, {"cd_nom": cd_nom}]),
            "/taxa/1/cd_nom",
            "duplicate",
            409,
        ),
        (
            "taxa",
            json!([{"cd_nom": cd_nom, "cited_name": " "}]),
            "/taxa/0/cited_name",
            "blank",
            422,
        ),
        ("code", json!("2025_0001"), "/code", "code_year", 409),
        ("code", json!("R2024_0001"), "/code", "code_form", 422),
        (
            "material_type",
            json!("rin"),
            "/material_type",
            "unknown_code",
            409,
        ),
        ("phenology_2", json!("zz"), "/phenology_2", "unknown_code", 409),
        (
            "individuals_sampled",
            json!(0),
            "/individuals_sampled",
            "range",
            422,
        ),
        ("id_dataset", json!(3), "/id_dataset", "unknown_dataset", 409),
    ] {
        let mut body = seeds(json!({"harvest": harvest["uuid"]}), cd_nom);
        body[field] = value;
        gardener
            .post("/v1/materials", body)
            .await
            .refused(status, pointer, code);
    }
}

#[tokio::test]
async fn an_origin_that_one_may_not_read_is_restricted() {
    let app = TestApp::start().await;
    let material = app.material(1, 11).await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_materials SET id_dataset = 4 WHERE id_material = {}",
        material.id
    ))
    .await;
    let path = format!("/v1/materials/{}", material.uuid);
    let seen = app.user("stagiaire").get(&path).await.expect(200).json();
    assert_eq!(seen["origin"], json!({"harvest": {"restricted": true}}));
    let seen = app.user("lecteur").get(&path).await.expect(200).json();
    assert_eq!(
        seen["origin"]["harvest"]["code"].as_str().unwrap().chars().next(),
        Some('R')
    );
    // Nor is it found by an origin that may not be read.
    let harvest: String = app.value("SELECT uuid FROM pr_exsitu.t_harvests").await;
    for (login, found) in [("stagiaire", 0), ("lecteur", 1)] {
        let page = app
            .user(login)
            .get(&format!("/v1/materials?harvest={harvest}"))
            .await;
        assert_eq!(
            page.expect(200).json()["items"].as_array().unwrap().len(),
            found,
            "{login}"
        );
    }
}

#[tokio::test]
async fn one_sees_what_ones_permission_reaches() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let (ours, theirs) = (app.material(1, 11).await, app.material(3, 14).await);
    let orchid = taxon(&app, "Cypripedium calceolus").await;
    app.sql(&format!(
        "UPDATE pr_exsitu.cor_material_taxa SET cd_nom = {orchid} WHERE id_material = {}",
        theirs.id
    ))
    .await;
    for (login, seen) in [
        ("jardinier", vec![ours.uuid]),
        ("partenaire", vec![theirs.uuid]),
        ("stagiaire", vec![]),
        ("orchidees", vec![theirs.uuid]),
        ("departement05", vec![]),
        ("lecteur", vec![ours.uuid, theirs.uuid]),
    ] {
        let page = app.user(login).get("/v1/materials").await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        let uuids: Vec<_> = items
            .iter()
            .map(|m| m["uuid"].as_str().unwrap().to_owned())
            .collect();
        let seen: Vec<_> = seen.iter().map(ToString::to_string).collect();
        assert_eq!(uuids, seen, "{login}");
    }
    let path = format!("/v1/materials/{}", theirs.uuid);
    let change = json!({"remarks": "x"});
    app.user("jardinier")
        .patch(&path, "*", change.clone())
        .await
        .problem(404, "not_found");
    app.user("responsable")
        .patch(&path, "*", change)
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_list_keeps_what_is_asked_in_one_statement() {
    let app = TestApp::start().await;
    app.without_permits().await;
    let gardener = app.user("jardinier");
    let (gentian, lily) = (
        taxon(&app, "Gentiana lutea").await,
        taxon(&app, "Eryngium alpinum").await,
    );
    let harvest = harvest(&gardener).await;
    for cd_nom in [gentian, lily, lily] {
        let mut body = seeds(json!({"harvest": harvest["uuid"]}), cd_nom);
        body["material_type"] = json!(if cd_nom == lily { "bout" } else { "gr" });
        gardener.post("/v1/materials", body).await.expect(201);
    }
    let cost = async |query: &str| {
        let before = app.statements();
        let page = gardener
            .get(&format!("/v1/materials?{query}"))
            .await
            .expect(200)
            .json();
        (app.statements() - before, page["items"].as_array().unwrap().len())
    };
    let (one, all) = cost("").await;
    assert_eq!(all, 3);
    let family = taxon(&app, "Apiaceae").await;
    for (query, found) in [
        (format!("cd_nom={family}"), 2),
        (format!("cd_nom={gentian}"), 1),
        ("search=eryngium".to_owned(), 2),
        ("search=2024_0001".to_owned(), 1),
        ("material_type=gr".to_owned(), 1),
        (format!("harvest={}", harvest["uuid"].as_str().unwrap()), 3),
        ("parent=00000000-0000-4000-8000-000000000000".to_owned(), 0),
        ("sort=-created&limit=2".to_owned(), 2),
    ] {
        assert_eq!(cost(&query).await, (one, found), "{query}");
    }
    assert_eq!(cost("count=true").await, (one + 1, 3));
}

#[tokio::test]
async fn a_material_sent_again_is_made_once() {
    let app = TestApp::start().await;
    let harvest = harvest(&app.user("jardinier")).await;
    let body = seeds(
        json!({"harvest": harvest["uuid"]}),
        taxon(&app, "Gentiana lutea").await,
    );
    let gardener = app.user("jardinier").key("one material");
    let first = gardener.post("/v1/materials", body.clone()).await.expect(201);
    let second = gardener.post("/v1/materials", body).await.expect(201);
    assert_eq!(first.json(), second.json());
    assert_eq!(
        app.value::<i64>("SELECT count(*) FROM pr_exsitu.t_materials")
            .await,
        1
    );
}

#[tokio::test]
async fn a_material_that_gave_something_is_not_deleted() {
    let app = TestApp::start().await;
    let lot = app.lot(0).await;
    let path = format!("/v1/materials/{}", lot.material.uuid);
    let refused = app
        .user("admin")
        .delete(&path, "*")
        .await
        .problem(409, "has_children");
    assert_eq!(refused["facts"]["table"], "t_seed_lots");
}
