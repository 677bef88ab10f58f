-- The seedlings that enter a cultivation leave the replicates of its sowing or test: the counts
-- that say so are written with the event, and reversed with it, by nobody else.
CREATE FUNCTION pr_exsitu.prick_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, pricked_out, cause_uuid, id_observer, observer_text, id_digitiser)
  SELECT n.uuid_operation, r.id_replicate, n.event_date, (f ->> 'quantity')::integer, n.uuid, n.id_actor, n.actor_text, n.id_digitiser
  FROM new_rows n JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  CROSS JOIN LATERAL jsonb_array_elements(n.said -> 'from') f
  JOIN pr_exsitu.t_replicates r ON r.uuid = (f ->> 'replicate')::uuid AND (r.id_sowing = c.id_sowing OR r.id_seed_test = c.id_seed_test)
  WHERE n.id_reversed IS NULL AND n.id_import IS NULL AND n.plants > 0 AND n.kind IN ('pricking_out', 'addition', 'repotting', 'planting');

  SELECT n.plants, coalesce(sum(k.pricked_out), 0) AS pricked_out INTO bad
  FROM new_rows n JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  LEFT JOIN pr_exsitu.t_counts k ON k.cause_uuid = n.uuid
  WHERE n.id_reversed IS NULL AND n.id_import IS NULL AND n.plants > 0 AND n.kind IN ('pricking_out', 'addition', 'repotting', 'planting')
    AND num_nonnulls(c.id_sowing, c.id_seed_test) = 1
  GROUP BY n.id_event, n.plants
  HAVING coalesce(sum(k.pricked_out), 0) <> n.plants
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('pricking_out_agrees', jsonb_build_object('plants', bad.plants, 'pricked_out', bad.pricked_out));
  END IF;

  INSERT INTO pr_exsitu.t_counts (uuid_operation, id_replicate, count_date, id_reversed, reason, id_digitiser)
  SELECT n.uuid_operation, k.id_replicate, k.count_date, k.id_count, n.reason, n.id_digitiser
  FROM new_rows n JOIN pr_exsitu.t_cultivation_events o ON o.id_event = n.id_reversed JOIN pr_exsitu.t_counts k ON k.cause_uuid = o.uuid;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.prick_out() IS 'Statement trigger: the seedlings that enter a cultivation leave their replicates, and go back when the event is reversed.';
-- Triggers fire in the order of their names: after apply_cultivation_events, which locks.
CREATE TRIGGER prick_out AFTER INSERT ON pr_exsitu.t_cultivation_events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.prick_out();

CREATE FUNCTION pr_exsitu.check_pricked_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT coalesce(e.plants, 0) AS plants, sum(k.pricked_out) AS pricked_out INTO bad
  FROM (SELECT DISTINCT n.cause_uuid FROM new_rows n WHERE n.cause_uuid IS NOT NULL AND n.id_import IS NULL) n
  JOIN pr_exsitu.t_counts k ON k.cause_uuid = n.cause_uuid
  LEFT JOIN pr_exsitu.t_cultivation_events e ON e.uuid = n.cause_uuid AND e.id_reversed IS NULL
  GROUP BY n.cause_uuid, e.plants
  HAVING sum(k.pricked_out) <> coalesce(e.plants, 0)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('pricking_out_agrees', jsonb_build_object('plants', bad.plants, 'pricked_out', bad.pricked_out));
  END IF;
  SELECT e.plants INTO bad
  FROM new_rows n JOIN pr_exsitu.t_counts o ON o.id_count = n.id_reversed
  JOIN pr_exsitu.t_cultivation_events e ON e.uuid = o.cause_uuid
  LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
  WHERE r.id_event IS NULL
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('pricking_out_agrees', jsonb_build_object('plants', bad.plants, 'pricked_out', 0));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_pricked_out() IS 'Statement trigger: seedlings are pricked out, or put back, by the event of a cultivation only.';
CREATE TRIGGER check_pricked_out AFTER INSERT ON pr_exsitu.t_counts
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_pricked_out();
CREATE INDEX t_counts_cause_idx ON pr_exsitu.t_counts (cause_uuid) WHERE cause_uuid IS NOT NULL;
