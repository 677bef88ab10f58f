-- Donors and recipients that are not users of the host.
CREATE TABLE pr_exsitu.t_partners (
  id_partner integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_organism integer NOT NULL REFERENCES utilisateurs.bib_organismes (id_organisme) ON UPDATE CASCADE,
  name text NOT NULL,
  kind text NOT NULL,
  institution_code text,
  contact text,
  email text,
  phone text,
  address text,
  city text,
  country text,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT partners_uuid_key UNIQUE (uuid),
  CONSTRAINT partners_name_key UNIQUE (id_organism, name),
  CONSTRAINT partner_name_given CHECK (name ~ '\S'),
  CONSTRAINT partner_kind_known CHECK (kind IN ('seed_bank', 'botanic_garden', 'nursery', 'protected_area', 'administration', 'research', 'private', 'other'))
);
CREATE INDEX t_partners_digitiser_idx ON pr_exsitu.t_partners (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_partners IS 'Partners: donors and recipients of plants and seeds, outside the users of the host.';
COMMENT ON COLUMN pr_exsitu.t_partners.id_partner IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_partners.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_partners.id_organism IS 'Organisation that keeps this partner in its address book.';
COMMENT ON COLUMN pr_exsitu.t_partners.name IS 'Name, unique within the organisation.';
COMMENT ON COLUMN pr_exsitu.t_partners.kind IS 'seed_bank, botanic_garden, nursery, protected_area, administration, research, private or other.';
COMMENT ON COLUMN pr_exsitu.t_partners.institution_code IS 'Code of the institution (FAO WIEWS, Index Herbariorum or BGCI).';
COMMENT ON COLUMN pr_exsitu.t_partners.contact IS 'Person to ask for.';
COMMENT ON COLUMN pr_exsitu.t_partners.email IS 'E-mail address.';
COMMENT ON COLUMN pr_exsitu.t_partners.phone IS 'Telephone number.';
COMMENT ON COLUMN pr_exsitu.t_partners.address IS 'Postal address.';
COMMENT ON COLUMN pr_exsitu.t_partners.city IS 'Town.';
COMMENT ON COLUMN pr_exsitu.t_partners.country IS 'Country.';
COMMENT ON COLUMN pr_exsitu.t_partners.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_partners.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_partners.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_partners.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_partners.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_partners.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_partners.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_partners.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_partners FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_partners');
