-- Plants that left: cultivations of plants raised from banked material, some protected, released under their permit,
-- given or sold, and what became of those that were released.
SELECT set_config('exsitu.id_role', '11', true), set_config('jit', 'off', true);

CREATE OR REPLACE FUNCTION pg_temp.u(n bigint, salt integer) RETURNS double precision LANGUAGE sql IMMUTABLE
AS $$ SELECT (hashint8extended(n, salt) & 4294967295)::double precision / 4294967296 $$;
CREATE OR REPLACE FUNCTION pg_temp.k(n bigint, salt integer, m integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % m)::integer $$;

-- Up to 24 materials, protected ones first.
CREATE TEMPORARY TABLE demo_grown ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY is_protected DESC, id_material)::integer AS n, g.*
FROM (
  SELECT m.id_material, t.cd_nom, t.cited_name, h.geom_4326, EXISTS (SELECT FROM pr_exsitu.protections(t.cd_nom)) AS is_protected,
         row_number() OVER (PARTITION BY EXISTS (SELECT FROM pr_exsitu.protections(t.cd_nom)) ORDER BY m.id_material) AS rank
  FROM pr_exsitu.t_materials m JOIN pr_exsitu.cor_material_taxa t ON t.id_material = m.id_material AND t.rank = 1
  JOIN pr_exsitu.t_harvests h ON h.id_harvest = m.id_harvest
  WHERE m.id_dataset = 1 AND h.geom_4326 IS NOT NULL AND h.date_max < DATE '2022-01-01'
) g
WHERE g.rank <= 12;

-- What they allow to release.
INSERT INTO pr_exsitu.cor_permit_taxa (id_permit, rank, cd_nom, cited_name, unit, quantity)
SELECT p.id_permit, row_number() OVER (PARTITION BY p.id_permit ORDER BY min(g.n)), x.cd_ref, min(x.lb_nom), 'plant', 40 + 20 * pg_temp.k(min(g.n), 801, 5)
FROM demo_grown g JOIN taxonomie.taxref x ON x.cd_nom = g.cd_nom
JOIN pr_exsitu.t_permits p ON p.uuid = md5('permit-release-' || 1 + g.n % 2)::uuid
WHERE g.is_protected
GROUP BY p.id_permit, x.cd_ref;

INSERT INTO pr_exsitu.t_cultivations (uuid, code, id_dataset, id_material, generation, objective, programme, id_responsible, id_digitiser, meta_create_date)
SELECT md5('grown' || g.n)::uuid, pr_exsitu.next_code('cultivation', 2023), 1, g.id_material, 0, 'reintroduction', 'Retour en montagne', 11, 11,
       (DATE '2023-04-03' + g.n + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM demo_grown g ORDER BY g.n;

CREATE TEMPORARY TABLE demo_grown_event ON COMMIT DROP AS
WITH grown AS (
  SELECT g.*, c.id_cultivation, DATE '2023-04-03' + g.n AS began, 60 + 10 * pg_temp.k(g.n, 802, 7) AS plants,
         DATE '2025-06-02' + 3 * pg_temp.k(g.n, 803, 9) + 365 * (g.n % 2) AS released
  FROM demo_grown g JOIN pr_exsitu.t_cultivations c ON c.uuid = md5('grown' || g.n)::uuid
)
SELECT n, id_cultivation, 1 AS step, 'initial' AS kind, began AS day, plants, NULL AS exit_kind, NULL::integer AS id_permit, NULL AS death_cause, NULL AS site, geom_4326, is_protected FROM grown
UNION ALL
SELECT n, id_cultivation, 2, 'death', began + 90, -(2 + pg_temp.k(n, 804, 5)), NULL, NULL, 'drought', NULL, NULL, is_protected FROM grown
UNION ALL
SELECT n, id_cultivation, 3, 'death', began + 290, -(1 + pg_temp.k(n, 805, 7)), NULL, NULL, 'frost', NULL, NULL, is_protected FROM grown
UNION ALL
SELECT n, id_cultivation, 4, 'death', began + 470, -(1 + pg_temp.k(n, 806, 4)), NULL, NULL, 'disease', NULL, NULL, is_protected FROM grown
UNION ALL
SELECT g.n, g.id_cultivation, 5, 'exit', g.released, -(18 + pg_temp.k(g.n, 807, 14)),
       (ARRAY['reintroduction', 'reinforcement', 'reintroduction', 'introduction'])[1 + pg_temp.k(g.n, 808, 4)],
       CASE WHEN g.is_protected THEN p.id_permit END, NULL,
       (ARRAY['Combe du Fangeas', 'Éboulis de la Selle', 'Tourbière des Clots', 'Replat du Mélézin', 'Crête de Chaillol', 'Vallon des Rouies'])[1 + pg_temp.k(g.n, 809, 6)],
       public.ST_Translate(public.ST_Centroid(g.geom_4326), 0.004 * pg_temp.u(g.n, 810), 0.004 * pg_temp.u(g.n, 811)), g.is_protected
FROM grown g JOIN pr_exsitu.t_permits p ON p.uuid = md5('permit-release-' || 1 + g.n % 2)::uuid
UNION ALL
SELECT n, id_cultivation, 6, 'exit', released + 40, -(3 + pg_temp.k(n, 812, 6)), (ARRAY['gift', 'exchange', 'sale'])[1 + pg_temp.k(n, 813, 3)], NULL, NULL, NULL, NULL, is_protected
FROM grown WHERE NOT is_protected AND pg_temp.u(n, 814) < 0.8;

INSERT INTO pr_exsitu.t_cultivation_events (uuid, uuid_operation, id_cultivation, kind, event_date, plants, said, death_cause, exit_kind, id_partner, id_permit, site, geom_4326, id_actor, id_digitiser, meta_create_date)
SELECT md5('grown' || e.n || '-' || e.step)::uuid, md5('grown-act' || e.n || '-' || e.step)::uuid, e.id_cultivation, e.kind, e.day, e.plants,
       CASE e.kind WHEN 'initial' THEN jsonb_build_object('kind', 'initial', 'quantity', e.plants)
         WHEN 'death' THEN jsonb_build_object('kind', 'death', 'quantity', -e.plants, 'cause', e.death_cause)
         ELSE jsonb_strip_nulls(jsonb_build_object('kind', 'exit', 'exit', e.exit_kind, 'quantity', -e.plants, 'partner', b.uuid, 'permit', p.uuid)) END,
       e.death_cause, e.exit_kind, b.id_partner, e.id_permit, e.site, CASE WHEN e.kind = 'exit' THEN e.geom_4326 END, 11, 11, (e.day + TIME '17:30') AT TIME ZONE 'Europe/Paris'
FROM demo_grown_event e
LEFT JOIN pr_exsitu.t_permits p ON p.id_permit = e.id_permit
LEFT JOIN LATERAL (SELECT b.id_partner, b.uuid FROM pr_exsitu.t_partners b WHERE b.id_organism = 1 ORDER BY hashint8extended(b.id_partner, e.n) LIMIT 1) b ON e.exit_kind IN ('gift', 'exchange', 'sale')
ORDER BY e.day, e.n;

-- Visits in the first autumn, then each June: some plants die, some are not seen.
INSERT INTO pr_exsitu.t_exit_follow_ups (uuid, id_exit, follow_up_date, alive, dead, not_seen, flowering, id_observer, id_digitiser, meta_create_date)
WITH visit AS (
  SELECT e.n, e.id_event, e.released, v.v, e.event_date + (ARRAY[100, 370, 520])[v.v] AS day,
         sum(LEAST(3, pg_temp.k(e.n * 10 + v.v, 820, 4))) OVER (PARTITION BY e.n ORDER BY v.v)::integer AS dead_until, LEAST(3, pg_temp.k(e.n * 10 + v.v, 820, 4)) AS dead
  FROM (SELECT g.n, e.id_event, e.event_date, -e.plants AS released FROM demo_grown g JOIN pr_exsitu.t_cultivation_events e ON e.uuid = md5('grown' || g.n || '-5')::uuid) e
  CROSS JOIN generate_series(1, 3) AS v (v)
), told AS (
  SELECT v.*, pg_temp.k(v.n * 10 + v.v, 821, 4) AS not_seen FROM visit v WHERE v.day <= DATE '2026-11-18' AND pg_temp.u(v.n, 822) < 0.85
)
SELECT md5('visit' || t.n || '-' || t.v)::uuid, t.id_event, t.day, t.released - t.dead_until - t.not_seen, t.dead, t.not_seen,
       CASE WHEN t.v > 1 THEN pg_temp.k(t.n * 10 + t.v, 823, t.released - t.dead_until - t.not_seen) END, 12, 12, (t.day + TIME '18:00') AT TIME ZONE 'Europe/Paris'
FROM told t ORDER BY t.day, t.n;

ANALYZE pr_exsitu.t_cultivations, pr_exsitu.t_cultivation_events, pr_exsitu.t_cultivation_tallies, pr_exsitu.t_exit_follow_ups, pr_exsitu.cor_permit_taxa;
