DROP TRIGGER apply_counts_of_tests ON pr_exsitu.t_counts;
DROP FUNCTION pr_exsitu.check_counts_of_tests();
DROP TABLE pr_exsitu.t_count_classes;
DROP FUNCTION pr_exsitu.check_count_classes();
DROP FUNCTION pr_exsitu.check_classes_hold(integer[]);
DROP FUNCTION pr_exsitu.count_classes(integer);
DROP FUNCTION pr_exsitu.test_classes(text);
