-- Sowings from 2019 to 2026, in every state: written as drafts with their replicates and treatment steps,
-- then taken through their states together with the debit of their lot. 80_sowing_counts.sql counts them
-- and ends them.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

-- Lots that can give what two sowings ask for (nothing is entered before a stock-take, nor takes the reserve).
CREATE TEMPORARY TABLE demo_source ON COMMIT DROP AS
WITH ledger AS (
  SELECT v.*, max(v.effective_date) FILTER (WHERE v.observed_seeds IS NOT NULL) OVER place AS last_take, min(v.effective_date) OVER place AS first_day
  FROM pr_exsitu.v_stock_ledger v WINDOW place AS (PARTITION BY v.id_seed_lot, v.id_place)
), offer AS (
  SELECT id_seed_lot, id_place, greatest(min(first_day), min(last_take)) AS free_from, min(running_seeds) FILTER (WHERE closes_day AND (last_take IS NULL OR effective_date >= last_take)) AS least_left
  FROM ledger GROUP BY id_seed_lot, id_place HAVING bool_and(is_known) FILTER (WHERE is_last)
), lot AS (
  SELECT DISTINCT ON (l.id_seed_lot) l.id_seed_lot, l.id_dataset, l.id_digitiser, l.id_material, o.id_place, o.free_from, (n.cd_nomenclature = 'sp') AS is_spore,
         (SELECT (SELECT avg(mass) FROM unnest(w.sample_masses_g) AS mass) / w.seeds_per_sample FROM pr_exsitu.t_seed_weighings w WHERE w.id_seed_lot = l.id_seed_lot ORDER BY w.weighing_date LIMIT 1) AS seed_g,
         hashint8extended(substring(l.code FROM 2 FOR 4)::bigint * 1000000 + substring(l.code FROM 7)::bigint, 601) AS draw
  FROM offer o JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) JOIN pr_exsitu.t_materials m USING (id_material)
  JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = m.id_nomenclature_material_type
  WHERE o.least_left - l.archive_reserve >= 430 AND o.free_from <= DATE '2025-09-01' AND l.status IN ('active', 'to_retest')
  ORDER BY l.id_seed_lot, o.least_left DESC, o.id_place
)
SELECT l.*, row_number() OVER (ORDER BY draw, id_seed_lot) AS rank FROM lot l;
ANALYZE demo_source;

CREATE TEMPORARY TABLE demo_sowing ON COMMIT DROP AS
WITH numbered AS (
  SELECT j, j % 14 AS by_14, j % 25 AS by_25,
         (ARRAY['draft', 'prepared', 'in_pretreatment', 'sown', 'emerging', 'overwintering', 'emergence_ended', 'closed', 'cancelled', 'emerging', 'sown', 'overwintering', 'emerging', 'emergence_ended',
                'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'emerging', 'closed', 'closed', 'closed', 'closed', 'closed',
                'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + (j - 1) % 40] AS state
  FROM generate_series(1, greatest(20, round(0.115 * coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481))::integer)) AS j
), fresh AS (
  SELECT m.id_material, m.id_dataset, m.id_digitiser, n.cd_nomenclature AS sort, coalesce(h.date_max, r.date_received) AS base, row_number() OVER (ORDER BY m.id_material) AS rank
  FROM pr_exsitu.t_materials m JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = m.id_nomenclature_material_type AND n.cd_nomenclature IN ('gr', 'sp', 'bb')
  LEFT JOIN pr_exsitu.t_harvests h USING (id_harvest) LEFT JOIN pr_exsitu.t_receptions r USING (id_reception)
  WHERE coalesce(h.date_max, r.date_received) BETWEEN DATE '2018-12-31' AND DATE '2026-01-31' AND NOT EXISTS (SELECT FROM pr_exsitu.t_seed_lots l WHERE l.id_material = m.id_material)
), test AS (
  SELECT t.id_seed_test, t.date_end, t.id_dataset, t.id_digitiser, l.id_material, row_number() OVER (ORDER BY t.code) AS rank
  FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE t.state = 'finished' AND t.kind = 'germination' AND t.date_end BETWEEN DATE '2018-12-31' AND DATE '2026-01-31'
), typed AS (
  SELECT n.*, CASE WHEN state = 'closed' AND by_14 = 8 AND EXISTS (SELECT FROM fresh) THEN 'fresh_material' WHEN state = 'closed' AND by_25 = 15 AND EXISTS (SELECT FROM test) THEN 'seed_test'
                   WHEN by_25 = 17 OR by_14 = 8 AND state = 'closed' THEN 'off_stock' ELSE 'seed_lot' END AS source_kind
  FROM numbered n
), ranked AS (
  -- Four lots for five sowings, so that some itineraries can be compared.
  SELECT w.*, 1 + CASE source_kind WHEN 'seed_lot' THEN rank_in_kind % least((SELECT count(*) FROM demo_source), ceil(0.8 * sowings_of_kind)::bigint) WHEN 'off_stock' THEN (rank_in_kind * 7 + 3) % (SELECT count(*) FROM demo_source)
                                   WHEN 'fresh_material' THEN rank_in_kind % (SELECT count(*) FROM fresh) ELSE rank_in_kind % (SELECT count(*) FROM test) END AS rank_of_source
  FROM (SELECT t.*, row_number() OVER (PARTITION BY source_kind ORDER BY j) - 1 AS rank_in_kind, count(*) OVER (PARTITION BY source_kind) AS sowings_of_kind FROM typed t) w
), sourced AS (
  SELECT r.*, coalesce(s.id_material, f.id_material, e.id_material) AS id_material, coalesce(s.id_dataset, f.id_dataset, e.id_dataset) AS dataset_of_source,
         coalesce(s.id_digitiser, f.id_digitiser, e.id_digitiser) AS digitiser_of_source, CASE WHEN source_kind = 'seed_lot' THEN s.id_seed_lot END AS id_seed_lot,
         CASE WHEN source_kind = 'seed_lot' THEN s.id_place END AS id_source_place, e.id_seed_test, s.free_from, s.seed_g,
         coalesce(s.is_spore, f.sort = 'sp', false) AS is_spore, coalesce(f.sort = 'bb', false) AS is_bulbil, f.base, e.date_end AS test_ended
  FROM ranked r
  LEFT JOIN demo_source s ON r.source_kind IN ('seed_lot', 'off_stock') AND s.rank = r.rank_of_source
  LEFT JOIN fresh f ON r.source_kind = 'fresh_material' AND f.rank = r.rank_of_source
  LEFT JOIN test e ON r.source_kind = 'seed_test' AND e.rank = r.rank_of_source
), sized AS (
  SELECT s.*, CASE source_kind WHEN 'seed_test' THEN 1 ELSE 1 + pg_temp.k(j, 603, 4) END AS replicates,
         CASE WHEN source_kind = 'seed_test' THEN 8 + pg_temp.k(j, 604, 12) WHEN pg_temp.u(j, 604) < 0.45 THEN NULL ELSE (ARRAY[10, 15, 20, 25, 30, 50])[1 + pg_temp.k(j, 605, 6)] END AS per_replicate,
         CASE WHEN is_bulbil THEN 'organ' WHEN is_spore THEN 'pinch' WHEN source_kind = 'off_stock' AND pg_temp.u(j, 606) < 0.4 THEN 'unknown_pinch' WHEN source_kind = 'seed_test' OR pg_temp.u(j, 606) < 0.91 THEN 'seed'
              WHEN pg_temp.u(j, 606) < 0.94 THEN 'fruit' WHEN pg_temp.u(j, 606) < 0.97 AND seed_g IS NOT NULL THEN 'g' ELSE 'pinch' END AS unit,
         -- Treatments: 1 cold, 2 GA3 then cold, 3 scarification and soaking, 4 warm then cold, 5 disinfection and KNO3.
         CASE WHEN source_kind IN ('seed_test', 'fresh_material') THEN 0 WHEN state = 'in_pretreatment' THEN (ARRAY[1, 2, 4])[1 + pg_temp.k(j, 607, 3)]
              WHEN pg_temp.u(j, 608) < 0.55 THEN 1 + pg_temp.k(j, 607, 5) ELSE 0 END AS treatment,
         greatest(2019, extract(year FROM free_from)::integer + (free_from >= make_date(extract(year FROM free_from)::integer, 9, 28))::integer) AS first_autumn
  FROM sourced s
), timed AS (
  SELECT s.*, (ARRAY[0, 56, 43, 1, 112, 1])[1 + treatment] AS days,
         CASE WHEN state IN ('draft', 'prepared') OR (state = 'cancelled' AND (j / 40) % 2 = 1) THEN NULL
              WHEN source_kind = 'fresh_material' THEN base + 5 + pg_temp.k(j, 610, 25)
              WHEN source_kind = 'seed_test' THEN test_ended + 1 + pg_temp.k(j, 610, 7)
              WHEN state = 'closed' THEN make_date(first_autumn + floor((2026 - first_autumn) * power(pg_temp.u(j, 611), 0.8))::integer, 10, 1) + pg_temp.k(j, 610, 150)
              WHEN state = 'emergence_ended' THEN DATE '2025-12-01' + pg_temp.k(j, 610, 110)
              WHEN state = 'overwintering' THEN DATE '2025-10-05' + pg_temp.k(j, 610, 90)
              WHEN state = 'emerging' THEN DATE '2026-09-20' + pg_temp.k(j, 610, 30) - (ARRAY[0, 56, 43, 1, 112, 1])[1 + treatment]
              WHEN state = 'sown' THEN DATE '2026-10-26' + pg_temp.k(j, 610, 22) - (ARRAY[0, 56, 43, 1, 112, 1])[1 + treatment]
              WHEN state = 'in_pretreatment' THEN DATE '2026-09-25' + pg_temp.k(j, 610, 45)
              ELSE DATE '2026-03-02' + pg_temp.k(j, 610, 60) END AS begun
  FROM sized s
), dated AS (
  SELECT t.*, CASE WHEN state NOT IN ('in_pretreatment', 'cancelled') THEN begun + days END AS sown_on, coalesce(begun, DATE '2026-11-02' + pg_temp.k(j, 612, 15)) AS planned_on
  FROM timed t
)
SELECT d.*, extract(year FROM coalesce(sown_on, planned_on))::integer AS year,
       row_number() OVER (PARTITION BY extract(year FROM coalesce(sown_on, planned_on)) ORDER BY coalesce(sown_on, planned_on), j) AS number,
       CASE WHEN dataset_of_source IN (1, 2, 7) THEN 2 ELSE dataset_of_source END AS id_dataset,
       CASE WHEN digitiser_of_source IN (13, 14) THEN digitiser_of_source ELSE (ARRAY[11, 11, 11, 12, 10])[1 + pg_temp.k(j, 613, 5)] END AS id_digitiser,
       (begun IS NOT NULL AND source_kind = 'seed_lot') AS is_debited
FROM dated d;

-- What each replicate receives: the number of seeds of a published sample (gcdata, then prosopis), or a round number.
CREATE TEMPORARY TABLE demo_replicate ON COMMIT DROP AS
SELECT s.j, r, CASE s.unit WHEN 'seed' THEN coalesce(s.per_replicate, (ARRAY[50, 51, 48, 51, 49, 47, 52, 51, 49, 50, 50, 50, 50, 50, 50, 50, 50])[1 + (s.j * 4 + r) % 17])
                           WHEN 'fruit' THEN 10 WHEN 'organ' THEN 8 END AS sown
FROM demo_sowing s JOIN generate_series(1, 4) AS r ON r <= s.replicates;

-- The quantity in its unit, and the seeds it stands for.
CREATE TEMPORARY TABLE demo_quantity ON COMMIT DROP AS
SELECT s.j, CASE s.unit WHEN 'unknown_pinch' THEN 'pinch' ELSE s.unit END AS unit,
       CASE s.unit WHEN 'seed' THEN 'counted' WHEN 'fruit' THEN 'counted' WHEN 'organ' THEN 'counted' WHEN 'g' THEN 'weighed' WHEN 'pinch' THEN 'estimated' ELSE 'unknown' END AS basis,
       CASE s.unit WHEN 'seed' THEN r.sown WHEN 'fruit' THEN r.sown WHEN 'organ' THEN r.sown WHEN 'g' THEN greatest(round(40 * s.replicates * s.seed_g, 4), 0.0001) WHEN 'pinch' THEN s.replicates END::numeric AS value,
       CASE s.unit WHEN 'fruit' THEN 4 WHEN 'g' THEN round(least(1 / s.seed_g, 1000000), 3) WHEN 'pinch' THEN 40 END::numeric AS per_unit,
       CASE s.unit WHEN 'seed' THEN r.sown WHEN 'fruit' THEN 4 * r.sown ELSE 40 * s.replicates END::integer AS seeds
FROM demo_sowing s JOIN (SELECT j, sum(sown) AS sown FROM demo_replicate GROUP BY j) r USING (j);
ANALYZE demo_sowing;
ANALYZE demo_replicate;
ANALYZE demo_quantity;

INSERT INTO pr_exsitu.t_sowings (uuid, code, id_dataset, id_material, source_kind, id_seed_lot, id_source_place, id_seed_test, off_stock_reason, state, objective, programme, sowing_date,
  sown_value, sown_unit, sown_basis, propagules_per_unit, id_nomenclature_method, depth_mm, id_nomenclature_watering, substrate, id_nomenclature_container, container_volume_ml, container_cells, container_count,
  covering, id_place, is_ambient, day_temperature, night_temperature, photoperiod_hours, light, expected_emergence_min, expected_emergence_max, next_count_due, people_text, remarks, id_digitiser, meta_create_date)
WITH nomenclature AS (
  SELECT t.mnemonique AS type, n.cd_nomenclature AS cd, n.id_nomenclature
  FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique IN ('EXS_SOWING_METHOD', 'EXS_WATERING_METHOD', 'EXS_SOWING_CONTAINER')
)
SELECT md5('sowing' || s.j)::uuid, format('S%s_%s', s.year, lpad(s.number::text, greatest(4, length(s.number::text)), '0')), s.id_dataset, s.id_material, s.source_kind, s.id_seed_lot, s.id_source_place, s.id_seed_test,
       CASE s.source_kind WHEN 'off_stock' THEN (ARRAY['Semences apportées par un visiteur, hors registre.', 'Reste de tri, jamais entré en stock.', 'Semis antérieur à la tenue du stock.'])[1 + pg_temp.k(s.j, 620, 3)] END,
       'draft', (ARRAY['multiplication', 'multiplication', 'multiplication', 'lot_renewal', 'reintroduction', 'emergence_test', 'collection', 'training'])[1 + pg_temp.k(s.j, 621, 8)],
       CASE WHEN pg_temp.u(s.j, 622) < 0.4 THEN (ARRAY['Renforcement des messicoles', 'Plan d''action flore alpine', 'Restauration de prairies', 'Jardin pédagogique'])[1 + pg_temp.k(s.j, 623, 4)] END,
       s.sown_on, q.value, q.unit, q.basis, q.per_unit, me.id_nomenclature, (ARRAY[0, 0, 2, 3, 5, 10])[1 + pg_temp.k(s.j, 624, 6)], wa.id_nomenclature,
       CASE pg_temp.k(s.j, 625, 5) WHEN 0 THEN '[{"component": "te", "percent": 60}, {"component": "sb", "percent": 20}, {"component": "pe", "percent": 20}]'::jsonb
         WHEN 1 THEN '[{"component": "te", "percent": 50}, {"component": "sb", "percent": 50}]' WHEN 2 THEN '[{"component": "tb", "percent": 40}, {"component": "pe", "percent": 30}, {"component": "ve", "percent": 30}]'
         WHEN 3 THEN '[{"component": "te", "mm": 40}, {"component": "ve", "mm": 5}]' END,
       co.id_nomenclature, (ARRAY[100, 250, 1000, 2500])[1 + pg_temp.k(s.j, 626, 4)], CASE WHEN pg_temp.u(s.j, 627) < 0.2 THEN 77 END, s.replicates,
       CASE WHEN pg_temp.u(s.j, 628) < 0.6 THEN (ARRAY['Vermiculite fine', 'Sable de rivière', 'Gravier fin'])[1 + pg_temp.k(s.j, 629, 3)] END,
       p.id_place, regime.day IS NULL, regime.day, regime.night, regime.light_hours, CASE WHEN regime.day IS NOT NULL THEN 'Tubes fluorescents' END,
       s.sown_on + 7 + pg_temp.k(s.j, 630, 10), s.sown_on + 50 + pg_temp.k(s.j, 631, 40),
       CASE WHEN s.state IN ('sown', 'emerging', 'overwintering') THEN DATE '2026-11-14' + pg_temp.k(s.j, 632, 16) WHEN s.state = 'in_pretreatment' THEN s.begun + s.days + 3 END,
       CASE WHEN pg_temp.u(s.j, 633) < 0.08 THEN 'Chantier école, lycée horticole' END,
       CASE WHEN pg_temp.u(s.j, 634) < 0.1 THEN (ARRAY['Semences très fines, mélangées à du sable sec.', 'Terrines posées sur nappe.', 'À protéger des limaces.'])[1 + pg_temp.k(s.j, 635, 3)] END,
       s.id_digitiser, (s.planned_on + TIME '08:30') AT TIME ZONE 'Europe/Paris'
FROM demo_sowing s JOIN demo_quantity q USING (j)
CROSS JOIN LATERAL (SELECT * FROM (VALUES (0, 20, 10, 12), (1, 22, 15, 16), (2, 15, 5, 10)) AS v (i, day, night, light_hours)) regimes
CROSS JOIN LATERAL (SELECT CASE WHEN pg_temp.u(s.j, 636) < 0.25 THEN regimes.day END AS day, CASE WHEN pg_temp.u(s.j, 636) < 0.25 THEN regimes.night END AS night, CASE WHEN pg_temp.u(s.j, 636) < 0.25 THEN regimes.light_hours END AS light_hours) regime
LEFT JOIN nomenclature me ON me.type = 'EXS_SOWING_METHOD' AND me.cd = CASE WHEN q.unit IN ('pinch', 'g') THEN 'alav' ELSE (ARRAY['indv', 'enp', 'enl', 'alav'])[1 + pg_temp.k(s.j, 637, 4)] END
LEFT JOIN nomenclature wa ON wa.type = 'EXS_WATERING_METHOD' AND wa.cd = (ARRAY['asp', 'cap', 'cap'])[1 + pg_temp.k(s.j, 638, 3)]
LEFT JOIN nomenclature co ON co.type = 'EXS_SOWING_CONTAINER' AND co.cd = (ARRAY['ter', 'ter', 'god', 'pot'])[1 + pg_temp.k(s.j, 639, 4)]
LEFT JOIN pr_exsitu.t_places p ON p.id_organism = CASE WHEN s.id_digitiser = 14 THEN 2 ELSE 1 END
  AND p.code = CASE WHEN s.id_digitiser = 14 THEN 'JB-SERRE-T' || 1 + pg_temp.k(s.j, 640, 2) WHEN pg_temp.u(s.j, 641) < 0.1 THEN 'CHASSIS' || 1 + pg_temp.k(s.j, 640, 2)
                    ELSE 'SERRE' || 1 + pg_temp.k(s.j, 642, 2) || '-T' || 1 + pg_temp.k(s.j, 640, 6) END
WHERE regimes.i = pg_temp.k(s.j, 643, 3)
ORDER BY s.year, s.number;
ANALYZE pr_exsitu.t_sowings;

INSERT INTO pr_exsitu.t_replicates (uuid, id_sowing, code, sown, id_place, id_digitiser, meta_create_date)
SELECT md5('sowing_replicate' || r.j || '-' || r.r)::uuid, s.id_sowing, chr(64 + r.r), r.sown, tray.id_place, s.id_digitiser, s.meta_create_date
FROM demo_replicate r JOIN pr_exsitu.t_sowings s ON s.uuid = md5('sowing' || r.j)::uuid
LEFT JOIN pr_exsitu.t_places bench ON bench.id_place = s.id_place
LEFT JOIN pr_exsitu.t_places tray ON pg_temp.u(r.j, 650) < 0.4 AND tray.id_organism = bench.id_organism AND tray.code = bench.code || '-P' || 1 + (pg_temp.k(r.j, 651, 8) + r.r) % 8
ORDER BY s.id_sowing, r.r;

INSERT INTO pr_exsitu.cor_sowing_people (id_sowing, id_role, uuid)
SELECT s.id_sowing, p.id_role, md5('sowing_person' || d.j || '-' || p.id_role)::uuid
FROM demo_sowing d JOIN pr_exsitu.t_sowings s ON s.uuid = md5('sowing' || d.j)::uuid
CROSS JOIN LATERAL (
  SELECT 14 AS id_role WHERE d.id_digitiser = 14
  UNION SELECT 11 WHERE d.id_digitiser <> 14 AND pg_temp.u(d.j, 660) < 0.85
  UNION SELECT 13 WHERE d.id_digitiser = 13 OR d.id_digitiser <> 14 AND pg_temp.u(d.j, 661) < 0.2
  UNION SELECT 12 WHERE d.id_digitiser <> 14 AND pg_temp.u(d.j, 662) < 0.15
) p
ORDER BY s.id_sowing, p.id_role;

INSERT INTO pr_exsitu.t_treatment_steps (uuid, id_sowing, rank, kind, product, tool, concentration, concentration_unit, day_temperature, night_temperature, photoperiod_hours, duration, duration_unit,
  medium, start_date, planned_end_date, end_date, quantity_treated, quantity_lost, id_actor, id_digitiser, meta_create_date)
SELECT md5('sowing_step' || d.j || '-' || v.rank)::uuid, s.id_sowing, v.rank, v.kind, v.product, v.tool, v.concentration, v.unit, v.temperature, v.temperature, CASE WHEN v.temperature IS NOT NULL THEN 0 END, v.duration, v.duration_unit,
       v.medium, d.begun + v.from_day, d.begun + v.to_day, CASE WHEN d.begun + v.to_day <= DATE '2026-11-20' AND (d.state <> 'cancelled' OR v.to_day <= 1) THEN d.begun + v.to_day END,
       CASE WHEN q.unit = 'seed' THEN q.seeds END, CASE WHEN q.unit = 'seed' AND d.state NOT IN ('draft', 'prepared', 'cancelled') AND pg_temp.u(d.j, 670) < 0.1 THEN 0 END,
       CASE WHEN d.id_digitiser = 14 THEN 14 ELSE 11 END, d.id_digitiser, s.meta_create_date
FROM demo_sowing d JOIN demo_quantity q USING (j) JOIN pr_exsitu.t_sowings s ON s.uuid = md5('sowing' || d.j)::uuid
JOIN (VALUES
  (1, 1, 'cold_stratification', NULL, NULL, NULL::numeric, NULL, 4::numeric, 8::numeric, 'week', 'Sable humide', 0, 56),
  (2, 1, 'hormone_or_salt', 'GA3', NULL, 400, 'mg_l', NULL, 24, 'hour', 'Solution', 0, 1),
  (2, 2, 'cold_stratification', NULL, NULL, NULL, NULL, 4, 6, 'week', 'Papier humide', 1, 43),
  (3, 1, 'mechanical_scarification', NULL, 'Scalpel', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0),
  (3, 2, 'soaking', 'Eau', NULL, NULL, NULL, 20, 24, 'hour', 'Eau tiède', 0, 1),
  (4, 1, 'warm_stratification', NULL, NULL, NULL, NULL, 20, 4, 'week', 'Vermiculite humide', 0, 28),
  (4, 2, 'cold_stratification', NULL, NULL, NULL, NULL, 4, 12, 'week', 'Vermiculite humide', 28, 112),
  (5, 1, 'sterilisation', 'Hypochlorite de sodium', NULL, 2.5, 'percent', NULL, 10, 'minute', NULL, 0, 0),
  (5, 2, 'hormone_or_salt', 'KNO3', NULL, 20, 'mmol_l', NULL, 24, 'hour', 'Solution', 0, 1)
) AS v (treatment, rank, kind, product, tool, concentration, unit, temperature, duration, duration_unit, medium, from_day, to_day) ON v.treatment = d.treatment
ORDER BY s.id_sowing, v.rank;
ANALYZE pr_exsitu.t_replicates, pr_exsitu.t_treatment_steps;

-- Through the states: prepared, then the debit with the first step or the sowing itself.
UPDATE pr_exsitu.t_sowings s SET state = 'prepared' FROM demo_sowing d WHERE s.uuid = md5('sowing' || d.j)::uuid AND d.state <> 'draft';

INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_actor, cause_type, cause_uuid, id_digitiser, meta_create_date)
SELECT md5('movement_sowing' || d.j)::uuid, md5('operation_sowing' || d.j)::uuid, d.id_seed_lot, d.id_source_place, 'sowing', -q.seeds,
       CASE q.unit WHEN 'seed' THEN 'counted' WHEN 'g' THEN 'weighed' ELSE 'estimated' END, d.begun, CASE WHEN d.id_digitiser = 14 THEN 14 ELSE 11 END,
       'sowing', md5('sowing' || d.j)::uuid, d.id_digitiser, (d.begun + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM demo_sowing d JOIN demo_quantity q USING (j)
WHERE d.is_debited
ORDER BY d.begun, d.j;

UPDATE pr_exsitu.t_sowings s SET state = 'in_pretreatment' FROM demo_sowing d
WHERE s.uuid = md5('sowing' || d.j)::uuid AND (d.state = 'in_pretreatment' OR (d.begun IS NOT NULL AND d.treatment > 0) OR (d.state = 'cancelled' AND d.begun IS NOT NULL));

-- Some were cancelled afterwards: the seeds come back to their box.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_actor, cause_type, cause_uuid, id_reversed, reason, id_digitiser, meta_create_date)
SELECT md5('movement_reversal' || o.uuid)::uuid, md5('operation_reversal' || o.uuid_operation)::uuid, o.id_seed_lot, o.id_place, 'reversal', -o.seeds, o.basis, o.effective_date, o.id_actor, o.cause_type, o.cause_uuid,
       o.id_stock_movement, 'Semis annulé : semences sèches remises au froid.', o.id_digitiser, o.meta_create_date + INTERVAL '3 days'
FROM demo_sowing d JOIN pr_exsitu.t_stock_movements o ON o.uuid = md5('movement_sowing' || d.j)::uuid
WHERE d.state = 'cancelled'
ORDER BY o.id_stock_movement;
UPDATE pr_exsitu.t_sowings s SET state = 'cancelled' FROM demo_sowing d WHERE s.uuid = md5('sowing' || d.j)::uuid AND d.state = 'cancelled';

UPDATE pr_exsitu.t_sowings s SET state = 'sown' FROM demo_sowing d
WHERE s.uuid = md5('sowing' || d.j)::uuid AND d.state IN ('sown', 'emerging', 'overwintering', 'emergence_ended', 'closed');

ANALYZE pr_exsitu.t_sowings, pr_exsitu.cor_sowing_people, pr_exsitu.t_stock_movements;
