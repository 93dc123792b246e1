-- Why: takes back the console of jobs; staff roles and the record of what people did with jobs are lost.
DROP FUNCTION auth_member_names(uuid, uuid[]);
DROP FUNCTION auth_list_staff();
DROP FUNCTION set_staff_role(text, text);
DROP FUNCTION auth_session(bytea);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean, data_version bigint)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency,
        c.time_zone, m.role, s.seen_at < now() - interval '5 minutes',
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = m.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0)
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days';
END
$$;
REVOKE ALL ON FUNCTION auth_session(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_session(bytea) TO tidemark_auth;
ALTER FUNCTION auth_session(bytea) OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
DROP INDEX identities_staff;
ALTER TABLE identities DROP COLUMN staff_role;
DROP TABLE job_acts;
ALTER TABLE job_schedules DROP COLUMN paused_by;
ALTER TABLE job_events DROP COLUMN acted_by;
DROP INDEX waiting_jobs_due;
CREATE INDEX waiting_jobs_due ON waiting_jobs (due_at);
DROP INDEX waiting_jobs_newest;
DROP INDEX ready_jobs_newest;
