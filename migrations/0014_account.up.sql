-- Why: people look after their own account: where they are signed in, what their password is, in which of their companies they
-- are at work. And who does something that matters says again who they are.

ALTER TABLE sessions
    -- Names a session to its person; the hash of its token stays unknown to everybody.
    ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT sessions_id_key UNIQUE,
    -- What the browser says it is, as its person shall recognise it.
    ADD COLUMN agent text NOT NULL DEFAULT '' CONSTRAINT sessions_agent_length CHECK (length(agent) <= 200),
    -- When the person last proved who they are.
    ADD COLUMN confirmed_at timestamptz NOT NULL DEFAULT now();

DROP FUNCTION auth_session(bytea);
DROP FUNCTION auth_complete_sign_in(uuid, bytea, text, bytea, boolean, text);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- As before, and what the browser says it is.
CREATE FUNCTION auth_complete_sign_in(
    person uuid, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text, browser text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO sessions (token_hash, identity_id, agent, current_company_id)
    VALUES (new_session_hash, person, left(browser, 200),
        (SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1));
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    INSERT INTO known_devices AS d (identity_id, token_hash) VALUES (person, device_hash)
    ON CONFLICT (identity_id, token_hash) DO UPDATE SET seen_at = now() WHERE d.seen_at < now() - interval '1 day';
    DELETE FROM known_devices d WHERE d.identity_id = person AND d.token_hash IN (
        SELECT o.token_hash FROM known_devices o WHERE o.identity_id = person ORDER BY o.seen_at DESC, o.token_hash OFFSET 50);
END
$$;

-- As before, and whether the person proved in the last quarter of an hour who they are.
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean, data_version bigint, staff_role text, is_confirmed boolean)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency,
        c.time_zone, m.role, s.seen_at < now() - interval '5 minutes',
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = m.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        i.staff_role, s.confirmed_at > now() - interval '15 minutes'
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days';
END
$$;

-- Whose session it is, whether or not it is in a company: somebody who was removed from one chooses another.
CREATE FUNCTION auth_person(presented_hash bytea)
RETURNS TABLE (identity_id uuid, display_name text, email text)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.display_name, i.email FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days'
$$;

-- The companies a person is a member of.
CREATE FUNCTION auth_companies(presented_hash bytea)
RETURNS TABLE (company_id uuid, name text, role text, is_current boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.company_id, c.name, m.role, c.company_id IS NOT DISTINCT FROM s.current_company_id
    FROM sessions s JOIN auth_person(presented_hash) p ON p.identity_id = s.identity_id
    JOIN members m ON m.identity_id = p.identity_id JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash ORDER BY c.name, c.company_id
$$;

-- Goes on in another of the person's companies. False if they are no member there.
CREATE FUNCTION auth_choose_company(presented_hash bytea, wanted uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH chosen AS (
        UPDATE sessions s SET current_company_id = wanted FROM auth_person(presented_hash) p
        WHERE s.token_hash = presented_hash
            AND EXISTS (SELECT FROM members m WHERE m.company_id = wanted AND m.identity_id = p.identity_id)
        RETURNING 1)
    SELECT EXISTS (SELECT FROM chosen)
$$;

-- Where a person is signed in.
CREATE FUNCTION auth_sessions(presented_hash bytea)
RETURNS TABLE (session_id uuid, agent text, created_at timestamptz, seen_at timestamptz, is_current boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.session_id, s.agent, s.created_at, s.seen_at, s.token_hash = presented_hash
    FROM sessions s JOIN auth_person(presented_hash) p ON p.identity_id = s.identity_id
    WHERE s.ends_at > now() AND s.seen_at > now() - interval '14 days'
    ORDER BY s.token_hash = presented_hash DESC, s.seen_at DESC, s.session_id LIMIT 200
$$;

-- Ends one other session of the same person, or all others; answers how many.
CREATE FUNCTION auth_end_others(presented_hash bytea, only_session uuid)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (
        DELETE FROM sessions s USING auth_person(presented_hash) p
        WHERE s.identity_id = p.identity_id AND s.token_hash <> presented_hash
            AND (only_session IS NULL OR s.session_id = only_session)
        RETURNING 1)
    SELECT count(*) FROM gone
$$;

-- The person proved who they are: the session goes on under a new token, so that whoever saw the old one has nothing.
CREATE FUNCTION auth_confirm_session(presented_hash bytea, new_session_hash bytea)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH confirmed AS (
        UPDATE sessions s SET token_hash = new_session_hash, confirmed_at = now() FROM auth_person(presented_hash) p
        WHERE s.token_hash = presented_hash AND s.identity_id = p.identity_id RETURNING 1)
    SELECT EXISTS (SELECT FROM confirmed)
$$;

-- A new password of the person's own: all other sessions end, no browser is known any more, this session goes on under a new token.
CREATE FUNCTION auth_change_password(presented_hash bytea, new_session_hash bytea, new_password_hash text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_person(presented_hash) p;
    IF person IS NULL THEN RETURN false; END IF;
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person AND token_hash <> presented_hash;
    DELETE FROM known_devices WHERE identity_id = person;
    UPDATE sessions SET token_hash = new_session_hash, confirmed_at = now() WHERE token_hash = presented_hash;
    RETURN FOUND;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_session', 'auth_complete_sign_in', 'auth_person', 'auth_companies', 'auth_choose_company',
            'auth_sessions', 'auth_end_others', 'auth_confirm_session', 'auth_change_password')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
