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
