-- Where the collections are kept and grown, and who the seeds are exchanged with. Codes are fixed, so
-- that tests and documentation may name them; only the number of freezers, cold rooms and boxes grows.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE TEMPORARY TABLE demo_place ON COMMIT DROP AS
WITH size AS (
  SELECT lots, CASE WHEN lots > 20000 THEN 10 ELSE 5 END AS cold_shelves, CASE WHEN lots > 20000 THEN 20 ELSE 7 END AS cold_boxes,
         CASE WHEN lots > 20000 THEN 5 ELSE 3 END AS drawers, CASE WHEN lots > 20000 THEN 12 ELSE 7 END AS drawer_boxes
  FROM (SELECT coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481) AS lots) s
), room AS (
  SELECT 'CF' || i AS code, i, s.cold_shelves, s.cold_boxes
  FROM size s CROSS JOIN LATERAL generate_series(1, greatest(1, ceil(0.55 * lots / (60 * cold_shelves * cold_boxes))::integer)) AS i
), freezer AS (
  SELECT 'CONG' || i AS code, i, s.drawers, s.drawer_boxes
  FROM size s CROSS JOIN LATERAL generate_series(1, greatest(2, ceil(0.7 * lots / (60 * drawers * drawer_boxes))::integer)) AS i
), all_places AS (
  SELECT * FROM (VALUES
    (1, 1, 'site', 'GAP', NULL, 'Conservatoire, site de Gap (démonstration)', NULL::numeric, NULL::numeric, NULL::integer),
    (1, 2, 'building', 'BAT-A', 'GAP', 'Bâtiment A : banque de semences', NULL, NULL, NULL),
    (1, 2, 'building', 'BAT-B', 'GAP', 'Bâtiment B : serres et ateliers', NULL, NULL, NULL),
    (1, 2, 'garden', 'JARDIN', 'GAP', 'Jardin de conservation', NULL, NULL, NULL),
    (1, 3, 'room', 'PRESECH', 'BAT-A', 'Salle de pré-séchage', 20, 35, 200),
    (1, 3, 'room', 'SECH', 'BAT-A', 'Salle de séchage', 15, 15, 400),
    (1, 3, 'room', 'LABO', 'BAT-A', 'Laboratoire de germination', 21, NULL, NULL),
    (1, 3, 'greenhouse', 'SERRE1', 'BAT-B', 'Serre 1, tempérée', 18, 70, NULL),
    (1, 3, 'greenhouse', 'SERRE2', 'BAT-B', 'Serre 2, froide', 8, 75, NULL),
    (1, 3, 'frame', 'CHASSIS1', 'JARDIN', 'Châssis froid 1', NULL, NULL, NULL),
    (1, 3, 'frame', 'CHASSIS2', 'JARDIN', 'Châssis froid 2', NULL, NULL, NULL),
    (1, 4, 'other', 'ETUVE1', 'LABO', 'Étuve 1 : 20/10 °C, 12 h de lumière', 20, NULL, 60),
    (1, 4, 'other', 'ETUVE2', 'LABO', 'Étuve 2 : 15/5 °C, 12 h de lumière', 15, NULL, 60),
    (1, 4, 'other', 'ETUVE3', 'LABO', 'Étuve 3 : stratification à 4 °C, obscurité', 4, NULL, 120),
    (2, 1, 'site', 'JB', NULL, 'Jardin botanique (démonstration)', NULL, NULL, NULL),
    (2, 2, 'building', 'JB-ATELIER', 'JB', 'Atelier des semences', NULL, NULL, NULL),
    (2, 2, 'greenhouse', 'JB-SERRE', 'JB', 'Serre du jardin', 12, NULL, NULL),
    (2, 2, 'garden', 'JB-ROCAILLE', 'JB', 'Rocaille', NULL, NULL, NULL),
    (2, 3, 'freezer', 'JB-CONG', 'JB-ATELIER', 'Congélateur du jardin, −18 °C', -18, NULL, NULL),
    (2, 3, 'bench', 'JB-SERRE-T1', 'JB-SERRE', 'Tablette 1', NULL, NULL, NULL),
    (2, 3, 'bench', 'JB-SERRE-T2', 'JB-SERRE', 'Tablette 2', NULL, NULL, NULL)
  ) AS v (id_organism, level, kind, code, parent, label, temperature, humidity, capacity)
  UNION ALL
  SELECT 1, 3, 'cold_room', r.code, 'BAT-A', 'Chambre froide ' || r.i || ', 4 °C', 4, 30, NULL FROM room r
  UNION ALL
  SELECT 1, 4, 'shelf', r.code || '-E' || e, r.code, 'Chambre froide ' || r.i || ', étagère ' || e, NULL, NULL, NULL
  FROM room r CROSS JOIN LATERAL generate_series(1, r.cold_shelves) AS e
  UNION ALL
  SELECT 1, 5, 'box', r.code || '-E' || e || '-B' || to_char(b, 'FM00'), r.code || '-E' || e,
         'Chambre froide ' || r.i || ', étagère ' || e || ', boîte ' || b, NULL, NULL, 60
  FROM room r CROSS JOIN LATERAL generate_series(1, r.cold_shelves) AS e CROSS JOIN LATERAL generate_series(1, r.cold_boxes) AS b
  UNION ALL
  SELECT 1, 3, 'freezer', f.code, 'BAT-A', 'Congélateur ' || f.i || ', −18 °C', -18, NULL, NULL FROM freezer f
  UNION ALL
  SELECT 1, 4, 'shelf', f.code || '-E' || e, f.code, 'Congélateur ' || f.i || ', tiroir ' || e, NULL, NULL, NULL
  FROM freezer f CROSS JOIN LATERAL generate_series(1, f.drawers) AS e
  UNION ALL
  SELECT 1, 5, 'box', f.code || '-E' || e || '-B' || to_char(b, 'FM00'), f.code || '-E' || e,
         'Congélateur ' || f.i || ', tiroir ' || e || ', boîte ' || b, NULL, NULL, 60
  FROM freezer f CROSS JOIN LATERAL generate_series(1, f.drawers) AS e CROSS JOIN LATERAL generate_series(1, f.drawer_boxes) AS b
  UNION ALL
  SELECT 2, 4, 'box', 'JB-CONG-B' || lpad(b::text, greatest(2, length(b::text)), '0'), 'JB-CONG', 'Boîte ' || b, NULL, NULL, 60
  FROM size s CROSS JOIN LATERAL generate_series(1, greatest(4, ceil(0.07 * s.lots / 60)::integer)) AS b
  UNION ALL
  SELECT 1, 4, 'bench', h || '-T' || t, h, 'Serre ' || right(h, 1) || ', tablette ' || t, NULL, NULL, 8
  FROM unnest(ARRAY['SERRE1', 'SERRE2']) AS h CROSS JOIN generate_series(1, 6) AS t
  UNION ALL
  SELECT 1, 5, 'tray', h || '-T' || t || '-P' || p, h || '-T' || t, 'Serre ' || right(h, 1) || ', tablette ' || t || ', plaque ' || p, NULL, NULL, NULL
  FROM unnest(ARRAY['SERRE1', 'SERRE2']) AS h CROSS JOIN generate_series(1, 6) AS t CROSS JOIN generate_series(1, 8) AS p
  UNION ALL
  SELECT 1, 3, 'bed', 'JARDIN-P' || to_char(b, 'FM00'), 'JARDIN', 'Planche ' || b, NULL, NULL, NULL FROM generate_series(1, 12) AS b
)
SELECT * FROM all_places;

-- From the site down, so that the parent is there.
INSERT INTO pr_exsitu.t_places (uuid, id_parent, id_organism, kind, code, label, expected_temperature, expected_humidity, capacity, id_digitiser, meta_create_date)
SELECT md5('place' || d.id_organism || d.code)::uuid, NULL, d.id_organism, d.kind, d.code, d.label, d.temperature, d.humidity, d.capacity,
       CASE d.id_organism WHEN 1 THEN 10 ELSE 14 END, TIMESTAMPTZ '1996-01-08 09:00+01'
FROM demo_place d WHERE d.level = 1 ORDER BY d.id_organism, d.code;
INSERT INTO pr_exsitu.t_places (uuid, id_parent, id_organism, kind, code, label, expected_temperature, expected_humidity, capacity, id_digitiser, meta_create_date)
SELECT md5('place' || d.id_organism || d.code)::uuid, p.id_place, d.id_organism, d.kind, d.code, d.label, d.temperature, d.humidity, d.capacity,
       CASE d.id_organism WHEN 1 THEN 10 ELSE 14 END, TIMESTAMPTZ '1996-01-08 09:00+01'
FROM demo_place d JOIN pr_exsitu.t_places p ON p.id_organism = d.id_organism AND p.code = d.parent
WHERE d.level = 2 ORDER BY d.id_organism, d.code;
INSERT INTO pr_exsitu.t_places (uuid, id_parent, id_organism, kind, code, label, expected_temperature, expected_humidity, capacity, id_digitiser, meta_create_date)
SELECT md5('place' || d.id_organism || d.code)::uuid, p.id_place, d.id_organism, d.kind, d.code, d.label, d.temperature, d.humidity, d.capacity,
       CASE d.id_organism WHEN 1 THEN 10 ELSE 14 END, TIMESTAMPTZ '1996-01-08 09:00+01'
FROM demo_place d JOIN pr_exsitu.t_places p ON p.id_organism = d.id_organism AND p.code = d.parent
WHERE d.level = 3 ORDER BY d.id_organism, d.code;
INSERT INTO pr_exsitu.t_places (uuid, id_parent, id_organism, kind, code, label, expected_temperature, expected_humidity, capacity, id_digitiser, meta_create_date)
SELECT md5('place' || d.id_organism || d.code)::uuid, p.id_place, d.id_organism, d.kind, d.code, d.label, d.temperature, d.humidity, d.capacity,
       CASE d.id_organism WHEN 1 THEN 10 ELSE 14 END, TIMESTAMPTZ '1996-01-08 09:00+01'
FROM demo_place d JOIN pr_exsitu.t_places p ON p.id_organism = d.id_organism AND p.code = d.parent
WHERE d.level = 4 ORDER BY d.id_organism, d.code;
-- So that the walks up the tree that follow are planned for the tree as it is.
ANALYZE pr_exsitu.t_places;
INSERT INTO pr_exsitu.t_places (uuid, id_parent, id_organism, kind, code, label, expected_temperature, expected_humidity, capacity, id_digitiser, meta_create_date)
SELECT md5('place' || d.id_organism || d.code)::uuid, p.id_place, d.id_organism, d.kind, d.code, d.label, d.temperature, d.humidity, d.capacity,
       CASE d.id_organism WHEN 1 THEN 10 ELSE 14 END, TIMESTAMPTZ '1996-01-08 09:00+01'
FROM demo_place d JOIN pr_exsitu.t_places p ON p.id_organism = d.id_organism AND p.code = d.parent
WHERE d.level = 5 ORDER BY d.id_organism, d.code;

INSERT INTO pr_exsitu.t_partners (uuid, id_organism, name, kind, institution_code, contact, email, address, city, country, remarks, id_digitiser, meta_create_date)
SELECT md5('partner' || v.n)::uuid, v.id_organism, v.name || ' (démonstration)', v.kind, v.institution_code, v.contact, v.mail || '@example.org',
       v.address, v.city, v.country, 'Partenaire inventé pour la démonstration.', CASE v.id_organism WHEN 1 THEN 10 ELSE 14 END,
       TIMESTAMPTZ '1998-03-02 10:00+01' + v.n * INTERVAL '97 days'
FROM (VALUES
  (1, 1, 'Banque de semences des Massifs', 'seed_bank', 'FRA901', 'A. Vernet', 'massifs', '12 rue de l''Exemple', 'Grenoble', 'FR'),
  (2, 1, 'Conservatoire botanique du Littoral', 'seed_bank', 'FRA902', 'B. Rival', 'littoral', NULL, 'Hyères', 'FR'),
  (3, 1, 'Coffre national des semences', 'seed_bank', 'FRA903', NULL, 'coffre', '3 allée de l''Exemple', 'Orléans', 'FR'),
  (4, 1, 'Jardin alpin du Col', 'botanic_garden', 'FRA904', 'C. Sauvan', 'col', NULL, 'Villar-d''Arêne', 'FR'),
  (5, 1, 'Giardino botanico delle Valli', 'botanic_garden', 'ITA905', 'D. Bianchi', 'valli', 'Via dell''Esempio 4', 'Cuneo', 'IT'),
  (6, 1, 'Jardin botanique du Lac', 'botanic_garden', 'CHE906', NULL, 'lac', NULL, 'Genève', 'CH'),
  (7, 1, 'Pépinière des Hautes Terres', 'nursery', NULL, 'E. Meyran', 'hautesterres', 'Route de l''Exemple', 'Embrun', 'FR'),
  (8, 1, 'Semences locales du Buëch', 'nursery', NULL, 'F. Arnoux', 'buech', NULL, 'Serres', 'FR'),
  (9, 1, 'Réserve naturelle des Sources', 'protected_area', NULL, 'G. Blanc', 'sources', NULL, 'Ristolas', 'FR'),
  (10, 1, 'Parc régional des Crêtes', 'protected_area', NULL, NULL, 'cretes', NULL, 'Guillestre', 'FR'),
  (11, 1, 'Laboratoire d''écologie des altitudes', 'research', NULL, 'H. Pascal', 'altitudes', NULL, 'Grenoble', 'FR'),
  (12, 1, 'Service départemental des routes', 'administration', NULL, NULL, 'routes', NULL, 'Gap', 'FR'),
  (13, 2, 'Amis de la flore du Briançonnais', 'private', NULL, 'I. Roux', 'amis', NULL, 'Briançon', 'FR'),
  (14, 2, 'Arboretum de la Vallée', 'botanic_garden', NULL, NULL, 'arboretum', NULL, 'Lyon', 'FR')
) AS v (n, id_organism, name, kind, institution_code, contact, mail, address, city, country)
ORDER BY v.n;

ANALYZE pr_exsitu.t_places, pr_exsitu.t_partners;
