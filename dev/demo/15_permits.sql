-- Permits: the derogations under which seeds are harvested in the wild, one every five years, without limit; those of
-- the releases (87_exits.sql); and some of the other kinds. One is about to expire, one has expired.
SELECT set_config('exsitu.id_role', '10', true), set_config('jit', 'off', true);

INSERT INTO pr_exsitu.t_permits (uuid, id_dataset, kind, number, holder, territory, valid_from, valid_to, remarks, id_digitiser, meta_create_date)
SELECT md5('permit' || v.year)::uuid, 1, 'derogation', format('%s-DEROG-%s', v.year, 40 + v.year % 17), 'Conservatoire botanique de démonstration', 'Alpes françaises',
       make_date(v.year, 1, 1), make_date(v.year + 4, 12, 31), 'Récolte de semences à des fins de conservation.', 10,
       (make_date(v.year, 1, 12) + TIME '09:00') AT TIME ZONE 'Europe/Paris'
FROM generate_series(1991, 2026, 5) AS v (year)
ORDER BY v.year;

INSERT INTO pr_exsitu.cor_permit_taxa (id_permit, rank, cd_nom, cited_name, unit, quantity)
SELECT p.id_permit, row_number() OVER (PARTITION BY p.id_permit ORDER BY t.lb_nom, u.unit), t.cd_nom, t.lb_nom, u.unit, NULL
FROM pr_exsitu.t_permits p
CROSS JOIN (SELECT DISTINCT x.cd_nom, x.lb_nom::text FROM taxonomie.bdc_statut_taxons s JOIN taxonomie.bdc_statut_cor_text_values v USING (id_value_text)
            JOIN taxonomie.bdc_statut_text w USING (id_text) JOIN taxonomie.taxref x ON x.cd_nom = s.cd_ref
            WHERE w.enable AND w.cd_type_statut IN ('PN', 'PR', 'PD')) t
CROSS JOIN (VALUES ('individual'), ('seed')) u (unit)
ORDER BY p.id_permit, t.lb_nom, u.unit;

INSERT INTO pr_exsitu.t_permits (uuid, id_dataset, kind, number, holder, territory, valid_from, valid_to, remarks, id_digitiser, meta_create_date)
VALUES
  (md5('permit-release-1')::uuid, 1, 'derogation', '05-2024-0117', 'Conservatoire botanique de démonstration', 'Hautes-Alpes', '2024-03-01', '2026-12-15',
   'Réintroduction, avec suivi annuel pendant cinq ans.', 10, '2024-02-20 10:00+01'),
  (md5('permit-release-2')::uuid, 1, 'derogation', '38-2025-0042', 'Conservatoire botanique de démonstration', 'Isère et Savoie', '2025-01-01', '2029-12-31',
   'Renforcement de populations.', 10, '2024-12-04 10:00+01'),
  (md5('permit-park')::uuid, 1, 'protected_area', '2023/086', 'Conservatoire botanique de démonstration', 'Cœur du parc', '2023-05-01', '2025-04-30', NULL, 12, '2023-04-11 10:00+02'),
  (md5('permit-owner')::uuid, 1, 'owner', 'Convention 2022-07', 'Commune de démonstration', 'Alpage communal', '2022-06-01', NULL, 'Reconduite chaque année.', 11, '2022-05-30 10:00+02'),
  (md5('permit-passport')::uuid, 1, 'phytosanitary_passport', 'FR-05-00231', 'Jardin de démonstration', NULL, '2026-01-01', '2027-12-31', NULL, 11, '2025-12-18 10:00+01');

ANALYZE pr_exsitu.t_permits, pr_exsitu.cor_permit_taxa;
