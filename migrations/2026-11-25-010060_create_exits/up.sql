-- What becomes of the plants that were released: never changed, reversed once.
CREATE TABLE pr_exsitu.t_exit_follow_ups (
  id_follow_up integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  id_exit integer NOT NULL REFERENCES pr_exsitu.t_cultivation_events (id_event),
  follow_up_date date NOT NULL,
  alive integer NOT NULL DEFAULT 0,
  dead integer NOT NULL DEFAULT 0,
  not_seen integer NOT NULL DEFAULT 0,
  flowering integer,
  id_observer integer REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  observer_text text,
  remarks text,
  id_reversed integer REFERENCES pr_exsitu.t_exit_follow_ups (id_follow_up),
  reason text,
  id_import integer,
  id_digitiser integer NOT NULL REFERENCES utilisateurs.t_roles (id_role) ON UPDATE CASCADE,
  meta_create_date timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT exit_follow_ups_uuid_key UNIQUE (uuid),
  CONSTRAINT follow_up_reversed_once UNIQUE (id_reversed),
  CONSTRAINT follow_up_not_future CHECK (follow_up_date <= pr_exsitu.today()),
  CONSTRAINT follow_up_positive CHECK (alive >= 0 AND dead >= 0 AND not_seen >= 0 AND flowering >= 0),
  CONSTRAINT follow_up_says_something CHECK (CASE WHEN id_reversed IS NULL THEN alive + dead + not_seen > 0
    ELSE alive + dead + not_seen = 0 AND flowering IS NULL END),
  CONSTRAINT follow_up_flowering_alive CHECK (flowering <= alive),
  CONSTRAINT follow_up_reversal_said CHECK ((id_reversed IS NULL) = (reason IS NULL))
);
CREATE INDEX t_exit_follow_ups_exit_idx ON pr_exsitu.t_exit_follow_ups (id_exit, follow_up_date, id_follow_up);
CREATE INDEX t_exit_follow_ups_observer_idx ON pr_exsitu.t_exit_follow_ups (id_observer);
CREATE INDEX t_exit_follow_ups_digitiser_idx ON pr_exsitu.t_exit_follow_ups (id_digitiser);
COMMENT ON TABLE pr_exsitu.t_exit_follow_ups IS 'Follow-up of released plants, append-only.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_follow_up IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_exit IS 'Exit: the event.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.follow_up_date IS 'Day.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.alive IS 'Plants seen alive.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.dead IS 'Plants found dead since the visit before.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.not_seen IS 'Plants looked for and not seen, which may be dormant.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.flowering IS 'Plants in flower among those alive, null when not looked at.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_observer IS 'Role that observed.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.observer_text IS 'Who observed, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_reversed IS 'Visit that this one reverses.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.reason IS 'Why it is reversed.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_import IS 'Import that brought the row, null when typed.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.id_digitiser IS 'Role that entered the row.';
COMMENT ON COLUMN pr_exsitu.t_exit_follow_ups.meta_create_date IS 'Instant of creation.';
SELECT pr_exsitu.make_append_only('pr_exsitu.t_exit_follow_ups');
SELECT pr_exsitu.keep_history('pr_exsitu.t_exit_follow_ups');

-- The visits that stand, with the plants dead up to each.
CREATE VIEW pr_exsitu.v_exit_course AS
SELECT f.id_follow_up, f.id_exit, f.follow_up_date, f.alive, f.dead, f.not_seen, f.flowering,
       sum(f.dead) OVER (PARTITION BY f.id_exit ORDER BY f.follow_up_date, f.id_follow_up) AS dead_until
FROM pr_exsitu.t_exit_follow_ups f
LEFT JOIN pr_exsitu.t_exit_follow_ups r ON r.id_reversed = f.id_follow_up
WHERE f.id_reversed IS NULL AND r.id_follow_up IS NULL;
COMMENT ON VIEW pr_exsitu.v_exit_course IS 'Visits to released plants that stand, with the dead up to each.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.id_follow_up IS 'Visit.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.id_exit IS 'Exit.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.follow_up_date IS 'Day.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.alive IS 'Plants seen alive.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.dead IS 'Plants found dead since the visit before.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.not_seen IS 'Plants looked for and not seen.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.flowering IS 'Plants in flower.';
COMMENT ON COLUMN pr_exsitu.v_exit_course.dead_until IS 'Plants found dead up to that day.';

CREATE FUNCTION pr_exsitu.check_follow_ups() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  bad record;
BEGIN
  PERFORM FROM pr_exsitu.t_cultivations c WHERE c.id_cultivation IN (
    SELECT e.id_cultivation FROM pr_exsitu.t_cultivation_events e JOIN new_rows n ON n.id_exit = e.id_event) ORDER BY c.id_cultivation FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_exit_follow_ups o ON o.id_follow_up = n.id_reversed
             WHERE o.id_reversed IS NOT NULL OR o.id_exit <> n.id_exit OR o.follow_up_date <> n.follow_up_date) THEN
    PERFORM pr_exsitu.refuse('follow_up_reversal_exact');
  END IF;
  SELECT e.exit_kind INTO bad FROM new_rows n JOIN pr_exsitu.t_cultivation_events e ON e.id_event = n.id_exit
  LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
  WHERE n.id_import IS NULL AND (e.exit_kind IS NULL OR e.exit_kind NOT IN ('reintroduction', 'reinforcement', 'introduction')
    OR (r.id_event IS NOT NULL AND n.id_reversed IS NULL)) LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('follow_up_of_release');
  END IF;
  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.t_cultivation_events e ON e.id_event = n.id_exit WHERE n.follow_up_date < e.event_date) THEN
    PERFORM pr_exsitu.refuse('follow_up_after_exit');
  END IF;
  SELECT v.follow_up_date, v.alive + v.not_seen + v.dead_until AS told, -e.plants AS released INTO bad
  FROM pr_exsitu.v_exit_course v JOIN pr_exsitu.t_cultivation_events e ON e.id_event = v.id_exit
  WHERE v.id_exit IN (SELECT n.id_exit FROM new_rows n WHERE n.id_import IS NULL) AND v.alive + v.not_seen + v.dead_until > -e.plants
  ORDER BY v.follow_up_date LIMIT 1;
  IF FOUND THEN
    PERFORM pr_exsitu.refuse('follow_up_within_released', jsonb_build_object('date', bad.follow_up_date, 'told', bad.told, 'released', bad.released));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_follow_ups() IS 'Statement trigger: no more plants are followed than were released, nor before.';
CREATE TRIGGER check_follow_ups AFTER INSERT ON pr_exsitu.t_exit_follow_ups
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_follow_ups();

-- An exit whose plants were followed is not reversed before its visits are.
CREATE FUNCTION pr_exsitu.check_exit_reversal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN pr_exsitu.v_exit_course v ON v.id_exit = n.id_reversed) THEN
    PERFORM pr_exsitu.refuse('exit_followed');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION pr_exsitu.check_exit_reversal() IS 'Statement trigger: an exit that is followed is not reversed.';
CREATE TRIGGER check_exit_reversal AFTER INSERT ON pr_exsitu.t_cultivation_events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pr_exsitu.check_exit_reversal();

-- Exits as they are listed and read. A right on one is a right on its cultivation.
CREATE VIEW pr_exsitu.v_exits AS
SELECT e.id_event AS id, e.uuid, c.id_dataset, c.id_digitiser,
       CASE WHEN c.id_responsible IS NULL THEN '{}' ELSE ARRAY[c.id_responsible] END AS people,
       m.id_harvest, c.id_material, e.id_cultivation, c.uuid AS cultivation_uuid, c.code AS cultivation_code,
       e.exit_kind, e.event_date AS exit_date, -e.plants AS quantity,
       e.id_exit_dataset, d.dataset_name::text AS exit_dataset_name, e.site, e.geom_4326,
       b.uuid AS partner_uuid, b.name AS partner_name, b.id_organism AS partner_id_organism, b.id_digitiser AS partner_id_digitiser,
       p.uuid AS permit_uuid, p.number AS permit_number, p.kind AS permit_kind, p.id_dataset AS permit_id_dataset, p.id_digitiser AS permit_id_digitiser,
       '{}'::integer[] AS permit_people, e.permit_waiver,
       t.cd_nom, t.cited_name, x.lb_nom::text AS taxon_name, x.nom_vern::text AS vernacular_name, coalesce(x.lb_nom::text, '') AS sort_taxon_name,
       e.id_actor, pr_exsitu.role_name(e.id_actor) AS actor_name, e.actor_text, e.remarks, r.id_event IS NOT NULL AS is_reversed,
       (SELECT count(*)::integer FROM pr_exsitu.v_exit_course v WHERE v.id_exit = e.id_event) AS follow_ups,
       f.follow_up_date AS last_follow_up_date, f.alive AS last_alive, f.dead_until::integer AS dead,
       e.id_digitiser AS id_entered_by, e.meta_create_date
FROM pr_exsitu.t_cultivation_events e
JOIN pr_exsitu.t_cultivations c ON c.id_cultivation = e.id_cultivation
JOIN pr_exsitu.t_materials m ON m.id_material = c.id_material
LEFT JOIN pr_exsitu.t_cultivation_events r ON r.id_reversed = e.id_event
LEFT JOIN gn_meta.t_datasets d ON d.id_dataset = e.id_exit_dataset
LEFT JOIN pr_exsitu.t_partners b ON b.id_partner = e.id_partner
LEFT JOIN pr_exsitu.t_permits p ON p.id_permit = e.id_permit
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = c.id_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
LEFT JOIN LATERAL (SELECT v.follow_up_date, v.alive, v.dead_until FROM pr_exsitu.v_exit_course v WHERE v.id_exit = e.id_event
                   ORDER BY v.follow_up_date DESC, v.id_follow_up DESC LIMIT 1) f ON true
WHERE e.exit_kind IS NOT NULL;

CREATE VIEW pr_exsitu.v_exit_follow_ups AS
SELECT f.id_follow_up AS id, f.uuid, f.id_exit, f.follow_up_date, f.alive, f.dead, f.not_seen, f.flowering,
       f.id_observer, pr_exsitu.role_name(f.id_observer) AS observer_name, f.observer_text, f.remarks,
       b.uuid AS reverses_uuid, r.uuid AS reversed_by_uuid, f.reason, f.id_digitiser, f.meta_create_date
FROM pr_exsitu.t_exit_follow_ups f
LEFT JOIN pr_exsitu.t_exit_follow_ups b ON b.id_follow_up = f.id_reversed
LEFT JOIN pr_exsitu.t_exit_follow_ups r ON r.id_reversed = f.id_follow_up;
COMMENT ON VIEW pr_exsitu.v_exits IS 'Exits of plants with their cultivation, taxon, partner, permit and last visit.';
COMMENT ON VIEW pr_exsitu.v_exit_follow_ups IS 'Visits to released plants, reversed ones included.';
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT * FROM (VALUES
    ('v_exits', 'id', 'Internal key.'), ('v_exits', 'uuid', 'Public identifier, that of the event.'), ('v_exits', 'id_dataset', 'Dataset of the cultivation.'),
    ('v_exits', 'id_digitiser', 'Role that entered the cultivation.'), ('v_exits', 'people', 'Roles named on the cultivation.'),
    ('v_exits', 'id_harvest', 'Harvest the material comes from.'), ('v_exits', 'id_material', 'Material.'), ('v_exits', 'id_cultivation', 'Cultivation.'),
    ('v_exits', 'cultivation_uuid', 'Identifier of the cultivation.'), ('v_exits', 'cultivation_code', 'Code of the cultivation.'),
    ('v_exits', 'exit_kind', 'Kind.'), ('v_exits', 'exit_date', 'Day.'), ('v_exits', 'quantity', 'Plants.'),
    ('v_exits', 'id_exit_dataset', 'Dataset it belongs to, when it is another.'), ('v_exits', 'exit_dataset_name', 'Name of that dataset.'),
    ('v_exits', 'site', 'Site.'), ('v_exits', 'geom_4326', 'Site in WGS 84.'),
    ('v_exits', 'partner_uuid', 'Identifier of the partner.'), ('v_exits', 'partner_name', 'Name of the partner.'),
    ('v_exits', 'partner_id_organism', 'Organisation of the partner.'), ('v_exits', 'partner_id_digitiser', 'Role that entered the partner.'),
    ('v_exits', 'permit_uuid', 'Identifier of the permit.'), ('v_exits', 'permit_number', 'Number of the permit.'), ('v_exits', 'permit_kind', 'Kind of the permit.'),
    ('v_exits', 'permit_id_dataset', 'Dataset of the permit.'), ('v_exits', 'permit_id_digitiser', 'Role that entered the permit.'),
    ('v_exits', 'permit_people', 'Roles named on the permit.'), ('v_exits', 'permit_waiver', 'Why it was made without a permit that allows it.'),
    ('v_exits', 'cd_nom', 'Main taxon.'), ('v_exits', 'cited_name', 'Name as cited.'), ('v_exits', 'taxon_name', 'Scientific name.'),
    ('v_exits', 'vernacular_name', 'Vernacular name.'), ('v_exits', 'sort_taxon_name', 'Scientific name, empty when unknown.'),
    ('v_exits', 'id_actor', 'Role that did it.'), ('v_exits', 'actor_name', 'Name of that role.'), ('v_exits', 'actor_text', 'Who did it, when not a user of the host.'),
    ('v_exits', 'remarks', 'Remarks.'), ('v_exits', 'is_reversed', 'It was reversed.'), ('v_exits', 'follow_ups', 'Visits that stand.'),
    ('v_exits', 'last_follow_up_date', 'Day of the last visit.'), ('v_exits', 'last_alive', 'Plants seen alive then.'), ('v_exits', 'dead', 'Plants found dead up to then.'),
    ('v_exits', 'id_entered_by', 'Role that entered the exit.'), ('v_exits', 'meta_create_date', 'Instant of entry.'),
    ('v_exit_follow_ups', 'id', 'Internal key.'), ('v_exit_follow_ups', 'uuid', 'Public identifier.'), ('v_exit_follow_ups', 'id_exit', 'Exit.'),
    ('v_exit_follow_ups', 'follow_up_date', 'Day.'), ('v_exit_follow_ups', 'alive', 'Plants seen alive.'), ('v_exit_follow_ups', 'dead', 'Plants found dead since the visit before.'),
    ('v_exit_follow_ups', 'not_seen', 'Plants looked for and not seen.'), ('v_exit_follow_ups', 'flowering', 'Plants in flower.'),
    ('v_exit_follow_ups', 'id_observer', 'Role that observed.'), ('v_exit_follow_ups', 'observer_name', 'Name of that role.'),
    ('v_exit_follow_ups', 'observer_text', 'Who observed, when not a user of the host.'), ('v_exit_follow_ups', 'remarks', 'Remarks.'),
    ('v_exit_follow_ups', 'reverses_uuid', 'Visit that it reverses.'), ('v_exit_follow_ups', 'reversed_by_uuid', 'Visit that reverses it.'),
    ('v_exit_follow_ups', 'reason', 'Why it is reversed.'), ('v_exit_follow_ups', 'id_digitiser', 'Role that entered the row.'),
    ('v_exit_follow_ups', 'meta_create_date', 'Instant of creation.')) v (home, name, said)
  LOOP
    EXECUTE format('COMMENT ON COLUMN pr_exsitu.%I.%I IS %L', c.home, c.name, c.said);
  END LOOP;
END
$$;
