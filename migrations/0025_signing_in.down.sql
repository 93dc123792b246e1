-- Why: takes back the one count, the same work for nobody, and looking a browser up by itself.
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
SET LOCAL ROLE tidemark_resolver;
CREATE FUNCTION count_in_lane(lane text, most double precision, drain double precision) RETURNS double precision
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    hash bytea := sha256(convert_to(lane, 'UTF8'));
    moment timestamptz := clock_timestamp();
    wait double precision;
BEGIN
    INSERT INTO sign_in_lanes AS l (lane_hash, failures) VALUES (hash, 1)
    ON CONFLICT (lane_hash) DO UPDATE SET counted_at = moment,
        failures = 1 + greatest(0, l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)))
    WHERE l.failures - drain * greatest(0, extract(epoch FROM moment - l.counted_at)) <= most - 1;
    IF FOUND THEN RETURN 0; END IF;
    SELECT greatest(1, (l.failures - most + 1) / drain - greatest(0, extract(epoch FROM moment - l.counted_at)))
    INTO wait FROM sign_in_lanes l WHERE l.lane_hash = hash;
    RETURN coalesce(wait, 1);
END
$$;

REVOKE ALL ON FUNCTION count_in_lane(text, double precision, double precision) FROM PUBLIC;
CREATE OR REPLACE FUNCTION auth_count_mail(purpose text, typed_email text, network text)
RETURNS TABLE (network_wait double precision, address_wait double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    network_wait := 0;
    address_wait := 0;
    IF network IS NOT NULL THEN
        network_wait := count_in_lane('mail-network:' || purpose || ':' || network, 20, 20 / 3600::double precision);
    END IF;
    IF network_wait = 0 THEN
        address_wait := count_in_lane('mail-address:' || purpose || ':' || lower(typed_email), 3, 3 / 3600::double precision);
    END IF;
    RETURN NEXT;
END
$$;

CREATE OR REPLACE FUNCTION count_code(person uuid, device_hash bytea) RETURNS double precision
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

CREATE OR REPLACE FUNCTION auth_begin_sign_in(typed_email text, device_hash bytea, network text)
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
    IF identity_id IS NOT NULL AND wait_seconds = 0 THEN PERFORM audit_try(identity_id); END IF;
    RETURN NEXT;
END
$$;

DROP FUNCTION auth_knows_device(text, bytea);
DROP FUNCTION audit_nobody();
DROP FUNCTION count_in_lane(bytea, double precision, double precision);
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
