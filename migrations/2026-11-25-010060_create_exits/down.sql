DROP VIEW pr_exsitu.v_exit_follow_ups;
DROP VIEW pr_exsitu.v_exits;
DROP TRIGGER check_exit_reversal ON pr_exsitu.t_cultivation_events;
DROP FUNCTION pr_exsitu.check_exit_reversal();
DROP VIEW pr_exsitu.v_exit_course;
DROP TABLE pr_exsitu.t_exit_follow_ups;
DROP FUNCTION pr_exsitu.check_follow_ups();
