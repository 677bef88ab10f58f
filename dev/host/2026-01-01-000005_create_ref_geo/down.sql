-- Removes the areas of the embedded host.
DROP SCHEMA ref_geo CASCADE;
