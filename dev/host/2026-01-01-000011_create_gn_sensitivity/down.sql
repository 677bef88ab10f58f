-- Removes the sensitivity rules of the embedded host.
DROP SCHEMA gn_sensitivity CASCADE;
