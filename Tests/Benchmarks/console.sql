-- Why: a console is for the day on which there are too many jobs. Run by psql as the worker role: a million jobs of all
-- companies, three in five of them of the first; 95 % have ended.
-- Of a hundred jobs 2 are dead, 1 is cancelled, 2 are ready, 1 waits; every 5 000th runs; every 100 000th is of a rare kind.
WITH c AS (SELECT array_agg(company_id ORDER BY (slug = 'bench') DESC, slug) AS ids FROM companies),
made AS MATERIALIZED (
    SELECT n, gen_random_uuid() AS job_id,
        CASE WHEN n % 5 < 3 THEN ids[1] ELSE ids[1 + (n / 7) % array_length(ids, 1)] END AS company_id,
        CASE WHEN n % 100000 = 50 THEN 'rare' ELSE 'kind_' || (n / 11) % 20 END AS kind,
        (ARRAY['standard', 'slow', 'imports'])[1 + (n / 13) % 3] AS queue,
        clock_timestamp() - (1000000 - n) * interval '100 milliseconds' AS at, (n / 5) % 100 AS d
    FROM c, generate_series(0, 999999) AS n
), jobs AS (
    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts, created_at)
    SELECT company_id, job_id, kind, queue, 0, '{"url":"https://example.com/' || n || '","token":"x"}', 20, at FROM made
), ready AS (
    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, ready_at)
    SELECT company_id, job_id, queue, kind, at, at FROM made WHERE d IN (10, 11)
), waiting AS (
    INSERT INTO waiting_jobs (company_id, job_id, due_at, reason)
    SELECT company_id, job_id, at + interval '2 days', 'retry' FROM made WHERE d = 12
), leases AS (
    INSERT INTO job_leases (company_id, job_id, attempt, worker_id, queue, kind, crashes, ready_at)
    SELECT company_id, job_id, 1, gen_random_uuid(), queue, kind, 0, at FROM made WHERE n % 5000 = 13
), events AS (
    INSERT INTO job_events (company_id, job_id, attempt, event, detail)
    SELECT company_id, job_id, 20, 'dead', repeat('it failed ', 20) FROM made WHERE d IN (20, 21)
)
INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds, finished_at)
SELECT company_id, job_id, CASE WHEN d IN (20, 21) THEN 'dead' WHEN d = 22 THEN 'cancelled' ELSE 'completed' END, 1, 20, at
FROM made WHERE d NOT IN (10, 11, 12) AND n % 5000 <> 13;
INSERT INTO job_tallies (company_id, minute, kind, result, jobs, milliseconds)
SELECT c.company_id, date_trunc('minute', clock_timestamp()) - m * interval '1 minute', 'kind_' || k, r, 7, 70
FROM companies c, generate_series(0, 1440) AS m, generate_series(0, 9) AS k, unnest(ARRAY['completed', 'failed']) AS r;
