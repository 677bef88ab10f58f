DROP TABLE pr_exsitu.cor_permit_taxa;
DROP TABLE pr_exsitu.t_permits;
