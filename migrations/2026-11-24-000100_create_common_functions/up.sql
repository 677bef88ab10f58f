-- What every table below leans on: the day in the organisation's time zone, the
-- one way to refuse a write, the version of a record, append-only tables.

-- Europe/Paris unless the service (or a session) says otherwise.
CREATE FUNCTION pr_exsitu.today() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  SELECT (now() AT TIME ZONE coalesce(nullif(current_setting('exsitu.timezone', true), ''), 'Europe/Paris'))::date
$$;
COMMENT ON FUNCTION pr_exsitu.today() IS 'The current business day in the time zone of the setting exsitu.timezone (Europe/Paris by default).';

-- A law that no single CHECK can say is refused as a check violation whose
-- constraint is the name of the law: the service maps that name to a message.
CREATE FUNCTION pr_exsitu.refuse(law text, facts jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  RAISE EXCEPTION 'refused by the law %', law
    USING ERRCODE = 'check_violation', CONSTRAINT = law, DETAIL = facts::text;
END
$$;
COMMENT ON FUNCTION pr_exsitu.refuse(text, jsonb) IS 'Raises a check violation named after a law, with the facts as its detail.';

CREATE FUNCTION pr_exsitu.touch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.meta_create_date := OLD.meta_create_date;
  NEW.meta_update_date := now();
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION pr_exsitu.touch() IS 'Row trigger: counts the versions of a record (its ETag) and dates its last change.';

CREATE FUNCTION pr_exsitu.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM pr_exsitu.refuse('append_only', jsonb_build_object('table', TG_TABLE_NAME, 'operation', TG_OP));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.refuse_change() IS 'Trigger of append-only tables: UPDATE, DELETE and TRUNCATE are refused.';

CREATE FUNCTION pr_exsitu.make_append_only(target regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION pr_exsitu.refuse_change()', target);
  EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.refuse_change()', target);
END
$$;
COMMENT ON FUNCTION pr_exsitu.make_append_only(regclass) IS 'Used by migrations: makes a table append-only.';
