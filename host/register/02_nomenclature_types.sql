-- Registers the types of our vocabularies. Their names begin with EXS_, and their codes are those of the
-- older module, so that its data come over unchanged. May be run again: what is there is left alone.

INSERT INTO ref_nomenclatures.bib_nomenclatures_types
    (mnemonique, label_default, definition_default, label_fr, definition_fr, label_en, definition_en, source, statut)
SELECT 'EXS_' || v.suffix, v.fr, v.def_fr, v.fr, v.def_fr, v.en, v.def_en, 'EXSITU', 'Validé'
FROM (VALUES
    ('HARVEST_TYPE', 'Type de récolte', 'Harvest type', 'Dit si la récolte vient de la nature ou d''une culture.', 'Tells whether the harvest comes from the wild or from cultivation.'),
    ('METHOD_SAMPLE', 'Méthode d''échantillonnage', 'Sampling method', 'Façon de répartir la récolte dans la population.', 'How the harvest is spread over the population.'),
    ('HARVEST_MATERIAL', 'Matériel récolté', 'Harvested material', 'Nature de ce qui a été récolté.', 'What was harvested.'),
    ('FOOT_COUNTING_CLASS', 'Classe d''effectif de pieds', 'Plant count class', 'Ordre de grandeur du nombre de pieds.', 'Order of magnitude of the number of plants.'),
    ('PHENOLOGY', 'Phénologie', 'Phenology', 'Stade des plantes au moment de la récolte ou de l''observation.', 'Stage of the plants at harvest or observation.'),
    ('PHENOLOGICAL_STAGE', 'Stade phénologique', 'Phenological stage', 'Stade relevé au cours du suivi d''une culture, avec son code court.', 'Stage noted while a cultivation is followed, with its short code.'),
    ('TRANSPLANTATION_TYPE', 'Type de transplantation', 'Transplanting type', 'Geste qui change les plantes de contenant ou de terre.', 'Move of the plants to another container or to the ground.'),
    ('PHYSIOLOGICAL_STAGE', 'Stade physiologique', 'Physiological stage', 'Âge de développement de la plante suivie.', 'Developmental age of the plant.'),
    ('MAIN_LOCATION', 'Lieu principal', 'Main location', 'Grand lieu où se tient l''activité.', 'Main place where the work is done.'),
    ('FORM', 'Forme de la semence', 'Seed shape', 'Contour ou volume de la semence.', 'Outline or volume of the seed.'),
    ('ATWATER_TYPE', 'Type d''Atwater', 'Atwater type', 'Place des réserves nutritives dans la semence.', 'Where the food reserves of the seed are.'),
    ('MATERIAL_QUALITY', 'Qualité du matériel', 'Material quality', 'État apparent du matériel à son arrivée.', 'Apparent condition of the material on arrival.'),
    ('GROWTH', 'Excroissance de la semence', 'Seed appendage', 'Ce que la semence porte en plus de son corps.', 'What the seed bears besides its body.'),
    ('DECORATION', 'Ornementation de la semence', 'Seed ornamentation', 'Relief visible à la surface de la semence.', 'Relief seen on the seed surface.'),
    ('EMBRYO_TYPE', 'Type d''embryon', 'Embryo type', 'Forme et place de l''embryon dans la semence.', 'Shape and place of the embryo in the seed.'),
    ('PLACE', 'Lieu de stockage', 'Storage place', 'Type de lieu où le lot est gardé.', 'Kind of place where the lot is kept.'),
    ('COLOR_TABLET', 'Couleur du témoin d''humidité', 'Humidity indicator colour', 'Couleur lue sur le témoin de silicagel.', 'Colour read on the silica indicator.'),
    ('DISSEMINATION_UNIT', 'Unité de dissémination', 'Dispersal unit', 'Ce qui se détache de la plante et qui est compté.', 'What leaves the plant and is counted.'),
    ('GEOGRAPHICAL_PRECISION', 'Précision géographique', 'Geographical precision', 'Finesse avec laquelle le lieu est connu.', 'How finely the place is known.'),
    ('DRY_TYPE', 'Type de séchage', 'Drying type', 'Procédé de séchage des semences.', 'How the seeds are dried.'),
    ('HUMIDITY_LEVEL', 'Niveau d''humidité', 'Humidity level', 'Appréciation simple de l''humidité du lot.', 'Plain judgement of how damp the lot is.'),
    ('HUMIDITY_DEVICE', 'Appareil de mesure d''humidité', 'Humidity meter', 'Appareil qui a donné la valeur.', 'Device that gave the value.'),
    ('DESTOCK', 'Déstockage', 'Withdrawal', 'Étendue d''une sortie de stock.', 'Extent of a withdrawal from stock.'),
    ('DESTINATION', 'Destination', 'Destination', 'Usage de ce qui sort du stock.', 'Use of what leaves the stock.'),
    ('INTERNAL_DESTINATION', 'Destination interne', 'Internal destination', 'Usage dans l''organisme de ce qui sort du stock.', 'Use, inside the organisation, of what leaves the stock.'),
    ('EXTERNAL_DESTINATION', 'Destination externe', 'External destination', 'Usage hors de l''organisme de ce qui sort du stock.', 'Use, outside the organisation, of what leaves the stock.'),
    ('STORAGE_ACTION', 'Action de stockage', 'Storage action', 'Geste fait sur un lot en réserve.', 'What was done to a lot in store.'),
    ('WATERING_METHOD', 'Méthode d''arrosage', 'Watering method', 'Façon d''apporter l''eau.', 'How water is given.'),
    ('SOWING_METHOD', 'Méthode de semis', 'Sowing method', 'Disposition des semences au semis.', 'How seeds are laid when sown.'),
    ('TEST_SUBSTRATE', 'Substrat de test', 'Test substrate', 'Support humide sur lequel les semences sont essayées.', 'Moist medium on which seeds are tested.'),
    ('TG_SUPPORT', 'Support du test de germination', 'Germination test container', 'Contenant de l''essai.', 'Container of the trial.'),
    ('SOWING_LOCATION', 'Lieu de semis', 'Sowing place', 'Endroit où le semis est tenu.', 'Where the sowing is kept.'),
    ('TEST_TYPE', 'Type de test', 'Test type', 'Ce que l''essai cherche à savoir.', 'What the trial is for.'),
    ('SOWING_SUBSTRATE', 'Substrat de semis', 'Sowing substrate', 'Composant du mélange où l''on sème.', 'Component of the mix that is sown in.'),
    ('SOWING_CONTAINER', 'Contenant de semis', 'Sowing container', 'Récipient du semis.', 'What the seeds are sown in.'),
    ('ACTION_TYPE', 'Type d''action', 'Action type', 'Étape ou geste d''un semis, d''un test ou d''une culture.', 'Step or act of a sowing, a test or a cultivation.'),
    ('SCARIFICATION_TYPE', 'Type de scarification', 'Scarification type', 'Moyen d''entamer les enveloppes.', 'Means of breaching the coats.'),
    ('SCARIFICATION_TOOL', 'Outil de scarification', 'Scarification tool', 'Outil employé.', 'Tool used.'),
    ('SCARIFICATION_MEC', 'Étendue de la scarification mécanique', 'Extent of mechanical scarification', 'Part des enveloppes qui est ôtée.', 'How much of the coats is removed.'),
    ('SCA_CH_PRODUCT', 'Produit de scarification chimique', 'Chemical scarification product', 'Produit qui attaque les enveloppes.', 'Chemical that attacks the coats.'),
    ('STERILIZATION_PRODUCT', 'Produit de désinfection', 'Disinfection product', 'Produit qui désinfecte les semences.', 'Product that disinfects the seeds.'),
    ('STERILIZATION_LIQUID', 'Liquide de rinçage ou d''imbibition', 'Rinsing or imbibition liquid', 'Liquide employé avec le prétraitement.', 'Liquid used with the pretreatment.'),
    ('LIQUID_TREATMENT', 'Liquide de traitement', 'Treatment liquid', 'Liquide apporté pendant le traitement.', 'Liquid given during the treatment.'),
    ('ACTION_VIA_TYPE', 'Type d''action d''un test de viabilité', 'Viability test action type', 'Étape d''un test de viabilité.', 'Step of a viability test.')
) AS v (suffix, fr, en, def_fr, def_en)
ON CONFLICT (mnemonique) DO NOTHING;
