-- A test takes its seeds out of its lot as a sowing does: leaving `draft` for `running`
-- and the debit are one transaction, cancelling is a reversal. A second chance takes what
-- its parent left instead, and debits nothing.
CREATE FUNCTION pr_exsitu.seed_test_may_go(state_before text, state_after text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT state_after = ANY (CASE state_before
    WHEN 'draft' THEN ARRAY['running', 'cancelled']
    WHEN 'running' THEN ARRAY['finished', 'cancelled']
    WHEN 'finished' THEN ARRAY['running']
    ELSE ARRAY[]::text[] END)
$$;
COMMENT ON FUNCTION pr_exsitu.seed_test_may_go(text, text) IS 'True when a test may pass from one state to another; the same table is in the service''s rules.';

CREATE FUNCTION pr_exsitu.check_seed_test_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT pr_exsitu.seed_test_may_go(OLD.state, NEW.state) THEN
    PERFORM pr_exsitu.refuse('seed_test_transition', jsonb_build_object('from', OLD.state, 'to', NEW.state));
  END IF;
  IF OLD.state <> 'draft' AND (NEW.kind, NEW.seeds, NEW.id_seed_lot, NEW.id_source_place, NEW.id_parent_test)
     IS DISTINCT FROM (OLD.kind, OLD.seeds, OLD.id_seed_lot, OLD.id_source_place, OLD.id_parent_test) THEN
    PERFORM pr_exsitu.refuse('seed_test_quantity_fixed', jsonb_build_object('state', OLD.state));
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_test_change() IS 'Row trigger: states follow their graph; kind, source and seeds change in a draft only.';
CREATE TRIGGER seed_test_change BEFORE UPDATE ON pr_exsitu.t_seed_tests FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_seed_test_change();

CREATE OR REPLACE FUNCTION pr_exsitu.check_seed_tests_hold(tests integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT t.code INTO bad FROM pr_exsitu.t_seed_tests t
  WHERE t.id_seed_test = ANY (tests) AND t.state NOT IN ('draft', 'cancelled') AND t.id_import IS NULL
    AND (t.seeds IS NULL OR coalesce(t.id_source_place, t.id_parent_test) IS NULL)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_source', jsonb_build_object('code', bad.code));
  END IF;

  -- The seeds left the packet exactly when the test began.
  SELECT t.code, t.state INTO bad FROM pr_exsitu.t_seed_tests t
  WHERE t.id_seed_test = ANY (tests) AND t.id_import IS NULL
    AND (t.id_source_place IS NOT NULL AND t.state IN ('running', 'finished')) <> EXISTS (
      SELECT FROM pr_exsitu.t_stock_movements m LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
      WHERE m.cause_uuid = t.uuid AND m.kind = CASE t.kind WHEN 'germination' THEN 'germination_test' ELSE 'viability_test' END
        AND r.id_stock_movement IS NULL AND m.id_seed_lot = t.id_seed_lot AND m.id_place = t.id_source_place AND m.seeds = -t.seeds)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_debit', jsonb_build_object('code', bad.code, 'state', bad.state));
  END IF;

  -- A test may follow another one of the same lot.
  SELECT t.code, p.code AS parent INTO bad FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_seed_tests p ON p.id_seed_test = t.id_parent_test
  WHERE t.id_seed_test = ANY (tests) AND t.id_import IS NULL AND t.id_seed_lot <> p.id_seed_lot
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_parent', jsonb_build_object('code', bad.code, 'parent', bad.parent));
  END IF;

  -- A second chance takes the seeds that a finished parent left: those that did not germinate.
  SELECT p.code AS parent, p.seeds - y.emerged AS rest, taken.seeds, taken.state, (p.state <> 'finished' OR p.kind <> 'germination') AS is_open INTO bad
  FROM (SELECT c.id_parent_test, sum(c.seeds) AS seeds, min(c.state) AS state FROM pr_exsitu.t_seed_tests c
        WHERE c.id_parent_test IN (SELECT s.id_parent_test FROM pr_exsitu.t_seed_tests s WHERE s.id_seed_test = ANY (tests)
                                   UNION ALL SELECT unnest(tests))
          AND c.id_source_place IS NULL AND c.state IN ('running', 'finished') AND c.id_import IS NULL
        GROUP BY c.id_parent_test) taken
  JOIN pr_exsitu.t_seed_tests p ON p.id_seed_test = taken.id_parent_test
  CROSS JOIN LATERAL (SELECT coalesce(sum(z.emerged), 0) AS emerged FROM pr_exsitu.t_replicates r JOIN pr_exsitu.t_replicate_tallies z USING (id_replicate)
                      WHERE r.id_seed_test = p.id_seed_test) y
  WHERE p.state <> 'finished' OR p.kind <> 'germination' OR taken.seeds > p.seeds - y.emerged
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse(CASE WHEN bad.is_open THEN 'seed_test_second_chance' ELSE 'seed_test_left' END,
      jsonb_build_object('parent', bad.parent, 'left', bad.rest, 'seeds', bad.seeds));
  END IF;

  SELECT t.code, t.seeds, sum(r.sown) AS sown INTO bad FROM pr_exsitu.t_seed_tests t LEFT JOIN pr_exsitu.t_replicates r USING (id_seed_test)
  WHERE t.id_seed_test = ANY (tests) AND t.state NOT IN ('draft', 'cancelled') AND t.id_import IS NULL
  GROUP BY t.id_seed_test
  HAVING sum(r.sown) IS DISTINCT FROM t.seeds::bigint OR count(r.sown) <> count(r.id_replicate)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('replicates_sum', jsonb_build_object('code', bad.code, 'sown', bad.seeds, 'replicates', bad.sown));
  END IF;

  SELECT r.code AS replicate, r.sown, coalesce(y.emerged, 0) AS emerged, coalesce(y.dissected, 0) AS dissected INTO bad
  FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_replicates r USING (id_seed_test) LEFT JOIN pr_exsitu.t_replicate_tallies y USING (id_replicate)
  WHERE t.id_seed_test = ANY (tests) AND t.state = 'finished' AND t.id_import IS NULL
    AND coalesce(y.emerged, 0) + coalesce(y.dissected, 0) <> r.sown
  ORDER BY r.id_replicate
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_complete', jsonb_build_object('replicate', bad.replicate, 'sown', bad.sown, 'emerged', bad.emerged,
      'dissected', bad.dissected, 'missing', bad.sown - bad.emerged - bad.dissected));
  END IF;

  SELECT t.state, t.date_end, max(y.last_count_date) AS last INTO bad
  FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_replicates r USING (id_seed_test) JOIN pr_exsitu.t_replicate_tallies y USING (id_replicate)
  WHERE t.id_seed_test = ANY (tests) AND t.state IN ('finished', 'cancelled') AND t.id_import IS NULL AND y.visits > 0
  GROUP BY t.id_seed_test
  HAVING t.state = 'cancelled' OR t.date_end IS NULL OR t.date_end < max(y.last_count_date)
  LIMIT 1;
  IF FOUND AND bad.state = 'cancelled' THEN
    PERFORM pr_exsitu.refuse('has_children', jsonb_build_object('table', 't_counts'));
  ELSIF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_dates_ordered', jsonb_build_object('date', bad.last));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_tests_hold(integer[]) IS 'Refuses tests whose source, debit, replicates or counts do not agree with their state.';

-- A test is not deleted from under its movements.
CREATE FUNCTION pr_exsitu.check_seed_test_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF EXISTS (SELECT FROM pr_exsitu.t_stock_movements m WHERE m.cause_uuid = OLD.uuid) THEN
    PERFORM pr_exsitu.refuse('has_children', jsonb_build_object('table', 't_stock_movements'));
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_test_delete() IS 'Row trigger: a test that ever debited a lot stays.';
CREATE TRIGGER seed_test_delete BEFORE DELETE ON pr_exsitu.t_seed_tests FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_seed_test_delete();

CREATE FUNCTION pr_exsitu.check_seed_test_movements() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  causes uuid[] := ARRAY(SELECT DISTINCT n.cause_uuid FROM new_rows n WHERE n.cause_type = 'seed_test');
BEGIN
  IF EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements m LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
    WHERE m.cause_uuid = ANY (causes) AND m.kind IN ('germination_test', 'viability_test') AND r.id_stock_movement IS NULL
    GROUP BY m.cause_uuid HAVING count(*) > 1
  ) THEN
    PERFORM pr_exsitu.refuse('seed_test_debited_once');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_test_movements() IS 'Statement trigger of the ledger: a test debits its lot once.';
CREATE TRIGGER seed_test_debited_once AFTER INSERT ON pr_exsitu.t_stock_movements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_seed_test_movements();

CREATE FUNCTION pr_exsitu.check_seed_test_dates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  origin date := pr_exsitu.origin_date((SELECT l.id_material FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = NEW.id_seed_lot));
BEGIN
  IF NEW.id_import IS NULL AND NEW.date_start < origin THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', NEW.date_start, 'origin', origin));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_test_dates() IS 'Row trigger: nothing is tested before it was harvested.';
CREATE TRIGGER seed_test_dates AFTER INSERT OR UPDATE OF id_seed_lot, date_start ON pr_exsitu.t_seed_tests
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_seed_test_dates();
