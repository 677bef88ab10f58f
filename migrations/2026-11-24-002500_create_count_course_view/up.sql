-- The counts that stand, in order, with what they mean: from what is seen alive the
-- emergence is derived against what was alive before; a fall is a disappearance.
-- Derived when read, so that a visit entered late corrects what was deduced after it.
CREATE VIEW pr_exsitu.v_count_course AS
WITH standing AS (
  SELECT c.*, coalesce(c.emerged, 0) - coalesce(c.dead, 0) - coalesce(c.removed, 0) - coalesce(c.pricked_out, 0) AS change,
         count(c.observed_alive) OVER (PARTITION BY c.id_replicate ORDER BY c.count_date, c.id_count) AS seen
  FROM pr_exsitu.t_counts c
  LEFT JOIN pr_exsitu.t_counts r ON r.id_reversed = c.id_count
  WHERE c.id_reversed IS NULL AND r.id_count IS NULL
), followed AS (
  SELECT s.*, (max(s.observed_alive) OVER (PARTITION BY s.id_replicate, s.seen)) AS anchor,
         sum(s.change) OVER (PARTITION BY s.id_replicate, s.seen ORDER BY s.count_date, s.id_count) AS since_seen
  FROM standing s
), alive AS (
  SELECT f.*, (coalesce(f.anchor, 0) + f.since_seen)::integer AS alive_after,
         lag((coalesce(f.anchor, 0) + f.since_seen)::integer, 1, 0) OVER (PARTITION BY f.id_replicate ORDER BY f.count_date, f.id_count) AS alive_before,
         lag(f.count_date) OVER (PARTITION BY f.id_replicate ORDER BY f.count_date, f.id_count) AS previous_date,
         lead(f.count_date) OVER (PARTITION BY f.id_replicate ORDER BY f.count_date, f.id_count) AS next_date
  FROM followed f
)
SELECT id_count, id_replicate, count_date, previous_date,
       (observed_alive IS NOT NULL) AS is_derived,
       alive_after,
       CASE WHEN observed_alive IS NULL THEN emerged ELSE greatest(observed_alive - alive_before, 0) END AS emerged,
       CASE WHEN observed_alive IS NULL THEN dead ELSE greatest(alive_before - observed_alive, 0) END AS dead,
       CASE WHEN observed_alive IS NULL THEN death_cause WHEN observed_alive < alive_before THEN 'disappeared' END AS death_cause,
       removed, pricked_out, dissected, surplus,
       (next_date IS DISTINCT FROM count_date) AS closes_day
FROM alive;
COMMENT ON VIEW pr_exsitu.v_count_course IS 'Counts that stand, with their increments given or derived; always read it for given replicates.';
COMMENT ON COLUMN pr_exsitu.v_count_course.id_count IS 'Count.';
COMMENT ON COLUMN pr_exsitu.v_count_course.id_replicate IS 'Replicate.';
COMMENT ON COLUMN pr_exsitu.v_count_course.count_date IS 'Day of the visit.';
COMMENT ON COLUMN pr_exsitu.v_count_course.previous_date IS 'Day of the visit before: what emerged did so between the two.';
COMMENT ON COLUMN pr_exsitu.v_count_course.is_derived IS 'The increments are deduced from what was seen alive.';
COMMENT ON COLUMN pr_exsitu.v_count_course.alive_after IS 'Living seedlings in the replicate after the visit.';
COMMENT ON COLUMN pr_exsitu.v_count_course.emerged IS 'Newly emerged.';
COMMENT ON COLUMN pr_exsitu.v_count_course.dead IS 'Newly dead.';
COMMENT ON COLUMN pr_exsitu.v_count_course.death_cause IS 'Why; disappeared when derived.';
COMMENT ON COLUMN pr_exsitu.v_count_course.removed IS 'Taken away.';
COMMENT ON COLUMN pr_exsitu.v_count_course.pricked_out IS 'Pricked out.';
COMMENT ON COLUMN pr_exsitu.v_count_course.dissected IS 'Opened and examined.';
COMMENT ON COLUMN pr_exsitu.v_count_course.surplus IS 'Outside the rate.';
COMMENT ON COLUMN pr_exsitu.v_count_course.closes_day IS 'Last count of its day in the replicate.';
