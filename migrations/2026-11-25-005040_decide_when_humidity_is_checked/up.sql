-- How long after a humidity check the next one is due.
ALTER TABLE pr_exsitu.t_settings
  DROP CONSTRAINT setting_known_and_in_range,
  ADD CONSTRAINT setting_known_and_in_range CHECK (CASE name
    WHEN 'initial_viability' THEN value BETWEEN 1 AND 100
    WHEN 'confidence' THEN value BETWEEN 50 AND 99.9
    WHEN 'regeneration_share' THEN value BETWEEN 1 AND 99.9
    WHEN 'first_test' THEN value BETWEEN 1 AND 120
    WHEN 'retest_share' THEN value BETWEEN 1 AND 100
    WHEN 'retest_longest' THEN value BETWEEN 1 AND 100
    WHEN 'retest_short_lived' THEN value BETWEEN 0.5 AND 100
    WHEN 'retest_long_lived' THEN value BETWEEN 0.5 AND 100
    WHEN 'largest_test_share' THEN value BETWEEN 0.1 AND 100
    WHEN 'archive_seeds' THEN value BETWEEN 0 AND 100000
    WHEN 'crop_share_ensconet' THEN value BETWEEN 1 AND 100
    WHEN 'crop_share_vegetal_local' THEN value BETWEEN 1 AND 100
    WHEN 'humidity_check_interval' THEN value BETWEEN 1 AND 3650
    WHEN 'humidity_recheck_interval' THEN value BETWEEN 1 AND 3650
    ELSE false END);
COMMENT ON COLUMN pr_exsitu.t_settings.value IS 'Its value, in the unit of the threshold: %, years, months, days or seeds.';
