-- Embedded host: schema gn_commons. Modules, registered tables, medias, history, validations and
-- parameters. The link between modules and datasets comes with gn_meta, which it needs.

CREATE SCHEMA gn_commons;

CREATE TABLE gn_commons.t_modules (
    id_module           serial,
    module_code         varchar(50) NOT NULL,
    module_label        varchar(255) NOT NULL,
    module_picto        varchar(255),
    module_desc         text,
    module_group        varchar(50),
    module_path         varchar(255),
    module_external_url varchar(255),
    module_target       varchar(10),
    module_comment      text,
    active_frontend     boolean NOT NULL,
    active_backend      boolean NOT NULL,
    module_doc_url      varchar(255),
    module_order        integer,
    type                varchar(255) NOT NULL DEFAULT 'base',
    meta_create_date    timestamp DEFAULT now(),
    meta_update_date    timestamp DEFAULT now(),
    ng_module           varchar(500),
    CONSTRAINT pk_t_modules PRIMARY KEY (id_module),
    CONSTRAINT unique_t_modules_module_code UNIQUE (module_code),
    CONSTRAINT unique_t_modules_module_path UNIQUE (module_path),
    CONSTRAINT check_urls_not_null
        CHECK ((module_path IS NOT NULL) OR (module_external_url IS NOT NULL))
);
CREATE TRIGGER tri_meta_dates_change_t_modules
    BEFORE INSERT OR UPDATE ON gn_commons.t_modules
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

-- Tables that may have a history, validations or medias.
CREATE TABLE gn_commons.bib_tables_location (
    id_table_location serial,
    table_desc        varchar(255),
    schema_name       varchar(50) NOT NULL,
    table_name        varchar(50) NOT NULL,
    pk_field          varchar(50) NOT NULL,
    uuid_field_name   varchar(50) NOT NULL,
    CONSTRAINT pk_bib_tables_location PRIMARY KEY (id_table_location),
    CONSTRAINT unique_bib_tables_location_schema_name_table_name
        UNIQUE (schema_name, table_name)
);

-- The comparison ignores case and takes _ and % as wildcards, as the host's does.
CREATE FUNCTION gn_commons.get_id_module_bycode(mymodule text) RETURNS integer
LANGUAGE sql AS $$
    SELECT m.id_module FROM gn_commons.t_modules m WHERE m.module_code ILIKE mymodule LIMIT 1
$$;

CREATE FUNCTION gn_commons.get_table_location_id(myschema text, mytable text) RETURNS integer
LANGUAGE sql AS $$
    SELECT l.id_table_location
    FROM gn_commons.bib_tables_location l
    WHERE l.schema_name = myschema AND l.table_name = mytable
$$;

CREATE FUNCTION gn_commons.get_uuid_field_name(myschema text, mytable text) RETURNS text
LANGUAGE sql AS $$
    SELECT l.uuid_field_name::text
    FROM gn_commons.bib_tables_location l
    WHERE l.schema_name = myschema AND l.table_name = mytable
$$;

CREATE FUNCTION gn_commons.role_is_group(myidrole integer) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT r.groupe FROM utilisateurs.t_roles r WHERE r.id_role = myidrole);
END;
$$;

-- Compares days of the year: a period may run over the new year.
CREATE FUNCTION gn_commons.is_in_period(dateobs date, datebegin date, dateend date) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN to_char(datebegin, 'MMDD') <= to_char(dateend, 'MMDD')
            THEN to_char(dateobs, 'MMDD') BETWEEN to_char(datebegin, 'MMDD') AND to_char(dateend, 'MMDD')
        ELSE to_char(dateobs, 'MMDD') >= to_char(datebegin, 'MMDD')
            OR to_char(dateobs, 'MMDD') <= to_char(dateend, 'MMDD')
    END
$$;

-- Row trigger, to be fired AFTER. On a table that is not registered it fails, and with it the write.
CREATE FUNCTION gn_commons.fct_trg_log_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    location integer := gn_commons.get_table_location_id(TG_TABLE_SCHEMA::text, TG_TABLE_NAME::text);
    uuid_field text := gn_commons.get_uuid_field_name(TG_TABLE_SCHEMA::text, TG_TABLE_NAME::text);
    row_uuid uuid;
BEGIN
    IF TG_OP = 'DELETE' THEN
        EXECUTE format('SELECT ($1).%I', uuid_field) INTO row_uuid USING OLD;
    ELSE
        EXECUTE format('SELECT ($1).%I', uuid_field) INTO row_uuid USING NEW;
    END IF;
    INSERT INTO gn_commons.t_history_actions
        (id_table_location, uuid_attached_row, operation_type, operation_date, table_content)
    VALUES (
        location,
        row_uuid,
        left(TG_OP, 1),
        now(),
        CASE WHEN TG_OP = 'DELETE' THEN row_to_json(OLD) ELSE row_to_json(NEW) END
    );
    RETURN NEW;
END;
$$;

-- Gives the observation that was validated its new status.
CREATE FUNCTION gn_commons.fct_trg_update_synthese_validation_status() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE gn_synthese.synthese s
    SET id_nomenclature_valid_status = NEW.id_nomenclature_valid_status,
        validation_comment = NEW.validation_comment,
        meta_validation_date = NEW.validation_date,
        validator = (
            SELECT concat_ws(' ', r.nom_role, r.prenom_role)
            FROM utilisateurs.t_roles r
            WHERE r.id_role = NEW.id_validator
        )
    WHERE s.unique_id_sinp = NEW.uuid_attached_row;
    RETURN NEW;
END;
$$;

-- Row trigger: a first validation, automatic, with the default status.
CREATE FUNCTION gn_commons.fct_trg_add_default_validation_status() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    uuid_field text := gn_commons.get_uuid_field_name(TG_TABLE_SCHEMA::text, TG_TABLE_NAME::text);
    row_uuid uuid;
BEGIN
    EXECUTE format('SELECT ($1).%I', uuid_field) INTO row_uuid USING NEW;
    INSERT INTO gn_commons.t_validations (uuid_attached_row, id_nomenclature_valid_status, validation_auto)
    VALUES (row_uuid, ref_nomenclatures.get_default_nomenclature_value('STATUT_VALID'), true);
    RETURN NEW;
END;
$$;

-- What was done to the rows of registered tables; the author is not kept.
CREATE TABLE gn_commons.t_history_actions (
    id_history_action serial,
    id_table_location integer NOT NULL,
    uuid_attached_row uuid NOT NULL,
    operation_type    character(1),
    operation_date    timestamp,
    table_content     json,
    CONSTRAINT pk_t_history_actions PRIMARY KEY (id_history_action),
    CONSTRAINT fk_t_history_actions_bib_tables_location
        FOREIGN KEY (id_table_location) REFERENCES gn_commons.bib_tables_location(id_table_location) ON UPDATE CASCADE,
    CONSTRAINT check_t_history_actions_operation_type
        CHECK (operation_type = ANY (ARRAY['I', 'U', 'D']))
);

CREATE TABLE gn_commons.t_medias (
    id_media                   serial,
    unique_id_media            uuid NOT NULL DEFAULT public.uuid_generate_v4(),
    id_nomenclature_media_type integer NOT NULL,
    id_table_location          integer NOT NULL,
    uuid_attached_row          uuid,
    title_fr                   varchar(255),
    title_en                   varchar(255),
    title_it                   varchar(255),
    title_es                   varchar(255),
    title_de                   varchar(255),
    media_url                  varchar(255),
    media_path                 varchar(255),
    author                     varchar(100),
    description_fr             text,
    description_en             text,
    description_it             text,
    description_es             text,
    description_de             text,
    is_public                  boolean NOT NULL DEFAULT true,
    meta_create_date           timestamp DEFAULT now(),
    meta_update_date           timestamp DEFAULT now(),
    CONSTRAINT pk_t_medias PRIMARY KEY (id_media),
    CONSTRAINT fk_t_medias_bib_tables_location
        FOREIGN KEY (id_table_location) REFERENCES gn_commons.bib_tables_location(id_table_location) ON UPDATE CASCADE,
    CONSTRAINT fk_t_medias_media_type
        FOREIGN KEY (id_nomenclature_media_type) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature) ON UPDATE CASCADE
);
ALTER TABLE gn_commons.t_medias
    ADD CONSTRAINT check_t_medias_media_type
        CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_media_type, 'TYPE_MEDIA')) NOT VALID;
CREATE TRIGGER tri_log_changes_t_medias
    AFTER INSERT OR DELETE OR UPDATE ON gn_commons.t_medias
    FOR EACH ROW EXECUTE FUNCTION gn_commons.fct_trg_log_changes();
CREATE TRIGGER tri_meta_dates_change_t_medias
    BEFORE INSERT OR UPDATE ON gn_commons.t_medias
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

CREATE TABLE gn_commons.t_validations (
    id_validation                serial,
    uuid_attached_row            uuid NOT NULL,
    id_nomenclature_valid_status integer,
    validation_auto              boolean NOT NULL DEFAULT true,
    id_validator                 integer,
    validation_comment           text,
    validation_date              timestamp DEFAULT now(),
    CONSTRAINT pk_t_validations PRIMARY KEY (id_validation),
    CONSTRAINT fk_t_validations_t_roles
        FOREIGN KEY (id_validator) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE,
    CONSTRAINT fk_t_validations_valid_status
        FOREIGN KEY (id_nomenclature_valid_status) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature) ON UPDATE CASCADE
);
ALTER TABLE gn_commons.t_validations
    ADD CONSTRAINT check_t_validations_valid_status
        CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature_valid_status, 'STATUT_VALID')) NOT VALID;
CREATE INDEX idx_t_validations_uuid_attached_row ON gn_commons.t_validations (uuid_attached_row);
CREATE TRIGGER tri_insert_synthese_update_validation_status
    AFTER INSERT ON gn_commons.t_validations
    FOR EACH ROW EXECUTE FUNCTION gn_commons.fct_trg_update_synthese_validation_status();

CREATE TABLE gn_commons.t_parameters (
    id_parameter          serial,
    id_organism           integer,
    parameter_name        varchar(100) NOT NULL,
    parameter_desc        text,
    parameter_value       text NOT NULL,
    parameter_extra_value varchar(255),
    CONSTRAINT pk_t_parameters PRIMARY KEY (id_parameter),
    CONSTRAINT unique_t_parameters_id_organism_parameter_name
        UNIQUE (id_organism, parameter_name),
    CONSTRAINT fk_t_parameters_bib_organismes
        FOREIGN KEY (id_organism) REFERENCES utilisateurs.bib_organismes(id_organisme) ON UPDATE CASCADE
);
CREATE UNIQUE INDEX uidx_t_parameters_parameter_name
    ON gn_commons.t_parameters USING btree (parameter_name) WHERE (id_organism IS NULL);

CREATE FUNCTION gn_commons.get_default_parameter(myparamname text, myidorganisme integer DEFAULT 0)
RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT p.parameter_value
    FROM gn_commons.t_parameters p
    WHERE p.parameter_name = myparamname
        AND (p.id_organism = myidorganisme OR p.id_organism IS NULL)
    ORDER BY p.id_organism NULLS LAST
    LIMIT 1
$$;

-- Kinds of form fields, needed by the additional fields only.
CREATE TABLE gn_commons.bib_widgets (
    id_widget   serial,
    widget_name varchar(50) NOT NULL,
    CONSTRAINT pk_bib_widgets PRIMARY KEY (id_widget)
);

CREATE TABLE gn_commons.t_additional_fields (
    id_field               serial,
    field_name             varchar(255) NOT NULL,
    field_label            varchar(50) NOT NULL,
    required               boolean NOT NULL DEFAULT false,
    description            text,
    id_widget              integer NOT NULL,
    quantitative           boolean DEFAULT false,
    unity                  varchar(50),
    additional_attributes  jsonb,
    code_nomenclature_type varchar(255),
    field_values           jsonb,
    multiselect            boolean,
    id_list                integer,
    api                    varchar(250),
    exportable             boolean DEFAULT true,
    field_order            integer,
    default_value          text,
    CONSTRAINT pk_t_additional_fields PRIMARY KEY (id_field),
    CONSTRAINT fk_t_additional_fields_id_widget
        FOREIGN KEY (id_widget) REFERENCES gn_commons.bib_widgets(id_widget) ON UPDATE CASCADE ON DELETE CASCADE
);

-- Creation, last change and deletion of each row of the history. The creator is known only for tables
-- that have a column id_digitiser.
CREATE VIEW gn_commons.v_meta_actions_on_object AS
SELECT
    h.id_table_location,
    h.uuid_attached_row,
    min(h.operation_date) FILTER (WHERE h.operation_type = 'I') AS meta_create_date,
    max((h.table_content ->> 'id_digitiser')::integer) FILTER (WHERE h.operation_type = 'I') AS id_creator,
    max(h.operation_date) FILTER (WHERE h.operation_type = 'U') AS meta_update_date,
    max(h.operation_date) FILTER (WHERE h.operation_type = 'D') AS meta_delete_date
FROM gn_commons.t_history_actions h
GROUP BY h.id_table_location, h.uuid_attached_row;
