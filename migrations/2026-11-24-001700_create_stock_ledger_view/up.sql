-- The legs that count (neither reversals nor reversed), in order, with what was
-- there after each. A stock-take starts a new certainty: a leg of unknown size
-- makes the balance unknown until the next one.
CREATE FUNCTION pr_exsitu.basis_rank(basis text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT CASE basis WHEN 'counted' THEN 0 WHEN 'weighed' THEN 1 WHEN 'estimated' THEN 2 ELSE 3 END
$$;
COMMENT ON FUNCTION pr_exsitu.basis_rank(text) IS 'From the surest (counted, 0) to the least sure (unknown, 3).';

CREATE VIEW pr_exsitu.v_stock_ledger AS
WITH legs AS (
  SELECT m.*, count(*) FILTER (WHERE m.observed_seeds IS NOT NULL) OVER in_order AS take,
         sum(coalesce(m.seeds, 0)) OVER in_order AS running
  FROM pr_exsitu.t_stock_movements m
  LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
  WHERE m.kind <> 'reversal' AND r.id_stock_movement IS NULL
  WINDOW in_order AS (PARTITION BY m.id_seed_lot, m.id_place ORDER BY m.effective_date, m.id_stock_movement)
), known AS (
  SELECT l.*, count(*) FILTER (WHERE l.seeds IS NULL) OVER since_take AS unknown_legs,
         max(pr_exsitu.basis_rank(l.basis)) OVER since_take AS worst,
         sum(l.mass_g) OVER (PARTITION BY l.id_seed_lot, l.id_place ORDER BY l.effective_date, l.id_stock_movement) AS running_mass,
         lead(l.effective_date) OVER (PARTITION BY l.id_seed_lot, l.id_place ORDER BY l.effective_date, l.id_stock_movement) AS next_date,
         row_number() OVER (PARTITION BY l.id_seed_lot, l.id_place ORDER BY l.effective_date DESC, l.id_stock_movement DESC) AS from_last
  FROM legs l
  WINDOW since_take AS (PARTITION BY l.id_seed_lot, l.id_place, l.take ORDER BY l.effective_date, l.id_stock_movement)
)
SELECT id_stock_movement, id_seed_lot, id_place, effective_date, seeds, basis, observed_seeds,
       running::bigint AS running_seeds,
       running_mass,
       (unknown_legs = 0) AS is_known,
       CASE worst WHEN 0 THEN 'counted' WHEN 1 THEN 'weighed' WHEN 2 THEN 'estimated' ELSE 'unknown' END AS basis_after,
       (next_date IS DISTINCT FROM effective_date) AS closes_day,
       (from_last = 1) AS is_last
FROM known;
COMMENT ON VIEW pr_exsitu.v_stock_ledger IS 'Legs that count, with what was in the place after each; always read it for given lots.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.id_stock_movement IS 'Leg.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.id_place IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.effective_date IS 'Day of the leg.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.seeds IS 'Seeds of the leg.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.basis IS 'How the number of the leg is known.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.observed_seeds IS 'What a stock-take found.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.running_seeds IS 'Sum of the known seeds up to the leg; the balance when is_known.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.running_mass IS 'Sum of the masses up to the leg, g.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.is_known IS 'No leg of unknown size since the last stock-take.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.basis_after IS 'The least sure basis since the last stock-take.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.closes_day IS 'Last leg of its day.';
COMMENT ON COLUMN pr_exsitu.v_stock_ledger.is_last IS 'Last leg of all.';
