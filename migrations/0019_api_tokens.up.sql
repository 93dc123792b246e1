-- Why: programs read the API without anybody's session: with a token of the company that has scopes and an end, and that is worth
-- nothing the moment somebody revokes it, in every process.

CREATE TABLE api_tokens (
    company_id uuid NOT NULL REFERENCES companies,
    token_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT api_tokens_name_length CHECK (length(name) BETWEEN 1 AND 100),
    -- SHA-256 of 256 random bits: nothing to guess, so nothing that has to be slow.
    token_hash bytea NOT NULL CONSTRAINT api_tokens_hash_length CHECK (length(token_hash) = 32),
    scopes text[] NOT NULL CONSTRAINT api_tokens_scopes_known CHECK (
        cardinality(scopes) BETWEEN 1 AND 20 AND scopes <@ ARRAY['trends:read', 'products:read', 'jobs:read']),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Who made it. It stays the company's when they leave.
    created_by uuid NOT NULL REFERENCES identities,
    expires_at timestamptz NOT NULL,
    -- To the hour, so that reading writes next to nothing.
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid REFERENCES identities,
    PRIMARY KEY (company_id, token_id),
    CONSTRAINT api_tokens_life CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
    CONSTRAINT api_tokens_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
-- Not unique, since a unique key begins with the company; two tokens of 256 random bits are never the same.
CREATE INDEX api_tokens_hash ON api_tokens (token_hash);
SELECT protect_private_table('api_tokens');

-- A token is made and revoked; what it may and how long never changes, and it is not removed, since admins see what there was.
REVOKE UPDATE, DELETE ON api_tokens FROM tidemark_app;
GRANT UPDATE (revoked_at, revoked_by) ON api_tokens TO tidemark_app;

GRANT SELECT, UPDATE (last_used_at) ON api_tokens TO tidemark_resolver;
CREATE POLICY resolver_reads ON api_tokens FOR SELECT TO tidemark_resolver USING (true);
CREATE POLICY resolver_notes_use ON api_tokens FOR UPDATE TO tidemark_resolver USING (true) WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Whose token it is and what it may. No row once it was revoked or ended. Asked for each request, by hash; or by the id in a
-- company, for what was made from the token.
CREATE FUNCTION auth_api_token(presented_hash bytea, of_company uuid, token uuid)
RETURNS TABLE (
    token_id uuid, scopes text[], expires_at timestamptz, company_id uuid, company_slug text, company_name text,
    home_currency text, time_zone text, data_version bigint, is_stale boolean)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT t.token_id, t.scopes, t.expires_at, c.company_id, c.slug, c.name, c.home_currency, c.time_zone,
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = t.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        t.last_used_at IS NULL OR t.last_used_at < date_trunc('hour', now())
    FROM api_tokens t JOIN companies c ON c.company_id = t.company_id
    WHERE (t.token_hash = presented_hash OR t.company_id = of_company AND t.token_id = token)
        AND t.revoked_at IS NULL AND t.expires_at > now();
END
$$;

-- Notes that a token is in use, to the hour.
CREATE FUNCTION auth_touch_api_token(of_company uuid, token uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE api_tokens SET last_used_at = date_trunc('hour', now())
    WHERE company_id = of_company AND token_id = token
        AND (last_used_at IS NULL OR last_used_at < date_trunc('hour', now()))
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_api_token', 'auth_touch_api_token')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
