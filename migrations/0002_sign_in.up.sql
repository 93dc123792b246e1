-- Why: before a company is known, somebody must look up a person or a session. These functions do exactly that; only
-- the auth role may call them, and each has a fixed search path.
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- What checking a password needs. No row for an unknown or disabled person.
CREATE FUNCTION auth_identity(wanted_email text)
RETURNS TABLE (identity_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.password_hash FROM identities i
    WHERE i.email = lower(wanted_email) AND i.disabled_at IS NULL AND i.password_hash IS NOT NULL
$$;

-- Opens a session in the person's first company (the one joined first).
CREATE FUNCTION auth_open_session(new_token_hash bytea, person uuid)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO sessions (token_hash, identity_id, current_company_id)
    VALUES (new_token_hash, person,
        (SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1))
$$;

-- Who a session is and where. No row once it ended (idle 14 days, absolute 30), the person was disabled or removed.
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

-- Notes that a session is in use; called at most every five minutes, so that reading pages writes next to nothing.
CREATE FUNCTION auth_touch_session(presented_hash bytea)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE sessions SET seen_at = now() WHERE token_hash = presented_hash AND ends_at > now()
$$;

CREATE FUNCTION auth_end_session(presented_hash bytea)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM sessions WHERE token_hash = presented_hash
$$;

-- Registers a person, or answers the one who has this address already. The password of a known person stays.
CREATE FUNCTION auth_register_identity(new_id uuid, new_email text, new_name text, new_password_hash text, moment timestamptz)
RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO identities (identity_id, email, display_name, password_hash, created_at)
    VALUES (new_id, lower(new_email), new_name, new_password_hash, moment)
    ON CONFLICT (email) DO UPDATE SET email = identities.email
    RETURNING identity_id
$$;

-- Replaces a password hash and ends every session of that person.
CREATE FUNCTION auth_set_password(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person
$$;

-- Stores a rehash of the same password after the cost parameters rose. Sessions stay.
CREATE FUNCTION auth_refresh_hash(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'auth\_%'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
