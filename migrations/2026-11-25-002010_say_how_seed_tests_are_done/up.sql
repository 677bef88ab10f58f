-- How a test is done: what the seeds lie on, light and temperature period after period,
-- its people, its next visit. The results of an imported test are kept as they were typed.
CREATE FUNCTION pr_exsitu.is_number_between(value jsonb, low numeric, high numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
AS $$
  SELECT CASE WHEN coalesce(jsonb_typeof(value), 'null') = 'null' THEN true
              WHEN jsonb_typeof(value) = 'number' THEN (value #>> '{}')::numeric BETWEEN low AND high
              ELSE false END
$$;
COMMENT ON FUNCTION pr_exsitu.is_number_between(jsonb, numeric, numeric) IS 'True for a number within bounds, and for none.';

CREATE FUNCTION pr_exsitu.is_regimes(periods jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT count(*) > 0 AND min(p.from_day) = 0 AND bool_and(coalesce(p.from_day > p.before AND p.from_day = trunc(p.from_day) AND p.is_sound, false))
  FROM (
    SELECT r.from_day, r.is_sound, lag(r.from_day, 1, -1::numeric) OVER (ORDER BY r.n) AS before
    FROM (
      SELECT e.n, CASE jsonb_typeof(e.period -> 'from_day') WHEN 'number' THEN (e.period ->> 'from_day')::numeric END AS from_day,
             pr_exsitu.is_number_between(e.period -> 'day_temperature', -200, 110)
               AND pr_exsitu.is_number_between(e.period -> 'night_temperature', -200, 110)
               AND pr_exsitu.is_number_between(e.period -> 'photoperiod_hours', 0, 24)
               AND coalesce(jsonb_typeof(e.period -> 'light'), 'null') IN ('null', 'string') AS is_sound
      FROM jsonb_array_elements(CASE jsonb_typeof(periods) WHEN 'array' THEN periods ELSE '[]' END) WITH ORDINALITY AS e (period, n)
    ) r
  ) p
$$;
COMMENT ON FUNCTION pr_exsitu.is_regimes(jsonb) IS 'True for a list of periods whose first days increase from 0, with temperatures and hours of light within their ranges.';

ALTER TABLE pr_exsitu.t_seed_tests
  ADD COLUMN support text,
  ADD COLUMN substrate_note text,
  ADD COLUMN regimes jsonb,
  ADD COLUMN next_count_due date,
  ADD COLUMN people_text text,
  ADD COLUMN state_reason text,
  ADD COLUMN typed_results jsonb,
  ADD CONSTRAINT seed_test_support_known CHECK (support IN ('filter_paper', 'agar', 'sand', 'soil', 'rolled_paper', 'other')),
  ADD CONSTRAINT seed_test_regimes_ordered CHECK (pr_exsitu.is_regimes(regimes)),
  ADD CONSTRAINT seed_test_typed_results_imported CHECK (typed_results IS NULL OR id_import IS NOT NULL);
COMMENT ON COLUMN pr_exsitu.t_seed_tests.support IS 'What the seeds lie on or in: filter_paper, agar, sand, soil, rolled_paper or other.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.substrate_note IS 'Note on the substrate: strength of the agar, brand of the paper…';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.regimes IS 'Light and temperature by period: [{from_day, day_temperature, night_temperature, photoperiod_hours, light}], days from 0.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.next_count_due IS 'Day of the next count.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.people_text IS 'People who are not users of the host.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.state_reason IS 'Why it was cancelled or re-opened.';
COMMENT ON COLUMN pr_exsitu.t_seed_tests.typed_results IS 'Results typed elsewhere, of an imported test only: those of the module are computed.';

CREATE TABLE pr_exsitu.cor_seed_test_people (
  id_seed_test integer NOT NULL REFERENCES pr_exsitu.t_seed_tests (id_seed_test) ON DELETE CASCADE,
  id_role integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_seed_test_people_pkey PRIMARY KEY (id_seed_test, id_role)
);
CREATE INDEX cor_seed_test_people_role_idx ON pr_exsitu.cor_seed_test_people (id_role);
COMMENT ON TABLE pr_exsitu.cor_seed_test_people IS 'People of a seed test who are users of the host.';
COMMENT ON COLUMN pr_exsitu.cor_seed_test_people.id_seed_test IS 'Seed test.';
COMMENT ON COLUMN pr_exsitu.cor_seed_test_people.id_role IS 'Person.';
COMMENT ON COLUMN pr_exsitu.cor_seed_test_people.uuid IS 'Identifier of the link in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_seed_test_people');
