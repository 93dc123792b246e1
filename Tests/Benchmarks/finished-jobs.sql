-- Why: a queue that has been at work for a long time. Run by psql as the worker role: a million jobs of four companies
-- that ended in the last two days.
INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts, created_at)
SELECT c.company_id, gen_random_uuid(), 'bench.no_op', 'standard', 60, '{"number":' || n || '}', 20,
    now() - n * interval '0.7 seconds'
FROM (SELECT company_id FROM companies WHERE slug LIKE 'bench-%' ORDER BY slug LIMIT 4) c, generate_series(1, 250000) n;
INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds, finished_at)
SELECT company_id, job_id, 'completed', 1, 5, created_at + interval '1 second' FROM jobs
-- Those that really ran before.
ON CONFLICT DO NOTHING;
