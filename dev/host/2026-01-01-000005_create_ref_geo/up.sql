-- Embedded host: schema ref_geo. Administrative areas and grid cells in the local projection (2154),
-- the elevation model, and the functions that place a geometry among them.

CREATE SCHEMA ref_geo;

-- On insertion only geom -> geom_4326 is filled: as in the host, a row inserted with geom_4326 alone
-- keeps a NULL geom.
CREATE FUNCTION ref_geo.fct_tri_transform_geom() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    local_srid integer;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.geom IS NOT NULL AND NEW.geom_4326 IS NULL THEN
            NEW.geom_4326 := public.ST_Transform(NEW.geom, 4326);
        END IF;
    ELSIF NEW.geom IS DISTINCT FROM OLD.geom THEN
        NEW.geom_4326 := public.ST_Transform(NEW.geom, 4326);
    ELSIF NEW.geom_4326 IS DISTINCT FROM OLD.geom_4326 THEN
        local_srid := public.Find_SRID('ref_geo', 'l_areas', 'geom');
        NEW.geom := public.ST_Transform(NEW.geom_4326, local_srid);
    END IF;
    RETURN NEW;
END;
$$;

CREATE TABLE ref_geo.bib_areas_types (
    id_type        serial,
    type_name      varchar(200) NOT NULL,
    type_code      varchar(25) NOT NULL,
    type_desc      text,
    ref_name       varchar(200),
    ref_version    integer,
    num_version    varchar(50),
    size_hierarchy integer,
    CONSTRAINT pk_bib_areas_types PRIMARY KEY (id_type),
    CONSTRAINT unique_bib_areas_types_type_code UNIQUE (type_code)
);

-- The triggers that keep the observations' areas are added with gn_synthese.
CREATE TABLE ref_geo.l_areas (
    id_area          serial,
    id_type          integer NOT NULL,
    area_name        varchar(250),
    area_code        varchar(25),
    geom             public.geometry(MultiPolygon,2154),
    centroid         public.geometry(Point,2154),
    source           varchar(250),
    comment          text,
    enable           boolean NOT NULL DEFAULT true,
    additional_data  jsonb,
    meta_create_date timestamp,
    meta_update_date timestamp,
    geom_4326        public.geometry(MultiPolygon,4326),
    description      text,
    CONSTRAINT pk_l_areas PRIMARY KEY (id_area),
    CONSTRAINT unique_id_type_area_code UNIQUE (id_type, area_code),
    CONSTRAINT fk_l_areas_id_type
        FOREIGN KEY (id_type) REFERENCES ref_geo.bib_areas_types(id_type) ON UPDATE CASCADE,
    CONSTRAINT enforce_geotype_l_areas_centroid
        CHECK ((public.GeometryType(centroid) = 'POINT') OR (centroid IS NULL)),
    CONSTRAINT enforce_geotype_l_areas_geom
        CHECK ((public.GeometryType(geom) = 'MULTIPOLYGON') OR (geom IS NULL)),
    CONSTRAINT enforce_srid_l_areas_centroid CHECK (public.ST_SRID(centroid) = 2154),
    CONSTRAINT enforce_srid_l_areas_geom CHECK (public.ST_SRID(geom) = 2154)
);
CREATE INDEX idx_l_areas_geom ON ref_geo.l_areas USING gist (geom);
CREATE INDEX idx_l_areas_centroid ON ref_geo.l_areas USING gist (centroid);
CREATE INDEX idx_l_areas_geom_4326 ON ref_geo.l_areas USING gist (geom_4326);
CREATE TRIGGER tri_meta_dates_change_l_areas
    BEFORE INSERT OR UPDATE ON ref_geo.l_areas
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();
CREATE TRIGGER tri_transform_geom_insert
    BEFORE INSERT ON ref_geo.l_areas
    FOR EACH ROW EXECUTE FUNCTION ref_geo.fct_tri_transform_geom();
CREATE TRIGGER tri_transform_geom_update
    BEFORE UPDATE ON ref_geo.l_areas
    FOR EACH ROW EXECUTE FUNCTION ref_geo.fct_tri_transform_geom();

CREATE TABLE ref_geo.li_municipalities (
    id_municipality        varchar(25) NOT NULL,
    id_area                integer NOT NULL,
    status                 varchar(50),
    insee_com              varchar(5),
    nom_com                varchar(50),
    insee_arr              varchar(2),
    nom_dep                varchar(30),
    insee_dep              varchar(3),
    nom_reg                varchar(35),
    insee_reg              varchar(2),
    code_epci              varchar(9),
    plani_precision        double precision,
    siren_code             varchar(10),
    canton                 varchar(200),
    population             integer,
    multican               varchar(3),
    cc_nom                 varchar(250),
    cc_siren               bigint,
    cc_nature              varchar(5),
    cc_date_creation       varchar(10),
    cc_date_effet          varchar(10),
    insee_commune_nouvelle varchar(5),
    meta_create_date       timestamp,
    meta_update_date       timestamp,
    CONSTRAINT pk_li_municipalities PRIMARY KEY (id_municipality),
    CONSTRAINT fk_li_municipalities_id_area
        FOREIGN KEY (id_area) REFERENCES ref_geo.l_areas(id_area) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX idx_li_municipalities_id_area ON ref_geo.li_municipalities (id_area);
CREATE TRIGGER tri_meta_dates_change_li_municipalities
    BEFORE INSERT OR UPDATE ON ref_geo.li_municipalities
    FOR EACH ROW EXECUTE FUNCTION public.fct_trg_meta_dates_change();

CREATE TABLE ref_geo.cor_areas (
    id_area_group integer,
    id_area       integer,
    CONSTRAINT fk_ref_geo_cor_areas_id_area
        FOREIGN KEY (id_area) REFERENCES ref_geo.l_areas(id_area) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_ref_geo_cor_areas_id_area_group
        FOREIGN KEY (id_area_group) REFERENCES ref_geo.l_areas(id_area) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX idx_cor_areas_id_area ON ref_geo.cor_areas (id_area);
CREATE INDEX idx_cor_areas_id_area_group ON ref_geo.cor_areas (id_area_group);

CREATE TABLE ref_geo.dem (
    rid  serial,
    rast public.raster,
    CONSTRAINT pk_dem PRIMARY KEY (rid)
);
CREATE INDEX idx_dem_rast ON ref_geo.dem USING gist (public.ST_ConvexHull(rast));

-- A vector form of the elevation model, which replaces the raster as soon as it holds a row.
CREATE TABLE ref_geo.dem_vector (
    gid  serial,
    geom public.geometry(Geometry,2154),
    val  double precision,
    CONSTRAINT pk_dem_vector PRIMARY KEY (gid)
);
CREATE INDEX idx_dem_vector_geom ON ref_geo.dem_vector USING gist (geom);

CREATE FUNCTION ref_geo.get_id_area_type(mytype character varying) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT t.id_type FROM ref_geo.bib_areas_types t WHERE t.type_code = mytype
$$;

-- Enabled areas, of one type or of all, that meet the geometry. A shared border gives both sides.
CREATE FUNCTION ref_geo.fct_get_area_intersection(
    mygeom public.geometry, myidtype integer DEFAULT NULL::integer
) RETURNS TABLE (id_area integer, id_type integer, area_code character varying, area_name character varying)
LANGUAGE plpgsql AS $$
DECLARE
    local_geom public.geometry := public.ST_Transform(mygeom, public.Find_SRID('ref_geo', 'l_areas', 'geom'));
BEGIN
    RETURN QUERY
    SELECT a.id_area, a.id_type, a.area_code, a.area_name
    FROM ref_geo.l_areas a
    WHERE a.enable
        AND (myidtype IS NULL OR a.id_type = myidtype)
        AND public.ST_Intersects(a.geom, local_geom);
END;
$$;

-- Lowest and highest altitude under the geometry: always one row, of NULLs where nothing is known.
CREATE FUNCTION ref_geo.fct_get_altitude_intersection(mygeom public.geometry)
RETURNS TABLE (altitude_min integer, altitude_max integer)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    local_geom public.geometry := public.ST_Transform(mygeom, public.Find_SRID('ref_geo', 'l_areas', 'geom'));
BEGIN
    IF EXISTS (SELECT 1 FROM ref_geo.dem_vector) THEN
        RETURN QUERY
        SELECT min(d.val)::integer, max(d.val)::integer
        FROM ref_geo.dem_vector d
        WHERE public.ST_Intersects(d.geom, local_geom);
    ELSIF public.GeometryType(local_geom) = 'POINT' THEN
        RETURN QUERY
        SELECT min(v.val)::integer, max(v.val)::integer
        FROM (
            SELECT public.ST_Value(d.rast, local_geom) AS val
            FROM ref_geo.dem d
            WHERE public.ST_ConvexHull(d.rast) OPERATOR(public.&&) local_geom
                AND public.ST_Intersects(d.rast, local_geom)
        ) v;
    ELSE
        RETURN QUERY
        SELECT min((c.cell).val)::integer, max((c.cell).val)::integer
        FROM (
            SELECT public.ST_Intersection(d.rast, local_geom) AS cell
            FROM ref_geo.dem d
            WHERE public.ST_ConvexHull(d.rast) OPERATOR(public.&&) local_geom
                AND public.ST_Intersects(d.rast, local_geom)
        ) c;
    END IF;
END;
$$;

-- Trigger with two arguments, the column of the geometry in 4326 and the column to fill.
CREATE FUNCTION ref_geo.fct_trg_calculate_geom_local() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    given public.geometry;
    wanted public.geometry;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO given USING NEW;
    wanted := public.ST_Transform(given, public.Find_SRID('ref_geo', 'l_areas', 'geom'));
    RETURN public.populate_record(NEW, public.hstore(TG_ARGV[1], wanted::text));
END;
$$;

-- Trigger with one argument, the column of the geometry: completes altitude_min and altitude_max.
CREATE FUNCTION ref_geo.fct_trg_calculate_alt_minmax() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    given public.geometry;
    low integer;
    high integer;
BEGIN
    IF NEW.altitude_min IS NULL OR NEW.altitude_max IS NULL THEN
        EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO given USING NEW;
        SELECT a.altitude_min, a.altitude_max INTO low, high
        FROM ref_geo.fct_get_altitude_intersection(given) a;
        NEW.altitude_min := coalesce(NEW.altitude_min, low);
        NEW.altitude_max := coalesce(NEW.altitude_max, high);
    END IF;
    RETURN NEW;
END;
$$;
