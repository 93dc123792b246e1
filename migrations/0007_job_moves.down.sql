-- Why: takes back how jobs move; they stay where they are.
DROP FUNCTION sum_job_tallies(interval);
DROP FUNCTION end_job(uuid, uuid, uuid, bigint, timestamptz);
DROP FUNCTION rotate_ready_jobs();
DROP FUNCTION unblock_jobs();
DROP FUNCTION rescue_jobs(bigint, boolean);
DROP FUNCTION renew_worker(uuid, interval, boolean);
DROP FUNCTION settle_jobs(uuid, uuid[], uuid[], bigint[], timestamptz[], text[], timestamptz[], bigint[], text[], boolean);
DROP FUNCTION claim_jobs(uuid, text, text[], bigint, uuid, bigint, uuid[], bigint[], boolean);
DROP FUNCTION take_jobs(uuid, text, text[], bigint, uuid[], bigint[], boolean);
DROP FUNCTION startable_now(job_limits, timestamptz);
DROP FUNCTION promote_jobs(bigint);
DROP FUNCTION release_after(uuid[], uuid[]);
