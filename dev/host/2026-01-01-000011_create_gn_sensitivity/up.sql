-- Embedded host: schema gn_sensitivity. The rules that make an observation sensitive, and the function
-- that applies them. It comes before gn_synthese, whose triggers call it.

CREATE SCHEMA gn_sensitivity;

CREATE TABLE gn_sensitivity.t_sensitivity_rules (
    id_sensitivity              serial,
    cd_nom                      integer NOT NULL,
    nom_cite                    varchar(1000),
    id_nomenclature_sensitivity integer NOT NULL,
    sensitivity_duration        integer NOT NULL,
    sensitivity_territory       varchar(1000),
    id_territory                varchar(50),
    date_min                    date,
    date_max                    date,
    source                      varchar(250),
    active                      boolean DEFAULT true,
    comments                    varchar(500),
    meta_create_date            timestamp DEFAULT now(),
    meta_update_date            timestamp,
    CONSTRAINT fk_t_sensitivity_rules_cd_nom
        FOREIGN KEY (cd_nom) REFERENCES taxonomie.taxref(cd_nom) ON UPDATE CASCADE,
    CONSTRAINT fk_t_sensitivity_rules_id_nomenclature_sensitivity
        FOREIGN KEY (id_nomenclature_sensitivity) REFERENCES ref_nomenclatures.t_nomenclatures(id_nomenclature) ON UPDATE CASCADE,
    CONSTRAINT t_sensitivity_rules_pkey PRIMARY KEY (id_sensitivity)
);

CREATE TABLE gn_sensitivity.cor_sensitivity_area (
    id_sensitivity integer,
    id_area        integer,
    CONSTRAINT fk_cor_sensitivity_area_id_area_fkey
        FOREIGN KEY (id_area) REFERENCES ref_geo.l_areas(id_area),
    CONSTRAINT fk_cor_sensitivity_area_id_sensitivity_fkey
        FOREIGN KEY (id_sensitivity) REFERENCES gn_sensitivity.t_sensitivity_rules(id_sensitivity) ON UPDATE CASCADE ON DELETE CASCADE
);

-- A rule holds for its taxon and everything below it, for the number of years it says, in its period of
-- the year, and in its areas (everywhere when it has none). The strictest rule wins; with none the
-- answer is level 0. The criteria are accepted for the sake of the signature and not read.
CREATE FUNCTION gn_sensitivity.get_id_nomenclature_sensitivity(
    my_date_obs date, my_cd_ref integer, my_geom public.geometry, my_criterias jsonb
) RETURNS integer
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    answer integer;
BEGIN
    SELECT r.id_nomenclature_sensitivity INTO answer
    FROM gn_sensitivity.t_sensitivity_rules r
    JOIN taxonomie.find_all_taxons_parents(my_cd_ref) p ON p.cd_nom = taxonomie.find_cdref(r.cd_nom)
    WHERE r.active
        AND my_date_obs >= (current_date - make_interval(years => r.sensitivity_duration))
        AND (
            r.date_min IS NULL OR r.date_max IS NULL
            OR gn_commons.is_in_period(my_date_obs, r.date_min, r.date_max)
        )
        AND (
            NOT EXISTS (
                SELECT 1 FROM gn_sensitivity.cor_sensitivity_area c WHERE c.id_sensitivity = r.id_sensitivity
            )
            OR EXISTS (
                SELECT 1
                FROM gn_sensitivity.cor_sensitivity_area c
                JOIN ref_geo.l_areas a USING (id_area)
                WHERE c.id_sensitivity = r.id_sensitivity
                    AND public.ST_Intersects(a.geom, public.ST_Transform(my_geom, public.ST_SRID(a.geom)))
            )
        )
    ORDER BY ref_nomenclatures.get_cd_nomenclature(r.id_nomenclature_sensitivity) DESC
    LIMIT 1;
    RETURN coalesce(answer, ref_nomenclatures.get_id_nomenclature('SENSIBILITE', '0'));
END;
$$;
