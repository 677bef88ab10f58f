ALTER TABLE pr_exsitu.t_cultivation_events
  DROP COLUMN exit_kind, DROP COLUMN id_exit_dataset, DROP COLUMN id_partner, DROP COLUMN id_permit, DROP COLUMN permit_waiver,
  DROP COLUMN site, DROP COLUMN geom_4326;
ALTER TABLE pr_exsitu.t_stock_movements DROP COLUMN id_permit, DROP COLUMN permit_waiver;
ALTER TABLE pr_exsitu.t_harvests DROP COLUMN id_permit, DROP COLUMN permit_waiver;
