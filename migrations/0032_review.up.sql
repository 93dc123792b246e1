-- Why: what the matcher cannot tell, people decide, and they look again at a sample of what it decided by itself. They see what says which
-- thing a listing is and nothing else: not what it costs, not how much there is, not whose it is. The role they work as can do no more.

-- A listing and a product that may be the same. Asked about once.
CREATE TABLE review_pairs (
    company_id uuid NOT NULL REFERENCES companies,
    review_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    -- Undecided: the matcher could not tell. Audit: it decided, and somebody looks again. Chosen: a reviewer found the product.
    origin text NOT NULL CONSTRAINT review_pairs_origin_known CHECK (origin IN ('undecided', 'audit', 'chosen')),
    -- Of an audit, what decided.
    rule text CONSTRAINT review_pairs_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model')),
    matcher text NOT NULL,
    probability double precision CONSTRAINT review_pairs_probability CHECK (probability BETWEEN 0 AND 1),
    -- Sentences, as those of match_decisions.
    reasons text[] NOT NULL DEFAULT '{}',
    -- What spoke for and against, in log-odds: "name 1.25".
    evidence text[] NOT NULL DEFAULT '{}',
    -- What an answer is worth: the greatest first.
    priority double precision NOT NULL,
    -- Readers who must agree; each reads without knowing what others said.
    readers bigint NOT NULL DEFAULT 1 CONSTRAINT review_pairs_readers CHECK (readers BETWEEN 1 AND 3),
    state text NOT NULL DEFAULT 'open'
        CONSTRAINT review_pairs_state_known CHECK (state IN ('open', 'answered', 'settled', 'reopening', 'dropped')),
    outcome text CONSTRAINT review_pairs_outcome_known CHECK (outcome IN ('same', 'different', 'new', 'split', 'unsure')),
    -- What is known to be right: it is asked of every reviewer now and then, to see how right they are.
    gold text CONSTRAINT review_pairs_gold_known CHECK (gold IN ('same', 'different')),
    -- What was done about it.
    act_ids uuid[] NOT NULL DEFAULT '{}',
    leased_by uuid,
    leased_until timestamptz,
    created_at timestamptz NOT NULL,
    answered_at timestamptz,
    settled_at timestamptz,
    PRIMARY KEY (company_id, review_id),
    CONSTRAINT review_pairs_once UNIQUE (company_id, listing_id, product_id),
    FOREIGN KEY (company_id, listing_id) REFERENCES listings ON DELETE CASCADE,
    FOREIGN KEY (product_company_id, product_id) REFERENCES products,
    CONSTRAINT review_pairs_owner
        CHECK (product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001')),
    CONSTRAINT review_pairs_audit_rule CHECK ((origin = 'audit') = (rule IS NOT NULL)),
    CONSTRAINT review_pairs_outcome_there CHECK (state IN ('open', 'reopening') OR outcome IS NOT NULL)
);
-- Reviewers know a pair by this alone.
CREATE INDEX review_pairs_known ON review_pairs (review_id);
CREATE INDEX review_pairs_next ON review_pairs (priority DESC, created_at, review_id) WHERE state = 'open';
CREATE INDEX review_pairs_audits ON review_pairs (priority DESC, created_at, review_id)
    WHERE state = 'open' AND origin = 'audit';
CREATE INDEX review_pairs_leases ON review_pairs (leased_by) WHERE leased_by IS NOT NULL;
CREATE INDEX review_pairs_waiting ON review_pairs (company_id) WHERE state IN ('answered', 'reopening');
CREATE INDEX review_pairs_gold ON review_pairs (review_id) WHERE gold IS NOT NULL;
CREATE INDEX review_pairs_listing ON review_pairs (company_id, listing_id);
SELECT protect_private_table('review_pairs');

-- What a reviewer said.
CREATE TABLE review_answers (
    company_id uuid NOT NULL,
    answer_id uuid NOT NULL,
    review_id uuid NOT NULL,
    reviewer uuid NOT NULL,
    -- Reading: not knowing what others said. Adjudication: knowing it. Gold: asked for the reviewer's sake. Rule: with many at once.
    kind text NOT NULL CONSTRAINT review_answers_kind_known CHECK (kind IN ('reading', 'adjudication', 'gold', 'rule')),
    verdict text NOT NULL CONSTRAINT review_answers_verdict_known
        CHECK (verdict IN ('same', 'different', 'new', 'split', 'unsure')),
    -- Of a split: the listings that are something else.
    listings uuid[] NOT NULL DEFAULT '{}',
    -- Milliseconds from showing the pair to the answer; null where nobody looked at it alone.
    took_ms bigint CONSTRAINT review_answers_took CHECK (took_ms >= 0),
    bulk_id uuid,
    answered_at timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (company_id, answer_id),
    FOREIGN KEY (company_id, review_id) REFERENCES review_pairs ON DELETE CASCADE
);
CREATE INDEX review_answers_pair ON review_answers (company_id, review_id);
CREATE INDEX review_answers_reviewer ON review_answers (reviewer, answered_at DESC);
CREATE INDEX review_answers_bulk ON review_answers (bulk_id) WHERE bulk_id IS NOT NULL;
SELECT protect_private_table('review_answers');

-- Matchers that were learned from what reviewers said; the platform's, for all. The one that decides was promoted last and not retired.
CREATE TABLE match_models (
    company_id uuid NOT NULL REFERENCES companies,
    model_id uuid NOT NULL,
    version text NOT NULL CONSTRAINT match_models_version_length CHECK (length(version) BETWEEN 1 AND 60),
    -- As `PairMatcher.kept()` gives it.
    kept bytea NOT NULL CONSTRAINT match_models_size CHECK (length(kept) <= 50000000),
    -- JSON: what it was learned from, and how right it was on what was held back, beside the one that decided then.
    report text NOT NULL,
    learned_at timestamptz NOT NULL,
    promoted_at timestamptz,
    retired_at timestamptz,
    PRIMARY KEY (company_id, model_id),
    CONSTRAINT match_models_version UNIQUE (company_id, version)
);
SELECT protect_private_table('match_models', reads_house => true);

-- How far the matcher may decide by itself, per rule; the newest row of a rule counts. Narrowed when audits say that it errs too often.
CREATE TABLE match_automation (
    company_id uuid NOT NULL REFERENCES companies,
    change_id uuid NOT NULL,
    rule text NOT NULL CONSTRAINT match_automation_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model')),
    -- 0...1: from which similarity or probability on; null for not at all.
    threshold double precision CONSTRAINT match_automation_threshold CHECK (threshold BETWEEN 0 AND 1),
    reason text NOT NULL CONSTRAINT match_automation_reason CHECK (length(reason) BETWEEN 1 AND 400),
    audited bigint NOT NULL DEFAULT 0,
    wrong bigint NOT NULL DEFAULT 0,
    since timestamptz NOT NULL,
    PRIMARY KEY (company_id, change_id)
);
CREATE INDEX match_automation_newest ON match_automation (company_id, rule, since DESC);
SELECT protect_private_table('match_automation', reads_house => true);

-- What a probability learned from labels decided.
ALTER TABLE match_decisions DROP CONSTRAINT match_decisions_rule_known,
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'model', 'new', 'person'));

-- MARK: what reviewers can do

-- Columns that say which thing it is; the resolver has no others, so neither has anybody who works through it.
GRANT SELECT, UPDATE ON review_pairs TO tidemark_resolver;
GRANT INSERT (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher, priority, created_at,
    leased_by, leased_until) ON review_pairs TO tidemark_resolver;
GRANT SELECT, INSERT, UPDATE ON review_answers TO tidemark_resolver;
GRANT SELECT (company_id, listing_id, source_id, shop, name, title, brand, producer, category, country, volume_ml, pack_units,
    strength_bp, vintage, age_years, gtin, product_company_id, product_id) ON listings TO tidemark_resolver;
GRANT SELECT (company_id, product_id, name, folded_name, brand_id, category, country, volume_ml, pack_units, strength_bp,
    vintage, age_years, gtin) ON products TO tidemark_resolver;
GRANT SELECT (company_id, brand_id, name) ON brands TO tidemark_resolver;
GRANT SELECT ON categories TO tidemark_resolver;
CREATE POLICY resolver_reviews ON review_pairs TO tidemark_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_reviews ON review_answers TO tidemark_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_reads ON listings FOR SELECT TO tidemark_resolver USING (true);
CREATE POLICY resolver_reads ON products FOR SELECT TO tidemark_resolver USING (true);
CREATE POLICY resolver_reads ON brands FOR SELECT TO tidemark_resolver USING (true);

GRANT CREATE ON SCHEMA public TO tidemark_resolver;

-- The pair a reviewer looks at next, and has to themselves for a while: the one they have already, one of known truth when it is time,
-- or the most valuable that is nobody's and that they have not answered, an audit first when it is time for one. Empty when there is none.
CREATE FUNCTION review_next(reader uuid, held interval, wants_gold boolean, wants_audit boolean) RETURNS TABLE (review_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    chosen uuid;
BEGIN
    SELECT p.review_id INTO chosen FROM review_pairs p
        WHERE p.leased_by = reader AND p.leased_until > clock_timestamp() AND p.state IN ('open', 'reopening') LIMIT 1;
    IF chosen IS NULL AND wants_gold THEN
        SELECT p.review_id INTO chosen FROM review_pairs p
            WHERE p.gold IS NOT NULL AND NOT EXISTS (SELECT FROM review_answers a
                WHERE a.company_id = p.company_id AND a.review_id = p.review_id AND a.reviewer = reader)
            ORDER BY md5(p.review_id::text || reader::text) LIMIT 1;
        IF chosen IS NOT NULL THEN
            RETURN QUERY SELECT chosen;
            RETURN;
        END IF;
    END IF;
    IF chosen IS NULL AND wants_audit THEN
        SELECT p.review_id INTO chosen FROM review_pairs p
            WHERE p.state = 'open' AND p.origin = 'audit' AND (p.leased_until IS NULL OR p.leased_until <= clock_timestamp())
                AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = p.company_id
                    AND a.review_id = p.review_id AND a.reviewer = reader AND a.taken_back_at IS NULL)
            ORDER BY p.priority DESC, p.created_at, p.review_id LIMIT 1 FOR UPDATE SKIP LOCKED;
    END IF;
    IF chosen IS NULL THEN
        SELECT p.review_id INTO chosen FROM review_pairs p
            WHERE p.state = 'open' AND (p.leased_until IS NULL OR p.leased_until <= clock_timestamp())
                AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = p.company_id
                    AND a.review_id = p.review_id AND a.reviewer = reader AND a.taken_back_at IS NULL)
            ORDER BY p.priority DESC, p.created_at, p.review_id LIMIT 1 FOR UPDATE SKIP LOCKED;
    END IF;
    IF chosen IS NOT NULL THEN
        UPDATE review_pairs p SET leased_by = reader, leased_until = clock_timestamp() + held WHERE p.review_id = chosen;
        RETURN QUERY SELECT chosen;
    END IF;
END
$$;

-- The pair a reviewer has.
CREATE FUNCTION review_held(reader uuid) RETURNS TABLE (review_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.review_id FROM review_pairs p
    WHERE p.leased_by = reader AND p.leased_until > clock_timestamp() AND p.state IN ('open', 'reopening') LIMIT 1
$$;

-- A pair as a reviewer sees it: nothing says where it comes from or what others said.
CREATE FUNCTION review_show(review uuid, reader uuid)
RETURNS TABLE (
    listing_name text, listing_title text, listing_brand text, listing_producer text, listing_category text,
    listing_country text, listing_volume bigint, listing_pack bigint, listing_strength bigint, listing_vintage bigint,
    listing_age bigint, listing_gtin text, product_id uuid, product_name text, product_brand text, product_category text,
    product_country text, product_volume bigint, product_pack bigint, product_strength bigint, product_vintage bigint,
    product_age bigint, product_gtin text, reasons text[], evidence text[], is_mine boolean, is_open boolean,
    needs_judge boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.name, l.title, l.brand, l.producer, lc.label, l.country, l.volume_ml, l.pack_units, l.strength_bp, l.vintage,
        l.age_years, l.gtin, p.product_id, p.name, b.name, pc.label, p.country, p.volume_ml, p.pack_units, p.strength_bp,
        p.vintage, p.age_years, p.gtin, r.reasons, r.evidence,
        r.leased_by IS NOT DISTINCT FROM reader AND r.leased_until > clock_timestamp() OR r.gold IS NOT NULL,
        r.state IN ('open', 'reopening') OR r.gold IS NOT NULL,
        r.gold IS NULL AND r.readers = 3 AND (SELECT count(*) FROM review_answers a WHERE a.company_id = r.company_id
            AND a.review_id = r.review_id AND a.taken_back_at IS NULL AND a.verdict <> 'unsure') = 2
    FROM review_pairs r
    JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
    JOIN products p ON p.company_id = r.product_company_id AND p.product_id = r.product_id
    LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
    LEFT JOIN categories lc ON lc.category = l.category
    LEFT JOIN categories pc ON pc.category = p.category
    WHERE r.review_id = review
$$;

-- The listings that are the product of a pair now. Sources are told apart by a number, not by a name that could say whose they are;
-- the listing's own source is 0.
CREATE FUNCTION review_carriers(review uuid)
RETURNS TABLE (listing_id uuid, name text, brand text, producer text, volume_ml bigint, strength_bp bigint, vintage bigint,
    gtin text, source_number bigint, is_asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH asked AS (
        SELECT r.company_id, r.listing_id, r.product_id, r.product_company_id, l.source_id, l.shop FROM review_pairs r
        JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id WHERE r.review_id = review
    ), others AS (
        SELECT l.*, l.source_id = a.source_id AND l.shop = a.shop AS is_own, l.listing_id = a.listing_id AS is_asked
        FROM asked a JOIN LATERAL (
            SELECT o.listing_id, o.name, o.brand, o.producer, o.volume_ml, o.strength_bp, o.vintage, o.gtin, o.source_id, o.shop
            FROM listings o
            WHERE o.company_id IN (a.company_id, '00000000-0000-4000-8000-000000000001')
                AND o.product_company_id = a.product_company_id AND o.product_id = a.product_id) l ON true
    )
    SELECT o.listing_id, o.name, o.brand, o.producer, o.volume_ml, o.strength_bp, o.vintage, o.gtin,
        CASE WHEN o.is_own THEN 0 ELSE dense_rank() OVER (PARTITION BY o.is_own ORDER BY o.source_id, o.shop) END, o.is_asked
    FROM others o ORDER BY 9, 2, 1 LIMIT 100
$$;

-- Other products the listing could be, by words of their names.
CREATE FUNCTION review_find(review uuid, words text[])
RETURNS TABLE (product_id uuid, name text, volume_ml bigint, vintage bigint, listings bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.product_id, p.name, p.volume_ml, p.vintage, (SELECT count(*) FROM listings l
            WHERE l.company_id IN (r.company_id, '00000000-0000-4000-8000-000000000001')
                AND l.product_company_id = p.company_id AND l.product_id = p.product_id)
    FROM review_pairs r
    JOIN products p ON p.company_id IN (r.company_id, '00000000-0000-4000-8000-000000000001') AND p.product_id <> r.product_id
    WHERE r.review_id = review AND cardinality(words) BETWEEN 1 AND 8
        AND (SELECT bool_and(strpos(p.folded_name, w) > 0) FROM unnest(words) AS w)
        AND EXISTS (SELECT FROM listings l WHERE l.company_id IN (r.company_id, '00000000-0000-4000-8000-000000000001')
            AND l.product_company_id = p.company_id AND l.product_id = p.product_id)
    ORDER BY length(p.name), p.name, p.product_id LIMIT 12
$$;

-- The reviewer would rather compare the listing with another product: that pair is theirs now.
CREATE FUNCTION review_choose(review uuid, reader uuid, product uuid, held interval, new_review uuid)
RETURNS TABLE (review_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    asked review_pairs%ROWTYPE;
    owner uuid;
    chosen uuid;
BEGIN
    SELECT * INTO asked FROM review_pairs p WHERE p.review_id = review AND p.state = 'open' AND p.leased_by = reader
        AND p.leased_until > clock_timestamp() FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT p.company_id INTO owner FROM products p
        WHERE p.product_id = product AND p.company_id IN (asked.company_id, '00000000-0000-4000-8000-000000000001');
    IF owner IS NULL THEN RETURN; END IF;
    SELECT p.review_id INTO chosen FROM review_pairs p
        WHERE p.company_id = asked.company_id AND p.listing_id = asked.listing_id AND p.product_id = product;
    IF chosen IS NULL THEN
        INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher, priority,
            created_at)
        VALUES (asked.company_id, new_review, asked.listing_id, owner, product, 'chosen', 'person', asked.priority,
            clock_timestamp());
        chosen := new_review;
    END IF;
    -- One that somebody else has, or that is decided, stays theirs.
    UPDATE review_pairs p SET leased_by = reader, leased_until = clock_timestamp() + held
        WHERE p.review_id = chosen AND p.state = 'open' AND (p.leased_by = reader OR p.leased_until IS NULL
            OR p.leased_until <= clock_timestamp());
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE review_pairs p SET leased_by = NULL, leased_until = NULL WHERE p.review_id = review;
    RETURN QUERY SELECT chosen;
END
$$;

-- What the standing answers of a pair amount to. Only functions below call it.
CREATE FUNCTION review_weigh(review uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    asked review_pairs%ROWTYPE;
    verdicts text[];
    unsure bigint;
    judged text;
    result text;
BEGIN
    SELECT * INTO asked FROM review_pairs p WHERE p.review_id = review;
    SELECT array_agg(a.verdict ORDER BY a.answered_at, a.answer_id) FILTER (WHERE a.verdict <> 'unsure' AND a.kind <> 'adjudication'),
        count(*) FILTER (WHERE a.verdict = 'unsure'),
        (array_agg(a.verdict ORDER BY a.answered_at DESC) FILTER (WHERE a.kind = 'adjudication' AND a.verdict <> 'unsure'))[1]
    INTO verdicts, unsure, judged FROM review_answers a
    WHERE a.company_id = asked.company_id AND a.review_id = review AND a.kind <> 'gold' AND a.taken_back_at IS NULL;
    verdicts := coalesce(verdicts, '{}');
    IF judged IS NOT NULL THEN
        result := judged;
    ELSIF cardinality(verdicts) >= 2 AND (verdicts[1] = 'same') <> (verdicts[2] = 'same') THEN
        -- They disagree, so a third decides, who hears both.
        UPDATE review_pairs p SET readers = 3 WHERE p.review_id = review;
    ELSIF cardinality(verdicts) >= least(asked.readers, 2) THEN
        result := verdicts[1];
    ELSIF unsure >= 3 THEN
        -- Three who cannot tell: nobody can by what is there.
        UPDATE review_pairs p SET state = 'dropped', outcome = 'unsure', answered_at = clock_timestamp()
            WHERE p.review_id = review;
    END IF;
    IF result IS NOT NULL THEN
        -- What two agree on who did not know of each other is known from now on.
        UPDATE review_pairs p SET state = 'answered', outcome = result, answered_at = clock_timestamp(),
                gold = CASE WHEN judged IS NULL AND cardinality(verdicts) >= 2 AND result IN ('same', 'different')
                    THEN result END
            WHERE p.review_id = review;
    END IF;
END
$$;

-- Answers: `done`, or `lost` when the pair is another's by now, or decided.
CREATE FUNCTION review_answer(review uuid, reader uuid, answer uuid, said text, parts uuid[], took bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    asked review_pairs%ROWTYPE;
    earlier bigint;
    is_gold boolean;
BEGIN
    SELECT * INTO asked FROM review_pairs p WHERE p.review_id = review FOR UPDATE;
    IF NOT FOUND THEN RETURN 'lost'; END IF;
    is_gold := asked.gold IS NOT NULL AND asked.state NOT IN ('open', 'reopening');
    IF NOT is_gold AND (asked.state NOT IN ('open', 'reopening') OR asked.leased_by IS DISTINCT FROM reader
        OR asked.leased_until <= clock_timestamp()) THEN RETURN 'lost'; END IF;
    IF EXISTS (SELECT FROM review_answers a WHERE a.company_id = asked.company_id AND a.review_id = review
        AND a.reviewer = reader AND a.taken_back_at IS NULL) THEN RETURN 'lost'; END IF;
    SELECT count(*) INTO earlier FROM review_answers a WHERE a.company_id = asked.company_id AND a.review_id = review
        AND a.taken_back_at IS NULL AND a.verdict <> 'unsure' AND a.kind <> 'gold';
    INSERT INTO review_answers (company_id, answer_id, review_id, reviewer, kind, verdict, listings, took_ms, answered_at)
    VALUES (asked.company_id, answer, review, reader,
        CASE WHEN is_gold THEN 'gold' WHEN asked.readers = 3 AND earlier = 2 THEN 'adjudication' ELSE 'reading' END,
        said, coalesce(parts, '{}'), took, clock_timestamp());
    IF is_gold THEN RETURN 'done'; END IF;
    UPDATE review_pairs p SET leased_by = NULL, leased_until = NULL WHERE p.review_id = review;
    PERFORM review_weigh(review);
    RETURN 'done';
END
$$;

-- The reviewer's newest answer is taken back, and the pair is theirs again; what followed from it is undone.
CREATE FUNCTION review_take_back(reader uuid, held interval) RETURNS TABLE (review_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    last review_answers%ROWTYPE;
BEGIN
    SELECT * INTO last FROM review_answers a WHERE a.reviewer = reader AND a.taken_back_at IS NULL AND a.bulk_id IS NULL
        ORDER BY a.answered_at DESC, a.answer_id LIMIT 1 FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE review_answers a SET taken_back_at = clock_timestamp()
        WHERE a.company_id = last.company_id AND a.answer_id = last.answer_id;
    UPDATE review_pairs p SET state = CASE WHEN p.state = 'settled' THEN 'reopening' ELSE 'open' END, outcome = NULL,
            answered_at = NULL, gold = NULL, readers = CASE WHEN p.readers = 3 THEN 2 ELSE p.readers END,
            leased_by = reader, leased_until = clock_timestamp() + held
        WHERE p.review_id = last.review_id AND last.kind <> 'gold';
    RETURN QUERY SELECT last.review_id;
END
$$;

-- What others said of a pair on which they disagree, for the one who decides.
CREATE FUNCTION review_disagreement(review uuid, reader uuid) RETURNS TABLE (verdict text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.verdict, a.answered_at FROM review_pairs p
    JOIN review_answers a ON a.company_id = p.company_id AND a.review_id = p.review_id AND a.taken_back_at IS NULL
    WHERE p.review_id = review AND p.readers = 3 AND p.gold IS NULL AND p.leased_by = reader
        AND p.leased_until > clock_timestamp() AND a.reviewer <> reader
    ORDER BY a.answered_at, a.answer_id
$$;

-- Pairs a rule would answer: open, nobody's, unanswered, of undecided origin, with a probability within bounds.
CREATE FUNCTION review_matching(low double precision, high double precision, most bigint)
RETURNS TABLE (review_id uuid, listing_name text, product_name text, probability double precision, matching bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.review_id, l.name, p.name, r.probability, count(*) OVER ()
    FROM review_pairs r
    JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
    JOIN products p ON p.company_id = r.product_company_id AND p.product_id = r.product_id
    WHERE r.state = 'open' AND r.origin = 'undecided' AND r.probability BETWEEN low AND high AND r.readers = 1
        AND (r.leased_until IS NULL OR r.leased_until <= clock_timestamp())
        AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = r.company_id AND a.review_id = r.review_id
            AND a.taken_back_at IS NULL)
    ORDER BY r.probability DESC, r.review_id LIMIT most
$$;

-- Answers all of them at once. As many as were announced, or none: what is there may have changed since the preview.
CREATE FUNCTION review_answer_matching(low double precision, high double precision, reader uuid, said text, bulk uuid, announced bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    pair record;
    done bigint := 0;
BEGIN
    IF (SELECT count(*) FROM review_matching(low, high, 100000)) <> announced THEN RETURN -1; END IF;
    FOR pair IN SELECT p.company_id, p.review_id FROM review_pairs p WHERE p.review_id IN (
        SELECT m.review_id FROM review_matching(low, high, 100000) m) ORDER BY p.review_id FOR UPDATE
    LOOP
        INSERT INTO review_answers (company_id, answer_id, review_id, reviewer, kind, verdict, bulk_id, answered_at)
        VALUES (pair.company_id, gen_random_uuid(), pair.review_id, reader, 'rule', said, bulk, clock_timestamp());
        PERFORM review_weigh(pair.review_id);
        done := done + 1;
    END LOOP;
    RETURN done;
END
$$;

-- Takes a rule's answers back, all of them.
CREATE FUNCTION review_take_back_rule(reader uuid, bulk uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    done bigint;
BEGIN
    WITH back AS (
        UPDATE review_answers a SET taken_back_at = clock_timestamp()
            WHERE a.bulk_id = bulk AND a.reviewer = reader AND a.taken_back_at IS NULL RETURNING a.review_id
    )
    UPDATE review_pairs p SET state = CASE WHEN p.state = 'settled' THEN 'reopening' ELSE 'open' END, outcome = NULL,
        answered_at = NULL FROM back b WHERE p.review_id = b.review_id;
    GET DIAGNOSTICS done = ROW_COUNT;
    RETURN done;
END
$$;

-- Rules that were applied lately.
CREATE FUNCTION review_rules(most bigint)
RETURNS TABLE (bulk_id uuid, reviewer uuid, verdict text, answers bigint, standing bigint, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.bulk_id, (array_agg(a.reviewer))[1], min(a.verdict), count(*), count(*) FILTER (WHERE a.taken_back_at IS NULL),
        max(a.answered_at)
    FROM review_answers a WHERE a.bulk_id IS NOT NULL GROUP BY a.bulk_id ORDER BY 6 DESC LIMIT most
$$;

-- How the queue stands.
CREATE FUNCTION review_queue()
RETURNS TABLE (open bigint, leased bigint, second bigint, disputed bigint, oldest timestamptz, waiting bigint,
    answered_day bigint, answered_week bigint, added_week bigint, gold bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*) FILTER (WHERE p.state = 'open'),
        count(*) FILTER (WHERE p.state = 'open' AND p.leased_until > clock_timestamp()),
        count(*) FILTER (WHERE p.state = 'open' AND p.readers = 2 AND p.was_read),
        count(*) FILTER (WHERE p.state = 'open' AND p.readers = 3),
        min(p.created_at) FILTER (WHERE p.state = 'open'),
        count(*) FILTER (WHERE p.state IN ('answered', 'reopening')),
        (SELECT count(*) FROM review_answers a WHERE a.answered_at > clock_timestamp() - interval '1 day'
            AND a.taken_back_at IS NULL),
        (SELECT count(*) FROM review_answers a WHERE a.answered_at > clock_timestamp() - interval '7 days'
            AND a.taken_back_at IS NULL),
        count(*) FILTER (WHERE p.created_at > clock_timestamp() - interval '7 days'),
        count(*) FILTER (WHERE p.gold IS NOT NULL)
    FROM (SELECT r.state, r.leased_until, r.readers, r.created_at, r.gold, EXISTS (SELECT FROM review_answers a
            WHERE a.company_id = r.company_id AND a.review_id = r.review_id AND a.taken_back_at IS NULL) AS was_read
        FROM review_pairs r) p
$$;

-- How reviewers did over the last days: how much, how fast, how right on known pairs, and how often they agreed with a second reader.
CREATE FUNCTION review_readers(days bigint)
RETURNS TABLE (reviewer uuid, display_name text, answers bigint, median_ms double precision, gold bigint, gold_right bigint,
    shared bigint, agreed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.reviewer, i.display_name, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY a.took_ms),
        count(*) FILTER (WHERE a.kind = 'gold'),
        count(*) FILTER (WHERE a.kind = 'gold' AND (a.verdict = 'same') = (p.gold = 'same') AND a.verdict <> 'unsure'),
        count(o.answer_id), count(o.answer_id) FILTER (WHERE (o.verdict = 'same') = (a.verdict = 'same'))
    FROM review_answers a
    JOIN review_pairs p ON p.company_id = a.company_id AND p.review_id = a.review_id
    JOIN identities i ON i.identity_id = a.reviewer
    LEFT JOIN review_answers o ON o.company_id = a.company_id AND o.review_id = a.review_id AND o.reviewer <> a.reviewer
        AND a.kind = 'reading' AND o.kind = 'reading' AND a.taken_back_at IS NULL AND o.taken_back_at IS NULL
        AND a.verdict <> 'unsure' AND o.verdict <> 'unsure'
    WHERE a.answered_at > clock_timestamp() - make_interval(days => days::int) AND a.taken_back_at IS NULL
    GROUP BY a.reviewer, i.display_name ORDER BY 3 DESC, 2
$$;

-- Answers a day.
CREATE FUNCTION review_days(days bigint) RETURNS TABLE (day date, answers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT d::date, (SELECT count(*) FROM review_answers a WHERE a.taken_back_at IS NULL
        AND a.answered_at >= d AT TIME ZONE 'UTC' AND a.answered_at < (d + interval '1 day') AT TIME ZONE 'UTC')
    FROM generate_series((clock_timestamp() AT TIME ZONE 'UTC')::date - (days - 1)::int,
        (clock_timestamp() AT TIME ZONE 'UTC')::date, interval '1 day') AS d ORDER BY 1
$$;

-- Of what the matcher decided by itself, how much was looked at again and how much was wrong; for reviewers and for the platform's job.
CREATE FUNCTION review_audits() RETURNS TABLE (rule text, matcher text, audited bigint, wrong bigint, open bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.rule, p.matcher, count(*) FILTER (WHERE p.state IN ('answered', 'settled')),
        count(*) FILTER (WHERE p.state IN ('answered', 'settled') AND p.outcome <> 'same'), count(*) FILTER (WHERE p.state = 'open')
    FROM review_pairs p WHERE p.origin = 'audit' GROUP BY p.rule, p.matcher ORDER BY 1, 2
$$;

CREATE FUNCTION worker_review_audits(since_moment timestamptz, whose_rule text) RETURNS TABLE (audited bigint, wrong bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*), count(*) FILTER (WHERE p.outcome <> 'same') FROM review_pairs p
    WHERE p.origin = 'audit' AND p.rule = whose_rule AND p.created_at >= since_moment AND p.state IN ('answered', 'settled')
$$;

-- Companies in which something that was answered is to be done.
CREATE FUNCTION worker_review_companies() RETURNS TABLE (company_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT p.company_id FROM review_pairs p WHERE p.state IN ('answered', 'reopening')
$$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND (p.proname LIKE 'review\_%' OR p.proname LIKE 'worker\_review\_%')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        IF f::text LIKE 'worker%' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_worker', f);
        ELSIF f::text NOT LIKE 'review\_weigh%' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_review', f);
        END IF;
        EXECUTE format('ALTER FUNCTION %s OWNER TO tidemark_resolver', f);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
