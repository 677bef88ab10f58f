DROP TRIGGER apply_cultivation_events ON pr_exsitu.t_cultivation_events;
DROP FUNCTION pr_exsitu.apply_cultivation_events();
DROP FUNCTION pr_exsitu.refresh_cultivations(integer[]);
