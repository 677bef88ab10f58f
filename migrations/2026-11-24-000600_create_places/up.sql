-- Where things are: one tree from the site down to the box or the cell of a tray.
CREATE TABLE pr_exsitu.t_places (
  id_place integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_parent integer REFERENCES pr_exsitu.t_places (id_place),
  id_organism integer NOT NULL REFERENCES utilisateurs.bib_organismes (id_organisme) ON UPDATE CASCADE,
  kind text NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  expected_temperature numeric(5,1),
  expected_humidity numeric(4,1),
  capacity integer,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT places_uuid_key UNIQUE (uuid),
  CONSTRAINT places_code_key UNIQUE (id_organism, code),
  CONSTRAINT place_code_given CHECK (code ~ '\S' AND label ~ '\S'),
  CONSTRAINT place_kind_known CHECK (kind IN ('site', 'building', 'room', 'cold_room', 'freezer', 'shelf', 'box', 'greenhouse', 'frame', 'bench', 'tray', 'cell', 'garden', 'bed', 'other')),
  CONSTRAINT place_temperature_range CHECK (expected_temperature BETWEEN -200 AND 110),
  CONSTRAINT place_humidity_range CHECK (expected_humidity BETWEEN 0 AND 100),
  CONSTRAINT place_capacity_positive CHECK (capacity > 0),
  CONSTRAINT place_not_its_parent CHECK (id_parent <> id_place)
);
CREATE INDEX t_places_parent_idx ON pr_exsitu.t_places (id_parent);
CREATE INDEX t_places_digitiser_idx ON pr_exsitu.t_places (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_places IS 'Places, a tree: site, building, room, freezer, shelf, box; greenhouse, bench, tray, cell; garden, bed.';
COMMENT ON COLUMN pr_exsitu.t_places.id_place IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_places.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_places.id_parent IS 'Place that holds this one, null at the top.';
COMMENT ON COLUMN pr_exsitu.t_places.id_organism IS 'Organisation the place belongs to.';
COMMENT ON COLUMN pr_exsitu.t_places.kind IS 'Kind of place.';
COMMENT ON COLUMN pr_exsitu.t_places.code IS 'Short code written on the door or the box, unique within the organisation.';
COMMENT ON COLUMN pr_exsitu.t_places.label IS 'Name in full.';
COMMENT ON COLUMN pr_exsitu.t_places.expected_temperature IS 'Expected temperature in °C.';
COMMENT ON COLUMN pr_exsitu.t_places.expected_humidity IS 'Expected relative humidity in %.';
COMMENT ON COLUMN pr_exsitu.t_places.capacity IS 'Number of units it holds.';
COMMENT ON COLUMN pr_exsitu.t_places.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_places.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_places.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_places.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_places.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_places.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_places.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_places.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_places FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_places');

-- Two moves that would together close a loop wait for one another.
CREATE FUNCTION pr_exsitu.check_place_tree() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pr_exsitu.t_places'), NEW.id_organism);
  IF EXISTS (
    WITH RECURSIVE up (id_place) AS (
      SELECT NEW.id_parent
      UNION
      SELECT p.id_parent FROM pr_exsitu.t_places p JOIN up ON p.id_place = up.id_place WHERE p.id_parent IS NOT NULL
    )
    SELECT FROM up WHERE id_place = NEW.id_place
  ) THEN
    PERFORM pr_exsitu.refuse('place_tree_acyclic');
  END IF;
  IF EXISTS (SELECT FROM pr_exsitu.t_places p WHERE p.id_place = NEW.id_parent AND p.id_organism <> NEW.id_organism) THEN
    PERFORM pr_exsitu.refuse('place_parent_same_organism');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_place_tree() IS 'Row trigger: a place is never inside itself, and stays within its organisation.';
CREATE TRIGGER place_tree AFTER INSERT OR UPDATE OF id_parent, id_organism ON pr_exsitu.t_places
  FOR EACH ROW WHEN (NEW.id_parent IS NOT NULL) EXECUTE FUNCTION pr_exsitu.check_place_tree();
