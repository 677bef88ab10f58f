//! The faults known of the module that this one replaces, each with the test that shows it gone. The numbers are those
//! of the list of faults in `docs/data-model.md`.

use serde_json::{Value, json};

use crate::cultivations::{alive, day, emerged, happens, pricked, uuid};
use crate::harness::{Lot, TestApp, User};

async fn sown(app: &TestApp, gardener: &User, lot: &Lot, days_ago: i32, more: Value) -> String {
    let mut body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 25, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day(app, days_ago).await, "replicate_count": 1});
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    gardener.post("/v1/sowings", body).await.expect(201).location()
}

async fn counted(app: &TestApp, gardener: &User, sowing: &str, days_ago: i32, emerged: i32) {
    let tray = gardener.get(&format!("{sowing}/replicates")).await.json()[0]["uuid"].clone();
    let line = json!({"replicate": tray, "emerged": emerged});
    let body = json!({"count_date": day(app, days_ago).await, "lines": [line]});
    gardener.post(&format!("{sowing}/counts"), body).await.expect(201);
}

async fn balance(gardener: &User, lot: &Lot) -> Value {
    gardener.get(&format!("/v1/seed-lots/{}", lot.uuid)).await.json()["balance"]["seeds"].clone()
}

#[tokio::test]
async fn fault_1_parts_are_read_and_written_with_the_right_of_their_record() {
    let app = TestApp::start().await;
    let (gardener, reader) = (app.user("jardinier"), app.user("lecteur"));
    let (sowing, trays) = emerged(&app, &gardener).await;
    let cultivation = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    for part in [
        format!("{sowing}/counts"),
        format!("{sowing}/replicates"),
        format!("{cultivation}/events"),
    ] {
        app.anybody().get(&part).await.problem(401, "unauthenticated");
        app.user("partenaire").get(&part).await.problem(404, "not_found");
    }
    let line = json!({"replicate": trays[1], "emerged": 1});
    reader
        .post(&format!("{sowing}/counts"), json!({"lines": [line]}))
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn fault_4_a_body_does_not_move_a_cultivation_to_another_source() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    for (field, value) in [
        ("source", json!({"material": sowing})),
        ("id_digitiser", json!(1)),
        ("generation", json!(4)),
    ] {
        let refused = gardener
            .patch(&path, "*", json!({field: value}))
            .await
            .expect(422)
            .json();
        assert_eq!(refused["errors"][0]["pointer"], format!("/{field}"));
    }
}

#[tokio::test]
async fn fault_16_a_sowing_takes_its_seeds_from_the_lot() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    sown(&app, &gardener, &lot, 10, json!({})).await;
    assert_eq!(balance(&gardener, &lot).await, json!(75));
}

#[tokio::test]
async fn fault_17_no_stock_is_below_zero_and_an_unknown_quantity_is_not_nothing() {
    let app = TestApp::start().await;
    let (gardener, lot, vague) = (app.user("jardinier"), app.lot(30).await, app.lot(0).await);
    sown(&app, &gardener, &lot, 10, json!({})).await;
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 6, "sown_unit": "seed", "sown_basis": "counted", "state": "sown"});
    gardener.post("/v1/sowings", body).await.expect(409);
    assert_eq!(balance(&gardener, &lot).await, json!(5));
    assert_eq!(balance(&gardener, &vague).await, Value::Null);
}

#[tokio::test]
async fn fault_18_a_move_changes_the_place_of_the_seeds_and_not_their_number() {
    let app = TestApp::start().await;
    let (gardener, lot, box_) = (app.user("jardinier"), app.lot(100).await, app.place(1).await);
    let body = json!({"lot": lot.uuid, "from": lot.place.uuid, "to": box_.uuid, "seeds": 40});
    gardener
        .post("/v1/stock-movements/transfers", body)
        .await
        .expect(201);
    assert_eq!(balance(&gardener, &lot).await, json!(100));
}

#[tokio::test]
async fn fault_26_what_did_not_emerge_is_not_counted_again_at_each_visit() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(&app, &gardener, &lot, 40, json!({})).await;
    for (days_ago, emerged) in [(30, 5), (20, 0), (10, 10)] {
        counted(&app, &gardener, &sowing, days_ago, emerged).await;
    }
    let over = json!({"to": "emergence_ended"});
    gardener
        .post(&format!("{sowing}/transitions"), over)
        .await
        .expect(200);
    let emergence = gardener.get(&sowing).await.json()["emergence"].clone();
    assert_eq!(
        (&emergence["emerged"], &emergence["not_emerged"]),
        (&json!(15), &json!(10))
    );
}

#[tokio::test]
async fn fault_27_a_replicate_has_a_name_a_number_sown_and_keeps_them() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(
        &app,
        &gardener,
        &lot,
        40,
        json!({"replicate_count": 3, "sown_value": 30}),
    )
    .await;
    let trays = gardener.get(&format!("{sowing}/replicates")).await.json();
    let named: Vec<_> = trays
        .as_array()
        .unwrap()
        .iter()
        .map(|tray| (&tray["code"], &tray["sown"]))
        .collect();
    assert_eq!(
        named,
        [
            (&json!("A"), &json!(10)),
            (&json!("B"), &json!(10)),
            (&json!("C"), &json!(10))
        ]
    );
    let line = json!({"replicate": trays[2]["uuid"], "emerged": 4});
    gardener
        .post(&format!("{sowing}/counts"), json!({"lines": [line]}))
        .await
        .expect(201);
    let after = gardener.get(&format!("{sowing}/replicates")).await.json();
    let emerged: Vec<_> = after
        .as_array()
        .unwrap()
        .iter()
        .map(|tray| &tray["emerged"])
        .collect();
    assert_eq!(emerged[2], &json!(4));
    assert_eq!(after[2]["uuid"], trays[2]["uuid"]);
}

#[tokio::test]
async fn fault_28_a_rate_is_of_what_was_sown_and_two_visits_of_a_day_are_two() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(&app, &gardener, &lot, 40, json!({})).await;
    counted(&app, &gardener, &sowing, 20, 5).await;
    counted(&app, &gardener, &sowing, 20, 10).await;
    assert_eq!(
        gardener.get(&sowing).await.json()["emergence"]["rate"],
        json!(0.6)
    );
}

#[tokio::test]
async fn fault_29_a_remark_changed_leaves_the_counts() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(&app, &gardener, &lot, 40, json!({})).await;
    counted(&app, &gardener, &sowing, 20, 5).await;
    gardener
        .patch(&sowing, "*", json!({"remarks": "Voile posé"}))
        .await
        .expect(200);
    assert_eq!(
        gardener.get(&sowing).await.json()["emergence"]["emerged"],
        json!(5)
    );
}

#[tokio::test]
async fn fault_35_a_sowing_says_where_its_seeds_are_from_and_has_their_material() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(&app, &gardener, &lot, 10, json!({})).await;
    let read = gardener.get(&sowing).await.json();
    assert_eq!(
        (&read["source"]["lot"]["uuid"], &read["material"]["uuid"]),
        (&json!(lot.uuid), &json!(lot.material.uuid))
    );
    let nothing =
        json!({"source": {}, "sown_value": 6, "sown_unit": "seed", "sown_basis": "counted", "state": "sown"});
    gardener
        .post("/v1/sowings", nothing)
        .await
        .problem(409, "one_origin");
}

#[tokio::test]
async fn fault_36_what_is_not_sent_stays_and_what_has_plants_is_not_deleted() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    gardener
        .patch(&sowing, "*", json!({"container_count": 4, "depth_mm": 3}))
        .await
        .expect(200);
    let changed = gardener
        .patch(&sowing, "*", json!({"remarks": "À l'ombre"}))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&changed["container_count"], &changed["depth_mm"]),
        (&json!(4), &json!(3))
    );
    gardener
        .patch(
            "/v1/sowings/00000000-0000-4000-8000-000000000000",
            "*",
            json!({"remarks": "x"}),
        )
        .await
        .problem(404, "not_found");
    pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201);
    app.user("admin").delete(&sowing, "*").await.expect(409);
}

#[tokio::test]
async fn fault_37_a_day_stays_the_day_that_was_said() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let said = day(&app, 0).await;
    let sowing = sown(&app, &gardener, &lot, 0, json!({})).await;
    gardener
        .patch(&sowing, "*", json!({"remarks": "Relu"}))
        .await
        .expect(200);
    assert_eq!(gardener.get(&sowing).await.json()["sowing_date"], said);
}

#[tokio::test]
async fn fault_38_seeds_are_sown_on_the_surface() {
    let app = TestApp::start().await;
    let (gardener, lot) = (app.user("jardinier"), app.lot(100).await);
    let sowing = sown(&app, &gardener, &lot, 10, json!({"depth_mm": 0})).await;
    assert_eq!(gardener.get(&sowing).await.json()["depth_mm"], json!(0));
}

#[tokio::test]
async fn fault_40_plants_are_a_balance_that_every_event_agrees_with() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 8)])
        .await
        .expect(201)
        .location();
    let sample = json!({"kind": "sampling", "sample": "dna", "quantity": 2, "destructive": true});
    happens(&app, &gardener, &path, 30, sample).await.expect(201);
    assert_eq!(alive(&gardener, &path).await, 6);
    let deaths = json!({"kind": "death", "quantity": 7, "cause": "pest"});
    let refused = happens(&app, &gardener, &path, 20, deaths).await;
    assert!(
        refused.problem(409, "cultivation_alive_not_negative")["detail"]
            .as_str()
            .unwrap()
            .contains('6')
    );
}

#[tokio::test]
async fn fault_41_deaths_moves_and_how_it_ended_are_said() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    let frame = app.place(1).await;
    for (days_ago, said) in [
        (
            40,
            json!({"kind": "move", "place": frame.uuid, "overwintering": true}),
        ),
        (20, json!({"kind": "death", "quantity": 2, "cause": "frost"})),
        (20, json!({"kind": "closing", "outcome": "dead"})),
    ] {
        happens(&app, &gardener, &path, days_ago, said).await.expect(201);
    }
    let read = gardener.get(&path).await.json();
    assert_eq!(
        (
            &read["state"],
            &read["outcome"],
            &read["place"]["uuid"],
            &read["tally"]["dead"]
        ),
        (&json!("closed"), &json!("dead"), &json!(frame.uuid), &json!(2))
    );
}

#[tokio::test]
async fn fault_43_nothing_happens_before_the_first_event_nor_after_the_end() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    let water = json!({"kind": "watering"});
    happens(&app, &gardener, &path, 61, water.clone())
        .await
        .problem(409, "cultivation_first_event");
    happens(
        &app,
        &gardener,
        &path,
        20,
        json!({"kind": "closing", "outcome": "transferred"}),
    )
    .await
    .expect(201);
    happens(&app, &gardener, &path, 10, water)
        .await
        .problem(409, "cultivation_closed");
    let material = json!({"source": {"sowing": uuid(&sowing)}, "event_date": day(&app, 30).await, "first": {"kind": "initial", "quantity": 3}});
    gardener.post("/v1/cultivations", material).await.expect(409);
}

#[tokio::test]
async fn fault_44_a_treatment_says_its_product_its_dose_and_its_authorisation() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    let said = json!({"kind": "treatment", "product": "Soufre mouillable", "authorisation": "9800245", "against": "Oïdium", "dose": 2.5, "dose_unit": "g/L", "re_entry_hours": 24.0});
    let made = happens(&app, &gardener, &path, 30, said.clone())
        .await
        .expect(201)
        .json();
    for (name, value) in said.as_object().unwrap() {
        assert_eq!(&made["events"][0]["said"][name], value, "{name}");
    }
    happens(
        &app,
        &gardener,
        &path,
        30,
        json!({"kind": "treatment", "product": "Soufre", "dose": 2.5}),
    )
    .await
    .conflict("/said/dose_unit", "unknown_is_null");
}

#[tokio::test]
async fn fault_46_a_cultivation_never_loses_its_events() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (sowing, trays) = emerged(&app, &gardener).await;
    let path = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 2)])
        .await
        .expect(201)
        .location();
    app.user("admin").delete(&path, "*").await.expect(409);
    assert_eq!(
        gardener
            .get(&format!("{path}/events"))
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}
