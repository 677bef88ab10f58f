DROP VIEW pr_exsitu.v_seed_lots;
