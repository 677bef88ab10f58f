//! Filiation: where anything comes from and what came of it.

use serde_json::{Value, json};

use crate::harness::TestApp;

/// A bank of `generations` generations grown by seed from one wild material, `width` lots a
/// generation but one line: material, lots, a sowing, a cultivation, its harvest.
async fn grow(app: &TestApp, generations: i32, width: i32) {
    app.place(1).await;
    app.sql(&format!(
        "SET session_replication_role = replica;
         DO $$
         DECLARE
           place integer := (SELECT min(id_place) FROM pr_exsitu.t_places); material integer; lot integer; sowing integer; cultivation integer; event integer; harvest integer;
           type integer := ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_TYPE', 'rex');
           seed integer := ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_MATERIAL', 'gr');
         BEGIN
           SELECT min(id_material) INTO material FROM pr_exsitu.t_materials;
           FOR g IN 0 .. {generations} LOOP
             INSERT INTO pr_exsitu.t_seed_lots (code, id_dataset, id_material, id_digitiser)
             SELECT format('L2001_%s', lpad((g * {width} + n)::text, 6, '0')), 1, material, 11 FROM generate_series(1, {width}) n;
             SELECT max(id_seed_lot) INTO lot FROM pr_exsitu.t_seed_lots;
             EXIT WHEN g = {generations};
             INSERT INTO pr_exsitu.t_sowings (code, id_dataset, id_material, source_kind, id_seed_lot, id_source_place, state, sowing_date, sown_unit, sown_basis, id_digitiser)
             VALUES (format('S2001_%s', lpad(g::text, 6, '0')), 1, material, 'seed_lot', lot, place, 'sown', '2001-01-01', 'seed', 'unknown', 11) RETURNING id_sowing INTO sowing;
             INSERT INTO pr_exsitu.t_cultivations (code, id_dataset, id_material, id_sowing, generation, id_digitiser)
             VALUES (format('C2001_%s', lpad(g::text, 6, '0')), 1, material, sowing, g, 11) RETURNING id_cultivation INTO cultivation;
             INSERT INTO pr_exsitu.t_cultivation_events (uuid_operation, id_cultivation, kind, event_date, said, id_digitiser)
             VALUES (gen_random_uuid(), cultivation, 'harvest', '2001-01-01', '{{}}', 11) RETURNING id_event INTO event;
             INSERT INTO pr_exsitu.t_harvests (code, id_dataset, id_nomenclature_harvest_type, date_min, date_max, date_precision, id_cultivation_event, collecting_source, to_synthese, id_digitiser)
             VALUES (format('R2001_%s', lpad(g::text, 6, '0')), 1, type, '2001-01-01', '2001-01-01', 'day', event, 40, false, 11) RETURNING id_harvest INTO harvest;
             INSERT INTO pr_exsitu.t_materials (code, id_dataset, id_harvest, id_nomenclature_material_type, generation, id_digitiser)
             VALUES (format('2001_%s', lpad(g::text, 6, '0')), 1, harvest, seed, g + 1, 11) RETURNING id_material INTO material;
           END LOOP;
         END
         $$;
         SET session_replication_role = origin;"
    ))
    .await;
}

fn of_code<'a>(lineage: &'a Value, code: &str) -> &'a Value {
    let nodes = lineage["nodes"].as_array().unwrap();
    nodes.iter().find(|node| node["code"] == code).unwrap()
}

#[tokio::test]
async fn twelve_generations_are_one_statement_with_their_generations() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    let mut taken = Vec::new();
    for (generations, width) in [(0, 0), (12, 20)] {
        if generations > 0 {
            grow(&app, generations, width).await;
        }
        let path = format!("/v1/lineage/{}?limit=20000", material.uuid);
        let before = app.statements();
        let lineage = gardener.get(&path).await.expect(200).json();
        taken.push((app.statements() - before, lineage));
    }
    assert_eq!(taken[0].0, taken[1].0, "statements");
    let whole = &taken[1].1;
    // The wild harvest and its material, 13 × 20 lots, and 4 records and a material a generation.
    assert_eq!(whole["total"], 2 + 13 * 20 + 12 * 4);
    let nodes = whole["nodes"].as_array().unwrap();
    assert_eq!((nodes.len(), &nodes[0]["steps"]), (310, &json!(0)));
    assert_eq!(whole["edges"].as_array().unwrap().len(), nodes.len() - 1);
    assert_eq!(
        (&nodes[1]["kind"], &nodes[1]["steps"]),
        (&json!("harvest"), &json!(-1))
    );
    for g in 0..12 {
        let code = |letter: &str| format!("{letter}2001_{g:06}");
        assert_eq!(of_code(whole, &code("C"))["generation"], g);
        assert_eq!(of_code(whole, &code("S"))["generation"], g);
        assert_eq!(of_code(whole, &code("R"))["generation"], g);
        assert_eq!(of_code(whole, &code(""))["generation"], g + 1);
        assert_eq!(of_code(whole, &code(""))["steps"], 5 * (g + 1));
    }
    // From the last lot, everything back to the wild, and nothing of the other lots.
    let last = of_code(whole, &format!("L2001_{:06}", 13 * 20))["uuid"].clone();
    let path = format!("/v1/lineage/{}", last.as_str().unwrap());
    let back = gardener.get(&path).await.expect(200).json();
    assert_eq!(back["total"], 2 + 13 + 12 * 4);
    assert!(
        back["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|node| node["steps"].as_i64().unwrap() <= 0)
    );
}

#[tokio::test]
async fn a_lineage_says_what_it_leaves_out() {
    let app = TestApp::start().await;
    let gardener = app.user("jardinier");
    let material = app.material(1, 11).await;
    grow(&app, 3, 4).await;
    let path = format!("/v1/lineage/{}", material.uuid);
    let near = gardener.get(&format!("{path}?depth=1")).await.expect(200).json();
    assert_eq!(
        (&near["total"], near["nodes"].as_array().unwrap().len()),
        (&json!(6), 6)
    );
    let few = gardener.get(&format!("{path}?limit=3")).await.expect(200).json();
    assert_eq!(few["nodes"].as_array().unwrap().len(), 3);
    assert_eq!(few["total"], 2 + 4 * 4 + 3 * 4);
    gardener
        .get(&format!("{path}?depth=0"))
        .await
        .wrong_field("/depth", "range");
    gardener
        .get("/v1/lineage/00000000-0000-4000-8000-000000000000")
        .await
        .problem(404, "not_found");
    app.anybody().get(&path).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_one_may_not_read_of_a_lineage_is_restricted() {
    let app = TestApp::start().await;
    let material = app.material(1, 11).await;
    grow(&app, 1, 1).await;
    let stranger = app.user("partenaire");
    let own: i32 = app
        .value("SELECT id_role FROM utilisateurs.t_roles WHERE identifiant = 'partenaire'")
        .await;
    app.sql(&format!(
        "SET session_replication_role = replica; UPDATE pr_exsitu.t_sowings SET id_digitiser = {own}; SET session_replication_role = origin"
    ))
        .await;
    stranger
        .get(&format!("/v1/lineage/{}", material.uuid))
        .await
        .problem(404, "not_found");
    let sowing: String = app.value("SELECT uuid FROM pr_exsitu.t_sowings").await;
    let lineage = stranger
        .get(&format!("/v1/lineage/{sowing}"))
        .await
        .expect(200)
        .json();
    let nodes = lineage["nodes"].as_array().unwrap();
    assert_eq!(nodes[0]["code"], "S2001_000000");
    assert_eq!(nodes.len(), 8);
    for node in &nodes[1..] {
        assert_eq!(node["restricted"], true, "{node}");
        for hidden in ["uuid", "code", "taxon", "generation", "date", "state", "archived"] {
            assert!(node[hidden].is_null(), "{node}");
        }
    }
    assert_eq!(lineage["edges"].as_array().unwrap().len(), 7);
}

#[tokio::test]
async fn nothing_is_its_own_ancestor() {
    let app = TestApp::start().await;
    app.material(1, 11).await;
    grow(&app, 2, 1).await;
    for change in [
        "UPDATE pr_exsitu.t_seed_lots SET id_material = (SELECT max(id_material) FROM pr_exsitu.t_materials) WHERE code = 'L2001_000001'",
        // Cuttings of a cultivation are of its own generation.
        "UPDATE pr_exsitu.t_materials SET id_harvest = (SELECT id_harvest FROM pr_exsitu.t_harvests WHERE code = 'R2001_000000'),
           id_nomenclature_material_type = ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_MATERIAL', 'bout')
         WHERE id_material = (SELECT min(id_material) FROM pr_exsitu.t_materials)",
    ] {
        assert_eq!(app.refusal(change).await, "lineage_acyclic", "{change}");
    }
}
