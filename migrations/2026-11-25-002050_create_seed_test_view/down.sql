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
COMMENT ON COLUMN pr_exsitu.v_sowings.test_people IS 'Roles whose test it is: none.';
DROP VIEW pr_exsitu.v_seed_tests;
