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
