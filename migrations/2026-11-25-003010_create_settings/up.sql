-- Where an organisation decides otherwise than the standards: a threshold, and why.
-- What is not here has the value of the standards, which the service knows.
CREATE TABLE pr_exsitu.t_settings (
  id_setting integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_organism integer NOT NULL REFERENCES utilisateurs.bib_organismes (id_organisme) ON UPDATE CASCADE,
  name text NOT NULL,
  value numeric(10,4) NOT NULL,
  source text NOT NULL,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  meta_update_date timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT settings_uuid_key UNIQUE (uuid),
  CONSTRAINT setting_once UNIQUE (id_organism, name),
  CONSTRAINT setting_source_said CHECK (source ~ '\S'),
  CONSTRAINT setting_known_and_in_range CHECK (CASE name
    WHEN 'initial_viability' THEN value BETWEEN 1 AND 100
    WHEN 'confidence' THEN value BETWEEN 50 AND 99.9
    ELSE false END)
);
CREATE INDEX t_settings_digitiser_idx ON pr_exsitu.t_settings (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_settings IS 'Thresholds of an organisation that differ from those of the standards.';
COMMENT ON COLUMN pr_exsitu.t_settings.id_setting IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_settings.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_settings.id_organism IS 'Organisation that decided so.';
COMMENT ON COLUMN pr_exsitu.t_settings.name IS 'Which threshold.';
COMMENT ON COLUMN pr_exsitu.t_settings.value IS 'Its value, in %.';
COMMENT ON COLUMN pr_exsitu.t_settings.source IS 'Why: a protocol, a decision, a publication.';
COMMENT ON COLUMN pr_exsitu.t_settings.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_settings.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.t_settings.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.t_settings.version IS 'Number of the version, the ETag.';
CREATE TRIGGER touch BEFORE UPDATE ON pr_exsitu.t_settings FOR EACH ROW EXECUTE FUNCTION pr_exsitu.touch();
SELECT pr_exsitu.keep_history('pr_exsitu.t_settings');
