-- Tests of germination and viability. Only what sowings share with them is needed
-- from now on: replicates, treatment steps and counts.
CREATE TABLE pr_exsitu.t_seed_tests (
  id_seed_test integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  id_source_place integer REFERENCES pr_exsitu.t_places (id_place),
  kind text NOT NULL,
  purpose text NOT NULL DEFAULT 'monitoring',
  state text NOT NULL DEFAULT 'draft',
  id_parent_test integer REFERENCES pr_exsitu.t_seed_tests (id_seed_test),
  seeds integer,
  date_start date,
  date_end date,
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  conclusion text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT seed_tests_uuid_key UNIQUE (uuid),
  CONSTRAINT seed_tests_code_key UNIQUE (code),
  CONSTRAINT seed_test_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('seed_test', code)),
  CONSTRAINT seed_test_kind_known CHECK (kind IN ('germination', 'tetrazolium', 'cut', 'x_ray')),
  CONSTRAINT seed_test_purpose_known CHECK (purpose IN ('initial', 'monitoring', 'dormancy', 'practice')),
  CONSTRAINT seed_test_state_known CHECK (state IN ('draft', 'running', 'finished', 'cancelled')),
  CONSTRAINT seed_test_seeds_positive CHECK (seeds > 0),
  CONSTRAINT seed_test_dates_ordered CHECK (date_start <= date_end),
  CONSTRAINT seed_test_not_future CHECK (date_start <= pr_exsitu.today() AND date_end <= pr_exsitu.today()),
  CONSTRAINT seed_test_started CHECK (state IN ('draft', 'cancelled') OR date_start IS NOT NULL),
  CONSTRAINT seed_test_not_its_parent CHECK (id_parent_test <> id_seed_test)
);
CREATE INDEX t_seed_tests_dataset_idx ON pr_exsitu.t_seed_tests (id_dataset);
CREATE INDEX t_seed_tests_lot_idx ON pr_exsitu.t_seed_tests (id_seed_lot);
CREATE INDEX t_seed_tests_source_place_idx ON pr_exsitu.t_seed_tests (id_source_place);
CREATE INDEX t_seed_tests_parent_idx ON pr_exsitu.t_seed_tests (id_parent_test);
CREATE INDEX t_seed_tests_place_idx ON pr_exsitu.t_seed_tests (id_place);
CREATE INDEX t_seed_tests_digitiser_idx ON pr_exsitu.t_seed_tests (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_seed_tests IS 'Seed tests: germination, tetrazolium, cut, X-ray.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_seed_test IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.code IS 'Code, T then year and number.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_seed_lot IS 'Lot tested.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_source_place IS 'Place the seeds were taken from.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.kind IS 'germination, tetrazolium, cut or x_ray.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.purpose IS 'initial, monitoring, dormancy or practice.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.state IS 'draft, running, finished or cancelled.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_parent_test IS 'Test of which this one is the second chance.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.seeds IS 'Seeds put to test.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.date_start IS 'First day.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.date_end IS 'Last day.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_place IS 'Place where it stands.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.conclusion IS 'Conclusion in words.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_seed_tests FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_seed_tests');
