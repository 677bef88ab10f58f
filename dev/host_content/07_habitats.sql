-- Demonstration content: some sixty mountain habitats. Codes follow EUNIS; the labels are ours, and the
-- numbers (900001 and above) mean nothing elsewhere.

INSERT INTO ref_habitats.typoref (cd_typo, cd_table, lb_nom_typo, nom_jeu_donnees, territoire, langue, type_table)
VALUES (7, 'TYPO_EUNIS', 'EUNIS', 'Habitats de démonstration', 'Alpes françaises', 'Français', 'TYPO');
SELECT setval('ref_habitats.typoref_cd_typo_seq', 100);

CREATE TEMPORARY TABLE demo_habitat ON COMMIT DROP AS
SELECT 900000 + row_number() OVER (ORDER BY v.code COLLATE "C")::integer AS cd_hab, v.*
FROM (VALUES
    ('C', NULL, 'Eaux continentales'),
    ('C1', 'C', 'Lacs, étangs et mares'),
    ('C1.1', 'C1', 'Lacs pauvres en nutriments'),
    ('C2', 'C', 'Sources et cours d''eau'),
    ('C2.1', 'C2', 'Sources, ruisselets et leurs bords'),
    ('C2.2', 'C2', 'Torrents et rivières rapides'),
    ('C3', 'C', 'Rives et bords des eaux'),
    ('C3.5', 'C3', 'Grèves et bancs nus par moments'),
    ('C3.55', 'C3.5', 'Bancs de gravier à végétation clairsemée'),
    ('D', NULL, 'Tourbières et marais'),
    ('D1', 'D', 'Tourbières nourries par la pluie'),
    ('D1.1', 'D1', 'Tourbières bombées'),
    ('D2', 'D', 'Bas-marais et tourbières de transition'),
    ('D2.2', 'D2', 'Bas-marais acides'),
    ('D2.3', 'D2', 'Tremblants et tourbières de transition'),
    ('D4', 'D', 'Bas-marais riches en bases'),
    ('D4.1', 'D4', 'Bas-marais calcaires et ruissellements tufeux'),
    ('D4.2', 'D4', 'Formations des bords de torrents glaciaires'),
    ('E', NULL, 'Prairies et pelouses'),
    ('E1', 'E', 'Pelouses sèches'),
    ('E1.2', 'E1', 'Pelouses sèches sur calcaire'),
    ('E1.24', 'E1.2', 'Steppes des vallées internes'),
    ('E1.7', 'E1', 'Pelouses acides fermées'),
    ('E1.71', 'E1.7', 'Nardaies d''altitude moyenne'),
    ('E2', 'E', 'Prairies fraîches'),
    ('E2.1', 'E2', 'Pâtures permanentes'),
    ('E2.2', 'E2', 'Prés de fauche de plaine'),
    ('E2.3', 'E2', 'Prés de fauche de montagne'),
    ('E3', 'E', 'Prairies humides'),
    ('E3.4', 'E3', 'Prairies humides sur sol riche'),
    ('E3.5', 'E3', 'Prairies humides sur sol pauvre'),
    ('E4', 'E', 'Pelouses alpines et subalpines'),
    ('E4.1', 'E4', 'Combes à neige'),
    ('E4.11', 'E4.1', 'Combes à neige sur silice'),
    ('E4.12', 'E4.1', 'Combes à neige sur calcaire'),
    ('E4.3', 'E4', 'Pelouses d''altitude acides'),
    ('E4.31', 'E4.3', 'Nardaies d''altitude'),
    ('E4.33', 'E4.3', 'Pelouses à queyrellin'),
    ('E4.34', 'E4.3', 'Pelouses alpines fermées sur silice'),
    ('E4.4', 'E4', 'Pelouses d''altitude calcaires'),
    ('E4.41', 'E4.4', 'Pelouses calcaires fermées'),
    ('E4.42', 'E4.4', 'Crêtes ventées à élyne'),
    ('E4.43', 'E4.4', 'Pelouses calcaires en gradins'),
    ('E5', 'E', 'Ourlets et mégaphorbiaies'),
    ('E5.2', 'E5', 'Ourlets thermophiles'),
    ('E5.5', 'E5', 'Mégaphorbiaies subalpines'),
    ('E5.58', 'E5.5', 'Reposoirs à rumex des Alpes'),
    ('F', NULL, 'Landes et fourrés'),
    ('F2', 'F', 'Landes et fourrés d''altitude'),
    ('F2.1', 'F2', 'Fourrés nains des combes à neige'),
    ('F2.2', 'F2', 'Landes alpines toujours vertes'),
    ('F2.22', 'F2.2', 'Landes à rhododendron'),
    ('F2.3', 'F2', 'Fourrés subalpins à feuilles caduques'),
    ('F2.31', 'F2.3', 'Fourrés d''aulne vert'),
    ('F3', 'F', 'Fourrés de plaine et de montagne'),
    ('F9', 'F', 'Fourrés des bords d''eau'),
    ('F9.1', 'F9', 'Saulaies des rivières'),
    ('G', NULL, 'Forêts'),
    ('G1', 'G', 'Forêts de feuillus'),
    ('G1.6', 'G1', 'Hêtraies'),
    ('G3', 'G', 'Forêts de conifères'),
    ('G3.1', 'G3', 'Sapinières et pessières'),
    ('G3.2', 'G3', 'Mélézins et cembraies'),
    ('G3.3', 'G3', 'Forêts de pin à crochets'),
    ('G3.4', 'G3', 'Forêts de pin sylvestre'),
    ('H', NULL, 'Milieux nus ou peu végétalisés'),
    ('H2', 'H', 'Éboulis'),
    ('H2.3', 'H2', 'Éboulis siliceux froids'),
    ('H2.4', 'H2', 'Éboulis calcaires froids'),
    ('H2.6', 'H2', 'Éboulis calcaires chauds'),
    ('H3', 'H', 'Falaises et rochers'),
    ('H3.1', 'H3', 'Falaises siliceuses'),
    ('H3.2', 'H3', 'Falaises calcaires'),
    ('H4', 'H', 'Neiges et glaces'),
    ('I', NULL, 'Cultures et jardins'),
    ('I1', 'I', 'Champs et leurs messicoles'),
    ('I2', 'I', 'Jardins et parcs')
) AS v (code, parent, label);

INSERT INTO ref_habitats.habref
    (cd_hab, fg_validite, cd_typo, lb_code, lb_hab_fr, lb_hab_fr_complet, niveau, lb_niveau, cd_hab_sup, path_cd_hab, france)
WITH RECURSIVE tree AS (
    SELECT h.cd_hab, h.code, h.label, NULL::integer AS cd_hab_sup, 1 AS depth, '/' || h.cd_hab || '/' AS path
    FROM demo_habitat h
    WHERE h.parent IS NULL
    UNION ALL
    SELECT h.cd_hab, h.code, h.label, t.cd_hab, t.depth + 1, t.path || h.cd_hab || '/'
    FROM tree t
    JOIN demo_habitat h ON h.parent = t.code
)
SELECT cd_hab, 'Valide', 7, code, label, label, depth, 'Niveau ' || depth, cd_hab_sup, path, 'true'
FROM tree
ORDER BY cd_hab;

INSERT INTO ref_habitats.autocomplete_habitat (cd_hab, cd_typo, lb_code, lb_nom_typo, search_name)
SELECT h.cd_hab, h.cd_typo, h.lb_code, t.lb_nom_typo, h.lb_code || ' - ' || h.lb_hab_fr
FROM ref_habitats.habref h
JOIN ref_habitats.typoref t USING (cd_typo);

INSERT INTO ref_habitats.bib_list_habitat (id_list, list_name) VALUES (1, 'Habitats des récoltes (démonstration)');
SELECT setval('ref_habitats.bib_list_habitat_id_list_seq', 100);
INSERT INTO ref_habitats.cor_list_habitat (id_list, cd_hab)
SELECT 1, cd_hab FROM ref_habitats.habref ORDER BY cd_hab;
