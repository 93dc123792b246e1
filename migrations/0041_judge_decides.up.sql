-- Why: what a model says of ambiguous pairs was read by people and nothing else. It may decide itself once it has shown that it errs no more
-- often than any rule may, on pairs that people read without knowing what it said; and only for companies that let their names be shown.

-- Whether what the company's listings say of themselves may be shown to a model's provider. Owners say so.
ALTER TABLE companies ADD COLUMN asks_judge boolean NOT NULL DEFAULT false;
ALTER TABLE companies NO FORCE ROW LEVEL SECURITY;
UPDATE companies SET asks_judge = true WHERE company_id = '00000000-0000-4000-8000-000000000001';
ALTER TABLE companies FORCE ROW LEVEL SECURITY;

-- Whether people who read a pair are not shown what a model said of it: one in three, by the random id, so that it is so every time.
CREATE FUNCTION is_judged_blind(review uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT ('x' || right(md5(review::text), 8))::bit(32)::bigint % 3 = 0
$$;
REVOKE ALL ON FUNCTION is_judged_blind(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_judged_blind(uuid) TO tidemark_app, tidemark_resolver;

-- What was said, by which model with which version of the prompt. None: it was asked and gave no answer.
ALTER TABLE review_pairs
    ADD COLUMN judge_said text CONSTRAINT review_pairs_judge_said CHECK (judge_said IN ('same', 'different', 'unsure', 'none')),
    ADD COLUMN judge_confidence double precision CONSTRAINT review_pairs_judge_confidence CHECK (judge_confidence BETWEEN 0 AND 1),
    ADD COLUMN judged_by text CONSTRAINT review_pairs_judged_by CHECK (length(judged_by) BETWEEN 1 AND 200),
    ADD CONSTRAINT review_pairs_judged_whole CHECK ((judge_said IS NULL) = (judged_by IS NULL)
        AND (judge_confidence IS NOT NULL) = (judge_said IS NOT NULL AND judge_said <> 'none'));
-- What stands among the reasons already was shown to people; it counts as said, and for nothing else.
ALTER TABLE review_pairs NO FORCE ROW LEVEL SECURITY;
UPDATE review_pairs r SET judge_said = 'none', judged_by = 'before'
    WHERE EXISTS (SELECT FROM unnest(r.reasons) AS reason WHERE starts_with(reason, 'judge: '));
ALTER TABLE review_pairs FORCE ROW LEVEL SECURITY;
CREATE INDEX review_pairs_judged ON review_pairs (judged_by, answered_at DESC) WHERE judge_said = 'same';
CREATE INDEX review_pairs_decidable ON review_pairs (company_id, judged_by) WHERE judge_said = 'same' AND state = 'open';

ALTER TABLE match_automation DROP CONSTRAINT match_automation_rule_known,
    ADD CONSTRAINT match_automation_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model', 'judge')),
    -- Somebody said so, and what follows from the record does not change it.
    ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
ALTER TABLE match_decisions DROP CONSTRAINT match_decisions_rule_known,
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model', 'judge', 'new', 'person'));

GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- What a model called the same and people then read one by one without knowing it, in all companies, the latest first. A pair that was
-- dropped because its listing is none of the known products was answered, too, and speaks against it.
CREATE FUNCTION worker_judge_record(whose text, most bigint) RETURNS TABLE (confidence double precision, is_right boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.judge_confidence, p.outcome = 'same' FROM review_pairs p
    WHERE p.judged_by = whose AND p.judge_said = 'same' AND public.is_judged_blind(p.review_id)
        AND (p.state IN ('answered', 'settled') AND p.outcome <> 'unsure' OR p.state = 'dropped' AND p.outcome = 'different')
        AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = p.company_id AND a.review_id = p.review_id
            AND a.kind = 'rule' AND a.taken_back_at IS NULL)
    ORDER BY p.answered_at DESC, p.review_id LIMIT most
$$;

-- The same beside the audits of rules.
DROP FUNCTION review_audits();
CREATE FUNCTION review_audits() RETURNS TABLE (rule text, matcher text, audited bigint, wrong bigint, open bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.rule, p.matcher, count(*) FILTER (WHERE p.state IN ('answered', 'settled')),
        count(*) FILTER (WHERE p.state IN ('answered', 'settled') AND p.outcome <> 'same'), count(*) FILTER (WHERE p.state = 'open')
    FROM review_pairs p WHERE p.origin = 'audit' GROUP BY p.rule, p.matcher
    UNION ALL
    SELECT 'judge', j.judged_by, (SELECT count(*) FROM worker_judge_record(j.judged_by, 1000000)),
        (SELECT count(*) FILTER (WHERE NOT w.is_right) FROM worker_judge_record(j.judged_by, 1000000) w), j.open
    FROM (SELECT p.judged_by, count(*) FILTER (WHERE p.state = 'open') AS open FROM review_pairs p
        WHERE p.judge_said = 'same' AND public.is_judged_blind(p.review_id) GROUP BY p.judged_by) j
    ORDER BY 1, 2
$$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('worker_judge_record', 'review_audits')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', f,
            CASE WHEN f::text LIKE 'worker%' THEN 'tidemark_worker' ELSE 'tidemark_review' END);
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;

-- What 0034 and 0035 say of rows that were there: as the tables' owner they saw none behind the wall.
ALTER TABLE listings NO FORCE ROW LEVEL SECURITY;
UPDATE listings SET awaits_matching = true WHERE product_id IS NULL AND NOT awaits_matching;
ALTER TABLE listings FORCE ROW LEVEL SECURITY;
ALTER TABLE scrape_runs NO FORCE ROW LEVEL SECURITY;
UPDATE scrape_runs SET tick = 0 WHERE tick IS NULL AND state IN ('applied', 'partial');
ALTER TABLE scrape_runs FORCE ROW LEVEL SECURITY;
