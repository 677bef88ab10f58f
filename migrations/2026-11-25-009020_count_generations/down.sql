CREATE OR REPLACE FUNCTION pr_exsitu.provenance(material integer) RETURNS text
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up AS (
    SELECT m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m WHERE m.id_material = material
    UNION
    SELECT m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m JOIN up ON m.id_material = up.id_parent_material
  )
  SELECT coalesce((SELECT r.provenance FROM pr_exsitu.t_receptions r WHERE r.id_reception = up.id_reception),
                  (SELECT CASE n.cd_nomenclature WHEN 'rin' THEN 'W' WHEN 'rex' THEN 'G' ELSE 'U' END
                   FROM pr_exsitu.t_harvests h JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = h.id_nomenclature_harvest_type
                   WHERE h.id_harvest = up.id_harvest), 'U')
  FROM up WHERE up.id_parent_material IS NULL LIMIT 1
$$;

CREATE OR REPLACE FUNCTION pr_exsitu.place_cultivation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  source record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id_material, NEW.id_sowing, NEW.id_seed_test, NEW.id_parent_cultivation, NEW.parentage, NEW.generation)
       IS DISTINCT FROM (OLD.id_material, OLD.id_sowing, OLD.id_seed_test, OLD.id_parent_cultivation, OLD.parentage, OLD.generation) THEN
      PERFORM pr_exsitu.refuse('cultivation_source_fixed');
    END IF;
    RETURN NEW;
  END IF;
  SELECT coalesce(s.id_material, l.id_material, p.id_material, NEW.id_material) AS id_material, p.generation, t.kind INTO source
  FROM (SELECT) nothing
  LEFT JOIN pr_exsitu.t_sowings s ON s.id_sowing = NEW.id_sowing
  LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = NEW.id_seed_test
  LEFT JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = t.id_seed_lot
  LEFT JOIN pr_exsitu.t_cultivations p ON p.id_cultivation = NEW.id_parent_cultivation;
  IF NEW.id_import IS NULL AND (source.id_material <> NEW.id_material OR source.kind <> 'germination') THEN
    PERFORM pr_exsitu.refuse('cultivation_source_agrees');
  END IF;
  NEW.generation := coalesce(source.generation + (NEW.parentage = 'self_sown')::integer, 0);
  RETURN NEW;
END
$$;

DROP TRIGGER place_material ON pr_exsitu.t_materials;
DROP FUNCTION pr_exsitu.place_material();
DROP FUNCTION pr_exsitu.is_generative(integer);
ALTER TABLE pr_exsitu.t_materials DROP COLUMN generation, DROP COLUMN mothers;
DROP FUNCTION pr_exsitu.is_mothers(jsonb);
