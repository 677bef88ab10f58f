-- Who changed what, when, by which request: written by triggers, never changed.
CREATE TABLE pr_exsitu.t_history (
  id_history bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  transaction bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  table_name text NOT NULL,
  uuid uuid NOT NULL,
  uuid_record uuid NOT NULL,
  id_dataset integer,
  operation text NOT NULL,
  before jsonb,
  after jsonb,
  id_role integer,
  request_id uuid,
  CONSTRAINT history_operation_known CHECK (operation IN ('insert', 'update', 'delete')),
  CONSTRAINT history_sides CHECK ((operation = 'insert') = (before IS NULL) AND (operation = 'delete') = (after IS NULL))
);
CREATE INDEX t_history_record_idx ON pr_exsitu.t_history (uuid_record, id_history);
COMMENT ON TABLE pr_exsitu.t_history IS 'Append-only record of every write on every table of the module; a delete leaves its tombstone here.';
COMMENT ON COLUMN pr_exsitu.t_history.id_history IS 'Order of writing.';
COMMENT ON COLUMN pr_exsitu.t_history.happened_at IS 'Instant of the write (UTC).';
COMMENT ON COLUMN pr_exsitu.t_history.transaction IS 'Number of the PostgreSQL transaction: what was written together shares it.';
COMMENT ON COLUMN pr_exsitu.t_history.table_name IS 'Table of the row, without its schema.';
COMMENT ON COLUMN pr_exsitu.t_history.uuid IS 'UUID of the row.';
COMMENT ON COLUMN pr_exsitu.t_history.uuid_record IS 'UUID of the main record the row is part of: a count belongs to its sowing, a movement to its lot; otherwise its own.';
COMMENT ON COLUMN pr_exsitu.t_history.id_dataset IS 'Dataset of the main record, null for places and partners.';
COMMENT ON COLUMN pr_exsitu.t_history.operation IS 'insert, update or delete.';
COMMENT ON COLUMN pr_exsitu.t_history.before IS 'The row before, null for an insert.';
COMMENT ON COLUMN pr_exsitu.t_history.after IS 'The row after, null for a delete.';
COMMENT ON COLUMN pr_exsitu.t_history.id_role IS 'Role that did it (setting exsitu.id_role); no key, so that a role can be removed from the host.';
COMMENT ON COLUMN pr_exsitu.t_history.request_id IS 'Request that did it (setting exsitu.request_id); null outside the service.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_history');

-- Replaced when a table whose rows are part of another record arrives.
CREATE FUNCTION pr_exsitu.record_of(table_name text, data jsonb, OUT uuid_record uuid, OUT id_dataset integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
AS $$
BEGIN
  uuid_record := data ->> 'uuid';
  id_dataset := data ->> 'id_dataset';
END
$$;
COMMENT ON FUNCTION pr_exsitu.record_of(text, jsonb) IS 'The main record, and its dataset, that a row of the module is part of.';

CREATE FUNCTION pr_exsitu.log_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO pr_exsitu.t_history (table_name, uuid, uuid_record, id_dataset, operation, after, id_role, request_id)
  SELECT TG_TABLE_NAME, (n.data ->> 'uuid')::uuid, r.uuid_record, r.id_dataset, 'insert', n.data,
         nullif(current_setting('exsitu.id_role', true), '')::integer,
         nullif(current_setting('exsitu.request_id', true), '')::uuid
  FROM (SELECT to_jsonb(new_rows) AS data FROM new_rows) n
  CROSS JOIN LATERAL pr_exsitu.record_of(TG_TABLE_NAME, n.data) r;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.log_insert() IS 'Statement trigger: writes the inserted rows in the history.';

-- A table of links has its UUID too; the rows of one statement are paired by it.
CREATE FUNCTION pr_exsitu.log_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO pr_exsitu.t_history (table_name, uuid, uuid_record, id_dataset, operation, before, after, id_role, request_id)
  SELECT TG_TABLE_NAME, (n.data ->> 'uuid')::uuid, r.uuid_record, r.id_dataset, 'update', o.data, n.data,
         nullif(current_setting('exsitu.id_role', true), '')::integer,
         nullif(current_setting('exsitu.request_id', true), '')::uuid
  FROM (SELECT to_jsonb(new_rows) AS data FROM new_rows) n
  JOIN (SELECT to_jsonb(old_rows) AS data FROM old_rows) o ON o.data ->> 'uuid' = n.data ->> 'uuid'
  CROSS JOIN LATERAL pr_exsitu.record_of(TG_TABLE_NAME, n.data) r
  WHERE o.data - 'version' - 'meta_update_date' IS DISTINCT FROM n.data - 'version' - 'meta_update_date';
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.log_update() IS 'Statement trigger: writes the changed rows in the history, before and after.';

CREATE FUNCTION pr_exsitu.log_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO pr_exsitu.t_history (table_name, uuid, uuid_record, id_dataset, operation, before, id_role, request_id)
  SELECT TG_TABLE_NAME, (o.data ->> 'uuid')::uuid, r.uuid_record, r.id_dataset, 'delete', o.data,
         nullif(current_setting('exsitu.id_role', true), '')::integer,
         nullif(current_setting('exsitu.request_id', true), '')::uuid
  FROM (SELECT to_jsonb(old_rows) AS data FROM old_rows) o
  CROSS JOIN LATERAL pr_exsitu.record_of(TG_TABLE_NAME, o.data) r;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.log_delete() IS 'Statement trigger: writes the tombstones of deleted rows in the history.';

CREATE FUNCTION pr_exsitu.keep_history(target regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER history_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.log_insert()', target);
  EXECUTE format('CREATE TRIGGER history_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.log_update()', target);
  EXECUTE format('CREATE TRIGGER history_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.log_delete()', target);
END
$$;
COMMENT ON FUNCTION pr_exsitu.keep_history(regclass) IS 'Used by migrations: every write on the table goes to the history.';
