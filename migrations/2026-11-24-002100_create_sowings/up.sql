-- Sowings. The source is exactly one of: a lot (debited by a stock movement when
-- the seeds leave the packet), fresh material, a germination test, off stock.

CREATE FUNCTION pr_exsitu.is_substrate(mix jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT jsonb_typeof(mix) = 'array' AND jsonb_array_length(mix) > 0
     AND coalesce((SELECT count(c -> 'percent') FILTER (WHERE jsonb_typeof(c -> 'percent') = 'number') = 0
                       OR (count(*) FILTER (WHERE jsonb_typeof(c -> 'percent') = 'number') = count(*)
                           AND sum((c ->> 'percent')::numeric) = 100 AND min((c ->> 'percent')::numeric) > 0)
                   FROM jsonb_array_elements(CASE jsonb_typeof(mix) WHEN 'array' THEN mix ELSE '[]' END) c), false)
$$;
COMMENT ON FUNCTION pr_exsitu.is_substrate(jsonb) IS 'True for a list of components whose percentages, when given, are all given, positive, and sum to 100.';

CREATE TABLE pr_exsitu.t_sowings (
  id_sowing integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_material integer NOT NULL REFERENCES pr_exsitu.t_materials (id_material),
  source_kind text NOT NULL,
  id_seed_lot integer REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  id_source_place integer REFERENCES pr_exsitu.t_places (id_place),
  id_seed_test integer REFERENCES pr_exsitu.t_seed_tests (id_seed_test),
  off_stock_reason text,
  state text NOT NULL DEFAULT 'draft',
  outcome text,
  objective text,
  programme text,
  sowing_date date,
  end_date date,
  sown_value numeric(14,4),
  sown_unit text NOT NULL,
  sown_basis text NOT NULL,
  propagules_per_unit numeric(10,3),
  id_nomenclature_method integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  depth_mm numeric(6,1),
  id_nomenclature_watering integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  substrate jsonb,
  id_nomenclature_container integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  container_volume_ml numeric(10,1),
  container_cells integer,
  container_count integer,
  covering text,
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  is_ambient boolean,
  day_temperature numeric(4,1),
  night_temperature numeric(4,1),
  photoperiod_hours numeric(4,1),
  light text,
  expected_emergence_min date,
  expected_emergence_max date,
  next_count_due date,
  people_text text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT sowings_uuid_key UNIQUE (uuid),
  CONSTRAINT sowings_code_key UNIQUE (code),
  CONSTRAINT sowing_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('sowing', code)),
  CONSTRAINT sowing_one_source CHECK (CASE source_kind
    WHEN 'seed_lot' THEN id_seed_lot IS NOT NULL AND id_source_place IS NOT NULL AND id_seed_test IS NULL AND off_stock_reason IS NULL
    WHEN 'fresh_material' THEN id_seed_lot IS NULL AND id_source_place IS NULL AND id_seed_test IS NULL AND off_stock_reason IS NULL
    WHEN 'seed_test' THEN id_seed_lot IS NULL AND id_source_place IS NULL AND id_seed_test IS NOT NULL AND off_stock_reason IS NULL
    WHEN 'off_stock' THEN id_seed_lot IS NULL AND id_source_place IS NULL AND id_seed_test IS NULL AND off_stock_reason ~ '\S'
    ELSE false END),
  CONSTRAINT sowing_state_known CHECK (state IN ('draft', 'prepared', 'in_pretreatment', 'sown', 'emerging', 'overwintering', 'emergence_ended', 'closed', 'cancelled')),
  CONSTRAINT sowing_outcome_known CHECK ((state = 'closed') = (outcome IS NOT NULL) AND outcome IN ('success', 'partial', 'failure', 'abandoned')),
  CONSTRAINT sowing_objective_known CHECK (objective IN ('multiplication', 'lot_renewal', 'reintroduction', 'emergence_test', 'collection', 'training')),
  CONSTRAINT sowing_sown_dated CHECK (sowing_date IS NOT NULL OR state IN ('draft', 'prepared', 'in_pretreatment', 'cancelled')),
  CONSTRAINT sowing_dates_ordered CHECK (sowing_date <= end_date),
  CONSTRAINT sowing_not_future CHECK (state IN ('draft', 'prepared', 'in_pretreatment', 'cancelled') OR sowing_date <= pr_exsitu.today()),
  CONSTRAINT sowing_end_not_future CHECK (end_date <= pr_exsitu.today()),
  CONSTRAINT sowing_unit_known CHECK (sown_unit IN ('seed', 'fruit', 'spore', 'organ', 'g', 'soil_litre', 'pinch')),
  CONSTRAINT sowing_basis_known CHECK (sown_basis IN ('counted', 'weighed', 'estimated', 'unknown')),
  CONSTRAINT sowing_unknown_is_null CHECK ((sown_basis = 'unknown') = (sown_value IS NULL)),
  CONSTRAINT sowing_value_positive CHECK (sown_value > 0 AND propagules_per_unit > 0),
  CONSTRAINT sowing_counted_whole CHECK (sown_unit NOT IN ('seed', 'fruit', 'spore', 'organ') OR sown_basis <> 'counted' OR sown_value = trunc(sown_value)),
  CONSTRAINT sowing_depth_positive CHECK (depth_mm >= 0),
  CONSTRAINT sowing_substrate_sums CHECK (pr_exsitu.is_substrate(substrate)),
  CONSTRAINT sowing_container_positive CHECK (container_volume_ml > 0 AND container_cells > 0 AND container_count > 0),
  CONSTRAINT sowing_temperature_range CHECK (day_temperature BETWEEN -200 AND 110 AND night_temperature BETWEEN -200 AND 110),
  CONSTRAINT sowing_photoperiod_range CHECK (photoperiod_hours BETWEEN 0 AND 24),
  CONSTRAINT sowing_emergence_ordered CHECK (expected_emergence_min <= expected_emergence_max)
);
CREATE INDEX t_sowings_dataset_idx ON pr_exsitu.t_sowings (id_dataset);
CREATE INDEX t_sowings_material_idx ON pr_exsitu.t_sowings (id_material);
CREATE INDEX t_sowings_lot_idx ON pr_exsitu.t_sowings (id_seed_lot);
CREATE INDEX t_sowings_source_place_idx ON pr_exsitu.t_sowings (id_source_place);
CREATE INDEX t_sowings_test_idx ON pr_exsitu.t_sowings (id_seed_test);
CREATE INDEX t_sowings_place_idx ON pr_exsitu.t_sowings (id_place);
CREATE INDEX t_sowings_method_idx ON pr_exsitu.t_sowings (id_nomenclature_method);
CREATE INDEX t_sowings_watering_idx ON pr_exsitu.t_sowings (id_nomenclature_watering);
CREATE INDEX t_sowings_container_idx ON pr_exsitu.t_sowings (id_nomenclature_container);
CREATE INDEX t_sowings_digitiser_idx ON pr_exsitu.t_sowings (id_digitiser);
CREATE INDEX t_sowings_date_idx ON pr_exsitu.t_sowings (sowing_date);
ALTER TABLE pr_exsitu.t_sowings ADD CONSTRAINT sowings_method_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_method, 'EXS_SOWING_METHOD')) NOT VALID;
ALTER TABLE pr_exsitu.t_sowings ADD CONSTRAINT sowings_watering_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_watering, 'EXS_WATERING_METHOD')) NOT VALID;
ALTER TABLE pr_exsitu.t_sowings ADD CONSTRAINT sowings_container_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_container, 'EXS_SOWING_CONTAINER')) NOT VALID;
COMMENT ON TABLE pr_exsitu.t_sowings IS 'Sowings.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_sowing IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_sowings.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_sowings.code IS 'Code, S then year and number.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_material IS 'Material sown: that of the source.';
COMMENT ON COLUMN pr_exsitu.t_sowings.source_kind IS 'seed_lot, fresh_material, seed_test or off_stock.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_seed_lot IS 'Source: lot the seeds are taken from.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_source_place IS 'Place the seeds are taken from.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_seed_test IS 'Source: germination test whose seedlings or seeds are used.';
COMMENT ON COLUMN pr_exsitu.t_sowings.off_stock_reason IS 'Source: why the stock is not debited.';
COMMENT ON COLUMN pr_exsitu.t_sowings.state IS 'draft, prepared, in_pretreatment, sown, emerging, overwintering, emergence_ended, closed or cancelled.';
COMMENT ON COLUMN pr_exsitu.t_sowings.outcome IS 'When closed: success, partial, failure or abandoned.';
COMMENT ON COLUMN pr_exsitu.t_sowings.objective IS 'multiplication, lot_renewal, reintroduction, emergence_test, collection or training.';
COMMENT ON COLUMN pr_exsitu.t_sowings.programme IS 'Programme it is part of.';
COMMENT ON COLUMN pr_exsitu.t_sowings.sowing_date IS 'Day of sowing; a plan until it is sown.';
COMMENT ON COLUMN pr_exsitu.t_sowings.end_date IS 'Day when it was closed.';
COMMENT ON COLUMN pr_exsitu.t_sowings.sown_value IS 'Quantity sown in sown_unit, null when unknown.';
COMMENT ON COLUMN pr_exsitu.t_sowings.sown_unit IS 'seed, fruit, spore, organ, g, soil_litre or pinch.';
COMMENT ON COLUMN pr_exsitu.t_sowings.sown_basis IS 'How the quantity is known: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.t_sowings.propagules_per_unit IS 'Seeds in one unit, when known: it tells what to debit.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_nomenclature_method IS 'Method (EXS_SOWING_METHOD).';
COMMENT ON COLUMN pr_exsitu.t_sowings.depth_mm IS 'Depth in mm, 0 on the surface.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_nomenclature_watering IS 'Watering (EXS_WATERING_METHOD).';
COMMENT ON COLUMN pr_exsitu.t_sowings.substrate IS 'Components: [{component (EXS_SOWING_SUBSTRATE), percent, mm}]; percentages sum to 100.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_nomenclature_container IS 'Container (EXS_SOWING_CONTAINER).';
COMMENT ON COLUMN pr_exsitu.t_sowings.container_volume_ml IS 'Volume of a container in ml.';
COMMENT ON COLUMN pr_exsitu.t_sowings.container_cells IS 'Cells of a container.';
COMMENT ON COLUMN pr_exsitu.t_sowings.container_count IS 'Number of containers.';
COMMENT ON COLUMN pr_exsitu.t_sowings.covering IS 'What covers the seeds.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_place IS 'Place where it stands.';
COMMENT ON COLUMN pr_exsitu.t_sowings.is_ambient IS 'At the temperature and light of the place.';
COMMENT ON COLUMN pr_exsitu.t_sowings.day_temperature IS 'Temperature by day in °C.';
COMMENT ON COLUMN pr_exsitu.t_sowings.night_temperature IS 'Temperature by night in °C.';
COMMENT ON COLUMN pr_exsitu.t_sowings.photoperiod_hours IS 'Hours of light a day.';
COMMENT ON COLUMN pr_exsitu.t_sowings.light IS 'Light, in words.';
COMMENT ON COLUMN pr_exsitu.t_sowings.expected_emergence_min IS 'First day emergence is expected.';
COMMENT ON COLUMN pr_exsitu.t_sowings.expected_emergence_max IS 'Last day emergence is expected.';
COMMENT ON COLUMN pr_exsitu.t_sowings.next_count_due IS 'Day of the next count.';
COMMENT ON COLUMN pr_exsitu.t_sowings.people_text IS 'People who are not users of the host.';
COMMENT ON COLUMN pr_exsitu.t_sowings.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_sowings.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_sowings.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_sowings.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_sowings.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_sowings.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_sowings.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_sowings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_sowings');

CREATE TABLE pr_exsitu.cor_sowing_people (
  id_sowing integer NOT NULL REFERENCES pr_exsitu.t_sowings (id_sowing) ON DELETE CASCADE,
  id_role integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_sowing_people_pkey PRIMARY KEY (id_sowing, id_role)
);
CREATE INDEX cor_sowing_people_role_idx ON pr_exsitu.cor_sowing_people (id_role);
COMMENT ON TABLE pr_exsitu.cor_sowing_people IS 'People of a sowing who are users of the host.';
COMMENT ON COLUMN pr_exsitu.cor_sowing_people.id_sowing IS 'Sowing.';
COMMENT ON COLUMN pr_exsitu.cor_sowing_people.id_role IS 'Person.';
COMMENT ON COLUMN pr_exsitu.cor_sowing_people.uuid IS 'Identifier of the link in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_sowing_people');
