DROP FUNCTION pr_exsitu.refresh_tallies(integer[]);
DROP TABLE pr_exsitu.t_replicate_tallies;
