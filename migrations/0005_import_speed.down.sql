-- Why: takes back the faster import; raw records become rows again.
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
