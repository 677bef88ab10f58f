-- Removes the habitats of the embedded host.
DROP SCHEMA ref_habitats CASCADE;
