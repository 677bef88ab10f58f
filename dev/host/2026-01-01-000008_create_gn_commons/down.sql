-- Removes the modules, medias and history of the embedded host.
DROP SCHEMA gn_commons CASCADE;
