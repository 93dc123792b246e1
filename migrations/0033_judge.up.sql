-- What a model said of pairs that the rules cannot decide, each with what it was shown, so that nothing is asked twice and everything
-- can be looked at later; and what asking cost, so that a night has a budget.

CREATE TABLE judge_answers (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    -- As the settings call it, and as the provider called what answered.
    model text NOT NULL CONSTRAINT judge_answers_model_length CHECK (length(model) BETWEEN 1 AND 100),
    prompt_version text NOT NULL CONSTRAINT judge_answers_version_form CHECK (prompt_version ~ '^[a-z]+-[0-9]+$'),
    answered_by text NOT NULL CONSTRAINT judge_answers_answered_by_length CHECK (length(answered_by) BETWEEN 1 AND 100),
    verdict text NOT NULL CONSTRAINT judge_answers_verdict_known CHECK (verdict IN ('same', 'different', 'unsure')),
    confidence double precision NOT NULL CONSTRAINT judge_answers_confidence CHECK (confidence BETWEEN 0 AND 1),
    reason text NOT NULL CONSTRAINT judge_answers_reason_length CHECK (length(reason) BETWEEN 1 AND 300),
    -- The pair byte by byte as it was sent.
    evidence text NOT NULL CONSTRAINT judge_answers_evidence_form CHECK (evidence IS JSON OBJECT),
    -- Its share of the request.
    input_tokens bigint NOT NULL CONSTRAINT judge_answers_input CHECK (input_tokens >= 0),
    output_tokens bigint NOT NULL CONSTRAINT judge_answers_output CHECK (output_tokens >= 0),
    cost_micros bigint NOT NULL CONSTRAINT judge_answers_cost CHECK (cost_micros >= 0),
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, listing_id, product_company_id, product_id, model, prompt_version),
    FOREIGN KEY (company_id, listing_id) REFERENCES listings ON DELETE CASCADE,
    FOREIGN KEY (product_company_id, product_id) REFERENCES products,
    CONSTRAINT judge_answers_owner
        CHECK (product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001'))
);
CREATE INDEX judge_answers_product ON judge_answers (product_company_id, product_id);
SELECT protect_private_table('judge_answers');

-- Requests of all companies, as rows of the house: the account is the operator's, and so is the budget.
CREATE TABLE judge_requests (
    company_id uuid NOT NULL REFERENCES companies,
    request_id uuid NOT NULL,
    -- The day, in UTC, on which the run began.
    night date NOT NULL,
    asked_for uuid NOT NULL,
    model text NOT NULL CONSTRAINT judge_requests_model_length CHECK (length(model) BETWEEN 1 AND 100),
    prompt_version text NOT NULL,
    pairs bigint NOT NULL CONSTRAINT judge_requests_pairs CHECK (pairs > 0),
    state text NOT NULL DEFAULT 'sent' CONSTRAINT judge_requests_state_known
        CHECK (state IN ('sent', 'answered', 'failed')),
    problem text CONSTRAINT judge_requests_problem_length CHECK (length(problem) <= 200),
    input_tokens bigint CONSTRAINT judge_requests_input CHECK (input_tokens >= 0),
    output_tokens bigint CONSTRAINT judge_requests_output CHECK (output_tokens >= 0),
    -- The most it can be until it is known.
    cost_micros bigint NOT NULL CONSTRAINT judge_requests_cost CHECK (cost_micros >= 0),
    sent_at timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (company_id, request_id),
    CONSTRAINT judge_requests_settled CHECK ((state = 'sent') = (settled_at IS NULL)),
    CONSTRAINT judge_requests_failed CHECK ((state = 'failed') = (problem IS NOT NULL))
);
CREATE INDEX judge_requests_night ON judge_requests (company_id, night);
CREATE INDEX judge_requests_sent ON judge_requests (company_id, asked_for, sent_at) WHERE state = 'sent';
SELECT protect_private_table('judge_requests');
