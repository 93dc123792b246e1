-- Takes back 0032_review. Why: pairs decided by the matcher and by a company's admins alone; what reviewers decided stays where it led to.
DO $$
DECLARE
    f regprocedure;
BEGIN
    SET LOCAL ROLE tidemark_resolver;
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND (p.proname LIKE 'review\_%' OR p.proname LIKE 'worker\_review\_%')
    LOOP
        EXECUTE format('DROP FUNCTION %s', f);
    END LOOP;
END $$;
RESET ROLE;
DROP POLICY resolver_reads ON brands;
DROP POLICY resolver_reads ON products;
DROP POLICY resolver_reads ON listings;
REVOKE ALL ON categories FROM tidemark_resolver;
REVOKE ALL (company_id, brand_id, name) ON brands FROM tidemark_resolver;
REVOKE ALL (company_id, product_id, name, folded_name, brand_id, category, country, volume_ml, pack_units, strength_bp,
    vintage, age_years, gtin) ON products FROM tidemark_resolver;
REVOKE ALL (company_id, listing_id, source_id, shop, name, title, brand, producer, category, country, volume_ml, pack_units,
    strength_bp, vintage, age_years, gtin, product_company_id, product_id) ON listings FROM tidemark_resolver;
ALTER TABLE match_decisions NO FORCE ROW LEVEL SECURITY;
UPDATE match_decisions SET rule = 'name_and_size' WHERE rule = 'model';
ALTER TABLE match_decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE match_decisions DROP CONSTRAINT match_decisions_rule_known,
    ADD CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'new', 'person'));
DROP TABLE match_automation, match_models, review_answers, review_pairs;
