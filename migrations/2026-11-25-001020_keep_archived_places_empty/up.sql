-- A place that is put away holds no seeds, neither itself nor below: a lot is never said
-- to be where nobody looks any more.
CREATE FUNCTION pr_exsitu.put_away_at(place integer) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up (id_parent, code, archived_at, n) AS (
    SELECT p.id_parent, p.code, p.archived_at, 0 FROM pr_exsitu.t_places p WHERE p.id_place = place
    UNION ALL
    SELECT p.id_parent, p.code, p.archived_at, up.n + 1 FROM up JOIN pr_exsitu.t_places p ON p.id_place = up.id_parent
  )
  SELECT up.code FROM up WHERE up.archived_at IS NOT NULL ORDER BY up.n LIMIT 1
$$;
COMMENT ON FUNCTION pr_exsitu.put_away_at(integer) IS 'Code of the archived place that a place is or is within, the nearest; null when it is in use.';

CREATE FUNCTION pr_exsitu.check_archived_place() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  away text;
  held bigint;
BEGIN
  -- One at a time in the tree of an organisation, as moves are.
  PERFORM pg_advisory_xact_lock(hashtext('pr_exsitu.t_places'), NEW.id_organism);
  away := pr_exsitu.put_away_at(NEW.id_place);
  IF away IS NULL THEN
    RETURN NULL;
  END IF;
  -- A movement holds the key of its place until it commits: either we wait for it and see
  -- its seeds, or it waits for us and sees that the place is put away.
  PERFORM FROM pr_exsitu.t_places p WHERE p.id_place IN (SELECT pr_exsitu.places_within(NEW.uuid)) ORDER BY p.id_place FOR UPDATE;
  SELECT count(DISTINCT b.id_seed_lot) INTO held FROM pr_exsitu.t_stock_balances b
  WHERE b.id_place IN (SELECT pr_exsitu.places_within(NEW.uuid)) AND b.seeds IS DISTINCT FROM 0;
  IF held > 0 THEN
    PERFORM pr_exsitu.refuse('place_archived_empty', jsonb_build_object('place', away, 'lots', held));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_archived_place() IS 'Row trigger: a place with seeds, in it or below, is neither put away nor moved to one that is.';
-- Triggers fire in the order of their names: after place_tree, which refuses the loops that nothing could be looked for in.
CREATE TRIGGER place_tree_archived AFTER UPDATE OF archived_at, id_parent ON pr_exsitu.t_places
  FOR EACH ROW WHEN ((OLD.archived_at IS NULL AND NEW.archived_at IS NOT NULL) OR OLD.id_parent IS DISTINCT FROM NEW.id_parent)
  EXECUTE FUNCTION pr_exsitu.check_archived_place();

CREATE FUNCTION pr_exsitu.check_balance_in_use() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  away text := pr_exsitu.put_away_at(NEW.id_place);
BEGIN
  IF away IS NOT NULL THEN
    PERFORM pr_exsitu.refuse('balance_place_in_use', jsonb_build_object('place', away));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_balance_in_use() IS 'Row trigger: no seeds come into a place that is put away, or is within one.';
CREATE TRIGGER balance_in_use AFTER INSERT ON pr_exsitu.t_stock_balances
  FOR EACH ROW WHEN (NEW.seeds IS DISTINCT FROM 0) EXECUTE FUNCTION pr_exsitu.check_balance_in_use();
CREATE TRIGGER balance_in_use_again AFTER UPDATE OF seeds ON pr_exsitu.t_stock_balances
  FOR EACH ROW WHEN (OLD.seeds IS NOT DISTINCT FROM 0 AND NEW.seeds IS DISTINCT FROM 0)
  EXECUTE FUNCTION pr_exsitu.check_balance_in_use();
