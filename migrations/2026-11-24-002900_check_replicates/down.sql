DROP TRIGGER replicates_hold_delete ON pr_exsitu.t_replicates;
DROP TRIGGER replicates_hold_insert ON pr_exsitu.t_replicates;
DROP TRIGGER replicate_change ON pr_exsitu.t_replicates;
DROP FUNCTION pr_exsitu.check_replicate_change();
DROP TRIGGER seed_tests_hold_update ON pr_exsitu.t_seed_tests;
DROP TRIGGER seed_tests_hold_insert ON pr_exsitu.t_seed_tests;
DROP FUNCTION pr_exsitu.check_seed_tests();
DROP FUNCTION pr_exsitu.check_replicates();
DROP FUNCTION pr_exsitu.check_seed_tests_hold(integer[]);
