-- A harvest is taken back through its event, with the material and the lot that were made with it,
-- unless something came of them since. What was made with it has the instant of the event.
CREATE FUNCTION pr_exsitu.harvest_uses(harvest integer) RETURNS TABLE (kind text, code text)
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  WITH made AS (
    SELECT h.id_harvest, e.meta_create_date AS made_at FROM pr_exsitu.t_harvests h
    JOIN pr_exsitu.t_cultivation_events e ON e.id_event = h.id_cultivation_event WHERE h.id_harvest = harvest
  ), material AS (
    SELECT m.id_material, m.code, m.meta_create_date = made.made_at AS with_it, made.made_at
    FROM made JOIN pr_exsitu.t_materials m USING (id_harvest)
  ), lot AS (
    SELECT l.id_seed_lot, l.code, l.meta_create_date = material.made_at AS with_it, material.made_at
    FROM material JOIN pr_exsitu.t_seed_lots l USING (id_material)
  )
  SELECT 'material', m.code FROM material m WHERE NOT m.with_it
  UNION ALL SELECT 'material', p.code FROM material m JOIN pr_exsitu.t_materials p ON p.id_parent_material = m.id_material
  UNION ALL SELECT 'sowing', s.code FROM material m JOIN pr_exsitu.t_sowings s USING (id_material)
  UNION ALL SELECT 'cultivation', c.code FROM material m JOIN pr_exsitu.t_cultivations c USING (id_material)
  UNION ALL SELECT 'seed_lot', l.code FROM lot l WHERE NOT l.with_it
  UNION ALL SELECT 'seed_test', t.code FROM lot l JOIN pr_exsitu.t_seed_tests t USING (id_seed_lot)
  UNION ALL SELECT 'seed_lot', l.code FROM lot l WHERE EXISTS (SELECT FROM pr_exsitu.t_seed_weighings w WHERE w.id_seed_lot = l.id_seed_lot)
    OR EXISTS (SELECT FROM pr_exsitu.t_humidity_checks w WHERE w.id_seed_lot = l.id_seed_lot)
    OR EXISTS (SELECT FROM pr_exsitu.t_dryings w WHERE w.id_seed_lot = l.id_seed_lot)
    OR EXISTS (SELECT FROM pr_exsitu.t_stock_movements w LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = w.id_stock_movement
               WHERE w.id_seed_lot = l.id_seed_lot AND w.id_reversed IS NULL AND r.id_stock_movement IS NULL AND w.meta_create_date <> l.made_at)
$$;
COMMENT ON FUNCTION pr_exsitu.harvest_uses(integer) IS 'What came of a harvest made on a cultivation since it was made: kind and code of the records.';

CREATE FUNCTION pr_exsitu.take_harvests_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  harvests integer[];
  materials integer[];
  lots integer[];
  bad record;
BEGIN
  SELECT array_agg(h.id_harvest) INTO harvests FROM new_rows n JOIN pr_exsitu.t_harvests h ON h.id_cultivation_event = n.id_reversed;
  IF harvests IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT u.kind, u.code INTO bad FROM unnest(harvests) h CROSS JOIN LATERAL pr_exsitu.harvest_uses(h) u LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('event_harvest_used', jsonb_build_object('kind', bad.kind, 'code', bad.code));
  END IF;
  materials := ARRAY(SELECT m.id_material FROM pr_exsitu.t_materials m WHERE m.id_harvest = ANY (harvests));
  lots := ARRAY(SELECT l.id_seed_lot FROM pr_exsitu.t_seed_lots l WHERE l.id_material = ANY (materials));

  -- The seeds leave the stock by the reversal of their entry.
  INSERT INTO pr_exsitu.t_stock_movements
    (uuid_operation, id_seed_lot, id_place, kind, seeds, mass_g, basis, effective_date, cause_type, cause_uuid, id_reversed, reason, id_digitiser)
  SELECT n.uuid_operation, m.id_seed_lot, m.id_place, 'reversal', -m.seeds, -m.mass_g, m.basis, m.effective_date, m.cause_type, m.cause_uuid,
         m.id_stock_movement, n.reason, n.id_digitiser
  FROM new_rows n JOIN pr_exsitu.t_harvests h ON h.id_cultivation_event = n.id_reversed
  JOIN pr_exsitu.t_materials t USING (id_harvest) JOIN pr_exsitu.t_seed_lots l USING (id_material)
  JOIN pr_exsitu.t_stock_movements m USING (id_seed_lot)
  LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
  WHERE m.id_reversed IS NULL AND r.id_stock_movement IS NULL;

  -- Lines of the ledger stay: a lot that has some is put away with what it comes from, the others are deleted.
  DELETE FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = ANY (lots)
    AND NOT EXISTS (SELECT FROM pr_exsitu.t_stock_movements m WHERE m.id_seed_lot = l.id_seed_lot);
  DELETE FROM pr_exsitu.t_materials m WHERE m.id_material = ANY (materials)
    AND NOT EXISTS (SELECT FROM pr_exsitu.t_seed_lots l WHERE l.id_material = m.id_material);
  DELETE FROM pr_exsitu.t_harvests h WHERE h.id_harvest = ANY (harvests)
    AND NOT EXISTS (SELECT FROM pr_exsitu.t_materials m WHERE m.id_harvest = h.id_harvest);
  UPDATE pr_exsitu.t_seed_lots SET archived_at = now() WHERE id_seed_lot = ANY (lots) AND archived_at IS NULL;
  UPDATE pr_exsitu.t_materials SET archived_at = now() WHERE id_material = ANY (materials) AND archived_at IS NULL;
  UPDATE pr_exsitu.t_harvests SET archived_at = now() WHERE id_harvest = ANY (harvests) AND archived_at IS NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.take_harvests_back() IS 'Statement trigger: the reversal of a harvest takes back what was made with it, unless something came of it.';
CREATE TRIGGER take_harvests_back AFTER INSERT ON pr_exsitu.t_cultivation_events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.take_harvests_back();

-- What an event made, as its answer says it.
CREATE VIEW pr_exsitu.v_harvests_of_events AS
SELECT e.id_event, e.uuid AS event_uuid, h.uuid AS harvest_uuid, h.code AS harvest_code,
       m.uuid AS material_uuid, m.code AS material_code, m.generation, l.uuid AS lot_uuid, l.code AS lot_code
FROM pr_exsitu.t_harvests h
JOIN pr_exsitu.t_cultivation_events e ON e.id_event = h.id_cultivation_event
LEFT JOIN LATERAL (SELECT t.* FROM pr_exsitu.t_materials t WHERE t.id_harvest = h.id_harvest ORDER BY t.id_material LIMIT 1) m ON true
LEFT JOIN LATERAL (SELECT t.* FROM pr_exsitu.t_seed_lots t WHERE t.id_material = m.id_material AND t.meta_create_date = e.meta_create_date
                   ORDER BY t.id_seed_lot LIMIT 1) l ON true
WHERE h.archived_at IS NULL;
COMMENT ON VIEW pr_exsitu.v_harvests_of_events IS 'Harvests made on cultivations, with the material and the lot that were made with each.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.id_event IS 'Event.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.event_uuid IS 'Identifier of the event.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.harvest_uuid IS 'Identifier of the harvest.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.harvest_code IS 'Code of the harvest.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.material_uuid IS 'Identifier of its material.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.material_code IS 'Code of its material.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.generation IS 'Generation of its material.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.lot_uuid IS 'Identifier of the lot, when one was made.';
COMMENT ON COLUMN pr_exsitu.v_harvests_of_events.lot_code IS 'Code of the lot.';
