-- Removes the public function and the extensions of the embedded host.
DROP FUNCTION public.fct_trg_meta_dates_change();
DROP EXTENSION postgis_raster;
DROP EXTENSION postgis;
DROP EXTENSION ltree;
DROP EXTENSION unaccent;
DROP EXTENSION pg_trgm;
DROP EXTENSION "uuid-ossp";
DROP EXTENSION hstore;
