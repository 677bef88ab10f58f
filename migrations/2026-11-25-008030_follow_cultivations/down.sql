DROP TABLE pr_exsitu.t_cultivation_tallies;
DROP VIEW pr_exsitu.v_cultivation_course;
