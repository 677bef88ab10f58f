-- Embedded host: the PostgreSQL extensions that the host's tables, views and functions rest on, and
-- the one trigger function that the host keeps in public. They come first: every other step uses them.

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS ltree WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS postgis_raster WITH SCHEMA public;

-- Keeps the two dates of a row. As in the host, a creation date given at insertion is overwritten.
CREATE FUNCTION public.fct_trg_meta_dates_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.meta_create_date := now();
    ELSE
        NEW.meta_create_date := coalesce(NEW.meta_create_date, now());
        NEW.meta_update_date := now();
    END IF;
    RETURN NEW;
END;
$$;
