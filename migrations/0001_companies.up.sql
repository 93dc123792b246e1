-- Why: the wall between companies stands before the first row of data. Every later private table is protected by the
-- one function made here, and identity is reachable only through narrow functions.

-- Protects a private table: row-level security enabled and forced, one policy per command, and the runtime role's grants.
-- The setting is read without a fallback on purpose: with no company set, or a bad one, the statement fails.
-- `(SELECT …)` makes it an InitPlan, evaluated once per statement.
CREATE FUNCTION protect_private_table(private_table regclass, reads_house boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := 'company_id = (SELECT current_setting(''tidemark.company_id'')::uuid)';
    own_and_house text := 'company_id = ANY (ARRAY[(SELECT current_setting(''tidemark.company_id'')::uuid), '
        || '''00000000-0000-4000-8000-000000000001''::uuid])';
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
REVOKE ALL ON FUNCTION protect_private_table(regclass, boolean) FROM PUBLIC;

-- A tenant. The slug names it in commands and is the one key shared by all companies.
CREATE TABLE companies (
    company_id uuid PRIMARY KEY,
    slug text NOT NULL CONSTRAINT companies_slug_key UNIQUE
        CONSTRAINT companies_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 40),
    name text NOT NULL CONSTRAINT companies_name_length CHECK (length(name) BETWEEN 1 AND 200),
    home_currency text NOT NULL CONSTRAINT companies_currency_form CHECK (home_currency ~ '^[A-Z]{3}$'),
    time_zone text NOT NULL,
    created_at timestamptz NOT NULL
);
-- Before the wall goes up: afterwards not even the owner may write it without being in the company.
INSERT INTO companies (company_id, slug, name, home_currency, time_zone, created_at)
VALUES ('00000000-0000-4000-8000-000000000001', 'house', 'Tidemark', 'USD', 'UTC', now());
SELECT protect_private_table('companies', reads_house => true);

-- A person who can sign in. Belongs to no company; members connect the two. The runtime role cannot touch this table.
CREATE TABLE identities (
    identity_id uuid PRIMARY KEY,
    email text NOT NULL CONSTRAINT identities_email_key UNIQUE
        CONSTRAINT identities_email_form CHECK (email = lower(email) AND email LIKE '%_@_%' AND length(email) <= 254),
    display_name text NOT NULL CONSTRAINT identities_name_length CHECK (length(display_name) BETWEEN 1 AND 200),
    password_hash text,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
);

CREATE TABLE members (
    company_id uuid NOT NULL REFERENCES companies,
    identity_id uuid NOT NULL REFERENCES identities,
    role text NOT NULL CONSTRAINT members_role_known CHECK (role IN ('viewer', 'analyst', 'admin', 'owner')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, identity_id)
);
CREATE INDEX members_identity ON members (identity_id);
SELECT protect_private_table('members');

-- A signed-in browser. Only the hash of its token is kept. Idle and absolute limits are decided here, in the database,
-- so that a stolen cookie dies without any sweeper.
CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY CONSTRAINT sessions_hash_length CHECK (length(token_hash) = 32),
    identity_id uuid NOT NULL REFERENCES identities ON DELETE CASCADE,
    current_company_id uuid REFERENCES companies,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL DEFAULT now() + interval '30 days'
);
CREATE INDEX sessions_identity ON sessions (identity_id);

-- Work across companies is recorded once per reason and run.
CREATE TABLE system_runs (
    system_run_id uuid PRIMARY KEY,
    reason text NOT NULL CONSTRAINT system_runs_reason_length CHECK (length(reason) BETWEEN 1 AND 200),
    started_at timestamptz NOT NULL DEFAULT now()
);
GRANT INSERT ON system_runs TO tidemark_worker;

-- The role that owns the narrow functions sees what they need, and nobody can sign in as it.
GRANT SELECT ON companies, members TO tidemark_resolver;
GRANT SELECT, INSERT, UPDATE ON identities TO tidemark_resolver;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO tidemark_resolver;
CREATE POLICY resolver_reads ON companies FOR SELECT TO tidemark_resolver USING (true);
CREATE POLICY resolver_reads ON members FOR SELECT TO tidemark_resolver USING (true);
-- The worker lists companies, to visit them one by one in their own scope.
GRANT SELECT ON companies TO tidemark_worker;
CREATE POLICY worker_lists ON companies FOR SELECT TO tidemark_worker USING (true);
