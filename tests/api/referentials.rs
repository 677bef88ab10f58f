//! The host's lists, as a form searches them.

use serde_json::{Value, json};

use crate::harness::TestApp;

fn all<'a>(found: &'a Value, name: &str) -> Vec<&'a str> {
    found
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item[name].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_taxon_is_found_by_words_in_any_order_without_accents() {
    let app = TestApp::start().await;
    app.sql(
        "INSERT INTO taxonomie.taxref (cd_nom, cd_ref, id_rang, lb_nom, lb_auteur, nom_complet, nom_valide, nom_vern, famille) VALUES
           (91000001, 91000001, 'ES', 'Zzentiana helvética', 'Gaudin', 'x', '<i>Zzentiana helvética</i> Gaudin', 'Zzentiane dorée', 'Gentianaceae'),
           (91000002, 91000001, 'ES', 'Zzentiana aurea', 'auct.', 'x', '<i>Zzentiana helvética</i> Gaudin', NULL, 'Gentianaceae');
         REFRESH MATERIALIZED VIEW taxonomie.vm_taxref_list_forautocomplete;",
    )
    .await;
    let reader = app.user("lecteur");
    let search = async |text: &str| {
        let request = reader
            .request(reqwest::Method::GET, "/v1/referentials/taxa")
            .query(&[("search", text)]);
        crate::harness::Response::of(request).await.expect(200).json()
    };
    for text in [
        "helvet zzent",
        "ZZENT HELVÉT",
        "zzentiana helv",
        "zz helvetica",
        "gaudin zzent he",
    ] {
        assert_eq!(search(text).await[0]["name"], "Zzentiana helvética", "{text}");
    }
    // By its French name the accepted name; by the accepted name its synonym too, after it.
    assert_eq!(
        all(&search("doree zzentiane").await, "name"),
        ["Zzentiana helvética"]
    );
    assert_eq!(
        all(&search("zzentiana helvetica").await, "name"),
        ["Zzentiana helvética", "Zzentiana aurea"]
    );
    let found = search("zz").await;
    assert_eq!(all(&found, "name"), ["Zzentiana aurea", "Zzentiana helvética"]);
    assert_eq!(
        (&found[0]["is_accepted"], &found[1]["is_accepted"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(found[0]["valid_name"], "Zzentiana helvética Gaudin");
    for text in ["zzent nothing", "%", "_zentiana", "\\", "zz' OR true"] {
        assert_eq!(search(text).await, json!([]), "{text}");
    }
}

#[tokio::test]
async fn names_are_narrowed_and_counted() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let found = reader
        .get("/v1/referentials/taxa?search=gent&rank=SSES")
        .await
        .expect(200)
        .json();
    assert!(!found.as_array().unwrap().is_empty());
    assert!(all(&found, "rank").iter().all(|rank| *rank == "SSES"));
    let codes: Vec<String> = app
        .value("SELECT json_agg(code_liste) FROM taxonomie.bib_listes")
        .await;
    let listed = reader
        .get(&format!("/v1/referentials/taxa?search=gent&list={}", codes[0]))
        .await
        .expect(200)
        .json();
    let everything = reader
        .get("/v1/referentials/taxa?search=gent&limit=100")
        .await
        .expect(200)
        .json();
    assert!(listed.as_array().unwrap().len() <= everything.as_array().unwrap().len());
    assert_eq!(
        reader
            .get("/v1/referentials/taxa?search=gent&list=none")
            .await
            .json(),
        json!([])
    );
    assert_eq!(
        reader
            .get("/v1/referentials/taxa?limit=3")
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        3
    );
    reader
        .get("/v1/referentials/taxa?limit=101")
        .await
        .wrong_field("/limit", "range");
    let before = app.statements();
    reader
        .get("/v1/referentials/taxa?search=primula%20alpin")
        .await
        .expect(200);
    assert_eq!(app.statements() - before, 3);
}

#[tokio::test]
async fn a_taxon_says_its_synonyms_its_statuses_and_whether_it_is_sensitive() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let read = async |name: &str| {
        let cd_nom: i32 = app
            .value(&format!(
                "SELECT cd_nom FROM taxonomie.taxref WHERE lb_nom = '{name}' ORDER BY cd_nom LIMIT 1"
            ))
            .await;
        reader
            .get(&format!("/v1/referentials/taxa/{cd_nom}"))
            .await
            .expect(200)
            .json()
    };
    let protected = read("Eryngium alpinum").await;
    assert_eq!(
        (&protected["family"], &protected["rank_label"]),
        (&json!("Apiaceae"), &json!("Espèce"))
    );
    let kinds = all(&protected["statuses"], "kind");
    assert!(kinds.contains(&"PN"), "{protected}");
    let sensitive: i32 = app
        .value(
            "SELECT min(cd_nom) FROM gn_sensitivity.t_sensitivity_rules WHERE active
             AND id_nomenclature_sensitivity <> ref_nomenclatures.get_id_nomenclature('SENSIBILITE', '0')",
        )
        .await;
    let sensitive = reader
        .get(&format!("/v1/referentials/taxa/{sensitive}"))
        .await
        .expect(200)
        .json();
    assert_eq!(sensitive["is_sensitive"], true);
    let plant = read("Plantae").await;
    assert_eq!(
        (&plant["is_sensitive"], &plant["statuses"]),
        (&json!(false), &json!([]))
    );
    let synonym: i32 = app
        .value("SELECT min(cd_nom) FROM taxonomie.taxref WHERE cd_nom <> cd_ref")
        .await;
    let synonym = reader
        .get(&format!("/v1/referentials/taxa/{synonym}"))
        .await
        .expect(200)
        .json();
    assert_eq!(synonym["is_accepted"], false);
    assert_eq!(synonym["synonyms"][0]["cd_nom"], synonym["cd_ref"]);
    reader
        .get("/v1/referentials/taxa/1")
        .await
        .problem(404, "not_found");
    reader
        .get("/v1/referentials/taxa/abc")
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn vocabularies_are_in_the_language_asked_for() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let path = "/v1/referentials/nomenclatures";
    let french = reader
        .get(&format!("{path}?list=EXS_HARVEST_TYPE"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&french[0]["list"], &french[0]["label"]),
        (&json!("EXS_HARVEST_TYPE"), &json!("Type de récolte"))
    );
    assert_eq!(french[0]["values"][0]["label"], "Récolte in situ");
    let english = reader
        .language("en")
        .get(&format!("{path}?list=EXS_HARVEST_TYPE"))
        .await
        .expect(200)
        .json();
    assert_eq!(english[0]["values"][0]["code"], french[0]["values"][0]["code"]);
    assert_ne!(english[0]["values"][0]["label"], french[0]["values"][0]["label"]);
    let every = reader.get(path).await.expect(200).json();
    let lists: Vec<String> = app
        .value("SELECT json_agg(mnemonique) FROM ref_nomenclatures.bib_nomenclatures_types WHERE mnemonique LIKE 'EXS\\_%'")
        .await;
    assert!(
        lists
            .iter()
            .all(|list| all(&every, "list").contains(&list.as_str()))
    );
    let two = reader
        .get(&format!("{path}?list={},{}", lists[0], lists[1]))
        .await
        .expect(200)
        .json();
    assert_eq!(two.as_array().unwrap().len(), 2);
    reader
        .get(&format!("{path}?list=EXS_NOTHING"))
        .await
        .conflict("/list", "unknown_list");
}

#[tokio::test]
async fn observers_are_those_of_the_list_or_everybody() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let path = "/v1/referentials/observers?limit=100";
    let members = reader.get(path).await.expect(200).json();
    let inactive: String = app.value("SELECT pr_exsitu.role_name(19)").await;
    assert!(!all(&members, "name").contains(&inactive.as_str()));
    let name = all(&members, "name")[0].to_owned();
    let words: Vec<&str> = name.split(' ').rev().collect();
    let found = reader
        .get(&format!("{path}&search={}", words.join("%20").to_lowercase()))
        .await
        .json();
    assert_eq!(found[0]["name"], name);

    app.sql("UPDATE utilisateurs.t_listes SET code_liste = 'autre' WHERE code_liste = 'observateurs_exsitu'")
        .await;
    let everybody = reader.get(path).await.expect(200).json();
    let active: usize = app
        .value("SELECT count(*) FROM utilisateurs.t_roles r WHERE NOT groupe AND active AND pr_exsitu.role_name(id_role) IS NOT NULL")
        .await;
    assert_eq!(everybody.as_array().unwrap().len(), active);
    assert!(active > members.as_array().unwrap().len());
}

#[tokio::test]
async fn datasets_are_those_one_may_read_or_write_in() {
    let app = TestApp::start().await;
    for (login, query, expected) in [
        ("lecteur", "", vec![1, 2, 3, 4, 5, 6, 7]),
        ("lecteur", "?create=true", vec![]),
        ("jardinier", "?create=true", vec![1, 2, 5]),
        ("stagiaire", "", vec![4]),
        ("stagiaire", "?create=true", vec![4]),
        ("partenaire", "?create=true", vec![3, 4, 5]),
        ("lecteur", "?search=donnees%20anc", vec![6]),
    ] {
        let found = app
            .user(login)
            .get(&format!("/v1/referentials/datasets{query}"))
            .await
            .expect(200)
            .json();
        let mut keys: Vec<_> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|d| d["id_dataset"].as_i64().unwrap())
            .collect();
        keys.sort_unstable();
        assert_eq!(keys, expected, "{login} {query}");
    }
    app.user("sansdroit")
        .get("/v1/referentials/datasets")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn areas_are_found_by_name_by_code_and_around_a_point() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let search = async |query: &str| {
        reader
            .get(&format!("/v1/referentials/areas?{query}"))
            .await
            .expect(200)
            .json()
    };
    assert_eq!(
        all(&search("type=DEP&search=alpes%20hautes").await, "code"),
        ["05"]
    );
    assert_eq!(all(&search("search=05061").await, "name"), ["Gap"]);
    assert_eq!(
        all(&search("search=amberieu").await, "name"),
        ["Ambérieu-en-Bugey"]
    );
    let around = search("lon=6.079&lat=44.559&type=COM,DEP").await;
    assert_eq!(all(&around, "type"), ["COM", "DEP"]);
    assert_eq!(around[0].get("geometry"), None);
    let drawn = search("search=05061&geometry=true").await;
    assert_eq!(drawn[0]["geometry"]["type"], "MultiPolygon");
    app.sql("UPDATE ref_geo.l_areas SET enable = false WHERE area_code = '05061'")
        .await;
    assert_eq!(search("search=05061").await, json!([]));
    // A record may still cite it.
    let key = |area: &Value| area["id_area"].to_string();
    let keys = format!("id_area={},{}", key(&drawn[0]), key(&around[1]));
    assert_eq!(all(&search(&keys).await, "code"), ["05061", "05"]);
    reader
        .get("/v1/referentials/areas?lon=6")
        .await
        .conflict("/lat", "required");
    reader
        .get("/v1/referentials/areas?lon=6&lat=91")
        .await
        .wrong_field("/lat", "range");
}

#[tokio::test]
async fn habitats_are_found_by_words_in_any_order() {
    let app = TestApp::start().await;
    let reader = app.user("lecteur");
    let search = async |query: &str| {
        reader
            .get(&format!("/v1/referentials/habitats?{query}"))
            .await
            .expect(200)
            .json()
    };
    assert_eq!(all(&search("search=HETRAIES").await, "code"), ["G1.6"]);
    assert_eq!(all(&search("search=hetr%20g1").await, "code"), ["G1.6"]);
    assert_eq!(search("search=hetr&cd_typo=1").await, json!([]));
    let two = search("limit=2").await;
    assert_eq!(two.as_array().unwrap().len(), 2);
    let key = format!("cd_hab={}", two[1]["cd_hab"]);
    assert_eq!(search(&key).await, json!([two[1]]));
    assert_eq!(search(&format!("{key}&search=nowhere")).await, json!([]));
}

#[tokio::test]
async fn the_lists_are_for_those_who_may_read() {
    let app = TestApp::start().await;
    for list in [
        "taxa",
        "taxa/90000001",
        "nomenclatures",
        "observers",
        "datasets",
        "areas",
        "habitats",
    ] {
        let path = format!("/v1/referentials/{list}");
        app.anybody().get(&path).await.problem(401, "unauthenticated");
        app.user("sansdroit").get(&path).await.problem(403, "forbidden");
        app.user("lecteur").get(&path).await.expect(200);
    }
}
