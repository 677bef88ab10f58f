-- Seeds of one material kept together. Its quantity is in the stock movements.
CREATE TABLE pr_exsitu.t_seed_lots (
  id_seed_lot integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  id_dataset integer NOT NULL REFERENCES gn_meta.t_datasets (id_dataset) ON UPDATE CASCADE,
  id_material integer NOT NULL REFERENCES pr_exsitu.t_materials (id_material),
  status text NOT NULL DEFAULT 'active',
  status_date date NOT NULL DEFAULT pr_exsitu.today(),
  role text NOT NULL DEFAULT 'active_collection',
  duplicate_location text,
  archive_reserve integer NOT NULL DEFAULT 0,
  critical_distribution integer,
  critical_regeneration integer,
  packaging_date date,
  container text,
  length_mm numeric(7,3),
  width_mm numeric(7,3),
  thickness_mm numeric(7,3),
  measure_note text,
  id_nomenclature_quality integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_atwater_type integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  id_nomenclature_dissemination_unit integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  seed_scan_done boolean NOT NULL DEFAULT false,
  pre_drying_start date,
  pre_drying_end date,
  drying_start date,
  drying_end date,
  id_nomenclature_drying_kind integer REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  freeze_dried boolean,
  sorted boolean,
  id_cleaned_by integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  cleaned_by_text text,
  moisture_percent numeric(5,2),
  equilibrium_humidity numeric(5,2),
  remarks text,
  additional_data jsonb,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  CONSTRAINT seed_lots_uuid_key UNIQUE (uuid),
  CONSTRAINT seed_lots_code_key UNIQUE (code),
  CONSTRAINT seed_lot_code_form CHECK (id_import IS NOT NULL OR pr_exsitu.is_code('seed_lot', code)),
  CONSTRAINT seed_lot_status_known CHECK (status IN ('active', 'to_retest', 'below_threshold', 'in_regeneration', 'exhausted', 'expired', 'transferred')),
  CONSTRAINT seed_lot_role_known CHECK (role IN ('active_collection', 'base_collection', 'safety_duplicate')),
  CONSTRAINT seed_lot_quantities_positive CHECK (archive_reserve >= 0 AND critical_distribution >= 0 AND critical_regeneration >= 0),
  CONSTRAINT seed_lot_sizes_positive CHECK (length_mm > 0 AND width_mm > 0 AND thickness_mm > 0),
  CONSTRAINT seed_lot_percent_range CHECK (moisture_percent BETWEEN 0 AND 100 AND equilibrium_humidity BETWEEN 0 AND 100),
  CONSTRAINT seed_lot_dates_ordered CHECK (pre_drying_start <= pre_drying_end AND drying_start <= drying_end),
  CONSTRAINT seed_lot_not_future CHECK (packaging_date <= pr_exsitu.today() AND status_date <= pr_exsitu.today()
    AND pre_drying_start <= pr_exsitu.today() AND drying_start <= pr_exsitu.today())
);
CREATE INDEX t_seed_lots_dataset_idx ON pr_exsitu.t_seed_lots (id_dataset);
CREATE INDEX t_seed_lots_material_idx ON pr_exsitu.t_seed_lots (id_material);
CREATE INDEX t_seed_lots_cleaned_by_idx ON pr_exsitu.t_seed_lots (id_cleaned_by);
ALTER TABLE pr_exsitu.t_seed_lots ADD CONSTRAINT seed_lots_id_nomenclature_quality_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_quality, 'EXS_MATERIAL_QUALITY')) NOT VALID;
CREATE INDEX t_seed_lots_quality_idx ON pr_exsitu.t_seed_lots (id_nomenclature_quality);
ALTER TABLE pr_exsitu.t_seed_lots ADD CONSTRAINT seed_lots_id_nomenclature_atwater_type_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_atwater_type, 'EXS_ATWATER_TYPE')) NOT VALID;
CREATE INDEX t_seed_lots_atwater_type_idx ON pr_exsitu.t_seed_lots (id_nomenclature_atwater_type);
ALTER TABLE pr_exsitu.t_seed_lots ADD CONSTRAINT seed_lots_id_nomenclature_dissemination_unit_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_dissemination_unit, 'EXS_DISSEMINATION_UNIT')) NOT VALID;
CREATE INDEX t_seed_lots_dissemination_unit_idx ON pr_exsitu.t_seed_lots (id_nomenclature_dissemination_unit);
ALTER TABLE pr_exsitu.t_seed_lots ADD CONSTRAINT seed_lots_id_nomenclature_drying_kind_type CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_drying_kind, 'EXS_DRY_TYPE')) NOT VALID;
CREATE INDEX t_seed_lots_drying_kind_idx ON pr_exsitu.t_seed_lots (id_nomenclature_drying_kind);
COMMENT ON TABLE pr_exsitu.t_seed_lots IS 'Seed lots.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_seed_lot IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.code IS 'Code, L then year and number.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_material IS 'Material the seeds come from.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.status IS 'active, to_retest, below_threshold, in_regeneration, exhausted, expired or transferred.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.status_date IS 'Day since which it has that status.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.role IS 'active_collection, base_collection or safety_duplicate.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.duplicate_location IS 'Where the safety duplicate is kept.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.archive_reserve IS 'Seeds that no movement takes without the right and a reason.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.critical_distribution IS 'Number of seeds under which none is given away.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.critical_regeneration IS 'Number of seeds under which the lot is to be multiplied.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.packaging_date IS 'Day of packaging.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.container IS 'Container, in words.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.length_mm IS 'Length of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.width_mm IS 'Width of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.thickness_mm IS 'Thickness of a seed in mm.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.measure_note IS 'How the seeds were measured.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_nomenclature_quality IS 'Quality (EXS_MATERIAL_QUALITY).';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_nomenclature_atwater_type IS 'Atwater type (EXS_ATWATER_TYPE).';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_nomenclature_dissemination_unit IS 'Seed, fruit or spore (EXS_DISSEMINATION_UNIT).';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.seed_scan_done IS 'A scan of the seeds exists.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.pre_drying_start IS 'First day of pre-drying.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.pre_drying_end IS 'Last day of pre-drying.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.drying_start IS 'First day of drying.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.drying_end IS 'Last day of drying.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_nomenclature_drying_kind IS 'Kind of drying (EXS_DRY_TYPE).';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.freeze_dried IS 'Freeze-dried.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.sorted IS 'Sorted.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_cleaned_by IS 'Role that cleaned the seeds.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.cleaned_by_text IS 'Who cleaned the seeds, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.moisture_percent IS 'Moisture content, % of fresh mass.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.equilibrium_humidity IS 'Equilibrium relative humidity in %.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.t_seed_lots.archived_at IS 'Instant when it was put away, null while in use.';
CREATE INDEX t_seed_lots_digitiser_idx ON pr_exsitu.t_seed_lots (id_digitiser);
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_seed_lots FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_seed_lots');
