//! Counts: what was seen in the trays.

use serde_json::{Value, json};

use crate::harness::{TestApp, User};

/// A sowing of these seeds in one replicate, sown 20 days ago: its path and its replicate.
async fn tray(app: &TestApp, gardener: &User, seeds: i32) -> (String, Value) {
    let lot = app.lot(1000).await;
    let day: Value = app.value("SELECT pr_exsitu.today() - 20").await;
    let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": seeds, "sown_unit": "seed",
        "sown_basis": "counted", "state": "sown", "sowing_date": day});
    let path = gardener.post("/v1/sowings", body).await.expect(201).location();
    let replicate = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    (path, replicate)
}

async fn days_ago(app: &TestApp, days: i32) -> Value {
    app.value(&format!("SELECT pr_exsitu.today() - {days}")).await
}

#[tokio::test]
async fn five_then_ten_of_twenty_five_is_sixty_percent() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 25).await;
    for (days, emerged) in [(10, 5), (5, 10)] {
        let body = json!({"count_date": days_ago(&app, days).await, "lines": [{"replicate": replicate, "emerged": emerged}]});
        gardener.post(&format!("{path}/counts"), body).await.expect(201);
    }
    let sowing = gardener.get(&path).await.json();
    assert_eq!(
        (
            &sowing["state"],
            &sowing["emergence"]["rate"],
            &sowing["emergence"]["emerged"]
        ),
        (&json!("emerging"), &json!(0.6), &json!(15))
    );
    let counts = gardener.get(&format!("{path}/counts")).await.expect(200).json();
    assert_eq!(
        (&counts[0]["emerged"], &counts[0]["alive_after"]),
        (&json!(10), &json!(15))
    );
    assert_eq!(counts[0]["previous_date"], days_ago(&app, 10).await);
    assert_eq!(
        (&counts[0]["id_observer"], &counts[0]["is_derived"]),
        (&json!(11), &json!(false))
    );
}

#[tokio::test]
async fn what_is_seen_alive_is_kept_and_what_it_means_is_marked() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 50).await;
    for (days, alive) in [(10, 8), (2, 6)] {
        let body = json!({"count_date": days_ago(&app, days).await, "lines": [{"replicate": replicate, "observed_alive": alive}]});
        gardener.post(&format!("{path}/counts"), body).await.expect(201);
    }
    // A visit entered late: what was deduced after it follows.
    let late = json!({"count_date": days_ago(&app, 6).await, "lines": [{"replicate": replicate, "observed_alive": 11}]});
    gardener.post(&format!("{path}/counts"), late).await.expect(201);
    let counts = gardener.get(&format!("{path}/counts")).await.json();
    let told: Vec<_> = counts
        .as_array()
        .unwrap()
        .iter()
        .map(|c| {
            json!([
                c["observed_alive"],
                c["emerged"],
                c["dead"],
                c["death_cause"],
                c["is_derived"]
            ])
        })
        .collect();
    assert_eq!(
        told,
        [
            json!([6, 0, 5, "disappeared", true]),
            json!([11, 3, 0, null, true]),
            json!([8, 8, 0, null, true])
        ]
    );
    let emergence = gardener.get(&path).await.json()["emergence"].clone();
    assert_eq!(
        (&emergence["emerged"], &emergence["dead"], &emergence["alive"]),
        (&json!(11), &json!(5), &json!(6))
    );
}

#[tokio::test]
async fn a_grid_is_all_or_nothing() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, _) = tray(&app, &gardener, 10).await;
    let other = gardener.get(&format!("{path}/replicates")).await.json()[0]["uuid"].clone();
    let (elsewhere, theirs) = tray(&app, &gardener, 10).await;
    let lines = |a: Value, b: Value| json!({"lines": [a, b]});
    let counts = format!("{path}/counts");
    gardener
        .post(
            &counts,
            lines(
                json!({"replicate": other, "emerged": 3}),
                json!({"replicate": theirs, "emerged": 1}),
            ),
        )
        .await
        .conflict("/lines/1/replicate", "unknown_reference");
    gardener
        .post(
            &counts,
            lines(
                json!({"replicate": other, "emerged": 3}),
                json!({"replicate": other, "emerged": 1}),
            ),
        )
        .await
        .conflict("/lines/1/replicate", "duplicate");
    gardener
        .post(&counts, json!({"lines": [{"replicate": other}]}))
        .await
        .conflict("/lines/0", "count_says_one_thing");
    gardener
        .post(
            &counts,
            json!({"lines": [{"replicate": other, "emerged": 1, "observed_alive": 1}]}),
        )
        .await
        .conflict("/lines/0", "count_says_one_thing");
    gardener
        .post(
            &counts,
            json!({"lines": [{"replicate": other, "emerged": 1, "stage": "xx"}]}),
        )
        .await
        .conflict("/lines/0/stage", "unknown_code");
    gardener
        .post(&counts, json!({"lines": [{"replicate": other, "surplus": 1}]}))
        .await
        .conflict("/lines/0/surplus_cause", "required");
    assert_eq!(gardener.get(&counts).await.json(), json!([]));
    assert_eq!(
        gardener.get(&format!("{elsewhere}/counts")).await.json(),
        json!([])
    );
}

#[tokio::test]
async fn more_seedlings_than_seeds_are_refused_unless_they_are_a_surplus() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    let counts = format!("{path}/counts");
    let refused = gardener
        .post(
            &counts,
            json!({"lines": [{"replicate": replicate, "emerged": 11}]}),
        )
        .await
        .problem(409, "count_within_sown");
    assert_eq!(
        (
            &refused["facts"]["sown"],
            &refused["facts"]["emerged"],
            &refused["errors"][0]["pointer"]
        ),
        (&json!(10), &json!(11), &json!("/lines/0"))
    );
    let surplus = json!({"lines": [{"replicate": replicate, "emerged": 10, "surplus": 1, "surplus_cause": "polyembryony"}]});
    gardener.post(&counts, surplus).await.expect(201);
    let emergence = gardener.get(&path).await.json()["emergence"].clone();
    assert_eq!(
        (&emergence["rate"], &emergence["surplus"]),
        (&json!(1.0), &json!(1))
    );
}

#[tokio::test]
async fn losses_are_seedlings_that_were_there_on_every_day() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    let counts = format!("{path}/counts");
    let line = |line: Value, day: Value| json!({"count_date": day, "lines": [line]});
    gardener
        .post(
            &counts,
            line(
                json!({"replicate": replicate, "emerged": 4}),
                days_ago(&app, 10).await,
            ),
        )
        .await
        .expect(201);
    gardener
        .post(
            &counts,
            line(
                json!({"replicate": replicate, "dead": 4, "death_cause": "damping_off"}),
                days_ago(&app, 3).await,
            ),
        )
        .await
        .expect(201);
    let late = line(
        json!({"replicate": replicate, "removed": 1}),
        days_ago(&app, 5).await,
    );
    gardener
        .post(&counts, late)
        .await
        .problem(409, "count_alive_not_negative");
    gardener
        .post(
            &counts,
            line(
                json!({"replicate": replicate, "emerged": 1}),
                days_ago(&app, 21).await,
            ),
        )
        .await
        .problem(409, "count_after_start");
    gardener
        .post(
            &counts,
            line(
                json!({"replicate": replicate, "emerged": 1}),
                days_ago(&app, -1).await,
            ),
        )
        .await
        .conflict("/count_date", "not_in_future");
}

#[tokio::test]
async fn a_wrong_count_is_undone_with_its_trace_kept() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    let counts = format!("{path}/counts");
    let made = gardener
        .post(
            &counts,
            json!({"lines": [{"replicate": replicate, "emerged": 6}]}),
        )
        .await
        .expect(201);
    let reversal = format!("{}/reversal", made.location());
    gardener
        .post(&reversal, json!({"reason": "Mauvais bac"}))
        .await
        .expect(201);
    gardener
        .post(&reversal, json!({"reason": "Encore"}))
        .await
        .problem(409, "count_reversed");
    let emergence = gardener.get(&path).await.json()["emergence"].clone();
    assert_eq!(
        (
            &emergence["visits"],
            &emergence["emerged"],
            &emergence["rate_reason"]
        ),
        (&json!(0), &Value::Null, &json!("never_counted"))
    );
    let kept = gardener.get(&counts).await.json();
    assert_eq!(
        (&kept[0]["reason"], &kept[1]["reversed_by"]),
        (&json!("Mauvais bac"), &kept[0]["uuid"])
    );
    assert_eq!(kept[1]["emerged"], 6);
}

#[tokio::test]
async fn an_emergence_that_losses_depend_on_is_not_undone() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    let counts = format!("{path}/counts");
    let made = gardener
        .post(
            &counts,
            json!({"lines": [{"replicate": replicate, "emerged": 6}]}),
        )
        .await
        .expect(201);
    gardener
        .post(&counts, json!({"lines": [{"replicate": replicate, "dead": 2}]}))
        .await
        .expect(201);
    gardener
        .post(&format!("{}/reversal", made.location()), json!({"reason": "x"}))
        .await
        .problem(409, "count_alive_not_negative");
}

#[tokio::test]
async fn nothing_is_counted_before_the_seeds_leave_the_packet_nor_after_the_end() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    let body = json!({"lines": [{"replicate": replicate, "emerged": 1}], "next_count_due": "2100-01-01"});
    gardener
        .post(&format!("{path}/counts"), body.clone())
        .await
        .expect(201);
    assert_eq!(gardener.get(&path).await.json()["next_count_due"], "2100-01-01");
    gardener
        .post(&format!("{path}/transitions"), json!({"to": "emergence_ended"}))
        .await
        .expect(200);
    gardener
        .post(&format!("{path}/counts"), body)
        .await
        .problem(409, "count_state");
    assert_eq!(gardener.get(&path).await.json()["emergence"]["not_emerged"], 9);
}

#[tokio::test]
async fn the_database_holds_the_laws_whatever_writes() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let (path, replicate) = tray(&app, &gardener, 10).await;
    gardener
        .post(
            &format!("{path}/counts"),
            json!({"lines": [{"replicate": replicate, "emerged": 4}]}),
        )
        .await
        .expect(201);
    let count = |columns: &str, values: &str| {
        format!("INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, id_digitiser, {columns})
                 SELECT gen_random_uuid(), id_replicate, pr_exsitu.today(), 11, {values} FROM pr_exsitu.t_replicates")
    };
    let event = "'00000000-0000-4000-8000-000000000009'";
    for (statement, law) in [
        (count("emerged", "7"), "count_within_sown"),
        (count("dissected", "7"), "count_within_sown"),
        (count("dead", "5"), "count_alive_not_negative"),
        (
            count("pricked_out, cause_uuid", &format!("5, {event}")),
            "count_alive_not_negative",
        ),
        (count("pricked_out", "1"), "count_pricked_out_by_event"),
        (
            count("emerged, observed_alive", "1, 1"),
            "count_seen_or_increments",
        ),
        (count("emerged", "NULL"), "count_says_something"),
        (count("surplus", "1"), "count_surplus_cause"),
        (
            "UPDATE pr_exsitu.t_counts SET emerged = 5".to_owned(),
            "append_only",
        ),
        ("DELETE FROM pr_exsitu.t_counts".to_owned(), "append_only"),
    ] {
        assert_eq!(app.refusal(&statement).await, law, "{statement}");
    }
    let closed = "UPDATE pr_exsitu.t_sowings SET state = 'emergence_ended'";
    assert_eq!(
        app.refusal(&format!("{closed}; {}", count("emerged", "1"))).await,
        "count_state"
    );
}
