DROP TRIGGER apply_movements ON pr_exsitu.t_stock_movements;
DROP FUNCTION pr_exsitu.apply_stock_movements();
DROP FUNCTION pr_exsitu.check_transfers(integer[]);
DROP FUNCTION pr_exsitu.check_stock_takes(integer[]);
DROP FUNCTION pr_exsitu.check_reversals(integer[]);
