DROP VIEW pr_exsitu.v_count_course;
