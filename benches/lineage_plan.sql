-- The plan of a lineage of 12 generations and 10 000 records, beside that of one record read alone.
--
--   psql <the PostgreSQL address that `gn-exsitu dev` prints> -f benches/lineage_plan.sql
--
-- It fills the bank in a transaction that it gives up, and explains the service's own statement (a unit
-- test keeps the two alike). Figures of one machine: the two readings of one run are what to compare.
\set ON_ERROR_STOP on
\pset pager off
SET client_min_messages = warning;
-- What the service sets on each of its connections.
SET random_page_cost = 1.1;
SET jit = off;
SET enable_memoize = off;
BEGIN;
SET LOCAL session_replication_role = replica;
CREATE TEMPORARY TABLE bench_start (uuid uuid) ON COMMIT DROP;

-- In each generation a material gives 256 lots, each sown and grown; one cultivation gives the next.
DO $$
DECLARE
  place integer := (SELECT min(id_place) FROM pr_exsitu.t_places);
  material integer;
  lots integer[];
  sowings integer[];
  cultivations integer[];
  event integer;
  harvest integer;
  role integer := (SELECT min(id_digitiser) FROM pr_exsitu.t_materials);
  dataset integer := (SELECT min(id_dataset) FROM pr_exsitu.t_materials);
  ex_situ integer := ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_TYPE', 'rex');
  seed integer := ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_MATERIAL', 'gr');
BEGIN
  INSERT INTO pr_exsitu.t_harvests (code, id_dataset, id_nomenclature_harvest_type, date_precision, id_digitiser)
  VALUES ('R1900_0000', dataset, ref_nomenclatures.get_id_nomenclature('EXS_HARVEST_TYPE', 'rin'), 'unknown', role) RETURNING id_harvest INTO harvest;
  FOR g IN 0 .. 12 LOOP
    INSERT INTO pr_exsitu.t_materials (code, id_dataset, id_harvest, id_nomenclature_material_type, generation, id_digitiser)
    VALUES (format('1900_%s', lpad(g::text, 6, '0')), dataset, harvest, seed, g, role) RETURNING id_material INTO material;
    INSERT INTO pr_exsitu.cor_material_taxa (id_material, rank, cd_nom, cited_name)
    SELECT material, 1, cd_nom, cited_name FROM pr_exsitu.cor_material_taxa LIMIT 1;
    WITH made AS (
      INSERT INTO pr_exsitu.t_seed_lots (code, id_dataset, id_material, id_digitiser)
      SELECT format('L1900_%s', lpad((g * 256 + n)::text, 6, '0')), dataset, material, role FROM generate_series(1, 256) n RETURNING id_seed_lot
    ) SELECT array_agg(id_seed_lot ORDER BY id_seed_lot) INTO lots FROM made;
    WITH made AS (
      INSERT INTO pr_exsitu.t_sowings (code, id_dataset, id_material, source_kind, id_seed_lot, id_source_place, state, sowing_date, sown_unit, sown_basis, id_digitiser)
      SELECT format('S1900_%s', lpad((g * 256 + n)::text, 6, '0')), dataset, material, 'seed_lot', lot, place, 'sown', '1900-01-01', 'seed', 'unknown', role
      FROM unnest(lots) WITH ORDINALITY AS l (lot, n) RETURNING id_sowing
    ) SELECT array_agg(id_sowing ORDER BY id_sowing) INTO sowings FROM made;
    WITH made AS (
      INSERT INTO pr_exsitu.t_cultivations (code, id_dataset, id_material, id_sowing, generation, id_digitiser)
      SELECT format('C1900_%s', lpad((g * 256 + n)::text, 6, '0')), dataset, material, sowing, g, role
      FROM unnest(sowings) WITH ORDINALITY AS s (sowing, n) RETURNING id_cultivation
    ) SELECT array_agg(id_cultivation ORDER BY id_cultivation) INTO cultivations FROM made;
    INSERT INTO pr_exsitu.t_cultivation_events (uuid_operation, id_cultivation, kind, event_date, said, id_digitiser)
    VALUES (gen_random_uuid(), cultivations[1], 'harvest', '1900-01-01', '{}', role) RETURNING id_event INTO event;
    INSERT INTO pr_exsitu.t_harvests (code, id_dataset, id_nomenclature_harvest_type, date_min, date_max, date_precision, id_cultivation_event, collecting_source, to_synthese, id_digitiser)
    VALUES (format('R1900_%s', lpad((g + 1)::text, 4, '0')), dataset, ex_situ, '1900-01-01', '1900-01-01', 'day', event, 40, false, role) RETURNING id_harvest INTO harvest;
  END LOOP;
END
$$;
INSERT INTO bench_start SELECT uuid FROM pr_exsitu.t_harvests WHERE code = 'R1900_0000';
ANALYZE pr_exsitu.t_harvests, pr_exsitu.t_materials, pr_exsitu.t_seed_lots, pr_exsitu.t_sowings, pr_exsitu.t_cultivations, pr_exsitu.t_cultivation_events;

-- As the service sends them, and planned once for all parameters, as prepared statements end up being.
SET LOCAL plan_cache_mode = force_generic_plan;
PREPARE lineage (uuid, integer) AS
WITH RECURSIVE root AS MATERIALIZED (
  SELECT kind, id FROM pr_exsitu.v_lineage_records WHERE uuid = $1 AND (true)), up AS (
  SELECT kind, id, 0 AS depth FROM root
  UNION
  SELECT e.parent_kind, e.parent_id, up.depth + 1 FROM up CROSS JOIN LATERAL (
    SELECT v.parent_kind, v.parent_id FROM pr_exsitu.v_lineage v WHERE v.child_kind = up.kind AND v.child_id = up.id OFFSET 0) e
  WHERE up.depth < $2), down AS (
  SELECT kind, id, 0 AS depth FROM root
  UNION
  SELECT e.child_kind, e.child_id, down.depth + 1 FROM down CROSS JOIN LATERAL (
    SELECT v.child_kind, v.child_id FROM pr_exsitu.v_lineage v WHERE v.parent_kind = down.kind AND v.parent_id = down.id OFFSET 0) e
  WHERE down.depth < $2), near AS (
  SELECT kind, id, -min(depth) AS steps FROM up GROUP BY kind, id
  UNION
  SELECT kind, id, min(depth) FROM down GROUP BY kind, id
), shown AS MATERIALIZED (
  SELECT kind, id, steps, (row_number() OVER nearest - 1)::integer AS rank, count(*) OVER () AS total FROM near
  WINDOW nearest AS (ORDER BY abs(steps), steps, kind, id)
  ORDER BY abs(steps), steps, kind, id LIMIT 20000), linked AS (
  SELECT e.rank, jsonb_agg(jsonb_build_object('from', p.rank, 'link', e.link) ORDER BY p.rank) AS parents
  FROM (SELECT s.rank, v.parent_kind, v.parent_id, v.link FROM shown s CROSS JOIN LATERAL (
          SELECT w.parent_kind, w.parent_id, w.link FROM pr_exsitu.v_lineage w WHERE w.child_kind = s.kind AND w.child_id = s.id OFFSET 0) v) e
  JOIN shown p ON p.kind = e.parent_kind AND p.id = e.parent_id
  GROUP BY e.rank
)
SELECT s.rank, s.kind, s.steps, s.total, r.uuid, r.code, r.generation, r.date, r.state, r.is_archived,
       t.cd_nom, t.cited_name, x.lb_nom::text, x.nom_vern::text, r.readable, coalesce(l.parents, '[]')
FROM shown s
CROSS JOIN LATERAL (
  SELECT w.uuid, w.code, w.generation, w.date, w.state, w.is_archived, w.id_taxon_material, (true) AS readable
  FROM pr_exsitu.v_lineage_records w WHERE w.kind = s.kind AND w.id = s.id OFFSET 0) r
LEFT JOIN linked l ON l.rank = s.rank
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = r.id_taxon_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
ORDER BY s.rank;
PREPARE one (uuid) AS SELECT * FROM pr_exsitu.v_materials WHERE uuid = $1;
SELECT uuid AS start FROM bench_start \gset
SELECT uuid AS material FROM pr_exsitu.t_materials WHERE code = '1900_000000' \gset

\o /dev/null
EXECUTE lineage (:'start', 100);
EXECUTE one (:'material');
\o
\echo 'the lineage from the wild harvest'
EXPLAIN (ANALYZE, BUFFERS) EXECUTE lineage (:'start', 100);
\echo 'one material read alone'
EXPLAIN (ANALYZE, BUFFERS) EXECUTE one (:'material');
ROLLBACK;
