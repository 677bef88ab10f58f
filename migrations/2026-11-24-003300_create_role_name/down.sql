DROP FUNCTION pr_exsitu.role_name(integer);
