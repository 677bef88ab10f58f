DROP VIEW pr_exsitu.v_stock_ledger;
DROP FUNCTION pr_exsitu.basis_rank(text);
