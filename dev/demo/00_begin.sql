-- Demonstration data: an alpine seed bank as of 20 November 2026. Everybody, every partner and every
-- figure is invented; the emergence of the sowings follows published samples. The number of seed lots is
-- the session setting exsitu.demo_lots (3481 by default, from 40 to 300000); everything else follows
-- from it, and nothing is drawn at random: what looks random is a hash of a number.
--
-- Above 20000 lots the history is not written while the data load (90_end.sql brings it back).
DO $$
DECLARE
  t record;
BEGIN
  IF coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481) > 20000 THEN
    FOR t IN SELECT g.tgrelid::regclass AS home, g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
             WHERE c.relnamespace = 'pr_exsitu'::regnamespace AND g.tgname IN ('history_insert', 'history_update', 'history_delete')
    LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', t.home, t.tgname);
    END LOOP;
  END IF;
END
$$;
