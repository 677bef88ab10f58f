-- Sowings as they are listed and read: source, taxon, place, and the sums of their
-- counts. The rate is the service's rule: the denominator is what was sown. How it
-- was sown is read from the table, for one record.
CREATE VIEW pr_exsitu.v_sowings AS
SELECT s.id_sowing AS id, s.uuid, s.code, s.version, s.id_dataset, s.id_digitiser,
       ARRAY(SELECT c.id_role FROM pr_exsitu.cor_sowing_people c WHERE c.id_sowing = s.id_sowing ORDER BY c.id_role) AS people,
       m.id_harvest, s.id_material,
       s.state, s.outcome, s.source_kind, s.id_seed_lot, s.id_source_place, s.objective,
       s.sowing_date, coalesce(s.sowing_date, DATE '0001-01-01') AS sort_sowing_date, s.end_date,
       s.sown_value, s.sown_unit, s.sown_basis, s.propagules_per_unit,
       s.next_count_due, coalesce(s.next_count_due, DATE '9999-12-31') AS sort_next_count_due,
       s.meta_create_date, s.meta_update_date, s.archived_at,
       m.uuid AS material_uuid, m.code AS material_code, m.id_dataset AS material_id_dataset, m.id_digitiser AS material_id_digitiser,
       '{}'::integer[] AS material_people,
       l.uuid AS lot_uuid, l.code AS lot_code, l.id_dataset AS lot_id_dataset, l.id_digitiser AS lot_id_digitiser,
       CASE WHEN l.id_cleaned_by IS NULL THEN '{}' ELSE ARRAY[l.id_cleaned_by] END AS lot_people,
       q.uuid AS test_uuid, q.code AS test_code, q.id_dataset AS test_id_dataset, q.id_digitiser AS test_id_digitiser, '{}'::integer[] AS test_people,
       t.cd_nom, t.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name, coalesce(x.lb_nom::text, '') AS sort_taxon_name,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       f.uuid AS source_place_uuid, f.code AS source_place_code, f.label AS source_place_label,
       y.replicates, y.visits, y.emerged, y.dead, y.removed, y.pricked_out, y.surplus, y.alive, y.first_emergence_date, y.last_count_date
FROM pr_exsitu.t_sowings s
JOIN pr_exsitu.t_materials m ON m.id_material = s.id_material
LEFT JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = s.id_seed_lot
LEFT JOIN pr_exsitu.t_seed_tests q ON q.id_seed_test = s.id_seed_test
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = s.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN pr_exsitu.t_places p ON p.id_place = s.id_place
LEFT JOIN pr_exsitu.t_places f ON f.id_place = s.id_source_place
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS replicates, coalesce(sum(z.visits), 0)::integer AS visits, coalesce(sum(z.emerged), 0)::integer AS emerged,
         coalesce(sum(z.dead), 0)::integer AS dead, coalesce(sum(z.removed), 0)::integer AS removed,
         coalesce(sum(z.pricked_out), 0)::integer AS pricked_out, coalesce(sum(z.surplus), 0)::integer AS surplus,
         coalesce(sum(z.alive), 0)::integer AS alive, min(z.first_emergence_date) AS first_emergence_date, max(z.last_count_date) AS last_count_date
  FROM pr_exsitu.t_replicates r LEFT JOIN pr_exsitu.t_replicate_tallies z USING (id_replicate)
  WHERE r.id_sowing = s.id_sowing) y;
COMMENT ON VIEW pr_exsitu.v_sowings IS 'Sowings with source, main taxon, place and the sums of their counts.';
COMMENT ON COLUMN pr_exsitu.v_sowings.alive IS 'Alive after the last count.';
COMMENT ON COLUMN pr_exsitu.v_sowings.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_sowings.cd_nom IS 'Main taxon.';
COMMENT ON COLUMN pr_exsitu.v_sowings.cited_name IS 'Name as cited when the material was entered.';
COMMENT ON COLUMN pr_exsitu.v_sowings.code IS 'Code, S then year and number.';
COMMENT ON COLUMN pr_exsitu.v_sowings.dead IS 'Dead in all.';
COMMENT ON COLUMN pr_exsitu.v_sowings.emerged IS 'Emerged in all.';
COMMENT ON COLUMN pr_exsitu.v_sowings.end_date IS 'Day when it was closed.';
COMMENT ON COLUMN pr_exsitu.v_sowings.first_emergence_date IS 'First visit with emergence.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_dataset IS 'Dataset of the record, of the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_harvest IS 'Harvest the material comes from, if it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_material IS 'Material sown: that of the source.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_seed_lot IS 'Source: lot the seeds are taken from.';
COMMENT ON COLUMN pr_exsitu.v_sowings.id_source_place IS 'Place the seeds are taken from.';
COMMENT ON COLUMN pr_exsitu.v_sowings.last_count_date IS 'Last visit.';
COMMENT ON COLUMN pr_exsitu.v_sowings.lot_code IS 'Code of the lot.';
COMMENT ON COLUMN pr_exsitu.v_sowings.lot_id_dataset IS 'Dataset of the lot.';
COMMENT ON COLUMN pr_exsitu.v_sowings.lot_id_digitiser IS 'Role that entered the lot.';
COMMENT ON COLUMN pr_exsitu.v_sowings.lot_people IS 'Roles whose lot it is.';
COMMENT ON COLUMN pr_exsitu.v_sowings.lot_uuid IS 'Lot.';
COMMENT ON COLUMN pr_exsitu.v_sowings.material_code IS 'Code of the material.';
COMMENT ON COLUMN pr_exsitu.v_sowings.material_id_dataset IS 'Dataset of the material.';
COMMENT ON COLUMN pr_exsitu.v_sowings.material_id_digitiser IS 'Role that entered the material.';
COMMENT ON COLUMN pr_exsitu.v_sowings.material_people IS 'Roles whose material it is: none.';
COMMENT ON COLUMN pr_exsitu.v_sowings.material_uuid IS 'Material.';
COMMENT ON COLUMN pr_exsitu.v_sowings.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_sowings.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_sowings.next_count_due IS 'Day of the next count.';
COMMENT ON COLUMN pr_exsitu.v_sowings.objective IS 'multiplication, lot_renewal, reintroduction, emergence_test, collection or training.';
COMMENT ON COLUMN pr_exsitu.v_sowings.outcome IS 'When closed: success, partial, failure or abandoned.';
COMMENT ON COLUMN pr_exsitu.v_sowings.people IS 'Roles whose record it is, beside its digitiser.';
COMMENT ON COLUMN pr_exsitu.v_sowings.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_sowings.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_sowings.place_uuid IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_sowings.pricked_out IS 'Pricked out in all.';
COMMENT ON COLUMN pr_exsitu.v_sowings.propagules_per_unit IS 'Seeds in one unit, when known: it tells what to debit.';
COMMENT ON COLUMN pr_exsitu.v_sowings.removed IS 'Taken away in all.';
COMMENT ON COLUMN pr_exsitu.v_sowings.replicates IS 'Number of replicates.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sort_next_count_due IS 'Day of the next count, the last of days when none is due, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sort_sowing_date IS 'Day of sowing, the first of days when unknown, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sort_taxon_name IS 'Scientific name, empty when unknown, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_sowings.source_kind IS 'seed_lot, fresh_material, seed_test or off_stock.';
COMMENT ON COLUMN pr_exsitu.v_sowings.source_place_code IS 'Its code.';
COMMENT ON COLUMN pr_exsitu.v_sowings.source_place_label IS 'Its name.';
COMMENT ON COLUMN pr_exsitu.v_sowings.source_place_uuid IS 'Place the seeds are taken from.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sowing_date IS 'Day of sowing; a plan until it is sown.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sown_basis IS 'How the quantity is known: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sown_unit IS 'seed, fruit, spore, organ, g, soil_litre or pinch.';
COMMENT ON COLUMN pr_exsitu.v_sowings.sown_value IS 'Quantity sown in sown_unit, null when unknown.';
COMMENT ON COLUMN pr_exsitu.v_sowings.state IS 'draft, prepared, in_pretreatment, sown, emerging, overwintering, emergence_ended, closed or cancelled.';
COMMENT ON COLUMN pr_exsitu.v_sowings.surplus IS 'Outside the rate in all.';
COMMENT ON COLUMN pr_exsitu.v_sowings.taxon_name IS 'Scientific name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_sowings.test_code IS 'Code of the test.';
COMMENT ON COLUMN pr_exsitu.v_sowings.test_id_dataset IS 'Dataset of the test.';
COMMENT ON COLUMN pr_exsitu.v_sowings.test_id_digitiser IS 'Role that entered the test.';
COMMENT ON COLUMN pr_exsitu.v_sowings.test_people IS 'Roles whose test it is: none.';
COMMENT ON COLUMN pr_exsitu.v_sowings.test_uuid IS 'Germination test.';
COMMENT ON COLUMN pr_exsitu.v_sowings.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_sowings.vernacular_name IS 'Vernacular name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_sowings.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_sowings.visits IS 'Counts that stand.';
