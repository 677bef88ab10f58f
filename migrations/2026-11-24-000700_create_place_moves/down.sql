DROP TRIGGER place_move ON pr_exsitu.t_places;
DROP FUNCTION pr_exsitu.log_place_move();
DROP TABLE pr_exsitu.t_place_moves;
