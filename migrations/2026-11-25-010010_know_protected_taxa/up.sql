-- Taxa that our own list protects, beside the statuses of the host, which may have none.
CREATE TABLE pr_exsitu.t_protected_taxa (
  cd_nom integer NOT NULL REFERENCES taxonomie.taxref (cd_nom) ON UPDATE CASCADE,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  reason text NOT NULL,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT t_protected_taxa_pkey PRIMARY KEY (cd_nom),
  CONSTRAINT protected_taxa_uuid_key UNIQUE (uuid),
  CONSTRAINT protected_taxon_reason_said CHECK (reason ~ '\S')
);
CREATE INDEX t_protected_taxa_digitiser_idx ON pr_exsitu.t_protected_taxa (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_protected_taxa IS 'Taxa that our own list protects.';
COMMENT ON COLUMN pr_exsitu.t_protected_taxa.cd_nom IS 'Taxon; its descendants and their synonyms are protected too.';
COMMENT ON COLUMN pr_exsitu.t_protected_taxa.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_protected_taxa.reason IS 'Text that protects it.';
COMMENT ON COLUMN pr_exsitu.t_protected_taxa.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_protected_taxa.meta_create_date IS 'Instant of entry.';
SELECT pr_exsitu.keep_history('pr_exsitu.t_protected_taxa');

CREATE FUNCTION pr_exsitu.taxa_above(taxon integer) RETURNS SETOF integer
LANGUAGE sql STABLE ROWS 12 SET search_path = pg_catalog
AS $$
  SELECT DISTINCT above.cd_ref
  FROM taxonomie.taxref name
  LEFT JOIN taxonomie.vm_taxref_tree tree ON tree.cd_nom = name.cd_ref
  CROSS JOIN LATERAL unnest(array_append(string_to_array(tree.path::text, '.')::integer[], name.cd_ref)) AS above (cd_ref)
  WHERE name.cd_nom = taxon
$$;
COMMENT ON FUNCTION pr_exsitu.taxa_above(integer) IS 'Reference codes of a taxon and of those that hold it.';

-- The statuses are looked for when asked: a host may have no such tables, or empty ones.
CREATE FUNCTION pr_exsitu.protections(taxon integer) RETURNS TABLE (source text, reason text)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog
AS $$
BEGIN
  RETURN QUERY
    SELECT 'own', p.reason FROM pr_exsitu.t_protected_taxa p JOIN taxonomie.taxref x USING (cd_nom)
    WHERE x.cd_ref IN (SELECT pr_exsitu.taxa_above(taxon)) ORDER BY p.reason;
  IF to_regclass('taxonomie.bdc_statut_taxons') IS NOT NULL AND to_regclass('taxonomie.bdc_statut_cor_text_values') IS NOT NULL
     AND to_regclass('taxonomie.bdc_statut_text') IS NOT NULL THEN
    RETURN QUERY EXECUTE
      'SELECT DISTINCT ''host'', coalesce(x.full_citation, x.lb_adm_tr::text, x.cd_type_statut::text) COLLATE "C" AS reason
       FROM taxonomie.bdc_statut_taxons s JOIN taxonomie.bdc_statut_cor_text_values v USING (id_value_text)
       JOIN taxonomie.bdc_statut_text x USING (id_text)
       WHERE x.enable AND x.cd_type_statut IN (''PN'', ''PR'', ''PD'', ''POM'') AND s.cd_ref IN (SELECT pr_exsitu.taxa_above($1))
       ORDER BY reason' USING taxon;
  END IF;
END
$$;
COMMENT ON FUNCTION pr_exsitu.protections(integer) IS 'What protects a taxon: our own list, and the enabled statuses of the host.';
