//! The story of one lot, from its seeds to the mountain: every seed and every plant accounted for on every day.

use serde_json::{Value, json};

use crate::cultivations::{day, happens, pricked, uuid};
use crate::harness::{Lot, TestApp, User};

/// A lot of a protected species, harvested in the wild with a waiver of its own.
async fn berardia(app: &TestApp) -> (Lot, i32) {
    let lot = app.lot(200).await;
    let taxon: i32 = app
        .value("SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = 'Berardia subacaulis' AND cd_nom = cd_ref")
        .await;
    app.without_permits().await;
    app.sql(&format!(
        "UPDATE pr_exsitu.t_harvests SET permit_waiver = 'Récolte ancienne',
           id_nomenclature_harvest_type = ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_TYPE', 'rin');
         UPDATE pr_exsitu.cor_material_taxa SET cd_nom = {taxon}, cited_name = 'Berardia subacaulis' WHERE id_material = {}",
        lot.material.id
    ))
    .await;
    (lot, taxon)
}

/// Four trays of 25, treated, counted six times: the path of the sowing and its trays.
async fn sown_and_counted(app: &TestApp, gardener: &User, lot: &Lot) -> (String, Vec<Value>) {
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 100, "sown_unit": "seed",
        "sown_basis": "counted", "state": "prepared", "sowing_date": day(app, 90).await, "replicate_count": 4});
    let sowing = gardener.post("/v1/sowings", body).await.expect(201).location();
    let cold = json!({"kind": "cold_stratification", "day_temperature": 4, "duration": 4, "duration_unit": "week", "start_date": day(app, 120).await});
    gardener
        .post(&format!("{sowing}/treatment-steps"), cold)
        .await
        .expect(201);
    let sown = json!({"to": "sown", "date": day(app, 90).await});
    gardener
        .post(&format!("{sowing}/transitions"), sown)
        .await
        .expect(200);
    let trays = gardener.get(&format!("{sowing}/replicates")).await.json();
    let trays: Vec<Value> = trays
        .as_array()
        .unwrap()
        .iter()
        .map(|tray| tray["uuid"].clone())
        .collect();
    assert_eq!(trays.len(), 4);
    for (days_ago, emerged, dead) in [
        (80, [6, 6, 6, 6], 0),
        (76, [8, 8, 7, 4], 0),
        (72, [3, 3, 2, 2], 0),
        (70, [0, 0, 0, 0], 1),
        (66, [0, 0, 0, 0], 1),
        (62, [0, 0, 0, 0], 0),
    ] {
        let line = |(tray, emerged): (&Value, i32)| match dead {
            0 => json!({"replicate": tray, "emerged": emerged}),
            _ => json!({"replicate": tray, "dead": dead, "death_cause": "damping_off"}),
        };
        let lines: Vec<Value> = trays.iter().zip(emerged).map(line).collect();
        let body = json!({"count_date": day(app, days_ago).await, "lines": lines});
        gardener.post(&format!("{sowing}/counts"), body).await.expect(201);
    }
    (sowing, trays)
}

/// What the API says of the sowing and of its cultivations.
struct Said {
    counts: Vec<Value>,
    /// Of each cultivation, the last first.
    events: Vec<Vec<Value>>,
}

impl Said {
    async fn read(gardener: &User, sowing: &str, cultivations: &[String]) -> Self {
        let list = async |path: String| {
            gardener
                .get(&path)
                .await
                .expect(200)
                .json()
                .as_array()
                .unwrap()
                .clone()
        };
        let mut events = Vec::new();
        for cultivation in cultivations {
            events.push(list(format!("{cultivation}/events")).await);
        }
        let counts = list(format!("{sowing}/counts")).await;
        Self { counts, events }
    }

    /// Seeds that did not emerge, dead, thinned, sampled, alive, gone, propagated, at the close of a day.
    fn accounts(&self, trays: &[Value], day: &str) -> [i64; 7] {
        let by = |date: &Value| date.as_str().unwrap() <= day;
        let counts: Vec<&Value> = self
            .counts
            .iter()
            .filter(|count| by(&count["count_date"]))
            .collect();
        let sum = |name: &str| {
            counts
                .iter()
                .map(|count| count[name].as_i64().unwrap_or(0))
                .sum::<i64>()
        };
        let (mut dead, mut removed, mut alive) = (sum("dead"), sum("removed"), 0);
        for tray in trays {
            // Of the counts of a day, the one that takes the most is the last: nothing emerges on a day when some leave.
            let own = counts.iter().filter(|count| &count["replicate"]["uuid"] == tray);
            let last = own.max_by_key(|count| {
                (
                    count["count_date"].as_str(),
                    -count["alive_after"].as_i64().unwrap(),
                )
            });
            alive += last.map_or(0, |count| count["alive_after"].as_i64().unwrap());
        }
        let (mut sampled, mut out, mut propagated) = (0, 0, 0);
        for events in &self.events {
            let mut events = events.iter().filter(|event| by(&event["event_date"])).peekable();
            alive += events
                .peek()
                .map_or(0, |event| event["alive_after"].as_i64().unwrap());
            for event in events {
                let plants = event["plants"].as_i64().unwrap();
                match event["said"]["kind"].as_str().unwrap() {
                    "death" | "found_again" => dead -= plants,
                    "thinning" => removed -= plants,
                    "sampling" => sampled -= plants,
                    "exit" => out -= plants,
                    "cutting" => propagated += plants,
                    _ => {}
                }
            }
        }
        [
            100 - sum("emerged"),
            dead,
            removed,
            sampled,
            alive,
            out,
            propagated,
        ]
    }
}

#[tokio::test]
async fn the_story_of_one_lot_loses_no_plant() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (lot, taxon) = berardia(&app).await;
    let (sowing, trays) = sown_and_counted(&app, &gardener, &lot).await;
    let left = gardener.get(&format!("/v1/seed-lots/{}", lot.uuid)).await.json();
    assert_eq!(left["balance"]["seeds"], json!(100));

    // Fifty seedlings in two cultivations, in three sessions.
    let one = pricked(&app, &gardener, &sowing, 60, &[(&trays[0], 12), (&trays[1], 8)])
        .await
        .expect(201)
        .location();
    let two = pricked(&app, &gardener, &sowing, 60, &[(&trays[2], 10)])
        .await
        .expect(201)
        .location();
    let more = json!({"kind": "addition", "from": [{"replicate": trays[1], "quantity": 7}, {"replicate": trays[3], "quantity": 10},
        {"replicate": trays[2], "quantity": 3}]});
    happens(&app, &gardener, &two, 55, more).await.expect(201);
    let potted = json!({"said": {"kind": "repotting", "container": "Pot 1 l"}, "event_date": day(&app, 40).await,
        "lines": [{"cultivation": uuid(&one), "quantity": 20}, {"cultivation": uuid(&two), "quantity": 30}]});
    gardener.post("/v1/cultivations/events", potted).await.expect(201);
    let frost = happens(
        &app,
        &gardener,
        &one,
        35,
        json!({"kind": "death", "quantity": 5, "cause": "frost"}),
    )
    .await;
    let frost = frost.expect(201).json()["events"][0]["uuid"].clone();
    happens(
        &app,
        &gardener,
        &one,
        30,
        json!({"kind": "found_again", "quantity": 1, "death": frost}),
    )
    .await
    .expect(201);
    let divided = json!({"source": {"cultivation": uuid(&one)}, "event_date": day(&app, 20).await, "first": {"kind": "division", "quantity": 6}});
    let child = gardener
        .post("/v1/cultivations", divided)
        .await
        .expect(201)
        .location();
    let bed = app.place(1).await;
    happens(
        &app,
        &gardener,
        &one,
        15,
        json!({"kind": "planting", "quantity": 10, "place": bed.uuid}),
    )
    .await
    .expect(201);
    happens(
        &app,
        &gardener,
        &one,
        10,
        json!({"kind": "flowering", "quantity": 7}),
    )
    .await
    .expect(201);

    // The loop.
    let masses = [12.0, 3.0, 0.0, 25.0, 8.0, 8.0, 4.0];
    let mothers: Vec<Value> = masses.iter().map(|mass| json!({"mass_g": mass})).collect();
    let harvest = json!({"kind": "harvest", "material_type": "gr", "pollination": "open", "mothers": mothers,
        "lot": {"place": lot.place.uuid, "seeds": 340, "basis": "counted"}});
    let made = happens(&app, &gardener, &one, 6, harvest)
        .await
        .expect(201)
        .json()["events"][0]["made"]
        .clone();
    let material = format!("/v1/materials/{}", made["material"]["uuid"].as_str().unwrap());
    let material = gardener.get(&material).await.expect(200).json();
    assert!((material["effective_mothers"].as_f64().unwrap() - 3.9046).abs() < 5e-5);
    assert_eq!(
        (&material["generation"], &material["provenance"]),
        (&json!(1), &json!("Z"))
    );

    // Twenty go back to the mountain under a permit, the rest is closed.
    let permit = json!({"id_dataset": 1, "kind": "derogation", "number": "05-2026-12", "holder": "Conservatoire", "valid_from": day(&app, 100).await,
        "valid_to": day(&app, -100).await, "taxa": [{"cd_nom": taxon, "unit": "plant", "quantity": 20}]});
    let permit = gardener.post("/v1/permits", permit).await.expect(201).location();
    let exit = json!({"kind": "exit", "exit": "reintroduction", "quantity": 20, "permit": uuid(&permit), "site": "Combe du Fangeas",
        "geometry": {"type": "Point", "coordinates": [6.4, 44.8]}});
    happens(&app, &gardener, &two, 5, exit.clone()).await.expect(201);
    happens(&app, &gardener, &two, 5, exit).await.expect(409);
    let all = [one, child, two];
    for cultivation in &all {
        let end = json!({"kind": "closing", "outcome": "transferred"});
        happens(&app, &gardener, cultivation, 3, end).await.expect(201);
    }

    let days: Vec<String> = app
        .value("SELECT to_jsonb(array_agg((pr_exsitu.today() - d)::text ORDER BY d DESC)) FROM generate_series(0, 91) d")
        .await;
    let said = Said::read(&gardener, &sowing, &all).await;
    for day in &days {
        let [not_emerged, dead, removed, sampled, alive, out, propagated] = said.accounts(&trays, day);
        assert_eq!(
            100 + propagated,
            not_emerged + dead + removed + sampled + alive + out,
            "on {day}"
        );
    }
    let [.., today] = days.as_slice() else {
        panic!("no day")
    };
    assert_eq!(said.accounts(&trays, today), [39, 8 + 4, 0, 0, 3 + 26, 20, 0]);
}
