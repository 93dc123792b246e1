-- Why: takes the record back, and what writes it.
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
DROP TRIGGER audited ON sessions;
DROP TRIGGER audited ON job_acts;
DROP TRIGGER audited ON vault_uses;
DROP FUNCTION audit_sessions();
DROP FUNCTION audit_job_acts();
DROP FUNCTION audit_vault_uses();
DROP FUNCTION worker_audit_heads();
DROP FUNCTION audit_installation();
DROP FUNCTION worker_companies();

DROP FUNCTION auth_begin_sign_in(text, bytea, text);
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

DROP FUNCTION auth_change_password(bytea, bytea, text);
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

DROP FUNCTION auth_set_password(uuid, text);
CREATE FUNCTION auth_set_password(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person;
    DELETE FROM known_devices WHERE identity_id = person
$$;

DROP FUNCTION set_staff_role(text, text);
CREATE FUNCTION set_staff_role(wanted_email text, wanted_role text)
RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET staff_role = wanted_role WHERE email = lower(wanted_email) RETURNING identity_id
$$;

CREATE OR REPLACE FUNCTION rotate_scope_key() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    -- gen_random_uuid takes its 122 bits from the server's strong random source.
    drawn bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    inner_key bytea := decode(repeat('36', 64), 'hex');
    outer_key bytea := decode(repeat('5c', 64), 'hex');
BEGIN
    FOR n IN 0..31 LOOP
        inner_key := set_byte(inner_key, n, get_byte(inner_key, n) # get_byte(drawn, n));
        outer_key := set_byte(outer_key, n, get_byte(outer_key, n) # get_byte(drawn, n));
    END LOOP;
    UPDATE scope_keys SET retired_at = clock_timestamp() WHERE retired_at IS NULL;
    INSERT INTO scope_keys (secret, inner_pad, outer_pad) VALUES (drawn, inner_key, outer_key);
END
$$;

DROP FUNCTION audit_try(uuid);
DROP FUNCTION audit_write_everywhere(text, uuid, jsonb);
DROP FUNCTION audit_write(uuid, text, text, uuid, text, text, jsonb);
DROP TRIGGER chained ON audit_events;
DROP FUNCTION audit_chain();
DROP FUNCTION audit_message(audit_events);
DROP TABLE audit_events;
DROP TABLE audit_heads;
DROP FUNCTION rotate_audit_key();
DROP TABLE audit_keys;
DROP FUNCTION drawn_secret();
DROP FUNCTION hmac_pad(bytea, text);

DO $$
DECLARE
    f regprocedure;
    owner name;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_begin_sign_in', 'auth_change_password', 'auth_set_password', 'set_staff_role')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
    owner := current_user;
    SET LOCAL ROLE tidemark_resolver;
    EXECUTE format('GRANT EXECUTE ON FUNCTION set_staff_role(text, text) TO %I', owner);
    RESET ROLE;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
