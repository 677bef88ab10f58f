-- The areas and taxa that a permission of the host may be limited to.
CREATE FUNCTION pr_exsitu.harvest_in_areas(harvest integer, areas integer[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  SELECT EXISTS (SELECT FROM pr_exsitu.cor_harvest_areas a WHERE a.id_harvest = harvest AND a.id_area = ANY (areas))
$$;
COMMENT ON FUNCTION pr_exsitu.harvest_in_areas(integer, integer[]) IS 'True when a harvest touches one of the areas.';

-- A harvest is of the taxa of its materials.
CREATE FUNCTION pr_exsitu.material_in_taxa(harvest integer, material integer, taxa integer[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT FROM pr_exsitu.t_materials m
    JOIN pr_exsitu.cor_material_taxa c USING (id_material)
    JOIN taxonomie.taxref named ON named.cd_nom = c.cd_nom
    JOIN taxonomie.vm_taxref_tree child ON child.cd_nom = named.cd_ref
    JOIN taxonomie.vm_taxref_tree ancestor ON ancestor.cd_nom = ANY (taxa) AND child.path <@ ancestor.path
    WHERE m.id_material = material OR (material IS NULL AND m.id_harvest = harvest))
$$;
COMMENT ON FUNCTION pr_exsitu.material_in_taxa(integer, integer, integer[]) IS 'True when a material, or a material of a harvest, is of one of the taxa or of their descendants.';
