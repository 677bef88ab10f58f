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
COMMENT ON COLUMN pr_exsitu.v_receptions.id IS 'Internal key of the reception.';
COMMENT ON COLUMN pr_exsitu.v_receptions.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_receptions.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_receptions.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_receptions.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_receptions.people IS 'Always empty: nobody else is named on a reception.';
COMMENT ON COLUMN pr_exsitu.v_receptions.id_harvest IS 'Always null: a reception has no harvest.';
COMMENT ON COLUMN pr_exsitu.v_receptions.id_material IS 'Always null: a reception is no material.';
COMMENT ON COLUMN pr_exsitu.v_receptions.id_partner IS 'Donor.';
COMMENT ON COLUMN pr_exsitu.v_receptions.partner_uuid IS 'Donor: public identifier.';
COMMENT ON COLUMN pr_exsitu.v_receptions.partner_name IS 'Donor: name.';
COMMENT ON COLUMN pr_exsitu.v_receptions.partner_id_organism IS 'Donor: organisation that keeps it.';
COMMENT ON COLUMN pr_exsitu.v_receptions.partner_id_digitiser IS 'Donor: role that entered it.';
COMMENT ON COLUMN pr_exsitu.v_receptions.partner_number IS 'Number the donor gives to the material.';
COMMENT ON COLUMN pr_exsitu.v_receptions.date_received IS 'Day of arrival.';
COMMENT ON COLUMN pr_exsitu.v_receptions.ipen IS 'International Plant Exchange Network number.';
COMMENT ON COLUMN pr_exsitu.v_receptions.provenance IS 'W wild, Z from a wild plant in culture, G not wild, U unknown.';
COMMENT ON COLUMN pr_exsitu.v_receptions.documents IS 'Documents that came along: plant passport, Nagoya…';
COMMENT ON COLUMN pr_exsitu.v_receptions.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_receptions.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_receptions.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_receptions.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_receptions.archived_at IS 'Instant when it was put away, null while in use.';

CREATE INDEX t_receptions_date_idx ON pr_exsitu.t_receptions (date_received, id_reception);
