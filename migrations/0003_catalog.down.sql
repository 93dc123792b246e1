-- Why: takes back the catalogue and all evidence in it.
DROP TABLE match_decisions;
DROP TABLE inventory_history;
DROP TABLE price_history;
DROP TABLE listings;
DROP TABLE products;
DROP TABLE brands;
DROP TABLE categories;
DROP TABLE staged_rows;
DROP TABLE scrape_errors;
DROP TABLE raw_records;
DROP TABLE scrape_runs;
DROP TABLE sources;
