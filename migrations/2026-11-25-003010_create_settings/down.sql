DROP TABLE pr_exsitu.t_settings;
