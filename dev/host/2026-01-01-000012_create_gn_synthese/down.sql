-- Removes the observations of the embedded host, and what they put on the areas.
DROP TRIGGER tri_insert_cor_area_synthese ON ref_geo.l_areas;
DROP TRIGGER tri_update_cor_area_synthese ON ref_geo.l_areas;
DROP SCHEMA gn_synthese CASCADE;
DROP SCHEMA gn_imports CASCADE;
