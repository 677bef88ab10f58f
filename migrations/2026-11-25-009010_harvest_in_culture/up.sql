-- A harvest made on a cultivation closes the loop: it comes of an event, is ex situ, of the day of the
-- event, taken in a garden (MCPD's COLLSRC 40), and is no observation in the wild: it never goes to the
-- synthese.
ALTER TABLE pr_exsitu.t_harvests
  ADD COLUMN id_cultivation_event integer REFERENCES pr_exsitu.t_cultivation_events (id_event),
  ADD COLUMN collecting_source smallint,
  ADD COLUMN to_synthese boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT harvest_of_event_key UNIQUE (id_cultivation_event),
  ADD CONSTRAINT harvest_collecting_source_known CHECK (collecting_source IN (10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 40, 50, 60, 61, 62, 99)),
  ADD CONSTRAINT harvest_in_culture_stays CHECK (id_cultivation_event IS NULL OR (collecting_source IS NOT DISTINCT FROM 40 AND NOT to_synthese));
COMMENT ON COLUMN pr_exsitu.t_harvests.id_cultivation_event IS 'Event of the cultivation it was made on.';
COMMENT ON COLUMN pr_exsitu.t_harvests.collecting_source IS 'Where it was collected: COLLSRC of the multi-crop passport descriptors.';
COMMENT ON COLUMN pr_exsitu.t_harvests.to_synthese IS 'It may be sent to the synthese of the host; never when it was made on a cultivation.';
CREATE INDEX t_cultivation_events_harvest_idx ON pr_exsitu.t_cultivation_events (id_cultivation) WHERE kind = 'harvest';

CREATE FUNCTION pr_exsitu.place_harvest() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- It is taken back through its event.
    IF EXISTS (SELECT FROM pr_exsitu.t_cultivation_events e WHERE e.id_event = OLD.id_cultivation_event)
       AND NOT EXISTS (SELECT FROM pr_exsitu.t_cultivation_events r WHERE r.id_reversed = OLD.id_cultivation_event) THEN
      PERFORM pr_exsitu.refuse('harvest_in_culture');
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.id_cultivation_event IS DISTINCT FROM OLD.id_cultivation_event THEN
    PERFORM pr_exsitu.refuse('harvest_in_culture');
  END IF;
  IF NEW.id_cultivation_event IS NOT NULL AND NOT EXISTS (
    SELECT FROM pr_exsitu.t_cultivation_events e, ref_nomenclatures.t_nomenclatures n
    WHERE e.id_event = NEW.id_cultivation_event AND e.kind = 'harvest' AND e.id_reversed IS NULL
      AND e.event_date = NEW.date_min AND e.event_date = NEW.date_max AND NEW.date_precision = 'day'
      AND n.id_nomenclature = NEW.id_nomenclature_harvest_type AND n.cd_nomenclature = 'rex') THEN
    PERFORM pr_exsitu.refuse('harvest_in_culture');
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.place_harvest() IS 'Row trigger: a harvest made on a cultivation is ex situ, of the day of its event, for good.';
CREATE TRIGGER place_harvest BEFORE INSERT OR UPDATE OR DELETE ON pr_exsitu.t_harvests
  FOR EACH ROW EXECUTE FUNCTION pr_exsitu.place_harvest();
