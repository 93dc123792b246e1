-- Why: three things about the door. What counts tries stood in three places. The try of a password is put on record for people who
-- are known, which took 0.8 ms more than for those who are not: enough to tell them apart in a few hundred tries (S-026). And a
-- flood of tries that nobody has the time to check was counted and written one by one.

GRANT CREATE ON SCHEMA public TO tidemark_resolver;
-- The functions below belong to it.
SET LOCAL ROLE tidemark_resolver;
-- Counts one in a lane. Seconds until the next one may be; 0 when this one may.
CREATE FUNCTION count_in_lane(lane bytea, most double precision, drain double precision) RETURNS double precision
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    wait double precision;
BEGIN
    INSERT INTO sign_in_lanes AS l (lane_hash, failures) VALUES (lane, 1)
    ON CONFLICT (lane_hash) DO UPDATE SET counted_at = moment,
        failures = 1 + greatest(0, l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)))
    WHERE l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)) <= most - 1;
    IF FOUND THEN RETURN 0; END IF;
    SELECT greatest(1, (l.failures - most + 1) / drain - greatest(0, extract(epoch FROM moment - l.counted_at)))
    INTO wait FROM sign_in_lanes l WHERE l.lane_hash = lane;
    -- Somebody cleaned up in between.
    RETURN coalesce(wait, 1);
END
$$;

-- Writes what a try writes, for nobody, into the house's record, and takes it back: the work without the event.
CREATE FUNCTION audit_nobody() RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM audit_try(gen_random_uuid());
    RAISE EXCEPTION 'undone' USING ERRCODE = 'TM007';
EXCEPTION WHEN SQLSTATE 'TM007' THEN
    NULL;
END
$$;

-- As before, with the one count, and with the same work whether or not somebody has the address.
CREATE OR REPLACE FUNCTION auth_begin_sign_in(typed_email text, device_hash bytea, network text)
RETURNS TABLE (identity_id uuid, password_hash text, is_known_device boolean, wait_seconds double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    lane record;
BEGIN
    wait_seconds := 0;
    SELECT i.identity_id, i.password_hash INTO identity_id, password_hash FROM identities i
    WHERE i.email = lower(typed_email) AND i.disabled_at IS NULL AND i.password_hash IS NOT NULL;
    is_known_device := device_hash IS NOT NULL AND EXISTS (SELECT FROM known_devices d
        WHERE d.identity_id = auth_begin_sign_in.identity_id AND d.token_hash = device_hash AND d.seen_at > now() - interval '180 days');
    -- The network first: one that is stopped must not fill an address's lane.
    FOR lane IN SELECT * FROM sign_in_lanes_of(typed_email, device_hash, is_known_device, network) LOOP
        wait_seconds := count_in_lane(lane.lane_hash, lane.most, lane.drain);
        EXIT WHEN wait_seconds > 0;
    END LOOP;
    -- Every few hundred tries somebody cleans up.
    IF random() < 0.003 THEN
        DELETE FROM sign_in_lanes l WHERE l.lane_hash IN (
            SELECT o.lane_hash FROM sign_in_lanes o WHERE o.counted_at < now() - interval '2 days'
            ORDER BY o.counted_at LIMIT 1000 FOR UPDATE SKIP LOCKED);
    END IF;
    IF wait_seconds = 0 THEN
        IF identity_id IS NOT NULL THEN PERFORM audit_try(identity_id);
        ELSE PERFORM audit_nobody();
        END IF;
    END IF;
    RETURN NEXT;
END
$$;

-- As before, with the one count.
CREATE OR REPLACE FUNCTION count_code(person uuid, device_hash bytea) RETURNS double precision
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count_in_lane(code_lane_of(person, device_hash), 8, 1 / 3600::double precision)
$$;

-- As before, with the one count.
CREATE OR REPLACE FUNCTION auth_count_mail(purpose text, typed_email text, network text)
RETURNS TABLE (network_wait double precision, address_wait double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    network_wait := 0;
    address_wait := 0;
    IF network IS NOT NULL THEN
        network_wait := count_in_lane(
            sha256(convert_to('mail-network:' || purpose || ':' || network, 'UTF8')), 20, 20 / 3600::double precision);
    END IF;
    IF network_wait = 0 THEN
        address_wait := count_in_lane(
            sha256(convert_to('mail-address:' || purpose || ':' || lower(typed_email), 'UTF8')), 3, 3 / 3600::double precision);
    END IF;
    RETURN NEXT;
END
$$;

-- Whether the person of an address signed in from this browser before, which decides whether a try waits while more passwords wait than
-- can be checked. The same answer for an address nobody has.
CREATE FUNCTION auth_knows_device(typed_email text, device_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM identities i JOIN known_devices d ON d.identity_id = i.identity_id
        WHERE i.email = lower(typed_email) AND i.disabled_at IS NULL AND d.token_hash = device_hash
            AND d.seen_at > now() - interval '180 days')
$$;

DROP FUNCTION count_in_lane(text, double precision, double precision);
DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('count_in_lane', 'audit_nobody', 'auth_knows_device')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION auth_knows_device(text, bytea) TO tidemark_auth;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
