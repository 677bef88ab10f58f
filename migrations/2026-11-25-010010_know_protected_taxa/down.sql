DROP FUNCTION pr_exsitu.protections(integer);
DROP FUNCTION pr_exsitu.taxa_above(integer);
DROP TABLE pr_exsitu.t_protected_taxa;
