-- What happens to the plants of a cultivation, in order; never changed, reversed whole and once.
-- What an event adds to the plants or takes from them is in one signed number; the rest of what
-- was said of it stays as it was said.
CREATE TABLE pr_exsitu.t_cultivation_events (
  id_event integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  uuid_operation uuid NOT NULL,
  id_cultivation integer NOT NULL REFERENCES pr_exsitu.t_cultivations (id_cultivation),
  kind text NOT NULL,
  event_date date NOT NULL,
  plants integer NOT NULL DEFAULT 0,
  said jsonb NOT NULL,
  death_cause text,
  outcome text,
  id_place integer REFERENCES pr_exsitu.t_places (id_place),
  id_other_cultivation integer REFERENCES pr_exsitu.t_cultivations (id_cultivation),
  id_death integer REFERENCES pr_exsitu.t_cultivation_events (id_event),
  id_actor integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  actor_text text,
  remarks text,
  id_reversed integer REFERENCES pr_exsitu.t_cultivation_events (id_event),
  reason text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT cultivation_events_uuid_key UNIQUE (uuid),
  CONSTRAINT event_reversed_once UNIQUE (id_reversed),
  CONSTRAINT event_not_future CHECK (event_date <= pr_exsitu.today()),
  CONSTRAINT event_kind_known CHECK (kind IN ('initial', 'pricking_out', 'addition', 'repotting', 'planting', 'move', 'observation',
    'flowering', 'fruiting', 'harvest', 'death', 'not_seen', 'found_again', 'treatment', 'watering', 'fertilisation', 'sampling',
    'division', 'cutting', 'merging', 'self_sown', 'thinning', 'exit', 'closing', 'reopening')),
  -- What an event does to the number of plants follows from its kind.
  CONSTRAINT event_plants_of_kind CHECK (CASE
    WHEN id_reversed IS NOT NULL THEN plants = 0
    WHEN kind IN ('initial', 'pricking_out', 'addition', 'found_again') THEN plants > 0
    WHEN kind IN ('death', 'thinning', 'exit') THEN plants < 0
    WHEN kind = 'sampling' THEN plants <= 0
    WHEN kind IN ('division', 'merging') THEN plants <> 0
    WHEN kind IN ('repotting', 'planting', 'cutting', 'self_sown') THEN plants >= 0
    ELSE plants = 0 END),
  CONSTRAINT event_death_cause CHECK ((kind = 'death' AND id_reversed IS NULL) = (death_cause IS NOT NULL)
    AND death_cause IN ('damping_off', 'frost', 'drought', 'heat', 'pest', 'disease', 'theft', 'disappeared', 'error', 'unknown')),
  CONSTRAINT event_outcome CHECK ((kind = 'closing' AND id_reversed IS NULL) = (outcome IS NOT NULL)
    AND outcome IN ('exhausted', 'dead', 'released', 'destroyed', 'transferred')),
  CONSTRAINT event_found_again_of CHECK ((kind = 'found_again' AND id_reversed IS NULL) = (id_death IS NOT NULL)),
  CONSTRAINT event_dose_unit CHECK (kind <> 'treatment' OR (said ? 'dose') = (said ? 'dose_unit')),
  CONSTRAINT event_reversal_said CHECK ((id_reversed IS NULL) = (reason IS NULL)),
  CONSTRAINT event_not_with_itself CHECK (id_other_cultivation <> id_cultivation)
);
CREATE INDEX t_cultivation_events_cultivation_idx ON pr_exsitu.t_cultivation_events (id_cultivation, event_date, id_event);
CREATE INDEX t_cultivation_events_operation_idx ON pr_exsitu.t_cultivation_events (uuid_operation);
CREATE INDEX t_cultivation_events_place_idx ON pr_exsitu.t_cultivation_events (id_place);
CREATE INDEX t_cultivation_events_other_idx ON pr_exsitu.t_cultivation_events (id_other_cultivation);
CREATE INDEX t_cultivation_events_death_idx ON pr_exsitu.t_cultivation_events (id_death);
CREATE INDEX t_cultivation_events_actor_idx ON pr_exsitu.t_cultivation_events (id_actor);
CREATE INDEX t_cultivation_events_digitiser_idx ON pr_exsitu.t_cultivation_events (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_cultivation_events IS 'Events of the cultivations, append-only.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_event IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.uuid_operation IS 'Groups the events of one act: a division, a grouped entry.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_cultivation IS 'Cultivation.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.kind IS 'Kind of event.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.event_date IS 'Day.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.plants IS 'Plants it adds, or takes away when negative.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.said IS 'The event as it was said, its kind included.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.death_cause IS 'Cause of the death.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.outcome IS 'How the cultivation ends: exhausted, dead, released, destroyed or transferred.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_place IS 'Place where the plants are from then on.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_other_cultivation IS 'The other cultivation of a division, a cutting, a self-sowing or a merging.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_death IS 'Death that plants found again correct.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_actor IS 'Role that did it.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.actor_text IS 'Who did it, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_reversed IS 'Event that this one reverses.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.reason IS 'Why it is reversed.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.meta_create_date IS 'Instant of creation.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_cultivation_events');
SELECT pr_exsitu.keep_history('pr_exsitu.t_cultivation_events');
