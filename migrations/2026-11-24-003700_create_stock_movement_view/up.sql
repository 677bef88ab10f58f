-- Movements as they are listed and read: a movement is its lot's, and also of those
-- who made it.
CREATE VIEW pr_exsitu.v_stock_movements AS
SELECT s.id_stock_movement AS id, s.uuid, s.uuid_operation, l.id_dataset, l.id_digitiser,
       array_remove(ARRAY[l.id_cleaned_by, s.id_actor, s.id_digitiser], NULL) AS people,
       m.id_harvest, l.id_material, l.id_seed_lot,
       l.uuid AS lot_uuid, l.code AS lot_code, p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       s.kind, s.seeds, s.mass_g, s.basis, s.observed_seeds, s.is_total, s.effective_date,
       s.id_actor, pr_exsitu.role_name(s.id_actor) AS actor_name, s.actor_text, t.uuid AS partner_uuid, t.name AS partner_name,
       s.cause_type, s.cause_uuid, o.uuid AS reverses_uuid, r.uuid AS reversed_by_uuid, s.reason, s.reserve_override_reason,
       s.id_digitiser AS id_entered_by, s.meta_create_date
FROM pr_exsitu.t_stock_movements s
JOIN pr_exsitu.t_seed_lots l ON l.id_seed_lot = s.id_seed_lot
JOIN pr_exsitu.t_materials m ON m.id_material = l.id_material
JOIN pr_exsitu.t_places p ON p.id_place = s.id_place
LEFT JOIN pr_exsitu.t_partners t ON t.id_partner = s.id_partner
LEFT JOIN pr_exsitu.t_stock_movements o ON o.id_stock_movement = s.id_reversed
LEFT JOIN pr_exsitu.t_stock_movements r ON r.id_reversed = s.id_stock_movement;
COMMENT ON VIEW pr_exsitu.v_stock_movements IS 'Stock movements with lot, place, partner, and what reverses what.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.actor_name IS 'Name of the role that moved the seeds.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.actor_text IS 'Who moved the seeds, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.basis IS 'How the number is known: counted, weighed, estimated, unknown.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.cause_type IS 'Kind of the record the movement is part of: sowing, seed_test, cultivation, exit.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.cause_uuid IS 'That record: the movement is reversed through it.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.effective_date IS 'Day of the movement.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_actor IS 'Role that moved the seeds.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_dataset IS 'Dataset of the record, of the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_entered_by IS 'Role that entered the movement.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_harvest IS 'Harvest the material comes from, if it comes from one.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_material IS 'Material.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.is_total IS 'It took all there was.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.kind IS 'Kind of movement.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.lot_code IS 'Code of the lot.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.lot_uuid IS 'Lot.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.mass_g IS 'Mass in grams, signed, informative: only seeds balance.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.meta_create_date IS 'Instant of entry.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.observed_seeds IS 'Stock-take: what was found in the place; seeds is then the correction that makes the balance equal to it.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.partner_name IS 'Name of the partner.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.partner_uuid IS 'Partner.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.people IS 'Roles whose record it is, beside its digitiser.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.place_uuid IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.reason IS 'Why.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.reserve_override_reason IS 'Why the archive reserve was broken into, by someone who has the right.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.reversed_by_uuid IS 'What reverses it.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.reverses_uuid IS 'What it reverses.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.seeds IS 'Seeds, positive in, negative out; null when unknown.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.uuid IS 'Public identifier of the leg.';
COMMENT ON COLUMN pr_exsitu.v_stock_movements.uuid_operation IS 'Groups the legs of one act: it is reversed whole.';
