-- Why: some things are settled by mail: a forgotten password, an invitation. This is the list of what was sent to whom and what
-- came of it. What a mail says is written when it is sent and kept nowhere, because there are links in it that open accounts.
CREATE TABLE mails (
    -- The house's for what concerns a person and no company.
    company_id uuid NOT NULL REFERENCES companies,
    mail_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT mails_kind_known CHECK (kind IN ('password_reset', 'invitation')),
    recipient text NOT NULL CONSTRAINT mails_recipient_form
        CHECK (recipient = lower(recipient) AND recipient LIKE '%_@_%' AND length(recipient) <= 254),
    -- What it is about, such as an invitation.
    subject_id uuid,
    state text NOT NULL DEFAULT 'queued' CONSTRAINT mails_state_known CHECK (state IN ('queued', 'sent', 'failed')),
    attempts bigint NOT NULL DEFAULT 0,
    last_problem text CONSTRAINT mails_problem_length CHECK (length(last_problem) <= 400),
    queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at timestamptz,
    PRIMARY KEY (company_id, mail_id),
    CONSTRAINT mails_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX mails_age ON mails (company_id, queued_at);
SELECT protect_private_table('mails');
