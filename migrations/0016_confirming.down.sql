-- Why: back to the confirming that keeps the counted try.
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

DROP FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text);

CREATE FUNCTION auth_confirm_session(presented_hash bytea, new_session_hash bytea)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH confirmed AS (
        UPDATE sessions s SET token_hash = new_session_hash, confirmed_at = now() FROM auth_person(presented_hash) p
        WHERE s.token_hash = presented_hash AND s.identity_id = p.identity_id RETURNING 1)
    SELECT EXISTS (SELECT FROM confirmed)
$$;

REVOKE ALL ON FUNCTION auth_confirm_session(bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_confirm_session(bytea, bytea) TO tidemark_auth;
ALTER FUNCTION auth_confirm_session(bytea, bytea) OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
