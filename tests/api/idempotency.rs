//! A POST sent again with its key answers the same and writes nothing.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::harness::TestApp;

fn partner(name: &str) -> Value {
    json!({"name": name, "kind": "seed_bank"})
}

#[tokio::test]
async fn the_same_key_answers_the_same_and_writes_nothing() {
    let app = TestApp::start().await;
    let manager = app.user("responsable").key("a1");
    let first = manager.post("/v1/partners", partner("Zürich")).await.expect(201);
    let written: Value = app.value("SELECT count(*) FROM pr_exsitu.t_history").await;

    let again = manager.post("/v1/partners", partner("Zürich")).await.expect(201);
    assert_eq!(again.text, first.text);
    assert_eq!((again.location(), again.etag()), (first.location(), first.etag()));
    assert_eq!(again.header("content-type"), first.header("content-type"));
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_partners")
            .await,
        1
    );
    assert_eq!(
        app.value::<Value>("SELECT count(*) FROM pr_exsitu.t_history")
            .await,
        written
    );
}

#[tokio::test]
async fn the_answer_replayed_is_that_of_the_first_time() {
    let app = TestApp::start().await;
    let manager = app.user("responsable").key("a2");
    let first = manager.post("/v1/partners", partner("Gap")).await.expect(201);
    manager
        .patch(&first.location(), "*", json!({"city": "Gap"}))
        .await
        .expect(200);
    let again = manager.post("/v1/partners", partner("Gap")).await.expect(201);
    assert_eq!(again.text, first.text);
}

#[tokio::test]
async fn the_key_of_another_request_is_refused() {
    let app = TestApp::start().await;
    let manager = app.user("responsable").key("a3");
    manager.post("/v1/partners", partner("Gap")).await.expect(201);
    manager
        .post("/v1/partners", partner("Briançon"))
        .await
        .problem(409, "idempotency_key_reused");
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_partners")
            .await,
        1
    );
}

#[tokio::test]
async fn keys_of_two_people_do_not_meet() {
    let app = TestApp::start().await;
    app.user("responsable")
        .key("a4")
        .post("/v1/partners", partner("Gap"))
        .await
        .expect(201);
    app.user("partenaire")
        .key("a4")
        .post("/v1/partners", partner("Gap"))
        .await
        .expect(201);
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_partners")
            .await,
        2
    );
}

#[tokio::test]
async fn a_failure_is_not_remembered() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let taken = manager.post("/v1/partners", partner("Gap")).await.expect(201);
    let manager = manager.key("a5");
    manager
        .post("/v1/partners", partner("Gap"))
        .await
        .problem(409, "already_exists");
    manager.delete(&taken.location(), &taken.etag()).await.expect(204);
    manager.post("/v1/partners", partner("Gap")).await.expect(201);
}

#[tokio::test]
async fn a_key_does_not_bring_back_what_was_deleted() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let gap = manager.key("a7");
    let made = gap.post("/v1/partners", partner("Gap")).await.expect(201);
    manager.delete(&made.location(), &made.etag()).await.expect(204);
    gap.post("/v1/partners", partner("Gap"))
        .await
        .problem(409, "deleted_since");
    let lot = app.lot(10).await;
    let today: String = app.value("SELECT pr_exsitu.today()").await;
    let weighing = json!({"weighing_date": today, "seeds_per_sample": 100, "sample_masses_g": [0.02]});
    let (path, key) = (format!("/v1/seed-lots/{}/weighings", lot.uuid), manager.key("a8"));
    let made = key.post(&path, weighing.clone()).await.expect(201);
    key.post(&path, weighing.clone()).await.expect(201);
    manager.delete(&made.location(), &made.etag()).await.expect(204);
    key.post(&path, weighing).await.problem(409, "deleted_since");
}

#[tokio::test]
async fn a_key_is_a_text_of_1_to_255_characters() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    for key in ["", "é", &"k".repeat(256)] {
        let refused = manager.key(key).post("/v1/partners", partner("Gap")).await;
        assert_eq!(refused.status, 422, "{key}: {}", refused.text);
    }
    manager
        .key(&"k".repeat(255))
        .post("/v1/partners", partner("Gap"))
        .await
        .expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_of_one_key_at_the_same_time_make_one_record() {
    let app = TestApp::start().await;
    let manager = app.user("responsable").key("a6");
    let answers = join_all((0..8).map(|_| manager.post("/v1/partners", partner("Gap")))).await;
    for answer in &answers {
        assert_eq!((answer.status, &answer.text), (201, &answers[0].text));
    }
    assert_eq!(
        app.value::<i32>("SELECT count(*) FROM pr_exsitu.t_partners")
            .await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_take_a_name_one_has_it() {
    let app = TestApp::start().await;
    let manager = app.user("responsable");
    let answers = join_all((0..32).map(|_| manager.post("/v1/partners", partner("Gap")))).await;
    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; 31]].concat());
    for answer in answers.into_iter().filter(|answer| answer.status == 409) {
        answer.problem(409, "already_exists");
    }
}
