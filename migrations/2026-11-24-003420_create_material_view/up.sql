-- Materials as they are listed and read: their origin and their taxa.
CREATE VIEW pr_exsitu.v_materials AS
SELECT m.id_material AS id, m.uuid, m.code, m.version, m.id_dataset, m.id_digitiser, '{}'::integer[] AS people,
       m.id_harvest, m.id_material,
       h.uuid AS harvest_uuid, h.code AS harvest_code, h.id_dataset AS harvest_id_dataset, h.id_digitiser AS harvest_id_digitiser,
       ARRAY(SELECT o.id_role FROM pr_exsitu.cor_harvest_observers o WHERE o.id_harvest = m.id_harvest) AS harvest_people,
       r.uuid AS reception_uuid, r.partner_number AS reception_partner_number, r.date_received AS reception_date_received,
       r.id_dataset AS reception_id_dataset, r.id_digitiser AS reception_id_digitiser, '{}'::integer[] AS reception_people,
       p.uuid AS parent_uuid, p.code AS parent_code, p.id_dataset AS parent_id_dataset, p.id_digitiser AS parent_id_digitiser,
       '{}'::integer[] AS parent_people,
       m.id_nomenclature_material_type, m.individuals_sampled, m.id_nomenclature_individuals_class, m.id_nomenclature_sampling_method,
       m.id_nomenclature_phenology_1, m.id_nomenclature_phenology_2, m.soil_sampling, m.hybridisation_risk, m.culture_bank_code,
       m.remarks, m.additional_data, m.meta_create_date, m.meta_update_date, m.archived_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('cd_nom', c.cd_nom, 'cited_name', c.cited_name, 'name', x.lb_nom, 'vernacular_name', x.nom_vern)
                                  ORDER BY c.rank)
                 FROM pr_exsitu.cor_material_taxa c LEFT JOIN taxonomie.taxref x ON x.cd_nom = c.cd_nom
                 WHERE c.id_material = m.id_material), '[]') AS taxa
FROM pr_exsitu.t_materials m
LEFT JOIN pr_exsitu.t_harvests h ON h.id_harvest = m.id_harvest
LEFT JOIN pr_exsitu.t_receptions r ON r.id_reception = m.id_reception
LEFT JOIN pr_exsitu.t_materials p ON p.id_material = m.id_parent_material;
COMMENT ON VIEW pr_exsitu.v_materials IS 'Materials with their origin and their taxa, the main one first.';
COMMENT ON COLUMN pr_exsitu.v_materials.id IS 'Internal key of the material.';
COMMENT ON COLUMN pr_exsitu.v_materials.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_materials.code IS 'Code, year and number.';
COMMENT ON COLUMN pr_exsitu.v_materials.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_materials.people IS 'Always empty: nobody else is named on a material.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_harvest IS 'Harvest it comes from, when it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_material IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_materials.harvest_uuid IS 'Harvest: public identifier.';
COMMENT ON COLUMN pr_exsitu.v_materials.harvest_code IS 'Harvest: code.';
COMMENT ON COLUMN pr_exsitu.v_materials.harvest_id_dataset IS 'Harvest: dataset of the host.';
COMMENT ON COLUMN pr_exsitu.v_materials.harvest_id_digitiser IS 'Harvest: role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.harvest_people IS 'Harvest: roles named on it besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_uuid IS 'Reception: public identifier.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_partner_number IS 'Reception: number the donor gives to the material.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_date_received IS 'Reception: day of arrival.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_id_dataset IS 'Reception: dataset of the host.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_id_digitiser IS 'Reception: role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.reception_people IS 'Reception: roles named on it besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.parent_uuid IS 'Parent material: public identifier.';
COMMENT ON COLUMN pr_exsitu.v_materials.parent_code IS 'Parent material: code.';
COMMENT ON COLUMN pr_exsitu.v_materials.parent_id_dataset IS 'Parent material: dataset of the host.';
COMMENT ON COLUMN pr_exsitu.v_materials.parent_id_digitiser IS 'Parent material: role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.parent_people IS 'Parent material: roles named on it besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_nomenclature_material_type IS 'Seed, cutting, spore… (EXS_HARVEST_MATERIAL).';
COMMENT ON COLUMN pr_exsitu.v_materials.individuals_sampled IS 'Number of mother plants.';
COMMENT ON COLUMN pr_exsitu.v_materials.id_nomenclature_individuals_class IS 'Class of that number (EXS_FOOT_COUNTING_CLASS).';
COMMENT ON COLUMN pr_exsitu.v_materials.id_nomenclature_sampling_method IS 'How the mothers were chosen (EXS_METHOD_SAMPLE).';
COMMENT ON COLUMN pr_exsitu.v_materials.id_nomenclature_phenology_1 IS 'First phenological stage (EXS_PHENOLOGY).';
COMMENT ON COLUMN pr_exsitu.v_materials.id_nomenclature_phenology_2 IS 'Second phenological stage (EXS_PHENOLOGY).';
COMMENT ON COLUMN pr_exsitu.v_materials.soil_sampling IS 'Soil was sampled too.';
COMMENT ON COLUMN pr_exsitu.v_materials.hybridisation_risk IS 'A relative flowered nearby.';
COMMENT ON COLUMN pr_exsitu.v_materials.culture_bank_code IS 'Code in the culture bank.';
COMMENT ON COLUMN pr_exsitu.v_materials.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_materials.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_materials.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_materials.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_materials.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_materials.taxa IS 'Taxa, the main one first: cd_nom, cited_name, name, vernacular_name.';
