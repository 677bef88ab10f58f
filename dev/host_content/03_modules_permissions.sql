-- Demonstration content: the modules of a host that has just been installed, the registered tables, and
-- the lists on which permissions are built. Our own module comes later, with its registration.

INSERT INTO gn_commons.t_modules
    (id_module, module_code, module_label, module_path, module_external_url, active_frontend, active_backend, module_target, module_picto, type, ng_module)
VALUES
    (0, 'GEONATURE', 'GeoNature', '/geonature', NULL, false, false, NULL, NULL, 'base', NULL),
    (1, 'ADMIN', 'Admin', 'admin', NULL, true, false, '_self', 'fa-cog', 'base', NULL),
    (2, 'METADATA', 'Metadonnées', 'metadata', NULL, true, true, '_self', 'fa-book', 'base', NULL),
    (3, 'SYNTHESE', 'Synthese', 'synthese', NULL, true, true, '_self', 'fa-search', 'synthese', NULL),
    (4, 'IMPORT', 'Import', 'import', NULL, true, true, '_self', 'fa-upload', 'import', NULL),
    (5, 'TAXHUB', 'TaxHub', NULL, '/taxhub', false, false, '_blank', 'fa-sitemap', 'base', NULL),
    (6, 'OCCTAX', 'Occtax', 'occtax', NULL, true, true, '_self', 'fa-map-marker', 'base', 'occtax'),
    (7, 'OCCHAB', 'Occhab', 'occhab', NULL, true, true, '_self', 'fa-leaf', 'occhab', 'occhab'),
    (8, 'VALIDATION', 'Validation', 'validation', NULL, true, true, '_self', 'fa-check', 'base', 'validation');
SELECT setval('gn_commons.t_modules_id_module_seq', 20);

INSERT INTO gn_commons.bib_tables_location
    (id_table_location, table_desc, schema_name, table_name, pk_field, uuid_field_name)
VALUES
    (1, 'Médias', 'gn_commons', 't_medias', 'id_media', 'unique_id_media'),
    (2, 'Sites suivis', 'gn_monitoring', 't_base_sites', 'id_base_site', 'uuid_base_site'),
    (3, 'Visites', 'gn_monitoring', 't_base_visits', 'id_base_visit', 'uuid_base_visit'),
    (4, 'Observateurs des visites', 'gn_monitoring', 'cor_visit_observer', 'unique_id_core_visit_observer', 'unique_id_core_visit_observer'),
    (5, 'Observations des suivis', 'gn_monitoring', 't_observations', 'id_observation', 'uuid_observation'),
    (6, 'Individus', 'gn_monitoring', 't_individuals', 'id_individual', 'uuid_individual'),
    (7, 'Marquages', 'gn_monitoring', 't_marking_events', 'id_marking_event', 'uuid_marking'),
    (8, 'Dénombrements', 'pr_occtax', 'cor_counting_occtax', 'id_counting_occtax', 'unique_id_sinp_occtax'),
    (9, 'Occurrences', 'pr_occtax', 't_occurrences_occtax', 'id_occurrence_occtax', 'unique_id_occurence_occtax'),
    (10, 'Relevés', 'pr_occtax', 't_releves_occtax', 'id_releve_occtax', 'unique_id_sinp_grp'),
    (11, 'Observateurs des relevés', 'pr_occtax', 'cor_role_releves_occtax', 'unique_id_cor_role_releve', 'unique_id_cor_role_releve'),
    (12, 'Habitats', 'pr_occhab', 't_habitats', 'id_habitat', 'unique_id_sinp_hab'),
    (13, 'Stations', 'pr_occhab', 't_stations', 'id_station', 'unique_id_sinp_station');
SELECT setval('gn_commons.bib_tables_location_id_table_location_seq', 20);

INSERT INTO gn_commons.t_parameters (id_parameter, id_organism, parameter_name, parameter_desc, parameter_value) VALUES
    (1, NULL, 'taxref_version', 'Version du référentiel taxonomique', 'Démonstration'),
    (2, NULL, 'local_srid', 'Projection locale', '2154');
SELECT setval('gn_commons.t_parameters_id_parameter_seq', 100);

INSERT INTO gn_commons.bib_widgets (id_widget, widget_name) VALUES
    (1, 'select'), (2, 'checkbox'), (3, 'text'), (4, 'number'), (5, 'date');
SELECT setval('gn_commons.bib_widgets_id_widget_seq', 20);

INSERT INTO gn_permissions.bib_actions (id_action, code_action, description_action) VALUES
    (1, 'C', 'Créer (C)'), (2, 'R', 'Lire (R)'), (3, 'U', 'Mettre à jour (U)'),
    (4, 'V', 'Valider (V)'), (5, 'E', 'Exporter (E)'), (6, 'D', 'Supprimer (D)');
SELECT setval('gn_permissions.t_actions_id_action_seq', 6);

INSERT INTO gn_permissions.bib_filters_scope (value, label, description) VALUES
    (1, 'Mes données', 'Ce que j''ai saisi ou observé'),
    (2, 'Les données de mon organisme', 'Ce qui relève de mon organisme');
SELECT setval('gn_permissions.bib_filters_scope_value_seq', 2);

INSERT INTO gn_permissions.bib_filters_type (id_filter_type, code_filter_type, label_filter_type, description_filter_type) VALUES
    (1, 'SCOPE', 'Portée', 'Limite aux données de l''utilisateur ou de son organisme'),
    (2, 'SENSITIVITY', 'Sensibilité', 'Écarte ou floute les données sensibles'),
    (3, 'GEOGRAPHIC', 'Territoire', 'Limite à des zones géographiques'),
    (4, 'TAXONOMIC', 'Taxons', 'Limite à des taxons et à leurs descendants');
SELECT setval('gn_permissions.bib_filters_type_id_filter_type_seq', 10);

INSERT INTO gn_permissions.t_objects (id_object, code_object, description_object) VALUES
    (1, 'ALL', 'Représente tous les objets d''un module'),
    (2, 'PERMISSIONS', 'Administration des permissions'),
    (3, 'NOMENCLATURES', 'Administration des nomenclatures'),
    (4, 'NOTIFICATIONS', 'Administration des notifications'),
    (5, 'ADDITIONAL_FIELDS', 'Administration des champs additionnels'),
    (6, 'MOBILE_APPS', 'Applications mobiles'),
    (7, 'MODULES', 'Modules'),
    (8, 'MAPPING', 'Correspondances des imports'),
    (9, 'IMPORT', 'Imports'),
    (10, 'TAXONS', 'Taxons'),
    (11, 'THEMES', 'Thèmes des attributs de taxons'),
    (12, 'LISTES', 'Listes de taxons'),
    (13, 'ATTRIBUTS', 'Attributs de taxons'),
    (14, 'ORGANISM', 'Organismes'),
    (15, 'METADATA_CADRE_ACQUISITION', 'Cadres d''acquisition'),
    (16, 'OCCTAX_RELEVE', 'Relevés Occtax'),
    (17, 'OCCTAX_OCCURENCE', 'Occurrences Occtax'),
    (18, 'OCCTAX_DENOMBREMENT', 'Dénombrements Occtax');
SELECT setval('gn_permissions.t_objects_id_object_seq', 100);

-- What the metadata module lets an administrator grant.
INSERT INTO gn_permissions.t_permissions_available (id_module, id_object, id_action, label, scope_filter)
SELECT 2, 1, a.id_action, v.label, true
FROM (VALUES
    ('C', 'Créer des métadonnées'), ('R', 'Voir les métadonnées'), ('U', 'Modifier les métadonnées'),
    ('E', 'Exporter les métadonnées'), ('D', 'Supprimer des métadonnées')
) AS v (code_action, label)
JOIN gn_permissions.bib_actions a USING (code_action);
