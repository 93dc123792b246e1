-- Why: work that nobody watches is kept as durable jobs. A job is a row of facts that never changes, and exactly one
-- short row that says where it stands; moving on is a delete and an insert, so no long-lived row is rewritten and a
-- snapshot held somewhere does not slow the claim down. docs/jobs.md draws the states.

-- What is to be done, for whom. Written once, removed by retention. No foreign key to the company: the scope that writes
-- it is one, and a check for each of a hundred thousand jobs would cost as much as writing them.
CREATE TABLE jobs (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT jobs_kind_form CHECK (kind ~ '^[a-z][a-z0-9_.]{0,79}$'),
    queue text NOT NULL CONSTRAINT jobs_queue_form CHECK (queue ~ '^[a-z][a-z0-9_]{0,39}$'),
    -- Seconds this job stands behind one that became ready at the same moment. Bounded, so nothing starves.
    delay_seconds bigint NOT NULL CONSTRAINT jobs_delay CHECK (delay_seconds BETWEEN 0 AND 3600),
    arguments text NOT NULL CONSTRAINT jobs_arguments_length CHECK (length(arguments) <= 262144),
    unique_key text CONSTRAINT jobs_unique_key_length CHECK (length(unique_key) BETWEEN 1 AND 200),
    most_attempts bigint NOT NULL CONSTRAINT jobs_most_attempts CHECK (most_attempts BETWEEN 1 AND 100),
    trace text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, job_id)
);
CREATE INDEX jobs_newest ON jobs (company_id, created_at DESC, job_id);
CREATE INDEX jobs_by_kind ON jobs (company_id, kind, created_at DESC, job_id);
CREATE INDEX jobs_everywhere ON jobs (created_at DESC, job_id);
SELECT protect_private_table('jobs');

-- At most one living job per company, kind and key. Freed when the job ends.
CREATE TABLE job_keys (
    company_id uuid NOT NULL,
    kind text NOT NULL,
    unique_key text NOT NULL,
    job_id uuid NOT NULL,
    PRIMARY KEY (company_id, kind, unique_key)
);
SELECT protect_private_table('job_keys');

-- The partition of ready jobs that is written now. A sequence, since a move is seen by everybody at once and costs an
-- insert nothing.
CREATE SEQUENCE ready_jobs_slot AS bigint MINVALUE 0 MAXVALUE 7 START 0;
SELECT setval('ready_jobs_slot', 0);
GRANT SELECT ON SEQUENCE ready_jobs_slot TO tidemark_app;
GRANT SELECT, UPDATE ON SEQUENCE ready_jobs_slot TO tidemark_worker;

-- Ready to be claimed. Rows live for moments; eight partitions take turns, and one that was worked off is truncated,
-- which removes the dead rows that a held snapshot would keep in the way of every claim.
-- No foreign keys on the moving tables: their rows are written by statements that read the job.
CREATE TABLE ready_jobs (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    -- When it may start, behind its delay: the order of claims.
    turn_at timestamptz NOT NULL,
    ready_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Attempts made so far, and how many of them ended with their worker.
    attempts bigint NOT NULL DEFAULT 0,
    crashes bigint NOT NULL DEFAULT 0,
    slot smallint NOT NULL DEFAULT pg_sequence_last_value('ready_jobs_slot')::smallint,
    PRIMARY KEY (company_id, job_id, slot)
) PARTITION BY LIST (slot);
CREATE INDEX ready_jobs_turn ON ready_jobs (queue, company_id, turn_at, job_id);
DO $$
BEGIN
    FOR slot IN 0..7 LOOP
        EXECUTE format('CREATE TABLE ready_jobs_%s PARTITION OF ready_jobs FOR VALUES IN (%s)', slot, slot);
        PERFORM protect_private_table(format('ready_jobs_%s', slot)::regclass);
        EXECUTE format('GRANT TRUNCATE, SELECT ON ready_jobs_%s TO tidemark_worker', slot);
        EXECUTE format('CREATE POLICY worker_runs ON ready_jobs_%s TO tidemark_worker USING (true)', slot);
    END LOOP;
END $$;
SELECT protect_private_table('ready_jobs');

-- Not yet: a time has not come, or other jobs are not done. `due_at` is the latest moment: a job that waits for others
-- starts without them then.
CREATE TABLE waiting_jobs (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    reason text NOT NULL CONSTRAINT waiting_jobs_reason_known CHECK (reason IN ('scheduled', 'retry', 'snoozed', 'blocked')),
    attempts bigint NOT NULL DEFAULT 0,
    crashes bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, job_id)
);
CREATE INDEX waiting_jobs_due ON waiting_jobs (due_at);
-- Those that others are looked up for every few seconds.
CREATE INDEX waiting_jobs_blocked ON waiting_jobs (company_id, job_id) WHERE reason = 'blocked';
SELECT protect_private_table('waiting_jobs');

-- Which ends a blocked job still waits for.
CREATE TABLE job_dependencies (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    needs_job_id uuid NOT NULL,
    PRIMARY KEY (company_id, job_id, needs_job_id)
);
CREATE INDEX job_dependencies_needed ON job_dependencies (company_id, needs_job_id);
SELECT protect_private_table('job_dependencies');

-- At work. Whoever finishes a job must delete this very row (job, attempt, worker, moment of the claim) in the same
-- transaction: a worker whose row was taken away can finish nothing. The time a lease lasts is its worker's.
CREATE TABLE job_leases (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    attempt bigint NOT NULL,
    worker_id uuid NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    crashes bigint NOT NULL,
    ready_at timestamptz NOT NULL,
    claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    cancel_requested boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, job_id)
);
CREATE INDEX job_leases_worker ON job_leases (worker_id);
-- Asked for every second: the index above would lead through every lease the worker ever had while a snapshot is held.
CREATE INDEX job_leases_cancelled ON job_leases (worker_id) WHERE cancel_requested;
CREATE INDEX job_leases_kind ON job_leases (kind);
SELECT protect_private_table('job_leases');

-- How a job ended. `dead`: given up, kept for a person to replay.
CREATE TABLE job_outcomes (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL CONSTRAINT job_outcomes_state_known CHECK (state IN ('completed', 'cancelled', 'dead')),
    attempts bigint NOT NULL,
    milliseconds bigint,
    finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, job_id)
);
CREATE INDEX job_outcomes_newest ON job_outcomes (company_id, state, finished_at DESC, job_id);
CREATE INDEX job_outcomes_everywhere ON job_outcomes (state, finished_at DESC, job_id);
SELECT protect_private_table('job_outcomes');

-- What went otherwise than straight through: failed attempts with their error, rescues, snoozes, decisions of people.
CREATE TABLE job_events (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    event_id uuid NOT NULL DEFAULT gen_random_uuid(),
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempt bigint NOT NULL,
    event text NOT NULL CONSTRAINT job_events_known CHECK (event IN ('claimed', 'completed', 'failed', 'rescued', 'snoozed',
        'cancel_requested', 'cancelled', 'dead', 'replayed', 'released', 'fenced')),
    worker_id uuid,
    detail text,
    PRIMARY KEY (company_id, job_id, event_id)
);
SELECT protect_private_table('job_events');

-- How far a running job is.
CREATE TABLE job_progress (
    company_id uuid NOT NULL,
    job_id uuid NOT NULL,
    done bigint NOT NULL CONSTRAINT job_progress_done CHECK (done >= 0),
    total bigint CONSTRAINT job_progress_total CHECK (total >= 0),
    note text,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, job_id)
);
SELECT protect_private_table('job_progress');

-- Effects that happened, so that they happen once however often their job runs.
CREATE TABLE job_effects (
    company_id uuid NOT NULL,
    effect_key text NOT NULL CONSTRAINT job_effects_key_length CHECK (length(effect_key) BETWEEN 1 AND 200),
    job_id uuid NOT NULL,
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, effect_key)
);
CREATE INDEX job_effects_age ON job_effects (happened_at);
SELECT protect_private_table('job_effects');

-- Ends per minute: what consoles count and charts draw without reading the jobs themselves. Counting adds pieces, as a
-- row per minute would have all workers wait for each other, and pieces are summed up every few seconds: readers sum.
CREATE TABLE job_tallies (
    company_id uuid NOT NULL,
    minute timestamptz NOT NULL,
    kind text NOT NULL,
    result text NOT NULL,
    -- All zeros for the sum of what was counted so far.
    piece_id uuid NOT NULL DEFAULT gen_random_uuid(),
    jobs bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (company_id, minute, kind, result, piece_id)
);
CREATE INDEX job_tallies_age ON job_tallies (minute);
SELECT protect_private_table('job_tallies');

-- Kind and arguments that took their worker down with them, again and again.
CREATE TABLE job_fuses (
    company_id uuid NOT NULL,
    kind text NOT NULL,
    arguments_hash bytea NOT NULL,
    crashes bigint NOT NULL,
    crashed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, kind, arguments_hash)
);
SELECT protect_private_table('job_fuses');

-- What people have stopped. A row of the house stops it for every company. `scope` is queue:name, kind:name.
CREATE TABLE job_pauses (
    company_id uuid NOT NULL,
    scope text NOT NULL CONSTRAINT job_pauses_scope_form CHECK (scope ~ '^(queue|kind):[a-z][a-z0-9_.]{0,79}$'),
    paused_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    paused_by uuid,
    PRIMARY KEY (company_id, scope)
);
SELECT protect_private_table('job_pauses', reads_house => true);

-- Jobs that come again and again, at a time of day of a zone.
CREATE TABLE job_schedules (
    company_id uuid NOT NULL REFERENCES companies,
    schedule_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT job_schedules_name_length CHECK (length(name) BETWEEN 1 AND 80),
    kind text NOT NULL,
    queue text NOT NULL,
    delay_seconds bigint NOT NULL,
    most_attempts bigint NOT NULL,
    arguments text NOT NULL,
    cron text NOT NULL,
    time_zone text NOT NULL,
    missed text NOT NULL CONSTRAINT job_schedules_missed_known CHECK (missed IN ('none', 'last', 'all')),
    next_slot timestamptz NOT NULL,
    paused_at timestamptz,
    PRIMARY KEY (company_id, schedule_id),
    CONSTRAINT job_schedules_name_key UNIQUE (company_id, name)
);
CREATE INDEX job_schedules_next ON job_schedules (next_slot) WHERE paused_at IS NULL;
SELECT protect_private_table('job_schedules', reads_house => true);

-- One row per slot that was turned into a job: the key is what makes it once, however many schedulers there are.
CREATE TABLE job_slots (
    company_id uuid NOT NULL,
    schedule_id uuid NOT NULL,
    slot timestamptz NOT NULL,
    job_id uuid NOT NULL,
    PRIMARY KEY (company_id, schedule_id, slot)
);
CREATE INDEX job_slots_age ON job_slots (slot);
SELECT protect_private_table('job_slots');

-- Processes that run jobs. Not private: no company's data is in it. Their lease is renewed by one row, whatever they run.
CREATE TABLE job_workers (
    worker_id uuid PRIMARY KEY,
    name text NOT NULL,
    queues text[] NOT NULL,
    slots bigint NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz NOT NULL,
    -- When the lease was last given. In the future, the clock was put back since.
    renewed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    is_stopping boolean NOT NULL DEFAULT false
);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_workers TO tidemark_worker;

-- How many of a kind may run at once, and how many may start in a minute; no row for no limit. Written by workers from
-- what their code declares.
CREATE TABLE job_limits (
    kind text PRIMARY KEY,
    most_running bigint,
    per_minute bigint,
    -- Starts that are left at `counted_at`; refilled evenly.
    tokens double precision NOT NULL DEFAULT 0,
    counted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_limits TO tidemark_worker;

-- The worker role moves the jobs of all companies and sees no other private table.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['jobs', 'job_keys', 'ready_jobs', 'waiting_jobs', 'job_dependencies', 'job_leases',
        'job_outcomes', 'job_events', 'job_progress', 'job_effects', 'job_tallies', 'job_fuses', 'job_pauses', 'job_schedules',
        'job_slots']
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tidemark_worker', name);
        EXECUTE format('CREATE POLICY worker_runs ON %I TO tidemark_worker USING (true) WITH CHECK (true)', name);
    END LOOP;
END $$;
