-- Why: takes back the lanes of signing in and the browsers that are known.
DROP FUNCTION auth_begin_sign_in(text, bytea, text);
DROP FUNCTION auth_complete_sign_in(uuid, bytea, text, bytea, boolean, text);
DROP FUNCTION sign_in_lanes_of(text, bytea, boolean, text);
DROP FUNCTION auth_set_password(uuid, text);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
CREATE FUNCTION auth_identity(wanted_email text)
RETURNS TABLE (identity_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.password_hash FROM identities i
    WHERE i.email = lower(wanted_email) AND i.disabled_at IS NULL AND i.password_hash IS NOT NULL
$$;
CREATE FUNCTION auth_open_session(new_token_hash bytea, person uuid)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO sessions (token_hash, identity_id, current_company_id)
    VALUES (new_token_hash, person,
        (SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1))
$$;
CREATE FUNCTION auth_set_password(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person
$$;
DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_identity', 'auth_open_session', 'auth_set_password')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
DROP TABLE known_devices;
DROP TABLE sign_in_lanes;
