-- Seed lots, their traits and weighings.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

-- The basis of the first entry is decided here too, since a weighed entry needs its weighing: salt 301
-- gives counted (55 %), weighed (30 %), estimated (12 %) or unknown.
CREATE TEMPORARY TABLE demo_lot ON COMMIT DROP AS
WITH sized AS (
  SELECT lots, o, 1 + pg_temp.k(o, 101, 3) AS size, coalesce(sum(1 + pg_temp.k(o, 101, 3)) OVER (ORDER BY o ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lots_before
  FROM (SELECT coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481) AS lots) s
  CROSS JOIN LATERAL generate_series(1, s.lots) AS o
), lot AS (
  SELECT lots_before + i AS n, i FROM sized CROSS JOIN LATERAL generate_series(1, size) AS i WHERE lots_before + i <= lots
), numbered AS (
  SELECT n, count(*) FILTER (WHERE i = 1 OR pg_temp.u(n, 202) >= 0.27) OVER (ORDER BY n) AS m, (i > 1 AND pg_temp.u(n, 202) < 0.27) AS shares_material FROM lot
), sourced AS (
  SELECT l.*, mat.id_material, mat.id_dataset, mat.id_digitiser, tax.cd_nom, t.famille,
         (n.cd_nomenclature = 'sp') AS is_spore,
         least(coalesce(h.date_max, r.date_received, make_date(left(mat.code, 4)::integer, 10, 1)), DATE '2026-09-15') AS base
  FROM numbered l JOIN pr_exsitu.t_materials mat ON mat.uuid = md5('material' || l.m)::uuid
  JOIN pr_exsitu.cor_material_taxa tax ON tax.id_material = mat.id_material AND tax.rank = 1
  JOIN taxonomie.taxref t ON t.cd_nom = tax.cd_nom
  JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = mat.id_nomenclature_material_type
  LEFT JOIN pr_exsitu.t_harvests h ON h.id_harvest = mat.id_harvest
  LEFT JOIN pr_exsitu.t_receptions r ON r.id_reception = mat.id_reception
), dried AS (
  SELECT s.*, base + 2 + pg_temp.k(n, 302, 5) + CASE WHEN base < DATE '2026-01-01' THEN pg_temp.k(n, 303, 70) ELSE 0 END AS pre_start,
         10 + pg_temp.k(n, 304, 11) AS pre_days, 14 + pg_temp.k(n, 305, 15) AS dry_days, 1 + pg_temp.k(n, 306, 8) AS pack_days,
         pg_temp.u(n, 301) AS basis_draw
  FROM sourced s
), packed AS (
  SELECT d.*, pre_start + pre_days + 1 + dry_days + pack_days AS packed_on,
         CASE WHEN basis_draw < 0.55 THEN 'counted' WHEN basis_draw < 0.85 THEN 'weighed' WHEN basis_draw < 0.97 THEN 'estimated' ELSE 'unknown' END AS basis,
         (pg_temp.u(n, 307) < 0.93) AS dates_known,
         -- The seed of a species has a size and a mass; a lot is near them.
         CASE WHEN is_spore THEN 0.05 + 0.04 * pg_temp.u(cd_nom, 308) ELSE exp(-0.9 + 3.1 * pg_temp.u(cd_nom, 308)) * (0.92 + 0.16 * pg_temp.u(n, 309)) END AS length
  FROM dried d
), judged AS (
  SELECT p.*, extract(year FROM packed_on)::integer AS year,
         CASE WHEN packed_on >= DATE '2018-01-01' OR basis = 'unknown' OR pg_temp.u(n, 310) < 0.6 THEN 'active' WHEN pg_temp.u(n, 310) < 0.76 THEN 'to_retest' WHEN pg_temp.u(n, 310) < 0.80 THEN 'below_threshold'
              WHEN pg_temp.u(n, 310) < 0.84 THEN 'in_regeneration' WHEN pg_temp.u(n, 310) < 0.92 THEN 'exhausted' WHEN pg_temp.u(n, 310) < 0.96 THEN 'expired' ELSE 'transferred' END AS status
  FROM packed p
)
SELECT j.*, row_number() OVER (PARTITION BY year ORDER BY packed_on, n) AS number,
       CASE WHEN status = 'active' THEN packed_on ELSE DATE '2021-02-01' + pg_temp.k(n, 311, 2090) END AS status_date,
       CASE WHEN shares_material THEN CASE WHEN pg_temp.u(n, 312) < 0.7 THEN 'base_collection' ELSE 'safety_duplicate' END
            WHEN pg_temp.u(n, 312) < 0.12 THEN 'base_collection' ELSE 'active_collection' END AS role,
       coalesce(famille = 'Asteraceae', false) AS is_chaffy,
       (0.25 + 0.2 * pg_temp.u(cd_nom, 313)) * power(length, 2.4) * (0.9 + 0.2 * pg_temp.u(n, 314)) AS tsw_g
FROM judged j;
ANALYZE demo_lot;

INSERT INTO pr_exsitu.t_seed_lots (uuid, code, id_dataset, id_material, status, status_date, role, duplicate_location, archive_reserve, critical_distribution, critical_regeneration,
  packaging_date, container, length_mm, width_mm, thickness_mm, measure_note, id_nomenclature_quality, id_nomenclature_atwater_type, id_nomenclature_dissemination_unit, seed_scan_done,
  pre_drying_start, pre_drying_end, drying_start, drying_end, id_nomenclature_drying_kind, freeze_dried, sorted, id_cleaned_by, cleaned_by_text, moisture_percent, equilibrium_humidity, oil_content_percent,
  remarks, id_digitiser, meta_create_date)
WITH nomenclature AS (
  SELECT t.mnemonique AS type, n.cd_nomenclature AS cd, n.id_nomenclature
  FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique IN ('EXS_MATERIAL_QUALITY', 'EXS_ATWATER_TYPE', 'EXS_DISSEMINATION_UNIT', 'EXS_DRY_TYPE')
)
SELECT md5('seed_lot' || l.n)::uuid, format('L%s_%s', l.year, lpad(l.number::text, greatest(4, length(l.number::text)), '0')), l.id_dataset, l.id_material, l.status, l.status_date, l.role,
       CASE l.role WHEN 'safety_duplicate' THEN (ARRAY['Banque de semences des Massifs', 'Coffre national des semences', 'Conservatoire botanique du Littoral'])[1 + pg_temp.k(l.n, 320, 3)] END,
       (ARRAY[0, 0, 0, 0, 50, 50, 50, 50, 100, 0])[1 + pg_temp.k(l.n, 321, 10)],
       CASE WHEN pg_temp.u(l.n, 322) < 0.5 THEN (ARRAY[200, 250, 500])[1 + pg_temp.k(l.n, 323, 3)] END,
       CASE WHEN pg_temp.u(l.n, 322) < 0.4 THEN (ARRAY[100, 150, 200])[1 + pg_temp.k(l.n, 323, 3)] END,
       CASE WHEN l.dates_known THEN l.packed_on END,
       (ARRAY['Sachet aluminium thermoscellé', 'Sachet aluminium thermoscellé', 'Flacon de verre à joint', 'Tube de verre scellé', 'Sachet papier'])[1 + pg_temp.k(l.n, 324, 5)],
       s.length, round((s.length * (0.4 + 0.5 * pg_temp.u(l.cd_nom, 325)))::numeric, 3), CASE WHEN pg_temp.u(l.n, 326) < 0.5 THEN round((s.length * (0.25 + 0.3 * pg_temp.u(l.cd_nom, 327)))::numeric, 3) END,
       CASE WHEN s.length IS NOT NULL AND pg_temp.u(l.n, 328) < 0.2 THEN 'Moyenne de 20 semences.' END,
       q.id_nomenclature, a.id_nomenclature, du.id_nomenclature, pg_temp.u(l.n, 331) < 0.25,
       CASE WHEN l.dates_known THEN l.pre_start END, CASE WHEN l.dates_known THEN l.pre_start + l.pre_days END,
       CASE WHEN l.dates_known THEN l.pre_start + l.pre_days + 1 END, CASE WHEN l.dates_known THEN l.pre_start + l.pre_days + 1 + l.dry_days END,
       dk.id_nomenclature, CASE WHEN pg_temp.u(l.n, 333) < 0.5 THEN pg_temp.u(l.n, 334) < 0.05 END, CASE WHEN pg_temp.u(l.n, 335) < 0.8 THEN pg_temp.u(l.n, 336) < 0.9 END,
       CASE WHEN l.id_digitiser = 14 THEN 14 WHEN l.year >= 2008 AND pg_temp.u(l.n, 337) < 0.7 THEN (ARRAY[11, 13])[1 + (pg_temp.u(l.n, 338) < 0.2)::integer] END,
       CASE WHEN l.id_digitiser <> 14 AND l.year < 2008 THEN (ARRAY['Mme Allard', 'stagiaires', 'Julien Rostan'])[1 + pg_temp.k(l.n, 339, 3)] END,
       CASE WHEN pg_temp.u(l.n, 340) < 0.35 THEN round((4 + 4.5 * pg_temp.u(l.n, 341))::numeric, 2) END,
       CASE WHEN pg_temp.u(l.n, 340) < 0.35 THEN round((12 + 18 * pg_temp.u(l.n, 341))::numeric, 1) END,
       CASE WHEN pg_temp.u(l.cd_nom, 349) < 0.6 THEN round((3 + 35 * pg_temp.u(l.cd_nom, 350))::numeric, 1) END,
       CASE pg_temp.k(l.n, 342, 20) WHEN 0 THEN 'Semences hétérogènes, une part immature.' WHEN 1 THEN 'Étiquette refaite en 2015.' WHEN 2 THEN 'Traces d''insectes, lot congelé 72 h avant rangement.' END,
       l.id_digitiser, (l.packed_on + TIME '15:00') AT TIME ZONE 'Europe/Paris'
FROM demo_lot l
CROSS JOIN LATERAL (SELECT CASE WHEN pg_temp.u(l.n, 329) < 0.6 THEN round(l.length::numeric, 3) END AS length) s
LEFT JOIN nomenclature q ON q.type = 'EXS_MATERIAL_QUALITY' AND q.cd = (ARRAY['tbe', 'tbe', 'be', 'be', 'be', 'moy', 'mauv', NULL])[1 + pg_temp.k(l.n, 343, 8)]
LEFT JOIN nomenclature a ON a.type = 'EXS_ATWATER_TYPE' AND a.cd = CASE WHEN pg_temp.u(l.n, 344) < 0.4 THEN (ARRAY['albu', 'exal', 'exal', 'peris'])[1 + pg_temp.k(l.cd_nom, 345, 4)] END
LEFT JOIN nomenclature du ON du.type = 'EXS_DISSEMINATION_UNIT' AND du.cd = CASE WHEN l.is_spore THEN 'sp' WHEN pg_temp.u(l.cd_nom, 346) < 0.25 THEN 'frui' WHEN pg_temp.u(l.n, 347) < 0.9 THEN 'gr' END
LEFT JOIN nomenclature dk ON dk.type = 'EXS_DRY_TYPE' AND l.dates_known AND dk.cd = (ARRAY['ss', 'ss', 'ss', 'see'])[1 + pg_temp.k(l.n, 348, 4)]
ORDER BY l.year, l.number;
ANALYZE pr_exsitu.t_seed_lots;

-- Half of the lots are described, those of a species alike.
INSERT INTO pr_exsitu.cor_seed_lot_traits (id_seed_lot, trait, id_nomenclature, uuid)
WITH value AS (
  SELECT v.trait, n.id_nomenclature, row_number() OVER (PARTITION BY v.trait ORDER BY n.id_nomenclature) AS rank, count(*) OVER (PARTITION BY v.trait)::integer AS values
  FROM (VALUES ('form', 'EXS_FORM'), ('growth', 'EXS_GROWTH'), ('ornament', 'EXS_DECORATION'), ('embryo_type', 'EXS_EMBRYO_TYPE')) AS v (trait, type)
  JOIN ref_nomenclatures.bib_nomenclatures_types t ON t.mnemonique = v.type
  JOIN ref_nomenclatures.t_nomenclatures n ON n.id_type = t.id_type AND n.cd_nomenclature <> 'ai'
), wanted AS (
  SELECT l.n, l.cd_nom, v.trait, v.salt
  FROM demo_lot l CROSS JOIN (VALUES ('form', 361, 1.0), ('form', 365, 0.15), ('growth', 362, 0.6), ('ornament', 363, 0.7), ('embryo_type', 364, 0.4)) AS v (trait, salt, share)
  WHERE pg_temp.u(l.n, 360) < 0.5 AND pg_temp.u(l.n, v.salt) < v.share
), found AS (
  SELECT DISTINCT w.n, w.trait, v.id_nomenclature FROM wanted w JOIN value v ON v.trait = w.trait AND v.rank = 1 + pg_temp.k(w.cd_nom, w.salt, v.values)
)
SELECT l.id_seed_lot, f.trait, f.id_nomenclature, md5('seed_lot_trait' || f.n || '-' || f.trait || '-' || f.id_nomenclature)::uuid
FROM found f JOIN pr_exsitu.t_seed_lots l ON l.uuid = md5('seed_lot' || f.n)::uuid
ORDER BY l.id_seed_lot, f.id_nomenclature;

-- Every weighed lot and more than half of the others have a weighing: 4 to 8 samples of 100 or 50 seeds
-- (1000 where they are like dust), whose coefficient of variation is small, a little larger for chaffy
-- seeds. A few were weighed again.
INSERT INTO pr_exsitu.t_seed_weighings (uuid, id_seed_lot, weighing_date, seeds_per_sample, sample_masses_g, total_mass_g, is_chaffy, remarks, id_digitiser, meta_create_date)
WITH wanted AS (
  SELECT l.n, 1 AS i, l.packed_on AS day FROM demo_lot l WHERE l.basis = 'weighed' OR pg_temp.u(l.n, 370) < 0.57
  UNION ALL
  SELECT l.n, 2, l.packed_on + 700 + pg_temp.k(l.n, 372, 1500) FROM demo_lot l
  WHERE (l.basis = 'weighed' OR pg_temp.u(l.n, 370) < 0.57) AND pg_temp.u(l.n, 371) < 0.06 AND l.packed_on < DATE '2020-06-01'
), sized AS (
  SELECT w.*, l.tsw_g, l.is_chaffy, l.basis, l.id_digitiser, CASE WHEN l.length > 3.5 THEN 50 WHEN l.tsw_g < 0.02 THEN 1000 ELSE 100 END AS seeds, 4 + pg_temp.k(l.n, 373, 5) AS samples,
         CASE WHEN l.is_chaffy THEN 0.02 + 0.05 * pg_temp.u(l.n, 374) ELSE 0.008 + 0.035 * pg_temp.u(l.n, 374) END AS cv,
         round(exp(6 + 4.4 * pg_temp.u(l.n, 375))) AS in_lot
  FROM wanted w JOIN demo_lot l USING (n)
)
SELECT md5('seed_weighing' || s.n || '-' || s.i)::uuid, lot.id_seed_lot, s.day, s.seeds,
       -- Sum of three uniform draws: nearly normal, with the standard deviation asked for.
       (SELECT array_agg(greatest(round((s.tsw_g * s.seeds / 1000 * (1 + s.cv * 2 *
          (pg_temp.u(s.n * 100 + s.i * 10 + j, 376) + pg_temp.u(s.n * 100 + s.i * 10 + j, 377) + pg_temp.u(s.n * 100 + s.i * 10 + j, 378) - 1.5)))::numeric, CASE WHEN s.tsw_g < 1 THEN 5 ELSE 4 END), 0.00001) ORDER BY j)
        FROM generate_series(1, s.samples) AS j),
       CASE WHEN s.basis = 'weighed' AND s.i = 1 OR pg_temp.u(s.n, 379) < 0.3 AND s.i = 1 THEN greatest(round((s.tsw_g * s.in_lot / 1000)::numeric, 4), 0.0001) END,
       s.is_chaffy, CASE WHEN s.i = 2 THEN 'Pesée de contrôle.' END, s.id_digitiser, (s.day + TIME '16:00') AT TIME ZONE 'Europe/Paris'
FROM sized s JOIN pr_exsitu.t_seed_lots lot ON lot.uuid = md5('seed_lot' || s.n)::uuid
ORDER BY lot.id_seed_lot, s.i;

ANALYZE pr_exsitu.cor_seed_lot_traits, pr_exsitu.t_seed_weighings;
