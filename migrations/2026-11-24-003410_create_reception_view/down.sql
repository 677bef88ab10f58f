DROP VIEW pr_exsitu.v_receptions;
DROP INDEX pr_exsitu.t_receptions_date_idx;
