-- Replicates with their tallies, and every count as it was entered beside what it
-- means (its increments, given or derived).
CREATE VIEW pr_exsitu.v_replicates AS
SELECT r.id_replicate AS id, r.uuid, r.id_sowing, r.id_seed_test, r.code, r.sown, r.remarks, r.version,
       p.uuid AS place_uuid, p.code AS place_code, p.label AS place_label,
       coalesce(t.visits, 0) AS visits, coalesce(t.emerged, 0) AS emerged, coalesce(t.dead, 0) AS dead, coalesce(t.removed, 0) AS removed,
       coalesce(t.pricked_out, 0) AS pricked_out, coalesce(t.dissected, 0) AS dissected, coalesce(t.surplus, 0) AS surplus,
       coalesce(t.alive, 0) AS alive, t.first_emergence_date, t.last_count_date
FROM pr_exsitu.t_replicates r
LEFT JOIN pr_exsitu.t_places p ON p.id_place = r.id_place
LEFT JOIN pr_exsitu.t_replicate_tallies t ON t.id_replicate = r.id_replicate;
COMMENT ON VIEW pr_exsitu.v_replicates IS 'Replicates with place and tallies.';
COMMENT ON COLUMN pr_exsitu.v_replicates.alive IS 'Alive after the last count.';
COMMENT ON COLUMN pr_exsitu.v_replicates.code IS 'A, B, C…';
COMMENT ON COLUMN pr_exsitu.v_replicates.dead IS 'Dead in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.dissected IS 'Opened and examined in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.emerged IS 'Emerged in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.first_emergence_date IS 'First visit with emergence.';
COMMENT ON COLUMN pr_exsitu.v_replicates.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_replicates.id_seed_test IS 'Test it is part of.';
COMMENT ON COLUMN pr_exsitu.v_replicates.id_sowing IS 'Sowing it is part of.';
COMMENT ON COLUMN pr_exsitu.v_replicates.last_count_date IS 'Last visit.';
COMMENT ON COLUMN pr_exsitu.v_replicates.place_code IS 'Code of the place.';
COMMENT ON COLUMN pr_exsitu.v_replicates.place_label IS 'Name of the place.';
COMMENT ON COLUMN pr_exsitu.v_replicates.place_uuid IS 'Place.';
COMMENT ON COLUMN pr_exsitu.v_replicates.pricked_out IS 'Pricked out in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_replicates.removed IS 'Taken away in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.sown IS 'Units sown in it, null when unknown.';
COMMENT ON COLUMN pr_exsitu.v_replicates.surplus IS 'Outside the rate in all.';
COMMENT ON COLUMN pr_exsitu.v_replicates.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_replicates.version IS 'Number of the version, the ETag.';
COMMENT ON COLUMN pr_exsitu.v_replicates.visits IS 'Counts that stand.';

CREATE VIEW pr_exsitu.v_counts AS
SELECT c.id_count AS id, c.uuid, c.uuid_operation, r.id_sowing, r.id_seed_test, r.id_replicate, r.uuid AS replicate_uuid, r.code AS replicate_code,
       c.count_date, v.previous_date, c.observed_alive, (v.is_derived IS TRUE) AS is_derived,
       CASE WHEN v.id_count IS NULL THEN c.emerged ELSE v.emerged END AS emerged,
       CASE WHEN v.id_count IS NULL THEN c.dead ELSE v.dead END AS dead,
       CASE WHEN v.id_count IS NULL THEN c.death_cause ELSE v.death_cause END AS death_cause,
       c.removed, c.pricked_out, c.dissected, c.surplus, c.surplus_cause, v.alive_after,
       c.id_nomenclature_stage, c.id_observer, pr_exsitu.role_name(c.id_observer) AS observer_name, c.observer_text, c.remarks, c.cause_uuid,
       o.uuid AS reverses_uuid, x.uuid AS reversed_by_uuid, c.reason, c.id_digitiser, c.meta_create_date
FROM pr_exsitu.t_counts c
JOIN pr_exsitu.t_replicates r ON r.id_replicate = c.id_replicate
-- Lateral and kept so (OFFSET 0): the course of one replicate is followed, not that of all.
LEFT JOIN LATERAL (SELECT w.* FROM pr_exsitu.v_count_course w WHERE w.id_replicate = r.id_replicate OFFSET 0) v ON v.id_count = c.id_count
LEFT JOIN pr_exsitu.t_counts o ON o.id_count = c.id_reversed
LEFT JOIN pr_exsitu.t_counts x ON x.id_reversed = c.id_count;
COMMENT ON VIEW pr_exsitu.v_counts IS 'Every count as entered, with its increments given or derived, and what reverses what.';
COMMENT ON COLUMN pr_exsitu.v_counts.alive_after IS 'Living seedlings in the replicate after the visit.';
COMMENT ON COLUMN pr_exsitu.v_counts.cause_uuid IS 'Event of a cultivation that pricked the seedlings out.';
COMMENT ON COLUMN pr_exsitu.v_counts.count_date IS 'Day of the visit.';
COMMENT ON COLUMN pr_exsitu.v_counts.dead IS 'Seedlings dead since the visit before.';
COMMENT ON COLUMN pr_exsitu.v_counts.death_cause IS 'Why they died.';
COMMENT ON COLUMN pr_exsitu.v_counts.dissected IS 'Seeds not germinated that were opened and examined.';
COMMENT ON COLUMN pr_exsitu.v_counts.emerged IS 'Newly emerged (germinated, for a test) since the visit before.';
COMMENT ON COLUMN pr_exsitu.v_counts.id IS 'Internal key.';
COMMENT ON COLUMN pr_exsitu.v_counts.id_digitiser IS 'Role that entered the record, the lot for what is in one.';
COMMENT ON COLUMN pr_exsitu.v_counts.id_nomenclature_stage IS 'Stage of the seedlings (EXS_PHYSIOLOGICAL_STAGE).';
COMMENT ON COLUMN pr_exsitu.v_counts.id_observer IS 'Role that counted.';
COMMENT ON COLUMN pr_exsitu.v_counts.id_replicate IS 'Replicate counted.';
COMMENT ON COLUMN pr_exsitu.v_counts.id_seed_test IS 'Test it is part of.';
COMMENT ON COLUMN pr_exsitu.v_counts.id_sowing IS 'Sowing it is part of.';
COMMENT ON COLUMN pr_exsitu.v_counts.is_derived IS 'The increments are deduced from what was seen alive.';
COMMENT ON COLUMN pr_exsitu.v_counts.meta_create_date IS 'Instant of entry.';
COMMENT ON COLUMN pr_exsitu.v_counts.observed_alive IS 'What one sees: living seedlings in the replicate; the increments are derived.';
COMMENT ON COLUMN pr_exsitu.v_counts.observer_name IS 'Name of the role that counted.';
COMMENT ON COLUMN pr_exsitu.v_counts.observer_text IS 'Who counted, when not a user of the host.';
COMMENT ON COLUMN pr_exsitu.v_counts.previous_date IS 'Day of the visit before: what emerged did so between the two.';
COMMENT ON COLUMN pr_exsitu.v_counts.pricked_out IS 'Seedlings pricked out, written by the event of the cultivation.';
COMMENT ON COLUMN pr_exsitu.v_counts.reason IS 'Why it was reversed.';
COMMENT ON COLUMN pr_exsitu.v_counts.remarks IS 'Remarks.';
COMMENT ON COLUMN pr_exsitu.v_counts.removed IS 'Seedlings taken away: thinned, sampled.';
COMMENT ON COLUMN pr_exsitu.v_counts.replicate_code IS 'Code of the replicate.';
COMMENT ON COLUMN pr_exsitu.v_counts.replicate_uuid IS 'Replicate.';
COMMENT ON COLUMN pr_exsitu.v_counts.reversed_by_uuid IS 'What reverses it.';
COMMENT ON COLUMN pr_exsitu.v_counts.reverses_uuid IS 'What it reverses.';
COMMENT ON COLUMN pr_exsitu.v_counts.surplus IS 'Seedlings that no seed sown explains, outside the rate.';
COMMENT ON COLUMN pr_exsitu.v_counts.surplus_cause IS 'polyembryony, counting_error, weed or substrate_residue.';
COMMENT ON COLUMN pr_exsitu.v_counts.uuid IS 'Public identifier.';
COMMENT ON COLUMN pr_exsitu.v_counts.uuid_operation IS 'Groups what was entered together (a grid): it is reversed whole.';
