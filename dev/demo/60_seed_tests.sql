-- Germination tests: one lot in twelve, nearly all finished, with every seed accounted for: germinated or
-- opened at the end. One test in five germinates exactly as a published sample of 50 seeds (prosopis).
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

-- Lots that can give 200 seeds from one place, whatever was taken since the first day they may be taken:
-- nothing is entered before a stock-take.
CREATE TEMPORARY TABLE demo_test ON COMMIT DROP AS
WITH ledger AS (
  SELECT v.*, max(v.effective_date) FILTER (WHERE v.observed_seeds IS NOT NULL) OVER place AS last_take, min(v.effective_date) OVER place AS first_day
  FROM pr_exsitu.v_stock_ledger v WINDOW place AS (PARTITION BY v.id_seed_lot, v.id_place)
), offer AS (
  SELECT id_seed_lot, id_place, greatest(min(first_day), min(last_take)) AS free_from, min(running_seeds) FILTER (WHERE closes_day AND (last_take IS NULL OR effective_date >= last_take)) AS least_left
  FROM ledger GROUP BY id_seed_lot, id_place HAVING bool_and(is_known) FILTER (WHERE is_last)
), lot AS (
  SELECT DISTINCT ON (l.id_seed_lot) l.id_seed_lot, l.id_dataset, l.id_digitiser, o.id_place, o.free_from, l.packaging_date,
         hashint8extended(substring(l.code FROM 2 FOR 4)::bigint * 1000000 + substring(l.code FROM 7)::bigint, 501) AS draw
  FROM offer o JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE o.least_left - l.archive_reserve >= 210 AND o.free_from <= DATE '2026-04-30' AND l.status IN ('active', 'to_retest')
  ORDER BY l.id_seed_lot, o.least_left DESC, o.id_place
), chosen AS (
  SELECT l.*, row_number() OVER (ORDER BY draw, id_seed_lot) AS t FROM lot l
), sized AS (
  SELECT c.*, CASE WHEN t % 24 = 5 THEN 'running' WHEN t % 60 = 7 THEN 'draft' WHEN t % 60 = 9 THEN 'cancelled' ELSE 'finished' END AS state,
         CASE WHEN pg_temp.u(t, 502) < 0.55 THEN 4 WHEN pg_temp.u(t, 502) < 0.75 THEN 2 ELSE 4 END AS replicates,
         CASE WHEN pg_temp.u(t, 502) < 0.75 THEN 25 ELSE 50 END AS per_replicate,
         (pg_temp.u(t, 503) < 0.4) AS is_stratified, 28 * (1 + pg_temp.k(t, 504, 2)) AS cold_days, 1 + pg_temp.k(t, 505, 3) AS pace,
         CASE WHEN pg_temp.u(t, 506) < 0.2 THEN 1.0 ELSE 0.25 + 0.75 * sqrt(pg_temp.u(t, 507)) END AS vigour
  FROM chosen c
  WHERE t <= greatest(8, round(0.0862 * coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481)))
), dated AS (
  SELECT s.*, CASE WHEN state IN ('running', 'draft', 'cancelled') THEN DATE '2026-10-20' + pg_temp.k(t, 508, 20)
              ELSE DATE '2026-08-15' - floor((DATE '2026-08-15' - greatest(free_from + 20, DATE '2003-01-15')) * power(pg_temp.u(t, 508), 1.6))::integer END AS started
  FROM sized s
)
SELECT d.*, extract(year FROM started)::integer AS year, row_number() OVER (PARTITION BY extract(year FROM started) ORDER BY started, t) AS number,
       started + CASE WHEN is_stratified AND state = 'finished' THEN cold_days ELSE 0 END AS sprouting_from,
       started + CASE WHEN is_stratified AND state = 'finished' THEN cold_days ELSE 0 END + 10 * pace + 3 + pg_temp.k(t, 509, 7) AS ended
FROM dated d;
ANALYZE demo_test;

INSERT INTO pr_exsitu.t_seed_tests (uuid, code, id_dataset, id_seed_lot, id_source_place, kind, purpose, state, seeds, date_start, id_place, remarks, id_digitiser, meta_create_date)
SELECT md5('seed_test' || t.t)::uuid, format('T%s_%s', t.year, lpad(t.number::text, greatest(4, length(t.number::text)), '0')), t.id_dataset, t.id_seed_lot, t.id_place, 'germination',
       CASE WHEN t.started - t.packaging_date < 400 THEN 'initial' WHEN t.is_stratified THEN 'dormancy' WHEN pg_temp.u(t.t, 510) < 0.06 THEN 'practice' ELSE 'monitoring' END,
       'draft', t.replicates * t.per_replicate, CASE WHEN t.state <> 'draft' THEN t.started END, p.id_place,
       CASE WHEN t.state = 'cancelled' THEN 'Étuve en panne, test remis.' END, t.id_digitiser, (t.started + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM demo_test t
LEFT JOIN pr_exsitu.t_places p ON t.id_digitiser <> 14 AND p.id_organism = 1 AND p.code = (ARRAY['ETUVE1', 'ETUVE1', 'ETUVE2'])[1 + pg_temp.k(t.t, 511, 3)]
ORDER BY t.year, t.number;
ANALYZE pr_exsitu.t_seed_tests;

INSERT INTO pr_exsitu.t_replicates (uuid, id_seed_test, code, sown, id_digitiser, meta_create_date)
SELECT md5('test_replicate' || t.t || '-' || r)::uuid, s.id_seed_test, chr(64 + r), t.per_replicate, t.id_digitiser, s.meta_create_date
FROM demo_test t JOIN pr_exsitu.t_seed_tests s ON s.uuid = md5('seed_test' || t.t)::uuid
JOIN generate_series(1, 4) AS r ON r <= t.replicates
ORDER BY s.id_seed_test, r;
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
SELECT md5('movement_test' || t.t)::uuid, md5('operation_test' || t.t)::uuid, t.id_seed_lot, t.id_place, 'germination_test', -t.replicates * t.per_replicate, 'counted', t.started,
       CASE WHEN t.id_digitiser = 14 THEN 14 ELSE 11 END, 'seed_test', md5('seed_test' || t.t)::uuid, t.id_digitiser, (t.started + TIME '09:30') AT TIME ZONE 'Europe/Paris'
FROM demo_test t WHERE t.state IN ('running', 'finished')
ORDER BY t.started, t.t;

UPDATE pr_exsitu.t_seed_tests s SET state = CASE t.state WHEN 'cancelled' THEN 'cancelled' ELSE 'running' END
FROM demo_test t WHERE s.uuid = md5('seed_test' || t.t)::uuid AND t.state <> 'draft';

-- The visits that say something: those with germination, the one before the first, the last.
INSERT INTO pr_exsitu.t_counts (uuid, uuid_operation, id_replicate, count_date, emerged, dissected, id_observer, remarks, id_digitiser, meta_create_date)
WITH course AS (
  SELECT t.t, r, t.pace, t.sprouting_from, t.ended, t.state, t.per_replicate, t.id_digitiser, c.day,
         floor(c.so_far * t.per_replicate / 50.0 * t.vigour)::integer AS so_far
  FROM demo_test t JOIN generate_series(1, 4) AS r ON r <= t.replicates
  JOIN demo_course c ON c.course = 1 + (t.t * 4 + r) % 8
  WHERE t.state IN ('running', 'finished') AND NOT (t.is_stratified AND t.state = 'running')
), visit AS (
  SELECT c.*, c.sprouting_from + c.day * c.pace AS day_of_visit, c.so_far - lag(c.so_far, 1, 0) OVER in_order AS emerged, lead(c.so_far) OVER in_order AS next_so_far
  FROM course c WINDOW in_order AS (PARTITION BY c.t, c.r ORDER BY c.day)
), entry AS (
  SELECT t, r, day_of_visit, emerged, NULL::integer AS dissected, id_digitiser FROM visit
  WHERE day_of_visit <= DATE '2026-11-20' AND (emerged > 0 OR day = 10 OR (so_far = 0 AND next_so_far > 0))
  UNION ALL
  SELECT t, r, ended, NULL, per_replicate - so_far, id_digitiser FROM visit WHERE state = 'finished' AND day = 10 AND so_far < per_replicate
)
SELECT md5('test_count' || e.t || '-' || e.r || '-' || e.day_of_visit)::uuid, md5('test_visit' || e.t || '-' || e.day_of_visit)::uuid, rep.id_replicate, e.day_of_visit, e.emerged, e.dissected,
       CASE WHEN e.id_digitiser = 14 THEN 14 ELSE (ARRAY[11, 13])[1 + (pg_temp.u(e.t, 520) < 0.25)::integer] END,
       CASE WHEN e.dissected IS NOT NULL AND e.r = 1 THEN (ARRAY['Semences fermes et blanches : dormantes.', 'Surtout des semences vides.', 'Moisies pour la plupart.'])[1 + pg_temp.k(e.t, 521, 3)] END,
       e.id_digitiser, (e.day_of_visit + TIME '10:30') AT TIME ZONE 'Europe/Paris'
FROM entry e JOIN pr_exsitu.t_replicates rep ON rep.uuid = md5('test_replicate' || e.t || '-' || e.r)::uuid
ORDER BY e.day_of_visit, e.t, e.r;
ANALYZE pr_exsitu.t_counts, pr_exsitu.t_replicate_tallies;

UPDATE pr_exsitu.t_seed_tests s SET state = 'finished', date_end = t.ended,
  conclusion = CASE WHEN y.rate >= 0.75 THEN 'Bonne faculté germinative.' WHEN y.rate >= 0.4 THEN 'Germination moyenne, à suivre.' ELSE 'Germination faible : dormance probable, à reprendre avec une stratification froide.' END
FROM demo_test t, (
  SELECT rep.id_seed_test, sum(a.emerged)::numeric / sum(rep.sown) AS rate
  FROM pr_exsitu.t_replicates rep JOIN pr_exsitu.t_replicate_tallies a USING (id_replicate)
  WHERE rep.id_seed_test IS NOT NULL GROUP BY rep.id_seed_test
) y
WHERE s.uuid = md5('seed_test' || t.t)::uuid AND t.state = 'finished' AND y.id_seed_test = s.id_seed_test;

ANALYZE pr_exsitu.t_seed_tests, pr_exsitu.t_replicates, pr_exsitu.t_treatment_steps, pr_exsitu.t_counts, pr_exsitu.t_replicate_tallies;
