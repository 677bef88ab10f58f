-- The last number given per kind of record and year. The row is locked until the
-- end of the transaction: it is the last lock a write takes.
CREATE TABLE pr_exsitu.t_code_counters (
  kind text NOT NULL,
  year integer NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT t_code_counters_pkey PRIMARY KEY (kind, year),
  CONSTRAINT code_counter_kind_known CHECK (kind IN ('harvest', 'material', 'seed_lot', 'seed_test', 'sowing', 'cultivation')),
  CONSTRAINT code_counter_number_positive CHECK (last_number > 0)
);
COMMENT ON TABLE pr_exsitu.t_code_counters IS 'Counters of the codes made by the server, one per kind and year; gaps are allowed, numbers are never reused.';
COMMENT ON COLUMN pr_exsitu.t_code_counters.kind IS 'Kind of record: harvest (R), material (no letter), seed_lot (L), seed_test (T), sowing (S), cultivation (C).';
COMMENT ON COLUMN pr_exsitu.t_code_counters.year IS 'Year printed in the code.';
COMMENT ON COLUMN pr_exsitu.t_code_counters.last_number IS 'Last number given.';

CREATE FUNCTION pr_exsitu.code_letter(kind text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT CASE kind WHEN 'harvest' THEN 'R' WHEN 'material' THEN '' WHEN 'seed_lot' THEN 'L'
                   WHEN 'seed_test' THEN 'T' WHEN 'sowing' THEN 'S' WHEN 'cultivation' THEN 'C' END
$$;
COMMENT ON FUNCTION pr_exsitu.code_letter(text) IS 'First letter of the codes of a kind of record, empty for materials.';

CREATE FUNCTION pr_exsitu.is_code(kind text, code text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT code ~ ('^' || pr_exsitu.code_letter(kind) || '[0-9]{4}_[0-9]{4,}$')
$$;
COMMENT ON FUNCTION pr_exsitu.is_code(text, text) IS 'True when a code is the letter of its kind, four digits of year, an underscore and at least four digits.';

-- Numbers already taken by a code that someone gave are skipped.
CREATE FUNCTION pr_exsitu.next_code(wanted_kind text, wanted_year integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  number integer;
  made text;
  taken boolean;
  home text := CASE wanted_kind WHEN 'harvest' THEN 't_harvests' WHEN 'material' THEN 't_materials' WHEN 'seed_lot' THEN 't_seed_lots'
                                WHEN 'seed_test' THEN 't_seed_tests' WHEN 'sowing' THEN 't_sowings' WHEN 'cultivation' THEN 't_cultivations' END;
BEGIN
  LOOP
    INSERT INTO pr_exsitu.t_code_counters AS c (kind, year, last_number) VALUES (wanted_kind, wanted_year, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last_number = c.last_number + 1
    RETURNING last_number INTO number;
    made := format('%s%s_%s', pr_exsitu.code_letter(wanted_kind), to_char(wanted_year, 'FM0000'),
                   CASE WHEN number < 10000 THEN to_char(number, 'FM0000') ELSE number::text END);
    EXECUTE format('SELECT EXISTS (SELECT FROM pr_exsitu.%I WHERE code = $1)', home) INTO taken USING made;
    EXIT WHEN NOT taken;
  END LOOP;
  RETURN made;
END
$$;
COMMENT ON FUNCTION pr_exsitu.next_code(text, integer) IS 'Takes the next free code of a kind and year; holds the counter until the transaction ends.';
