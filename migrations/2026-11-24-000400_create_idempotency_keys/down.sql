DROP TABLE pr_exsitu.t_idempotency_keys;
