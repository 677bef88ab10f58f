-- The laws of the ledger, whatever writes: reversals whole and once, transfers that
-- sum to nothing, no seed below zero at the close of any day, the archive reserve.

CREATE FUNCTION pr_exsitu.check_reversals(legs integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements r JOIN pr_exsitu.t_stock_movements o ON o.id_stock_movement = r.id_reversed
    WHERE r.id_stock_movement = ANY (legs)
      AND (o.kind = 'reversal' OR r.id_seed_lot <> o.id_seed_lot OR r.id_place <> o.id_place OR r.effective_date <> o.effective_date
           OR r.seeds IS DISTINCT FROM -o.seeds OR r.mass_g IS DISTINCT FROM -o.mass_g)
  ) THEN
    PERFORM pr_exsitu.refuse('movement_reversal_exact');
  END IF;
  IF EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements r
    JOIN pr_exsitu.t_stock_movements o ON o.id_stock_movement = r.id_reversed
    JOIN pr_exsitu.t_stock_movements other ON other.uuid_operation = o.uuid_operation
    LEFT JOIN pr_exsitu.t_stock_movements done ON done.id_reversed = other.id_stock_movement
    WHERE r.id_stock_movement = ANY (legs) AND done.id_stock_movement IS NULL
  ) THEN
    PERFORM pr_exsitu.refuse('movement_reversal_whole');
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_reversals(integer[]) IS 'Refuses a reversal that is not the exact opposite, the same day, of a whole operation.';

-- A stock-take says what was there: nothing slips in before it afterwards.
CREATE FUNCTION pr_exsitu.check_stock_takes(legs integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  late record;
  takes integer[];
  lots integer[];
BEGIN
  SELECT t.effective_date, l.code INTO late
  FROM pr_exsitu.t_stock_movements n
  LEFT JOIN pr_exsitu.t_stock_movements o ON o.id_stock_movement = n.id_reversed
  JOIN pr_exsitu.t_stock_movements t ON t.id_seed_lot = n.id_seed_lot AND t.id_place = n.id_place AND t.observed_seeds IS NOT NULL
  LEFT JOIN pr_exsitu.t_stock_movements undone ON undone.id_reversed = t.id_stock_movement
  JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = n.id_seed_lot
  WHERE n.id_stock_movement = ANY (legs) AND undone.id_stock_movement IS NULL
    AND (t.effective_date, t.id_stock_movement) > (n.effective_date, coalesce(o.id_stock_movement, n.id_stock_movement))
    AND t.uuid_operation <> n.uuid_operation
    AND t.uuid_operation IS DISTINCT FROM o.uuid_operation
  ORDER BY t.effective_date DESC LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('stock_taken_since', jsonb_build_object('lot', late.code, 'date', late.effective_date));
  END IF;
  -- The ledger is read for the lots just counted only: a subquery would make it read whole.
  SELECT array_agg(n.id_stock_movement), array_agg(DISTINCT n.id_seed_lot) INTO takes, lots
  FROM pr_exsitu.t_stock_movements n WHERE n.id_stock_movement = ANY (legs) AND n.observed_seeds IS NOT NULL;
  SELECT l.code INTO late
  FROM pr_exsitu.v_stock_ledger v
  JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE v.id_seed_lot = ANY (lots) AND v.id_stock_movement = ANY (takes) AND v.running_seeds <> v.observed_seeds
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('stock_take_computed', jsonb_build_object('lot', late.code));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_stock_takes(integer[]) IS 'Refuses what would change the past of a stock-take, and a stock-take whose correction is not the computed one.';

CREATE FUNCTION pr_exsitu.check_transfers(legs integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  operations uuid[] := ARRAY(SELECT DISTINCT n.uuid_operation FROM pr_exsitu.t_stock_movements n WHERE n.id_stock_movement = ANY (legs) AND n.kind = 'transfer');
BEGIN
  IF EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements m
    WHERE m.kind = 'transfer' AND m.uuid_operation = ANY (operations)
    GROUP BY m.uuid_operation, m.id_seed_lot, m.effective_date
    HAVING coalesce(sum(m.seeds), 0) <> 0 OR coalesce(sum(m.mass_g), 0) <> 0 OR count(*) <> 2
        OR count(m.seeds) NOT IN (0, 2) OR count(DISTINCT m.id_place) <> 2
  ) THEN
    PERFORM pr_exsitu.refuse('transfer_balanced');
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_transfers(integer[]) IS 'Refuses a transfer that is not two opposite legs of one lot between two places on one day.';

CREATE FUNCTION pr_exsitu.apply_stock_movements() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  lots integer[];
  legs integer[];
  bad record;
BEGIN
  SELECT array_agg(DISTINCT n.id_seed_lot ORDER BY n.id_seed_lot), array_agg(n.id_stock_movement) INTO lots, legs FROM new_rows n;
  IF lots IS NULL THEN
    RETURN NULL;
  END IF;
  -- Two writers of one lot come one after the other; what follows sees what the first left.
  PERFORM FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = ANY (lots) ORDER BY l.id_seed_lot FOR NO KEY UPDATE;

  IF EXISTS (SELECT FROM new_rows n WHERE n.id_reversed IS NOT NULL) THEN
    PERFORM pr_exsitu.check_reversals(legs);
  END IF;
  IF EXISTS (SELECT FROM new_rows n WHERE n.kind = 'transfer') THEN
    PERFORM pr_exsitu.check_transfers(legs);
  END IF;
  IF EXISTS (SELECT FROM pr_exsitu.t_stock_movements t WHERE t.id_seed_lot = ANY (lots) AND t.observed_seeds IS NOT NULL) THEN
    PERFORM pr_exsitu.check_stock_takes(legs);
  END IF;

  SELECT l.code, v.effective_date, v.running_seeds INTO bad
  FROM pr_exsitu.v_stock_ledger v JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  WHERE v.id_seed_lot = ANY (lots) AND v.closes_day AND v.is_known AND v.running_seeds < 0
  ORDER BY v.effective_date LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('stock_not_negative', jsonb_build_object('lot', bad.code, 'date', bad.effective_date, 'seeds', bad.running_seeds));
  END IF;

  INSERT INTO pr_exsitu.t_stock_balances AS b (id_seed_lot, id_place, seeds, basis, mass_g, last_date)
  SELECT DISTINCT ON (n.id_seed_lot, n.id_place) n.id_seed_lot, n.id_place,
         CASE WHEN v.id_seed_lot IS NULL THEN 0 WHEN v.is_known THEN v.running_seeds END,
         CASE WHEN v.id_seed_lot IS NULL THEN 'counted' WHEN v.is_known THEN v.basis_after ELSE 'unknown' END,
         v.running_mass, v.effective_date
  FROM new_rows n
  LEFT JOIN (SELECT * FROM pr_exsitu.v_stock_ledger w WHERE w.id_seed_lot = ANY (lots) AND w.is_last) v
    ON v.id_seed_lot = n.id_seed_lot AND v.id_place = n.id_place
  ORDER BY n.id_seed_lot, n.id_place
  ON CONFLICT (id_seed_lot, id_place) DO UPDATE
    SET seeds = excluded.seeds, basis = excluded.basis, mass_g = excluded.mass_g, last_date = excluded.last_date;

  -- Facts (a loss, a stock-take, a reversal) are not choices: only choices respect the reserve.
  SELECT l.code, l.archive_reserve, left_over.seeds INTO bad
  FROM (SELECT n.id_seed_lot FROM new_rows n
        WHERE n.kind NOT IN ('inventory_correction', 'loss', 'transfer', 'reversal')
        GROUP BY n.id_seed_lot HAVING sum(n.seeds) < 0 AND bool_and(n.reserve_override_reason IS NULL)) taken
  JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  CROSS JOIN LATERAL (SELECT sum(b.seeds) AS seeds, bool_and(b.seeds IS NOT NULL) AS is_known
                      FROM pr_exsitu.t_stock_balances b WHERE b.id_seed_lot = l.id_seed_lot) left_over
  WHERE left_over.is_known AND left_over.seeds < l.archive_reserve
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('stock_reserve_kept', jsonb_build_object('lot', bad.code, 'reserve', bad.archive_reserve, 'left', bad.seeds));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.apply_stock_movements() IS 'Statement trigger: checks the laws of the ledger on the lots it touches and keeps their balances.';
CREATE TRIGGER apply_movements AFTER INSERT ON pr_exsitu.t_stock_movements
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.apply_stock_movements();
