-- The ledger of the seeds: one row is one leg, signed, never changed. A lot's
-- balance is the sum of its legs, and nothing else.
CREATE TABLE pr_exsitu.t_stock_movements (
  id_stock_movement integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  uuid_operation uuid NOT NULL,
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot),
  id_place integer NOT NULL REFERENCES pr_exsitu.t_places (id_place),
  kind text NOT NULL,
  seeds integer,
  mass_g numeric(12,5),
  basis text NOT NULL,
  observed_seeds integer,
  is_total boolean NOT NULL DEFAULT false,
  effective_date date NOT NULL,
  id_actor integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  actor_text text,
  id_partner integer REFERENCES pr_exsitu.t_partners (id_partner),
  cause_type text,
  cause_uuid uuid,
  id_reversed integer REFERENCES pr_exsitu.t_stock_movements (id_stock_movement),
  reason text,
  reserve_override_reason text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT stock_movements_uuid_key UNIQUE (uuid),
  CONSTRAINT movement_reversed_once UNIQUE (id_reversed),
  CONSTRAINT movement_kind_known CHECK (kind IN ('initial_entry', 'culture_entry', 'external_entry', 'return', 'sowing',
    'germination_test', 'viability_test', 'cultivation', 'carpotheque', 'gift', 'exchange', 'reintroduction',
    'safety_duplicate', 'transfer', 'lot_split', 'lot_merge', 'inventory_correction', 'loss', 'destruction', 'other', 'reversal')),
  CONSTRAINT movement_basis_known CHECK (basis IN ('counted', 'weighed', 'estimated', 'unknown')),
  CONSTRAINT movement_unknown_is_null CHECK ((basis = 'unknown') = (seeds IS NULL)),
  CONSTRAINT movement_sign CHECK (CASE
    WHEN kind IN ('initial_entry', 'culture_entry', 'external_entry', 'return') THEN coalesce(seeds, 0) >= 0 AND coalesce(mass_g, 0) >= 0
    WHEN kind IN ('sowing', 'germination_test', 'viability_test', 'cultivation', 'carpotheque', 'gift', 'exchange', 'reintroduction',
                  'safety_duplicate', 'loss', 'destruction') THEN coalesce(seeds, 0) <= 0 AND coalesce(mass_g, 0) <= 0
    ELSE true END),
  CONSTRAINT movement_take_is_correction CHECK (observed_seeds IS NULL OR (kind = 'inventory_correction' AND observed_seeds >= 0 AND seeds IS NOT NULL)),
  CONSTRAINT movement_reversal_cites CHECK ((kind = 'reversal') = (id_reversed IS NOT NULL)),
  CONSTRAINT movement_cause_known CHECK ((cause_type IS NULL) = (cause_uuid IS NULL) AND cause_type IN ('sowing', 'seed_test', 'cultivation', 'exit')),
  CONSTRAINT movement_not_future CHECK (effective_date <= pr_exsitu.today()),
  CONSTRAINT movement_override_said CHECK (reserve_override_reason ~ '\S')
);
CREATE INDEX t_stock_movements_lot_idx ON pr_exsitu.t_stock_movements (id_seed_lot, id_place, effective_date, id_stock_movement);
CREATE INDEX t_stock_movements_place_idx ON pr_exsitu.t_stock_movements (id_place);
CREATE INDEX t_stock_movements_operation_idx ON pr_exsitu.t_stock_movements (uuid_operation);
CREATE INDEX t_stock_movements_cause_idx ON pr_exsitu.t_stock_movements (cause_uuid) WHERE cause_uuid IS NOT NULL;
CREATE INDEX t_stock_movements_partner_idx ON pr_exsitu.t_stock_movements (id_partner);
CREATE INDEX t_stock_movements_actor_idx ON pr_exsitu.t_stock_movements (id_actor);
CREATE INDEX t_stock_movements_digitiser_idx ON pr_exsitu.t_stock_movements (id_digitiser);
CREATE INDEX t_stock_movements_date_idx ON pr_exsitu.t_stock_movements (effective_date, id_stock_movement);
COMMENT ON TABLE pr_exsitu.t_stock_movements IS 'Append-only ledger of the seeds of every lot in every place.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_stock_movement IS 'Internal key, and the order of entry within a day.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.uuid IS 'Public identifier of the leg.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.uuid_operation IS 'Groups the legs of one act: it is reversed whole.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_place IS 'Place where the seeds come in or go out.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.kind IS 'Kind of movement.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.seeds IS 'Seeds, positive in, negative out; null when unknown.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.mass_g IS 'Mass in grams, signed, informative: only seeds balance.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.basis IS 'How the number is known: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.observed_seeds IS 'Stock-take: what was found in the place; seeds is then the correction that makes the balance equal to it.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.is_total IS 'It took all there was.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.effective_date IS 'Day of the movement.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_actor IS 'Role that moved the seeds.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.actor_text IS 'Who moved the seeds, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_partner IS 'Partner who gave or received.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.cause_type IS 'Kind of the record the movement is part of: sowing, seed_test, cultivation, exit.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.cause_uuid IS 'That record: the movement is reversed through it.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_reversed IS 'Leg that this one reverses, once.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.reason IS 'Why.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.reserve_override_reason IS 'Why the archive reserve was broken into, by someone who has the right.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.meta_create_date IS 'Instant of entry.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_stock_movements');
SELECT pr_exsitu.keep_history('pr_exsitu.t_stock_movements');
