DROP INDEX pr_exsitu.t_counts_cause_idx;
DROP TRIGGER check_pricked_out ON pr_exsitu.t_counts;
DROP TRIGGER prick_out ON pr_exsitu.t_cultivation_events;
DROP FUNCTION pr_exsitu.check_pricked_out();
DROP FUNCTION pr_exsitu.prick_out();
