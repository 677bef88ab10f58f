CREATE OR REPLACE FUNCTION pr_exsitu.record_of(table_name text, data jsonb, OUT uuid_record uuid, OUT id_dataset integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
AS $$
BEGIN
  uuid_record := data ->> 'uuid';
  id_dataset := data ->> 'id_dataset';
END
$$;
