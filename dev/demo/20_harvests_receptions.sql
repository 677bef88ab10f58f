-- Where the seeds come from: harvests in the seven departments of the demonstration, a few in culture,
-- and one origin in 33 that is a reception. An origin gives one to three lots.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

-- Hash of a number, as a fraction in [0, 1) and as an integer in [0, m): one salt per question asked.
CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

CREATE TEMPORARY TABLE demo_origin ON COMMIT DROP AS
WITH sized AS (
  SELECT lots, o, coalesce(sum(1 + pg_temp.k(o, 101, 3)) OVER (ORDER BY o ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lots_before
  FROM (SELECT coalesce(nullif(current_setting('exsitu.demo_lots', true), '')::integer, 3481) AS lots) s
  CROSS JOIN LATERAL generate_series(1, s.lots) AS o
), kept AS (
  SELECT o, CASE WHEN o % 20 = 4 THEN 3 WHEN o % 33 = 5 THEN 4 WHEN o % 50 = 6 THEN 5 WHEN o % 100 = 8 THEN 7 WHEN o % 33 = 9 THEN 2 ELSE 1 END AS id_dataset,
         (o % 33 = 7) AS is_reception, 1996 + floor(31 * power(pg_temp.u(o, 102), 0.6))::integer AS year
  FROM sized WHERE lots_before < lots
), dated AS (
  -- Mostly from July to October, a few in spring and late autumn; nothing of 2026 after mid-September.
  SELECT k.*, make_date(year, 1, 1) + CASE
           WHEN pg_temp.u(o, 103) < 0.05 THEN 120 + pg_temp.k(o, 104, 60)
           WHEN year < 2026 AND pg_temp.u(o, 103) > 0.97 THEN 304 + pg_temp.k(o, 104, 40)
           WHEN year < 2026 THEN 181 + pg_temp.k(o, 104, 62) + pg_temp.k(o, 105, 62)
           ELSE 181 + pg_temp.k(o, 104, 38) + pg_temp.k(o, 105, 38) END AS day
  FROM kept k
)
SELECT d.*,
       CASE id_dataset WHEN 3 THEN 14 WHEN 4 THEN 13 WHEN 5 THEN (ARRAY[12, 14])[1 + pg_temp.k(o, 106, 2)] WHEN 7 THEN 12
         ELSE CASE WHEN pg_temp.u(o, 107) < 0.50 THEN 11 WHEN pg_temp.u(o, 107) < 0.80 THEN 12 WHEN pg_temp.u(o, 107) < 0.97 THEN 10 ELSE 13 END END AS id_digitiser,
       CASE WHEN pg_temp.u(o, 108) < 0.62 THEN 'ptp' WHEN pg_temp.u(o, 108) < 0.86 THEN 'ptapp' WHEN pg_temp.u(o, 108) < 0.95 THEN 'com'
            WHEN pg_temp.u(o, 108) < 0.985 THEN 'dept' ELSE 'nl' END AS precision_class,
       CASE WHEN year >= 2012 THEN 'day' WHEN pg_temp.u(o, 109) < 0.80 THEN 'day' WHEN pg_temp.u(o, 109) < 0.92 THEN 'month'
            WHEN pg_temp.u(o, 109) < 0.98 THEN 'year' ELSE 'unknown' END AS date_precision,
       1 + pg_temp.k(o, 110, greatest(12, (SELECT count(*) FROM dated)::integer / 3)) AS site
FROM dated d;

-- Sites are visited again: a point of a municipality, most of them in the high valleys. Municipal limits
-- of the host may be concave: a point that falls outside is brought back in.
CREATE TEMPORARY TABLE demo_site ON COMMIT DROP AS
WITH town AS (
  SELECT a.id_area, a.area_code, a.geom, left(a.area_code, 2) AS dep,
         row_number() OVER (PARTITION BY left(a.area_code, 2) ORDER BY a.area_code) AS rank,
         count(*) OVER (PARTITION BY left(a.area_code, 2))::integer AS towns
  FROM ref_geo.l_areas a WHERE a.enable AND a.id_type = ref_geo.get_id_area_type('COM')
), site AS (
  SELECT s, CASE WHEN v < 0.42 THEN '05' WHEN v < 0.62 THEN '04' WHEN v < 0.74 THEN '38' WHEN v < 0.83 THEN '73'
                 WHEN v < 0.91 THEN '26' WHEN v < 0.97 THEN '74' ELSE '01' END AS dep
  FROM (SELECT s, pg_temp.u(s, 120) AS v FROM (SELECT DISTINCT site AS s FROM demo_origin) d) w
), placed AS (
  SELECT site.s, site.dep, town.id_area, town.geom, public.ST_LineInterpolatePoint(public.ST_MakeLine(
           public.ST_Centroid(town.geom),
           public.ST_LineInterpolatePoint(public.ST_ExteriorRing(public.ST_GeometryN(town.geom, 1)), pg_temp.u(site.s, 122))),
           0.9 * sqrt(pg_temp.u(site.s, 123))) AS point
  FROM site JOIN town ON town.dep = site.dep AND town.rank = 1 + pg_temp.k(site.s, 121, town.towns)
), kept AS (
  SELECT s, dep, id_area, CASE WHEN public.ST_Contains(geom, point) THEN point ELSE public.ST_PointOnSurface(geom) END AS point FROM placed
)
SELECT k.s, k.dep, k.id_area, k.point, alt.altitude_min AS altitude,
       (ARRAY['Combe', 'Ravin', 'Crête', 'Lac', 'Col', 'Vallon', 'Alpage', 'Adret', 'Ubac', 'Éboulis', 'Bois', 'Plateau', 'Tourbière', 'Prairie', 'Source', 'Replat', 'Rochers', 'Cabane'])[1 + pg_temp.k(k.s, 124, 18)]
       || ' ' || (ARRAY['de la Selle', 'des Clots', 'de l''Aiguille', 'du Vallonnet', 'des Eychauda', 'de Chaillol', 'du Grand Lac', 'de la Blanche', 'des Traverses', 'de Côte Belle', 'du Fangeas', 'de Pré Rond', 'du Serre', 'de Combe Noire', 'des Ourtières', 'du Mélézin', 'de la Casse', 'des Rouies', 'du Pas de l''Âne', 'de Font Froide'])[1 + pg_temp.k(k.s, 125, 20)]
       || (ARRAY['', '', '', ', bord du sentier', ', sous la barre rocheuse', ', rive gauche du torrent', ', au-dessus de la cabane', ', à la cassure de pente'])[1 + pg_temp.k(k.s, 126, 8)] AS locality
FROM kept k CROSS JOIN LATERAL ref_geo.fct_get_altitude_intersection(k.point) alt;
ANALYZE demo_origin;
ANALYZE demo_site;

INSERT INTO pr_exsitu.t_harvests (uuid, code, id_dataset, id_nomenclature_harvest_type, date_min, date_max, date_precision, observers_text, geom_4326,
  id_nomenclature_geographical_precision, precision_m, surface_m2, altitude_min, altitude_max, slope_degrees, id_nomenclature_exposure, cd_hab, locality,
  remarks, protocol_note, landowner_consent, population_size, individuals_seen, individuals_fruiting, crop_share_percent, herbarium_voucher, associated_species,
  id_digitiser, meta_create_date, id_permit)
WITH habitat AS (
  SELECT h.cd_hab, row_number() OVER (ORDER BY h.cd_hab) AS rank, count(*) OVER ()::integer AS habitats
  FROM ref_habitats.habref h WHERE NOT EXISTS (SELECT FROM ref_habitats.habref below WHERE below.cd_hab_sup = h.cd_hab)
), nomenclature AS (
  SELECT t.mnemonique AS type, n.cd_nomenclature AS cd, n.id_nomenclature,
         row_number() OVER (PARTITION BY t.mnemonique ORDER BY n.id_nomenclature) AS rank, count(*) OVER (PARTITION BY t.mnemonique)::integer AS values
  FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
  WHERE t.mnemonique IN ('EXS_HARVEST_TYPE', 'EXS_GEOGRAPHICAL_PRECISION', 'EXPOSITION') AND n.active
), garden AS (
  SELECT centroid AS point FROM ref_geo.l_areas WHERE enable AND id_type = ref_geo.get_id_area_type('COM') AND area_code = '05061'
), harvest AS (
  SELECT o.*, (o.id_dataset = 2) AS in_culture, row_number() OVER (PARTITION BY o.year ORDER BY o.day, o.o) AS number,
         CASE WHEN o.id_dataset = 2 THEN 'Jardin de conservation, planche ' || 1 + pg_temp.k(o.o, 130, 12) ELSE s.locality END AS locality,
         CASE WHEN o.id_dataset = 2 THEN 760 ELSE s.altitude + pg_temp.k(o.o, 131, 31) - 15 END AS altitude,
         CASE WHEN o.id_dataset = 2 THEN coalesce(g.point, s.point)
              WHEN o.precision_class IN ('ptp', 'ptapp') THEN public.ST_Translate(s.point, 120 * pg_temp.u(o.o, 132) - 60, 120 * pg_temp.u(o.o, 133) - 60) END AS point,
         power(10, 1 + 3.2 * pg_temp.u(o.o, 134))::integer AS population, pg_temp.u(o.o, 135) AS shape
  FROM demo_origin o JOIN demo_site s ON s.s = o.site LEFT JOIN garden g ON true
  WHERE NOT o.is_reception
), drawn AS (
  SELECT h.*, CASE WHEN h.in_culture OR h.precision_class <> 'ptp' OR h.shape >= 0.15 THEN h.point
                   WHEN h.shape < 0.10 THEN public.ST_Buffer(h.point, 12 + 40 * pg_temp.u(h.o, 136), 2 + pg_temp.k(h.o, 137, 3))
                   ELSE public.ST_MakeLine(ARRAY[h.point,
                     public.ST_Translate(h.point, 40 + 30 * pg_temp.u(h.o, 138), 25 * pg_temp.u(h.o, 139)),
                     public.ST_Translate(h.point, 90 + 60 * pg_temp.u(h.o, 138), 60 * pg_temp.u(h.o, 139))]) END AS geom,
         (h.population * (0.1 + 0.8 * pg_temp.u(h.o, 140)))::integer AS seen
  FROM harvest h
)
SELECT md5('harvest' || d.o)::uuid, format('R%s_%s', d.year, lpad(d.number::text, greatest(4, length(d.number::text)), '0')), d.id_dataset, ht.id_nomenclature,
       CASE d.date_precision WHEN 'day' THEN d.day WHEN 'month' THEN date_trunc('month', d.day)::date WHEN 'year' THEN make_date(d.year, 1, 1) END,
       CASE d.date_precision WHEN 'day' THEN d.day WHEN 'month' THEN (date_trunc('month', d.day) + INTERVAL '1 month - 1 day')::date WHEN 'year' THEN make_date(d.year, 12, 31) END,
       d.date_precision,
       CASE WHEN d.year < 2008 AND pg_temp.u(d.o, 141) < 0.6 THEN (ARRAY['Julien Rostan', 'Mme Allard', 'Groupe botanique du Buëch', 'Paul Imbert, bénévole', 'garde du secteur'])[1 + pg_temp.k(d.o, 142, 5)] END,
       public.ST_SnapToGrid(public.ST_Transform(d.geom, 4326), 0.0000001),
       gp.id_nomenclature,
       CASE d.precision_class WHEN 'ptp' THEN 3 + pg_temp.k(d.o, 143, 22) WHEN 'ptapp' THEN 50 * (2 + pg_temp.k(d.o, 143, 9)) END,
       CASE WHEN public.GeometryType(d.geom) = 'POLYGON' THEN round(public.ST_Area(d.geom)::numeric, 1) END,
       d.altitude, d.altitude + CASE WHEN pg_temp.u(d.o, 144) < 0.6 THEN 0 ELSE 10 * (1 + pg_temp.k(d.o, 145, 6)) END,
       CASE WHEN pg_temp.u(d.o, 146) < 0.7 AND NOT d.in_culture THEN pg_temp.k(d.o, 147, 9) * 5 END,
       CASE WHEN pg_temp.u(d.o, 148) < 0.7 AND NOT d.in_culture THEN ex.id_nomenclature END,
       CASE WHEN pg_temp.u(d.o, 150) < 0.8 AND NOT d.in_culture THEN hab.cd_hab END,
       CASE WHEN d.precision_class = 'nl' AND NOT d.in_culture THEN 'Localité illisible sur l''étiquette' ELSE d.locality END,
       CASE pg_temp.k(d.o, 152, 14) WHEN 0 THEN 'Population pâturée, peu de fruits.' WHEN 1 THEN 'Fruits encore verts sur le versant nord.' WHEN 2 THEN 'Retour à prévoir : maturité échelonnée.'
         WHEN 3 THEN 'Récolte interrompue par l''orage.' WHEN 4 THEN 'Station découverte cette année.' END,
       CASE WHEN pg_temp.u(d.o, 153) < 0.15 THEN 'Protocole ENSCONET, échantillonnage régulier.' END,
       CASE WHEN pg_temp.u(d.o, 154) < 0.25 AND NOT d.in_culture THEN (ARRAY['Accord verbal de la commune', 'Accord écrit du propriétaire', 'Forêt domaniale, accord de l''agence'])[1 + pg_temp.k(d.o, 155, 3)] END,
       CASE WHEN pg_temp.u(d.o, 156) < 0.75 THEN d.population END,
       CASE WHEN pg_temp.u(d.o, 156) < 0.75 THEN d.seen END,
       CASE WHEN pg_temp.u(d.o, 156) < 0.65 THEN (d.seen * (0.3 + 0.7 * pg_temp.u(d.o, 157)))::integer END,
       CASE WHEN pg_temp.u(d.o, 158) < 0.55 THEN CASE WHEN pg_temp.u(d.o, 158) < 0.03 THEN 21 + pg_temp.k(d.o, 159, 10) ELSE 2 + pg_temp.k(d.o, 159, 18) END END,
       CASE WHEN pg_temp.u(d.o, 160) < 0.12 THEN 'HERB-' || d.year || '-' || 100 + pg_temp.k(d.o, 161, 900) END,
       CASE WHEN pg_temp.u(d.o, 162) < 0.2 THEN (ARRAY['Sesleria caerulea, Carex sempervirens', 'Dryas octopetala, Salix retusa', 'Festuca paniculata, Meum athamanticum', 'Stipa pennata, Teucrium chamaedrys', 'Larix decidua, Vaccinium myrtillus'])[1 + pg_temp.k(d.o, 163, 5)] END,
       d.id_digitiser, (least(d.day + 5 + pg_temp.k(d.o, 164, 40), DATE '2026-11-18') + TIME '10:00') AT TIME ZONE 'Europe/Paris',
       CASE WHEN ht.cd = 'rin' THEN permit.id_permit END
FROM drawn d
LEFT JOIN pr_exsitu.t_permits permit ON permit.uuid = md5('permit' || 1991 + 5 * ((d.year - 1991) / 5))::uuid
JOIN nomenclature ht ON ht.type = 'EXS_HARVEST_TYPE' AND ht.cd = CASE WHEN d.in_culture THEN 'rex' WHEN pg_temp.u(d.o, 165) < 0.02 THEN 'indet' ELSE 'rin' END
JOIN nomenclature gp ON gp.type = 'EXS_GEOGRAPHICAL_PRECISION' AND gp.cd = CASE WHEN d.in_culture THEN 'ptp' ELSE d.precision_class END
LEFT JOIN nomenclature ex ON ex.type = 'EXPOSITION' AND ex.rank = 1 + pg_temp.k(d.o, 149, ex.values)
LEFT JOIN habitat hab ON hab.rank = 1 + pg_temp.k(d.site, 151, hab.habitats)
ORDER BY d.year, d.number;

-- The main observer is of the organism of the one who typed it in; two in five harvests had a second one.
INSERT INTO pr_exsitu.cor_harvest_observers (id_harvest, id_role, is_main, uuid)
SELECT h.id_harvest, p.id_role, p.is_main, md5('harvest_observer' || o.o || '-' || p.is_main)::uuid
FROM demo_origin o JOIN pr_exsitu.t_harvests h ON h.uuid = md5('harvest' || o.o)::uuid
CROSS JOIN LATERAL (
  SELECT CASE WHEN o.id_digitiser = 14 THEN 14 WHEN pg_temp.u(o.o, 170) < 0.6 THEN o.id_digitiser ELSE (ARRAY[11, 12])[1 + pg_temp.k(o.o, 171, 2)] END AS main
) m
CROSS JOIN LATERAL (
  SELECT m.main AS id_role, true AS is_main
  UNION ALL
  SELECT CASE WHEN m.main <> 12 THEN 12 ELSE 11 END, false WHERE o.id_digitiser <> 14 AND pg_temp.u(o.o, 172) < 0.4
) p
ORDER BY h.id_harvest, p.is_main DESC;

-- Areas by intersection; without a geometry, those that were chosen.
INSERT INTO pr_exsitu.cor_harvest_areas (id_harvest, id_area, is_chosen)
SELECT h.id_harvest, a.id_area, false
FROM ref_geo.l_areas a JOIN pr_exsitu.t_harvests h ON public.ST_Intersects(a.geom, h.geom_local)
WHERE a.enable AND h.uuid IN (SELECT md5('harvest' || o.o)::uuid FROM demo_origin o)
UNION ALL
SELECT h.id_harvest, a.id_area, true
FROM demo_origin o JOIN pr_exsitu.t_harvests h ON h.uuid = md5('harvest' || o.o)::uuid
JOIN demo_site s ON s.s = o.site
JOIN ref_geo.l_areas a ON (o.precision_class = 'com' AND a.id_area = s.id_area)
  OR (a.enable AND a.area_code = s.dep AND a.id_type = ref_geo.get_id_area_type('DEP'))
WHERE h.geom_local IS NULL AND o.precision_class IN ('com', 'dept')
ORDER BY 1, 2;

INSERT INTO pr_exsitu.t_receptions (uuid, id_dataset, id_partner, partner_number, date_received, ipen, provenance, documents, remarks, id_digitiser, meta_create_date)
SELECT md5('reception' || o.o)::uuid, o.id_dataset, p.id_partner, 'N° ' || o.year || '/' || 10 + pg_temp.k(o.o, 180, 890), o.day,
       CASE WHEN p.kind = 'botanic_garden' THEN format('FR-0-DEMO-%s-%s', o.year, 100 + pg_temp.k(o.o, 181, 900)) END,
       (ARRAY['W', 'W', 'W', 'Z', 'G', 'U'])[1 + pg_temp.k(o.o, 182, 6)],
       CASE WHEN pg_temp.u(o.o, 183) < 0.3 THEN 'Passeport phytosanitaire joint' END,
       CASE WHEN pg_temp.u(o.o, 184) < 0.3 THEN 'Reçu en échange de semences.' END,
       o.id_digitiser, (o.day + 2 + TIME '11:00') AT TIME ZONE 'Europe/Paris'
FROM demo_origin o
JOIN pr_exsitu.t_partners p ON p.uuid = md5('partner' || CASE WHEN o.id_digitiser = 14 THEN 13 + pg_temp.k(o.o, 185, 2) ELSE 1 + pg_temp.k(o.o, 185, 11) END)::uuid
WHERE o.is_reception
ORDER BY o.o;

ANALYZE pr_exsitu.t_harvests, pr_exsitu.cor_harvest_observers, pr_exsitu.cor_harvest_areas, pr_exsitu.t_receptions;
