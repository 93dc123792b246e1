-- Why: the try of a password is put on record for people who are known, which took 0.8 ms more than for those who are not: enough to
-- tell them apart in a few hundred tries (S-026). From now on the same is done for nobody, and undone.

GRANT CREATE ON SCHEMA public TO tidemark_resolver;
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
REVOKE ALL ON FUNCTION audit_nobody() FROM PUBLIC;
ALTER FUNCTION audit_nobody() OWNER TO tidemark_resolver;

-- As before, with the same work whether or not somebody has the address.
SET LOCAL ROLE tidemark_resolver;
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
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
