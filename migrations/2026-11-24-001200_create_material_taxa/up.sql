-- The taxa of a material, the name as it was cited kept beside the code, which a
-- new version of TAXREF may merge into another.
CREATE TABLE pr_exsitu.cor_material_taxa (
  id_material integer NOT NULL REFERENCES pr_exsitu.t_materials (id_material) ON DELETE CASCADE,
  rank smallint NOT NULL,
  cd_nom integer NOT NULL REFERENCES taxonomie.taxref (cd_nom) ON UPDATE CASCADE,
  cited_name text NOT NULL,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_material_taxa_pkey PRIMARY KEY (id_material, rank),
  CONSTRAINT material_taxon_rank_positive CHECK (rank > 0),
  CONSTRAINT material_taxon_name_given CHECK (cited_name ~ '\S')
);
CREATE INDEX cor_material_taxa_taxon_idx ON pr_exsitu.cor_material_taxa (cd_nom, id_material);
COMMENT ON TABLE pr_exsitu.cor_material_taxa IS 'Taxa of a material, the main one first.';
COMMENT ON COLUMN pr_exsitu.cor_material_taxa.id_material IS 'Material.';
COMMENT ON COLUMN pr_exsitu.cor_material_taxa.rank IS 'Order, 1 for the main taxon.';
COMMENT ON COLUMN pr_exsitu.cor_material_taxa.cd_nom IS 'Name in TAXREF.';
COMMENT ON COLUMN pr_exsitu.cor_material_taxa.cited_name IS 'Name as cited when the material was entered.';
COMMENT ON COLUMN pr_exsitu.cor_material_taxa.uuid IS 'Identifier of the link in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_material_taxa');
