DROP TABLE pr_exsitu.t_stock_movements;
