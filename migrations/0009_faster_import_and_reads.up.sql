-- Why: an import spent two thirds of its time in checking, row by row, what it had itself made sure of, and wrote every
-- raw record as a row of its own. Figures: docs/decisions/0009-rows-written-once.md.

-- A run reads the source's row and locks it before it writes a listing, scrape_runs keeps the source from going (its
-- foreign key stays), and categories come from the closed list that the table is a copy of. The two checks were 20 of 32
-- microseconds a new row.
ALTER TABLE listings DROP CONSTRAINT listings_company_id_source_id_fkey, DROP CONSTRAINT listings_category_fkey;
-- The same condition without a regular expression.
ALTER TABLE listings DROP CONSTRAINT listings_gtin_form,
    ADD CONSTRAINT listings_gtin_form CHECK (length(gtin) = 14 AND ltrim(gtin, '0123456789') = '');

-- Matching reads all of a company's listings anyway, and those without a product need no place among products.
DROP INDEX listings_unmatched;
DROP INDEX listings_product;
CREATE INDEX listings_product ON listings (company_id, product_company_id, product_id) WHERE product_id IS NOT NULL;
DROP INDEX listings_newest;
CREATE INDEX listings_newest ON listings (company_id, source_id, first_seen) WHERE product_id IS NOT NULL;

-- A digest of the row a listing was last written from: a row with the same digest changes nothing and is not sent.
ALTER TABLE listings ADD COLUMN row_hash bigint;
ALTER TABLE staged_rows ADD COLUMN row_hash bigint;

-- A listing's prices and stock lie one per list, a page of the table each; drawn from the index alone they take three
-- pages instead of a hundred.
ALTER TABLE price_history DROP CONSTRAINT price_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_on) INCLUDE (price_minor, currency);
ALTER TABLE inventory_history DROP CONSTRAINT inventory_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_at) INCLUDE (stock_units);

-- Raw records, one row per batch of them: line n of `lines` ends at byte n of `ends`. PostgreSQL's own compression took
-- 3 microseconds a record, three quarters of what is left of the database's work.
CREATE TABLE raw_blocks (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    block bigint NOT NULL,
    first_line bigint NOT NULL,
    last_line bigint NOT NULL,
    lines bigint[] NOT NULL,
    ends integer[] NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (company_id, run_id, block),
    CONSTRAINT raw_blocks_whole CHECK (cardinality(lines) = cardinality(ends))
);
ALTER TABLE raw_blocks ALTER lines SET STORAGE EXTERNAL, ALTER ends SET STORAGE EXTERNAL,
    ALTER payload SET STORAGE EXTERNAL;

-- Not even the owner passes a forced wall; the table goes in this transaction.
ALTER TABLE raw_records NO FORCE ROW LEVEL SECURITY;
INSERT INTO raw_blocks (company_id, run_id, block, first_line, last_line, lines, ends, payload)
SELECT company_id, run_id, block, min(line), max(line), array_agg(line ORDER BY line), array_agg(ends ORDER BY line),
    string_agg(payload, ''::bytea ORDER BY line)
FROM (SELECT company_id, run_id, line, payload, block,
        sum(length(payload)) OVER (PARTITION BY company_id, run_id, block ORDER BY line)::integer AS ends
    FROM (SELECT *, (row_number() OVER (PARTITION BY company_id, run_id ORDER BY line) - 1) / 4000 AS block
        FROM raw_records) AS numbered) AS measured
GROUP BY company_id, run_id, block;
DROP TABLE raw_records;
SELECT protect_private_table('raw_blocks', reads_house => true);

-- Sorting by an expression begins at the end of the list only: row-level security takes the expression for something that
-- might tell of other companies' rows and searches no index by it, so that the last page of 50 000 rows read them all.
ALTER TABLE trend_scores
    ADD COLUMN score_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(score, -1)) STORED,
    ADD COLUMN momentum_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(momentum, -1000)) STORED,
    ADD COLUMN currency_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (coalesce(best_currency, '~')) STORED,
    ADD COLUMN price_key bigint NOT NULL
        GENERATED ALWAYS AS (coalesce(best_price_minor, 9223372036854775807)) STORED;
DROP INDEX trend_scores_by_score, trend_scores_by_momentum, trend_scores_by_price, trend_scores_by_category,
    trend_scores_by_tier;
CREATE INDEX trend_scores_by_score ON trend_scores (company_id, score_key, product_id);
CREATE INDEX trend_scores_by_momentum ON trend_scores (company_id, momentum_key, product_id);
CREATE INDEX trend_scores_by_price ON trend_scores (company_id, currency_key, price_key, product_id);
CREATE INDEX trend_scores_by_category ON trend_scores (company_id, category, score_key, product_id);
CREATE INDEX trend_scores_by_tier ON trend_scores (company_id, tier, score_key, product_id);

-- How many products a filter leaves, by everything a filter may name; '' is no source in particular, no category, no tier.
CREATE TABLE trend_counts (
    company_id uuid NOT NULL REFERENCES companies,
    source_slug text NOT NULL,
    category text NOT NULL,
    tier text NOT NULL,
    sources bigint NOT NULL,
    products bigint NOT NULL,
    PRIMARY KEY (company_id, source_slug, category, tier, sources)
);
ALTER TABLE trend_scores NO FORCE ROW LEVEL SECURITY;
INSERT INTO trend_counts (company_id, source_slug, category, tier, sources, products)
SELECT t.company_id, s.slug, coalesce(t.category, ''), coalesce(t.tier, ''), t.sources, count(*)
FROM trend_scores t CROSS JOIN LATERAL unnest(array_append(t.source_slugs, '')) AS s (slug)
GROUP BY t.company_id, s.slug, coalesce(t.category, ''), coalesce(t.tier, ''), t.sources;
ALTER TABLE trend_scores FORCE ROW LEVEL SECURITY;
SELECT protect_private_table('trend_counts');

-- The dashboard's list of what ran out, noted with the count of it. Sorting all of it was half of the page's work.
ALTER TABLE company_summaries ADD COLUMN newest_out_of_stock uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE company_summaries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE listings NO FORCE ROW LEVEL SECURITY;
UPDATE company_summaries c SET newest_out_of_stock = ARRAY(
    SELECT l.listing_id FROM listings l
    WHERE l.company_id IN (c.company_id, '00000000-0000-4000-8000-000000000001') AND l.stock_units = 0
        AND l.product_id IS NOT NULL
    ORDER BY l.last_seen DESC, l.listing_id LIMIT 20);
ALTER TABLE listings FORCE ROW LEVEL SECURITY;
ALTER TABLE company_summaries FORCE ROW LEVEL SECURITY;
