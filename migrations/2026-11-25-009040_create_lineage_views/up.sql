-- What comes from what, from the harvest in the wild to the lot of the twelfth generation. Merging is no
-- link: plants of one material that are put together again are neither ancestor nor descendant.
CREATE VIEW pr_exsitu.v_lineage AS
SELECT 'harvest'::text AS parent_kind, m.id_harvest AS parent_id, 'material'::text AS child_kind, m.id_material AS child_id, 'origin'::text AS link
FROM pr_exsitu.t_materials m WHERE m.id_harvest IS NOT NULL
UNION ALL SELECT 'reception', m.id_reception, 'material', m.id_material, 'origin' FROM pr_exsitu.t_materials m WHERE m.id_reception IS NOT NULL
UNION ALL SELECT 'material', m.id_parent_material, 'material', m.id_material, 'part' FROM pr_exsitu.t_materials m WHERE m.id_parent_material IS NOT NULL
UNION ALL SELECT 'material', l.id_material, 'seed_lot', l.id_seed_lot, 'lot' FROM pr_exsitu.t_seed_lots l
UNION ALL SELECT 'seed_lot', t.id_seed_lot, 'seed_test', t.id_seed_test, 'test' FROM pr_exsitu.t_seed_tests t WHERE t.id_parent_test IS NULL
UNION ALL SELECT 'seed_test', t.id_parent_test, 'seed_test', t.id_seed_test, 'second_chance' FROM pr_exsitu.t_seed_tests t WHERE t.id_parent_test IS NOT NULL
UNION ALL SELECT 'seed_lot', s.id_seed_lot, 'sowing', s.id_sowing, 'sowing' FROM pr_exsitu.t_sowings s WHERE s.id_seed_lot IS NOT NULL
UNION ALL SELECT 'seed_test', s.id_seed_test, 'sowing', s.id_sowing, 'sowing' FROM pr_exsitu.t_sowings s WHERE s.id_seed_test IS NOT NULL
UNION ALL SELECT 'material', s.id_material, 'sowing', s.id_sowing, 'sowing' FROM pr_exsitu.t_sowings s WHERE s.id_seed_lot IS NULL AND s.id_seed_test IS NULL
UNION ALL SELECT 'sowing', c.id_sowing, 'cultivation', c.id_cultivation, 'seedlings' FROM pr_exsitu.t_cultivations c WHERE c.id_sowing IS NOT NULL
UNION ALL SELECT 'seed_test', c.id_seed_test, 'cultivation', c.id_cultivation, 'seedlings' FROM pr_exsitu.t_cultivations c WHERE c.id_seed_test IS NOT NULL
UNION ALL SELECT 'cultivation', c.id_parent_cultivation, 'cultivation', c.id_cultivation, c.parentage FROM pr_exsitu.t_cultivations c WHERE c.id_parent_cultivation IS NOT NULL
UNION ALL SELECT 'material', c.id_material, 'cultivation', c.id_cultivation, 'plants' FROM pr_exsitu.t_cultivations c
  WHERE c.id_sowing IS NULL AND c.id_seed_test IS NULL AND c.id_parent_cultivation IS NULL
UNION ALL SELECT 'cultivation', e.id_cultivation, 'harvest', h.id_harvest, 'harvest'
  FROM pr_exsitu.t_cultivation_events e JOIN pr_exsitu.t_harvests h ON h.id_cultivation_event = e.id_event
  WHERE e.kind = 'harvest' AND NOT EXISTS (SELECT FROM pr_exsitu.t_cultivation_events r WHERE r.id_reversed = e.id_event);
COMMENT ON VIEW pr_exsitu.v_lineage IS 'Which record comes from which: one row a link.';
COMMENT ON COLUMN pr_exsitu.v_lineage.parent_kind IS 'Kind of the record it comes from.';
COMMENT ON COLUMN pr_exsitu.v_lineage.parent_id IS 'Internal key of that record.';
COMMENT ON COLUMN pr_exsitu.v_lineage.child_kind IS 'Kind of the record that comes from it.';
COMMENT ON COLUMN pr_exsitu.v_lineage.child_id IS 'Internal key of that record.';
COMMENT ON COLUMN pr_exsitu.v_lineage.link IS 'How it comes from it.';

-- The sowings by their material alone, which is read from there: those of a lot are many.
CREATE INDEX t_sowings_fresh_idx ON pr_exsitu.t_sowings (id_material) WHERE id_seed_lot IS NULL AND id_seed_test IS NULL;
CREATE INDEX t_cultivations_of_material_idx ON pr_exsitu.t_cultivations (id_material)
  WHERE id_sowing IS NULL AND id_seed_test IS NULL AND id_parent_cultivation IS NULL;

CREATE VIEW pr_exsitu.v_lineage_records AS
SELECT 'harvest'::text AS kind, h.id_harvest AS id, h.uuid, h.code, h.id_dataset, h.id_digitiser,
       ARRAY(SELECT o.id_role FROM pr_exsitu.cor_harvest_observers o WHERE o.id_harvest = h.id_harvest) AS people,
       h.id_harvest, NULL::integer AS id_material,
       (SELECT min(m.id_material) FROM pr_exsitu.t_materials m WHERE m.id_harvest = h.id_harvest) AS id_taxon_material,
       coalesce((SELECT c.generation FROM pr_exsitu.t_cultivation_events e JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
                 WHERE e.id_event = h.id_cultivation_event), 0::smallint) AS generation,
       h.date_min AS date, NULL::text AS state, h.archived_at IS NOT NULL AS is_archived
FROM pr_exsitu.t_harvests h
UNION ALL
SELECT 'reception', r.id_reception, r.uuid, coalesce(r.partner_number, ''), r.id_dataset, r.id_digitiser, '{}'::integer[], NULL, NULL,
       (SELECT min(m.id_material) FROM pr_exsitu.t_materials m WHERE m.id_reception = r.id_reception), 0::smallint, r.date_received, NULL, r.archived_at IS NOT NULL
FROM pr_exsitu.t_receptions r
UNION ALL
SELECT 'material', m.id_material, m.uuid, m.code, m.id_dataset, m.id_digitiser, '{}', m.id_harvest, m.id_material, m.id_material,
       m.generation, NULL, NULL, m.archived_at IS NOT NULL
FROM pr_exsitu.t_materials m
UNION ALL
SELECT 'seed_lot', l.id_seed_lot, l.uuid, l.code, l.id_dataset, l.id_digitiser, '{}', m.id_harvest, l.id_material, l.id_material,
       m.generation, l.packaging_date, l.status, l.archived_at IS NOT NULL
FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.t_materials m USING (id_material)
UNION ALL
SELECT 'seed_test', t.id_seed_test, t.uuid, t.code, t.id_dataset, t.id_digitiser,
       ARRAY(SELECT w.id_role FROM pr_exsitu.cor_seed_test_people w WHERE w.id_seed_test = t.id_seed_test), m.id_harvest, m.id_material, m.id_material,
       m.generation, t.date_start, t.state, t.archived_at IS NOT NULL
FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) JOIN pr_exsitu.t_materials m USING (id_material)
UNION ALL
SELECT 'sowing', s.id_sowing, s.uuid, s.code, s.id_dataset, s.id_digitiser,
       ARRAY(SELECT w.id_role FROM pr_exsitu.cor_sowing_people w WHERE w.id_sowing = s.id_sowing), m.id_harvest, m.id_material, m.id_material,
       m.generation, s.sowing_date, s.state, s.archived_at IS NOT NULL
FROM pr_exsitu.t_sowings s JOIN pr_exsitu.t_materials m USING (id_material)
UNION ALL
SELECT 'cultivation', c.id_cultivation, c.uuid, c.code, c.id_dataset, c.id_digitiser,
       CASE WHEN c.id_responsible IS NULL THEN '{}' ELSE ARRAY[c.id_responsible] END, m.id_harvest, m.id_material, m.id_material,
       c.generation, y.date_start, CASE WHEN y.outcome IS NULL THEN 'open' ELSE 'closed' END, c.archived_at IS NOT NULL
FROM pr_exsitu.t_cultivations c JOIN pr_exsitu.t_materials m USING (id_material) LEFT JOIN pr_exsitu.t_cultivation_tallies y USING (id_cultivation);
COMMENT ON VIEW pr_exsitu.v_lineage_records IS 'Every record of a lineage in the same words, and whom it belongs to.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.kind IS 'harvest, reception, material, seed_lot, seed_test, sowing or cultivation.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.code IS 'Code; the number of the donor for a reception.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id_dataset IS 'Dataset of the host.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id_digitiser IS 'Role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.people IS 'Roles named on it besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id_harvest IS 'Harvest it comes from, as rights ask for it.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id_material IS 'Material, as rights ask for it.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.id_taxon_material IS 'Material whose main taxon is shown.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.generation IS 'Generations in culture since the wild.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.date IS 'Day it begins, when it has one.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.state IS 'State, in the words of its kind.';
COMMENT ON COLUMN pr_exsitu.v_lineage_records.is_archived IS 'It is put away.';

-- Nothing is its own ancestor. A new record has no descendant: only a change could close a circle.
CREATE FUNCTION pr_exsitu.check_lineage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  own integer := (to_jsonb(NEW) ->> TG_ARGV[1])::integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pr_exsitu.v_lineage'));
  IF EXISTS (
    WITH RECURSIVE up (kind, id) AS (
      SELECT v.parent_kind, v.parent_id FROM pr_exsitu.v_lineage v WHERE v.child_kind = TG_ARGV[0] AND v.child_id = own
      UNION
      SELECT e.parent_kind, e.parent_id FROM up CROSS JOIN LATERAL (
        SELECT v.parent_kind, v.parent_id FROM pr_exsitu.v_lineage v WHERE v.child_kind = up.kind AND v.child_id = up.id OFFSET 0) e
    )
    SELECT FROM up WHERE kind = TG_ARGV[0] AND id = own
  ) THEN
    PERFORM pr_exsitu.refuse('lineage_acyclic');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_lineage() IS 'Row trigger: a record is never its own ancestor, through whatever records.';
CREATE TRIGGER lineage AFTER UPDATE OF id_harvest, id_parent_material ON pr_exsitu.t_materials
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_lineage('material', 'id_material');
CREATE TRIGGER lineage AFTER UPDATE OF id_material ON pr_exsitu.t_seed_lots
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_lineage('seed_lot', 'id_seed_lot');
CREATE TRIGGER lineage AFTER UPDATE OF id_seed_lot, id_parent_test ON pr_exsitu.t_seed_tests
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_lineage('seed_test', 'id_seed_test');
CREATE TRIGGER lineage AFTER UPDATE OF id_material, id_seed_lot, id_seed_test ON pr_exsitu.t_sowings
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_lineage('sowing', 'id_sowing');
