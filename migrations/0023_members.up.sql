-- Why: admins look after who is in their company: they invite people by mail, change roles and remove members. An invitation is for
-- one address, one company and one use.

CREATE TABLE invitations (
    company_id uuid NOT NULL REFERENCES companies,
    invitation_id uuid NOT NULL,
    email text NOT NULL CONSTRAINT invitations_email_form
        CHECK (email = lower(email) AND email LIKE '%_@_%' AND length(email) <= 254),
    role text NOT NULL CONSTRAINT invitations_role_known CHECK (role IN ('viewer', 'analyst', 'admin', 'owner')),
    invited_by uuid NOT NULL REFERENCES identities,
    invited_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ends_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '7 days',
    -- Of the link in the mail that was written last; none before there is one, and none once the invitation is over.
    token_hash bytea CONSTRAINT invitations_hash_length CHECK (length(token_hash) = 32),
    state text NOT NULL DEFAULT 'open' CONSTRAINT invitations_state_known CHECK (state IN ('open', 'accepted', 'withdrawn')),
    settled_at timestamptz,
    accepted_by uuid REFERENCES identities,
    PRIMARY KEY (company_id, invitation_id),
    CONSTRAINT invitations_settled CHECK ((state = 'open') = (settled_at IS NULL) AND (state = 'open' OR token_hash IS NULL)
        AND (state = 'accepted') = (accepted_by IS NOT NULL))
);
-- One invitation of a company per address; asking again is the same one.
CREATE UNIQUE INDEX invitations_open ON invitations (company_id, email) WHERE state = 'open';
CREATE INDEX invitations_token ON invitations (token_hash) WHERE token_hash IS NOT NULL;
SELECT protect_private_table('invitations');

-- Whoever has the link is looked up before a company is known.
GRANT SELECT, UPDATE ON invitations TO tidemark_resolver;
CREATE POLICY resolver_reads ON invitations FOR SELECT TO tidemark_resolver USING (true);
CREATE POLICY resolver_settles ON invitations FOR UPDATE TO tidemark_resolver USING (true) WITH CHECK (true);
GRANT INSERT ON members TO tidemark_resolver;
CREATE POLICY resolver_joins ON members FOR INSERT TO tidemark_resolver WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- The members of the company a session is in, for its admins and owners.
CREATE FUNCTION auth_members(presented_hash bytea)
RETURNS TABLE (identity_id uuid, display_name text, email text, role text, joined_at timestamptz, is_self boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.display_name, i.email, m.role, m.created_at, i.identity_id = s.identity_id
    FROM auth_session(presented_hash) s JOIN members m ON m.company_id = s.company_id
    JOIN identities i ON i.identity_id = m.identity_id
    WHERE s.role IN ('admin', 'owner') ORDER BY i.display_name, i.email
$$;

-- An invitation that can be accepted with this link. Whoever invited must be somebody who may still invite to that role.
CREATE FUNCTION auth_invitation(presented_hash bytea)
RETURNS TABLE (company_id uuid, invitation_id uuid, company_name text, email text, role text, inviter text, is_known boolean)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.company_id, v.invitation_id, c.name, v.email, v.role, i.display_name,
        EXISTS (SELECT FROM identities k WHERE k.email = v.email)
    FROM invitations v JOIN companies c ON c.company_id = v.company_id
    JOIN members m ON m.company_id = v.company_id AND m.identity_id = v.invited_by
        AND (m.role = 'owner' OR m.role = 'admin' AND v.role <> 'owner')
    JOIN identities i ON i.identity_id = v.invited_by AND i.disabled_at IS NULL
    WHERE v.token_hash = presented_hash AND v.state = 'open' AND v.ends_at > clock_timestamp()
$$;

-- Makes a person a member by an invitation, once. The company they are in now; NULL when the link is of no use (any more).
CREATE FUNCTION settle_invitation(presented_hash bytea, person uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    joined uuid;
    invitation uuid;
    wanted text;
BEGIN
    -- Of two at once the second finds it accepted.
    UPDATE invitations v SET state = 'accepted', settled_at = clock_timestamp(), accepted_by = person, token_hash = NULL
    FROM auth_invitation(presented_hash) a
    WHERE v.company_id = a.company_id AND v.invitation_id = a.invitation_id AND v.token_hash = presented_hash AND v.state = 'open'
    RETURNING v.company_id, v.invitation_id, v.role INTO joined, invitation, wanted;
    IF joined IS NOT NULL THEN
        -- Somebody who is a member already stays what they are.
        INSERT INTO members (company_id, identity_id, role, created_at) VALUES (joined, person, wanted, clock_timestamp())
        ON CONFLICT (company_id, identity_id) DO NOTHING;
        IF FOUND THEN
            PERFORM audit_write(joined, 'member.added', 'person', person, 'member', person::text,
                jsonb_build_object('role', wanted, 'invitation', invitation::text));
        END IF;
    END IF;
    RETURN joined;
END
$$;

-- The person of a session accepts; only as the address the invitation is for. The session goes on in the company.
CREATE FUNCTION auth_accept_invitation(presented_hash bytea, session_hash bytea) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
    joined uuid;
BEGIN
    SELECT p.identity_id INTO person FROM auth_invitation(presented_hash) a JOIN auth_person(session_hash) p ON p.email = a.email;
    IF person IS NULL THEN RETURN NULL; END IF;
    joined := settle_invitation(presented_hash, person);
    IF joined IS NOT NULL THEN UPDATE sessions SET current_company_id = joined WHERE token_hash = session_hash; END IF;
    RETURN joined;
END
$$;

-- Somebody new accepts: they read the mail, so the address is theirs. NULL as well when somebody has the address by now.
CREATE FUNCTION auth_join_by_invitation(presented_hash bytea, new_id uuid, new_name text, new_password_hash text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    person uuid;
    joined uuid;
BEGIN
    INSERT INTO identities (identity_id, email, display_name, password_hash, created_at)
    SELECT new_id, a.email, new_name, new_password_hash, clock_timestamp() FROM auth_invitation(presented_hash) a
    ON CONFLICT (email) DO NOTHING RETURNING identity_id INTO person;
    IF person IS NULL THEN RETURN NULL; END IF;
    joined := settle_invitation(presented_hash, person);
    -- Nobody is registered who joins nothing.
    IF joined IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'TM006', MESSAGE = 'the invitation is over'; END IF;
    RETURN joined;
EXCEPTION WHEN SQLSTATE 'TM006' THEN
    RETURN NULL;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_members', 'auth_invitation', 'settle_invitation', 'auth_accept_invitation', 'auth_join_by_invitation')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
