-- Trays, dishes: the unit that is counted; of a sowing or of a test.
CREATE TABLE pr_exsitu.t_replicates (
  id_replicate integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_sowing integer REFERENCES pr_exsitu.t_sowings (id_sowing),
  id_seed_test integer REFERENCES pr_exsitu.t_seed_tests (id_seed_test),
  code text NOT NULL,
  sown integer,
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  remarks text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT replicates_uuid_key UNIQUE (uuid),
  CONSTRAINT replicate_one_owner CHECK (num_nonnulls(id_sowing, id_seed_test) = 1),
  CONSTRAINT replicate_code_once_in_sowing UNIQUE (id_sowing, code),
  CONSTRAINT replicate_code_once_in_test UNIQUE (id_seed_test, code),
  CONSTRAINT replicate_code_form CHECK (code ~ '^[A-Z]{1,3}$'),
  CONSTRAINT replicate_sown_positive CHECK (sown > 0)
);
CREATE INDEX t_replicates_place_idx ON pr_exsitu.t_replicates (id_place);
CREATE INDEX t_replicates_digitiser_idx ON pr_exsitu.t_replicates (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_replicates IS 'Replicates of a sowing or of a seed test.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_replicate IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_replicates.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_sowing IS 'Sowing it is part of.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_seed_test IS 'Test it is part of.';
COMMENT ON COLUMN pr_exsitu.t_replicates.code IS 'A, B, C…';
COMMENT ON COLUMN pr_exsitu.t_replicates.sown IS 'Units sown in it, null when unknown.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_place IS 'Tray or cell where it stands, when not that of the sowing.';
COMMENT ON COLUMN pr_exsitu.t_replicates.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_replicates.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_replicates.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_replicates.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_replicates.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_replicates FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_replicates');
