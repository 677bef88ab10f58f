-- The sums of the counts of each replicate: kept by the trigger of the counts in the
-- same transaction, written by nobody else. A replicate never counted has no row.
CREATE TABLE pr_exsitu.t_replicate_tallies (
  id_replicate integer NOT NULL REFERENCES pr_exsitu.t_replicates (id_replicate) ON DELETE CASCADE,
  visits integer NOT NULL,
  emerged integer NOT NULL,
  dead integer NOT NULL,
  removed integer NOT NULL,
  pricked_out integer NOT NULL,
  dissected integer NOT NULL,
  surplus integer NOT NULL,
  alive integer NOT NULL,
  first_emergence_date date,
  last_count_date date,
  CONSTRAINT t_replicate_tallies_pkey PRIMARY KEY (id_replicate),
  CONSTRAINT tally_positive CHECK (visits >= 0 AND emerged >= 0 AND dead >= 0 AND removed >= 0 AND pricked_out >= 0 AND dissected >= 0 AND surplus >= 0 AND alive >= 0)
);
COMMENT ON TABLE pr_exsitu.t_replicate_tallies IS 'Sums of the counts of each replicate, maintained by the counts.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.id_replicate IS 'Replicate.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.visits IS 'Counts that stand.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.emerged IS 'Emerged in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.dead IS 'Dead in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.removed IS 'Taken away in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.pricked_out IS 'Pricked out in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.dissected IS 'Opened and examined in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.surplus IS 'Outside the rate in all.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.alive IS 'Alive after the last count.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.first_emergence_date IS 'First visit with emergence.';
COMMENT ON COLUMN pr_exsitu.t_replicate_tallies.last_count_date IS 'Last visit.';

-- Recomputes the tallies of some replicates and refuses what cannot be.
CREATE FUNCTION pr_exsitu.refresh_tallies(replicates integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT r.code, v.count_date, v.alive_after INTO bad
  FROM pr_exsitu.v_count_course v JOIN pr_exsitu.t_replicates r USING (id_replicate)
  WHERE v.id_replicate = ANY (replicates) AND v.closes_day AND v.alive_after < 0
  ORDER BY v.count_date LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_alive_not_negative', jsonb_build_object('replicate', bad.code, 'date', bad.count_date, 'missing', -bad.alive_after));
  END IF;

  INSERT INTO pr_exsitu.t_replicate_tallies AS t
    (id_replicate, visits, emerged, dead, removed, pricked_out, dissected, surplus, alive, first_emergence_date, last_count_date)
  SELECT r.id_replicate, count(v.id_count), coalesce(sum(v.emerged), 0), coalesce(sum(v.dead), 0), coalesce(sum(v.removed), 0),
         coalesce(sum(v.pricked_out), 0), coalesce(sum(v.dissected), 0), coalesce(sum(v.surplus), 0),
         greatest(coalesce(sum(v.emerged), 0) - coalesce(sum(v.dead), 0) - coalesce(sum(v.removed), 0) - coalesce(sum(v.pricked_out), 0), 0),
         min(v.count_date) FILTER (WHERE v.emerged > 0), max(v.count_date)
  FROM unnest(replicates) AS r (id_replicate)
  LEFT JOIN (SELECT * FROM pr_exsitu.v_count_course w WHERE w.id_replicate = ANY (replicates)) v USING (id_replicate)
  GROUP BY r.id_replicate
  ON CONFLICT (id_replicate) DO UPDATE SET visits = excluded.visits, emerged = excluded.emerged, dead = excluded.dead,
    removed = excluded.removed, pricked_out = excluded.pricked_out, dissected = excluded.dissected, surplus = excluded.surplus,
    alive = excluded.alive, first_emergence_date = excluded.first_emergence_date, last_count_date = excluded.last_count_date;

  -- The denominator is what was sown: only counted seeds have one.
  SELECT r.code, r.sown, t.emerged, t.dissected INTO bad
  FROM pr_exsitu.t_replicate_tallies t JOIN pr_exsitu.t_replicates r USING (id_replicate)
  LEFT JOIN pr_exsitu.t_sowings s USING (id_sowing)
  WHERE r.id_replicate = ANY (replicates) AND (r.id_seed_test IS NOT NULL OR (s.sown_unit = 'seed' AND s.sown_basis = 'counted'))
    AND t.emerged + t.dissected > r.sown
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('count_within_sown', jsonb_build_object('replicate', bad.code, 'sown', bad.sown, 'emerged', bad.emerged, 'dissected', bad.dissected));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.refresh_tallies(integer[]) IS 'Recomputes the tallies of replicates; refuses living seedlings below zero on any day and more seedlings than seeds.';
