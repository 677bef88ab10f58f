-- Demonstration content: acquisition frameworks, datasets and their actors, arranged so that each way of
-- being allowed to see a dataset has its example.

INSERT INTO gn_meta.t_acquisition_frameworks
    (id_acquisition_framework, unique_acquisition_framework_id, acquisition_framework_name, acquisition_framework_desc, is_parent, acquisition_framework_start_date)
SELECT v.id, md5('framework:' || v.id)::uuid, v.name, v.descr, false, DATE '2015-01-01'
FROM (VALUES
    (1, 'Conservation ex situ des Alpes', 'Récoltes, lots de semences et cultures du conservatoire de démonstration.'),
    (2, 'Partenaires', 'Données des partenaires de la conservation.'),
    (3, 'Parc', 'Données du parc de démonstration.')
) AS v (id, name, descr);
SELECT setval('gn_meta.t_acquisition_frameworks_id_acquisition_framework_seq', 100);

INSERT INTO gn_meta.cor_acquisition_framework_actor
    (id_cafa, id_acquisition_framework, id_role, id_organism, id_nomenclature_actor_role)
SELECT v.id, v.framework, NULL, v.organism, ref_nomenclatures.get_id_nomenclature('ROLE_ACTEUR', '1')
FROM (VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)) AS v (id, framework, organism);
SELECT setval('gn_meta.cor_acquisition_framework_actor_id_cafa_seq', 100);

INSERT INTO gn_meta.t_datasets
    (id_dataset, unique_dataset_id, id_acquisition_framework, dataset_name, dataset_shortname, dataset_desc,
     marine_domain, terrestrial_domain, active, id_digitizer, id_taxa_list)
SELECT
    v.id, md5('dataset:' || v.id)::uuid, v.framework, v.name, v.name, v.descr, false, true, v.active, v.digitizer, 100
FROM (VALUES
    (1, 1, 'Banque de semences', 'Récoltes et lots du conservatoire.', true, NULL),
    (2, 1, 'Semis et cultures', 'Semis, cultures et récoltes en culture du conservatoire.', true, NULL),
    (3, 2, 'Récoltes du jardin partenaire', 'Récoltes du jardin, que lui seul voit.', true, NULL),
    (4, 2, 'Carnet de la stagiaire', 'Saisi par la personne en stage, qui n''en est pas actrice.', true, 13),
    (5, 1, 'Programme commun', 'Le partenaire en est acteur ; le conservatoire le voit par le cadre.', true, NULL),
    (6, 1, 'Anciennes données', 'Jeu de données clos.', false, NULL),
    (7, 3, 'Parc national', 'Jeu de données du parc, hors du module.', true, NULL)
) AS v (id, framework, name, descr, active, digitizer);
SELECT setval('gn_meta.t_datasets_id_dataset_seq', 100);

INSERT INTO gn_meta.cor_dataset_actor (id_cda, id_dataset, id_role, id_organism, id_nomenclature_actor_role)
SELECT v.id, v.dataset, NULL, v.organism, ref_nomenclatures.get_id_nomenclature('ROLE_ACTEUR', v.actor)
FROM (VALUES
    (1, 1, 1, '1'), (2, 1, 1, '6'), (3, 2, 1, '1'), (4, 3, 2, '1'), (5, 4, 3, '1'), (6, 5, 2, '6'),
    (7, 6, 1, '1'), (8, 7, 3, '1')
) AS v (id, dataset, organism, actor);
SELECT setval('gn_meta.cor_dataset_actor_id_cda_seq', 100);

INSERT INTO gn_meta.cor_dataset_territory (id_dataset, id_nomenclature_territory)
SELECT id_dataset, ref_nomenclatures.get_id_nomenclature('TERRITOIRE', 'METROP') FROM gn_meta.t_datasets;
