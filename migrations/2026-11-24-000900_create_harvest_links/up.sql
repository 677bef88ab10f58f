-- Who harvested, and the areas of the host that the harvest touches.
CREATE TABLE pr_exsitu.cor_harvest_observers (
  id_harvest integer NOT NULL REFERENCES pr_exsitu.t_harvests (id_harvest) ON DELETE CASCADE,
  id_role integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  is_main boolean NOT NULL DEFAULT false,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_harvest_observers_pkey PRIMARY KEY (id_harvest, id_role)
);
CREATE INDEX cor_harvest_observers_role_idx ON pr_exsitu.cor_harvest_observers (id_role);
CREATE UNIQUE INDEX harvest_one_main_observer ON pr_exsitu.cor_harvest_observers (id_harvest) WHERE is_main;
COMMENT ON TABLE pr_exsitu.cor_harvest_observers IS 'Observers of a harvest who are users of the host; at most one is the main observer.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_observers.id_harvest IS 'Harvest.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_observers.id_role IS 'Observer.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_observers.is_main IS 'Main observer.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_observers.uuid IS 'Identifier of the link in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_harvest_observers');

CREATE TABLE pr_exsitu.cor_harvest_areas (
  id_harvest integer NOT NULL REFERENCES pr_exsitu.t_harvests (id_harvest) ON DELETE CASCADE,
  id_area integer NOT NULL REFERENCES ref_geo.l_areas (id_area) ON UPDATE CASCADE ON DELETE CASCADE,
  is_chosen boolean NOT NULL DEFAULT false,
  CONSTRAINT cor_harvest_areas_pkey PRIMARY KEY (id_harvest, id_area)
);
CREATE INDEX cor_harvest_areas_area_idx ON pr_exsitu.cor_harvest_areas (id_area);
COMMENT ON TABLE pr_exsitu.cor_harvest_areas IS 'Areas of a harvest: computed from its geometry, or chosen when there is none.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_areas.id_harvest IS 'Harvest.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_areas.id_area IS 'Area of the host.';
COMMENT ON COLUMN pr_exsitu.cor_harvest_areas.is_chosen IS 'Chosen by someone rather than found by intersection.';
