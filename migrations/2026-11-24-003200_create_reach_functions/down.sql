DROP FUNCTION pr_exsitu.material_in_taxa(integer, integer, integer[]);
DROP FUNCTION pr_exsitu.harvest_in_areas(integer, integer[]);
