-- Registers the module in the host: its row, its own object, the permissions that can be granted, the
-- tables that may carry medias and history. May be run again at any time: what is there is left alone.

INSERT INTO gn_commons.t_modules
    (module_code, module_label, module_picto, module_desc, module_path, module_target, active_frontend, active_backend, type, ng_module)
VALUES (
    'EXSITU', 'Conservation ex situ', 'fa-leaf',
    'Récoltes, lots de semences, tests, semis et cultures de la flore sauvage.',
    'exsitu', '_self', true, false, 'base', 'exsitu'
)
ON CONFLICT (module_code) DO NOTHING;

INSERT INTO gn_permissions.t_objects (code_object, description_object)
VALUES ('EXSITU_SETTINGS', 'Réglages de la conservation ex situ : seuils, vocabulaires, jetons d''accès')
ON CONFLICT (code_object) DO NOTHING;

INSERT INTO gn_permissions.cor_object_module (id_object, id_module)
SELECT o.id_object, m.id_module
FROM gn_permissions.t_objects o
CROSS JOIN gn_commons.t_modules m
WHERE o.code_object = 'EXSITU_SETTINGS' AND m.module_code = 'EXSITU'
ON CONFLICT (id_object, id_module) DO NOTHING;

INSERT INTO gn_permissions.t_permissions_available
    (id_module, id_object, id_action, label, scope_filter, sensitivity_filter, areas_filter, taxons_filter)
SELECT m.id_module, o.id_object, a.id_action, v.label, v.scope, v.sensitivity, v.areas, v.taxa
FROM (VALUES
    ('ALL', 'C', 'Créer des récoltes, lots, tests, semis et cultures', true, false, false, false),
    ('ALL', 'R', 'Voir les récoltes, lots, tests, semis et cultures', true, true, true, true),
    ('ALL', 'U', 'Modifier les récoltes, lots, tests, semis et cultures', true, false, false, false),
    ('ALL', 'V', 'Valider et lever un blocage (réserve, autorisation manquante)', true, false, false, false),
    ('ALL', 'E', 'Exporter les récoltes, lots, tests, semis et cultures', true, true, false, false),
    ('ALL', 'D', 'Supprimer des récoltes, lots, tests, semis et cultures', true, false, false, false),
    ('EXSITU_SETTINGS', 'R', 'Voir les réglages du module', true, false, false, false),
    ('EXSITU_SETTINGS', 'U', 'Modifier les réglages du module', true, false, false, false)
) AS v (code_object, code_action, label, scope, sensitivity, areas, taxa)
JOIN gn_permissions.t_objects o USING (code_object)
JOIN gn_permissions.bib_actions a USING (code_action)
CROSS JOIN gn_commons.t_modules m
WHERE m.module_code = 'EXSITU'
ON CONFLICT (id_module, id_object, id_action) DO NOTHING;

INSERT INTO gn_commons.bib_tables_location (table_desc, schema_name, table_name, pk_field, uuid_field_name)
VALUES
    ('Récoltes ex situ', 'pr_exsitu', 't_harvests', 'id_harvest', 'uuid'),
    ('Réceptions', 'pr_exsitu', 't_receptions', 'id_reception', 'uuid'),
    ('Matériel récolté', 'pr_exsitu', 't_materials', 'id_material', 'uuid'),
    ('Lots de semences', 'pr_exsitu', 't_seed_lots', 'id_seed_lot', 'uuid'),
    ('Emplacements', 'pr_exsitu', 't_places', 'id_place', 'uuid'),
    ('Partenaires', 'pr_exsitu', 't_partners', 'id_partner', 'uuid'),
    ('Tests de semences', 'pr_exsitu', 't_seed_tests', 'id_seed_test', 'uuid'),
    ('Semis', 'pr_exsitu', 't_sowings', 'id_sowing', 'uuid')
ON CONFLICT (schema_name, table_name) DO NOTHING;
