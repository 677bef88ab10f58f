DROP VIEW pr_exsitu.v_humidity_round;
