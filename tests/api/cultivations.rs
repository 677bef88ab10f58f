//! Cultivations and their events: every plant accounted for at every date.

use serde_json::{Value, json};

use crate::harness::{Response, TestApp, User};

pub async fn day(app: &TestApp, days_ago: i32) -> Value {
    app.value(&format!("SELECT pr_exsitu.today() - {days_ago}")).await
}

/// A sowing of 100 counted seeds in four trays, 90 days ago, of which 61 emerged and 8 died: its path and trays.
pub async fn emerged(app: &TestApp, gardener: &User) -> (String, Vec<Value>) {
    let lot = app.lot(200).await;
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 100, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day(app, 90).await, "replicate_count": 4});
    let path = gardener.post("/v1/sowings", body).await.expect(201).location();
    let trays = gardener.get(&format!("{path}/replicates")).await.json();
    let trays: Vec<Value> = trays
        .as_array()
        .unwrap()
        .iter()
        .map(|tray| tray["uuid"].clone())
        .collect();
    for (days_ago, emerged, dead) in [
        (80, [6, 6, 6, 6], 0),
        (75, [8, 8, 7, 4], 0),
        (70, [3, 3, 2, 2], 2),
    ] {
        let line = |(tray, emerged): (&Value, i32)| match dead {
            0 => json!({"replicate": tray, "emerged": emerged}),
            _ => json!({"replicate": tray, "emerged": emerged, "dead": dead, "death_cause": "damping_off"}),
        };
        let lines: Vec<Value> = trays.iter().zip(emerged).map(line).collect();
        let body = json!({"count_date": day(app, days_ago).await, "lines": lines});
        gardener.post(&format!("{path}/counts"), body).await.expect(201);
    }
    (path, trays)
}

pub fn uuid(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

pub async fn happens(app: &TestApp, user: &User, path: &str, days_ago: i32, said: Value) -> Response {
    let body = json!({"event_date": day(app, days_ago).await, "said": said});
    user.post(&format!("{path}/events"), body).await
}

/// A cultivation pricked out of trays, so many days ago.
pub async fn pricked(
    app: &TestApp,
    user: &User,
    sowing: &str,
    days_ago: i32,
    from: &[(&Value, i32)],
) -> Response {
    let part = |(tray, quantity): &(&Value, i32)| json!({"replicate": tray, "quantity": quantity});
    let from: Vec<Value> = from.iter().map(part).collect();
    let body = json!({"source": {"sowing": uuid(sowing)}, "event_date": day(app, days_ago).await,
        "first": {"kind": "pricking_out", "from": from, "container": "Godet 7 cm"}});
    user.post("/v1/cultivations", body).await
}

pub async fn alive(user: &User, path: &str) -> i64 {
    user.get(path).await.expect(200).json()["tally"]["alive"]
        .as_i64()
        .unwrap()
}

#[tokio::test]
async fn a_hundred_seeds_are_followed_to_the_bed() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let first = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 12), (&trays[1], 8)]).await;
    let first = first.expect(201).location();
    let second = pricked(&app, &gardener, &sowing, 60, &[(&trays[2], 10)])
        .await
        .expect(201)
        .location();
    let more = json!({"kind": "addition", "from": [{"replicate": trays[1], "quantity": 7}, {"replicate": trays[3], "quantity": 10},
        {"replicate": trays[2], "quantity": 3}]});
    happens(&app, &gardener, &second, 55, more).await.expect(201);
    assert_eq!(
        (alive(&gardener, &first).await, alive(&gardener, &second).await),
        (20, 30)
    );
    let tally = gardener.get(&sowing).await.json()["emergence"].clone();
    assert_eq!(
        (
            &tally["emerged"],
            &tally["dead"],
            &tally["pricked_out"],
            &tally["alive"]
        ),
        (&json!(61), &json!(8), &json!(50), &json!(3))
    );

    happens(
        &app,
        &gardener,
        &first,
        40,
        json!({"kind": "repotting", "quantity": 20, "container": "Pot 1 l"}),
    )
    .await
    .expect(201);
    let frost = happens(
        &app,
        &gardener,
        &first,
        35,
        json!({"kind": "death", "quantity": 5, "cause": "frost"}),
    )
    .await;
    let frost = frost.expect(201).json()["events"][0]["uuid"].clone();
    happens(
        &app,
        &gardener,
        &first,
        30,
        json!({"kind": "found_again", "quantity": 1, "death": frost}),
    )
    .await
    .expect(201);
    let divided = json!({"source": {"cultivation": uuid(&first)}, "event_date": day(&app, 20).await,
        "first": {"kind": "division", "quantity": 6}});
    let child = gardener.post("/v1/cultivations", divided).await.expect(201);
    assert_eq!(
        (&child.json()["parentage"], &child.json()["tally"]["received"]),
        (&json!("division"), &json!(6))
    );
    let bed = app.place(1).await;
    happens(
        &app,
        &gardener,
        &first,
        10,
        json!({"kind": "planting", "quantity": 10, "place": bed.uuid}),
    )
    .await
    .expect(201);
    happens(
        &app,
        &gardener,
        &first,
        5,
        json!({"kind": "flowering", "quantity": 7}),
    )
    .await
    .expect(201);

    let record = gardener.get(&first).await.expect(200).json();
    let tally = &record["tally"];
    assert_eq!(
        [
            &tally["entered"],
            &tally["given"],
            &tally["dead"],
            &tally["alive"]
        ],
        [&json!(20), &json!(6), &json!(4), &json!(10)]
    );
    assert_eq!(
        (
            &record["place"]["uuid"],
            &record["date_start"],
            &record["generation"]
        ),
        (&json!(bed.uuid), &day(&app, 60).await, &json!(0))
    );
    let after: Vec<i64> = gardener
        .get(&format!("{first}/events"))
        .await
        .json()
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .map(|event| event["alive_after"].as_i64().unwrap())
        .collect();
    assert_eq!(after, [20, 20, 15, 16, 10, 10, 10]);
    // 100 sown = 39 not emerged + 8 dead seedlings + 3 in the trays + 4 dead plants + 46 alive.
    let plants: i64 = app
        .value("SELECT sum(alive) FROM pr_exsitu.t_cultivation_tallies")
        .await;
    assert_eq!(39 + 8 + 3 + 4 + plants, 100);
}

#[tokio::test]
async fn no_more_is_pricked_out_than_is_alive_that_day_and_since() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let refused = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 16)]).await;
    let refused = refused.problem(409, "count_alive_not_negative");
    assert_eq!(refused["errors"][0]["pointer"], "/first/from/0/quantity");
    // 14 were alive between the second visit and the third, in which two died.
    pricked(&app, &gardener, &sowing, 72, &[(&trays[0], 14)])
        .await
        .expect(201);
    pricked(&app, &gardener, &sowing, 73, &[(&trays[0], 2)])
        .await
        .problem(409, "count_alive_not_negative");
    let nothing: i64 = app.value("SELECT count(*) FROM pr_exsitu.t_cultivations").await;
    assert_eq!(nothing, 1);
}

#[tokio::test]
async fn an_event_is_reversed_whole_and_the_seedlings_go_back() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    let more = json!({"kind": "addition", "from": [{"replicate": trays[1], "quantity": 5}]});
    let addition = happens(&app, &gardener, &path, 50, more)
        .await
        .expect(201)
        .location();
    let events = gardener.get(&format!("{path}/events")).await.json();
    let first = events[1]["uuid"].as_str().unwrap().to_owned();
    let why = json!({"reason": "Mauvaise terrine"});
    // What follows would have no beginning.
    gardener
        .post(&format!("{path}/events/{first}/reversal"), why.clone())
        .await
        .problem(409, "cultivation_first_event");
    gardener
        .post(&format!("{addition}/reversal"), why.clone())
        .await
        .expect(201);
    gardener
        .post(&format!("{addition}/reversal"), why.clone())
        .await
        .problem(409, "event_reversed");
    let tally = gardener.get(&sowing).await.json()["emergence"].clone();
    assert_eq!(
        (&tally["pricked_out"], alive(&gardener, &path).await),
        (&json!(10), 10)
    );
    // The count that an event made is reversed through the event.
    let counts = gardener.get(&format!("{sowing}/counts")).await.json();
    let pricking = counts
        .as_array()
        .unwrap()
        .iter()
        .find(|count| count["pricked_out"] == 10)
        .unwrap()["uuid"]
        .as_str()
        .unwrap()
        .to_owned();
    gardener
        .post(&format!("{sowing}/counts/{pricking}/reversal"), why)
        .await
        .problem(409, "pricking_out_agrees");
}

#[tokio::test]
async fn a_late_entry_passes_if_every_later_day_still_holds() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    happens(
        &app,
        &gardener,
        &path,
        10,
        json!({"kind": "thinning", "quantity": 7}),
    )
    .await
    .expect(201);
    happens(
        &app,
        &gardener,
        &path,
        30,
        json!({"kind": "death", "quantity": 4, "cause": "pest"}),
    )
    .await
    .problem(409, "cultivation_alive_not_negative");
    happens(
        &app,
        &gardener,
        &path,
        30,
        json!({"kind": "death", "quantity": 3, "cause": "pest"}),
    )
    .await
    .expect(201);
    assert_eq!(alive(&gardener, &path).await, 0);
    assert_eq!(gardener.get(&path).await.json()["may_close"], true);
}

#[tokio::test]
async fn a_closed_cultivation_waits_until_it_is_opened_again() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    happens(
        &app,
        &gardener,
        &path,
        20,
        json!({"kind": "closing", "outcome": "dead"}),
    )
    .await
    .problem(409, "cultivation_still_alive");
    happens(
        &app,
        &gardener,
        &path,
        20,
        json!({"kind": "closing", "outcome": "transferred"}),
    )
    .await
    .expect(201);
    assert_eq!(gardener.get(&path).await.json()["state"], "closed");
    let watered = json!({"kind": "watering", "mode": "Aspersion"});
    happens(&app, &gardener, &path, 10, watered.clone())
        .await
        .problem(409, "cultivation_closed");
    happens(&app, &gardener, &path, 25, watered.clone())
        .await
        .expect(201);
    happens(
        &app,
        &gardener,
        &path,
        15,
        json!({"kind": "reopening", "reason": "Erreur"}),
    )
    .await
    .expect(201);
    happens(&app, &gardener, &path, 10, watered).await.expect(201);
    assert_eq!(gardener.get(&path).await.json()["state"], "open");
}

#[tokio::test]
async fn a_grouped_entry_is_all_or_nothing_each_with_its_quantity() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let one = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    let other = pricked(&app, &gardener, &sowing, 60, &[(&trays[1], 8)])
        .await
        .expect(201)
        .location();
    let deaths = |quantities: [i32; 2]| {
        json!({"said": {"kind": "death", "quantity": 1, "cause": "drought"}, "lines": [
            {"cultivation": uuid(&one), "quantity": quantities[0]}, {"cultivation": uuid(&other), "quantity": quantities[1]}]})
    };
    // It is said of the line that asks too much.
    gardener
        .post("/v1/cultivations/events", deaths([2, 9]))
        .await
        .conflict("/lines/1/quantity", "cultivation_alive_not_negative");
    assert_eq!(
        (alive(&gardener, &one).await, alive(&gardener, &other).await),
        (10, 8)
    );
    let done = gardener
        .post("/v1/cultivations/events", deaths([2, 8]))
        .await
        .expect(201)
        .json();
    assert_eq!(done["events"].as_array().unwrap().len(), 2);
    assert_eq!(
        (alive(&gardener, &one).await, alive(&gardener, &other).await),
        (8, 0)
    );
}

#[tokio::test]
async fn cuttings_add_what_they_declare_and_self_sown_plants_are_a_generation_on() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    let body = json!({"source": {"material": material.uuid}, "event_date": day(&app, 60).await,
        "first": {"kind": "initial", "quantity": 4}});
    let mother = gardener
        .post("/v1/cultivations", body)
        .await
        .expect(201)
        .location();
    let child = async |kind: &str, quantity: i32| {
        let body = json!({"source": {"cultivation": uuid(&mother)}, "event_date": day(&app, 30).await,
            "first": {"kind": kind, "quantity": quantity}});
        gardener.post("/v1/cultivations", body).await.expect(201).json()
    };
    let (cuttings, seedlings) = (child("cutting", 12).await, child("self_sown", 5).await);
    assert_eq!(
        (&cuttings["tally"]["propagated"], &cuttings["generation"]),
        (&json!(12), &json!(0))
    );
    assert_eq!(
        (&seedlings["tally"]["alive"], &seedlings["generation"]),
        (&json!(5), &json!(1))
    );
    assert_eq!(alive(&gardener, &mother).await, 4);
    let joined = json!({"kind": "merging", "from": [{"cultivation": cuttings["uuid"], "quantity": 13}]});
    happens(&app, &gardener, &mother, 5, joined)
        .await
        .problem(409, "cultivation_alive_not_negative");
    let joined = json!({"kind": "merging", "from": [{"cultivation": cuttings["uuid"], "quantity": 12}]});
    happens(&app, &gardener, &mother, 5, joined).await.expect(201);
    assert_eq!(alive(&gardener, &mother).await, 16);
}

#[tokio::test]
async fn what_is_wrong_of_a_cultivation_is_said_of_its_field() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    let with = |source: Value, first: Value| json!({"source": source, "first": first});
    let plants = json!({"kind": "initial", "quantity": 4});
    for (body, status, pointer) in [
        (with(json!({}), plants.clone()), 409, "/source"),
        (
            with(
                json!({"material": material.uuid}),
                json!({"kind": "initial", "quantity": 0}),
            ),
            422,
            "/first/quantity",
        ),
        (
            with(
                json!({"material": material.uuid}),
                json!({"kind": "pricking_out", "from": []}),
            ),
            422,
            "/first/from",
        ),
        (
            with(json!({"material": material.uuid}), json!({"kind": "flight"})),
            422,
            "/first/kind",
        ),
        (
            with(json!({"material": material.uuid}), json!({"kind": "planting"})),
            409,
            "/first/quantity",
        ),
        (
            with(json!({"sowing": material.uuid}), plants.clone()),
            409,
            "/source/sowing",
        ),
    ] {
        let problem = gardener.post("/v1/cultivations", body.clone()).await;
        let problem = problem.expect(status).json();
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{body}: {problem}");
    }
    let left: i64 = app.value("SELECT count(*) FROM pr_exsitu.t_cultivations").await;
    assert_eq!(left, 0);
}

#[tokio::test]
async fn cultivations_are_seen_and_written_as_far_as_the_right_goes() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    let events = format!("{path}/events");
    let stranger = app.user("partenaire");
    for hidden in [&path, &events, &format!("{path}/history")] {
        stranger.get(hidden).await.problem(404, "not_found");
        app.anybody().get(hidden).await.problem(401, "unauthenticated");
    }
    let list = stranger.get("/v1/cultivations").await.expect(200).json();
    assert_eq!(list["items"], json!([]));
    let reader = app.user("lecteur");
    reader.get(&path).await.expect(200);
    let death = json!({"said": {"kind": "death", "quantity": 1, "cause": "frost"}});
    reader
        .post(&events, death.clone())
        .await
        .problem(403, "forbidden");
    stranger.post(&events, death).await.problem(404, "not_found");
    pricked(&app, &stranger, &sowing, 60, &[(&trays[0], 1)])
        .await
        .problem(409, "unknown_reference");
}

#[tokio::test]
async fn a_list_of_cultivations_is_one_statement_whatever_its_rows() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    let mut taken = Vec::new();
    for more in [1, 9] {
        for quantity in 1..=more {
            let body = json!({"source": {"material": material.uuid}, "first": {"kind": "initial", "quantity": quantity}});
            gardener.post("/v1/cultivations", body).await.expect(201);
        }
        let before = app.statements();
        let page = gardener
            .get("/v1/cultivations?sort=-alive&limit=100")
            .await
            .expect(200)
            .json();
        taken.push((page["items"].as_array().unwrap().len(), app.statements() - before));
    }
    assert_eq!((taken[0].0, taken[1].0), (1, 10));
    assert_eq!(taken[0].1, taken[1].1);
}

#[tokio::test]
async fn a_cultivation_is_changed_by_who_read_it_last_and_never_deleted_once_it_lives() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    let body = json!({"source": {"material": material.uuid}, "first": {"kind": "initial", "quantity": 3}});
    let made = gardener.post("/v1/cultivations", body).await.expect(201);
    let path = made.location();
    let changed = gardener
        .patch(
            &path,
            &made.etag(),
            json!({"objective": "reintroduction", "isolation": "cage"}),
        )
        .await
        .expect(200);
    assert_eq!(changed.json()["isolation"], "cage");
    gardener
        .patch(&path, &made.etag(), json!({"programme": "x"}))
        .await
        .problem(412, "condition_stale");
    app.user("admin")
        .delete(&path, &changed.etag())
        .await
        .problem(409, "has_children");
    let history = gardener.get(&format!("{path}/history")).await.expect(200).json();
    assert_eq!(history["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn the_database_holds_the_laws_whatever_writes() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 10)])
        .await
        .expect(201)
        .location();
    let death = json!({"kind": "death", "quantity": 4, "cause": "frost"});
    happens(&app, &gardener, &path, 30, death).await.expect(201);
    let other = app.material(1, 11).await;
    let event = |columns: &str, values: &str| {
        format!("INSERT INTO pr_exsitu.t_cultivation_events (uuid_operation, id_cultivation, said, id_digitiser, kind, event_date, {columns})
                 SELECT gen_random_uuid(), id_cultivation, '{{}}', 11, {values} FROM pr_exsitu.t_cultivations")
    };
    let cultivation = |columns: &str, values: &str| {
        format!(
            "INSERT INTO pr_exsitu.t_cultivations (code, id_dataset, id_digitiser, {columns})
                 SELECT 'C2026_9999', id_dataset, 11, {values} FROM pr_exsitu.t_cultivations"
        )
    };
    for (statement, law) in [
        (event("plants, death_cause", "'death', pr_exsitu.today(), -7, 'frost'"), "cultivation_alive_not_negative"),
        (event("plants", "'watering', pr_exsitu.today() - 61, 0"), "cultivation_first_event"),
        (event("plants", "'initial', pr_exsitu.today(), 3"), "cultivation_first_event"),
        (event("plants", "'addition', pr_exsitu.today(), 3"), "pricking_out_agrees"),
        (event("plants", "'division', pr_exsitu.today(), -2"), "cultivation_conserved"),
        (event("plants", "'thinning', pr_exsitu.today(), 2"), "event_plants_of_kind"),
        (event("plants", "'death', pr_exsitu.today(), -1"), "event_death_cause"),
        (event("plants", "'watering', pr_exsitu.today() + 1, 0"), "event_not_future"),
        (event("outcome", "'closing', pr_exsitu.today(), 'dead'"), "cultivation_still_alive"),
        (event("plants", "'dancing', pr_exsitu.today(), 0"), "event_kind_known"),
        (
            event(
                "plants, id_death",
                "'found_again', pr_exsitu.today(), 5, (SELECT id_event FROM pr_exsitu.t_cultivation_events WHERE kind = 'death')",
            ),
            "cultivation_found_again",
        ),
        (
            event("plants", "'treatment', pr_exsitu.today(), 0").replace("'{}'", "'{\"dose\": 2}'"),
            "event_dose_unit",
        ),
        (
            "INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, id_digitiser, pricked_out, cause_uuid)
             SELECT gen_random_uuid(), r.id_replicate, e.event_date, 11, 1, e.uuid
             FROM pr_exsitu.t_replicates r, pr_exsitu.t_cultivation_events e WHERE e.kind = 'pricking_out' ORDER BY 2 LIMIT 1"
                .to_owned(),
            "pricking_out_agrees",
        ),
        (
            "UPDATE pr_exsitu.t_cultivation_events SET plants = 9 WHERE plants = 10".to_owned(),
            "append_only",
        ),
        ("DELETE FROM pr_exsitu.t_cultivation_events".to_owned(), "append_only"),
        (
            "UPDATE pr_exsitu.t_cultivations SET generation = 3".to_owned(),
            "cultivation_source_fixed",
        ),
        (
            cultivation("id_material, id_sowing, generation", &format!("{}, id_sowing, 0", other.id)),
            "cultivation_source_agrees",
        ),
        (
            cultivation("id_material, id_sowing, id_parent_cultivation, parentage, generation", "id_material, id_sowing, id_cultivation, 'division', 0"),
            "cultivation_one_source",
        ),
        (
            "UPDATE pr_exsitu.t_cultivation_tallies SET alive = 11".to_owned(),
            "cultivation_tally_adds_up",
        ),
    ] {
        assert_eq!(app.refusal(&statement).await, law, "{statement}");
    }
}

/// A cultivation of twenty plants of a material harvested in the wild, 60 days ago.
async fn grown(app: &TestApp, gardener: &User) -> String {
    let material = app.material(1, 11).await;
    app.sql(
        "UPDATE pr_exsitu.t_harvests SET id_nomenclature_harvest_type = ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_TYPE', 'rin')",
    )
    .await;
    let body = json!({"source": {"material": material.uuid}, "event_date": day(app, 60).await,
        "first": {"kind": "initial", "quantity": 20}});
    gardener
        .post("/v1/cultivations", body)
        .await
        .expect(201)
        .location()
}

/// What a harvest made, by its answer.
async fn made(app: &TestApp, user: &User, path: &str, days_ago: i32, said: Value) -> Value {
    let answer = happens(app, user, path, days_ago, said).await.expect(201);
    answer.json()["events"][0]["made"].clone()
}

fn of(made: &Value, kind: &str, route: &str) -> String {
    format!("/v1/{route}/{}", made[kind]["uuid"].as_str().unwrap())
}

#[tokio::test]
async fn what_is_harvested_in_culture_closes_the_loop() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener).await;
    let place = app.place(1).await;
    let masses = [12.0, 3.0, 0.0, 25.0, 8.0, 8.0, 4.0];
    let mothers: Vec<Value> = masses.iter().map(|mass| json!({"mass_g": mass})).collect();
    let said = json!({"kind": "harvest", "material_type": "gr", "pollination": "open", "mothers": mothers,
        "lot": {"place": place.uuid, "seeds": 340, "basis": "counted", "mass_g": 60}});
    let made = made(&app, &gardener, &path, 10, said).await;

    let harvest = gardener
        .get(&of(&made, "harvest", "harvests"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        [
            &harvest["harvest_type"]["code"],
            &harvest["collecting_source"],
            &harvest["date_min"]
        ],
        [&json!("rex"), &json!(40), &day(&app, 10).await]
    );
    assert_eq!(harvest["cultivation"]["uuid"], uuid(&path));
    assert!((harvest["effective_mothers"].as_f64().unwrap() - 3.9046).abs() < 5e-5);
    let material = gardener
        .get(&of(&made, "material", "materials"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        [
            &material["generation"],
            &material["provenance"],
            &material["individuals_sampled"],
            &material["origin"]["harvest"]["uuid"]
        ],
        [&json!(1), &json!("Z"), &json!(6), &made["harvest"]["uuid"]]
    );
    assert!((material["effective_mothers"].as_f64().unwrap() - 3.9046).abs() < 5e-5);
    assert_eq!(material["taxa"].as_array().unwrap().len(), 1);
    let lot = gardener
        .get(&of(&made, "lot", "seed-lots"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&lot["balance"]["seeds"], &lot["material"]["uuid"]),
        (&json!(340), &made["material"]["uuid"])
    );
    // The next generation starts where this one ended.
    let body = json!({"source": {"material": made["material"]["uuid"]}, "event_date": day(&app, 5).await,
        "first": {"kind": "initial", "quantity": 3}});
    let next = gardener.post("/v1/cultivations", body).await.expect(201).json();
    assert_eq!(
        (&next["generation"], &next["provenance"]),
        (&json!(1), &json!("Z"))
    );
    assert_eq!(alive(&gardener, &path).await, 20);
}

#[tokio::test]
async fn a_harvest_in_culture_is_a_generation_on_by_seed_only_and_carries_the_risk_of_hybrids() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener).await;
    let risk = async |isolation: &str, hybrid: &str, kind: &str| {
        app.sql(&format!(
            "UPDATE pr_exsitu.t_cultivations SET isolation = '{isolation}';
             UPDATE pr_exsitu.t_materials SET hybridisation_risk = {hybrid} WHERE generation = 0 AND id_material = (SELECT min(id_material) FROM pr_exsitu.t_materials)"
        ))
        .await;
        let made = made(
            &app,
            &gardener,
            &path,
            10,
            json!({"kind": "harvest", "material_type": kind}),
        )
        .await;
        let material = gardener.get(&of(&made, "material", "materials")).await.json();
        (
            material["generation"].clone(),
            material["hybridisation_risk"].clone(),
        )
    };
    assert_eq!(risk("cage", "NULL", "gr").await, (json!(1), json!(false)));
    assert_eq!(risk("none", "NULL", "sp").await, (json!(1), json!(true)));
    assert_eq!(risk("none", "NULL", "bout").await, (json!(0), json!(null)));
    assert_eq!(risk("none", "false", "bb").await, (json!(0), json!(false)));
    assert_eq!(risk("cage", "true", "gr").await, (json!(1), json!(true)));
    assert_eq!(risk("cage", "true", "es").await, (json!(0), json!(true)));
}

#[tokio::test]
async fn a_harvest_in_culture_stays_ex_situ_and_out_of_the_synthese() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener).await;
    let made = made(
        &app,
        &gardener,
        &path,
        10,
        json!({"kind": "harvest", "material_type": "gr"}),
    )
    .await;
    let path = of(&made, "harvest", "harvests");
    let read = gardener.get(&path).await;
    for change in [json!({"harvest_type": "rin"}), json!({"date_min": "2020-01-01"})] {
        gardener
            .patch(&path, &read.etag(), change)
            .await
            .problem(409, "harvest_in_culture");
    }
    let in_culture = "WHERE id_cultivation_event IS NOT NULL";
    for (change, law) in [
        ("collecting_source = 10", "harvest_in_culture_stays"),
        ("to_synthese = true", "harvest_in_culture_stays"),
        ("id_cultivation_event = NULL", "harvest_in_culture"),
    ] {
        let refusal = app
            .refusal(&format!("UPDATE pr_exsitu.t_harvests SET {change} {in_culture}"))
            .await;
        assert_eq!(refusal, law, "{change}");
    }
    let wild = app
        .refusal(
            "UPDATE pr_exsitu.t_materials SET id_nomenclature_material_type =
               ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_MATERIAL', 'bout') WHERE generation = 1",
        )
        .await;
    assert_eq!(wild, "material_generation_fixed");
    let admin = app.user("admin");
    admin
        .delete(&path, &read.etag())
        .await
        .problem(409, "harvest_in_culture");
}

#[tokio::test]
async fn a_harvest_is_taken_back_with_its_event_unless_something_came_of_it() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener).await;
    let reversal = async |event: &Value| {
        let event = event["events"][0]["uuid"].as_str().unwrap();
        let why = json!({"reason": "Mauvaise culture"});
        gardener
            .post(&format!("{path}/events/{event}/reversal"), why)
            .await
    };
    // Without a lot, nothing is left but the tombstones.
    let bare = happens(
        &app,
        &gardener,
        &path,
        10,
        json!({"kind": "harvest", "material_type": "gr"}),
    )
    .await;
    let bare = bare.expect(201).json();
    reversal(&bare).await.expect(201);
    let harvest = of(&bare["events"][0]["made"], "harvest", "harvests");
    gardener.get(&harvest).await.problem(404, "not_found");
    let tombstones: i32 = app
        .value("SELECT count(*) FROM pr_exsitu.t_history WHERE operation = 'delete' AND table_name IN ('t_harvests', 't_materials')")
        .await;
    assert_eq!(tombstones, 2);

    // With one, its seeds leave the stock and it is put away with what it comes from.
    let place = app.place(1).await;
    let said = json!({"kind": "harvest", "material_type": "gr",
        "lot": {"place": place.uuid, "seeds": 50, "basis": "counted"}});
    let kept = happens(&app, &gardener, &path, 10, said.clone())
        .await
        .expect(201)
        .json();
    reversal(&kept).await.expect(201);
    let products = &kept["events"][0]["made"];
    let lot = gardener
        .get(&of(products, "lot", "seed-lots"))
        .await
        .expect(200)
        .json();
    assert_eq!(lot["balance"]["seeds"], 0);
    for (kind, route) in [
        ("lot", "seed-lots"),
        ("material", "materials"),
        ("harvest", "harvests"),
    ] {
        let record = gardener.get(&of(products, kind, route)).await.expect(200).json();
        assert!(record["archived_at"].is_string(), "{kind}");
    }

    // What was sown of it holds it.
    let used = happens(&app, &gardener, &path, 10, said).await.expect(201).json();
    let lot = used["events"][0]["made"]["lot"]["uuid"].clone();
    let sowing = json!({"source": {"lot": lot, "place": place.uuid}, "sown_value": 10, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day(&app, 2).await, "replicate_count": 1});
    let sowing = gardener.post("/v1/sowings", sowing).await.expect(201).json();
    let refused = reversal(&used).await.problem(409, "event_harvest_used");
    assert!(
        refused["detail"]
            .as_str()
            .unwrap()
            .contains(sowing["code"].as_str().unwrap())
    );
}

#[tokio::test]
async fn what_is_wrong_of_a_harvest_is_said_of_its_field() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let path = grown(&app, &gardener).await;
    let place = app.place(1).await;
    for (more, status, pointer) in [
        (json!({"material_type": "flight"}), 409, "/said/material_type"),
        (json!({"mothers": [{"label": "A"}]}), 409, "/said/mothers/0/seeds"),
        (json!({"mothers": [{"seeds": -1}]}), 422, "/said/mothers/0/seeds"),
        (
            json!({"lot": {"place": place.uuid, "basis": "counted"}}),
            409,
            "/said/lot/basis",
        ),
        (
            json!({"lot": {"place": app.material(1, 11).await.uuid, "basis": "unknown"}}),
            409,
            "/said/lot/place",
        ),
    ] {
        let mut said = json!({"kind": "harvest", "material_type": "gr"});
        said.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let problem = happens(&app, &gardener, &path, 10, said)
            .await
            .expect(status)
            .json();
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    let left: i32 = app
        .value("SELECT count(*) FROM pr_exsitu.t_harvests WHERE id_cultivation_event IS NOT NULL")
        .await;
    assert_eq!(left, 0);
    let reader = app.user("lecteur");
    happens(
        &app,
        &reader,
        &path,
        10,
        json!({"kind": "harvest", "material_type": "gr"}),
    )
    .await
    .problem(403, "forbidden");
}
