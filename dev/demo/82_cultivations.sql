-- The plants of the sowings that ended: pricked out, potted, lost and found again, planted, divided, in flower,
-- some gone. Then those sowings are closed.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

CREATE TEMPORARY TABLE demo_sowing ON COMMIT DROP AS
SELECT j, s.id_sowing, s.id_material, s.id_dataset, s.id_digitiser, s.objective, s.state, (s.sown_unit = 'seed' AND s.sown_basis = 'counted') AS is_counted, (s.id_digitiser = 14) AS is_partner
FROM generate_series(1, greatest(20, round(0.115 * coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481))::integer)) AS j
JOIN pr_exsitu.t_sowings s ON s.uuid = md5('sowing' || j)::uuid;
ANALYZE demo_sowing;

-- Two sessions for a third of them, a tray in two at each; a seedling or two stays in the tray.
CREATE TEMPORARY TABLE demo_session ON COMMIT DROP AS
WITH tray AS (
  SELECT d.j, rep.uuid AS replicate, a.alive, max(a.last_count_date) OVER (PARTITION BY d.j) AS last_count,
         1 + CASE WHEN pg_temp.u(d.j, 801) < 0.33 THEN (row_number() OVER (PARTITION BY d.j ORDER BY rep.code) - 1) % 2 ELSE 0 END AS session
  FROM demo_sowing d JOIN pr_exsitu.t_replicates rep USING (id_sowing) JOIN pr_exsitu.t_replicate_tallies a USING (id_replicate)
  WHERE d.state = 'emergence_ended' AND a.alive > 0 AND pg_temp.u(d.j, 800) < 0.7
), taken AS (
  SELECT t.*, greatest(1, t.alive - pg_temp.k(t.j * 4 + t.session, 802, 3)) AS quantity FROM tray t
)
SELECT j * 2 + session AS n, j, session, least(max(last_count) + 2 + 5 * session::integer + pg_temp.k(j, 803, 3), DATE '2026-11-17')::date AS day, sum(quantity)::integer AS plants,
       jsonb_agg(jsonb_build_object('replicate', replicate, 'quantity', quantity) ORDER BY replicate) AS trays
FROM taken GROUP BY j, session HAVING sum(quantity) >= 3;

CREATE TEMPORARY TABLE demo_cultivation ON COMMIT DROP AS
SELECT s.*, d.id_sowing, d.id_material, d.id_dataset, d.id_digitiser, d.objective, d.is_partner, CASE WHEN d.is_partner THEN 14 ELSE (ARRAY[11, 11, 13])[1 + pg_temp.k(s.n, 804, 3)] END AS id_actor,
       extract(year FROM s.day)::integer AS year, row_number() OVER (PARTITION BY extract(year FROM s.day) ORDER BY s.day, s.n) AS number,
       (s.n % 11 = 0) AS is_lost, CASE WHEN s.plants > 5 THEN pg_temp.k(s.n, 805, 1 + s.plants / 8) ELSE 0 END AS damped, CASE WHEN s.plants > 8 THEN pg_temp.k(s.n, 806, 1 + s.plants / 6) ELSE 0 END AS frozen,
       CASE WHEN d.is_partner THEN 'JB-SERRE-T1' ELSE 'SERRE' || 1 + pg_temp.k(s.n, 807, 2) || '-T' || 1 + pg_temp.k(s.n, 808, 6) END AS bench,
       CASE WHEN d.is_partner THEN 'JB-SERRE' ELSE 'CHASSIS' || 1 + pg_temp.k(s.n, 809, 2) END AS frame, CASE WHEN d.is_partner THEN 'JB-ROCAILLE' ELSE 'JARDIN' END AS garden
FROM demo_session s JOIN demo_sowing d USING (j);
ANALYZE demo_cultivation;

INSERT INTO pr_exsitu.t_cultivations (uuid, code, id_dataset, id_material, id_sowing, objective, programme, isolation, id_responsible, remarks, id_digitiser, meta_create_date)
SELECT md5('cultivation' || n)::uuid, format('C%s_%s', year, lpad(number::text, greatest(4, length(number::text)), '0')), id_dataset, id_material, id_sowing, objective,
       CASE WHEN objective = 'reintroduction' THEN 'Renforcement des populations alpines' END, CASE WHEN pg_temp.u(n, 811) < 0.3 THEN (ARRAY['distance', 'cage', 'bagging', 'hand_pollination'])[1 + pg_temp.k(n, 812, 4)] END,
       id_actor, CASE pg_temp.k(n, 813, 12) WHEN 0 THEN 'Plants vigoureux, à diviser au printemps.' WHEN 1 THEN 'Arroser par le dessous.' END, id_digitiser, (day + TIME '16:00') AT TIME ZONE 'Europe/Paris'
FROM demo_cultivation ORDER BY year, number;

-- What became of them, as far as the day of the demonstration.
CREATE TEMPORARY TABLE demo_event ON COMMIT DROP AS
WITH course AS (
  SELECT c.*, plants - damped AS potted, plants - damped - frozen AS planted FROM demo_cultivation c
)
SELECT c.n, c.id_actor, c.id_digitiser, e.*
FROM course c CROSS JOIN LATERAL (VALUES
  (1, 'pricking_out', c.day, c.plants, NULL, c.bench, jsonb_build_object('from', c.trays, 'container', (ARRAY['Plaque alvéolée 77', 'Godet 7 cm', 'Terrine'])[1 + c.n % 3], 'substrate', 'Terreau de semis, perlite 20 %')),
  (2, 'watering', c.day + 1, 0, NULL, NULL, jsonb_build_object('mode', 'Par le dessous')),
  (3, 'death', c.day + 12, -c.damped, 'damping_off', NULL, jsonb_build_object('quantity', c.damped, 'cause', 'damping_off')),
  (4, 'treatment', c.day + 13, 0, NULL, NULL, jsonb_build_object('product', 'Trichoderma harzianum', 'against', 'Fonte de semis', 'dose', 1.5, 'dose_unit', 'g/L', 'success', c.n % 2 = 0)),
  (5, 'death', c.day + 30, -c.potted, 'drought', NULL, jsonb_build_object('quantity', c.potted, 'cause', 'drought')),
  (6, 'closing', c.day + 33, 0, NULL, NULL, jsonb_build_object('outcome', 'dead', 'reason', 'Panne de l''arrosage.')),
  (7, 'repotting', c.day + 45, 0, NULL, NULL, jsonb_build_object('quantity', c.potted, 'container_before', 'Godet 7 cm', 'container', 'Pot 1 L', 'substrate', 'Terreau, sable, pouzzolane')),
  (8, 'fertilisation', c.day + 60, 0, NULL, NULL, jsonb_build_object('product', 'Engrais organique 4-3-6', 'dose', '3 g/L')),
  (9, 'move', c.day + 110, 0, NULL, c.frame, jsonb_build_object('overwintering', true)),
  (10, 'death', c.day + 150, -c.frozen, 'frost', NULL, jsonb_build_object('quantity', c.frozen, 'cause', 'frost')),
  (11, 'observation', c.day + 190, 0, NULL, NULL, jsonb_build_object('seen', c.planted, 'stage', 'Rosette', 'vigour', 2 + c.n % 4, 'height_cm', 3 + c.n % 9)),
  (12, 'planting', c.day + 230, 0, NULL, c.garden, jsonb_build_object('quantity', c.planted, 'spacing_cm', 25)),
  (13, 'flowering', c.day + 380, 0, NULL, NULL, jsonb_build_object('quantity', greatest(1, c.planted / 2), 'start', c.day + 362, 'peak', c.day + 372)),
  (14, 'fruiting', c.day + 420, 0, NULL, NULL, jsonb_build_object('quantity', greatest(1, c.planted / 3), 'start', c.day + 410)),
  (15, 'thinning', c.day + 500, -1, NULL, NULL, jsonb_build_object('quantity', 1)),
  (16, 'sampling', c.day + 520, 0, NULL, NULL, jsonb_build_object('sample', 'dna', 'quantity', 1, 'destructive', false, 'recipient', 'Laboratoire d''écologie alpine')),
  (17, 'closing', c.day + 800, 0, NULL, NULL, jsonb_build_object('outcome', 'transferred', 'reason', 'Confiée à la collection du jardin.'))
) AS e (rank, kind, event_date, plants, cause, place, fields)
WHERE e.event_date <= DATE '2026-11-18' AND (e.kind NOT IN ('death', 'thinning') OR e.plants < 0)
  AND CASE WHEN c.is_lost THEN e.rank <= 6 ELSE e.rank NOT IN (5, 6) AND (e.rank NOT IN (2, 4, 8, 16) OR pg_temp.u(c.n * 20 + e.rank, 814) < 0.4) AND (e.rank < 13 OR pg_temp.u(c.n, 815) < 0.6)
      AND (e.rank <> 15 OR c.planted > 6) AND (e.rank <> 17 OR c.n % 13 = 0) END;

INSERT INTO pr_exsitu.t_cultivation_events (uuid, uuid_operation, id_cultivation, kind, event_date, plants, said, death_cause, outcome, id_place, id_actor, id_digitiser, meta_create_date)
SELECT md5('cultivation_event' || e.n || '-' || e.rank)::uuid, md5('cultivation_act' || e.n || '-' || e.rank)::uuid, c.id_cultivation, e.kind, e.event_date, e.plants,
       jsonb_build_object('kind', e.kind) || e.fields || coalesce(jsonb_build_object('place', p.uuid), '{}'), e.cause, e.fields ->> 'outcome', p.id_place, e.id_actor, e.id_digitiser, (e.event_date + TIME '17:00') AT TIME ZONE 'Europe/Paris'
FROM demo_event e JOIN pr_exsitu.t_cultivations c ON c.uuid = md5('cultivation' || e.n)::uuid LEFT JOIN pr_exsitu.t_places p ON p.code = e.place
ORDER BY e.event_date, e.n, e.rank;
ANALYZE pr_exsitu.t_cultivations, pr_exsitu.t_cultivation_events, pr_exsitu.t_cultivation_tallies;

-- A plant that was thought frozen sprouts again.
INSERT INTO pr_exsitu.t_cultivation_events (uuid, uuid_operation, id_cultivation, kind, event_date, plants, said, id_death, id_actor, id_digitiser, meta_create_date)
SELECT md5('cultivation_event' || e.n || '-18')::uuid, md5('cultivation_act' || e.n || '-18')::uuid, d.id_cultivation, 'found_again', e.event_date + 50, 1,
       jsonb_build_object('kind', 'found_again', 'quantity', 1, 'death', d.uuid), d.id_event, e.id_actor, e.id_digitiser, (e.event_date + 50 + TIME '17:00') AT TIME ZONE 'Europe/Paris'
FROM demo_event e JOIN pr_exsitu.t_cultivation_events d ON d.uuid = md5('cultivation_event' || e.n || '-10')::uuid
WHERE e.rank = 10 AND e.event_date + 50 <= DATE '2026-11-18' AND pg_temp.u(e.n, 816) < 0.5
ORDER BY e.event_date, e.n;

-- Some are divided, or give cuttings, two months after they were planted.
CREATE TEMPORARY TABLE demo_child ON COMMIT DROP AS
SELECT c.n, c.id_actor, c.id_digitiser, p.id_cultivation, p.id_material, p.id_dataset, e.event_date + 60 AS day, CASE WHEN c.n % 2 = 0 THEN 'division' ELSE 'cutting' END AS kind, greatest(2, t.alive / 3) AS quantity, e.id_place,
       extract(year FROM e.event_date + 60)::integer AS year, row_number() OVER (PARTITION BY extract(year FROM e.event_date + 60) ORDER BY e.event_date, c.n) AS rank
FROM demo_cultivation c JOIN pr_exsitu.t_cultivations p ON p.uuid = md5('cultivation' || c.n)::uuid JOIN pr_exsitu.t_cultivation_tallies t USING (id_cultivation)
JOIN pr_exsitu.t_cultivation_events e ON e.uuid = md5('cultivation_event' || c.n || '-12')::uuid
WHERE t.alive >= 6 AND e.event_date + 60 <= DATE '2026-11-18' AND pg_temp.u(c.n, 817) < 0.25;

INSERT INTO pr_exsitu.t_cultivations (uuid, code, id_dataset, id_material, id_parent_cultivation, parentage, objective, id_responsible, id_digitiser, meta_create_date)
SELECT md5('cultivation_child' || d.n)::uuid, format('C%s_%s', d.year, lpad((coalesce(o.last, 0) + d.rank)::text, greatest(4, length((coalesce(o.last, 0) + d.rank)::text)), '0')), d.id_dataset, d.id_material, d.id_cultivation, d.kind,
       'collection', d.id_actor, d.id_digitiser, (d.day + TIME '16:00') AT TIME ZONE 'Europe/Paris'
FROM demo_child d LEFT JOIN (SELECT year, max(number) AS last FROM demo_cultivation GROUP BY year) o USING (year) ORDER BY d.year, d.rank;

INSERT INTO pr_exsitu.t_cultivation_events (uuid, uuid_operation, id_cultivation, kind, event_date, plants, said, id_place, id_other_cultivation, id_actor, id_digitiser, meta_create_date)
SELECT md5('cultivation_' || x.side || d.n)::uuid, md5('cultivation_multiplied' || d.n)::uuid, x.id_cultivation, d.kind, d.day, x.plants, jsonb_build_object('kind', d.kind, 'quantity', d.quantity), x.id_place, x.id_other, d.id_actor, d.id_digitiser,
       (d.day + TIME '17:00') AT TIME ZONE 'Europe/Paris'
FROM demo_child d JOIN pr_exsitu.t_cultivations c ON c.uuid = md5('cultivation_child' || d.n)::uuid
CROSS JOIN LATERAL (VALUES ('given', d.id_cultivation, c.id_cultivation, CASE d.kind WHEN 'division' THEN -d.quantity ELSE 0 END, NULL::integer), ('received', c.id_cultivation, d.id_cultivation, d.quantity, d.id_place))
  AS x (side, id_cultivation, id_other, plants, id_place)
ORDER BY d.day, d.n, x.side;

UPDATE pr_exsitu.t_sowings s SET state = 'closed', end_date = least(o.last_count + 15 + pg_temp.k(o.j, 730, 60), DATE '2026-11-18'),
  outcome = CASE WHEN pg_temp.u(o.j, 731) < 0.03 THEN 'abandoned' WHEN o.emerged = 0 OR o.rate < 0.15 THEN 'failure' WHEN o.rate < 0.5 THEN 'partial' ELSE 'success' END
FROM (
  SELECT d.j, d.id_sowing, coalesce(sum(a.emerged), 0) AS emerged, max(a.last_count_date) AS last_count, sum(a.emerged)::numeric / nullif(CASE WHEN d.is_counted THEN sum(rep.sown) END, 0) AS rate
  FROM demo_sowing d JOIN pr_exsitu.t_replicates rep USING (id_sowing) LEFT JOIN pr_exsitu.t_replicate_tallies a USING (id_replicate)
  WHERE d.state = 'emergence_ended' AND d.j % 40 NOT IN (7, 14) GROUP BY d.j, d.id_sowing, d.is_counted
) o WHERE s.id_sowing = o.id_sowing;
