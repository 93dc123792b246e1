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
    receipt text NOT NULL,
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
    price_change double precision,
    stock_units bigint,
    first_seen date NOT NULL,
    last_seen date NOT NULL,
    PRIMARY KEY (company_id, product_company_id, product_id),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE
);
CREATE INDEX trend_scores_by_score ON trend_scores (company_id, (coalesce(score, -1)) DESC, product_id);
CREATE INDEX trend_scores_by_momentum ON trend_scores (company_id, (coalesce(momentum, -1000)) DESC, product_id);
CREATE INDEX trend_scores_by_name ON trend_scores (company_id, sort_name, product_id);
CREATE INDEX trend_scores_by_sources ON trend_scores (company_id, sources DESC, product_id);
CREATE INDEX trend_scores_by_category ON trend_scores (company_id, category, (coalesce(score, -1)) DESC, product_id);
CREATE INDEX trend_scores_by_price_change ON trend_scores (company_id, price_change) WHERE price_change IS NOT NULL;
CREATE INDEX trend_scores_by_first_seen ON trend_scores (company_id, first_seen DESC, product_id);
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
    categories text[] NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL
);
SELECT protect_private_table('company_summaries');
