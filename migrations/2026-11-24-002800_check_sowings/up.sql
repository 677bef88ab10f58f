-- The states of a sowing, its debit, its replicates: whatever writes.
CREATE FUNCTION pr_exsitu.sowing_may_go(state_before text, state_after text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT state_after = ANY (CASE state_before
    WHEN 'draft' THEN ARRAY['prepared', 'cancelled']
    WHEN 'prepared' THEN ARRAY['draft', 'in_pretreatment', 'sown', 'cancelled']
    WHEN 'in_pretreatment' THEN ARRAY['sown', 'cancelled']
    WHEN 'sown' THEN ARRAY['in_pretreatment', 'emerging', 'overwintering', 'emergence_ended', 'cancelled']
    WHEN 'emerging' THEN ARRAY['sown', 'overwintering', 'emergence_ended']
    WHEN 'overwintering' THEN ARRAY['emerging', 'emergence_ended']
    WHEN 'emergence_ended' THEN ARRAY['emerging', 'closed']
    WHEN 'closed' THEN ARRAY['emergence_ended']
    ELSE ARRAY[]::text[] END)
$$;
COMMENT ON FUNCTION pr_exsitu.sowing_may_go(text, text) IS 'True when a sowing may pass from one state to another; the same table is in the service''s rules.';

CREATE FUNCTION pr_exsitu.check_sowing_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT pr_exsitu.sowing_may_go(OLD.state, NEW.state) THEN
    PERFORM pr_exsitu.refuse('sowing_transition', jsonb_build_object('from', OLD.state, 'to', NEW.state));
  END IF;
  IF OLD.state <> 'draft' AND
     (NEW.sown_value, NEW.sown_unit, NEW.sown_basis, NEW.propagules_per_unit, NEW.source_kind, NEW.id_material, NEW.id_seed_lot, NEW.id_source_place, NEW.id_seed_test)
     IS DISTINCT FROM
     (OLD.sown_value, OLD.sown_unit, OLD.sown_basis, OLD.propagules_per_unit, OLD.source_kind, OLD.id_material, OLD.id_seed_lot, OLD.id_source_place, OLD.id_seed_test) THEN
    PERFORM pr_exsitu.refuse('sowing_quantity_fixed', jsonb_build_object('state', OLD.state));
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowing_change() IS 'Row trigger: states follow their graph; source and quantity change in a draft only.';
CREATE TRIGGER sowing_change BEFORE UPDATE ON pr_exsitu.t_sowings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_sowing_change();

-- What a set of sowings must satisfy once written.
CREATE FUNCTION pr_exsitu.check_sowings_hold(sowings integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  SELECT s.code INTO bad FROM pr_exsitu.t_sowings s
  LEFT JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
  LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = s.id_seed_test
  LEFT JOIN pr_exsitu.t_seed_lots tl ON tl.id_seed_lot = t.id_seed_lot
  WHERE s.id_sowing = ANY (sowings)
    AND (l.id_material <> s.id_material OR tl.id_material <> s.id_material OR t.kind <> 'germination')
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('sowing_source_agrees', jsonb_build_object('code', bad.code));
  END IF;

  -- The seeds left the packet exactly when the sowing left the bench.
  SELECT s.code, s.state INTO bad FROM pr_exsitu.t_sowings s
  WHERE s.id_sowing = ANY (sowings) AND s.id_import IS NULL
    AND (s.source_kind = 'seed_lot' AND s.state NOT IN ('draft', 'prepared', 'cancelled')) <> EXISTS (
      SELECT FROM pr_exsitu.t_stock_movements m LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
      WHERE m.cause_uuid = s.uuid AND m.kind = 'sowing' AND r.id_stock_movement IS NULL
        AND m.id_seed_lot = s.id_seed_lot AND m.id_place = s.id_source_place)
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('sowing_debit', jsonb_build_object('code', bad.code, 'state', bad.state));
  END IF;

  SELECT s.code, s.sown_value, sum(r.sown) AS sown INTO bad FROM pr_exsitu.t_sowings s LEFT JOIN pr_exsitu.t_replicates r USING (id_sowing)
  WHERE s.id_sowing = ANY (sowings) AND s.state NOT IN ('draft', 'cancelled') AND s.id_import IS NULL
  GROUP BY s.id_sowing
  HAVING count(r.id_replicate) = 0
      OR (s.sown_unit = 'seed' AND s.sown_basis = 'counted' AND (sum(r.sown) <> s.sown_value OR count(r.sown) <> count(r.id_replicate)))
  LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('replicates_sum', jsonb_build_object('code', bad.code, 'sown', bad.sown_value, 'replicates', bad.sown));
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowings_hold(integer[]) IS 'Refuses sowings whose source, debit or replicates do not agree with their state.';

CREATE FUNCTION pr_exsitu.check_sowings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pr_exsitu.check_sowings_hold(ARRAY(SELECT n.id_sowing FROM new_rows n));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowings() IS 'Statement trigger of the sowings.';
CREATE TRIGGER sowings_hold_insert AFTER INSERT ON pr_exsitu.t_sowings REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_sowings();
CREATE TRIGGER sowings_hold_update AFTER UPDATE ON pr_exsitu.t_sowings REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_sowings();

-- A sowing is not deleted from under its movements.
CREATE FUNCTION pr_exsitu.check_sowing_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF EXISTS (SELECT FROM pr_exsitu.t_stock_movements m WHERE m.cause_uuid = OLD.uuid) THEN
    PERFORM pr_exsitu.refuse('has_children', jsonb_build_object('table', 't_stock_movements'));
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowing_delete() IS 'Row trigger: a sowing that ever debited a lot stays.';
CREATE TRIGGER sowing_delete BEFORE DELETE ON pr_exsitu.t_sowings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.check_sowing_delete();

-- Two debits for one sowing, or a reversal under a sowing that still has the seeds.
CREATE FUNCTION pr_exsitu.check_sowing_movements() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  causes uuid[] := ARRAY(SELECT DISTINCT n.cause_uuid FROM new_rows n WHERE n.cause_type = 'sowing');
BEGIN
  IF EXISTS (
    SELECT FROM pr_exsitu.t_stock_movements m LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
    WHERE m.cause_uuid = ANY (causes) AND m.kind = 'sowing' AND r.id_stock_movement IS NULL
    GROUP BY m.cause_uuid HAVING count(*) > 1
  ) THEN
    PERFORM pr_exsitu.refuse('sowing_debited_once');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_sowing_movements() IS 'Statement trigger of the ledger: a sowing debits its lot once.';
CREATE TRIGGER sowing_debited_once AFTER INSERT ON pr_exsitu.t_stock_movements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_sowing_movements();
