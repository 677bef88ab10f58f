-- Gathering of seeds or plants, in the wild or in culture.
CREATE TABLE pr_exsitu.t_harvests (
  id_harvest integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_nomenclature_harvest_type integer NOT NULL REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  date_min date,
  date_max date,
  date_precision text NOT NULL,
  observers_text text,
  geom_4326 public.geometry(Geometry, 4326),
  geom_local public.geometry,
  id_nomenclature_geographical_precision integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  precision_m integer,
  surface_m2 numeric(12,2),
  altitude_min integer,
  altitude_max integer,
  slope_degrees numeric(4,1),
  id_nomenclature_exposure integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  cd_hab integer REFERENCES ref_habitats.habref (cd_hab) ON UPDATE CASCADE,
  locality text,
  remarks text,
  protocol_note text,
  landowner_consent text,
  population_size integer,
  individuals_seen integer,
  individuals_fruiting integer,
  crop_share_percent numeric(5,2),
  herbarium_voucher text,
  associated_species text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT harvests_uuid_key UNIQUE (uuid),
  CONSTRAINT harvests_code_key UNIQUE (code),
  CONSTRAINT harvest_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('harvest', code)),
  CONSTRAINT harvest_precision_known CHECK (date_precision IN ('day', 'month', 'year', 'unknown')),
  CONSTRAINT harvest_dates_given CHECK ((date_precision = 'unknown') OR (date_min IS NOT NULL AND date_max IS NOT NULL)),
  CONSTRAINT harvest_dates_ordered CHECK (date_min <= date_max),
  CONSTRAINT harvest_not_future CHECK (date_min <= pr_exsitu.today()),
  CONSTRAINT harvest_geometry_valid CHECK (public.ST_IsValid(geom_4326) AND NOT public.ST_IsEmpty(geom_4326)),
  CONSTRAINT harvest_geometries_together CHECK ((geom_4326 IS NULL) = (geom_local IS NULL)),
  CONSTRAINT harvest_precision_positive CHECK (precision_m > 0),
  CONSTRAINT harvest_surface_positive CHECK (surface_m2 > 0),
  CONSTRAINT harvest_altitude_range CHECK (altitude_min BETWEEN -500 AND 9000 AND altitude_max BETWEEN -500 AND 9000 AND altitude_min <= altitude_max),
  CONSTRAINT harvest_slope_range CHECK (slope_degrees BETWEEN 0 AND 90),
  CONSTRAINT harvest_individuals_positive CHECK (population_size >= 0 AND individuals_seen >= 0 AND individuals_fruiting >= 0),
  CONSTRAINT harvest_fruiting_among_seen CHECK (individuals_fruiting <= individuals_seen),
  CONSTRAINT harvest_crop_share_range CHECK (crop_share_percent BETWEEN 0 AND 100)
);
CREATE INDEX t_harvests_dataset_idx ON pr_exsitu.t_harvests (id_dataset);
CREATE INDEX t_harvests_date_idx ON pr_exsitu.t_harvests (date_min);
CREATE INDEX t_harvests_habitat_idx ON pr_exsitu.t_harvests (cd_hab);
CREATE INDEX t_harvests_geom_idx ON pr_exsitu.t_harvests USING gist (geom_4326);
ALTER TABLE pr_exsitu.t_harvests ADD CONSTRAINT harvests_id_nomenclature_harvest_type_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_harvest_type, 'EXS_HARVEST_TYPE')) NOT VALID;
CREATE INDEX t_harvests_harvest_type_idx ON pr_exsitu.t_harvests (id_nomenclature_harvest_type);
ALTER TABLE pr_exsitu.t_harvests ADD CONSTRAINT harvests_id_nomenclature_geographical_precision_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_geographical_precision, 'EXS_GEOGRAPHICAL_PRECISION')) NOT VALID;
CREATE INDEX t_harvests_geographical_precision_idx ON pr_exsitu.t_harvests (id_nomenclature_geographical_precision);
ALTER TABLE pr_exsitu.t_harvests ADD CONSTRAINT harvests_id_nomenclature_exposure_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_exposure, 'EXPOSITION')) NOT VALID;
CREATE INDEX t_harvests_exposure_idx ON pr_exsitu.t_harvests (id_nomenclature_exposure);
COMMENT ON TABLE pr_exsitu.t_harvests IS 'Harvests.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_harvest IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_harvests.code IS 'Code, R then year and number.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_nomenclature_harvest_type IS 'In situ, ex situ or undetermined (EXS_HARVEST_TYPE).';
COMMENT ON COLUMN pr_exsitu.t_harvests.date_min IS 'First possible day.';
COMMENT ON COLUMN pr_exsitu.t_harvests.date_max IS 'Last possible day.';
COMMENT ON COLUMN pr_exsitu.t_harvests.date_precision IS 'day, month, year or unknown.';
COMMENT ON COLUMN pr_exsitu.t_harvests.observers_text IS 'Observers who are not users of the host.';
COMMENT ON COLUMN pr_exsitu.t_harvests.geom_4326 IS 'Point, line or polygon in WGS 84.';
COMMENT ON COLUMN pr_exsitu.t_harvests.geom_local IS 'The same in the local system of the host.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_nomenclature_geographical_precision IS 'Class of precision (EXS_GEOGRAPHICAL_PRECISION).';
COMMENT ON COLUMN pr_exsitu.t_harvests.precision_m IS 'Precision in metres, meaningful for a precise point.';
COMMENT ON COLUMN pr_exsitu.t_harvests.surface_m2 IS 'Surface harvested in m².';
COMMENT ON COLUMN pr_exsitu.t_harvests.altitude_min IS 'Lowest altitude in metres, from the elevation model when not given.';
COMMENT ON COLUMN pr_exsitu.t_harvests.altitude_max IS 'Highest altitude in metres, from the elevation model when not given.';
COMMENT ON COLUMN pr_exsitu.t_harvests.slope_degrees IS 'Slope in degrees.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_nomenclature_exposure IS 'Exposure (EXPOSITION, the host''s own).';
COMMENT ON COLUMN pr_exsitu.t_harvests.cd_hab IS 'Habitat (HABREF).';
COMMENT ON COLUMN pr_exsitu.t_harvests.locality IS 'Locality in words.';
COMMENT ON COLUMN pr_exsitu.t_harvests.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_harvests.protocol_note IS 'How it was harvested.';
COMMENT ON COLUMN pr_exsitu.t_harvests.landowner_consent IS 'Consent of the owner of the land: who, when.';
COMMENT ON COLUMN pr_exsitu.t_harvests.population_size IS 'Individuals in the population.';
COMMENT ON COLUMN pr_exsitu.t_harvests.individuals_seen IS 'Individuals seen.';
COMMENT ON COLUMN pr_exsitu.t_harvests.individuals_fruiting IS 'Individuals in fruit among those seen.';
COMMENT ON COLUMN pr_exsitu.t_harvests.crop_share_percent IS 'Share of the seed crop of that day that was taken, %.';
COMMENT ON COLUMN pr_exsitu.t_harvests.herbarium_voucher IS 'Reference of the herbarium voucher.';
COMMENT ON COLUMN pr_exsitu.t_harvests.associated_species IS 'Species growing with it.';
COMMENT ON COLUMN pr_exsitu.t_harvests.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_harvests.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_harvests.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_harvests.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_harvests.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_harvests.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_harvests.archived_at IS 'Instant when it was put away, null while in use.';
CREATE INDEX t_harvests_digitiser_idx ON pr_exsitu.t_harvests (id_digitiser);
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_harvests FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_harvests');

-- The local geometry is never typed: it is the WGS 84 one transformed.
CREATE FUNCTION pr_exsitu.set_local_geometry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
  NEW.geom_local := ST_Transform(NEW.geom_4326, Find_SRID('ref_geo', 'l_areas', 'geom'));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.set_local_geometry() IS 'Row trigger: transforms the geometry to the local system, read from the host.';
CREATE TRIGGER local_geometry BEFORE INSERT OR UPDATE OF geom_4326, geom_local ON pr_exsitu.t_harvests
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.set_local_geometry();
