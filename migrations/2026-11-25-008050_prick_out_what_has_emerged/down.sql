DROP TRIGGER pricking_out ON pr_exsitu.t_counts;
DROP TRIGGER pricking_out ON pr_exsitu.t_cultivation_events;
DROP FUNCTION pr_exsitu.check_pricking_out();
