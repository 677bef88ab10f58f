-- Removes the permissions of the embedded host.
DROP SCHEMA gn_permissions CASCADE;
