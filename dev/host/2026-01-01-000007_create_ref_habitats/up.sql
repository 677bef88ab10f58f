-- Embedded host: schema ref_habitats. Typologies of habitats, their habitats, the table that searches
-- read, and lists of habitats.

CREATE SCHEMA ref_habitats;

CREATE TABLE ref_habitats.typoref (
    cd_typo                    serial,
    cd_table                   varchar(255),
    lb_nom_typo                varchar(100),
    nom_jeu_donnees            varchar(255),
    date_creation              varchar(255),
    date_mise_jour_table       varchar(255),
    date_mise_jour_metadonnees varchar(255),
    auteur_typo                varchar(4000),
    auteur_table               varchar(4000),
    territoire                 varchar(4000),
    organisme                  varchar(255),
    langue                     varchar(255),
    presentation               varchar(4000),
    description                varchar(4000),
    origine                    varchar(4000),
    ref_biblio                 varchar(4000),
    mots_cles                  varchar(255),
    referencement              varchar(4000),
    diffusion                  varchar(4000),
    derniere_modif             varchar(4000),
    type_table                 varchar(6),
    cd_typo_entre              integer,
    cd_typo_sortie             integer,
    niveau_inpn                varchar(255),
    CONSTRAINT pk_typoref PRIMARY KEY (cd_typo)
);

CREATE TABLE ref_habitats.habref (
    cd_hab            integer NOT NULL,
    fg_validite       varchar(20) NOT NULL,
    cd_typo           integer NOT NULL,
    lb_code           varchar(50),
    lb_hab_fr         varchar(500),
    lb_hab_fr_complet varchar(500),
    lb_hab_en         varchar(500),
    lb_auteur         varchar(500),
    niveau            integer,
    lb_niveau         varchar(100),
    cd_hab_sup        integer,
    path_cd_hab       varchar(2000),
    france            varchar(5),
    lb_description    varchar(4000),
    CONSTRAINT pk_habref PRIMARY KEY (cd_hab),
    CONSTRAINT fk_typoref
        FOREIGN KEY (cd_typo) REFERENCES ref_habitats.typoref(cd_typo) ON UPDATE CASCADE
);

CREATE TABLE ref_habitats.autocomplete_habitat (
    cd_hab      integer NOT NULL,
    cd_typo     integer NOT NULL,
    lb_code     varchar(50),
    lb_nom_typo varchar(100) NOT NULL,
    search_name varchar(1000) NOT NULL,
    CONSTRAINT pk_autocomplete_habitat PRIMARY KEY (cd_hab)
);
CREATE INDEX idx_autocomplete_habitat_search_name
    ON ref_habitats.autocomplete_habitat USING gin (search_name public.gin_trgm_ops);

CREATE TABLE ref_habitats.bib_list_habitat (
    id_list   serial,
    list_name varchar(255) NOT NULL,
    CONSTRAINT pk_bib_list_habitat PRIMARY KEY (id_list)
);

CREATE TABLE ref_habitats.cor_list_habitat (
    id_cor_list serial,
    id_list     integer NOT NULL,
    cd_hab      integer NOT NULL,
    CONSTRAINT pk_cor_list_habitat PRIMARY KEY (id_cor_list),
    CONSTRAINT unique_cor_list_habitat UNIQUE (id_list, cd_hab),
    CONSTRAINT fk_cor_list_habitat_cd_hab
        FOREIGN KEY (cd_hab) REFERENCES ref_habitats.habref(cd_hab) ON UPDATE CASCADE,
    CONSTRAINT fk_cor_list_habitat_id_list
        FOREIGN KEY (id_list) REFERENCES ref_habitats.bib_list_habitat(id_list) ON UPDATE CASCADE
);
