-- Removes the vocabularies of the embedded host.
DROP SCHEMA ref_nomenclatures CASCADE;
