DROP TABLE pr_exsitu.t_treatment_steps;
