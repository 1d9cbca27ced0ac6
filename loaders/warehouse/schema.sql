-- What was read, verbatim, with its document, line and confidence. Money in 万元, weights and scores in points,
-- rates in %. The readers fill these tables; nothing here is interpreted.
CREATE SCHEMA raw;

CREATE TABLE raw.documents (
  document_id VARCHAR PRIMARY KEY,
  path VARCHAR NOT NULL UNIQUE,
  sha256 VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  format VARCHAR NOT NULL,
  encoding VARCHAR,
  forms INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  reader_version VARCHAR NOT NULL,
  ingested_at TIMESTAMP NOT NULL
);

-- document_id, sheet and line are the key by construction: an index over every line would cost more memory than all other tables.
CREATE TABLE raw.source_lines (
  document_id VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  sheet INTEGER NOT NULL DEFAULT 1,
  place VARCHAR
);

CREATE TABLE raw.forms (
  form_id VARCHAR PRIMARY KEY,
  document_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  form_type VARCHAR NOT NULL,
  fiscal_year INTEGER,
  project_name VARCHAR,
  department VARCHAR,
  implementing_unit VARCHAR,
  amount_unit VARCHAR NOT NULL,
  expected_goal VARCHAR,
  actual_outcome VARCHAR,
  total_weight DECIMAL(12, 6),
  total_score DECIMAL(12, 6),
  rating VARCHAR,
  weights_sum_ok BOOLEAN,
  scores_sum_ok BOOLEAN,
  fiscal_year_line INTEGER,
  project_name_line INTEGER,
  department_line INTEGER,
  implementing_unit_line INTEGER,
  expected_goal_line INTEGER,
  actual_outcome_line INTEGER,
  total_score_line INTEGER,
  rating_line INTEGER,
  sheet INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE raw.funding (
  form_id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  initial_budget DECIMAL(24, 6),
  adjusted_budget DECIMAL(24, 6),
  executed DECIMAL(24, 6),
  weight DECIMAL(12, 6),
  reported_execution_rate DECIMAL(12, 6),
  reported_score DECIMAL(12, 6),
  line INTEGER NOT NULL,
  received DECIMAL(24, 6),
  PRIMARY KEY (form_id, source)
);

CREATE TABLE raw.indicators (
  form_id VARCHAR NOT NULL,
  seq INTEGER NOT NULL,
  level1 VARCHAR,
  level2 VARCHAR,
  name VARCHAR,
  target VARCHAR,
  actual VARCHAR,
  weight DECIMAL(12, 6),
  score DECIMAL(12, 6),
  deviation_reason VARCHAR,
  line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  PRIMARY KEY (form_id, seq)
);

CREATE TABLE raw.cell_flags (
  form_id VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  seq VARCHAR NOT NULL,
  field VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  as_read VARCHAR NOT NULL,
  value VARCHAR,
  reason VARCHAR NOT NULL,
  line INTEGER,
  PRIMARY KEY (form_id, record, seq, field, status)
);

-- One row; a warehouse that was not read from a workspace has none.
CREATE TABLE raw.workspace (
  synthetic BOOLEAN NOT NULL
);

CREATE TABLE raw.corrections (
  form_id VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  seq VARCHAR NOT NULL,
  field VARCHAR NOT NULL,
  value VARCHAR,
  reason VARCHAR NOT NULL,
  reviewer VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (form_id, record, seq, field)
);

CREATE TABLE raw.rejected (
  path VARCHAR PRIMARY KEY,
  sha256 VARCHAR,
  bytes BIGINT,
  code VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  advice VARCHAR NOT NULL,
  reader_version VARCHAR NOT NULL,
  rejected_at TIMESTAMP NOT NULL
);

-- What the last results held, carried over from the warehouse of before: the new results are told against them.
CREATE TABLE raw.known_problems (
  problem VARCHAR PRIMARY KEY,
  finding_id VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  fiscal_year INTEGER,
  department VARCHAR,
  implementing_unit VARCHAR,
  project_name VARCHAR,
  form_id VARCHAR,
  line INTEGER,
  state VARCHAR NOT NULL,
  since_at TIMESTAMP NOT NULL,
  last_seen_at TIMESTAMP NOT NULL
);

CREATE TABLE raw.known_projects (
  fiscal_year INTEGER,
  department VARCHAR,
  implementing_unit VARCHAR,
  project_name VARCHAR
);

-- One row; none where there was no warehouse before, or one that told no history.
CREATE TABLE raw.known_results (
  results_at TIMESTAMP NOT NULL,
  base_at TIMESTAMP,
  rules VARCHAR NOT NULL,
  rules_changed BOOLEAN NOT NULL
);

CREATE TABLE raw.known_rules (
  rule VARCHAR PRIMARY KEY,
  code VARCHAR NOT NULL
);

CREATE TABLE raw.known_documents (
  document_id VARCHAR PRIMARY KEY,
  reading VARCHAR NOT NULL
);
