-- Embedded host: schema taxonomie. Names of taxa, ranks, lists of taxa, the tree and the two
-- materialized views that searches and subtree filters read. Both views must be refreshed after taxref
-- has changed.

CREATE SCHEMA taxonomie;

CREATE TABLE taxonomie.bib_taxref_rangs (
    id_rang     character(4) NOT NULL,
    nom_rang    varchar(50) NOT NULL,
    nom_rang_en varchar(50) NOT NULL,
    tri_rang    integer,
    CONSTRAINT pk_bib_taxref_rangs PRIMARY KEY (id_rang)
);

CREATE TABLE taxonomie.bib_taxref_statuts (
    id_statut  character(1) NOT NULL,
    nom_statut varchar(50) NOT NULL,
    CONSTRAINT pk_bib_taxref_statuts PRIMARY KEY (id_statut)
);

CREATE TABLE taxonomie.bib_taxref_habitats (
    id_habitat   integer NOT NULL,
    nom_habitat  varchar(50) NOT NULL,
    desc_habitat text,
    CONSTRAINT pk_bib_taxref_habitats PRIMARY KEY (id_habitat)
);

-- One row per name. cd_ref is the accepted name, without a foreign key; cd_sup the parent, commonly
-- NULL on synonyms.
CREATE TABLE taxonomie.taxref (
    cd_nom                integer NOT NULL,
    id_statut             character(1),
    id_habitat            integer,
    id_rang               varchar(10),
    regne                 varchar(20),
    phylum                varchar(50),
    classe                varchar(50),
    ordre                 varchar(50),
    famille               varchar(50),
    sous_famille          varchar(50),
    tribu                 varchar(50),
    cd_taxsup             integer,
    cd_sup                integer,
    cd_ref                integer,
    lb_nom                varchar(250),
    lb_auteur             varchar(500),
    nom_complet           varchar(500),
    nom_complet_html      varchar(500),
    nom_valide            varchar(500),
    nom_vern              varchar(1000),
    nom_vern_eng          varchar(500),
    group1_inpn           varchar(50),
    group2_inpn           varchar(50),
    url                   text,
    group3_inpn           varchar(250),
    cd_ba                 integer,
    nomenclatural_comment varchar(500),
    CONSTRAINT pk_taxref PRIMARY KEY (cd_nom),
    CONSTRAINT fk_taxref_bib_taxref_habitats
        FOREIGN KEY (id_habitat) REFERENCES taxonomie.bib_taxref_habitats(id_habitat) ON UPDATE CASCADE,
    CONSTRAINT fk_taxref_bib_taxref_rangs
        FOREIGN KEY (id_rang) REFERENCES taxonomie.bib_taxref_rangs(id_rang) ON UPDATE CASCADE,
    CONSTRAINT taxref_id_statut_fkey
        FOREIGN KEY (id_statut) REFERENCES taxonomie.bib_taxref_statuts(id_statut) ON UPDATE CASCADE
);
CREATE INDEX idx_taxref_id_habitat ON taxonomie.taxref (id_habitat);
CREATE INDEX idx_taxref_id_rang ON taxonomie.taxref (id_rang);
CREATE INDEX idx_taxref_id_statut ON taxonomie.taxref (id_statut);
CREATE INDEX idx_taxref_cd_ref ON taxonomie.taxref (cd_ref);
CREATE INDEX idx_taxref_cd_sup ON taxonomie.taxref (cd_sup);
CREATE INDEX idx_taxref_regne_phylum_classe_ordre_famille ON taxonomie.taxref (regne, phylum, classe, ordre, famille);
CREATE INDEX idx_taxref_group1_inpn ON taxonomie.taxref (group1_inpn);
CREATE INDEX idx_taxref_group2_inpn ON taxonomie.taxref (group2_inpn);
CREATE INDEX idx_taxref_nom_vern ON taxonomie.taxref (nom_vern);
CREATE INDEX idx_taxref_group3_inpn ON taxonomie.taxref (group3_inpn);

CREATE TABLE taxonomie.bib_listes (
    id_liste    serial,
    code_liste  varchar(50) NOT NULL,
    nom_liste   varchar(255) NOT NULL,
    desc_liste  text,
    regne       varchar(20),
    group2_inpn varchar(255),
    CONSTRAINT pk_bib_listes PRIMARY KEY (id_liste),
    CONSTRAINT unique_bib_listes_code_liste UNIQUE (code_liste),
    CONSTRAINT unique_bib_listes_nom_liste UNIQUE (nom_liste)
);

CREATE TABLE taxonomie.cor_nom_liste (
    id_liste integer NOT NULL,
    cd_nom   integer NOT NULL,
    CONSTRAINT cor_nom_liste_pkey PRIMARY KEY (cd_nom, id_liste),
    CONSTRAINT unique_cor_nom_liste_id_liste_cd_nom UNIQUE (id_liste, cd_nom),
    CONSTRAINT cor_nom_listes_bib_listes_fkey
        FOREIGN KEY (id_liste) REFERENCES taxonomie.bib_listes(id_liste) ON UPDATE CASCADE,
    CONSTRAINT cor_nom_listes_taxref_fkey
        FOREIGN KEY (cd_nom) REFERENCES taxonomie.taxref(cd_nom) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE taxonomie.t_meta_taxref (
    referencial_name varchar NOT NULL,
    version          integer NOT NULL,
    update_date      timestamp DEFAULT now(),
    CONSTRAINT t_meta_taxref_pkey PRIMARY KEY (referencial_name, version)
);

-- Kingdoms and groups met in taxref: nomenclatures may be reserved to some of them.
CREATE MATERIALIZED VIEW taxonomie.vm_regne AS
SELECT DISTINCT regne FROM taxonomie.taxref WHERE regne IS NOT NULL
WITH DATA;
CREATE UNIQUE INDEX uidx_vm_regne ON taxonomie.vm_regne (regne);

CREATE MATERIALIZED VIEW taxonomie.vm_group2_inpn AS
SELECT DISTINCT group2_inpn FROM taxonomie.taxref WHERE group2_inpn IS NOT NULL
WITH DATA;
CREATE UNIQUE INDEX uidx_vm_group2_inpn ON taxonomie.vm_group2_inpn (group2_inpn);

CREATE MATERIALIZED VIEW taxonomie.vm_group3_inpn AS
SELECT DISTINCT group3_inpn FROM taxonomie.taxref WHERE group3_inpn IS NOT NULL
WITH DATA;
CREATE UNIQUE INDEX uidx_vm_group3_inpn ON taxonomie.vm_group3_inpn (group3_inpn);

CREATE FUNCTION taxonomie.check_is_regne(myregne text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT 1 FROM taxonomie.vm_regne v WHERE v.regne = myregne)
$$;

CREATE FUNCTION taxonomie.check_is_group2inpn(mygroup text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT 1 FROM taxonomie.vm_group2_inpn v WHERE v.group2_inpn = mygroup)
$$;

CREATE FUNCTION taxonomie.check_is_group3inpn(mygroup text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT 1 FROM taxonomie.vm_group3_inpn v WHERE v.group3_inpn = mygroup)
$$;

CREATE FUNCTION taxonomie.check_is_cd_ref(mycdnom integer) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT 1 FROM taxonomie.taxref t WHERE t.cd_ref = mycdnom)
$$;

CREATE FUNCTION taxonomie.find_cdref(id integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT t.cd_ref FROM taxonomie.taxref t WHERE t.cd_nom = id
$$;

CREATE FUNCTION taxonomie.find_regne(mycdnom integer) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT t.regne::text FROM taxonomie.taxref t WHERE t.cd_nom = mycdnom
$$;

CREATE FUNCTION taxonomie.find_group2inpn(mycdnom integer) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT t.group2_inpn::text FROM taxonomie.taxref t WHERE t.cd_nom = mycdnom
$$;

-- Everything below the taxa given, themselves left out.
CREATE FUNCTION taxonomie.find_all_taxons_children(ids integer[])
RETURNS TABLE (cd_nom integer, cd_ref integer)
LANGUAGE sql IMMUTABLE AS $$
    WITH RECURSIVE below AS (
        SELECT t.cd_nom, t.cd_ref FROM taxonomie.taxref t WHERE t.cd_sup = ANY (ids)
        UNION
        SELECT t.cd_nom, t.cd_ref FROM below b JOIN taxonomie.taxref t ON t.cd_sup = b.cd_nom
    )
    SELECT b.cd_nom, b.cd_ref FROM below b
$$;

CREATE FUNCTION taxonomie.find_all_taxons_children(id integer)
RETURNS TABLE (cd_nom integer, cd_ref integer)
LANGUAGE sql IMMUTABLE AS $$
    SELECT c.cd_nom, c.cd_ref FROM taxonomie.find_all_taxons_children(ARRAY[id]) c
$$;

-- From the accepted name of the taxon (distance 0) up to the root.
CREATE FUNCTION taxonomie.find_all_taxons_parents(mycdnom integer)
RETURNS TABLE (cd_nom integer, distance smallint)
LANGUAGE sql IMMUTABLE AS $$
    WITH RECURSIVE above AS (
        SELECT t.cd_nom, t.cd_sup, 0 AS distance
        FROM taxonomie.taxref t
        WHERE t.cd_nom = taxonomie.find_cdref(mycdnom)
        UNION ALL
        SELECT t.cd_nom, t.cd_sup, a.distance + 1
        FROM above a
        JOIN taxonomie.taxref t ON t.cd_nom = a.cd_sup
    )
    SELECT a.cd_nom, a.distance::smallint FROM above a ORDER BY a.distance
$$;

-- What a search box reads: every name, plus a row for the vernacular name of each accepted taxon.
-- gid is a row number and changes at each refresh.
CREATE MATERIALIZED VIEW taxonomie.vm_taxref_list_forautocomplete AS
WITH entries AS (
    SELECT
        t.cd_nom, t.cd_ref, t.nom_valide, t.lb_nom, t.nom_vern, t.regne, t.group2_inpn, t.group3_inpn,
        format('%s = <i>%s</i> - [%s - %s]', t.lb_nom, t.nom_valide, t.id_rang, t.cd_nom) AS search_name,
        0 AS kind
    FROM taxonomie.taxref t
    UNION ALL
    SELECT
        t.cd_nom, t.cd_ref, t.nom_valide, t.lb_nom, t.nom_vern, t.regne, t.group2_inpn, t.group3_inpn,
        format('%s = <i>%s</i> - [%s - %s]', t.nom_vern, t.nom_valide, t.id_rang, t.cd_ref),
        1
    FROM taxonomie.taxref t
    WHERE t.cd_nom = t.cd_ref AND t.nom_vern <> ''
)
SELECT
    row_number() OVER (ORDER BY e.cd_nom, e.kind) AS gid,
    e.cd_nom, e.cd_ref, e.search_name, public.unaccent(e.search_name) AS unaccent_search_name,
    e.nom_valide, e.lb_nom, e.nom_vern, e.regne, e.group2_inpn, e.group3_inpn
FROM entries e
WITH DATA;
CREATE UNIQUE INDEX uidx_vm_taxref_list_forautocomplete_gid ON taxonomie.vm_taxref_list_forautocomplete USING btree (gid);
CREATE INDEX idx_vm_taxref_list_forautocomplete_unaccent_search_name ON taxonomie.vm_taxref_list_forautocomplete USING gin (unaccent_search_name public.gin_trgm_ops);
CREATE INDEX idx_vm_taxref_list_forautocomplete_cd_nom ON taxonomie.vm_taxref_list_forautocomplete (cd_nom);

-- The path of cd_nom from the root (349525, Biota) down to each accepted taxon.
CREATE MATERIALIZED VIEW taxonomie.vm_taxref_tree AS
WITH RECURSIVE tree AS (
    SELECT t.cd_nom, public.text2ltree(t.cd_nom::text) AS path
    FROM taxonomie.taxref t
    WHERE t.cd_nom = 349525
    UNION ALL
    SELECT t.cd_nom, public.ltree_addtext(p.path, t.cd_nom::text)
    FROM tree p
    JOIN taxonomie.taxref t ON t.cd_sup = p.cd_nom
    WHERE t.cd_nom = t.cd_ref
)
SELECT cd_nom, path FROM tree
WITH DATA;
CREATE UNIQUE INDEX uidx_vm_taxref_tree_cd_nom ON taxonomie.vm_taxref_tree USING btree (cd_nom);
CREATE INDEX idx_vm_taxref_tree_path ON taxonomie.vm_taxref_tree USING gist (path);

CREATE VIEW taxonomie.v_taxref_all_listes AS
SELECT
    t.regne, t.phylum, t.classe, t.ordre, t.famille, t.group1_inpn, t.group2_inpn, t.cd_nom, t.cd_ref,
    t.nom_complet, t.nom_valide, t.nom_vern, t.lb_nom, l.id_liste
FROM taxonomie.taxref t
JOIN taxonomie.cor_nom_liste l USING (cd_nom);
