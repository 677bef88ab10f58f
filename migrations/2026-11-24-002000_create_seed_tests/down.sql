DROP TABLE pr_exsitu.t_seed_tests;
