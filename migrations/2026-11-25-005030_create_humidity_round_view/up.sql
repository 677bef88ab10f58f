-- The lots that stand in each place, with what is known of their humidity. A check
-- made in another place where the lot still stands is not one of this place; that of
-- a place it left came along with the seeds.
CREATE VIEW pr_exsitu.v_humidity_round AS
SELECT l.id_seed_lot AS id, b.id_place, l.uuid, l.code, l.id_dataset, l.id_digitiser,
       CASE WHEN l.id_cleaned_by IS NULL THEN '{}' ELSE ARRAY[l.id_cleaned_by] END AS people,
       m.id_harvest, l.id_material, coalesce(x.lb_nom::text, t.cited_name) AS taxon_name,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       c.uuid AS check_uuid, c.check_date, c.id_nomenclature_level, c.moisture_percent, c.equilibrium_humidity,
       s.id_nomenclature_indicator, s.check_date AS indicator_seen_on, k.changed_on AS indicator_changed_on,
       f.is_spent, f.is_spent OR coalesce(v.cd_nomenclature <> 'sec', false) AS is_watched,
       p.code || ' ' || l.code AS sort_place, coalesce(c.check_date, '0001-01-01') AS sort_check_date,
       to_char(coalesce(c.check_date, '0001-01-01'), 'YYYY-MM-DD ') || p.code || ' ' || l.code AS sort_check,
       p.id_organism AS place_id_organism, p.id_digitiser AS place_id_digitiser
FROM pr_exsitu.t_stock_balances b
JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = b.id_seed_lot
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
JOIN pr_exsitu.t_places p ON p.id_place = b.id_place
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = l.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN LATERAL (
  SELECT max(ARRAY[h.check_date - '0001-01-01'::date, h.id_humidity_check]) AS last,
         max(ARRAY[h.check_date - '0001-01-01'::date, h.id_humidity_check]) FILTER (WHERE h.id_nomenclature_indicator IS NOT NULL) AS seen,
         max(h.indicator_changed_on) AS changed_on
  FROM pr_exsitu.t_humidity_checks h
  WHERE h.id_seed_lot = b.id_seed_lot AND (h.id_place IS NULL OR h.id_place = b.id_place OR NOT EXISTS (
    SELECT FROM pr_exsitu.t_stock_balances e WHERE e.id_seed_lot = h.id_seed_lot AND e.id_place = h.id_place AND e.seeds IS DISTINCT FROM 0))
) k ON true
LEFT JOIN pr_exsitu.t_humidity_checks c ON c.id_humidity_check = k.last[2]
LEFT JOIN pr_exsitu.t_humidity_checks s ON s.id_humidity_check = k.seen[2]
LEFT JOIN ref_nomenclatures.t_nomenclatures v ON v.id_nomenclature = c.id_nomenclature_level
LEFT JOIN ref_nomenclatures.t_nomenclatures i ON i.id_nomenclature = s.id_nomenclature_indicator
CROSS JOIN LATERAL (SELECT coalesce(i.cd_nomenclature = 'br' AND (k.changed_on IS NULL OR k.changed_on < s.check_date), false) AS is_spent) f
WHERE b.seeds IS DISTINCT FROM 0;
COMMENT ON VIEW pr_exsitu.v_humidity_round IS 'Seed lots with stock in each place where they are, their last humidity check and the state of their silica pellets.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id IS 'Internal key of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_place IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.uuid IS 'Public identifier of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.code IS 'Code of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_dataset IS 'Dataset of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_digitiser IS 'Role that entered the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.people IS 'Roles whose lot it is, beside its digitiser.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_harvest IS 'Harvest the material comes from, if it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_material IS 'Material the seeds come from.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.taxon_name IS 'Scientific name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.place_uuid IS 'Public identifier of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.check_uuid IS 'The last check.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.check_date IS 'Day of the last check; null when there is none.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_nomenclature_level IS 'How damp the lot seemed (EXS_HUMIDITY_LEVEL).';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.moisture_percent IS 'Moisture measured at the last check, % of fresh mass.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.equilibrium_humidity IS 'Equilibrium relative humidity measured at the last check, %.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.id_nomenclature_indicator IS 'Colour of the silica pellets when they were last looked at (EXS_COLOR_TABLET).';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.indicator_seen_on IS 'Day when they were.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.indicator_changed_on IS 'Day when they were last changed.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.is_spent IS 'The pellets were seen damp and were not changed since.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.is_watched IS 'The last check did not find the lot dry, or its pellets are spent.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.sort_place IS 'Code of the place, then of the lot.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.sort_check_date IS 'Day of the last check to sort by, none first.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.place_id_organism IS 'Organisation of the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.place_id_digitiser IS 'Role that entered the place.';
COMMENT ON COLUMN pr_exsitu.v_humidity_round.sort_check IS 'Day of the last check, none first, then the place and the lot.';
