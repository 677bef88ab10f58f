-- The seedlings that enter a cultivation leave the replicates of its sowing or test: when the
-- transaction ends, each event has counts of as many seedlings pricked out, and the other way round.
CREATE FUNCTION pr_exsitu.check_pricking_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT e.uuid, e.stands, coalesce(sum(k.pricked_out), 0) AS pricked_out, CASE WHEN e.stands THEN e.plants ELSE 0 END AS plants INTO bad
  FROM (SELECT x.uuid, x.plants, c.id_sowing, c.id_seed_test, r.id_event IS NULL AS stands
        FROM pr_exsitu.t_cultivation_events x JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
        LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = x.id_event
        WHERE num_nonnulls(c.id_sowing, c.id_seed_test) = 1 AND x.id_import IS NULL AND x.id_reversed IS NULL
          AND x.kind IN ('pricking_out', 'addition', 'repotting', 'planting')
          AND CASE TG_TABLE_NAME
            WHEN 't_cultivation_events' THEN x.id_event IN ((to_jsonb(NEW) ->> 'id_event')::integer, (to_jsonb(NEW) ->> 'id_reversed')::integer)
            ELSE x.uuid = (SELECT coalesce(n.cause_uuid, o.cause_uuid) FROM pr_exsitu.t_counts n LEFT JOIN pr_exsitu.t_counts o ON o.id_count = n.id_reversed
                           WHERE n.id_count = (to_jsonb(NEW) ->> 'id_count')::integer) END) e
  LEFT JOIN (SELECT k.cause_uuid, k.pricked_out, r.id_sowing, r.id_seed_test
             FROM pr_exsitu.t_counts k JOIN pr_exsitu.t_replicates r USING (id_replicate)
             LEFT JOIN pr_exsitu.t_counts undone ON undone.id_reversed = k.id_count
             WHERE undone.id_count IS NULL AND k.id_reversed IS NULL) k
    ON k.cause_uuid = e.uuid AND (k.id_sowing = e.id_sowing OR k.id_seed_test = e.id_seed_test)
  GROUP BY e.uuid, e.stands, e.plants
  HAVING coalesce(sum(k.pricked_out), 0) <> CASE WHEN e.stands THEN e.plants ELSE 0 END
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('pricking_out_agrees', jsonb_build_object('plants', bad.plants, 'pricked_out', bad.pricked_out));
  END IF;
  IF TG_TABLE_NAME = 't_counts' AND (to_jsonb(NEW) ->> 'cause_uuid') IS NOT NULL
     AND NOT EXISTS (SELECT FROM pr_exsitu.t_cultivation_events x WHERE x.uuid = (to_jsonb(NEW) ->> 'cause_uuid')::uuid) THEN
    PERFORM pr_exsitu.refuse('pricking_out_agrees', jsonb_build_object('plants', 0, 'pricked_out', (to_jsonb(NEW) ->> 'pricked_out')::integer));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_pricking_out() IS 'Row trigger at the end of the transaction: the seedlings that enter a cultivation leave their replicates.';
CREATE CONSTRAINT TRIGGER pricking_out AFTER INSERT ON pr_exsitu.t_cultivation_events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_pricking_out();
CREATE CONSTRAINT TRIGGER pricking_out AFTER INSERT ON pr_exsitu.t_counts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.id_import IS NULL AND (NEW.cause_uuid IS NOT NULL OR NEW.id_reversed IS NOT NULL)) EXECUTE FUNCTION pr_exsitu.check_pricking_out();
