-- A lot found damp is dried again: when, how, in which air. Its first drying is on the lot.
CREATE TABLE pr_exsitu.t_dryings (
  id_drying integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  date_start date NOT NULL,
  date_end date,
  id_nomenclature_kind integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  temperature numeric(3,1),
  humidity numeric(4,1),
  remarks text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT dryings_uuid_key UNIQUE (uuid),
  CONSTRAINT drying_not_future CHECK (date_start <= pr_exsitu.today() AND date_end <= pr_exsitu.today()),
  CONSTRAINT drying_dates_ordered CHECK (date_start <= date_end),
  CONSTRAINT drying_temperature_range CHECK (temperature BETWEEN -90 AND 90),
  CONSTRAINT drying_humidity_range CHECK (humidity BETWEEN 0 AND 100)
);
CREATE INDEX t_dryings_lot_idx ON pr_exsitu.t_dryings (id_seed_lot, date_start);
CREATE INDEX t_dryings_kind_idx ON pr_exsitu.t_dryings (id_nomenclature_kind);
CREATE INDEX t_dryings_digitiser_idx ON pr_exsitu.t_dryings (id_digitiser);
ALTER TABLE pr_exsitu.t_dryings ADD CONSTRAINT dryings_kind_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_kind, 'EXS_DRY_TYPE')) NOT VALID;
COMMENT ON TABLE pr_exsitu.t_dryings IS 'Dryings of the seed lots after the first one.';
COMMENT ON COLUMN pr_exsitu.t_dryings.id_drying IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_dryings.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_dryings.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.t_dryings.date_start IS 'First day.';
COMMENT ON COLUMN pr_exsitu.t_dryings.date_end IS 'Last day, null while it lasts.';
COMMENT ON COLUMN pr_exsitu.t_dryings.id_nomenclature_kind IS 'Kind of drying (EXS_DRY_TYPE).';
COMMENT ON COLUMN pr_exsitu.t_dryings.temperature IS 'Temperature of the air, °C.';
COMMENT ON COLUMN pr_exsitu.t_dryings.humidity IS 'Relative humidity of the air, %.';
COMMENT ON COLUMN pr_exsitu.t_dryings.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_dryings.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_dryings.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_dryings.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_dryings.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_dryings.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_dryings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_dryings');

-- The history of a lot holds that of its dryings.
CREATE OR REPLACE FUNCTION pr_exsitu.record_of(table_name text, data jsonb, OUT uuid_record uuid, OUT id_dataset integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
AS $$
BEGIN
  CASE
  WHEN table_name = 'cor_harvest_observers' THEN
    SELECT h.uuid, h.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_harvests h WHERE h.id_harvest = (data ->> 'id_harvest')::integer;
  WHEN table_name = 'cor_material_taxa' THEN
    SELECT m.uuid, m.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_materials m WHERE m.id_material = (data ->> 'id_material')::integer;
  WHEN table_name IN ('cor_seed_lot_traits', 't_seed_weighings', 't_humidity_checks', 't_dryings', 't_stock_movements') THEN
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

CREATE FUNCTION pr_exsitu.check_drying_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date;
BEGIN
  SELECT pr_exsitu.origin_date(l.id_material) INTO origin FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = NEW.id_seed_lot;
  IF NEW.id_import IS NULL AND NEW.date_start < origin THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', NEW.date_start, 'origin', origin));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_drying_dates() IS 'Row trigger: nothing is dried before it was gathered.';
CREATE TRIGGER drying_dates AFTER INSERT OR UPDATE OF id_seed_lot, date_start ON pr_exsitu.t_dryings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_drying_dates();
