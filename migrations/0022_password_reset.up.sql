-- Why: somebody who forgot a password sets a new one with a link that was mailed to them. Who asks learns nothing about who is
-- known, nobody can be flooded with mail, and a link opens one door once. docs/security.md has the figures.

-- The one link of a person that works; a newer one takes its place. Only the hash of its token.
CREATE TABLE password_resets (
    identity_id uuid PRIMARY KEY REFERENCES identities ON DELETE CASCADE,
    token_hash bytea NOT NULL CONSTRAINT password_resets_token UNIQUE
        CONSTRAINT password_resets_hash_length CHECK (length(token_hash) = 32),
    -- What address and password were: a link is of no use once either has changed, whoever changed it.
    bound_to bytea NOT NULL CONSTRAINT password_resets_binding_length CHECK (length(bound_to) = 32),
    ends_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_resets TO tidemark_resolver;
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Counts one in a lane as signing in does. Seconds until the next one may be; 0 when this one may.
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

-- May a mail be sent to an address because somebody in a network wants it? 3 at once and then 3 an hour for an address, 20 at
-- once and then 20 an hour for a network. The network first: one that is stopped must not fill an address's lane.
CREATE FUNCTION auth_count_mail(purpose text, typed_email text, network text)
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

CREATE FUNCTION password_reset_binding(email text, password_hash text) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT sha256(sha256(convert_to(email, 'UTF8')) || sha256(convert_to(coalesce(password_hash, ''), 'UTF8')))
$$;

-- A link for whoever has this address: good for 30 minutes, and the only one. No row if nobody has it.
CREATE FUNCTION auth_mint_reset(typed_email text, new_token_hash bytea)
RETURNS TABLE (display_name text)
LANGUAGE sql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO password_resets AS r (identity_id, token_hash, bound_to, ends_at)
    SELECT i.identity_id, new_token_hash, password_reset_binding(i.email, i.password_hash), clock_timestamp() + interval '30 minutes'
    FROM identities i WHERE i.email = lower(typed_email) AND i.disabled_at IS NULL
    ON CONFLICT (identity_id) DO UPDATE SET token_hash = excluded.token_hash, bound_to = excluded.bound_to, ends_at = excluded.ends_at
    RETURNING (SELECT i.display_name FROM identities i WHERE i.identity_id = r.identity_id)
$$;

-- Whose link it is, and what others know of them, for judging the new password. No row for one that is of no use.
CREATE FUNCTION auth_reset_person(presented_hash bytea)
RETURNS TABLE (identity_id uuid, display_name text, email text, companies text[])
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.display_name, i.email,
        coalesce((SELECT array_agg(c.name ORDER BY c.name) FROM members m JOIN companies c ON c.company_id = m.company_id
            WHERE m.identity_id = i.identity_id), '{}')
    FROM password_resets r JOIN identities i ON i.identity_id = r.identity_id AND i.disabled_at IS NULL
    WHERE r.token_hash = presented_hash AND r.ends_at > clock_timestamp()
        AND r.bound_to = password_reset_binding(i.email, i.password_hash)
$$;

-- Sets a new password with a link, which is spent by that. All sessions end and no browser is known any more; what strangers
-- guessed about the address is forgotten, as the person proved to be who reads its mail. False for a link that is of no use.
CREATE FUNCTION auth_reset_password(presented_hash bytea, new_password_hash text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
    address text;
BEGIN
    -- Of two at once one finds the row gone.
    DELETE FROM password_resets r USING auth_reset_person(presented_hash) p
    WHERE r.identity_id = p.identity_id AND r.token_hash = presented_hash RETURNING r.identity_id, p.email INTO person, address;
    IF person IS NULL THEN RETURN false; END IF;
    UPDATE identities SET password_hash = new_password_hash WHERE identity_id = person;
    DELETE FROM sessions WHERE identity_id = person;
    DELETE FROM half_sessions WHERE identity_id = person;
    DELETE FROM known_devices WHERE identity_id = person;
    DELETE FROM sign_in_lanes l WHERE l.lane_hash = sha256(convert_to('address:' || address, 'UTF8'));
    PERFORM audit_write_everywhere('password.reset', person);
    RETURN true;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('count_in_lane', 'auth_count_mail', 'password_reset_binding', 'auth_mint_reset', 'auth_reset_person',
            'auth_reset_password')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
