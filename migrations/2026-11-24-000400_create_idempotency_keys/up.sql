-- A POST sent again with the same key answers what it answered, and does nothing:
-- the row is written in the transaction of the work itself.
CREATE TABLE pr_exsitu.t_idempotency_keys (
  id_role integer NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT t_idempotency_keys_pkey PRIMARY KEY (id_role, key),
  CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 255)
);
CREATE INDEX t_idempotency_keys_created_idx ON pr_exsitu.t_idempotency_keys (created_at);
COMMENT ON TABLE pr_exsitu.t_idempotency_keys IS 'Answers given to POST requests that carried an Idempotency-Key.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.id_role IS 'Role that sent the key: keys of two roles never meet.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.key IS 'The key as sent.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.fingerprint IS 'SHA-256 of method, path and body: the same key on another request is an error.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.status IS 'HTTP status answered.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.headers IS 'Location and ETag answered.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.body IS 'Body answered.';
COMMENT ON COLUMN pr_exsitu.t_idempotency_keys.created_at IS 'Instant of the first request.';
