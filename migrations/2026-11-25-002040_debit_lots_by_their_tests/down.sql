DROP TRIGGER seed_test_dates ON pr_exsitu.t_seed_tests;
DROP FUNCTION pr_exsitu.check_seed_test_dates();
DROP TRIGGER seed_test_debited_once ON pr_exsitu.t_stock_movements;
DROP FUNCTION pr_exsitu.check_seed_test_movements();
DROP TRIGGER seed_test_delete ON pr_exsitu.t_seed_tests;
DROP FUNCTION pr_exsitu.check_seed_test_delete();
CREATE OR REPLACE FUNCTION pr_exsitu.check_seed_tests_hold(tests integer[]) RETURNS void
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
DROP TRIGGER seed_test_change ON pr_exsitu.t_seed_tests;
DROP FUNCTION pr_exsitu.check_seed_test_change();
DROP FUNCTION pr_exsitu.seed_test_may_go(text, text);
