-- Why: takes back what people do with jobs; what they did stays done.
DROP FUNCTION discard_jobs(uuid[], uuid[]);
DROP FUNCTION replay_jobs(uuid[], uuid[]);
DROP FUNCTION cancel_jobs(uuid[], uuid[]);
