-- Thirty years of stock movements, but for those of the tests and sowings (60, 70). The trigger of the
-- ledger weighs a whole statement at once: one INSERT per kind of act, in the order of their dependence:
-- entries, transfers, withdrawals, returns, reversals, stock-takes, and what ends a lot.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

CREATE TEMPORARY TABLE demo_box ON COMMIT DROP AS
SELECT p.id_place, v.room, row_number() OVER (PARTITION BY v.room ORDER BY p.id_place) - 1 AS rank
FROM pr_exsitu.t_places p CROSS JOIN LATERAL (SELECT substring(p.code FROM '^(CF|CONG|JB-CONG)') AS room) v
WHERE p.kind = 'box' AND v.room IS NOT NULL;
ANALYZE demo_box;

-- The life of each lot: when it came in, how many seeds, where, where it was moved to, until when it was drawn from.
CREATE TEMPORARY TABLE demo_stock ON COMMIT DROP AS
WITH lot AS (
  SELECT n, l.id_seed_lot, l.id_digitiser, l.status, l.archive_reserve AS reserve, l.role,
         CASE WHEN l.id_digitiser = 14 THEN 2 ELSE 1 END AS id_organism,
         (l.meta_create_date AT TIME ZONE 'Europe/Paris')::date + pg_temp.k(n, 401, 3) AS entered,
         CASE WHEN l.status IN ('exhausted', 'expired', 'transferred') THEN l.status_date - 5 ELSE DATE '2026-11-05' END AS until, l.status_date,
         CASE WHEN pg_temp.u(n, 301) < 0.55 THEN 'counted' WHEN pg_temp.u(n, 301) < 0.85 THEN 'weighed' WHEN pg_temp.u(n, 301) < 0.97 THEN 'estimated' ELSE 'unknown' END AS basis,
         w.total_mass_g, w.seed_g
  FROM generate_series(1, coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481)) AS n
  JOIN pr_exsitu.t_seed_lots l ON l.uuid = md5('seed_lot' || n)::uuid
  LEFT JOIN LATERAL (
    SELECT x.total_mass_g, (SELECT avg(mass) FROM unnest(x.sample_masses_g) AS mass) / x.seeds_per_sample AS seed_g
    FROM pr_exsitu.t_seed_weighings x WHERE x.uuid = md5('seed_weighing' || n || '-1')::uuid
  ) w ON true
), counted AS (
  SELECT l.*, least(entered, DATE '2026-11-20') AS day,
         CASE basis WHEN 'counted' THEN round(exp(4.2 + 3.9 * pg_temp.u(n, 402))) WHEN 'weighed' THEN greatest(round(total_mass_g / seed_g), 1)
                    WHEN 'estimated' THEN round(exp(5.3 + 4.6 * pg_temp.u(n, 402)) / 50) * 50 END::integer AS seeds,
         CASE WHEN id_organism = 2 THEN 'JB-CONG' WHEN role = 'active_collection' AND pg_temp.u(n, 403) < 0.62 THEN 'CF' ELSE 'CONG' END AS room
  FROM lot l
), moved AS (
  SELECT c.*, CASE WHEN room = 'CF' AND seeds > 60 AND pg_temp.u(n, 404) < 0.33 AND until - day > 500 THEN day + 150 + pg_temp.k(n, 405, least(until - day - 400, 1500)) END AS moved_on,
         (pg_temp.u(n, 406) < 0.6) AS moved_whole,
         row_number() OVER (PARTITION BY room ORDER BY n) - 1 AS rank_in_room
  FROM counted c
), freezing AS (
  SELECT m.*, CASE WHEN moved_on IS NOT NULL THEN CASE WHEN moved_whole THEN seeds ELSE seeds / 2 END ELSE 0 END AS moved_seeds,
         (count(*) FILTER (WHERE room = 'CONG') OVER ()) + row_number() OVER (PARTITION BY room, moved_on IS NOT NULL ORDER BY n) - 1 AS rank_in_freezer
  FROM moved m
)
SELECT f.*, first_box.id_place AS id_box, then_box.id_place AS id_next_box,
       CASE WHEN f.moved_on IS NOT NULL AND f.moved_whole THEN then_box.id_place ELSE first_box.id_place END AS id_main_box,
       CASE WHEN f.moved_on IS NOT NULL AND f.moved_whole THEN f.moved_on ELSE f.day END AS available_on,
       (f.n % 307 = 11 AND f.basis = 'counted') AS mistyped_entry,
       (f.n % 211 = 5 AND f.moved_on IS NULL AND f.room = 'CF' AND f.seeds >= 50 AND f.until - f.day > 100) AS mistaken_move
FROM freezing f
JOIN (SELECT room, count(*) AS boxes FROM demo_box GROUP BY room) here USING (room)
JOIN demo_box first_box ON first_box.room = f.room AND first_box.rank = (f.rank_in_room / 60) % here.boxes
LEFT JOIN demo_box then_box ON then_box.room = CASE f.room WHEN 'CF' THEN 'CONG' END AND then_box.rank = (f.rank_in_freezer / 60) % (SELECT count(*) FROM demo_box WHERE room = 'CONG');
ANALYZE demo_stock;

-- First entries; a few were typed ten times too large, reversed below and typed again.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, effective_date, id_actor, actor_text, reason, id_digitiser, meta_create_date)
SELECT md5('movement_entry' || s.n || v.suffix)::uuid, md5('operation_entry' || s.n || v.suffix)::uuid, s.id_seed_lot, s.id_box, 'initial_entry', s.seeds * v.times,
       s.total_mass_g, s.basis, s.day, CASE WHEN s.day >= DATE '2008-01-01' OR s.id_organism = 2 THEN s.id_digitiser END,
       CASE WHEN s.day < DATE '2008-01-01' AND s.id_organism = 1 THEN (ARRAY['Mme Allard', 'Julien Rostan', 'stagiaires'])[1 + pg_temp.k(s.n, 410, 3)] END,
       CASE WHEN s.basis = 'unknown' THEN 'Quantité jamais comptée, reprise de l''ancien registre.' END,
       s.id_digitiser, (s.day + TIME '17:00') AT TIME ZONE 'Europe/Paris'
FROM demo_stock s
CROSS JOIN LATERAL (SELECT '' AS suffix, 1 AS times UNION ALL SELECT '-mistyped', 10 WHERE s.mistyped_entry) v
ORDER BY s.day, s.n, v.suffix DESC;
ANALYZE pr_exsitu.t_stock_movements, pr_exsitu.t_stock_balances;

-- From the cold room to a freezer, whole or half; a few packets put in the wrong box.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, is_total, effective_date, id_actor, reason, id_digitiser, meta_create_date)
SELECT md5('movement_' || t.act || s.n || leg.side)::uuid, md5('operation_' || t.act || s.n)::uuid, s.id_seed_lot, CASE leg.side WHEN 'out' THEN s.id_box ELSE s.id_next_box END, 'transfer',
       leg.sign * t.seeds, leg.sign * round(t.seeds * s.seed_g, 5), s.basis, leg.side = 'out' AND t.is_whole, t.day, s.id_digitiser, t.reason, s.id_digitiser, (t.day + TIME '14:00') AT TIME ZONE 'Europe/Paris'
FROM demo_stock s
CROSS JOIN LATERAL (
  SELECT 'move' AS act, s.moved_on AS day, s.moved_seeds AS seeds, s.moved_whole AS is_whole, 'Passage au congélateur après contrôle de l''humidité.' AS reason WHERE s.moved_on IS NOT NULL
  UNION ALL
  SELECT 'mistake', s.day + 40, 50, false, NULL WHERE s.mistaken_move
) t
CROSS JOIN (VALUES ('out', -1), ('in', 1)) AS leg (side, sign)
ORDER BY t.day, s.n, leg.sign;
ANALYZE pr_exsitu.t_stock_movements, pr_exsitu.t_stock_balances;

-- Withdrawals. A lot is offered up to five, the older the more; those that hold together within what it
-- can give (without the reserve) take place.
CREATE TEMPORARY TABLE demo_withdrawal ON COMMIT DROP AS
WITH offered AS (
  SELECT s.n, j, s.available_on + 20 + pg_temp.k(s.n * 8 + j, 421, s.until - s.available_on - 30) AS day, pg_temp.u(s.n * 8 + j, 422) AS draw,
         s.seeds - CASE WHEN s.moved_on IS NOT NULL AND NOT s.moved_whole THEN s.moved_seeds ELSE 0 END - CASE WHEN s.mistaken_move THEN 50 ELSE 0 END - s.reserve AS can_give
  FROM demo_stock s CROSS JOIN generate_series(1, 5) AS j
  WHERE s.until - s.available_on > 60 AND pg_temp.u(s.n * 8 + j, 420) < least(0.6, (s.until - s.available_on) / 365.25 * 0.06)
    AND (s.basis <> 'unknown' OR j = 1)
), sized AS (
  SELECT o.*, v.kind, v.seeds FROM offered o
  CROSS JOIN LATERAL (
    SELECT CASE WHEN draw < 0.30 THEN 'germination_test' WHEN draw < 0.45 THEN 'viability_test' WHEN draw < 0.60 THEN 'gift' WHEN draw < 0.68 THEN 'exchange' WHEN draw < 0.75 THEN 'carpotheque'
                WHEN draw < 0.82 THEN 'loss' WHEN draw < 0.88 THEN 'reintroduction' WHEN draw < 0.93 THEN 'safety_duplicate' WHEN draw < 0.98 THEN 'cultivation' ELSE 'destruction' END AS kind
  ) c
  CROSS JOIN LATERAL (
    SELECT c.kind, CASE c.kind WHEN 'germination_test' THEN (ARRAY[100, 100, 200, 50])[1 + pg_temp.k(o.n * 8 + o.j, 423, 4)] WHEN 'viability_test' THEN (ARRAY[50, 100])[1 + pg_temp.k(o.n * 8 + o.j, 423, 2)]
           WHEN 'gift' THEN 50 * (1 + pg_temp.k(o.n * 8 + o.j, 423, 5)) WHEN 'exchange' THEN 100 * (1 + pg_temp.k(o.n * 8 + o.j, 423, 2)) WHEN 'carpotheque' THEN 10 * (1 + pg_temp.k(o.n * 8 + o.j, 423, 2))
           WHEN 'loss' THEN 2 + pg_temp.k(o.n * 8 + o.j, 423, 40) WHEN 'reintroduction' THEN 100 * (2 + pg_temp.k(o.n * 8 + o.j, 423, 9)) WHEN 'safety_duplicate' THEN 100 * (2 + pg_temp.k(o.n * 8 + o.j, 423, 4))
           WHEN 'cultivation' THEN 20 + pg_temp.k(o.n * 8 + o.j, 423, 60) ELSE 5 + pg_temp.k(o.n * 8 + o.j, 423, 20) END AS seeds
  ) v
)
SELECT w.*, s.id_seed_lot, s.id_main_box, s.id_digitiser, s.id_organism, s.seed_g
FROM (SELECT z.*, sum(seeds) OVER (PARTITION BY n ORDER BY j) AS taken FROM sized z) w JOIN demo_stock s USING (n)
WHERE coalesce(w.taken <= w.can_give * 0.9, true);
ANALYZE demo_withdrawal;

INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, effective_date, id_actor, actor_text, id_partner, reason, id_digitiser, meta_create_date, id_permit)
SELECT md5('movement_out' || w.n || '-' || w.j)::uuid, md5('operation_out' || w.n || '-' || w.j)::uuid, w.id_seed_lot, w.id_main_box, w.kind, -w.seeds, -round(w.seeds * w.seed_g, 5),
       CASE WHEN w.kind IN ('loss', 'destruction') THEN 'estimated' ELSE 'counted' END, w.day,
       CASE WHEN w.day >= DATE '2008-01-01' OR w.id_organism = 2 THEN CASE WHEN w.id_organism = 2 THEN 14 ELSE (ARRAY[11, 11, 12])[1 + pg_temp.k(w.n * 8 + w.j, 430, 3)] END END,
       CASE WHEN w.day < DATE '2008-01-01' AND w.id_organism = 1 THEN (ARRAY['Mme Allard', 'Julien Rostan'])[1 + pg_temp.k(w.n, 431, 2)] END,
       p.id_partner,
       CASE w.kind WHEN 'loss' THEN (ARRAY['Sachet percé', 'Semences moisies écartées', 'Renversé au tri'])[1 + pg_temp.k(w.n * 8 + w.j, 432, 3)] WHEN 'reintroduction' THEN 'Renforcement de population, programme alpin'
         WHEN 'gift' THEN 'Demande d''un partenaire' WHEN 'destruction' THEN 'Semences vides écartées' WHEN 'cultivation' THEN 'Mise en culture directe au jardin' END,
       w.id_digitiser, (w.day + TIME '16:30') AT TIME ZONE 'Europe/Paris',
       (SELECT p.id_permit FROM pr_exsitu.t_permits p WHERE w.kind IN ('gift', 'exchange', 'reintroduction') AND p.uuid = md5('permit' || 1991 + 5 * ((extract(year FROM w.day)::integer - 1991) / 5))::uuid)
FROM demo_withdrawal w
LEFT JOIN pr_exsitu.t_partners p ON w.kind IN ('gift', 'exchange', 'safety_duplicate') AND p.uuid = md5('partner' || CASE WHEN w.id_organism = 2 THEN 13 + pg_temp.k(w.n, 433, 2)
  WHEN w.kind = 'safety_duplicate' THEN 1 + pg_temp.k(w.n, 433, 3) ELSE 1 + pg_temp.k(w.n * 8 + w.j, 433, 12) END)::uuid
ORDER BY w.day, w.n, w.j;

ANALYZE pr_exsitu.t_stock_movements, pr_exsitu.t_stock_balances;

-- Seeds of a large test that were not used come back.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, effective_date, id_actor, reason, id_digitiser, meta_create_date)
SELECT md5('movement_return' || w.n || '-' || w.j)::uuid, md5('operation_return' || w.n || '-' || w.j)::uuid, w.id_seed_lot, w.id_main_box, 'return', r.seeds, round(r.seeds * w.seed_g, 5), 'counted',
       w.day + 6, CASE WHEN w.id_organism = 2 THEN 14 ELSE 11 END, 'Reste du test, non imbibé.', w.id_digitiser, (w.day + 6 + TIME '11:30') AT TIME ZONE 'Europe/Paris'
FROM demo_withdrawal w CROSS JOIN LATERAL (SELECT 10 * (1 + pg_temp.k(w.n * 8 + w.j, 441, 5)) AS seeds) r
WHERE w.kind = 'germination_test' AND w.seeds = 200 AND pg_temp.u(w.n * 8 + w.j, 440) < 0.4
ORDER BY w.day, w.n, w.j;

-- Whole operations undone: the mistyped entries, the wrong boxes, some gifts that were not sent.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, effective_date, id_actor, id_reversed, reason, id_digitiser, meta_create_date)
SELECT md5('movement_reversal' || o.uuid)::uuid, md5('operation_reversal' || o.uuid_operation)::uuid, o.id_seed_lot, o.id_place, 'reversal', -o.seeds, -o.mass_g, o.basis, o.effective_date, o.id_digitiser,
       o.id_stock_movement, u.reason, o.id_digitiser, o.meta_create_date + INTERVAL '2 days'
FROM (
  SELECT md5('operation_entry' || n || '-mistyped')::uuid AS uuid_operation, 'Un zéro de trop à la saisie.' AS reason FROM demo_stock WHERE mistyped_entry
  UNION ALL
  SELECT md5('operation_mistake' || n)::uuid, 'Mauvaise boîte, sachet remis à sa place.' FROM demo_stock WHERE mistaken_move
  UNION ALL
  SELECT md5('operation_out' || n || '-' || j)::uuid, 'Envoi annulé par le partenaire.' FROM demo_withdrawal WHERE kind = 'gift' AND pg_temp.k(n * 8 + j, 450, 30) = 0
) u JOIN pr_exsitu.t_stock_movements o USING (uuid_operation)
ORDER BY o.id_stock_movement;

-- Stock-takes, in the box most of the seeds are in: one lot in twelve, and half of the lots never counted. What was found
-- differs a little from what was expected, and leaves enough for what was taken afterwards.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, observed_seeds, effective_date, id_actor, reason, id_digitiser, meta_create_date)
WITH planned AS (
  SELECT s.*, CASE WHEN s.basis = 'unknown' THEN s.until - 1 ELSE s.available_on + 40 + pg_temp.k(s.n, 460, s.until - s.available_on - 60) END AS taken_on
  FROM demo_stock s
  WHERE s.until - s.available_on > 120 AND CASE WHEN s.basis = 'unknown' THEN pg_temp.u(s.n, 461) < 0.5 ELSE pg_temp.u(s.n, 461) < 1 / 12.0 END
), expected AS (
  SELECT p.n, sum(m.seeds) FILTER (WHERE m.effective_date <= p.taken_on) AS expected
  FROM planned p JOIN pr_exsitu.t_stock_movements m ON m.id_seed_lot = p.id_seed_lot AND m.id_place = p.id_main_box
  GROUP BY p.n
), later AS (
  SELECT p.n, least(min(v.running_seeds), max(e.expected)) AS least_after
  FROM planned p JOIN expected e USING (n)
  LEFT JOIN pr_exsitu.v_stock_ledger v ON v.id_seed_lot = p.id_seed_lot AND v.id_place = p.id_main_box AND v.effective_date > p.taken_on
  GROUP BY p.n
), found AS (
  SELECT p.*, coalesce(e.expected, 0) AS expected,
         CASE WHEN p.basis = 'unknown' THEN 80 + pg_temp.k(p.n, 462, 900) - coalesce(e.expected, 0) ELSE greatest(pg_temp.k(p.n, 462, 25) - 16, -l.least_after) END AS correction
  FROM planned p JOIN expected e USING (n) JOIN later l USING (n)
)
SELECT md5('movement_take' || f.n)::uuid, md5('operation_take' || f.n)::uuid, f.id_seed_lot, f.id_main_box, 'inventory_correction', f.correction, 'counted', f.expected + f.correction,
       f.taken_on, CASE WHEN f.id_organism = 2 THEN 14 ELSE 11 END, CASE WHEN f.basis = 'unknown' THEN 'Premier comptage du lot.' ELSE 'Inventaire de la boîte.' END, f.id_digitiser,
       (f.taken_on + TIME '17:30') AT TIME ZONE 'Europe/Paris'
FROM found f
ORDER BY f.taken_on, f.n;

-- What ends a lot takes all that is left, with the reserve and the reason for it.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, is_total, effective_date, id_actor, id_partner, reason, reserve_override_reason, id_digitiser, meta_create_date, id_permit)
SELECT md5('movement_end' || s.n || '-' || b.id_place)::uuid, md5('operation_end' || s.n)::uuid, s.id_seed_lot, b.id_place,
       CASE s.status WHEN 'expired' THEN 'destruction' WHEN 'transferred' THEN 'exchange' ELSE (ARRAY['reintroduction', 'cultivation'])[1 + pg_temp.k(s.n, 470, 2)] END, -b.seeds, b.basis, true, s.status_date,
       CASE WHEN s.id_organism = 2 THEN 14 ELSE 12 END, p.id_partner,
       CASE s.status WHEN 'expired' THEN 'Plus aucune germination au dernier test.' WHEN 'transferred' THEN 'Lot confié à un partenaire.' ELSE 'Dernières semences utilisées.' END,
       CASE WHEN s.reserve > 0 THEN 'Fin du lot décidée par la responsable.' END, s.id_digitiser, (s.status_date + TIME '17:00') AT TIME ZONE 'Europe/Paris',
       (SELECT p.id_permit FROM pr_exsitu.t_permits p WHERE CASE s.status WHEN 'transferred' THEN 'exchange' WHEN 'exhausted' THEN (ARRAY['reintroduction', 'cultivation'])[1 + pg_temp.k(s.n, 470, 2)] END IN ('gift', 'exchange', 'reintroduction') AND p.uuid = md5('permit' || 1991 + 5 * ((extract(year FROM s.status_date)::integer - 1991) / 5))::uuid)
FROM demo_stock s JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
LEFT JOIN pr_exsitu.t_partners p ON s.status = 'transferred' AND p.uuid = md5('partner' || CASE WHEN s.id_organism = 2 THEN 13 + pg_temp.k(s.n, 471, 2) ELSE 1 + pg_temp.k(s.n, 471, 6) END)::uuid
WHERE s.status IN ('exhausted', 'expired', 'transferred') AND b.seeds > 0
ORDER BY s.status_date, s.n, b.id_place;

-- A few times the reserve itself was broken into, by someone who may.
INSERT INTO pr_exsitu.t_stock_movements (uuid, uuid_operation, id_seed_lot, id_place, kind, seeds, basis, effective_date, id_actor, reason, reserve_override_reason, id_digitiser, meta_create_date, id_permit)
SELECT md5('movement_reserve' || s.n)::uuid, md5('operation_reserve' || s.n)::uuid, s.id_seed_lot, b.id_place, 'reintroduction', -(b.seeds - s.reserve / 2), 'counted', b.last_date + 2, 12,
       'Sauvetage d''une population menacée', 'Urgence : station détruite par un éboulement.', 12, (b.last_date + 2 + TIME '18:00') AT TIME ZONE 'Europe/Paris',
       (SELECT p.id_permit FROM pr_exsitu.t_permits p WHERE 'reintroduction' IN ('gift', 'exchange', 'reintroduction') AND p.uuid = md5('permit' || 1991 + 5 * ((extract(year FROM b.last_date + 2)::integer - 1991) / 5))::uuid)
FROM demo_stock s
JOIN (SELECT id_seed_lot, min(id_place) AS id_place, min(seeds) AS seeds, max(last_date) AS last_date FROM pr_exsitu.t_stock_balances GROUP BY id_seed_lot HAVING count(*) = 1) b USING (id_seed_lot)
WHERE s.reserve > 0 AND s.id_organism = 1 AND s.status = 'active' AND b.seeds BETWEEN s.reserve AND s.reserve + 400 AND b.last_date < DATE '2026-11-01' AND pg_temp.u(s.n, 480) < 0.06
ORDER BY s.n;

ANALYZE pr_exsitu.t_stock_movements, pr_exsitu.t_stock_balances;
