-- Removes the users of the embedded host.
DROP SCHEMA utilisateurs CASCADE;
