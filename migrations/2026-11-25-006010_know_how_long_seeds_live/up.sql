-- Without a prediction, a lot is tested again sooner when its seeds are known to live short.
ALTER TABLE pr_exsitu.t_seed_lots ADD COLUMN longevity text;
ALTER TABLE pr_exsitu.t_seed_lots ADD CONSTRAINT seed_lot_longevity CHECK (longevity IN ('short', 'long'));
COMMENT ON COLUMN pr_exsitu.t_seed_lots.longevity IS 'How long the seeds are known to live, which sets their next test when no model does; null when not known.';

CREATE OR REPLACE VIEW pr_exsitu.v_seed_lots AS
SELECT l.id_seed_lot AS id, l.uuid, l.code, l.version, l.id_dataset, l.id_digitiser,
       CASE WHEN l.id_cleaned_by IS NULL THEN '{}' ELSE ARRAY[l.id_cleaned_by] END AS people,
       m.id_harvest, l.id_material,
       l.status, l.status_date, l.role, l.duplicate_location, l.archive_reserve, l.critical_distribution, l.critical_regeneration,
       l.packaging_date, l.container, l.length_mm, l.width_mm, l.thickness_mm, l.measure_note,
       l.id_nomenclature_quality, l.id_nomenclature_atwater_type, l.id_nomenclature_dissemination_unit, l.seed_scan_done,
       l.pre_drying_start, l.pre_drying_end, l.drying_start, l.drying_end, l.id_nomenclature_drying_kind, l.freeze_dried, l.sorted,
       l.id_cleaned_by, pr_exsitu.role_name(l.id_cleaned_by) AS cleaned_by_name, l.cleaned_by_text, l.moisture_percent, l.equilibrium_humidity, l.remarks, l.additional_data,
       l.meta_create_date, l.meta_update_date, l.archived_at,
       m.uuid AS material_uuid, m.code AS material_code, m.id_dataset AS material_id_dataset,
       m.id_digitiser AS material_id_digitiser, '{}'::integer[] AS material_people,
       t.cd_nom, t.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name,
       b.seeds AS balance_seeds, b.basis AS balance_basis, b.mass_g AS balance_mass_g, b.places AS balance_places, b.last_date AS last_movement_date,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label, p.id_organism AS place_id_organism, p.id_digitiser AS place_id_digitiser,
       coalesce(x.lb_nom, t.cited_name, '')::text AS sort_taxon, coalesce(l.packaging_date, '0001-01-01') AS sort_packaging_date,
       coalesce(b.seeds, -1) AS sort_balance, coalesce(b.seeds < l.critical_regeneration, false) AS is_below_threshold,
       l.oil_content_percent, l.longevity
FROM pr_exsitu.t_seed_lots l
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = l.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN LATERAL (
  SELECT CASE WHEN count(*) = count(s.seeds) THEN sum(s.seeds)::bigint END AS seeds,
         (ARRAY['counted', 'weighed', 'estimated', 'unknown'])[
           max(CASE s.basis WHEN 'counted' THEN 1 WHEN 'weighed' THEN 2 WHEN 'estimated' THEN 3 ELSE 4 END)] AS basis,
         CASE WHEN bool_and(s.mass_g IS NOT NULL OR s.seeds IS NOT DISTINCT FROM 0) THEN coalesce(sum(s.mass_g), 0) END AS mass_g,
         (count(*) FILTER (WHERE s.seeds IS DISTINCT FROM 0))::integer AS places, max(s.last_date) AS last_date,
         -- The place of the most seeds, an unknown number being the most; an ordered array_agg would cost more than all the rest.
         (max(ARRAY[coalesce(s.seeds, 9223372036854775807), s.id_place]))[2]::integer AS id_place
  FROM pr_exsitu.t_stock_balances s WHERE s.id_seed_lot = l.id_seed_lot
) b ON true
LEFT JOIN pr_exsitu.t_places p ON p.id_place = b.id_place;
COMMENT ON COLUMN pr_exsitu.v_seed_lots.longevity IS 'How long the seeds are known to live, which sets their next test when no model does; null when not known.';
