-- Removes the frameworks and datasets of the embedded host, and their links with modules.
DROP TABLE gn_commons.cor_module_dataset;
DROP SCHEMA gn_meta CASCADE;
