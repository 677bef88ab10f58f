-- Plants grown together from one source: a sowing, a germination test, another cultivation, or
-- the material itself. How many there are, where, and since when is in their events.
CREATE TABLE pr_exsitu.t_cultivations (
  id_cultivation integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_material integer NOT NULL REFERENCES pr_exsitu.t_materials (id_material),
  id_sowing integer REFERENCES pr_exsitu.t_sowings (id_sowing),
  id_seed_test integer REFERENCES pr_exsitu.t_seed_tests (id_seed_test),
  id_parent_cultivation integer REFERENCES pr_exsitu.t_cultivations (id_cultivation),
  parentage text,
  generation smallint NOT NULL,
  objective text,
  programme text,
  ipen text,
  mother_line text,
  isolation text,
  id_responsible integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  responsible_text text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT cultivations_uuid_key UNIQUE (uuid),
  CONSTRAINT cultivations_code_key UNIQUE (code),
  CONSTRAINT cultivation_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('cultivation', code)),
  CONSTRAINT cultivation_one_source CHECK (num_nonnulls(id_sowing, id_seed_test, id_parent_cultivation) <= 1
    AND (id_parent_cultivation IS NULL) = (parentage IS NULL)),
  CONSTRAINT cultivation_parentage_known CHECK (parentage IN ('division', 'cutting', 'self_sown')),
  CONSTRAINT cultivation_not_its_parent CHECK (id_parent_cultivation <> id_cultivation),
  CONSTRAINT cultivation_generation_positive CHECK (generation >= 0),
  CONSTRAINT cultivation_objective_known CHECK (objective IN ('multiplication', 'lot_renewal', 'reintroduction', 'emergence_test', 'collection', 'training')),
  CONSTRAINT cultivation_isolation_known CHECK (isolation IN ('none', 'distance', 'cage', 'bagging', 'hand_pollination', 'relatives_removed'))
);
CREATE INDEX t_cultivations_dataset_idx ON pr_exsitu.t_cultivations (id_dataset);
CREATE INDEX t_cultivations_material_idx ON pr_exsitu.t_cultivations (id_material);
CREATE INDEX t_cultivations_sowing_idx ON pr_exsitu.t_cultivations (id_sowing);
CREATE INDEX t_cultivations_seed_test_idx ON pr_exsitu.t_cultivations (id_seed_test);
CREATE INDEX t_cultivations_parent_idx ON pr_exsitu.t_cultivations (id_parent_cultivation);
CREATE INDEX t_cultivations_responsible_idx ON pr_exsitu.t_cultivations (id_responsible);
CREATE INDEX t_cultivations_digitiser_idx ON pr_exsitu.t_cultivations (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_cultivations IS 'Cultivations: plants grown together from one source.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_cultivation IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.code IS 'Code, C then year and number.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_material IS 'Material: that of the source.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_sowing IS 'Source: a sowing.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_seed_test IS 'Source: a germination test.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_parent_cultivation IS 'Source: another cultivation.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.parentage IS 'How it comes from it: division, cutting or self_sown.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.generation IS 'Generations in culture since the wild, computed from the source.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.objective IS 'Why it is grown.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.programme IS 'Programme it is part of.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.ipen IS 'International plant exchange number.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.mother_line IS 'Mother plant or line it descends from, in words.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.isolation IS 'What keeps it from hybridising: none, distance, cage, bagging, hand_pollination or relatives_removed.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_responsible IS 'Role that answers for it.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.responsible_text IS 'Who answers for it, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_cultivations.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_cultivations FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_cultivations');

-- The material is that of the source, the generation follows from it, and neither changes: a
-- source that could change could also be its own descendant.
CREATE FUNCTION pr_exsitu.place_cultivation() RETURNS trigger
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
COMMENT ON FUNCTION pr_exsitu.place_cultivation() IS 'Row trigger: a cultivation has the material and the generation of its source, for good.';
CREATE TRIGGER place_cultivation BEFORE INSERT OR UPDATE ON pr_exsitu.t_cultivations
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.place_cultivation();
