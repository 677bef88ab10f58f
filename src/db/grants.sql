-- The role of the service: it reads and writes rows, owns nothing, and neither
-- changes nor deletes a line of the ledgers or of the history.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'gn_exsitu') THEN
    CREATE ROLE gn_exsitu LOGIN;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA pr_exsitu, utilisateurs, gn_commons, gn_permissions, gn_meta, ref_nomenclatures, taxonomie, ref_geo,
  ref_habitats, gn_sensitivity, gn_synthese TO gn_exsitu;
GRANT SELECT ON ALL TABLES IN SCHEMA utilisateurs, gn_commons, gn_permissions, gn_meta, ref_nomenclatures, taxonomie, ref_geo,
  ref_habitats, gn_sensitivity, gn_synthese TO gn_exsitu;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pr_exsitu TO gn_exsitu;
REVOKE UPDATE, DELETE ON pr_exsitu.t_history, pr_exsitu.t_stock_movements, pr_exsitu.t_counts, pr_exsitu.t_count_classes, pr_exsitu.t_place_moves,
  pr_exsitu.t_cultivation_events, pr_exsitu.t_exit_follow_ups FROM gn_exsitu;
REVOKE INSERT ON pr_exsitu.t_history, pr_exsitu.t_place_moves FROM gn_exsitu;
REVOKE INSERT, UPDATE, DELETE ON pr_exsitu.t_stock_balances, pr_exsitu.t_replicate_tallies, pr_exsitu.t_cultivation_tallies, pr_exsitu.t_code_counters,
  pr_exsitu.__diesel_schema_migrations FROM gn_exsitu;
