-- Harvests as they are listed and read: their observers and areas. A column that is
-- not asked for costs nothing. OFFSET 0 keeps the planner from going through every
-- municipality of the country to find those of a harvest.
CREATE VIEW pr_exsitu.v_harvests AS
SELECT h.id_harvest AS id, h.uuid, h.code, h.version, h.id_dataset, h.id_digitiser,
       ARRAY(SELECT o.id_role FROM pr_exsitu.cor_harvest_observers o WHERE o.id_harvest = h.id_harvest) AS people,
       h.id_harvest, NULL::integer AS id_material,
       h.id_nomenclature_harvest_type, h.date_min, h.date_max, h.date_precision, coalesce(h.date_min, DATE '0001-01-01') AS sort_date,
       h.observers_text, h.geom_4326, h.id_nomenclature_geographical_precision, h.precision_m, h.surface_m2,
       h.altitude_min, h.altitude_max, h.slope_degrees, h.id_nomenclature_exposure, h.cd_hab, h.locality, h.remarks, h.protocol_note,
       h.landowner_consent, h.population_size, h.individuals_seen, h.individuals_fruiting, h.crop_share_percent, h.herbarium_voucher,
       h.associated_species, h.additional_data, h.meta_create_date, h.meta_update_date, h.archived_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id_role', o.id_role, 'name', pr_exsitu.role_name(o.id_role), 'is_main', o.is_main)
                                  ORDER BY o.is_main DESC, o.id_role)
                 FROM pr_exsitu.cor_harvest_observers o WHERE o.id_harvest = h.id_harvest), '[]') AS observers,
       (SELECT string_agg(a.area_name, ', ' ORDER BY a.area_name)
        FROM (SELECT c.id_area FROM pr_exsitu.cor_harvest_areas c WHERE c.id_harvest = h.id_harvest OFFSET 0) c JOIN ref_geo.l_areas a USING (id_area)
        WHERE a.id_type = (SELECT t.id_type FROM ref_geo.bib_areas_types t WHERE t.type_code = 'COM')) AS commune,
       (SELECT string_agg(a.area_name, ', ' ORDER BY a.area_name)
        FROM (SELECT c.id_area FROM pr_exsitu.cor_harvest_areas c WHERE c.id_harvest = h.id_harvest OFFSET 0) c JOIN ref_geo.l_areas a USING (id_area)
        WHERE a.id_type = (SELECT t.id_type FROM ref_geo.bib_areas_types t WHERE t.type_code = 'DEP')) AS department,
       ARRAY(SELECT c.id_area FROM pr_exsitu.cor_harvest_areas c WHERE c.id_harvest = h.id_harvest AND c.is_chosen ORDER BY c.id_area) AS chosen_areas
FROM pr_exsitu.t_harvests h;
COMMENT ON VIEW pr_exsitu.v_harvests IS 'Harvests with their observers, municipality and department.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id IS 'Internal key of the harvest.';
COMMENT ON COLUMN pr_exsitu.v_harvests.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_harvests.code IS 'Code, R then year and number.';
COMMENT ON COLUMN pr_exsitu.v_harvests.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_harvests.people IS 'Roles that observed, besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_harvest IS 'The harvest itself, as rights ask for it.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_material IS 'Always null: a harvest is no material.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_nomenclature_harvest_type IS 'In situ, ex situ or undetermined (EXS_HARVEST_TYPE).';
COMMENT ON COLUMN pr_exsitu.v_harvests.date_min IS 'First possible day.';
COMMENT ON COLUMN pr_exsitu.v_harvests.date_max IS 'Last possible day.';
COMMENT ON COLUMN pr_exsitu.v_harvests.date_precision IS 'day, month, year or unknown.';
COMMENT ON COLUMN pr_exsitu.v_harvests.sort_date IS 'First possible day, that of year 1 when it is unknown.';
COMMENT ON COLUMN pr_exsitu.v_harvests.observers_text IS 'Observers who are not users of the host.';
COMMENT ON COLUMN pr_exsitu.v_harvests.geom_4326 IS 'Point, line or polygon in WGS 84.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_nomenclature_geographical_precision IS 'Class of precision (EXS_GEOGRAPHICAL_PRECISION).';
COMMENT ON COLUMN pr_exsitu.v_harvests.precision_m IS 'Precision in metres, meaningful for a precise point.';
COMMENT ON COLUMN pr_exsitu.v_harvests.surface_m2 IS 'Surface harvested in m².';
COMMENT ON COLUMN pr_exsitu.v_harvests.altitude_min IS 'Lowest altitude in metres, from the elevation model when not given.';
COMMENT ON COLUMN pr_exsitu.v_harvests.altitude_max IS 'Highest altitude in metres, from the elevation model when not given.';
COMMENT ON COLUMN pr_exsitu.v_harvests.slope_degrees IS 'Slope in degrees.';
COMMENT ON COLUMN pr_exsitu.v_harvests.id_nomenclature_exposure IS 'Exposure (EXPOSITION, the host''s own).';
COMMENT ON COLUMN pr_exsitu.v_harvests.cd_hab IS 'Habitat (HABREF).';
COMMENT ON COLUMN pr_exsitu.v_harvests.locality IS 'Locality in words.';
COMMENT ON COLUMN pr_exsitu.v_harvests.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_harvests.protocol_note IS 'How it was harvested.';
COMMENT ON COLUMN pr_exsitu.v_harvests.landowner_consent IS 'Consent of the owner of the land: who, when.';
COMMENT ON COLUMN pr_exsitu.v_harvests.population_size IS 'Individuals in the population.';
COMMENT ON COLUMN pr_exsitu.v_harvests.individuals_seen IS 'Individuals seen.';
COMMENT ON COLUMN pr_exsitu.v_harvests.individuals_fruiting IS 'Individuals in fruit among those seen.';
COMMENT ON COLUMN pr_exsitu.v_harvests.crop_share_percent IS 'Share of the seed crop of that day that was taken, %.';
COMMENT ON COLUMN pr_exsitu.v_harvests.herbarium_voucher IS 'Reference of the herbarium voucher.';
COMMENT ON COLUMN pr_exsitu.v_harvests.associated_species IS 'Species growing with it.';
COMMENT ON COLUMN pr_exsitu.v_harvests.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_harvests.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_harvests.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_harvests.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_harvests.observers IS 'Observers who are users of the host, the main one first: id_role, name, is_main.';
COMMENT ON COLUMN pr_exsitu.v_harvests.commune IS 'Names of the municipalities it touches.';
COMMENT ON COLUMN pr_exsitu.v_harvests.department IS 'Names of the departments it touches.';
COMMENT ON COLUMN pr_exsitu.v_harvests.chosen_areas IS 'Areas of the host that someone chose.';

CREATE INDEX t_harvests_sort_date_idx ON pr_exsitu.t_harvests (coalesce(date_min, DATE '0001-01-01'), id_harvest);
