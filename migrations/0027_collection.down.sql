-- Why: back to runs of files alone.
DROP TABLE cycle_steps, cycles, staged_articles, articles, run_findings, run_fields, bronze_files, raw_records, raw_bodies, run_progress, source_stops;
DROP INDEX scrape_runs_running, scrape_runs_newest, scrape_runs_by_connection;
-- Runs of connections and connections without a login have no place in the older shape. Not even the owner passes a forced wall.
ALTER TABLE scrape_runs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE scrape_errors NO FORCE ROW LEVEL SECURITY;
ALTER TABLE connections NO FORCE ROW LEVEL SECURITY;
DELETE FROM scrape_runs WHERE connection_id IS NOT NULL;
DELETE FROM connections WHERE NOT needs_login;
ALTER TABLE scrape_runs DROP CONSTRAINT scrape_runs_state_known, DROP CONSTRAINT scrape_runs_end,
    DROP CONSTRAINT scrape_runs_what,
    ADD CONSTRAINT scrape_runs_state_known CHECK (state IN ('applied', 'held', 'discarded', 'failed')),
    ALTER finished_at SET NOT NULL, ALTER file_hash SET NOT NULL, ALTER mapping_hash SET NOT NULL,
    DROP COLUMN connection_id, DROP COLUMN cause, DROP COLUMN verdict, DROP COLUMN is_complete, DROP COLUMN asked_by,
    DROP COLUMN job_id;
ALTER TABLE connections DROP CONSTRAINT connections_confirmed, DROP CONSTRAINT connections_creator,
    ALTER confirmation_id SET NOT NULL, ALTER created_by SET NOT NULL,
    DROP COLUMN needs_login, DROP COLUMN every_minutes, DROP COLUMN paused_at, DROP COLUMN paused_by;
ALTER TABLE scrape_runs FORCE ROW LEVEL SECURITY;
ALTER TABLE scrape_errors FORCE ROW LEVEL SECURITY;
ALTER TABLE connections FORCE ROW LEVEL SECURITY;
-- What a command did stays on record, under the id of the run it did it in.
ALTER TABLE vault_uses NO FORCE ROW LEVEL SECURITY;
ALTER TABLE vault_uses DISABLE TRIGGER append_only;
UPDATE vault_uses SET job_id = coalesce(run_id, use_id) WHERE by_command AND job_id IS NULL AND used_by IS NULL;
ALTER TABLE vault_uses ENABLE TRIGGER append_only;
ALTER TABLE vault_uses DROP CONSTRAINT vault_uses_somebody, DROP COLUMN by_command,
    ADD CONSTRAINT vault_uses_somebody CHECK (used_by IS NOT NULL OR job_id IS NOT NULL);
ALTER TABLE vault_uses FORCE ROW LEVEL SECURITY;
-- A token with a scope that is not known any more is none.
ALTER TABLE api_tokens NO FORCE ROW LEVEL SECURITY;
DELETE FROM api_tokens WHERE NOT scopes <@ ARRAY['trends:read', 'products:read', 'jobs:read'];
ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_scopes_known, ADD CONSTRAINT api_tokens_scopes_known CHECK (
    cardinality(scopes) BETWEEN 1 AND 20 AND scopes <@ ARRAY['trends:read', 'products:read', 'jobs:read']);
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
