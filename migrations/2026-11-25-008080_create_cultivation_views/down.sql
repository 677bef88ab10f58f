DROP VIEW pr_exsitu.v_cultivation_events;
DROP VIEW pr_exsitu.v_cultivations;
DROP FUNCTION pr_exsitu.provenance(integer);
