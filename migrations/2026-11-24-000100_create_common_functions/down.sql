DROP FUNCTION pr_exsitu.make_append_only(regclass);
DROP FUNCTION pr_exsitu.refuse_change();
DROP FUNCTION pr_exsitu.touch();
DROP FUNCTION pr_exsitu.refuse(text, jsonb);
DROP FUNCTION pr_exsitu.today();
