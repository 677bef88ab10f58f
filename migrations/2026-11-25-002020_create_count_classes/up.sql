-- What the seeds of a test turned out to be: seedlings normal or not, and the classes of
-- the seeds examined. Part of a count, never changed; a count that is reversed takes its
-- classes away with it, since only those of the counts that stand are read.
CREATE TABLE pr_exsitu.t_count_classes (
  id_count integer NOT NULL REFERENCES pr_exsitu.t_counts (id_count),
  class text NOT NULL,
  seeds integer NOT NULL,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT t_count_classes_pkey PRIMARY KEY (id_count, class),
  CONSTRAINT count_classes_uuid_key UNIQUE (uuid),
  CONSTRAINT count_class_known CHECK (class IN ('normal', 'abnormal', 'hard', 'fresh', 'dead', 'empty', 'embryoless', 'infested',
    'stained', 'partly_stained', 'unstained', 'full', 'immature')),
  CONSTRAINT count_class_positive CHECK (seeds > 0)
);
COMMENT ON TABLE pr_exsitu.t_count_classes IS 'Append-only final classes of the counts of seed tests.';
COMMENT ON COLUMN pr_exsitu.t_count_classes.id_count IS 'Count.';
COMMENT ON COLUMN pr_exsitu.t_count_classes.class IS 'Class, among those of the kind of the test.';
COMMENT ON COLUMN pr_exsitu.t_count_classes.seeds IS 'Seeds, or seedlings, of the class.';
COMMENT ON COLUMN pr_exsitu.t_count_classes.uuid IS 'Identifier of the row in the history.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_count_classes');
SELECT pr_exsitu.keep_history('pr_exsitu.t_count_classes');

CREATE FUNCTION pr_exsitu.test_classes(kind text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT CASE kind
    WHEN 'germination' THEN ARRAY['normal', 'abnormal', 'hard', 'fresh', 'dead', 'empty', 'embryoless', 'infested']
    WHEN 'tetrazolium' THEN ARRAY['stained', 'partly_stained', 'unstained', 'empty', 'infested']
    ELSE ARRAY['full', 'empty', 'infested', 'immature'] END
$$;
COMMENT ON FUNCTION pr_exsitu.test_classes(text) IS 'The classes of a kind of test; the same table is in the service''s rules.';

CREATE FUNCTION pr_exsitu.count_classes(of_count integer) RETURNS jsonb
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('class', k.class, 'seeds', k.seeds) ORDER BY k.class), '[]')
  FROM pr_exsitu.t_count_classes k WHERE k.id_count = of_count
$$;
COMMENT ON FUNCTION pr_exsitu.count_classes(integer) IS 'The classes of a count, as a list of {class, seeds}.';

-- What the counts of a set of replicates must satisfy with their classes.
CREATE FUNCTION pr_exsitu.check_classes_hold(replicates integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT r.code, coalesce(y.emerged, 0) AS emerged, s.seedlings INTO bad
  FROM (SELECT c.id_replicate, sum(k.seeds) AS seedlings
        FROM pr_exsitu.t_counts c JOIN pr_exsitu.t_count_classes k USING (id_count)
        LEFT JOIN pr_exsitu.t_counts undone ON undone.id_reversed = c.id_count
        WHERE c.id_replicate = ANY (replicates) AND undone.id_count IS NULL AND k.class IN ('normal', 'abnormal')
        GROUP BY c.id_replicate) s
  JOIN pr_exsitu.t_replicates r USING (id_replicate)
  LEFT JOIN pr_exsitu.t_replicate_tallies y USING (id_replicate)
  WHERE s.seedlings > coalesce(y.emerged, 0)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_seedlings_emerged', jsonb_build_object('replicate', bad.code, 'seedlings', bad.seedlings, 'emerged', bad.emerged));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_classes_hold(integer[]) IS 'Refuses more seedlings, normal or not, than emerged in a replicate.';

CREATE FUNCTION pr_exsitu.check_count_classes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  replicates integer[] := ARRAY(SELECT DISTINCT c.id_replicate FROM new_rows n JOIN pr_exsitu.t_counts c USING (id_count) ORDER BY c.id_replicate);
  bad record;
BEGIN
  PERFORM FROM pr_exsitu.t_replicates r WHERE r.id_replicate = ANY (replicates) ORDER BY r.id_replicate FOR NO KEY UPDATE;
  SELECT n.class, t.kind INTO bad
  FROM new_rows n JOIN pr_exsitu.t_counts c USING (id_count) JOIN pr_exsitu.t_replicates r USING (id_replicate)
  LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
  WHERE t.id_seed_test IS NULL OR n.class <> ALL (pr_exsitu.test_classes(t.kind))
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse(CASE WHEN bad.kind IS NULL THEN 'count_class_of_test' ELSE 'count_class_of_kind' END,
      jsonb_build_object('class', bad.class, 'kind', bad.kind));
  END IF;

  SELECT coalesce(c.dissected, 0) AS dissected, sum(k.seeds) AS classed INTO bad
  FROM (SELECT DISTINCT n.id_count FROM new_rows n) n JOIN pr_exsitu.t_counts c USING (id_count) JOIN pr_exsitu.t_count_classes k USING (id_count)
  WHERE k.class NOT IN ('normal', 'abnormal')
  GROUP BY c.id_count
  HAVING sum(k.seeds) <> coalesce(c.dissected, 0)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_classes_sum', jsonb_build_object('classed', bad.classed, 'dissected', bad.dissected));
  END IF;

  PERFORM pr_exsitu.check_classes_hold(replicates);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_count_classes() IS 'Statement trigger: classes are those of the kind of the test, and sum to the seeds examined.';
CREATE TRIGGER classes_hold AFTER INSERT ON pr_exsitu.t_count_classes
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_count_classes();

-- Nothing germinates in a tetrazolium, cut or X-ray test; and an emergence that seedlings
-- were classed of is not undone before their classes.
CREATE FUNCTION pr_exsitu.check_counts_of_tests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT t.kind INTO bad
  FROM new_rows n JOIN pr_exsitu.t_replicates r USING (id_replicate) JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
  WHERE t.kind <> 'germination' AND n.id_import IS NULL
    AND num_nonnulls(n.observed_alive, n.emerged, n.dead, n.removed, n.pricked_out, n.surplus) > 0
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_examines_only', jsonb_build_object('kind', bad.kind));
  END IF;
  PERFORM pr_exsitu.check_classes_hold(ARRAY(SELECT DISTINCT n.id_replicate FROM new_rows n JOIN pr_exsitu.t_replicates r USING (id_replicate) WHERE r.id_seed_test IS NOT NULL));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_counts_of_tests() IS 'Statement trigger: tests where nothing germinates only examine; seedlings classed emerged.';
-- Triggers fire in the order of their names: after apply_counts, which keeps the tallies.
CREATE TRIGGER apply_counts_of_tests AFTER INSERT ON pr_exsitu.t_counts
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_counts_of_tests();
