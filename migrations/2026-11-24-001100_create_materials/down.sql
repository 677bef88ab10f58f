DROP TABLE pr_exsitu.t_materials;
DROP FUNCTION pr_exsitu.check_material_chain();
