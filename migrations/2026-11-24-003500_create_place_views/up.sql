-- Places as they are listed and read: their parent, and the way from the root.
CREATE FUNCTION pr_exsitu.place_path(place integer) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up (id_parent, code, n) AS (
    SELECT p.id_parent, p.code, 0 FROM pr_exsitu.t_places p WHERE p.id_place = place
    UNION ALL
    SELECT p.id_parent, p.code, up.n + 1 FROM up JOIN pr_exsitu.t_places p ON p.id_place = up.id_parent
  )
  SELECT array_agg(up.code ORDER BY up.n DESC) FROM up
$$;
COMMENT ON FUNCTION pr_exsitu.place_path(integer) IS 'Codes from the root of the tree down to a place, itself last.';

CREATE FUNCTION pr_exsitu.places_within(root uuid) RETURNS SETOF integer
LANGUAGE sql STABLE ROWS 100 SET search_path = pg_catalog
AS $$
  WITH RECURSIVE down (id_place) AS (
    SELECT p.id_place FROM pr_exsitu.t_places p WHERE p.uuid = root
    UNION ALL
    SELECT p.id_place FROM down JOIN pr_exsitu.t_places p ON p.id_parent = down.id_place
  )
  SELECT down.id_place FROM down
$$;
COMMENT ON FUNCTION pr_exsitu.places_within(uuid) IS 'A place and all those below it.';

CREATE VIEW pr_exsitu.v_places AS
SELECT p.id_place AS id, p.uuid, p.id_parent, p.id_organism, p.kind, p.code, p.label, p.expected_temperature, p.expected_humidity,
       p.capacity, p.remarks, p.additional_data, p.id_digitiser, p.meta_create_date, p.meta_update_date, p.version, p.archived_at,
       u.uuid AS parent_uuid, u.code AS parent_code, pr_exsitu.place_path(p.id_place) AS path
FROM pr_exsitu.t_places p
LEFT JOIN pr_exsitu.t_places u ON u.id_place = p.id_parent;
COMMENT ON VIEW pr_exsitu.v_places IS 'Places with their parent and the way from the root.';
COMMENT ON COLUMN pr_exsitu.v_places.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_places.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_places.capacity IS 'Number of units it holds.';
COMMENT ON COLUMN pr_exsitu.v_places.code IS 'Short code written on the door or the box, unique within the organisation.';
COMMENT ON COLUMN pr_exsitu.v_places.expected_humidity IS 'Expected relative humidity in %.';
COMMENT ON COLUMN pr_exsitu.v_places.expected_temperature IS 'Expected temperature in °C.';
COMMENT ON COLUMN pr_exsitu.v_places.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_places.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_places.id_organism IS 'Organisation the place belongs to.';
COMMENT ON COLUMN pr_exsitu.v_places.id_parent IS 'Place that holds this one, null at the top.';
COMMENT ON COLUMN pr_exsitu.v_places.kind IS 'Kind of place.';
COMMENT ON COLUMN pr_exsitu.v_places.label IS 'Name in full.';
COMMENT ON COLUMN pr_exsitu.v_places.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_places.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_places.parent_code IS 'Code of the place that holds it.';
COMMENT ON COLUMN pr_exsitu.v_places.parent_uuid IS 'Place that holds it.';
COMMENT ON COLUMN pr_exsitu.v_places.path IS 'Codes from the top down to the place.';
COMMENT ON COLUMN pr_exsitu.v_places.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_places.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_places.version IS 'Number of the version, the ETag.';

CREATE VIEW pr_exsitu.v_place_moves AS
SELECT m.id_place_move AS id, m.uuid, m.id_place, m.effective_date, b.uuid AS before_uuid, b.code AS before_code,
       a.uuid AS after_uuid, a.code AS after_code, m.id_digitiser, pr_exsitu.role_name(m.id_digitiser) AS digitiser, m.meta_create_date
FROM pr_exsitu.t_place_moves m
LEFT JOIN pr_exsitu.t_places b ON b.id_place = m.id_parent_before
LEFT JOIN pr_exsitu.t_places a ON a.id_place = m.id_parent_after;
COMMENT ON VIEW pr_exsitu.v_place_moves IS 'Moves of the places, with the codes of where they were and went.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.after_code IS 'Code of where it went.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.after_uuid IS 'Where it went.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.before_code IS 'Code of where it was.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.before_uuid IS 'Where it was.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.digitiser IS 'Name of the role that moved it.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.effective_date IS 'Day of the move.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.id_place IS 'Place that moved.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.meta_create_date IS 'Instant of entry.';
COMMENT ON COLUMN pr_exsitu.v_place_moves.uuid IS 'Public identifier.';

-- A lot that is in two places has two rows; one that is exhausted has none.
CREATE VIEW pr_exsitu.v_place_contents AS
SELECT l.id_seed_lot AS id, b.id_place, l.uuid, l.code, l.id_dataset, l.id_digitiser,
       CASE WHEN l.id_cleaned_by IS NULL THEN '{}' ELSE ARRAY[l.id_cleaned_by] END AS people,
       m.id_harvest, l.id_material, t.cd_nom, coalesce(x.lb_nom::text, t.cited_name) AS taxon_name,
       b.seeds, b.basis, b.mass_g, b.last_date, p.uuid AS place_uuid, p.code AS place_code
FROM pr_exsitu.t_stock_balances b
JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = b.id_seed_lot
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
JOIN pr_exsitu.t_places p ON p.id_place = b.id_place
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = l.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
WHERE b.seeds IS DISTINCT FROM 0;
COMMENT ON VIEW pr_exsitu.v_place_contents IS 'Seed lots with stock, in each place where they are.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.basis IS 'How sure the number is: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.cd_nom IS 'Main taxon.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.code IS 'Code, L then year and number.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id_dataset IS 'Dataset of the record, of the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id_harvest IS 'Harvest the material comes from, if it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id_material IS 'Material the seeds come from.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.id_place IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.last_date IS 'Day of the last movement.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.mass_g IS 'Sum of the masses in g, informative; null when none was given.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.people IS 'Roles whose record it is, beside its digitiser.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.place_uuid IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.seeds IS 'Seeds left, null when unknown.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.taxon_name IS 'Scientific name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_place_contents.uuid IS 'Public identifier.';
