DROP TABLE pr_exsitu.cor_seed_test_people;
ALTER TABLE pr_exsitu.t_seed_tests
  DROP COLUMN support,
  DROP COLUMN substrate_note,
  DROP COLUMN regimes,
  DROP COLUMN next_count_due,
  DROP COLUMN people_text,
  DROP COLUMN state_reason,
  DROP COLUMN typed_results;
DROP FUNCTION pr_exsitu.is_regimes(jsonb);
DROP FUNCTION pr_exsitu.is_number_between(jsonb, numeric, numeric);
