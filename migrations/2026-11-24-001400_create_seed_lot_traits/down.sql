DROP TABLE pr_exsitu.cor_seed_lot_traits;
