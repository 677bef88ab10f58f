DROP TABLE pr_exsitu.cor_material_taxa;
