-- Demonstration content: areas of the French Alps. Names and codes are real; every limit is invented: the
-- cells around approximate town centres, so that a point falls in one municipality and one department.
-- The elevation model is invented too, spread from rough altitudes of towns and summits.

INSERT INTO ref_geo.bib_areas_types (id_type, type_name, type_code, size_hierarchy) VALUES
    (1, 'Coeurs des Parcs nationaux', 'ZC', NULL),
    (2, 'ZNIEFF2', 'ZNIEFF2', NULL),
    (3, 'ZNIEFF1', 'ZNIEFF1', NULL),
    (4, 'Aires de protection de biotope', 'APB', NULL),
    (5, 'Réserves naturelles nationales', 'RNN', NULL),
    (6, 'Réserves naturelles regionales', 'RNR', NULL),
    (7, 'Natura 2000 - Zones de protection spéciales', 'ZPS', NULL),
    (8, 'Natura 2000 - Sites d''importance communautaire', 'SIC', NULL),
    (9, 'Zone d''importance pour la conservation des oiseaux', 'ZICO', NULL),
    (10, 'Réserves nationales de chasse et faune sauvage', 'RNCFS', NULL),
    (11, 'Réserves intégrales de parc national', 'RIPN', NULL),
    (12, 'Sites acquis des Conservatoires d''espaces naturels', 'SCEN', NULL),
    (13, 'Sites du Conservatoire du Littoral', 'SCL', NULL),
    (14, 'Parcs naturels marins', 'PNM', NULL),
    (15, 'Parcs naturels régionaux', 'PNR', NULL),
    (16, 'Réserves biologiques', 'RBIOL', NULL),
    (17, 'Réserves de biosphère', 'RBIOS', NULL),
    (18, 'Réserves naturelles de Corse', 'RNC', NULL),
    (19, 'Sites Ramsar', 'SRAM', NULL),
    (20, 'Aire d''adhésion des Parcs nationaux', 'AA', NULL),
    (21, 'Natura 2000 - Zones spéciales de conservation', 'ZSC', NULL),
    (22, 'Natura 2000 - Proposition de sites d''intéret communautaire', 'PSIC', NULL),
    (23, 'Périmètre d''étude de la charte des Parcs nationaux', 'PEC', NULL),
    (24, 'Unités géographiques', 'UG', NULL),
    (25, 'Communes', 'COM', 10),
    (26, 'Départements', 'DEP', 50),
    (27, 'Mailles 10*10', 'M10', 20),
    (28, 'Mailles 5*5', 'M5', 15),
    (29, 'Mailles 1*1', 'M1', 5),
    (30, 'Secteurs', 'SEC', NULL),
    (31, 'Massifs', 'MAS', 90),
    (32, 'Zones biogéographiques', 'ZBIOG', NULL),
    (33, 'Régions', 'REG', 100);
SELECT setval('ref_geo.bib_areas_types_id_type_seq', 100);

-- Approximate centres (longitude, latitude) and altitudes; they last as long as this transaction.
CREATE TEMPORARY TABLE demo_town ON COMMIT DROP AS
SELECT
    v.insee, v.name, left(v.insee, 2) AS dep, v.altitude,
    1000 + row_number() OVER (ORDER BY v.insee)::integer AS id_area,
    public.ST_Transform(public.ST_SetSRID(public.ST_MakePoint(v.lon, v.lat), 4326), 2154) AS centre
FROM (VALUES
        ('01004', 'Ambérieu-en-Bugey', 5.359, 45.959, 250),
        ('01034', 'Belley', 5.688, 45.759, 280),
        ('01053', 'Bourg-en-Bresse', 5.225, 46.205, 230),
        ('01143', 'Divonne-les-Bains', 6.143, 46.357, 480),
        ('01173', 'Gex', 6.058, 46.333, 600),
        ('01185', 'Plateau d''Hauteville', 5.602, 45.977, 830),
        ('01210', 'Lélex', 5.942, 46.304, 900),
        ('01247', 'Mijoux', 6.003, 46.370, 1000),
        ('01269', 'Nantua', 5.607, 46.153, 480),
        ('01283', 'Oyonnax', 5.655, 46.257, 540),
        ('01427', 'Trévoux', 4.775, 45.940, 200),
        ('04006', 'Allos', 6.628, 44.240, 1430),
        ('04008', 'Annot', 6.668, 43.965, 710),
        ('04018', 'Banon', 5.628, 44.038, 780),
        ('04019', 'Barcelonnette', 6.653, 44.387, 1135),
        ('04020', 'Barles', 6.266, 44.266, 1000),
        ('04022', 'Barrême', 6.370, 43.954, 720),
        ('04023', 'Bayons', 6.166, 44.331, 880),
        ('04039', 'Castellane', 6.513, 43.847, 720),
        ('04049', 'Château-Arnoux-Saint-Auban', 6.009, 44.094, 440),
        ('04061', 'Colmars', 6.626, 44.181, 1250),
        ('04070', 'Digne-les-Bains', 6.236, 44.092, 610),
        ('04073', 'Enchastrayes', 6.690, 44.368, 1400),
        ('04076', 'Entrevaux', 6.810, 43.950, 480),
        ('04088', 'Forcalquier', 5.780, 43.959, 550),
        ('04096', 'Jausiers', 6.731, 44.418, 1220),
        ('04097', 'La Javie', 6.349, 44.171, 790),
        ('04102', 'Le Lauzet-Ubaye', 6.434, 44.427, 900),
        ('04112', 'Manosque', 5.787, 43.829, 370),
        ('04120', 'Val d''Oronaye', 6.823, 44.462, 1550),
        ('04126', 'Montclar', 6.340, 44.403, 1310),
        ('04134', 'La Motte-du-Caire', 6.033, 44.347, 700),
        ('04135', 'Moustiers-Sainte-Marie', 6.222, 43.846, 630),
        ('04155', 'Prads-Haute-Bléone', 6.444, 44.219, 1040),
        ('04161', 'Méolans-Revel', 6.505, 44.396, 1030),
        ('04166', 'Riez', 6.092, 43.818, 520),
        ('04173', 'Saint-André-les-Alpes', 6.507, 43.967, 900),
        ('04178', 'Saint-Étienne-les-Orgues', 5.780, 44.046, 690),
        ('04193', 'Saint-Paul-sur-Ubaye', 6.752, 44.515, 1470),
        ('04205', 'Seyne', 6.357, 44.350, 1210),
        ('04209', 'Sisteron', 5.943, 44.196, 480),
        ('04219', 'Thorame-Haute', 6.557, 44.098, 1130),
        ('04220', 'Les Thuiles', 6.569, 44.393, 1130),
        ('04222', 'Turriers', 6.168, 44.406, 1040),
        ('04226', 'Uvernet-Fours', 6.624, 44.363, 1170),
        ('05001', 'Abriès-Ristolas', 6.928, 44.796, 1550),
        ('05003', 'Aiguilles', 6.869, 44.781, 1450),
        ('05004', 'Ancelle', 6.206, 44.622, 1340),
        ('05006', 'L''Argentière-la-Bessée', 6.557, 44.792, 980),
        ('05007', 'Arvieux', 6.739, 44.766, 1550),
        ('05010', 'Aspres-sur-Buëch', 5.754, 44.522, 760),
        ('05017', 'La Bâtie-Neuve', 6.199, 44.568, 860),
        ('05023', 'Briançon', 6.643, 44.899, 1320),
        ('05026', 'Ceillac', 6.776, 44.667, 1640),
        ('05027', 'Cervières', 6.722, 44.870, 1620),
        ('05032', 'Champoléon', 6.262, 44.714, 1270),
        ('05036', 'Châteauroux-les-Alpes', 6.523, 44.613, 950),
        ('05038', 'Château-Ville-Vieille', 6.788, 44.760, 1380),
        ('05040', 'Chorges', 6.276, 44.549, 860),
        ('05044', 'Crévoux', 6.608, 44.546, 1600),
        ('05045', 'Crots', 6.478, 44.540, 800),
        ('05046', 'Embrun', 6.496, 44.564, 870),
        ('05052', 'Eygliers', 6.632, 44.674, 1030),
        ('05055', 'La Faurie', 5.743, 44.567, 850),
        ('05058', 'Freissinières', 6.537, 44.755, 1200),
        ('05061', 'Gap', 6.079, 44.559, 750),
        ('05063', 'La Grave', 6.306, 45.046, 1480),
        ('05064', 'La Chapelle-en-Valgaudémar', 6.196, 44.818, 1080),
        ('05065', 'Guillestre', 6.650, 44.660, 1000),
        ('05070', 'Laragne-Montéglin', 5.823, 44.316, 570),
        ('05077', 'Molines-en-Queyras', 6.842, 44.732, 1750),
        ('05079', 'Le Monêtier-les-Bains', 6.508, 44.976, 1500),
        ('05085', 'Montgenèvre', 6.722, 44.931, 1860),
        ('05087', 'Montmaur', 5.871, 44.570, 900),
        ('05093', 'Névache', 6.604, 45.019, 1600),
        ('05096', 'Orcières', 6.326, 44.685, 1440),
        ('05097', 'Orpierre', 5.690, 44.312, 690),
        ('05098', 'Les Orres', 6.551, 44.515, 1500),
        ('05101', 'Vallouise-Pelvoux', 6.488, 44.846, 1170),
        ('05110', 'Puy-Saint-Vincent', 6.492, 44.832, 1400),
        ('05114', 'Réallon', 6.362, 44.595, 1350),
        ('05115', 'Remollon', 6.166, 44.470, 690),
        ('05118', 'Val Buëch-Méouge', 5.857, 44.231, 520),
        ('05119', 'Risoul', 6.640, 44.650, 1120),
        ('05122', 'La Roche-de-Rame', 6.581, 44.748, 950),
        ('05123', 'La Roche-des-Arnauds', 5.955, 44.562, 930),
        ('05126', 'Rosans', 5.468, 44.391, 680),
        ('05132', 'Saint-Bonnet-en-Champsaur', 6.078, 44.681, 1020),
        ('05133', 'Saint-Chaffrey', 6.606, 44.926, 1350),
        ('05136', 'Saint-Crépin', 6.606, 44.706, 910),
        ('05139', 'Dévoluy', 5.938, 44.694, 1280),
        ('05142', 'Saint-Firmin', 6.029, 44.780, 900),
        ('05145', 'Saint-Jean-Saint-Nicolas', 6.230, 44.669, 1140),
        ('05146', 'Saint-Julien-en-Beauchêne', 5.712, 44.614, 920),
        ('05151', 'Saint-Martin-de-Queyrières', 6.583, 44.826, 1150),
        ('05157', 'Saint-Véran', 6.870, 44.701, 2040),
        ('05161', 'La Salle-les-Alpes', 6.571, 44.945, 1400),
        ('05164', 'Savines-le-Lac', 6.401, 44.525, 800),
        ('05165', 'Savournon', 5.785, 44.407, 800),
        ('05166', 'Serres', 5.716, 44.428, 670),
        ('05170', 'Tallard', 6.055, 44.462, 600),
        ('05174', 'Val-des-Prés', 6.679, 44.948, 1400),
        ('05177', 'Vars', 6.680, 44.618, 1650),
        ('05179', 'Veynes', 5.823, 44.534, 810),
        ('05181', 'Villar-d''Arêne', 6.335, 45.042, 1650),
        ('05183', 'Villar-Saint-Pancrace', 6.627, 44.874, 1300),
        ('26063', 'Buis-les-Baronnies', 5.272, 44.276, 370),
        ('26074', 'La Chapelle-en-Vercors', 5.416, 44.970, 950),
        ('26086', 'Châtillon-en-Diois', 5.487, 44.694, 580),
        ('26108', 'Crest', 5.022, 44.729, 190),
        ('26113', 'Die', 5.370, 44.754, 410),
        ('26114', 'Dieulefit', 5.066, 44.526, 400),
        ('26167', 'Luc-en-Diois', 5.450, 44.615, 580),
        ('26168', 'Lus-la-Croix-Haute', 5.705, 44.665, 1030),
        ('26198', 'Montélimar', 4.751, 44.558, 80),
        ('26220', 'Nyons', 5.140, 44.361, 270),
        ('26264', 'Rémuzat', 5.356, 44.413, 460),
        ('26281', 'Romans-sur-Isère', 5.052, 45.046, 160),
        ('26307', 'Saint-Jean-en-Royans', 5.293, 45.018, 250),
        ('26340', 'Séderon', 5.537, 44.205, 800),
        ('26361', 'Valdrôme', 5.577, 44.503, 800),
        ('26362', 'Valence', 4.892, 44.933, 120),
        ('26364', 'Vassieux-en-Vercors', 5.371, 44.897, 1060),
        ('38006', 'Allevard', 6.075, 45.395, 480),
        ('38052', 'Le Bourg-d''Oisans', 6.030, 45.055, 720),
        ('38053', 'Bourgoin-Jallieu', 5.274, 45.586, 250),
        ('38103', 'Chichilianne', 5.574, 44.812, 1010),
        ('38128', 'Corps', 5.944, 44.818, 940),
        ('38129', 'Corrençon-en-Vercors', 5.525, 45.031, 1110),
        ('38185', 'Grenoble', 5.724, 45.188, 214),
        ('38186', 'Gresse-en-Vercors', 5.562, 44.904, 1250),
        ('38191', 'Huez', 6.058, 45.083, 1450),
        ('38225', 'Autrans-Méaudre en Vercors', 5.543, 45.175, 1050),
        ('38226', 'Mens', 5.752, 44.817, 780),
        ('38253', 'Les Deux Alpes', 6.123, 45.010, 1650),
        ('38269', 'La Mure', 5.786, 44.903, 880),
        ('38375', 'Saint-Christophe-en-Oisans', 6.177, 44.958, 1470),
        ('38416', 'Saint-Marcellin', 5.321, 45.153, 280),
        ('38442', 'Saint-Pierre-de-Chartreuse', 5.816, 45.341, 890),
        ('38509', 'La Tour-du-Pin', 5.445, 45.566, 340),
        ('38527', 'Vaujany', 6.079, 45.157, 1250),
        ('38544', 'Vienne', 4.874, 45.525, 170),
        ('38548', 'Villard-de-Lans', 5.552, 45.071, 1030),
        ('38562', 'Vizille', 5.772, 45.078, 280),
        ('38563', 'Voiron', 5.592, 45.365, 290),
        ('38567', 'Chamrousse', 5.876, 45.126, 1650),
        ('73008', 'Aix-les-Bains', 5.915, 45.689, 240),
        ('73011', 'Albertville', 6.393, 45.676, 350),
        ('73023', 'Aussois', 6.742, 45.228, 1500),
        ('73034', 'Beaufort', 6.573, 45.719, 750),
        ('73040', 'Bessans', 6.993, 45.321, 1720),
        ('73047', 'Bonneval-sur-Arc', 7.047, 45.372, 1810),
        ('73054', 'Bourg-Saint-Maurice', 6.769, 45.618, 840),
        ('73065', 'Chambéry', 5.921, 45.566, 270),
        ('73071', 'Champagny-en-Vanoise', 6.694, 45.454, 1240),
        ('73146', 'Lescheraines', 6.109, 45.708, 650),
        ('73157', 'Modane', 6.659, 45.201, 1080),
        ('73181', 'Moûtiers', 6.532, 45.485, 480),
        ('73197', 'Peisey-Nancroix', 6.757, 45.547, 1310),
        ('73206', 'Pralognan-la-Vanoise', 6.722, 45.382, 1420),
        ('73227', 'Courchevel', 6.652, 45.433, 1300),
        ('73232', 'Sainte-Foy-Tarentaise', 6.884, 45.591, 1050),
        ('73248', 'Saint-Jean-de-Maurienne', 6.345, 45.276, 550),
        ('73257', 'Les Belleville', 6.525, 45.380, 1450),
        ('73261', 'Saint-Michel-de-Maurienne', 6.470, 45.218, 720),
        ('73280', 'Saint-Sorlin-d''Arves', 6.230, 45.221, 1510),
        ('73290', 'Val-Cenis', 6.879, 45.287, 1400),
        ('73296', 'Tignes', 6.906, 45.469, 2100),
        ('73304', 'Val-d''Isère', 6.980, 45.449, 1840),
        ('73306', 'Valloire', 6.430, 45.166, 1420),
        ('73307', 'Valmeinier', 6.481, 45.185, 1550),
        ('74001', 'Abondance', 6.722, 46.280, 930),
        ('74010', 'Annecy', 6.129, 45.899, 450),
        ('74042', 'Bonneville', 6.401, 46.079, 450),
        ('74056', 'Chamonix-Mont-Blanc', 6.870, 45.924, 1040),
        ('74063', 'Châtel', 6.841, 46.267, 1200),
        ('74080', 'La Clusaz', 6.424, 45.905, 1040),
        ('74081', 'Cluses', 6.580, 46.060, 490),
        ('74085', 'Les Contamines-Montjoie', 6.728, 45.821, 1170),
        ('74136', 'Le Grand-Bornand', 6.428, 45.942, 930),
        ('74143', 'Les Houches', 6.798, 45.891, 1010),
        ('74173', 'Megève', 6.617, 45.857, 1110),
        ('74191', 'Morzine', 6.709, 46.179, 980),
        ('74208', 'Passy', 6.692, 45.924, 650),
        ('74225', 'Rumilly', 5.945, 45.867, 340),
        ('74236', 'Saint-Gervais-les-Bains', 6.712, 45.892, 850),
        ('74243', 'Saint-Julien-en-Genevois', 6.084, 46.144, 470),
        ('74258', 'Samoëns', 6.727, 46.083, 700),
        ('74273', 'Sixt-Fer-à-Cheval', 6.775, 46.056, 760),
        ('74280', 'Thônes', 6.324, 45.882, 630),
        ('74281', 'Thonon-les-Bains', 6.479, 46.371, 430),
        ('74290', 'Vallorcine', 6.933, 46.033, 1260)
) AS v (insee, name, lon, lat, altitude);

CREATE TEMPORARY TABLE demo_department ON COMMIT DROP AS
SELECT * FROM (VALUES
    (101, '01', 'Ain', '84'),
    (104, '04', 'Alpes-de-Haute-Provence', '93'),
    (105, '05', 'Hautes-Alpes', '93'),
    (126, '26', 'Drôme', '84'),
    (138, '38', 'Isère', '84'),
    (173, '73', 'Savoie', '84'),
    (174, '74', 'Haute-Savoie', '84')
) AS v (id_area, code, name, region);

-- Municipalities: the cell of each centre, cut by a hull drawn 12 km around all of them.
INSERT INTO ref_geo.l_areas (id_area, id_type, area_name, area_code, geom, centroid, source, comment)
SELECT
    t.id_area, 25, t.name, t.insee,
    public.ST_Multi(public.ST_SnapToGrid(c.geom, 0.01)), t.centre, 'Démonstration',
    'Limites inventées pour la démonstration'
FROM (
    SELECT public.ST_Intersection(
        (public.ST_Dump(public.ST_VoronoiPolygons(public.ST_Collect(centre), 0, public.ST_Buffer(public.ST_ConvexHull(public.ST_Collect(centre)), 12000)))).geom,
        public.ST_Buffer(public.ST_ConvexHull(public.ST_Collect(centre)), 12000)
    ) AS geom
    FROM demo_town
) c
JOIN demo_town t ON public.ST_Intersects(c.geom, t.centre);

INSERT INTO ref_geo.li_municipalities
    (id_municipality, id_area, status, insee_com, nom_com, nom_dep, insee_dep, nom_reg, insee_reg)
SELECT
    'DEMO' || t.insee, t.id_area, 'Commune', t.insee, t.name, d.name, d.code,
    CASE d.region WHEN '93' THEN 'Provence-Alpes-Côte d''Azur' ELSE 'Auvergne-Rhône-Alpes' END, d.region
FROM demo_town t
JOIN demo_department d ON d.code = t.dep;

-- Departments are the union of their municipalities, regions and the massif that of the departments.
INSERT INTO ref_geo.l_areas (id_area, id_type, area_name, area_code, geom, centroid, source, comment)
SELECT
    d.id_area, 26, d.name, d.code, public.ST_Multi(u.geom), public.ST_PointOnSurface(u.geom), 'Démonstration',
    'Limites inventées pour la démonstration'
FROM demo_department d
JOIN LATERAL (
    SELECT public.ST_Union(a.geom) AS geom
    FROM ref_geo.l_areas a
    WHERE a.id_type = 25 AND left(a.area_code, 2) = d.code
) u ON true;

INSERT INTO ref_geo.l_areas (id_area, id_type, area_name, area_code, geom, centroid, source, comment)
SELECT
    v.id_area, v.id_type, v.name, v.code, public.ST_Multi(u.geom), public.ST_PointOnSurface(u.geom),
    'Démonstration', 'Limites inventées pour la démonstration'
FROM (VALUES
    (84, 33, 'Auvergne-Rhône-Alpes', '84', ARRAY['84']),
    (93, 33, 'Provence-Alpes-Côte d''Azur', '93', ARRAY['93']),
    (90, 31, 'Alpes', 'ALPES', ARRAY['84', '93'])
) AS v (id_area, id_type, name, code, regions)
JOIN LATERAL (
    SELECT public.ST_Union(a.geom) AS geom
    FROM ref_geo.l_areas a
    JOIN demo_department d ON d.id_area = a.id_area
    WHERE d.region = ANY (v.regions)
) u ON true;

-- Ten-kilometre cells over the Hautes-Alpes, named by the south-west corner in the local projection.
INSERT INTO ref_geo.l_areas (id_area, id_type, area_name, area_code, geom, centroid, source, comment)
SELECT
    5000 + row_number() OVER (ORDER BY g.i, g.j)::integer, 27, n.code, n.code, public.ST_Multi(g.geom),
    public.ST_Centroid(g.geom), 'Démonstration', 'Maille du département inventé'
FROM ref_geo.l_areas d
CROSS JOIN LATERAL public.ST_SquareGrid(10000, d.geom) g
CROSS JOIN LATERAL (SELECT format('10kmL93E%sN%s', lpad(g.i::text, 3, '0'), g.j) AS code) n
WHERE d.id_area = 105 AND public.ST_Intersects(g.geom, d.geom);

-- An inactive area: it must never be found by an intersection.
INSERT INTO ref_geo.l_areas (id_area, id_type, area_name, area_code, geom, centroid, source, comment, enable)
SELECT 9000, 30, 'Secteur désactivé', 'OFF', geom, centroid, 'Démonstration', 'Zone inactive, pour les essais', false
FROM ref_geo.l_areas
WHERE id_area = 105;
SELECT setval('ref_geo.l_areas_id_area_seq', 10000);

INSERT INTO ref_geo.cor_areas (id_area_group, id_area)
SELECT d.id_area, t.id_area FROM demo_town t JOIN demo_department d ON d.code = t.dep
UNION ALL
SELECT d.region::integer, d.id_area FROM demo_department d;

-- Elevation: 70 x 112 cells of 3 km. Each takes the altitudes known around it, weighted by the inverse
-- cube of the distance, with a little relief drawn from the coordinates.
INSERT INTO ref_geo.dem (rid, rast)
SELECT
    row_number() OVER (ORDER BY t.tile_y, t.tile_x)::integer,
    public.ST_SetValues(
        public.ST_AddBand(
            public.ST_MakeEmptyRaster(
                35, 28, 820000 + t.tile_x * 105000, 6610000 - t.tile_y * 84000, 3000, -3000, 0, 0, 2154
            ),
            '16BSI'::text, 0, -9999
        ),
        1, 1, 1, t.cells
    )
FROM (
    SELECT r.tile_x, r.tile_y, array_agg(r.line ORDER BY r.row) AS cells
    FROM (
        SELECT
            c.col / 35 AS tile_x, c.row / 28 AS tile_y, c.row,
            array_agg(c.altitude ORDER BY c.col) AS line
        FROM (
            SELECT
                col, row,
                greatest(80, round(
                    sum(k.altitude / w.d3) / sum(1 / w.d3) + 90 * sin(col * 1.7) * cos(row * 1.3)
                ))::double precision AS altitude
            FROM generate_series(0, 69) AS col
            CROSS JOIN generate_series(0, 111) AS row
            CROSS JOIN (
                SELECT public.ST_X(centre) AS x, public.ST_Y(centre) AS y, altitude FROM demo_town
                UNION ALL
                SELECT public.ST_X(p.geom), public.ST_Y(p.geom), p.altitude
                FROM (
                    SELECT
                        public.ST_Transform(public.ST_SetSRID(public.ST_MakePoint(v.lon, v.lat), 4326), 2154) AS geom,
                        v.altitude
                    FROM (VALUES
        (6.360, 44.922, 4050),
        (6.865, 45.833, 4780),
        (6.308, 45.005, 3900),
        (6.829, 45.405, 3800),
        (7.060, 44.680, 3400),
        (6.852, 44.543, 3350),
        (6.704, 44.266, 3000),
        (5.839, 44.775, 2700),
        (6.186, 44.736, 3100),
        (5.526, 44.870, 2250),
        (6.508, 44.290, 2900),
        (6.792, 44.823, 3250),
        (6.564, 45.114, 3120),
        (6.130, 45.130, 3400),
        (5.990, 45.170, 2900),
        (5.790, 45.290, 2000),
        (6.190, 45.680, 2100),
        (6.556, 45.955, 2700),
        (6.852, 46.025, 3050),
        (6.870, 46.170, 2900),
        (5.940, 46.270, 1680),
        (5.800, 44.120, 1750),
        (6.405, 45.035, 2080),
        (6.408, 45.064, 2600),
        (6.807, 44.327, 2750),
        (5.935, 44.630, 2650),
        (5.945, 44.500, 2000),
        (6.335, 45.130, 3400),
        (6.862, 45.528, 3700),
        (6.430, 44.110, 2300)
                    ) AS v (lon, lat, altitude)
                ) p
            ) k
            CROSS JOIN LATERAL (
                SELECT power(
                    power((821500 + col * 3000 - k.x) / 1000, 2) + power((6608500 - row * 3000 - k.y) / 1000, 2) + 1,
                    1.5
                ) AS d3
            ) w
            GROUP BY col, row
        ) c
        GROUP BY c.col / 35, c.row / 28, c.row
    ) r
    GROUP BY r.tile_x, r.tile_y
) t;
SELECT setval('ref_geo.dem_rid_seq', 100);
