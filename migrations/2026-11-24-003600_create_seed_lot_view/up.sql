-- Seed lots as they are listed and read: their material, main taxon, balance and
-- place. A column that is not asked for costs nothing.
CREATE VIEW pr_exsitu.v_seed_lots AS
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
       coalesce(b.seeds, -1) AS sort_balance, coalesce(b.seeds < l.critical_regeneration, false) AS is_below_threshold
FROM pr_exsitu.t_seed_lots l
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = l.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN LATERAL (
  SELECT CASE WHEN count(*) = count(s.seeds) THEN sum(s.seeds)::bigint END AS seeds,
         (ARRAY['counted', 'weighed', 'estimated', 'unknown'])[1 + max(pr_exsitu.basis_rank(s.basis))] AS basis,
         sum(s.mass_g) AS mass_g, (count(*) FILTER (WHERE s.seeds IS DISTINCT FROM 0))::integer AS places, max(s.last_date) AS last_date,
         (array_agg(s.id_place ORDER BY s.seeds DESC NULLS FIRST))[1] AS id_place
  FROM pr_exsitu.t_stock_balances s WHERE s.id_seed_lot = l.id_seed_lot
) b ON true
LEFT JOIN pr_exsitu.t_places p ON p.id_place = b.id_place;
COMMENT ON VIEW pr_exsitu.v_seed_lots IS 'Seed lots with material, main taxon, balance and main place.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id IS 'Internal key of the lot.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.code IS 'Code, L then year and number.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.people IS 'Roles named on the lot besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_harvest IS 'Harvest its material comes from, when it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_material IS 'Material the seeds come from.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.status IS 'active, to_retest, below_threshold, in_regeneration, exhausted, expired or transferred.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.status_date IS 'Day since which it has that status.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.role IS 'active_collection, base_collection or safety_duplicate.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.duplicate_location IS 'Where the safety duplicate is kept.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.archive_reserve IS 'Seeds that no movement takes without the right and a reason.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.critical_distribution IS 'Number of seeds under which none is given away.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.critical_regeneration IS 'Number of seeds under which the lot is to be multiplied.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.packaging_date IS 'Day of packaging.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.container IS 'Container, in words.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.length_mm IS 'Length of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.width_mm IS 'Width of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.thickness_mm IS 'Thickness of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.measure_note IS 'How the seeds were measured.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_nomenclature_quality IS 'Quality (EXS_MATERIAL_QUALITY).';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_nomenclature_atwater_type IS 'Atwater type (EXS_ATWATER_TYPE).';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_nomenclature_dissemination_unit IS 'Seed, fruit or spore (EXS_DISSEMINATION_UNIT).';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.seed_scan_done IS 'A scan of the seeds exists.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.pre_drying_start IS 'First day of pre-drying.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.pre_drying_end IS 'Last day of pre-drying.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.drying_start IS 'First day of drying.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.drying_end IS 'Last day of drying.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_nomenclature_drying_kind IS 'Kind of drying (EXS_DRY_TYPE).';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.freeze_dried IS 'Freeze-dried.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.sorted IS 'Sorted.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.cleaned_by_name IS 'Name of the role that cleaned the seeds.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.id_cleaned_by IS 'Role that cleaned the seeds.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.cleaned_by_text IS 'Who cleaned the seeds, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.moisture_percent IS 'Moisture content, % of fresh mass.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.equilibrium_humidity IS 'Equilibrium relative humidity in %.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.material_uuid IS 'Public identifier of the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.material_code IS 'Code of the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.material_id_dataset IS 'Dataset of the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.material_id_digitiser IS 'Role that entered the material.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.material_people IS 'Roles named on the material besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.cd_nom IS 'Main taxon of the material, in TAXREF.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.cited_name IS 'Name of the main taxon as cited.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.taxon_name IS 'Name of the main taxon in TAXREF.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.vernacular_name IS 'Vernacular name of the main taxon.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.balance_seeds IS 'Seeds left in every place, null when a place is not known.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.balance_basis IS 'The least sure basis among the places.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.balance_mass_g IS 'Mass left in every place, g.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.balance_places IS 'Places that still hold seeds, or may.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.last_movement_date IS 'Day of the last movement.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.place_uuid IS 'Public identifier of the place that holds the most.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.place_code IS 'Code of that place.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.place_label IS 'Name of that place.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.place_id_organism IS 'Organisation of that place.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.place_id_digitiser IS 'Role that entered that place.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.sort_taxon IS 'Name to sort by: that of TAXREF, or else the name cited.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.sort_packaging_date IS 'Day of packaging to sort by, the unknown ones first.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.sort_balance IS 'Balance to sort by, the unknown ones below 0.';
COMMENT ON COLUMN pr_exsitu.v_seed_lots.is_below_threshold IS 'The balance is known and is below the regeneration threshold.';
