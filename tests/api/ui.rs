//! The screens: files of a folder, how long they are kept, what the page may load and what
//! it starts with.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Response, TestApp, User};

const MAIN: &str = "export const name = 'exsitu';";
const PAGE: &str = "<!doctype html><title>Conservation ex situ</title>";

/// A built front end, in a folder beside a file that is nobody's business; removed with it.
struct Bundle(PathBuf);

impl Bundle {
    fn new() -> Self {
        let outside = std::env::temp_dir().join(format!("exsitu-ui-{}", Uuid::now_v7()));
        let bundle = Self(outside.join("dist"));
        fs::create_dir_all(bundle.0.join("media")).unwrap();
        fs::write(outside.join("secret.txt"), "secret").unwrap();
        for (name, text) in [
            ("index.html", PAGE),
            ("main.js", MAIN),
            ("main.js.br", "brotli of main.js"),
            ("main.js.gz", "gzip of main.js"),
            ("chunk-5PSHN2EH.js", "export {};"),
            ("chunk-5PSHN2EH.js.br", "brotli of a chunk"),
            ("styles.css", "body { margin: 0 }"),
            ("app.webmanifest", "{}"),
            ("words.json", "{}"),
            (".env", "secret"),
            ("media/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("media/icon.png", "png"),
            ("media/solid-ABCD2345.woff2", "woff2"),
        ] {
            bundle.write(name, text);
        }
        bundle
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    async fn served(&self) -> TestApp {
        self.served_under("").await
    }

    async fn served_under(&self, prefix: &str) -> TestApp {
        TestApp::with(|config| {
            config.service.mount_prefix = prefix.to_owned();
            config.service.ui.ui_dir = Some(self.0.clone());
        })
        .await
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        fs::remove_dir_all(self.0.parent().unwrap()).unwrap();
    }
}

/// An answer as it comes, to a path sent as it is: the client would first make sense of it.
fn raw(app: &TestApp, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

fn encodings(user: &User, accepted: &str) -> User {
    user.header("Accept-Encoding", accepted)
}

/// The answer depends on what the client can decode, and says so once.
#[track_caller]
fn varies_by_encoding(answer: &Response) {
    let names = answer.headers.get_all("vary").iter();
    let names = names.flat_map(|value| value.to_str().unwrap().split(", "));
    let names = names.filter(|name| name.eq_ignore_ascii_case("accept-encoding"));
    assert_eq!(names.count(), 1, "{:?}", answer.headers);
}

#[tokio::test]
async fn the_page_is_asked_again_each_time_and_says_what_it_may_load() {
    let bundle = Bundle::new();
    let app = bundle.served().await;
    let anybody = app.anybody();
    let page = anybody.get("/ui/").await.expect(200);
    assert_eq!(page.text, PAGE);
    assert!(page.header("content-type").unwrap().starts_with("text/html"));
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(
        page.header("referrer-policy"),
        Some("strict-origin-when-cross-origin")
    );
    assert_eq!(
        page.header("content-security-policy"),
        Some(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
             img-src 'self' data: blob: https://tile.openstreetmap.org; connect-src 'self'; \
             object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
        )
    );
    assert_eq!(anybody.get("/ui/index.html").await.expect(200).text, PAGE);

    let known = anybody.header("If-None-Match", &page.etag());
    let same = known.get("/ui/").await.expect(304);
    assert_eq!(
        (same.text.as_str(), same.etag(), same.header("cache-control")),
        ("", page.etag(), Some("no-cache"))
    );
    bundle.write("index.html", "<!doctype html><title>Version suivante</title>");
    let next = known.get("/ui/").await.expect(200);
    assert!(next.text.contains("suivante") && next.etag() != page.etag());
}

#[tokio::test]
async fn a_policy_follows_the_base_maps_and_geonature() {
    let bundle = Bundle::new();
    let maps = r#"[{"name": "A", "url": "https://{s}.tiles.example.org/{z}/{x}/{y}.png", "attribution": "A"},
                   {"name": "B", "url": "/tiles/{z}/{x}/{y}.png", "attribution": "B", "max_zoom": 14}]"#;
    let app = TestApp::with(|config| {
        config.service.ui.ui_dir = Some(bundle.0.clone());
        config.service.ui.base_map = maps.parse().unwrap();
        config.service.ui.geonature_api = Some("https://gn.example.org/geonature/api/".parse().unwrap());
    })
    .await;
    let page = app.anybody().get("/ui/").await.expect(200);
    let policy = page.header("content-security-policy").unwrap();
    for rule in [
        "img-src 'self' data: blob: https://*.tiles.example.org 'self';",
        "connect-src 'self' https://gn.example.org;",
    ] {
        assert!(policy.contains(rule), "{policy}");
    }
    // Scripts, styles and images have none of their own.
    let script = app.anybody().get("/ui/main.js").await.expect(200);
    assert_eq!(script.header("content-security-policy"), None);
}

#[tokio::test]
async fn a_file_has_its_type_and_is_kept_for_ever_when_its_name_says_its_content() {
    let bundle = Bundle::new();
    let app = bundle.served().await;
    for (path, media, kept) in [
        ("main.js", "text/javascript", false),
        ("chunk-5PSHN2EH.js", "text/javascript", true),
        ("styles.css", "text/css", false),
        ("words.json", "application/json", false),
        ("app.webmanifest", "application/manifest+json", false),
        ("media/icon.svg", "image/svg+xml", false),
        ("media/icon.png", "image/png", false),
        ("media/solid-ABCD2345.woff2", "font/woff2", true),
    ] {
        let file = app.anybody().get(&format!("/ui/{path}")).await.expect(200);
        let given = file.header("content-type").unwrap().split(';').next();
        assert_eq!(given, Some(media), "{path}");
        let cache = if kept {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        assert_eq!(file.header("cache-control"), Some(cache), "{path}");
        assert_eq!(file.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(file.header("content-disposition"), None, "{path}");
        file.etag();
    }
    let head = Response::of(app.anybody().request(Method::HEAD, "/ui/main.js")).await;
    assert_eq!(head.expect(200).text, "");
}

#[tokio::test]
async fn what_was_compressed_at_the_build_is_sent_as_it_is() {
    let bundle = Bundle::new();
    let app = bundle.served().await;
    let anybody = app.anybody();
    let mut tags = Vec::new();
    for (accepted, encoding, text) in [
        ("br", Some("br"), "brotli of main.js"),
        ("gzip", Some("gzip"), "gzip of main.js"),
        ("br;q=0, gzip", Some("gzip"), "gzip of main.js"),
        ("gzip;q=0.5, br;q=1", Some("br"), "brotli of main.js"),
        ("identity", None, MAIN),
        ("", None, MAIN),
    ] {
        let user = encodings(&anybody, accepted);
        let file = user.get("/ui/main.js").await.expect(200);
        assert_eq!(
            (file.header("content-encoding"), file.text.as_str()),
            (encoding, text),
            "{accepted}"
        );
        assert_eq!(file.header("content-type"), Some("text/javascript"), "{accepted}");
        assert_eq!(file.header("cache-control"), Some("no-cache"), "{accepted}");
        varies_by_encoding(&file);
        let known = user.header("If-None-Match", &file.etag());
        known.get("/ui/main.js").await.expect(304);
        tags.push(file.etag());
    }
    let plain = anybody.get("/ui/main.js").await.expect(200);
    assert_eq!(
        (plain.header("content-encoding"), plain.text.as_str()),
        (None, MAIN)
    );
    varies_by_encoding(&plain);
    // A cache does not take one form for another.
    assert!(
        tags[0] != tags[1] && tags[1] != tags[4] && tags[0] != tags[4],
        "{tags:?}"
    );
    assert_eq!(plain.etag(), tags[4]);

    // What was not is compressed on its way, once.
    let chunk = encodings(&anybody, "gzip")
        .get("/ui/chunk-5PSHN2EH.js")
        .await
        .expect(200);
    assert_eq!(chunk.header("content-encoding"), Some("gzip"));
    assert!(chunk.text != "export {};" && chunk.text != "brotli of a chunk");
    varies_by_encoding(&chunk);
    let chunk = encodings(&anybody, "br")
        .get("/ui/chunk-5PSHN2EH.js")
        .await
        .expect(200);
    assert_eq!(chunk.text, "brotli of a chunk");
}

#[tokio::test]
async fn nothing_but_the_files_of_the_folder_is_served() {
    let bundle = Bundle::new();
    let app = bundle.served().await;
    for path in [
        "/ui/../secret.txt",
        "/ui/%2e%2e/secret.txt",
        "/ui/..%2fsecret.txt",
        "/ui/%2e%2e%2fsecret.txt",
        "/ui/media/../../secret.txt",
        "/ui/..%5csecret.txt",
        "/ui//secret.txt",
        "/ui/.env",
        "/ui/media/",
        "/ui/media",
        "/ui/media/nothing.png",
        "/ui/chunk-ZZZZZZZZ.js",
        "/ui/main.js%00.png",
        "/ui/%ff",
    ] {
        let (status, answer) = raw(&app, path);
        assert_eq!(status, 404, "{path}: {answer}");
        assert!(
            answer.contains("urn:gn-exsitu:problem:not_found"),
            "{path}: {answer}"
        );
        assert!(!answer.contains("immutable"), "{path}: {answer}");
        assert!(!answer.contains(bundle.0.to_str().unwrap()), "{path}: {answer}");
    }
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        Response::of(app.anybody().request(method, "/ui/main.js"))
            .await
            .problem(404, "not_found");
    }
}

#[tokio::test]
async fn screens_that_are_not_built_are_a_problem_that_says_so() {
    let app = TestApp::start().await;
    for path in ["/ui/", "/ui/main.js"] {
        let french = app.anybody().get(path).await.problem(404, "ui_not_built");
        assert_eq!(french["title"], "Pas d'écrans");
        let english = app.anybody().language("en").get(path).await;
        assert_eq!(english.problem(404, "ui_not_built")["title"], "No screens");
    }
    app.anybody().get("/ui/config.json").await.expect(200);

    // A build that is under way has emptied the folder.
    let bundle = Bundle::new();
    let app = bundle.served().await;
    fs::remove_file(bundle.0.join("index.html")).unwrap();
    app.anybody().get("/ui/").await.problem(404, "ui_not_built");
    bundle.write("index.html", PAGE);
    app.anybody().get("/ui/").await.expect(200);
}

#[tokio::test]
async fn the_root_leads_to_the_screens_under_the_mount_prefix() {
    let bundle = Bundle::new();
    for (prefix, paths) in [
        ("", &["/", "/ui"][..]),
        ("/exsitu", &["/", "/ui", "/exsitu", "/exsitu/", "/exsitu/ui"][..]),
    ] {
        let app = bundle.served_under(prefix).await;
        for path in paths {
            let (status, answer) = raw(&app, path);
            assert_eq!(status, 307, "{path}: {answer}");
            let home = format!("location: {prefix}/ui/\r\n");
            assert!(answer.to_lowercase().contains(&home), "{path}: {answer}");
        }
        for path in ["/ui/", &format!("{prefix}/ui/")] {
            assert_eq!(app.anybody().get(path).await.expect(200).text, PAGE);
        }
    }
}

#[tokio::test]
async fn a_module_is_read_from_an_allowed_origin() {
    let bundle = Bundle::new();
    let app = TestApp::with(|config| {
        config.service.allowed_origins = vec!["https://gn.example.org".to_owned()];
        config.service.ui.ui_dir = Some(bundle.0.clone());
    })
    .await;
    const ALLOWED: &str = "access-control-allow-origin";
    let host = app.anybody().header("Origin", "https://gn.example.org");
    for path in [
        "main.js",
        "chunk-5PSHN2EH.js",
        "styles.css",
        "media/solid-ABCD2345.woff2",
    ] {
        let file = host.get(&format!("/ui/{path}")).await.expect(200);
        assert_eq!(file.header(ALLOWED), Some("https://gn.example.org"), "{path}");
    }
    let missing = host.get("/ui/chunk-ZZZZZZZZ.js").await.expect(404);
    assert_eq!(missing.header(ALLOWED), Some("https://gn.example.org"));
    let other = app.anybody().header("Origin", "https://elsewhere.example.org");
    assert_eq!(other.get("/ui/main.js").await.header(ALLOWED), None);
}

#[tokio::test]
async fn the_page_is_told_what_it_starts_with() {
    let app = TestApp::start().await;
    let usual = app.anybody().get("/ui/config.json").await.expect(200);
    assert_eq!(usual.header("content-type"), Some("application/json"));
    assert_eq!(usual.header("cache-control"), Some("no-cache"));
    let settings = usual.json();
    assert_eq!(
        settings,
        json!({
            "api_url": "", "geonature_api": null, "local_login": true, "language": "fr",
            "version": env!("CARGO_PKG_VERSION"),
            "base_maps": [{
                "name": "OpenStreetMap", "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
                "attribution": settings["base_maps"][0]["attribution"], "max_zoom": 19
            }],
            "map": {"center": [44.8, 6.3], "zoom": 8},
        })
    );
    let thanks = settings["base_maps"][0]["attribution"].as_str().unwrap();
    assert!(
        thanks.contains("https://www.openstreetmap.org/copyright"),
        "{thanks}"
    );

    for tags in [
        usual.etag(),
        format!("\"other\", {}", usual.etag()),
        "*".to_owned(),
    ] {
        let same = app
            .anybody()
            .header("If-None-Match", &tags)
            .get("/ui/config.json")
            .await;
        assert_eq!(same.expect(304).text, "");
    }
    let other = app.anybody().header("If-None-Match", "\"other\"");
    assert_eq!(other.get("/ui/config.json").await.expect(200).json(), settings);
}

#[tokio::test]
async fn the_page_is_told_what_was_set() {
    let app = TestApp::with(|config| {
        let service = &mut config.service;
        service.mount_prefix = "/geonature/api/exsitu".to_owned();
        service.local_login = false;
        service.ui.geonature_api = Some("https://gn.example.org/geonature/api/".parse().unwrap());
        service.ui.language = gn_exsitu::error::Lang::En;
        service.ui.map_center = "-21.1,55.5".parse().unwrap();
        service.ui.map_zoom = 10;
    })
    .await;
    let read = app.anybody().get("/geonature/api/exsitu/ui/config.json").await;
    let settings: Value = read.expect(200).json();
    for (name, value) in [
        ("api_url", json!("/geonature/api/exsitu")),
        ("geonature_api", json!("https://gn.example.org/geonature/api")),
        ("local_login", json!(false)),
        ("language", json!("en")),
        ("map", json!({"center": [-21.1, 55.5], "zoom": 10})),
    ] {
        assert_eq!(settings[name], value, "{name}");
    }
}
