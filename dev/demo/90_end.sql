-- The counters of codes start after the demonstration; the history is kept again; statistics are up to date.
SELECT set_config('exsitu.id_role', '10', true);

-- Of the codes of one kind, year and length, the last in order has the highest number.
INSERT INTO pr_exsitu.t_code_counters AS c (kind, year, last_number)
SELECT x.kind, v.parts[1]::integer, max(v.parts[2]::integer)
FROM (
  SELECT 'harvest' AS kind, max(code COLLATE "C") AS code FROM pr_exsitu.t_harvests GROUP BY split_part(code, '_', 1), length(code)
  UNION ALL SELECT 'material', max(code COLLATE "C") FROM pr_exsitu.t_materials GROUP BY split_part(code, '_', 1), length(code)
  UNION ALL SELECT 'seed_lot', max(code COLLATE "C") FROM pr_exsitu.t_seed_lots GROUP BY split_part(code, '_', 1), length(code)
  UNION ALL SELECT 'seed_test', max(code COLLATE "C") FROM pr_exsitu.t_seed_tests GROUP BY split_part(code, '_', 1), length(code)
  UNION ALL SELECT 'sowing', max(code COLLATE "C") FROM pr_exsitu.t_sowings GROUP BY split_part(code, '_', 1), length(code)
  UNION ALL SELECT 'cultivation', max(code COLLATE "C") FROM pr_exsitu.t_cultivations GROUP BY split_part(code, '_', 1), length(code)
) x CROSS JOIN LATERAL (SELECT regexp_match(x.code, '^[A-Z]?([0-9]{4})_([0-9]{4,9})$') AS parts) v
WHERE v.parts IS NOT NULL
GROUP BY x.kind, v.parts[1]
ORDER BY 1, 2
ON CONFLICT (kind, year) DO UPDATE SET last_number = greatest(c.last_number, excluded.last_number);

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT g.tgrelid::regclass AS home, g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
           WHERE c.relnamespace = 'pr_exsitu'::regnamespace AND g.tgname IN ('history_insert', 'history_update', 'history_delete') AND g.tgenabled = 'D'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', t.home, t.tgname);
  END LOOP;
END
$$;

ANALYZE pr_exsitu.t_history, pr_exsitu.t_code_counters, pr_exsitu.t_places, pr_exsitu.t_partners, pr_exsitu.t_harvests, pr_exsitu.cor_harvest_observers, pr_exsitu.cor_harvest_areas,
  pr_exsitu.t_receptions, pr_exsitu.t_materials, pr_exsitu.cor_material_taxa, pr_exsitu.t_seed_lots, pr_exsitu.cor_seed_lot_traits, pr_exsitu.t_seed_weighings, pr_exsitu.t_humidity_checks, pr_exsitu.t_place_moves, pr_exsitu.t_stock_movements,
  pr_exsitu.t_stock_balances, pr_exsitu.t_seed_tests, pr_exsitu.cor_seed_test_people, pr_exsitu.t_sowings, pr_exsitu.cor_sowing_people, pr_exsitu.t_treatment_steps, pr_exsitu.t_replicates, pr_exsitu.t_counts, pr_exsitu.t_count_classes, pr_exsitu.t_replicate_tallies,
  pr_exsitu.t_cultivations, pr_exsitu.t_cultivation_events, pr_exsitu.t_cultivation_tallies;
