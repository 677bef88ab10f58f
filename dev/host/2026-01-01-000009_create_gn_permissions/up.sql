-- Embedded host: schema gn_permissions. Actions, scopes, objects, the catalogue of what can be granted,
-- and what was granted. A scope of NULL means no limit; no row means no right.

CREATE SCHEMA gn_permissions;

CREATE SEQUENCE gn_permissions.t_actions_id_action_seq AS integer;
CREATE TABLE gn_permissions.bib_actions (
    id_action          integer NOT NULL DEFAULT nextval('gn_permissions.t_actions_id_action_seq'),
    code_action        varchar(50) NOT NULL,
    description_action text,
    CONSTRAINT pk_t_actions PRIMARY KEY (id_action)
);
ALTER SEQUENCE gn_permissions.t_actions_id_action_seq OWNED BY gn_permissions.bib_actions.id_action;

CREATE TABLE gn_permissions.bib_filters_scope (
    value       serial,
    label       varchar,
    description varchar,
    CONSTRAINT bib_filters_scope_pkey PRIMARY KEY (value)
);

CREATE TABLE gn_permissions.bib_filters_type (
    id_filter_type          serial,
    code_filter_type        varchar(50) NOT NULL,
    label_filter_type       varchar(255) NOT NULL,
    description_filter_type text,
    CONSTRAINT pk_bib_filters_type PRIMARY KEY (id_filter_type)
);

CREATE TABLE gn_permissions.t_objects (
    id_object          serial,
    code_object        varchar(50) NOT NULL,
    description_object text,
    CONSTRAINT pk_t_objects PRIMARY KEY (id_object),
    CONSTRAINT unique_t_objects UNIQUE (code_object)
);

CREATE FUNCTION gn_permissions.get_id_object(mycodeobject character varying) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT o.id_object FROM gn_permissions.t_objects o WHERE o.code_object = mycodeobject
$$;

CREATE TABLE gn_permissions.cor_object_module (
    id_cor_object_module serial,
    id_object            integer NOT NULL,
    id_module            integer NOT NULL,
    CONSTRAINT pk_cor_object_module PRIMARY KEY (id_cor_object_module),
    CONSTRAINT unique_cor_object_module UNIQUE (id_object, id_module),
    CONSTRAINT fk_cor_object_module_id_module
        FOREIGN KEY (id_module) REFERENCES gn_commons.t_modules(id_module) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_cor_object_module_id_object
        FOREIGN KEY (id_object) REFERENCES gn_permissions.t_objects(id_object) ON UPDATE CASCADE ON DELETE CASCADE
);

-- A catalogue for the administration screens: nothing obliges a permission to be in it.
CREATE TABLE gn_permissions.t_permissions_available (
    id_module          integer NOT NULL,
    id_object          integer NOT NULL,
    id_action          integer NOT NULL,
    label              varchar,
    scope_filter       boolean DEFAULT false,
    sensitivity_filter boolean DEFAULT false,
    areas_filter       boolean NOT NULL DEFAULT false,
    taxons_filter      boolean NOT NULL DEFAULT false,
    CONSTRAINT t_permissions_available_pkey PRIMARY KEY (id_module, id_object, id_action),
    CONSTRAINT t_permissions_available_id_action_fkey
        FOREIGN KEY (id_action) REFERENCES gn_permissions.bib_actions(id_action),
    CONSTRAINT t_permissions_available_id_module_fkey
        FOREIGN KEY (id_module) REFERENCES gn_commons.t_modules(id_module),
    CONSTRAINT t_permissions_available_id_object_fkey
        FOREIGN KEY (id_object) REFERENCES gn_permissions.t_objects(id_object)
);

CREATE SEQUENCE gn_permissions.cor_role_action_filter_module_object_id_permission_seq AS integer;
CREATE TABLE gn_permissions.t_permissions (
    id_permission      integer NOT NULL DEFAULT nextval('gn_permissions.cor_role_action_filter_module_object_id_permission_seq'),
    id_role            integer NOT NULL,
    id_action          integer NOT NULL,
    id_module          integer NOT NULL,
    id_object          integer NOT NULL DEFAULT gn_permissions.get_id_object('ALL'),
    scope_value        integer,
    sensitivity_filter boolean DEFAULT false,
    created_on         timestamp DEFAULT now(),
    expire_on          timestamp,
    validated          boolean DEFAULT true,
    CONSTRAINT pk_cor_r_a_f_m_o PRIMARY KEY (id_permission),
    CONSTRAINT fk_cor_r_a_f_m_o_id_action
        FOREIGN KEY (id_action) REFERENCES gn_permissions.bib_actions(id_action) ON UPDATE CASCADE,
    CONSTRAINT fk_cor_r_a_f_m_o_id_module
        FOREIGN KEY (id_module) REFERENCES gn_commons.t_modules(id_module) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_cor_r_a_f_m_o_id_object
        FOREIGN KEY (id_object) REFERENCES gn_permissions.t_objects(id_object) ON UPDATE CASCADE,
    CONSTRAINT fk_cor_r_a_f_m_o_id_role
        FOREIGN KEY (id_role) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT t_permissions_scope_value_fkey
        FOREIGN KEY (scope_value) REFERENCES gn_permissions.bib_filters_scope(value)
);
ALTER SEQUENCE gn_permissions.cor_role_action_filter_module_object_id_permission_seq OWNED BY gn_permissions.t_permissions.id_permission;

CREATE TABLE gn_permissions.cor_permission_area (
    id_permission integer NOT NULL,
    id_area       integer NOT NULL,
    CONSTRAINT cor_permission_area_pkey PRIMARY KEY (id_permission, id_area),
    CONSTRAINT cor_permission_area_id_area_fkey
        FOREIGN KEY (id_area) REFERENCES ref_geo.l_areas(id_area),
    CONSTRAINT cor_permission_area_id_permission_fkey
        FOREIGN KEY (id_permission) REFERENCES gn_permissions.t_permissions(id_permission)
);

CREATE TABLE gn_permissions.cor_permission_taxref (
    id_permission integer NOT NULL,
    cd_nom        integer NOT NULL,
    CONSTRAINT cor_permission_taxref_pkey PRIMARY KEY (id_permission, cd_nom),
    CONSTRAINT cor_permission_taxref_cd_nom_fkey
        FOREIGN KEY (cd_nom) REFERENCES taxonomie.taxref(cd_nom),
    CONSTRAINT cor_permission_taxref_id_permission_fkey
        FOREIGN KEY (id_permission) REFERENCES gn_permissions.t_permissions(id_permission)
);
