-- Removes the legal statuses of the embedded host.
DROP TABLE taxonomie.bdc_statut_cor_text_area;
DROP TABLE taxonomie.bdc_statut_taxons;
DROP TABLE taxonomie.bdc_statut_cor_text_values;
DROP TABLE taxonomie.bdc_statut_text;
DROP TABLE taxonomie.bdc_statut_values;
DROP TABLE taxonomie.bdc_statut_type;
