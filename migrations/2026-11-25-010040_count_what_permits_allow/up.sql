-- What was done under each permit. Exits count plants, movements seeds and grams, harvests in the
-- wild the individuals sampled: at least one when their number is unknown. What was reversed counts no more.
CREATE VIEW pr_exsitu.v_permit_uses AS
SELECT e.id_permit, 'exit' AS act, e.uuid, e.event_date AS act_date, t.cd_nom, 'plant' AS unit, (-e.plants)::numeric AS quantity
FROM pr_exsitu.t_cultivation_events e
LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
JOIN pr_exsitu.t_cultivations c ON c.id_cultivation = e.id_cultivation
JOIN pr_exsitu.cor_material_taxa t ON t.id_material = c.id_material
WHERE e.id_permit IS NOT NULL AND e.id_reversed IS NULL AND r.id_event IS NULL
UNION ALL
SELECT m.id_permit, 'stock_movement', m.uuid, m.effective_date, t.cd_nom, q.unit, q.quantity
FROM pr_exsitu.t_stock_movements m
LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = m.id_stock_movement
JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = m.id_seed_lot
JOIN pr_exsitu.cor_material_taxa t ON t.id_material = l.id_material
CROSS JOIN LATERAL (VALUES ('seed', -m.seeds::numeric), ('gram', -m.mass_g)) q (unit, quantity)
WHERE m.id_permit IS NOT NULL AND m.id_reversed IS NULL AND r.id_stock_movement IS NULL AND q.quantity IS NOT NULL
UNION ALL
SELECT h.id_permit, 'harvest', h.uuid, h.date_min, t.cd_nom, 'individual', coalesce(m.individuals_sampled, 1)::numeric
FROM pr_exsitu.t_harvests h
JOIN pr_exsitu.t_materials m ON m.id_harvest = h.id_harvest
JOIN pr_exsitu.cor_material_taxa t ON t.id_material = m.id_material
WHERE h.id_permit IS NOT NULL;
COMMENT ON VIEW pr_exsitu.v_permit_uses IS 'What was done under each permit, by taxon and unit.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.id_permit IS 'Permit.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.act IS 'exit, stock_movement or harvest.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.uuid IS 'Identifier of the act.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.act_date IS 'Day, null when unknown.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.cd_nom IS 'Taxon.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.unit IS 'Unit.';
COMMENT ON COLUMN pr_exsitu.v_permit_uses.quantity IS 'Quantity.';

CREATE VIEW pr_exsitu.v_permit_lines AS
SELECT l.id_permit, l.rank, l.cd_nom, x.cd_ref, l.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name,
       l.unit, l.quantity, coalesce(u.used, 0) AS used, l.quantity - coalesce(u.used, 0) AS remaining
FROM pr_exsitu.cor_permit_taxa l
JOIN taxonomie.taxref x ON x.cd_nom = l.cd_nom
-- What is above a taxon is looked for once, however many acts there are of it.
LEFT JOIN (
  SELECT g.id_permit, g.unit, above.cd_ref, sum(g.quantity) AS used
  FROM (SELECT w.id_permit, w.unit, w.cd_nom, sum(w.quantity) AS quantity FROM pr_exsitu.v_permit_uses w GROUP BY w.id_permit, w.unit, w.cd_nom) g
  CROSS JOIN LATERAL pr_exsitu.taxa_above(g.cd_nom) AS above (cd_ref)
  GROUP BY g.id_permit, g.unit, above.cd_ref) u ON u.id_permit = l.id_permit AND u.unit = l.unit AND u.cd_ref = x.cd_ref;
COMMENT ON VIEW pr_exsitu.v_permit_lines IS 'What a permit allows of each taxon, what is used of it and what is left.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.id_permit IS 'Permit.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.rank IS 'Order.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.cd_nom IS 'Taxon.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.cd_ref IS 'Its reference code.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.cited_name IS 'Name as cited.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.taxon_name IS 'Scientific name.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.vernacular_name IS 'Vernacular name.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.unit IS 'Unit.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.quantity IS 'Quantity allowed, null when there is no limit.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.used IS 'Quantity used.';
COMMENT ON COLUMN pr_exsitu.v_permit_lines.remaining IS 'Quantity left, below 0 when the permit was reduced since; null when there is no limit.';

CREATE VIEW pr_exsitu.v_permits AS
SELECT p.id_permit AS id, p.uuid, p.version, p.id_dataset, p.id_digitiser, '{}'::integer[] AS people,
       NULL::integer AS id_harvest, NULL::integer AS id_material,
       p.kind, p.number, p.holder, p.id_area, a.area_name::text AS area_name, p.territory, p.valid_from, p.valid_to,
       coalesce(p.valid_to, DATE '9999-12-31') AS sort_valid_to,
       CASE WHEN p.valid_from > pr_exsitu.today() THEN 'to_come' WHEN p.valid_to < pr_exsitu.today() THEN 'expired' ELSE 'valid' END AS state,
       p.remarks, p.additional_data, p.meta_create_date, p.meta_update_date, p.archived_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('cd_nom', l.cd_nom, 'cited_name', l.cited_name, 'name', l.taxon_name,
                   'vernacular_name', l.vernacular_name, 'unit', l.unit, 'quantity', l.quantity, 'used', l.used, 'remaining', l.remaining) ORDER BY l.rank)
                 FROM pr_exsitu.v_permit_lines l WHERE l.id_permit = p.id_permit), '[]') AS taxa
FROM pr_exsitu.t_permits p
LEFT JOIN ref_geo.l_areas a ON a.id_area = p.id_area;
COMMENT ON VIEW pr_exsitu.v_permits IS 'Permits with their taxa, what is used and what is left.';
COMMENT ON COLUMN pr_exsitu.v_permits.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_permits.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_permits.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_permits.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_permits.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_permits.people IS 'Roles named on it besides the one that entered it: none.';
COMMENT ON COLUMN pr_exsitu.v_permits.id_harvest IS 'Null: a permit is not at a place of ours.';
COMMENT ON COLUMN pr_exsitu.v_permits.id_material IS 'Null: a permit is of no material.';
COMMENT ON COLUMN pr_exsitu.v_permits.kind IS 'Kind.';
COMMENT ON COLUMN pr_exsitu.v_permits.number IS 'Number.';
COMMENT ON COLUMN pr_exsitu.v_permits.holder IS 'Who holds it.';
COMMENT ON COLUMN pr_exsitu.v_permits.id_area IS 'Territory: an area of the host.';
COMMENT ON COLUMN pr_exsitu.v_permits.area_name IS 'Name of that area.';
COMMENT ON COLUMN pr_exsitu.v_permits.territory IS 'Territory, in words.';
COMMENT ON COLUMN pr_exsitu.v_permits.valid_from IS 'First day.';
COMMENT ON COLUMN pr_exsitu.v_permits.valid_to IS 'Last day, null when it has no end.';
COMMENT ON COLUMN pr_exsitu.v_permits.sort_valid_to IS 'That day, the last of all when it has no end.';
COMMENT ON COLUMN pr_exsitu.v_permits.state IS 'to_come, valid or expired, today.';
COMMENT ON COLUMN pr_exsitu.v_permits.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_permits.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_permits.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_permits.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_permits.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_permits.taxa IS 'Taxa, what is allowed, used and left of each.';

CREATE FUNCTION pr_exsitu.permit_names(permit integer, taxon integer) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  SELECT EXISTS (SELECT FROM pr_exsitu.cor_permit_taxa l JOIN taxonomie.taxref x USING (cd_nom)
                 WHERE l.id_permit = permit AND x.cd_ref IN (SELECT pr_exsitu.taxa_above(taxon)))
$$;
COMMENT ON FUNCTION pr_exsitu.permit_names(integer, integer) IS 'True when a permit names a taxon, or one that holds it.';
