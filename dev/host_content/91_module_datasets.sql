-- Demonstration content, run after the registration of the module: the datasets that it offers. The last
-- one, the park's, is left out.

INSERT INTO gn_commons.cor_module_dataset (id_module, id_dataset)
SELECT m.id_module, d.id_dataset
FROM gn_commons.t_modules m
JOIN gn_meta.t_datasets d ON d.id_dataset BETWEEN 1 AND 6
WHERE m.module_code = 'EXSITU'
ON CONFLICT DO NOTHING;

-- The last file: give the planner its statistics.
ANALYZE;
