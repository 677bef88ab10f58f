-- What is left of each lot in each place: kept by the trigger of the ledger in the
-- same transaction, written by nobody else.
CREATE TABLE pr_exsitu.t_stock_balances (
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot) ON DELETE CASCADE,
  id_place integer NOT NULL REFERENCES pr_exsitu.t_places (id_place),
  seeds bigint,
  basis text NOT NULL,
  mass_g numeric,
  last_date date,
  CONSTRAINT t_stock_balances_pkey PRIMARY KEY (id_seed_lot, id_place),
  CONSTRAINT balance_not_negative CHECK (seeds >= 0),
  CONSTRAINT balance_basis_known CHECK (basis IN ('counted', 'weighed', 'estimated', 'unknown')),
  CONSTRAINT balance_unknown_is_null CHECK ((basis = 'unknown') = (seeds IS NULL))
);
CREATE INDEX t_stock_balances_place_idx ON pr_exsitu.t_stock_balances (id_place);
COMMENT ON TABLE pr_exsitu.t_stock_balances IS 'Balance of each lot in each place, maintained by the ledger.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.id_place IS 'Place.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.seeds IS 'Seeds left, null when unknown.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.basis IS 'How sure the number is: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.mass_g IS 'Sum of the masses in g, informative; null when none was given.';
COMMENT ON COLUMN pr_exsitu.t_stock_balances.last_date IS 'Day of the last movement.';
