//! The document says what is served, and all of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use reqwest::Method;
use serde_json::{Map, Value};

use crate::harness::{Response, TestApp, User};

/// The document in the repository, from which clients are made.
const COMMITTED: &str = include_str!("../../openapi/openapi.json");

/// One operation of the document.
struct Operation {
    path: String,
    method: String,
    says: Map<String, Value>,
}

fn document() -> Value {
    serde_json::from_str(COMMITTED).unwrap()
}

fn operations() -> Vec<Operation> {
    let document = document();
    let paths = document["paths"].as_object().unwrap().clone();
    let of_path = |(path, item): (String, Value)| {
        item.as_object()
            .unwrap()
            .clone()
            .into_iter()
            .map(move |(method, says)| Operation {
                path: path.clone(),
                method: method.to_uppercase(),
                says: says.as_object().unwrap().clone(),
            })
    };
    paths.into_iter().flat_map(of_path).collect()
}

impl Operation {
    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// No token is needed.
    fn is_open(&self) -> bool {
        self.says.get("security").is_some_and(|security| {
            security
                .as_array()
                .unwrap()
                .iter()
                .all(|s| s == &Value::Object(Map::new()))
        })
    }

    fn documents(&self, status: u16) -> bool {
        self.says["responses"]
            .as_object()
            .unwrap()
            .contains_key(&status.to_string())
    }

    fn parameters(&self) -> Vec<&Value> {
        self.says
            .get("parameters")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .collect()
    }

    fn has_parameter(&self, name: &str) -> bool {
        self.parameters()
            .iter()
            .any(|parameter| parameter["name"] == name)
    }

    /// The path with values of the type of its parameters, of records that do not exist.
    fn address(&self) -> String {
        self.parameters()
            .iter()
            .filter(|p| p["in"] == "path")
            .fold(self.path.clone(), |path, parameter| {
                let schema = &parameter["schema"];
                let value = match (schema["type"].as_str(), schema["format"].as_str()) {
                    (Some("integer"), _) => "2147483647",
                    (_, Some("uuid")) => "00000000-0000-4000-8000-000000000000",
                    _ => "x",
                };
                path.replace(&format!("{{{}}}", parameter["name"].as_str().unwrap()), value)
            })
    }

    /// Example of the body, with the name of its media type; it is beside the schema or in it.
    fn examples(&self, document: &Value) -> Vec<(String, Option<Value>)> {
        let content = self
            .says
            .get("requestBody")
            .map(|body| body["content"].as_object().unwrap());
        let example = |media: &Value| {
            let schema = &media["schema"];
            let named = schema["$ref"]
                .as_str()
                .and_then(|at| document.pointer(at.trim_start_matches('#')));
            let first = media["examples"]
                .as_object()
                .and_then(|all| all.values().next())
                .map(|e| &e["value"]);
            let given = [
                Some(&media["example"]),
                first,
                Some(&schema["example"]),
                named.map(|s| &s["example"]),
            ];
            given
                .into_iter()
                .flatten()
                .find(|value| !value.is_null())
                .cloned()
        };
        content
            .into_iter()
            .flatten()
            .map(|(media, says)| (media.clone(), example(says)))
            .collect()
    }

    async fn send(&self, user: &User) -> Response {
        Response::of(user.request(self.method.parse().unwrap(), &self.address())).await
    }
}

/// Goes on when nothing is found wrong.
fn clean(faults: Vec<String>) {
    assert!(faults.is_empty(), "{faults:#?}");
}

#[tokio::test]
async fn the_document_of_the_repository_is_the_one_served() {
    let app = TestApp::start().await;
    let served = app.anybody().get("/openapi.json").await.expect(200);
    assert!(
        served.json() == document(),
        "openapi/openapi.json is not what is served: run `make openapi`"
    );
    let printed = gn_exsitu::server::document().to_pretty_json().unwrap();
    assert!(
        printed.trim() == COMMITTED.trim(),
        "openapi/openapi.json is not as it is printed: run `make openapi`"
    );
}

#[tokio::test]
async fn every_route_of_the_document_is_served_and_guarded() {
    let app = TestApp::start().await;
    let (anybody, stranger) = (app.anybody(), app.user("sansdroit"));
    let mut faults = Vec::new();
    for operation in operations() {
        // Whatever else is wrong with the request: nothing is said to who is not logged in, or has no right.
        let answers = [(&anybody, 401), (&stranger, 403)];
        for (user, guard) in answers {
            let answer = operation.send(user).await;
            let expected = !operation.is_open() && (guard == 401 || operation.documents(guard));
            if expected && answer.status != guard || !operation.documents(answer.status) {
                faults.push(format!(
                    "{}: {} instead of {guard}: {}",
                    operation.name(),
                    answer.status,
                    answer.text
                ));
            }
        }
    }
    clean(faults);
}

#[tokio::test]
async fn no_other_method_is_served() {
    let app = TestApp::start().await;
    let admin = app.user("admin");
    let operations = operations();
    let mut faults = Vec::new();
    for operation in &operations {
        // `places/tree` is not `places/{uuid}`, whatever that one answers.
        let address = operation.address();
        let methods: BTreeSet<&str> = operations
            .iter()
            .filter(|other| other.path == operation.path)
            .map(|other| other.method.as_str())
            .collect();
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"]
            .into_iter()
            .filter(|method| !methods.contains(method))
        {
            let answer = Response::of(admin.request(method.parse::<Method>().unwrap(), &address)).await;
            let allowed: BTreeSet<&str> = answer.header("allow").unwrap_or_default().split(", ").collect();
            if answer.status != 405 || allowed != methods {
                faults.push(format!(
                    "{method} {address}: {}, {allowed:?} instead of {methods:?}",
                    answer.status
                ));
            }
        }
    }
    clean(faults);
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((
                path.to_str().unwrap().to_owned(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// A handler says its route in `#[get("…")]`; one that is not in the list of routes, or has
/// no documentation, is not in the document.
#[test]
fn every_handler_is_in_the_document() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut written = BTreeSet::new();
    for (file, text) in &files {
        for line in text.lines() {
            for method in ["get", "post", "put", "patch", "delete"] {
                if let Some(rest) = line.trim().strip_prefix(&format!("#[{method}(\"")) {
                    written.insert(format!(
                        "{} {}",
                        method.to_uppercase(),
                        rest.split('"').next().unwrap()
                    ));
                }
            }
        }
        let is_server = file.ends_with("server.rs");
        assert!(
            is_server || !text.contains(".route("),
            "{file}: a route made by .route() is not documented"
        );
    }
    let documented: BTreeSet<String> = operations()
        .iter()
        .map(|o| format!("{} {}", o.method, o.path.strip_prefix("/v1").unwrap_or(&o.path)))
        .collect();
    assert_eq!(written, documented);
}

#[test]
fn every_operation_says_what_it_does() {
    let document = document();
    let tags: BTreeSet<&str> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["name"].as_str().unwrap())
        .collect();
    let mut identifiers = BTreeSet::new();
    let mut faults = Vec::new();
    for operation in operations() {
        let name = operation.name();
        let mut rule = |holds: bool, fault: &str| {
            if !holds {
                faults.push(format!("{name}: {fault}"));
            }
        };
        let given = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
        let said = |member: &str| operation.says.get(member).is_some_and(given);
        rule(said("summary"), "no summary");
        rule(said("operationId"), "no operationId");
        rule(
            identifiers.insert(operation.says["operationId"].clone().to_string()),
            "the operationId of another one",
        );
        let its_tags: Vec<_> = operation
            .says
            .get("tags")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .collect();
        rule(!its_tags.is_empty(), "no tag");
        rule(
            its_tags.iter().all(|tag| tags.contains(tag.as_str().unwrap())),
            "a tag that is not described",
        );
        for (status, response) in operation.says["responses"].as_object().unwrap() {
            rule(
                given(&response["description"]),
                &format!("{status} without a description"),
            );
            let empty = status == "204" || status == "304";
            rule(
                empty || response["content"].is_object(),
                &format!("{status} without a content"),
            );
        }
        for parameter in operation.parameters() {
            rule(
                given(&parameter["description"]),
                &format!("parameter {} without a description", parameter["name"]),
            );
        }
        for (media, example) in operation.examples(&document) {
            rule(example.is_some(), &format!("{media} without an example"));
        }
        rule(operation.is_open() || operation.documents(401), "401 is not said");
        rule(
            ["/health/live", "/ui/config.json"].contains(&operation.path.as_str())
                || operation.documents(503),
            "503 is not said",
        );
        rule(
            operation.says.get("requestBody").is_none() || operation.documents(422),
            "422 is not said",
        );
        rule(
            !operation.path.contains('{') || operation.documents(404),
            "404 is not said",
        );
        let conditional = matches!(operation.method.as_str(), "PATCH" | "PUT" | "DELETE");
        for status in [412, 428] {
            rule(
                !conditional || operation.documents(status),
                &format!("{status} is not said"),
            );
        }
        rule(
            !conditional || operation.has_parameter("If-Match"),
            "If-Match is not said",
        );
        let writes = operation.method == "POST" && !operation.is_open();
        rule(
            !writes || operation.has_parameter("Idempotency-Key"),
            "Idempotency-Key is not said",
        );
        let located = operation.says["responses"]
            .get("201")
            .is_none_or(|made| made["headers"]["Location"].is_object());
        rule(located, "201 without a Location");
    }
    clean(faults);
}

#[test]
fn every_reference_leads_somewhere() {
    fn references(tree: &Value, found: &mut BTreeSet<String>) {
        match tree {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|field| references(field, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }
    let (document, mut found) = (document(), BTreeSet::new());
    references(&document, &mut found);
    found.retain(|at| document.pointer(at.trim_start_matches('#')).is_none());
    clean(found.into_iter().collect());
}

#[tokio::test]
async fn the_examples_have_the_shape_that_is_asked() {
    let app = TestApp::start().await;
    let (admin, document) = (app.user("admin"), document());
    let mut faults = Vec::new();
    for operation in operations() {
        for (media, example) in operation
            .examples(&document)
            .into_iter()
            .filter(|(media, _)| media == "application/json")
        {
            let Some(example) = example else { continue };
            let request = admin
                .request(operation.method.parse().unwrap(), &operation.address())
                .header("If-Match", "*");
            let answer = Response::of(request.header("Content-Type", media).body(example.to_string())).await;
            // The records that an example cites do not exist: only its shape can be right.
            const SHAPE: [&str; 4] = ["required", "unknown_field", "wrong_type", "not_null"];
            let wrong = answer.status == 422
                && answer.json()["errors"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|e| SHAPE.contains(&e["code"].as_str().unwrap()));
            if wrong || answer.status == 400 || answer.status >= 500 {
                faults.push(format!("{}: {} {}", operation.name(), answer.status, answer.text));
            }
        }
    }
    clean(faults);
}
