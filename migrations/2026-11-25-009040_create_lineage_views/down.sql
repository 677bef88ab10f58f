DROP TRIGGER lineage ON pr_exsitu.t_materials;
DROP TRIGGER lineage ON pr_exsitu.t_seed_lots;
DROP TRIGGER lineage ON pr_exsitu.t_seed_tests;
DROP TRIGGER lineage ON pr_exsitu.t_sowings;
DROP FUNCTION pr_exsitu.check_lineage();
DROP VIEW pr_exsitu.v_lineage_records;
DROP VIEW pr_exsitu.v_lineage;
DROP INDEX pr_exsitu.t_cultivations_of_material_idx;
DROP INDEX pr_exsitu.t_sowings_fresh_idx;
