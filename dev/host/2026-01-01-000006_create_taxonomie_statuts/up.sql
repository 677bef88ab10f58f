-- Embedded host: the part of schema taxonomie that holds legal statuses (protection, red lists). It is
-- a step of its own because a text applies to areas, hence needs ref_geo.

CREATE TABLE taxonomie.bdc_statut_type (
    cd_type_statut    varchar(50) NOT NULL,
    lb_type_statut    varchar(250),
    regroupement_type varchar(250),
    thematique        varchar(100),
    type_value        varchar(100),
    CONSTRAINT bdc_statut_type_pkey PRIMARY KEY (cd_type_statut)
);

CREATE TABLE taxonomie.bdc_statut_values (
    id_value     serial,
    code_statut  varchar(50) NOT NULL,
    label_statut varchar(250),
    CONSTRAINT bdc_statut_values_pkey PRIMARY KEY (id_value)
);

CREATE TABLE taxonomie.bdc_statut_text (
    id_text        serial,
    cd_st_text     varchar(50),
    cd_type_statut varchar(50) NOT NULL,
    cd_sig         varchar(50),
    cd_doc         integer,
    niveau_admin   varchar(250),
    cd_iso3166_1   varchar(50),
    cd_iso3166_2   varchar(50),
    lb_adm_tr      varchar(250),
    full_citation  text,
    doc_url        text,
    enable         boolean DEFAULT true,
    CONSTRAINT bdc_statut_text_fkey
        FOREIGN KEY (cd_type_statut) REFERENCES taxonomie.bdc_statut_type(cd_type_statut) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT bdc_statut_text_pkey PRIMARY KEY (id_text)
);

-- The values that a text may give; a taxon is attached to one of these pairs.
CREATE TABLE taxonomie.bdc_statut_cor_text_values (
    id_value_text serial,
    id_value      integer NOT NULL,
    id_text       integer NOT NULL,
    CONSTRAINT bdc_statut_cor_text_values_pkey PRIMARY KEY (id_value_text),
    CONSTRAINT tbdc_statut_cor_text_values_id_text_fkey
        FOREIGN KEY (id_text) REFERENCES taxonomie.bdc_statut_text(id_text) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT tbdc_statut_cor_text_values_id_value_fkey
        FOREIGN KEY (id_value) REFERENCES taxonomie.bdc_statut_values(id_value) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE taxonomie.bdc_statut_taxons (
    id            integer NOT NULL,
    id_value_text integer NOT NULL,
    cd_nom        integer NOT NULL,
    cd_ref        integer NOT NULL,
    rq_statut     varchar(1000),
    CONSTRAINT bdc_statut_taxons_cd_nom_fkey
        FOREIGN KEY (cd_nom) REFERENCES taxonomie.taxref(cd_nom) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT bdc_statut_taxons_id_value_text_fkey
        FOREIGN KEY (id_value_text) REFERENCES taxonomie.bdc_statut_cor_text_values(id_value_text) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT bdc_statut_taxons_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_bdc_statut_taxons_cd_ref ON taxonomie.bdc_statut_taxons (cd_ref);

CREATE TABLE taxonomie.bdc_statut_cor_text_area (
    id_text integer NOT NULL,
    id_area integer NOT NULL,
    CONSTRAINT bdc_statut_cor_text_area_pkey PRIMARY KEY (id_text, id_area),
    CONSTRAINT fk_bdc_statut_cor_text_area_id_area
        FOREIGN KEY (id_area) REFERENCES ref_geo.l_areas(id_area) ON UPDATE CASCADE,
    CONSTRAINT fk_bdc_statut_cor_text_area_id_text
        FOREIGN KEY (id_text) REFERENCES taxonomie.bdc_statut_text(id_text) ON UPDATE CASCADE
);
