-- Embedded host: schema ref_nomenclatures. Vocabularies: types, their values, the default value of an
-- organism, and the functions that the columns of many other tables use as default or as check.

CREATE SCHEMA ref_nomenclatures;

CREATE TABLE ref_nomenclatures.bib_nomenclatures_types (
    id_type            serial,
    mnemonique         varchar(255),
    label_default      varchar(255) NOT NULL,
    definition_default text,
    label_fr           varchar(255) NOT NULL,
    definition_fr      text,
    label_en           varchar(255),
    definition_en      text,
    label_es           varchar(255),
    definition_es      text,
    label_de           varchar(255),
    definition_de      text,
    label_it           varchar(255),
    definition_it      text,
    source             varchar(50),
    statut             varchar(20),
    meta_create_date   timestamp DEFAULT now(),
    meta_update_date   timestamp DEFAULT now(),
    CONSTRAINT pk_bib_nomenclatures_types PRIMARY KEY (id_type),
    CONSTRAINT unique_bib_nomenclatures_types_mnemonique UNIQUE (mnemonique)
);
CREATE TRIGGER tri_meta_dates_change_bib_nomenclatures_types
    BEFORE INSERT OR UPDATE ON ref_nomenclatures.bib_nomenclatures_types
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

-- Only (type, cd_nomenclature) is stable from one installation to another; the identifier is not.
CREATE TABLE ref_nomenclatures.t_nomenclatures (
    id_nomenclature    serial,
    id_type            integer NOT NULL,
    cd_nomenclature    varchar(255) NOT NULL,
    mnemonique         varchar(255),
    label_default      varchar(255) NOT NULL,
    definition_default text,
    label_fr           varchar(255) NOT NULL,
    definition_fr      text,
    label_en           varchar(255),
    definition_en      text,
    label_es           varchar(255),
    definition_es      text,
    label_de           varchar(255),
    definition_de      text,
    label_it           varchar(255),
    definition_it      text,
    source             varchar(50),
    statut             varchar(20),
    id_broader         integer,
    hierarchy          varchar(255),
    meta_create_date   timestamp DEFAULT now(),
    meta_update_date   timestamp,
    active             boolean NOT NULL DEFAULT true,
    CONSTRAINT pk_t_nomenclatures PRIMARY KEY (id_nomenclature),
    CONSTRAINT unique_id_type_cd_nomenclature UNIQUE (id_type, cd_nomenclature),
    CONSTRAINT fk_t_nomenclatures_id_broader
        FOREIGN KEY (id_broader) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature),
    CONSTRAINT fk_t_nomenclatures_id_type
        FOREIGN KEY (id_type) REFERENCES ref_nomenclatures.bib_nomenclatures_types(id_type) ON UPDATE CASCADE
);
CREATE INDEX idx_t_nomenclatures_id_type ON ref_nomenclatures.t_nomenclatures (id_type);
CREATE TRIGGER tri_meta_dates_change_t_nomenclatures
    BEFORE INSERT OR UPDATE ON ref_nomenclatures.t_nomenclatures
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

CREATE FUNCTION ref_nomenclatures.get_id_nomenclature_type(mytype character varying) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT t.id_type FROM ref_nomenclatures.bib_nomenclatures_types t WHERE t.mnemonique = mytype
$$;

CREATE FUNCTION ref_nomenclatures.get_id_nomenclature(
    mytype character varying, mycdnomenclature character varying
) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT n.id_nomenclature
    FROM ref_nomenclatures.t_nomenclatures n
    JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
    WHERE t.mnemonique = mytype AND n.cd_nomenclature = mycdnomenclature
$$;

CREATE FUNCTION ref_nomenclatures.get_cd_nomenclature(myidnomenclature integer)
RETURNS character varying
LANGUAGE sql IMMUTABLE AS $$
    SELECT n.cd_nomenclature FROM ref_nomenclatures.t_nomenclatures n WHERE n.id_nomenclature = myidnomenclature
$$;

-- The column is chosen by the language: an unknown one is an error, an untranslated label is NULL.
CREATE FUNCTION ref_nomenclatures.get_nomenclature_label(
    myidnomenclature integer DEFAULT NULL::integer, mylanguage character varying DEFAULT 'fr'::character varying
) RETURNS character varying
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    label varchar;
BEGIN
    EXECUTE format(
        'SELECT n.%I FROM ref_nomenclatures.t_nomenclatures n WHERE n.id_nomenclature = $1',
        'label_' || mylanguage
    ) INTO label USING myidnomenclature;
    RETURN label;
END;
$$;

CREATE FUNCTION ref_nomenclatures.get_nomenclature_label_by_cdnom_mnemonique(
    mytype character varying, mycdnomenclature character varying
) RETURNS character varying
LANGUAGE sql IMMUTABLE AS $$
    SELECT n.label_default
    FROM ref_nomenclatures.t_nomenclatures n
    WHERE n.id_nomenclature = ref_nomenclatures.get_id_nomenclature(mytype, mycdnomenclature)
$$;

CREATE FUNCTION ref_nomenclatures.get_nomenclature_label_by_cdnom_mnemonique_and_language(
    mytype character varying, mycdnomenclature character varying, mylanguage character varying
) RETURNS character varying
LANGUAGE sql IMMUTABLE AS $$
    SELECT ref_nomenclatures.get_nomenclature_label(
        ref_nomenclatures.get_id_nomenclature(mytype, mycdnomenclature), mylanguage
    )
$$;

-- The default of the organism, else the one of the organism called ALL, else NULL.
CREATE FUNCTION ref_nomenclatures.get_default_nomenclature_value(
    mytype character varying, myidorganism integer DEFAULT NULL::integer
) RETURNS integer
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT d.id_nomenclature
        FROM ref_nomenclatures.defaults_nomenclatures_value d
        JOIN utilisateurs.bib_organismes o ON o.id_organisme = d.id_organism
        WHERE d.mnemonique_type = mytype AND (d.id_organism = myidorganism OR o.nom_organisme = 'ALL')
        ORDER BY (d.id_organism = myidorganism) DESC NULLS LAST
        LIMIT 1
    );
END;
$$;

-- Written for CHECK constraints, but raises instead of answering false.
CREATE FUNCTION ref_nomenclatures.check_nomenclature_type_by_mnemonique(id integer, mytype character varying)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF id IS NULL OR EXISTS (
        SELECT 1
        FROM ref_nomenclatures.t_nomenclatures n
        JOIN ref_nomenclatures.bib_nomenclatures_types t ON t.id_type = n.id_type
        WHERE n.id_nomenclature = id AND t.mnemonique = mytype
    ) THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'nomenclature % does not belong to type %', id, mytype
        USING HINT = 'The allowed values are the rows of ref_nomenclatures.t_nomenclatures for that type.';
END;
$$;

CREATE FUNCTION ref_nomenclatures.check_nomenclature_type_by_cd_nomenclature(
    mycdnomenclature character varying, mytype character varying
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF mycdnomenclature IS NULL
        OR ref_nomenclatures.get_id_nomenclature(mytype, mycdnomenclature) IS NOT NULL THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'code % does not belong to nomenclature type %', mycdnomenclature, mytype;
END;
$$;

CREATE FUNCTION ref_nomenclatures.check_nomenclature_type_by_id(id integer, myidtype integer)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF id IS NULL OR EXISTS (
        SELECT 1 FROM ref_nomenclatures.t_nomenclatures n WHERE n.id_nomenclature = id AND n.id_type = myidtype
    ) THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'nomenclature % does not belong to type number %', id, myidtype;
END;
$$;

CREATE TABLE ref_nomenclatures.defaults_nomenclatures_value (
    mnemonique_type varchar(255) NOT NULL,
    id_organism     integer NOT NULL,
    id_nomenclature integer NOT NULL,
    CONSTRAINT pk_defaults_nomenclatures_value PRIMARY KEY (mnemonique_type, id_organism),
    CONSTRAINT fk_defaults_nomenclatures_value_id_nomenclature
        FOREIGN KEY (id_nomenclature) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature) ON UPDATE CASCADE,
    CONSTRAINT fk_defaults_nomenclatures_value_id_organism
        FOREIGN KEY (id_organism) REFERENCES utilisateurs.bib_organismes(id_organisme) ON UPDATE CASCADE,
    CONSTRAINT fk_defaults_nomenclatures_value_mnemonique_type
        FOREIGN KEY (mnemonique_type) REFERENCES ref_nomenclatures.bib_nomenclatures_types(mnemonique) ON UPDATE CASCADE
);
ALTER TABLE ref_nomenclatures.defaults_nomenclatures_value
    ADD CONSTRAINT check_defaults_nomenclatures_value_is_nomenclature_in_type
        CHECK (ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature, mnemonique_type)) NOT VALID;

-- Values that make sense only for some kingdoms or groups of taxa.
CREATE TABLE ref_nomenclatures.cor_taxref_nomenclature (
    id_nomenclature  integer NOT NULL,
    regne            varchar(255) NOT NULL,
    group2_inpn      varchar(255) NOT NULL,
    meta_create_date timestamp DEFAULT now(),
    meta_update_date timestamp,
    group3_inpn      varchar(255) NOT NULL DEFAULT 'all',
    CONSTRAINT pk_cor_taxref_nomenclature
        PRIMARY KEY (id_nomenclature, regne, group2_inpn, group3_inpn),
    CONSTRAINT fk_cor_taxref_nomenclature_id_nomenclature
        FOREIGN KEY (id_nomenclature) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature) ON UPDATE CASCADE
);
ALTER TABLE ref_nomenclatures.cor_taxref_nomenclature
    ADD CONSTRAINT check_cor_taxref_nomenclature_isgroup2inpn
        CHECK (taxonomie.check_is_group2inpn((group2_inpn)) OR (group2_inpn = 'all')) NOT VALID,
    ADD CONSTRAINT check_cor_taxref_nomenclature_isgroup3inpn
        CHECK (taxonomie.check_is_group3inpn((group3_inpn)) OR (group3_inpn = 'all')) NOT VALID,
    ADD CONSTRAINT check_cor_taxref_nomenclature_isregne
        CHECK (taxonomie.check_is_regne((regne)) OR (regne = 'all')) NOT VALID;
CREATE TRIGGER tri_meta_dates_change_cor_taxref_nomenclature
    BEFORE INSERT OR UPDATE ON ref_nomenclatures.cor_taxref_nomenclature
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

CREATE TABLE ref_nomenclatures.cor_nomenclatures_relations (
    id_nomenclature_l integer NOT NULL,
    id_nomenclature_r integer NOT NULL,
    relation_type     varchar(250) NOT NULL,
    CONSTRAINT pk_cor_nomenclatures_relations
        PRIMARY KEY (id_nomenclature_l, id_nomenclature_r, relation_type),
    CONSTRAINT fk_cor_nomenclatures_relations_id_nomenclature_l
        FOREIGN KEY (id_nomenclature_l) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature),
    CONSTRAINT fk_cor_nomenclatures_relations_id_nomenclature_r
        FOREIGN KEY (id_nomenclature_r) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature)
);
