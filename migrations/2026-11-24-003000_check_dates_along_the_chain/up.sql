-- Known dates do not contradict each other from the harvest to the sowing: only a
-- provable contradiction is refused.
CREATE FUNCTION pr_exsitu.origin_date(material integer) RETURNS date
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up AS (
    SELECT m.id_material, m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m WHERE m.id_material = material
    UNION
    SELECT m.id_material, m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m JOIN up ON m.id_material = up.id_parent_material
  )
  SELECT max(coalesce((SELECT h.date_min FROM pr_exsitu.t_harvests h WHERE h.id_harvest = up.id_harvest),
                      (SELECT r.date_received FROM pr_exsitu.t_receptions r WHERE r.id_reception = up.id_reception))) FROM up
$$;
COMMENT ON FUNCTION pr_exsitu.origin_date(integer) IS 'The first day a material can have existed: that of its harvest or reception; null when unknown.';

CREATE FUNCTION pr_exsitu.check_lot_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date := pr_exsitu.origin_date(NEW.id_material);
BEGIN
  IF NEW.id_import IS NULL AND least(NEW.packaging_date, NEW.pre_drying_start, NEW.drying_start) < origin THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', least(NEW.packaging_date, NEW.pre_drying_start, NEW.drying_start), 'origin', origin));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_lot_dates() IS 'Row trigger: a lot is not older than its material.';
CREATE TRIGGER lot_dates AFTER INSERT OR UPDATE OF id_material, packaging_date, pre_drying_start, drying_start ON pr_exsitu.t_seed_lots
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_lot_dates();

CREATE FUNCTION pr_exsitu.check_sowing_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date := pr_exsitu.origin_date(NEW.id_material);
BEGIN
  IF NEW.id_import IS NULL AND NEW.sowing_date < origin THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', NEW.sowing_date, 'origin', origin));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowing_dates() IS 'Row trigger: nothing is sown before it was harvested.';
CREATE TRIGGER sowing_dates AFTER INSERT OR UPDATE OF id_material, sowing_date ON pr_exsitu.t_sowings
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_sowing_dates();

CREATE FUNCTION pr_exsitu.check_movement_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  -- Once per lot, for its earliest movement of the statement.
  SELECT l.code, first.effective_date, o.origin INTO bad
  FROM (SELECT n.id_seed_lot, min(n.effective_date) AS effective_date FROM new_rows n WHERE n.id_import IS NULL GROUP BY n.id_seed_lot) first
  JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  CROSS JOIN LATERAL (SELECT pr_exsitu.origin_date(l.id_material) AS origin OFFSET 0) o
  WHERE first.effective_date < o.origin
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', bad.effective_date, 'origin', bad.origin));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_movement_dates() IS 'Statement trigger: no seed moves before it was harvested.';
CREATE TRIGGER movement_dates AFTER INSERT ON pr_exsitu.t_stock_movements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_movement_dates();

CREATE FUNCTION pr_exsitu.check_origin_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date;
  bad record;
BEGIN
  origin := CASE TG_TABLE_NAME WHEN 't_harvests' THEN to_jsonb(NEW) ->> 'date_min' ELSE to_jsonb(NEW) ->> 'date_received' END;
  WITH RECURSIVE down AS (
    SELECT m.id_material FROM pr_exsitu.t_materials m
    WHERE (TG_TABLE_NAME = 't_harvests' AND m.id_harvest = (to_jsonb(NEW) ->> 'id_harvest')::integer)
       OR (TG_TABLE_NAME = 't_receptions' AND m.id_reception = (to_jsonb(NEW) ->> 'id_reception')::integer)
    UNION
    SELECT m.id_material FROM pr_exsitu.t_materials m JOIN down ON m.id_parent_material = down.id_material
  ), dated AS (
    SELECT l.code, least(l.packaging_date, l.pre_drying_start, l.drying_start, (SELECT min(s.effective_date) FROM pr_exsitu.t_stock_movements s WHERE s.id_seed_lot = l.id_seed_lot)) AS day
    FROM down JOIN pr_exsitu.t_seed_lots l USING (id_material) WHERE l.id_import IS NULL
    UNION ALL
    SELECT s.code, s.sowing_date FROM down JOIN pr_exsitu.t_sowings s USING (id_material) WHERE s.id_import IS NULL
  )
  SELECT d.code, d.day INTO bad FROM dated d WHERE d.day < origin ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', bad.day, 'origin', origin, 'code', bad.code));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_origin_dates() IS 'Row trigger: the date of an origin is not moved after what came from it.';
CREATE TRIGGER origin_dates AFTER UPDATE OF date_min ON pr_exsitu.t_harvests
  FOR EACH ROW WHEN (NEW.date_min IS DISTINCT FROM OLD.date_min) EXECUTE FUNCTION pr_exsitu.check_origin_dates();
CREATE TRIGGER origin_dates AFTER UPDATE OF date_received ON pr_exsitu.t_receptions
  FOR EACH ROW WHEN (NEW.date_received IS DISTINCT FROM OLD.date_received) EXECUTE FUNCTION pr_exsitu.check_origin_dates();
