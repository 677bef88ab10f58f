-- Visits to the replicates. A count says either what changed (increments) or what
-- is seen alive; never changed, reversed whole and once.
CREATE TABLE pr_exsitu.t_counts (
  id_count integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  uuid_operation uuid NOT NULL,
  id_replicate integer NOT NULL REFERENCES pr_exsitu.t_replicates (id_replicate),
  count_date date NOT NULL,
  observed_alive integer,
  emerged integer,
  dead integer,
  death_cause text,
  removed integer,
  pricked_out integer,
  dissected integer,
  surplus integer,
  surplus_cause text,
  id_nomenclature_stage integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_observer integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  observer_text text,
  remarks text,
  cause_uuid uuid,
  id_reversed integer REFERENCES pr_exsitu.t_counts (id_count),
  reason text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT counts_uuid_key UNIQUE (uuid),
  CONSTRAINT count_reversed_once UNIQUE (id_reversed),
  CONSTRAINT count_not_future CHECK (count_date <= pr_exsitu.today()),
  CONSTRAINT count_figures_positive CHECK (observed_alive >= 0 AND emerged >= 0 AND dead >= 0 AND removed >= 0
    AND pricked_out >= 0 AND dissected >= 0 AND surplus > 0),
  CONSTRAINT count_seen_or_increments CHECK (observed_alive IS NULL OR num_nonnulls(emerged, dead, removed, pricked_out) = 0),
  CONSTRAINT count_says_something CHECK ((num_nonnulls(observed_alive, emerged, dead, removed, pricked_out, dissected, surplus) > 0) <> (id_reversed IS NOT NULL)),
  CONSTRAINT count_death_cause CHECK ((coalesce(dead, 0) > 0 OR death_cause IS NULL)
    AND death_cause IN ('damping_off', 'frost', 'drought', 'heat', 'pest', 'disease', 'theft', 'disappeared', 'error', 'unknown')),
  CONSTRAINT count_surplus_cause CHECK ((surplus IS NULL) = (surplus_cause IS NULL)
    AND surplus_cause IN ('polyembryony', 'counting_error', 'weed', 'substrate_residue')),
  CONSTRAINT count_pricked_out_by_event CHECK (pricked_out IS NULL OR cause_uuid IS NOT NULL OR id_import IS NOT NULL)
);
CREATE INDEX t_counts_replicate_idx ON pr_exsitu.t_counts (id_replicate, count_date, id_count);
CREATE INDEX t_counts_operation_idx ON pr_exsitu.t_counts (uuid_operation);
CREATE INDEX t_counts_stage_idx ON pr_exsitu.t_counts (id_nomenclature_stage);
CREATE INDEX t_counts_observer_idx ON pr_exsitu.t_counts (id_observer);
CREATE INDEX t_counts_digitiser_idx ON pr_exsitu.t_counts (id_digitiser);
ALTER TABLE pr_exsitu.t_counts ADD CONSTRAINT counts_stage_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_stage, 'EXS_PHYSIOLOGICAL_STAGE')) NOT VALID;
COMMENT ON TABLE pr_exsitu.t_counts IS 'Append-only counts of the replicates of sowings and tests.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_count IS 'Internal key, and the order of entry within a day.';
COMMENT ON COLUMN pr_exsitu.t_counts.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_counts.uuid_operation IS 'Groups what was entered together (a grid): it is reversed whole.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_replicate IS 'Replicate counted.';
COMMENT ON COLUMN pr_exsitu.t_counts.count_date IS 'Day of the visit.';
COMMENT ON COLUMN pr_exsitu.t_counts.observed_alive IS 'What one sees: living seedlings in the replicate; the increments are derived.';
COMMENT ON COLUMN pr_exsitu.t_counts.emerged IS 'Newly emerged (germinated, for a test) since the visit before.';
COMMENT ON COLUMN pr_exsitu.t_counts.dead IS 'Seedlings dead since the visit before.';
COMMENT ON COLUMN pr_exsitu.t_counts.death_cause IS 'Why they died.';
COMMENT ON COLUMN pr_exsitu.t_counts.removed IS 'Seedlings taken away: thinned, sampled.';
COMMENT ON COLUMN pr_exsitu.t_counts.pricked_out IS 'Seedlings pricked out, written by the event of the cultivation.';
COMMENT ON COLUMN pr_exsitu.t_counts.dissected IS 'Seeds not germinated that were opened and examined.';
COMMENT ON COLUMN pr_exsitu.t_counts.surplus IS 'Seedlings that no seed sown explains, outside the rate.';
COMMENT ON COLUMN pr_exsitu.t_counts.surplus_cause IS 'polyembryony, counting_error, weed or substrate_residue.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_nomenclature_stage IS 'Stage of the seedlings (EXS_PHYSIOLOGICAL_STAGE).';
COMMENT ON COLUMN pr_exsitu.t_counts.id_observer IS 'Role that counted.';
COMMENT ON COLUMN pr_exsitu.t_counts.observer_text IS 'Who counted, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_counts.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_counts.cause_uuid IS 'Event of a cultivation that pricked the seedlings out.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_reversed IS 'Count that this row reverses, once; it has no figures of its own.';
COMMENT ON COLUMN pr_exsitu.t_counts.reason IS 'Why it was reversed.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_counts.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_counts.meta_create_date IS 'Instant of entry.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_counts');
SELECT pr_exsitu.keep_history('pr_exsitu.t_counts');
