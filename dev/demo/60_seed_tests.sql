-- Seed tests: one for three lots. A lot in store for long has three of them at different ages, and germinates
-- less and less; nearly all are finished, with every seed accounted for and classed: germinated or opened at
-- the end. Some are tetrazolium, cut or X-ray tests, some run with a count due, some are second chances. One
-- single test in five germinates exactly as a published sample of 50 seeds (prosopis).
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

-- Emergence day after day: GerminaR prosopis, rows 1, 2, 3, 4, 7, 9, 17 and 19, 50 seeds a dish.
CREATE TEMPORARY TABLE demo_course ON COMMIT DROP AS
SELECT p.course, 50 AS sown, d.day::integer, d.emerged, sum(d.emerged) OVER (PARTITION BY p.course ORDER BY d.day)::integer AS so_far
FROM (VALUES
  (1, ARRAY[39, 8, 3, 0, 0, 0, 0, 0, 0, 0]), (2, ARRAY[40, 9, 1, 0, 0, 0, 0, 0, 0, 0]), (3, ARRAY[34, 16, 0, 0, 0, 0, 0, 0, 0, 0]), (4, ARRAY[43, 7, 0, 0, 0, 0, 0, 0, 0, 0]),
  (5, ARRAY[50, 0, 0, 0, 0, 0, 0, 0, 0, 0]), (6, ARRAY[10, 37, 1, 2, 0, 0, 0, 0, 0, 0]), (7, ARRAY[0, 22, 20, 6, 0, 0, 0, 0, 0, 0]), (8, ARRAY[3, 27, 6, 11, 0, 0, 0, 0, 0, 0])
) AS p (course, days)
CROSS JOIN LATERAL unnest(p.days) WITH ORDINALITY AS d (emerged, day);

-- Lots that can give 110 seeds or more from one place, whatever was taken since the first day they may be taken:
-- nothing is entered before a stock-take. Those that give 330 for six years are tested three times.
CREATE TEMPORARY TABLE demo_test ON COMMIT DROP AS
WITH ledger AS (
  SELECT v.*, max(v.effective_date) FILTER (WHERE v.observed_seeds IS NOT NULL) OVER place AS last_take, min(v.effective_date) OVER place AS first_day
  FROM pr_exsitu.v_stock_ledger v WINDOW place AS (PARTITION BY v.id_seed_lot, v.id_place)
), offer AS (
  SELECT id_seed_lot, id_place, greatest(min(first_day), min(last_take)) AS free_from, min(running_seeds) FILTER (WHERE closes_day AND (last_take IS NULL OR effective_date >= last_take)) AS least_left
  FROM ledger GROUP BY id_seed_lot, id_place HAVING bool_and(is_known) FILTER (WHERE is_last)
), lot AS (
  SELECT DISTINCT ON (l.id_seed_lot) l.id_seed_lot, l.id_dataset, l.id_digitiser, o.id_place, greatest(o.free_from + 20, DATE '2003-01-15') AS free_from, l.packaging_date, o.least_left - l.archive_reserve AS budget,
         hashint8extended(substring(l.code FROM 2 FOR 4)::bigint * 1000000 + substring(l.code FROM 7)::bigint, 501) AS draw
  FROM offer o JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE o.least_left - l.archive_reserve >= 110 AND o.free_from <= DATE '2026-04-30' AND l.status IN ('active', 'to_retest')
  ORDER BY l.id_seed_lot, o.least_left DESC, o.id_place
), chosen AS (
  SELECT l.*, row_number() OVER (ORDER BY draw, id_seed_lot) AS q FROM lot l
), followed AS (
  SELECT c.*, CASE WHEN budget >= 330 AND free_from <= DATE '2020-06-30' AND q % 5 < 3 THEN 3 WHEN budget >= 220 AND free_from <= DATE '2023-06-30' AND q % 2 = 0 THEN 2 ELSE 1 END AS times
  FROM chosen c WHERE q <= greatest(8, round(0.19 * coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481)))
), test AS (
  SELECT f.*, i, row_number() OVER (ORDER BY q, i) AS t, (i = times) AS is_last FROM followed f CROSS JOIN LATERAL generate_series(1, f.times) AS i
), sized AS (
  SELECT x.*, CASE WHEN is_last AND q % 24 = 5 THEN 'running' WHEN is_last AND q % 60 = 7 THEN 'draft' WHEN is_last AND q % 60 = 9 THEN 'cancelled' ELSE 'finished' END AS state,
         CASE WHEN i < times OR pg_temp.u(t, 512) < 0.78 THEN 'germination' WHEN pg_temp.u(t, 512) < 0.9 THEN 'tetrazolium' WHEN pg_temp.u(t, 512) < 0.97 THEN 'cut' ELSE 'x_ray' END AS kind,
         (times = 1 AND pg_temp.u(q, 506) < 0.2) AS is_published, 3 + pg_temp.k(t, 505, 4) AS pace
  FROM test x
), dished AS (
  SELECT s.*, CASE WHEN kind <> 'germination' THEN 2 WHEN pg_temp.u(t, 502) < 0.7 THEN 4 ELSE 2 + pg_temp.k(t, 513, 2) END AS replicates,
         CASE WHEN kind = 'germination' AND times = 1 AND budget >= 220 AND pg_temp.u(t, 502) < 0.25 THEN 50 ELSE 25 END AS per_replicate,
         (kind = 'germination' AND pg_temp.u(q, 503) < 0.4) AS is_stratified, 28 * (1 + pg_temp.k(q, 504, 2)) AS cold_days
  FROM sized s
), dated AS (
  SELECT d.*, CASE WHEN state <> 'finished' THEN DATE '2026-10-20' + pg_temp.k(t, 508, 20)
              WHEN times > 1 THEN free_from + ((DATE '2026-06-30' - free_from) * (0.02 + 0.9 * (i - 1) / (times - 1) + 0.08 * pg_temp.u(t, 508)))::integer
              ELSE DATE '2026-06-30' - floor((DATE '2026-06-30' - free_from) * power(pg_temp.u(t, 508), 1.6))::integer END AS started
  FROM dished d
), aged AS (
  SELECT d.*, extract(year FROM started)::integer AS year, started + CASE WHEN is_stratified AND state = 'finished' THEN cold_days ELSE 0 END AS sprouting_from,
         -- Seeds die: from a quality of their own, at a pace of their own.
         CASE WHEN is_published THEN 1.0 ELSE (0.55 + 0.45 * sqrt(pg_temp.u(q, 507))) * exp(-(0.005 + 0.055 * power(pg_temp.u(q, 514), 2)) * greatest(started - coalesce(packaging_date, free_from), 0) / 365.25) END AS vigour
  FROM dated d
)
SELECT a.*, row_number() OVER (PARTITION BY year ORDER BY started, t) AS number,
       CASE kind WHEN 'germination' THEN sprouting_from + 10 * pace + 3 + pg_temp.k(t, 509, 7) ELSE started + 2 + pg_temp.k(t, 509, 5) END AS ended
FROM aged a;
ANALYZE demo_test;

INSERT INTO pr_exsitu.t_seed_tests (uuid, code, id_dataset, id_seed_lot, id_source_place, kind, purpose, state, seeds, date_start, id_place, support, substrate_note, regimes, next_count_due, remarks, id_digitiser, meta_create_date)
SELECT md5('seed_test' || t.t)::uuid, format('T%s_%s', t.year, lpad(t.number::text, greatest(4, length(t.number::text)), '0')), t.id_dataset, t.id_seed_lot, t.id_place, t.kind,
       CASE WHEN t.started - t.packaging_date < 400 THEN 'initial' WHEN t.times = 1 AND t.is_stratified THEN 'dormancy' WHEN t.times = 1 AND pg_temp.u(t.t, 510) < 0.06 THEN 'practice' ELSE 'monitoring' END,
       'draft', t.replicates * t.per_replicate, CASE WHEN t.state <> 'draft' THEN t.started END, p.id_place,
       CASE WHEN t.kind IN ('germination', 'tetrazolium') THEN (ARRAY['filter_paper', 'filter_paper', 'agar', 'agar', 'rolled_paper', 'sand'])[1 + pg_temp.k(t.q, 515, 6)] END,
       CASE WHEN t.kind = 'germination' AND pg_temp.k(t.q, 515, 6) IN (2, 3) THEN 'Gélose à 1 %' END,
       CASE WHEN t.kind = 'germination' THEN (CASE WHEN t.is_stratified THEN jsonb_build_array(jsonb_build_object('from_day', 0, 'day_temperature', 4, 'night_temperature', 4, 'photoperiod_hours', 0)) ELSE '[]' END
         || jsonb_build_array(jsonb_build_object('from_day', CASE WHEN t.is_stratified THEN t.cold_days ELSE 0 END, 'day_temperature', (ARRAY[20, 22, 15])[1 + pg_temp.k(t.q, 516, 3)],
                                                 'night_temperature', (ARRAY[10, 15, 5])[1 + pg_temp.k(t.q, 516, 3)], 'photoperiod_hours', 12, 'light', 'Tubes fluorescents'))) END,
       CASE WHEN t.state = 'running' THEN DATE '2026-11-14' + pg_temp.k(t.t, 517, 14) END,
       CASE WHEN t.state = 'cancelled' THEN 'Étuve en panne, test remis.' END, t.id_digitiser, (t.started + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM demo_test t
LEFT JOIN pr_exsitu.t_places p ON t.kind = 'germination' AND t.id_digitiser <> 14 AND p.id_organism = 1 AND p.code = (ARRAY['ETUVE1', 'ETUVE1', 'ETUVE2'])[1 + pg_temp.k(t.t, 511, 3)]
ORDER BY t.year, t.number;
ANALYZE pr_exsitu.t_seed_tests;

INSERT INTO pr_exsitu.cor_seed_test_people (id_seed_test, id_role, uuid)
SELECT s.id_seed_test, p.id_role, md5('seed_test_person' || t.t || '-' || p.id_role)::uuid
FROM demo_test t JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test' || t.t)::uuid
CROSS JOIN LATERAL (
  SELECT 14 AS id_role WHERE t.id_digitiser = 14
  UNION SELECT 11 WHERE t.id_digitiser <> 14 AND pg_temp.u(t.t, 518) < 0.8
  UNION SELECT 13 WHERE t.id_digitiser <> 14 AND pg_temp.u(t.t, 519) < 0.15
) p
ORDER BY s.id_seed_test, p.id_role;

CREATE TEMPORARY TABLE demo_dish ON COMMIT DROP AS
SELECT t.t, r, t.q, s.id_seed_test, t.kind, t.state, t.is_stratified, t.per_replicate AS sown, t.id_digitiser, t.vigour, t.pace, t.sprouting_from, t.ended, s.meta_create_date
FROM demo_test t JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test' || t.t)::uuid JOIN generate_series(1, 4) AS r ON r <= t.replicates;
ANALYZE demo_dish;

INSERT INTO pr_exsitu.t_replicates (uuid, id_seed_test, code, sown, id_digitiser, meta_create_date)
SELECT md5('test_replicate' || t || '-' || r)::uuid, id_seed_test, chr(64 + r), sown, id_digitiser, meta_create_date FROM demo_dish
ORDER BY id_seed_test, r;
ANALYZE pr_exsitu.t_replicates;

INSERT INTO pr_exsitu.t_treatment_steps (uuid, id_seed_test, rank, kind, product, tool, concentration, concentration_unit, day_temperature, night_temperature, photoperiod_hours, duration, duration_unit,
  medium, start_date, planned_end_date, end_date, quantity_treated, id_actor, id_digitiser, meta_create_date)
SELECT md5('test_step' || t.t || '-' || v.rank)::uuid, s.id_seed_test, v.rank, v.kind, v.product, v.tool, v.concentration, v.unit, v.temperature, v.temperature, v.light, v.duration, v.duration_unit,
       v.medium, t.started, t.started + v.days, CASE WHEN t.state = 'finished' OR v.days = 0 THEN t.started + v.days END, s.seeds, CASE WHEN t.id_digitiser = 14 THEN 14 ELSE 11 END, t.id_digitiser, s.meta_create_date
FROM demo_test t JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test' || t.t)::uuid
CROSS JOIN LATERAL (
  SELECT 1 AS rank, 'sterilisation' AS kind, 'Hypochlorite de sodium' AS product, NULL AS tool, 2.5 AS concentration, 'percent' AS unit, NULL::numeric AS temperature, NULL::numeric AS light, 10 AS duration, 'minute' AS duration_unit,
         NULL AS medium, 0 AS days
  UNION ALL
  SELECT 2, 'cold_stratification', NULL, NULL, NULL, NULL, 4, 0, t.cold_days / 7, 'week', 'Papier humide', t.cold_days
) v
WHERE t.is_stratified AND t.state IN ('running', 'finished')
ORDER BY s.id_seed_test, v.rank;
ANALYZE pr_exsitu.t_treatment_steps;

INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_actor, cause_type, cause_uuid, id_digitiser, meta_create_date)
SELECT md5('movement_test' || t.t)::uuid, md5('operation_test' || t.t)::uuid, t.id_seed_lot, t.id_place, CASE t.kind WHEN 'germination' THEN 'germination_test' ELSE 'viability_test' END, -t.replicates * t.per_replicate, 'counted', t.started,
       CASE WHEN t.id_digitiser = 14 THEN 14 ELSE 11 END, 'seed_test', md5('seed_test' || t.t)::uuid, t.id_digitiser, (t.started + TIME '09:30') AT TIME ZONE 'Europe/Paris'
FROM demo_test t WHERE t.state IN ('running', 'finished')
ORDER BY t.started, t.t;

UPDATE pr_exsitu.t_seed_tests s SET state = CASE t.state WHEN 'cancelled' THEN 'cancelled' ELSE 'running' END
FROM demo_test t WHERE s.uuid = md5('seed_test' || t.t)::uuid AND t.state <> 'draft';

-- The visits that say something: those with germination, the one before the first, the last, where what did not
-- germinate is opened; only that one in a tetrazolium, cut or X-ray test.
CREATE TEMPORARY TABLE demo_count ON COMMIT DROP AS
WITH course AS (
  SELECT d.*, c.day, floor(c.so_far * d.sown / 50.0 * d.vigour)::integer AS so_far
  FROM demo_dish d JOIN demo_course c ON c.course = 1 + (d.q * 4 + r) % 8
  WHERE d.kind = 'germination' AND d.state IN ('running', 'finished') AND NOT (d.is_stratified AND d.state = 'running')
), visit AS (
  SELECT c.*, c.sprouting_from + c.day * c.pace AS day_of_visit, c.so_far - lag(c.so_far, 1, 0) OVER in_order AS emerged, lead(c.so_far) OVER in_order AS next_so_far
  FROM course c WINDOW in_order AS (PARTITION BY c.t, c.r ORDER BY c.day)
)
SELECT t, r, kind, day_of_visit, emerged, NULL::integer AS dissected, NULL::integer AS so_far, id_digitiser FROM visit
WHERE day_of_visit <= DATE '2026-11-20' AND (emerged > 0 OR day = 10 OR (so_far = 0 AND next_so_far > 0))
UNION ALL
SELECT t, r, kind, ended, NULL, sown - so_far, so_far, id_digitiser FROM visit WHERE state = 'finished' AND day = 10
UNION ALL
SELECT t, r, kind, ended, NULL, sown, floor(sown * vigour)::integer, id_digitiser FROM demo_dish WHERE kind <> 'germination' AND state = 'finished';
ANALYZE demo_count;

INSERT INTO pr_exsitu.t_counts (uuid, uuid_operation, id_replicate, count_date, emerged, dissected, id_observer, remarks, id_digitiser, meta_create_date)
SELECT md5('test_count' || e.t || '-' || e.r || '-' || e.day_of_visit)::uuid, md5('test_visit' || e.t || '-' || e.day_of_visit)::uuid, rep.id_replicate, e.day_of_visit, e.emerged, e.dissected,
       CASE WHEN e.id_digitiser = 14 THEN 14 ELSE (ARRAY[11, 13])[1 + (pg_temp.u(e.t, 520) < 0.25)::integer] END,
       CASE WHEN e.dissected > 5 AND e.r = 1 AND e.kind = 'germination' AND pg_temp.u(e.t, 522) < 0.3 THEN (ARRAY['Semences fermes et blanches : dormantes.', 'Surtout des semences vides.', 'Moisies pour la plupart.'])[1 + pg_temp.k(e.t, 521, 3)] END,
       e.id_digitiser, (e.day_of_visit + TIME '10:30') AT TIME ZONE 'Europe/Paris'
FROM demo_count e JOIN pr_exsitu.t_replicates rep ON rep.uuid = md5('test_replicate' || e.t || '-' || e.r)::uuid
ORDER BY e.day_of_visit, e.t, e.r;
ANALYZE pr_exsitu.t_counts, pr_exsitu.t_replicate_tallies;

-- The last class of each kind takes what the others leave.
INSERT INTO pr_exsitu.t_count_classes (id_count, class, seeds, uuid)
SELECT c.id_count, v.class, v.seeds, md5('test_class' || e.t || '-' || e.r || '-' || v.class)::uuid
FROM demo_count e JOIN pr_exsitu.t_counts c ON c.uuid = md5('test_count' || e.t || '-' || e.r || '-' || e.day_of_visit)::uuid
CROSS JOIN LATERAL (
  SELECT floor(e.so_far * 0.08 * pg_temp.u(e.t * 4 + e.r, 523))::integer AS abnormal, floor(e.dissected * 0.7 * pg_temp.u(e.t, 524))::integer AS fresh,
         floor(e.dissected * 0.2 * pg_temp.u(e.t * 4 + e.r, 525))::integer AS empty, floor(e.dissected * 0.1 * pg_temp.u(e.t * 4 + e.r, 526))::integer AS infested,
         floor((e.dissected - e.so_far) * 0.3)::integer AS partly
) n
CROSS JOIN LATERAL (
  SELECT * FROM (VALUES ('normal', e.so_far - n.abnormal), ('abnormal', n.abnormal), ('fresh', n.fresh), ('empty', n.empty), ('infested', n.infested), ('dead', e.dissected - n.fresh - n.empty - n.infested)) AS g (class, seeds)
  WHERE e.kind = 'germination'
  UNION ALL SELECT * FROM (VALUES ('stained', e.so_far), ('partly_stained', n.partly), ('unstained', e.dissected - e.so_far - n.partly)) AS z (class, seeds) WHERE e.kind = 'tetrazolium'
  UNION ALL SELECT * FROM (VALUES ('full', e.so_far), ('immature', n.partly), ('empty', e.dissected - e.so_far - n.partly)) AS x (class, seeds) WHERE e.kind IN ('cut', 'x_ray')
) v
WHERE e.dissected IS NOT NULL AND v.seeds > 0
ORDER BY c.id_count, v.class;
ANALYZE pr_exsitu.t_count_classes;

CREATE TEMPORARY TABLE demo_ended ON COMMIT DROP AS
SELECT t.t, s.id_seed_test, t.ended, y.emerged, s.seeds - y.emerged AS not_emerged, CASE t.kind WHEN 'germination' THEN y.emerged ELSE y.alive END::numeric / s.seeds AS rate, t.kind
FROM demo_test t JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test' || t.t)::uuid
JOIN (SELECT rep.id_seed_test, coalesce(sum(a.emerged), 0) AS emerged FROM pr_exsitu.t_replicates rep JOIN pr_exsitu.t_replicate_tallies a USING (id_replicate) WHERE rep.id_seed_test IS NOT NULL GROUP BY rep.id_seed_test) a USING (id_seed_test)
CROSS JOIN LATERAL (SELECT a.emerged::integer AS emerged, (SELECT coalesce(sum(e.so_far), 0) FROM demo_count e WHERE e.t = t.t)::integer AS alive) y
WHERE t.state = 'finished';
ANALYZE demo_ended;

UPDATE pr_exsitu.t_seed_tests s SET state = 'finished', date_end = e.ended,
  conclusion = CASE WHEN e.kind <> 'germination' THEN CASE WHEN e.rate >= 0.75 THEN 'Semences viables pour la plupart.' WHEN e.rate >= 0.4 THEN 'Viabilité moyenne.' ELSE 'Peu de semences viables.' END
                    WHEN e.rate >= 0.75 THEN 'Bonne faculté germinative.' WHEN e.rate >= 0.4 THEN 'Germination moyenne, à suivre.' ELSE 'Germination faible : dormance probable, à reprendre avec une stratification froide.' END
FROM demo_ended e WHERE s.id_seed_test = e.id_seed_test;

-- Second chances: what did not germinate goes through a winter, and is counted once more.
CREATE TEMPORARY TABLE demo_again ON COMMIT DROP AS
SELECT e.t, p.*, e.ended + 5 AS started, e.ended + 5 + 56 + 30 AS again_ended, extract(year FROM e.ended + 5)::integer AS year, e.not_emerged, floor(e.not_emerged * (0.2 + 0.5 * pg_temp.u(e.t, 530)))::integer AS again_emerged,
       (SELECT count(*) FROM demo_test o WHERE o.year = extract(year FROM e.ended + 5)) + row_number() OVER (PARTITION BY extract(year FROM e.ended + 5) ORDER BY e.ended, e.t) AS number
FROM demo_ended e JOIN pr_exsitu.t_seed_tests p USING (id_seed_test)
WHERE e.kind = 'germination' AND e.not_emerged BETWEEN 20 AND 80 AND e.ended <= DATE '2026-08-01' AND pg_temp.u(e.t, 531) < 0.06;
ANALYZE demo_again;

INSERT INTO pr_exsitu.t_seed_tests (uuid, code, id_dataset, id_seed_lot, kind, purpose, state, id_parent_test, seeds, date_start, id_place, support, regimes, id_digitiser, meta_create_date)
SELECT md5('seed_test_again' || a.t)::uuid, format('T%s_%s', a.year, lpad(a.number::text, greatest(4, length(a.number::text)), '0')), a.id_dataset, a.id_seed_lot, 'germination', 'dormancy', 'draft', a.id_seed_test, a.not_emerged, a.started, a.id_place, a.support,
       '[{"from_day": 0, "day_temperature": 4, "night_temperature": 4, "photoperiod_hours": 0}, {"from_day": 56, "day_temperature": 20, "night_temperature": 10, "photoperiod_hours": 12}]', a.id_digitiser, (a.started + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM demo_again a ORDER BY a.year, a.number;

INSERT INTO pr_exsitu.t_replicates (uuid, id_seed_test, code, sown, id_digitiser, meta_create_date)
SELECT md5('test_replicate_again' || a.t)::uuid, s.id_seed_test, 'A', a.not_emerged, a.id_digitiser, s.meta_create_date
FROM demo_again a JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test_again' || a.t)::uuid ORDER BY s.id_seed_test;

INSERT INTO pr_exsitu.t_treatment_steps (uuid, id_seed_test, rank, kind, day_temperature, night_temperature, photoperiod_hours, duration, duration_unit, medium, start_date, planned_end_date, end_date, quantity_treated, id_actor, id_digitiser, meta_create_date)
SELECT md5('test_step_again' || a.t)::uuid, s.id_seed_test, 1, 'cold_stratification', 4, 4, 0, 8, 'week', 'Papier humide', a.started, a.started + 56, a.started + 56, a.not_emerged, CASE WHEN a.id_digitiser = 14 THEN 14 ELSE 11 END, a.id_digitiser, s.meta_create_date
FROM demo_again a JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test_again' || a.t)::uuid ORDER BY s.id_seed_test;

UPDATE pr_exsitu.t_seed_tests s SET state = 'running' FROM demo_again a WHERE s.uuid = md5('seed_test_again' || a.t)::uuid;

INSERT INTO pr_exsitu.t_counts (uuid, uuid_operation, id_replicate, count_date, emerged, dissected, id_observer, id_digitiser, meta_create_date)
SELECT md5('test_count_again' || a.t || '-' || v.day)::uuid, md5('test_visit_again' || a.t || '-' || v.day)::uuid, r.id_replicate, a.started + v.day, v.emerged, v.dissected, CASE WHEN a.id_digitiser = 14 THEN 14 ELSE 11 END,
       a.id_digitiser, (a.started + v.day + TIME '10:30') AT TIME ZONE 'Europe/Paris'
FROM demo_again a JOIN pr_exsitu.t_replicates r ON r.uuid = md5('test_replicate_again' || a.t)::uuid
CROSS JOIN LATERAL (VALUES (66, a.again_emerged / 2, NULL::integer), (76, a.again_emerged - a.again_emerged / 2, NULL), (86, NULL, a.not_emerged - a.again_emerged)) AS v (day, emerged, dissected)
ORDER BY a.started + v.day, a.t;

INSERT INTO pr_exsitu.t_count_classes (id_count, class, seeds, uuid)
SELECT c.id_count, v.class, v.seeds, md5('test_class_again' || a.t || '-' || v.class)::uuid
FROM demo_again a JOIN pr_exsitu.t_counts c ON c.uuid = md5('test_count_again' || a.t || '-86')::uuid
CROSS JOIN LATERAL (VALUES ('normal', a.again_emerged), ('dead', a.not_emerged - a.again_emerged)) AS v (class, seeds)
WHERE v.seeds > 0
ORDER BY c.id_count, v.class;

UPDATE pr_exsitu.t_seed_tests s SET state = 'finished', date_end = a.again_ended, conclusion = 'Dormance levée en partie par le froid.'
FROM demo_again a WHERE s.uuid = md5('seed_test_again' || a.t)::uuid;

ANALYZE pr_exsitu.t_seed_tests, pr_exsitu.t_replicates, pr_exsitu.t_treatment_steps, pr_exsitu.t_counts, pr_exsitu.t_count_classes, pr_exsitu.t_replicate_tallies;
