DROP TRIGGER place_harvest ON pr_exsitu.t_harvests;
DROP FUNCTION pr_exsitu.place_harvest();
DROP INDEX pr_exsitu.t_cultivation_events_harvest_idx;
ALTER TABLE pr_exsitu.t_harvests
  DROP COLUMN id_cultivation_event,
  DROP COLUMN collecting_source,
  DROP COLUMN to_synthese;
