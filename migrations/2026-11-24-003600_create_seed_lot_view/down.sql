DROP VIEW pr_exsitu.v_lot_materials;
DROP VIEW pr_exsitu.v_seed_lots;
