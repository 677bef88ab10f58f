-- Demonstration content: organisms, groups, users, applications, lists. Identifiers are fixed so that
-- tests and documentation may name them. Everybody and everything here is invented.

INSERT INTO utilisateurs.bib_organismes
    (id_organisme, uuid_organisme, nom_organisme, adresse_organisme, cp_organisme, ville_organisme, email_organisme)
SELECT v.id, md5('organism:' || v.id)::uuid, v.name, v.street, v.postcode, v.town, v.mail
FROM (VALUES
    (-1, 'Autre', NULL, NULL, NULL, NULL),
    (0, 'ALL', NULL, NULL, NULL, NULL),
    (1, 'Conservatoire botanique alpin (démonstration)', '1 place de l''Exemple', '05000', 'Gap', 'conservatoire@example.org'),
    (2, 'Jardin botanique du Lautaret-démo', 'Col de l''Exemple', '05480', 'Villar-d''Arêne', 'jardin@example.org'),
    (3, 'Parc national de démonstration', '2 rue de l''Exemple', '05000', 'Gap', 'parc@example.org')
) AS v (id, name, street, postcode, town, mail);
SELECT setval('utilisateurs.bib_organismes_id_organisme_seq', 100);

-- The password of everybody is "demo": bcrypt (cost 6) in pass_plus, except for "ancien", who still has
-- a hexadecimal md5 and nothing else.
INSERT INTO utilisateurs.t_roles
    (groupe, id_role, uuid_role, identifiant, nom_role, prenom_role, desc_role, pass, pass_plus, email, id_organisme, active)
SELECT
    v.is_group, v.id, md5('role:' || v.id)::uuid, v.login, v.surname, v.forename, v.descr,
    CASE WHEN v.login = 'ancien' THEN md5('demo') END,
    CASE WHEN NOT v.is_group AND v.login <> 'ancien'
        THEN '$2b$06$HDBHmPr/5MdoLkjH4swrau5ikTJjCRWcsNNas8UotvGMSSzDUlmGO' END,
    v.login || '@example.org', v.organism, v.active
FROM (VALUES
    (true, 1, NULL, 'Grp_administrateurs', NULL, 'Administrateurs du module', NULL, true),
    (true, 2, NULL, 'Grp_jardiniers', NULL, 'Jardiniers et techniciens de la banque de semences', NULL, true),
    (true, 3, NULL, 'Grp_responsables', NULL, 'Responsables de la conservation', NULL, true),
    (true, 4, NULL, 'Grp_imbrique', NULL, 'Groupe lui-même membre d''un groupe : n''en reçoit aucun droit', NULL, true),
    (true, 5, NULL, 'Grp_inactif', NULL, 'Groupe inactif : donne pourtant ses droits', NULL, false),
    (false, 10, 'admin', 'Clapier', 'Ambre', 'Administratrice, par son groupe', 1, true),
    (false, 11, 'jardinier', 'Doussot', 'Basile', 'Jardinier, par son groupe', 1, true),
    (false, 12, 'responsable', 'Escallier', 'Capucine', 'Responsable de la conservation, par son groupe', 1, true),
    (false, 13, 'stagiaire', 'Faure', 'Dorian', 'Stagiaire : ses données seulement', 1, true),
    (false, 14, 'partenaire', 'Garnier', 'Églantine', 'Jardin partenaire : les données de son organisme', 2, true),
    (false, 15, 'lecteur', 'Hugues', 'Florian', 'Lecture de tout, et rien d''autre', 1, true),
    (false, 16, 'sansdroit', 'Imbert', 'Garance', 'Aucun droit sur le module', 1, true),
    (false, 17, 'expire', 'Jaussaud', 'Hyacinthe', 'Droits échus en 2020', 1, true),
    (false, 18, 'nonvalide', 'Keller', 'Iris', 'Droits jamais validés', 1, true),
    (false, 19, 'inactif', 'Lagier', 'Jasmin', 'Compte inactif', 1, false),
    (false, 20, 'ancien', 'Martin', 'Lila', 'Ancien compte : mot de passe md5', 1, true),
    (false, 21, 'imbrique', 'Nicolas', 'Myrtille', 'Membre d''un groupe imbriqué : aucun droit', 1, true),
    (false, 22, 'sansorganisme', 'Orcel', 'Narcisse', 'Sans organisme, droits de portée 2', NULL, true),
    (false, 23, 'departement05', 'Pascal', 'Olivia', 'Lecture limitée aux Hautes-Alpes', 1, true),
    (false, 24, 'orchidees', 'Queyrel', 'Pervenche', 'Lecture limitée aux Orchidées', 1, true),
    (false, 25, 'flou', 'Robert', 'Quentin', 'Lecture et export floutés pour les taxons sensibles', 1, true),
    (false, 26, 'groupeinactif', 'Serres', 'Rose', 'Droits par un groupe inactif', 1, true),
    (false, 27, 'cumul', 'Taix', 'Sylvain', 'Droit propre de portée 1 et droit de groupe sans limite', 1, true),
    (false, 28, 'lecteur2', 'Ubaud', 'Violette', 'Deux droits de lecture, de portées 1 et 2', 1, true)
) AS v (is_group, id, login, surname, forename, descr, organism, active);
SELECT setval('utilisateurs.t_roles_id_role_seq', 1000);

-- The nested group is a member of the administrators. "cumul" is among the managers for its group right.
INSERT INTO utilisateurs.cor_roles (id_role_groupe, id_role_utilisateur) VALUES
    (1, 10), (2, 11), (3, 12), (1, 4), (4, 21), (5, 26), (3, 27);

INSERT INTO utilisateurs.t_providers (id_provider, name) VALUES (1, 'local_provider');
SELECT setval('utilisateurs.t_providers_id_provider_seq', 1);
INSERT INTO utilisateurs.cor_role_provider (id_role, id_provider)
SELECT id_role, 1 FROM utilisateurs.t_roles WHERE NOT groupe;

INSERT INTO utilisateurs.t_applications (id_application, code_application, nom_application, desc_application) VALUES
    (1, 'UH', 'UsersHub', 'Gestion des utilisateurs'),
    (2, 'TH', 'TaxHub', 'Gestion des taxons'),
    (3, 'GN', 'GeoNature', 'Saisie et consultation des données');
SELECT setval('utilisateurs.t_applications_id_application_seq', 10);
INSERT INTO utilisateurs.t_profils (id_profil, code_profil, nom_profil, desc_profil) VALUES
    (0, 0, 'Aucun', 'Aucun droit'),
    (1, 1, 'Lecteur', 'Peut consulter'),
    (2, 2, 'Rédacteur', 'Peut saisir'),
    (3, 3, 'Référent', 'Peut saisir et corriger'),
    (4, 4, 'Modérateur', 'Peut modérer'),
    (5, 5, 'Validateur', 'Peut valider'),
    (6, 6, 'Administrateur', 'Peut tout faire');
SELECT setval('utilisateurs.t_profils_id_profil_seq', 10);
INSERT INTO utilisateurs.cor_profil_for_app (id_profil, id_application) VALUES (1, 3), (6, 3), (6, 1), (6, 2);
-- "sansdroit" has no profile at all, which changes nothing to what it may do.
INSERT INTO utilisateurs.cor_role_app_profil (id_role, id_application, id_profil, is_default_group_for_app)
SELECT id_role, 3, CASE WHEN id_role = 1 THEN 6 ELSE 1 END, id_role = 2
FROM utilisateurs.t_roles
WHERE id_role IN (1, 2, 3) OR (NOT groupe AND id_role NOT IN (10, 11, 12, 16));

INSERT INTO utilisateurs.t_listes (id_liste, code_liste, nom_liste, desc_liste) VALUES
    (1, 'obsocctax', 'Observateurs Occtax', 'Observateurs des relevés floristiques'),
    (2, 'observateurs_exsitu', 'Observateurs ex situ', 'Récolteurs, semeurs et observateurs de la conservation ex situ');
SELECT setval('utilisateurs.t_listes_id_liste_seq', 100);
INSERT INTO utilisateurs.cor_role_liste (id_role, id_liste) VALUES
    (11, 1), (12, 1), (1, 2), (2, 2), (3, 2), (13, 2), (14, 2), (19, 2), (22, 2);
