DROP TABLE pr_exsitu.t_cultivation_events;
