-- Demonstration content: taxa of the French Alps, in a compact form that SQL spreads out. Names are real
-- unless a taxon says that it was invented; the codes (90 000 001 and above) are ours and mean nothing
-- elsewhere. Authors and vernacular names are given only where there is no doubt about them.

INSERT INTO taxonomie.bib_taxref_rangs (id_rang, nom_rang, nom_rang_en, tri_rang) VALUES
    ('Dumm', 'Domaine', 'Domain', 1),
    ('KD', 'Règne', 'Kingdom', 2),
    ('PH', 'Embranchement', 'Phylum', 4),
    ('CL', 'Classe', 'Class', 7),
    ('OR', 'Ordre', 'Order', 10),
    ('FM', 'Famille', 'Family', 13),
    ('GN', 'Genre', 'Genus', 20),
    ('ES', 'Espèce', 'Species', 25),
    ('SSES', 'Sous-espèce', 'Subspecies', 28),
    ('VAR', 'Variété', 'Variety', 31);
INSERT INTO taxonomie.bib_taxref_statuts (id_statut, nom_statut) VALUES
    ('P', 'Présent'), ('E', 'Endémique'), ('S', 'Subendémique'), ('I', 'Introduit'), ('C', 'Cryptogène'),
    ('D', 'Douteux'), ('A', 'Absent'), ('W', 'Disparu');
INSERT INTO taxonomie.bib_taxref_habitats (id_habitat, nom_habitat, desc_habitat) VALUES
    (1, 'Marin', 'Vit en mer'), (2, 'Eau douce', 'Vit en eau douce'), (3, 'Terrestre', 'Vit à terre'),
    (7, 'Continental', 'Vit à terre ou en eau douce');
INSERT INTO taxonomie.t_meta_taxref (referencial_name, version, update_date)
VALUES ('demonstration', 1, TIMESTAMP '2026-01-01');

-- Families: name, order, class.
CREATE TEMPORARY TABLE demo_family ON COMMIT DROP AS
SELECT row_number() OVER ()::integer AS n, v.*
FROM (VALUES
    ('Amaranthaceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Amaryllidaceae', 'Asparagales', 'Liliopsida'),
    ('Apiaceae', 'Apiales', 'Magnoliopsida'),
    ('Asparagaceae', 'Asparagales', 'Liliopsida'),
    ('Aspleniaceae', 'Polypodiales', 'Polypodiopsida'),
    ('Asteraceae', 'Asterales', 'Magnoliopsida'),
    ('Berberidaceae', 'Ranunculales', 'Magnoliopsida'),
    ('Betulaceae', 'Fagales', 'Magnoliopsida'),
    ('Boraginaceae', 'Boraginales', 'Magnoliopsida'),
    ('Brassicaceae', 'Brassicales', 'Magnoliopsida'),
    ('Campanulaceae', 'Asterales', 'Magnoliopsida'),
    ('Caprifoliaceae', 'Dipsacales', 'Magnoliopsida'),
    ('Caryophyllaceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Celastraceae', 'Celastrales', 'Magnoliopsida'),
    ('Cistaceae', 'Malvales', 'Magnoliopsida'),
    ('Colchicaceae', 'Liliales', 'Liliopsida'),
    ('Crassulaceae', 'Saxifragales', 'Magnoliopsida'),
    ('Cupressaceae', 'Pinales', 'Pinopsida'),
    ('Cyperaceae', 'Poales', 'Liliopsida'),
    ('Cystopteridaceae', 'Polypodiales', 'Polypodiopsida'),
    ('Droseraceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Dryopteridaceae', 'Polypodiales', 'Polypodiopsida'),
    ('Elaeagnaceae', 'Rosales', 'Magnoliopsida'),
    ('Equisetaceae', 'Equisetales', 'Polypodiopsida'),
    ('Ericaceae', 'Ericales', 'Magnoliopsida'),
    ('Euphorbiaceae', 'Malpighiales', 'Magnoliopsida'),
    ('Fabaceae', 'Fabales', 'Magnoliopsida'),
    ('Fagaceae', 'Fagales', 'Magnoliopsida'),
    ('Gentianaceae', 'Gentianales', 'Magnoliopsida'),
    ('Geraniaceae', 'Geraniales', 'Magnoliopsida'),
    ('Grossulariaceae', 'Saxifragales', 'Magnoliopsida'),
    ('Hypericaceae', 'Malpighiales', 'Magnoliopsida'),
    ('Iridaceae', 'Asparagales', 'Liliopsida'),
    ('Juncaceae', 'Poales', 'Liliopsida'),
    ('Juncaginaceae', 'Alismatales', 'Liliopsida'),
    ('Lamiaceae', 'Lamiales', 'Magnoliopsida'),
    ('Lentibulariaceae', 'Lamiales', 'Magnoliopsida'),
    ('Liliaceae', 'Liliales', 'Liliopsida'),
    ('Linaceae', 'Malpighiales', 'Magnoliopsida'),
    ('Lycopodiaceae', 'Lycopodiales', 'Lycopodiopsida'),
    ('Melanthiaceae', 'Liliales', 'Liliopsida'),
    ('Menyanthaceae', 'Asterales', 'Magnoliopsida'),
    ('Montiaceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Onagraceae', 'Myrtales', 'Magnoliopsida'),
    ('Ophioglossaceae', 'Ophioglossales', 'Polypodiopsida'),
    ('Orchidaceae', 'Asparagales', 'Liliopsida'),
    ('Orobanchaceae', 'Lamiales', 'Magnoliopsida'),
    ('Paeoniaceae', 'Saxifragales', 'Magnoliopsida'),
    ('Papaveraceae', 'Ranunculales', 'Magnoliopsida'),
    ('Pinaceae', 'Pinales', 'Pinopsida'),
    ('Plantaginaceae', 'Lamiales', 'Magnoliopsida'),
    ('Plumbaginaceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Poaceae', 'Poales', 'Liliopsida'),
    ('Polygalaceae', 'Fabales', 'Magnoliopsida'),
    ('Polygonaceae', 'Caryophyllales', 'Magnoliopsida'),
    ('Polypodiaceae', 'Polypodiales', 'Polypodiopsida'),
    ('Primulaceae', 'Ericales', 'Magnoliopsida'),
    ('Pteridaceae', 'Polypodiales', 'Polypodiopsida'),
    ('Ranunculaceae', 'Ranunculales', 'Magnoliopsida'),
    ('Rhamnaceae', 'Rosales', 'Magnoliopsida'),
    ('Rosaceae', 'Rosales', 'Magnoliopsida'),
    ('Rubiaceae', 'Gentianales', 'Magnoliopsida'),
    ('Salicaceae', 'Malpighiales', 'Magnoliopsida'),
    ('Santalaceae', 'Santalales', 'Magnoliopsida'),
    ('Sapindaceae', 'Sapindales', 'Magnoliopsida'),
    ('Saxifragaceae', 'Saxifragales', 'Magnoliopsida'),
    ('Scheuchzeriaceae', 'Alismatales', 'Liliopsida'),
    ('Scrophulariaceae', 'Lamiales', 'Magnoliopsida'),
    ('Selaginellaceae', 'Selaginellales', 'Lycopodiopsida'),
    ('Thymelaeaceae', 'Malvales', 'Magnoliopsida'),
    ('Tofieldiaceae', 'Alismatales', 'Liliopsida'),
    ('Urticaceae', 'Rosales', 'Magnoliopsida'),
    ('Viburnaceae', 'Dipsacales', 'Magnoliopsida'),
    ('Violaceae', 'Malpighiales', 'Magnoliopsida'),
    ('Woodsiaceae', 'Polypodiales', 'Polypodiopsida')
) AS v (family, ordo, classis);

-- Genera and what follows them: epithet|author|vernacular name, one after another with semicolons. An
-- author of "L" stands for Linnaeus; an empty one means that we do not give it.
CREATE TEMPORARY TABLE demo_genus ON COMMIT DROP AS
SELECT row_number() OVER ()::integer AS n, v.*
FROM (VALUES
    ('Amaranthaceae', 'Blitum', 'bonus-henricus|(L.) Rchb.|Chénopode Bon-Henri;virgatum|L'),
    ('Amaryllidaceae', 'Allium',
        'narcissiflorum|Vill.|Ail à fleurs de narcisse;schoenoprasum|L|Ciboulette;sphaerocephalon|L;'
        'carinatum|L;lusitanicum|Lam.;victorialis|L|Ail victoriale;oleraceum|L;vineale|L;'
        'ursinum|L|Ail des ours;strictum|Schrad.;flavum|L;scorodoprasum|L'),
    ('Amaryllidaceae', 'Narcissus', 'poeticus|L|Narcisse des poètes;pseudonarcissus|L|Jonquille'),
    ('Amaryllidaceae', 'Galanthus', 'nivalis|L|Perce-neige'),
    ('Amaryllidaceae', 'Leucojum', 'vernum|L|Nivéole de printemps'),
    ('Apiaceae', 'Eryngium',
        'alpinum|L|Reine des Alpes;campestre|L|Chardon Roland;spinalba|Vill.|Panicaut blanc des Alpes'),
    ('Apiaceae', 'Astrantia', 'major|L|Grande astrance;minor|L|Petite astrance'),
    ('Apiaceae', 'Bupleurum',
        'stellatum|L|Buplèvre étoilé;ranunculoides|L;petraeum|L|Buplèvre des rochers;falcatum|L;'
        'longifolium|L;alpigenum'),
    ('Apiaceae', 'Meum', 'athamanticum|Jacq.|Fenouil des Alpes'),
    ('Apiaceae', 'Mutellina', 'adonidifolia'),
    ('Apiaceae', 'Imperatoria', 'ostruthium|L|Impératoire'),
    ('Apiaceae', 'Laserpitium', 'latifolium|L;halleri|Crantz;gallicum|L;siler|L'),
    ('Apiaceae', 'Athamanta', 'cretensis|L|Athamante de Crète'),
    ('Apiaceae', 'Chaerophyllum', 'hirsutum|L|Cerfeuil hérissé;aureum|L;villarsii|W.D.J.Koch;temulum|L'),
    ('Apiaceae', 'Heracleum', 'sphondylium|L|Grande berce;pumilum|Vill.|Berce naine'),
    ('Apiaceae', 'Angelica', 'sylvestris|L|Angélique sauvage'),
    ('Apiaceae', 'Myrrhis', 'odorata|(L.) Scop.|Cerfeuil musqué'),
    ('Apiaceae', 'Seseli', 'annuum|L;libanotis|(L.) W.D.J.Koch;montanum|L'),
    ('Apiaceae', 'Trinia', 'glauca|(L.) Dumort.'),
    ('Apiaceae', 'Trochiscanthes', 'nodiflora|(All.) W.D.J.Koch'),
    ('Apiaceae', 'Pimpinella', 'major|(L.) Huds.;saxifraga|L'),
    ('Apiaceae', 'Carum', 'carvi|L|Cumin des prés'),
    ('Apiaceae', 'Sanicula', 'europaea|L|Sanicle d''Europe'),
    ('Apiaceae', 'Anthriscus', 'sylvestris|(L.) Hoffm.;nitida'),
    ('Apiaceae', 'Pachypleurum', 'mutellinoides'),
    ('Asparagaceae', 'Anthericum', 'liliago|L|Phalangère à fleurs de lis;ramosum|L'),
    ('Asparagaceae', 'Paradisea', 'liliastrum|(L.) Bertol.|Lis de saint Bruno'),
    ('Asparagaceae', 'Polygonatum',
        'verticillatum|(L.) All.|Sceau de Salomon verticillé;odoratum|(Mill.) Druce;multiflorum|(L.) All.'),
    ('Asparagaceae', 'Maianthemum', 'bifolium|(L.) F.W.Schmidt|Petit muguet'),
    ('Asparagaceae', 'Convallaria', 'majalis|L|Muguet'),
    ('Asparagaceae', 'Muscari', 'comosum|(L.) Mill.;neglectum|Guss. ex Ten.;botryoides|(L.) Mill.'),
    ('Asparagaceae', 'Scilla', 'bifolia|L|Scille à deux feuilles'),
    ('Asparagaceae', 'Ornithogalum', 'umbellatum|L'),
    ('Aspleniaceae', 'Asplenium',
        'viride|Huds.|Doradille verte;septentrionale|(L.) Hoffm.;trichomanes|L|Capillaire;'
        'ruta-muraria|L|Rue de muraille;fontanum|(L.) Bernh.;ceterach|L;adiantum-nigrum|L;'
        'scolopendrium|L|Scolopendre;jahandiezii|(Litard.) Rouy|Doradille du Verdon'),
    ('Asteraceae', 'Berardia', 'subacaulis|Vill.|Bérardie laineuse'),
    ('Asteraceae', 'Leontopodium',
        'nivale|(Ten.) Huet ex Hand.-Mazz.;nivale subsp. alpinum|(Cass.) Greuter|Edelweiss'),
    ('Asteraceae', 'Aster', 'alpinus|L|Aster des Alpes;amellus|L|Marguerite de la Saint-Michel'),
    ('Asteraceae', 'Bellidiastrum', 'michelii|Cass.'),
    ('Asteraceae', 'Erigeron',
        'alpinus|L|Vergerette des Alpes;uniflorus|L;glabratus;neglectus;atticus|Vill.;acris|L;schleicheri'),
    ('Asteraceae', 'Arnica', 'montana|L|Arnica des montagnes'),
    ('Asteraceae', 'Artemisia',
        'genipi|Weber|Génépi noir;umbelliformis|Lam.|Génépi blanc;glacialis|L|Génépi des glaciers;'
        'absinthium|L|Absinthe;eriantha|Ten.;campestris|L;vulgaris|L|Armoise commune;alba|Turra;'
        'chamaemelifolia|Vill.;insipida|Vill.|Armoise insipide;borealis|Pall.'),
    ('Asteraceae', 'Achillea',
        'erba-rotta|All.;nana|L|Achillée naine;macrophylla|L;millefolium|L|Achillée millefeuille;atrata|L;'
        'odorata|L;nobilis|L;ptarmica|L;tomentosa|L;setacea|Waldst. & Kit.'),
    ('Asteraceae', 'Adenostyles',
        'alliariae|(Gouan) A.Kern.|Adénostyle à feuilles d''alliaire;alpina|(L.) Bluff & Fingerh.;'
        'leucophylla|(Willd.) Rchb.'),
    ('Asteraceae', 'Homogyne', 'alpina|(L.) Cass.|Homogyne des Alpes'),
    ('Asteraceae', 'Petasites',
        'albus|(L.) Gaertn.;hybridus|(L.) G.Gaertn., B.Mey. & Scherb.;paradoxus|(Retz.) Baumg.'),
    ('Asteraceae', 'Tussilago', 'farfara|L|Tussilage'),
    ('Asteraceae', 'Doronicum', 'grandiflorum|Lam.|Doronic à grandes fleurs;austriacum|Jacq.;pardalianches|L;clusii'),
    ('Asteraceae', 'Senecio', 'doronicum|(L.) L.|Séneçon doronic;ovatus;hercynicus;viscosus|L;doria|L'),
    ('Asteraceae', 'Jacobaea', 'incana|(L.) Veldkamp|Séneçon blanchâtre;leucophylla|(DC.) Pelser;vulgaris|Gaertn.'),
    ('Asteraceae', 'Tephroseris', 'integrifolia|(L.) Holub;capitata'),
    ('Asteraceae', 'Leucanthemopsis', 'alpina|(L.) Heywood|Marguerite des Alpes'),
    ('Asteraceae', 'Leucanthemum', 'adustum;vulgare|Lam.|Marguerite;coronopifolium|Vill.;burnatii;atratum'),
    ('Asteraceae', 'Tanacetum', 'vulgare|L|Tanaisie;corymbosum|(L.) Sch.Bip.'),
    ('Asteraceae', 'Antennaria', 'dioica|(L.) Gaertn.|Pied-de-chat;carpatica|(Wahlenb.) Bluff & Fingerh.'),
    ('Asteraceae', 'Omalotheca', 'supina|(L.) DC.;sylvatica|(L.) Sch.Bip. & F.W.Schultz;norvegica;hoppeana'),
    ('Asteraceae', 'Solidago', 'virgaurea|L|Solidage verge d''or;virgaurea subsp. minuta'),
    ('Asteraceae', 'Bellis', 'perennis|L|Pâquerette'),
    ('Asteraceae', 'Carlina', 'acaulis|L|Carline acaule;acanthifolia|All.|Cardabelle;vulgaris|L'),
    ('Asteraceae', 'Carduus', 'defloratus|L;nutans|L;personata|(L.) Jacq.;aurosicus|Chaix'),
    ('Asteraceae', 'Cirsium',
        'spinosissimum|(L.) Scop.|Cirse très épineux;acaulon|(L.) Scop.;eriophorum|(L.) Scop.;heterophyllum;'
        'oleraceum|(L.) Scop.;palustre|(L.) Scop.;erisithales|(Jacq.) Scop.;rivulare|(Jacq.) All.;montanum;'
        'monspessulanum|(L.) Hill;alsophilum;arvense|(L.) Scop.'),
    ('Asteraceae', 'Saussurea', 'alpina|(L.) DC.|Saussurée des Alpes;discolor|(Willd.) DC.;depressa|Gren.'),
    ('Asteraceae', 'Serratula', 'tinctoria|L|Serratule des teinturiers'),
    ('Asteraceae', 'Rhaponticum', 'heleniifolium|Godr. & Gren.|Rhapontique à feuilles d''aunée;scariosum|Lam.'),
    ('Asteraceae', 'Centaurea',
        'uniflora|Turra|Centaurée à une fleur;nervosa;scabiosa|L;jacea|L;triumfettii|All.;'
        'montana|L|Bleuet des montagnes;cyanus|L|Bleuet;leucophaea|Jord.;paniculata|L'),
    ('Asteraceae', 'Hieracium',
        'villosum|Jacq.|Épervière velue;tomentosum|L;lanatum;murorum|L;amplexicaule|L;prenanthoides|Vill.;'
        'humile|Jacq.;bifidum;glaucum|All.;alpinum|L;umbellatum|L;pilosum;glanduliferum|Hoppe;'
        'piliferum|Hoppe;lawsonii|Vill.;bupleuroides;glaucopsis;valdepilosum|Vill.;juranum;jurassicum;'
        'sabaudum|L;laevigatum|Willd.;lachenalii;pictum;scorzonerifolium|Vill.;cymosum|L'),
    ('Asteraceae', 'Pilosella',
        'officinarum|Vaill.|Piloselle;aurantiaca|(L.) F.W.Schultz & Sch.Bip.|Épervière orangée;'
        'lactucella|(Wallr.) P.D.Sell & C.West;glacialis;peleteriana;piloselloides'),
    ('Asteraceae', 'Crepis',
        'aurea|(L.) Cass.|Crépide dorée;pygmaea|L|Crépide naine;pyrenaica;paludosa|(L.) Moench;conyzifolia;'
        'biennis|L;albida|Vill.;rhaetica|Hegetschw.;pontana;praemorsa|(L.) Walther;vesicaria|L;pulchra|L'),
    ('Asteraceae', 'Hypochaeris', 'uniflora|Vill.|Porcelle à une tête;maculata|L;radicata|L'),
    ('Asteraceae', 'Scorzoneroides', 'autumnalis|(L.) Moench;pyrenaica;montana;helvetica'),
    ('Asteraceae', 'Leontodon', 'hispidus|L;crispus|Vill.'),
    ('Asteraceae', 'Tragopogon', 'pratensis|L|Salsifis des prés;dubius|Scop.'),
    ('Asteraceae', 'Scorzonera', 'austriaca|Willd.;hispanica|L;humilis|L'),
    ('Asteraceae', 'Lactuca',
        'alpina|(L.) Benth. & Hook.f.|Laitue des Alpes;plumieri|(L.) Gren. & Godr.;perennis|L;'
        'muralis|(L.) Gaertn.;serriola|L'),
    ('Asteraceae', 'Prenanthes', 'purpurea|L|Prénanthe pourpre'),
    ('Asteraceae', 'Willemetia', 'stipitata'),
    ('Asteraceae', 'Aposeris', 'foetida|(L.) Less.'),
    ('Asteraceae', 'Tolpis', 'staticifolia|(All.) Sch.Bip.'),
    ('Asteraceae', 'Taraxacum', 'alpinum;dissectum;cucullatum;officinale|F.H.Wigg.|Pissenlit;erythrospermum'),
    ('Asteraceae', 'Inula', 'bifrons|(L.) L.|Inule variable;montana|L;helvetica;salicina|L;hirta|L;conyza'),
    ('Asteraceae', 'Buphthalmum', 'salicifolium|L'),
    ('Asteraceae', 'Eupatorium', 'cannabinum|L|Eupatoire chanvrine'),
    ('Asteraceae', 'Catananche', 'caerulea|L|Cupidone'),
    ('Asteraceae', 'Echinops', 'sphaerocephalus|L;ritro|L'),
    ('Asteraceae', 'Jurinea', 'mollis|(L.) Rchb.'),
    ('Asteraceae', 'Galatella', 'sedifolia|(L.) Greuter;linosyris'),
    ('Berberidaceae', 'Berberis', 'vulgaris|L|Épine-vinette'),
    ('Betulaceae', 'Alnus',
        'alnobetula|(Ehrh.) K.Koch|Aulne vert;incana|(L.) Moench|Aulne blanc;'
        'glutinosa|(L.) Gaertn.|Aulne glutineux'),
    ('Betulaceae', 'Betula', 'pendula|Roth|Bouleau verruqueux;pubescens|Ehrh.|Bouleau pubescent'),
    ('Betulaceae', 'Corylus', 'avellana|L|Noisetier'),
    ('Boraginaceae', 'Eritrichium', 'nanum|(L.) Schrad. ex Gaudin|Roi des Alpes'),
    ('Boraginaceae', 'Myosotis',
        'alpestris|F.W.Schmidt|Myosotis alpestre;sylvatica|Hoffm.;decumbens;arvensis|(L.) Hill;scorpioides|L;'
        'minutiflora;ramosissima'),
    ('Boraginaceae', 'Pulmonaria', 'australis|(Murr) W.Sauer;angustifolia|L;officinalis|L;saccharata|Mill.'),
    ('Boraginaceae', 'Cerinthe', 'glabra|Mill.|Cérinthe des Alpes;minor|L'),
    ('Boraginaceae', 'Echium', 'vulgare|L|Vipérine'),
    ('Boraginaceae', 'Onosma', 'tricerosperma;arenaria;helvetica'),
    ('Boraginaceae', 'Lithospermum', 'officinale|L|Grémil officinal'),
    ('Boraginaceae', 'Buglossoides', 'purpurocaerulea;arvensis'),
    ('Boraginaceae', 'Lappula', 'deflexa;squarrosa'),
    ('Boraginaceae', 'Asperugo', 'procumbens|L'),
    ('Brassicaceae', 'Draba',
        'aizoides|L|Drave faux aïzoon;dubia|Suter;siliquosa;tomentosa|Clairv.;fladnizensis|Wulfen;hoppeana;'
        'nemorosa|L;muralis|L;incana|L;verna|L'),
    ('Brassicaceae', 'Arabis',
        'alpina|L|Arabette des Alpes;caerulea|(All.) Haenke;bellidifolia|Crantz;subcoriacea;ciliata|Clairv.;'
        'serpyllifolia|Vill.;hirsuta|(L.) Scop.;auriculata|Lam.;soyeri;allionii;nova|Vill.;scabra|All.;'
        'turrita|L;stellulata'),
    ('Brassicaceae', 'Cardamine',
        'alpina|Willd.;resedifolia|L;amara|L|Cardamine amère;pentaphyllos|(L.) Crantz;'
        'heptaphylla|(Vill.) O.E.Schulz;pratensis|L;asarifolia|L;impatiens|L;flexuosa|With.;hirsuta|L;'
        'plumieri|Vill.;bulbifera|(L.) Crantz'),
    ('Brassicaceae', 'Hornungia', 'alpina|(L.) O.Appel;petraea|(L.) Rchb.'),
    ('Brassicaceae', 'Noccaea', 'rotundifolia|(L.) Moench;alpestris;praecox;montana;caerulescens'),
    ('Brassicaceae', 'Petrocallis', 'pyrenaica|(L.) W.T.Aiton'),
    ('Brassicaceae', 'Kernera', 'saxatilis|(L.) Sweet'),
    ('Brassicaceae', 'Biscutella',
        'laevigata|L|Lunetière lisse;brevicaulis|Jord.;cichoriifolia|Loisel.;coronopifolia'),
    ('Brassicaceae', 'Erysimum', 'jugicola|Jord.;rhaeticum;nevadense;montosicola;virgatum|Roth;ochroleucum;burnatii'),
    ('Brassicaceae', 'Matthiola', 'fruticulosa;valesiaca|J.Gay ex Gaudin'),
    ('Brassicaceae', 'Hugueninia', 'tanacetifolia|(L.) Rchb.'),
    ('Brassicaceae', 'Brassica', 'repanda|(Willd.) DC.'),
    ('Brassicaceae', 'Coincya', 'monensis;richeri'),
    ('Brassicaceae', 'Alyssum', 'alpestre|L;montanum|L;alyssoides|(L.) L.;flexicaule;simplex'),
    ('Brassicaceae', 'Iberis',
        'aurosica|Chaix|Ibéris du mont Aurouse;saxatilis|L;pinnata|L;linifolia|L;nana|All.;amara|L'),
    ('Brassicaceae', 'Aethionema', 'saxatile|(L.) W.T.Aiton;thomasianum|J.Gay'),
    ('Brassicaceae', 'Lunaria', 'rediviva|L|Lunaire vivace'),
    ('Brassicaceae', 'Hesperis', 'inodora|L;matronalis|L'),
    ('Brassicaceae', 'Descurainia', 'sophia|(L.) Webb ex Prantl'),
    ('Brassicaceae', 'Isatis', 'tinctoria|L|Pastel;alpina|Vill.'),
    ('Brassicaceae', 'Murbeckiella', 'pinnatifida|(Lam.) Rothm.'),
    ('Campanulaceae', 'Campanula',
        'alpestris|All.|Campanule alpestre;barbata|L|Campanule barbue;cenisia|L|Campanule du mont Cenis;'
        'cochleariifolia|Lam.|Campanule à feuilles de cranson;scheuchzeri|Vill.;'
        'rhomboidalis|L|Campanule à feuilles rhomboïdales;thyrsoides|L|Campanule en thyrse;'
        'spicata|L|Campanule en épi;rotundifolia|L|Campanule à feuilles rondes;glomerata|L;persicifolia|L;'
        'rapunculoides|L;trachelium|L;patula|L;latifolia|L;bononiensis|L;cervicaria|L;rapunculus|L;'
        'stenocodon|Boiss. & Reut.;petraea|L;erinus|L'),
    ('Campanulaceae', 'Phyteuma',
        'orbiculare|L|Raiponce orbiculaire;hemisphaericum|L|Raiponce hémisphérique;betonicifolium|Vill.;'
        'ovatum;spicatum|L;globulariifolium|Sternb. & Hoppe;charmelii|Vill.;michelii|All.;scheuchzeri|All.;'
        'villarsii'),
    ('Campanulaceae', 'Jasione', 'montana|L'),
    ('Caprifoliaceae', 'Valeriana',
        'montana|L|Valériane des montagnes;tripteris|L|Valériane à trois folioles;'
        'officinalis|L|Valériane officinale;dioica|L;saliunca|All.;celtica|L;rotundifolia|Vill.;tuberosa|L'),
    ('Caprifoliaceae', 'Centranthus', 'angustifolius;ruber|(L.) DC.'),
    ('Caprifoliaceae', 'Scabiosa', 'lucida|Vill.|Scabieuse luisante;columbaria|L;vestita;triandra|L'),
    ('Caprifoliaceae', 'Knautia', 'dipsacifolia;arvensis|(L.) Coult.;godetii|Reut.'),
    ('Caprifoliaceae', 'Cephalaria',
        'alpina|(L.) Schrad. ex Roem. & Schult.|Céphalaire des Alpes;leucantha;transsylvanica'),
    ('Caprifoliaceae', 'Succisa', 'pratensis|Moench|Succise des prés'),
    ('Caprifoliaceae', 'Lonicera',
        'caerulea|L|Camérisier bleu;nigra|L;alpigena|L|Chèvrefeuille des Alpes;xylosteum|L;etrusca|Santi'),
    ('Caprifoliaceae', 'Linnaea', 'borealis|L|Linnée boréale'),
    ('Caryophyllaceae', 'Silene',
        'acaulis|(L.) Jacq.|Silène acaule;acaulis subsp. bryoides;vulgaris|(Moench) Garcke|Silène enflé;'
        'rupestris|L|Silène des rochers;saxifraga|L;flos-jovis|(L.) Greuter & Burdet|Fleur de Jupiter;'
        'nutans|L;otites|(L.) Wibel;italica|(L.) Pers.;quadridentata;vallesia|L;suecica;'
        'dioica|(L.) Clairv.|Compagnon rouge;latifolia|Poir.;campanula|Pers.;cordifolia|All.;'
        'flos-cuculi|(L.) Clairv.|Fleur de coucou;viridiflora|L'),
    ('Caryophyllaceae', 'Dianthus',
        'pavonius|Tausch|Œillet œil-de-paon;sylvestris|Wulfen;carthusianorum|L|Œillet des chartreux;'
        'deltoides|L|Œillet à delta;superbus|L|Œillet superbe;saxicola|Jord.;subacaulis|Vill.;seguieri|Vill.;'
        'hyssopifolius|L;scaber|Chaix;furcatus|Balb.;barbatus|L;armeria|L;caryophyllus|L'),
    ('Caryophyllaceae', 'Gypsophila', 'repens|L|Gypsophile rampante'),
    ('Caryophyllaceae', 'Saponaria',
        'ocymoides|L|Saponaire de Montpellier;officinalis|L;lutea|L|Saponaire jaune;bellidifolia|Sm.'),
    ('Caryophyllaceae', 'Cerastium',
        'alpinum|L|Céraiste des Alpes;arvense|L;latifolium|L;pedunculatum|Gaudin;cerastoides|(L.) Britton;'
        'uniflorum|Clairv.;fontanum|Baumg.;lineare|All.;glomeratum|Thuill.;semidecandrum|L'),
    ('Caryophyllaceae', 'Arenaria',
        'ciliata|L;biflora|L;grandiflora|L;multicaulis;cinerea|DC.;serpyllifolia|L;marschlinsii|W.D.J.Koch;'
        'provincialis;hispida|L'),
    ('Caryophyllaceae', 'Minuartia',
        'laricifolia;rupestris;lanceolata;villarii;mutabilis;rubra;cherlerioides;glomerata'),
    ('Caryophyllaceae', 'Sabulina', 'verna|(L.) Rchb.;stricta;tenuifolia'),
    ('Caryophyllaceae', 'Cherleria', 'sedoides|L'),
    ('Caryophyllaceae', 'Moehringia',
        'muscosa|L|Moehringie mousse;ciliata|(Scop.) Dalla Torre;trinervia|(L.) Clairv.;intermedia;sedoides;'
        'lebrunii|Merxm.'),
    ('Caryophyllaceae', 'Sagina', 'saginoides|(L.) H.Karst.;glabra|(Willd.) Fenzl;procumbens|L'),
    ('Caryophyllaceae', 'Stellaria', 'nemorum|L;graminea|L;alsine;holostea|L;media|(L.) Vill.'),
    ('Caryophyllaceae', 'Herniaria', 'alpina|Chaix;incana|Lam.;glabra|L'),
    ('Caryophyllaceae', 'Viscaria', 'alpina|(L.) G.Don;vulgaris'),
    ('Caryophyllaceae', 'Petrorhagia', 'saxifraga|(L.) Link'),
    ('Caryophyllaceae', 'Paronychia', 'kapela;serpyllifolia;polygonifolia|(Vill.) DC.'),
    ('Caryophyllaceae', 'Telephium', 'imperati|L'),
    ('Celastraceae', 'Parnassia', 'palustris|L|Parnassie des marais'),
    ('Celastraceae', 'Euonymus', 'latifolius|(L.) Mill.;europaeus|L|Fusain d''Europe'),
    ('Cistaceae', 'Helianthemum',
        'nummularium|(L.) Mill.|Hélianthème commun;alpestre;italicum;'
        'lunulatum|(All.) DC.|Hélianthème à lunules;canum;apenninum|(L.) Mill.;oelandicum'),
    ('Cistaceae', 'Fumana', 'procumbens;ericifolia'),
    ('Colchicaceae', 'Colchicum',
        'autumnale|L|Colchique d''automne;alpinum|DC.|Colchique des Alpes;'
        'bulbocodium|Ker Gawl.|Bulbocode de printemps'),
    ('Crassulaceae', 'Sempervivum',
        'montanum|L|Joubarbe des montagnes;arachnoideum|L|Joubarbe toile d''araignée;'
        'tectorum|L|Joubarbe des toits;calcareum|Jord.|Joubarbe du calcaire;grandiflorum|Haw.;globiferum|L'),
    ('Crassulaceae', 'Sedum',
        'alpestre|Vill.|Orpin alpestre;atratum|L|Orpin noirâtre;album|L;dasyphyllum|L;annuum|L;acre|L;'
        'villosum|L;montanum;rupestre|L;ochroleucum|Chaix;sexangulare|L;fragrans;cepaea|L;monregalense;'
        'hirsutum|All.;rubens|L'),
    ('Crassulaceae', 'Hylotelephium', 'anacampseros|(L.) H.Ohba;telephium|(L.) H.Ohba;maximum'),
    ('Crassulaceae', 'Rhodiola', 'rosea|L|Orpin rose'),
    ('Cupressaceae', 'Juniperus',
        'communis|L|Genévrier commun;communis subsp. nana|Syme|Genévrier nain;sabina|L|Genévrier sabine;'
        'thurifera|L|Genévrier thurifère;phoenicea|L'),
    ('Cyperaceae', 'Carex',
        'curvula|All.|Laîche courbée;sempervirens|Vill.|Laîche toujours verte;ferruginea|Scop.;firma|Host;'
        'rupestris|All.;foetida|All.;bicolor|All.|Laîche bicolore;atrofusca|Schkuhr;microglochin|Wahlenb.;'
        'maritima|Gunnerus;nigra|(L.) Reichard;davalliana|Sm.|Laîche de Davall;dioica|L;pauciflora|Lightf.;'
        'limosa|L|Laîche des bourbiers;lasiocarpa|Ehrh.;chordorrhiza|L.f.;rostrata|Stokes;vesicaria|L;'
        'panicea|L;flava|L;lepidocarpa|Tausch;echinata|Murray;leporina|L;canescens|L;diandra|Schrank;'
        'paniculata|L;capillaris|L;atrata|L;aterrima|Hoppe;parviflora|Host;fimbriata|Schkuhr;frigida|All.;'
        'pallescens|L;pilulifera|L;montana|L;ornithopoda|Willd.;humilis|Leyss.;halleriana|Asso;digitata|L;'
        'caryophyllea|Latourr.;ericetorum|Pollich;liparocarpos|Gaudin;flacca|Schreb.;sylvatica|Huds.;'
        'remota|L;elata|All.;acutiformis|Ehrh.;hostiana|DC.;lachenalii|Schkuhr;austroalpina|Bech.;'
        'myosuroides|Vill.;simpliciuscula|Wahlenb.;juncifolia|All.;vaginata|Tausch;buxbaumii|Wahlenb.;'
        'hartmanii;norvegica;brachystachys|Schrank;alba|Scop.;tomentosa|L;pulicaris|L;appropinquata;'
        'heleonastes|L.f.;cespitosa|L'),
    ('Cyperaceae', 'Eriophorum',
        'angustifolium|Honck.|Linaigrette à feuilles étroites;latifolium|Hoppe;vaginatum|L;'
        'scheuchzeri|Hoppe|Linaigrette de Scheuchzer;gracile|Roth'),
    ('Cyperaceae', 'Trichophorum', 'cespitosum|(L.) Hartm.;alpinum|(L.) Pers.;pumilum|(Vahl) Schinz & Thell.'),
    ('Cyperaceae', 'Eleocharis', 'quinqueflora;palustris;acicularis'),
    ('Cyperaceae', 'Blysmus', 'compressus|(L.) Panz. ex Link'),
    ('Cyperaceae', 'Schoenus', 'nigricans|L;ferrugineus|L'),
    ('Cyperaceae', 'Rhynchospora', 'alba|(L.) Vahl;fusca'),
    ('Cyperaceae', 'Cladium', 'mariscus|(L.) Pohl|Marisque'),
    ('Cystopteridaceae', 'Cystopteris', 'fragilis|(L.) Bernh.;montana|(Lam.) Desv.;alpina|(Lam.) Desv.'),
    ('Cystopteridaceae', 'Gymnocarpium', 'dryopteris|(L.) Newman;robertianum|(Hoffm.) Newman'),
    ('Droseraceae', 'Drosera',
        'rotundifolia|L|Rossolis à feuilles rondes;longifolia|L|Rossolis à feuilles longues;intermedia|Hayne'),
    ('Dryopteridaceae', 'Dryopteris',
        'filix-mas|(L.) Schott|Fougère mâle;villarii;dilatata;carthusiana;expansa;affinis;oreades|Fomin;'
        'cristata|(L.) A.Gray'),
    ('Dryopteridaceae', 'Polystichum', 'lonchitis|(L.) Roth|Polystic en lance;aculeatum|(L.) Roth;setiferum;braunii'),
    ('Elaeagnaceae', 'Hippophae', 'rhamnoides|L|Argousier'),
    ('Equisetaceae', 'Equisetum',
        'variegatum|Schleich. ex F.Weber & D.Mohr|Prêle panachée;palustre|L;fluviatile|L;'
        'arvense|L|Prêle des champs;hyemale|L;sylvaticum|L|Prêle des bois;telmateia|Ehrh.;pratense|Ehrh.;'
        'ramosissimum|Desf.'),
    ('Ericaceae', 'Rhododendron', 'ferrugineum|L|Rhododendron ferrugineux;hirsutum|L|Rhododendron hirsute'),
    ('Ericaceae', 'Vaccinium',
        'myrtillus|L|Myrtille;uliginosum|L|Airelle des marais;vitis-idaea|L|Airelle rouge;'
        'oxycoccos|L|Canneberge;microcarpum'),
    ('Ericaceae', 'Arctostaphylos', 'uva-ursi|(L.) Spreng.|Raisin d''ours;alpinus|(L.) Spreng.'),
    ('Ericaceae', 'Empetrum', 'nigrum|L;nigrum subsp. hermaphroditum'),
    ('Ericaceae', 'Kalmia', 'procumbens|(L.) Gift, Kron & Stevens|Azalée naine'),
    ('Ericaceae', 'Calluna', 'vulgaris|(L.) Hull|Callune'),
    ('Ericaceae', 'Erica', 'carnea|L|Bruyère des neiges'),
    ('Ericaceae', 'Pyrola', 'rotundifolia|L;minor|L;media|Sw.;chlorantha|Sw.'),
    ('Ericaceae', 'Moneses', 'uniflora|(L.) A.Gray'),
    ('Ericaceae', 'Orthilia', 'secunda|(L.) House'),
    ('Ericaceae', 'Monotropa', 'hypopitys|L'),
    ('Ericaceae', 'Andromeda', 'polifolia|L|Andromède'),
    ('Euphorbiaceae', 'Euphorbia',
        'cyparissias|L|Euphorbe petit-cyprès;dulcis|L;flavicoma|DC.;seguieriana|Neck.;spinosa|L;verrucosa;'
        'amygdaloides|L'),
    ('Euphorbiaceae', 'Mercurialis', 'perennis|L'),
    ('Fabaceae', 'Astragalus',
        'alpinus|L|Astragale des Alpes;alopecurus|Pall.|Queue de renard des Alpes;penduliflorus|Lam.;'
        'frigidus|(L.) A.Gray;australis|(L.) Lam.;danicus|Retz.;leontinus|Wulfen|Astragale de Lienz;'
        'sempervirens|Lam.;monspessulanus|L;onobrychis|L;cicer|L;depressus|L;glycyphyllos|L;austriacus|Jacq.;'
        'vesicarius|L;hypoglottis|L;purpureus|Lam.;incanus|L;exscapus|L;hamosus|L'),
    ('Fabaceae', 'Oxytropis',
        'campestris|(L.) DC.|Oxytropis champêtre;helvetica|Scheele;lapponica|(Wahlenb.) J.Gay;'
        'halleri|Bunge ex W.D.J.Koch;fetida|(Vill.) DC.;pilosa|(L.) DC.;amethystea|Arv.-Touv.;neglecta;'
        'xerophila;jacquinii'),
    ('Fabaceae', 'Trifolium',
        'alpinum|L|Trèfle des Alpes;badium|Schreb.|Trèfle bai;thalii|Vill.;pallescens|Schreb.;'
        'saxatile|All.|Trèfle des rochers;alpestre|L;montanum|L;rubens|L;pratense|L|Trèfle des prés;'
        'repens|L|Trèfle blanc;aureum|Pollich;medium|L;spadiceum|L;ochroleucon|Huds.;fragiferum|L;arvense|L;'
        'campestre|Schreb.;hybridum|L;incarnatum|L;scabrum|L'),
    ('Fabaceae', 'Hedysarum',
        'hedysaroides|(L.) Schinz & Thell.|Sainfoin des Alpes;boutignyanum|(A.Camus) Alleiz.;brigantiacum'),
    ('Fabaceae', 'Onobrychis',
        'montana|DC.|Sainfoin des montagnes;viciifolia|Scop.;saxatilis|(L.) Lam.;supina;arenaria'),
    ('Fabaceae', 'Anthyllis', 'vulneraria|L|Anthyllide vulnéraire;montana|L|Anthyllide des montagnes'),
    ('Fabaceae', 'Lotus',
        'corniculatus|L|Lotier corniculé;alpinus|(DC.) Schleich. ex Ramond;maritimus|L;dorycnium|L;'
        'pedunculatus|Cav.'),
    ('Fabaceae', 'Hippocrepis', 'comosa|L|Hippocrépide en ombelle;emerus|(L.) Lassen'),
    ('Fabaceae', 'Coronilla', 'minima|L;vaginalis|Lam.'),
    ('Fabaceae', 'Securigera', 'varia|(L.) Lassen'),
    ('Fabaceae', 'Lathyrus',
        'heterophyllus|L;pratensis|L;vernus|(L.) Bernh.;laevigatus;venetus;filiformis;linifolius;'
        'sylvestris|L;niger|(L.) Bernh.;occidentalis;latifolius|L'),
    ('Fabaceae', 'Vicia',
        'cracca|L;sepium|L;onobrychioides|L;sylvatica|L;cusnae;dumetorum|L;incana;pyrenaica|Pourr.;'
        'orobus|DC.;tenuifolia|Roth'),
    ('Fabaceae', 'Ononis',
        'cristata|Mill.;fruticosa|L;natrix|L;rotundifolia|L|Bugrane à feuilles rondes;spinosa|L;'
        'striata|Gouan;pusilla|L'),
    ('Fabaceae', 'Cytisus', 'hirsutus|L;elongatus;decumbens|(Durande) Spach;ardoinoi;polytrichus'),
    ('Fabaceae', 'Cytisophyllum', 'sessilifolium|(L.) O.Lang'),
    ('Fabaceae', 'Genista',
        'cinerea|(Vill.) DC.;pilosa|L;radiata|(L.) Scop.;tinctoria|L;germanica|L;pulchella;delphinensis;'
        'sagittalis|L;hispanica|L'),
    ('Fabaceae', 'Laburnum', 'alpinum|(Mill.) Bercht. & J.Presl|Cytise des Alpes;anagyroides|Medik.|Aubour'),
    ('Fabaceae', 'Colutea', 'arborescens|L|Baguenaudier'),
    ('Fabaceae', 'Medicago', 'lupulina|L;falcata|L;sativa|L|Luzerne;minima|(L.) L.;suffruticosa'),
    ('Fabaceae', 'Melilotus', 'albus|Medik.;officinalis'),
    ('Fabaceae', 'Argyrolobium', 'zanonii'),
    ('Fagaceae', 'Fagus', 'sylvatica|L|Hêtre'),
    ('Fagaceae', 'Quercus', 'pubescens|Willd.|Chêne pubescent;petraea|(Matt.) Liebl.;robur|L'),
    ('Gentianaceae', 'Gentiana',
        'lutea|L|Gentiane jaune;acaulis|L|Gentiane acaule;alpina|Vill.|Gentiane des Alpes;'
        'clusii|E.P.Perrier & Songeon;ligustica|R.Vilm. & Chopinet|Gentiane de Ligurie;angustifolia|Vill.;'
        'verna|L|Gentiane printanière;brachyphylla|Vill.;bavarica|L|Gentiane de Bavière;orbicularis|Schur;'
        'schleicheri;rostanii|Reut. ex Verl.;nivalis|L|Gentiane des neiges;'
        'utriculosa|L|Gentiane à calice renflé;punctata|L|Gentiane ponctuée;purpurea|L|Gentiane pourpre;'
        'burseri|Lapeyr.;burseri subsp. villarsii;cruciata|L|Gentiane croisette;asclepiadea|L;'
        'pneumonanthe|L|Gentiane pneumonanthe'),
    ('Gentianaceae', 'Gentianella',
        'campestris|(L.) Börner|Gentiane des champs;ramosa;amarella|(L.) Börner;germanica|(Willd.) Börner;'
        'insubrica'),
    ('Gentianaceae', 'Comastoma', 'tenellum|(Rottb.) Toyok.'),
    ('Gentianaceae', 'Gentianopsis', 'ciliata|(L.) Ma|Gentiane ciliée'),
    ('Gentianaceae', 'Lomatogonium', 'carinthiacum|(Wulfen) Rchb.'),
    ('Gentianaceae', 'Swertia', 'perennis|L|Swertie vivace'),
    ('Geraniaceae', 'Geranium',
        'argenteum|L|Géranium argenté;sylvaticum|L|Géranium des bois;phaeum|L;rivulare|Vill.;'
        'sanguineum|L|Géranium sanguin;nodosum|L;robertianum|L|Herbe à Robert;pyrenaicum|Burm.f.;'
        'macrorrhizum|L;pratense|L'),
    ('Geraniaceae', 'Erodium', 'cicutarium|(L.) L''Hér.;rodiei'),
    ('Grossulariaceae', 'Ribes',
        'petraeum|Wulfen;alpinum|L|Groseillier des Alpes;uva-crispa|L|Groseillier à maquereau'),
    ('Hypericaceae', 'Hypericum',
        'richeri|Vill.|Millepertuis de Richer;maculatum|Crantz;montanum|L;coris|L;perforatum|L|Millepertuis;'
        'nummularium|L;hyssopifolium|Chaix;tetrapterum|Fr.'),
    ('Iridaceae', 'Crocus', 'vernus|(L.) Hill|Crocus printanier;versicolor|Ker Gawl.;albiflorus'),
    ('Iridaceae', 'Gladiolus', 'palustris|Gaudin|Glaïeul des marais;communis|L;imbricatus|L'),
    ('Iridaceae', 'Iris', 'sibirica|L|Iris de Sibérie;pseudacorus|L;lutescens|Lam.'),
    ('Juncaceae', 'Juncus',
        'trifidus|L|Jonc trifide;jacquinii|L|Jonc de Jacquin;arcticus|Willd.|Jonc arctique;filiformis|L;'
        'triglumis|L;alpinoarticulatus|Chaix;articulatus|L;inflexus|L;effusus|L;bufonius|L;conglomeratus|L;'
        'compressus|Jacq.;monanthos;stygius|L'),
    ('Juncaceae', 'Luzula',
        'alpinopilosa|(Chaix) Breistr.;lutea|(All.) DC.;spicata|(L.) DC.;nivea|(Nathh.) DC.|Luzule blanche;'
        'sylvatica|(Huds.) Gaudin;campestris|(L.) DC.;multiflora;pilosa|(L.) Willd.;sudetica;'
        'pedemontana|Boiss. & Reut.;luzulina;sieberi;desvauxii|Kunth;luzuloides'),
    ('Juncaginaceae', 'Triglochin', 'palustris|L|Troscart des marais'),
    ('Lamiaceae', 'Dracocephalum', 'austriacum|L|Dracocéphale d''Autriche;ruyschiana|L|Dracocéphale de Ruysch'),
    ('Lamiaceae', 'Ajuga', 'pyramidalis|L|Bugle pyramidale;reptans|L;genevensis|L;chamaepitys|(L.) Schreb.'),
    ('Lamiaceae', 'Teucrium',
        'montanum|L;chamaedrys|L|Germandrée petit-chêne;lucidum|L;scorodonia|L;polium|L;botrys|L;'
        'aureum|Schreb.'),
    ('Lamiaceae', 'Scutellaria', 'alpina|L|Scutellaire des Alpes;galericulata|L'),
    ('Lamiaceae', 'Nepeta', 'nepetella|L|Petite népéta;nuda|L;cataria|L'),
    ('Lamiaceae', 'Horminum', 'pyrenaicum|L'),
    ('Lamiaceae', 'Betonica', 'hirsuta|L;officinalis|L;alopecuros|L'),
    ('Lamiaceae', 'Stachys', 'alpina|L;recta|L;sylvatica|L;germanica|L;palustris|L'),
    ('Lamiaceae', 'Thymus', 'pulegioides|L;praecox|Opiz;vulgaris|L|Thym;serpyllum|L;nervosus'),
    ('Lamiaceae', 'Salvia',
        'pratensis|L|Sauge des prés;glutinosa|L|Sauge glutineuse;aethiopis|L;sclarea|L;verticillata|L;'
        'officinalis|L'),
    ('Lamiaceae', 'Galeopsis', 'tetrahit|L;reuteri;ladanum|L;angustifolia'),
    ('Lamiaceae', 'Hyssopus', 'officinalis|L|Hysope'),
    ('Lamiaceae', 'Lavandula', 'angustifolia|Mill.|Lavande vraie;latifolia|Medik.'),
    ('Lamiaceae', 'Satureja', 'montana|L|Sarriette des montagnes'),
    ('Lamiaceae', 'Clinopodium', 'alpinum|(L.) Kuntze;vulgare|L;grandiflorum|(L.) Kuntze;acinos;nepeta'),
    ('Lamiaceae', 'Lamium', 'galeobdolon|(L.) L.;maculatum|(L.) L.;album|L;garganicum|L'),
    ('Lamiaceae', 'Prunella', 'grandiflora|(L.) Scholler;vulgaris|L|Brunelle;laciniata|(L.) L.;hyssopifolia|L'),
    ('Lamiaceae', 'Melittis', 'melissophyllum|L'),
    ('Lamiaceae', 'Sideritis', 'hyssopifolia|L'),
    ('Lamiaceae', 'Origanum', 'vulgare|L|Origan'),
    ('Lamiaceae', 'Mentha', 'longifolia|(L.) Huds.;arvensis|L;aquatica|L'),
    ('Lentibulariaceae', 'Pinguicula',
        'alpina|L|Grassette des Alpes;vulgaris|L|Grassette commune;leptoceras|Rchb.;arvetii|P.A.Genty;'
        'grandiflora|Lam.;reichenbachiana'),
    ('Lentibulariaceae', 'Utricularia', 'minor|L;vulgaris|L;australis;intermedia|Hayne'),
    ('Liliaceae', 'Lilium',
        'martagon|L|Lis martagon;pomponium|L|Lis de Pompone;bulbiferum|L;bulbiferum var. croceum||Lis orangé'),
    ('Liliaceae', 'Fritillaria',
        'tubiformis|Gren. & Godr.|Fritillaire du Dauphiné;tubiformis subsp. moggridgei;montana|Hoppe;'
        'meleagris|L|Fritillaire pintade;involucrata|All.'),
    ('Liliaceae', 'Tulipa',
        'sylvestris|L|Tulipe sauvage;sylvestris subsp. australis||Tulipe australe;raddii|Reboul;agenensis;'
        'clusiana;billietiana|Jord.;didieri|Jord.;platystigma|Jord.;montisandrei'),
    ('Liliaceae', 'Gagea',
        'fragifera;villosa|(M.Bieb.) Sweet|Gagée des champs;lutea|(L.) Ker Gawl.|Gagée jaune;bohemica;'
        'minima|(L.) Ker Gawl.|Gagée naine;serotina|(L.) Ker Gawl.|Lloydie tardive;reverchonii;burnatii'),
    ('Liliaceae', 'Erythronium', 'dens-canis|L|Érythrone dent-de-chien'),
    ('Liliaceae', 'Streptopus', 'amplexifolius|(L.) DC.|Streptope'),
    ('Linaceae', 'Linum',
        'alpinum|Jacq.|Lin des Alpes;catharticum|L;suffruticosum|L;campanulatum|L;narbonense|L;tenuifolium|L'),
    ('Lycopodiaceae', 'Huperzia', 'selago|(L.) Bernh. ex Schrank & Mart.|Lycopode sélagine'),
    ('Lycopodiaceae', 'Lycopodium', 'annotinum|L;clavatum|L|Lycopode en massue'),
    ('Lycopodiaceae', 'Diphasiastrum', 'alpinum|(L.) Holub|Lycopode des Alpes;complanatum;issleri'),
    ('Lycopodiaceae', 'Lycopodiella', 'inundata|(L.) Holub|Lycopode inondé'),
    ('Melanthiaceae', 'Veratrum', 'album|L|Vératre blanc'),
    ('Melanthiaceae', 'Paris', 'quadrifolia|L|Parisette'),
    ('Menyanthaceae', 'Menyanthes', 'trifoliata|L|Trèfle d''eau'),
    ('Montiaceae', 'Montia', 'fontana|L'),
    ('Onagraceae', 'Epilobium',
        'fleischeri|Hochst.|Épilobe de Fleischer;angustifolium|L|Épilobe en épi;dodonaei|Vill.;'
        'alpestre|(Jacq.) Krock.;anagallidifolium|Lam.;alsinifolium|Vill.;collinum;montanum|L;nutans;'
        'palustre|L;hirsutum|L;parviflorum|Schreb.;duriaei;roseum|Schreb.'),
    ('Onagraceae', 'Circaea', 'alpina|L;lutetiana|L'),
    ('Ophioglossaceae', 'Botrychium',
        'lunaria|(L.) Sw.|Botryche lunaire;matricariifolium;simplex;lanceolatum;multifidum'),
    ('Ophioglossaceae', 'Ophioglossum', 'vulgatum|L|Langue de serpent'),
    ('Orchidaceae', 'Cypripedium', 'calceolus|L|Sabot de Vénus'),
    ('Orchidaceae', 'Gymnadenia',
        'conopsea|(L.) R.Br.|Orchis moucheron;odoratissima|(L.) Rich.;nigra|(L.) Rchb.f.;'
        'rhellicani|(Teppner & E.Klein) Teppner & E.Klein|Nigritelle de Rhellicanus;'
        'corneliana|(Beauverd) Teppner & E.Klein|Nigritelle de Cornelia;austriaca;cenisia'),
    ('Orchidaceae', 'Dactylorhiza',
        'sambucina|(L.) Soó|Orchis sureau;maculata|(L.) Soó;fuchsii|(Druce) Soó;'
        'majalis|(Rchb.) P.F.Hunt & Summerh.;incarnata|(L.) Soó;'
        'viridis|(L.) R.M.Bateman, Pridgeon & M.W.Chase|Orchis grenouille;traunsteineri;cruenta;lapponica;'
        'alpestris'),
    ('Orchidaceae', 'Orchis',
        'mascula|(L.) L.|Orchis mâle;militaris|L|Orchis guerrier;pallens|L|Orchis pâle;'
        'simia|Lam.|Orchis singe;purpurea|Huds.;anthropophora|(L.) All.;provincialis|Balb. ex Lam.;'
        'spitzelii|Saut. ex W.D.J.Koch'),
    ('Orchidaceae', 'Neotinea', 'ustulata|(L.) R.M.Bateman, Pridgeon & M.W.Chase|Orchis brûlé;tridentata'),
    ('Orchidaceae', 'Anacamptis',
        'pyramidalis|(L.) Rich.;morio|(L.) R.M.Bateman, Pridgeon & M.W.Chase;coriophora;laxiflora;palustris'),
    ('Orchidaceae', 'Traunsteinera', 'globosa|(L.) Rchb.|Orchis globuleux'),
    ('Orchidaceae', 'Platanthera', 'bifolia|(L.) Rich.;chlorantha|(Custer) Rchb.'),
    ('Orchidaceae', 'Pseudorchis', 'albida|(L.) Á.Löve & D.Löve|Orchis blanc'),
    ('Orchidaceae', 'Chamorchis', 'alpina|(L.) Rich.|Orchis nain des Alpes'),
    ('Orchidaceae', 'Corallorhiza', 'trifida|Châtel.|Racine de corail'),
    ('Orchidaceae', 'Epipogium', 'aphyllum|Sw.|Épipogon sans feuilles'),
    ('Orchidaceae', 'Goodyera', 'repens|(L.) R.Br.|Goodyère rampante'),
    ('Orchidaceae', 'Herminium', 'monorchis|(L.) R.Br.|Orchis musc'),
    ('Orchidaceae', 'Liparis', 'loeselii|(L.) Rich.|Liparis de Loesel'),
    ('Orchidaceae', 'Malaxis', 'monophyllos'),
    ('Orchidaceae', 'Hammarbya', 'paludosa|(L.) Kuntze'),
    ('Orchidaceae', 'Neottia',
        'nidus-avis|(L.) Rich.|Néottie nid d''oiseau;ovata|(L.) Bluff & Fingerh.;cordata|(L.) Rich.'),
    ('Orchidaceae', 'Epipactis',
        'atrorubens|(Hoffm.) Besser;helleborine|(L.) Crantz;palustris|(L.) Crantz|Épipactis des marais;'
        'microphylla;muelleri;leptochila;distans;fageticola;purpurata|Sm.'),
    ('Orchidaceae', 'Cephalanthera', 'rubra|(L.) Rich.;longifolia|(L.) Fritsch;damasonium|(Mill.) Druce'),
    ('Orchidaceae', 'Ophrys',
        'insectifera|L|Ophrys mouche;apifera|Huds.|Ophrys abeille;aranifera|Huds.;saratoi;'
        'fuciflora|(F.W.Schmidt) Moench;drumana'),
    ('Orchidaceae', 'Spiranthes', 'aestivalis|(Poir.) Rich.|Spiranthe d''été;spiralis|(L.) Chevall.'),
    ('Orchidaceae', 'Limodorum', 'abortivum|(L.) Sw.'),
    ('Orchidaceae', 'Himantoglossum', 'hircinum|(L.) Spreng.;robertianum'),
    ('Orobanchaceae', 'Pedicularis',
        'rostratospicata|Crantz;cenisia|Gaudin|Pédiculaire du mont Cenis;comosa|L;'
        'foliosa|L|Pédiculaire feuillée;gyroflexa|Vill.|Pédiculaire arquée;kerneri|Dalla Torre;'
        'tuberosa|L|Pédiculaire tubéreuse;verticillata|L|Pédiculaire verticillée;rosea|Wulfen;'
        'rosea subsp. allionii;palustris|L;recutita|L;sylvatica|L;ascendens'),
    ('Orobanchaceae', 'Euphrasia',
        'alpina|Lam.;minima|Jacq. ex DC.;salisburgensis|Hoppe;rostkoviana;hirtella|Jord. ex Reut.;stricta;'
        'picta'),
    ('Orobanchaceae', 'Rhinanthus',
        'alectorolophus|(Scop.) Pollich;minor|L;glacialis;angustifolius;songeonii;pumilus'),
    ('Orobanchaceae', 'Melampyrum', 'sylvaticum|L;pratense|L;nemorosum|L;cristatum|L;arvense|L'),
    ('Orobanchaceae', 'Bartsia', 'alpina|L|Bartsie des Alpes'),
    ('Orobanchaceae', 'Tozzia', 'alpina|L'),
    ('Orobanchaceae', 'Odontites', 'luteus|(L.) Clairv.;lanceolatus;viscosus;glutinosus'),
    ('Orobanchaceae', 'Orobanche',
        'alba|Stephan ex Willd.;reticulata|Wallr.;caryophyllacea|Sm.;gracilis|Sm.;'
        'laserpitii-sileris|Reut. ex Jord.;flava|Mart. ex F.W.Schultz;teucrii|Holandre;lutea|Baumg.;'
        'salviae|F.W.Schultz'),
    ('Orobanchaceae', 'Lathraea', 'squamaria|L'),
    ('Paeoniaceae', 'Paeonia', 'officinalis|L|Pivoine officinale'),
    ('Papaveraceae', 'Papaver',
        'alpinum|L|Pavot des Alpes;aurantiacum|Loisel.;occidentale;rhoeas|L|Coquelicot;argemone|L'),
    ('Papaveraceae', 'Corydalis', 'solida|(L.) Clairv.;intermedia;cava|(L.) Schweigg. & Körte'),
    ('Papaveraceae', 'Meconopsis', 'cambrica|(L.) Vig.'),
    ('Pinaceae', 'Pinus',
        'cembra|L|Pin cembro;uncinata|Ramond ex DC.|Pin à crochets;sylvestris|L|Pin sylvestre;'
        'mugo|Turra|Pin mugo;nigra|J.F.Arnold|Pin noir'),
    ('Pinaceae', 'Larix', 'decidua|Mill.|Mélèze'),
    ('Pinaceae', 'Picea', 'abies|(L.) H.Karst.|Épicéa'),
    ('Pinaceae', 'Abies', 'alba|Mill.|Sapin pectiné'),
    ('Plantaginaceae', 'Veronica',
        'alpina|L|Véronique des Alpes;aphylla|L;bellidioides|L;fruticans|Jacq.;fruticulosa|L;'
        'allionii|Vill.|Véronique d''Allioni;serpyllifolia|L;urticifolia|Jacq.;officinalis|L;teucrium|L;'
        'beccabunga|L;chamaedrys|L;spicata|L;prostrata|L;dillenii|Crantz;verna|L;scutellata|L;satureiifolia;'
        'montana|L'),
    ('Plantaginaceae', 'Plantago',
        'alpina|L|Plantain des Alpes;atrata|Hoppe;maritima|L;media|L;lanceolata|L;major|L;argentea|Chaix;'
        'holosteum|Scop.;sempervirens|Crantz;fuscescens|Jord.'),
    ('Plantaginaceae', 'Linaria',
        'alpina|(L.) Mill.|Linaire des Alpes;repens|(L.) Mill.;supina|(L.) Chaz.;vulgaris|Mill.;simplex;'
        'angustissima'),
    ('Plantaginaceae', 'Globularia',
        'cordifolia|L|Globulaire à feuilles en cœur;repens|Lam.;nudicaulis|L;bisnagarica|L'),
    ('Plantaginaceae', 'Erinus', 'alpinus|L|Érine des Alpes'),
    ('Plantaginaceae', 'Digitalis', 'grandiflora|Mill.|Digitale à grandes fleurs;lutea|L;purpurea|L'),
    ('Plantaginaceae', 'Antirrhinum', 'latifolium|Mill.;majus|L'),
    ('Plantaginaceae', 'Chaenorhinum', 'minus;origanifolium'),
    ('Plantaginaceae', 'Callitriche', 'palustris|L;stagnalis|Scop.'),
    ('Plantaginaceae', 'Hippuris', 'vulgaris|L'),
    ('Plumbaginaceae', 'Armeria', 'alpina|Willd.|Armérie des Alpes;arenaria'),
    ('Poaceae', 'Festuca',
        'halleri|All.;violacea;rubra|L;quadriflora|Honck.;alpina|Suter;laevigata|Gaudin;marginata;'
        'flavescens|Bellardi;dimorpha|Guss.;pulchella|Schrad.;melanopsis;varia|Haenke;scabriculmis;'
        'cinerea|Vill.;nigrescens|Lam.;rupicola|Heuff.;valesiaca|Schleich. ex Gaudin;ovina|L;'
        'heterophylla|Lam.;intercedens;airoides;acuminata|Gaudin;glauca|Vill.;arvernensis;altissima'),
    ('Poaceae', 'Patzkea', 'paniculata|(L.) G.H.Loos|Queyrellin'),
    ('Poaceae', 'Poa',
        'alpina|L|Pâturin des Alpes;laxa|Haenke;minor|Gaudin;cenisia|All.|Pâturin du mont Cenis;nemoralis|L;'
        'glauca|Vahl;supina|Schrad.;violacea;badensis;molinerii;perconcinna;chaixii|Vill.;hybrida|Gaudin;'
        'pratensis|L|Pâturin des prés;trivialis|L;annua|L;bulbosa|L;compressa|L;remota;carniolica'),
    ('Poaceae', 'Sesleria', 'caerulea|(L.) Ard.|Seslérie bleue'),
    ('Poaceae', 'Oreochloa', 'seslerioides;disticha'),
    ('Poaceae', 'Nardus', 'stricta|L|Nard raide'),
    ('Poaceae', 'Phleum', 'alpinum|L|Fléole des Alpes;hirsutum|Honck.;rhaeticum;phleoides|(L.) H.Karst.;pratense|L'),
    ('Poaceae', 'Anthoxanthum', 'odoratum|L|Flouve odorante;nipponicum'),
    ('Poaceae', 'Agrostis', 'alpina|Scop.;rupestris|All.;capillaris|L;schraderiana|Bech.;stolonifera|L;canina|L'),
    ('Poaceae', 'Alopecurus', 'pratensis|L;aequalis|Sobol.;gerardii|Vill.'),
    ('Poaceae', 'Avenella', 'flexuosa|(L.) Drejer'),
    ('Poaceae', 'Deschampsia', 'cespitosa|(L.) P.Beauv.|Canche cespiteuse'),
    ('Poaceae', 'Helictotrichon',
        'sempervirens|(Vill.) Pilg.|Avoine toujours verte;sedenense;setaceum|(Vill.) Henrard;parlatorei'),
    ('Poaceae', 'Helictochloa', 'versicolor;pratensis'),
    ('Poaceae', 'Avenula', 'pubescens|(Huds.) Dumort.'),
    ('Poaceae', 'Trisetum',
        'flavescens|(L.) P.Beauv.|Avoine dorée;distichophyllum|(Vill.) P.Beauv.;spicatum|(L.) K.Richt.'),
    ('Poaceae', 'Calamagrostis',
        'varia|(Schrad.) Host;villosa|(Chaix) J.F.Gmel.;epigejos|(L.) Roth;pseudophragmites;'
        'arundinacea|(L.) Roth'),
    ('Poaceae', 'Achnatherum', 'calamagrostis|(L.) P.Beauv.|Calamagrostide argentée'),
    ('Poaceae', 'Stipa', 'pennata|L|Plumet;capillata|L;eriocaulis|Borbás'),
    ('Poaceae', 'Koeleria', 'vallesiana;macrantha;pyramidata;hirsuta|Gaudin;cenisia'),
    ('Poaceae', 'Melica', 'ciliata|L;nutans|L;uniflora|Retz.'),
    ('Poaceae', 'Briza', 'media|L|Amourette'),
    ('Poaceae', 'Dactylis', 'glomerata|L|Dactyle'),
    ('Poaceae', 'Bromopsis', 'erecta|(Huds.) Fourr.;ramosa;inermis'),
    ('Poaceae', 'Brachypodium', 'pinnatum|(L.) P.Beauv.;rupestre;sylvaticum|(Huds.) P.Beauv.;genuense'),
    ('Poaceae', 'Molinia', 'caerulea|(L.) Moench|Molinie;arundinacea|Schrank'),
    ('Poaceae', 'Danthonia', 'decumbens|(L.) DC.;alpina|Vest'),
    ('Poaceae', 'Elymus', 'caninus|(L.) L.;repens|(L.) Gould'),
    ('Poaceae', 'Cynosurus', 'cristatus|L'),
    ('Poaceae', 'Milium', 'effusum|L'),
    ('Poaceae', 'Bellardiochloa', 'variegata'),
    ('Poaceae', 'Hierochloe', 'odorata'),
    ('Polygalaceae', 'Polygala',
        'alpina|(DC.) Steud.;alpestris|Rchb.;chamaebuxus|L|Polygale petit-buis;vulgaris|L;amarella|Crantz;'
        'calcarea|F.W.Schultz;comosa|Schkuhr;nicaeensis;exilis|DC.'),
    ('Polygonaceae', 'Bistorta', 'vivipara|(L.) Delarbre|Renouée vivipare;officinalis|Delarbre|Bistorte'),
    ('Polygonaceae', 'Oxyria', 'digyna|(L.) Hill|Oxyrie à deux styles'),
    ('Polygonaceae', 'Rumex',
        'alpinus|L|Rhubarbe des moines;scutatus|L|Oseille ronde;nivalis|Hegetschw.;arifolius;'
        'acetosa|L|Oseille;acetosella|L'),
    ('Polygonaceae', 'Koenigia', 'alpina'),
    ('Polypodiaceae', 'Polypodium', 'vulgare|L|Polypode;interjectum;cambricum|L'),
    ('Primulaceae', 'Androsace',
        'alpina|(L.) Lam.|Androsace des Alpes;helvetica|(L.) All.|Androsace de Suisse;'
        'pubescens|DC.|Androsace pubescente;vandellii|(Turra) Chiov.|Androsace de Vandelli;'
        'vitaliana|(L.) Lapeyr.;carnea|L;chaixii|Gren. & Godr.;obtusifolia|All.;'
        'septentrionalis|L|Androsace septentrionale;maxima|L;lactea|L;villosa|L;adfinis|Biroli;brevis;'
        'delphinensis;saussurei'),
    ('Primulaceae', 'Primula',
        'veris|L|Coucou;elatior|(L.) Hill;vulgaris|Huds.|Primevère commune;farinosa|L|Primevère farineuse;'
        'hirsuta|All.|Primevère hérissée;latifolia|Lapeyr.|Primevère à larges feuilles;'
        'marginata|Curtis|Primevère marginée;pedemontana|Thomas ex Gaudin|Primevère du Piémont;'
        'auricula|L|Oreille d''ours;halleri|J.F.Gmel.;allionii|Loisel.|Primevère d''Allioni;matthioli'),
    ('Primulaceae', 'Soldanella', 'alpina|L|Soldanelle des Alpes'),
    ('Primulaceae', 'Cyclamen', 'purpurascens|Mill.|Cyclamen d''Europe'),
    ('Primulaceae', 'Lysimachia', 'vulgaris|L;nemorum|L;europaea'),
    ('Pteridaceae', 'Cryptogramma', 'crispa|(L.) R.Br.'),
    ('Pteridaceae', 'Adiantum', 'capillus-veneris|L|Capillaire de Montpellier'),
    ('Ranunculaceae', 'Aquilegia',
        'alpina|L|Ancolie des Alpes;bertolonii|Schott|Ancolie de Bertoloni;vulgaris|L|Ancolie commune;'
        'atrata|W.D.J.Koch;reuteri|Boiss.;viscosa|Gouan;einseleana'),
    ('Ranunculaceae', 'Ranunculus',
        'glacialis|L|Renoncule des glaciers;seguieri|Vill.|Renoncule de Séguier;'
        'parnassifolius|L|Renoncule à feuilles de parnassie;alpestris|L|Renoncule alpestre;'
        'kuepferi|Greuter & Burdet|Renoncule de Küpfer;thora|L|Renoncule vénéneuse;platanifolius|L;'
        'aconitifolius|L;montanus|Willd.;villarsii|DC.;aduncus|Gren.;bulbosus|L;acris|L|Bouton d''or;'
        'repens|L;lingua|L|Grande douve;flammula|L;reptans|L;trichophyllus;lanuginosus|L;breyninus;'
        'carinthiacus|Hoppe;gramineus|L;auricomus|L;tuberosus|Lapeyr.;oreophilus;nemorosus|DC.;confervoides'),
    ('Ranunculaceae', 'Ficaria', 'verna|Huds.|Ficaire'),
    ('Ranunculaceae', 'Pulsatilla',
        'alpina|(L.) Delarbre|Pulsatille des Alpes;alpina subsp. apiifolia;'
        'halleri|(All.) Willd.|Pulsatille de Haller;vernalis|(L.) Mill.|Pulsatille printanière;'
        'vulgaris|Mill.;montana|(Hoppe) Rchb.;rubra|(Lam.) Delarbre'),
    ('Ranunculaceae', 'Anemone',
        'narcissiflora|L|Anémone à fleurs de narcisse;baldensis|L|Anémone du mont Baldo;hepatica|L|Hépatique;'
        'nemorosa|L|Anémone des bois;ranunculoides|L;coronaria|L'),
    ('Ranunculaceae', 'Trollius', 'europaeus|L|Trolle d''Europe'),
    ('Ranunculaceae', 'Caltha', 'palustris|L|Populage'),
    ('Ranunculaceae', 'Callianthemum', 'coriandrifolium|Rchb.'),
    ('Ranunculaceae', 'Aconitum',
        'lycoctonum|L|Aconit tue-loup;napellus|L|Aconit napel;anthora|L|Aconit anthora;variegatum|L'),
    ('Ranunculaceae', 'Delphinium', 'dubium;elatum|L|Dauphinelle élevée;fissum|Waldst. & Kit.'),
    ('Ranunculaceae', 'Actaea', 'spicata|L|Actée en épi'),
    ('Ranunculaceae', 'Thalictrum',
        'aquilegiifolium|L|Pigamon à feuilles d''ancolie;alpinum|L|Pigamon des Alpes;foetidum|L;minus|L;'
        'simplex|L;flavum|L;lucidum|L;macrocarpum'),
    ('Ranunculaceae', 'Clematis', 'alpina|(L.) Mill.|Clématite des Alpes;vitalba|L;recta|L'),
    ('Ranunculaceae', 'Adonis', 'pyrenaica|DC.;vernalis|L;flammea|Jacq.;aestivalis|L'),
    ('Ranunculaceae', 'Helleborus', 'foetidus|L|Hellébore fétide;niger|L;viridis|L'),
    ('Rhamnaceae', 'Rhamnus', 'pumila|Turra|Nerprun nain;alpina|L;cathartica|L;saxatilis|Jacq.'),
    ('Rosaceae', 'Potentilla',
        'delphinensis|Gren. & Godr.|Potentille du Dauphiné;grandiflora|L;aurea|L|Potentille dorée;crantzii;'
        'nivea|L;frigida|Vill.;multifida|L|Potentille multifide;valderia|L;nivalis|Lapeyr.;caulescens|L;'
        'saxifraga|Ardoino ex De Not.;brauneana|Hoppe;erecta|(L.) Räusch.|Tormentille;rupestris|L;argentea|L;'
        'cinerea|Chaix ex Vill.;verna|L;thuringiaca;inclinata|Vill.;anserina|L;reptans|L;micrantha;'
        'sterilis|(L.) Garcke;recta|L;nitida|L|Potentille luisante;heptaphylla|L;velutina|Lehm.;intermedia|L'),
    ('Rosaceae', 'Comarum', 'palustre|L|Comaret'),
    ('Rosaceae', 'Alchemilla',
        'alpina|L|Alchémille des Alpes;pentaphyllea|L|Alchémille à cinq folioles;vulgaris|L;'
        'xanthochlora|Rothm.;glabra|Neygenf.;conjuncta|Bab.;hoppeana;saxatilis|Buser;transiens;'
        'flabellata|Buser;glaucescens|Wallr.;fissa;monticola|Opiz;plicatula;coriacea|Buser;demissa|Buser;'
        'splendens|Christ ex Favrat;filicaulis|Buser;subsericea;alpigena|Buser;colorata|Buser;acutiloba;'
        'grossidens|Buser;nitida|Buser'),
    ('Rosaceae', 'Geum',
        'montanum|L|Benoîte des montagnes;reptans|L|Benoîte rampante;rivale|L|Benoîte des ruisseaux;'
        'urbanum|L;heterocarpum|Boiss.'),
    ('Rosaceae', 'Dryas', 'octopetala|L|Dryade à huit pétales'),
    ('Rosaceae', 'Sibbaldia', 'procumbens|L'),
    ('Rosaceae', 'Rosa',
        'pendulina|L|Rosier des Alpes;glauca|Pourr.;canina|L|Églantier;montana|Chaix;spinosissima|L;'
        'villosa|L;rubiginosa|L;tomentosa|Sm.'),
    ('Rosaceae', 'Rubus', 'idaeus|L|Framboisier;saxatilis|L|Ronce des rochers;caesius|L'),
    ('Rosaceae', 'Fragaria', 'vesca|L|Fraisier des bois;viridis'),
    ('Rosaceae', 'Sanguisorba', 'officinalis|L|Sanguisorbe;minor|Scop.;dodecandra|Moretti'),
    ('Rosaceae', 'Sorbus',
        'aucuparia|L|Sorbier des oiseleurs;chamaemespilus|(L.) Crantz;aria|(L.) Crantz|Alisier blanc;'
        'mougeotii|Soy.-Will. & Godr.;torminalis|(L.) Crantz'),
    ('Rosaceae', 'Cotoneaster', 'integerrimus|Medik.;tomentosus|Lindl.;atlanticus;delphinensis;raboutensis'),
    ('Rosaceae', 'Amelanchier', 'ovalis|Medik.|Amélanchier'),
    ('Rosaceae', 'Prunus',
        'brigantina|Vill.|Prunier de Briançon;mahaleb|L;padus|L|Merisier à grappes;spinosa|L;avium|(L.) L.'),
    ('Rosaceae', 'Aruncus', 'dioicus|(Walter) Fernald|Barbe de bouc'),
    ('Rosaceae', 'Filipendula', 'ulmaria|(L.) Maxim.|Reine des prés;vulgaris|Moench'),
    ('Rosaceae', 'Aremonia', 'agrimonoides|(L.) DC.'),
    ('Rosaceae', 'Agrimonia', 'eupatoria|L;procera|Wallr.'),
    ('Rubiaceae', 'Galium',
        'megalospermum|All.;pumilum|Murray;anisophyllon|Vill.;obliquum|Vill.;corrudifolium|Vill.;'
        'verum|L|Gaillet jaune;boreale|L;mollugo|L;rubrum|L;saxosum;tendae;pusillum|L;'
        'odoratum|(L.) Scop.|Aspérule odorante;rotundifolium|L;palustre|L;uliginosum|L;lucidum|All.;'
        'aparine|L;trifidum|L'),
    ('Rubiaceae', 'Asperula', 'cynanchica|L;taurina|L;hexaphylla|All.;purpurea;aristata|L.f.'),
    ('Rubiaceae', 'Cruciata', 'glabra|(L.) Ehrend.;laevipes|Opiz'),
    ('Salicaceae', 'Salix',
        'herbacea|L|Saule herbacé;retusa|L|Saule à feuilles rétuses;reticulata|L|Saule à réseau;'
        'serpillifolia|Scop.;breviserrata|Flod.;glaucosericea|Flod.|Saule glauque;'
        'helvetica|Vill.|Saule de Suisse;hastata|L;caesia|Vill.;laggeri|Wimm.;daphnoides|Vill.;'
        'myrsinifolia|Salisb.;bicolor|Willd.;foetida|Schleich. ex DC.;caprea|L|Saule marsault;'
        'appendiculata|Vill.;eleagnos|Scop.;purpurea|L;pentandra|L;repens|L;cinerea|L;alba|L;triandra|L;'
        'aurita|L'),
    ('Salicaceae', 'Populus', 'tremula|L|Tremble;nigra|L;alba|L'),
    ('Santalaceae', 'Thesium', 'alpinum|L;pyrenaicum|Pourr.;linophyllon|L;divaricatum'),
    ('Sapindaceae', 'Acer', 'pseudoplatanus|L|Érable sycomore;opalus|Mill.;platanoides|L;campestre|L'),
    ('Saxifragaceae', 'Saxifraga',
        'oppositifolia|L|Saxifrage à feuilles opposées;biflora|All.|Saxifrage à deux fleurs;retusa|Gouan;'
        'purpurea|All.;caesia|L|Saxifrage bleuâtre;diapensioides|Bellardi|Saxifrage fausse diapensie;'
        'valdensis|DC.|Saxifrage du pays de Vaud;callosa|Sm.;cochlearis|Rchb.;'
        'paniculata|Mill.|Saxifrage paniculée;florulenta|Moretti|Saxifrage à mille fleurs;'
        'bryoides|L|Saxifrage faux bryum;aspera|L;aizoides|L|Saxifrage faux aïzoon;stellaris|L;androsacea|L;'
        'seguieri|Spreng.;exarata|Vill.;exarata subsp. moschata;muscoides|All.|Saxifrage fausse mousse;'
        'pedemontana|All.;delphinensis|Ravaud|Saxifrage du Dauphiné;adscendens|L;tridactylites|L;'
        'rotundifolia|L|Saxifrage à feuilles rondes;cuneifolia|L;granulata|L;bulbifera|L;'
        'hirculus|L|Saxifrage œil-de-bouc;mutata|L;cernua|L;cotyledon|L'),
    ('Saxifragaceae', 'Chrysosplenium', 'alternifolium|L|Dorine à feuilles alternes;oppositifolium|L'),
    ('Scheuchzeriaceae', 'Scheuchzeria', 'palustris|L|Scheuchzérie des marais'),
    ('Scrophulariaceae', 'Scrophularia', 'canina|L;juratensis;nodosa|L'),
    ('Scrophulariaceae', 'Verbascum', 'crassifolium;thapsus|L|Bouillon-blanc;lychnitis|L;nigrum|L;chaixii|Vill.'),
    ('Selaginellaceae', 'Selaginella', 'selaginoides|(L.) P.Beauv. ex Schrank & Mart.;helvetica|(L.) Spring'),
    ('Thymelaeaceae', 'Daphne',
        'mezereum|L|Bois-joli;cneorum|L|Thymélée;striata|Tratt.;alpina|L|Daphné des Alpes;laureola|L'),
    ('Tofieldiaceae', 'Tofieldia', 'calyculata|(L.) Wahlenb.|Tofieldie à calicule;pusilla|(Michx.) Pers.'),
    ('Urticaceae', 'Urtica', 'dioica|L|Grande ortie'),
    ('Viburnaceae', 'Sambucus', 'racemosa|L|Sureau rouge;nigra|L|Sureau noir;ebulus|L'),
    ('Viburnaceae', 'Viburnum', 'lantana|L|Viorne lantane;opulus|L'),
    ('Viburnaceae', 'Adoxa', 'moschatellina|L|Moscatelline'),
    ('Violaceae', 'Viola',
        'biflora|L|Pensée à deux fleurs;calcarata|L|Pensée éperonnée;cenisia|L|Pensée du mont Cenis;'
        'palustris|L|Violette des marais;pinnata|L|Violette à feuilles pennées;collina|Besser;canina|L;'
        'rupestris|F.W.Schmidt;riviniana|Rchb.;thomasiana;mirabilis|L;tricolor|L|Pensée sauvage;lutea|Huds.;'
        'valderia|All.;argenteria;hirta|L;odorata|L;reichenbachiana|Jord. ex Boreau;jordanii|Hanry;ambigua;'
        'pyrenaica|Ramond ex DC.;pumila|Chaix;elatior|Fr.;arvensis|Murray;alba|Besser'),
    ('Woodsiaceae', 'Woodsia', 'alpina|(Bolton) Gray;ilvensis|(L.) R.Br.')
) AS v (family, genus, species);

-- Above the species: root, kingdom, phylum, classes, orders, families, genera.
CREATE TEMPORARY TABLE demo_class ON COMMIT DROP AS
SELECT * FROM (VALUES
    ('Magnoliopsida', 90000010, 'Angiospermes'),
    ('Liliopsida', 90000011, 'Angiospermes'),
    ('Pinopsida', 90000012, 'Gymnospermes'),
    ('Polypodiopsida', 90000013, 'Ptéridophytes'),
    ('Lycopodiopsida', 90000014, 'Ptéridophytes')
) AS v (classis, cd_nom, group2);

CREATE TEMPORARY TABLE demo_order ON COMMIT DROP AS
SELECT ordo, classis, 90000100 + row_number() OVER (ORDER BY ordo)::integer AS cd_nom
FROM (SELECT DISTINCT ordo, classis FROM demo_family) o;

INSERT INTO taxonomie.taxref
    (cd_nom, cd_ref, cd_sup, cd_taxsup, id_statut, id_habitat, id_rang, regne, phylum, classe, ordre, famille,
     lb_nom, nom_complet, nom_complet_html, nom_valide, nom_vern, group1_inpn, group2_inpn, group3_inpn)
SELECT
    h.cd_nom, h.cd_nom, h.cd_sup, h.cd_sup, 'P', 3, h.rang, h.regne, h.phylum, h.classis, h.ordo, h.family,
    h.name, h.name, h.name, h.name, h.vern, CASE WHEN h.phylum IS NOT NULL THEN 'Trachéophytes' END, h.group2,
    CASE WHEN h.group2 IS NOT NULL THEN 'Autres' END
FROM (
    SELECT 349525 AS cd_nom, NULL::integer AS cd_sup, 'Dumm' AS rang, NULL AS regne, NULL AS phylum, NULL AS classis,
        NULL AS ordo, NULL AS family, 'Biota' AS name, 'Vivant' AS vern, NULL AS group2
    UNION ALL
    SELECT 90000001, 349525, 'KD', 'Plantae', NULL, NULL, NULL, NULL, 'Plantae', 'Plantes', NULL
    UNION ALL
    SELECT 90000002, 90000001, 'PH', 'Plantae', 'Tracheophyta', NULL, NULL, NULL, 'Tracheophyta', 'Plantes vasculaires', NULL
    UNION ALL
    SELECT c.cd_nom, 90000002, 'CL', 'Plantae', 'Tracheophyta', c.classis, NULL, NULL, c.classis, NULL, c.group2
    FROM demo_class c
    UNION ALL
    SELECT o.cd_nom, c.cd_nom, 'OR', 'Plantae', 'Tracheophyta', c.classis, o.ordo, NULL, o.ordo, NULL, c.group2
    FROM demo_order o
    JOIN demo_class c USING (classis)
    UNION ALL
    SELECT 90000200 + f.n, o.cd_nom, 'FM', 'Plantae', 'Tracheophyta', c.classis, o.ordo, f.family, f.family, NULL, c.group2
    FROM demo_family f
    JOIN demo_order o USING (ordo, classis)
    JOIN demo_class c USING (classis)
    UNION ALL
    SELECT 90001000 + g.n, 90000200 + f.n, 'GN', 'Plantae', 'Tracheophyta', c.classis, f.ordo, f.family, g.genus, NULL, c.group2
    FROM demo_genus g
    JOIN demo_family f USING (family)
    JOIN demo_class c USING (classis)
) h;

-- Species and below. A subspecies or variety hangs from its species, a species from its genus.
CREATE TEMPORARY TABLE demo_species ON COMMIT DROP AS
SELECT
    90010000 + row_number() OVER (ORDER BY g.n, e.rank)::integer AS cd_nom,
    g.genus,
    split_part(e.entry, '|', 1) AS epithet,
    g.genus || ' ' || split_part(e.entry, '|', 1) AS name,
    CASE split_part(e.entry, '|', 2) WHEN 'L' THEN 'L.' ELSE nullif(split_part(e.entry, '|', 2), '') END AS author,
    nullif(split_part(e.entry, '|', 3), '') AS vern
FROM demo_genus g
CROSS JOIN LATERAL unnest(string_to_array(g.species, ';')) WITH ORDINALITY AS e (entry, rank);

-- Invented taxa, for the tests that must not depend on a real name. Their vernacular name says so.
INSERT INTO demo_species (cd_nom, genus, epithet, name, author, vern)
SELECT
    90080000 + v.n, v.genus, v.epithet, v.genus || ' ' || v.epithet, NULL, 'Taxon inventé pour la démonstration'
FROM (VALUES
    (1, 'Silene', 'demonstrativa'), (2, 'Gentiana', 'demonstrativa'), (3, 'Saxifraga', 'demonstrativa'),
    (4, 'Carex', 'demonstrativa'), (5, 'Hieracium', 'demonstrativum'), (6, 'Alchemilla', 'demonstrativa'),
    (7, 'Primula', 'demonstrativa'), (8, 'Androsace', 'demonstrativa'), (9, 'Draba', 'demonstrativa'),
    (10, 'Viola', 'demonstrativa'), (11, 'Salix', 'demonstrativa'), (12, 'Campanula', 'demonstrativa'),
    (13, 'Silene', 'exempli'), (14, 'Gentiana', 'exempli'), (15, 'Carex', 'exempli'),
    (16, 'Silene', 'demonstrativa subsp. exempli')
) AS v (n, genus, epithet);

INSERT INTO taxonomie.taxref
    (cd_nom, cd_ref, cd_sup, cd_taxsup, id_statut, id_habitat, id_rang, regne, phylum, classe, ordre, famille,
     lb_nom, lb_auteur, nom_complet, nom_complet_html, nom_valide, nom_vern, group1_inpn, group2_inpn, group3_inpn)
SELECT
    s.cd_nom, s.cd_nom, coalesce(p.cd_nom, g.cd_nom), coalesce(p.cd_nom, g.cd_nom), 'P', 3,
    CASE WHEN s.epithet LIKE '% subsp. %' THEN 'SSES' WHEN s.epithet LIKE '% var. %' THEN 'VAR' ELSE 'ES' END,
    g.regne, g.phylum, g.classe, g.ordre, g.famille,
    s.name, s.author, concat_ws(' ', s.name, s.author),
    concat_ws(' ', '<i>' || s.name || '</i>', s.author), concat_ws(' ', s.name, s.author),
    s.vern, g.group1_inpn, g.group2_inpn, g.group3_inpn
FROM demo_species s
JOIN taxonomie.taxref g ON g.lb_nom = s.genus AND g.id_rang = 'GN'
LEFT JOIN demo_species p
    ON s.epithet LIKE '% %' AND p.genus = s.genus AND p.epithet = split_part(s.epithet, ' ', 1);

-- Synonyms: no parent, and the code of the name that is accepted.
INSERT INTO taxonomie.taxref
    (cd_nom, cd_ref, cd_sup, cd_taxsup, id_statut, id_habitat, id_rang, regne, phylum, classe, ordre, famille,
     lb_nom, lb_auteur, nom_complet, nom_complet_html, nom_valide, nom_vern, group1_inpn, group2_inpn, group3_inpn)
SELECT
    90090000 + v.n, a.cd_nom, NULL, NULL, 'P', 3, v.rang, a.regne, a.phylum, a.classe, a.ordre, a.famille,
    v.name, v.author, concat_ws(' ', v.name, v.author), concat_ws(' ', '<i>' || v.name || '</i>', v.author),
    a.nom_valide, a.nom_vern, a.group1_inpn, a.group2_inpn, a.group3_inpn
FROM (VALUES
    (1, 'ES', 'Leontopodium alpinum', 'Cass.', 'Leontopodium nivale subsp. alpinum'),
    (2, 'ES', 'Nigritella nigra', '(L.) Rchb.f.', 'Gymnadenia nigra'),
    (3, 'ES', 'Nigritella corneliana', '(Beauverd) Gölz & H.R.Reinhard', 'Gymnadenia corneliana'),
    (4, 'ES', 'Nigritella rhellicani', 'Teppner & E.Klein', 'Gymnadenia rhellicani'),
    (5, 'ES', 'Orchis sambucina', 'L.', 'Dactylorhiza sambucina'),
    (6, 'ES', 'Coeloglossum viride', '(L.) Hartm.', 'Dactylorhiza viridis'),
    (7, 'ES', 'Orchis ustulata', 'L.', 'Neotinea ustulata'),
    (8, 'ES', 'Orchis morio', 'L.', 'Anacamptis morio'),
    (9, 'ES', 'Listera ovata', '(L.) R.Br.', 'Neottia ovata'),
    (10, 'ES', 'Listera cordata', '(L.) R.Br.', 'Neottia cordata'),
    (11, 'ES', 'Anemone alpina', 'L.', 'Pulsatilla alpina'),
    (12, 'ES', 'Anemone vernalis', 'L.', 'Pulsatilla vernalis'),
    (13, 'ES', 'Anemone halleri', 'All.', 'Pulsatilla halleri'),
    (14, 'ES', 'Hepatica nobilis', 'Schreb.', 'Anemone hepatica'),
    (15, 'ES', 'Chrysanthemum alpinum', 'L.', 'Leucanthemopsis alpina'),
    (16, 'ES', 'Senecio incanus', 'L.', 'Jacobaea incana'),
    (17, 'ES', 'Senecio leucophyllus', 'DC.', 'Jacobaea leucophylla'),
    (18, 'ES', 'Loiseleuria procumbens', '(L.) Desv.', 'Kalmia procumbens'),
    (19, 'ES', 'Polygonum viviparum', 'L.', 'Bistorta vivipara'),
    (20, 'ES', 'Polygonum bistorta', 'L.', 'Bistorta officinalis'),
    (21, 'ES', 'Sedum anacampseros', 'L.', 'Hylotelephium anacampseros'),
    (22, 'ES', 'Sedum telephium', 'L.', 'Hylotelephium telephium'),
    (23, 'ES', 'Hutchinsia alpina', '(L.) R.Br.', 'Hornungia alpina'),
    (24, 'ES', 'Thlaspi rotundifolium', '(L.) Gaudin', 'Noccaea rotundifolia'),
    (25, 'ES', 'Chenopodium bonus-henricus', 'L.', 'Blitum bonus-henricus'),
    (26, 'ES', 'Minuartia verna', '(L.) Hiern', 'Sabulina verna'),
    (27, 'ES', 'Minuartia sedoides', '(L.) Hiern', 'Cherleria sedoides'),
    (28, 'ES', 'Lychnis alpina', 'L.', 'Viscaria alpina'),
    (29, 'ES', 'Lychnis flos-jovis', '(L.) Desr.', 'Silene flos-jovis'),
    (30, 'ES', 'Stemmacantha heleniifolia', NULL, 'Rhaponticum heleniifolium'),
    (31, 'ES', 'Festuca paniculata', '(L.) Schinz & Thell.', 'Patzkea paniculata'),
    (32, 'ES', 'Stipa calamagrostis', '(L.) Wahlenb.', 'Achnatherum calamagrostis'),
    (33, 'ES', 'Avena sempervirens', 'Vill.', 'Helictotrichon sempervirens'),
    (34, 'ES', 'Elyna myosuroides', '(Vill.) Fritsch', 'Carex myosuroides'),
    (35, 'ES', 'Kobresia simpliciuscula', '(Wahlenb.) Mack.', 'Carex simpliciuscula'),
    (36, 'ES', 'Fritillaria delphinensis', 'Gren.', 'Fritillaria tubiformis'),
    (37, 'ES', 'Lloydia serotina', '(L.) Rchb.', 'Gagea serotina'),
    (38, 'ES', 'Bulbocodium vernum', 'L.', 'Colchicum bulbocodium'),
    (39, 'ES', 'Aster bellidiastrum', '(L.) Scop.', 'Bellidiastrum michelii'),
    (40, 'ES', 'Hieracium staticifolium', 'All.', 'Tolpis staticifolia'),
    (41, 'ES', 'Cicerbita alpina', '(L.) Wallr.', 'Lactuca alpina'),
    (42, 'ES', 'Lycopodium alpinum', 'L.', 'Diphasiastrum alpinum'),
    (43, 'ES', 'Lycopodium selago', 'L.', 'Huperzia selago'),
    (44, 'SSES', 'Pinus mugo subsp. uncinata', '(Ramond ex DC.) Domin', 'Pinus uncinata'),
    (45, 'ES', 'Alnus viridis', '(Chaix) DC.', 'Alnus alnobetula'),
    (46, 'ES', 'Gentiana campestris', 'L.', 'Gentianella campestris'),
    (47, 'ES', 'Gentiana ciliata', 'L.', 'Gentianopsis ciliata'),
    (48, 'ES', 'Gentiana tenella', 'Rottb.', 'Comastoma tenellum'),
    (49, 'ES', 'Potentilla palustris', '(L.) Scop.', 'Comarum palustre'),
    (50, 'ES', 'Epilobium spicatum', 'Lam.', 'Epilobium angustifolium'),
    (51, 'ES', 'Berardia lanuginosa', NULL, 'Berardia subacaulis'),
    (52, 'ES', 'Peucedanum ostruthium', '(L.) W.D.J.Koch', 'Imperatoria ostruthium'),
    (53, 'ES', 'Androsace imbricata', 'Lam.', 'Androsace vandellii'),
    (54, 'ES', 'Gregoria vitaliana', '(L.) Duby', 'Androsace vitaliana'),
    (55, 'ES', 'Clematis atragene', NULL, 'Clematis alpina'),
    (56, 'ES', 'Trientalis europaea', 'L.', 'Lysimachia europaea'),
    (57, 'ES', 'Silene demonstrationis', NULL, 'Silene demonstrativa')
) AS v (n, rang, name, author, accepted)
JOIN taxonomie.taxref a ON a.lb_nom = v.accepted AND a.cd_nom = a.cd_ref;

INSERT INTO taxonomie.bib_listes (id_liste, code_liste, nom_liste, desc_liste, regne)
VALUES (100, 'EXSITU_DEMO', 'Flore de démonstration', 'Espèces et sous-espèces du jeu de démonstration', 'Plantae');
SELECT setval('taxonomie.bib_listes_id_liste_seq', 200);
INSERT INTO taxonomie.cor_nom_liste (id_liste, cd_nom)
SELECT 100, cd_nom FROM taxonomie.taxref WHERE id_rang IN ('ES', 'SSES', 'VAR');

REFRESH MATERIALIZED VIEW taxonomie.vm_regne;
REFRESH MATERIALIZED VIEW taxonomie.vm_group2_inpn;
REFRESH MATERIALIZED VIEW taxonomie.vm_group3_inpn;
REFRESH MATERIALIZED VIEW taxonomie.vm_taxref_list_forautocomplete;
REFRESH MATERIALIZED VIEW taxonomie.vm_taxref_tree;
