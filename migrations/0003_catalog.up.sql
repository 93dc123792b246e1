-- Why: the way of the data from a source's file to a product: source → run → raw record → listing → match decision →
-- product. The company comes first in every key, so nothing leaks through keys and a company can move to a shard.

-- A kind of place data comes from, as one company knows it.
CREATE TABLE sources (
    company_id uuid NOT NULL REFERENCES companies,
    source_id uuid NOT NULL,
    slug text NOT NULL CONSTRAINT sources_slug_form CHECK (slug ~ '^[a-z0-9]+([-_][a-z0-9]+)*$' AND length(slug) <= 60),
    title text NOT NULL,
    created_at timestamptz NOT NULL,
    -- Kept by every applied run, so that a page need not count.
    listings bigint NOT NULL DEFAULT 0,
    first_listed_on date,
    last_listed_on date,
    last_imported_at timestamptz,
    PRIMARY KEY (company_id, source_id),
    CONSTRAINT sources_slug_key UNIQUE (company_id, slug)
);
SELECT protect_private_table('sources', reads_house => true);

-- One import of one file. `book` names the mapping, so that two books of one source are compared each with itself.
CREATE TABLE scrape_runs (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    source_id uuid NOT NULL,
    book text NOT NULL,
    file_name text NOT NULL,
    file_hash bytea NOT NULL,
    mapping_hash bytea NOT NULL,
    listed_on date,
    state text NOT NULL CONSTRAINT scrape_runs_state_known
        CHECK (state IN ('applied', 'held', 'discarded', 'failed')),
    hold_reason text,
    failure text,
    rows_read bigint NOT NULL,
    rows_good bigint NOT NULL,
    rows_rejected bigint NOT NULL,
    items bigint NOT NULL,
    listings_new bigint NOT NULL DEFAULT 0,
    listings_changed bigint NOT NULL DEFAULT 0,
    notes text[] NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, run_id),
    FOREIGN KEY (company_id, source_id) REFERENCES sources
);
CREATE INDEX scrape_runs_by_source ON scrape_runs (company_id, source_id, book, listed_on);
-- The same bytes read with the same mapping are applied once.
CREATE UNIQUE INDEX scrape_runs_once ON scrape_runs (company_id, source_id, file_hash, mapping_hash)
    WHERE state IN ('applied', 'held');
SELECT protect_private_table('scrape_runs', reads_house => true);

-- What the source said, byte for byte, with its run and line. No foreign key here and on staged_rows: rows and run are
-- written by one transaction, and checking each of a million rows would cost more than writing it.
CREATE TABLE raw_records (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (company_id, run_id, line)
);
SELECT protect_private_table('raw_records', reads_house => true);

-- Rows that could not be used, with line, column and reason.
CREATE TABLE scrape_errors (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    column_name text,
    reason text NOT NULL,
    PRIMARY KEY (company_id, run_id, line),
    FOREIGN KEY (company_id, run_id) REFERENCES scrape_runs ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
SELECT protect_private_table('scrape_errors', reads_house => true);

-- Rows read but not applied yet; emptied when the run is applied or discarded.
CREATE TABLE staged_rows (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    item_key text NOT NULL,
    shop text NOT NULL DEFAULT '',
    name text,
    title text,
    brand text,
    producer text,
    category text,
    country text,
    volume_ml bigint,
    pack_units bigint,
    strength_bp bigint,
    vintage bigint,
    age_years bigint,
    gtin text,
    price_minor bigint,
    currency text,
    price_kind text NOT NULL,
    regular_price_minor bigint,
    stock_units bigint,
    store_count bigint,
    observed_on date NOT NULL,
    observed_at timestamptz,
    url text,
    notes text,
    PRIMARY KEY (company_id, run_id, line)
);
SELECT protect_private_table('staged_rows');

-- The kinds of thing sold, the same for every company. Not private: vocabulary, written by migrations and start-up.
CREATE TABLE categories (
    category text PRIMARY KEY,
    label text NOT NULL,
    parent text REFERENCES categories
);
GRANT SELECT ON categories TO tidemark_app, tidemark_worker;

CREATE TABLE brands (
    company_id uuid NOT NULL REFERENCES companies,
    brand_id uuid NOT NULL,
    name text NOT NULL,
    folded_name text NOT NULL,
    PRIMARY KEY (company_id, brand_id),
    CONSTRAINT brands_folded_key UNIQUE (company_id, folded_name)
);
SELECT protect_private_table('brands', reads_house => true);

-- The thing itself: one per real item and size. Belongs to the house or to one company.
CREATE TABLE products (
    company_id uuid NOT NULL REFERENCES companies,
    product_id uuid NOT NULL,
    name text NOT NULL,
    folded_name text NOT NULL,
    brand_id uuid,
    category text REFERENCES categories,
    country text,
    volume_ml bigint,
    pack_units bigint,
    strength_bp bigint,
    vintage bigint,
    age_years bigint,
    gtin text CONSTRAINT products_gtin_form CHECK (gtin ~ '^[0-9]{14}$'),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, product_id),
    FOREIGN KEY (company_id, brand_id) REFERENCES brands
);
CREATE INDEX products_gtin ON products (company_id, gtin) WHERE gtin IS NOT NULL;
SELECT protect_private_table('products', reads_house => true);

-- One source's entry for something sold, with its newest price and stock.
CREATE TABLE listings (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    source_id uuid NOT NULL,
    item_key text NOT NULL,
    shop text NOT NULL DEFAULT '',
    name text NOT NULL,
    -- The name written out for people, where the source abbreviates.
    title text,
    brand text,
    producer text,
    category text REFERENCES categories,
    country text,
    volume_ml bigint,
    pack_units bigint,
    strength_bp bigint,
    vintage bigint,
    age_years bigint,
    gtin text CONSTRAINT listings_gtin_form CHECK (gtin ~ '^[0-9]{14}$'),
    price_minor bigint CONSTRAINT listings_price_positive CHECK (price_minor > 0),
    regular_price_minor bigint,
    currency text,
    price_kind text NOT NULL,
    stock_units bigint,
    store_count bigint,
    url text,
    first_seen date NOT NULL,
    last_seen date NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    product_company_id uuid,
    product_id uuid,
    PRIMARY KEY (company_id, listing_id),
    CONSTRAINT listings_item_key UNIQUE (company_id, source_id, shop, item_key),
    FOREIGN KEY (company_id, source_id) REFERENCES sources,
    -- A product is the company's own or the house's.
    CONSTRAINT listings_product_owner CHECK (
        (product_id IS NULL) = (product_company_id IS NULL)
        AND (product_company_id = company_id OR product_company_id = '00000000-0000-4000-8000-000000000001')),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products
);
CREATE INDEX listings_product ON listings (company_id, product_company_id, product_id);
CREATE INDEX listings_unmatched ON listings (company_id, listing_id) WHERE product_id IS NULL;
CREATE INDEX listings_newest ON listings (company_id, source_id, first_seen);
-- No index holds what every list changes (last_seen, price), so that an update stays on its page and touches no index.
CREATE INDEX listings_out_of_stock ON listings (company_id, listing_id) WHERE stock_units = 0;
ALTER TABLE listings SET (fillfactor = 80);
SELECT protect_private_table('listings', reads_house => true);

-- One price a day and listing, as the list of that day stated it. The histories have no foreign key to listings either:
-- their rows are only ever written by a statement that joins listings, and the check doubled the cost of an import.
CREATE TABLE price_history (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    observed_on date NOT NULL,
    price_minor bigint NOT NULL CONSTRAINT price_history_positive CHECK (price_minor > 0),
    currency text NOT NULL,
    regular_price_minor bigint,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    PRIMARY KEY (company_id, listing_id, observed_on)
);
SELECT protect_private_table('price_history', reads_house => true);

-- Stock as often as the source states it.
CREATE TABLE inventory_history (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    stock_units bigint,
    store_count bigint,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    PRIMARY KEY (company_id, listing_id, observed_at)
);
SELECT protect_private_table('inventory_history', reads_house => true);

-- Why a listing is a product. The newest row of a listing counts; older ones stay, so a decision can be taken back.
CREATE TABLE match_decisions (
    company_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    rule text NOT NULL CONSTRAINT match_decisions_rule_known CHECK (rule IN ('gtin', 'name_and_size', 'new')),
    confidence double precision NOT NULL CONSTRAINT match_decisions_confidence CHECK (confidence BETWEEN 0 AND 1),
    features text[] NOT NULL DEFAULT '{}',
    matcher text NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, decision_id),
    FOREIGN KEY (company_id, listing_id) REFERENCES listings ON DELETE CASCADE,
    FOREIGN KEY (product_company_id, product_id) REFERENCES products
);
CREATE INDEX match_decisions_listing ON match_decisions (company_id, listing_id, decided_at DESC);
SELECT protect_private_table('match_decisions', reads_house => true);
