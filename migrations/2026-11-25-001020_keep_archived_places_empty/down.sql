DROP TRIGGER balance_in_use_again ON pr_exsitu.t_stock_balances;
DROP TRIGGER balance_in_use ON pr_exsitu.t_stock_balances;
DROP FUNCTION pr_exsitu.check_balance_in_use();
DROP TRIGGER place_tree_archived ON pr_exsitu.t_places;
DROP FUNCTION pr_exsitu.check_archived_place();
DROP FUNCTION pr_exsitu.put_away_at(integer);
