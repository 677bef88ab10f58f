//! Permits, what they allow, the exits made under them, and what becomes of the plants that left.

use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

async fn day(app: &TestApp, days_ago: i32) -> Value {
    app.value(&format!("SELECT pr_exsitu.today() - {days_ago}")).await
}

/// A taxon that a status of the host protects.
async fn protected(app: &TestApp) -> i32 {
    app.value("SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = 'Berardia subacaulis' AND cd_nom = cd_ref")
        .await
}

async fn allow(app: &TestApp, user: &User, kind: &str, taxa: Value) -> Response {
    let body = json!({"id_dataset": 1, "kind": kind, "number": format!("N-{}", uuid::Uuid::now_v7()),
        "holder": "Conservatoire", "valid_from": day(app, 500).await, "valid_to": day(app, -500).await, "taxa": taxa});
    user.post("/v1/permits", body).await
}

/// Plants of a protected taxon, in culture for 200 days: the path of the cultivation.
async fn grown(app: &TestApp, user: &User, plants: i32) -> String {
    let material = app.material(1, 11).await;
    app.without_permits().await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_harvests SET permit_waiver = 'Essai';
         UPDATE pr_exsitu.cor_material_taxa SET cd_nom = {}, cited_name = 'Berardia subacaulis' WHERE id_material = {}",
        protected(app).await,
        material.id
    ))
    .await;
    let body = json!({"source": {"material": material.uuid}, "event_date": day(app, 200).await,
        "first": {"kind": "initial", "quantity": plants}});
    user.post("/v1/cultivations", body).await.expect(201).location()
}

async fn happens(app: &TestApp, user: &User, path: &str, days_ago: i32, said: Value) -> Response {
    let body = json!({"event_date": day(app, days_ago).await, "said": said});
    user.post(&format!("{path}/events"), body).await
}

fn exit(quantity: i32, permit: Option<&str>) -> Value {
    json!({"kind": "exit", "exit": "reintroduction", "quantity": quantity, "permit": permit, "site": "Combe du Fangeas",
        "geometry": {"type": "Point", "coordinates": [6.4, 44.8]}})
}

fn uuid(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

fn kind(response: &Response) -> String {
    let document = response.json();
    document["type"]
        .as_str()
        .unwrap()
        .rsplit(':')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_permit_lives_and_leaves_its_history() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let taxa = json!([{"cd_nom": taxon, "unit": "plant", "quantity": 50}, {"cd_nom": taxon, "unit": "seed"}]);
    let made = allow(&app, &gardener, "derogation", taxa).await.expect(201);
    let (path, etag) = (made.location(), made.etag());
    assert_eq!(made.json()["state"], "valid");
    assert_eq!(
        made.json()["taxa"][0],
        json!({"cd_nom": taxon, "cited_name": made.json()["taxa"][0]["cited_name"], "name": "Berardia subacaulis",
            "vernacular_name": made.json()["taxa"][0]["vernacular_name"], "unit": "plant", "quantity": 50.0, "used": 0.0, "remaining": 50.0})
    );
    let changes = json!({"holder": "Parc", "valid_to": null});
    let changed = gardener.patch(&path, &etag, changes).await.expect(200);
    assert_eq!(
        (&changed.json()["holder"], &changed.json()["valid_to"]),
        (&json!("Parc"), &Value::Null)
    );
    gardener
        .patch(&path, &etag, json!({"holder": "Autre"}))
        .await
        .expect(412);
    let wrong = json!({"valid_to": "1990-01-01"});
    let refused = gardener.patch(&path, &changed.etag(), wrong).await;
    assert_eq!(kind(&refused.expect(409)), "dates_ordered");
    let history = gardener.get(&format!("{path}/history")).await.expect(200).json();
    let tables: Vec<&Value> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["table"])
        .collect();
    assert!(tables.contains(&&json!("t_permits")), "{history}");

    let found = gardener
        .get(&format!(
            "/v1/permits?cd_nom={taxon}&kind=derogation&state=valid&count=true"
        ))
        .await
        .expect(200);
    assert_eq!(found.json()["count"], 1);
    app.user("lecteur").get(&path).await.expect(200);
    let other = app.user("partenaire");
    other.get(&path).await.expect(404);
    gardener.delete(&path, "*").await.expect(403);
    app.user("responsable").delete(&path, "*").await.expect(204);
}

#[tokio::test]
async fn a_protected_taxon_leaves_under_a_derogation_with_something_left() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let path = grown(&app, &gardener, 100).await;

    let refused = happens(&app, &gardener, &path, 10, exit(20, None)).await;
    assert_eq!(kind(&refused.expect(409)), "permit_needed");
    let seeds = json!([{"cd_nom": taxon, "unit": "seed", "quantity": 500}]);
    let seeds = allow(&app, &gardener, "derogation", seeds).await.location();
    let refused = happens(&app, &gardener, &path, 10, exit(20, Some(uuid(&seeds)))).await;
    assert_eq!(kind(&refused.expect(409)), "permit_covers");
    let owner = json!([{"cd_nom": taxon, "unit": "plant", "quantity": 500}]);
    let owner = allow(&app, &gardener, "owner", owner).await.location();
    let refused = happens(&app, &gardener, &path, 10, exit(20, Some(uuid(&owner)))).await;
    assert_eq!(kind(&refused.expect(409)), "permit_covers");

    let permit = json!([{"cd_nom": taxon, "unit": "plant", "quantity": 30}]);
    let permit = allow(&app, &gardener, "derogation", permit).await.location();
    let left = happens(&app, &gardener, &path, 10, exit(20, Some(uuid(&permit)))).await;
    let left = left.expect(201).json();
    let refused = happens(&app, &gardener, &path, 10, exit(11, Some(uuid(&permit)))).await;
    let refused = refused.expect(409);
    assert_eq!(kind(&refused), "permit_exhausted");
    assert_eq!(refused.json()["facts"]["missing"], 1.0);
    let line = gardener.get(&permit).await.json()["taxa"][0].clone();
    assert_eq!((&line["used"], &line["remaining"]), (&json!(20.0), &json!(10.0)));

    // It binds new acts only.
    let etag = gardener.get(&permit).await.etag();
    let less = json!({"taxa": [{"cd_nom": taxon, "unit": "plant", "quantity": 15}]});
    let less = gardener.patch(&permit, &etag, less).await.expect(200).json();
    assert_eq!(less["taxa"][0]["remaining"], -5.0);
    let event = left["events"][0]["uuid"].as_str().unwrap();
    let reversal = json!({"reason": "Erreur"});
    gardener
        .post(&format!("{path}/events/{event}/reversal"), reversal)
        .await
        .expect(201);
    assert_eq!(gardener.get(&permit).await.json()["taxa"][0]["used"], 0.0);
    happens(&app, &gardener, &path, 10, exit(15, Some(uuid(&permit))))
        .await
        .expect(201);

    // Out of its dates.
    let etag = gardener.get(&permit).await.etag();
    let over = json!({"valid_to": day(&app, 11).await});
    gardener.patch(&permit, &etag, over).await.expect(200);
    let refused = happens(&app, &gardener, &path, 10, exit(1, Some(uuid(&permit)))).await;
    assert_eq!(kind(&refused.expect(409)), "permit_dates");
}

#[tokio::test]
async fn whoever_validates_may_do_without_and_says_why() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener, 100).await;
    let mut said = exit(20, None);
    said["permit_waiver"] = json!("Sauvetage avant travaux, accord de la DREAL");
    happens(&app, &gardener, &path, 10, said.clone())
        .await
        .expect(403);
    said["permit_waiver"] = json!(" ");
    let head = app.user("responsable");
    happens(&app, &head, &path, 10, said.clone()).await.expect(422);
    said["permit_waiver"] = json!("Sauvetage avant travaux, accord de la DREAL");
    happens(&app, &head, &path, 10, said).await.expect(201);
    let kept: String = app
        .value("SELECT permit_waiver FROM pr_exsitu.t_cultivation_events WHERE exit_kind IS NOT NULL")
        .await;
    assert_eq!(kept, "Sauvetage avant travaux, accord de la DREAL");
}

#[tokio::test]
async fn two_at_once_do_not_take_the_last_of_a_permit() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let permit = json!([{"cd_nom": taxon, "unit": "plant", "quantity": 30}]);
    let permit = allow(&app, &gardener, "derogation", permit).await.location();
    let (one, other) = (grown(&app, &gardener, 50).await, grown(&app, &gardener, 50).await);
    let (first, second) = tokio::join!(
        happens(&app, &gardener, &one, 10, exit(20, Some(uuid(&permit)))),
        happens(&app, &gardener, &other, 10, exit(20, Some(uuid(&permit))))
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(gardener.get(&permit).await.json()["taxa"][0]["used"], 20.0);
}

/// The database alone: the second waits for the first, then sees what it left.
#[tokio::test]
async fn the_database_locks_the_permit() {
    use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let permit = json!([{"cd_nom": taxon, "unit": "plant", "quantity": 30}]);
    let permit = allow(&app, &gardener, "derogation", permit).await.location();
    grown(&app, &gardener, 50).await;
    grown(&app, &gardener, 50).await;
    let leave = |cultivation: i32| {
        format!(
            "INSERT INTO pr_exsitu.t_cultivation_events (uuid_operation, id_cultivation, kind, event_date, plants, said, exit_kind, id_permit, id_digitiser)
             SELECT gen_random_uuid(), {cultivation}, 'exit', pr_exsitu.today(), -20, '{{}}', 'gift', id_permit, 11
             FROM pr_exsitu.t_permits WHERE uuid = '{}'",
            uuid(&permit)
        )
    };
    let url = crate::harness::stage().await.cluster.url(&app.database);
    let mut other = AsyncPgConnection::establish(&url).await.unwrap();
    other
        .batch_execute(&format!("BEGIN; {}", leave(1)))
        .await
        .unwrap();
    let second = leave(2);
    let (refusal, first) = tokio::join!(app.refusal(&second), other.batch_execute("COMMIT"));
    first.unwrap();
    assert_eq!(refusal, "permit_exhausted");
}

#[tokio::test]
async fn a_harvest_in_the_wild_of_a_protected_taxon_needs_a_derogation() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let harvest = |permit: Value| json!({"id_dataset": 1, "harvest_type": "rin", "date_min": "2026-07-14", "permit": permit});
    let material = |harvest: &str| {
        json!({"id_dataset": 1, "origin": {"harvest": uuid(harvest)}, "taxa": [{"cd_nom": taxon}],
            "material_type": "gr", "individuals_sampled": 40})
    };
    let made = gardener
        .post("/v1/harvests", harvest(Value::Null))
        .await
        .expect(201);
    let path = made.location();
    let refused = gardener.post("/v1/materials", material(&path)).await;
    assert_eq!(kind(&refused.expect(409)), "permit_needed");
    let permit = json!([{"cd_nom": taxon, "unit": "individual", "quantity": 50}]);
    let permit = allow(&app, &gardener, "derogation", permit).await.location();
    let cites = json!({"permit": uuid(&permit)});
    let cited = gardener.patch(&path, &made.etag(), cites).await.expect(200);
    assert_eq!(cited.json()["permit"]["uuid"], uuid(&permit));
    gardener.post("/v1/materials", material(&path)).await.expect(201);
    let line = gardener.get(&permit).await.json()["taxa"][0].clone();
    assert_eq!((&line["used"], &line["remaining"]), (&json!(40.0), &json!(10.0)));
    let again = gardener
        .post("/v1/harvests", harvest(json!(uuid(&permit))))
        .await
        .expect(201);
    let refused = gardener.post("/v1/materials", material(&again.location())).await;
    assert_eq!(kind(&refused.expect(409)), "permit_exhausted");
    let none = json!({"permit": null});
    let refused = gardener.patch(&path, &cited.etag(), none).await;
    assert_eq!(kind(&refused.expect(409)), "permit_needed");
    let waived = json!({"permit_waiver": "Sauvetage"});
    gardener
        .patch(&path, &cited.etag(), waived.clone())
        .await
        .expect(403);
    app.user("responsable")
        .patch(&path, &cited.etag(), waived)
        .await
        .expect(200);
    // A harvest in culture needs none.
    let culture = json!({"id_dataset": 1, "harvest_type": "rex", "date_min": "2026-07-14"});
    let culture = gardener
        .post("/v1/harvests", culture)
        .await
        .expect(201)
        .location();
    gardener
        .post("/v1/materials", material(&culture))
        .await
        .expect(201);
}

#[tokio::test]
async fn seeds_of_a_protected_taxon_leave_under_a_derogation() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let taxon = protected(&app).await;
    let lot = app.lot(200).await;
    app.without_permits().await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_harvests SET permit_waiver = 'Essai';
         UPDATE pr_exsitu.cor_material_taxa SET cd_nom = {taxon} WHERE id_material = {}",
        lot.material.id
    ))
    .await;
    let gift = |permit: Value| json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "gift", "seeds": 60, "basis": "counted", "permit": permit});
    let refused = gardener.post("/v1/stock-movements", gift(Value::Null)).await;
    assert_eq!(kind(&refused.expect(409)), "permit_needed");
    let permit = json!([{"cd_nom": taxon, "unit": "seed", "quantity": 100}]);
    let permit = allow(&app, &gardener, "derogation", permit).await.location();
    gardener
        .post("/v1/stock-movements", gift(json!(uuid(&permit))))
        .await
        .expect(201);
    let refused = gardener
        .post("/v1/stock-movements", gift(json!(uuid(&permit))))
        .await;
    assert_eq!(kind(&refused.expect(409)), "permit_exhausted");
    let lost = json!({"lot": lot.uuid, "place": lot.place.uuid, "kind": "loss", "seeds": 1, "basis": "counted", "permit": uuid(&permit)});
    gardener.post("/v1/stock-movements", lost).await.expect(409);
}

#[tokio::test]
async fn our_own_list_protects_where_the_host_has_no_status() {
    let app = TestApp::start().await;
    let (gardener, admin) = (app.user("jardinier"), app.user("admin"));
    app.sql("TRUNCATE taxonomie.bdc_statut_taxons").await;
    let taxon = protected(&app).await;
    let of = format!("/v1/taxa/{taxon}/protection");
    assert_eq!(gardener.get(&of).await.expect(200).json()["protected"], false);
    let path = grown(&app, &gardener, 100).await;
    happens(&app, &gardener, &path, 10, exit(10, None))
        .await
        .expect(201);
    let genus: i32 = app
        .value("SELECT p.cd_nom FROM taxonomie.taxref t JOIN taxonomie.taxref p ON p.cd_nom = t.cd_sup WHERE t.lb_nom = 'Berardia subacaulis'")
        .await;
    let new = json!({"cd_nom": genus, "reason": "Arrêté préfectoral de démonstration"});
    gardener.post("/v1/protected-taxa", new.clone()).await.expect(403);
    let made = admin.post("/v1/protected-taxa", new.clone()).await.expect(201);
    assert_eq!(
        kind(&admin.post("/v1/protected-taxa", new).await.expect(409)),
        "already_exists"
    );
    assert_eq!(
        gardener.get(&of).await.json()["reasons"],
        json!([{"source": "own", "reason": "Arrêté préfectoral de démonstration"}])
    );
    let refused = happens(&app, &gardener, &path, 10, exit(10, None)).await;
    assert_eq!(kind(&refused.expect(409)), "permit_needed");
    admin.delete(&made.location(), &made.etag()).await.expect(204);
    happens(&app, &gardener, &path, 10, exit(10, None))
        .await
        .expect(201);
    // A host without these tables at all.
    app.sql("DROP TABLE taxonomie.bdc_statut_taxons CASCADE").await;
    happens(&app, &gardener, &path, 10, exit(10, None))
        .await
        .expect(201);
}

#[tokio::test]
async fn exits_are_listed_over_all_cultivations() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    app.sql("TRUNCATE taxonomie.bdc_statut_taxons").await;
    let path = grown(&app, &gardener, 100).await;
    let made = happens(&app, &gardener, &path, 10, exit(20, None))
        .await
        .expect(201)
        .json();
    let gift = json!({"kind": "exit", "exit": "gift", "quantity": 5});
    let gift = happens(&app, &gardener, &path, 5, gift).await.expect(201).json();
    assert_eq!(gardener.get(&path).await.json()["tally"]["exited"], 25);
    assert_eq!(gardener.get(&path).await.json()["tally"]["alive"], 75);
    let too_many = happens(&app, &gardener, &path, 4, exit(76, None)).await;
    assert_eq!(kind(&too_many.expect(409)), "cultivation_alive_not_negative");

    let all = gardener.get("/v1/exits?count=true").await.expect(200).json();
    assert_eq!(
        (&all["count"], &all["items"][0]["kind"]),
        (&json!(2), &json!("gift"))
    );
    let near = gardener.get("/v1/exits?bbox=6,44,7,45&kind=reintroduction").await;
    let near = near.expect(200).json();
    assert_eq!(near["items"][0]["site"], "Combe du Fangeas");
    assert_eq!(near["items"][0]["geometry"]["coordinates"], json!([6.4, 44.8]));
    let map = gardener
        .get("/v1/exits?format=geojson&kind=reintroduction")
        .await
        .expect(200);
    assert_eq!(map.json()["features"][0]["geometry"]["type"], "Point");
    let page = gardener.get("/v1/exits?limit=1").await.json();
    let next = page["next_cursor"].as_str().unwrap();
    let rest = gardener
        .get(&format!("/v1/exits?limit=1&cursor={next}"))
        .await
        .json();
    assert_eq!(rest["items"][0]["uuid"], made["events"][0]["uuid"]);

    // What is told of the event does not say where: the exit does, blurred for whom it must be.
    assert_eq!(made["events"][0]["said"].get("geometry"), None);
    let gift = gift["events"][0]["uuid"].as_str().unwrap();
    gardener
        .post(
            &format!("{path}/events/{gift}/reversal"),
            json!({"reason": "Erreur"}),
        )
        .await
        .expect(201);
    assert_eq!(gardener.get("/v1/exits?count=true").await.json()["count"], 1);
    assert_eq!(
        gardener.get(&format!("/v1/exits/{gift}")).await.json()["reversed"],
        true
    );
    let crossed = json!({"kind": "exit", "exit": "gift", "quantity": 5,
        "geometry": {"type": "Polygon", "coordinates": [[[6, 44], [7, 45], [7, 44], [6, 45], [6, 44]]]}});
    let refused = happens(&app, &gardener, &path, 4, crossed).await.expect(409);
    assert_eq!(refused.json()["errors"][0]["pointer"], "/said/geometry");
}

#[tokio::test]
async fn the_place_of_a_sensitive_exit_is_blurred() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener, 100).await;
    app.sql(
        "TRUNCATE taxonomie.bdc_statut_taxons;
         UPDATE pr_exsitu.cor_material_taxa SET cd_nom = (SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = 'Cypripedium calceolus' AND cd_nom = cd_ref)",
    )
    .await;
    happens(&app, &gardener, &path, 10, exit(20, None))
        .await
        .expect(201);
    let login: String = app
        .value("SELECT identifiant FROM utilisateurs.t_roles WHERE id_role = 25")
        .await;
    let blurred = app.user(&login);
    let seen = blurred.get("/v1/exits").await.expect(200).json()["items"][0].clone();
    assert_eq!((&seen["blurred"], &seen["site"]), (&json!(true), &Value::Null));
    assert_eq!(seen["geometry"]["coordinates"], json!([6.4, 44.8]));
    let far = blurred.get("/v1/exits?bbox=6.41,44.81,6.42,44.82").await.json();
    assert_eq!(far["items"], json!([]));
    let history = blurred.get(&format!("{path}/history")).await.expect(200).text;
    assert!(
        !history.contains("Fangeas") && !history.contains("geom_4326"),
        "{history}"
    );
    assert!(
        gardener
            .get(&format!("{path}/history"))
            .await
            .text
            .contains("Fangeas")
    );
}

#[tokio::test]
async fn released_plants_are_followed_and_their_survival_estimated() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    app.sql("TRUNCATE taxonomie.bdc_statut_taxons").await;
    let path = grown(&app, &gardener, 100).await;
    let made = happens(&app, &gardener, &path, 100, exit(20, None))
        .await
        .expect(201)
        .json();
    let event = made["events"][0]["uuid"].as_str().unwrap().to_owned();
    let exit_path = format!("/v1/exits/{event}");
    let survival = gardener
        .get(&format!("{exit_path}/survival"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&survival["steps"], &survival["reason"]),
        (&Value::Null, &json!("no_data"))
    );

    let visits = format!("{exit_path}/follow-ups");
    let visit = |days: Value, alive: i32, dead: i32, not_seen: i32| json!({"follow_up_date": days, "alive": alive, "dead": dead, "not_seen": not_seen, "flowering": 2});
    let first = gardener
        .post(&visits, visit(day(&app, 60).await, 16, 2, 2))
        .await
        .expect(201);
    gardener
        .post(&visits, visit(day(&app, 10).await, 14, 4, 0))
        .await
        .expect(201);
    let over = gardener.post(&visits, visit(day(&app, 30).await, 16, 3, 0)).await;
    assert_eq!(kind(&over.expect(409)), "follow_up_within_released");
    let early = gardener
        .post(&visits, visit(day(&app, 101).await, 20, 0, 0))
        .await;
    assert_eq!(kind(&early.expect(409)), "follow_up_after_exit");
    let survival = gardener.get(&format!("{exit_path}/survival")).await.json();
    let steps = survival["steps"].as_array().unwrap();
    assert_eq!(
        (&steps[0]["day"], &steps[0]["survival"]),
        (&json!(40.0), &json!(0.9))
    );
    assert_eq!(
        (&steps[1]["at_risk"], &steps[1]["day"]),
        (&json!(18), &json!(90.0))
    );
    let seen = gardener.get(&exit_path).await.json();
    assert_eq!(
        (&seen["follow_ups"], &seen["last_alive"], &seen["dead"]),
        (&json!(2), &json!(14), &json!(6))
    );

    let reversal = json!({"reason": "Erreur"});
    let followed = gardener
        .post(&format!("{path}/events/{event}/reversal"), reversal.clone())
        .await;
    assert_eq!(kind(&followed.expect(409)), "exit_followed");
    let first = first.location();
    gardener
        .post(&format!("{first}/reversal"), reversal.clone())
        .await
        .expect(201);
    let twice = gardener.post(&format!("{first}/reversal"), reversal).await;
    assert_eq!(kind(&twice.expect(409)), "event_reversed");
    assert_eq!(gardener.get(&exit_path).await.json()["follow_ups"], 1);
    let gift = happens(
        &app,
        &gardener,
        &path,
        5,
        json!({"kind": "exit", "exit": "gift", "quantity": 5}),
    )
    .await;
    let gift = gift.expect(201).json()["events"][0]["uuid"]
        .as_str()
        .unwrap()
        .to_owned();
    let refused = gardener
        .post(
            &format!("/v1/exits/{gift}/follow-ups"),
            visit(day(&app, 1).await, 1, 0, 0),
        )
        .await;
    assert_eq!(kind(&refused.expect(409)), "follow_up_of_release");
    app.user("lecteur")
        .post(&visits, json!({"alive": 1}))
        .await
        .expect(403);
}

#[tokio::test]
async fn survival_in_culture_counts_deaths_and_follows_the_others_until_they_leave() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    app.sql("TRUNCATE taxonomie.bdc_statut_taxons").await;
    let path = grown(&app, &gardener, 40).await;
    let death = |quantity: i32| json!({"kind": "death", "quantity": quantity, "cause": "frost"});
    happens(&app, &gardener, &path, 170, death(3)).await.expect(201);
    let second = happens(&app, &gardener, &path, 140, death(6))
        .await
        .expect(201)
        .json();
    let second = &second["events"][0]["uuid"];
    let found = json!({"kind": "found_again", "quantity": 1, "death": second});
    happens(&app, &gardener, &path, 120, found).await.expect(201);
    happens(
        &app,
        &gardener,
        &path,
        140,
        json!({"kind": "exit", "exit": "gift", "quantity": 2}),
    )
    .await
    .expect(201);
    happens(&app, &gardener, &path, 80, death(4)).await.expect(201);
    let survival = gardener.get(&format!("{path}/survival")).await.expect(200).json();
    let steps: Vec<(f64, u64, f64)> = survival["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            (
                step["day"].as_f64().unwrap(),
                step["at_risk"].as_u64().unwrap(),
                (step["survival"].as_f64().unwrap() * 1e5).round() / 1e5,
            )
        })
        .collect();
    assert_eq!(steps, [(30.0, 40, 0.925), (60.0, 37, 0.8), (120.0, 30, 0.69333)]);
    assert_eq!((&survival["plants"], &survival["died"]), (&json!(40), &json!(12)));
    let taxon = protected(&app).await;
    let none = gardener
        .get(&format!("/v1/taxa/{taxon}/survival"))
        .await
        .expect(200)
        .json();
    assert_eq!(none, json!([]));
}
