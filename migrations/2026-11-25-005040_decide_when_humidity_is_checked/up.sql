-- How long after a humidity check the next one is due.
ALTER TABLE pr_exsitu.t_settings DROP CONSTRAINT setting_known_and_in_range;
ALTER TABLE pr_exsitu.t_settings ADD CONSTRAINT setting_known_and_in_range CHECK (CASE name
    WHEN 'initial_viability' THEN value BETWEEN 1 AND 100
    WHEN 'confidence' THEN value BETWEEN 50 AND 99.9
    WHEN 'humidity_check_interval' THEN value BETWEEN 1 AND 3650
    WHEN 'humidity_recheck_interval' THEN value BETWEEN 1 AND 3650
    ELSE false END);
COMMENT ON COLUMN pr_exsitu.t_settings.value IS 'Its value, in % or in days.';
