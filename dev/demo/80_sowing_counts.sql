-- The counts of the sowings. Emergence follows published samples: gcdata (9 samples, 14 days) and GerminaR
-- prosopis (8 samples, 10 days), one day of which becomes two or three here. A replicate of counted seeds
-- with as many as the sample emerges exactly as published; another one in proportion, and less.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

CREATE TEMPORARY TABLE demo_course ON COMMIT DROP AS
SELECT p.course, p.sown, d.day::integer, cardinality(p.days) AS last_day, sum(d.emerged) OVER (PARTITION BY p.course ORDER BY d.day)::integer AS so_far
FROM (VALUES
  (0, 50, ARRAY[0,0,0,0,4,17,10,7,1,0,1,0,0,0]), (1, 51, ARRAY[0,0,0,1,3,15,13,6,2,1,0,1,0,0]), (2, 48, ARRAY[0,0,0,2,3,18,9,8,2,1,1,1,0,0]),
  (3, 51, ARRAY[0,0,0,0,4,19,12,6,2,1,1,1,0,0]), (4, 49, ARRAY[0,0,0,0,3,21,11,7,1,1,1,1,0,0]), (5, 47, ARRAY[0,0,0,1,3,14,12,6,2,1,0,1,0,0]),
  (6, 52, ARRAY[0,0,0,1,3,19,10,8,1,1,1,1,0,0]), (7, 51, ARRAY[0,0,0,0,5,21,11,8,1,0,0,1,1,0]), (8, 49, ARRAY[0,0,0,0,4,19,12,8,1,1,0,1,1,0]),
  (9, 50, ARRAY[39,8,3,0,0,0,0,0,0,0]), (10, 50, ARRAY[40,9,1,0,0,0,0,0,0,0]), (11, 50, ARRAY[34,16,0,0,0,0,0,0,0,0]), (12, 50, ARRAY[43,7,0,0,0,0,0,0,0,0]),
  (13, 50, ARRAY[50,0,0,0,0,0,0,0,0,0]), (14, 50, ARRAY[10,37,1,2,0,0,0,0,0,0]), (15, 50, ARRAY[0,22,20,6,0,0,0,0,0,0]), (16, 50, ARRAY[3,27,6,11,0,0,0,0,0,0])
) AS p (course, sown, days)
CROSS JOIN LATERAL unnest(p.days) WITH ORDINALITY AS d (emerged, day);
ANALYZE demo_course;

-- The states wanted are those of 70_sowings.sql.
CREATE TEMPORARY TABLE demo_sowing ON COMMIT DROP AS
SELECT j, s.id_sowing, s.sowing_date, s.id_digitiser, (s.sown_unit = 'seed' AND s.sown_basis = 'counted') AS is_counted, s.source_kind, s.next_count_due, s.state AS state_now,
       (ARRAY['draft', 'prepared', 'in_pretreatment', 'sown', 'emerging', 'overwintering', 'emergence_ended', 'closed', 'cancelled', 'emerging', 'sown', 'overwintering', 'emerging', 'emergence_ended',
              'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'emerging', 'closed', 'closed', 'closed', 'closed', 'closed',
              'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + (j - 1) % 40] AS state,
       2 + pg_temp.k(j, 701, 2) AS pace, pg_temp.k(j, 702, 12) AS delay, (pg_temp.u(j, 703) < 0.1) AS is_seen_alive,
       CASE WHEN pg_temp.u(j, 704) < 0.05 THEN 0 ELSE 0.25 + 0.75 * pg_temp.u(j, 705) END AS vigour,
       CASE WHEN s.id_digitiser = 14 THEN 14 ELSE (ARRAY[11, 11, 13])[1 + pg_temp.k(j, 706, 3)] END AS id_observer
FROM generate_series(1, greatest(20, round(0.115 * coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481))::integer)) AS j
JOIN pr_exsitu.t_sowings s ON s.uuid = md5('sowing' || j)::uuid;
ANALYZE demo_sowing;

CREATE TEMPORARY TABLE demo_visit ON COMMIT DROP AS
WITH replicate AS (
  SELECT d.*, r, rep.id_replicate, rep.sown, (d.j * 4 + r) % 17 AS course
  FROM demo_sowing d CROSS JOIN generate_series(1, 4) AS r JOIN pr_exsitu.t_replicates rep ON rep.uuid = md5('sowing_replicate' || d.j || '-' || r)::uuid
  WHERE d.state_now = 'sown' AND d.state <> 'sown'
), followed AS (
  SELECT r.*, c.day, c.last_day, r.sowing_date + r.delay + c.day * r.pace AS visited_on, (r.is_counted AND r.sown = c.sown AND r.vigour > 0) AS is_published,
         CASE WHEN r.is_counted AND r.sown = c.sown AND r.vigour > 0 THEN c.so_far ELSE floor(c.so_far * coalesce(r.sown, 30) / c.sown::numeric * r.vigour::numeric) END::integer AS so_far
  FROM replicate r JOIN demo_course c USING (course)
), stepped AS (
  SELECT f.*, so_far - lag(so_far, 1, 0) OVER in_order AS emerged, lead(so_far) OVER in_order AS next_so_far FROM followed f WINDOW in_order AS (PARTITION BY j, r ORDER BY day)
)
SELECT s.* FROM stepped s
WHERE visited_on <= DATE '2026-11-19' AND (is_published OR emerged > 0 OR day = last_day OR (so_far = 0 AND next_so_far > 0)) AND (state <> 'overwintering' OR day <= 8);
ANALYZE demo_visit;

-- What happens once the last visit of the course is over: deaths, thinnings, seedlings nobody sowed.
CREATE TEMPORARY TABLE demo_sequel ON COMMIT DROP AS
WITH final AS (
  SELECT DISTINCT ON (v.j, v.r) v.* FROM demo_visit v WHERE v.state IN ('overwintering', 'emergence_ended', 'closed') ORDER BY v.j, v.r, v.day DESC
)
SELECT f.j, f.r, f.id_replicate, f.id_observer, f.id_digitiser, f.is_seen_alive, f.so_far, e.*
FROM final f CROSS JOIN LATERAL (
  SELECT 'dead' AS act, f.visited_on + 5 + pg_temp.k(f.j, 710, 12) AS day, least(f.so_far, 1 + pg_temp.k(f.j * 4 + f.r, 711, 4)) AS seedlings,
         (ARRAY['damping_off', 'damping_off', 'drought', 'pest', 'disease', 'frost', 'heat', 'disappeared', 'unknown'])[1 + pg_temp.k(f.j, 712, 9)] AS cause
  WHERE f.so_far > 0 AND pg_temp.u(f.j * 4 + f.r, 713) < 0.35
  UNION ALL
  SELECT 'removed', f.visited_on + 20, 1 + pg_temp.k(f.j * 4 + f.r, 714, 3), NULL WHERE f.so_far > 8 AND NOT f.is_seen_alive AND pg_temp.u(f.j, 715) < 0.08
  UNION ALL
  SELECT 'surplus', f.visited_on, 1, (ARRAY['weed', 'polyembryony', 'substrate_residue', 'counting_error'])[1 + pg_temp.k(f.j * 4 + f.r, 716, 4)] WHERE pg_temp.u(f.j * 4 + f.r, 717) < 0.015
) e;

INSERT INTO pr_exsitu.t_counts (uuid, uuid_operation, id_replicate, count_date, observed_alive, emerged, dead, death_cause, removed, surplus, surplus_cause, id_nomenclature_stage, id_observer, remarks, id_digitiser, meta_create_date)
WITH stage AS (
  SELECT n.cd_nomenclature AS cd, n.id_nomenclature FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique = 'EXS_PHYSIOLOGICAL_STAGE' AND n.cd_nomenclature IN ('cot', 'plantule')
), entry AS (
  SELECT v.j, v.r, v.id_replicate, 'visit' AS act, v.visited_on AS day, CASE WHEN v.is_seen_alive THEN v.so_far END AS alive, CASE WHEN NOT v.is_seen_alive THEN v.emerged END AS emerged, NULL::integer AS dead, NULL AS death_cause,
         NULL::integer AS removed, NULL::integer AS surplus, NULL AS surplus_cause, CASE WHEN v.so_far > 0 AND v.emerged > 0 THEN 'cot' WHEN v.so_far > 0 AND v.day = v.last_day THEN 'plantule' END AS stage, v.id_observer, v.id_digitiser, NULL AS remarks
  FROM demo_visit v
  UNION ALL
  SELECT s.j, s.r, s.id_replicate, s.act, s.day, CASE WHEN s.act = 'dead' AND s.is_seen_alive THEN s.so_far - s.seedlings END, NULL, CASE WHEN s.act = 'dead' AND NOT s.is_seen_alive THEN s.seedlings END,
         CASE WHEN s.act = 'dead' AND NOT s.is_seen_alive THEN s.cause END, CASE WHEN s.act = 'removed' THEN s.seedlings END, CASE WHEN s.act = 'surplus' THEN s.seedlings END, CASE WHEN s.act = 'surplus' THEN s.cause END,
         NULL, s.id_observer, s.id_digitiser, CASE WHEN s.act = 'removed' THEN 'Éclaircissage.' END
  FROM demo_sequel s
  UNION ALL
  -- Typed in the wrong tray: reversed below.
  SELECT v.j, v.r, v.id_replicate, 'mistake', v.visited_on, NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, v.id_observer, v.id_digitiser, NULL
  FROM demo_visit v WHERE v.day = v.last_day AND NOT v.is_seen_alive AND coalesce(v.sown, 30) >= v.so_far + 2 AND pg_temp.u(v.j * 4 + v.r, 720) < 0.02
  UNION ALL
  -- Seeds that germinate in the cold, and trays where nothing shows yet.
  SELECT d.j, 1, rep.id_replicate, 'early', st.begun + 20, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, d.id_observer, d.id_digitiser, 'Radicule sortie pendant la stratification.'
  FROM demo_sowing d JOIN pr_exsitu.t_replicates rep ON rep.uuid = md5('sowing_replicate' || d.j || '-1')::uuid
  JOIN LATERAL (SELECT min(x.start_date) AS begun FROM pr_exsitu.t_treatment_steps x WHERE x.id_sowing = d.id_sowing) st ON st.begun + 20 <= DATE '2026-11-20'
  WHERE d.state_now = 'in_pretreatment' AND pg_temp.u(d.j, 721) < 0.5
  UNION ALL
  SELECT d.j, r, rep.id_replicate, 'nothing', least(d.sowing_date + 3, DATE '2026-11-20'), NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, d.id_observer, d.id_digitiser, NULL
  FROM demo_sowing d CROSS JOIN generate_series(1, 4) AS r JOIN pr_exsitu.t_replicates rep ON rep.uuid = md5('sowing_replicate' || d.j || '-' || r)::uuid
  WHERE d.state = 'sown' AND pg_temp.u(d.j, 722) < 0.6
)
SELECT md5('sowing_count' || e.j || '-' || e.r || '-' || e.act || '-' || e.day)::uuid,
       CASE e.act WHEN 'mistake' THEN md5('sowing_mistake' || e.j || '-' || e.r)::uuid ELSE md5('sowing_visit' || e.j || '-' || e.act || '-' || e.day)::uuid END,
       e.id_replicate, e.day, e.alive, e.emerged, e.dead, e.death_cause, e.removed, e.surplus, e.surplus_cause, stage.id_nomenclature, e.id_observer, e.remarks, e.id_digitiser, (e.day + TIME '10:00') AT TIME ZONE 'Europe/Paris'
FROM entry e LEFT JOIN stage ON stage.cd = e.stage
ORDER BY e.day, e.j, e.r, e.act DESC;

INSERT INTO pr_exsitu.t_counts (uuid, uuid_operation, id_replicate, count_date, id_observer, id_reversed, reason, id_digitiser, meta_create_date)
SELECT md5('sowing_reversal' || d.j || '-' || r)::uuid, md5('sowing_reversal_visit' || d.j || '-' || r)::uuid, c.id_replicate, c.count_date, c.id_observer, c.id_count, 'Saisi dans la mauvaise terrine.', c.id_digitiser, c.meta_create_date + INTERVAL '1 hour'
FROM demo_sowing d CROSS JOIN generate_series(1, 4) AS r JOIN pr_exsitu.t_counts c ON c.uuid_operation = md5('sowing_mistake' || d.j || '-' || r)::uuid
ORDER BY c.id_count;
ANALYZE pr_exsitu.t_counts, pr_exsitu.t_replicate_tallies;

-- What came of them: a sowing where nothing emerged goes from sown to its end; 82_cultivations.sql closes those that are over.
CREATE TEMPORARY TABLE demo_outcome ON COMMIT DROP AS
SELECT d.*, coalesce(y.emerged, 0) AS emerged, y.last_count, y.emerged::numeric / nullif(CASE WHEN d.is_counted THEN y.sown END, 0) AS rate
FROM demo_sowing d
LEFT JOIN (SELECT rep.id_sowing, sum(a.emerged) AS emerged, sum(rep.sown) AS sown, max(a.last_count_date) AS last_count
           FROM pr_exsitu.t_replicates rep LEFT JOIN pr_exsitu.t_replicate_tallies a USING (id_replicate) WHERE rep.id_sowing IS NOT NULL GROUP BY rep.id_sowing) y USING (id_sowing)
WHERE d.state_now = 'sown' AND d.state <> 'sown';
ANALYZE demo_outcome;

UPDATE pr_exsitu.t_sowings s SET state = 'emerging' FROM demo_outcome o WHERE s.id_sowing = o.id_sowing AND o.emerged > 0;
UPDATE pr_exsitu.t_sowings s SET state = 'overwintering' FROM demo_outcome o WHERE s.id_sowing = o.id_sowing AND o.state = 'overwintering';
UPDATE pr_exsitu.t_sowings s SET state = 'emergence_ended' FROM demo_outcome o WHERE s.id_sowing = o.id_sowing AND o.state IN ('emergence_ended', 'closed');
