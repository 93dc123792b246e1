-- Which listing is which product, so that any decision can be taken back alone. What is true now (`listings.product_id`) follows from
-- the decisions, mergers and differences that stand, in the order of their numbers.

CREATE SEQUENCE identity_numbers;
GRANT USAGE ON SEQUENCE identity_numbers TO tidemark_app;

-- What a person did, with one reason: it is taken back as a whole.
CREATE TABLE identity_acts (
    company_id uuid NOT NULL REFERENCES companies,
    act_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT identity_acts_kind_known CHECK (kind IN ('merge', 'split', 'move', 'different')),
    actor_kind text NOT NULL CONSTRAINT identity_acts_actor_known
        CHECK (actor_kind IN ('person', 'staff', 'token', 'job', 'command')),
    actor uuid,
    reason text NOT NULL CONSTRAINT identity_acts_reason_length CHECK (length(reason) BETWEEN 1 AND 400),
    made_at timestamptz NOT NULL,
    undone_at timestamptz,
    undone_by_kind text,
    undone_by uuid,
    PRIMARY KEY (company_id, act_id)
);
CREATE INDEX identity_acts_newest ON identity_acts (company_id, made_at DESC, act_id);
SELECT protect_private_table('identity_acts', reads_house => true);

-- From now on a product is called as another.
CREATE TABLE identity_merges (
    company_id uuid NOT NULL,
    act_id uuid NOT NULL,
    number bigint NOT NULL DEFAULT nextval('identity_numbers'),
    -- The company's own; nobody calls another's product by another name.
    from_product_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (company_id, act_id),
    FOREIGN KEY (company_id, act_id) REFERENCES identity_acts,
    FOREIGN KEY (company_id, from_product_id) REFERENCES products,
    FOREIGN KEY (product_company_id, product_id) REFERENCES products,
    CONSTRAINT identity_merges_owner
        CHECK (product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001'))
);
SELECT protect_private_table('identity_merges', reads_house => true);

-- A listing is not a product, whatever is merged or matched later.
CREATE TABLE identity_differences (
    company_id uuid NOT NULL,
    act_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (company_id, act_id, listing_id),
    FOREIGN KEY (company_id, act_id) REFERENCES identity_acts,
    FOREIGN KEY (company_id, listing_id) REFERENCES listings ON DELETE CASCADE,
    FOREIGN KEY (product_company_id, product_id) REFERENCES products,
    CONSTRAINT identity_differences_owner
        CHECK (product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001'))
);
CREATE INDEX identity_differences_listing ON identity_differences (company_id, listing_id);
SELECT protect_private_table('identity_differences', reads_house => true);

-- Decisions of people stand beside those of the matcher; the one with the highest number counts of those that are not taken back.
ALTER TABLE match_decisions ADD COLUMN number bigint NOT NULL DEFAULT nextval('identity_numbers'),
    ADD COLUMN act_id uuid, ADD COLUMN undone_at timestamptz,
    DROP CONSTRAINT match_decisions_rule_known,
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'new', 'person')),
    ADD CONSTRAINT match_decisions_act CHECK ((rule = 'person') = (act_id IS NOT NULL)),
    ADD CONSTRAINT match_decisions_act_known FOREIGN KEY (company_id, act_id) REFERENCES identity_acts;
CREATE INDEX match_decisions_product ON match_decisions (company_id, product_id);
CREATE INDEX match_decisions_made ON match_decisions (company_id, act_id) WHERE act_id IS NOT NULL;
