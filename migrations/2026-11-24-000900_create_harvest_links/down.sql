DROP TABLE pr_exsitu.cor_harvest_areas;
DROP TABLE pr_exsitu.cor_harvest_observers;
