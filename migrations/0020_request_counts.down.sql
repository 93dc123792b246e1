-- Why: back to requests that nobody counts.
DROP FUNCTION auth_call_api(bytea, uuid, uuid, bigint, bigint, timestamptz);
DROP FUNCTION auth_take_requests(bytea, bigint, bigint, timestamptz);
DROP FUNCTION take_requests(bytea, bigint, bigint, timestamptz);
DROP TABLE request_counts;
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Whose token it is and what it may. No row once it was revoked or ended. Asked for each request, by hash; or by the id in a
-- company, for what was made from the token.
CREATE FUNCTION auth_api_token(presented_hash bytea, of_company uuid, token uuid)
RETURNS TABLE (
    token_id uuid, scopes text[], expires_at timestamptz, company_id uuid, company_slug text, company_name text,
    home_currency text, time_zone text, data_version bigint, is_stale boolean)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT t.token_id, t.scopes, t.expires_at, c.company_id, c.slug, c.name, c.home_currency, c.time_zone,
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = t.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        t.last_used_at IS NULL OR t.last_used_at < date_trunc('hour', now())
    FROM api_tokens t JOIN companies c ON c.company_id = t.company_id
    WHERE (t.token_hash = presented_hash OR t.company_id = of_company AND t.token_id = token)
        AND t.revoked_at IS NULL AND t.expires_at > now();
END
$$;

-- Notes that a token is in use, to the hour.
CREATE FUNCTION auth_touch_api_token(of_company uuid, token uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE api_tokens SET last_used_at = date_trunc('hour', now())
    WHERE company_id = of_company AND token_id = token
        AND (last_used_at IS NULL OR last_used_at < date_trunc('hour', now()))
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_api_token', 'auth_touch_api_token')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
