-- Why: what was read once is kept in memory until the company's data changes, so every request asks for the version of
-- the data. It travels with the session, so that asking costs no round trip of its own; whoever writes what pages show
-- raises it in the same transaction.
CREATE TABLE data_versions (
    company_id uuid PRIMARY KEY REFERENCES companies,
    data_version bigint NOT NULL CONSTRAINT data_versions_positive CHECK (data_version > 0)
);
SELECT protect_private_table('data_versions', reads_house => true);
GRANT SELECT ON data_versions TO tidemark_resolver;
CREATE POLICY resolver_reads ON data_versions FOR SELECT TO tidemark_resolver USING (true);

-- The count that dashboards kept for the same purpose.
ALTER TABLE company_summaries DROP COLUMN data_version;

-- Who a session is, where, and which version of the data its pages show: the company's and the house's together, as
-- both only rise. In PL/pgSQL, whose plans are kept between calls by every supported version.
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
