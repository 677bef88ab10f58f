DROP FUNCTION pr_exsitu.next_code(text, integer);
DROP FUNCTION pr_exsitu.is_code(text, text);
DROP FUNCTION pr_exsitu.code_letter(text);
DROP TABLE pr_exsitu.t_code_counters;
