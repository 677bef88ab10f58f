-- Moving a box changes its parent and leaves a line here; the lots in it do not move.
CREATE TABLE pr_exsitu.t_place_moves (
  id_place_move integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_place integer NOT NULL REFERENCES pr_exsitu.t_places (id_place),
  id_parent_before integer REFERENCES pr_exsitu.t_places (id_place),
  id_parent_after integer REFERENCES pr_exsitu.t_places (id_place),
  effective_date date NOT NULL DEFAULT pr_exsitu.today(),
  id_digitiser integer,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT place_moves_uuid_key UNIQUE (uuid),
  CONSTRAINT place_move_not_future CHECK (effective_date <= pr_exsitu.today())
);
CREATE INDEX t_place_moves_place_idx ON pr_exsitu.t_place_moves (id_place, effective_date);
CREATE INDEX t_place_moves_before_idx ON pr_exsitu.t_place_moves (id_parent_before);
CREATE INDEX t_place_moves_after_idx ON pr_exsitu.t_place_moves (id_parent_after);
COMMENT ON TABLE pr_exsitu.t_place_moves IS 'Append-only: where a place was, and since when; with the movements it tells the conditions a lot has lived through.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.id_place_move IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.id_place IS 'Place that moved.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.id_parent_before IS 'Where it was.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.id_parent_after IS 'Where it went.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.effective_date IS 'Day of the move.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.id_digitiser IS 'Role that moved it (setting exsitu.id_role); no key, so that a role can be removed from the host.';
COMMENT ON COLUMN pr_exsitu.t_place_moves.meta_create_date IS 'Instant of entry.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_place_moves');

CREATE FUNCTION pr_exsitu.log_place_move() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO pr_exsitu.t_place_moves (id_place, id_parent_before, id_parent_after, id_digitiser)
  VALUES (NEW.id_place, OLD.id_parent, NEW.id_parent, nullif(current_setting('exsitu.id_role', true), '')::integer);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.log_place_move() IS 'Row trigger: writes the move of a place.';
CREATE TRIGGER place_move AFTER UPDATE OF id_parent ON pr_exsitu.t_places
  FOR EACH ROW WHEN (OLD.id_parent IS DISTINCT FROM NEW.id_parent) EXECUTE FUNCTION pr_exsitu.log_place_move();
