DROP VIEW pr_exsitu.v_sowings;
