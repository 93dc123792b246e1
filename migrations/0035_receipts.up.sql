-- Why: a score has to be the same number when it is made again, on any later day: from what was known then, although
-- values come late, are corrected, and listings move between products.

-- How often a company's signals have been written: one tick a run that was taken over. Whoever writes signals holds the
-- row until the end, so that ticks become visible in their order and "known at tick n" stays the same for ever.
CREATE TABLE signal_clocks (
    company_id uuid PRIMARY KEY REFERENCES companies,
    tick bigint NOT NULL CONSTRAINT signal_clocks_positive CHECK (tick > 0)
);
SELECT protect_private_table('signal_clocks', reads_house => true);

-- The tick a value was written at; what is there already was always known.
ALTER TABLE price_history ADD COLUMN tick bigint NOT NULL DEFAULT 0;
ALTER TABLE price_history ALTER tick DROP DEFAULT;
ALTER TABLE price_history DROP CONSTRAINT price_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_on) INCLUDE (price_minor, currency, tick);
ALTER TABLE inventory_history ADD COLUMN tick bigint NOT NULL DEFAULT 0;
ALTER TABLE inventory_history ALTER tick DROP DEFAULT;
ALTER TABLE inventory_history DROP CONSTRAINT inventory_history_pkey,
    ADD PRIMARY KEY (company_id, listing_id, observed_at) INCLUDE (stock_units, tick);
-- The tick at which the list's day came to be known; NULL while the run is none of the applied ones.
ALTER TABLE scrape_runs ADD COLUMN tick bigint;
UPDATE scrape_runs SET tick = 0 WHERE state IN ('applied', 'partial');

-- What a value was before it was corrected.
CREATE TABLE price_revisions (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    observed_on date NOT NULL,
    price_minor bigint NOT NULL,
    currency text NOT NULL,
    regular_price_minor bigint,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    tick bigint NOT NULL,
    -- The tick of what took its place.
    until_tick bigint NOT NULL,
    PRIMARY KEY (company_id, listing_id, observed_on, until_tick),
    CONSTRAINT price_revisions_order CHECK (tick < until_tick)
);
SELECT protect_private_table('price_revisions', reads_house => true);
CREATE TABLE inventory_revisions (
    company_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    stock_units bigint,
    store_count bigint,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    tick bigint NOT NULL,
    until_tick bigint NOT NULL,
    PRIMARY KEY (company_id, listing_id, observed_at, until_tick),
    CONSTRAINT inventory_revisions_order CHECK (tick < until_tick)
);
SELECT protect_private_table('inventory_revisions', reads_house => true);

-- In the database, so that no statement can forget it. With the rights of whoever corrects.
CREATE FUNCTION keep_price_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO price_revisions (company_id, listing_id, observed_on, price_minor, currency, regular_price_minor, run_id,
        line, tick, until_tick)
    VALUES (OLD.company_id, OLD.listing_id, OLD.observed_on, OLD.price_minor, OLD.currency, OLD.regular_price_minor,
        OLD.run_id, OLD.line, OLD.tick, NEW.tick);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION keep_price_revision() FROM PUBLIC;
-- Within one tick nobody has seen the earlier value.
CREATE TRIGGER keep_revision AFTER UPDATE ON price_history FOR EACH ROW WHEN (OLD.tick < NEW.tick)
    EXECUTE FUNCTION keep_price_revision();
CREATE FUNCTION keep_inventory_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO inventory_revisions (company_id, listing_id, observed_at, stock_units, store_count, run_id, line, tick,
        until_tick)
    VALUES (OLD.company_id, OLD.listing_id, OLD.observed_at, OLD.stock_units, OLD.store_count, OLD.run_id, OLD.line,
        OLD.tick, NEW.tick);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION keep_inventory_revision() FROM PUBLIC;
CREATE TRIGGER keep_revision AFTER UPDATE ON inventory_history FOR EACH ROW WHEN (OLD.tick < NEW.tick)
    EXECUTE FUNCTION keep_inventory_revision();

-- One scoring of all products of a company, with everything its scores share.
CREATE TABLE scorings (
    company_id uuid NOT NULL REFERENCES companies,
    -- Counts the scorings of the company from 1.
    turn bigint NOT NULL,
    as_of date NOT NULL,
    scored_at timestamptz NOT NULL,
    profile text NOT NULL,
    -- Which formulas measured the components; numbers of other formulas are not made again.
    formulas text NOT NULL,
    period_days bigint NOT NULL,
    -- One entry per component of the profile, in its order.
    weights double precision[] NOT NULL,
    -- Viral, trending, emerging, declining, and the band that counts as steady.
    cut_offs double precision[] NOT NULL,
    own_tick bigint NOT NULL,
    house_tick bigint NOT NULL,
    PRIMARY KEY (company_id, turn)
);
SELECT protect_private_table('scorings');

-- A published score, unrounded, with what it was made from. Rows are written once. By year, since they are many and the
-- oldest go together.
CREATE TABLE score_receipts (
    company_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    as_of date NOT NULL,
    turn bigint NOT NULL,
    score double precision,
    tier text,
    momentum double precision,
    completeness double precision NOT NULL,
    -- NaN for a component that was not measured.
    component_values double precision[] NOT NULL,
    -- The listings that were the product's, one entry each, with what a listing's row said of them.
    listing_ids uuid[] NOT NULL,
    source_ids uuid[] NOT NULL,
    first_seen date[] NOT NULL,
    last_seen date[] NOT NULL,
    price_kinds text[] NOT NULL,
    PRIMARY KEY (company_id, product_company_id, product_id, as_of, turn)
) PARTITION BY RANGE (as_of);
CREATE INDEX score_receipts_turn ON score_receipts (company_id, turn, product_id);
SELECT protect_private_table('score_receipts');
DO $$
BEGIN
    FOR year IN 2025..2030 LOOP
        EXECUTE format('CREATE TABLE score_receipts_%s PARTITION OF score_receipts FOR VALUES FROM (%L) TO (%L)', year,
            year || '-01-01', (year + 1) || '-01-01');
        PERFORM protect_private_table(format('score_receipts_%s', year)::regclass);
    END LOOP;
END $$;
CREATE TABLE score_receipts_other PARTITION OF score_receipts DEFAULT;
SELECT protect_private_table('score_receipts_other');

-- A receipt is a record: it is written and read.
DO $$
DECLARE
    receipts text;
BEGIN
    FOREACH receipts IN ARRAY ARRAY['scorings', 'score_receipts', 'score_receipts_2025', 'score_receipts_2026',
        'score_receipts_2027', 'score_receipts_2028', 'score_receipts_2029', 'score_receipts_2030', 'score_receipts_other']
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM tidemark_app', receipts);
    END LOOP;
END $$;
