-- Why: whoever relies on the data has to hear when it stops coming, or comes wrong, without looking. Monitors hold figures against
-- limits, an alert is what came of it for one subject, and channels carry the word of it outside.

-- A figure and the limit it is held against. Everybody has the default ones; they are made when a company is first looked after.
CREATE TABLE alert_monitors (
    company_id uuid NOT NULL REFERENCES companies,
    monitor_id uuid NOT NULL,
    metric text NOT NULL CONSTRAINT alert_monitors_metric_form CHECK (metric ~ '^[a-z][a-z0-9_.]{2,79}$'),
    threshold double precision NOT NULL CONSTRAINT alert_monitors_threshold
        CHECK (threshold BETWEEN -1e12 AND 1e12),
    -- How long the figure must be beyond the limit before it is an alert.
    patience_seconds bigint NOT NULL CONSTRAINT alert_monitors_patience CHECK (patience_seconds BETWEEN 0 AND 86400),
    severity text NOT NULL CONSTRAINT alert_monitors_severity_known CHECK (severity IN ('notice', 'warning', 'critical')),
    is_on boolean NOT NULL DEFAULT true,
    is_default boolean NOT NULL,
    -- Nobody hears of its alerts until then.
    silenced_until timestamptz,
    changed_at timestamptz NOT NULL,
    changed_by uuid,
    PRIMARY KEY (company_id, monitor_id),
    CONSTRAINT alert_monitors_metric UNIQUE (company_id, metric)
);
SELECT protect_private_table('alert_monitors');

-- What a monitor found of one subject: at most one at a time that lives.
CREATE TABLE alerts (
    company_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    monitor_id uuid NOT NULL,
    metric text NOT NULL,
    -- What it is about, such as a connection's id; empty for the company as a whole.
    subject text NOT NULL CONSTRAINT alerts_subject_length CHECK (length(subject) <= 300),
    subject_name text NOT NULL CONSTRAINT alerts_subject_name_length CHECK (length(subject_name) <= 300),
    severity text NOT NULL CONSTRAINT alerts_severity_known CHECK (severity IN ('notice', 'warning', 'critical')),
    -- pending: beyond the limit, and not for long enough to say so.
    state text NOT NULL CONSTRAINT alerts_state_known CHECK (state IN ('pending', 'open', 'acknowledged', 'resolved')),
    threshold double precision NOT NULL,
    latest double precision NOT NULL,
    worst double precision NOT NULL,
    -- What else is known of it, for a person.
    detail text CONSTRAINT alerts_detail_length CHECK (length(detail) <= 600),
    began_at timestamptz NOT NULL,
    opened_at timestamptz,
    -- Within the limit since; NULL while it is beyond.
    calm_since timestamptz,
    -- How often it came back after it had recovered.
    returns bigint NOT NULL DEFAULT 0,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    silenced_until timestamptz,
    resolved_at timestamptz,
    resolution text CONSTRAINT alerts_resolution_known CHECK (resolution IN ('recovered', 'closed', 'gone', 'switched_off')),
    PRIMARY KEY (company_id, alert_id),
    CONSTRAINT alerts_monitor FOREIGN KEY (company_id, monitor_id) REFERENCES alert_monitors,
    CONSTRAINT alerts_opened CHECK ((opened_at IS NULL) = (state = 'pending')),
    CONSTRAINT alerts_resolved CHECK ((state = 'resolved') = (resolved_at IS NOT NULL)
        AND (resolved_at IS NULL) = (resolution IS NULL)),
    CONSTRAINT alerts_acknowledged CHECK (state <> 'acknowledged' OR acknowledged_at IS NOT NULL)
);
CREATE UNIQUE INDEX alerts_living ON alerts (company_id, monitor_id, subject) WHERE state <> 'resolved';
CREATE INDEX alerts_open ON alerts (company_id) WHERE state = 'open';
CREATE INDEX alerts_newest ON alerts (company_id, began_at DESC, alert_id DESC);
CREATE INDEX alerts_last ON alerts (company_id, resolved_at DESC) WHERE state = 'resolved';
SELECT protect_private_table('alerts');

-- What happened to an alert, in order.
CREATE TABLE alert_events (
    company_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    event_id uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    kind text NOT NULL CONSTRAINT alert_events_kind_known
        CHECK (kind IN ('opened', 'worsened', 'acknowledged', 'silenced', 'unsilenced', 'returned', 'resolved')),
    value double precision,
    -- Who did it, if somebody did: a person, or what kind of program.
    person uuid,
    actor text CONSTRAINT alert_events_actor_known CHECK (actor IN ('person', 'staff', 'token', 'job', 'command')),
    note text CONSTRAINT alert_events_note_length CHECK (length(note) <= 400),
    PRIMARY KEY (company_id, alert_id, event_id),
    FOREIGN KEY (company_id, alert_id) REFERENCES alerts ON DELETE CASCADE
);
CREATE INDEX alert_events_order ON alert_events (company_id, alert_id, happened_at);
SELECT protect_private_table('alert_events');

-- Where alerts are told, besides the pages.
CREATE TABLE alert_channels (
    company_id uuid NOT NULL REFERENCES companies,
    channel_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT alert_channels_kind_known CHECK (kind IN ('email', 'slack', 'pagerduty', 'webhook')),
    name text NOT NULL CONSTRAINT alert_channels_name_length CHECK (length(name) BETWEEN 1 AND 100),
    -- What is less than this is not told there.
    least text NOT NULL CONSTRAINT alert_channels_least_known CHECK (least IN ('notice', 'warning', 'critical')),
    -- Mail: which members; none for all admins and owners.
    recipients uuid[] NOT NULL DEFAULT '{}',
    -- Of an address as much as everybody may see.
    -- Of what was entered: an attempt with what was there before says nothing of what is there now.
    version bigint NOT NULL DEFAULT 1,
    host text CONSTRAINT alert_channels_host_length CHECK (length(host) <= 253),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    removed_at timestamptz,
    -- Nothing is told there until somebody has mended it.
    broken_at timestamptz,
    broken_why text CONSTRAINT alert_channels_broken_length CHECK (length(broken_why) <= 400),
    PRIMARY KEY (company_id, channel_id),
    CONSTRAINT alert_channels_broken CHECK ((broken_at IS NULL) = (broken_why IS NULL))
);
CREATE UNIQUE INDEX alert_channels_name ON alert_channels (company_id, lower(name)) WHERE removed_at IS NULL;
SELECT protect_private_table('alert_channels');

-- Addresses and keys of channels, sealed as those of connections are.
CREATE TABLE alert_channel_secrets (
    company_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    field text NOT NULL CONSTRAINT alert_channel_secrets_field_form CHECK (field ~ '^[a-z][a-z0-9_]{0,39}$'),
    purpose text NOT NULL CONSTRAINT alert_channel_secrets_purpose CHECK (purpose = 'credential'),
    format bigint NOT NULL CONSTRAINT alert_channel_secrets_format_known CHECK (format = 1),
    company_key_id uuid NOT NULL,
    data_key_id uuid NOT NULL,
    key_commitment bytea NOT NULL CONSTRAINT alert_channel_secrets_commitment_length CHECK (length(key_commitment) = 32),
    sealed_data_key bytea NOT NULL CONSTRAINT alert_channel_secrets_data_key_length CHECK (length(sealed_data_key) = 125),
    ciphertext bytea NOT NULL CONSTRAINT alert_channel_secrets_ciphertext_length
        CHECK (length(ciphertext) BETWEEN 93 AND 65629),
    written_at timestamptz NOT NULL,
    written_by uuid REFERENCES identities,
    PRIMARY KEY (company_id, channel_id, purpose, field),
    CONSTRAINT alert_channel_secrets_channel FOREIGN KEY (company_id, channel_id) REFERENCES alert_channels,
    CONSTRAINT alert_channel_secrets_commitment_place CHECK (key_commitment = substring(ciphertext FROM 34 FOR 32))
);
CREATE INDEX alert_channel_secrets_key ON alert_channel_secrets (company_id, company_key_id);
SELECT protect_private_table('alert_channel_secrets');

-- One message to one channel. Its id is the key by which the other side knows that it has had it already.
CREATE TABLE alert_deliveries (
    company_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    occasion text NOT NULL CONSTRAINT alert_deliveries_occasion_known
        CHECK (occasion IN ('opened', 'reminder', 'acknowledged', 'recovered', 'test')),
    state text NOT NULL DEFAULT 'queued' CONSTRAINT alert_deliveries_state_known
        CHECK (state IN ('queued', 'delivered', 'failed')),
    attempts bigint NOT NULL DEFAULT 0,
    last_status bigint,
    last_problem text CONSTRAINT alert_deliveries_problem_length CHECK (length(last_problem) <= 400),
    queued_at timestamptz NOT NULL,
    delivered_at timestamptz,
    asked_by uuid,
    PRIMARY KEY (company_id, delivery_id),
    CONSTRAINT alert_deliveries_channel FOREIGN KEY (company_id, channel_id) REFERENCES alert_channels,
    CONSTRAINT alert_deliveries_delivered CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
CREATE INDEX alert_deliveries_newest ON alert_deliveries (company_id, channel_id, queued_at DESC);
SELECT protect_private_table('alert_deliveries');

-- What a message says, so that nothing is said twice. `round`: how often it had come back, or which reminder it is.
CREATE TABLE alert_tellings (
    company_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    occasion text NOT NULL CONSTRAINT alert_tellings_occasion_known
        CHECK (occasion IN ('opened', 'reminder', 'acknowledged', 'recovered')),
    round bigint NOT NULL,
    delivery_id uuid NOT NULL,
    PRIMARY KEY (company_id, alert_id, channel_id, occasion, round),
    CONSTRAINT alert_tellings_alert FOREIGN KEY (company_id, alert_id) REFERENCES alerts ON DELETE CASCADE,
    CONSTRAINT alert_tellings_delivery FOREIGN KEY (company_id, delivery_id) REFERENCES alert_deliveries ON DELETE CASCADE
);
CREATE INDEX alert_tellings_by_delivery ON alert_tellings (company_id, delivery_id);
SELECT protect_private_table('alert_tellings');

-- What processes say of themselves, minute by minute, for an hour: the house's rows, so that one process can watch the others.
CREATE TABLE process_figures (
    company_id uuid NOT NULL REFERENCES companies,
    process text NOT NULL CONSTRAINT process_figures_process_length CHECK (length(process) BETWEEN 1 AND 200),
    figure text NOT NULL CONSTRAINT process_figures_figure_form CHECK (figure ~ '^[a-z][a-z0-9_.:]{2,99}$'),
    labels text NOT NULL CONSTRAINT process_figures_labels_length CHECK (length(labels) <= 300),
    minute timestamptz NOT NULL,
    value double precision NOT NULL,
    PRIMARY KEY (company_id, figure, labels, process, minute)
);
CREATE INDEX process_figures_age ON process_figures (company_id, minute);
SELECT protect_private_table('process_figures');

ALTER TABLE mails DROP CONSTRAINT mails_kind_known,
    ADD CONSTRAINT mails_kind_known
        CHECK (kind IN ('password_reset', 'invitation', 'sign_up', 'email_change', 'alert'));
CREATE INDEX mails_by_subject ON mails (company_id, subject_id) WHERE subject_id IS NOT NULL;

ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_scopes_known,
    ADD CONSTRAINT api_tokens_scopes_known CHECK (cardinality(scopes) BETWEEN 1 AND 20 AND scopes <@ ARRAY['trends:read',
        'products:read', 'jobs:read', 'sources:read', 'sources:run', 'alerts:read', 'alerts:acknowledge']);

-- How many alerts wait for somebody stands beside the name of the page. It comes with the session, which is asked for anyhow.
GRANT SELECT ON alerts, alert_monitors TO tidemark_resolver;
CREATE POLICY resolver_reads ON alerts FOR SELECT TO tidemark_resolver USING (state = 'open');
CREATE POLICY resolver_reads ON alert_monitors FOR SELECT TO tidemark_resolver USING (true);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
DROP FUNCTION auth_session(bytea);
-- As before, and the alerts that wait and are not silenced: the company's for its admins, the platform's for operators.
CREATE FUNCTION auth_session(presented_hash bytea)
RETURNS TABLE (
    identity_id uuid, display_name text, email text, company_id uuid, company_name text, company_slug text,
    home_currency text, time_zone text, role text, is_stale boolean, data_version bigint, staff_role text, is_confirmed boolean,
    lacks_second_factor boolean, open_alerts bigint, platform_alerts bigint)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT i.identity_id, i.display_name, i.email, m.company_id, c.name, c.slug, c.home_currency,
        c.time_zone, m.role, s.seen_at < now() - interval '5 minutes',
        coalesce((SELECT v.data_version FROM data_versions v WHERE v.company_id = m.company_id), 0)
            + coalesce((SELECT v.data_version FROM data_versions v
                WHERE v.company_id = '00000000-0000-4000-8000-000000000001'), 0),
        i.staff_role, s.confirmed_at > now() - interval '15 minutes',
        c.requires_second_factor AND NOT EXISTS (
            SELECT FROM second_factors f WHERE f.identity_id = i.identity_id AND f.turned_on_at IS NOT NULL),
        CASE WHEN m.role IN ('admin', 'owner') THEN (SELECT count(*) FROM alerts a
            JOIN alert_monitors o ON o.company_id = a.company_id AND o.monitor_id = a.monitor_id
            WHERE a.company_id = m.company_id AND a.state = 'open'
                AND coalesce(greatest(a.silenced_until, o.silenced_until) <= now(), true)) ELSE 0 END,
        CASE WHEN i.staff_role = 'operator' THEN (SELECT count(*) FROM alerts a
            JOIN alert_monitors o ON o.company_id = a.company_id AND o.monitor_id = a.monitor_id
            WHERE a.company_id = '00000000-0000-4000-8000-000000000001' AND a.state = 'open'
                AND coalesce(greatest(a.silenced_until, o.silenced_until) <= now(), true)) ELSE 0 END
    FROM sessions s
    JOIN identities i ON i.identity_id = s.identity_id AND i.disabled_at IS NULL
    JOIN members m ON m.company_id = s.current_company_id AND m.identity_id = s.identity_id
    JOIN companies c ON c.company_id = m.company_id
    WHERE s.token_hash = presented_hash AND s.ends_at > now() AND s.seen_at > now() - interval '14 days';
END
$$;

-- The addresses a company's alerts are mailed to: of the members that were chosen, or of all who look after it. Of the platform's
-- those of its operators.
CREATE FUNCTION worker_alert_recipients(whose uuid, chosen uuid[]) RETURNS TABLE (email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.email FROM members m JOIN identities i ON i.identity_id = m.identity_id AND i.disabled_at IS NULL
    WHERE m.company_id = whose AND whose <> '00000000-0000-4000-8000-000000000001'
        AND (m.identity_id = ANY (chosen) OR cardinality(chosen) = 0 AND m.role IN ('admin', 'owner'))
    UNION
    SELECT i.email FROM identities i
    WHERE whose = '00000000-0000-4000-8000-000000000001' AND i.staff_role = 'operator' AND i.disabled_at IS NULL
        AND (i.identity_id = ANY (chosen) OR cardinality(chosen) = 0)
$$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('auth_session', 'worker_alert_recipients')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'worker%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_worker', f); END IF;
        IF f::text LIKE 'auth%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_auth', f); END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
