-- Harvests as they are listed and read: their observers and areas. A column that is
-- not asked for costs nothing.
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
        FROM pr_exsitu.cor_harvest_areas c JOIN ref_geo.l_areas a USING (id_area) JOIN ref_geo.bib_areas_types t USING (id_type)
        WHERE c.id_harvest = h.id_harvest AND t.type_code = 'COM') AS commune,
       (SELECT string_agg(a.area_name, ', ' ORDER BY a.area_name)
        FROM pr_exsitu.cor_harvest_areas c JOIN ref_geo.l_areas a USING (id_area) JOIN ref_geo.bib_areas_types t USING (id_type)
        WHERE c.id_harvest = h.id_harvest AND t.type_code = 'DEP') AS department,
       ARRAY(SELECT c.id_area FROM pr_exsitu.cor_harvest_areas c WHERE c.id_harvest = h.id_harvest AND c.is_chosen ORDER BY c.id_area) AS chosen_areas
FROM pr_exsitu.t_harvests h;
COMMENT ON VIEW pr_exsitu.v_harvests IS 'Harvests with their observers, municipality and department.';

CREATE INDEX t_harvests_sort_date_idx ON pr_exsitu.t_harvests (coalesce(date_min, DATE '0001-01-01'), id_harvest);
