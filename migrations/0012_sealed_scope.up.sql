-- Why: a setting that the runtime role may write says nothing about who wrote it: SQL that somebody smuggles in could name another
-- company. From now on the company comes sealed by the application, and the policies open the seal. docs/security.md draws it.

-- What scopes are sealed with: HMAC-SHA-256 (RFC 2104). Read by the resolver's two functions and nobody else. The pads are the
-- key with the bytes that HMAC puts on it, so that a policy computes two hashes and nothing more.
CREATE TABLE scope_keys (
    created_at timestamptz PRIMARY KEY DEFAULT clock_timestamp(),
    secret bytea NOT NULL CONSTRAINT scope_keys_length CHECK (length(secret) = 32),
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    -- Seals made before are good for an hour more.
    retired_at timestamptz
);
GRANT SELECT ON scope_keys TO tidemark_resolver;

-- A new key; the ones before it are retired. For the schema's owner: `SELECT rotate_scope_key()` after a backup was lost.
CREATE FUNCTION rotate_scope_key() RETURNS void
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
REVOKE ALL ON FUNCTION rotate_scope_key() FROM PUBLIC;
SELECT rotate_scope_key();

GRANT CREATE ON SCHEMA public TO tidemark_resolver;
-- The company of this transaction: `tidemark.scope` is 36 characters of company, a dot, 10 of the second it was sealed, a dot,
-- and 64 of HMAC over all before. Fails if it is unset, not ours, or of another day: two hours either way let the clocks of
-- application and database differ. The moment is that of the transaction, so long ones end well.
CREATE FUNCTION scope_company() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sealed text := current_setting('tidemark.scope');
    company uuid;
BEGIN
    -- Whatever is read of it below can be read then, also by a planner that does so before anything is known to be ours.
    IF sealed ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9]{10}\.[0-9a-f]{64}$' THEN
        SELECT left(sealed, 36)::uuid INTO company FROM scope_keys k
        WHERE sha256(k.outer_pad || sha256(k.inner_pad || convert_to(left(sealed, 48), 'UTF8'))) = decode(right(sealed, 64), 'hex')
            AND (k.retired_at IS NULL OR k.retired_at > now() - interval '1 hour')
            AND abs(extract(epoch FROM now()) - substr(sealed, 38, 10)::bigint) < 7200;
    END IF;
    IF company IS NULL THEN
        RAISE EXCEPTION 'no company, or none that the application sealed' USING ERRCODE = 'TM005';
    END IF;
    RETURN company;
END
$$;
REVOKE ALL ON FUNCTION scope_company() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_company() TO tidemark_app;
ALTER FUNCTION scope_company() OWNER TO tidemark_resolver;

-- The key for whoever seals: processes of the application ask as the auth role, whose statements are few and fixed. The runtime
-- role, which runs everything else, cannot.
CREATE FUNCTION auth_scope_key() RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT secret FROM scope_keys WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION auth_scope_key() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_scope_key() TO tidemark_auth;
ALTER FUNCTION auth_scope_key() OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;

-- Protects a private table: row-level security enabled and forced, one policy per command, and the runtime role's grants.
-- `(SELECT …)` makes the company an InitPlan: the seal is opened once per statement.
CREATE OR REPLACE FUNCTION protect_private_table(private_table regclass, reads_house boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := 'company_id = (SELECT scope_company())';
    own_and_house text := 'company_id = ANY (ARRAY[(SELECT scope_company()), ''00000000-0000-4000-8000-000000000001''::uuid])';
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', private_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', private_table);
    EXECUTE format('CREATE POLICY company_reads ON %s FOR SELECT TO tidemark_app USING (%s)', private_table,
        CASE WHEN reads_house THEN own_and_house ELSE own END);
    EXECUTE format('CREATE POLICY company_inserts ON %s FOR INSERT TO tidemark_app WITH CHECK (%s)', private_table, own);
    EXECUTE format('CREATE POLICY company_updates ON %s FOR UPDATE TO tidemark_app USING (%s) WITH CHECK (%s)',
        private_table, own, own);
    EXECUTE format('CREATE POLICY company_deletes ON %s FOR DELETE TO tidemark_app USING (%s)', private_table, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO tidemark_app', private_table);
END
$$;

-- The tables that are there already.
DO $$
DECLARE
    wall record;
    old_company text := '( SELECT (current_setting(''tidemark.company_id''::text))::uuid AS current_setting)';
    new_company text := '(SELECT scope_company())';
BEGIN
    FOR wall IN SELECT format('%I.%I', schemaname, tablename)::regclass AS name, policyname, qual, with_check FROM pg_policies
        WHERE schemaname = 'public' AND roles = '{tidemark_app}'
            AND policyname IN ('company_reads', 'company_inserts', 'company_updates', 'company_deletes')
    LOOP
        EXECUTE format('ALTER POLICY %I ON %s', wall.policyname, wall.name)
            || coalesce(' USING (' || replace(wall.qual, old_company, new_company) || ')', '')
            || coalesce(' WITH CHECK (' || replace(wall.with_check, old_company, new_company) || ')', '');
    END LOOP;
END $$;
