-- Removes the taxa of the embedded host.
DROP SCHEMA taxonomie CASCADE;
