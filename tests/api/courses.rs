//! Courses of counts and events drawn at random and written by three clients at once: whatever is accepted, no law
//! is broken, and the accepted facts alone say the same in an empty bank. `COURSES=500 cargo test courses` draws more.

use std::sync::Mutex;

use futures_util::future::join_all;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::harness::{TestApp, User};

#[derive(Debug, Clone, Copy)]
enum Act {
    Count,
    PrickOut,
    Add,
    Die,
    FindAgain,
    Divide,
    Cut,
    Merge,
    Thin,
    Sample,
    Close,
    Reopen,
    UndoEvent,
    UndoCount,
}

/// Steps of a client, one a day.
const DAYS: usize = 30;

/// Something to try: on the `one`-th of what there is then, sometimes with the `other`-th.
#[derive(Debug, Clone)]
struct Step {
    act: Act,
    one: usize,
    other: usize,
    quantity: i32,
    /// Of the day it is said for, from the day that its place in the course is for: mostly in order, often late.
    late: usize,
}

fn step() -> impl Strategy<Value = Step> {
    let act = prop_oneof![
        6 => Just(Act::Count),
        5 => Just(Act::PrickOut),
        3 => Just(Act::Add),
        4 => Just(Act::Die),
        2 => Just(Act::FindAgain),
        2 => Just(Act::Divide),
        1 => Just(Act::Cut),
        2 => Just(Act::Merge),
        1 => Just(Act::Thin),
        1 => Just(Act::Sample),
        1 => Just(Act::Close),
        1 => Just(Act::Reopen),
        4 => Just(Act::UndoEvent),
        2 => Just(Act::UndoCount),
    ];
    (act, 0..64_usize, 0..64_usize, 1..7_i32, 0..12_usize).prop_map(|(act, one, other, quantity, late)| {
        Step {
            act,
            one,
            other,
            quantity,
            late,
        }
    })
}

/// What the clients have made of a sowing so far.
struct Course {
    sowing: String,
    trays: Vec<Value>,
    days: Vec<Value>,
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    cultivations: Vec<Value>,
    events: Vec<(Value, Value, Value)>,
    counts: Vec<String>,
}

fn pick<T: Clone>(all: &[T], n: usize) -> Option<T> {
    all.get(n % all.len().max(1)).cloned()
}

impl Course {
    async fn begin(app: &TestApp, gardener: &User, days: &[Value]) -> Self {
        let lot = app.lot(40).await;
        let body = json!({"source": {"lot": lot.uuid, "place": lot.place.uuid}, "sown_value": 40, "sown_unit": "seed",
            "sown_basis": "counted", "state": "sown", "sowing_date": days.last(), "replicate_count": 4});
        let sowing = gardener.post("/v1/sowings", body).await.expect(201).location();
        let trays = gardener.get(&format!("{sowing}/replicates")).await.json();
        let trays: Vec<Value> = trays
            .as_array()
            .unwrap()
            .iter()
            .map(|tray| tray["uuid"].clone())
            .collect();
        let emerged: Vec<Value> = trays
            .iter()
            .map(|tray| json!({"replicate": tray, "emerged": 7}))
            .collect();
        let first = json!({"count_date": days.last(), "lines": emerged});
        let first = gardener
            .post(&format!("{sowing}/counts"), first)
            .await
            .expect(201)
            .location();
        let made = Made {
            counts: vec![first],
            ..Made::default()
        };
        Self {
            sowing,
            trays,
            days: days.to_vec(),
            made: Mutex::new(made),
        }
    }

    /// Where a step is sent and with what, when there is something to do it to.
    fn request(&self, step: &Step, nth: usize) -> Option<(String, Value)> {
        let made = self.made.lock().unwrap();
        let (day, tray) = (
            self.days
                .get((DAYS - nth + step.late.saturating_sub(6)).min(DAYS))?,
            pick(&self.trays, step.other)?,
        );
        let (one, quantity) = (pick(&made.cultivations, step.one), step.quantity);
        let event = |said: Value| {
            let one = one.as_ref()?.as_str()?;
            Some((
                format!("/v1/cultivations/{one}/events"),
                json!({"event_date": day, "said": said}),
            ))
        };
        let child = |kind: &str| {
            let first = json!({"kind": kind, "quantity": quantity});
            Some((
                "/v1/cultivations".to_owned(),
                json!({"source": {"cultivation": one.as_ref()?}, "event_date": day, "first": first}),
            ))
        };
        match step.act {
            Act::Count => {
                let dead = step.one % 3;
                let mut line = json!({"replicate": tray, "emerged": quantity});
                if dead > 0 {
                    line["dead"] = json!(dead);
                    line["death_cause"] = json!("damping_off");
                }
                Some((
                    format!("{}/counts", self.sowing),
                    json!({"count_date": day, "lines": [line]}),
                ))
            }
            Act::PrickOut => {
                let sowing = self.sowing.rsplit('/').next()?;
                let first =
                    json!({"kind": "pricking_out", "from": [{"replicate": tray, "quantity": quantity}]});
                Some((
                    "/v1/cultivations".to_owned(),
                    json!({"source": {"sowing": sowing}, "event_date": day, "first": first}),
                ))
            }
            Act::Add => {
                event(json!({"kind": "addition", "from": [{"replicate": tray, "quantity": quantity}]}))
            }
            Act::Die => event(json!({"kind": "death", "quantity": quantity, "cause": "frost"})),
            Act::FindAgain => {
                let deaths: Vec<_> = made.events.iter().filter(|(.., kind)| kind == "death").collect();
                let (cultivation, death, _) = pick(&deaths, step.one)?;
                let said = json!({"kind": "found_again", "quantity": quantity, "death": death});
                Some((
                    format!("/v1/cultivations/{}/events", cultivation.as_str()?),
                    json!({"event_date": day, "said": said}),
                ))
            }
            Act::Divide => child("division"),
            Act::Cut => child("cutting"),
            Act::Merge => {
                let other = pick(&made.cultivations, step.other)?;
                event(json!({"kind": "merging", "from": [{"cultivation": other, "quantity": quantity}]}))
            }
            Act::Thin => event(json!({"kind": "thinning", "quantity": quantity})),
            Act::Sample => {
                event(json!({"kind": "sampling", "sample": "dna", "quantity": quantity, "destructive": true}))
            }
            Act::Close => event(json!({"kind": "closing", "outcome": "transferred"})),
            Act::Reopen => event(json!({"kind": "reopening", "reason": "Erreur"})),
            Act::UndoEvent => {
                let (cultivation, event, _) = pick(&made.events, step.one)?;
                let path = format!(
                    "/v1/cultivations/{}/events/{}/reversal",
                    cultivation.as_str()?,
                    event.as_str()?
                );
                Some((path, json!({"reason": "Erreur"})))
            }
            Act::UndoCount => Some((
                format!("{}/reversal", pick(&made.counts, step.one)?),
                json!({"reason": "Erreur"}),
            )),
        }
    }

    fn keep(&self, act: Act, answer: &crate::harness::Response) {
        let mut made = self.made.lock().unwrap();
        match act {
            Act::Count => made.counts.push(answer.location()),
            Act::PrickOut | Act::Divide | Act::Cut => made.cultivations.push(answer.json()["uuid"].clone()),
            Act::UndoEvent | Act::UndoCount => {}
            _ => {
                let events = answer.json()["events"].clone();
                for event in events.as_array().unwrap() {
                    made.events.push((
                        event["cultivation"]["uuid"].clone(),
                        event["uuid"].clone(),
                        event["kind"].clone(),
                    ));
                }
            }
        }
    }

    /// Tries the steps of a client in order; the number that was accepted.
    async fn follow(&self, client: &User, steps: &[Step]) -> usize {
        let mut accepted = 0;
        for (nth, step) in steps.iter().enumerate() {
            let Some((path, body)) = self.request(step, nth) else {
                continue;
            };
            let answer = client.post(&path, body.clone()).await;
            assert!(
                [200, 201, 409, 422].contains(&answer.status),
                "{} {path} {body} {}",
                answer.status,
                answer.text
            );
            if answer.status < 300 {
                self.keep(step.act, &answer);
                accepted += 1;
            }
        }
        accepted
    }
}

/// The laws, from the facts alone: no view nor tally of ours is read.
const BROKEN: &str = "
WITH event AS (
  SELECT e.* FROM pr_exsitu.t_cultivation_events e
  WHERE e.id_reversed IS NULL AND NOT EXISTS (SELECT FROM pr_exsitu.t_cultivation_events r WHERE r.id_reversed = e.id_event)
), count AS (
  SELECT c.* FROM pr_exsitu.t_counts c
  WHERE c.id_reversed IS NULL AND NOT EXISTS (SELECT FROM pr_exsitu.t_counts r WHERE r.id_reversed = c.id_count)
), law (name, broken) AS (
  SELECT 'plants below zero', count(*) FROM (
    SELECT sum(sum(plants)) OVER (PARTITION BY id_cultivation ORDER BY event_date) AS alive FROM event GROUP BY id_cultivation, event_date) d WHERE alive < 0
  UNION ALL
  SELECT 'seedlings below zero', count(*) FROM (
    SELECT sum(sum(coalesce(emerged, 0) - coalesce(dead, 0) - coalesce(removed, 0) - coalesce(pricked_out, 0))) OVER (PARTITION BY id_replicate ORDER BY count_date) AS alive
    FROM count GROUP BY id_replicate, count_date) d WHERE alive < 0
  UNION ALL
  SELECT 'more emerged than sown', count(*) FROM (
    SELECT r.sown, sum(c.emerged) AS emerged FROM count c JOIN pr_exsitu.t_replicates r USING (id_replicate) GROUP BY r.id_replicate) t WHERE emerged > sown
  UNION ALL
  SELECT 'seedlings that no event took', count(*) FROM (
    SELECT e.plants, sum(c.pricked_out) AS pricked_out FROM count c LEFT JOIN event e ON e.uuid = c.cause_uuid WHERE c.pricked_out IS NOT NULL GROUP BY c.cause_uuid, e.plants) p
    WHERE plants IS DISTINCT FROM pricked_out
  UNION ALL
  SELECT 'plants from no replicate', count(*) FROM event e WHERE e.kind IN ('pricking_out', 'addition') AND NOT EXISTS (SELECT FROM count c WHERE c.cause_uuid = e.uuid)
  UNION ALL
  SELECT 'a transfer that loses plants', count(*) FROM (SELECT sum(plants) AS lost FROM event WHERE kind IN ('division', 'merging') GROUP BY uuid_operation) t WHERE lost <> 0
  UNION ALL
  SELECT 'more found than died', count(*) FROM (SELECT d.plants, sum(f.plants) AS found FROM event f LEFT JOIN event d ON d.id_event = f.id_death WHERE f.kind = 'found_again' GROUP BY d.id_event, d.plants) t
    WHERE found > -plants OR plants IS NULL
  UNION ALL
  SELECT 'an act on a closed cultivation', count(*) FROM event e WHERE e.kind NOT IN ('closing', 'reopening') AND (
    SELECT array_agg(x.kind ORDER BY x.event_date DESC, x.id_event DESC) FROM event x
    WHERE x.id_cultivation = e.id_cultivation AND x.kind IN ('closing', 'reopening') AND x.event_date < e.event_date) [1] = 'closing'
    AND NOT EXISTS (SELECT FROM event x WHERE x.id_cultivation = e.id_cultivation AND x.kind = 'reopening' AND x.event_date = e.event_date)
  UNION ALL
  -- Sown + propagated = not emerged + dead + removed + sampled + alive, of each sowing.
  SELECT 'a seed lost on the way', count(*) FROM (
    SELECT s.id_sowing, coalesce(p.propagated, 0) AS propagated, coalesce(p.gone, 0) + coalesce(p.alive, 0) + coalesce(t.dead, 0) + coalesce(t.alive, 0) - coalesce(t.emerged, 0) AS found
    FROM pr_exsitu.t_sowings s
    LEFT JOIN LATERAL (
      SELECT sum(c.emerged) AS emerged, sum(c.dead) AS dead, sum(coalesce(c.emerged, 0) - coalesce(c.dead, 0) - coalesce(c.pricked_out, 0)) AS alive
      FROM count c JOIN pr_exsitu.t_replicates r USING (id_replicate) WHERE r.id_sowing = s.id_sowing) t ON true
    LEFT JOIN LATERAL (
      SELECT sum(e.plants) FILTER (WHERE e.kind = 'cutting') AS propagated, -sum(e.plants) FILTER (WHERE e.kind IN ('death', 'found_again', 'thinning', 'sampling')) AS gone, sum(e.plants) AS alive
      FROM event e JOIN pr_exsitu.t_cultivations c USING (id_cultivation) WHERE c.id_material = s.id_material) p ON true) t
  WHERE propagated <> found
)
SELECT coalesce(string_agg(name || ': ' || broken, ', '), '') FROM law WHERE broken > 0";

/// Takes every fact away and writes the accepted ones again, act by act, in one transaction; one that leans on
/// another waits for it.
const WRITE_AGAIN: &str = "
BEGIN;
CREATE TABLE public.kept_plants AS SELECT * FROM pr_exsitu.t_cultivation_tallies;
CREATE TABLE public.kept_seedlings AS SELECT * FROM pr_exsitu.t_replicate_tallies;
CREATE TABLE public.kept_course AS SELECT * FROM pr_exsitu.v_cultivation_course;
CREATE TEMPORARY TABLE act ON COMMIT DROP AS
SELECT 'count' AS what, c.uuid_operation, min(c.id_count) AS id, false AS is_written, jsonb_agg(to_jsonb(c) ORDER BY c.id_count) AS facts
FROM pr_exsitu.t_counts c LEFT JOIN pr_exsitu.t_counts o ON o.id_count = c.id_reversed WHERE c.cause_uuid IS NULL AND o.cause_uuid IS NULL GROUP BY c.uuid_operation
UNION ALL
SELECT 'event', e.uuid_operation, min(e.id_event), false, jsonb_agg(to_jsonb(e) ORDER BY e.id_event) FROM pr_exsitu.t_cultivation_events e GROUP BY e.uuid_operation;
SET LOCAL session_replication_role = replica;
DELETE FROM pr_exsitu.t_cultivation_tallies;
DELETE FROM pr_exsitu.t_replicate_tallies;
DELETE FROM pr_exsitu.t_counts;
DELETE FROM pr_exsitu.t_cultivation_events;
SET LOCAL session_replication_role = origin;
DO $$
DECLARE
  a record;
  written integer;
BEGIN
  LOOP
    written := 0;
    FOR a IN SELECT * FROM act WHERE NOT is_written ORDER BY what, id LOOP
      BEGIN
        IF a.what = 'count' THEN
          INSERT INTO pr_exsitu.t_counts OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::pr_exsitu.t_counts, a.facts);
        ELSE
          INSERT INTO pr_exsitu.t_cultivation_events OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::pr_exsitu.t_cultivation_events, a.facts);
        END IF;
        UPDATE act SET is_written = true WHERE what = a.what AND id = a.id;
        written := written + 1;
      EXCEPTION WHEN raise_exception OR integrity_constraint_violation THEN
        NULL;
      END;
    END LOOP;
    EXIT WHEN written = 0;
  END LOOP;
  IF EXISTS (SELECT FROM act WHERE NOT is_written) THEN
    RAISE EXCEPTION 'not written again: %', (SELECT jsonb_agg(act) FROM act WHERE NOT is_written);
  END IF;
END
$$;
COMMIT";

#[tokio::test]
#[expect(
    clippy::print_stdout,
    reason = "how many were drawn is the figure of this test"
)]
async fn any_course_of_counts_and_events_keeps_every_law() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let days: Vec<Value> = app
        .value("SELECT to_jsonb(array_agg(pr_exsitu.today() - d ORDER BY d)) FROM generate_series(0, 30) d")
        .await;
    let courses: usize = std::env::var("COURSES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(12);
    let mut drawn = TestRunner::deterministic();
    let clients = proptest::collection::vec(proptest::collection::vec(step(), DAYS), 3);
    let (mut tried, mut accepted, begun) = (0, 0, std::time::Instant::now());
    for _ in 0..courses {
        let steps = clients.new_tree(&mut drawn).unwrap().current();
        let course = Course::begin(&app, &gardener, &days).await;
        let kept = join_all(steps.iter().map(|steps| course.follow(&gardener, steps))).await;
        tried += steps.iter().map(Vec::len).sum::<usize>();
        accepted += kept.iter().sum::<usize>();
        let broken: String = app.value(BROKEN).await;
        assert_eq!(broken, "", "{steps:#?}");
    }
    println!(
        "{courses} courses, {tried} steps, {accepted} accepted, {:?}",
        begun.elapsed()
    );
    assert!(
        accepted * 4 > tried,
        "hardly anything was accepted: {accepted} of {tried}"
    );

    app.sql(WRITE_AGAIN).await;
    for (kept, view) in [
        ("kept_plants", "t_cultivation_tallies"),
        ("kept_seedlings", "t_replicate_tallies"),
        ("kept_course", "v_cultivation_course"),
    ] {
        let differ: i64 = app
            .value(&format!(
                "SELECT count(*) FROM ((TABLE public.{kept} EXCEPT TABLE pr_exsitu.{view}) UNION ALL (TABLE pr_exsitu.{view} EXCEPT TABLE public.{kept})) d"
            ))
            .await;
        assert_eq!(differ, 0, "{view}");
    }
}
