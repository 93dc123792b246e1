-- Takes back 0041_judge_decides. Why: a model's word is for people to read again. What it decided stays as decided by what was learned.
DROP FUNCTION worker_judge_record(text, bigint);
GRANT CREATE ON SCHEMA public TO tidemark_resolver;
DROP FUNCTION review_audits();
CREATE FUNCTION review_audits() RETURNS TABLE (rule text, matcher text, audited bigint, wrong bigint, open bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.rule, p.matcher, count(*) FILTER (WHERE p.state IN ('answered', 'settled')),
        count(*) FILTER (WHERE p.state IN ('answered', 'settled') AND p.outcome <> 'same'), count(*) FILTER (WHERE p.state = 'open')
    FROM review_pairs p WHERE p.origin = 'audit' GROUP BY p.rule, p.matcher ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION review_audits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_audits() TO tidemark_review;
ALTER FUNCTION review_audits() OWNER TO tidemark_resolver;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
ALTER TABLE match_automation NO FORCE ROW LEVEL SECURITY;
DELETE FROM match_automation WHERE rule = 'judge';
ALTER TABLE match_automation FORCE ROW LEVEL SECURITY;
ALTER TABLE match_decisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE match_decisions DROP CONSTRAINT match_decisions_rule_known;
UPDATE match_decisions SET rule = 'model' WHERE rule = 'judge';
ALTER TABLE match_decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE match_automation DROP COLUMN by_hand, DROP CONSTRAINT match_automation_rule_known,
    ADD CONSTRAINT match_automation_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model'));
ALTER TABLE match_decisions
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model', 'new', 'person'));
DROP INDEX review_pairs_judged, review_pairs_decidable;
ALTER TABLE review_pairs DROP COLUMN judge_said, DROP COLUMN judge_confidence, DROP COLUMN judged_by;
DROP FUNCTION is_judged_blind(uuid);
ALTER TABLE companies DROP COLUMN asks_judge;
