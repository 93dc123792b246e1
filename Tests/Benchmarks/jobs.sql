-- Why: what the measurement of jobs needs beside the product's own tables. Run by psql as the owner, in a database of
-- the measurement.

-- What a bystander reads: a catalogue that has nothing to do with jobs.
CREATE TABLE bench_catalogue (product_id bigint PRIMARY KEY, shelf bigint NOT NULL, name text NOT NULL);
INSERT INTO bench_catalogue SELECT n, n % 1000, md5(n::text) || ' ' || md5((n / 7)::text) FROM generate_series(1, 200000) n;
CREATE INDEX bench_catalogue_shelf ON bench_catalogue (shelf, name);
GRANT SELECT ON bench_catalogue TO tidemark_app, tidemark_worker;

-- The plain queue: one table, a state that is updated in place.
CREATE TABLE plain_jobs (
    job_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state text NOT NULL DEFAULT 'ready',
    arguments jsonb NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    claimed_at timestamptz,
    finished_at timestamptz
);
CREATE INDEX plain_jobs_ready ON plain_jobs (run_at, job_id) WHERE state = 'ready';
GRANT SELECT, INSERT, UPDATE ON plain_jobs TO tidemark_worker;

-- The product's tables of new jobs without row-level security, which is the only way COPY may fill them.
CREATE TABLE open_jobs (LIKE jobs INCLUDING ALL);
CREATE TABLE open_ready_jobs (LIKE ready_jobs INCLUDING ALL);
GRANT INSERT ON open_jobs, open_ready_jobs TO tidemark_worker;
VACUUM ANALYZE bench_catalogue;
