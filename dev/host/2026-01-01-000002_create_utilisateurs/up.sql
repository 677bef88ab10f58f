-- Embedded host: schema utilisateurs. Users, groups, organisms, applications, profiles and lists:
-- what tells us who somebody is, which organism they belong to and who may be offered as an observer.

CREATE SCHEMA utilisateurs;

CREATE FUNCTION utilisateurs.fct_trg_meta_dates_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.meta_create_date := now();
    ELSE
        NEW.meta_create_date := coalesce(NEW.meta_create_date, now());
        NEW.meta_update_date := now();
    END IF;
    RETURN NEW;
END;
$$;

CREATE FUNCTION utilisateurs.modify_date_insert() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.date_insert := now();
    NEW.date_update := now();
    RETURN NEW;
END;
$$;

CREATE FUNCTION utilisateurs.modify_date_update() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.date_update := now();
    RETURN NEW;
END;
$$;

-- The default group of an application must be a group, and the only one.
CREATE FUNCTION utilisateurs.check_is_default_group_for_app_is_grp_and_unique(
    id_app integer, id_grp integer, is_default boolean
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF NOT is_default THEN
        RETURN true;
    END IF;
    RETURN EXISTS (SELECT 1 FROM utilisateurs.t_roles r WHERE r.id_role = id_grp AND r.groupe)
        AND NOT EXISTS (
            SELECT 1
            FROM utilisateurs.cor_role_app_profil c
            WHERE c.id_application = id_app AND c.is_default_group_for_app AND c.id_role <> id_grp
        );
END;
$$;

CREATE TABLE utilisateurs.bib_organismes (
    id_organisme      serial,
    uuid_organisme    uuid NOT NULL DEFAULT public.uuid_generate_v4(),
    nom_organisme     varchar(500) NOT NULL,
    adresse_organisme varchar(128),
    cp_organisme      varchar(5),
    ville_organisme   varchar(100),
    tel_organisme     varchar(14),
    fax_organisme     varchar(14),
    email_organisme   varchar(100),
    url_organisme     varchar(255),
    url_logo          varchar(255),
    id_parent         integer,
    additional_data   jsonb DEFAULT '{}'::jsonb,
    meta_create_date  timestamp DEFAULT now(),
    meta_update_date  timestamp DEFAULT now(),
    CONSTRAINT pk_bib_organismes PRIMARY KEY (id_organisme),
    CONSTRAINT bib_organismes_un UNIQUE (uuid_organisme),
    CONSTRAINT uq_bib_organismes_nom_organisme UNIQUE (nom_organisme),
    CONSTRAINT fk_bib_organismes_id_parent
        FOREIGN KEY (id_parent) REFERENCES utilisateurs.bib_organismes(id_organisme) ON UPDATE CASCADE
);
CREATE TRIGGER tri_meta_dates_change_organisms
    BEFORE INSERT OR UPDATE ON utilisateurs.bib_organismes
    FOR EACH ROW EXECUTE FUNCTION utilisateurs.fct_trg_meta_dates_change();

-- Users and groups share this table; `groupe` tells them apart.
CREATE TABLE utilisateurs.t_roles (
    groupe       boolean NOT NULL DEFAULT false,
    id_role      serial,
    uuid_role    uuid NOT NULL DEFAULT public.uuid_generate_v4(),
    identifiant  varchar(100),
    nom_role     varchar(50),
    prenom_role  varchar(50),
    desc_role    text,
    pass         varchar(100),
    pass_plus    text,
    email        varchar(250),
    id_organisme integer,
    remarques    text,
    active       boolean DEFAULT true,
    champs_addi  jsonb,
    date_insert  timestamp,
    date_update  timestamp,
    api_key      text,
    api_secret   text,
    CONSTRAINT pk_t_roles PRIMARY KEY (id_role),
    CONSTRAINT t_roles_api_key_key UNIQUE (api_key),
    CONSTRAINT t_roles_uuid_un UNIQUE (uuid_role),
    CONSTRAINT t_roles_id_organisme_fkey
        FOREIGN KEY (id_organisme) REFERENCES utilisateurs.bib_organismes(id_organisme) ON UPDATE CASCADE
);
-- The host has this key twice, and one statement would merge them.
ALTER TABLE utilisateurs.t_roles ADD CONSTRAINT uq_t_roles_uuid_role UNIQUE (uuid_role);
CREATE UNIQUE INDEX uidx_t_roles_identifiant
    ON utilisateurs.t_roles USING btree (identifiant) WHERE identifiant <> '';
CREATE INDEX idx_t_roles_groupe ON utilisateurs.t_roles (groupe);
CREATE INDEX idx_t_roles_nom_role_prenom_role ON utilisateurs.t_roles (nom_role, prenom_role);
CREATE INDEX idx_t_roles_active ON utilisateurs.t_roles (active);
CREATE TRIGGER tri_modify_date_insert_t_roles
    BEFORE INSERT ON utilisateurs.t_roles
    FOR EACH ROW EXECUTE FUNCTION utilisateurs.modify_date_insert();
CREATE TRIGGER tri_modify_date_update_t_roles
    BEFORE UPDATE ON utilisateurs.t_roles
    FOR EACH ROW EXECUTE FUNCTION utilisateurs.modify_date_update();

-- Members of groups.
CREATE TABLE utilisateurs.cor_roles (
    id_role_groupe      integer NOT NULL,
    id_role_utilisateur integer NOT NULL,
    CONSTRAINT cor_roles_pkey PRIMARY KEY (id_role_groupe, id_role_utilisateur),
    CONSTRAINT cor_roles_id_role_groupe_fkey
        FOREIGN KEY (id_role_groupe) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT cor_roles_id_role_utilisateur_fkey
        FOREIGN KEY (id_role_utilisateur) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE utilisateurs.t_applications (
    id_application   serial,
    code_application varchar(20) NOT NULL,
    nom_application  varchar(50) NOT NULL,
    desc_application text,
    id_parent        integer,
    CONSTRAINT pk_t_applications PRIMARY KEY (id_application),
    CONSTRAINT fk_t_applications_id_parent
        FOREIGN KEY (id_parent) REFERENCES utilisateurs.t_applications(id_application) ON UPDATE CASCADE
);

CREATE TABLE utilisateurs.t_profils (
    id_profil   serial,
    code_profil integer,
    nom_profil  varchar(255),
    desc_profil text,
    CONSTRAINT pk_t_profils PRIMARY KEY (id_profil)
);

CREATE TABLE utilisateurs.cor_profil_for_app (
    id_profil      integer NOT NULL,
    id_application integer NOT NULL,
    CONSTRAINT pk_cor_profil_for_app PRIMARY KEY (id_application, id_profil),
    CONSTRAINT fk_cor_profil_for_app_id_application
        FOREIGN KEY (id_application) REFERENCES utilisateurs.t_applications(id_application) ON UPDATE CASCADE,
    CONSTRAINT fk_cor_profil_for_app_id_profil
        FOREIGN KEY (id_profil) REFERENCES utilisateurs.t_profils(id_profil) ON UPDATE CASCADE
);

CREATE TABLE utilisateurs.cor_role_app_profil (
    id_role                  integer NOT NULL,
    id_application           integer NOT NULL,
    id_profil                integer NOT NULL,
    is_default_group_for_app boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_cor_role_app_profil PRIMARY KEY (id_role, id_application, id_profil),
    CONSTRAINT fk_cor_role_app_profil_id_application
        FOREIGN KEY (id_application) REFERENCES utilisateurs.t_applications(id_application) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_cor_role_app_profil_id_profil
        FOREIGN KEY (id_profil) REFERENCES utilisateurs.t_profils(id_profil) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_cor_role_app_profil_id_role
        FOREIGN KEY (id_role) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE ON DELETE CASCADE
);
ALTER TABLE utilisateurs.cor_role_app_profil
    ADD CONSTRAINT check_is_default_group_for_app_is_grp_and_unique
        CHECK (utilisateurs.check_is_default_group_for_app_is_grp_and_unique(id_application, id_role, is_default_group_for_app)) NOT VALID;

CREATE TABLE utilisateurs.t_providers (
    id_provider serial,
    name        varchar NOT NULL,
    url         varchar,
    CONSTRAINT t_providers_pkey PRIMARY KEY (id_provider)
);

CREATE TABLE utilisateurs.cor_role_provider (
    id_role     integer NOT NULL,
    id_provider integer NOT NULL,
    CONSTRAINT cor_role_provider_pkey PRIMARY KEY (id_role, id_provider),
    CONSTRAINT cor_role_provider_id_provider_fkey
        FOREIGN KEY (id_provider) REFERENCES utilisateurs.t_providers(id_provider),
    CONSTRAINT cor_role_provider_id_role_fkey
        FOREIGN KEY (id_role) REFERENCES utilisateurs.t_roles(id_role) ON DELETE CASCADE
);

CREATE TABLE utilisateurs.cor_role_token (
    id_role integer NOT NULL,
    token   text,
    CONSTRAINT cor_role_token_pk_id_role PRIMARY KEY (id_role),
    CONSTRAINT cor_role_token_fk_id_role
        FOREIGN KEY (id_role) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE ON DELETE CASCADE
);

-- Named lists of roles, such as the observers that a form offers.
CREATE TABLE utilisateurs.t_listes (
    id_liste   serial,
    code_liste varchar(20) NOT NULL,
    nom_liste  varchar(50) NOT NULL,
    desc_liste text,
    CONSTRAINT pk_t_listes PRIMARY KEY (id_liste)
);

CREATE TABLE utilisateurs.cor_role_liste (
    id_role  integer NOT NULL,
    id_liste integer NOT NULL,
    CONSTRAINT pk_cor_role_liste PRIMARY KEY (id_liste, id_role),
    CONSTRAINT fk_cor_role_liste_id_liste
        FOREIGN KEY (id_liste) REFERENCES utilisateurs.t_listes(id_liste) ON UPDATE CASCADE,
    CONSTRAINT fk_cor_role_liste_id_role
        FOREIGN KEY (id_role) REFERENCES utilisateurs.t_roles(id_role) ON UPDATE CASCADE
);

CREATE FUNCTION utilisateurs.get_id_role_by_name(rolename character varying) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT r.id_role FROM utilisateurs.t_roles r WHERE r.nom_role = rolename ORDER BY r.id_role LIMIT 1
$$;

-- One row per active role and application on which it has a profile, its own or one of its groups'.
CREATE VIEW utilisateurs.v_roleslist_forall_applications AS
WITH rights AS (
    SELECT p.id_role, p.id_application, p.id_profil
    FROM utilisateurs.cor_role_app_profil p
    UNION ALL
    SELECT c.id_role_utilisateur, p.id_application, p.id_profil
    FROM utilisateurs.cor_role_app_profil p
    JOIN utilisateurs.cor_roles c ON c.id_role_groupe = p.id_role
), best AS (
    SELECT id_role, id_application, max(id_profil) AS id_droit_max
    FROM rights
    GROUP BY id_role, id_application
)
SELECT
    r.groupe, r.active, r.id_role, r.identifiant, r.nom_role, r.prenom_role, r.desc_role,
    r.pass, r.pass_plus, r.email, r.id_organisme, o.nom_organisme AS organisme,
    NULL::integer AS id_unite, r.remarques, r.date_insert, r.date_update,
    b.id_droit_max, b.id_application
FROM best b
JOIN utilisateurs.t_roles r USING (id_role)
LEFT JOIN utilisateurs.bib_organismes o USING (id_organisme)
WHERE r.active;

CREATE VIEW utilisateurs.v_userslist_forall_applications AS
SELECT
    groupe, active, id_role, identifiant, nom_role, prenom_role, desc_role, pass, pass_plus, email,
    id_organisme, organisme, id_unite, remarques, date_insert, date_update, id_droit_max, id_application
FROM utilisateurs.v_roleslist_forall_applications
WHERE NOT groupe;

-- One row per active user of a list, put there in person or through a group.
CREATE VIEW utilisateurs.v_userslist_forall_menu AS
WITH members AS (
    SELECT l.id_role, l.id_liste
    FROM utilisateurs.cor_role_liste l
    UNION
    SELECT c.id_role_utilisateur, l.id_liste
    FROM utilisateurs.cor_role_liste l
    JOIN utilisateurs.cor_roles c ON c.id_role_groupe = l.id_role
)
SELECT
    r.groupe, r.id_role, r.uuid_role, r.identifiant, r.nom_role, r.prenom_role,
    upper(r.nom_role::text) || ' ' || r.prenom_role::text AS nom_complet,
    r.desc_role, r.pass, r.pass_plus, r.email, r.id_organisme, o.nom_organisme AS organisme,
    NULL::integer AS id_unite, r.remarques, r.date_insert, r.date_update, m.id_liste AS id_menu
FROM members m
JOIN utilisateurs.t_roles r USING (id_role)
LEFT JOIN utilisateurs.bib_organismes o USING (id_organisme)
WHERE r.active AND NOT r.groupe;
