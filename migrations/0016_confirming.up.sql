-- Why: a person who confirms with the right password has taken a counted try; the same call gives it back, so that a day of honest
-- confirming never meets the lanes' limits.
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

DROP FUNCTION auth_confirm_session(bytea, bytea);

-- The person proved who they are: takes the try back, and the session goes on under a new token, so that whoever saw the old one
-- has nothing.
CREATE FUNCTION auth_confirm_session(
    presented_hash bytea, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    WITH confirmed AS (
        UPDATE sessions s SET token_hash = new_session_hash, confirmed_at = now() FROM auth_person(presented_hash) p
        WHERE s.token_hash = presented_hash AND s.identity_id = p.identity_id RETURNING 1)
    SELECT EXISTS (SELECT FROM confirmed)
$$;

REVOKE ALL ON FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text) TO tidemark_auth;
ALTER FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text) OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
