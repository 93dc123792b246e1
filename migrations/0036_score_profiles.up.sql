-- Why: what matters to one company matters less to another. Each version of a company's weights stays, so that a score of
-- any day says what made it.
CREATE TABLE score_profiles (
    company_id uuid NOT NULL REFERENCES companies,
    -- Counts the company's changes from 1.
    version bigint NOT NULL CONSTRAINT score_profiles_version_positive CHECK (version > 0),
    -- The profile whose components, cut-offs and period it has.
    base text NOT NULL,
    -- One entry per component, in their order, summing to 1; NULL for those of the base.
    weights double precision[],
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, version)
);
SELECT protect_private_table('score_profiles');
-- A record of what was in force.
REVOKE UPDATE, DELETE ON score_profiles FROM tidemark_app;
