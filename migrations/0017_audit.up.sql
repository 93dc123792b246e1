-- Why: who did what is on record, in the change's own transaction, and whoever alters the record is found out: each event carries an
-- HMAC over itself and the one before, under a key that no serving role can read. docs/security.md draws it.

-- A key with the bytes that HMAC (RFC 2104) puts on it: 36 for the inner hash, 5c for the outer.
CREATE FUNCTION hmac_pad(secret bytea, filler text) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    padded bytea := decode(repeat(filler, 64), 'hex');
BEGIN
    FOR n IN 0..31 LOOP
        padded := set_byte(padded, n, get_byte(padded, n) # get_byte(secret, n));
    END LOOP;
    RETURN padded;
END
$$;
REVOKE ALL ON FUNCTION hmac_pad(bytea, text) FROM PUBLIC;

-- 32 random bytes. gen_random_uuid takes its 122 bits from the server's strong random source.
CREATE FUNCTION drawn_secret() RETURNS bytea
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
$$;
REVOKE ALL ON FUNCTION drawn_secret() FROM PUBLIC;

CREATE OR REPLACE FUNCTION rotate_scope_key() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    drawn bytea := drawn_secret();
BEGIN
    UPDATE scope_keys SET retired_at = clock_timestamp() WHERE retired_at IS NULL;
    INSERT INTO scope_keys (secret, inner_pad, outer_pad) VALUES (drawn, hmac_pad(drawn, '36'), hmac_pad(drawn, '5c'));
END
$$;

-- What events are chained with. The newest is used; those before stay, to verify with.
CREATE TABLE audit_keys (
    key_id bigint PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    secret bytea NOT NULL CONSTRAINT audit_keys_length CHECK (length(secret) = 32),
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL
);
GRANT SELECT ON audit_keys TO tidemark_resolver;

-- A new key from now on. For the schema's owner: `SELECT rotate_audit_key()` after a backup was lost.
CREATE FUNCTION rotate_audit_key() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    drawn bytea := drawn_secret();
    made bigint;
BEGIN
    INSERT INTO audit_keys (key_id, secret, inner_pad, outer_pad)
    SELECT coalesce(max(key_id), 0) + 1, drawn, hmac_pad(drawn, '36'), hmac_pad(drawn, '5c') FROM audit_keys
    RETURNING key_id INTO made;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION rotate_audit_key() FROM PUBLIC;
SELECT rotate_audit_key();

-- What happened in a company. Number, moment and proof are made by a trigger; nothing is ever changed or removed.
CREATE TABLE audit_events (
    company_id uuid NOT NULL REFERENCES companies,
    -- 1, 2, 3 … without a gap.
    sequence bigint NOT NULL CONSTRAINT audit_events_sequence CHECK (sequence > 0),
    happened_at timestamptz NOT NULL,
    action text NOT NULL CONSTRAINT audit_events_action_form CHECK (action ~ '^[a-z_]+\.[a-z_]+$' AND length(action) <= 60),
    -- The word before the dot, which people look for.
    area text NOT NULL GENERATED ALWAYS AS (split_part(action, '.', 1)) STORED,
    -- person: a member. staff: of the platform. token, job: programs. command: whoever runs the program on its machine.
    actor_kind text NOT NULL CONSTRAINT audit_events_actor_kind_known
        CHECK (actor_kind IN ('person', 'staff', 'token', 'job', 'command')),
    actor uuid,
    -- What it was done to: what kind of thing, and its id or name.
    subject_kind text CONSTRAINT audit_events_subject_kind_length CHECK (length(subject_kind) BETWEEN 1 AND 40),
    subject text CONSTRAINT audit_events_subject_length CHECK (length(subject) BETWEEN 1 AND 400),
    -- What else there is to know: a JSON object of texts. Never a secret.
    facts text NOT NULL DEFAULT '{}' CONSTRAINT audit_events_facts_length CHECK (length(facts) BETWEEN 2 AND 4000),
    -- The request it came with, as the log has it.
    request text CONSTRAINT audit_events_request_length CHECK (length(request) BETWEEN 1 AND 100),
    key_id bigint NOT NULL,
    -- HMAC-SHA-256 over the proof of the event before (32 zeros for the first) and audit_message of this one.
    proof bytea NOT NULL CONSTRAINT audit_events_proof_length CHECK (length(proof) = 32),
    PRIMARY KEY (company_id, sequence),
    CONSTRAINT audit_events_subject_whole CHECK ((subject_kind IS NULL) = (subject IS NULL))
);
CREATE INDEX audit_events_area ON audit_events (company_id, area, sequence DESC);
CREATE INDEX audit_events_actor ON audit_events (company_id, actor, sequence DESC) WHERE actor IS NOT NULL;
SELECT protect_private_table('audit_events');

-- The end of each company's chain. Only the trigger's owner touches it, so it has no policies of companies.
CREATE TABLE audit_heads (
    chain uuid PRIMARY KEY,
    sequence bigint NOT NULL,
    proof bytea NOT NULL
);

-- An event as the bytes that are proved: every value with its length before it, `-` for none.
CREATE FUNCTION audit_message(event audit_events) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT convert_to(string_agg(coalesce(octet_length(part) || ':' || part, '-'), '' ORDER BY place), 'UTF8')
    FROM unnest(ARRAY[
        event.company_id::text, event.sequence::text, (extract(epoch FROM event.happened_at) * 1000000)::bigint::text,
        event.action, event.actor_kind, event.actor::text, event.subject_kind, event.subject, event.facts, event.request
    ]) WITH ORDINALITY AS parts (part, place)
$$;
REVOKE ALL ON FUNCTION audit_message(audit_events) FROM PUBLIC;

-- Puts an event at the end of its company's chain. Events of a company stand in line here until the one before is committed.
CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    head audit_heads;
    key audit_keys;
BEGIN
    -- The policy would say so too, but only after another company's line had been touched.
    IF session_user = 'tidemark_app' AND NEW.company_id IS DISTINCT FROM scope_company() THEN
        RAISE EXCEPTION 'an event of another company' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO audit_heads VALUES (NEW.company_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_heads h WHERE h.chain = NEW.company_id FOR UPDATE;
    SELECT * INTO key FROM audit_keys ORDER BY key_id DESC LIMIT 1;
    NEW.sequence := head.sequence + 1;
    NEW.happened_at := clock_timestamp();
    NEW.key_id := key.key_id;
    NEW.proof := sha256(key.outer_pad || sha256(key.inner_pad || head.proof || audit_message(NEW)));
    UPDATE audit_heads h SET sequence = NEW.sequence, proof = NEW.proof WHERE h.chain = NEW.company_id;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION audit_chain() FROM PUBLIC;
CREATE TRIGGER chained BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_chain();
-- Per statement: one that would touch no row is refused, too, and so are the owner's.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE INSERT, UPDATE, DELETE ON audit_events FROM tidemark_app;
GRANT INSERT (company_id, action, actor_kind, actor, subject_kind, subject, facts, request) ON audit_events TO tidemark_app;

GRANT CREATE ON SCHEMA public TO tidemark_resolver;
GRANT SELECT, INSERT ON audit_events TO tidemark_resolver;
GRANT SELECT, INSERT, UPDATE ON audit_heads TO tidemark_resolver;
-- The narrow functions write what they did, whatever company it was in.
CREATE POLICY resolver_writes ON audit_events FOR INSERT TO tidemark_resolver WITH CHECK (true);

-- Writes an event; for functions of the same owner. The house's chain has what belongs to no company.
CREATE FUNCTION audit_write(
    company uuid, action text, actor_kind text, actor uuid, subject_kind text DEFAULT NULL, subject text DEFAULT NULL,
    facts jsonb DEFAULT '{}')
RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO audit_events (company_id, action, actor_kind, actor, subject_kind, subject, facts)
    VALUES (coalesce(company, '00000000-0000-4000-8000-000000000001'), action, actor_kind, actor, subject_kind, subject, facts::text)
$$;

-- Writes what a person did with their own account: in each of their companies, since it touches all of them.
CREATE FUNCTION audit_write_everywhere(action text, person uuid, facts jsonb DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    company uuid;
BEGIN
    FOR company IN SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.company_id LOOP
        PERFORM audit_write(company, action, 'person', person, facts => facts);
    END LOOP;
    IF NOT FOUND THEN PERFORM audit_write(NULL, action, 'person', person, facts => facts); END IF;
END
$$;

-- Sessions: opened, entered another company, confirmed, ended.
CREATE FUNCTION audit_sessions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM audit_write(NEW.current_company_id, 'session.opened', 'person', NEW.identity_id, 'session', NEW.session_id::text);
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM audit_write(OLD.current_company_id, 'session.ended', 'person', OLD.identity_id, 'session', OLD.session_id::text);
    ELSIF NEW.current_company_id IS DISTINCT FROM OLD.current_company_id THEN
        PERFORM audit_write(NEW.current_company_id, 'session.entered', 'person', NEW.identity_id, 'session', NEW.session_id::text);
    ELSIF NEW.token_hash <> OLD.token_hash THEN
        PERFORM audit_write(NEW.current_company_id, 'session.confirmed', 'person', NEW.identity_id, 'session', NEW.session_id::text);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE OF current_company_id, token_hash ON sessions
    FOR EACH ROW EXECUTE FUNCTION audit_sessions();

-- What was done to jobs, by a member, by staff or by a command.
CREATE FUNCTION audit_job_acts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM audit_write(NEW.company_id, 'jobs.' || NEW.act,
        CASE WHEN NEW.acted_by IS NULL THEN 'command'
            WHEN EXISTS (SELECT FROM members m WHERE m.company_id = NEW.company_id AND m.identity_id = NEW.acted_by) THEN 'person'
            ELSE 'staff' END,
        NEW.acted_by, 'jobs', NEW.subject, jsonb_build_object('jobs', NEW.jobs::text));
    RETURN NULL;
END
$$;
CREATE TRIGGER audited AFTER INSERT ON job_acts FOR EACH ROW EXECUTE FUNCTION audit_job_acts();

-- Every opening of a stored login.
CREATE FUNCTION audit_vault_uses() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM audit_write(NEW.company_id, 'credential.used', CASE WHEN NEW.used_by IS NULL THEN 'job' ELSE 'person' END,
        coalesce(NEW.used_by, NEW.job_id), 'connection', NEW.connection_id::text,
        jsonb_strip_nulls(jsonb_build_object('reason', NEW.reason, 'fields', array_to_string(NEW.fields, ' '), 'run', NEW.run_id::text)));
    RETURN NULL;
END
$$;
CREATE TRIGGER audited AFTER INSERT ON vault_uses FOR EACH ROW EXECUTE FUNCTION audit_vault_uses();

-- A password was tried for somebody, in the company they would come to. What became of it is told by what follows.
CREATE FUNCTION audit_try(person uuid) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT audit_write((SELECT m.company_id FROM members m WHERE m.identity_id = person ORDER BY m.created_at, m.company_id LIMIT 1),
        'password.tried', 'person', person)
$$;

-- As before, and the try is on record if somebody has the address.
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
    IF identity_id IS NOT NULL AND wait_seconds = 0 THEN PERFORM audit_try(identity_id); END IF;
    RETURN NEXT;
END
$$;

-- As before, and on record.
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
    PERFORM audit_write_everywhere('password.changed', person);
    RETURN true;
END
$$;

DROP FUNCTION auth_set_password(uuid, text);
CREATE FUNCTION auth_set_password(person uuid, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person;
    DELETE FROM known_devices WHERE identity_id = person;
    SELECT audit_write(NULL, 'password.set', 'command', NULL, 'person', person::text)
$$;

DROP FUNCTION set_staff_role(text, text);
CREATE FUNCTION set_staff_role(wanted_email text, wanted_role text)
RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
BEGIN
    UPDATE identities i SET staff_role = wanted_role WHERE i.email = lower(wanted_email) RETURNING i.identity_id INTO person;
    IF person IS NULL THEN RETURN; END IF;
    PERFORM audit_write(NULL, 'staff.role_set', 'command', NULL, 'person', person::text,
        jsonb_build_object('role', coalesce(wanted_role, 'none')));
    RETURN NEXT person;
END
$$;

-- What tells this database from others: it begins with its first key.
CREATE FUNCTION audit_installation() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT left(encode(sha256(secret), 'hex'), 16) FROM audit_keys ORDER BY key_id LIMIT 1
$$;

-- The ends of the chains, to be kept outside of this database.
CREATE FUNCTION worker_audit_heads()
RETURNS TABLE (installation text, chain uuid, sequence bigint, proof bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT audit_installation(), h.chain, h.sequence, h.proof FROM audit_heads h ORDER BY h.chain
$$;

-- The companies, for the platform's staff: what they are called, and how many people they have. Nothing of what they do.
CREATE FUNCTION worker_companies()
RETURNS TABLE (company_id uuid, slug text, name text, home_currency text, time_zone text, created_at timestamptz, members bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.company_id, c.slug, c.name, c.home_currency, c.time_zone, c.created_at,
        (SELECT count(*) FROM members m WHERE m.company_id = c.company_id)
    FROM companies c WHERE c.company_id <> '00000000-0000-4000-8000-000000000001' ORDER BY c.name, c.company_id
$$;

DO $$
DECLARE
    f regprocedure;
    owner name;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('audit_write', 'audit_write_everywhere', 'audit_try', 'audit_chain', 'audit_message', 'audit_sessions',
            'audit_job_acts', 'audit_vault_uses', 'audit_installation', 'worker_audit_heads',
            'worker_companies',
            'auth_begin_sign_in', 'auth_change_password', 'auth_set_password', 'set_staff_role')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'worker%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_worker', f); END IF;
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
    -- Granted by its new owner: what the old one had is gone with the function.
    owner := current_user;
    SET LOCAL ROLE tidemark_resolver;
    EXECUTE format('GRANT EXECUTE ON FUNCTION set_staff_role(text, text) TO %I', owner);
    RESET ROLE;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
