-- Why: whoever wants a company makes one, once they have shown that they read the mail of their address. Until then there is neither
-- a person nor a company, and who asks learns nothing about who is known.

-- What somebody typed who wants a company. Confirmed with the link in a mail and the password they chose: somebody else who gave
-- this address beforehand, with a password of their own, gains nothing by the confirming of whoever reads the mail.
CREATE TABLE sign_ups (
    sign_up_id uuid PRIMARY KEY,
    email text NOT NULL CONSTRAINT sign_ups_email_form
        CHECK (email = lower(email) AND email LIKE '%_@_%' AND length(email) <= 254),
    company_name text NOT NULL CONSTRAINT sign_ups_company_length CHECK (length(company_name) BETWEEN 1 AND 200),
    person_name text NOT NULL CONSTRAINT sign_ups_person_length CHECK (length(person_name) BETWEEN 1 AND 200),
    password_hash text NOT NULL,
    -- Of the link in the mail that was written last.
    token_hash bytea CONSTRAINT sign_ups_token UNIQUE CONSTRAINT sign_ups_hash_length CHECK (length(token_hash) = 32),
    -- Passwords tried with the link.
    tries bigint NOT NULL DEFAULT 0,
    ends_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '24 hours'
);
CREATE INDEX sign_ups_end ON sign_ups (ends_at);
CREATE INDEX sign_ups_email ON sign_ups (email);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_ups TO tidemark_resolver;
GRANT INSERT ON companies TO tidemark_resolver;
CREATE POLICY resolver_makes ON companies FOR INSERT TO tidemark_resolver WITH CHECK (true);
ALTER TABLE mails DROP CONSTRAINT mails_kind_known;
ALTER TABLE mails ADD CONSTRAINT mails_kind_known CHECK (kind IN ('password_reset', 'invitation', 'sign_up'));
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Keeps what somebody typed, whoever has the address. Clears away some of what is over.
CREATE FUNCTION auth_begin_sign_up(new_id uuid, new_email text, company text, person text, new_password_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM sign_ups s WHERE s.sign_up_id IN (
        SELECT o.sign_up_id FROM sign_ups o WHERE o.ends_at < now() ORDER BY o.ends_at LIMIT 100 FOR UPDATE SKIP LOCKED);
    INSERT INTO sign_ups (sign_up_id, email, company_name, person_name, password_hash)
    VALUES (new_id, lower(new_email), company, person, new_password_hash)
$$;

-- A link to confirm with; the one before ends. Where somebody has the address already, nothing is kept and that is said. No row for
-- one that is over.
CREATE FUNCTION auth_mint_sign_up(wanted uuid, new_token_hash bytea)
RETURNS TABLE (is_known boolean)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM sign_ups s USING identities i WHERE s.sign_up_id = wanted AND i.email = s.email;
    IF FOUND THEN
        RETURN QUERY SELECT true;
        RETURN;
    END IF;
    UPDATE sign_ups s SET token_hash = new_token_hash WHERE s.sign_up_id = wanted AND s.ends_at > clock_timestamp();
    IF FOUND THEN RETURN QUERY SELECT false; END IF;
END
$$;

-- What a link confirms. No row for one that is of no use (any more).
CREATE FUNCTION auth_sign_up(presented_hash bytea)
RETURNS TABLE (email text, company_name text)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.email, s.company_name FROM sign_ups s
    WHERE s.token_hash = presented_hash AND s.ends_at > clock_timestamp() AND s.tries < 10
$$;

-- Counts a password that is tried with a link, before it is checked: ten at most. The hash to check it against.
CREATE FUNCTION auth_try_sign_up(presented_hash bytea)
RETURNS TABLE (password_hash text)
LANGUAGE sql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE sign_ups s SET tries = s.tries + 1
    WHERE s.token_hash = presented_hash AND s.ends_at > clock_timestamp() AND s.tries < 10
    RETURNING s.password_hash
$$;

-- Makes the company, the person and the membership, once. A slug that is taken gets random letters behind it. False when the link is
-- of no use (any more), or somebody has the address by now.
CREATE FUNCTION auth_complete_sign_up(
    presented_hash bytea, new_company uuid, new_person uuid, wanted_slug text, currency text, zone text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted sign_ups;
BEGIN
    -- Of two at once one finds the row gone.
    DELETE FROM sign_ups s WHERE s.token_hash = presented_hash AND s.ends_at > clock_timestamp() RETURNING s.* INTO wanted;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO identities (identity_id, email, display_name, password_hash, created_at)
    VALUES (new_person, wanted.email, wanted.person_name, wanted.password_hash, clock_timestamp()) ON CONFLICT (email) DO NOTHING;
    IF NOT FOUND THEN RETURN false; END IF;
    FOR attempt IN 1..20 LOOP
        INSERT INTO companies (company_id, slug, name, home_currency, time_zone, created_at)
        VALUES (new_company,
            CASE WHEN attempt = 1 THEN wanted_slug ELSE wanted_slug || '-' || left(replace(gen_random_uuid()::text, '-', ''), 5) END,
            wanted.company_name, currency, zone, clock_timestamp())
        ON CONFLICT (slug) DO NOTHING;
        EXIT WHEN FOUND;
    END LOOP;
    INSERT INTO members (company_id, identity_id, role, created_at) VALUES (new_company, new_person, 'owner', clock_timestamp());
    DELETE FROM sign_ups s WHERE s.email = wanted.email;
    PERFORM audit_write(new_company, 'company.created', 'person', new_person);
    PERFORM audit_write(new_company, 'member.added', 'person', new_person, 'member', new_person::text,
        jsonb_build_object('role', 'owner'));
    RETURN true;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_begin_sign_up', 'auth_mint_sign_up', 'auth_sign_up', 'auth_try_sign_up', 'auth_complete_sign_up')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
