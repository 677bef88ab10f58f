-- What is made of a protected taxon is made under a derogation that allows it and has something left, or with
-- a reason that is kept. The permit is locked first: of two acts at once, the second sees what the first left.
CREATE FUNCTION pr_exsitu.check_permit(permit integer, material integer, units text[], counted text[], first_day date, last_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  p record;
  taxon record;
  line record;
BEGIN
  SELECT t.kind, t.number, t.valid_from, t.valid_to INTO p FROM pr_exsitu.t_permits t WHERE t.id_permit = permit FOR NO KEY UPDATE;
  IF p.valid_from > last_day OR p.valid_to < first_day THEN
    PERFORM pr_exsitu.refuse('permit_dates', jsonb_build_object('number', p.number, 'date', first_day));
  END IF;
  FOR taxon IN SELECT t.cd_nom, t.cited_name, EXISTS (SELECT FROM pr_exsitu.protections(t.cd_nom)) AS is_protected
               FROM pr_exsitu.cor_material_taxa t WHERE t.id_material = material ORDER BY t.rank LOOP
    IF taxon.is_protected AND permit IS NULL THEN
      PERFORM pr_exsitu.refuse('permit_needed', jsonb_build_object('taxon', taxon.cited_name));
    END IF;
    CONTINUE WHEN permit IS NULL;
    IF taxon.is_protected AND (p.kind <> 'derogation' OR NOT EXISTS (
         SELECT FROM pr_exsitu.cor_permit_taxa l JOIN taxonomie.taxref x USING (cd_nom)
         WHERE l.id_permit = permit AND l.unit = ANY (units) AND (l.quantity IS NULL OR l.unit = ANY (counted))
           AND x.cd_ref IN (SELECT pr_exsitu.taxa_above(taxon.cd_nom)))) THEN
      PERFORM pr_exsitu.refuse('permit_covers', jsonb_build_object('number', p.number, 'taxon', taxon.cited_name));
    END IF;
    CONTINUE WHEN NOT EXISTS (SELECT FROM pr_exsitu.cor_permit_taxa l WHERE l.id_permit = permit AND l.quantity IS NOT NULL AND l.unit = ANY (counted));
    SELECT l.* INTO line FROM pr_exsitu.v_permit_lines l
    WHERE l.id_permit = permit AND l.unit = ANY (counted) AND l.quantity IS NOT NULL AND l.remaining < 0
      AND l.cd_ref IN (SELECT pr_exsitu.taxa_above(taxon.cd_nom))
    LIMIT 1;
    IF FOUND THEN
      PERFORM pr_exsitu.refuse('permit_exhausted', jsonb_build_object('number', p.number, 'taxon', taxon.cited_name, 'missing', -line.remaining, 'unit', line.unit));
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_permit(integer, integer, text[], text[], date, date) IS 'Refuses an act, just written, of a material that a permit does not allow; locks the permit.';

CREATE FUNCTION pr_exsitu.check_exits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM FROM pr_exsitu.t_permits p WHERE p.id_permit IN (SELECT n.id_permit FROM new_rows n) ORDER BY p.id_permit FOR NO KEY UPDATE;
  PERFORM pr_exsitu.check_permit(n.id_permit, c.id_material, ARRAY['plant'], ARRAY['plant'], n.event_date, n.event_date)
  FROM new_rows n JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  WHERE n.exit_kind IS NOT NULL AND n.id_import IS NULL AND n.permit_waiver IS NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_exits() IS 'Statement trigger: plants of a protected taxon leave under a permit that allows it.';
-- After apply_cultivation_events, which locks the cultivations.
CREATE TRIGGER check_exits AFTER INSERT ON pr_exsitu.t_cultivation_events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_exits();

CREATE FUNCTION pr_exsitu.check_seeds_that_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM FROM pr_exsitu.t_permits p WHERE p.id_permit IN (SELECT n.id_permit FROM new_rows n) ORDER BY p.id_permit FOR NO KEY UPDATE;
  PERFORM pr_exsitu.check_permit(n.id_permit, l.id_material, ARRAY['seed', 'gram'],
    ARRAY(SELECT 'seed' WHERE n.seeds IS NOT NULL UNION ALL SELECT 'gram' WHERE n.mass_g IS NOT NULL), n.effective_date, n.effective_date)
  FROM new_rows n JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE n.id_reversed IS NULL AND n.id_import IS NULL AND n.permit_waiver IS NULL
    AND n.kind IN ('gift', 'exchange', 'reintroduction');
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seeds_that_leave() IS 'Statement trigger: seeds of a protected taxon leave under a permit that allows it.';
-- After the trigger that locks the lots.
CREATE TRIGGER check_seeds_that_leave AFTER INSERT ON pr_exsitu.t_stock_movements
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_seeds_that_leave();

CREATE FUNCTION pr_exsitu.check_harvests(harvests integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM FROM pr_exsitu.t_permits p WHERE p.id_permit IN (SELECT h.id_permit FROM pr_exsitu.t_harvests h WHERE h.id_harvest = ANY (harvests))
    ORDER BY p.id_permit FOR NO KEY UPDATE;
  PERFORM pr_exsitu.check_permit(h.id_permit, m.id_material, ARRAY['individual'], ARRAY['individual'], h.date_min, h.date_max)
  FROM pr_exsitu.t_harvests h
  JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = h.id_nomenclature_harvest_type
  JOIN pr_exsitu.t_materials m ON m.id_harvest = h.id_harvest
  WHERE h.id_harvest = ANY (harvests) AND n.cd_nomenclature = 'rin' AND h.id_import IS NULL AND m.id_import IS NULL AND h.permit_waiver IS NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_harvests(integer[]) IS 'Refuses harvests in the wild of protected taxa that their permit does not allow.';

CREATE FUNCTION pr_exsitu.check_harvest() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pr_exsitu.check_harvests(ARRAY[NEW.id_harvest]);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_harvest() IS 'Row trigger: a harvest in the wild of a protected taxon is made under a permit that allows it.';
CREATE TRIGGER check_harvest AFTER UPDATE ON pr_exsitu.t_harvests FOR EACH ROW
  WHEN ((NEW.id_permit, NEW.permit_waiver, NEW.id_nomenclature_harvest_type, NEW.date_min, NEW.date_max)
    IS DISTINCT FROM (OLD.id_permit, OLD.permit_waiver, OLD.id_nomenclature_harvest_type, OLD.date_min, OLD.date_max))
  EXECUTE FUNCTION pr_exsitu.check_harvest();
CREATE TRIGGER check_harvest AFTER UPDATE ON pr_exsitu.t_materials FOR EACH ROW
  WHEN (NEW.id_harvest IS NOT NULL AND (NEW.id_harvest, NEW.individuals_sampled) IS DISTINCT FROM (OLD.id_harvest, OLD.individuals_sampled))
  EXECUTE FUNCTION pr_exsitu.check_harvest();

CREATE FUNCTION pr_exsitu.check_harvested_taxa() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pr_exsitu.check_harvests(array_agg(DISTINCT m.id_harvest))
  FROM new_rows n JOIN pr_exsitu.t_materials m USING (id_material)
  WHERE m.id_harvest IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_harvested_taxa() IS 'Statement trigger: what is harvested in the wild of a protected taxon is so under a permit that allows it.';
CREATE TRIGGER check_harvested_taxa AFTER INSERT ON pr_exsitu.cor_material_taxa
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_harvested_taxa();
CREATE TRIGGER check_changed_taxa AFTER UPDATE ON pr_exsitu.cor_material_taxa
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_harvested_taxa();
