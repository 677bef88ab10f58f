DROP TABLE pr_exsitu.t_cultivations;
DROP FUNCTION pr_exsitu.place_cultivation();
