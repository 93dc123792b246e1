-- Takes back 0031_identity. Why: identity as the matcher alone decided it; what people decided stays where it led to.
ALTER TABLE match_decisions NO FORCE ROW LEVEL SECURITY;
DELETE FROM match_decisions WHERE rule = 'person';
ALTER TABLE match_decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE match_decisions DROP COLUMN number, DROP COLUMN act_id, DROP COLUMN undone_at,
    DROP CONSTRAINT match_decisions_rule_known,
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'new'));
DROP INDEX match_decisions_product;
DROP TABLE identity_differences, identity_merges, identity_acts;
DROP SEQUENCE identity_numbers;
