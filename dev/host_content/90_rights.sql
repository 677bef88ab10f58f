-- Demonstration content, run after the registration of the module: who may do what. One account for each
-- way in which a right can be given, limited or void.

-- A scope of 3 is stored as NULL; NULL in `until` means without end.
INSERT INTO gn_permissions.t_permissions
    (id_role, id_action, id_module, id_object, scope_value, sensitivity_filter, expire_on, validated, created_on)
SELECT
    v.role, a.id_action, m.id_module, o.id_object, v.scope, v.blurred, v.until, v.validated, TIMESTAMP '2026-01-01'
FROM (VALUES
    (1, 'EXSITU', 'ALL', 'CRUVED', NULL, false, NULL::timestamp, true),
    (1, 'EXSITU', 'EXSITU_SETTINGS', 'CRUD', NULL, false, NULL, true),
    (1, 'METADATA', 'ALL', 'CRUED', NULL, false, NULL, true),
    (2, 'EXSITU', 'ALL', 'CRUE', 2, false, NULL, true),
    (2, 'METADATA', 'ALL', 'R', 2, false, NULL, true),
    (3, 'EXSITU', 'ALL', 'RE', NULL, false, NULL, true),
    (3, 'EXSITU', 'ALL', 'CUVD', 2, false, NULL, true),
    (3, 'METADATA', 'ALL', 'R', NULL, false, NULL, true),
    (5, 'EXSITU', 'ALL', 'R', NULL, false, NULL, true),
    (13, 'EXSITU', 'ALL', 'CRUD', 1, false, NULL, true),
    (14, 'EXSITU', 'ALL', 'CRUDE', 2, false, NULL, true),
    (15, 'EXSITU', 'ALL', 'R', NULL, false, NULL, true),
    (17, 'EXSITU', 'ALL', 'RC', NULL, false, TIMESTAMP '2020-01-01', true),
    (18, 'EXSITU', 'ALL', 'RC', NULL, false, NULL, false),
    (18, 'EXSITU', 'ALL', 'RC', NULL, false, NULL, NULL),
    (19, 'EXSITU', 'ALL', 'RC', NULL, false, NULL, true),
    (20, 'EXSITU', 'ALL', 'R', NULL, false, NULL, true),
    (22, 'EXSITU', 'ALL', 'RC', 2, false, NULL, true),
    (23, 'EXSITU', 'ALL', 'R', NULL, false, NULL, true),
    (24, 'EXSITU', 'ALL', 'R', NULL, false, NULL, true),
    (25, 'EXSITU', 'ALL', 'RE', NULL, true, NULL, true),
    (27, 'EXSITU', 'ALL', 'R', 1, false, NULL, true),
    (28, 'EXSITU', 'ALL', 'R', 1, false, NULL, true),
    (28, 'EXSITU', 'ALL', 'R', 2, false, NULL, true)
) AS v (role, module_code, code_object, actions, scope, blurred, until, validated)
JOIN gn_permissions.bib_actions a ON v.actions LIKE '%' || a.code_action || '%'
JOIN gn_commons.t_modules m USING (module_code)
JOIN gn_permissions.t_objects o USING (code_object)
ORDER BY v.role, m.id_module, o.id_object, a.id_action, v.scope;

INSERT INTO gn_permissions.cor_permission_area (id_permission, id_area)
SELECT p.id_permission, a.id_area
FROM gn_permissions.t_permissions p
JOIN ref_geo.l_areas a ON a.area_code = '05' AND a.id_type = ref_geo.get_id_area_type('DEP')
WHERE p.id_role = 23;

INSERT INTO gn_permissions.cor_permission_taxref (id_permission, cd_nom)
SELECT p.id_permission, t.cd_nom
FROM gn_permissions.t_permissions p
JOIN taxonomie.taxref t ON t.lb_nom = 'Orchidaceae' AND t.id_rang = 'FM'
WHERE p.id_role = 24;
