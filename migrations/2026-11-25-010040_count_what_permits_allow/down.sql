DROP FUNCTION pr_exsitu.permit_names(integer, integer);
DROP VIEW pr_exsitu.v_permits;
DROP VIEW pr_exsitu.v_permit_lines;
DROP VIEW pr_exsitu.v_permit_uses;
