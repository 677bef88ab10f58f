DROP TABLE pr_exsitu.t_places;
DROP FUNCTION pr_exsitu.check_place_tree();
