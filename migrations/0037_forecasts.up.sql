-- Why: what was forecast is kept as it was said, and settled when the truth has arrived, so that anybody can see how right forecasts
-- were. A model whose settled errors lose to the naive forecast is not used until it has done better.

-- One published forecast of a product's quantity; never changed. The newest made for a product and measure counts.
CREATE TABLE forecasts (
    company_id uuid NOT NULL REFERENCES companies,
    forecast_id uuid NOT NULL,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    -- Trend score of 0–100; price of the best offer's listing in minor units; units out of stock a step over the listings that state stock.
    measure text NOT NULL CONSTRAINT forecasts_measure_known CHECK (measure IN ('score', 'price', 'demand')),
    -- Made at the time, or later with only what was known on that day.
    kind text NOT NULL CONSTRAINT forecasts_kind_known CHECK (kind IN ('live', 'backcast')),
    step text NOT NULL CONSTRAINT forecasts_step_known CHECK (step IN ('day', 'week')),
    -- The last day anything was observed on.
    origin date NOT NULL,
    made_at timestamptz NOT NULL,
    currency text,
    price_kind text,
    -- Whose price it is.
    listing_id uuid,
    -- The product's category then.
    category text,
    model text NOT NULL CONSTRAINT forecasts_model_length CHECK (length(model) BETWEEN 1 AND 200),
    -- What is known as the level at the origin, which the naive forecast repeats.
    last_value double precision NOT NULL,
    -- The expected value of each next step, and the bounds within which it lies with 80 and 95 %.
    points double precision[] NOT NULL,
    low80 double precision[] NOT NULL,
    high80 double precision[] NOT NULL,
    low95 double precision[] NOT NULL,
    high95 double precision[] NOT NULL,
    -- Mean absolute errors in the backtest, of the model and of the naive forecast, and from how many days in the past; NULL without one.
    backtest_error double precision,
    naive_error double precision,
    backtest_origins bigint NOT NULL,
    -- Observations it was made from.
    observations bigint NOT NULL CONSTRAINT forecasts_observations CHECK (observations >= 3),
    -- Clauses with their numbers; sentences are made of them when somebody reads.
    reasons jsonb NOT NULL,
    -- SHA-256 of the series, the options and the version of the models.
    digest bytea NOT NULL CONSTRAINT forecasts_digest_length CHECK (length(digest) = 32),
    PRIMARY KEY (company_id, forecast_id),
    CONSTRAINT forecasts_price CHECK ((measure = 'price') = (currency IS NOT NULL) AND (measure = 'price') = (listing_id IS NOT NULL)),
    CONSTRAINT forecasts_lengths CHECK (cardinality(points) BETWEEN 1 AND 400 AND cardinality(low80) = cardinality(points)
        AND cardinality(high80) = cardinality(points) AND cardinality(low95) = cardinality(points)
        AND cardinality(high95) = cardinality(points)),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE
);
CREATE INDEX forecasts_current ON forecasts (company_id, product_company_id, product_id, measure, kind, made_at DESC);
-- A day that was looked at again is looked at once.
CREATE UNIQUE INDEX forecasts_backcast_once ON forecasts (company_id, product_company_id, product_id, measure, origin)
    WHERE kind = 'backcast';
SELECT protect_private_table('forecasts');
REVOKE UPDATE ON forecasts FROM tidemark_app;
CREATE TRIGGER never_changed BEFORE UPDATE ON forecasts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a forecast said of a day 7, 30 or 90 days on, and what came.
CREATE TABLE forecast_settlements (
    company_id uuid NOT NULL,
    forecast_id uuid NOT NULL,
    view_days bigint NOT NULL CONSTRAINT forecast_settlements_views CHECK (view_days IN (7, 30, 90)),
    due_on date NOT NULL,
    predicted double precision NOT NULL,
    low80 double precision NOT NULL,
    high80 double precision NOT NULL,
    low95 double precision NOT NULL,
    high95 double precision NOT NULL,
    origin_value double precision NOT NULL,
    actual double precision,
    settled_at timestamptz,
    -- -1, 0 or 1: against the value at the origin.
    direction_predicted bigint NOT NULL CONSTRAINT forecast_settlements_predicted CHECK (direction_predicted BETWEEN -1 AND 1),
    direction_actual bigint CONSTRAINT forecast_settlements_actual CHECK (direction_actual BETWEEN -1 AND 1),
    PRIMARY KEY (company_id, forecast_id, view_days),
    CONSTRAINT forecast_settlements_whole
        CHECK ((actual IS NULL) = (settled_at IS NULL) AND (actual IS NULL) = (direction_actual IS NULL)),
    FOREIGN KEY (company_id, forecast_id) REFERENCES forecasts ON DELETE CASCADE
);
CREATE INDEX forecast_settlements_due ON forecast_settlements (company_id, due_on, forecast_id, view_days)
    WHERE settled_at IS NULL;
SELECT protect_private_table('forecast_settlements');
-- What was said stays; what came is written once.
REVOKE UPDATE ON forecast_settlements FROM tidemark_app;
GRANT UPDATE (actual, settled_at, direction_actual) ON forecast_settlements TO tidemark_app;
CREATE TRIGGER settled_once BEFORE UPDATE ON forecast_settlements FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL)
    EXECUTE FUNCTION refuse_change();

-- What was last looked at of each product and measure: unchanged series are not forecast again, and a series that cannot be forecast
-- has its reason here.
CREATE TABLE forecast_states (
    company_id uuid NOT NULL REFERENCES companies,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    measure text NOT NULL CONSTRAINT forecast_states_measure_known CHECK (measure IN ('score', 'price', 'demand')),
    digest bytea NOT NULL CONSTRAINT forecast_states_digest_length CHECK (length(digest) = 32),
    -- The newest forecast; NULL where there is none, and then why.
    forecast_id uuid,
    refusal text CONSTRAINT forecast_states_refusal_known CHECK (refusal IN ('nothing', 'too_few')),
    observations bigint NOT NULL,
    -- The product's evidence it has seen.
    seen_through date NOT NULL,
    looked_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, product_company_id, product_id, measure),
    CONSTRAINT forecast_states_either CHECK ((forecast_id IS NULL) = (refusal IS NOT NULL)),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE
);
SELECT protect_private_table('forecast_states');

-- A model that is not used for a measure, and a category where one is named, because its settled errors lost to the naive forecast.
CREATE TABLE forecast_demotions (
    company_id uuid NOT NULL REFERENCES companies,
    demotion_id uuid NOT NULL,
    measure text NOT NULL CONSTRAINT forecast_demotions_measure_known CHECK (measure IN ('score', 'price', 'demand')),
    category text,
    model text NOT NULL,
    demoted_at timestamptz NOT NULL,
    -- Settled forecasts, and how far the model's errors were behind: -1 (always right) to 1, with the lower bound of its 95 % interval.
    settled bigint NOT NULL,
    behind double precision NOT NULL,
    behind_at_least double precision NOT NULL,
    -- Until when at the latest; then it may show what it can again.
    ends_at timestamptz NOT NULL,
    lifted_at timestamptz,
    lifted_because text CONSTRAINT forecast_demotions_lifted_known CHECK (lifted_because IN ('recovered', 'time')),
    PRIMARY KEY (company_id, demotion_id),
    CONSTRAINT forecast_demotions_lifted CHECK ((lifted_at IS NULL) = (lifted_because IS NULL))
);
CREATE UNIQUE INDEX forecast_demotions_one ON forecast_demotions (company_id, measure, coalesce(category, ''), model)
    WHERE lifted_at IS NULL;
SELECT protect_private_table('forecast_demotions');

ALTER TABLE cycle_steps DROP CONSTRAINT cycle_steps_known,
    ADD CONSTRAINT cycle_steps_known CHECK (step IN ('read', 'match', 'score', 'forecast'));
