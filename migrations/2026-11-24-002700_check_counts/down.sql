DROP TRIGGER apply_counts ON pr_exsitu.t_counts;
DROP FUNCTION pr_exsitu.apply_counts();
