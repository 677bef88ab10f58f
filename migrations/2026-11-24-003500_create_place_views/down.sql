DROP VIEW pr_exsitu.v_place_contents;
DROP VIEW pr_exsitu.v_place_moves;
DROP VIEW pr_exsitu.v_places;
DROP FUNCTION pr_exsitu.places_within(uuid);
DROP FUNCTION pr_exsitu.place_path(integer);
