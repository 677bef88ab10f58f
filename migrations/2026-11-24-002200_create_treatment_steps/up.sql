-- What is done to the seeds before they germinate, in order; of a sowing or of a test.
CREATE TABLE pr_exsitu.t_treatment_steps (
  id_treatment_step integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_sowing integer REFERENCES pr_exsitu.t_sowings (id_sowing),
  id_seed_test integer REFERENCES pr_exsitu.t_seed_tests (id_seed_test),
  rank smallint NOT NULL,
  kind text NOT NULL,
  product text,
  tool text,
  concentration numeric(12,4),
  concentration_unit text,
  day_temperature numeric(4,1),
  night_temperature numeric(4,1),
  photoperiod_hours numeric(4,1),
  duration numeric(8,2),
  duration_unit text,
  medium text,
  start_date date,
  planned_end_date date,
  end_date date,
  quantity_treated integer,
  quantity_lost integer,
  id_actor integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  actor_text text,
  remarks text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT treatment_steps_uuid_key UNIQUE (uuid),
  CONSTRAINT step_one_owner CHECK (num_nonnulls(id_sowing, id_seed_test) = 1),
  CONSTRAINT step_rank_once_in_sowing UNIQUE (id_sowing, rank),
  CONSTRAINT step_rank_once_in_test UNIQUE (id_seed_test, rank),
  CONSTRAINT step_rank_positive CHECK (rank > 0),
  CONSTRAINT step_kind_known CHECK (kind IN ('mechanical_scarification', 'chemical_scarification', 'soaking', 'rinsing', 'leaching',
    'hormone_or_salt', 'sterilisation', 'cold_stratification', 'warm_stratification', 'dry_after_ripening', 'smoke', 'inoculation', 'other')),
  CONSTRAINT step_concentration_unit CHECK ((concentration IS NULL) = (concentration_unit IS NULL) AND concentration_unit IN ('mg_l', 'mmol_l', 'percent', 'mpa')),
  CONSTRAINT step_concentration_range CHECK (CASE concentration_unit WHEN 'mpa' THEN concentration <= 0 WHEN 'percent' THEN concentration BETWEEN 0 AND 100 ELSE concentration >= 0 END),
  CONSTRAINT step_duration_unit CHECK ((duration IS NULL) = (duration_unit IS NULL) AND duration_unit IN ('minute', 'hour', 'day', 'week', 'month')),
  CONSTRAINT step_duration_positive CHECK (duration > 0),
  CONSTRAINT step_temperature_range CHECK (day_temperature BETWEEN -200 AND 110 AND night_temperature BETWEEN -200 AND 110),
  CONSTRAINT step_photoperiod_range CHECK (photoperiod_hours BETWEEN 0 AND 24),
  CONSTRAINT step_dates_ordered CHECK (start_date <= end_date AND start_date <= planned_end_date),
  CONSTRAINT step_ended_started CHECK (end_date IS NULL OR start_date IS NOT NULL),
  CONSTRAINT step_end_not_future CHECK (end_date <= pr_exsitu.today()),
  CONSTRAINT step_quantities CHECK (quantity_treated > 0 AND quantity_lost >= 0 AND quantity_lost <= quantity_treated)
);
CREATE INDEX t_treatment_steps_actor_idx ON pr_exsitu.t_treatment_steps (id_actor);
CREATE INDEX t_treatment_steps_digitiser_idx ON pr_exsitu.t_treatment_steps (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_treatment_steps IS 'Treatment steps of a sowing or of a seed test, in order.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_treatment_step IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_sowing IS 'Sowing it is part of.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_seed_test IS 'Test it is part of.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.rank IS 'Order, from 1.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.kind IS 'Kind of treatment.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.product IS 'Product: GA3, KNO3, H2SO4…';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.tool IS 'Tool: scalpel, sandpaper…';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.concentration IS 'Concentration, in concentration_unit.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.concentration_unit IS 'mg_l, mmol_l, percent or mpa (water potential, zero or negative).';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.day_temperature IS 'Temperature by day in °C.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.night_temperature IS 'Temperature by night in °C.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.photoperiod_hours IS 'Hours of light a day.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.duration IS 'Duration, in duration_unit.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.duration_unit IS 'minute, hour, day, week or month.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.medium IS 'Medium: damp sand, paper…';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.start_date IS 'First day; a plan while it is in the future.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.planned_end_date IS 'Day it should end.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.end_date IS 'Day it ended.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.quantity_treated IS 'Seeds treated.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.quantity_lost IS 'Seeds lost in it.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_actor IS 'Role that did it.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.actor_text IS 'Who did it, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_treatment_steps.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_treatment_steps FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_treatment_steps');
