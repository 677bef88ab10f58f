-- What each origin gave. The lots of an origin are of different taxa, except that one time in four a lot
-- shares the material of the one before. One origin in 25 also gave material that was not banked.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

-- The taxa kept: at most 1130 accepted ones of the list of the demonstration, species and below.
CREATE TEMPORARY TABLE demo_taxon ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY hashint8extended(t.cd_nom, 201), t.cd_nom)::integer AS rank, t.cd_nom, t.lb_nom::text, coalesce(t.nom_complet, t.lb_nom)::text AS full_name,
       (t.group2_inpn IN ('Ptéridophytes', 'Fougères')) AS is_fern
FROM taxonomie.taxref t JOIN taxonomie.cor_nom_liste l ON l.cd_nom = t.cd_nom AND l.id_liste = 100
WHERE t.cd_nom = t.cd_ref AND t.id_rang IN ('ES', 'SSES', 'VAR')
ORDER BY 1 LIMIT 1130;
CREATE TEMPORARY TABLE demo_synonym ON COMMIT DROP AS
SELECT DISTINCT ON (t.cd_ref) d.rank, t.cd_nom, coalesce(t.nom_complet, t.lb_nom)::text AS full_name
FROM taxonomie.taxref t JOIN demo_taxon d ON d.cd_nom = t.cd_ref
WHERE t.cd_nom <> t.cd_ref ORDER BY t.cd_ref, t.cd_nom;

-- Materials number 1 to m have lots, in the order of the lots (40_seed_lots.sql counts them again);
-- numbers above 1000000 have none, and above 2000000 they come from the one above 1000000.
CREATE TEMPORARY TABLE demo_material ON COMMIT DROP AS
WITH sized AS (
  SELECT lots, o, 1 + pg_temp.k(o, 101, 3) AS size, coalesce(sum(1 + pg_temp.k(o, 101, 3)) OVER (ORDER BY o ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lots_before
  FROM (SELECT coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481) AS lots) s
  CROSS JOIN LATERAL generate_series(1, s.lots) AS o
), lot AS (
  SELECT lots_before + i AS n, o, i FROM sized CROSS JOIN LATERAL generate_series(1, size) AS i WHERE lots_before + i <= lots
), banked AS (
  SELECT row_number() OVER (ORDER BY n) AS m, o FROM lot WHERE i = 1 OR pg_temp.u(n, 202) >= 0.27
), wanted AS (
  SELECT m, o, 'seed' AS sort FROM banked
  UNION ALL
  SELECT 1000000 + o, o, CASE WHEN o % 100 = 3 THEN 'pe' ELSE (ARRAY['gr', 'gr', 'gr', 'bb', 'es', 'sp'])[1 + pg_temp.k(o, 203, 6)] END
  FROM lot WHERE i = 1 AND o % 25 = 3
  UNION ALL
  SELECT 2000000 + o, o, 'bout' FROM lot WHERE i = 1 AND o % 100 = 3
), known AS (
  SELECT w.*, h.id_harvest, r.id_reception, coalesce(h.id_dataset, r.id_dataset) AS id_dataset, coalesce(h.id_digitiser, r.id_digitiser) AS id_digitiser,
         coalesce(h.meta_create_date, r.meta_create_date) AS created,
         coalesce(substring(h.code FROM 2 FOR 4)::integer, extract(year FROM r.date_received)::integer) AS year,
         (SELECT count(*) FROM demo_taxon)::integer AS taxa
  FROM wanted w
  LEFT JOIN pr_exsitu.t_harvests h ON h.uuid = md5('harvest' || w.o)::uuid
  LEFT JOIN pr_exsitu.t_receptions r ON r.uuid = md5('reception' || w.o)::uuid
)
-- Every taxon comes once before any comes again; afterwards some are commoner than others.
SELECT k.*, row_number() OVER (PARTITION BY year ORDER BY created, m) AS number,
       CASE WHEN m <= taxa THEN m WHEN m < 1000000 THEN 1 + floor(taxa * power(pg_temp.u(m, 204), 1.4)) ELSE 1 + floor(taxa * pg_temp.u(o, 205)) END::integer AS taxon,
       (sort = 'seed' AND pg_temp.u(m, 206) < 0.04) AS is_mixture
FROM known k;
ANALYZE demo_material;

INSERT INTO pr_exsitu.t_materials (uuid, code, id_dataset, id_harvest, id_reception, id_parent_material, id_nomenclature_material_type, individuals_sampled,
  id_nomenclature_individuals_class, id_nomenclature_sampling_method, id_nomenclature_phenology_1, id_nomenclature_phenology_2, soil_sampling, hybridisation_risk,
  culture_bank_code, remarks, id_digitiser, meta_create_date)
WITH nomenclature AS (
  SELECT t.mnemonique AS type, n.cd_nomenclature AS cd, n.id_nomenclature
  FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique IN ('EXS_HARVEST_MATERIAL', 'EXS_FOOT_COUNTING_CLASS', 'EXS_METHOD_SAMPLE', 'EXS_PHENOLOGY')
), described AS (
  SELECT d.*, CASE WHEN pg_temp.u(d.m, 210) < 0.9 THEN power(10, 0.7 + 1.7 * pg_temp.u(d.m, 211))::integer END AS individuals
  FROM demo_material d WHERE d.m < 2000000
)
SELECT md5('material' || d.m)::uuid, format('%s_%s', d.year, lpad(d.number::text, greatest(4, length(d.number::text)), '0')), d.id_dataset, d.id_harvest, d.id_reception, NULL,
       mt.id_nomenclature, d.individuals, ic.id_nomenclature, sm.id_nomenclature, p1.id_nomenclature, p2.id_nomenclature,
       CASE WHEN pg_temp.u(d.m, 212) < 0.5 THEN pg_temp.u(d.m, 213) < 0.04 END,
       CASE WHEN pg_temp.u(d.m, 214) < 0.4 THEN pg_temp.u(d.m, 215) < 0.08 END,
       CASE WHEN d.sort IN ('pe', 'bb', 'es') THEN 'JC-' || d.year || '-' || pg_temp.k(d.m, 216, 900) + 100 END,
       CASE WHEN d.sort = 'pe' THEN 'Pied mis en jauge au jardin.' WHEN pg_temp.u(d.m, 217) < 0.08 THEN (ARRAY['Fruits parasités, tri soigné nécessaire.', 'Semences mûres, chute en cours.', 'Quelques capsules encore fermées.', 'Identification à confirmer en culture.'])[1 + pg_temp.k(d.m, 218, 4)] END,
       d.id_digitiser, d.created + INTERVAL '1 hour'
FROM described d JOIN demo_taxon t ON t.rank = d.taxon
JOIN nomenclature mt ON mt.type = 'EXS_HARVEST_MATERIAL' AND mt.cd = CASE WHEN d.sort <> 'seed' THEN CASE WHEN d.sort = 'gr' AND t.is_fern THEN 'sp' ELSE d.sort END
                                                                          WHEN d.is_mixture THEN 'mdg' WHEN t.is_fern THEN 'sp' ELSE 'gr' END
LEFT JOIN nomenclature ic ON ic.type = 'EXS_FOOT_COUNTING_CLASS' AND ic.cd = CASE WHEN d.individuals <= 10 THEN '1' WHEN d.individuals <= 100 THEN '2' WHEN d.individuals <= 1000 THEN '3' END
LEFT JOIN nomenclature sm ON sm.type = 'EXS_METHOD_SAMPLE' AND sm.cd = (ARRAY['rrp', 'rrp', 'lltp', 'cp', NULL])[1 + pg_temp.k(d.m, 219, 5)]
LEFT JOIN nomenclature p1 ON p1.type = 'EXS_PHENOLOGY' AND p1.cd = (ARRAY['mf', 'dec', 'dec', 'dc', NULL])[1 + pg_temp.k(d.m, 220, 5)]
LEFT JOIN nomenclature p2 ON p2.type = 'EXS_PHENOLOGY' AND p2.cd = CASE WHEN pg_temp.u(d.m, 221) < 0.1 THEN 'ffff' END
ORDER BY d.year, d.number;

-- Cuttings taken from the whole plants.
INSERT INTO pr_exsitu.t_materials (uuid, code, id_dataset, id_parent_material, id_nomenclature_material_type, individuals_sampled, culture_bank_code, remarks, id_digitiser, meta_create_date)
SELECT md5('material' || d.m)::uuid, format('%s_%s', d.year, lpad(d.number::text, greatest(4, length(d.number::text)), '0')), d.id_dataset, parent.id_material,
       n.id_nomenclature, 1, parent.culture_bank_code, 'Boutures du pied en jauge.', d.id_digitiser, d.created + INTERVAL '2 hours'
FROM demo_material d JOIN pr_exsitu.t_materials parent ON parent.uuid = md5('material' || 1000000 + d.o)::uuid
JOIN ref_nomenclatures.t_nomenclatures n ON n.cd_nomenclature = d.sort
JOIN ref_nomenclatures.bib_nomenclatures_types t ON t.id_type = n.id_type AND t.mnemonique = 'EXS_HARVEST_MATERIAL'
WHERE d.m >= 2000000
ORDER BY d.year, d.number;

-- One name in twenty was cited under a synonym, one in three without its author; mixtures have two taxa.
INSERT INTO pr_exsitu.cor_material_taxa (id_material, rank, cd_nom, cited_name, uuid)
SELECT m.id_material, v.rank, v.cd_nom, v.cited_name, md5('material_taxon' || d.m || '-' || v.rank)::uuid
FROM demo_material d JOIN pr_exsitu.t_materials m ON m.uuid = md5('material' || d.m)::uuid
JOIN demo_taxon t ON t.rank = d.taxon
LEFT JOIN demo_synonym s ON s.rank = d.taxon AND pg_temp.u(d.m, 230) < 0.3
LEFT JOIN demo_taxon other ON d.is_mixture AND other.rank = CASE WHEN d.taxon = 1 THEN 2 ELSE d.taxon - 1 END
CROSS JOIN LATERAL (
  SELECT 1 AS rank, coalesce(s.cd_nom, t.cd_nom) AS cd_nom, coalesce(s.full_name, CASE WHEN pg_temp.u(d.m, 231) < 0.33 THEN t.lb_nom ELSE t.full_name END) AS cited_name
  UNION ALL
  SELECT 2, other.cd_nom, other.full_name WHERE other.cd_nom IS NOT NULL
) v
ORDER BY m.id_material, v.rank;

ANALYZE pr_exsitu.t_materials, pr_exsitu.cor_material_taxa;
