-- How damp a lot is, in words or measured, and the state of its silica pellets.
CREATE TABLE pr_exsitu.t_humidity_checks (
  id_humidity_check integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  check_date date NOT NULL,
  id_nomenclature_level integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_indicator integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  indicator_changed_on date,
  moisture_percent numeric(4,2),
  equilibrium_humidity numeric(4,2),
  temperature numeric(3,1),
  id_nomenclature_device integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_observer integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  observer_text text,
  remarks text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT humidity_checks_uuid_key UNIQUE (uuid),
  CONSTRAINT humidity_check_not_future CHECK (check_date <= pr_exsitu.today()),
  CONSTRAINT humidity_check_silica_by_then CHECK (indicator_changed_on <= check_date),
  CONSTRAINT humidity_check_moisture_range CHECK (moisture_percent BETWEEN 2 AND 25),
  CONSTRAINT humidity_check_humidity_range CHECK (equilibrium_humidity > 0),
  CONSTRAINT humidity_check_temperature_range CHECK (temperature BETWEEN -20 AND 90),
  CONSTRAINT humidity_check_measured CHECK (num_nonnulls(temperature, id_nomenclature_device) = 0 OR num_nonnulls(moisture_percent, equilibrium_humidity) > 0),
  CONSTRAINT humidity_check_says_something CHECK (
    num_nonnulls(id_nomenclature_level, id_nomenclature_indicator, indicator_changed_on, moisture_percent, equilibrium_humidity) > 0)
);
CREATE INDEX t_humidity_checks_lot_idx ON pr_exsitu.t_humidity_checks (id_seed_lot, check_date, id_humidity_check);
CREATE INDEX t_humidity_checks_place_idx ON pr_exsitu.t_humidity_checks (id_place);
CREATE INDEX t_humidity_checks_level_idx ON pr_exsitu.t_humidity_checks (id_nomenclature_level);
CREATE INDEX t_humidity_checks_indicator_idx ON pr_exsitu.t_humidity_checks (id_nomenclature_indicator);
CREATE INDEX t_humidity_checks_device_idx ON pr_exsitu.t_humidity_checks (id_nomenclature_device);
CREATE INDEX t_humidity_checks_observer_idx ON pr_exsitu.t_humidity_checks (id_observer);
CREATE INDEX t_humidity_checks_digitiser_idx ON pr_exsitu.t_humidity_checks (id_digitiser);
ALTER TABLE pr_exsitu.t_humidity_checks ADD CONSTRAINT humidity_checks_level_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_level, 'EXS_HUMIDITY_LEVEL')) NOT VALID;
ALTER TABLE pr_exsitu.t_humidity_checks ADD CONSTRAINT humidity_checks_indicator_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_indicator, 'EXS_COLOR_TABLET')) NOT VALID;
ALTER TABLE pr_exsitu.t_humidity_checks ADD CONSTRAINT humidity_checks_device_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_device, 'EXS_HUMIDITY_DEVICE')) NOT VALID;
COMMENT ON TABLE pr_exsitu.t_humidity_checks IS 'Humidity checks of the seed lots.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_humidity_check IS 'Internal key, and the order of entry within a day.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_place IS 'Place where the lot was checked; null when not known.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.check_date IS 'Day of the check.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_nomenclature_level IS 'How damp the lot seems (EXS_HUMIDITY_LEVEL).';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_nomenclature_indicator IS 'Colour of the silica pellets, as they were found (EXS_COLOR_TABLET).';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.indicator_changed_on IS 'Day when the silica pellets were put or changed.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.moisture_percent IS 'Moisture measured, % of fresh mass.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.equilibrium_humidity IS 'Equilibrium relative humidity measured, %.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.temperature IS 'Temperature at which it was measured, °C.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_nomenclature_device IS 'Device that measured (EXS_HUMIDITY_DEVICE).';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_observer IS 'Role that checked.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.observer_text IS 'Who checked, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_humidity_checks.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_humidity_checks FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_humidity_checks');

-- The history of a lot holds that of its checks.
CREATE OR REPLACE FUNCTION pr_exsitu.record_of(table_name text, data jsonb, OUT uuid_record uuid, OUT id_dataset integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
AS $$
BEGIN
  CASE
  WHEN table_name = 'cor_harvest_observers' THEN
    SELECT h.uuid, h.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_harvests h WHERE h.id_harvest = (data ->> 'id_harvest')::integer;
  WHEN table_name = 'cor_material_taxa' THEN
    SELECT m.uuid, m.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_materials m WHERE m.id_material = (data ->> 'id_material')::integer;
  WHEN table_name IN ('cor_seed_lot_traits', 't_seed_weighings', 't_humidity_checks', 't_stock_movements') THEN
    SELECT l.uuid, l.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = (data ->> 'id_seed_lot')::integer;
  WHEN table_name IN ('t_replicates', 't_treatment_steps', 'cor_sowing_people', 'cor_seed_test_people') THEN
    SELECT s.uuid, s.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_sowings s WHERE s.id_sowing = (data ->> 'id_sowing')::integer;
    IF NOT FOUND THEN
      SELECT t.uuid, t.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_seed_tests t WHERE t.id_seed_test = (data ->> 'id_seed_test')::integer;
    END IF;
  WHEN table_name = 't_counts' THEN
    SELECT coalesce(s.uuid, t.uuid), coalesce(s.id_dataset, t.id_dataset) INTO uuid_record, id_dataset
    FROM pr_exsitu.t_replicates r LEFT JOIN pr_exsitu.t_sowings s USING (id_sowing) LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
    WHERE r.id_replicate = (data ->> 'id_replicate')::integer;
  WHEN table_name = 't_count_classes' THEN
    SELECT t.uuid, t.id_dataset INTO uuid_record, id_dataset
    FROM pr_exsitu.t_counts c JOIN pr_exsitu.t_replicates r USING (id_replicate) JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
    WHERE c.id_count = (data ->> 'id_count')::integer;
  ELSE
    id_dataset := data ->> 'id_dataset';
  END CASE;
  uuid_record := coalesce(uuid_record, (data ->> 'uuid')::uuid);
END
$$;

-- Nothing is checked before it was gathered, nor where it never was.
CREATE FUNCTION pr_exsitu.check_humidity_checks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date;
BEGIN
  IF NEW.id_import IS NOT NULL THEN
    RETURN NULL;
  END IF;
  SELECT pr_exsitu.origin_date(l.id_material) INTO origin FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = NEW.id_seed_lot;
  IF NEW.check_date < origin THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', NEW.check_date, 'origin', origin));
  END IF;
  IF NEW.id_place IS NOT NULL AND NOT EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements m WHERE m.id_seed_lot = NEW.id_seed_lot AND m.id_place = NEW.id_place
  ) THEN
    PERFORM pr_exsitu.refuse('humidity_check_place');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_humidity_checks() IS 'Row trigger: a lot is checked where it was, and not before it existed.';
CREATE TRIGGER humidity_checks AFTER INSERT OR UPDATE ON pr_exsitu.t_humidity_checks FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_humidity_checks();

CREATE VIEW pr_exsitu.v_humidity_checks AS
SELECT c.id_humidity_check AS id, c.uuid, c.id_seed_lot, c.id_place, c.check_date, c.id_nomenclature_level, c.id_nomenclature_indicator,
       c.indicator_changed_on, c.moisture_percent, c.equilibrium_humidity, c.temperature, c.id_nomenclature_device,
       c.id_observer, pr_exsitu.role_name(c.id_observer) AS observer_name, c.observer_text, c.remarks,
       c.id_digitiser, c.meta_create_date, c.meta_update_date, c.version,
       l.oil_content_percent, p.uuid AS place_uuid, p.code AS place_code, p.id_organism AS place_id_organism, p.id_digitiser AS place_id_digitiser
FROM pr_exsitu.t_humidity_checks c
JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
LEFT JOIN pr_exsitu.t_places p ON p.id_place = c.id_place;
COMMENT ON VIEW pr_exsitu.v_humidity_checks IS 'Humidity checks with their place, and the oil content of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id IS 'Internal key of the check.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_place IS 'Place where the lot was checked.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.check_date IS 'Day of the check.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_nomenclature_level IS 'How damp the lot seems (EXS_HUMIDITY_LEVEL).';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_nomenclature_indicator IS 'Colour of the silica pellets, as they were found (EXS_COLOR_TABLET).';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.indicator_changed_on IS 'Day when the silica pellets were put or changed.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.moisture_percent IS 'Moisture measured, % of fresh mass.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.equilibrium_humidity IS 'Equilibrium relative humidity measured, %.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.temperature IS 'Temperature at which it was measured, °C.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_nomenclature_device IS 'Device that measured (EXS_HUMIDITY_DEVICE).';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_observer IS 'Role that checked.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.observer_name IS 'Name of that role.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.observer_text IS 'Who checked, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.id_digitiser IS 'Role that entered the check.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.oil_content_percent IS 'Oil content of the seeds of the lot, % of dry mass.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.place_uuid IS 'Public identifier of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.place_id_organism IS 'Organisation of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_checks.place_id_digitiser IS 'Role that entered the place.';
