-- What each mother gave, and the generations in culture since the wild: seeds and spores are a
-- generation on, what is taken of the plant itself is not.
CREATE FUNCTION pr_exsitu.is_mothers(mothers jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT jsonb_typeof(mothers) = 'array' AND jsonb_array_length(mothers) > 0
     AND (SELECT coalesce(bool_and(jsonb_typeof(m) = 'object' AND (m ? 'seeds' OR m ? 'mass_g')
                    AND coalesce((m ->> 'seeds')::numeric >= 0, true) AND coalesce((m ->> 'mass_g')::numeric >= 0, true)), false)
          FROM jsonb_array_elements(CASE jsonb_typeof(mothers) WHEN 'array' THEN mothers ELSE '[]' END) m)
$$;
COMMENT ON FUNCTION pr_exsitu.is_mothers(jsonb) IS 'True for a list of mothers, each with its seeds or their mass.';

ALTER TABLE pr_exsitu.t_materials
  ADD COLUMN generation smallint NOT NULL DEFAULT 0,
  ADD COLUMN mothers jsonb,
  ADD CONSTRAINT material_generation_positive CHECK (generation >= 0),
  ADD CONSTRAINT material_mothers_said CHECK (pr_exsitu.is_mothers(mothers));
COMMENT ON COLUMN pr_exsitu.t_materials.generation IS 'Generations in culture since the wild, computed from where it comes from.';
COMMENT ON COLUMN pr_exsitu.t_materials.mothers IS 'Mothers, each with the seeds or the mass that it gave.';

CREATE FUNCTION pr_exsitu.is_generative(material_type integer) RETURNS boolean
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT n.cd_nomenclature IN ('gr', 'mdg', 'sp') FROM ref_nomenclatures.t_nomenclatures n WHERE n.id_nomenclature = material_type
$$;
COMMENT ON FUNCTION pr_exsitu.is_generative(integer) IS 'True for seeds and spores, which are a generation on; false for what is taken of the plant itself.';

CREATE FUNCTION pr_exsitu.place_material() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  source record;
BEGIN
  SELECT coalesce(p.generation, c.generation + coalesce(pr_exsitu.is_generative(NEW.id_nomenclature_material_type), false)::integer, 0) AS generation,
         coalesce(g.hybridisation_risk, false) AS hybrid INTO source
  FROM (SELECT) nothing
  LEFT JOIN pr_exsitu.t_materials p ON p.id_material = NEW.id_parent_material
  LEFT JOIN pr_exsitu.t_harvests h ON h.id_harvest = NEW.id_harvest
  LEFT JOIN pr_exsitu.t_cultivation_events e ON e.id_event = h.id_cultivation_event
  LEFT JOIN pr_exsitu.t_cultivations c ON c.id_cultivation = e.id_cultivation
  LEFT JOIN pr_exsitu.t_materials g ON g.id_material = c.id_material;
  IF TG_OP = 'INSERT' THEN
    NEW.generation := source.generation;
    NEW.hybridisation_risk := source.hybrid OR NEW.hybridisation_risk;
  ELSIF NEW.generation <> OLD.generation OR NEW.generation <> source.generation THEN
    -- What was grown of it has its generation.
    PERFORM pr_exsitu.refuse('material_generation_fixed');
  END IF;
  IF source.hybrid AND NEW.hybridisation_risk IS NOT TRUE THEN
    PERFORM pr_exsitu.refuse('material_hybridisation_carried');
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.place_material() IS 'Row trigger: a material has the generation that follows from its origin, and the risk of hybridisation of what it was harvested on.';
CREATE TRIGGER place_material BEFORE INSERT OR UPDATE OF id_harvest, id_parent_material, id_nomenclature_material_type, generation, hybridisation_risk
  ON pr_exsitu.t_materials FOR EACH ROW EXECUTE FUNCTION pr_exsitu.place_material();

-- A cultivation starts from the generation of its material.
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
  NEW.generation := coalesce(source.generation + (NEW.parentage = 'self_sown')::integer,
                             (SELECT m.generation FROM pr_exsitu.t_materials m WHERE m.id_material = NEW.id_material), 0);
  RETURN NEW;
END
$$;

-- W grown in culture and harvested there is Z.
CREATE OR REPLACE FUNCTION pr_exsitu.provenance(material integer) RETURNS text
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up AS (
    SELECT m.id_parent_material, m.id_harvest, m.id_reception, c.id_material AS grown_from, false AS grown
    FROM pr_exsitu.t_materials m
    LEFT JOIN pr_exsitu.t_harvests h ON h.id_harvest = m.id_harvest
    LEFT JOIN pr_exsitu.t_cultivation_events e ON e.id_event = h.id_cultivation_event
    LEFT JOIN pr_exsitu.t_cultivations c ON c.id_cultivation = e.id_cultivation
    WHERE m.id_material = material
    UNION
    SELECT m.id_parent_material, m.id_harvest, m.id_reception, c.id_material, up.grown OR up.grown_from IS NOT NULL
    FROM up JOIN pr_exsitu.t_materials m ON m.id_material = coalesce(up.id_parent_material, up.grown_from)
    LEFT JOIN pr_exsitu.t_harvests h ON h.id_harvest = m.id_harvest
    LEFT JOIN pr_exsitu.t_cultivation_events e ON e.id_event = h.id_cultivation_event
    LEFT JOIN pr_exsitu.t_cultivations c ON c.id_cultivation = e.id_cultivation
  ), root AS (
    SELECT up.grown, coalesce((SELECT r.provenance FROM pr_exsitu.t_receptions r WHERE r.id_reception = up.id_reception),
                  (SELECT CASE n.cd_nomenclature WHEN 'rin' THEN 'W' WHEN 'rex' THEN 'G' ELSE 'U' END
                   FROM pr_exsitu.t_harvests h JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = h.id_nomenclature_harvest_type
                   WHERE h.id_harvest = up.id_harvest), 'U') AS class
    FROM up WHERE up.id_parent_material IS NULL AND up.grown_from IS NULL LIMIT 1
  )
  SELECT CASE WHEN root.grown AND root.class = 'W' THEN 'Z' ELSE root.class END FROM root
$$;
