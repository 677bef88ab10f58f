-- What allows to take, move or release plants and seeds.
CREATE TABLE pr_exsitu.t_permits (
  id_permit integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  kind text NOT NULL,
  number text NOT NULL,
  holder text,
  id_area integer REFERENCES ref_geo.l_areas (id_area) ON UPDATE CASCADE,
  territory text,
  valid_from date NOT NULL,
  valid_to date,
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT permits_uuid_key UNIQUE (uuid),
  CONSTRAINT permits_number_key UNIQUE (id_dataset, kind, number),
  CONSTRAINT permit_kind_known CHECK (kind IN ('derogation', 'protected_area', 'owner', 'nagoya', 'cites', 'phytosanitary_passport')),
  CONSTRAINT permit_number_said CHECK (number ~ '\S'),
  CONSTRAINT permit_dates_ordered CHECK (valid_from <= valid_to)
);
CREATE INDEX t_permits_area_idx ON pr_exsitu.t_permits (id_area);
CREATE INDEX t_permits_dataset_idx ON pr_exsitu.t_permits (id_dataset);
CREATE INDEX t_permits_digitiser_idx ON pr_exsitu.t_permits (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_permits IS 'Permits.';
COMMENT ON COLUMN pr_exsitu.t_permits.id_permit IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_permits.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_permits.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_permits.kind IS 'derogation (art. L.411-2), protected_area, owner, nagoya, cites or phytosanitary_passport.';
COMMENT ON COLUMN pr_exsitu.t_permits.number IS 'Number.';
COMMENT ON COLUMN pr_exsitu.t_permits.holder IS 'Who holds it.';
COMMENT ON COLUMN pr_exsitu.t_permits.id_area IS 'Territory: an area of the host.';
COMMENT ON COLUMN pr_exsitu.t_permits.territory IS 'Territory, in words.';
COMMENT ON COLUMN pr_exsitu.t_permits.valid_from IS 'First day.';
COMMENT ON COLUMN pr_exsitu.t_permits.valid_to IS 'Last day, null when it has no end.';
COMMENT ON COLUMN pr_exsitu.t_permits.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_permits.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_permits.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_permits.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_permits.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_permits.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_permits.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_permits.archived_at IS 'Instant when it was put away, null while in use.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_permits FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_permits');

-- What it allows of each taxon, in each unit: a quantity, or no limit.
CREATE TABLE pr_exsitu.cor_permit_taxa (
  id_permit integer NOT NULL REFERENCES pr_exsitu.t_permits (id_permit) ON DELETE CASCADE,
  rank smallint NOT NULL,
  cd_nom integer NOT NULL REFERENCES taxonomie.taxref (cd_nom) ON UPDATE CASCADE,
  cited_name text NOT NULL,
  unit text NOT NULL,
  quantity numeric(12,3),
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_permit_taxa_pkey PRIMARY KEY (id_permit, rank),
  CONSTRAINT permit_taxon_once UNIQUE (id_permit, cd_nom, unit),
  CONSTRAINT permit_taxon_rank_positive CHECK (rank > 0),
  CONSTRAINT permit_taxon_name_given CHECK (cited_name ~ '\S'),
  CONSTRAINT permit_taxon_unit_known CHECK (unit IN ('plant', 'seed', 'gram', 'individual')),
  CONSTRAINT permit_taxon_quantity_positive CHECK (quantity > 0)
);
CREATE INDEX cor_permit_taxa_taxon_idx ON pr_exsitu.cor_permit_taxa (cd_nom);
COMMENT ON TABLE pr_exsitu.cor_permit_taxa IS 'Taxa of a permit, with what it allows of each.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.id_permit IS 'Permit.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.rank IS 'Order.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.cd_nom IS 'Taxon; its descendants and their synonyms are allowed too.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.cited_name IS 'Name as cited.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.unit IS 'plant, seed, gram, or individual sampled in the wild.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.quantity IS 'Quantity allowed, null when there is no limit.';
COMMENT ON COLUMN pr_exsitu.cor_permit_taxa.uuid IS 'Identifier of the line in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_permit_taxa');
