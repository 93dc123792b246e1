-- Why: while more passwords wait than can be checked, a try from a browser nobody knows is turned away before anything is counted or
-- written, so that a flood costs the database nothing. Whether the browser is known is the one thing to look up for that.

GRANT CREATE ON SCHEMA public TO tidemark_resolver;
-- Whether the person of an address signed in from this browser before. The same answer for an address nobody has.
CREATE FUNCTION auth_knows_device(typed_email text, device_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM identities i JOIN known_devices d ON d.identity_id = i.identity_id
        WHERE i.email = lower(typed_email) AND i.disabled_at IS NULL AND d.token_hash = device_hash
            AND d.seen_at > now() - interval '180 days')
$$;
REVOKE ALL ON FUNCTION auth_knows_device(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_knows_device(text, bytea) TO tidemark_auth;
ALTER FUNCTION auth_knows_device(text, bytea) OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
