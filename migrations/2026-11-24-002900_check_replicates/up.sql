-- Replicates follow their owner: in a draft they are free, afterwards what was sown
-- in them is fixed and, for counted seeds, sums to what was sown.
CREATE FUNCTION pr_exsitu.check_replicates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  sowings integer[];
  tests integer[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    sowings := ARRAY(SELECT DISTINCT o.id_sowing FROM old_rows o WHERE o.id_sowing IS NOT NULL);
    tests := ARRAY(SELECT DISTINCT o.id_seed_test FROM old_rows o WHERE o.id_seed_test IS NOT NULL);
  ELSE
    sowings := ARRAY(SELECT DISTINCT n.id_sowing FROM new_rows n WHERE n.id_sowing IS NOT NULL);
    tests := ARRAY(SELECT DISTINCT n.id_seed_test FROM new_rows n WHERE n.id_seed_test IS NOT NULL);
  END IF;
  PERFORM pr_exsitu.check_sowings_hold(sowings);
  PERFORM pr_exsitu.check_seed_tests_hold(tests);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_replicates() IS 'Statement trigger of the replicates: their owner still holds.';

-- Every seed of a finished test is accounted for: germinated or opened.
CREATE FUNCTION pr_exsitu.check_seed_tests_hold(tests integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT t.code, t.seeds, sum(r.sown) AS sown INTO bad FROM pr_exsitu.t_seed_tests t LEFT JOIN pr_exsitu.t_replicates r USING (id_seed_test)
  WHERE t.id_seed_test = ANY (tests) AND t.state NOT IN ('draft', 'cancelled') AND t.id_import IS NULL
  GROUP BY t.id_seed_test
  HAVING sum(r.sown) IS DISTINCT FROM t.seeds::bigint OR count(r.sown) <> count(r.id_replicate)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('replicates_sum', jsonb_build_object('code', bad.code, 'sown', bad.seeds, 'replicates', bad.sown));
  END IF;
  SELECT t.code, r.code AS replicate INTO bad
  FROM pr_exsitu.t_seed_tests t JOIN pr_exsitu.t_replicates r USING (id_seed_test) LEFT JOIN pr_exsitu.t_replicate_tallies y USING (id_replicate)
  WHERE t.id_seed_test = ANY (tests) AND t.state = 'finished' AND t.id_import IS NULL
    AND coalesce(y.emerged, 0) + coalesce(y.dissected, 0) <> r.sown
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('seed_test_complete', jsonb_build_object('code', bad.code, 'replicate', bad.replicate));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_tests_hold(integer[]) IS 'Refuses tests whose replicates do not sum to their seeds, and finished ones that leave a seed unexplained.';

CREATE FUNCTION pr_exsitu.check_seed_tests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pr_exsitu.check_seed_tests_hold(ARRAY(SELECT n.id_seed_test FROM new_rows n));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_seed_tests() IS 'Statement trigger of the seed tests.';
CREATE TRIGGER seed_tests_hold_insert AFTER INSERT ON pr_exsitu.t_seed_tests REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_seed_tests();
CREATE TRIGGER seed_tests_hold_update AFTER UPDATE ON pr_exsitu.t_seed_tests REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_seed_tests();

CREATE FUNCTION pr_exsitu.check_replicate_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF NEW.sown IS DISTINCT FROM OLD.sown AND (
       EXISTS (SELECT FROM pr_exsitu.t_sowings s WHERE s.id_sowing = NEW.id_sowing AND s.state <> 'draft')
    OR EXISTS (SELECT FROM pr_exsitu.t_seed_tests t WHERE t.id_seed_test = NEW.id_seed_test AND t.state <> 'draft')) THEN
    PERFORM pr_exsitu.refuse('sowing_quantity_fixed');
  END IF;
  IF (NEW.id_sowing, NEW.id_seed_test) IS DISTINCT FROM (OLD.id_sowing, OLD.id_seed_test) THEN
    PERFORM pr_exsitu.refuse('replicate_owner_fixed');
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_replicate_change() IS 'Row trigger: what was sown in a replicate changes in a draft only.';
CREATE TRIGGER replicate_change BEFORE UPDATE ON pr_exsitu.t_replicates FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_replicate_change();
CREATE TRIGGER replicates_hold_insert AFTER INSERT ON pr_exsitu.t_replicates REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_replicates();
CREATE TRIGGER replicates_hold_delete AFTER DELETE ON pr_exsitu.t_replicates REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_replicates();
