DROP VIEW pr_exsitu.v_stock_movements;
