-- Why: an address is what somebody signs in with and where a forgotten password is mailed to, so another one holds only when
-- whoever reads the mail of the old one and whoever reads that of the new one have both said so. docs/security.md has the figures.

-- The one change of a person that waits to be confirmed; a newer one takes its place. Only hashes of the tokens.
CREATE TABLE email_changes (
    identity_id uuid PRIMARY KEY REFERENCES identities ON DELETE CASCADE,
    change_id uuid NOT NULL CONSTRAINT email_changes_id UNIQUE,
    old_email text NOT NULL,
    new_email text NOT NULL CONSTRAINT email_changes_email_form
        CHECK (new_email = lower(new_email) AND new_email LIKE '%_@_%' AND length(new_email) <= 254 AND new_email <> old_email),
    -- Of the link in the mail that was written last, for each address.
    old_token_hash bytea CONSTRAINT email_changes_old_token UNIQUE
        CONSTRAINT email_changes_old_length CHECK (length(old_token_hash) = 32),
    new_token_hash bytea CONSTRAINT email_changes_new_token UNIQUE
        CONSTRAINT email_changes_new_length CHECK (length(new_token_hash) = 32),
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    ends_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '24 hours'
);
CREATE INDEX email_changes_end ON email_changes (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON email_changes TO tidemark_resolver;
ALTER TABLE mails DROP CONSTRAINT mails_kind_known;
ALTER TABLE mails ADD CONSTRAINT mails_kind_known
    CHECK (kind IN ('password_reset', 'invitation', 'sign_up', 'email_change'));
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- Keeps the wish of somebody who proved lately who they are; whether somebody has the new address already is not said. The old
-- address, or no row for a session that may not. Clears away some of what is over.
CREATE FUNCTION auth_begin_email_change(presented_hash bytea, new_id uuid, wanted_email text)
RETURNS TABLE (old_email text)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
    present text;
BEGIN
    DELETE FROM email_changes c WHERE c.change_id IN (
        SELECT o.change_id FROM email_changes o WHERE o.ends_at < now() ORDER BY o.ends_at LIMIT 100 FOR UPDATE SKIP LOCKED);
    SELECT i.identity_id, i.email INTO person, present
    FROM confirmed_person(presented_hash) p JOIN identities i ON i.identity_id = p.identity_id;
    IF person IS NULL THEN RETURN; END IF;
    INSERT INTO email_changes AS c (identity_id, change_id, old_email, new_email) VALUES (person, new_id, present, lower(wanted_email))
    ON CONFLICT (identity_id) DO UPDATE SET change_id = excluded.change_id, old_email = excluded.old_email,
        new_email = excluded.new_email, old_token_hash = NULL, new_token_hash = NULL, old_confirmed_at = NULL,
        new_confirmed_at = NULL, ends_at = excluded.ends_at;
    PERFORM audit_write_everywhere('email.requested', person);
    RETURN QUERY SELECT present;
END
$$;

-- The change of a session's person that waits. No row if there is none (any more).
CREATE FUNCTION auth_email_change(presented_hash bytea)
RETURNS TABLE (old_email text, new_email text, old_confirmed boolean, new_confirmed boolean, ends_at timestamptz)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.old_email, c.new_email, c.old_confirmed_at IS NOT NULL, c.new_confirmed_at IS NOT NULL, c.ends_at
    FROM auth_person(presented_hash) p JOIN email_changes c ON c.identity_id = p.identity_id
    WHERE c.ends_at > clock_timestamp() AND c.old_email = p.email
$$;

-- Takes the wish back: neither link is of use any more. False if there was none.
CREATE FUNCTION auth_withdraw_email_change(presented_hash bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
BEGIN
    DELETE FROM email_changes c USING auth_person(presented_hash) p WHERE c.identity_id = p.identity_id
    RETURNING c.identity_id INTO person;
    IF person IS NULL THEN RETURN false; END IF;
    PERFORM audit_write_everywhere('email.withdrawn', person);
    RETURN true;
END
$$;

-- A link for one of the two addresses; the one before ends. Where somebody has the new address already, that is said and there is no
-- link. No row for a change that is over, or an address that is neither.
CREATE FUNCTION auth_mint_email_change(wanted uuid, recipient text, fresh_hash bytea)
RETURNS TABLE (display_name text, old_email text, new_email text, is_taken boolean)
LANGUAGE plpgsql VOLATILE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one email_changes;
    taken boolean;
BEGIN
    SELECT * INTO one FROM email_changes c WHERE c.change_id = wanted AND c.ends_at > clock_timestamp() FOR UPDATE;
    IF NOT FOUND OR lower(recipient) NOT IN (one.old_email, one.new_email) THEN RETURN; END IF;
    taken := lower(recipient) = one.new_email AND EXISTS (SELECT FROM identities i WHERE i.email = one.new_email);
    IF NOT taken THEN
        UPDATE email_changes c SET
            old_token_hash = CASE WHEN lower(recipient) = one.old_email THEN fresh_hash ELSE c.old_token_hash END,
            new_token_hash = CASE WHEN lower(recipient) = one.new_email THEN fresh_hash ELSE c.new_token_hash END
        WHERE c.change_id = wanted;
    END IF;
    RETURN QUERY SELECT i.display_name, one.old_email, one.new_email, taken
        FROM identities i WHERE i.identity_id = one.identity_id;
END
$$;

-- What a link confirms. No row for one that is of no use (any more).
CREATE FUNCTION auth_email_change_link(presented_hash bytea)
RETURNS TABLE (identity_id uuid, old_email text, new_email text, is_new boolean)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.identity_id, c.old_email, c.new_email, c.new_token_hash IS NOT DISTINCT FROM presented_hash
    FROM email_changes c JOIN identities i ON i.identity_id = c.identity_id AND i.disabled_at IS NULL AND i.email = c.old_email
    WHERE presented_hash IN (c.old_token_hash, c.new_token_hash) AND c.ends_at > clock_timestamp()
$$;

-- Confirms one side; with the second the address is another one. Other sessions stay: whoever confirmed reads both mails. Links for a
-- new password end, since they are bound to the address, and what strangers guessed about the new one is forgotten. `dead` for a
-- link that is of no use, or when somebody has the new address by now.
CREATE FUNCTION auth_confirm_email_change(presented_hash bytea)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one email_changes;
    side text;
BEGIN
    -- Of two at once the second waits here and then sees what the first did.
    PERFORM FROM email_changes c WHERE presented_hash IN (c.old_token_hash, c.new_token_hash) FOR UPDATE;
    SELECT c.* INTO one FROM auth_email_change_link(presented_hash) l JOIN email_changes c ON c.identity_id = l.identity_id;
    IF NOT FOUND THEN RETURN 'dead'; END IF;
    side := CASE WHEN one.new_token_hash IS NOT DISTINCT FROM presented_hash THEN 'new' ELSE 'old' END;
    IF side = 'new' THEN one.new_confirmed_at := coalesce(one.new_confirmed_at, clock_timestamp());
    ELSE one.old_confirmed_at := coalesce(one.old_confirmed_at, clock_timestamp());
    END IF;
    IF one.old_confirmed_at IS NULL OR one.new_confirmed_at IS NULL THEN
        UPDATE email_changes c SET old_confirmed_at = one.old_confirmed_at, new_confirmed_at = one.new_confirmed_at
        WHERE c.identity_id = one.identity_id;
        PERFORM audit_write_everywhere('email.confirmed', one.identity_id, jsonb_build_object('address', side));
        RETURN 'waiting';
    END IF;
    DELETE FROM email_changes c WHERE c.identity_id = one.identity_id;
    BEGIN
        UPDATE identities SET email = one.new_email WHERE identity_id = one.identity_id;
    EXCEPTION WHEN unique_violation THEN
        RETURN 'dead';
    END;
    DELETE FROM password_resets r WHERE r.identity_id = one.identity_id;
    DELETE FROM sign_ups s WHERE s.email = one.new_email;
    DELETE FROM sign_in_lanes l WHERE l.lane_hash = sha256(convert_to('address:' || one.new_email, 'UTF8'));
    PERFORM audit_write_everywhere('email.changed', one.identity_id,
        jsonb_build_object('from', one.old_email, 'to', one.new_email));
    RETURN 'changed';
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_begin_email_change', 'auth_email_change', 'auth_withdraw_email_change', 'auth_mint_email_change',
            'auth_email_change_link', 'auth_confirm_email_change')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
