-- Humidity rounds of the last three autumns: boxes visited or not, most lots dry, some never checked.
SELECT set_config('exsitu.id_role', '11', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

INSERT INTO pr_exsitu.t_humidity_checks (uuid, id_seed_lot, id_place, check_date, id_nomenclature_level, id_nomenclature_indicator, indicator_changed_on,
  moisture_percent, equilibrium_humidity, temperature, id_nomenclature_device, id_observer, remarks, id_digitiser, meta_create_date)
WITH term AS (
  SELECT t.mnemonique AS type, n.cd_nomenclature AS cd, n.id_nomenclature
  FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique IN ('EXS_HUMIDITY_LEVEL', 'EXS_COLOR_TABLET', 'EXS_HUMIDITY_DEVICE')
), standing AS (
  SELECT b.id_seed_lot, b.id_place, p.id_organism, min(m.effective_date) AS since
  FROM pr_exsitu.t_stock_balances b JOIN pr_exsitu.t_places p USING (id_place)
  JOIN pr_exsitu.t_stock_movements m ON m.id_seed_lot = b.id_seed_lot AND m.id_place = b.id_place
  WHERE b.seeds IS DISTINCT FROM 0 GROUP BY b.id_seed_lot, b.id_place, p.id_organism
), visit AS (
  SELECT s.*, r.i, s.id_seed_lot::bigint * 8 + r.i AS n, r.day + pg_temp.k(s.id_place, 500 + r.i, 20) AS day
  FROM standing s CROSS JOIN (VALUES (1, DATE '2024-10-07', 0.4), (2, DATE '2025-10-06', 0.5), (3, DATE '2026-10-05', 0.6)) AS r (i, day, share)
  WHERE pg_temp.u(s.id_place, 510 + r.i) < r.share AND pg_temp.u(s.id_seed_lot, 520) < 0.92
), found AS (
  SELECT v.*, CASE WHEN pg_temp.u(n, 530) < 0.86 THEN 'sec' WHEN pg_temp.u(n, 530) < 0.95 THEN 'mh' ELSE 'hum' END AS level,
         pg_temp.u(n, 531) < 0.15 AS aw, pg_temp.u(n, 532) < 0.03 AS oven, pg_temp.u(n, 533) < 0.7 AS seen, pg_temp.u(n, 534) < 0.7 AS changed
  FROM visit v WHERE v.day >= v.since
)
SELECT md5('humidity_check' || l.uuid || p.uuid || f.i)::uuid, f.id_seed_lot, f.id_place, f.day, level.id_nomenclature, indicator.id_nomenclature,
       CASE WHEN f.level <> 'sec' AND f.changed THEN f.day END,
       CASE WHEN f.oven THEN round((4 + 4 * pg_temp.u(f.n, 540))::numeric, 1) END,
       CASE WHEN f.aw THEN round((CASE f.level WHEN 'sec' THEN 12 + 12 * pg_temp.u(f.n, 541) ELSE 35 + 25 * pg_temp.u(f.n, 541) END)::numeric, 1) END,
       CASE WHEN f.aw THEN 20 + pg_temp.k(f.n, 542, 4) END, device.id_nomenclature,
       CASE f.id_organism WHEN 1 THEN 11 ELSE 14 END,
       CASE WHEN f.level = 'hum' THEN (ARRAY['Joint du flacon à changer.', 'Sachet percé, reconditionné.', NULL])[1 + pg_temp.k(f.n, 543, 3)] END,
       CASE f.id_organism WHEN 1 THEN 11 ELSE 14 END, (f.day + TIME '10:30') AT TIME ZONE 'Europe/Paris'
FROM found f
JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) JOIN pr_exsitu.t_places p USING (id_place)
JOIN term level ON level.type = 'EXS_HUMIDITY_LEVEL' AND level.cd = f.level
LEFT JOIN term indicator ON indicator.type = 'EXS_COLOR_TABLET' AND f.seen AND indicator.cd = CASE f.level WHEN 'sec' THEN 'ob' WHEN 'mh' THEN 'ci' ELSE 'br' END
LEFT JOIN term device ON device.type = 'EXS_HUMIDITY_DEVICE' AND f.aw AND device.cd = 'awm'
ORDER BY f.day, f.id_seed_lot, f.id_place;

-- A box that was in another drawer, with the lots in it.
INSERT INTO pr_exsitu.t_place_moves (uuid, id_place, id_parent_before, id_parent_after, effective_date, id_digitiser, meta_create_date)
SELECT md5('place_move1')::uuid, b.id_place, d.id_place, b.id_parent, DATE '2022-03-14', 11, TIMESTAMPTZ '2022-03-14 11:00+01'
FROM pr_exsitu.t_places b JOIN pr_exsitu.t_places d ON d.code = 'CF1' AND d.id_organism = b.id_organism WHERE b.code = 'CONG1-E1-B01';
