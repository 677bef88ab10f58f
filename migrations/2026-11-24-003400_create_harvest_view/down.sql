DROP VIEW pr_exsitu.v_harvests;
DROP INDEX pr_exsitu.t_harvests_sort_date_idx;
