-- Why: back to the password alone. Second factors, recovery codes and half sessions are gone with it.
DROP FUNCTION auth_rewrap_seed(uuid, uuid, uuid, uuid, bytea);
DROP FUNCTION auth_seeds(uuid, uuid, bigint);
DROP FUNCTION auth_seed_keys();
DROP FUNCTION auth_second_factor_counts(bytea);
DROP FUNCTION auth_turn_off_second_factor(bytea, bytea, text, bytea, boolean, text, bigint, bytea);
DROP FUNCTION auth_renew_recovery_codes(bytea, bytea[]);
DROP FUNCTION auth_turn_on_second_factor(bytea, bytea, uuid, bigint, bytea[]);
DROP FUNCTION auth_start_second_factor(bytea, uuid, uuid, bytea, bytea);
DROP FUNCTION auth_second_factor(bytea);
DROP FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text, bigint, bytea);
DROP FUNCTION auth_change_password(bytea, bytea, text);
DROP FUNCTION auth_session(bytea);
DROP FUNCTION auth_complete_code(bytea, bigint, bytea, bytea, bytea, text);
DROP FUNCTION auth_begin_code(bytea, bytea, bytea);
DROP FUNCTION auth_half_session(bytea);
DROP FUNCTION auth_complete_sign_in(uuid, bytea, text, bytea, boolean, text, text);
DROP FUNCTION confirmed_person(bytea);
DROP FUNCTION end_elsewhere(uuid, bytea, bytea);
DROP FUNCTION open_session(uuid, bytea, bytea, text);
DROP FUNCTION uncount_code(uuid, bytea);
DROP FUNCTION count_code(uuid, bytea);
DROP FUNCTION code_lane_of(uuid, bytea);
DROP FUNCTION spend_code(uuid, bigint, bytea);
DROP FUNCTION has_second_factor(uuid);
DROP FUNCTION remove_second_factor(text);
DROP TABLE half_sessions, recovery_codes, second_factors;
ALTER TABLE companies DROP COLUMN requires_second_factor;
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

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
    PERFORM audit_write_everywhere('password.changed', person);
    RETURN true;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_session', 'auth_complete_sign_in', 'auth_confirm_session', 'auth_change_password')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
