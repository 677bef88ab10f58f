-- Recomputes the tallies of some cultivations and refuses what cannot be, at the close of any day.
CREATE FUNCTION pr_exsitu.refresh_cultivations(cultivations integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT c.code, v.event_date, v.alive_after INTO bad
  FROM pr_exsitu.v_cultivation_course v JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  WHERE v.id_cultivation = ANY (cultivations) AND v.closes_day AND v.alive_after < 0
  ORDER BY v.event_date LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('cultivation_alive_not_negative', jsonb_build_object('code', bad.code, 'date', bad.event_date, 'missing', -bad.alive_after));
  END IF;

  -- The first event brings the plants in, as the source allows; pricking out is never a later one.
  SELECT c.code, v.kind INTO bad
  FROM pr_exsitu.v_cultivation_course v JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  WHERE v.id_cultivation = ANY (cultivations) AND c.id_import IS NULL AND CASE WHEN v.is_first
    THEN v.plants <= 0 OR NOT v.kind = ANY (CASE
           WHEN c.parentage IS NOT NULL THEN ARRAY[c.parentage]
           WHEN c.id_sowing IS NOT NULL OR c.id_seed_test IS NOT NULL THEN ARRAY['pricking_out', 'repotting', 'planting']
           ELSE ARRAY['initial', 'repotting', 'planting'] END)
    ELSE v.kind IN ('initial', 'pricking_out') OR (v.kind IN ('repotting', 'planting') AND v.plants > 0)
      OR (v.kind = 'addition' AND c.parentage IS NOT NULL)
      OR (v.kind IN ('cutting', 'self_sown') AND v.plants > 0 AND v.kind IS DISTINCT FROM c.parentage) END
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('cultivation_first_event', jsonb_build_object('code', bad.code, 'kind', bad.kind));
  END IF;

  -- Nothing happens to a closed cultivation until it is opened again.
  SELECT c.code, v.event_date, x.event_date AS closed INTO bad
  FROM pr_exsitu.v_cultivation_course v JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  CROSS JOIN LATERAL (
    SELECT w.kind, w.event_date FROM pr_exsitu.v_cultivation_course w
    WHERE w.id_cultivation = ANY (cultivations) AND w.id_cultivation = v.id_cultivation AND w.kind IN ('closing', 'reopening') AND w.event_date < v.event_date
    ORDER BY w.event_date DESC, w.id_event DESC LIMIT 1) x
  WHERE v.id_cultivation = ANY (cultivations) AND x.kind = 'closing' AND v.kind <> 'reopening'
    AND NOT EXISTS (SELECT FROM pr_exsitu.v_cultivation_course w WHERE w.id_cultivation = ANY (cultivations)
                    AND w.id_cultivation = v.id_cultivation AND w.kind = 'reopening' AND w.event_date = v.event_date)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('cultivation_closed', jsonb_build_object('code', bad.code, 'closed', bad.closed));
  END IF;

  -- No more is found again than is still dead of that death, nor before it.
  SELECT d.event_date, -d.plants AS dead, sum(f.plants) AS found INTO bad
  FROM pr_exsitu.t_cultivation_events f
  JOIN pr_exsitu.v_cultivation_course v ON v.id_event = f.id_event
  JOIN pr_exsitu.t_cultivation_events d ON d.id_event = f.id_death
  LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = d.id_event
  WHERE f.id_cultivation = ANY (cultivations)
  GROUP BY d.id_event
  HAVING sum(f.plants) > -d.plants OR min(f.event_date) < d.event_date OR count(r.id_event) > 0
      OR d.kind <> 'death' OR count(*) FILTER (WHERE d.id_cultivation <> f.id_cultivation) > 0
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('cultivation_found_again', jsonb_build_object('date', bad.event_date, 'dead', bad.dead, 'found', bad.found));
  END IF;

  DELETE FROM pr_exsitu.t_cultivation_tallies t WHERE t.id_cultivation = ANY (cultivations);
  INSERT INTO pr_exsitu.t_cultivation_tallies
    (id_cultivation, events, entered, propagated, received, given, dead, removed, sampled, exited, alive, date_start, last_event_date, id_place, outcome, date_end)
  SELECT v.id_cultivation, count(*),
         coalesce(sum(v.plants) FILTER (WHERE v.kind IN ('initial', 'pricking_out', 'addition', 'repotting', 'planting')), 0),
         coalesce(sum(v.plants) FILTER (WHERE v.kind IN ('cutting', 'self_sown')), 0),
         coalesce(sum(v.plants) FILTER (WHERE v.kind IN ('division', 'merging') AND v.plants > 0), 0),
         coalesce(-sum(v.plants) FILTER (WHERE v.kind IN ('division', 'merging') AND v.plants < 0), 0),
         coalesce(-sum(v.plants) FILTER (WHERE v.kind IN ('death', 'found_again')), 0),
         coalesce(-sum(v.plants) FILTER (WHERE v.kind = 'thinning'), 0),
         coalesce(-sum(v.plants) FILTER (WHERE v.kind = 'sampling'), 0),
         coalesce(-sum(v.plants) FILTER (WHERE v.kind = 'exit'), 0),
         sum(v.plants), min(v.event_date), max(v.event_date),
         (SELECT e.id_place FROM pr_exsitu.t_cultivation_events e LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
          WHERE e.id_cultivation = v.id_cultivation AND e.id_place IS NOT NULL AND e.id_reversed IS NULL AND r.id_event IS NULL
          ORDER BY e.event_date DESC, e.id_event DESC LIMIT 1),
         last.outcome, CASE WHEN last.outcome IS NOT NULL THEN last.event_date END
  FROM pr_exsitu.v_cultivation_course v
  LEFT JOIN LATERAL (
    SELECT e.outcome, e.event_date FROM pr_exsitu.t_cultivation_events e LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
    WHERE e.id_cultivation = v.id_cultivation AND e.kind IN ('closing', 'reopening') AND e.id_reversed IS NULL AND r.id_event IS NULL
    ORDER BY e.event_date DESC, e.id_event DESC LIMIT 1) last ON true
  WHERE v.id_cultivation = ANY (cultivations)
  GROUP BY v.id_cultivation, last.outcome, last.event_date;

  SELECT c.code, t.alive, t.outcome INTO bad
  FROM pr_exsitu.t_cultivation_tallies t JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  WHERE t.id_cultivation = ANY (cultivations) AND t.outcome IN ('exhausted', 'dead') AND t.alive > 0
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('cultivation_still_alive', jsonb_build_object('code', bad.code, 'alive', bad.alive));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.refresh_cultivations(integer[]) IS 'Recomputes the tallies of some cultivations and refuses what cannot be.';

-- The laws of the events, whatever writes.
CREATE FUNCTION pr_exsitu.apply_cultivation_events() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  cultivations integer[];
  bad record;
BEGIN
  SELECT array_agg(DISTINCT n.id_cultivation ORDER BY n.id_cultivation) INTO cultivations FROM new_rows n;
  IF cultivations IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM pr_exsitu.t_cultivations c WHERE c.id_cultivation = ANY (cultivations) ORDER BY c.id_cultivation FOR NO KEY UPDATE;

  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_cultivation_events o ON o.id_event = n.id_reversed
             WHERE o.id_reversed IS NOT NULL OR o.id_cultivation <> n.id_cultivation OR o.event_date <> n.event_date) THEN
    PERFORM pr_exsitu.refuse('event_reversal_exact');
  END IF;
  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_cultivation_events o ON o.id_event = n.id_reversed
             JOIN pr_exsitu.t_cultivation_events other ON other.uuid_operation = o.uuid_operation
             LEFT JOIN pr_exsitu.t_cultivation_events done ON done.id_reversed = other.id_event
             WHERE done.id_event IS NULL) THEN
    PERFORM pr_exsitu.refuse('event_reversal_whole');
  END IF;

  -- What leaves a cultivation for another arrives there: a division and a merging are conserved.
  IF EXISTS (SELECT FROM new_rows n WHERE n.kind IN ('division', 'merging') GROUP BY n.uuid_operation HAVING sum(n.plants) <> 0) THEN
    PERFORM pr_exsitu.refuse('cultivation_conserved');
  END IF;
  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
             JOIN pr_exsitu.t_cultivations o ON o.id_cultivation = n.id_other_cultivation WHERE o.id_material <> c.id_material) THEN
    PERFORM pr_exsitu.refuse('cultivation_source_agrees');
  END IF;

  SELECT n.event_date, o.origin INTO bad
  FROM new_rows n JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
  CROSS JOIN LATERAL (SELECT pr_exsitu.origin_date(c.id_material) AS origin OFFSET 0) o
  WHERE n.id_import IS NULL AND n.event_date < o.origin
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('dates_along_chain', jsonb_build_object('date', bad.event_date, 'origin', bad.origin));
  END IF;

  PERFORM pr_exsitu.refresh_cultivations(cultivations);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.apply_cultivation_events() IS 'Statement trigger: reversals are whole, transfers conserved, dates possible, numbers never negative.';
CREATE TRIGGER apply_cultivation_events AFTER INSERT ON pr_exsitu.t_cultivation_events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.apply_cultivation_events();
