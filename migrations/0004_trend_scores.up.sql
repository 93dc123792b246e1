-- Why: a page reads what was computed, never computes. One row per company and product carries everything the trends
-- table shows and sorts by; the history keeps every weekly score; the summary holds what the dashboard counts.

-- Higher is better; NULL for no tier, so that a comparison with it is neither up nor down.
CREATE FUNCTION tier_rank(tier text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_position(ARRAY['declining', 'stable', 'emerging', 'trending', 'viral'], tier)
$$;
REVOKE ALL ON FUNCTION tier_rank(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tier_rank(text) TO tidemark_app;

CREATE TABLE trend_scores (
    company_id uuid NOT NULL REFERENCES companies,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    profile text NOT NULL,
    as_of date NOT NULL,
    score double precision CONSTRAINT trend_scores_range CHECK (score BETWEEN 0 AND 100),
    tier text CONSTRAINT trend_scores_tier_known
        CHECK (tier IN ('viral', 'trending', 'emerging', 'stable', 'declining')),
    previous_tier text,
    momentum double precision,
    completeness double precision NOT NULL,
    retail double precision,
    price double precision,
    inventory double precision,
    -- One entry per component of the profile, in its order; NaN for one that was not measured.
    component_values double precision[] NOT NULL,
    component_weights double precision[] NOT NULL,
    applied_weights double precision[] NOT NULL,
    component_reasons text[] NOT NULL,
    weekly_scores double precision[] NOT NULL DEFAULT '{}',
    product_name text NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    brand_name text,
    category text,
    volume_ml bigint,
    sources bigint NOT NULL,
    source_slugs text[] NOT NULL,
    best_price_minor bigint,
    best_currency text,
    best_price_kind text,
    best_listing_id uuid,
    price_change double precision,
    price_before_minor bigint,
    stock_units bigint,
    first_seen date NOT NULL,
    last_seen date NOT NULL,
    PRIMARY KEY (company_id, product_company_id, product_id),
    CONSTRAINT trend_scores_price_has_currency CHECK ((best_price_minor IS NULL) = (best_currency IS NULL)),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE
);
-- Lists are paged by key in both directions, so every index ends with the product's id and is read forwards or backwards.
CREATE INDEX trend_scores_by_score ON trend_scores (company_id, (coalesce(score, -1)), product_id);
CREATE INDEX trend_scores_by_momentum ON trend_scores (company_id, (coalesce(momentum, -1000)), product_id);
CREATE INDEX trend_scores_by_name ON trend_scores (company_id, sort_name, product_id);
CREATE INDEX trend_scores_by_sources ON trend_scores (company_id, sources, product_id);
CREATE INDEX trend_scores_by_price ON trend_scores (company_id, (coalesce(best_currency, '~') COLLATE "C"),
    (coalesce(best_price_minor, 9223372036854775807)), product_id);
CREATE INDEX trend_scores_by_category ON trend_scores (company_id, category, (coalesce(score, -1)), product_id);
CREATE INDEX trend_scores_by_tier ON trend_scores (company_id, tier, (coalesce(score, -1)), product_id);
CREATE INDEX trend_scores_price_cuts ON trend_scores (company_id, price_change) WHERE price_change < 0;
SELECT protect_private_table('trend_scores');

CREATE TABLE trend_scores_history (
    company_id uuid NOT NULL REFERENCES companies,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    as_of date NOT NULL,
    profile text NOT NULL,
    score double precision NOT NULL,
    retail double precision,
    price double precision,
    inventory double precision,
    PRIMARY KEY (company_id, product_company_id, product_id, as_of),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE
);
SELECT protect_private_table('trend_scores_history');

-- What the dashboard counts, and the version every page of the company is keyed by.
CREATE TABLE company_summaries (
    company_id uuid PRIMARY KEY REFERENCES companies,
    data_version bigint NOT NULL,
    as_of date,
    products bigint NOT NULL,
    scored bigint NOT NULL,
    listings bigint NOT NULL,
    cross_source bigint NOT NULL,
    moved_up bigint NOT NULL,
    moved_down bigint NOT NULL,
    price_cuts bigint NOT NULL,
    out_of_stock bigint NOT NULL,
    categories text[] NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL
);
SELECT protect_private_table('company_summaries');
