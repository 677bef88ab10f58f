-- The events that stand, in order, with the plants there are after each.
CREATE VIEW pr_exsitu.v_cultivation_course AS
SELECT e.id_event, e.id_cultivation, e.kind, e.event_date, e.plants,
       sum(e.plants) OVER course AS alive_after,
       (row_number() OVER course = 1) AS is_first,
       (lead(e.event_date) OVER course IS DISTINCT FROM e.event_date) AS closes_day
FROM pr_exsitu.t_cultivation_events e
LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
WHERE e.id_reversed IS NULL AND r.id_event IS NULL
WINDOW course AS (PARTITION BY e.id_cultivation ORDER BY e.event_date, e.id_event);
COMMENT ON VIEW pr_exsitu.v_cultivation_course IS 'Events of the cultivations that stand, with the number of plants after each.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.id_event IS 'Event.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.id_cultivation IS 'Cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.kind IS 'Kind of event.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.event_date IS 'Day.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.plants IS 'Plants it adds, or takes away when negative.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.alive_after IS 'Plants after it.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.is_first IS 'It is the first one.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_course.closes_day IS 'It is the last one of its day.';

-- Where each cultivation is: kept by the trigger of the events in the same transaction, written
-- by nobody else. One without any event has no row.
CREATE TABLE pr_exsitu.t_cultivation_tallies (
  id_cultivation integer NOT NULL REFERENCES pr_exsitu.t_cultivations (id_cultivation) ON DELETE CASCADE,
  events integer NOT NULL,
  entered integer NOT NULL,
  propagated integer NOT NULL,
  received integer NOT NULL,
  given integer NOT NULL,
  dead integer NOT NULL,
  removed integer NOT NULL,
  sampled integer NOT NULL,
  exited integer NOT NULL,
  alive integer NOT NULL,
  date_start date NOT NULL,
  last_event_date date NOT NULL,
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  outcome text,
  date_end date,
  CONSTRAINT t_cultivation_tallies_pkey PRIMARY KEY (id_cultivation),
  CONSTRAINT cultivation_tally_adds_up CHECK (alive = entered + propagated + received - given - dead - removed - sampled - exited),
  CONSTRAINT cultivation_tally_positive CHECK (events > 0 AND entered >= 0 AND propagated >= 0 AND received >= 0 AND given >= 0
    AND dead >= 0 AND removed >= 0 AND sampled >= 0 AND exited >= 0 AND alive >= 0),
  CONSTRAINT cultivation_tally_closed CHECK ((outcome IS NULL) = (date_end IS NULL))
);
CREATE INDEX t_cultivation_tallies_place_idx ON pr_exsitu.t_cultivation_tallies (id_place);
COMMENT ON TABLE pr_exsitu.t_cultivation_tallies IS 'Number of plants of each cultivation, where they went, its place and state.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.id_cultivation IS 'Cultivation.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.events IS 'Events that stand.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.entered IS 'Plants that came from its source.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.propagated IS 'Plants made by cuttings or sown by themselves.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.received IS 'Plants from other cultivations.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.given IS 'Plants to other cultivations.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.dead IS 'Plants dead, less those found again.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.removed IS 'Plants thinned out.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.sampled IS 'Plants taken whole as samples.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.exited IS 'Plants that left the bank: released, given, sold, destroyed.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.alive IS 'Plants there are.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.date_start IS 'Day of the first event.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.last_event_date IS 'Day of the last event.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.id_place IS 'Place of the last event that names one.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.outcome IS 'How it ended, null while it is open.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_tallies.date_end IS 'Day when it ended, null while it is open.';
