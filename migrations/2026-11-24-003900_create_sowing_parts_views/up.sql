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
LEFT JOIN pr_exsitu.v_count_course v ON v.id_count = c.id_count AND v.id_replicate = c.id_replicate
LEFT JOIN pr_exsitu.t_counts o ON o.id_count = c.id_reversed
LEFT JOIN pr_exsitu.t_counts x ON x.id_reversed = c.id_count;
COMMENT ON VIEW pr_exsitu.v_counts IS 'Every count as entered, with its increments given or derived, and what reverses what.';
