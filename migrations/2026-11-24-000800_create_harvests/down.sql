DROP TABLE pr_exsitu.t_harvests;
DROP FUNCTION pr_exsitu.set_local_geometry();
