-- Why: takes back the faster import and reads; raw records become rows again.
ALTER TABLE company_summaries DROP COLUMN newest_out_of_stock;
DROP TABLE trend_counts;
-- The indexes on them go with the columns.
ALTER TABLE trend_scores DROP COLUMN score_key, DROP COLUMN momentum_key, DROP COLUMN currency_key, DROP COLUMN price_key;
CREATE INDEX trend_scores_by_score ON trend_scores (company_id, (coalesce(score, -1)), product_id);
CREATE INDEX trend_scores_by_momentum ON trend_scores (company_id, (coalesce(momentum, -1000)), product_id);
CREATE INDEX trend_scores_by_price ON trend_scores (company_id, (coalesce(best_currency, '~') COLLATE "C"),
    (coalesce(best_price_minor, 9223372036854775807)), product_id);
CREATE INDEX trend_scores_by_category ON trend_scores (company_id, category, (coalesce(score, -1)), product_id);
CREATE INDEX trend_scores_by_tier ON trend_scores (company_id, tier, (coalesce(score, -1)), product_id);

CREATE TABLE raw_records (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (company_id, run_id, line)
);
ALTER TABLE raw_blocks NO FORCE ROW LEVEL SECURITY;
-- Records that share a line (a list of objects on one line) had no place in this table; the first stays.
INSERT INTO raw_records (company_id, run_id, line, payload)
SELECT company_id, run_id, line, substring(payload FROM coalesce(ends[place - 1], 0) + 1
    FOR ends[place] - coalesce(ends[place - 1], 0))
FROM raw_blocks CROSS JOIN unnest(lines) WITH ORDINALITY AS t (line, place)
ORDER BY company_id, run_id, block, place
ON CONFLICT DO NOTHING;
DROP TABLE raw_blocks;
SELECT protect_private_table('raw_records', reads_house => true);

ALTER TABLE price_history DROP CONSTRAINT price_history_pkey, ADD PRIMARY KEY (company_id, listing_id, observed_on);
ALTER TABLE inventory_history DROP CONSTRAINT inventory_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_at);

ALTER TABLE staged_rows DROP COLUMN row_hash;
ALTER TABLE listings DROP COLUMN row_hash;
DROP INDEX listings_newest;
CREATE INDEX listings_newest ON listings (company_id, source_id, first_seen);
DROP INDEX listings_product;
CREATE INDEX listings_product ON listings (company_id, product_company_id, product_id);
CREATE INDEX listings_unmatched ON listings (company_id, listing_id) WHERE product_id IS NULL;
ALTER TABLE listings DROP CONSTRAINT listings_gtin_form,
    ADD CONSTRAINT listings_gtin_form CHECK (gtin ~ '^[0-9]{14}$'),
    ADD FOREIGN KEY (company_id, source_id) REFERENCES sources, ADD FOREIGN KEY (category) REFERENCES categories;
