-- Material that comes without a harvest of ours.
CREATE TABLE pr_exsitu.t_receptions (
  id_reception integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_partner integer NOT NULL REFERENCES pr_exsitu.t_partners (id_partner),
  partner_number text,
  date_received date NOT NULL,
  ipen text,
  provenance text NOT NULL,
  documents text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT receptions_uuid_key UNIQUE (uuid),
  CONSTRAINT reception_not_future CHECK (date_received <= pr_exsitu.today()),
  CONSTRAINT reception_provenance_known CHECK (provenance IN ('W', 'Z', 'G', 'U'))
);
CREATE INDEX t_receptions_dataset_idx ON pr_exsitu.t_receptions (id_dataset);
CREATE INDEX t_receptions_partner_idx ON pr_exsitu.t_receptions (id_partner);
COMMENT ON TABLE pr_exsitu.t_receptions IS 'Receptions of plants or seeds from a partner.';
COMMENT ON COLUMN pr_exsitu.t_receptions.id_reception IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_receptions.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_receptions.id_partner IS 'Donor.';
COMMENT ON COLUMN pr_exsitu.t_receptions.partner_number IS 'Number the donor gives to the material.';
COMMENT ON COLUMN pr_exsitu.t_receptions.date_received IS 'Day of arrival.';
COMMENT ON COLUMN pr_exsitu.t_receptions.ipen IS 'International Plant Exchange Network number.';
COMMENT ON COLUMN pr_exsitu.t_receptions.provenance IS 'W wild, Z from a wild plant in culture, G not wild, U unknown.';
COMMENT ON COLUMN pr_exsitu.t_receptions.documents IS 'Documents that came along: plant passport, Nagoya…';
COMMENT ON COLUMN pr_exsitu.t_receptions.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_receptions.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_receptions.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_receptions.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_receptions.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_receptions.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_receptions.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_receptions.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_receptions.archived_at IS 'Instant when it was put away, null while in use.';
CREATE INDEX t_receptions_digitiser_idx ON pr_exsitu.t_receptions (id_digitiser);
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_receptions FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_receptions');
