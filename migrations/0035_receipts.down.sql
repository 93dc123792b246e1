-- Takes receipts, the clock of signals and what was corrected away again.
DROP TABLE score_receipts, scorings;
DROP TRIGGER keep_revision ON price_history;
DROP TRIGGER keep_revision ON inventory_history;
DROP FUNCTION keep_price_revision(), keep_inventory_revision();
DROP TABLE price_revisions, inventory_revisions;
ALTER TABLE price_history DROP CONSTRAINT price_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_on) INCLUDE (price_minor, currency);
ALTER TABLE price_history DROP COLUMN tick;
ALTER TABLE inventory_history DROP CONSTRAINT inventory_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_at) INCLUDE (stock_units);
ALTER TABLE inventory_history DROP COLUMN tick;
ALTER TABLE scrape_runs DROP COLUMN tick;
DROP TABLE signal_clocks;
