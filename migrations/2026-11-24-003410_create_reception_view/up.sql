-- Receptions as they are listed and read: their partner.
CREATE VIEW pr_exsitu.v_receptions AS
SELECT r.id_reception AS id, r.uuid, r.version, r.id_dataset, r.id_digitiser, '{}'::integer[] AS people,
       NULL::integer AS id_harvest, NULL::integer AS id_material,
       r.id_partner, p.uuid AS partner_uuid, p.name AS partner_name, p.id_organism AS partner_id_organism, p.id_digitiser AS partner_id_digitiser,
       r.partner_number, r.date_received, r.ipen, r.provenance, r.documents, r.remarks, r.additional_data,
       r.meta_create_date, r.meta_update_date, r.archived_at
FROM pr_exsitu.t_receptions r
JOIN pr_exsitu.t_partners p ON p.id_partner = r.id_partner;
COMMENT ON VIEW pr_exsitu.v_receptions IS 'Receptions with their partner.';

CREATE INDEX t_receptions_date_idx ON pr_exsitu.t_receptions (date_received, id_reception);
