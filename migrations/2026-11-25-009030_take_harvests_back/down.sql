DROP VIEW pr_exsitu.v_harvests_of_events;
DROP TRIGGER take_harvests_back ON pr_exsitu.t_cultivation_events;
DROP FUNCTION pr_exsitu.take_harvests_back();
DROP FUNCTION pr_exsitu.harvest_uses(integer);
