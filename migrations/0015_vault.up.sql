-- Why: companies connect sources with their own logins. What is stored of a login is ciphertext under keys that are not in this
-- database, a login is used only with the company's recorded confirmation, and every use of a secret is a row nobody can change.

-- Says no to changing or removing what is a record.
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are a record: they are neither changed nor removed', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION refuse_change() FROM PUBLIC;

-- That a company may use a login of a source this way: who said so, when, and to which text. One is made with every
-- connection and again when the text has changed.
CREATE TABLE connection_confirmations (
    company_id uuid NOT NULL REFERENCES companies,
    confirmation_id uuid NOT NULL,
    source text NOT NULL CONSTRAINT connection_confirmations_source_form
        CHECK (source ~ '^[a-z0-9]+([-_][a-z0-9]+)*$' AND length(source) <= 60),
    confirmed_by uuid NOT NULL REFERENCES identities,
    confirmed_at timestamptz NOT NULL,
    text_version bigint NOT NULL CONSTRAINT connection_confirmations_version CHECK (text_version > 0),
    PRIMARY KEY (company_id, confirmation_id),
    -- What a connection refers to, so that a confirmation for one source is none for another.
    CONSTRAINT connection_confirmations_source UNIQUE (company_id, confirmation_id, source)
);
SELECT protect_private_table('connection_confirmations');

-- A company's use of a source.
CREATE TABLE connections (
    company_id uuid NOT NULL REFERENCES companies,
    connection_id uuid NOT NULL,
    source text NOT NULL,
    name text NOT NULL CONSTRAINT connections_name_length CHECK (length(name) BETWEEN 1 AND 200),
    -- What a connector needs to know that is no secret, as JSON.
    settings text NOT NULL CONSTRAINT connections_settings_length CHECK (length(settings) BETWEEN 2 AND 16384),
    confirmation_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES identities,
    health text NOT NULL DEFAULT 'untested' CONSTRAINT connections_health_known
        CHECK (health IN ('untested', 'working', 'refused', 'unreachable', 'changed')),
    health_note text CONSTRAINT connections_health_note_length CHECK (length(health_note) <= 400),
    checked_at timestamptz,
    -- When the session or the login ends; NULL when nobody knows.
    expires_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid REFERENCES identities,
    PRIMARY KEY (company_id, connection_id),
    CONSTRAINT connections_confirmation FOREIGN KEY (company_id, confirmation_id, source)
        REFERENCES connection_confirmations (company_id, confirmation_id, source),
    CONSTRAINT connections_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
-- A name may be used again once its connection is revoked.
CREATE UNIQUE INDEX connections_name ON connections (company_id, source, lower(name)) WHERE revoked_at IS NULL;
SELECT protect_private_table('connections');

-- One secret of a connection. Replacing it overwrites the row, revoking the connection removes it.
CREATE TABLE connection_secrets (
    company_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    field text NOT NULL CONSTRAINT connection_secrets_field_form CHECK (field ~ '^[a-z][a-z0-9_]{0,39}$'),
    -- credential: what the company gave. session: what the source gave for it, such as cookies.
    purpose text NOT NULL CONSTRAINT connection_secrets_purpose_known CHECK (purpose IN ('credential', 'session')),
    -- Format 1: both boxes are format ‖ salt 32 ‖ key commitment 32 ‖ nonce 12 ‖ ciphertext ‖ tag 16.
    format bigint NOT NULL CONSTRAINT connection_secrets_format_known CHECK (format = 1),
    company_key_id uuid NOT NULL,
    data_key_id uuid NOT NULL,
    key_commitment bytea NOT NULL CONSTRAINT connection_secrets_commitment_length CHECK (length(key_commitment) = 32),
    sealed_data_key bytea NOT NULL CONSTRAINT connection_secrets_data_key_length CHECK (length(sealed_data_key) = 125),
    ciphertext bytea NOT NULL CONSTRAINT connection_secrets_ciphertext_length CHECK (length(ciphertext) BETWEEN 93 AND 65629),
    written_at timestamptz NOT NULL,
    -- Who gave it; NULL for what a job received from the source.
    written_by uuid REFERENCES identities,
    PRIMARY KEY (company_id, connection_id, purpose, field),
    CONSTRAINT connection_secrets_connection FOREIGN KEY (company_id, connection_id) REFERENCES connections,
    CONSTRAINT connection_secrets_commitment_place CHECK (key_commitment = substring(ciphertext FROM 34 FOR 32))
);
-- What a rotation has still to do.
CREATE INDEX connection_secrets_key ON connection_secrets (company_id, company_key_id);
SELECT protect_private_table('connection_secrets');

-- Every time secrets of a connection were opened: written, and committed, before.
CREATE TABLE vault_uses (
    company_id uuid NOT NULL,
    use_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason text NOT NULL CONSTRAINT vault_uses_reason_known CHECK (reason IN ('test', 'sign_in', 'fetch')),
    fields text[] NOT NULL CONSTRAINT vault_uses_fields CHECK (cardinality(fields) BETWEEN 1 AND 40),
    -- The person who wanted it, and the job and the run it happened in.
    used_by uuid,
    job_id uuid,
    run_id uuid,
    PRIMARY KEY (company_id, use_id),
    CONSTRAINT vault_uses_connection FOREIGN KEY (company_id, connection_id) REFERENCES connections,
    CONSTRAINT vault_uses_somebody CHECK (used_by IS NOT NULL OR job_id IS NOT NULL)
);
CREATE INDEX vault_uses_newest ON vault_uses (company_id, connection_id, used_at DESC);
SELECT protect_private_table('vault_uses');

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['connection_confirmations', 'vault_uses'] LOOP
        EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM tidemark_app', name);
        -- Per statement: one that would touch no row is refused, too, and so are the owner's.
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            || 'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END LOOP;
    -- A connection is revoked, never removed: the record of its uses refers to it.
    REVOKE DELETE ON connections FROM tidemark_app;
END $$;
