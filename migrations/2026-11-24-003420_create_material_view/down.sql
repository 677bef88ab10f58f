DROP VIEW pr_exsitu.v_materials;
