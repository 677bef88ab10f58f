DELETE FROM pr_exsitu.t_settings WHERE name NOT IN ('initial_viability', 'confidence');
ALTER TABLE pr_exsitu.t_settings
  DROP CONSTRAINT setting_known_and_in_range,
  ADD CONSTRAINT setting_known_and_in_range CHECK (CASE name
    WHEN 'initial_viability' THEN value BETWEEN 1 AND 100
    WHEN 'confidence' THEN value BETWEEN 50 AND 99.9
    ELSE false END);
COMMENT ON COLUMN pr_exsitu.t_settings.value IS 'Its value, in %.';
