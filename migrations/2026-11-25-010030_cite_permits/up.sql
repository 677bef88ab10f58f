-- A harvest, an exit of plants, a movement of seeds cite the permit they are made under; without
-- one that allows them, the reason why they are made all the same.
ALTER TABLE pr_exsitu.t_harvests
  ADD COLUMN id_permit integer REFERENCES pr_exsitu.t_permits (id_permit),
  ADD COLUMN permit_waiver text,
  ADD CONSTRAINT harvest_waiver_said CHECK (permit_waiver ~ '\S');
CREATE INDEX t_harvests_permit_idx ON pr_exsitu.t_harvests (id_permit);
COMMENT ON COLUMN pr_exsitu.t_harvests.id_permit IS 'Permit it was made under.';
COMMENT ON COLUMN pr_exsitu.t_harvests.permit_waiver IS 'Why it was made without a permit that allows it.';

ALTER TABLE pr_exsitu.t_stock_movements
  ADD COLUMN id_permit integer REFERENCES pr_exsitu.t_permits (id_permit),
  ADD COLUMN permit_waiver text,
  ADD CONSTRAINT movement_permit_of_kind CHECK (num_nonnulls(id_permit, permit_waiver) = 0 OR kind IN ('gift', 'exchange', 'reintroduction')),
  ADD CONSTRAINT movement_waiver_said CHECK (permit_waiver ~ '\S');
CREATE INDEX t_stock_movements_permit_idx ON pr_exsitu.t_stock_movements (id_permit);
COMMENT ON COLUMN pr_exsitu.t_stock_movements.id_permit IS 'Permit it was made under.';
COMMENT ON COLUMN pr_exsitu.t_stock_movements.permit_waiver IS 'Why it was made without a permit that allows it.';

-- An exit of plants, and where they went.
ALTER TABLE pr_exsitu.t_cultivation_events
  ADD COLUMN exit_kind text,
  ADD COLUMN id_exit_dataset integer REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  ADD COLUMN id_partner integer REFERENCES pr_exsitu.t_partners (id_partner),
  ADD COLUMN id_permit integer REFERENCES pr_exsitu.t_permits (id_permit),
  ADD COLUMN permit_waiver text,
  ADD COLUMN site text,
  ADD COLUMN geom_4326 public.geometry(Geometry, 4326),
  ADD CONSTRAINT event_exit CHECK ((kind = 'exit' AND id_reversed IS NULL) = (exit_kind IS NOT NULL)
    AND exit_kind IN ('reintroduction', 'reinforcement', 'introduction', 'gift', 'exchange', 'sale', 'destruction')),
  ADD CONSTRAINT event_exit_only CHECK (exit_kind IS NOT NULL OR num_nonnulls(id_exit_dataset, id_partner, id_permit, permit_waiver, site, geom_4326) = 0),
  ADD CONSTRAINT event_waiver_said CHECK (permit_waiver ~ '\S'),
  ADD CONSTRAINT event_geometry_valid CHECK (public.ST_IsValid(geom_4326) AND NOT public.ST_IsEmpty(geom_4326));
CREATE INDEX t_cultivation_events_exit_idx ON pr_exsitu.t_cultivation_events (event_date, id_event) WHERE exit_kind IS NOT NULL;
CREATE INDEX t_cultivation_events_exit_dataset_idx ON pr_exsitu.t_cultivation_events (id_exit_dataset);
CREATE INDEX t_cultivation_events_partner_idx ON pr_exsitu.t_cultivation_events (id_partner);
CREATE INDEX t_cultivation_events_permit_idx ON pr_exsitu.t_cultivation_events (id_permit);
CREATE INDEX t_cultivation_events_geom_idx ON pr_exsitu.t_cultivation_events USING gist (geom_4326);
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.exit_kind IS 'Exit: reintroduction, reinforcement, introduction, gift, exchange, sale or destruction.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_exit_dataset IS 'Exit: dataset of the host it belongs to, when it is another than that of the cultivation.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_partner IS 'Exit: who receives the plants.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.id_permit IS 'Exit: permit it was made under.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.permit_waiver IS 'Exit: why it was made without a permit that allows it.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.site IS 'Exit: site where the plants went.';
COMMENT ON COLUMN pr_exsitu.t_cultivation_events.geom_4326 IS 'Exit: that site in WGS 84.';
