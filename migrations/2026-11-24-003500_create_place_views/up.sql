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

CREATE VIEW pr_exsitu.v_place_moves AS
SELECT m.id_place_move AS id, m.uuid, m.id_place, m.effective_date, b.uuid AS before_uuid, b.code AS before_code,
       a.uuid AS after_uuid, a.code AS after_code, m.id_digitiser, pr_exsitu.role_name(m.id_digitiser) AS digitiser, m.meta_create_date
FROM pr_exsitu.t_place_moves m
LEFT JOIN pr_exsitu.t_places b ON b.id_place = m.id_parent_before
LEFT JOIN pr_exsitu.t_places a ON a.id_place = m.id_parent_after;
COMMENT ON VIEW pr_exsitu.v_place_moves IS 'Moves of the places, with the codes of where they were and went.';

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
