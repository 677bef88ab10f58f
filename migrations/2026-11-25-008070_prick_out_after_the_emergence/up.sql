-- Seedlings are pricked out when the emergence is over too, and after a test.
CREATE OR REPLACE FUNCTION pr_exsitu.apply_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  replicates integer[];
  bad record;
BEGIN
  SELECT array_agg(DISTINCT n.id_replicate ORDER BY n.id_replicate) INTO replicates FROM new_rows n;
  IF replicates IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM pr_exsitu.t_sowings s WHERE s.id_sowing IN (SELECT r.id_sowing FROM pr_exsitu.t_replicates r WHERE r.id_replicate = ANY (replicates))
    ORDER BY s.id_sowing FOR NO KEY UPDATE;
  PERFORM FROM pr_exsitu.t_seed_tests s WHERE s.id_seed_test IN (SELECT r.id_seed_test FROM pr_exsitu.t_replicates r WHERE r.id_replicate = ANY (replicates))
    ORDER BY s.id_seed_test FOR NO KEY UPDATE;
  PERFORM FROM pr_exsitu.t_replicates r WHERE r.id_replicate = ANY (replicates) ORDER BY r.id_replicate FOR NO KEY UPDATE;

  IF EXISTS (SELECT FROM new_rows n WHERE n.id_reversed IS NOT NULL) THEN
    IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_counts o ON o.id_count = n.id_reversed
               WHERE o.id_reversed IS NOT NULL OR o.id_replicate <> n.id_replicate OR o.count_date <> n.count_date) THEN
      PERFORM pr_exsitu.refuse('count_reversal_exact');
    END IF;
    IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_counts o ON o.id_count = n.id_reversed
               JOIN pr_exsitu.t_counts other ON other.uuid_operation = o.uuid_operation
               LEFT JOIN pr_exsitu.t_counts done ON done.id_reversed = other.id_count
               WHERE done.id_count IS NULL) THEN
      PERFORM pr_exsitu.refuse('count_reversal_whole');
    END IF;
  END IF;

  SELECT coalesce(s.code, t.code) AS code, coalesce(s.state, t.state) AS state INTO bad
  FROM new_rows n JOIN pr_exsitu.t_replicates r USING (id_replicate)
  LEFT JOIN pr_exsitu.t_sowings s USING (id_sowing) LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
  WHERE n.id_import IS NULL AND NOT coalesce(s.state IN ('in_pretreatment', 'sown', 'emerging', 'overwintering'), t.state = 'running')
    AND NOT ((s.state = 'emergence_ended' OR t.state = 'finished')
      AND EXISTS (SELECT FROM pr_exsitu.t_counts k WHERE k.id_count IN (n.id_count, n.id_reversed) AND k.cause_uuid IS NOT NULL))
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_state', jsonb_build_object('code', bad.code, 'state', bad.state));
  END IF;

  -- Seeds may germinate during stratification: counts start with the first step.
  SELECT n.count_date, b.began INTO bad
  FROM new_rows n JOIN pr_exsitu.t_replicates r USING (id_replicate)
  LEFT JOIN pr_exsitu.t_sowings s USING (id_sowing) LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
  CROSS JOIN LATERAL (
    SELECT least(min(st.start_date), s.sowing_date, t.date_start) AS began FROM pr_exsitu.t_treatment_steps st
    WHERE st.id_sowing = r.id_sowing OR st.id_seed_test = r.id_seed_test) b
  WHERE n.count_date < b.began
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_after_start', jsonb_build_object('date', bad.count_date, 'start', bad.began));
  END IF;

  PERFORM pr_exsitu.refresh_tallies(replicates);
  RETURN NULL;
END
$$;

