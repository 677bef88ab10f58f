-- Masses of samples of a known number of seeds: the thousand-seed weight and the
-- estimated number of seeds are computed from them when they are read.
CREATE TABLE pr_exsitu.t_seed_weighings (
  id_seed_weighing integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  weighing_date date NOT NULL,
  seeds_per_sample integer NOT NULL,
  sample_masses_g numeric[] NOT NULL,
  total_mass_g numeric(12,5),
  is_chaffy boolean NOT NULL DEFAULT false,
  remarks text,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT seed_weighings_uuid_key UNIQUE (uuid),
  CONSTRAINT weighing_not_future CHECK (weighing_date <= pr_exsitu.today()),
  CONSTRAINT weighing_seeds_positive CHECK (seeds_per_sample > 0),
  CONSTRAINT weighing_masses_positive CHECK (cardinality(sample_masses_g) BETWEEN 1 AND 100 AND 0 < ALL (sample_masses_g)),
  CONSTRAINT weighing_total_positive CHECK (total_mass_g > 0)
);
CREATE INDEX t_seed_weighings_lot_idx ON pr_exsitu.t_seed_weighings (id_seed_lot, weighing_date);
CREATE INDEX t_seed_weighings_digitiser_idx ON pr_exsitu.t_seed_weighings (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_seed_weighings IS 'Weighings of a seed lot.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.id_seed_weighing IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.weighing_date IS 'Day of the weighing.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.seeds_per_sample IS 'Number of seeds counted in each sample (100 for ISTA).';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.sample_masses_g IS 'Mass of each sample in grams.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.total_mass_g IS 'Mass of the whole lot that day in grams, when weighed.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.is_chaffy IS 'Chaffy seeds: the limit of the coefficient of variation is 6 % instead of 4 %.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_seed_weighings.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_seed_weighings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_seed_weighings');
