-- Where a material comes from, as botanic gardens say it: W wild, Z grown from a wild plant,
-- G of a garden, U unknown.
CREATE FUNCTION pr_exsitu.provenance(material integer) RETURNS text
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  WITH RECURSIVE up AS (
    SELECT m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m WHERE m.id_material = material
    UNION
    SELECT m.id_parent_material, m.id_harvest, m.id_reception FROM pr_exsitu.t_materials m JOIN up ON m.id_material = up.id_parent_material
  )
  SELECT coalesce((SELECT r.provenance FROM pr_exsitu.t_receptions r WHERE r.id_reception = up.id_reception),
                  (SELECT CASE n.cd_nomenclature WHEN 'rin' THEN 'W' WHEN 'rex' THEN 'G' ELSE 'U' END
                   FROM pr_exsitu.t_harvests h JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = h.id_nomenclature_harvest_type
                   WHERE h.id_harvest = up.id_harvest), 'U')
  FROM up WHERE up.id_parent_material IS NULL LIMIT 1
$$;
COMMENT ON FUNCTION pr_exsitu.provenance(integer) IS 'Provenance class of a material: W, Z, G or U.';

-- Cultivations as they are listed and read: source, taxon, place, and where the plants are.
CREATE VIEW pr_exsitu.v_cultivations AS
SELECT c.id_cultivation AS id, c.uuid, c.code, c.version, c.id_dataset, c.id_digitiser,
       CASE WHEN c.id_responsible IS NULL THEN '{}' ELSE ARRAY[c.id_responsible] END AS people,
       m.id_harvest, c.id_material, c.id_sowing, c.id_seed_test, c.id_parent_cultivation, c.parentage, c.generation,
       pr_exsitu.provenance(c.id_material) AS provenance, c.objective, c.programme, c.ipen, c.mother_line, c.isolation,
       c.id_responsible, pr_exsitu.role_name(c.id_responsible) AS responsible_name, c.responsible_text, c.remarks, c.additional_data,
       c.meta_create_date, c.meta_update_date, c.archived_at,
       m.uuid AS material_uuid, m.code AS material_code, m.id_dataset AS material_id_dataset, m.id_digitiser AS material_id_digitiser,
       '{}'::integer[] AS material_people,
       s.uuid AS sowing_uuid, s.code AS sowing_code, s.id_dataset AS sowing_id_dataset, s.id_digitiser AS sowing_id_digitiser,
       ARRAY(SELECT w.id_role FROM pr_exsitu.cor_sowing_people w WHERE w.id_sowing = s.id_sowing ORDER BY w.id_role) AS sowing_people,
       q.uuid AS test_uuid, q.code AS test_code, q.id_dataset AS test_id_dataset, q.id_digitiser AS test_id_digitiser,
       ARRAY(SELECT w.id_role FROM pr_exsitu.cor_seed_test_people w WHERE w.id_seed_test = q.id_seed_test ORDER BY w.id_role) AS test_people,
       u.uuid AS parent_uuid, u.code AS parent_code, u.id_dataset AS parent_id_dataset, u.id_digitiser AS parent_id_digitiser,
       CASE WHEN u.id_responsible IS NULL THEN '{}' ELSE ARRAY[u.id_responsible] END AS parent_people,
       t.cd_nom, t.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name, coalesce(x.lb_nom::text, '') AS sort_taxon_name,
       y.id_place, p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       p.id_organism AS place_id_organism, p.id_digitiser AS place_id_digitiser,
       coalesce(y.events, 0) AS events, coalesce(y.entered, 0) AS entered, coalesce(y.propagated, 0) AS propagated,
       coalesce(y.received, 0) AS received, coalesce(y.given, 0) AS given, coalesce(y.dead, 0) AS dead,
       coalesce(y.removed, 0) AS removed, coalesce(y.sampled, 0) AS sampled,
       coalesce(y.exited, 0) AS exited, coalesce(y.alive, 0) AS alive,
       y.date_start, coalesce(y.date_start, DATE '0001-01-01') AS sort_date_start, y.last_event_date,
       y.outcome, y.date_end, CASE WHEN y.outcome IS NULL THEN 'open' ELSE 'closed' END AS state
FROM pr_exsitu.t_cultivations c
JOIN pr_exsitu.t_materials m ON m.id_material = c.id_material
LEFT JOIN pr_exsitu.t_sowings s ON s.id_sowing = c.id_sowing
LEFT JOIN pr_exsitu.t_seed_tests q ON q.id_seed_test = c.id_seed_test
LEFT JOIN pr_exsitu.t_cultivations u ON u.id_cultivation = c.id_parent_cultivation
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = c.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN pr_exsitu.t_cultivation_tallies y ON y.id_cultivation = c.id_cultivation
LEFT JOIN pr_exsitu.t_places p ON p.id_place = y.id_place;

CREATE VIEW pr_exsitu.v_cultivation_events AS
SELECT e.id_event AS id, e.uuid, e.uuid_operation, e.id_cultivation, e.kind, e.event_date, e.plants, e.said, v.alive_after::integer AS alive_after,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       o.uuid AS other_uuid, o.code AS other_code,
       e.id_actor, pr_exsitu.role_name(e.id_actor) AS actor_name, e.actor_text, e.remarks,
       b.uuid AS reverses_uuid, r.uuid AS reversed_by_uuid, e.reason, e.id_digitiser, e.meta_create_date
FROM pr_exsitu.t_cultivation_events e
-- Lateral and kept so (OFFSET 0): the course of one cultivation is followed, not that of all.
LEFT JOIN LATERAL (SELECT w.* FROM pr_exsitu.v_cultivation_course w WHERE w.id_cultivation = e.id_cultivation OFFSET 0) v ON v.id_event = e.id_event
LEFT JOIN pr_exsitu.t_places p ON p.id_place = e.id_place
LEFT JOIN pr_exsitu.t_cultivations o ON o.id_cultivation = e.id_other_cultivation
LEFT JOIN pr_exsitu.t_cultivation_events b ON b.id_event = e.id_reversed
LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event;
COMMENT ON VIEW pr_exsitu.v_cultivations IS 'Cultivations with source, main taxon, place and where the plants are.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.code IS 'Code, C then year and number.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_dataset IS 'Dataset of the host the record belongs to.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.people IS 'Roles named on it besides the one that entered it.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_harvest IS 'Harvest its material comes from, when it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_material IS 'Material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_sowing IS 'Source: a sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_seed_test IS 'Source: a germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_parent_cultivation IS 'Source: another cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parentage IS 'How it comes from it.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.generation IS 'Generations in culture since the wild.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.provenance IS 'W, Z, G or U.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.objective IS 'Why it is grown.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.programme IS 'Programme it is part of.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.ipen IS 'International plant exchange number.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.mother_line IS 'Mother plant or line it descends from.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.isolation IS 'What keeps it from hybridising.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_responsible IS 'Role that answers for it.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.responsible_name IS 'Name of that role.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.responsible_text IS 'Who answers for it, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.additional_data IS 'Free additional fields of the organisation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.meta_create_date IS 'Instant of creation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.meta_update_date IS 'Instant of the last change.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.archived_at IS 'Instant when it was put away, null while in use.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.material_uuid IS 'Identifier of the material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.material_code IS 'Code of the material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.material_id_dataset IS 'Dataset of the material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.material_id_digitiser IS 'Role that entered the material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.material_people IS 'Roles named on the material.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sowing_uuid IS 'Identifier of the sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sowing_code IS 'Code of the sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sowing_id_dataset IS 'Dataset of the sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sowing_id_digitiser IS 'Role that entered the sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sowing_people IS 'Roles named on the sowing.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.test_uuid IS 'Identifier of the germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.test_code IS 'Code of the germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.test_id_dataset IS 'Dataset of the germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.test_id_digitiser IS 'Role that entered the germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.test_people IS 'Roles named on the germination test.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parent_uuid IS 'Identifier of the parent cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parent_code IS 'Code of the parent cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parent_id_dataset IS 'Dataset of the parent cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parent_id_digitiser IS 'Role that entered the parent cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.parent_people IS 'Roles named on the parent cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.cd_nom IS 'Main taxon.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.cited_name IS 'Name as cited when the material was entered.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.taxon_name IS 'Scientific name.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.vernacular_name IS 'Vernacular name.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sort_taxon_name IS 'Scientific name, empty when unknown.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.id_place IS 'Place where the plants are.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.place_uuid IS 'Identifier of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.place_id_organism IS 'Organisation of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.place_id_digitiser IS 'Role that entered the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.events IS 'Events that stand.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.entered IS 'Plants that came from its source.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.propagated IS 'Plants made by cuttings or sown by themselves.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.received IS 'Plants from other cultivations.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.given IS 'Plants to other cultivations.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.dead IS 'Plants dead, less those found again.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.removed IS 'Plants thinned out.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sampled IS 'Plants taken whole as samples.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.exited IS 'Plants that left the bank: released, given, sold, destroyed.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.alive IS 'Plants there are.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.date_start IS 'Day of the first event.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.sort_date_start IS 'That day, the first of all when there is none.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.last_event_date IS 'Day of the last event.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.outcome IS 'How it ended, null while it is open.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.date_end IS 'Day when it ended.';
COMMENT ON COLUMN pr_exsitu.v_cultivations.state IS 'open or closed.';
COMMENT ON VIEW pr_exsitu.v_cultivation_events IS 'Events of the cultivations with place, other cultivation, and the number of plants after each.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.uuid_operation IS 'Groups the events of one act.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.id_cultivation IS 'Cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.kind IS 'Kind of event.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.event_date IS 'Day.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.plants IS 'Plants it adds, or takes away when negative.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.said IS 'The event as it was said.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.alive_after IS 'Plants after it, null when it does not stand.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.place_uuid IS 'Identifier of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.other_uuid IS 'The other cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.other_code IS 'Code of the other cultivation.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.id_actor IS 'Role that did it.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.actor_name IS 'Name of that role.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.actor_text IS 'Who did it, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.reverses_uuid IS 'Event that it reverses.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.reversed_by_uuid IS 'Event that reverses it.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.reason IS 'Why it is reversed.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.v_cultivation_events.meta_create_date IS 'Instant of creation.';
