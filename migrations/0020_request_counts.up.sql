-- Why: one program, company or person must not use up what all share. Requests are counted per minute, by all processes together,
-- in the database they ask anyway. docs/api.md has the figures.

-- What was asked in a window of a minute that began with its first request. Lost after a crash, and then everybody begins anew,
-- so it is written without a log.
CREATE UNLOGGED TABLE request_counts (
    -- SHA-256 of what is counted: a token, a company, a person, a network.
    bucket bytea PRIMARY KEY CONSTRAINT request_counts_length CHECK (length(bucket) = 32),
    began_at timestamptz NOT NULL,
    used bigint NOT NULL CONSTRAINT request_counts_used CHECK (used >= 0)
);
CREATE INDEX request_counts_age ON request_counts (began_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_counts TO tidemark_resolver;

DROP FUNCTION auth_touch_api_token(uuid, uuid);
DROP FUNCTION auth_api_token(bytea, uuid, uuid);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Takes up to `wanted` of the requests that a bucket allows in a minute, never more in sum than `most`, whoever asks. `moment` is
-- the caller's clock; one that is behind counts in the window that is, one that was set back by a minute or more begins anew.
CREATE FUNCTION take_requests(which bytea, most bigint, wanted bigint, moment timestamptz)
RETURNS TABLE (granted bigint, remaining bigint, reset_seconds double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted request_counts;
BEGIN
    INSERT INTO request_counts (bucket, began_at, used) VALUES (which, moment, 0) ON CONFLICT (bucket) DO NOTHING;
    SELECT * INTO counted FROM request_counts c WHERE c.bucket = which FOR UPDATE;
    IF moment >= counted.began_at + interval '1 minute' OR moment <= counted.began_at - interval '1 minute' THEN
        counted.began_at := moment;
        counted.used := 0;
    END IF;
    granted := greatest(0, least(wanted, most - counted.used));
    remaining := most - counted.used - granted;
    reset_seconds := least(60, extract(epoch FROM counted.began_at + interval '1 minute' - moment));
    UPDATE request_counts c SET began_at = counted.began_at, used = counted.used + granted WHERE c.bucket = which;
    -- Every few thousand times somebody cleans up.
    IF random() < 0.0003 THEN
        DELETE FROM request_counts c WHERE c.bucket IN (
            SELECT o.bucket FROM request_counts o WHERE o.began_at < moment - interval '1 hour'
            ORDER BY o.began_at LIMIT 1000 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN NEXT;
END
$$;

-- The same for the pages, whose processes take some at once and use them up by themselves.
CREATE FUNCTION auth_take_requests(which bytea, most bigint, wanted bigint, moment timestamptz)
RETURNS TABLE (granted bigint, remaining bigint, reset_seconds double precision)
LANGUAGE sql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.granted, t.remaining, t.reset_seconds FROM take_requests(which, most, wanted, moment) t
$$;

-- Whose token it is, what it may, and whether it may now: the request is counted for the token and for its company, exactly, in the
-- round trip that is needed anyway. By the hash of the token, or by its id in a company for what was made from it. No row once it was
-- revoked or ended. Notes the hour of use.
CREATE FUNCTION auth_call_api(
    presented_hash bytea, of_company uuid, token uuid, token_most bigint, company_most bigint, moment timestamptz)
RETURNS TABLE (
    token_id uuid, scopes text[], expires_at timestamptz, company_id uuid, company_slug text, company_name text,
    home_currency text, time_zone text, data_version bigint, granted bigint, most bigint, remaining bigint,
    reset_seconds double precision)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    found_token record;
    lane bytea;
    token_granted bigint;
    token_left bigint;
    token_reset double precision;
    company_granted bigint := 0;
    company_left bigint := 0;
    company_reset double precision := 0;
BEGIN
    SELECT t.token_id, t.company_id, t.scopes, t.expires_at, t.last_used_at INTO found_token FROM api_tokens t
    WHERE (t.token_hash = presented_hash OR t.company_id = of_company AND t.token_id = token)
        AND t.revoked_at IS NULL AND t.expires_at > now();
    IF NOT FOUND THEN RETURN; END IF;
    lane := sha256(convert_to('token:' || found_token.company_id || ':' || found_token.token_id, 'UTF8'));
    -- The token's bucket before the company's, always: nobody waits for somebody who waits for them.
    SELECT t.granted, t.remaining, t.reset_seconds INTO token_granted, token_left, token_reset
    FROM take_requests(lane, token_most, 1, moment) t;
    IF token_granted > 0 THEN
        SELECT t.granted, t.remaining, t.reset_seconds INTO company_granted, company_left, company_reset
        FROM take_requests(sha256(convert_to('company:' || found_token.company_id, 'UTF8')), company_most, 1, moment) t;
        IF company_granted = 0 THEN
            -- What the company refuses is not the token's.
            UPDATE request_counts c SET used = greatest(0, c.used - 1) WHERE c.bucket = lane;
        ELSIF found_token.last_used_at IS NULL OR found_token.last_used_at < date_trunc('hour', now()) THEN
            UPDATE api_tokens t SET last_used_at = date_trunc('hour', now())
            WHERE t.company_id = found_token.company_id AND t.token_id = found_token.token_id;
        END IF;
    END IF;
    RETURN QUERY SELECT found_token.token_id, found_token.scopes, found_token.expires_at, c.company_id, c.slug, c.name,
        c.home_currency, c.time_zone,
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = c.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        company_granted, CASE WHEN token_granted > 0 AND company_granted = 0 THEN company_most ELSE token_most END,
        CASE WHEN token_granted = 0 THEN 0 ELSE least(token_left, company_left) END,
        CASE WHEN token_granted > 0 AND company_left < token_left THEN company_reset ELSE token_reset END
    FROM companies c WHERE c.company_id = found_token.company_id;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('take_requests', 'auth_take_requests', 'auth_call_api')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
