-- Tests as they are listed and read: lot, taxon, place, and the sums of their counts. How
-- it was done is read from the table, for one record. A sowing knows the people of its test.
CREATE VIEW pr_exsitu.v_seed_tests AS
SELECT t.id_seed_test AS id, t.uuid, t.code, t.version, t.id_dataset, t.id_digitiser,
       ARRAY(SELECT c.id_role FROM pr_exsitu.cor_seed_test_people c WHERE c.id_seed_test = t.id_seed_test ORDER BY c.id_role) AS people,
       m.id_harvest, l.id_material, t.id_seed_lot, t.id_source_place, t.id_parent_test, t.kind, t.purpose, t.state, t.seeds,
       t.date_start, coalesce(t.date_start, DATE '0001-01-01') AS sort_date_start, t.date_end, t.support,
       t.next_count_due, coalesce(t.next_count_due, DATE '9999-12-31') AS sort_next_count_due,
       t.meta_create_date, t.meta_update_date, t.archived_at,
       m.uuid AS material_uuid, m.code AS material_code, m.id_dataset AS material_id_dataset, m.id_digitiser AS material_id_digitiser,
       '{}'::integer[] AS material_people,
       l.uuid AS lot_uuid, l.code AS lot_code, l.id_dataset AS lot_id_dataset, l.id_digitiser AS lot_id_digitiser,
       CASE WHEN l.id_cleaned_by IS NULL THEN '{}' ELSE ARRAY[l.id_cleaned_by] END AS lot_people,
       q.uuid AS parent_uuid, q.code AS parent_code, q.id_dataset AS parent_id_dataset, q.id_digitiser AS parent_id_digitiser,
       ARRAY(SELECT c.id_role FROM pr_exsitu.cor_seed_test_people c WHERE c.id_seed_test = q.id_seed_test ORDER BY c.id_role) AS parent_people,
       n.cd_nom, n.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name, coalesce(x.lb_nom::text, '') AS sort_taxon_name,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       f.uuid AS source_place_uuid, f.code AS source_place_code, f.label AS source_place_label,
       y.replicates, y.visits, y.emerged, y.dead, y.removed, y.pricked_out, y.dissected, y.surplus, y.alive, y.first_emergence_date, y.last_count_date,
       coalesce(g.classes, '{}') AS classes
FROM pr_exsitu.t_seed_tests t
JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = t.id_seed_lot
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
LEFT JOIN pr_exsitu.t_seed_tests q ON q.id_seed_test = t.id_parent_test
LEFT JOIN pr_exsitu.cor_material_taxa n ON n.id_material = l.id_material AND n.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = n.cd_nom
LEFT JOIN pr_exsitu.t_places p ON p.id_place = t.id_place
LEFT JOIN pr_exsitu.t_places f ON f.id_place = t.id_source_place
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS replicates, coalesce(sum(z.visits), 0)::integer AS visits, coalesce(sum(z.emerged), 0)::integer AS emerged,
         coalesce(sum(z.dead), 0)::integer AS dead, coalesce(sum(z.removed), 0)::integer AS removed,
         coalesce(sum(z.pricked_out), 0)::integer AS pricked_out, coalesce(sum(z.dissected), 0)::integer AS dissected,
         coalesce(sum(z.surplus), 0)::integer AS surplus, coalesce(sum(z.alive), 0)::integer AS alive,
         min(z.first_emergence_date) AS first_emergence_date, max(z.last_count_date) AS last_count_date
  FROM pr_exsitu.t_replicates r LEFT JOIN pr_exsitu.t_replicate_tallies z USING (id_replicate)
  WHERE r.id_seed_test = t.id_seed_test) y
LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(s.class, s.seeds) AS classes
  FROM (SELECT k.class, sum(k.seeds)::integer AS seeds
        FROM pr_exsitu.t_replicates r JOIN pr_exsitu.t_counts c USING (id_replicate) JOIN pr_exsitu.t_count_classes k USING (id_count)
        LEFT JOIN pr_exsitu.t_counts undone ON undone.id_reversed = c.id_count
        WHERE r.id_seed_test = t.id_seed_test AND undone.id_count IS NULL
        GROUP BY k.class) s) g ON true;
COMMENT ON VIEW pr_exsitu.v_seed_tests IS 'Seed tests with lot, material, main taxon, place, the sums of their counts and of their classes.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.alive IS 'Alive after the last count.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.cd_nom IS 'Main taxon.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.cited_name IS 'Name as cited when the material was entered.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.classes IS 'Seeds of each class in the counts that stand: {class: seeds}.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.code IS 'Code, T then year and number.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.date_end IS 'Last day.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.date_start IS 'First day.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.dead IS 'Seedlings dead in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.dissected IS 'Opened and examined in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.emerged IS 'Germinated in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.first_emergence_date IS 'First visit with germination.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_dataset IS 'Dataset of the record.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_digitiser IS 'Role that entered the record.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_harvest IS 'Harvest the material comes from, if it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_material IS 'Material of the lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_parent_test IS 'Test that this one follows.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_seed_lot IS 'Lot tested.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.id_source_place IS 'Place the seeds were taken from.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.kind IS 'germination, tetrazolium, cut or x_ray.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.last_count_date IS 'Last visit.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.lot_code IS 'Code of the lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.lot_id_dataset IS 'Dataset of the lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.lot_id_digitiser IS 'Role that entered the lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.lot_people IS 'Roles whose lot it is.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.lot_uuid IS 'Lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.material_code IS 'Code of the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.material_id_dataset IS 'Dataset of the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.material_id_digitiser IS 'Role that entered the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.material_people IS 'Roles whose material it is: none.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.material_uuid IS 'Material.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.next_count_due IS 'Day of the next count.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.parent_code IS 'Its code.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.parent_id_dataset IS 'Its dataset.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.parent_id_digitiser IS 'Role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.parent_people IS 'Roles whose test it is.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.parent_uuid IS 'Test that this one follows.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.people IS 'Roles whose record it is, beside its digitiser.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.place_uuid IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.pricked_out IS 'Pricked out in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.purpose IS 'initial, monitoring, dormancy or practice.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.removed IS 'Taken away in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.replicates IS 'Number of replicates.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.seeds IS 'Seeds put to test.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.sort_date_start IS 'First day, the first of days when unknown, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.sort_next_count_due IS 'Day of the next count, the last of days when none is due, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.sort_taxon_name IS 'Scientific name, empty when unknown, to sort by.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.source_place_code IS 'Its code.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.source_place_label IS 'Its name.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.source_place_uuid IS 'Place the seeds were taken from.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.state IS 'draft, running, finished or cancelled.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.support IS 'What the seeds lie on or in.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.surplus IS 'Outside the rate in all.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.taxon_name IS 'Scientific name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.vernacular_name IS 'Vernacular name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_seed_tests.visits IS 'Counts that stand.';

CREATE OR REPLACE VIEW pr_exsitu.v_sowings AS
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
       q.uuid AS test_uuid, q.code AS test_code, q.id_dataset AS test_id_dataset, q.id_digitiser AS test_id_digitiser, ARRAY(SELECT c.id_role FROM pr_exsitu.cor_seed_test_people c WHERE c.id_seed_test = s.id_seed_test ORDER BY c.id_role) AS test_people,
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
COMMENT ON COLUMN pr_exsitu.v_sowings.test_people IS 'Roles whose test it is.';
