-- What was brought back: seeds, cuttings, plants. It has exactly one origin.
CREATE TABLE pr_exsitu.t_materials (
  id_material integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_harvest integer REFERENCES pr_exsitu.t_harvests (id_harvest),
  id_reception integer REFERENCES pr_exsitu.t_receptions (id_reception),
  id_parent_material integer REFERENCES pr_exsitu.t_materials (id_material),
  id_nomenclature_material_type integer NOT NULL REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  individuals_sampled integer,
  id_nomenclature_individuals_class integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_sampling_method integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_phenology_1 integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_phenology_2 integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  soil_sampling boolean,
  hybridisation_risk boolean,
  culture_bank_code text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT materials_uuid_key UNIQUE (uuid),
  CONSTRAINT materials_code_key UNIQUE (code),
  CONSTRAINT material_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('material', code)),
  CONSTRAINT material_one_origin CHECK (num_nonnulls(id_harvest, id_reception, id_parent_material) = 1),
  CONSTRAINT material_not_its_parent CHECK (id_parent_material <> id_material),
  CONSTRAINT material_individuals_positive CHECK (individuals_sampled > 0)
);
CREATE INDEX t_materials_dataset_idx ON pr_exsitu.t_materials (id_dataset);
CREATE INDEX t_materials_harvest_idx ON pr_exsitu.t_materials (id_harvest);
CREATE INDEX t_materials_reception_idx ON pr_exsitu.t_materials (id_reception);
CREATE INDEX t_materials_parent_idx ON pr_exsitu.t_materials (id_parent_material);
ALTER TABLE pr_exsitu.t_materials ADD CONSTRAINT materials_id_nomenclature_material_type_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_material_type, 'EXS_HARVEST_MATERIAL')) NOT VALID;
CREATE INDEX t_materials_material_type_idx ON pr_exsitu.t_materials (id_nomenclature_material_type);
ALTER TABLE pr_exsitu.t_materials ADD CONSTRAINT materials_id_nomenclature_individuals_class_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_individuals_class, 'EXS_FOOT_COUNTING_CLASS')) NOT VALID;
CREATE INDEX t_materials_individuals_class_idx ON pr_exsitu.t_materials (id_nomenclature_individuals_class);
ALTER TABLE pr_exsitu.t_materials ADD CONSTRAINT materials_id_nomenclature_sampling_method_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_sampling_method, 'EXS_METHOD_SAMPLE')) NOT VALID;
CREATE INDEX t_materials_sampling_method_idx ON pr_exsitu.t_materials (id_nomenclature_sampling_method);
ALTER TABLE pr_exsitu.t_materials ADD CONSTRAINT materials_id_nomenclature_phenology_1_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_phenology_1, 'EXS_PHENOLOGY')) NOT VALID;
CREATE INDEX t_materials_phenology_1_idx ON pr_exsitu.t_materials (id_nomenclature_phenology_1);
ALTER TABLE pr_exsitu.t_materials ADD CONSTRAINT materials_id_nomenclature_phenology_2_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_phenology_2, 'EXS_PHENOLOGY')) NOT VALID;
CREATE INDEX t_materials_phenology_2_idx ON pr_exsitu.t_materials (id_nomenclature_phenology_2);
COMMENT ON TABLE pr_exsitu.t_materials IS 'Materials: what a harvest, a reception or another material gave.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_material IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_materials.code IS 'Code, year and number.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_harvest IS 'Origin: a harvest.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_reception IS 'Origin: a reception.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_parent_material IS 'Origin: another material.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_nomenclature_material_type IS 'Seed, cutting, spore… (EXS_HARVEST_MATERIAL).';
COMMENT ON COLUMN pr_exsitu.t_materials.individuals_sampled IS 'Number of mother plants.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_nomenclature_individuals_class IS 'Class of that number (EXS_FOOT_COUNTING_CLASS).';
COMMENT ON COLUMN pr_exsitu.t_materials.id_nomenclature_sampling_method IS 'How the mothers were chosen (EXS_METHOD_SAMPLE).';
COMMENT ON COLUMN pr_exsitu.t_materials.id_nomenclature_phenology_1 IS 'First phenological stage (EXS_PHENOLOGY).';
COMMENT ON COLUMN pr_exsitu.t_materials.id_nomenclature_phenology_2 IS 'Second phenological stage (EXS_PHENOLOGY).';
COMMENT ON COLUMN pr_exsitu.t_materials.soil_sampling IS 'Soil was sampled too.';
COMMENT ON COLUMN pr_exsitu.t_materials.hybridisation_risk IS 'A relative flowered nearby.';
COMMENT ON COLUMN pr_exsitu.t_materials.culture_bank_code IS 'Code in the culture bank.';
COMMENT ON COLUMN pr_exsitu.t_materials.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_materials.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_materials.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_materials.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_materials.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_materials.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_materials.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_materials.archived_at IS 'Instant when it was put away, null while in use.';
CREATE INDEX t_materials_digitiser_idx ON pr_exsitu.t_materials (id_digitiser);
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_materials FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_materials');

CREATE FUNCTION pr_exsitu.check_material_chain() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pr_exsitu.t_materials'));
  IF EXISTS (
    WITH RECURSIVE up (id_material) AS (
      SELECT NEW.id_parent_material
      UNION
      SELECT m.id_parent_material FROM pr_exsitu.t_materials m JOIN up ON m.id_material = up.id_material
      WHERE m.id_parent_material IS NOT NULL
    )
    SELECT FROM up WHERE id_material = NEW.id_material
  ) THEN
    PERFORM pr_exsitu.refuse('material_chain_acyclic');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_material_chain() IS 'Row trigger: a material is never its own ancestor.';
CREATE TRIGGER material_chain AFTER INSERT OR UPDATE OF id_parent_material ON pr_exsitu.t_materials
  FOR EACH ROW WHEN (NEW.id_parent_material IS NOT NULL) EXECUTE FUNCTION pr_exsitu.check_material_chain();
