-- Why: sources are read by runs that go on where they stopped. What a source answered is kept before anybody reads it, what was
-- read waits until the run has been looked at, and a run that looks wrong leaves yesterday's listings where they are.

-- A source that anybody may read needs no login and no confirmation; the platform reads it for all.
ALTER TABLE connections ALTER confirmation_id DROP NOT NULL, ALTER created_by DROP NOT NULL,
    ADD COLUMN needs_login boolean NOT NULL DEFAULT true,
    -- How often it is read; and who has stopped that.
    ADD COLUMN every_minutes bigint NOT NULL DEFAULT 60
        CONSTRAINT connections_every CHECK (every_minutes BETWEEN 15 AND 10080),
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN paused_by uuid,
    ADD CONSTRAINT connections_confirmed CHECK (confirmation_id IS NOT NULL OR NOT needs_login),
    ADD CONSTRAINT connections_creator CHECK (created_by IS NOT NULL OR NOT needs_login);

-- A command uses a login as well: whoever runs the program on its machine.
ALTER TABLE vault_uses ADD COLUMN by_command boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT vault_uses_somebody,
    ADD CONSTRAINT vault_uses_somebody CHECK (used_by IS NOT NULL OR job_id IS NOT NULL OR by_command);

-- The switch of a source. A row of the house stops it for every company, at once; a company's own row only for itself.
CREATE TABLE source_stops (
    company_id uuid NOT NULL REFERENCES companies,
    source text NOT NULL CONSTRAINT source_stops_source_form
        CHECK (source ~ '^[a-z0-9]+([-_][a-z0-9]+)*$' AND length(source) <= 60),
    reason text NOT NULL CONSTRAINT source_stops_reason_length CHECK (length(reason) BETWEEN 1 AND 400),
    stopped_at timestamptz NOT NULL,
    stopped_by uuid,
    PRIMARY KEY (company_id, source)
);
SELECT protect_private_table('source_stops', reads_house => true);

-- A run reads a file, or a connection. `running`: its pages are being read; `partial`: it ended before its end, and what it had
-- read was applied.
ALTER TABLE scrape_runs DROP CONSTRAINT scrape_runs_state_known,
    ADD CONSTRAINT scrape_runs_state_known
        CHECK (state IN ('running', 'applied', 'partial', 'held', 'discarded', 'failed')),
    ALTER finished_at DROP NOT NULL, ALTER file_hash DROP NOT NULL, ALTER mapping_hash DROP NOT NULL,
    ADD CONSTRAINT scrape_runs_end CHECK ((finished_at IS NULL) = (state = 'running')),
    ADD COLUMN connection_id uuid,
    ADD CONSTRAINT scrape_runs_connection FOREIGN KEY (company_id, connection_id) REFERENCES connections,
    ADD CONSTRAINT scrape_runs_what CHECK ((connection_id IS NULL) = (file_hash IS NOT NULL)
        AND (file_hash IS NULL) = (mapping_hash IS NULL)),
    -- Why it ended before its end or is held, in one word for programs; the sentence stands in failure or hold_reason.
    ADD COLUMN cause text CONSTRAINT scrape_runs_cause_form CHECK (cause ~ '^[a-z][a-z_]{1,39}$'),
    -- What changed, by the looks of it, where it is held.
    ADD COLUMN verdict text CONSTRAINT scrape_runs_verdict_known CHECK (verdict IN ('market', 'site', 'blocked')),
    -- Everything the source has was read, so that counts can be compared.
    ADD COLUMN is_complete boolean NOT NULL DEFAULT false,
    -- Asked for by a person; nobody for what comes by itself.
    ADD COLUMN asked_by uuid,
    ADD COLUMN job_id uuid;
-- A connection is read once at a time, whoever wants to.
CREATE UNIQUE INDEX scrape_runs_running ON scrape_runs (company_id, connection_id) WHERE state = 'running';
CREATE INDEX scrape_runs_newest ON scrape_runs (company_id, started_at DESC, run_id);
CREATE INDEX scrape_runs_by_connection ON scrape_runs (company_id, connection_id, started_at DESC)
    WHERE connection_id IS NOT NULL;

-- How far a run of a connection is, and what it cost: written with each page it has finished.
CREATE TABLE run_progress (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    -- Pages that are finished; the next one begins at `cursor` (JSON), NULL for the beginning.
    pages bigint NOT NULL DEFAULT 0,
    -- Where it began, and how much of the source it is about: whoever goes on with it reads the same.
    began text CONSTRAINT run_progress_began_length CHECK (length(began) <= 262144),
    category text,
    most_records bigint,
    since timestamptz,
    -- The last page is finished: only the end is left to be made.
    is_read boolean NOT NULL DEFAULT false,
    cursor text CONSTRAINT run_progress_cursor_length CHECK (length(cursor) <= 262144),
    records bigint NOT NULL DEFAULT 0,
    rejects bigint NOT NULL DEFAULT 0,
    -- Answers, by how they were asked for: new ones, further tries, those that said nothing was new.
    requests bigint NOT NULL DEFAULT 0,
    retries bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    packed_bytes bigint NOT NULL DEFAULT 0,
    body_bytes bigint NOT NULL DEFAULT 0,
    waited_ms bigint NOT NULL DEFAULT 0,
    signed_in bigint NOT NULL DEFAULT 0,
    attempts bigint NOT NULL DEFAULT 0,
    -- Answers by status, as JSON: {"200": 12}.
    statuses text NOT NULL DEFAULT '{}' CONSTRAINT run_progress_statuses_length CHECK (length(statuses) <= 4096),
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, run_id),
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs ON DELETE CASCADE
);
SELECT protect_private_table('run_progress', reads_house => true);

-- What sources answered, byte for byte, gzipped. The same bytes are kept once within a company, and never across two.
CREATE TABLE raw_bodies (
    company_id uuid NOT NULL REFERENCES companies,
    body_hash bytea NOT NULL CONSTRAINT raw_bodies_hash_length CHECK (length(body_hash) = 32),
    body bytea NOT NULL,
    kept_at timestamptz NOT NULL,
    -- The run whose file in the lake holds it, and since when.
    file_run uuid,
    filed_at timestamptz,
    PRIMARY KEY (company_id, body_hash),
    CONSTRAINT raw_bodies_filed CHECK ((file_run IS NULL) = (filed_at IS NULL))
);
ALTER TABLE raw_bodies ALTER body SET STORAGE EXTERNAL;
SELECT protect_private_table('raw_bodies');

-- One answer of a source in a run, kept before anybody reads it. Its page may not be finished: then another attempt reads it from
-- here instead of asking again. `is_spare`: its page could not be read, and was asked for again.
CREATE TABLE raw_records (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    record bigint NOT NULL,
    page bigint NOT NULL,
    is_spare boolean NOT NULL DEFAULT false,
    fetched_at timestamptz NOT NULL,
    method text NOT NULL CONSTRAINT raw_records_method_known CHECK (method IN ('GET', 'POST')),
    url text NOT NULL,
    -- SHA-256 of what was posted; NULL for what was not.
    question_hash bytea,
    status bigint NOT NULL,
    -- JSON, without what is secret.
    fields text NOT NULL,
    body_hash bytea NOT NULL,
    body_bytes bigint NOT NULL,
    packed_bytes bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (company_id, run_id, record),
    FOREIGN KEY (company_id, body_hash) REFERENCES raw_bodies,
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs ON DELETE CASCADE
);
CREATE INDEX raw_records_body ON raw_records (company_id, body_hash);
CREATE INDEX raw_records_age ON raw_records (company_id, fetched_at);
SELECT protect_private_table('raw_records');

-- Parquet files of the lake: one for each run that has answers.
CREATE TABLE bronze_files (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    path text NOT NULL CONSTRAINT bronze_files_path_length CHECK (length(path) BETWEEN 1 AND 1000),
    records bigint NOT NULL,
    body_bytes bigint NOT NULL,
    file_bytes bigint NOT NULL,
    file_hash bytea NOT NULL CONSTRAINT bronze_files_hash_length CHECK (length(file_hash) = 32),
    written_at timestamptz NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (company_id, run_id),
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs
);
SELECT protect_private_table('bronze_files');

-- What a run looked like, field by field, so that the next one can be held against it.
CREATE TABLE run_fields (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    field text NOT NULL,
    records bigint NOT NULL,
    filled bigint NOT NULL,
    distinct_values bigint NOT NULL,
    -- Of numbers, their tenths and the middle; of texts, of their lengths.
    low double precision,
    middle double precision,
    high double precision,
    -- The most frequent value and how often it stands there.
    commonest text,
    commonest_count bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, run_id, field),
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs ON DELETE CASCADE
);
SELECT protect_private_table('run_fields', reads_house => true);

-- What the watch found in a run: each change with its figures.
CREATE TABLE run_findings (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    finding text NOT NULL CONSTRAINT run_findings_form CHECK (finding ~ '^[a-z][a-z_]{1,39}$'),
    field text NOT NULL DEFAULT '',
    usual double precision,
    seen double precision,
    -- For a person.
    sentence text NOT NULL,
    holds boolean NOT NULL,
    PRIMARY KEY (company_id, run_id, finding, field),
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs ON DELETE CASCADE
);
SELECT protect_private_table('run_findings', reads_house => true);

-- What media wrote, without its text.
CREATE TABLE articles (
    company_id uuid NOT NULL,
    article_id uuid NOT NULL,
    source_id uuid NOT NULL,
    external_id text NOT NULL CONSTRAINT articles_external_id_length CHECK (length(external_id) BETWEEN 1 AND 2000),
    url text NOT NULL,
    title text NOT NULL,
    author text,
    published_at timestamptz,
    modified_at timestamptz,
    summary text,
    tags text[] NOT NULL DEFAULT '{}',
    first_seen_at timestamptz NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    PRIMARY KEY (company_id, article_id),
    CONSTRAINT articles_external_id UNIQUE (company_id, source_id, external_id),
    FOREIGN KEY (company_id, source_id) REFERENCES sources
);
CREATE INDEX articles_newest ON articles (company_id, published_at DESC, article_id);
SELECT protect_private_table('articles', reads_house => true);

-- Articles read and not published yet.
CREATE TABLE staged_articles (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    external_id text NOT NULL,
    url text NOT NULL,
    title text NOT NULL,
    author text,
    published_at timestamptz,
    modified_at timestamptz,
    summary text,
    tags text NOT NULL,
    PRIMARY KEY (company_id, run_id, line)
);
SELECT protect_private_table('staged_articles');

-- One pass of a company's pipeline: its sources are read, then products are recognised, then scored. Each step is a job that waits for
-- those before it, at most until its deadline.
CREATE TABLE cycles (
    company_id uuid NOT NULL REFERENCES companies,
    cycle_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    -- When all of it should be done.
    due_at timestamptz NOT NULL,
    asked_by uuid,
    PRIMARY KEY (company_id, cycle_id)
);
CREATE INDEX cycles_newest ON cycles (company_id, started_at DESC);
SELECT protect_private_table('cycles');

CREATE TABLE cycle_steps (
    company_id uuid NOT NULL,
    cycle_id uuid NOT NULL,
    place bigint NOT NULL,
    step text NOT NULL CONSTRAINT cycle_steps_known CHECK (step IN ('read', 'match', 'score')),
    -- What a step reads.
    connection_id uuid,
    job_id uuid NOT NULL,
    -- When it starts at the latest, whatever became of those before it; NULL for what waits for nobody.
    starts_by timestamptz,
    PRIMARY KEY (company_id, cycle_id, place),
    FOREIGN KEY (company_id, cycle_id) REFERENCES cycles ON DELETE CASCADE,
    FOREIGN KEY (company_id, connection_id) REFERENCES connections
);
CREATE INDEX cycle_steps_job ON cycle_steps (company_id, job_id);
SELECT protect_private_table('cycle_steps');

-- Programs look at sources, and have them read.
ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_scopes_known,
    ADD CONSTRAINT api_tokens_scopes_known CHECK (cardinality(scopes) BETWEEN 1 AND 20 AND scopes <@ ARRAY['trends:read',
        'products:read', 'jobs:read', 'sources:read', 'sources:run']);
