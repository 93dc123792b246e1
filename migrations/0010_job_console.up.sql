-- Why: people look after jobs. Lists of jobs are found by index for one company and for all, whatever a person does with
-- jobs says who it was, and staff of the platform are known to the database.

-- Newest first within one company, and over all of them.
CREATE INDEX ready_jobs_newest ON ready_jobs (company_id, turn_at, job_id);
CREATE INDEX waiting_jobs_newest ON waiting_jobs (company_id, due_at, job_id);
-- Serves what the index on due_at alone did.
DROP INDEX waiting_jobs_due;
CREATE INDEX waiting_jobs_due ON waiting_jobs (due_at, job_id);

-- Who did it: a person, by a setting of the transaction; nobody for what happens by itself.
ALTER TABLE job_events ADD COLUMN acted_by uuid
    DEFAULT nullif(current_setting('tidemark.acted_by', true), '')::uuid;
ALTER TABLE job_schedules ADD COLUMN paused_by uuid;

-- What people did with jobs, one row per decision and company, however many jobs it was about.
CREATE TABLE job_acts (
    company_id uuid NOT NULL,
    act_id uuid NOT NULL DEFAULT gen_random_uuid(),
    acted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    acted_by uuid,
    act text NOT NULL CONSTRAINT job_acts_act_known CHECK (act IN ('cancel', 'replay', 'discard', 'pause', 'resume', 'enqueue')),
    -- A job's id, a filter in words, queue:name, kind:name or schedule:name.
    subject text NOT NULL CONSTRAINT job_acts_subject_length CHECK (length(subject) BETWEEN 1 AND 400),
    jobs bigint NOT NULL CONSTRAINT job_acts_jobs CHECK (jobs >= 0),
    PRIMARY KEY (company_id, act_id)
);
CREATE INDEX job_acts_newest ON job_acts (company_id, acted_at DESC);
CREATE INDEX job_acts_everywhere ON job_acts (acted_at DESC);
SELECT protect_private_table('job_acts');
GRANT SELECT, INSERT, UPDATE, DELETE ON job_acts TO tidemark_worker;
CREATE POLICY worker_runs ON job_acts TO tidemark_worker USING (true) WITH CHECK (true);

-- Staff of the platform. A role in a company says nothing about it, nor it about a role in a company.
ALTER TABLE identities ADD COLUMN staff_role text
    CONSTRAINT identities_staff_role_known CHECK (staff_role IN ('reviewer', 'operator'));
CREATE INDEX identities_staff ON identities (email) WHERE staff_role IS NOT NULL;

DROP FUNCTION auth_session(bytea);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
-- As before, and the person's staff role.
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean, data_version bigint, staff_role text)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency,
        c.time_zone, m.role, s.seen_at < now() - interval '5 minutes',
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = m.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        i.staff_role
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days';
END
$$;

-- Makes a person staff, or nobody's staff any more (NULL). No row for an unknown address. Only for the role that owns the
-- schema: whoever breaks into a web node must not be able to become staff.
CREATE FUNCTION set_staff_role(wanted_email text, wanted_role text)
RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE identities SET staff_role = wanted_role WHERE email = lower(wanted_email) RETURNING identity_id
$$;

CREATE FUNCTION auth_list_staff()
RETURNS TABLE (email text, display_name text, staff_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.email, i.display_name, i.staff_role FROM identities i WHERE i.staff_role IS NOT NULL ORDER BY i.email
$$;

-- What to call people whose ids stand beside what they did: members of a company by their names, others not at all.
CREATE FUNCTION auth_member_names(company uuid, persons uuid[])
RETURNS TABLE (identity_id uuid, display_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.identity_id, i.display_name FROM identities i
    JOIN members m ON m.identity_id = i.identity_id AND m.company_id = company
    WHERE i.identity_id = ANY (persons)
$$;

DO $$
DECLARE
    f regprocedure;
    owner name;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_session', 'set_staff_role', 'auth_list_staff', 'auth_member_names')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text NOT LIKE 'set_staff_role%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
    -- Granted by its new owner: what the old one had is gone with the function.
    owner := current_user;
    SET LOCAL ROLE tidemark_resolver;
    EXECUTE format('GRANT EXECUTE ON FUNCTION set_staff_role(text, text) TO %I', owner);
    RESET ROLE;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
