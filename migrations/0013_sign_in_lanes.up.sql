-- Why: whoever guesses passwords is slowed down, and cannot thereby lock out the person they guess about: somebody who
-- signed in from a browser before has a lane of their own there. docs/security.md has the figures.

-- What was tried, counted per lane: an address, a network, a known browser. A count drains evenly; a full lane says how
-- long until the next try. Lanes are hashes, so that what people typed by mistake is not kept.
CREATE TABLE sign_in_lanes (
    lane_hash bytea PRIMARY KEY CONSTRAINT sign_in_lanes_length CHECK (length(lane_hash) = 32),
    failures double precision NOT NULL,
    counted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_lanes_age ON sign_in_lanes (counted_at);

-- Browsers that a person signed in from. Only the hash of what they keep.
CREATE TABLE known_devices (
    identity_id uuid NOT NULL REFERENCES identities ON DELETE CASCADE,
    token_hash bytea NOT NULL CONSTRAINT known_devices_length CHECK (length(token_hash) = 32),
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (identity_id, token_hash)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_lanes, known_devices TO tidemark_resolver;
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- The lanes a try counts in: the browser's if it is known, else the network's (if it can be told) and the address's. How many
-- tries a lane holds, and how many a second drain from it: 10 and one a minute; 50 and one every 12 s; 10 and 90 a day, which
-- makes at most 100 a day from however many networks.
CREATE FUNCTION sign_in_lanes_of(typed_email text, device_hash bytea, is_known boolean, network text)
RETURNS TABLE (lane_hash bytea, most double precision, drain double precision)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT sha256(convert_to('device:', 'UTF8') || device_hash), 10::double precision, 1 / 60::double precision WHERE is_known
    UNION ALL SELECT sha256(convert_to('network:' || network, 'UTF8')), 50, 1 / 12::double precision WHERE NOT is_known AND network IS NOT NULL
    UNION ALL SELECT sha256(convert_to('address:' || lower(typed_email), 'UTF8')), 10, 90 / 86400::double precision WHERE NOT is_known
$$;

-- What checking a password needs, after the try was counted: before the check, so that many at once are no way around. No
-- identity for an unknown or disabled person, whose address has a lane like any other. With seconds to wait nothing is to be checked.
CREATE FUNCTION auth_begin_sign_in(typed_email text, device_hash bytea, network text)
RETURNS TABLE (identity_id uuid, password_hash text, is_known_device boolean, wait_seconds double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    lane record;
    moment timestamptz := clock_timestamp();
BEGIN
    wait_seconds := 0;
    SELECT i.identity_id, i.password_hash INTO identity_id, password_hash FROM identities i
    WHERE i.email = lower(typed_email) AND i.disabled_at IS NULL AND i.password_hash IS NOT NULL;
    is_known_device := device_hash IS NOT NULL AND EXISTS (SELECT FROM known_devices d
        WHERE d.identity_id = auth_begin_sign_in.identity_id AND d.token_hash = device_hash AND d.seen_at > now() - interval '180 days');
    -- The network first: one that is stopped must not fill an address's lane.
    FOR lane IN SELECT * FROM sign_in_lanes_of(typed_email, device_hash, is_known_device, network) LOOP
        INSERT INTO sign_in_lanes AS l (lane_hash, failures) VALUES (lane.lane_hash, 1)
        ON CONFLICT (lane_hash) DO UPDATE SET counted_at = moment,
            failures = 1 + greatest(0, l.failures - lane.drain * greatest(0, extract(epoch FROM moment - l.counted_at)))
        WHERE l.failures - lane.drain * greatest(0, extract(epoch FROM moment - l.counted_at)) <= lane.most - 1;
        IF NOT FOUND THEN
            SELECT greatest(1, (l.failures - lane.most + 1) / lane.drain - greatest(0, extract(epoch FROM moment - l.counted_at)))
            INTO wait_seconds FROM sign_in_lanes l WHERE l.lane_hash = lane.lane_hash;
            EXIT;
        END IF;
    END LOOP;
    -- Every few hundred tries somebody cleans up.
    IF random() < 0.003 THEN
        DELETE FROM sign_in_lanes l WHERE l.lane_hash IN (
            SELECT o.lane_hash FROM sign_in_lanes o WHERE o.counted_at < now() - interval '2 days'
            ORDER BY o.counted_at LIMIT 1000 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN NEXT;
END
$$;

-- The password was right: opens a session in the company joined first, takes the try back, and knows the browser from now on
-- (of a person's browsers the fifty that were used last).
CREATE FUNCTION auth_complete_sign_in(
    person uuid, new_session_hash bytea, typed_email text, device_hash bytea, was_known boolean, network text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO sessions (token_hash, identity_id, current_company_id)
    VALUES (new_session_hash, person,
        (SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1));
    UPDATE sign_in_lanes l SET failures = greatest(0, l.failures - 1)
    FROM sign_in_lanes_of(typed_email, device_hash, was_known, network) AS t WHERE l.lane_hash = t.lane_hash;
    INSERT INTO known_devices AS d (identity_id, token_hash) VALUES (person, device_hash)
    ON CONFLICT (identity_id, token_hash) DO UPDATE SET seen_at = now() WHERE d.seen_at < now() - interval '1 day';
    DELETE FROM known_devices d WHERE d.identity_id = person AND d.token_hash IN (
        SELECT o.token_hash FROM known_devices o WHERE o.identity_id = person ORDER BY o.seen_at DESC, o.token_hash OFFSET 50);
END
$$;

DROP FUNCTION auth_identity(text);
DROP FUNCTION auth_open_session(bytea, uuid);
DROP FUNCTION auth_set_password(uuid, text);
-- Replaces a password hash, and ends every session of that person; no browser is known any more.
CREATE FUNCTION auth_set_password(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person;
    DELETE FROM known_devices WHERE identity_id = person
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_begin_sign_in', 'auth_complete_sign_in', 'auth_set_password', 'sign_in_lanes_of')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
