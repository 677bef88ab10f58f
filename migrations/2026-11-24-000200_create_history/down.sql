DROP FUNCTION pr_exsitu.keep_history(regclass);
DROP FUNCTION pr_exsitu.log_delete();
DROP FUNCTION pr_exsitu.log_update();
DROP FUNCTION pr_exsitu.log_insert();
DROP FUNCTION pr_exsitu.record_of(text, jsonb);
DROP TABLE pr_exsitu.t_history;
