-- The plan of the search of names on a TAXREF of 700 000 names, as large as the real one.
--
--   psql <the PostgreSQL address that `gn-exsitu dev` prints> -f benches/taxa_plan.sql
--
-- It fills a scratch schema with the shape of the host's table and view (same columns, same indexes),
-- explains the service's own statement there (a unit test keeps the two alike), and removes it.
\set ON_ERROR_STOP on
\pset pager off
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS bench_taxonomie CASCADE;
CREATE SCHEMA bench_taxonomie;

CREATE TABLE bench_taxonomie.taxref (LIKE taxonomie.taxref INCLUDING ALL);
CREATE TABLE bench_taxonomie.bib_listes (LIKE taxonomie.bib_listes INCLUDING ALL);
CREATE TABLE bench_taxonomie.cor_nom_liste (LIKE taxonomie.cor_nom_liste INCLUDING ALL);

-- Genera and epithets are built of syllables, with the lengths of real ones; three names in ten are synonyms,
-- one accepted taxon in four has a French name, whose words carry accents.
CREATE TEMPORARY TABLE syllable AS
SELECT n - 1 AS n, s FROM unnest(ARRAY[
  'ab', 'al', 'an', 'ar', 'ca', 'ce', 'co', 'da', 'do', 'el', 'fa', 'ga', 'gen', 'hel', 'hi', 'la', 'len', 'li', 'lo', 'ma', 'mi', 'mon',
  'na', 'ni', 'no', 'or', 'pa', 'pe', 'pi', 'po', 'ra', 'ri', 'ro', 'sa', 'sil', 'so', 'ta', 'ti', 'tra', 'va', 've', 'vi']) WITH ORDINALITY AS u (s, n);
CREATE TEMPORARY TABLE genus AS
SELECT g, initcap(a.s || b.s || c.s) || (ARRAY['a', 'um', 'us', 'is', 'ella', 'ium'])[1 + g % 6] AS name
FROM generate_series(1, 14000) AS g
JOIN syllable a ON a.n = g % 42 JOIN syllable b ON b.n = (g / 42) % 42 JOIN syllable c ON c.n = (g * 7 / 1764) % 42;
UPDATE genus SET name = 'Gentiana' WHERE g = 77;
CREATE TEMPORARY TABLE epithet AS
SELECT e, b.s || a.s || c.s || (ARRAY['ensis', 'oides', 'ana', 'ica', 'ifolia', 'ata', 'ina'])[1 + e % 7] AS name
FROM generate_series(1, 9000) AS e
JOIN syllable a ON a.n = e % 42 JOIN syllable b ON b.n = (e / 42) % 42 JOIN syllable c ON c.n = (e * 11 / 1764) % 42;
UPDATE epithet SET name = 'helvetica' WHERE e % 900 = 7;

INSERT INTO bench_taxonomie.taxref (cd_nom, cd_ref, id_rang, regne, famille, lb_nom, lb_auteur, nom_complet, nom_valide, nom_vern, group2_inpn, group3_inpn)
SELECT n, CASE WHEN n % 10 < 3 THEN n + 3 ELSE n END, 'ES', 'Plantae', 'Famille' || g.g % 400, g.name || ' ' || e.name, 'L., 1753',
       g.name || ' ' || e.name || ' L., 1753', g.name || ' ' || e.name || ' L., 1753',
       CASE WHEN n % 10 >= 3 AND n % 4 = 0 THEN initcap(g.name) || ' dorée, Herbe à ' || e.name ELSE '' END, 'Angiospermes', 'Autres'
FROM generate_series(1, 700000) AS n
JOIN genus g ON g.g = 1 + (n::bigint * 7919) % 14000 JOIN epithet e ON e.e = 1 + (n::bigint * 104729 / 14000) % 9000;

CREATE MATERIALIZED VIEW bench_taxonomie.vm_taxref_list_forautocomplete AS
WITH entries AS (
  SELECT t.*, format('%s = <i>%s</i> - [%s - %s]', t.lb_nom, t.nom_valide, t.id_rang, t.cd_nom) AS search_name, 0 AS kind
  FROM bench_taxonomie.taxref t
  UNION ALL
  SELECT t.*, format('%s = <i>%s</i> - [%s - %s]', t.nom_vern, t.nom_valide, t.id_rang, t.cd_ref), 1
  FROM bench_taxonomie.taxref t WHERE t.cd_nom = t.cd_ref AND t.nom_vern <> ''
)
SELECT row_number() OVER (ORDER BY e.cd_nom, e.kind) AS gid, e.cd_nom, e.cd_ref, e.search_name,
       public.unaccent(e.search_name) AS unaccent_search_name, e.nom_valide, e.lb_nom, e.nom_vern, e.regne, e.group2_inpn, e.group3_inpn
FROM entries e;
CREATE UNIQUE INDEX ON bench_taxonomie.vm_taxref_list_forautocomplete (gid);
CREATE INDEX ON bench_taxonomie.vm_taxref_list_forautocomplete USING gin (unaccent_search_name public.gin_trgm_ops);
CREATE INDEX ON bench_taxonomie.vm_taxref_list_forautocomplete (cd_nom);
VACUUM ANALYZE bench_taxonomie.taxref;
VACUUM ANALYZE bench_taxonomie.vm_taxref_list_forautocomplete;
SELECT count(*) AS rows_of_the_view FROM bench_taxonomie.vm_taxref_list_forautocomplete;

-- As the service sends them, and planned once for all parameters, as prepared statements end up being.
SET plan_cache_mode = force_generic_plan;
PREPARE two_words (text, text, text[], text, text, text) AS
WITH found AS ((SELECT v.cd_nom, 0 AS place FROM bench_taxonomie.vm_taxref_list_forautocomplete v
  WHERE starts_with(v.search_name, v.lb_nom) AND v.unaccent_search_name ILIKE (SELECT public.unaccent($1))
    AND public.unaccent(v.lb_nom) ILIKE (SELECT public.unaccent($2))
  ORDER BY length(v.lb_nom), v.lb_nom, v.cd_nom LIMIT 20) UNION ALL
  (SELECT c.cd_nom, min(CASE WHEN c.unaccent_search_name ILIKE ANY (ARRAY( SELECT public.unaccent(w) FROM unnest($3) AS w))
     THEN CASE WHEN starts_with(c.search_name, c.lb_nom) THEN 1 ELSE 2 END ELSE 3 END) AS place
   FROM (SELECT v.cd_nom, v.lb_nom, v.search_name, v.unaccent_search_name FROM bench_taxonomie.vm_taxref_list_forautocomplete v
         WHERE public.unaccent(v.lb_nom) NOT ILIKE (SELECT public.unaccent($4))
           AND v.unaccent_search_name ILIKE (SELECT public.unaccent($5))
           AND v.unaccent_search_name ILIKE (SELECT public.unaccent($6))
         LIMIT 2000) c
   GROUP BY c.cd_nom, c.lb_nom ORDER BY place, length(c.lb_nom), c.lb_nom, c.cd_nom LIMIT 20) LIMIT 20)
SELECT t.cd_nom, t.cd_ref, t.lb_nom::text, nullif(t.lb_auteur, '')::text, t.nom_valide::text, nullif(t.nom_vern, '')::text,
       rtrim(t.id_rang)::text, t.famille::text, t.cd_nom IS NOT DISTINCT FROM t.cd_ref
FROM found JOIN bench_taxonomie.taxref t ON t.cd_nom = found.cd_nom
ORDER BY found.place, length(t.lb_nom), t.lb_nom, t.cd_nom;
PREPARE one_word (text, text, text[], text, text) AS
WITH found AS ((SELECT v.cd_nom, 0 AS place FROM bench_taxonomie.vm_taxref_list_forautocomplete v
  WHERE starts_with(v.search_name, v.lb_nom) AND v.unaccent_search_name ILIKE (SELECT public.unaccent($1))
    AND public.unaccent(v.lb_nom) ILIKE (SELECT public.unaccent($2))
  ORDER BY length(v.lb_nom), v.lb_nom, v.cd_nom LIMIT 20) UNION ALL
  (SELECT c.cd_nom, min(CASE WHEN c.unaccent_search_name ILIKE ANY (ARRAY( SELECT public.unaccent(w) FROM unnest($3) AS w))
     THEN CASE WHEN starts_with(c.search_name, c.lb_nom) THEN 1 ELSE 2 END ELSE 3 END) AS place
   FROM (SELECT v.cd_nom, v.lb_nom, v.search_name, v.unaccent_search_name FROM bench_taxonomie.vm_taxref_list_forautocomplete v
         WHERE public.unaccent(v.lb_nom) NOT ILIKE (SELECT public.unaccent($4))
           AND v.unaccent_search_name ILIKE (SELECT public.unaccent($5))
         LIMIT 2000) c
   GROUP BY c.cd_nom, c.lb_nom ORDER BY place, length(c.lb_nom), c.lb_nom, c.cd_nom LIMIT 20) LIMIT 20)
SELECT t.cd_nom, t.cd_ref, t.lb_nom::text, nullif(t.lb_auteur, '')::text, t.nom_valide::text, nullif(t.nom_vern, '')::text,
       rtrim(t.id_rang)::text, t.famille::text, t.cd_nom IS NOT DISTINCT FROM t.cd_ref
FROM found JOIN bench_taxonomie.taxref t ON t.cd_nom = found.cd_nom
ORDER BY found.place, length(t.lb_nom), t.lb_nom, t.cd_nom;
PREPARE two_letters (text, text) AS
WITH found AS ((SELECT v.cd_nom, 0 AS place FROM bench_taxonomie.vm_taxref_list_forautocomplete v
  WHERE starts_with(v.search_name, v.lb_nom) AND v.unaccent_search_name ILIKE (SELECT public.unaccent($1))
    AND public.unaccent(v.lb_nom) ILIKE (SELECT public.unaccent($2))
  ORDER BY length(v.lb_nom), v.lb_nom, v.cd_nom LIMIT 20))
SELECT t.cd_nom, t.cd_ref, t.lb_nom::text, nullif(t.lb_auteur, '')::text, t.nom_valide::text, nullif(t.nom_vern, '')::text,
       rtrim(t.id_rang)::text, t.famille::text, t.cd_nom IS NOT DISTINCT FROM t.cd_ref
FROM found JOIN bench_taxonomie.taxref t ON t.cd_nom = found.cd_nom
ORDER BY found.place, length(t.lb_nom), t.lb_nom, t.cd_nom;

\echo 'helvet gent: two words in any order'
\o /dev/null
EXECUTE two_words ('helvet gent%', 'helvet gent%', ARRAY['helvet%', 'gent%'], 'helvet gent%', '%helvet%', '%gent%');
\o
EXPLAIN (ANALYZE, BUFFERS) EXECUTE two_words ('helvet gent%', 'helvet gent%', ARRAY['helvet%', 'gent%'], 'helvet gent%', '%helvet%', '%gent%');
\echo 'gentiana: the start of fifty names'
\o /dev/null
EXECUTE one_word ('gentiana%', 'gentiana%', ARRAY['gentiana%'], 'gentiana%', '%gentiana%');
\o
EXPLAIN (ANALYZE, BUFFERS) EXECUTE one_word ('gentiana%', 'gentiana%', ARRAY['gentiana%'], 'gentiana%', '%gentiana%');
\echo 'ica: the end of a name in seven, the start of few'
\o /dev/null
EXECUTE one_word ('ica%', 'ica%', ARRAY['ica%'], 'ica%', '%ica%');
\o
EXPLAIN (ANALYZE, BUFFERS) EXECUTE one_word ('ica%', 'ica%', ARRAY['ica%'], 'ica%', '%ica%');
\echo 'ge: the start of a name, of two letters'
\o /dev/null
EXECUTE two_letters ('ge%', 'ge%');
\o
EXPLAIN (ANALYZE, BUFFERS) EXECUTE two_letters ('ge%', 'ge%');

DROP SCHEMA bench_taxonomie CASCADE;
