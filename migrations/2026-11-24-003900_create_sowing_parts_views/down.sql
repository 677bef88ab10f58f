DROP VIEW pr_exsitu.v_counts;
DROP VIEW pr_exsitu.v_replicates;
