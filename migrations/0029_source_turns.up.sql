-- Why: any number of processes read sources, and a site must not notice: their requests to one host follow each other in one pace.
CREATE TABLE source_turns (
    -- The house's: a host is the same for everybody, and says nothing of who asks it.
    company_id uuid NOT NULL REFERENCES companies,
    host text NOT NULL CONSTRAINT source_turns_host_length CHECK (length(host) BETWEEN 1 AND 300),
    -- When the next request to it may begin.
    next_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, host)
);
SELECT protect_private_table('source_turns');
