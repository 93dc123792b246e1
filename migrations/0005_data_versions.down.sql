-- Why: takes back the version that travels with the session; pages are then read anew for every request.
DROP FUNCTION auth_session(bytea);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency, c.time_zone, m.role,
        s.seen_at < now() - interval '5 minutes'
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days'
$$;
REVOKE ALL ON FUNCTION auth_session(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_session(bytea) TO tidemark_auth;
ALTER FUNCTION auth_session(bytea) OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
ALTER TABLE company_summaries ADD COLUMN data_version bigint NOT NULL DEFAULT 1;
ALTER TABLE company_summaries ALTER COLUMN data_version DROP DEFAULT;
DROP TABLE data_versions;
