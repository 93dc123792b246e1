-- Why: takes back durable jobs; what was not done by then is lost.
DROP TABLE job_limits;
DROP TABLE job_workers;
DROP TABLE job_slots;
DROP TABLE job_schedules;
DROP TABLE job_pauses;
DROP TABLE job_fuses;
DROP TABLE job_tallies;
DROP TABLE job_effects;
DROP TABLE job_progress;
DROP TABLE job_events;
DROP TABLE job_outcomes;
DROP TABLE job_leases;
DROP TABLE job_dependencies;
DROP TABLE waiting_jobs;
DROP TABLE ready_jobs;
DROP TABLE job_keys;
DROP TABLE jobs;
