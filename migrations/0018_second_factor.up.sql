-- Why: a password can be guessed, shared or phished. People add a second factor, the codes of an app, and a company may demand it.
-- From the right password to the right code there is only half a session, which opens nothing. docs/security.md has the figures.

-- Whether members without a second factor are led to set one up before anything else. Owners say so.
ALTER TABLE companies ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;

-- A person's second factor, or one that is being set up.
CREATE TABLE second_factors (
    identity_id uuid PRIMARY KEY REFERENCES identities ON DELETE CASCADE,
    -- The seed, sealed as in connection_secrets, under a key of the house: a person has no company.
    format bigint NOT NULL DEFAULT 1 CONSTRAINT second_factors_format_known CHECK (format = 1),
    company_key_id uuid NOT NULL,
    data_key_id uuid NOT NULL,
    sealed_data_key bytea NOT NULL CONSTRAINT second_factors_data_key_length CHECK (length(sealed_data_key) = 125),
    ciphertext bytea NOT NULL CONSTRAINT second_factors_ciphertext_length CHECK (length(ciphertext) = 113),
    -- Setting it up: the session that may see the seed, for ten minutes.
    started_in uuid NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    -- NULL until the first right code.
    turned_on_at timestamptz,
    -- The step of 30 s since 1970 whose code was taken last: it and all before are worth nothing any more.
    last_step bigint NOT NULL DEFAULT 0
);

-- Codes for whoever lost the app, each good for once. One that was used is gone.
CREATE TABLE recovery_codes (
    identity_id uuid NOT NULL REFERENCES second_factors ON DELETE CASCADE,
    code_hash bytea NOT NULL CONSTRAINT recovery_codes_length CHECK (length(code_hash) = 32),
    PRIMARY KEY (identity_id, code_hash)
);

-- People whose password was right and whose code is awaited, for ten minutes. No session, and none of what a session may.
CREATE TABLE half_sessions (
    token_hash bytea PRIMARY KEY CONSTRAINT half_sessions_length CHECK (length(token_hash) = 32),
    identity_id uuid NOT NULL REFERENCES identities ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX half_sessions_identity ON half_sessions (identity_id);
CREATE INDEX half_sessions_age ON half_sessions (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes, half_sessions TO tidemark_resolver;

DROP FUNCTION auth_change_password(bytea, bytea, text);
DROP FUNCTION auth_session(bytea);
DROP FUNCTION auth_complete_sign_in(uuid, bytea, text, bytea, boolean, text, text);
DROP FUNCTION auth_confirm_session(bytea, bytea, text, bytea, boolean, text);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- For whoever looks after the installation, as the schema's owner: a person lost app and recovery codes, and was recognised
-- otherwise. Everything of theirs ends. True if they had a second factor.
CREATE FUNCTION remove_second_factor(whose text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    DELETE FROM second_factors f USING identities i
    WHERE i.email = lower(whose) AND f.identity_id = i.identity_id RETURNING f.identity_id INTO person;
    IF person IS NULL THEN RETURN false; END IF;
    DELETE FROM half_sessions WHERE identity_id = person;
    DELETE FROM known_devices WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person;
    PERFORM audit_write(NULL, 'factor.removed', 'command', NULL, 'person', person::text);
    RETURN true;
END
$$;

-- Whether a person has a second factor.
CREATE FUNCTION has_second_factor(person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM second_factors f WHERE f.identity_id = person AND f.turned_on_at IS NOT NULL)
$$;

-- Takes a right code, once: an app's code must be of a later step than the last one, a recovery code must be there. The row's
-- lock lets one of many through.
CREATE FUNCTION spend_code(person uuid, used_step bigint, recovery_hash bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF recovery_hash IS NOT NULL THEN
        DELETE FROM recovery_codes WHERE identity_id = person AND code_hash = recovery_hash;
    ELSE
        UPDATE second_factors SET last_step = used_step
        WHERE identity_id = person AND turned_on_at IS NOT NULL AND last_step < used_step;
    END IF;
    RETURN FOUND;
END
$$;

-- The lane a person's codes are tried in: that of a browser they signed in from before, else that of the person, whatever
-- session and network it comes from.
CREATE FUNCTION code_lane_of(person uuid, device_hash bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM known_devices d
            WHERE d.identity_id = person AND d.token_hash = device_hash AND d.seen_at > now() - interval '180 days')
        THEN sha256(convert_to('code-device:', 'UTF8') || device_hash)
        ELSE sha256(convert_to('code-person:', 'UTF8') || uuid_send(person)) END
$$;

-- Counts a try of a code: 8 at once, then one an hour. Answers the seconds to wait, 0 if the try may be made.
CREATE FUNCTION count_code(person uuid, device_hash bytea) RETURNS double precision
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    lane bytea := code_lane_of(person, device_hash);
    most CONSTANT double precision := 8;
    drain CONSTANT double precision := 1 / 3600::double precision;
    moment timestamptz := clock_timestamp();
    wait double precision := 0;
BEGIN
    INSERT INTO sign_in_lanes AS l (lane_hash, failures) VALUES (lane, 1)
    ON CONFLICT (lane_hash) DO UPDATE SET counted_at = moment,
        failures = 1 + greatest(0, l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)))
    WHERE l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)) <= most - 1;
    IF NOT FOUND THEN
        SELECT greatest(1, (l.failures - most + 1) / drain - greatest(0, extract(epoch FROM moment - l.counted_at)))
        INTO wait FROM sign_in_lanes l WHERE l.lane_hash = lane;
    END IF;
    RETURN wait;
END
$$;

-- A right code takes its try back.
CREATE FUNCTION uncount_code(person uuid, device_hash bytea) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE sign_in_lanes SET failures = greatest(0, failures - 1) WHERE lane_hash = code_lane_of(person, device_hash)
$$;

-- Opens a session in the company joined first, and knows the browser from now on (of a person's browsers the fifty that were
-- used last).
CREATE FUNCTION open_session(person uuid, new_session_hash bytea, device_hash bytea, browser text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO sessions (token_hash, identity_id, agent, current_company_id)
    VALUES (new_session_hash, person, left(browser, 200),
        (SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1));
    INSERT INTO known_devices AS d (identity_id, token_hash) VALUES (person, device_hash)
    ON CONFLICT (identity_id, token_hash) DO UPDATE SET seen_at = now() WHERE d.seen_at < now() - interval '1 day';
    DELETE FROM known_devices d WHERE d.identity_id = person AND d.token_hash IN (
        SELECT o.token_hash FROM known_devices o WHERE o.identity_id = person ORDER BY o.seen_at DESC, o.token_hash OFFSET 50);
END
$$;

-- The password was right: takes the try back and opens a session. With a second factor there is half a session under the same
-- hash instead, and the answer is false.
CREATE FUNCTION auth_complete_sign_in(
    person uuid, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text, browser text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    IF has_second_factor(person) THEN
        DELETE FROM half_sessions WHERE token_hash IN (
            SELECT h.token_hash FROM half_sessions h WHERE h.created_at < now() - interval '10 minutes'
            ORDER BY h.created_at LIMIT 100 FOR UPDATE SKIP LOCKED);
        INSERT INTO half_sessions (token_hash, identity_id) VALUES (new_session_hash, person);
        RETURN false;
    END IF;
    PERFORM open_session(person, new_session_hash, device_hash, browser);
    RETURN true;
END
$$;

-- Whose half session it is. No row once it ended or the person was disabled.
CREATE FUNCTION auth_half_session(half_hash bytea)
RETURNS TABLE (identity_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id FROM half_sessions h JOIN identities i ON i.identity_id = h.identity_id AND i.disabled_at IS NULL
    WHERE h.token_hash = half_hash AND h.created_at > now() - interval '10 minutes'
$$;

-- What checking a code needs, after the try was counted, for a half session or a whole one. No row if it ended or the person has
-- no second factor; with seconds to wait nothing is to be checked.
CREATE FUNCTION auth_begin_code(half_hash bytea, session_hash bytea, device_hash bytea)
RETURNS TABLE (
    identity_id uuid, company_key_id uuid, data_key_id uuid, sealed_data_key bytea, ciphertext bytea, is_known_device boolean,
    wait_seconds double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_half_session(half_hash) p
    UNION ALL SELECT p.identity_id FROM auth_person(session_hash) p LIMIT 1;
    IF person IS NULL OR NOT has_second_factor(person) THEN RETURN; END IF;
    wait_seconds := count_code(person, auth_begin_code.device_hash);
    RETURN QUERY SELECT f.identity_id, f.company_key_id, f.data_key_id, f.sealed_data_key, f.ciphertext,
        EXISTS (SELECT FROM known_devices d WHERE d.identity_id = person AND d.token_hash = auth_begin_code.device_hash
            AND d.seen_at > now() - interval '180 days'),
        wait_seconds
    FROM second_factors f WHERE f.identity_id = person;
    -- Last, since other events of the company wait for this one. What became of the try is told by what follows.
    IF wait_seconds = 0 THEN
        PERFORM audit_write((SELECT m.company_id FROM members m WHERE m.identity_id = person
            ORDER BY m.created_at, m.company_id LIMIT 1), 'code.tried', 'person', person);
    END IF;
END
$$;

-- The code was right: half a session becomes a whole one. False if the code was used before or the half session ended.
CREATE FUNCTION auth_complete_code(
    half_hash bytea, used_step bigint, recovery_hash bytea, new_session_hash bytea, device_hash bytea, browser text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_half_session(half_hash) p;
    -- One at a time for a person, and in this order everywhere: of two in one half session the later finds that it was used.
    PERFORM FROM second_factors f WHERE f.identity_id = person FOR UPDATE;
    IF NOT EXISTS (SELECT FROM half_sessions h WHERE h.token_hash = half_hash) THEN RETURN false; END IF;
    IF person IS NULL OR NOT spend_code(person, used_step, recovery_hash) THEN RETURN false; END IF;
    DELETE FROM half_sessions WHERE token_hash = half_hash;
    IF recovery_hash IS NULL THEN PERFORM uncount_code(person, device_hash); END IF;
    PERFORM open_session(person, new_session_hash, device_hash, browser);
    RETURN true;
END
$$;

-- As before, and whether the company demands a second factor of somebody who has none.
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean, data_version bigint, staff_role text, is_confirmed boolean,
    lacks_second_factor boolean)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency,
        c.time_zone, m.role, s.seen_at < now() - interval '5 minutes',
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = m.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        i.staff_role, s.confirmed_at > now() - interval '15 minutes',
        c.requires_second_factor AND NOT EXISTS (
            SELECT FROM second_factors f WHERE f.identity_id = i.identity_id AND f.turned_on_at IS NOT NULL)
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days';
END
$$;

-- The person proved who they are, with a code if they have a second factor: takes the try back, and the session goes on under a
-- new token, so that whoever saw the old one has nothing.
CREATE FUNCTION auth_confirm_session(
    presented_hash bytea, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text,
    used_step bigint, recovery_hash bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_person(presented_hash) p;
    IF person IS NULL THEN RETURN false; END IF;
    IF has_second_factor(person) THEN
        IF NOT spend_code(person, used_step, recovery_hash) THEN RETURN false; END IF;
        IF recovery_hash IS NULL THEN PERFORM uncount_code(person, device_hash); END IF;
    END IF;
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    UPDATE sessions SET token_hash = new_session_hash, confirmed_at = now() WHERE token_hash = presented_hash;
    RETURN FOUND;
END
$$;

-- As before, but whoever has a second factor has not confirmed with the password alone.
CREATE FUNCTION auth_change_password(presented_hash bytea, new_session_hash bytea, new_password_hash text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_person(presented_hash) p;
    IF person IS NULL THEN RETURN false; END IF;
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM half_sessions WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person AND token_hash <> presented_hash;
    DELETE FROM known_devices WHERE identity_id = person;
    UPDATE sessions SET token_hash = new_session_hash,
        confirmed_at = CASE WHEN has_second_factor(person) THEN confirmed_at ELSE now() END
    WHERE token_hash = presented_hash;
    PERFORM audit_write_everywhere('password.changed', person);
    RETURN true;
END
$$;

-- A person's second factor as they may see it: when it was turned on and how many recovery codes are left, or the seed while this
-- session is setting it up.
CREATE FUNCTION auth_second_factor(presented_hash bytea)
RETURNS TABLE (
    turned_on_at timestamptz, codes_left bigint, company_key_id uuid, data_key_id uuid, sealed_data_key bytea, ciphertext bytea)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.turned_on_at, (SELECT count(*) FROM recovery_codes r WHERE r.identity_id = f.identity_id),
        CASE WHEN f.turned_on_at IS NULL THEN f.company_key_id END, CASE WHEN f.turned_on_at IS NULL THEN f.data_key_id END,
        CASE WHEN f.turned_on_at IS NULL THEN f.sealed_data_key END, CASE WHEN f.turned_on_at IS NULL THEN f.ciphertext END
    FROM sessions s JOIN auth_person(presented_hash) p ON p.identity_id = s.identity_id
    JOIN second_factors f ON f.identity_id = p.identity_id
    WHERE s.token_hash = presented_hash AND (f.turned_on_at IS NOT NULL
        OR f.started_in = s.session_id AND f.started_at > now() - interval '10 minutes')
$$;

-- The person of a session who proved in the last quarter of an hour who they are, and the session. No row otherwise.
CREATE FUNCTION confirmed_person(presented_hash bytea)
RETURNS TABLE (identity_id uuid, session_id uuid)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.identity_id, s.session_id FROM sessions s JOIN auth_person(presented_hash) p ON p.identity_id = s.identity_id
    WHERE s.token_hash = presented_hash AND s.confirmed_at > now() - interval '15 minutes'
$$;

-- Begins to set up a second factor with a sealed seed, in the place of one that was begun before. False if there is one already
-- or the person did not confirm lately.
CREATE FUNCTION auth_start_second_factor(
    presented_hash bytea, new_company_key uuid, new_data_key uuid, new_sealed_key bytea, new_ciphertext bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO second_factors AS f (identity_id, company_key_id, data_key_id, sealed_data_key, ciphertext, started_in)
    SELECT p.identity_id, new_company_key, new_data_key, new_sealed_key, new_ciphertext, p.session_id
    FROM confirmed_person(presented_hash) p
    ON CONFLICT (identity_id) DO UPDATE SET company_key_id = excluded.company_key_id, data_key_id = excluded.data_key_id,
        sealed_data_key = excluded.sealed_data_key, ciphertext = excluded.ciphertext, started_in = excluded.started_in,
        started_at = now()
    WHERE f.turned_on_at IS NULL;
    RETURN FOUND;
END
$$;

-- What changes with a second factor: every other session and half session of the person ends, this one goes on under a new token.
CREATE FUNCTION end_elsewhere(person uuid, presented_hash bytea, new_session_hash bytea) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM half_sessions WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person AND token_hash <> presented_hash;
    UPDATE sessions SET token_hash = new_session_hash WHERE token_hash = presented_hash
$$;

-- The first code was right: the second factor holds from now on, with recovery codes. False if this session did not begin it
-- within ten minutes (data_key says that the seed is the one the code was checked with) or the person did not confirm lately.
CREATE FUNCTION auth_turn_on_second_factor(
    presented_hash bytea, new_session_hash bytea, data_key uuid, used_step bigint, code_hashes bytea[])
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    UPDATE second_factors f SET turned_on_at = now(), last_step = used_step FROM confirmed_person(presented_hash) p
    WHERE f.identity_id = p.identity_id AND f.turned_on_at IS NULL AND f.started_in = p.session_id AND f.data_key_id = data_key
        AND f.started_at > now() - interval '10 minutes'
    RETURNING f.identity_id INTO person;
    IF person IS NULL THEN RETURN false; END IF;
    INSERT INTO recovery_codes (identity_id, code_hash) SELECT person, unnest(code_hashes);
    PERFORM end_elsewhere(person, presented_hash, new_session_hash);
    PERFORM audit_write_everywhere('factor.turned_on', person);
    RETURN true;
END
$$;

-- New recovery codes in the place of all there were. False without a second factor or a confirmation of late.
CREATE FUNCTION auth_renew_recovery_codes(presented_hash bytea, code_hashes bytea[])
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    -- The lock makes one of two sets that are made at once the last, whole.
    SELECT f.identity_id INTO person FROM second_factors f JOIN confirmed_person(presented_hash) p USING (identity_id)
    WHERE f.turned_on_at IS NOT NULL FOR UPDATE OF f;
    IF person IS NULL THEN RETURN false; END IF;
    DELETE FROM recovery_codes WHERE identity_id = person;
    INSERT INTO recovery_codes (identity_id, code_hash) SELECT person, unnest(code_hashes);
    PERFORM audit_write_everywhere('factor.codes_renewed', person);
    RETURN true;
END
$$;

-- Password and code were right: the second factor is gone, and so is every other session. Takes the password's try back.
CREATE FUNCTION auth_turn_off_second_factor(
    presented_hash bytea, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text,
    used_step bigint, recovery_hash bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_person(presented_hash) p;
    IF person IS NULL OR NOT spend_code(person, used_step, recovery_hash) THEN RETURN false; END IF;
    IF recovery_hash IS NULL THEN PERFORM uncount_code(person, device_hash); END IF;
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    DELETE FROM second_factors WHERE identity_id = person;
    PERFORM end_elsewhere(person, presented_hash, new_session_hash);
    PERFORM audit_write_everywhere('factor.turned_off', person);
    RETURN true;
END
$$;

-- How many members the company of a session has, and how many of them have a second factor. For its admins.
CREATE FUNCTION auth_second_factor_counts(presented_hash bytea)
RETURNS TABLE (members bigint, secured bigint)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*), count(*) FILTER (WHERE has_second_factor(m.identity_id))
    FROM auth_session(presented_hash) s JOIN members m ON m.company_id = s.company_id WHERE s.role IN ('admin', 'owner')
$$;

-- Seeds by the key they are under: whether there are any, and what a rotation has still to do.
CREATE FUNCTION auth_seed_keys()
RETURNS TABLE (company_key_id uuid, seeds bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.company_key_id, count(*) FROM second_factors f GROUP BY f.company_key_id
$$;

-- The next sealed seeds that are not under a key, by person. At most 1 000.
CREATE FUNCTION auth_seeds(not_under uuid, after_person uuid, most bigint)
RETURNS TABLE (identity_id uuid, company_key_id uuid, data_key_id uuid, sealed_data_key bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.identity_id, f.company_key_id, f.data_key_id, f.sealed_data_key, f.ciphertext FROM second_factors f
    WHERE f.company_key_id <> not_under AND (after_person IS NULL OR f.identity_id > after_person)
    ORDER BY f.identity_id LIMIT least(most, 1000)
$$;

-- Writes a data key that was sealed anew, unless the seed or its key is another by now.
CREATE FUNCTION auth_rewrap_seed(person uuid, data_key uuid, old_key uuid, new_key uuid, new_sealed_key bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE second_factors SET company_key_id = new_key, sealed_data_key = new_sealed_key
    WHERE identity_id = person AND data_key_id = data_key AND company_key_id = old_key;
    RETURN FOUND;
END
$$;

DO $$
DECLARE
    f regprocedure;
    owner name;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_complete_sign_in', 'auth_half_session', 'auth_begin_code', 'auth_complete_code', 'auth_session', 'auth_change_password',
            'auth_confirm_session', 'auth_second_factor', 'auth_start_second_factor', 'auth_turn_on_second_factor',
            'auth_renew_recovery_codes', 'auth_turn_off_second_factor', 'auth_second_factor_counts', 'auth_seed_keys',
            'auth_seeds', 'auth_rewrap_seed', 'has_second_factor', 'spend_code', 'code_lane_of', 'count_code', 'uncount_code',
            'open_session', 'confirmed_person', 'end_elsewhere', 'remove_second_factor')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
    -- Granted by its new owner: what the old one had is gone with the function.
    owner := current_user;
    SET LOCAL ROLE tidemark_resolver;
    EXECUTE format('GRANT EXECUTE ON FUNCTION remove_second_factor(text) TO %I', owner);
    RESET ROLE;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
