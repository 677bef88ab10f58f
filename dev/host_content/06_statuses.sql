-- Demonstration content: legal statuses and sensitivity rules. The lists of protected taxa are abridged,
-- given as an example of each kind of text: they are no reference for the law.

INSERT INTO taxonomie.bdc_statut_type (cd_type_statut, lb_type_statut, regroupement_type, thematique, type_value) VALUES
    ('PN', 'Protection nationale', 'Protection', 'REGLEMENTATION', 'booléen'),
    ('PR', 'Protection régionale', 'Protection', 'REGLEMENTATION', 'booléen'),
    ('PD', 'Protection départementale', 'Protection', 'REGLEMENTATION', 'booléen'),
    ('LRN', 'Liste rouge nationale', 'Liste rouge', 'CONSERVATION', 'code');
INSERT INTO taxonomie.bdc_statut_values (id_value, code_statut, label_statut) VALUES
    (1, 'true', 'Concerné'), (2, 'EN', 'En danger'), (3, 'VU', 'Vulnérable'), (4, 'NT', 'Quasi menacé');
SELECT setval('taxonomie.bdc_statut_values_id_value_seq', 100);

INSERT INTO taxonomie.bdc_statut_text
    (id_text, cd_st_text, cd_type_statut, cd_sig, niveau_admin, cd_iso3166_1, lb_adm_tr, full_citation, enable)
VALUES
    (1, 'NV1', 'PN', 'TERFXFR', 'État', 'FRA', 'France métropolitaine', 'Flore protégée en France, annexe I (démonstration)', true),
    (2, 'NV2', 'PN', 'TERFXFR', 'État', 'FRA', 'France métropolitaine', 'Flore protégée en France, annexe II (démonstration)', true),
    (3, 'RV93', 'PR', 'INSEER93', 'Région', 'FRA', 'Provence-Alpes-Côte d''Azur', 'Flore protégée dans la région, sud (démonstration)', true),
    (4, 'RV82', 'PR', 'INSEER84', 'Région', 'FRA', 'Rhône-Alpes', 'Flore protégée dans la région, nord (démonstration)', true),
    (5, 'DV05', 'PD', 'INSEED05', 'Département', 'FRA', 'Hautes-Alpes', 'Cueillette réglementée dans le département (démonstration)', true),
    (6, 'LRN', 'LRN', 'TERFXFR', 'État', 'FRA', 'France métropolitaine', 'Liste rouge (démonstration)', true),
    (7, 'ABROGE', 'PD', 'INSEED05', 'Département', 'FRA', 'Hautes-Alpes', 'Texte abrogé (démonstration)', false);
SELECT setval('taxonomie.bdc_statut_text_id_text_seq', 100);

INSERT INTO taxonomie.bdc_statut_cor_text_values (id_value_text, id_value, id_text) VALUES
    (1, 1, 1), (2, 1, 2), (3, 1, 3), (4, 1, 4), (5, 1, 5), (6, 2, 6), (7, 3, 6), (8, 4, 6), (9, 1, 7);
SELECT setval('taxonomie.bdc_statut_cor_text_values_id_value_text_seq', 100);

INSERT INTO taxonomie.bdc_statut_cor_text_area (id_text, id_area)
SELECT v.id_text, a.id_area
FROM (VALUES
    (1, ARRAY['01', '04', '05', '26', '38', '73', '74']), (2, ARRAY['01', '04', '05', '26', '38', '73', '74']),
    (3, ARRAY['04', '05']), (4, ARRAY['01', '26', '38', '73', '74']), (5, ARRAY['05']),
    (6, ARRAY['01', '04', '05', '26', '38', '73', '74']), (7, ARRAY['05'])
) AS v (id_text, departments)
JOIN ref_geo.l_areas a ON a.id_type = ref_geo.get_id_area_type('DEP') AND a.area_code = ANY (v.departments);

INSERT INTO taxonomie.bdc_statut_taxons (id, id_value_text, cd_nom, cd_ref, rq_statut)
SELECT
    row_number() OVER (ORDER BY v.id_value_text, v.rank)::integer, v.id_value_text, t.cd_nom, t.cd_ref,
    'Démonstration'
FROM (
    SELECT l.id_value_text, n.name, n.rank
    FROM (VALUES
        (1, ARRAY[
            'Cypripedium calceolus', 'Eryngium alpinum', 'Dracocephalum austriacum', 'Dracocephalum ruyschiana',
            'Aquilegia alpina', 'Aquilegia bertolonii', 'Berardia subacaulis', 'Potentilla delphinensis',
            'Primula pedemontana', 'Primula allionii', 'Androsace alpina', 'Androsace helvetica',
            'Androsace pubescens', 'Androsace vandellii', 'Saxifraga valdensis', 'Saxifraga florulenta',
            'Saxifraga diapensioides', 'Saxifraga mutata', 'Saxifraga hirculus', 'Carex bicolor',
            'Carex atrofusca', 'Carex microglochin', 'Carex limosa', 'Carex chordorrhiza', 'Juncus arcticus',
            'Trifolium saxatile', 'Astragalus alopecurus', 'Astragalus leontinus', 'Gagea villosa',
            'Gagea lutea', 'Gagea minima', 'Tulipa sylvestris', 'Liparis loeselii', 'Gladiolus palustris',
            'Linnaea borealis', 'Scheuchzeria palustris', 'Viola pinnata', 'Epipogium aphyllum'
        ]),
        (2, ARRAY['Drosera rotundifolia', 'Drosera longifolia', 'Spiranthes aestivalis']),
        (3, ARRAY['Orchis spitzelii', 'Corallorhiza trifida']),
        (4, ARRAY['Gymnadenia odoratissima', 'Ophioglossum vulgatum']),
        (5, ARRAY['Leontopodium nivale subsp. alpinum', 'Artemisia genipi', 'Artemisia umbelliformis']),
        (6, ARRAY['Potentilla delphinensis', 'Liparis loeselii']),
        (7, ARRAY['Dracocephalum austriacum', 'Gladiolus palustris']),
        (8, ARRAY['Eryngium alpinum']),
        (9, ARRAY['Gentiana lutea'])
    ) AS l (id_value_text, names)
    CROSS JOIN LATERAL unnest(l.names) WITH ORDINALITY AS n (name, rank)
) v
JOIN taxonomie.taxref t ON t.lb_nom = v.name AND t.cd_nom = t.cd_ref;

-- Sensitive everywhere at level 2 and at level 4; and at level 1 in the Hautes-Alpes only.
INSERT INTO gn_sensitivity.t_sensitivity_rules
    (id_sensitivity, cd_nom, nom_cite, id_nomenclature_sensitivity, sensitivity_duration, sensitivity_territory, id_territory, source, active)
SELECT
    v.id, t.cd_nom, t.nom_complet, ref_nomenclatures.get_id_nomenclature('SENSIBILITE', v.level), 100,
    v.territory, v.id_territory, 'Démonstration', true
FROM (VALUES
    (1, 'Cypripedium calceolus', '2', 'France métropolitaine', 'TERFXFR'),
    (2, 'Dracocephalum austriacum', '4', 'France métropolitaine', 'TERFXFR'),
    (3, 'Eryngium alpinum', '1', 'Hautes-Alpes', 'INSEED05')
) AS v (id, name, level, territory, id_territory)
JOIN taxonomie.taxref t ON t.lb_nom = v.name AND t.cd_nom = t.cd_ref;
SELECT setval('gn_sensitivity.t_sensitivity_rules_id_sensitivity_seq', 100);
INSERT INTO gn_sensitivity.cor_sensitivity_area (id_sensitivity, id_area)
SELECT 3, id_area FROM ref_geo.l_areas
WHERE id_type = ref_geo.get_id_area_type('DEP') AND area_code = '05';
