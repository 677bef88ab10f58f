CREATE OR REPLACE FUNCTION pr_exsitu.record_of(table_name text, data jsonb, OUT uuid_record uuid, OUT id_dataset integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
AS $$
BEGIN
  CASE
  WHEN table_name = 'cor_harvest_observers' THEN
    SELECT h.uuid, h.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_harvests h WHERE h.id_harvest = (data ->> 'id_harvest')::integer;
  WHEN table_name = 'cor_material_taxa' THEN
    SELECT m.uuid, m.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_materials m WHERE m.id_material = (data ->> 'id_material')::integer;
  WHEN table_name IN ('cor_seed_lot_traits', 't_seed_weighings', 't_humidity_checks', 't_dryings', 't_stock_movements') THEN
    SELECT l.uuid, l.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_seed_lots l WHERE l.id_seed_lot = (data ->> 'id_seed_lot')::integer;
  WHEN table_name IN ('t_replicates', 't_treatment_steps', 'cor_sowing_people', 'cor_seed_test_people') THEN
    SELECT s.uuid, s.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_sowings s WHERE s.id_sowing = (data ->> 'id_sowing')::integer;
    IF NOT FOUND THEN
      SELECT t.uuid, t.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_seed_tests t WHERE t.id_seed_test = (data ->> 'id_seed_test')::integer;
    END IF;
  WHEN table_name = 't_counts' THEN
    SELECT coalesce(s.uuid, t.uuid), coalesce(s.id_dataset, t.id_dataset) INTO uuid_record, id_dataset
    FROM pr_exsitu.t_replicates r LEFT JOIN pr_exsitu.t_sowings s USING (id_sowing) LEFT JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
    WHERE r.id_replicate = (data ->> 'id_replicate')::integer;
  WHEN table_name = 't_count_classes' THEN
    SELECT t.uuid, t.id_dataset INTO uuid_record, id_dataset
    FROM pr_exsitu.t_counts c JOIN pr_exsitu.t_replicates r USING (id_replicate) JOIN pr_exsitu.t_seed_tests t ON t.id_seed_test = r.id_seed_test
    WHERE c.id_count = (data ->> 'id_count')::integer;
  WHEN table_name = 't_cultivation_events' THEN
    SELECT c.uuid, c.id_dataset INTO uuid_record, id_dataset FROM pr_exsitu.t_cultivations c WHERE c.id_cultivation = (data ->> 'id_cultivation')::integer;
  ELSE
    id_dataset := data ->> 'id_dataset';
  END CASE;
  uuid_record := coalesce(uuid_record, (data ->> 'uuid')::uuid);
END
$$;

